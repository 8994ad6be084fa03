package typeset

import (
	"errors"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one cut of a family of type.
type Face uint8

// The faces of a page. The tabular cuts have digits of one width, for numbers
// in tables. Han stands in for every character that the others lack.
const (
	Sans Face = iota
	SansSemi
	SansBold
	SansTab
	SansTabSemi
	Serif
	SerifItalic
	SerifBold
	SerifBoldItalic
	Han
	HanBold
	faceCount
)

// Faces lists the faces in a fixed order.
func Faces() []Face {
	out := make([]Face, faceCount)
	for i := range out {
		out[i] = Face(i)
	}
	return out
}

// String is the short name of the face, as the golden dumps print it.
func (f Face) String() string {
	names := [faceCount]string{
		"sans", "sans-semi", "sans-bold", "sans-tab", "sans-tab-semi",
		"serif", "serif-italic", "serif-bold", "serif-bold-italic", "han", "han-bold",
	}
	if f >= faceCount {
		return "?"
	}
	return names[f] //nolint:gosec // f is below faceCount, of which there are as many names
}

// fallback is the face to look in when f lacks a character.
func (f Face) fallback() (Face, bool) {
	switch f {
	case Sans, SansTab, Serif, SerifItalic:
		return Han, true
	case SansSemi, SansBold, SansTabSemi, SerifBold, SerifBoldItalic:
		return HanBold, true
	}
	return f, false
}

// Metrics tells the widths of characters.
type Metrics interface {
	// Advance is the width of r in thousandths of an em, rounded as a PDF
	// states it; ok is false when the face has no glyph for r.
	Advance(f Face, r rune) (width int, ok bool)
}

// Fonts are the Metrics of TrueType files. A file is parsed when a character
// of it is first asked for. Safe for concurrent use.
type Fonts struct {
	source func(Face) []byte
	mu     sync.Mutex
	faces  [faceCount]*loaded
	errs   []error
}

type loaded struct {
	font  *sfnt.Font // nil when the file is broken
	buf   sfnt.Buffer
	units fixed.Int26_6
	known map[rune]int // width, -1 for no glyph
}

// NewFonts makes the metrics of the fonts whose bytes source gives. The bytes
// are only read.
func NewFonts(source func(Face) []byte) *Fonts { return &Fonts{source: source} }

// Err is the error of loading, nil when every font asked for so far is sound.
func (f *Fonts) Err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return errors.Join(f.errs...)
}

// Advance implements Metrics.
func (f *Fonts) Advance(face Face, r rune) (int, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := f.load(face)
	if w, ok := l.known[r]; ok {
		return w, w >= 0
	}
	w := l.advance(r)
	l.known[r] = w
	return w, w >= 0
}

func (f *Fonts) load(face Face) *loaded {
	if l := f.faces[face]; l != nil {
		return l
	}
	l := &loaded{known: map[rune]int{}}
	font, err := sfnt.Parse(f.source(face))
	if err != nil {
		f.errs = append(f.errs, fmt.Errorf("font %s: %w", face, err))
	} else {
		l.font, l.units = font, fixed.Int26_6(font.UnitsPerEm())
	}
	f.faces[face] = l
	return l
}

func (l *loaded) advance(r rune) int {
	if l.font == nil || l.units == 0 {
		return -1
	}
	g, err := l.font.GlyphIndex(&l.buf, r)
	if err != nil || g == 0 {
		return -1
	}
	w, err := l.font.GlyphAdvance(&l.buf, g, l.units, font.HintingNone)
	if err != nil {
		return -1
	}
	return int((w*1000 + l.units/2) / l.units)
}
