package sniff

import "bytes"

// magic is the beginning of files of a kind.
type magic struct {
	bytes string
	kind  Kind
}

// magics are the first bytes of files that are no table, or not one of ours.
func magics() []magic {
	return []magic{
		{"SQLite format 3\x00", Document},
		{"%PDF", PDF},
		{"{\\rtf", Office},
		{"\x89PNG", Picture},
		{"\xff\xd8\xff", Picture},
		{"GIF8", Picture},
		{"II*\x00", Picture},
		{"MM\x00*", Picture},
		{"Rar!", Packed},
		{"7z\xbc\xaf\x27\x1c", Packed},
		{"\x1f\x8b", Packed},
		{"BZh", Packed},
		{"\x28\xb5\x2f\xfd", Packed},
		{"\xfd7zXZ\x00", Packed},
		{"MSCF\x00", Packed},
		{"\x7fELF", Binary},
		{"PAR1", Binary},
	}
}

// ofMagic tells files by their first bytes, and by marks that stand later.
func ofMagic(head []byte) (Kind, bool) {
	for _, m := range magics() {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			return m.kind, true
		}
	}
	at := func(place int, mark string) bool {
		return len(head) >= place+len(mark) && string(head[place:place+len(mark)]) == mark
	}
	switch {
	case at(0, "MZ") && bytes.IndexByte(head, 0) >= 0:
		return Binary, true
	case at(0, "BM") && at(6, "\x00\x00\x00\x00"), at(0, "RIFF") && at(8, "WEBP"), at(4, "ftyphe"), at(4, "ftypmif"), at(4, "ftypavif"):
		return Picture, true
	case at(257, "ustar"):
		return Packed, true
	}
	return "", false
}

// ofMarkup tells pages, XML, JSON and web archives, in any encoding whose
// signs are those of ASCII, or UTF-16.
func ofMarkup(head []byte) (Kind, bool) {
	b := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if WideText(head) {
		b = bytes.TrimLeft(bytes.TrimLeft(bytes.ReplaceAll(head, []byte{0}, nil), "\xff\xfe"), " \t\r\n")
	}
	if len(b) == 0 {
		return "", false
	}
	switch b[0] {
	case '<':
		xml := bytes.HasPrefix(b, []byte("<?xml"))
		switch {
		case bytes.Contains(b, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && xml, bytes.Contains(b, []byte("progid=\"Excel.Sheet\"")):
			return XMLBook, true
		case xml && bytes.Contains(b, []byte("urn:oasis:names:tc:opendocument")): // a flat spreadsheet
			return XML, true
		case isHTML(b):
			return HTML, true
		case xml:
			return XML, true
		}
	case '{', '[':
		rest := bytes.TrimLeft(b[1:], " \t\r\n")
		if len(rest) > 0 && (rest[0] == '"' && bytes.Contains(rest, []byte("\":")) || b[0] == '[' && (rest[0] == '{' || rest[0] == '[')) {
			return JSON, true
		}
	case 'M', 'F', 'm', 'f':
		low := bytes.ToLower(b)
		if (bytes.HasPrefix(low, []byte("mime-version:")) || bytes.HasPrefix(low, []byte("from:"))) && bytes.Contains(low, []byte("multipart/related")) {
			return MHTML, true
		}
	}
	return "", false
}

func isHTML(b []byte) bool {
	low := bytes.ToLower(b)
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<style", "<script"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<table"))
}
