package xlsx

import (
	"context"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zip"

	"briefing/internal/briefing"
	"briefing/internal/importer/ahead"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
	"briefing/internal/importer/xmlscan"
)

// Book is an open workbook: what all its sheets share.
type Book struct {
	name     string
	files    map[string]*zip.File // by path in small letters
	limits   cells.Limits
	from1904 bool
	strings  shared
	styles   []serial.Shown // by index of cell format
	indents  []uint8        // likewise: how far in the text is shown
	sheets   []cells.Table
}

// Open reads what all sheets share. The data must stay readable while the
// book is in use. A password-protected part gives CodeEncrypted, one that is
// damaged or missing CodeTruncated, a limit CodeTooLarge.
func Open(name string, data io.ReaderAt, size int64, l cells.Limits) (*Book, error) {
	b := &Book{name: name, files: map[string]*zip.File{}, limits: l}
	z, err := zip.NewReader(data, size)
	if err != nil {
		return nil, b.wrap("open workbook", err)
	}
	if l.Parts > 0 && len(z.File) > l.Parts {
		return nil, cells.TooLarge("open workbook", name)
	}
	for _, f := range z.File {
		b.files[clean(f.Name)] = f
	}
	if err := b.load(); err != nil {
		return nil, err
	}
	return b, nil
}

// Tables lists the worksheets in the order of their tabs.
func (b *Book) Tables() []cells.Table { return b.sheets }

func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// wrap gives an error of reading its code.
func (b *Book) wrap(op string, err error) error {
	var ours *briefing.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	return &briefing.Error{Code: briefing.CodeTruncated, Op: op, Path: b.name, Err: err}
}

// open opens a part for reading under the limit.
func (b *Book) open(part string) (io.ReadCloser, error) {
	f := b.files[clean(part)]
	if f == nil {
		return nil, b.wrap("open part "+part, errors.New("no such part"))
	}
	if f.Flags&1 != 0 {
		return nil, &briefing.Error{Code: briefing.CodeEncrypted, Op: "open part", Path: b.name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, b.wrap("open part "+part, err)
	}
	return ahead.Capped(r, f.UncompressedSize64, b.limits.Unzipped, b.name), nil
}

// walk calls on for every start of an element of a part, and end, if there is
// one, for every end.
func (b *Book) walk(part string, on func(name string, attrs []byte), end func(name string)) error {
	r, err := b.open(part)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	x := xmlscan.New(r)
	depth := 0
	for {
		k, err := x.Next()
		switch {
		case errors.Is(err, io.EOF) && depth == 0:
			return nil
		case errors.Is(err, io.EOF):
			return b.wrap("read "+part, xmlscan.ErrForm)
		case err != nil:
			return b.wrap("read "+part, err)
		case k == xmlscan.StartTag:
			depth++
			on(string(x.Name), x.Attrs)
		case k == xmlscan.EndTag:
			depth--
			if end != nil {
				end(string(x.Name))
			}
		}
	}
}

func text(raw []byte) string { return string(xmlscan.AppendText(nil, raw, false)) }

// relations reads the relations of a part: target and type by id.
func (b *Book) relations(part string) (targets, types map[string]string, err error) {
	targets, types = map[string]string{}, map[string]string{}
	dir, file := path.Split(part)
	rels := dir + "_rels/" + file + ".rels"
	if b.files[clean(rels)] == nil {
		return targets, types, nil
	}
	err = b.walk(rels, func(name string, attrs []byte) {
		if name != "Relationship" || string(xmlscan.Attr(attrs, "TargetMode")) == "External" {
			return
		}
		id, target := text(xmlscan.Attr(attrs, "Id")), text(xmlscan.Attr(attrs, "Target"))
		if !strings.HasPrefix(target, "/") {
			target = "/" + dir + target
		}
		targets[id] = path.Clean(target)
		kind := text(xmlscan.Attr(attrs, "Type"))
		types[id] = kind[strings.LastIndexByte(kind, '/')+1:]
	}, nil)
	return targets, types, err
}

// load reads the workbook part and the parts it names.
func (b *Book) load() error {
	book := "xl/workbook.xml"
	targets, types, err := b.relations("")
	if err != nil {
		return err
	}
	for id, kind := range types {
		if kind == "officeDocument" {
			book = strings.TrimPrefix(targets[id], "/")
		}
	}
	if targets, types, err = b.relations(book); err != nil {
		return err
	}
	err = b.walk(book, func(name string, attrs []byte) {
		switch name {
		case "workbookPr":
			v := string(xmlscan.Attr(attrs, "date1904"))
			b.from1904 = v == "1" || v == "true"
		case "sheet":
			id := text(xmlscan.Attr(attrs, "id"))
			if types[id] == "worksheet" {
				state := string(xmlscan.Attr(attrs, "state"))
				b.sheets = append(b.sheets, &sheet{book: b, name: text(xmlscan.Attr(attrs, "name")), part: targets[id], hidden: state == "hidden" || state == "veryHidden"})
			}
		}
	}, nil)
	if err != nil {
		return err
	}
	for id, kind := range types {
		switch kind {
		case "sharedStrings":
			err = b.loadStrings(targets[id])
		case "styles":
			err = b.loadStyles(targets[id])
		}
		if err != nil {
			return err
		}
	}
	if len(b.sheets) == 0 {
		return b.wrap("open workbook", errors.New("no worksheet"))
	}
	return nil
}

// loadStyles finds, for each cell format, how much of a date it shows.
func (b *Book) loadStyles(part string) error {
	custom := map[int]serial.Shown{}
	inside := false
	return b.walk(part, func(name string, attrs []byte) {
		switch {
		case name == "numFmt":
			if id, err := strconv.Atoi(string(xmlscan.Attr(attrs, "numFmtId"))); err == nil {
				custom[id] = serial.OfFormat(text(xmlscan.Attr(attrs, "formatCode")))
			}
		case name == "cellXfs":
			inside = true
		case name == "xf" && inside && len(b.styles) < 1<<17:
			id, _ := strconv.Atoi(string(xmlscan.Attr(attrs, "numFmtId"))) // none is General
			s, ok := custom[id]
			if !ok {
				s = serial.BuiltIn(id)
			}
			b.styles, b.indents = append(b.styles, s), append(b.indents, 0)
		case name == "alignment" && inside && len(b.indents) > 0:
			if n, err := strconv.ParseUint(string(xmlscan.Attr(attrs, "indent")), 10, 8); err == nil {
				b.indents[len(b.indents)-1] = uint8(n)
			}
		}
	}, func(name string) {
		if name == "cellXfs" {
			inside = false
		}
	})
}

// shared holds the shared strings end to end.
type shared struct {
	bytes []byte
	ends  []int
}

func (s *shared) at(i int) ([]byte, bool) {
	if i < 0 || i >= len(s.ends) {
		return nil, false
	}
	from := 0
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.bytes[from:s.ends[i]], true
}

// loadStrings reads the shared strings; what phonetic hints say is left out.
func (b *Book) loadStrings(part string) error {
	r, err := b.open(part)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	x := xmlscan.New(r)
	in := richText{}
	from, depth := 0, 0
	for {
		k, err := x.Next()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = xmlscan.ErrForm
			}
			return b.wrap("read shared strings", err)
		}
		switch k {
		case xmlscan.StartTag:
			depth++
			in.start(x.Name)
		case xmlscan.CharData:
			if in.wanted() {
				b.strings.bytes = xmlscan.AppendText(b.strings.bytes, x.Text, x.Literal)
			}
		case xmlscan.EndTag:
			depth--
			in.end(x.Name)
			if string(x.Name) == "si" {
				b.strings.bytes = b.strings.bytes[:from+len(unescape(b.strings.bytes[from:]))]
				from = len(b.strings.bytes)
				b.strings.ends = append(b.strings.ends, from)
			}
		}
		if b.limits.Strings > 0 && int64(len(b.strings.bytes)+8*len(b.strings.ends)) > b.limits.Strings {
			return cells.TooLarge("read shared strings", b.name)
		}
	}
}

// richText follows where in a string item the reader is.
type richText struct{ text, phonetic bool }

func (t *richText) start(name []byte) {
	switch string(name) {
	case "t":
		t.text = true
	case "rPh":
		t.phonetic = true
	}
}

func (t *richText) end(name []byte) {
	switch string(name) {
	case "t":
		t.text = false
	case "rPh":
		t.phonetic = false
	}
}

func (t *richText) wanted() bool { return t.text && !t.phonetic }

// Rows starts reading a sheet at its first row.
func (s *sheet) Rows(ctx context.Context) (cells.Rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, &briefing.Error{Code: briefing.CodeCancelled, Op: "read sheet", Path: s.book.name, Err: err}
	}
	r, err := s.book.open(s.part)
	if err != nil {
		return nil, err
	}
	return &rows{sheet: s, src: r, x: xmlscan.New(r)}, nil
}
