package htmltable

import (
	"bytes"
	"context"
	"errors"
	"io"

	"golang.org/x/net/html"

	"briefing/internal/importer/cells"
)

// errCut is a page that ends inside a table.
var errCut = errors.New("the page ends inside a table")

// scanner gives the tokens of a page from a place on. A text longer than the
// buffer comes in pieces.
type scanner struct {
	page  *Page
	ctx   context.Context
	z     *html.Tokenizer
	start int64 // of the current token
	at    int64 // behind it
	kind  html.TokenType
	name  []byte // of a tag, in small letters
	more  bool   // the tag has attributes
	count int
}

func (p *Page) scan(ctx context.Context, from int64) *scanner {
	s := &scanner{page: p, ctx: ctx, at: from}
	s.seat()
	return s
}

// seat begins a tokenizer at the current place.
func (s *scanner) seat() {
	s.z = html.NewTokenizer(io.NewSectionReader(s.page.data, s.at, s.page.size-s.at))
	s.z.SetMaxBuf(s.page.longest)
}

// next moves to the next token; io.EOF at the end of the page.
func (s *scanner) next() error {
	if s.count++; s.count%1024 == 0 {
		if err := s.ctx.Err(); err != nil {
			return err
		}
	}
	text := s.kind == html.TextToken
	s.kind = s.z.Next()
	if s.kind == html.ErrorToken {
		err := s.z.Err()
		if !errors.Is(err, html.ErrBufferExceeded) {
			return err
		}
		if !text { // a tag of that length is no tag
			return cells.TooLarge("read page", s.page.name)
		}
		s.seat()
		s.kind = s.z.Next()
		if s.kind == html.ErrorToken {
			return s.z.Err()
		}
	}
	s.start = s.at
	s.at += int64(len(s.z.Raw()))
	s.name, s.more = nil, false
	switch s.kind {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		s.name, s.more = s.z.TagName()
	}
	return nil
}

// opens reports whether the token begins an element.
func (s *scanner) opens() bool {
	return s.kind == html.StartTagToken || s.kind == html.SelfClosingTagToken
}

// dress is what the attributes of a tag say.
type dress struct {
	id, title, class   string
	fill               cells.Colour
	rows, columns      int // spans, 0 when there is none
	hidden, rest       bool
	equiv, meta, typed string // of a meta element: http-equiv, content, charset
}

// dress reads the attributes of the current tag. Values longer than a name or
// a style ever is are cut.
func (s *scanner) dress() dress {
	var d dress
	style := ""
	for more := s.more; more; {
		var key, value []byte
		key, value, more = s.z.TagAttr()
		v := string(bytes.TrimSpace(value[:min(len(value), 4096)]))
		switch string(key) {
		case "id":
			d.id = v
		case "title", "summary":
			if d.title == "" {
				d.title = v
			}
		case "class":
			d.class = v
		case "bgcolor":
			d.fill, _ = colourOf(v)
		case "style":
			style = v
		case "rowspan":
			d.rows = spanOf(v)
			d.rest = v == "0" // to the end of the table
		case "colspan":
			d.columns = spanOf(v)
		case "hidden":
			d.hidden = true
		case "http-equiv":
			d.equiv = v
		case "content":
			d.meta = v
		case "charset":
			d.typed = v
		}
	}
	fill, hidden := styled(style)
	if !fill.Given {
		fill = s.page.rules.of(string(s.name), d.id, d.class)
	}
	if fill.Given {
		d.fill = fill
	}
	d.hidden = d.hidden || hidden
	return d
}

// spanOf reads a span; what is none is one.
func spanOf(v string) int {
	n := 0
	for i := 0; i < len(v) && v[i] >= '0' && v[i] <= '9' && n < 1<<20; i++ {
		n = n*10 + int(v[i]-'0')
	}
	return n
}
