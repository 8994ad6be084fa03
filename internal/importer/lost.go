package importer

import (
	"cmp"
	"maps"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/lang"
)

// Keys of the notes on rejected rows ("importer.note.<note>"): the first is of
// a period, which stands in the text.
const (
	noteLost    = "importer.note.lost"
	noteLostAny = "importer.note.lost.any"
)

// mostLost is of how many periods a note tells one by one.
const mostLost = 12

// lose notes of which period a rejected row is, as far as that can be read: its
// sums lack the row.
func (m *mapper) lose(r *cells.Row) {
	var o figure.Observation
	if r.Fault != "" || !m.mapPeriod(r, &o).ok() {
		o.Period = briefing.Period{}
	}
	m.led.lost[o.Period]++
}

// Lost are the periods that rejected rows of figures are of, in order; one of
// no kind stands for those whose period can't be told. Of many periods the
// years are told, and of many years none.
func (l *ledger) lostOf() []briefing.Period {
	all := slices.Collect(maps.Keys(l.lost))
	if len(all) > mostLost {
		for i, p := range all {
			if p.Kind != briefing.NoPeriod {
				all[i] = briefing.Year(p.From.Year)
			}
		}
	}
	slices.SortFunc(all, func(a, b briefing.Period) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), a.Compare(b)) })
	if all = slices.Compact(all); len(all) > mostLost {
		return []briefing.Period{{}}
	}
	return all
}

// lostNotes say of which periods rows are missing.
func (r *Report) lostNotes(l briefing.Lang) (out []string) {
	for _, p := range r.Lost {
		if p.Kind == briefing.NoPeriod {
			out = append(out, lang.T(l, noteLostAny))
		} else {
			out = append(out, lang.T(l, noteLost, lang.Period(l, p)))
		}
	}
	return out
}

// TellsOfLost reports whether a line of an import's note says that rows are
// missing.
func TellsOfLost(l briefing.Lang, line string) bool {
	_, of := lang.Filled(l, noteLost, line)
	return of || line == lang.T(l, noteLostAny)
}

// OfLost reports whether a line of an import's note says that rows are missing
// of one of the periods, or of none that could be told.
func OfLost(l briefing.Lang, line string, periods map[briefing.Period]int) bool {
	period, of := lang.Filled(l, noteLost, line)
	if !of {
		return line == lang.T(l, noteLostAny)
	}
	for p := range periods {
		if lang.Period(l, p) == period || lang.Period(l, briefing.Year(p.From.Year)) == period {
			return true
		}
	}
	return false
}
