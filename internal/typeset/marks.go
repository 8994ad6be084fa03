package typeset

import (
	"slices"
	"unicode"

	"golang.org/x/image/font"
)

// inker is what metrics may tell besides widths: where the ink of a character
// lies, in thousandths of an em from its origin and from the baseline.
type inker interface {
	Ink(f Face, r rune) (left, right, top int, ok bool)
}

// Ink implements inker.
func (f *Fonts) Ink(face Face, r rune) (left, right, top int, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := f.load(face)
	if l.font == nil || l.units == 0 {
		return 0, 0, 0, false
	}
	g, err := l.font.GlyphIndex(&l.buf, r)
	if err != nil || g == 0 {
		return 0, 0, 0, false
	}
	b, _, err := l.font.GlyphBounds(&l.buf, g, l.units, font.HintingNone)
	if err != nil {
		return 0, 0, 0, false
	}
	scale := func(v int) int { return v * 1000 / int(l.units) }
	return scale(int(b.Min.X)), scale(int(b.Max.X)), -scale(int(b.Min.Y)), true
}

// isMark tells marks that stand over a letter: the stress in «Цзиньпи́н».
func isMark(r rune) bool { return r >= 0x300 && r < 0x370 }

// marked places marks over their letters. Painting a run leaves them where the
// letter ends: fonts put them right by a table that painters do not read.
func (s *shaper) marked(boxes []Box) []Box {
	ink, ok := s.m.(inker)
	if !ok || !slices.ContainsFunc(boxes, hasMark) {
		return boxes
	}
	out := make([]Box, 0, len(boxes)+4)
	for _, b := range boxes {
		t, isText := b.(Text)
		if !isText || !hasMark(b) {
			out = append(out, b)
			continue
		}
		rest := t
		rest.S = ""
		x, base := t.X, rune(0)
		for _, r := range t.S {
			w, _ := s.m.Advance(t.Face, r)
			if isMark(r) && base != 0 {
				if rest.S != "" {
					out = append(out, rest)
				}
				mark := t
				mark.S = string(r)
				mark.X, mark.Y = s.over(ink, t, base, r, x)
				out = append(out, mark)
				rest.X, rest.S = x, ""
				continue
			}
			if rest.S == "" {
				rest.X = x
			}
			rest.S += string(r)
			base = r
			x += float64(w) * t.Size / 1000
		}
		if rest.S != "" {
			out = append(out, rest)
		}
	}
	return out
}

// over is where a mark stands whose letter ends at x: its ink over the middle
// of the letter's ink, raised over a capital.
func (s *shaper) over(ink inker, t Text, base, mark rune, x float64) (mx, my float64) {
	adv, _ := s.m.Advance(t.Face, base)
	l, r, _, ok := ink.Ink(t.Face, base)
	ml, mr, _, okMark := ink.Ink(t.Face, mark)
	if !ok || !okMark {
		return x, t.Y
	}
	shift := float64((l+r)/2-adv) - float64(ml+mr)/2
	mx, my = x+shift*t.Size/1000, t.Y
	if unicode.IsUpper(base) {
		_, _, low, _ := ink.Ink(t.Face, 'о')
		_, _, high, _ := ink.Ink(t.Face, 'О')
		my -= float64(high-low) * t.Size / 1000
	}
	return mx, my
}

func hasMark(b Box) bool {
	t, ok := b.(Text)
	if !ok {
		return false
	}
	for _, r := range t.S {
		if isMark(r) {
			return true
		}
	}
	return false
}
