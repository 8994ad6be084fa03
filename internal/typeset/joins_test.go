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

// A section that may join begins on the page before where that has room for
// all of it, or a quarter of a page for its beginning; else, with other paper, or
// where a few lines of it would be left for a page of their own, it opens its own.
func TestASectionJoinsThePageBeforeWhereThereIsRoom(t *testing.T) {
	text := func(word string, lines int) (out []document.Block) {
		for i := range lines {
			out = append(out, document.Paragraph{Style: document.Bullet, Runs: document.Plain(fmt.Sprint(word, i))})
		}
		return out
	}
	for name, c := range map[string]struct {
		above, below int
		joins, wide  bool
		begins, ends int // pages of the section, from 0
	}{
		"fits whole":            {20, 5, true, false, 0, 0},
		"may not":               {20, 5, false, false, 1, 1},
		"half a page is left":   {15, 50, true, false, 0, 1},
		"a quarter is left":     {23, 50, true, false, 0, 1},
		"less is left":          {30, 30, true, false, 1, 1},
		"a few lines are left":  {20, 22, true, false, 1, 1},
		"they can be closed up": {20, 15, true, false, 0, 0},
		"it saves a page":       {19, 45, true, false, 0, 1},
		"the paper is turned":   {5, 5, true, true, 1, 1},
	} {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
			{Key: "a", Title: "Above", Blocks: text("above", c.above)},
			{Key: "b", Title: "Below", NewPage: true, Joins: c.joins, Landscape: c.wide, Blocks: text("below", c.below)},
		}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		begins, _, _ := found(pages, "below0")
		ends, _, _ := found(pages, fmt.Sprint("below", c.below-1))
		if begins != c.begins || ends != c.ends {
			t.Errorf("%s: begins on page %d and ends on %d, want %d and %d", name, begins, ends, c.begins, c.ends)
		}
	}
}

// Nothing goes on under a cover.
func TestNothingJoinsACover(t *testing.T) {
	d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
		{Key: "cover", Silent: true, Blocks: []document.Block{document.Cover{Title: "Visit"}}},
		{Key: "a", Title: "First", Number: "1", Level: 1, NewPage: true, Joins: true, Blocks: []document.Block{document.Paragraph{Runs: document.Plain("below")}}},
	}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	if page, _, _ := found(pages, "below"); page != 1 {
		t.Errorf("the first section begins on page %d", page)
	}
}

// A section that would save no page does not begin on half a page where the next
// one opens a page of its own: its tables would be cut for nothing.
func TestASectionJoinsOnlyWhereAPageIsWon(t *testing.T) {
	text := func(word string, lines int) (out []document.Block) {
		for i := range lines {
			out = append(out, document.Paragraph{Style: document.Bullet, Runs: document.Plain(fmt.Sprint(word, i))})
		}
		return out
	}
	for name, c := range map[string]struct {
		next   bool // whether the third may join
		begins int
	}{"the next opens its page": {false, 1}, "the next fills up": {true, 0}} {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
			{Key: "a", Title: "Above", Blocks: text("above", 15)},
			{Key: "b", Title: "Below", NewPage: true, Joins: true, Blocks: text("below", 32)},
			{Key: "c", Title: "Next", NewPage: true, Joins: c.next, Blocks: text("next", 30)},
		}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		if begins, _, _ := found(pages, "below0"); begins != c.begins {
			t.Errorf("%s: begins on page %d, want %d", name, begins, c.begins)
		}
	}
}

// A footnote too long for the foot of its page stands beneath its paragraph,
// also when the section after it joined and the pages were laid out anew.
func TestALongFootnoteStaysWhenASectionJoins(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	long := document.Run{Note: []document.Run{{Text: "noteword " + prose(r, 500)}}}
	d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
		{Key: "a", Title: "Above", Blocks: []document.Block{document.Paragraph{Runs: []document.Run{{Text: "marked"}, long}}}},
		{Key: "b", Title: "Below", NewPage: true, Joins: true, Blocks: []document.Block{document.Paragraph{Runs: document.Plain("below")}}},
	}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, n := found(pages, "noteword"); n != 1 {
		t.Errorf("the footnote stands %d times", n)
	}
	if page, _, _ := found(pages, "below"); page != 0 {
		t.Errorf("the section after it begins on page %d", page)
	}
}

// Text passes a figure that has no room on its page, as much of it as the page
// takes; heads, notes and figures wait behind it, and a head does not stay alone.
func TestTextPassesAFigureWithoutRoom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	body := func(word string, n int) document.Block {
		return document.Paragraph{Runs: document.Plain(word + " " + prose(r, n))}
	}
	head := document.Heading{Text: "headword", Level: 2}
	chart := func(word string) document.Block { return document.Chart{Label: "F", Title: word} }
	above := func(lines int) (out []document.Block) {
		for range lines {
			out = append(out, document.Paragraph{Style: document.Bullet, Runs: document.Plain("line")})
		}
		return out
	}
	for name, c := range map[string]struct {
		above  int
		blocks []document.Block
		want   string // words in the order of the pages, | between them
	}{
		"it fits":                {20, []document.Block{chart("fig1"), body("text1", 60)}, "fig1 text1"},
		"text fills the page":    {30, []document.Block{chart("fig1"), body("text1", 60)}, "text1 | fig1"},
		"under its head":         {29, []document.Block{head, chart("fig1"), body("text1", 60)}, "headword text1 | fig1"},
		"figures keep the order": {30, []document.Block{chart("fig1"), chart("fig2"), body("text1", 60)}, "| fig1 fig2 text1"},
		"a head does not pass":   {30, []document.Block{chart("fig1"), head, body("text1", 60)}, "| fig1 headword text1"},
		"a note does not pass":   {30, []document.Block{chart("fig1"), document.Note{Title: "note1", Runs: document.Plain("x")}}, "| fig1 note1"},
		"only what fits passes":  {30, []document.Block{chart("fig1"), body("text1", 60), body("text2", 300), body("text3", 60)}, "text1 text2 | fig1 text3"},
		"little is left":         {36, []document.Block{chart("fig1"), body("text1", 60)}, "| fig1 text1"},
	} {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "S", Blocks: slices.Concat(above(c.above), c.blocks)}}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, p := range pages {
			if i > 0 {
				got = append(got, "|")
			}
			for _, b := range p.Boxes[p.Body:] {
				x, ok := b.(typeset.Text)
				if !ok {
					continue
				}
				for _, w := range strings.Fields(x.S) {
					if strings.Contains(" fig1 fig2 text1 text2 text3 headword note1 ", " "+w+" ") {
						got = append(got, w)
					}
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
	}
}

// A note does not open a page while the paragraph that it is about ends the page
// before: its last lines come along.
func TestANoteStaysWithItsParagraph(t *testing.T) {
	turned := false
	for lines := 20; lines < 60; lines++ {
		var blocks []document.Block
		for i := range lines {
			blocks = append(blocks, document.Paragraph{Style: document.Bullet, Runs: document.Plain(fmt.Sprint("line", i))})
		}
		blocks = append(blocks, document.Paragraph{Runs: document.Plain("about")}, document.Note{Title: "note", Runs: document.Plain("text")})
		for i := range 30 { // what is left over alone would be closed up
			blocks = append(blocks, document.Paragraph{Style: document.Bullet, Runs: document.Plain(fmt.Sprint("after", i))})
		}
		pages, err := typeset.Set(&document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "A", Blocks: blocks}}}, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		about, _, _ := found(pages, "about")
		note, _, _ := found(pages, "note")
		if about != note {
			t.Errorf("%d lines: the note is on page %d, what it is about on %d", lines, note, about)
		}
		turned = turned || note == 1
	}
	if !turned {
		t.Error("no note was at the end of a page")
	}
}
