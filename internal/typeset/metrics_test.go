package typeset_test

import (
	"testing"

	"briefing/assets"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// even are metrics without fonts: Chinese characters are an em wide, spaces a
// quarter, all others a half. Nothing is missing but what lies in the private
// use area.
type even struct{}

func (even) Advance(_ typeset.Face, r rune) (int, bool) {
	switch {
	case r >= 0xE000 && r < 0xF900:
		return 0, false
	case r == ' ' || r == '\u00a0' || r == '\u202f':
		return 250, true
	case r >= 0x2E80 && r < 0xFF60:
		return 1000, true
	case r >= 0x300 && r < 0x370:
		return 0, true
	}
	return 500, true
}

// width is the width of a run under even metrics.
func (m even) width(t typeset.Text) float64 {
	w := 0
	for _, r := range t.S {
		a, _ := m.Advance(t.Face, r)
		w += a
	}
	return float64(w) * t.Size / 1000
}

// fonts are the program's own.
func fonts() *typeset.Fonts {
	names := map[typeset.Face]assets.FontName{
		typeset.Sans: assets.GolosRegular, typeset.SansSemi: assets.GolosSemiBold, typeset.SansBold: assets.GolosBold,
		typeset.SansTab: assets.GolosTabularRegular, typeset.SansTabSemi: assets.GolosTabularSemiBold,
		typeset.Serif: assets.SerifRegular, typeset.SerifItalic: assets.SerifItalic,
		typeset.SerifBold: assets.SerifBold, typeset.SerifBoldItalic: assets.SerifBoldItalic,
		typeset.Han: assets.HanRegular, typeset.HanBold: assets.HanBold,
	}
	return typeset.NewFonts(func(f typeset.Face) []byte { return assets.FontShared(names[f]) })
}

func TestFontsTellWidthsAndGaps(t *testing.T) {
	f := fonts()
	for _, c := range []struct {
		face  typeset.Face
		r     rune
		width int
		ok    bool
	}{
		{typeset.Sans, '1', 485, true},
		{typeset.SansTab, '1', 620, true},
		{typeset.SansTab, '8', 620, true},
		{typeset.Serif, 'а', 505, true},
		{typeset.Serif, '\u202f', 0, false},
		{typeset.Sans, '山', 0, false},
		{typeset.Han, '山', 1000, true},
		{typeset.Han, '龘', 0, false},
	} {
		w, ok := f.Advance(c.face, c.r)
		if ok != c.ok || ok && w != c.width {
			t.Errorf("%s %q: got %d %v, want %d %v", c.face, c.r, w, ok, c.width, c.ok)
		}
	}
	if err := f.Err(); err != nil {
		t.Errorf("sound fonts: %v", err)
	}
}

func TestABrokenFontIsAnErrorNotAPanic(t *testing.T) {
	f := typeset.NewFonts(func(typeset.Face) []byte { return []byte("no font") })
	if _, ok := f.Advance(typeset.Sans, 'a'); ok {
		t.Error("a broken font has no characters")
	}
	if f.Err() == nil {
		t.Error("no error")
	}
}

func TestTheStressStandsOverItsLetter(t *testing.T) {
	f := fonts()
	d := &document.Document{Page: document.A4(false), Sections: []document.Section{{Title: "A", Blocks: []document.Block{
		document.Paragraph{Style: document.Small, Runs: document.Plain("Гун Цзяцзя\u0301 Ю\u0301рий")},
	}}}}
	pages, err := typeset.Set(d, f, nil)
	if err != nil {
		t.Fatal(err)
	}
	var runs []typeset.Text
	for _, b := range pages[0].Boxes {
		if x, ok := b.(typeset.Text); ok && x.Size == 8.75 {
			runs = append(runs, x)
		}
	}
	if len(runs) != 5 || runs[1].S != "\u0301" || runs[3].S != "\u0301" {
		t.Fatalf("runs %+v", runs)
	}
	before, mark := runs[0], runs[1]
	l, r, _, _ := f.Ink(mark.Face, '\u0301')
	middle := mark.X + float64(l+r)/2*mark.Size/1000
	end := before.X
	for _, c := range before.S {
		w, _ := f.Advance(before.Face, c)
		end += float64(w) * before.Size / 1000
	}
	if w, _ := f.Advance(before.Face, 'я'); middle > end-float64(w)*0.3*before.Size/1000 || middle < end-float64(w)*0.7*before.Size/1000 {
		t.Errorf("the mark's middle is at %.2f, the letter ends at %.2f", middle, end)
	}
	if runs[3].Y >= mark.Y {
		t.Error("a mark over a capital stands higher")
	}
}
