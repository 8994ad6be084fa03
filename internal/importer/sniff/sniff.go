// Package sniff tells what a file is from its bytes; the extension is never
// asked. It reads at most the head of the file, and the directory of an
// archive or of a compound file.
package sniff

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"github.com/klauspost/compress/zip"

	"briefing/internal/briefing"
)

// Kind is what a file is.
type Kind string

// Kinds of file.
const (
	Text      Kind = "text"
	XLSX      Kind = "xlsx"
	XLSB      Kind = "xlsb"
	ODS       Kind = "ods"
	Zip       Kind = "zip"
	XLS       Kind = "xls" // BIFF in a compound file
	Encrypted Kind = "encrypted"
	HTML      Kind = "html"
	DBF       Kind = "dbf"
	Document  Kind = "document" // a project of our own (SQLite)
	PDF       Kind = "pdf"
	Office    Kind = "office" // a text document or slides
	Picture   Kind = "picture"
	Packed    Kind = "packed"  // an archive that is not opened: RAR, 7z and the like
	Numbers   Kind = "numbers" // of Apple
	JSON      Kind = "json"
	XMLBook   Kind = "xml-spreadsheet" // XML Spreadsheet 2003
	XML       Kind = "xml"
	MHTML     Kind = "mhtml"  // a page with its pictures in one file
	Binary    Kind = "binary" // anything else that is no table
)

const headSize = 8192

// Sniff tells the kind. An empty file gives CodeEmptyFile, an archive cut off
// before its directory CodeTruncated.
func Sniff(name string, data io.ReaderAt, size int64) (Kind, error) {
	fail := func(c briefing.Code, err error) (Kind, error) {
		return "", &briefing.Error{Code: c, Op: "sniff", Path: name, Err: err}
	}
	if size == 0 {
		return fail(briefing.CodeEmptyFile, nil)
	}
	head := make([]byte, min(size, headSize))
	if n, err := data.ReadAt(head, 0); n < len(head) {
		if err == nil || errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return fail(briefing.CodeTruncated, err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		k, err := ofZip(data, size)
		if err != nil {
			return fail(briefing.CodeTruncated, err)
		}
		return k, nil
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return ofCompound(data, size), nil
	}
	return OfHead(head, size), nil
}

// OfHead tells the kind of a file that is neither archive nor compound file
// from its first bytes and its size.
func OfHead(head []byte, size int64) Kind {
	if k, ok := ofMagic(head); ok {
		return k
	}
	if isDBF(head, size) {
		return DBF
	}
	if k, ok := ofMarkup(head); ok {
		return k
	}
	if bytes.IndexByte(head, 0) >= 0 && !WideText(head) {
		// One stray NUL in a text is a fault of a row; many are no text.
		if nul := bytes.Count(head, []byte{0}); nul*100 > len(head) || control(head)*20 > len(head) {
			return Binary
		}
	}
	return Text
}

// WideText reports whether the bytes look like UTF-16, with or without a mark.
func WideText(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return true
	}
	_, ok := WideOrder(b)
	return ok
}

// WideOrder guesses the byte order of UTF-16 without a mark from where the
// zero bytes of its ASCII letters, blanks and line ends stand.
func WideOrder(b []byte) (binary.ByteOrder, bool) {
	if len(b) < 4 {
		return nil, false
	}
	var zero [2]int
	for i, c := range b {
		if c == 0 {
			zero[i%2]++
		}
	}
	half := len(b) / 2
	switch {
	case zero[1] > half/8 && zero[0]*50 <= zero[1]:
		return binary.LittleEndian, true
	case zero[0] > half/8 && zero[1]*50 <= zero[0]:
		return binary.BigEndian, true
	}
	return nil, false
}

func control(b []byte) int {
	n := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			n++
		}
	}
	return n
}

// isDBF checks the header of a dBase file against itself and the size.
func isDBF(head []byte, size int64) bool {
	if len(head) < 65 || !bytes.ContainsRune([]byte("\x02\x03\x30\x31\x32\x43\x63\x83\x8b\xcb\xf5\xfb"), rune(head[0])) {
		return false
	}
	if head[2] < 1 || head[2] > 12 || head[3] < 1 || head[3] > 31 {
		return false
	}
	records := int64(binary.LittleEndian.Uint32(head[4:]))
	header := int64(binary.LittleEndian.Uint16(head[8:]))
	record := int64(binary.LittleEndian.Uint16(head[10:]))
	// The table may be cut off, but its header must be whole and plausible.
	return header >= 65 && header <= size && record > 1 && records >= 0 && head[32] >= 'A' &&
		bytes.ContainsRune([]byte("CNDLFMIGTBY@O+"), rune(head[32+11]))
}

// ofZip looks into the archive's directory.
func ofZip(data io.ReaderAt, size int64) (Kind, error) {
	z, err := zip.NewReader(data, size)
	if err != nil {
		return "", err
	}
	kind := Zip
	for _, f := range z.File {
		switch name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")); {
		case name == "[content_types].xml", strings.HasSuffix(name, "xl/workbook.xml"):
			if kind == Zip {
				kind = XLSX
			}
		case strings.HasSuffix(name, "xl/workbook.bin"):
			return XLSB, nil
		case name == "word/document.xml", name == "ppt/presentation.xml":
			return Office, nil
		case strings.HasSuffix(name, ".iwa"), name == "index.numbers":
			return Numbers, nil
		case name == "mimetype":
			return ofMimetype(f), nil
		}
	}
	return kind, nil
}

// ofMimetype reads what an OpenDocument file says of itself.
func ofMimetype(f *zip.File) Kind {
	r, err := f.Open()
	if err != nil {
		return ODS // its reader tells what is wrong
	}
	defer func() { _ = r.Close() }()
	says := make([]byte, 128)
	n, _ := io.ReadFull(r, says) // it is shorter
	switch says = says[:n]; {
	case bytes.Contains(says, []byte("opendocument.text")), bytes.Contains(says, []byte("opendocument.presentation")), bytes.Contains(says, []byte("epub")):
		return Office
	case bytes.Contains(says, []byte("opendocument.graphics")), bytes.Contains(says, []byte("opendocument.image")):
		return Picture
	}
	return ODS
}

// compoundScan bounds how much of a compound file is searched for its
// directory; workbooks of this kind hold 65 536 rows at most.
const compoundScan = 256 << 20

// ofCompound looks for the names of the streams: a password-protected
// workbook of today is a compound file with the stream EncryptedPackage.
func ofCompound(data io.ReaderAt, size int64) Kind {
	const entry = 128 // directory entries are aligned to it
	buf := make([]byte, 1<<20)
	kind := Binary
	for at := int64(0); at < min(size, compoundScan); at += int64(len(buf)) {
		n, _ := data.ReadAt(buf, at) // a short or failed read ends the search
		for i := 0; i+entry <= n; i += entry {
			switch e := buf[i : i+entry]; {
			case named(e, "EncryptedPackage"), named(e, "EncryptionInfo"):
				return Encrypted
			case named(e, "Workbook"), named(e, "Book"):
				kind = XLS
			case kind == Binary && (named(e, "WordDocument") || named(e, "PowerPoint Document")):
				kind = Office
			}
		}
		if n < len(buf) {
			break
		}
	}
	return kind
}

// named reports whether a directory entry has the name, in UTF-16 and with
// its length given.
func named(entry []byte, name string) bool {
	if int(binary.LittleEndian.Uint16(entry[64:])) != 2*len(name)+2 {
		return false
	}
	for i := range len(name) {
		if entry[2*i] != name[i] || entry[2*i+1] != 0 {
			return false
		}
	}
	return true
}
