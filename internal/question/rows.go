package question

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// narrow puts keys of dimensions into a filter; ok is false where a key can't
// be asked for, since an empty one lets all through.
func narrow(f figure.Filter, dims []figure.Dimension, keys []string) (figure.Filter, bool) {
	for i, d := range dims {
		if keys[i] == "" && d != figure.ByGroup {
			return f, false
		}
		switch d {
		case "partner":
			f.Partner = keys[i]
		case "province":
			f.Province = keys[i]
		case "region":
			f.Region = keys[i]
		case figure.ByGroup:
			key := keys[i]
			f.Group = &key
		case figure.ByProduct:
			key := keys[i]
			f.Product = &key
		case "hs2", "hs4", "hs6", "code":
			f.Code = alsoCode(f.Code, d, keys[i])
		default:
			return f, false
		}
	}
	return f, true
}

// alsoCode lets through codes whose key of the dimension is this.
func alsoCode(further func(string) bool, d figure.Dimension, key string) func(string) bool {
	return func(code string) bool {
		return (further == nil || further(code)) && figure.Observation{Code: code}.Key(d) == key
	}
}

// Rows is what the amounts of a line were added up from: the filter of its
// rows in the period, or in the base, and the keys they have, which a filter
// alone can't ask for where they are empty. Not ok for a line whose rows are
// not told by one filter: what a stated total leaves, a rest, a line without
// data in that period.
func (t *Table) Rows(l Line, now bool) (f figure.Filter, keys map[figure.Dimension]string, ok bool) {
	periods, there := t.then, l.HasThen
	if now {
		periods, there = t.now, l.HasNow
	}
	if !there || len(periods) == 0 || l.Kind == Rest || l.Kind == Unallocated && l.Stated {
		return f, nil, false
	}
	f = t.filter
	f.Period = also(f.Period, periods)
	split := l.Now.Split
	if !now {
		split = l.Then.Split
	}
	f.Reporter, f.Currency, f.Basis, f.Classification, f.Frequency = split.Reporter, split.Currency, split.Basis, split.Classification, split.Frequency
	f.Area = &split.Area
	if t.Flow == "" { // a balance: exports now, imports then
		f.Flow = figure.Import
		if now {
			f.Flow = figure.Export
		}
	}
	if l.Kind == OfHidden || l.Kind == Outside {
		f.Codes, f.Code, f.Group, f.Product = []string{figure.HiddenCode}, nil, nil, nil
		return f, nil, true
	}
	keys = map[figure.Dimension]string{}
	for i, d := range t.By {
		if i < len(l.Keys) {
			keys[d] = l.Keys[i]
		}
	}
	for i, d := range t.By {
		if i >= len(l.Keys) || l.Keys[i] == "" {
			continue
		}
		if more, can := narrow(f, []figure.Dimension{d}, []string{l.Keys[i]}); can {
			f = more
		}
	}
	return f, keys, true
}

// RestRows is what a rest was added up from: the filter of all rows of the
// table, and whether a row's keys are those of an item that is not told one by
// one. Not ok without data in that period.
func (t *Table) RestRows(l Line, now bool) (f figure.Filter, keep func(keys []string) bool, ok bool) {
	whole := l
	whole.Kind, whole.Keys = Item, nil
	f, _, ok = t.Rows(whole, now)
	if !ok || l.Kind != Rest {
		return f, nil, false
	}
	told := map[string]bool{}
	for _, o := range t.Lines {
		if o.Kind == Item {
			told[strings.Join(o.Keys, "\x00")] = true
		}
	}
	return f, func(keys []string) bool {
		return kindOf(t.By, keys) == Item && !told[strings.Join(keys, "\x00")]
	}, true
}

// Narrow lets through only rows with this key of the dimension; not ok for one
// that a filter can't ask for.
func Narrow(f figure.Filter, d figure.Dimension, key string) (figure.Filter, bool) {
	return narrow(f, []figure.Dimension{d}, []string{key})
}

// Periods are the periods of the rows, of the answer or of its base.
func (t *Table) Periods(now bool) []briefing.Period {
	if now {
		return t.now
	}
	return t.then
}
