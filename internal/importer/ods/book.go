package ods

import (
	"errors"
	"io"
	"strconv"

	"github.com/klauspost/compress/zip"

	"briefing/internal/briefing"
	"briefing/internal/importer/ahead"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/serial"
	"briefing/internal/importer/xmlscan"
)

const (
	content     = "content.xml"
	manifest    = "META-INF/manifest.xml"
	sheetsLimit = 1024
	stylesLimit = 1 << 16
	lastRow     = 1 << 20 // as in other workbooks
	lastColumn  = 1 << 14
)

// Book is an open spreadsheet: what all its sheets share.
type Book struct {
	name   string
	files  map[string]*zip.File
	limits cells.Limits
	shown  map[string]serial.Shown // by name of a cell style
	sheets []cells.Table
}

// Open reads the spreadsheet through once and lists its sheets. The data must
// stay readable while the book is in use. A password gives CodeEncrypted, a
// part that is damaged or missing CodeTruncated, a limit CodeTooLarge.
func Open(name string, data io.ReaderAt, size int64, l cells.Limits) (*Book, error) {
	b := &Book{name: name, files: map[string]*zip.File{}, limits: l, shown: map[string]serial.Shown{}}
	z, err := zip.NewReader(data, size)
	if err != nil {
		return nil, b.wrap("open spreadsheet", err)
	}
	if l.Parts > 0 && len(z.File) > l.Parts {
		return nil, cells.TooLarge("open spreadsheet", name)
	}
	for _, f := range z.File {
		b.files[f.Name] = f
	}
	if err := b.refuseEncrypted(); err != nil {
		return nil, err
	}
	return b, b.list()
}

// Tables lists the sheets in the order of their tabs.
func (b *Book) Tables() []cells.Table { return b.sheets }

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
	f := b.files[part]
	if f == nil {
		return nil, b.wrap("open "+part, errors.New("no such part"))
	}
	if f.Flags&1 != 0 {
		return nil, &briefing.Error{Code: briefing.CodeEncrypted, Op: "open " + part, Path: b.name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, b.wrap("open "+part, err)
	}
	return ahead.Capped(r, f.UncompressedSize64, b.limits.Unzipped, b.name), nil
}

// walk calls on for each start and end of an element, with its depth from 1.
func (b *Book) walk(part string, on func(x *xmlscan.Reader, start bool, depth int) error) error {
	r, err := b.open(part)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	x := xmlscan.New(r)
	depth, roots := 0, 0
	for {
		k, err := x.Next()
		switch {
		case errors.Is(err, io.EOF) && depth == 0 && roots > 0:
			return nil
		case errors.Is(err, io.EOF):
			return b.wrap("read "+part, xmlscan.ErrForm)
		case err != nil:
			return b.wrap("read "+part, err)
		case k == xmlscan.StartTag:
			depth, roots = depth+1, roots+1
			err = on(x, true, depth)
		case k == xmlscan.EndTag:
			err = on(x, false, depth)
			depth--
		}
		if err != nil {
			return b.wrap("read "+part, err)
		}
	}
}

// refuseEncrypted looks for a password: each part that has one says so in the
// manifest, and newer files are one encrypted package.
func (b *Book) refuseEncrypted() error {
	if b.files[manifest] == nil {
		return nil
	}
	return b.walk(manifest, func(x *xmlscan.Reader, start bool, _ int) error {
		if start && string(x.Name) == "encryption-data" {
			return &briefing.Error{Code: briefing.CodeEncrypted, Op: "open spreadsheet", Path: b.name}
		}
		return nil
	})
}

// list finds the sheets and what their styles say.
func (b *Book) list() error {
	st := styles{shown: map[string]serial.Shown{}, hidden: map[string]bool{}}
	inside := 0 // depth of the list of sheets
	err := b.walk(content, func(x *xmlscan.Reader, start bool, depth int) error {
		name := string(x.Name)
		switch {
		case name == "spreadsheet" && start:
			inside = depth
		case name == "spreadsheet":
			inside = 0
		case inside == 0:
			st.take(b, x, start)
		case start && name == "table" && depth == inside+1:
			if len(b.sheets) == sheetsLimit {
				return cells.TooLarge("list sheets", b.name)
			}
			b.sheets = append(b.sheets, &sheet{
				book: b, name: attrText(x.Attrs, "table:name"), at: len(b.sheets),
				hidden: st.hidden[attrText(x.Attrs, "table:style-name")] || string(xmlscan.Attr(x.Attrs, "table:display")) == "false",
			})
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = b.wrap("open spreadsheet", errors.New("no sheet"))
	}
	return err
}

// styles gathers which styles hide a sheet, and how much of a date others show.
type styles struct {
	shown  map[string]serial.Shown // by name of a format of dates
	hidden map[string]bool         // by name of a sheet's style
	format string                  // format being read
	style  string                  // sheet's style being read
}

func (s *styles) take(b *Book, x *xmlscan.Reader, start bool) {
	name := string(x.Name)
	if !start {
		switch name {
		case "date-style", "time-style":
			s.format = ""
		case "style":
			s.style = ""
		}
		return
	}
	switch name {
	case "date-style", "time-style":
		if len(s.shown) < stylesLimit {
			s.format = attrText(x.Attrs, "style:name")
			s.shown[s.format] = serial.NotDate
		}
	case "year", "month", "day", "hours":
		if s.format != "" {
			s.shown[s.format] = widen(s.shown[s.format], name)
		}
	case "style":
		s.style = attrText(x.Attrs, "style:name")
		if shown, ok := s.shown[attrText(x.Attrs, "style:data-style-name")]; ok && len(b.shown) < stylesLimit {
			b.shown[s.style] = shown
		}
	case "table-properties":
		if s.style != "" && string(xmlscan.Attr(x.Attrs, "table:display")) == "false" && len(s.hidden) < stylesLimit {
			s.hidden[s.style] = true
		}
	}
}

// widen adds a part to what a format shows of a date.
func widen(s serial.Shown, part string) serial.Shown {
	switch {
	case part == "day" && (s == serial.ShowMoment || s == serial.ShowClock), part == "hours" && s == serial.ShowDay:
		return serial.ShowMoment
	case part == "day":
		return serial.ShowDay
	case part == "hours":
		return max(s, serial.ShowClock)
	case part == "month" && s <= serial.ShowYear:
		return serial.ShowMonth
	case part == "year" && s == serial.NotDate:
		return serial.ShowYear
	}
	return s
}

func attrText(attrs []byte, name string) string {
	return string(xmlscan.AppendText(nil, xmlscan.Attr(attrs, name), false))
}

// attrCount reads a count of repetitions or of cells that one spans.
func attrCount(attrs []byte, name string) int {
	n, err := strconv.Atoi(string(xmlscan.Attr(attrs, name)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<24)
}
