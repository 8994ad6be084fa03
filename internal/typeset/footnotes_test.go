package typeset_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// noted is a paragraph with footnotes after some of its words; every footnote
// holds the word n1q, n2q, … that its mark m1q, m2q, … stands behind.
func noted(r *rand.Rand, count *int, words int, long func() int) document.Paragraph {
	var runs []document.Run
	for range words {
		runs = append(runs, document.Run{Text: prose(r, 1+r.IntN(9)) + " "})
		if r.IntN(4) > 0 {
			continue
		}
		*count++
		runs = append(runs,
			document.Run{Text: fmt.Sprintf("m%dq", *count)},
			document.Run{Note: []document.Run{{Text: fmt.Sprintf("n%dq %s", *count, prose(r, long())), Italic: r.IntN(3) == 0}, {Text: fmt.Sprintf(" e%dq", *count)}}},
			document.Run{Text: " "})
	}
	runs = append(runs, document.Run{Text: "конец."})
	return document.Paragraph{Runs: runs}
}

// found is the page and the height at which a word stands.
func found(pages []typeset.Page, word string) (page int, y float64, times int) {
	for i, p := range pages {
		for _, b := range p.Boxes {
			if t, ok := b.(typeset.Text); ok && slices.Contains(strings.Fields(t.S), word) {
				page, y = i, t.Y
				times++
			}
		}
	}
	return page, y, times
}

func TestAFootnoteStandsOnThePageOfItsMark(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 11))
		n := 0
		var blocks []document.Block
		for range 12 {
			blocks = append(blocks, noted(r, &n, 6+r.IntN(20), func() int { return 1 + r.IntN(30) }))
			if r.IntN(4) == 0 {
				blocks = append(blocks, document.Heading{Text: "Заголовок", Level: 2})
				blocks = append(blocks, noted(r, &n, 5, func() int { return 3 }))
			}
		}
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: blocks}}}
		if seed%3 == 0 {
			d.Page = document.A6()
		}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i <= n; i++ {
			at, y, times := found(pages, fmt.Sprintf("m%dq", i))
			note, ny, noteTimes := found(pages, fmt.Sprintf("n%dq", i))
			end, ey, _ := found(pages, fmt.Sprintf("e%dq", i))
			if times != 1 || noteTimes != 1 {
				t.Fatalf("seed %d: mark %d stands %d times, its footnote %d times", seed, i, times, noteTimes)
			}
			if at != note || at != end || ny <= y || ey < ny {
				t.Errorf("seed %d: mark %d on page %d at %.0f, its footnote on page %d at %.0f, ends on %d", seed, i, at+1, y, note+1, ny, end+1)
			}
		}
		belowText(t, seed, pages, d)
	}
}

// belowText holds that the footnotes of a page stand under its text and above
// the margin, under one rule.
func belowText(t *testing.T, seed uint64, pages []typeset.Page, d *document.Document) {
	t.Helper()
	for i, p := range pages {
		rule := 0.0
		for _, b := range p.Boxes[p.Body:] {
			if l, ok := b.(typeset.Line); ok && l.Y1 == l.Y2 && l.Width == 0.5 {
				if rule != 0 {
					t.Errorf("seed %d: two rules on page %d", seed, i+1)
				}
				rule = l.Y1
			}
		}
		if rule == 0 {
			continue
		}
		for _, b := range p.Boxes[p.Body:] {
			x, ok := b.(typeset.Text)
			if !ok {
				continue
			}
			if x.Y > p.Height-d.Page.Bottom*typeset.MM+0.1 {
				t.Errorf("seed %d: %q stands in the margin of page %d", seed, x.S, i+1)
			}
			small := x.Size <= 9
			if small && !strings.ContainsAny(x.S, "0123456789") && x.Y < rule || !small && x.Y > rule-2 {
				t.Errorf("seed %d: %q of %g pt at %.1f, the rule of page %d at %.1f", seed, x.S, x.Size, x.Y, i+1, rule)
			}
		}
	}
}

func TestFootnotesAreNumberedAsTheyAreRead(t *testing.T) {
	note := func(s string) document.Run { return document.Run{Note: document.Plain(s)} }
	runs := func(s string, n document.Run) []document.Run { return []document.Run{{Text: s}, n} }
	blocks := []document.Block{
		document.Paragraph{Runs: runs("один", note("первая"))},
		document.Points{Items: []document.Point{{Number: "1", Title: "Т", Runs: runs("два", note("вторая"))}, {Number: "2", Runs: runs("три", note("третья"))}}},
		document.Note{Runs: runs("четыре", note("четвёртая"))},
		document.Columns{
			Left:  []document.Block{document.Paragraph{Style: document.Text, Runs: runs("пять", note("пятая"))}},
			Right: []document.Block{document.Paragraph{Style: document.Bullet, Runs: runs("шесть", note("шестая"))}},
		},
		document.Table{Columns: []document.Column{{Title: "А"}}, Rows: []document.Row{{Cells: []document.Cell{{Runs: runs("семь", note("седьмая"))}}}}},
		document.Paragraph{Style: document.Quote, Runs: runs("восемь", document.Run{Note: []document.Run{{Text: "восьмая"}, note("в сноске её нет")}})},
	}
	d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: blocks}}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil || len(pages) != 1 {
		t.Fatal(len(pages), err)
	}
	got := pageText(pages)
	last := -1
	for i, w := range []string{"первая", "вторая", "третья", "четвёртая", "пятая", "шестая", "седьмая", "восьмая"} {
		at := strings.Index(got, fmt.Sprint(i+1)+w)
		if at <= last {
			t.Errorf("footnote %d «%s» stands at %d, the one before at %d:\n%s", i+1, w, at, last, got)
		}
		last = at
	}
	if strings.Contains(got, "её нет") {
		t.Error("a footnote of a footnote was set")
	}
	links := 0
	for _, b := range pages[0].Boxes {
		if l, ok := b.(typeset.Link); ok && l.Page == 1 && l.PageY > 0 {
			links++
		}
	}
	if links != 8 {
		t.Errorf("%d marks lead to their footnotes, want 8", links)
	}
}

func TestAFootnoteLongerThanAPageLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	n := 0
	long := func() int { return 1500 }
	d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
		noted(r, &n, 30, long), noted(r, &n, 3, func() int { return 5 }),
	}}}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= n; i++ {
		for _, w := range []string{"m", "n", "e"} {
			if _, _, times := found(pages, fmt.Sprintf("%s%dq", w, i)); times != 1 {
				t.Errorf("%s%dq stands %d times", w, i, times)
			}
		}
	}
	for i, p := range pages {
		for _, b := range p.Boxes[p.Body:] {
			if x, ok := b.(typeset.Text); ok && (x.Y > p.Height-d.Page.Bottom*typeset.MM+0.1 || x.Y < d.Page.Top*typeset.MM) {
				t.Fatalf("%q stands in the margin of page %d", x.S, i+1)
			}
		}
	}
}

func TestASuperscriptIsRaisedAndSmaller(t *testing.T) {
	d := &document.Document{Lang: briefing.ZH, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "节", Blocks: []document.Block{
		document.Paragraph{Runs: []document.Run{{Text: "面积 10"}, {Text: "6", Super: true}, {Text: " 平方米"}}},
	}}}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	var base, up typeset.Text
	for _, b := range pages[0].Boxes {
		if x, ok := b.(typeset.Text); ok {
			switch strings.TrimSpace(x.S) {
			case "10":
				base = x
			case "6":
				up = x
			}
		}
	}
	if up.Size >= base.Size || up.Size == 0 || up.Y >= base.Y || up.X <= base.X {
		t.Errorf("10 is %+v, its power %+v", base, up)
	}
}
