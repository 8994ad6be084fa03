package figure

import (
	"maps"
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// A part is made of a set by leaving rows out, each for what it says itself and
// not for what stands beside it. So the part of a set that has grown, or that an
// import was taken out of, is the part there was, changed alike: it is made of
// that one (its elder), which has answers already, and of the rows that are new.

// part is a set made of another by leaving rows out; the set itself where none
// was.
type part struct {
	key     string
	set     *Set
	rows    int                 // of set: whoever appends to it later makes it another one
	dropped map[briefing.ID]int // the rows left out, by import
}

// elder is a part of an earlier set. The set at hand has the rows of that one in
// their order, without those of the imports that are gone, and then others from a
// row on. Its codes are those of the earlier one and perhaps more.
type elder struct {
	part
	gone []briefing.ID
	from int
}

// keptParts is how many a set keeps: one for each moment and reader that is
// looked at by turns.
const keptParts = 4

// built makes a part of the rows of a set that has the same codes as the one that
// was asked; the set itself when no row is left out.
type built func(of *Set) (*Set, map[briefing.ID]int)

// part gives a part of the set, made when it is not there. A set without
// memory makes it each time.
func (s *Set) part(key string, build built) (*Set, map[briefing.ID]int) {
	if s == nil || s.kept == nil {
		return build(s)
	}
	k := s.kept
	k.mu.Lock()
	defer k.mu.Unlock() // who comes second would only make the same
	k.settle(s.rows)
	i := slices.IndexFunc(k.parts, func(p part) bool { return p.key == key })
	if i >= 0 {
		return k.parts[i].set, maps.Clone(k.parts[i].dropped)
	}
	set, dropped := s.inherit(key, build)
	if set == nil {
		set, dropped = build(s)
	}
	if set != s && set.kept == nil {
		set.kept = &kept{}
		k.axes.bequeath(&set.kept.axes) // it has the same codes
	}
	if len(k.parts) == keptParts {
		k.parts = slices.Delete(k.parts, 0, 1)
	}
	k.parts = append(k.parts, part{key, set, set.rows, dropped})
	return set, maps.Clone(dropped)
}

// endedKey begins the keys of what Ended makes: a digit for each period's code
// follows, so that the key of a set with more periods begins with the one that it
// had before.
const endedKey = "ended "

func continues(key, before string) bool {
	return key == before || strings.HasPrefix(before, endedKey) && strings.HasPrefix(key, before)
}

// inherit makes a part of the same part of a set before; nil when there is none.
// Each is taken once. Locks are taken from later sets to earlier ones only.
func (s *Set) inherit(key string, build built) (*Set, map[briefing.ID]int) {
	k := s.kept
	i := slices.IndexFunc(k.elders, func(e elder) bool { return continues(key, e.key) })
	if i < 0 {
		return nil, nil
	}
	e := k.elders[i]
	k.elders = slices.Delete(k.elders, i, i+1)
	if e.set.rows != e.rows {
		return nil, nil
	}
	dropped := maps.Clone(e.dropped)
	if dropped == nil {
		dropped = map[briefing.ID]int{}
	}
	for _, id := range e.gone {
		delete(dropped, id)
	}
	var more *Set
	if e.from < s.rows {
		var out map[briefing.ID]int
		more, out = build(s.tail(e.from))
		for id, n := range out {
			dropped[id] += n
		}
	}
	if len(dropped) == 0 { // nothing is left out now
		return s, nil
	}
	set := e.set
	for _, id := range e.gone {
		set = set.DropImport(id)
	}
	if more.Len() > 0 {
		set = set.continued(more)
	}
	return set, dropped
}

// tail gives the rows from one on, in the set's codes.
func (s *Set) tail(from int) *Set {
	c := s.Clone()
	blocks := c.blocks
	c.blocks, c.rows, c.used = nil, 0, make([]int, len(c.frames.values))
	for _, b := range blocks {
		if b.start+b.rows() <= from {
			continue
		}
		start := b.start
		b = b.cols().share()
		if start < from {
			b = b.after(from - start)
		}
		for _, f := range b.frames.at {
			c.used[f]++
		}
		c.addBlock(b)
	}
	return c
}

// after gives the rows of a block from one on.
func (b *block) after(row int) *block {
	c := &block{lines: b.lines[row:]}
	for i, of := range b.codes() {
		*c.codes()[i] = codes{of.at[row:], of.low, of.high}
	}
	for i, of := range b.numbers() {
		*c.numbers()[i] = column{of.mantissa[row:], of.scale}
	}
	return c
}

// continued gives the set with the rows of another behind its own. The codes of
// that one begin with those of this one.
func (s *Set) continued(more *Set) *Set {
	out, own := more.Clone(), s.Clone()
	out.blocks, out.rows = own.blocks, own.rows
	for f, n := range own.used {
		out.used[f] += n
	}
	for _, b := range more.blocks {
		out.addBlock(b.share())
	}
	s.bequeath(out, more.Imports())
	return out
}

// bequeath gives what the set remembers to one that has its rows and those of some
// imports behind them.
func (s *Set) bequeath(to *Set, others []briefing.ID) {
	if s.Len() == 0 || s.kept == nil { // of a set without rows not even the codes stay
		return
	}
	s.kept.mu.Lock()
	defer s.kept.mu.Unlock()
	s.kept.settle(s.rows)
	to.kept = s.kept.heir(to.rows, others, true)
	to.kept.elders = s.eldersWithout()
}

// eldersWithout gives the elders of a set that has the rows of this one, perhaps
// without those of some imports, and perhaps others behind: the parts of this one,
// the latest first, and those before it that nobody has asked for again, without
// their answers. The set's memory is held.
func (s *Set) eldersWithout(ids ...briefing.ID) []elder {
	var out []elder
	for _, p := range slices.Backward(s.kept.parts) {
		out = append(out, elder{part: p, from: s.rows})
	}
	for _, e := range s.kept.elders {
		e.set = e.set.unanswered()
		out = append(out, e)
	}
	out = out[:min(len(out), keptParts)]
	for i := range out {
		e := &out[i]
		before := e.from
		for _, id := range ids {
			e.gone = append(slices.Clip(e.gone), id)
			e.from -= s.rowsOf(id, before)
		}
	}
	return out
}

// rowsOf is how many of the first rows came with the import.
func (s *Set) rowsOf(id briefing.ID, first int) (n int) {
	of := judged(s.frames.values, func(f frame) bool { return f.Import == id })
	for f, rows := range s.used {
		if of[f] {
			n += rows
		}
	}
	for _, b := range slices.Backward(s.blocks) {
		if b.start+b.rows() <= first {
			break
		}
		for _, f := range b.cols().frames.at[max(0, first-b.start):] {
			if of[f] {
				n--
			}
		}
	}
	return n
}

// unanswered gives the set without the memory of what it was asked as a whole.
func (s *Set) unanswered() *Set {
	k := s.kept
	if k == nil {
		return s
	}
	c := *s
	k.mu.Lock()
	defer k.mu.Unlock()
	c.kept = &kept{rows: k.rows, parts: slices.Clone(k.parts), shares: slices.Clone(k.shares), elders: slices.Clone(k.elders)}
	k.axes.bequeath(&c.kept.axes)
	return &c
}
