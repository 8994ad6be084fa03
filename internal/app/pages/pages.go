// Package pages makes the preview of a pack: the very bytes that an export
// would write, as page images. It is apart from app so that a build without a
// window carries no engine for pages.
package pages

import (
	"context"
	"image"
	"strings"

	"briefing/internal/app"
	"briefing/internal/preview"
)

// Maker makes previews. The engine behind it starts with the first one.
type Maker struct{ engine *preview.Engine }

// New makes a maker that keeps its engine compiled in the folder.
func New(cacheDir string) *Maker { return &Maker{preview.New(cacheDir)} }

// CacheDir is the system's place for the compiled engine.
func CacheDir() string { return preview.CacheDir() }

// Close stops the engine.
func (m *Maker) Close() error { return m.engine.Close() }

// Pages are the pages of one output.
type Pages struct {
	file     *preview.File
	sections map[string]int
}

// Make builds the output as a draft and opens its pages. It takes a moment and
// runs beside the window's goroutine.
func (m *Maker) Make(ctx context.Context, p *app.Project, o app.ExportOptions) (*Pages, error) {
	data, err := p.PDF(o)
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
	out := &Pages{file: f, sections: map[string]int{}}
	for _, key := range p.ArrangedKeys() {
		title := p.SectionTitle(key, o.Lang)
		for _, mark := range f.Outline() {
			if strings.HasSuffix(mark.Title, title) {
				out.sections[key] = mark.Page
				break
			}
		}
	}
	return out, nil
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

// Section is the page on which a section begins; ok is false when it is not
// printed.
func (p *Pages) Section(key string) (page int, ok bool) {
	page, ok = p.sections[key]
	return page, ok
}

// Image draws a page, width pixels wide.
func (p *Pages) Image(i, width int) (*image.RGBA, error) { return p.file.Image(i, width) }

// Close lets go of the pages.
func (p *Pages) Close() error { return p.file.Close() }
