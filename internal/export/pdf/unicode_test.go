package pdf_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"briefing/assets"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset"
	"briefing/internal/typeset/typesettest"
)

// everywhere is a document with a text in every field that has one.
func everywhere(l briefing.Lang, s string) *document.Document {
	n := briefing.SomeNum("1234.5")
	p := document.ChartPoint{Value: n, Label: s, Sub: s, PartLabel: s, PartSub: s, PlanLabel: s, Part: briefing.SomeNum("3"), PlanLow: briefing.SomeNum("7")}
	d := &document.Document{
		Lang: l, Form: s, Title: s, Subject: s, Author: s, Keywords: s, Page: document.A4(false),
		HeadLeft: s, HeadRight: s, FootLeft: s, FootWord: s, FootWords: s, Mark: []string{s}, Watermark: s, Draft: true,
		Words: document.Words{Page: s, Contents: s, Continuation: s, FigureContinued: s},
	}
	cell := document.Cell{Text: s, Word: s, Mark: s, Sub: s}
	number := document.Cell{Number: n, Word: s, Mark: s, Sub: s}
	blocks := []document.Block{
		document.Heading{Text: s, Level: 2},
		document.Paragraph{Runs: []document.Run{{Text: s, Bold: true, Link: s}, {Text: s, Italic: true, Link: "#" + s}, {Text: s, Small: true}}},
		document.Paragraph{Style: document.Lead, Runs: document.Plain(s)},
		document.Paragraph{Style: document.Quote, Runs: document.Plain(s)},
		document.Paragraph{Style: document.Bullet, Runs: document.Plain(s)},
		document.Note{Title: s, Runs: document.Plain(s)},
		document.Note{Title: s, Runs: document.Plain(s), Framed: true},
		document.Banner{Kicker: s, Title: s, Subtitle: s, Side: []string{s}, Filled: true},
		document.KeyFigures{Items: []document.KeyFigure{{Word: s, Number: s, Unit: s, What: s, Change: s, Source: s, Stamp: s}}, After: s},
		document.Points{Items: []document.Point{{Number: s, Title: s, Runs: document.Plain(s), Tag: s, Tail: s}, {Number: s, Runs: document.Plain(s), Tag: s, Tail: s}}},
		document.Columns{Left: []document.Block{document.Paragraph{Style: document.Text, Runs: document.Plain(s)}}, Right: []document.Block{document.Heading{Text: s}}},
		document.Table{
			ID: s, Label: s, Title: s, Unit: s, Source: s, Stamp: s, Notes: []string{s},
			Columns: []document.Column{{Key: s, Title: s, Unit: s}, {Title: s, Kind: document.NumberColumn, Decimals: 1}, {Title: s}},
			Groups:  []document.HeadGroup{{Title: s, From: 1, To: 2}},
			Rows: []document.Row{
				{Cells: []document.Cell{cell, number, {Runs: document.Plain(s)}}, Anchor: s},
				{Kind: document.GroupRow, Cells: []document.Cell{cell}},
				{Kind: document.TotalRow, Cells: []document.Cell{cell, number, {Spark: []briefing.MaybeNumber{n, n}}}},
			},
		},
		document.SignOff{Lines: []document.SignLine{{Label: s, Post: s, Name: s}}},
	}
	for kind := document.Bars; kind <= document.Sparkline; kind++ {
		blocks = append(blocks, document.Chart{
			ID: s, Kind: kind, Label: s, Title: s, Caption: s, Source: s, Stamp: s, Alt: s, Unit: s, SubHead: s, Totals: []string{s, s},
			Categories: []string{s, s}, Key: []document.KeyEntry{{Text: s}},
			Series: []document.Series{{Name: s, Points: []document.ChartPoint{p, p}}, {Name: s, Points: []document.ChartPoint{p, p}}, {Name: s, Points: []document.ChartPoint{p, p, p}}},
		})
	}
	d.Sections = []document.Section{
		{Key: s, Silent: true, Blocks: []document.Block{document.Cover{
			Organisation: []string{s}, Kicker: s, Title: s, Subtitle: s, Facts: []document.LabelValue{{Label: s, Lines: []string{s}}},
			Contents: true, Sign: []document.LabelValue{{Label: s, Lines: []string{s}}}, City: s,
		}}},
		{Key: "a" + s, Number: s, Level: 1, Title: s, Deck: s, NewPage: true, Blocks: blocks},
		{Key: "b", Number: s, Level: 2, Title: s, Bare: true, Blocks: []document.Block{document.Banner{Title: s}}},
	}
	return d
}

// hostile are the texts that fields should never have held.
func hostile() map[string]string {
	return map[string]string{
		"invalid UTF-8":       "Экспорт \xff\xfe\xc3 мяса",
		"outside the BMP":     "План 😀 и 𠀀 на 2023 год 🇨🇳",
		"unassigned":          "a \u0378 \uFFFE \U000E0FFF b",
		"right to left":       "مرحبا بالعالم и שלום \u202Eтекст\u202C",
		"controls":            "a\x00b\x01\x1b[31mc\td\re\ffg\u0085\u2028h\u2029i",
		"combining":           "йод и ёж, Андрей, é̂̃̄̅̆̇̈̉, а\u0301",
		"many marks":          "е" + strings.Repeat("\u0301", 500),
		"soft hyphens":        "вы\u00adсо\u00adко\u00adтех\u00adно\u00adло\u00adгич\u00adный \u00ad\u00ad \u00ad",
		"a long word":         strings.Repeat("щ", 10000),
		"a long number":       strings.Repeat("1234567890", 300),
		"no glyph":            "ꙮ ᚠ ၍ ⶸ \uE000 \uF8FF",
		"joiners":             "\u200d\u200c\u200b\u2060\ufeff 👨\u200d👩\u200d👧 a\u200db",
		"spaces only":         "  \u00a0\u202f\u2009 \u3000 ",
		"line feeds":          "\n\n\na\n\n\nb\n",
		"full-width":          "ＡＢＣ，１２３；（测试）《》「」",
		"long Chinese":        strings.Repeat("中国自俄罗斯进口肉类产品", 400),
		"signs of the format": "(a) \\ <</Type /Page>> endstream %%EOF &amp; <b>",
		"surrogate halves":    "\xed\xa0\x80\xed\xb0\x80",
	}
}

func TestAnyTextInAnyFieldGivesAPage(t *testing.T) {
	for name, s := range hostile() {
		for _, l := range briefing.Langs() {
			d := everywhere(l, s)
			if len(s) > 2000 && l != briefing.RU {
				continue
			}
			if len(s) > 2000 { // one long field after the other would be thousands of pages
				d.Words.Continuation = ""
				d.Sections[1].Blocks = d.Sections[1].Blocks[:5]
			}
			if err := pdf.Write(io.Discard, d); err != nil {
				t.Errorf("%s, %s: %v", name, l, err)
			}
		}
	}
}

// painted are the glyphs that pages ask of the faces.
func missingGlyphs(pages []typeset.Page) []string {
	fonts := typeset.NewFonts(func(f typeset.Face) []byte { return assets.FontShared(fontNames()[f]) })
	var out []string
	for _, p := range pages {
		for _, b := range p.Boxes {
			if x, ok := b.(typeset.Text); ok {
				for _, r := range x.S {
					if _, ok := fonts.Advance(x.Face, r); !ok {
						out = append(out, fmt.Sprintf("page %d: %s has no %U in %q", p.Number, x.Face, r, x.S))
					}
				}
			}
		}
	}
	return out
}

func fontNames() map[typeset.Face]assets.FontName {
	return map[typeset.Face]assets.FontName{
		typeset.Sans: assets.GolosRegular, typeset.SansSemi: assets.GolosSemiBold, typeset.SansBold: assets.GolosBold,
		typeset.SansTab: assets.GolosTabularRegular, typeset.SansTabSemi: assets.GolosTabularSemiBold,
		typeset.Serif: assets.SerifRegular, typeset.SerifItalic: assets.SerifItalic,
		typeset.SerifBold: assets.SerifBold, typeset.SerifBoldItalic: assets.SerifBoldItalic,
		typeset.Han: assets.HanRegular, typeset.HanBold: assets.HanBold,
	}
}

// TestEveryGlyphIsInTheFontThatPaintsIt looks at the boxes: text taken out of a
// file cannot show an empty box.
func TestEveryGlyphIsInTheFontThatPaintsIt(t *testing.T) {
	docs := map[string]*document.Document{}
	for _, l := range briefing.Langs() {
		docs["sample "+string(l)] = typesettest.Sample(l)
		for name, s := range hostile() {
			if len(s) < 2000 {
				docs[name+" "+string(l)] = everywhere(l, s)
			}
		}
	}
	for name, d := range docs {
		pages, err := pdf.Pages(d)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, m := range missingGlyphs(pages) {
			t.Errorf("%s: %s", name, m)
		}
	}
}

// TestAMissingGlyphIsNamedWithItsField wants a file that is issued to be
// refused with the character and where it stands.
func TestAMissingGlyphIsNamedWithItsField(t *testing.T) {
	d := typesettest.Sample(briefing.RU)
	d.Sections[1].Title = "Главное ᚠ"
	err := pdf.Write(io.Discard, d)
	if briefing.CodeOf(err) != briefing.CodeMissingGlyph || !strings.Contains(err.Error(), "U+16A0") || !strings.Contains(err.Error(), "Главное") {
		t.Errorf("got %v", err)
	}
}

// FuzzWholeWay puts chance into every field and wants a file without a panic,
// whose glyphs all are in their fonts.
func FuzzWholeWay(f *testing.F) {
	for _, s := range hostile() {
		if len(s) < 1000 {
			f.Add(s, uint64(1))
		}
	}
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		if len(s) > 400 {
			s = s[:400]
		}
		r := rand.New(rand.NewPCG(seed, 3))
		for range r.IntN(30) { // characters from everywhere, which mutation seldom finds
			c := rune(r.IntN(0x3000))
			if r.IntN(4) == 0 {
				c = rune(r.IntN(utf8.MaxRune + 1))
			}
			s += string(c)
		}
		d := everywhere(briefing.Langs()[seed%3], s)
		pages, err := pdf.Pages(d)
		if err != nil {
			t.Fatal(err)
		}
		if m := missingGlyphs(pages); len(m) > 0 {
			t.Fatal(m[0])
		}
		if err := pdf.WritePages(io.Discard, d, pages); err != nil {
			t.Fatal(err)
		}
	})
}
