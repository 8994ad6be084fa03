package figure

import (
	"slices"

	"briefing/internal/briefing"
)

// What a large set has answered it keeps by import as well. A set made of it by
// taking an import out, or by adding one, then answers from what the others
// have told already, and looks only through rows that are new.

// byImport groups by the import that rows came with; it is no dimension that
// can be asked for.
const byImport Dimension = "import"

// Sets of fewer rows are gone through as quickly; answers of more groups, and
// of more imports, would take more room than they save time.
const (
	sharedRows    = BlockRows
	sharedImports = 32
	sharedGroups  = 50_000
	sharedRoom    = 200_000 // of all answers, in groups
)

// share is an answer by import, in the order of all the set's imports when it
// was given.
type share struct {
	key   string
	parts []sharePart
}

// sharePart is what the rows of one import say: none of the groups tells of
// another. They are never changed.
type sharePart struct {
	of      briefing.ID
	groups  []Group
	origins []Origin
}

func (h *share) size() int {
	n := 1
	for _, p := range h.parts {
		n += 1 + len(p.groups) + len(p.origins)
	}
	return n
}

func (h *share) part(of briefing.ID) *sharePart {
	for i := range h.parts {
		if h.parts[i].of == of {
			return &h.parts[i]
		}
	}
	return nil
}

// shares reports whether answers are kept by import, and for which.
func (s *Set) shares(key string) (ids []briefing.ID, ok bool) {
	if s.kept == nil || key == "" || s.rows < sharedRows {
		return nil, false
	}
	ids = s.Imports()
	return ids, len(ids) > 1 && len(ids) <= sharedImports
}

// sharedSums answers a question from what each import has to say of it; ok is
// false where it has to be asked of all rows at once.
func (s *Set) sharedSums(key string, f *Filter, by []Dimension) (groups []Group, ok bool) {
	ids, ok := s.shares(key)
	if !ok {
		return nil, false
	}
	finer := append([]Dimension{byImport}, by...)
	h, ok := s.told(key, ids, func(missing []briefing.ID, h *share) error {
		part := *f
		if part.Imports = wanted(f, missing); len(part.Imports) == 0 {
			return nil
		}
		a := newAggregation(s.opened(), &part, finer)
		if err := a.scan(); err != nil {
			return err
		}
		groups, err := a.groups() // an import's follow one another
		for from := 0; from < len(groups); {
			id, to := groups[from].Keys[0], from
			for to < len(groups) && groups[to].Keys[0] == id {
				groups[to].Keys = groups[to].Keys[1:]
				to++
			}
			h.part(briefing.ID(id)).groups = groups[from:to:to]
			from = to
		}
		return err
	})
	if !ok {
		return nil, false
	}
	groups, err := folded(h.parts)
	return groups, err == nil
}

// sharedOrigins is sharedSums for Origins. Rows of imports that came later stand
// behind the others.
func (s *Set) sharedOrigins(key string, f *Filter) (out []Origin, ok bool) {
	ids, ok := s.shares(key)
	if !ok {
		return nil, false
	}
	h, ok := s.told(key, ids, func(missing []briefing.ID, h *share) error {
		part := *f
		if part.Imports = wanted(f, missing); len(part.Imports) == 0 {
			return nil
		}
		known := len(h.parts) - len(missing)
		for i, o := range s.origins(&part) { // which of the new ones comes first only the rows tell
			p := slices.IndexFunc(h.parts, func(p sharePart) bool { return p.of == o.Import })
			h.parts[p].origins = []Origin{o}
			h.parts[known+i], h.parts[p] = h.parts[p], h.parts[known+i]
		}
		return nil
	})
	for _, p := range h.parts {
		out = append(out, p.origins...)
	}
	return out, ok
}

// wanted are those of the imports that the filter lets through.
func wanted(f *Filter, ids []briefing.ID) []briefing.ID {
	if len(f.Imports) == 0 {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id briefing.ID) bool { return !slices.Contains(f.Imports, id) })
}

// told gives an answer by import, with what the imports that it does not tell
// of yet have to say.
func (s *Set) told(key string, ids []briefing.ID, ask func(missing []briefing.ID, h *share) error) (share, bool) {
	k := s.kept
	old, _ := k.share(key, s.rows)
	h := share{key: key}
	for _, p := range old.parts {
		if slices.Contains(ids, p.of) {
			h.parts = append(h.parts, p)
		}
	}
	var missing []briefing.ID
	for _, id := range ids {
		if h.part(id) == nil {
			missing, h.parts = append(missing, id), append(h.parts, sharePart{of: id})
		}
	}
	if len(missing) > 0 {
		if err := ask(missing, &h); err != nil {
			return h, false
		}
	}
	k.keepShare(h, s.rows)
	return h, true
}

func (k *kept) share(key string, rows int) (share, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.settle(rows)
	i := slices.IndexFunc(k.shares, func(h share) bool { return h.key == key })
	if i < 0 {
		return share{}, false
	}
	return k.shares[i], true
}

// keepShare keeps an answer by import, in the place of an earlier one.
func (k *kept) keepShare(h share, rows int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.settle(rows)
	k.shares = slices.DeleteFunc(k.shares, func(o share) bool { return o.key == h.key })
	if h.size() > sharedGroups {
		return
	}
	k.shares = append(k.shares, h)
	room := 0
	for i := len(k.shares) - 1; i >= 0; i-- {
		if room += k.shares[i].size(); room > sharedRoom {
			k.shares = slices.Delete(k.shares, 0, i+1)
			return
		}
	}
}

// folded adds up the groups of all parts that have the same keys and split, and
// orders them as Aggregate does.
func folded(parts []sharePart) ([]Group, error) {
	var lists [][]*Group
	for _, p := range parts {
		if len(p.groups) > 0 {
			list := make([]*Group, len(p.groups))
			for i := range p.groups {
				list[i] = &p.groups[i]
			}
			lists = append(lists, list)
		}
	}
	for len(lists) > 1 { // neighbours by turns, so that each is gone through a few times only
		half := lists[:0]
		for i := 0; i < len(lists); i += 2 {
			if i+1 == len(lists) {
				half = append(half, lists[i])
			} else {
				half = append(half, merged(lists[i], lists[i+1]))
			}
		}
		lists = half
	}
	if len(lists) == 0 {
		return nil, nil
	}
	all := lists[0]
	out := make([]Group, 0, len(all))
	var same []Group
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && inOrder(all[from], all[to]) == 0 {
			to++
		}
		if to == from+1 {
			out = append(out, *all[from])
		} else {
			same = same[:0]
			for _, g := range all[from:to] {
				same = append(same, *g)
			}
			g, err := Merge(same...)
			if err != nil {
				return nil, err
			}
			g.Keys = all[from].Keys
			out = append(out, g)
		}
		from = to
	}
	return out, nil
}

// inOrder compares groups as Aggregate orders them.
func inOrder(a, b *Group) int {
	if c := slices.Compare(a.Keys, b.Keys); c != 0 {
		return c
	}
	if a.Split == b.Split { // mostly
		return 0
	}
	return a.Split.Compare(b.Split)
}

// merged makes one list of two that are in order, of equals the first's first.
func merged(a, b []*Group) []*Group {
	if inOrder(a[len(a)-1], b[0]) <= 0 { // imports of different years, asked by year
		return append(slices.Clip(a), b...)
	}
	out := make([]*Group, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if inOrder(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// heir is the memory of a set that has the very rows of this one but for those
// of some imports, which it has none of or, where it has grown, more. rows are its
// own.
func (k *kept) heir(rows int, others []briefing.ID, grown bool) *kept {
	h := &kept{rows: rows}
	for _, o := range k.shares {
		if grown && slices.ContainsFunc(o.parts, func(p sharePart) bool {
			return len(p.origins) > 0 && slices.Contains(others, p.of)
		}) {
			continue // the import keeps its place among the others, which its new rows don't tell
		}
		parts := make([]sharePart, 0, len(o.parts))
		for _, p := range o.parts {
			if !slices.Contains(others, p.of) {
				parts = append(parts, p)
			}
		}
		h.shares = append(h.shares, share{o.key, parts})
	}
	k.axes.bequeath(&h.axes)
	return h
}

// Grown gives the set with the observations of others behind its own, which it
// shares; what it remembers of imports that are in none of them it still knows.
func (s *Set) Grown(more ...*Set) *Set {
	out := s.Clone()
	var others []briefing.ID
	for _, o := range more {
		out.AppendSet(o)
		others = append(others, o.Imports()...)
	}
	s.bequeath(out, others)
	return out
}
