package typeset_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// A section that may join begins on the page before where that has room for
// all of it, or nearly half a page; else, or with other paper, it opens its own.
func TestASectionJoinsThePageBeforeWhereThereIsRoom(t *testing.T) {
	text := func(lines int) (out []document.Block) {
		for i := range lines {
			out = append(out, document.Heading{Text: fmt.Sprint("line ", i), Level: 3})
		}
		return out
	}
	for name, c := range map[string]struct {
		above, below int
		joins, wide  bool
		want         int
	}{
		"fits whole":           {20, 5, true, false, 1},
		"may not":              {20, 5, false, false, 2},
		"half a page is left":  {8, 50, true, false, 2},
		"little is left":       {26, 12, true, false, 2},
		"the paper is turned":  {5, 5, true, true, 2},
		"nothing above but it": {1, 2, true, false, 1},
	} {
		d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{
			{Key: "a", Title: "Above", Blocks: text(c.above)},
			{Key: "b", Title: "Below", NewPage: true, Joins: c.joins, Landscape: c.wide, Blocks: text(c.below)},
		}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		if c.below == 50 { // goes over the page: it has begun on the first
			if page, _, _ := found(pages, "Below"); page != 1 {
				t.Errorf("%s: begins on page %d", name, page)
			}
			continue
		}
		if len(pages) != c.want {
			t.Errorf("%s: %d pages, want %d", name, len(pages), c.want)
		}
	}
}
