package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// check44: a published figure of trade says what the imported rows of the same
// trade come to, within the digits it is published with: exports, imports,
// turnover or balance of the same sides in the same period, of all goods or of
// those of its codes, and weights; and a turnover or balance what the exports and
// imports entered beside it make. It is silent where any of the series agrees,
// and where rows of some goods come to much less than a figure of all.
func check44() Check { return Check{Number: 44, data: publishedTrade} }

func publishedTrade(s *project.Snapshot) []Finding {
	return append(factsAgainstRows(s), factsAgainstFacts(s)...)
}

// farBelow is the part of a published total below which rows of some goods are
// taken to be a part of the trade and not another account of it.
func farBelow() briefing.Number { return briefing.Num("0.9") }

func factsAgainstRows(s *project.Snapshot) []Finding {
	var a *adding
	var out []Finding
	for _, f := range s.Facts {
		c, flow, ok := tradeFact(f)
		goods := !ok
		if goods {
			c, flow, ok = goodsFact(f)
		}
		if !ok {
			continue
		}
		if a == nil {
			t := tradesOf(s)
			if t == nil {
				return nil
			}
			a = t.all
		}
		of, ok := a.sidesOf(s, f)
		if !ok {
			continue
		}
		if flow == figure.Export || flow == figure.Import {
			of.flow = string(flow)
		}
		if goods {
			if sum, series, far, ok := a.goodsAgainst(s, f, of, c); ok {
				out = append(out, rowsDiffer(s, f, c, of, sum, series, far))
			}
		} else if sum, series, ok := a.against(s, of, flow, c); ok {
			out = append(out, rowsDiffer(s, f, c, of, sum, series, false))
		}
	}
	return out
}

// tradeFact is what a fact states of the value of trade in all goods that is over;
// not ok for plans, goods and facilities.
func tradeFact(f *briefing.Fact) (c briefing.Claim, flow figure.Flow, ok bool) {
	c, flow, ok = overFact(f)
	_, money := c.Figure.Unit.Currency()
	return c, flow, ok && money && f.Codes == "" && flow != figure.ReExport && flow != figure.ReImport && (f.Product.Empty() || ofTrade(f.Product))
}

// overFact is what a fact states of trade that is over; not ok for plans and
// facilities.
func overFact(f *briefing.Fact) (c briefing.Claim, flow figure.Flow, ok bool) {
	c, chosen := f.Claim()
	flow, isTrade := flowStated(f)
	months, span := c.Period.Months()
	switch {
	case !chosen || !isTrade || !span || months == 0 || !c.Figure.HasNumber() || f.Sample || f.Facility != "" || f.Basis != "":
		return c, flow, false
	case f.Nature != "" && f.Nature != briefing.NatureFact || c.Figure.Status == briefing.Forecast || f.Status == briefing.Rejected:
		return c, flow, false
	}
	return c, flow, true
}

// sidesOf are whose trade with whom a fact is of, as its fields say or, where
// they are empty, its words; of the regions that there are rows of the one that
// it names. Not ok where that is not known.
func (a *adding) sidesOf(s *project.Snapshot, f *briefing.Fact) (of whose, ok bool) {
	c, _ := f.Claim()
	of, text := statedSides(s, f, c)
	for _, code := range a.regions(of) {
		if of.region == "" && mentions(text, lang.Region(briefing.RU, of.reporter, code)) {
			of.region = code
		}
	}
	return of, of.reporter != "" && of.partner != "" && of.partner != of.reporter
}

// statedSides are whose trade with whom a claim of a fact is of, as the fields say
// or, where they are empty, the words that name the pack's partner; text is these
// words.
func statedSides(s *project.Snapshot, f *briefing.Fact, c briefing.Claim) (of whose, text string) {
	currency, _ := c.Figure.Unit.Currency()
	of = whose{reporter: cmp.Or(f.Reporter, s.Pack.Reporter), partner: f.Partner, region: f.Region, currency: currency, span: c.Period.String()}
	text = f.Statement.RU + " " + f.Product.RU
	if of.partner == "" && s.Pack.Partner != "" && mentions(text, lang.Country(briefing.RU, s.Pack.Partner)) {
		of.partner = s.Pack.Partner
	}
	return of, text
}

// regions are those of the reporter that there are rows of, in order.
func (a *adding) regions(of whose) []string {
	seen := map[string]bool{}
	take := func(k whose) {
		if k.region != "" && k.reporter == of.reporter && k.partner == of.partner {
			seen[k.region] = true
		}
	}
	for k := range a.totals {
		take(k)
	}
	for i := range a.spans {
		take(a.spans[i].of)
	}
	return slices.Sorted(maps.Keys(seen))
}

// ofTrade reports whether the short name of a fact is of trade as a whole.
func ofTrade(name briefing.Text) bool {
	_, ok := flowIn(name)
	return ok
}

// mentions reports whether the first long word of a name stands in a text, in
// whatever case.
func mentions(text, name string) bool {
	for _, w := range prose.Read(name).List {
		if r := []rune(w.Text); len(r) >= 4 {
			stem := string(r[:max(len(r)-2, 4)])
			return slices.ContainsFunc(prose.Read(prose.Unbound(text)).List, func(x prose.Word) bool { return strings.HasPrefix(x.Text, stem) })
		}
	}
	return false
}

// against is what the rows come to, where no series of them says what the claim
// does; of several the nearest.
func (a *adding) against(snap *project.Snapshot, of whose, flow figure.Flow, c briefing.Claim) (sum briefing.Number, in series, ok bool) {
	stated, known := printed(c.Figure)
	stated, known2 := stated.scaled(c.Figure.Unit.Power())
	middle := midpoint(stated, c.Figure.Unit.Base()).Value.Decimal
	if !known || !known2 || stated.noLo || stated.noHi {
		return sum, in, false
	}
	for s, t := range a.sumsOf(of, flow) {
		n := t.sum
		if t.open {
			continue
		}
		if !(n.Cmp(stated.lo) < 0 || n.Cmp(stated.hi) > 0) {
			return sum, in, false // one of them says so
		}
		if limit, err := middle.Mul(farBelow()); err == nil && n.Abs().Cmp(limit.Abs()) < 0 && someGoods(snap, of, flow, s) {
			continue
		}
		if !ok || gapTo(n, middle).Cmp(gapTo(sum, middle)) < 0 || gapTo(n, middle).Cmp(gapTo(sum, middle)) == 0 && s.compare(in) < 0 {
			sum, in, ok = n, s, true
		}
	}
	return sum, in, ok
}

func gapTo(a, b briefing.Number) briefing.Number {
	d, err := a.Sub(b)
	if err != nil {
		return briefing.Num("999999999999999")
	}
	return d.Abs()
}

// wholeTrade is the number of chapters from which on rows are taken to be of all
// goods.
const wholeTrade = 90

// someGoods reports whether what a series tells of a trade is of some goods only:
// it has chapters, and not nearly all.
func someGoods(s *project.Snapshot, of whose, flow figure.Flow, in series) bool {
	span, _ := briefing.ParsePeriod(of.span)
	f := figure.Filter{
		Flow: flow, Reporter: of.reporter, Partner: of.partner, Region: of.region, Currency: of.currency,
		Classification: in.classification, Frequency: in.frequency, From: span.Start(), To: span.End(),
	}
	if flow == Turnover || flow == Balance {
		f.Flow = ""
	}
	goods := figure.Dimension("code")
	if figure.Harmonised(in.classification) {
		goods = "hs2"
	}
	groups, err := s.Figures.Aggregate(f, []figure.Dimension{"flow", "region", "province", goods})
	if err != nil {
		return false
	}
	chapters := map[string]map[string]bool{}
	most := 0
	for _, g := range groups {
		if g.Keys[1] != of.region || g.Keys[2] != "" || g.Keys[3] == figure.TotalCode {
			continue
		}
		if chapters[g.Keys[0]] == nil {
			chapters[g.Keys[0]] = map[string]bool{}
		}
		chapters[g.Keys[0]][g.Keys[3]] = true
		most = max(most, len(chapters[g.Keys[0]]))
	}
	return most > 0 && most < wholeTrade
}

// sumsOf are the sums of a trade by series: of a turnover and a balance those of
// both flows, where a series has both.
func (a *adding) sumsOf(of whose, flow figure.Flow) map[series]told {
	one := func(f figure.Flow) map[series]told {
		of.flow = string(f)
		return a.spanned(of)
	}
	if flow != Turnover && flow != Balance {
		return one(flow)
	}
	out, imports := map[series]told{}, one(figure.Import)
	for s, x := range one(figure.Export) {
		m, ok := imports[s]
		if !ok {
			continue
		}
		sum, err := x.sum.Add(m.sum)
		if flow == Balance {
			sum, err = x.sum.Sub(m.sum)
		}
		if err != nil {
			continue
		}
		out[s] = told{of: s, sum: sum, open: x.open || m.open}
	}
	return out
}

// spanned are the sums of one flow over the span by series, of whatever basis,
// as stated or made of months and quarters none of which is missing.
func (a *adding) spanned(of whose) map[series]told {
	out := map[series]told{}
	same := func(k whose) bool {
		return k.flow == of.flow && k.reporter == of.reporter && k.partner == of.partner && k.region == of.region && k.province == "" && k.currency == of.currency
	}
	for k, list := range a.totals {
		if k.span == of.span && same(k) {
			for in, t := range list {
				out[in] = t
			}
		}
	}
	span, err := briefing.ParsePeriod(of.span)
	n, ok := span.Months()
	if err != nil || !ok {
		return out
	}
	first := max(span.From.Month, 1)
	byMonths := map[series][]spell{}
	for _, p := range a.spans {
		if year := of.span[:min(4, len(of.span))]; p.of.span == year && same(p.of) {
			byMonths[p.in] = append(byMonths[p.in], p)
		}
	}
	for in, parts := range byMonths {
		if _, there := out[in]; there {
			continue
		}
		within, whole := partsOf(parts, first, n)
		if !whole {
			continue
		}
		t := told{of: in}
		for _, p := range within {
			t.open = t.open || p.open
			t.sum, _ = t.sum.Add(p.sum)
		}
		out[in] = t
	}
	return out
}

// rowsDiffer says what the rows come to; far is that they may be of a part of the
// goods.
func rowsDiffer(s *project.Snapshot, f *briefing.Fact, c briefing.Claim, of whose, sum briefing.Number, in series, far bool) Finding {
	files, _ := filesOf(s, of, in)
	severity := Warning
	if far {
		severity = Note
	}
	return Finding{
		Severity: severity, Ref: f.Ref(), Field: "value",
		Evidence: text("check.44.evidence", func(l briefing.Lang) []any {
			rows := briefing.Figure{Value: briefing.Some(sum), Unit: c.Figure.Unit.Base()}
			if n, err := sum.Quo(powerOf(c.Figure.Unit.Power())); err == nil {
				rows = briefing.Figure{Value: briefing.Some(n.Round(c.Figure.Value.Decimal.Scale() + 2).Trim(0)), Unit: c.Figure.Unit}
			}
			return []any{shorten(f.Statement.Any(l)), lang.Period(l, c.Period), lang.Figure(l, c.Figure), lang.Figure(l, rows), files}
		}),
		Mend: text("check.44.mend", nil),
	}
}

// powerOf is a power of ten.
func powerOf(n int) briefing.Number { return briefing.Num("1" + strings.Repeat("0", max(n, 0))) }
