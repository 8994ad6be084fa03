package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// arranged are the sections of a form in the order that the pack's setting
// wants, without those that are switched off, with those written by hand. The
// cover stays in front; a section goes with the parts under it.
func (b *builder) arranged() []section {
	all := sectionsOf(b.o.Form)
	if b.o.Form == FormPack {
		all = b.withOwn(all)
	}
	all = slices.DeleteFunc(all, func(s section) bool { return b.setting.Off[s.key] || !b.meant(s.key) })
	if b.o.Form != FormPack || len(b.setting.Order) == 0 {
		return all
	}
	var groups [][]section
	for _, s := range all {
		if s.level == 1 || len(groups) == 0 {
			groups = append(groups, nil)
		}
		n := len(groups) - 1
		groups[n] = append(groups[n], s)
	}
	inOrder(groups, b.setting.Order, func(g []section) string { return g[0].key })
	var out []section
	for _, g := range groups {
		inOrder(g[1:], b.setting.Order, func(s section) string { return s.key })
		out = append(out, g...)
	}
	return out
}

// meant reports whether a section is for the reader. The interpreter gets what
// is said and what has a name: statistics with their charts are for who decides.
func (b *builder) meant(key string) bool {
	return b.s.Audience != briefing.Interpreter || key != "trade" && key != "structure"
}

// inOrder puts the things that the order names into the places that they hold
// together, in its order; the others stay where they are.
func inOrder[T any](list []T, order []string, key func(T) string) {
	var places []int
	var named []T
	for i, x := range list {
		if k := key(x); k != "cover" && slices.Contains(order, k) {
			places, named = append(places, i), append(named, x)
		}
	}
	slices.SortStableFunc(named, func(x, y T) int { return slices.Index(order, key(x)) - slices.Index(order, key(y)) })
	for i, at := range places {
		list[at] = named[i]
	}
}

// briefly keeps of a section what tells its matter: its texts, and the first
// table or chart. The line of sources under what is left out goes with it, and
// a heading under which nothing is left.
func briefly(blocks []document.Block) []document.Block {
	var out []document.Block
	shown, left := false, false
	for _, block := range blocks {
		if p, ok := block.(document.Paragraph); ok && p.Style == document.SourceLine && left {
			continue
		}
		left = shown && holdsData(block)
		if holdsData(block) {
			if shown {
				continue
			}
			shown = true
		}
		out = append(out, block)
	}
	return withText(out)
}

// withText leaves out headings that nothing stands under.
func withText(blocks []document.Block) []document.Block {
	var out []document.Block
	for i, block := range blocks {
		if h, ok := block.(document.Heading); ok {
			if i+1 == len(blocks) {
				continue
			}
			if next, ok := blocks[i+1].(document.Heading); ok && next.Level <= h.Level {
				continue
			}
		}
		out = append(out, block)
	}
	return out
}

func holdsData(block document.Block) bool {
	switch v := block.(type) {
	case document.Table, document.Chart:
		return true
	case document.Columns:
		return slices.ContainsFunc(v.Left, holdsData) || slices.ContainsFunc(v.Right, holdsData)
	}
	return false
}

// counted are the tables and charts that blocks hold.
func counted(blocks []document.Block) (tables, annexes, charts int) {
	for _, block := range blocks {
		switch v := block.(type) {
		case document.Table:
			if strings.HasPrefix(v.ID, "A") {
				annexes++
			} else {
				tables++
			}
		case document.Chart:
			charts++
		case document.Columns:
			for _, side := range [][]document.Block{v.Left, v.Right} {
				t, a, c := counted(side)
				tables, annexes, charts = tables+t, annexes+a, charts+c
			}
		}
	}
	return tables, annexes, charts
}

// cutShort makes a section brief and gives the numbers of what it drops back,
// so that those of the next sections follow on.
func (b *builder) cutShort(s *document.Section) {
	t, a, c := counted(s.Blocks)
	s.Blocks = briefly(s.Blocks)
	t2, a2, c2 := counted(s.Blocks)
	b.tables, b.annexes, b.figures = b.tables-t+t2, b.annexes-a+a2, b.figures-c+c2
}

// Ordered are keys of sections in the order that a setting wants, each with the
// parts under it; keys that are no section of ours are sections of their own.
func Ordered(keys, order []string) []string {
	var groups [][]string
	for _, key := range keys {
		if len(groups) == 0 || levelOf(key) == 1 {
			groups = append(groups, nil)
		}
		n := len(groups) - 1
		groups[n] = append(groups[n], key)
	}
	same := func(k string) string { return k }
	inOrder(groups, order, func(g []string) string { return g[0] })
	var out []string
	for _, g := range groups {
		inOrder(g[1:], order, same)
		out = append(out, g...)
	}
	return out
}

// Peers are the keys among which a section can be moved: those of level 1, or
// the parts of its own parent.
func Peers(keys []string, key string) []string {
	at := slices.Index(keys, key)
	if at < 0 {
		return nil
	}
	if levelOf(key) == 1 {
		return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return levelOf(k) != 1 })
	}
	from, to := at, at+1
	for from > 0 && levelOf(keys[from-1]) != 1 {
		from--
	}
	for to < len(keys) && levelOf(keys[to]) != 1 {
		to++
	}
	return slices.Clone(keys[from:to])
}

func levelOf(key string) int {
	for _, s := range sectionsOf(FormPack) {
		if s.key == key {
			return s.level
		}
	}
	return 1
}

// goesOn reports whether the sections follow each other as they fit. A page for
// each of the first ones is for the desk of the leader and of who prepares it for
// him; of what the interpreter and the partner get much is left out, and a page
// for each would be half empty.
func (b *builder) goesOn() bool {
	return b.s.Audience == briefing.Partner || b.s.Audience == briefing.Interpreter
}

// slight reports whether a section is a figure, a sentence or two or a few items,
// which need no page of their own: what follows may go on under it. Figures with
// what is to be said of them are the page that the reader looks for.
func slight(s *document.Section) bool {
	const few = 4
	if s.Silent || len(s.Blocks) == 0 || len(s.Blocks) > few {
		return false
	}
	figures, items := false, 0
	for _, block := range s.Blocks {
		switch block := block.(type) {
		case document.KeyFigures:
			figures = true
		case document.Heading, document.Paragraph, document.Note:
		case document.Points:
			items += len(block.Items)
		default:
			return false
		}
	}
	return items == 0 || !figures && items <= fewItems
}
