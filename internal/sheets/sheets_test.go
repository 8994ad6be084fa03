package sheets_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// pack makes pages that say the letters; names are the numbers unless given.
func pack(says string, names []document.PageName) []typeset.Page {
	var out []typeset.Page
	for i, r := range strings.Split(says, "") {
		p := typeset.Page{Number: i + 1, Name: strconv.Itoa(i + 1), Back: i%2 == 1, Width: 595, Height: 842, Body: 1}
		if i < len(names) {
			p.Name, p.Back = names[i].Text, names[i].Back
		}
		p.Boxes = []typeset.Box{typeset.Text{S: "head " + p.Name}, typeset.Text{S: r}}
		out = append(out, p)
	}
	return out
}

// told writes a plan as a person would say it.
func told(p sheets.Plan) string {
	var parts []string
	for _, c := range p.Changes {
		var in []string
		for _, i := range c.In {
			in = append(in, p.Names[i].Text)
		}
		s := strings.Join(c.Out, ",") + " → " + strings.Join(in, ",")
		if len(c.Out) == 0 {
			s += " after " + c.After
		}
		if c.Blank {
			s += " blank"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestPlans(t *testing.T) {
	tests := []struct {
		name, was, is, single, duplex string
	}{
		{"nothing", "abcd", "abcd", "", ""},
		{"a page reads otherwise", "abcd", "abXd", "3 → 3", "3,4 → 3,4"},
		{"a page is added", "abcd", "abXcd", " → 2а after 2", " → 2а after 2 blank"},
		{"a page is added inside a sheet", "abcd", "aXbcd", " → 1а after 1", "1,2 → 1,1а,2 blank"},
		{"two pages are added", "abcd", "abXYcd", " → 2а,2б after 2", " → 2а,2б after 2"},
		{"one becomes two", "abcd", "abXYd", "3 → 3,3а", "3,4 → 3,3а,4 blank"},
		{"two become one", "abcdef", "abXef", "3,4 → 3", "3,4 → 3 blank"},
		{"a page is dropped", "abcd", "abd", "3 → ", "3,4 → 4 blank"},
		{"pages are dropped at the end", "abcd", "ab", "3,4 → ", "3,4 → "},
		{"added at the end of an odd pack", "abc", "abcX", " → 3а after 3", "3 → 3,3а"},
		{"everything", "ab", "XYZ", "1,2 → 1,2,2а", "1,2 → 1,2,2а blank"},
	}
	for _, tt := range tests {
		for _, duplex := range []bool{false, true} {
			p := sheets.Between(pack(tt.was, nil), pack(tt.is, nil), briefing.RU, duplex)
			want := tt.single
			if duplex {
				want = tt.duplex
			}
			if got := told(p); got != want {
				t.Errorf("%s, duplex %v: %q, want %q", tt.name, duplex, got, want)
			}
		}
	}
}

// A page put in after an earlier replacement finds its letter taken.
func TestLettersGoOnAfterEarlierSheets(t *testing.T) {
	first := sheets.Between(pack("abc", nil), pack("abXc", nil), briefing.EN, false)
	then := pack("abXc", first.Names)
	if got := told(sheets.Between(then, pack("abXYc", nil), briefing.EN, false)); got != " → 2b after 2a" {
		t.Errorf("%q", got)
	}
	if got := told(sheets.Between(then, pack("abYXc", nil), briefing.EN, false)); got != " → 2b after 2" {
		t.Errorf("%q", got)
	}
	if got := told(sheets.Between(pack("abc", nil), pack("abXYc", nil), briefing.ZH, false)); got != " → 2-1,2-2 after 2" {
		t.Errorf("%q", got)
	}
}

// A page that only names another page is replaced when that one is called
// otherwise, and only then.
func TestAPageThatRefersToARenamedOneIsReplaced(t *testing.T) {
	refer := func(says, to string, names []document.PageName) []typeset.Page {
		p := pack(says, names)
		p[0].Boxes = append(p[0].Boxes, typeset.Text{S: to, Refer: true})
		return p
	}
	was := refer("abcd", "3", nil)
	plan := sheets.Between(was, refer("aXbcd", "4", nil), briefing.RU, false)
	if got := told(sheets.Settle(was, refer("aXbcd", "3", plan.Names), briefing.RU, false)); got != " → 1а after 1" {
		t.Errorf("the contents say the same: %q", got)
	}
	if got := told(sheets.Settle(was, refer("aXbcd", "1а", plan.Names), briefing.RU, false)); got != "1 → 1,1а" {
		t.Errorf("the contents say otherwise: %q", got)
	}
}

// Whoever does what the plan says holds the new pack: every page once, in
// order, under a name of its own; pages that stay are not touched.
func TestFollowingThePlanMakesTheNewPack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := "abcdefgh"
	random := func(n int) string {
		var sb strings.Builder
		for range n {
			sb.WriteByte(letters[r.IntN(len(letters))])
		}
		return sb.String()
	}
	for n := range 3000 {
		was, is := pack(random(1+r.IntN(9)), nil), pack(random(1+r.IntN(9)), nil)
		duplex := n%2 == 0
		plan := sheets.Between(was, is, briefing.RU, duplex)
		says := func(p typeset.Page) string { return p.Boxes[1].(typeset.Text).S }
		type held struct{ name, says string }
		var binder []held
		for _, p := range was {
			binder = append(binder, held{p.Name, says(p)})
		}
		for _, c := range plan.Changes {
			at := 0
			if len(c.Out) > 0 {
				at = slices.IndexFunc(binder, func(h held) bool { return h.name == c.Out[0] })
				for i, name := range c.Out {
					if binder[at+i].name != name {
						t.Fatalf("page %s is not behind %s", name, c.Out[0])
					}
				}
				binder = slices.Delete(binder, at, at+len(c.Out))
			} else if c.After != "" {
				at = slices.IndexFunc(binder, func(h held) bool { return h.name == c.After }) + 1
				if at == 0 { // that page was itself replaced just before: the place is the same
					t.Fatalf("no page %s", c.After)
				}
			}
			var in []held
			for _, i := range c.In {
				in = append(in, held{plan.Names[i].Text, says(is[i])})
			}
			binder = slices.Insert(binder, at, in...)
			if duplex && len(c.Out)%2 == 1 && c.Out[len(c.Out)-1] != was[len(was)-1].Name {
				t.Fatalf("half a sheet is taken out: %v", c.Out)
			}
		}
		names := map[string]bool{}
		if len(binder) != len(is) {
			t.Fatalf("%d pages, want %d: %s", len(binder), len(is), told(plan))
		}
		for i, h := range binder {
			if h.says != says(is[i]) || names[h.name] || h.name != plan.Names[i].Text {
				t.Fatalf("page %d is %+v: %s", i+1, h, told(plan))
			}
			names[h.name] = true
		}
	}
}

// Sheets of two pages begin on a front, the instruction too, and links lead
// only to pages that are there.
func TestPickedPagesLieOnTheirSides(t *testing.T) {
	is := pack("abXYZd", nil)
	is[3].Boxes = append(is[3].Boxes, typeset.Link{Page: 3, PageY: 10}, typeset.Link{Page: 1})
	plan := sheets.Between(pack("abcd", nil), is, briefing.RU, true)
	out := sheets.Pick(pack("i", nil), is, plan.Changes, true)
	var names []string
	links := 0
	for i, p := range out {
		names = append(names, fmt.Sprint(p.Number, len(p.Boxes) == 0))
		for _, b := range p.Boxes {
			if l, ok := b.(typeset.Link); ok {
				links++
				if l.Page != 3 {
					t.Errorf("a link leads to %d", l.Page)
				}
			}
		}
		if p.Number != i+1 {
			t.Errorf("page %d is numbered %d", i+1, p.Number)
		}
	}
	if got := strings.Join(names, " "); got != "1 false 2 true 3 false 4 false 5 false 6 false" || links != 1 {
		t.Errorf("%s, %d links", got, links)
	}
}

// A job of copies keeps links within a copy, names of pages, and sheets apart.
func TestAJobOfCopies(t *testing.T) {
	one := pack("abc", nil)
	one[0].Boxes = append(one[0].Boxes, typeset.Link{Page: 3}, typeset.Bookmark{Title: "x"})
	for _, duplex := range []bool{false, true} {
		out := sheets.Job([]sheets.Copy{{Pages: one, Title: "1"}, {Pages: one, Title: "2"}}, duplex)
		at := 3
		if duplex {
			at = 4
		}
		if len(out) != at+3 || out[at].Name != "1" || out[at].Number != at+1 {
			t.Fatalf("duplex %v: %d pages, %+v", duplex, len(out), out[at])
		}
		link := out[at].Boxes[2].(typeset.Link)
		mark := out[at].Boxes[3].(typeset.Bookmark)
		if link.Page != at+3 || mark.Title != "2" {
			t.Errorf("duplex %v: %+v %+v", duplex, link, mark)
		}
		if one[0].Boxes[2].(typeset.Link).Page != 3 {
			t.Error("the pages given are changed")
		}
	}
}

// A page whose blocks only stand closer, since what follows it changed, reads as
// before; words that change places do not.
func TestAPageThatIsOnlyClosedUpStays(t *testing.T) {
	page := func(rows ...[3]any) []typeset.Page {
		p := typeset.Page{Number: 1, Name: "1", Width: 595, Height: 842}
		for _, r := range rows {
			p.Boxes = append(p.Boxes, typeset.Text{S: r[0].(string), X: float64(r[1].(int)), Y: float64(r[2].(int))})
		}
		return []typeset.Page{p}
	}
	was := page([3]any{"a", 50, 100}, [3]any{"b", 200, 100}, [3]any{"c", 50, 140})
	for name, c := range map[string]struct {
		is   []typeset.Page
		same bool
	}{
		"closed up":       {page([3]any{"a", 50, 90}, [3]any{"b", 200, 90}, [3]any{"c", 50, 120}), true},
		"on another line": {page([3]any{"a", 50, 100}, [3]any{"b", 200, 120}, [3]any{"c", 50, 140}), false},
		"in its column":   {page([3]any{"a", 50, 100}, [3]any{"b", 300, 100}, [3]any{"c", 50, 140}), false},
	} {
		if p := sheets.Between(was, c.is, briefing.EN, false); (len(p.Changes) == 0) != c.same {
			t.Errorf("%s: %q", name, told(p))
		}
	}
}
