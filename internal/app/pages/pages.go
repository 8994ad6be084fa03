// Package pages makes the preview of a pack: the very bytes that an export
// would write, as page images. It is apart from app so that a build without a
// window carries no engine for pages.
package pages

import (
	"context"
	"errors"
	"image"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/preview"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// Maker makes previews. The engine behind it starts with the first one.
type Maker struct{ engine *preview.Engine }

// New makes a maker that keeps its engine compiled in the folder.
func New(cacheDir string) *Maker { return &Maker{preview.New(cacheDir)} }

// CacheDir is the system's place for the compiled engine.
func CacheDir() string { return preview.CacheDir() }

// Close stops the engine.
func (m *Maker) Close() error { return m.engine.Close() }

// Rest lets go of the engine while nobody holds pages; see preview.Engine.Rest.
func (m *Maker) Rest() (rested bool, err error) { return m.engine.Rest() }

// Pages are the pages of one output.
type Pages struct {
	file     *preview.File
	sections map[string]int
	laid     []typeset.Page
	marks    []mark // of the sections, in their order
}

// mark is where a section begins.
type mark struct {
	key  string
	page int
	y    float64 // points from the top
}

// Make builds the output as a draft and opens its pages. It takes a moment and
// runs beside the window's goroutine.
func (m *Maker) Make(ctx context.Context, p *app.Project, o app.ExportOptions) (*Pages, error) {
	data, laid, err := p.Laid(o)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := m.engine.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	out := &Pages{file: f, sections: map[string]int{}, laid: laid}
	for _, key := range p.ArrangedKeys() {
		title := p.SectionTitle(key, o.Lang)
		for _, mark := range f.Outline() {
			if strings.HasSuffix(mark.Title, title) {
				out.sections[key] = mark.Page
				out.begins(key, mark.Page, mark.Title)
				break
			}
		}
	}
	return out, nil
}

// Pair is a page of one pack beside that of another which stands in its place:
// numbers from 0, -1 where there is none.
type Pair = sheets.Pair

// Beside are the packs of two states of a project, with their pages paired.
type Beside struct {
	Was, Is *Pages
	Pairs   []Pair
}

// Close lets go of both.
func (b *Beside) Close() error { return errors.Join(b.Was.Close(), b.Is.Close()) }

// Compare sets the packs of two states side by side; see app.ComparePages.
func (m *Maker) Compare(ctx context.Context, p *app.Project, then, now int64, l briefing.Lang) (*Beside, error) {
	c, err := p.ComparePages(then, now, l)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	was, err := m.engine.Open(ctx, c.Was)
	if err != nil {
		return nil, err
	}
	is, err := m.engine.Open(ctx, c.Is)
	if err != nil {
		return nil, errors.Join(err, was.Close())
	}
	return &Beside{Was: &Pages{file: was, laid: c.WasPages}, Is: &Pages{file: is, laid: c.IsPages}, Pairs: c.Pairs}, nil
}

// begins notes where on its page a section begins.
func (p *Pages) begins(key string, page int, title string) {
	if page >= len(p.laid) {
		return
	}
	for _, b := range p.laid[page].Boxes {
		if at, ok := b.(typeset.Bookmark); ok && at.Title == title {
			p.marks = append(p.marks, mark{key, page, at.Y})
			return
		}
	}
}

// Spot is what stands at a place of a page.
type Spot struct {
	Ref     briefing.Ref // the record it was made from; none where there is no one
	Section string       // key of the section it belongs to; "" before the first
	// The area of the record in parts of the page's width and height.
	X, Y, W, H float64
}

// At tells what stands at a place of a page, from 0, given in parts of its width
// and height. Of areas that hold one another it is the smallest.
func (p *Pages) At(page int, x, y float64) (s Spot) {
	if page < 0 || page >= len(p.laid) {
		return s
	}
	sheet := &p.laid[page]
	x, y = x*sheet.Width, y*sheet.Height
	least := 0.0
	for _, b := range sheet.Boxes {
		r, ok := b.(typeset.Region)
		if !ok || x < r.X || x > r.X+r.W || y < r.Y || y > r.Y+r.H || least > 0 && r.W*r.H >= least {
			continue
		}
		least = r.W * r.H
		s.Ref, s.X, s.Y, s.W, s.H = r.Ref, r.X/sheet.Width, r.Y/sheet.Height, r.W/sheet.Width, r.H/sheet.Height
	}
	begun := mark{page: -1}
	for _, m := range p.marks {
		if (m.page < page || m.page == page && m.y <= y) && (m.page > begun.page || m.page == begun.page && m.y >= begun.y) {
			s.Section, begun = m.key, m
		}
	}
	return s
}

// Count is the number of pages.
func (p *Pages) Count() int { return p.file.Pages() }

// Ratio is height over width of a page, from 0.
func (p *Pages) Ratio(i int) float64 {
	s := p.file.Size(i)
	return s.Height / s.Width
}

// Width is the width of a page in points.
func (p *Pages) Width(i int) float64 { return p.file.Size(i).Width }

// Section is the page on which a section begins, and where on it in parts of its
// height; ok is false when it is not printed.
func (p *Pages) Section(key string) (page int, y float64, ok bool) {
	page, ok = p.sections[key]
	for _, m := range p.marks {
		if m.key == key {
			y = m.y / p.laid[page].Height
		}
	}
	return page, y, ok
}

// Image draws a page, width pixels wide.
func (p *Pages) Image(i, width int) (*image.RGBA, error) { return p.file.Image(i, width) }

// Close lets go of the pages.
func (p *Pages) Close() error { return p.file.Close() }
