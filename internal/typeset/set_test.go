package typeset_test

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
	"briefing/internal/typeset/typesettest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// plain gives every chart the same height.
func plain(*document.Chart, float64) float64 { return 150 }

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s, line %d:\n got %s\nwant %s", name, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", name, len(g), len(w))
}

func TestSampleStandsWhereItDid(t *testing.T) {
	for _, l := range briefing.Langs() {
		d := typesettest.Sample(l)
		if l != briefing.RU { // one language shows all blocks, the others what differs
			d.Sections = append(d.Sections[:2:2], d.Sections[4])
		}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "sample-"+string(l)+".txt", typeset.Dump(pages))
	}
}

func TestSettingIsRepeatable(t *testing.T) {
	d := typesettest.Sample(briefing.RU)
	first, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		again, _ := typeset.Set(d, fonts(), plain)
		if typeset.Dump(again) != typeset.Dump(first) {
			t.Fatal("the same document set twice differs")
		}
	}
}

// right is the right edge of the text block of a page.
func right(d *document.Document, p typeset.Page) float64 {
	m := d.Page.Right
	if d.Page.Mirrored && p.Number%2 == 0 {
		m = d.Page.Left
	}
	return p.Width - m*typeset.MM
}

func TestNothingStandsOverTheMargins(t *testing.T) {
	f := fonts()
	for _, l := range briefing.Langs() {
		d := typesettest.Sample(l)
		d.Page.Mirrored = true
		pages, err := typeset.Set(d, f, plain)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			for _, b := range p.Boxes {
				x, ok := b.(typeset.Text)
				if !ok {
					continue
				}
				w := 0
				for _, r := range strings.TrimRight(x.S, " \u00a0") {
					a, _ := f.Advance(x.Face, r)
					w += a
				}
				if end := x.X + float64(w)*x.Size/1000; end > right(d, p)+0.6 {
					t.Errorf("%s page %d: %q ends at %.1f, the margin is at %.1f", l, p.Number, x.S, end, right(d, p))
				}
				if x.Y > p.Height-9*typeset.MM || x.Y < 0 || x.X < 9*typeset.MM {
					t.Errorf("%s page %d: %q stands at %.1f, %.1f", l, p.Number, x.S, x.X, x.Y)
				}
			}
		}
	}
}

// squeezed is text without spaces and hyphens, which setting may change.
func squeezed(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "-", "", "\n", "", "\u00ad", "").Replace(s)
}

func pageText(pages []typeset.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, x := range p.Boxes {
			if t, ok := x.(typeset.Text); ok {
				b.WriteString(t.S)
			}
		}
	}
	return squeezed(b.String())
}

func TestAllTextIsKept(t *testing.T) {
	for _, l := range briefing.Langs() {
		d := typesettest.Sample(l)
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		set := pageText(pages)
		for _, want := range textsOf(d) {
			if !strings.Contains(set, squeezed(want)) {
				t.Errorf("%s: %q is on no page", l, want)
			}
		}
	}
}

// textsOf lists the texts of a document that stand on pages in one piece.
func textsOf(d *document.Document) []string {
	var out []string
	var walk func([]document.Block)
	walk = func(bs []document.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case document.Heading:
				out = append(out, b.Text)
			case document.Paragraph:
				if b.Style == document.Body {
					out = append(out, b.Runs[0].Text)
				}
			case document.Note:
				out = append(out, b.Title, b.Runs[0].Text)
			case document.Points:
				for _, p := range b.Items {
					out = append(out, p.Title, p.Runs[0].Text, p.Tag, p.Tail)
				}
			case document.KeyFigures:
				for _, k := range b.Items {
					out = append(out, k.Word, k.Number, k.Unit, k.What, k.Change, k.Source)
				}
			case document.Columns:
				walk(b.Left)
				walk(b.Right)
			case document.Table:
				out = append(out, b.Label, b.Title, b.Stamp)
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						out = append(out, c.Text, c.Sub, c.Mark)
					}
				}
			}
		}
	}
	for _, s := range d.Sections {
		out = append(out, s.Title, s.Deck, s.Number)
		walk(s.Blocks)
	}
	return out
}

func TestMissingCharactersAreListed(t *testing.T) {
	d := &document.Document{Page: document.A4(false), Sections: []document.Section{{Title: "A", Blocks: []document.Block{
		document.Paragraph{Runs: document.Plain("before \U0001F600 and 龘 after")},
	}}}}
	_, err := typeset.Set(d, fonts(), nil)
	var e *briefing.Error
	if !errors.As(err, &e) || e.Code != briefing.CodeMissingGlyph {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{"U+1F600", "U+9F98", "before \U0001F600 and"} {
		if !strings.Contains(e.Path, want) {
			t.Errorf("%q does not name %s", e.Path, want)
		}
	}
}

func TestStandInsAreSpacesOnlyAndNothingIsLost(t *testing.T) {
	d := &document.Document{Page: document.A4(false), Sections: []document.Section{{Title: "A", Blocks: []document.Block{
		document.Paragraph{Runs: document.Plain("1\u202f640 по\u2011русски \u2009х ру\u00adка a\u200db")},
	}}}}
	pages, err := typeset.Set(d, fonts(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, b := range pages[0].Boxes {
		if x, ok := b.(typeset.Text); ok && x.Face == typeset.Serif {
			got += x.S
		}
	}
	if want := "1\u00a0640 по\u2011русски \u00a0х рука ab"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// prose makes a text of n words.
func prose(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = strings.Repeat(string(rune('а'+r.IntN(30))), 1+r.IntN(11))
	}
	return strings.Join(words, " ")
}

// TestNoHeadingStandsAlone sets many documents and looks at what follows each
// heading on its page.
func TestNoHeadingStandsAlone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		var blocks []document.Block
		for i := range 40 {
			blocks = append(blocks, document.Heading{Text: fmt.Sprintf("heading%d", i), Level: 2 + r.IntN(2)})
			for range 1 + r.IntN(3) {
				blocks = append(blocks, document.Paragraph{Style: document.ParagraphStyle(r.IntN(4)), Runs: document.Plain(prose(r, 3+r.IntN(90)))})
			}
		}
		d := &document.Document{Page: document.A4(n%2 == 0), Sections: []document.Section{{Title: "section", Blocks: blocks}}}
		pages, err := typeset.Set(d, even{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			lines := linesOf(p)
			for i, l := range lines {
				if strings.HasPrefix(l, "heading") && (i == len(lines)-1 || strings.HasPrefix(lines[i+1], "heading")) {
					t.Fatalf("document %d: %q stands alone on page %d", n, l, p.Number)
				}
			}
		}
	}
}

// linesOf joins the runs of each baseline inside the text block, from the top.
func linesOf(p typeset.Page) []string {
	at := map[float64]string{}
	var ys []float64
	for _, b := range p.Boxes {
		t, ok := b.(typeset.Text)
		if !ok || t.Y < 18*typeset.MM || t.Y > p.Height-15*typeset.MM {
			continue
		}
		y := math.Round(t.Y*10) / 10
		if at[y] == "" {
			ys = append(ys, y)
		}
		at[y] += t.S
	}
	slices.Sort(ys)
	out := make([]string, len(ys))
	for i, y := range ys {
		out[i] = at[y]
	}
	return out
}

func TestParagraphsLeaveNoSingleLines(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var blocks []document.Block
	for i := range 120 {
		blocks = append(blocks, document.Paragraph{Style: document.Text, Runs: []document.Run{
			{Text: fmt.Sprintf("P%dP ", i)}, {Text: prose(r, 25+r.IntN(60))}, {Text: fmt.Sprintf(" E%dE", i)},
		}})
	}
	d := &document.Document{Page: document.A4(false), Sections: []document.Section{{Title: "section", Blocks: blocks}}}
	pages, err := typeset.Set(d, even{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		lines := linesOf(p)
		if last := lines[len(lines)-1]; strings.HasPrefix(last, "P") && !strings.Contains(last, "E") {
			t.Errorf("page %d ends with the first line of a paragraph: %s", p.Number, last)
		}
		if first := lines[0]; strings.HasSuffix(first, "E") && !strings.HasPrefix(first, "P") {
			t.Errorf("page %d begins with the last line of a paragraph: %s", p.Number, first)
		}
	}
}

func TestContentsHaveRealPagesAndLinks(t *testing.T) {
	d := typesettest.Sample(briefing.EN)
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]int{}
	for _, p := range pages {
		for _, b := range p.Boxes {
			if m, ok := b.(typeset.Bookmark); ok {
				marks[m.Title] = p.Number
			}
		}
	}
	inContents := pageText(pages[:1])
	links := 0
	for _, b := range pages[0].Boxes {
		if l, ok := b.(typeset.Link); ok && l.Page > 1 {
			links++
		}
	}
	if links != len(d.Sections)-1 {
		t.Errorf("%d links in the contents, want %d", links, len(d.Sections)-1)
	}
	for _, s := range d.Sections[1:] {
		n := marks[s.Number+"\u00a0"+s.Title]
		if n == 0 {
			t.Fatalf("no bookmark of %s", s.Title)
		}
		if want := squeezed(s.Number + s.Title + fmt.Sprint(n)); !strings.Contains(inContents, want) {
			t.Errorf("contents lack %q", want)
		}
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	d := typesettest.Sample(briefing.RU)
	d.Sections[1].Blocks = append(d.Sections[1].Blocks, document.Paragraph{Runs: []document.Run{
		{Text: "to a row ", Link: "#source-3"},
		{Text: "to a lost row ", Link: "#source-99"},
		{Text: "nowhere ", Link: "#lost"},
		{Text: "script ", Link: "javascript:alert(1)"},
		{Text: "out", Link: "https://example.org/а"},
	}})
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		for _, b := range p.Boxes {
			l, ok := b.(typeset.Link)
			if !ok {
				continue
			}
			if l.URL == "" && (l.Page < 1 || l.Page > len(pages)) || strings.HasPrefix(l.URL, "javascript") {
				t.Errorf("page %d: link %+v", p.Number, l)
			}
		}
	}
}

// TestLittleIsNotLeftOverForAPage sets text that fills a page and a bit more:
// the spaces are closed up rather than a page be opened for the bit.
func TestLittleIsNotLeftOverForAPage(t *testing.T) {
	page := func(paragraphs int) int {
		var blocks []document.Block
		for range paragraphs {
			blocks = append(blocks, document.Paragraph{Style: document.Text, Runs: document.Plain("line")})
		}
		blocks = append(blocks, document.Columns{
			Left:  []document.Block{document.Paragraph{Style: document.Text, Runs: document.Plain("left")}},
			Right: []document.Block{document.Paragraph{Style: document.Text, Runs: document.Plain("right")}},
		})
		d := &document.Document{Page: document.A4(false), Sections: []document.Section{{Title: "section", Blocks: blocks}}}
		pages, err := typeset.Set(d, even{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		last := linesOf(pages[len(pages)-1])
		if len(pages) > 1 && len(last) < 6 {
			t.Errorf("%d paragraphs: the last page holds %d lines", paragraphs, len(last))
		}
		return len(pages)
	}
	for n := 25; n < 42; n++ {
		page(n)
	}
	if one, two := page(34), page(60); one != 1 || two != 2 {
		t.Errorf("%d and %d pages, want 1 and 2", one, two)
	}
}

// TestAWordIsNotPartedByTheEndOfAPage sets prose of long words, so that many
// lines end with a hyphen.
func TestAWordIsNotPartedByTheEndOfAPage(t *testing.T) {
	words := strings.Fields("предпринимательство сельскохозяйственный преимущественно внешнеэкономическая межправительственное")
	r := rand.New(rand.NewPCG(5, 6))
	parted := 0
	for range 20 {
		var blocks []document.Block
		for range 30 {
			var text []string
			for range 20 + r.IntN(60) {
				text = append(text, words[r.IntN(len(words))])
			}
			blocks = append(blocks, document.Paragraph{Runs: document.Plain(strings.Join(text, " "))})
		}
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Title: "section", Blocks: blocks}}}
		pages, err := typeset.Set(d, even{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			lines := linesOf(p)
			for i, l := range lines {
				if !strings.HasSuffix(l, "-") {
					continue
				}
				if parted++; i == len(lines)-1 {
					t.Errorf("page %d ends with %q", p.Number, l)
				}
			}
		}
	}
	if parted < 1000 {
		t.Errorf("only %d lines end within a word: the test shows nothing", parted)
	}
}

func TestAChineseNameStaysOnOneLineOfARussianText(t *testing.T) {
	for n := range 60 {
		text := strings.Repeat("ж", n+1) + " г-н Си Цзиньпин (习近平) и г-н Чжоу Найсян (周乃翔) прибыли"
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Blocks: []document.Block{
			document.Paragraph{Style: document.Text, Runs: document.Plain(text)},
		}}}}
		pages, err := typeset.Set(d, even{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Join(linesOf(pages[0]), "\n")
		for _, name := range []string{"习近平", "周乃翔"} {
			if !strings.Contains(all, name) {
				t.Errorf("%d: %s is parted:\n%s", n, name, all)
			}
		}
	}
}
