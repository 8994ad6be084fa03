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

// share is an answer by import.
type share struct {
	key     string
	imports []briefing.ID // that it tells of: all of the set's when it was given
	groups  []Group       // the last key is the import
	origins []Origin
}

func (h *share) size() int { return 1 + len(h.groups) + len(h.origins) }

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
	finer := append(slices.Clone(by), byImport)
	h, ok := s.told(key, ids, func(missing []briefing.ID, h *share) error {
		part := *f
		if part.Imports = wanted(f, missing); len(part.Imports) == 0 {
			return nil
		}
		a := newAggregation(s.opened(), &part, finer)
		if err := a.scan(); err != nil {
			return err
		}
		more, err := a.groups()
		h.groups = append(h.groups, more...)
		return err
	})
	if !ok {
		return nil, false
	}
	groups, err := folded(h.groups, len(by))
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
		if part.Imports = wanted(f, missing); len(part.Imports) > 0 {
			h.origins = append(h.origins, s.origins(&part)...)
		}
		return nil
	})
	return h.origins, ok
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
	h := share{key: key, imports: ids}
	missing := ids
	if old, ok := k.share(key, s.rows); ok {
		missing = slices.DeleteFunc(slices.Clone(ids), func(id briefing.ID) bool { return slices.Contains(old.imports, id) })
		here := func(id briefing.ID) bool { return slices.Contains(ids, id) && slices.Contains(old.imports, id) }
		for _, g := range old.groups {
			if here(briefing.ID(g.Keys[len(g.Keys)-1])) {
				h.groups = append(h.groups, g)
			}
		}
		for _, o := range old.origins {
			if here(o.Import) {
				h.origins = append(h.origins, o)
			}
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

// folded adds up groups that differ by their last key only, and orders them as
// Aggregate does. n is the number of keys that stay.
func folded(fine []Group, n int) ([]Group, error) {
	order := func(a, b Group) int {
		if c := slices.Compare(a.Keys[:n], b.Keys[:n]); c != 0 {
			return c
		}
		return a.Split.Compare(b.Split)
	}
	if !slices.IsSortedFunc(fine, order) { // each import's share is, and most often they follow one another
		slices.SortStableFunc(fine, order)
	}
	out := make([]Group, 0, len(fine))
	for from := 0; from < len(fine); {
		to := from + 1
		for to < len(fine) && slices.Equal(fine[to].Keys[:n], fine[from].Keys[:n]) && fine[to].Split == fine[from].Split {
			to++
		}
		g := fine[from]
		if to-from > 1 {
			var err error
			if g, err = Merge(fine[from:to]...); err != nil {
				return nil, err
			}
		}
		g.Keys = fine[from].Keys[:n:n]
		out = append(out, g)
		from = to
	}
	return out, nil
}

// heir is the memory of a set that has the very rows of this one but for those
// of some imports, which it may have none or others of. rows are its own.
func (k *kept) heir(rows int, others []briefing.ID) *kept {
	h := &kept{rows: rows}
	for _, o := range k.shares {
		o.imports = slices.DeleteFunc(slices.Clone(o.imports), func(id briefing.ID) bool { return slices.Contains(others, id) })
		h.shares = append(h.shares, o)
	}
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
	if s != nil && s.kept != nil {
		s.kept.mu.Lock()
		defer s.kept.mu.Unlock()
		s.kept.settle(s.rows)
		out.kept = s.kept.heir(out.rows, others)
	}
	return out
}
