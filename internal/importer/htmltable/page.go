package htmltable

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
)

// Limits that no table met in the trade comes near.
const (
	tablesLimit = 10_000
	depthLimit  = 64
	headSize    = 64 << 10 // a charset is declared within it
	styleLimit  = 1 << 20  // bytes of style blocks
)

// Page is an open page: where its tables begin, and the colours of its styles.
type Page struct {
	name     string
	data     io.ReaderAt
	size     int64
	encoding decode.Encoding
	limits   cells.Limits
	longest  int // bytes of a token
	rules    rules
	tables   []*table
}

// Open goes through the page once. The data must stay readable while the page
// is in use. words is decode.Detect's. A page that ends inside a table gives
// CodeTruncated, a limit CodeTooLarge, one without a table CodeNoHeader.
func Open(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) (*Page, error) {
	p := &Page{name: in.Name, data: in.Data, size: in.Size, limits: l, longest: 4 << 20, rules: rules{}}
	if l.Line > 0 {
		p.longest = max(4*l.Line, headSize)
	}
	var err error
	if p.encoding, err = encodingOf(in, words); err != nil {
		return nil, p.wrap("read page", err)
	}
	if err = p.widen(in); err != nil {
		return nil, p.wrap("read page", err)
	}
	if err := p.find(ctx); err != nil {
		return nil, p.wrap("read page", err)
	}
	if len(p.tables) == 0 {
		return nil, &briefing.Error{Code: briefing.CodeNoHeader, Op: "read page", Path: p.name}
	}
	return p, nil
}

// Encoding is the one the page is read in.
func (p *Page) Encoding() decode.Encoding { return p.encoding }

// Tables lists the tables that hold any text, in the order of the page. Their
// names are their ids or captions; one that has neither, or another's name, is
// called "#" and its number in the page.
func (p *Page) Tables() []cells.Table {
	var out []cells.Table
	for _, t := range p.tables {
		if t.filled {
			out = append(out, t)
		}
	}
	return out
}

func (p *Page) wrap(op string, err error) error {
	var ours *briefing.Error
	switch {
	case err == nil || errors.As(err, &ours):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &briefing.Error{Code: briefing.CodeCancelled, Op: op, Path: p.name, Err: err}
	}
	return &briefing.Error{Code: briefing.CodeTruncated, Op: op, Path: p.name, Err: err}
}

// encodingOf tells the encoding: by a mark or strict decoding, else as the
// page declares it, else by weighing.
func encodingOf(in cells.Input, words func(string) int) (decode.Encoding, error) {
	e, err := decode.Detect(in, words)
	if err != nil {
		return e, err
	}
	switch e {
	case decode.UTF8, decode.UTF8BOM, decode.UTF16LE, decode.UTF16BE:
		return e, nil
	}
	head := make([]byte, min(in.Size, headSize))
	if _, err := in.Data.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return e, err
	}
	if d, ok := declared(head); ok {
		return d, nil
	}
	return e, nil
}

// declared reads the charset a page declares, if it is one of those read here.
func declared(head []byte) (decode.Encoding, bool) {
	s := (&Page{data: bytes.NewReader(head), size: int64(len(head)), longest: headSize}).scan(context.Background(), 0)
	for s.next() == nil {
		if !s.opens() || string(s.name) != "meta" {
			continue
		}
		d := s.dress()
		label := d.typed
		if _, after, ok := strings.Cut(strings.ToLower(d.meta), "charset="); ok && label == "" {
			label = strings.Trim(after, ` "';`)
		}
		_, canonical := charset.Lookup(label)
		switch canonical {
		case "windows-1251":
			return decode.CP1251, true
		case "ibm866":
			return decode.CP866, true
		case "windows-1252":
			return decode.CP1252, true
		case "gbk", "gb18030":
			return decode.GB18030, true
		}
	}
	return "", false
}

// heldLimit is how long a page may be that must be decoded before it can be
// taken apart.
const heldLimit = 256 << 20

// widen decodes a page in UTF-16: in the other encodings the signs of markup
// are single bytes that mean nothing else.
func (p *Page) widen(in cells.Input) error {
	if p.encoding != decode.UTF16LE && p.encoding != decode.UTF16BE {
		return nil
	}
	r, err := in.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	b, err := io.ReadAll(cells.Capped(p.encoding.Reader(r), heldLimit, p.name))
	p.data, p.size = bytes.NewReader(b), int64(len(b))
	return err
}

// text decodes a stretch of the page.
func (p *Page) text(raw []byte) []byte {
	switch p.encoding {
	case decode.UTF8, decode.UTF8BOM, decode.UTF16LE, decode.UTF16BE:
		return bytes.TrimPrefix(raw, []byte("\uFEFF"))
	}
	out, err := p.encoding.Codec().NewDecoder().Bytes(raw)
	if err != nil {
		return append(out, "\uFFFD"...)
	}
	return out
}

// finder looks for the tables of a page.
type finder struct {
	*scanner
	open    []*table
	inside  []bool // in a cell of the open table
	styles  int
	caption bool
}

// find notes where each table begins, what it is called and whether it holds
// anything.
func (p *Page) find(ctx context.Context) error {
	f := finder{scanner: p.scan(ctx, 0)}
	for {
		err := f.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = f.take()
		}
		if err != nil {
			return err
		}
	}
	if len(f.open) > 0 {
		return errCut
	}
	p.baptise()
	return nil
}

func (f *finder) take() error {
	top := len(f.open) - 1
	switch {
	case f.kind == html.TextToken:
		f.words(f.z.Raw())
	case f.opens():
		return f.start()
	case f.kind == html.EndTagToken:
		switch string(f.name) {
		case "table":
			if top >= 0 {
				f.open, f.inside = f.open[:top], f.inside[:top]
			}
		case "caption":
			f.caption = false
		case "body", "html": // an end that a careless page left out
			f.open, f.inside = nil, nil
		}
	}
	return nil
}

func (f *finder) start() error {
	top := len(f.open) - 1
	switch string(f.name) {
	case "table":
		if len(f.page.tables) >= tablesLimit || top+1 >= depthLimit {
			return cells.TooLarge("read page", f.page.name)
		}
		d := f.dress()
		t := &table{page: f.page, at: f.scanner.start, id: d.id, title: d.title}
		f.page.tables = append(f.page.tables, t)
		f.open, f.inside, f.caption = append(f.open, t), append(f.inside, false), false
	case "td", "th":
		if top >= 0 {
			f.inside[top] = true
		}
	case "caption":
		f.caption = top >= 0
	case "style", "script":
		return f.block(string(f.name) == "style")
	}
	return nil
}

// block passes over what stands in a style or script; styles are read.
func (f *finder) block(style bool) error {
	end := string(f.name)
	for {
		err := f.next()
		if errors.Is(err, io.EOF) {
			return nil // take the end as the end of the page
		}
		if err != nil {
			return err
		}
		switch {
		case f.kind == html.EndTagToken && string(f.name) == end:
			return nil
		case style && f.kind == html.TextToken && f.styles < styleLimit:
			f.styles += len(f.z.Raw())
			f.page.rules.add(string(f.z.Raw()))
		}
	}
}

// words notes that there is text in a cell or a caption of the open table.
func (f *finder) words(raw []byte) {
	top := len(f.open) - 1
	if top < 0 || len(cells.Trim(raw)) == 0 {
		return
	}
	t := f.open[top]
	switch {
	case f.caption:
		if len(t.caption) < 200 {
			t.caption += string(appendText(nil, f.page.text(raw)))
		}
	case f.inside[top] && !t.filled:
		t.filled = len(cells.Trim(appendText(nil, f.page.text(raw)))) > 0
	}
}

// baptise gives each table a name of its own; the only table of a page that is
// called nothing needs none.
func (p *Page) baptise() {
	used, filled := map[string]bool{"": true}, 0
	for _, t := range p.tables {
		if t.filled {
			filled++
		}
	}
	for i, t := range p.tables {
		for _, name := range []string{string(p.text([]byte(t.id))), t.caption, string(p.text([]byte(t.title)))} {
			if name = strings.Join(strings.Fields(shorten(name)), " "); !used[name] {
				t.name = name
				break
			}
		}
		if t.name == "" && filled > 1 {
			t.name = "#" + strconv.Itoa(i+1)
		}
		used[t.name] = true
	}
}

func shorten(name string) string {
	const most = 150 // a caption is a title and ends with the unit
	n := 0
	for i := range name {
		if n++; n > most {
			return name[:i]
		}
	}
	return name
}
