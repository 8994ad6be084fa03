package assets_test

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"briefing/assets"
)

//go:embed testdata/han.txt
var hanText string

// What each family promises to draw.
const (
	cyrillic = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
	latin    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	signs    = " \u00a0.,:;!?()[]+-/%«»„“”’–—…№±×·°−"
	pinyin   = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"
	chinese  = "、。，；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·～％￥①⑳"
	names    = "镕喆堃"
	standIn  = "\u202f\u2007\u2009▲▼◇→☐≠≈≤≥✓"
)

func promised(name assets.FontName) string {
	base := cyrillic + latin + signs
	switch {
	case strings.HasPrefix(string(name), "NotoSansSC"):
		return base + pinyin + chinese + names + standIn + strings.ReplaceAll(hanText, "\n", "")
	case strings.HasPrefix(string(name), "PTSerif"):
		return base + "₽\u2011≠≈≤≥"
	case strings.Contains(string(name), "Tabular"):
		return base + "₽\u2011\u202f\u2007→"
	default:
		return base + "₽\u2011\u202f\u2009→"
	}
}

func parse(t *testing.T, name assets.FontName) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(assets.FontShared(name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func TestEveryFontDrawsWhatItPromises(t *testing.T) {
	for _, name := range assets.FontNames() {
		t.Run(string(name), func(t *testing.T) {
			f := parse(t, name)
			if upem := f.UnitsPerEm(); upem != 1000 {
				t.Errorf("units per em: %d, want 1000", upem)
			}
			var buf sfnt.Buffer
			var missing []rune
			for _, r := range promised(name) {
				i, err := f.GlyphIndex(&buf, r)
				if err != nil {
					t.Fatal(err)
				}
				if i == 0 {
					missing = append(missing, r)
				}
			}
			if len(missing) > 0 {
				t.Errorf("%d characters missing: %q", len(missing), string(missing[:min(len(missing), 40)]))
			}
		})
	}
}

// Every character of the two Chinese standards must have an outline, not just a place in the map.
func TestHanGlyphsHaveOutlines(t *testing.T) {
	for _, name := range []assets.FontName{assets.HanRegular, assets.HanBold} {
		f := parse(t, name)
		var buf sfnt.Buffer
		for _, r := range strings.ReplaceAll(hanText, "\n", "") {
			if r == '\u3000' {
				continue // the ideographic space is empty by nature
			}
			i, err := f.GlyphIndex(&buf, r)
			if err != nil {
				t.Fatal(err)
			}
			segments, err := f.LoadGlyph(&buf, i, fixed.I(1000), nil)
			if err != nil || len(segments) == 0 {
				t.Errorf("%s: %c U+%04X has no outline (%v)", name, r, r, err)
			}
		}
	}
}

func TestHanListHoldsBothStandards(t *testing.T) {
	runes := []rune(strings.ReplaceAll(hanText, "\n", ""))
	if !slices.IsSorted(runes) || len(slices.Compact(slices.Clone(runes))) != len(runes) {
		t.Error("the list is not sorted, or repeats itself")
	}
	han := 0
	for _, r := range runes {
		if r >= 0x3400 && r <= 0x9fff || r >= 0x20000 {
			han++
		}
	}
	// 125 of the 6 763 of GB 2312 are not among the 8 105 of the general table.
	if han != 8105+125 {
		t.Errorf("%d Han characters, %d expected", han, 8105+125)
	}
}

func TestTabularDigitsShareOneAdvance(t *testing.T) {
	for _, name := range []assets.FontName{
		assets.GolosTabularRegular, assets.GolosTabularSemiBold,
		assets.SerifRegular, assets.SerifItalic, assets.SerifBold, assets.SerifBoldItalic,
		assets.HanRegular, assets.HanBold,
	} {
		f := parse(t, name)
		text := "0123456789"
		if !strings.HasPrefix(string(name), "PTSerif") {
			text += "\u2007"
		}
		want := advance(t, f, '0')
		for _, r := range text {
			if got := advance(t, f, r); got != want {
				t.Errorf("%s: %q is %v wide, 0 is %v", name, r, got, want)
			}
		}
	}
}

func advance(t *testing.T, f *sfnt.Font, r rune) fixed.Int26_6 {
	t.Helper()
	var buf sfnt.Buffer
	i, err := f.GlyphIndex(&buf, r)
	if err != nil || i == 0 {
		t.Fatalf("%q: glyph %d, %v", r, i, err)
	}
	a, err := f.GlyphAdvance(&buf, i, fixed.I(1000), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The tables that matter to a PDF writer: outlines are TrueType, and the font
// may be embedded and cut (fsType 0 of OS/2, the freest value).
func TestEveryFontMayBeEmbedded(t *testing.T) {
	for _, name := range assets.FontNames() {
		data := assets.FontShared(name)
		tables := tablesOf(data)
		if binary.BigEndian.Uint32(data) != 0x00010000 || tables["glyf"] == nil || tables["CFF "] != nil {
			t.Errorf("%s: not TrueType outlines", name)
		}
		if os2 := tables["OS/2"]; len(os2) < 10 || binary.BigEndian.Uint16(os2[8:]) != 0 {
			t.Errorf("%s: OS/2 does not allow embedding without limits", name)
		}
	}
}

func tablesOf(data []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		offset, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		tables[string(entry[:4])] = data[offset : offset+length]
	}
	return tables
}

func TestEveryFontSetsPDFText(t *testing.T) {
	for _, name := range assets.FontNames() {
		t.Run(string(name), func(t *testing.T) {
			sample := "Экспорт 1 234,5 ₽ 31.12.2022 «до» — Export"
			if strings.HasPrefix(string(name), "NotoSansSC") {
				sample = "2022年，出口额约 1 234.5 万吨。镕喆堃《备忘录》Экспорт ▲▼◇☐"
			}
			doc := gofpdf.New("P", "mm", "A4", "")
			doc.AddUTF8FontFromBytes("f", "", assets.Font(name))
			doc.AddPage()
			doc.SetFont("f", "", 12)
			doc.Text(20, 30, sample)
			var out bytes.Buffer
			if err := doc.Output(&out); err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) || !bytes.Contains(out.Bytes(), []byte("/FontFile2")) {
				t.Errorf("no embedded TrueType font in %d bytes", out.Len())
			}
		})
	}
}

func TestCopiesOfFontsAreTheirOwners(t *testing.T) {
	for _, name := range assets.FontNames() {
		copied, shared := assets.Font(name), assets.FontShared(name)
		if !bytes.Equal(copied, shared) {
			t.Fatalf("%s: the copy differs", name)
		}
		copied[0] ^= 0xff
		if copied[0] == assets.FontShared(name)[0] {
			t.Errorf("%s: the copy is shared", name)
		}
		if cap(shared) != len(shared) {
			t.Errorf("%s: appending would write into the program's bytes", name)
		}
	}
	if assets.Font("no such font") != nil {
		t.Error("an unknown name gives bytes")
	}
}

// The window sets a line's baseline by the tallest font in it.
func TestChineseStandsOnTheLineOfItsNeighbours(t *testing.T) {
	height := func(name assets.FontName) (ascent, descent, gap fixed.Int26_6) {
		m, err := parse(t, name).Metrics(nil, fixed.I(1000), font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		return m.Ascent, m.Descent, m.Height - m.Ascent - m.Descent
	}
	ascent, descent, gap := height(assets.GolosRegular)
	for _, name := range []assets.FontName{assets.HanRegular, assets.HanBold} {
		if a, d, g := height(name); a != ascent || d != descent || g != gap {
			t.Errorf("%s: ascent %v, descent %v, gap %v; Golos Text has %v, %v, %v", name, a, d, g, ascent, descent, gap)
		}
	}
}

func TestThePackedFontsAreTheSame(t *testing.T) {
	regular, bold := assets.HanPacked()
	for name, packed := range map[assets.FontName][]byte{assets.HanRegular: regular, assets.HanBold: bold} {
		plain := parse(t, name)
		other, err := sfnt.Parse(packed)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if plain.NumGlyphs() != other.NumGlyphs() {
			t.Fatalf("%s: %d glyphs, %d packed", name, plain.NumGlyphs(), other.NumGlyphs())
		}
		const units = 1000
		var b sfnt.Buffer
		for _, r := range promised(name) {
			glyph, err := plain.GlyphIndex(&b, r)
			packed, err2 := other.GlyphIndex(&b, r)
			if err != nil || err2 != nil || glyph != packed {
				t.Fatalf("%s: %q is glyph %d (%v), packed %d (%v)", name, r, glyph, err, packed, err2)
			}
			advance, err := plain.GlyphAdvance(&b, glyph, fixed.I(units), font.HintingNone)
			width, err2 := other.GlyphAdvance(&b, glyph, fixed.I(units), font.HintingNone)
			is, has := drawn(t, plain, glyph, units), drawn(t, other, glyph, units)
			if err != nil || err2 != nil || advance != width || !near(is, has) {
				t.Errorf("%s: %q is %v wide in %v, packed %v in %v (%v, %v)", name, r, advance, is, width, has, err, err2)
			}
		}
	}
}

// drawn is the rectangle of a glyph's outline, gone along in steps.
func drawn(t *testing.T, f *sfnt.Font, glyph sfnt.GlyphIndex, units int) (out fixed.Rectangle26_6) {
	t.Helper()
	outline, err := f.LoadGlyph(&sfnt.Buffer{}, glyph, fixed.I(units), nil)
	if err != nil {
		t.Fatal(err)
	}
	var at fixed.Point26_6
	meet := func(x, y float64) {
		p := fixed.Point26_6{X: fixed.Int26_6(x), Y: fixed.Int26_6(y)}
		if out.Empty() && out.Min == out.Max {
			out = fixed.Rectangle26_6{Min: p, Max: p.Add(fixed.Point26_6{X: 1, Y: 1})}
		}
		out.Min.X, out.Min.Y = min(out.Min.X, p.X), min(out.Min.Y, p.Y)
		out.Max.X, out.Max.Y = max(out.Max.X, p.X), max(out.Max.Y, p.Y)
	}
	const steps = 16
	for _, s := range outline {
		a := s.Args
		switch s.Op {
		case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
			meet(float64(a[0].X), float64(a[0].Y))
			at = a[0]
		case sfnt.SegmentOpQuadTo:
			for n := range steps + 1 {
				u := float64(n) / steps
				mix := func(p, q, r fixed.Int26_6) float64 {
					return (1-u)*(1-u)*float64(p) + 2*u*(1-u)*float64(q) + u*u*float64(r)
				}
				meet(mix(at.X, a[0].X, a[1].X), mix(at.Y, a[0].Y, a[1].Y))
			}
			at = a[1]
		case sfnt.SegmentOpCubeTo:
			for n := range steps + 1 {
				u := float64(n) / steps
				mix := func(p, q, r, s fixed.Int26_6) float64 {
					return (1-u)*(1-u)*(1-u)*float64(p) + 3*u*(1-u)*(1-u)*float64(q) + 3*u*u*(1-u)*float64(r) + u*u*u*float64(s)
				}
				meet(mix(at.X, a[0].X, a[1].X, a[2].X), mix(at.Y, a[0].Y, a[1].Y, a[2].Y))
			}
			at = a[2]
		}
	}
	return out
}

// near reports whether rectangles differ by a thousandth of the letter's size or
// less: the middle points of curves are rounded to whole units in the one form.
func near(a, b fixed.Rectangle26_6) bool {
	for _, d := range []fixed.Int26_6{a.Min.X - b.Min.X, a.Min.Y - b.Min.Y, a.Max.X - b.Max.X, a.Max.Y - b.Max.Y} {
		if d < -fixed.I(1) || d > fixed.I(1) {
			return false
		}
	}
	return true
}
