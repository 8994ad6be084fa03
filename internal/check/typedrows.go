package check

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// Numbers typed by hand of the trade that the imported rows tell: exports, imports
// or turnover of all goods with one country in one period, and their growth on the
// year before. Where the sentence leaves open what the number is of, or the rows are
// of some goods only, nothing is said.

// ofRows is what the rows come to where a typed number tells of them.
type ofRows struct {
	agrees bool
	is     briefing.Figure // in the unit of the text
	signed bool
	turn   string // the sign that the words give a change, where the rows go the other way
	flow   figure.Flow
	period briefing.Period
}

// againstRows tells typed numbers that the imported rows deny.
func (r *reading) againstRows(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	for _, s := range p.list {
		if s.question || r.has(p.field.Lang, planWords, s) {
			continue
		}
		out = append(out, r.goodsAgainst(p, s)...)
		for _, q := range s.quantities {
			x, ok := r.rowsSay(p.field.Lang, s, q)
			if !ok || x.agrees {
				continue
			}
			written := x.turn + quoting(s.text[q.From:q.End])
			out = append(out, Finding{
				Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
				Evidence: text("check.18.rows", func(l briefing.Lang) []any {
					return []any{written, x.shown(l), lang.T(l, "check.18.flow."+string(x.flow)), lang.Period(l, x.period)}
				}),
				Mend: text("check.18.rows.mend", nil),
			})
		}
	}
	return out
}

func (x ofRows) shown(l briefing.Lang) string {
	return lang.FigureIn(l, x.is, lang.NumberStyle{Decimals: -1, Signed: x.signed})
}

// rowsSay holds a typed number against the rows; ok is false where they or the
// sentence don't tell.
func (r *reading) rowsSay(l briefing.Lang, s *sentence, q prose.Quantity) (x ofRows, ok bool) {
	_, money := q.Base.Currency()
	if q.High.Valid || !money && (q.Base != "percent" || q.Power != 0) || len(r.known(q)) > 0 {
		return x, false
	}
	of, flow, ok := r.tradeAround(l, s, q)
	if !ok {
		return x, false
	}
	t := tradesOf(r.s)
	if t == nil {
		return x, false
	}
	if of, ok = t.all.sidesTold(r, of, flow); !ok {
		return x, false
	}
	period, err := briefing.ParsePeriod(of.span)
	if err != nil {
		return x, false
	}
	x = ofRows{flow: flow, period: period}
	if money {
		return r.sumOfRows(t.all, x, of, q)
	}
	return r.growthOfRows(l, s, t.all, x, of, q)
}

// tradeAround reads what trade the clause of a number is of: its flow, of all
// goods, its time, its country.
func (r *reading) tradeAround(l briefing.Lang, s *sentence, q prose.Quantity) (of whose, flow figure.Flow, ok bool) {
	from, to := prose.Clause(s.text, q.Start, q.End)
	clause := prose.Unbound(s.text[from:to])
	words := prose.Read(clause)
	flows := flowsIn(l, words)
	for _, o := range s.quantities {
		if o.Start >= from && o.End <= to && o.Start != q.Start && (o.Base == q.Base || o.Base == "") {
			return of, "", false
		}
	}
	if len(flows) != 1 || flows[0] == Balance || flows[0] == figure.ReExport || flows[0] == figure.ReImport || !r.ofAllGoods(l, words, flows[0]) {
		return of, "", false
	}
	whens := prose.Whens(l, clause)
	if len(whens) == 0 && yearsOf(clause) == 0 {
		whens = prose.Whens(l, prose.Unbound(s.text))
	}
	if len(whens) != 1 || yearsOf(prose.Unbound(s.text)) != 1 {
		return of, "", false
	}
	sides := sidesIn(l, words)
	switch {
	case len(sides) == 1:
		of.partner = sides[0]
	case len(sides) == 0:
		of.partner = r.s.Pack.Partner
	}
	of.span = whens[0].Period.String()
	of.currency, _ = q.Base.Currency()
	return of, flows[0], of.partner != ""
}

// ofAllGoods reports whether words tell a flow of all goods: right behind it stands
// what it did, where it went or whose it is, and before it no word of goods.
func (r *reading) ofAllGoods(l briefing.Lang, w prose.Words, flow figure.Flow) bool {
	word, at, ok := r.vocabulary(l, "check.44.flow."+string(flow)).Find(w)
	if !ok || !r.plainly(l, w, flow, &briefing.Fact{}) || !r.freeBefore(l, w.Source[:at]) {
		return false
	}
	after := w.Source[at+len(word):]
	if l == briefing.ZH {
		return slices.ContainsFunc(strings.Split(lang.T(l, "check.18.whole"), "|"), func(x string) bool { return strings.HasPrefix(after, x) })
	}
	list := prose.Read(after).List
	if len(list) == 0 {
		return true
	}
	region := cmp.Or(r.s.Pack.RegionName.In(l), lang.Region(l, r.s.Pack.Reporter, r.s.Pack.Region))
	n, _ := subjectOf(l, prose.Read(region)).shares(subject{list[0].Text})
	return n > 0 || r.vocabulary(l, "check.18.whole").In(prose.Read(list[0].Text))
}

// sidesTold completes whose trade it is by the rows: the pack's reporter or the only
// one, and the pack's region or the only one.
func (a *adding) sidesTold(r *reading, of whose, flow figure.Flow) (whose, bool) {
	reporters, regions, currencies := map[string]bool{}, map[string]bool{}, map[string]bool{}
	see := func(k whose) {
		if k.partner == of.partner && k.province == "" && (flow == Turnover || k.flow == string(flow)) {
			reporters[k.reporter], regions[k.region], currencies[k.currency] = true, true, true
		}
	}
	for k := range a.totals {
		see(k)
	}
	for i := range a.spans {
		see(a.spans[i].of)
	}
	pick := func(set map[string]bool, wanted string) (string, bool) {
		if wanted != "" && set[wanted] {
			return wanted, true
		}
		for k := range set {
			return k, len(set) == 1
		}
		return "", false
	}
	var ok1, ok2, ok3 bool
	of.reporter, ok1 = pick(reporters, r.s.Pack.Reporter)
	of.region, ok2 = pick(regions, r.s.Pack.Region)
	of.currency, ok3 = pick(currencies, of.currency)
	return of, ok1 && ok2 && ok3
}

// sumOfRows holds an amount against what the rows come to.
func (r *reading) sumOfRows(a *adding, x ofRows, of whose, q prose.Quantity) (ofRows, bool) {
	if currency, _ := q.Base.Currency(); currency != of.currency {
		return x, false
	}
	stated, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: plainPrecision(q.Word)})
	if ok {
		stated, ok = stated.scaled(q.Power)
	}
	if !ok {
		return x, false
	}
	amount, ok := interval{lo: q.Number, hi: q.Number}.scaled(q.Power)
	if !ok {
		return x, false
	}
	found := false
	for in, t := range a.sumsOf(of, x.flow) {
		if t.open {
			return x, false
		}
		agrees := stated.meets(interval{lo: t.sum, hi: t.sum})
		limit, err := amount.lo.Mul(farBelow())
		if !agrees && (err != nil || t.sum.Cmp(limit) < 0 && someGoods(r.s, of, x.flow, in)) {
			return x, false // of some of the goods
		}
		if x.agrees = agrees; agrees || !found {
			is := interval{lo: t.sum, hi: t.sum}
			if is, ok = is.scaled(-q.Power); !ok {
				return x, false
			}
			x.is = briefing.Figure{Value: briefing.Some(is.lo.Round(q.Number.Scale() + 1).Trim(0)), Unit: unitOf(q)}
		}
		if found = true; agrees {
			return x, true
		}
	}
	return x, found
}

// unitOf is the unit of a typed amount of money.
func unitOf(q prose.Quantity) briefing.Unit {
	scale := map[int]string{3: "thousand-", 6: "million-", 9: "billion-"}[q.Power]
	return briefing.Unit(scale + string(q.Base))
}

// growthOfRows holds a change against that of the rows on the year before.
func (r *reading) growthOfRows(l briefing.Lang, s *sentence, a *adding, x ofRows, of whose, q prose.Quantity) (ofRows, bool) {
	turn := prose.TurnOf(l, s.text, q)
	before := x.period.YearBefore()
	if year, told := prose.YearBeside(l, prose.Unbound(s.text)); turn == 0 || told && year != before.From.Year {
		return x, false
	}
	then := of
	then.span = before.String()
	base := a.sumsOf(then, x.flow)
	said, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: q.Word})
	if !ok {
		return x, false
	}
	said = towards(said, turn)
	found := false
	for in, t := range a.sumsOf(of, x.flow) {
		b, there := base[in]
		if !there || t.open || b.open {
			continue
		}
		growth, ok := interval{lo: t.sum, hi: t.sum}.growth(interval{lo: b.sum, hi: b.sum})
		if !ok {
			continue
		}
		if said.meets(growth) || !found {
			x.is, x.signed = inPerCent(growth), true
			if x.turn = ""; turn < 0 && x.is.Value.Decimal.Sign() > 0 {
				x.turn = "−"
			} else if turn > 0 && x.is.Value.Decimal.Sign() < 0 {
				x.turn = "+"
			}
		}
		if found = true; said.meets(growth) {
			x.agrees = true
			return x, true
		}
	}
	return x, found
}
