package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// FillDown puts the values that the first record has in the fields into the
// others, as one action. A field of a child list ("claims.source") is filled
// where the first record and the other have one row in it. It gives how many
// records were changed, and how many could not be.
func (p *Project) FillDown(refs []briefing.Ref, keys []string) (filled, left int, err error) {
	if len(refs) < 2 {
		return 0, 0, nil
	}
	var changes []store.Change
	p.ReadRecords(func(pr *project.Project) {
		d, ok := briefing.Describe(refs[0].Kind)
		from := pr.Find(refs[0])
		if !ok || from == nil {
			return
		}
		for _, ref := range refs[1:] {
			r := pr.Find(ref)
			if r == nil || ref.Kind != refs[0].Kind {
				continue
			}
			c, changed, whole := d.Copy(r), false, true
			for _, key := range keys {
				did, can := fillField(d, key, from, c)
				changed, whole = changed || did, whole && can
			}
			if !whole {
				left++
			}
			if changed {
				changes = append(changes, store.Change{Put: c})
			}
		}
	})
	if len(changes) == 0 {
		return 0, left, nil
	}
	return len(changes), left, p.commit("fill", changes...)
}

// fillField takes one field over; can is false where it can't be.
func fillField(d briefing.Description, key string, from, to briefing.Record) (did, can bool) {
	var a, b any = from, to
	fields := d.Fields
	if list, rest, ok := strings.Cut(key, "."); ok {
		at := slices.IndexFunc(d.Lists, func(l briefing.List) bool { return l.Key == list })
		if at < 0 || d.Lists[at].Len(from) != 1 || d.Lists[at].Len(to) != 1 {
			return false, false
		}
		a, b, fields, key = d.Lists[at].At(from, 0), d.Lists[at].At(to, 0), d.Lists[at].Fields, rest
	}
	at := slices.IndexFunc(fields, func(f briefing.Field) bool { return f.Key == key })
	if at < 0 {
		return false, false
	}
	f := fields[at]
	if f.Get(a) == f.Get(b) {
		return false, true
	}
	err := f.Set(b, f.Get(a))
	return err == nil, err == nil
}
