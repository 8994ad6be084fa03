package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check43: two series that are never added do not tell different totals of one
// trade in one period: the year as stated, as its months, as its quarters make
// it, by another classification. Each would be printed as the trade of the
// region, on facing pages. A series of some chapters only is a part of one that
// has them all: that is a remark, since the page does not say so; everything
// else blocks an issue until one of them goes or somebody answers for both.
func check43() Check { return Check{Number: 43, data: totalsApart} }

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
	chapters map[string]briefing.Number // empty where the goods have no codes
	named    bool                       // goods without codes, told apart by their names
	open     bool                       // the source withholds a part of it
}

// mostApart is how many contradictions are told.
const mostApart = 8

func totalsApart(s *project.Snapshot) []Finding {
	_, out := apartTrades(s)
	return out
}

// apartTrades are the trades of which series tell different totals, with the
// findings of the first of them.
func apartTrades(s *project.Snapshot) (of []whose, out []Finding) {
	t := tradesOf(s)
	if t == nil {
		return nil, nil
	}
	for _, k := range t.twice {
		list := slices.Collect(maps.Values(t.all.totals[k]))
		for i := range list {
			list[i].named = hasNamed(s, list[i].of)
		}
		list = slices.DeleteFunc(list, func(t told) bool { return t.open })
		if f, ok := disagree(s, k, list); ok {
			if of = append(of, k); len(out) < mostApart {
				out = append(out, f)
			}
		}
	}
	return of, out
}

// trades are the sums of the trade of the pack's sides by trade, span and series.
// They are of the rows alone, so that rows that stay are added up once.
type trades struct {
	all   *adding
	twice []whose // of which more than one series tells, in order
}

// tradesOf adds the trade of the pack's sides up; nil where there is nothing to
// add, or too much to go through.
func tradesOf(s *project.Snapshot) *trades {
	const most = 500_000 // rows that are gone through without a partner to look at
	if len(s.Imports) == 0 || s.Pack.Partner == "" && s.Figures.Len() > most {
		return nil
	}
	return figure.Recalled(s.Figures, "trades of "+s.Pack.Partner, func() *trades {
		a := &adding{totals: map[whose]map[series]told{}}
		for _, g := range tradeOf(s) {
			a.add(g)
		}
		a.stretches()
		a.shorten()
		t := &trades{all: a}
		for _, k := range slices.SortedFunc(maps.Keys(a.totals), compareWhose) {
			if len(a.totals[k]) > 1 {
				t.twice = append(t.twice, k)
			}
		}
		return t
	})
}

func compareWhose(a, b whose) int {
	return cmp.Or(strings.Compare(a.flow, b.flow), strings.Compare(a.reporter, b.reporter), strings.Compare(a.partner, b.partner),
		strings.Compare(a.region, b.region), strings.Compare(a.province, b.province), strings.Compare(a.currency, b.currency),
		strings.Compare(a.basis, b.basis), strings.Compare(a.span, b.span))
}

// tradeDims are what tradeOf groups by.
func tradeDims() []figure.Dimension {
	return []figure.Dimension{"flow", "partner", "region", "province", "hs2", "year", "quarter", "month"}
}

// tradeOf is the trade of the pack's sides with one another, by chapter; all
// trade where no partner is named.
func tradeOf(s *project.Snapshot) (groups []figure.Group) {
	filters := []figure.Filter{{}}
	if p := s.Pack.Partner; p != "" {
		filters = []figure.Filter{{Partner: p}, {Reporter: p}}
	}
	for _, f := range filters {
		more, err := s.Figures.Aggregate(f, tradeDims())
		if err != nil { // of a classification without chapters among the rows
			continue
		}
		groups = append(groups, more...)
	}
	return slices.DeleteFunc(groups, func(g figure.Group) bool {
		return g.Keys[1] == figure.World || !g.Value.Valid && g.Status != briefing.Missing
	})
}

// adding adds groups up by trade, span and series.
type adding struct {
	totals map[whose]map[series]told
	parts  []part  // by chapter, until they are shortened
	spans  []spell // of parts, all chapters together
}

// spell is a month or a quarter of one series.
type spell struct {
	of          whose // its span is the year
	in          series
	first, last int // months
	sum         briefing.Number
	open        bool
	chapters    []string // that it has, without goods that have no codes
}

// shorten puts the chapters of each month and quarter together: what is kept is
// a hundredth of what was read.
func (a *adding) shorten() {
	type key struct {
		of          whose
		in          series
		first, last int
	}
	at := map[key]int{}
	for _, p := range a.parts {
		k := key{p.of, p.in, p.first, p.last}
		i, ok := at[k]
		if !ok {
			i = len(a.spans)
			at[k], a.spans = i, append(a.spans, spell{of: p.of, in: p.in, first: p.first, last: p.last})
		}
		x := &a.spans[i]
		x.open = x.open || !p.amount.Valid
		x.sum, _ = x.sum.Add(p.amount.Decimal)
		if p.chapter != figure.TotalCode {
			x.chapters = append(x.chapters, p.chapter)
		}
	}
	a.parts = nil
}

// part is a group of a month or a quarter.
type part struct {
	of          whose // its span is the year
	in          series
	first, last int // months
	chapter     string
	amount      briefing.MaybeNumber
}

func (a *adding) add(g figure.Group) {
	k := whose{g.Keys[0], g.Split.Reporter, g.Keys[1], g.Keys[2], g.Keys[3], g.Split.Currency, g.Split.Basis, g.Split.Span}
	in := series{g.Split.Frequency, g.Split.Classification}
	amount := g.Value
	amount.Valid = g.Status != briefing.Missing
	switch {
	case k.span != "":
		a.put(k, in, g.Keys[4], amount)
	case g.Split.Frequency == "A":
		k.span = g.Keys[5]
		a.put(k, in, g.Keys[4], amount)
	case g.Split.Frequency == "M" || g.Split.Frequency == "Q":
		p, err := briefing.ParsePeriod(cmp.Or(g.Keys[7], g.Keys[6]))
		if err != nil {
			return
		}
		n, _ := p.Months()
		k.span = g.Keys[5]
		a.parts = append(a.parts, part{k, in, p.From.Month, p.From.Month + n - 1, g.Keys[4], amount})
	}
}

func (a *adding) put(k whose, in series, chapter string, amount briefing.MaybeNumber) {
	if a.totals[k] == nil {
		a.totals[k] = map[series]told{}
	}
	t, ok := a.totals[k][in]
	if !ok {
		t = told{of: in, chapters: map[string]briefing.Number{}}
	}
	t.open = t.open || !amount.Valid
	t.sum, _ = t.sum.Add(amount.Decimal)
	if chapter != figure.TotalCode {
		t.chapters[chapter], _ = t.chapters[chapter].Add(amount.Decimal)
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
	byYear := map[year][]part{}
	for _, p := range a.parts {
		y := year{p.of, p.in}
		byYear[y] = append(byYear[y], p)
	}
	spans := slices.Collect(maps.Keys(a.totals)) // stated; what is made of parts is compared with these and with one another
	for y := range byYear {
		spans = append(spans, y.of)
	}
	for y, parts := range byYear {
		covered := map[int]bool{}
		for _, p := range parts {
			for m := p.first; m <= p.last; m++ {
				covered[m] = true
			}
		}
		done := map[string]bool{}
		for _, k := range spans {
			span, err := briefing.ParsePeriod(k.span)
			n, ok := span.Months()
			same := y.of
			if same.span = k.span; err != nil || same != k || !ok || done[k.span] || !strings.HasPrefix(k.span, y.of.span) || !allCovered(covered, span.From.Month, n) {
				continue
			}
			done[k.span] = true
			first := max(span.From.Month, 1)
			for _, p := range parts {
				if p.first >= first && p.last < first+n {
					a.put(k, y.in, p.chapter, p.amount)
				}
			}
		}
	}
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

// disagree compares what series tell of one trade in one span.
func disagree(s *project.Snapshot, k whose, list []told) (Finding, bool) {
	if len(list) < 2 {
		return Finding{}, false
	}
	slices.SortFunc(list, func(a, b told) int { return cmp.Or(b.sum.Cmp(a.sum), a.of.compare(b.of)) })
	largest, differ, part := list[0], false, true
	for _, t := range list[1:] {
		if !contradict(t.sum, largest.sum, true) || t.stated() != largest.stated() && (largest.stated() || !t.named && !largest.named) {
			continue // a total beside goods, which check 37 looks at
		}
		differ = true
		part = part && partOf(t, largest)
	}
	if !differ {
		return Finding{}, false
	}
	severity := Blocking
	if part {
		severity = Warning
	}
	files := make([]string, len(list))
	var ref briefing.Ref
	for i, t := range list {
		var last *briefing.Import
		files[i], last = filesOf(s, k, t.of)
		if last != nil {
			ref = last.Ref()
		}
	}
	return Finding{
		Severity: severity, Ref: ref,
		Evidence: text("check.43.evidence", func(l briefing.Lang) []any {
			var sums []string
			for i, t := range list[:min(len(list), 4)] {
				sums = append(sums, lang.Number(l, t.sum, lang.NumberStyle{Decimals: 0})+"\u00a0"+k.currency+" ("+files[i]+")")
			}
			p, _ := briefing.ParsePeriod(k.span)
			what := lang.Enum(l, "flow", k.flow) + ", " + cmp.Or(lang.Region(l, k.reporter, k.region), lang.Country(l, k.reporter)) + " – " +
				cmp.Or(lang.Region(l, k.partner, k.province), lang.Country(l, k.partner))
			return []any{what, lang.Period(l, p), strings.Join(sums, "; ")}
		}),
		Mend: text("check.43.mend", nil),
	}, true
}

// filesOf names the files that a series of a trade has come with, and the last
// of them.
func filesOf(s *project.Snapshot, k whose, of series) (names string, last *briefing.Import) {
	span, _ := briefing.ParsePeriod(k.span)
	set := s.Figures.Where(figure.Filter{
		From: span.Start(), To: span.End(),
		Flow: figure.Flow(k.flow), Reporter: k.reporter, Partner: k.partner, Region: k.region, Province: k.province,
		Currency: k.currency, Frequency: of.frequency, Classification: of.classification,
	})
	var files []string
	for _, imp := range s.Imports {
		if slices.Contains(set.Imports(), imp.ID) {
			last = imp
			if !slices.Contains(files, imp.File) {
				files = append(files, imp.File)
			}
		}
	}
	return strings.Join(files, ", "), last
}

// stated reports whether a series tells a total of all goods and none of them.
func (t told) stated() bool { return len(t.chapters) == 0 && !t.named }

// hasNamed reports whether a series has goods that names alone tell apart.
func hasNamed(s *project.Snapshot, of series) bool {
	names, err := s.Figures.Aggregate(figure.Filter{Codes: []string{figure.TotalCode}, Frequency: of.frequency, Classification: of.classification}, []figure.Dimension{figure.ByProduct})
	return err == nil && slices.ContainsFunc(names, func(g figure.Group) bool { return g.Keys[0] != figure.TotalCode })
}

// partOf reports whether one import has some of the chapters of another, none of
// them for more.
func partOf(t, whole told) bool {
	if len(t.chapters) == 0 || len(whole.chapters) == 0 {
		return false
	}
	for c, v := range t.chapters {
		of, ok := whole.chapters[c]
		if !ok || contradict(v, of, false) {
			return false
		}
	}
	return true
}
