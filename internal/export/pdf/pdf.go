// Package pdf writes a document as PDF. It is the only importer of gofpdf and
// keeps its traps to itself.
//
// It promises: fonts embedded and cut to the characters used, charts as
// vectors, text that can be taken out in reading order, the same bytes for the
// same document, and an error instead of a damaged file whatever the document
// holds. Nothing is written before the whole file stands.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"gonum.org/v1/plot/vg"

	"briefing/assets"
	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
	"briefing/internal/routine"
	"briefing/internal/typeset"
)

// Write sets the document and writes it as PDF. The error is a briefing.Error:
// CodeMissingGlyph when characters have no font and the document is no draft,
// CodeCannotWrite when w fails.
func Write(w io.Writer, d *document.Document) error {
	pages, err := Pages(d)
	if err != nil {
		return err
	}
	return WritePages(w, d, pages)
}

// Pages sets the document without writing it: for the count of pages, and for
// finding the record under a point of a page. A draft shows □ for a character
// that no font has; of anything else such a character is the error.
func Pages(d *document.Document) (pages []typeset.Page, err error) {
	defer recovered("set pages", &err)
	fonts := sharedFonts()
	pages, err = typeset.Set(d, fonts, plotHeight)
	if fontErr := fonts.Err(); fontErr != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "load fonts", Err: fontErr}
	}
	if d.Draft && briefing.CodeOf(err) == briefing.CodeMissingGlyph {
		err = nil
	}
	return pages, err
}

// Prints reports whether one of the fonts has the character, or one of its
// kind that stands for it. It is safe for concurrent use.
func Prints(r rune) bool {
	if r < 0 || r > 0xFFFF {
		return typeset.Prints(sharedFonts(), r)
	}
	word, bit := r>>6, uint64(1)<<(r&63)
	if asked[word].Load()&bit == 0 {
		if typeset.Prints(sharedFonts(), r) {
			found[word].Or(bit)
		}
		asked[word].Or(bit)
	}
	return found[word].Load()&bit != 0
}

// What Prints has found: texts of a pack ask for the same letters thousands of
// times.
var asked, found [0x10000 / 64]atomic.Uint64

// WritePages writes pages that Pages has set from the document.
func WritePages(w io.Writer, d *document.Document, pages []typeset.Page) (err error) {
	out, err := build(d, pages)
	if err != nil {
		return err
	}
	if _, err := w.Write(out); err != nil {
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "write PDF", Err: err}
	}
	return nil
}

// build makes the whole file. gofpdf panics on some of what it can't bear, so
// a panic becomes an error.
func build(d *document.Document, pages []typeset.Page) (out []byte, err error) {
	defer recovered("build PDF", &err)
	drawn, err := plots(d, pages)
	if err != nil {
		return nil, err
	}
	p, err := newPainter(pages, used(pages, drawn))
	if err != nil {
		return nil, err
	}
	for i := range pages {
		p.page(&pages[i], drawn)
	}
	var buf bytes.Buffer
	if err := p.output(&buf); err != nil {
		return nil, err
	}
	return finish(buf.Bytes(), d, pages, p.embedded())
}

func recovered(op string, err *error) {
	if r := recover(); r != nil {
		*err = &briefing.Error{Code: briefing.CodeInternal, Op: op, Err: fmt.Errorf("panic: %v", r)}
	}
}

// sharedFonts are the program's fonts, parsed once for all documents.
var sharedFonts = sync.OnceValue(func() *typeset.Fonts {
	return typeset.NewFonts(func(f typeset.Face) []byte { return assets.FontShared(FontOf(f)) })
})

// Ready reads the fonts, which otherwise happens in the course of the first
// document.
func Ready() {
	for _, f := range typeset.Faces() {
		sharedFonts().Advance(f, ' ')
	}
}

// FontOf is the font of a face.
func FontOf(f typeset.Face) assets.FontName {
	switch f {
	case typeset.SansSemi:
		return assets.GolosSemiBold
	case typeset.SansBold:
		return assets.GolosBold
	case typeset.SansTab:
		return assets.GolosTabularRegular
	case typeset.SansTabSemi:
		return assets.GolosTabularSemiBold
	case typeset.Serif:
		return assets.SerifRegular
	case typeset.SerifItalic:
		return assets.SerifItalic
	case typeset.SerifBold:
		return assets.SerifBold
	case typeset.SerifBoldItalic:
		return assets.SerifBoldItalic
	case typeset.Han:
		return assets.HanRegular
	case typeset.HanBold:
		return assets.HanBold
	}
	return assets.GolosRegular
}

func plotHeight(c *document.Chart, width float64) float64 {
	return float64(chart.Height(c, vg.Length(width)))
}

// plots draws the charts of all pages into lists of strokes, fills and texts,
// several at a time: each has its own canvas. Of several faults the first one's
// is told, whoever was ahead.
func plots(d *document.Document, pages []typeset.Page) (map[*document.Chart][]mark, error) {
	var todo []typeset.Plot
	for i := range pages {
		for _, b := range pages[i].Boxes {
			if pl, ok := b.(typeset.Plot); ok && pl.H > 0 {
				todo = append(todo, pl)
			}
		}
	}
	marks, errs := make([][]mark, len(todo)), make([]error, len(todo))
	abreast(len(todo), func() func(int) {
		return func(i int) { marks[i], errs[i] = drawPlot(d, todo[i]) }
	})
	drawn := map[*document.Chart][]mark{}
	for i, pl := range todo {
		if errs[i] != nil {
			return nil, errs[i]
		}
		drawn[pl.Chart] = marks[i]
	}
	return drawn, nil
}

// abreast does n pieces of work, several at a time; each hand is one at its
// pieces, with tools of its own.
func abreast(n int, hand func() func(i int)) {
	var next atomic.Int64
	var g routine.Group
	for range min(runtime.GOMAXPROCS(0), n) {
		g.Go(func() {
			do := hand()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	g.Wait()
}

func drawPlot(d *document.Document, pl typeset.Plot) ([]mark, error) {
	c := newCanvas(pl.H)
	if err := chart.Draw(pl.Chart, d.Lang, c, vg.Length(pl.W), vg.Length(pl.H)); err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "draw chart", Path: pl.Chart.ID, Err: err}
	}
	if missing := c.text.Missing(); len(missing) > 0 && !d.Draft {
		return nil, typeset.MissingGlyphs(missing)
	}
	if c.err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "draw chart", Path: pl.Chart.ID, Err: c.err}
	}
	return c.marks, nil
}

// used gathers the characters of each face.
func used(pages []typeset.Page, drawn map[*document.Chart][]mark) map[typeset.Face]*chars {
	out := map[typeset.Face]*chars{}
	add := func(f typeset.Face, s string) {
		if s == "" {
			return
		}
		if out[f] == nil {
			out[f] = &chars{}
		}
		out[f].add(s)
	}
	for i := range pages {
		for _, b := range pages[i].Boxes {
			if t, ok := b.(typeset.Text); ok {
				add(t.Face, t.S)
			}
		}
	}
	for _, marks := range drawn {
		for _, m := range marks {
			if m.text != nil {
				add(m.text.Face, m.text.S)
			}
		}
	}
	return out
}
