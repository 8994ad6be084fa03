package check

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// whose is the trade that a total is of.
type whose struct{ flow, reporter, partner, region, province, currency, basis, span string }

// series is what is added up by itself.
type series struct{ frequency, classification string }

func (a series) compare(b series) int {
	return cmp.Or(strings.Compare(a.frequency, b.frequency), strings.Compare(a.classification, b.classification))
}

// told is what one series says of a trade in one span.
type told struct {
	of       series
	sum      briefing.Number
	chapters map[string]briefing.Number // empty where the goods have no codes, and where nobody asked
	named    bool                       // goods without codes, told apart by their names
	open     bool                       // the source withholds a part of it
}

// trades are the sums of the trade of the pack's sides by trade, span and series.
// They are of the rows alone, so that rows that stay are added up once.
type trades struct {
	all   *adding
	twice []whose                   // of which series tell sums that differ, in order
	apart map[whose]map[series]told // these, with their chapters
}

// tradesOf adds the trade of the pack's sides up; nil where there is nothing to
// add, or too much to go through. Chapters are looked at only where sums differ:
// by months and regions they are a hundred times as many.
func tradesOf(s *project.Snapshot) *trades {
	const most = 500_000 // rows that are gone through without a partner to look at
	if len(s.Imports) == 0 || s.Pack.Partner == "" && s.Figures.Len() > most {
		return nil
	}
	return figure.Recalled(s.Figures, "trades of "+s.Pack.Partner, func() *trades {
		t := &trades{all: addTrades(s, tradeDims(), nil), apart: map[whose]map[series]told{}}
		for _, k := range slices.SortedFunc(maps.Keys(t.all.totals), compareWhose) {
			if sumsApart(t.all.totals[k]) {
				t.twice = append(t.twice, k)
			}
		}
		if len(t.twice) > 0 {
			t.lookIn(s)
		}
		return t
	})
}

// sumsApart reports whether a series tells another sum than the largest.
func sumsApart(list map[series]told) bool {
	var largest briefing.Number
	for _, t := range list {
		if t.sum.Cmp(largest) > 0 {
			largest = t.sum
		}
	}
	for _, t := range list {
		if contradict(t.sum, largest, true) {
			return true
		}
	}
	return false
}

// lookIn finds of which chapters the sums are that differ.
func (t *trades) lookIn(s *project.Snapshot) {
	flows, years, classes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, k := range t.twice {
		t.apart[k] = maps.Clone(t.all.totals[k])
		flows[k.flow], years[k.span[:min(4, len(k.span))]] = true, true
		for in := range t.apart[k] {
			classes[in.classification] = true
		}
	}
	for class := range classes {
		goods := figure.Dimension("code")
		if figure.Harmonised(class) {
			goods = "hs2"
		}
		fine := addTrades(s, append(tradeDims(), goods), func(f *figure.Filter) {
			f.Classification = class
			f.Period = func(p briefing.Period) bool { return years[briefing.Year(p.From.Year).String()] }
			if len(flows) == 1 {
				f.Flow = figure.Flow(slices.Collect(maps.Keys(flows))[0])
			}
		})
		for _, k := range t.twice {
			for in, x := range t.apart[k] {
				if in.classification == class {
					x.chapters = fine.totals[k][in].chapters
					t.apart[k][in] = x
				}
			}
		}
	}
}

func compareWhose(a, b whose) int {
	return cmp.Or(strings.Compare(a.flow, b.flow), strings.Compare(a.reporter, b.reporter), strings.Compare(a.partner, b.partner),
		strings.Compare(a.region, b.region), strings.Compare(a.province, b.province), strings.Compare(a.currency, b.currency),
		strings.Compare(a.basis, b.basis), strings.Compare(a.span, b.span))
}

// tradeDims are what trade is added up by, goods aside.
func tradeDims() []figure.Dimension {
	return []figure.Dimension{"flow", "partner", "region", "province", "year", "quarter", "month"}
}

// addTrades adds up the trade of the pack's sides with one another, all trade
// where no partner is named, by the dimensions, of which the eighth is of goods.
// narrow narrows what is asked; nil leaves it.
func addTrades(s *project.Snapshot, by []figure.Dimension, narrow func(*figure.Filter)) *adding {
	filters := []figure.Filter{{}}
	if p := s.Pack.Partner; p != "" {
		filters = []figure.Filter{{Partner: p}, {Reporter: p}}
	}
	a := &adding{totals: map[whose]map[series]told{}, months: map[string]briefing.Period{}}
	for _, f := range filters {
		if narrow != nil {
			narrow(&f)
		}
		groups, err := s.Figures.Aggregate(f, by)
		if err != nil { // a sum beyond all bounds
			continue
		}
		for _, g := range groups {
			if g.Keys[1] != figure.World && (g.Value.Valid || g.Status == briefing.Missing) {
				a.add(g)
			}
		}
	}
	a.stretches()
	return a
}

// adding adds groups up by trade, span and series.
type adding struct {
	totals map[whose]map[series]told
	spans  []spell
	months map[string]briefing.Period // months and quarters met, by their keys
}

// spell is what one series tells of a month or a quarter: of all goods or, where
// goods are told apart, of one chapter.
type spell struct {
	of          whose // its span is the year
	in          series
	first, last int // months
	chapter     string
	sum         briefing.Number
	open        bool
}

func (a *adding) add(g figure.Group) {
	k := whose{g.Keys[0], g.Split.Reporter, g.Keys[1], g.Keys[2], g.Keys[3], g.Split.Currency, g.Split.Basis, g.Split.Span}
	in := series{g.Split.Frequency, g.Split.Classification}
	chapter := figure.TotalCode
	if len(g.Keys) > 7 {
		chapter = g.Keys[7]
	}
	told := spell{chapter: chapter, sum: g.Value.Decimal, open: g.Status == briefing.Missing}
	switch {
	case k.span != "":
		a.put(k, in, told)
	case g.Split.Frequency == "A":
		k.span = g.Keys[4]
		a.put(k, in, told)
	case g.Split.Frequency == "M" || g.Split.Frequency == "Q":
		p, ok := a.months[cmp.Or(g.Keys[6], g.Keys[5])]
		if !ok {
			var err error
			if p, err = briefing.ParsePeriod(cmp.Or(g.Keys[6], g.Keys[5])); err != nil {
				return
			}
			a.months[cmp.Or(g.Keys[6], g.Keys[5])] = p
		}
		n, _ := p.Months()
		k.span = g.Keys[4]
		told.of, told.in, told.first, told.last = k, in, p.From.Month, p.From.Month+n-1
		a.spans = append(a.spans, told)
	}
}

// put adds what spells tell to one trade and series.
func (a *adding) put(k whose, in series, spells ...spell) {
	if len(spells) == 0 {
		return
	}
	if a.totals[k] == nil {
		a.totals[k] = map[series]told{}
	}
	t, ok := a.totals[k][in]
	if !ok {
		t = told{of: in, chapters: map[string]briefing.Number{}}
	}
	for i := range spells {
		p := &spells[i]
		t.open = t.open || p.open
		t.sum, _ = t.sum.Add(p.sum)
		if p.chapter != figure.TotalCode {
			t.chapters[p.chapter], _ = t.chapters[p.chapter].Add(p.sum)
		}
	}
	a.totals[k][in] = t
}

// stretches adds what months and quarters come to from January on, as far as
// none of them is missing, for the spans that other series state.
func (a *adding) stretches() {
	type year struct {
		of whose
		in series
	}
	byYear := map[year][]spell{}
	for from := 0; from < len(a.spans); { // the months of a year mostly follow one another
		first, to := &a.spans[from], from+1
		for to < len(a.spans) && a.spans[to].of == first.of && a.spans[to].in == first.in {
			to++
		}
		y := year{first.of, first.in}
		if had := byYear[y]; had == nil {
			byYear[y] = a.spans[from:to:to]
		} else {
			byYear[y] = append(had, a.spans[from:to]...)
		}
		from = to
	}
	stated := map[whose][]stretch{} // by trade and year
	state := func(k whose) {
		span, err := briefing.ParsePeriod(k.span)
		n, ok := span.Months()
		if err != nil || !ok {
			return
		}
		y, of := k, stretch{k.span, max(span.From.Month, 1), n}
		y.span = k.span[:min(yearDigits, len(k.span))]
		if !slices.Contains(stated[y], of) {
			stated[y] = append(stated[y], of)
		}
	}
	for k := range a.totals { // what is made of parts is compared with these and with one another
		state(k)
	}
	covered, reach := map[year]map[int]bool{}, map[whose][]int{}
	for y, parts := range byYear {
		state(y.of)
		covered[y] = map[int]bool{}
		for _, p := range parts {
			for m := p.first; m <= p.last; m++ {
				covered[y][m] = true
			}
		}
		months := 0
		for covered[y][months+1] {
			months++
		}
		reach[y.of] = append(reach[y.of], months)
	}
	for of, months := range reach { // as far as two series go in a year that is not over
		slices.Sort(months)
		if n := len(months); n > 1 && months[n-2] > 0 && months[n-2] < 12 {
			from, to := briefing.Month(yearOf(of.span), 1), briefing.Month(yearOf(of.span), months[n-2])
			of.span = from.String() + ".." + to.String()
			if months[n-2] == 1 {
				of.span = from.String()
			}
			state(of)
		}
	}
	for y, parts := range byYear {
		for _, x := range stated[y.of] {
			if !allCovered(covered[y], x.first, x.months) {
				continue
			}
			k := y.of
			k.span = x.span
			if within, whole := partsOf(parts, x.first, x.months); whole {
				a.put(k, y.in, within...)
			}
		}
	}
}

// partsOf are the parts of a span that lie within it; whole is false where these
// leave a month out: a quarter tells nothing of one of its months.
func partsOf(parts []spell, first, months int) (within []spell, whole bool) {
	covered := map[int]bool{}
	for _, p := range parts {
		if p.first >= first && p.last < first+months {
			within = append(within, p)
			for m := p.first; m <= p.last; m++ {
				covered[m] = true
			}
		}
	}
	return within, allCovered(covered, first, months)
}

const yearDigits = 4 // of a span in front

// yearOf is the year that a span begins with.
func yearOf(span string) int {
	n, _ := strconv.Atoi(span[:min(yearDigits, len(span))])
	return n
}

// stretch is a span of months that a source states a sum of.
type stretch struct {
	span          string
	first, months int
}

// allCovered reports whether all months of a span are covered.
func allCovered(covered map[int]bool, first, months int) bool {
	for m := max(first, 1); m < max(first, 1)+months; m++ {
		if !covered[m] {
			return false
		}
	}
	return true
}
