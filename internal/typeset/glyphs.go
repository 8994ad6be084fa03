package typeset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
)

// glyph is a character as it is set: in the face that has it, perhaps as
// another character that stands for it.
type glyph struct {
	face Face
	r    rune
	w    int  // thousandths of an em
	lack bool // no face has it; □ stands in its place
}

// shaper finds faces and widths for the characters of one document and keeps
// those that no face has.
type shaper struct {
	m       Metrics
	pages   [faceCount][256]*[256]glyph // cache by face and rune
	missing map[rune]string             // with the text it stands in
	// Rooms that every paragraph uses again.
	chars []char
	room  []item
	box   []rune
	word  []rune
	next  []rune
	fit   fitter
}

func newShaper(m Metrics) *shaper { return &shaper{m: m, missing: map[rune]string{}} }

// stand lists what may stand for a character that no face has: spaces and
// hyphens only, never a letter.
func stand(r rune) []rune {
	switch r {
	case '\u202f', '\u2009', '\u2007', '\u200a', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006':
		return []rune{'\u202f', '\u00a0', ' '}
	case '\u00a0':
		return []rune{' '}
	case '\u2011', '\u2010':
		return []rune{'\u2010', '-'}
	case '\u2212':
		return []rune{'–'}
	case '\u2015':
		return []rune{'—'}
	}
	return nil
}

// glyph resolves r as seen in face: the face itself, a stand-in of the face,
// the fallback face, and in the end the sign for what no face has.
func (s *shaper) glyph(f Face, r rune) glyph {
	if r > 0xFFFF || r < 0 {
		return s.hole(f)
	}
	page := s.pages[f][r>>8]
	if page == nil {
		page = new([256]glyph)
		s.pages[f][r>>8] = page
	}
	g := &page[r&255]
	if g.r == 0 {
		*g = s.find(f, r)
	}
	return *g
}

// hole is the sign that stands for a character no face has.
func (s *shaper) hole(f Face) glyph {
	for _, r := range []rune{'□', '?'} {
		for face, more := f, true; more; face, more = face.fallback() {
			if w, ok := s.m.Advance(face, r); ok {
				return glyph{face, r, w, true}
			}
		}
	}
	return glyph{f, '?', 0, true} // a font without a question mark is broken, and reported as such
}

func (s *shaper) find(f Face, r rune) glyph {
	if w, ok := s.m.Advance(f, r); ok {
		return glyph{f, r, w, false}
	}
	for _, c := range stand(r) {
		if w, ok := s.m.Advance(f, c); ok {
			return glyph{f, c, w, false}
		}
	}
	if next, ok := f.fallback(); ok {
		return s.find(next, r)
	}
	return s.hole(f)
}

// width is the width of a text of one line in points.
func (s *shaper) width(f Face, size float64, text string) float64 {
	w := 0
	for _, r := range clean(text) {
		if !invisible(r) {
			w += s.glyph(f, r).w
		}
	}
	return float64(w) * size / 1000
}

// Fragment is a stretch of text in one face.
type Fragment struct {
	Face Face
	Text string
	W    float64 // points
}

// fragments splits a text by the faces its characters are found in.
func (s *shaper) fragments(f Face, size float64, text string) []Fragment {
	var out []Fragment
	part := make([]byte, 0, 64) // of the last fragment
	end := func() {
		if n := len(out); n > 0 {
			out[n-1].Text = string(part)
		}
		part = part[:0]
	}
	for _, r := range clean(text) {
		if invisible(r) {
			continue
		}
		g := s.glyph(f, r)
		if g.lack {
			s.lack(r, text)
		}
		if n := len(out); n == 0 || out[n-1].Face != g.face {
			end()
			out = append(out, Fragment{Face: g.face})
		}
		part = utf8.AppendRune(part, g.r)
		out[len(out)-1].W += float64(g.w) * size / 1000
	}
	end()
	return out
}

// Prints reports whether a text with r can be set without a hole.
func Prints(m Metrics, r rune) bool {
	text := clean(string(r))
	if text == "" { // what is dropped leaves no hole
		return true
	}
	s := shaper{m: m}
	for _, r := range text {
		if !invisible(r) && (r > 0xFFFF || s.find(Serif, r).lack || s.find(SansBold, r).lack) {
			return false
		}
	}
	return true
}

// Splitter splits texts by the faces in which their characters are found, for
// the painter of a plot. What it has once looked up it knows; it is for one
// goroutine at a time.
type Splitter struct{ s *shaper }

// NewSplitter makes a splitter for characters of these widths.
func NewSplitter(m Metrics) *Splitter { return &Splitter{newShaper(m)} }

// Fragments are the parts of a text. A character that no face has is told by
// Missing, and □ stands in its place.
func (s *Splitter) Fragments(f Face, size float64, text string) []Fragment {
	return s.s.fragments(f, size, text)
}

// Missing are the characters so far that no face has, with a text of each.
func (s *Splitter) Missing() map[rune]string { return s.s.missing }

func (s *shaper) lack(r rune, text string) {
	if _, seen := s.missing[r]; !seen {
		s.missing[r] = text
	}
}

// err names the characters that no font has, with a text of each.
func (s *shaper) err() error {
	if len(s.missing) == 0 {
		return nil
	}
	return MissingGlyphs(s.missing)
}

// MissingGlyphs is the error for characters that no font has; texts says where
// each of them stands.
func MissingGlyphs(texts map[rune]string) error {
	var runes []rune
	for r := range texts {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	var parts []string
	for _, r := range runes {
		parts = append(parts, fmt.Sprintf("%q (U+%04X): %s", string(r), r, around(texts[r], r)))
	}
	return &briefing.Error{Code: briefing.CodeMissingGlyph, Op: "set pages", Path: strings.Join(parts, "; ")}
}

// around is the part of a text in which r first stands, on one line.
func around(text string, r rune) string {
	const before, after = 25, 15
	t := []rune(strings.Join(strings.Fields(text), " "))
	at := max(slices.Index(t, r), 0)
	from, to := max(at-before, 0), min(at+after, len(t))
	s := string(t[from:to])
	if from > 0 {
		s = "…" + s
	}
	if to < len(t) {
		s += "…"
	}
	return s
}

// clean makes a text fit to be set: valid UTF-8 in NFC, without controls,
// joiners and marks of order. Line feeds and soft hyphens stay, they mean
// something to the breaker.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u00ad' || r == '\u200b':
			return r
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return r
	}, s)
}

// invisible are the characters that only the breaker reads.
func invisible(r rune) bool { return r == '\n' || r == '\u00ad' || r == '\u200b' }

// plain reports whether clean has nothing to do: letters, digits and signs of
// the scripts at hand, none of which composes with its neighbour.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x20 && r < 0x7f, r >= 0xa0 && r < 0x300 && r != 0xad, r >= 0x400 && r < 0x483,
			r >= 0x2010 && r < 0x2028, r >= 0x2030 && r < 0x2060 && r != 0x2028, r == 0x202f, r == '№', r == '−', r == '\n',
			r >= 0x3001 && r < 0x3030, r >= 0x4e00 && r < 0xa000, r >= 0xff01 && r < 0xff5f:
		default:
			return false
		}
	}
	return true
}
