// Package sheets finds which pages of a newly typeset pack have to take the
// place of pages of the one that its readers hold, so that numbers stay: a page
// that reads as before keeps its name whatever came before it, pages that were
// put in are called 12а, 12б, and what is printed on two sides is changed by
// whole sheets. It knows pages, and nothing of what is written on them.
package sheets

import (
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// Pack is a typeset pack: its pages with their names.
type Pack struct{ Pages []typeset.Page }

// Change is one place of the pack: these pages are taken out, those put in.
type Change struct {
	Out   []string // names of the pages taken out, in order; on two sides whole sheets
	In    []int    // pages of the new pack put in, from 0, in order
	Blank bool     // the last sheet put in has an empty back
	After string   // the page behind which sheets are put in when none is taken out
}

// Plan tells how the pack that readers hold becomes the new one.
type Plan struct {
	Names   []document.PageName // of the pages of the new pack
	Changes []Change
}

// Between finds the plan. The pages of is may have any names: those of the plan
// are for setting it again, and Settle then finds the pages that only refer to
// others by changed names. Duplex keeps sheets of two pages together.
func Between(was, is []typeset.Page, l briefing.Lang, duplex bool) Plan {
	return plan(was, is, l, duplex, false)
}

// Settle finds the plan once more with pages that have their names: what a page
// says of other pages counts now.
func Settle(was, is []typeset.Page, l briefing.Lang, duplex bool) Plan {
	return plan(was, is, l, duplex, true)
}

func plan(was, is []typeset.Page, l briefing.Lang, duplex, refer bool) Plan {
	same := common(prints(was, false), prints(is, false))
	names := make([]document.PageName, len(is))
	for i := range names { // pages that read as before
		if same[i] >= 0 {
			names[i].Text = was[same[i]].Name
		}
	}
	nameNew(names, same, was, l)
	if refer {
		a, b := prints(was, true), prints(is, true)
		for i, j := range same {
			if j >= 0 && a[j] != b[i] {
				same[i] = -1 // it stands where it stood, and says otherwise
			}
		}
	}
	p := Plan{Names: names, Changes: changes(was, same, duplex)}
	p.sides(duplex, was, same)
	return p
}

// nameNew gives names to the pages between those that stay: first the names of
// the pages they take the place of, then the last one with letters.
func nameNew(names []document.PageName, same []int, was []typeset.Page, l briefing.Lang) {
	free := func(i int) []string { // names of the old pages of the gap that begins at new page i
		from, to := 0, len(was)
		for k := i - 1; k >= 0; k-- {
			if same[k] >= 0 {
				from = same[k] + 1
				break
			}
		}
		for k := i; k < len(same); k++ {
			if same[k] >= 0 {
				to = same[k]
				break
			}
		}
		var out []string
		for _, p := range was[from:to] {
			out = append(out, p.Name)
		}
		return out
	}
	for i := 0; i < len(names); {
		if same[i] >= 0 {
			i++
			continue
		}
		old := free(i)
		last, extra := "", 0
		if i > 0 {
			last = names[i-1].Text
		}
		for ; i < len(names) && same[i] < 0; i++ {
			if len(old) > 0 {
				names[i].Text, last, old, extra = old[0], old[0], old[1:], 0
				continue
			}
			extra++
			names[i].Text = inserted(last, extra, names[:i], was, l)
		}
	}
}

// inserted is the name of the n-th page behind one: «12а». A name that is
// taken, by pages put in before, is passed over.
func inserted(after string, n int, named []document.PageName, was []typeset.Page, l briefing.Lang) string {
	base := strings.TrimRightFunc(after, func(r rune) bool { return r < '0' || r > '9' })
	if base == "" {
		base = "0"
	}
	taken := func(name string) bool {
		return slices.ContainsFunc(named, func(p document.PageName) bool { return p.Text == name }) ||
			slices.ContainsFunc(was, func(p typeset.Page) bool { return p.Name == name })
	}
	for k := n; ; k++ {
		if name := base + letters(k, l); !taken(name) {
			return name
		}
	}
}

// letters count pages put in: а, б, … without letters that read as numerals or
// as each other; Chinese counts on: 12-1.
func letters(n int, l briefing.Lang) string {
	row := []rune("абвгдежиклмнпрстуфхцшщэюя")
	switch l {
	case briefing.EN:
		row = []rune("abcdefghjkmnpqrstuvwxyz")
	case briefing.ZH:
		return "-" + strconv.Itoa(n)
	}
	out := ""
	for n > 0 {
		n--
		out = string(row[n%len(row)]) + out
		n /= len(row)
	}
	return out
}

// changes groups what is taken out and put in by place.
func changes(was []typeset.Page, same []int, duplex bool) []Change {
	kept := make([]bool, len(was))
	for _, j := range same {
		if j >= 0 {
			kept[j] = true
		}
	}
	if duplex {
		wholeSheets(was, kept, same)
	}
	var out []Change
	i, j := 0, 0 // of the new and of the old pages
	for i < len(same) || j < len(was) {
		var c Change
		if j > 0 {
			c.After = was[j-1].Name
		}
		for i < len(same) && (same[i] < 0 || !kept[same[i]]) {
			c.In = append(c.In, i)
			i++
		}
		for j < len(was) && !kept[j] {
			c.Out = append(c.Out, was[j].Name)
			j++
		}
		if len(c.In)+len(c.Out) > 0 {
			c.Blank = duplex && len(c.In)%2 == 1
			out = append(out, c)
		}
		if i < len(same) && j < len(was) {
			i, j = i+1, j+1
		}
	}
	return out
}

// wholeSheets lets go of every sheet of the old pack of which one page changes
// or between whose pages others come.
func wholeSheets(was []typeset.Page, kept []bool, same []int) {
	next := map[int]int{} // old page → the new one that it is
	for i, j := range same {
		if j >= 0 {
			next[j] = i
		}
	}
	for _, s := range Sheets(was) {
		if len(s) == 2 && kept[s[0]] && kept[s[1]] && next[s[1]] == next[s[0]]+1 {
			continue
		}
		// A last page with an empty back stays unless pages follow it now.
		if len(s) == 1 && kept[s[0]] && (s[0] < len(was)-1 || next[s[0]] == len(same)-1) {
			continue
		}
		for _, j := range s {
			kept[j] = false
		}
	}
}

// Sheets are the pages of a pack by the sheets of paper they stand on, printed
// on two sides: each begins with a page that is no back.
func Sheets(pages []typeset.Page) [][]int {
	var out [][]int
	for i, p := range pages {
		if p.Back && len(out) > 0 && len(out[len(out)-1]) == 1 {
			out[len(out)-1] = append(out[len(out)-1], i)
			continue
		}
		out = append(out, []int{i})
	}
	return out
}

// sides tells of each page of the new pack which side of its sheet it is.
func (p *Plan) sides(duplex bool, was []typeset.Page, same []int) {
	for i := range p.Names {
		switch {
		case same[i] >= 0:
			p.Names[i].Back = was[same[i]].Back
		default:
			p.Names[i].Back = i%2 == 1
		}
	}
	if !duplex {
		return
	}
	for _, c := range p.Changes {
		for k, i := range c.In {
			p.Names[i].Back = k%2 == 1
		}
	}
}

// common pairs the pages that read alike, in order: for each new page the old
// one it is, or -1. It is the longest common subsequence of the two packs.
func common(was, is []string) []int {
	best := make([][]int, len(is)+1)
	for i := range best {
		best[i] = make([]int, len(was)+1)
	}
	for i := len(is) - 1; i >= 0; i-- {
		for j := len(was) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if is[i] == was[j] {
				best[i][j] = max(best[i][j], best[i+1][j+1]+1)
			}
		}
	}
	out := make([]int, len(is))
	for i, j := 0, 0; i < len(is); {
		switch {
		case j < len(was) && is[i] == was[j] && best[i][j] == best[i+1][j+1]+1:
			out[i] = j
			i, j = i+1, j+1
		case j < len(was) && best[i][j+1] >= best[i+1][j]:
			j++
		default:
			out[i] = -1
			i++
		}
	}
	return out
}

// prints are what is to be seen on each page but watermark, head and foot, in
// short: how far the blocks stand from each other does not count, since a page is
// closed up for what follows it, nor do names of other pages unless asked for.
func prints(pages []typeset.Page, refer bool) []string {
	out := make([]string, len(pages))
	for n, p := range pages {
		h := sha256.New()
		left := 0.0
		if len(p.Boxes) > p.Body {
			left = p.Left
		}
		fmt.Fprintf(h, "%.0f %.0f\n", p.Width, p.Height)
		line := 0.0 // on which the last text stands
		for _, b := range p.Boxes[min(p.Body, len(p.Boxes)):] {
			switch b := b.(type) {
			case typeset.Text:
				if !b.Refer {
					fmt.Fprintf(h, "t %.1f %t %d %.2f %x %.0f %s\n", b.X-left, math.Abs(b.Y-line) < 1, b.Face, b.Size, b.Color, b.Angle, b.S)
				} else if refer {
					fmt.Fprintf(h, "r %s\n", b.S)
				}
				line = b.Y
			case typeset.Line:
				fmt.Fprintf(h, "l %.1f %.1f %.1f %.2f %x\n", b.X1-left, b.X2-left, b.Y2-b.Y1, b.Width, b.Color)
			case typeset.Rect:
				fmt.Fprintf(h, "b %.1f %.1f %.1f\n", b.X-left, b.W, b.H)
			case typeset.Circle:
				fmt.Fprintf(h, "c %.1f %.1f\n", b.X-left, b.R)
			case typeset.Polygon:
				for _, q := range b.Points {
					fmt.Fprintf(h, "p %.1f %.1f\n", q.X-left, q.Y-b.Points[0].Y)
				}
			case typeset.Plot:
				fmt.Fprintf(h, "g %.1f %.1f %.1f %s\n", b.X-left, b.W, b.H, drawn(b.Chart))
			}
		}
		out[n] = string(h.Sum(nil))
	}
	return out
}

// drawn is a chart as it is drawn: without the records behind its points.
func drawn(c *document.Chart) string {
	if c == nil {
		return ""
	}
	bare := *c
	bare.Series = slices.Clone(c.Series)
	for i := range bare.Series {
		bare.Series[i].Points = slices.Clone(bare.Series[i].Points)
		for k := range bare.Series[i].Points {
			bare.Series[i].Points[k].Origin = nil
		}
	}
	return fmt.Sprintf("%+v", bare)
}

// Pick lays out the pages to be printed: of each change those that are put in,
// an empty back where a sheet has none, with the links between them. first are
// pages that go before them, such as the instruction.
func Pick(first, pages []typeset.Page, changes []Change, duplex bool) []typeset.Page {
	out := slices.Clone(first)
	blank := func() {
		last := out[len(out)-1]
		out = append(out, typeset.Page{Width: last.Width, Height: last.Height, Name: last.Name, Back: true})
	}
	if duplex && len(out)%2 == 1 {
		blank()
	}
	at := map[int]int{} // number of a page in its pack → among those picked
	for _, c := range changes {
		for _, i := range c.In {
			out = append(out, pages[i])
			at[pages[i].Number] = len(out)
		}
		if c.Blank {
			blank()
		}
	}
	for i := range out {
		if i >= len(first) {
			out[i].Boxes = relinked(out[i].Boxes, at)
		}
		out[i].Number = i + 1
	}
	return out
}

func relinked(boxes []typeset.Box, at map[int]int) []typeset.Box {
	var out []typeset.Box
	for _, b := range boxes {
		if l, ok := b.(typeset.Link); ok && l.URL == "" {
			if l.Page = at[l.Page]; l.Page == 0 {
				continue // the page it leads to stays with the reader
			}
			b = l
		}
		out = append(out, b)
	}
	return out
}

// Names are what the pages are called.
func (p Pack) Names() []document.PageName {
	out := make([]document.PageName, len(p.Pages))
	for i, pg := range p.Pages {
		out[i] = document.PageName{Text: pg.Name, Back: pg.Back}
	}
	return out
}
