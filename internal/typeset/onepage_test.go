package typeset_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// A section that is to be one page takes the longest of its arrangements that
// is, and closes up before it leaves anything out.
func TestASectionThatIsToBeOnePageIs(t *testing.T) {
	text := func(lines int) (out []document.Block) {
		for i := range lines {
			out = append(out, document.Paragraph{Style: document.Bullet, Runs: document.Plain(fmt.Sprint("line", i))})
		}
		return out
	}
	for name, c := range map[string]struct {
		whole  int
		mark   []string
		wanted int
	}{
		"has room":                {20, nil, 20},
		"closes up":               {42, nil, 42},
		"leaves out":              {70, nil, 30},
		"leaves most out":         {90, nil, 30},
		"under a mark of secrecy": {20, []string{"Restricted", "Copy 1"}, 20},
	} {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Mark: c.mark, Sections: []document.Section{
			{Title: "Sheet", Blocks: text(c.whole), Tighter: [][]document.Block{text(80), text(30), text(3)}},
		}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for _, b := range pages[0].Boxes {
			if x, ok := b.(typeset.Text); ok && len(x.S) > 4 && x.S[:4] == "line" {
				lines++
			}
		}
		if len(pages) != 1 || lines != c.wanted {
			t.Errorf("%s: %d pages, %d lines on the first, want %d", name, len(pages), lines, c.wanted)
		}
	}
}

// Chinese beside long words of another script in a narrow column is not pulled
// apart to fill its lines; on the full width it is filled.
func TestNarrowChineseIsNotPulledApart(t *testing.T) {
	text := "会见对象：陈建华（Чэнь Цзяньхуа, Chen Jianhua），广东省副省长；林晓燕（Линь Сяоянь, Lin Xiaoyan），广东省商务厅厅长；另有2人。"
	p := document.Paragraph{Style: document.Small, Runs: document.Plain(text)}
	d := &document.Document{Lang: briefing.ZH, Page: document.A4(false), Sections: []document.Section{{Title: "页", Blocks: []document.Block{
		document.Columns{LeftWidth: 120, Left: []document.Block{document.Paragraph{Style: document.Small, Runs: document.Plain("左")}}, Right: []document.Block{p}},
	}}}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	metrics := fonts()
	before := map[float64]typeset.Text{}
	for _, b := range pages[0].Boxes {
		x, ok := b.(typeset.Text)
		if !ok {
			continue
		}
		if last, there := before[x.Y]; there && last.Size == x.Size && last.X > 130*typeset.MM {
			end := last.X
			for _, r := range last.S {
				w, _ := metrics.Advance(last.Face, r)
				end += float64(w) / 1000 * last.Size
			}
			if gap := x.X - end; gap > 0.4*x.Size {
				t.Errorf("%.1f points between %q and %q", gap, last.S, x.S)
			}
		}
		before[x.Y] = x
	}
}

// Contents that have no room on the cover with the parts of sections leave these
// out; where that is not enough either they go on with all of them.
func TestContentsKeepToTheCover(t *testing.T) {
	pack := func(sections, parts int) *document.Document {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
			{Key: "cover", Silent: true, Blocks: []document.Block{document.Cover{Title: "T", Contents: true}}},
		}}
		for i := range sections {
			d.Sections = append(d.Sections, document.Section{Key: fmt.Sprint("s", i), Level: 1, Number: fmt.Sprint(i + 1), Title: fmt.Sprint("section", i), NewPage: true, Blocks: []document.Block{document.Paragraph{Runs: document.Plain("x")}}})
			for k := range parts {
				d.Sections = append(d.Sections, document.Section{Key: fmt.Sprint("s", i, "p", k), Level: 2, Number: fmt.Sprint(i+1, ".", k+1), Title: fmt.Sprint("part", i, "of", k), Blocks: []document.Block{document.Paragraph{Runs: document.Plain("x")}}})
			}
		}
		return d
	}
	for name, c := range map[string]struct{ sections, parts, lines int }{
		"room for all":          {8, 2, 24},
		"room for the sections": {8, 9, 8},
		"room for neither":      {60, 1, 120},
	} {
		pages, err := typeset.Set(pack(c.sections, c.parts), fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		lines := 0 // of the contents: nothing else refers to a page
		for _, p := range pages {
			for _, b := range p.Boxes {
				if l, ok := b.(typeset.Link); ok && l.Page > 0 {
					lines++
				}
			}
		}
		if lines != c.lines {
			t.Errorf("%s: %d lines of contents, want %d", name, lines, c.lines)
		}
	}
}
