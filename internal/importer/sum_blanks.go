package importer

import (
	"slices"
	"sort"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// A table with more totals than this has them for something else than checking.
const blanksJudged = 500

// stretch is what stands between two rows that add others up.
type stretch struct {
	at           int // rows that add others up before it
	flow         figure.Flow
	period       briefing.Period
	partner      string
	currency     string
	world, total bool // of all countries, of all goods
}

// judgeBlanks sets totals that don't say what they are of beside the rows above
// them: since the last row that adds others up, or since any before it; or beside
// those below; all in the lines of one table. One that none of these sums fits
// contradicts the file.
func (l *ledger) judgeBlanks(set *figure.Set, of lines) (out []CheckTotal, err error) {
	sums := slices.DeleteFunc(slices.Clone(l.sums), func(s sumRow) bool { return !of.hold(s.line) })
	blank := func(s sumRow) bool { return s.of == sumOfRows && (!s.keyed || l.totals[s.key].unclear) }
	if len(sums) > blanksJudged || !slices.ContainsFunc(sums, blank) {
		return nil, nil
	}
	between, err := between(set, sums, of)
	if err != nil {
		return nil, err
	}
	for i := range sums {
		s := &sums[i]
		if !blank(*s) {
			continue
		}
		heaps, flow, period, err := s.heaps(between, len(sums)+1)
		if err != nil {
			return nil, err
		}
		stored, ok := sumAround(sums, i, heaps)
		if !ok {
			continue
		}
		out = append(out, CheckTotal{Flow: flow, Reporter: s.o.Reporter, Partner: s.o.Partner, Period: period, Currency: s.o.Currency, Stated: s.o.Value.Decimal, Stored: stored, Name: s.name, Line: s.line})
	}
	return out, nil
}

// between adds up what stands between the rows that add others up. Rows of all
// countries or of all goods don't count beside those of some.
func between(set *figure.Set, sums []sumRow, of lines) (map[stretch]briefing.Number, error) {
	out := map[stretch]briefing.Number{}
	countries, goods := false, false
	for _, o := range set.All() {
		if !o.Value.Valid || !of.hold(o.Line) {
			continue
		}
		at := sort.Search(len(sums), func(i int) bool { return sums[i].line > o.Line })
		k := stretch{at, o.Flow, o.Period, o.Partner, o.Currency, o.Partner == figure.World, o.Code == figure.TotalCode && o.Product == ""}
		countries, goods = countries || !k.world, goods || !k.total
		sum, err := plus(out[k], o.Value.Decimal, forCheck)
		if err != nil {
			return nil, err
		}
		out[k] = sum
	}
	for k := range out {
		if k.world && countries || k.total && goods {
			delete(out, k)
		}
	}
	return out, nil
}

// heaps are the sums of the row's own trade in each stretch, and its direction
// and period where these are the same throughout.
func (s *sumRow) heaps(between map[stretch]briefing.Number, n int) (heaps []briefing.Number, flow figure.Flow, period briefing.Period, err error) {
	heaps = make([]briefing.Number, n)
	first := true
	for k, sum := range between {
		if s.o.Flow != "" && k.flow != s.o.Flow || s.o.Period.Kind != briefing.NoPeriod && k.period != s.o.Period || s.o.Partner != "" && k.partner != s.o.Partner || k.currency != s.o.Currency {
			continue
		}
		if heaps[k.at], err = plus(heaps[k.at], sum, forCheck); err != nil {
			return nil, "", period, err
		}
		if first {
			flow, period, first = k.flow, k.period, false
		}
		if k.flow != flow {
			flow = ""
		}
		if k.period != period {
			period = briefing.Period{}
		}
	}
	return heaps, flow, period, nil
}

// sumAround is the sum of rows around the total i that fits it, or the one that
// ought to; ok is false where nobody can tell which rows it is of.
func sumAround(sums []sumRow, i int, heaps []briefing.Number) (stored briefing.Number, ok bool) {
	stated := sums[i].o.Value.Decimal
	fits := func(from, to, step int) bool {
		var sum briefing.Number
		for k := from; k != to; k += step {
			var err error
			if sum, err = sum.Add(heaps[k]); err != nil {
				return false
			}
			if !sum.IsZero() && near(stated, sum) {
				stored = sum
				return true
			}
		}
		return false
	}
	if fits(i, -1, -1) || fits(i+1, len(heaps), 1) {
		return stored, true
	}
	var above, below briefing.Number
	for k, h := range heaps {
		to := &above
		if k > i {
			to = &below
		}
		sum, err := to.Add(h)
		if err != nil {
			return stored, false
		}
		*to = sum
	}
	switch {
	case !sums[i].bare && (i+1 < len(sums) && !sums[i+1].bare && heaps[i+1].IsZero() || heaps[i].IsZero()):
		return stored, false // several named ones below each other: of rows that lie apart
	case !sums[i].bare:
		return heaps[i], true
	case above.IsZero():
		return below, !below.IsZero()
	}
	return above, true
}
