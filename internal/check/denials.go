package check

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// What series that are never added tell of one trade in a year, code by code.

// retold is a trade in a year that several series tell of, whatever the basis,
// the classification and the frequency.
type retold struct{ flow, reporter, partner, region, province, area, currency, year string }

func (k retold) compare(o retold) int {
	return slices.Compare(
		[]string{k.flow, k.reporter, k.partner, k.region, k.province, k.area, k.currency, k.year},
		[]string{o.flow, o.reporter, o.partner, o.region, o.province, o.area, o.currency, o.year})
}

// account is a series of rows that are added to each other.
type account struct{ classification, basis, frequency string }

func (a account) compare(b account) int {
	return cmp.Or(strings.Compare(a.frequency, b.frequency), strings.Compare(a.classification, b.classification), strings.Compare(a.basis, b.basis))
}

// months are a stretch of a year, the first and the last of them.
type months struct{ first, last int }

// amount is what an account tells of a code in a stretch.
type amount struct {
	sum  briefing.Number
	open bool // the source withholds a part of it
}

// version is what an account tells of a trade in a year.
type version struct {
	by     account
	pieces map[months]map[string]amount // by code; goods without one under withoutCode
	grain  float64                      // what its values are rounded to
}

// withoutCode stands for goods that names alone tell apart.
const withoutCode = figure.TotalCode + "\x00"

// side is one of two amounts that deny each other.
type side struct {
	by    account
	code  string
	codes int // more than none: the sum of so many, and code is what holds them
	sum   briefing.Number
}

// denial is two accounts that can't both be right.
type denial struct {
	of          retold
	in          months
	kind        string // same, part, sum
	part, whole side
	ratio       float64  // how far they are apart
	byBasis     bool     // another basis would explain it
	also        []string // other years in which they deny each other
}

func (d denial) period() briefing.Period {
	p := briefing.Per(d.of.year)
	switch d.in.last - d.in.first + 1 {
	case 12:
	case 1:
		p = briefing.Month(p.From.Year, d.in.first)
	default:
		p = briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: p.From.Year, Month: d.in.first}, To: briefing.Date{Year: p.From.Year, Month: d.in.last}}
	}
	return p
}

// denialsOf lists the pairs of accounts that deny each other, each once, with
// the year in which they are farthest apart. Most projects have nothing to
// compare, and what is asked of them is next to nothing.
func denialsOf(s *project.Snapshot) []denial {
	if len(s.Imports) < 2 || s.Figures.Len() == 0 {
		return nil
	}
	return figure.Recalled(s.Figures, "denials of "+s.Pack.Partner, func() []denial { return findDenials(s) })
}

func findDenials(s *project.Snapshot) []denial {
	type pair struct {
		of retold // without its year
		a  account
		b  account
	}
	found := map[pair]denial{}
	for _, f := range toldTwice(s) {
		trades := versionsOf(s, f)
		for _, k := range slices.SortedFunc(maps.Keys(trades), retold.compare) {
			list := slices.SortedFunc(maps.Values(trades[k]), func(a, b *version) int { return a.by.compare(b.by) })
			for i, a := range list {
				for _, b := range list[i+1:] {
					d, ok := farthest(k, a, b)
					if !ok {
						continue
					}
					at := pair{k, a.by, b.by}
					at.of.year = ""
					old, seen := found[at]
					switch {
					case !seen:
					case d.ratio > old.ratio:
						d.also = append(old.also, old.of.year)
					default:
						old.also = append(old.also, d.of.year)
						d = old
					}
					slices.Sort(d.also)
					found[at] = d
				}
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b denial) int {
		return cmp.Or(cmp.Compare(b.ratio, a.ratio), a.of.compare(b.of), a.part.by.compare(b.part.by), a.whole.by.compare(b.whole.by))
	})
}

// asked is what has to be gone through: the rows of a flow, a reporter and a
// currency in the years of which several accounts tell.
type asked struct {
	filter figure.Filter
	trades map[retold]bool
	rows   int
}

// toldTwice asks first who tells at all, then of which trades: by goods only
// those are looked at that more than one account tells of.
func toldTwice(s *project.Snapshot) []asked {
	who, err := s.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"flow"})
	if err != nil {
		return nil
	}
	type whom struct{ flow, reporter, currency string }
	accounts := map[whom]map[account]bool{}
	var order []whom
	for _, g := range who {
		k := whom{g.Keys[0], g.Split.Reporter, g.Split.Currency}
		if accounts[k] == nil {
			accounts[k], order = map[account]bool{}, append(order, k)
		}
		accounts[k][accountOf(g.Split)] = true
	}
	var out []asked
	for _, k := range order {
		if len(accounts[k]) < 2 || k.flow == "" {
			continue
		}
		f := figure.Filter{Flow: figure.Flow(k.flow), Reporter: k.reporter, Currency: k.currency}
		groups, err := s.Figures.Aggregate(f, []figure.Dimension{"partner", "region", "province", "year"})
		if err != nil {
			continue
		}
		tell, rows := map[retold]map[account]bool{}, map[retold]int{}
		for _, g := range groups {
			r := retold{k.flow, k.reporter, g.Keys[0], g.Keys[1], g.Keys[2], g.Split.Area, k.currency, g.Keys[3]}
			if r.year == "" || r.partner == "" {
				continue
			}
			if tell[r] == nil {
				tell[r] = map[account]bool{}
			}
			tell[r][accountOf(g.Split)] = true
			rows[r] += g.Rows
		}
		a := asked{filter: f, trades: map[retold]bool{}}
		for r, by := range tell {
			if len(by) > 1 {
				a.trades[r] = true
				a.rows += rows[r]
			}
		}
		if a.narrow(s, rows); len(a.trades) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// mostRetold is how many rows are gone through code by code.
const mostRetold = 500_000

// narrow keeps what is asked within bounds: of very many rows those of trade
// between the pack's sides, and these by chapter.
func (a *asked) narrow(s *project.Snapshot, rows map[retold]int) {
	if a.rows > mostRetold {
		maps.DeleteFunc(a.trades, func(k retold, _ bool) bool { return !k.isOwn(s) })
	}
	years, partners, areas := map[string]bool{}, map[string]bool{}, map[string]bool{}
	a.rows = 0
	for k := range a.trades {
		years[k.year], partners[k.partner], areas[k.area] = true, true, true
		a.rows += rows[k]
	}
	a.filter.Period = func(p briefing.Period) bool { return years[fmt.Sprint(p.From.Year)] }
	if len(partners) == 1 {
		a.filter.Partner = slices.Collect(maps.Keys(partners))[0]
	}
	if len(areas) == 1 {
		area := slices.Collect(maps.Keys(areas))[0]
		a.filter.Area = &area
	}
}

func accountOf(s figure.Split) account { return account{s.Classification, s.Basis, s.Frequency} }

// versionsOf are what each account tells of the trades asked for.
func versionsOf(s *project.Snapshot, a asked) map[retold]map[account]*version {
	goods := figure.Dimension("code")
	if a.rows > mostRetold {
		goods = "hs2"
	}
	groups, err := s.Figures.Aggregate(a.filter, []figure.Dimension{"partner", "region", "province", "year", "quarter", "month", goods, figure.ByProduct})
	if err != nil {
		return nil
	}
	out := map[retold]map[account]*version{}
	for _, g := range groups {
		k := retold{string(a.filter.Flow), a.filter.Reporter, g.Keys[0], g.Keys[1], g.Keys[2], g.Split.Area, a.filter.Currency, g.Keys[3]}
		at, ok := monthsOf(g)
		if !ok || !a.trades[k] {
			continue
		}
		if out[k] == nil {
			out[k] = map[account]*version{}
		}
		by := accountOf(g.Split)
		t := out[k][by]
		if t == nil {
			t = &version{by: by, pieces: map[months]map[string]amount{}, grain: math.Inf(1)}
			out[k][by] = t
		}
		t.add(at, codeOf(g), g)
	}
	return out
}

// codeOf is the code of a group of goods.
func codeOf(g figure.Group) string {
	code := g.Keys[6]
	if code == figure.TotalCode && !figure.AllGoods(g.Keys[7]) {
		return withoutCode
	}
	return code
}

func (t *version) add(at months, code string, g figure.Group) {
	if t.pieces[at] == nil {
		t.pieces[at] = map[string]amount{}
	}
	x := t.pieces[at][code]
	x.open = x.open || !g.Value.Valid || g.Status == briefing.Missing || g.ValueRows < g.Rows
	if g.Value.Valid {
		if sum, err := x.sum.Add(g.Value.Decimal); err == nil {
			x.sum = sum
		}
		if !g.Value.Decimal.IsZero() {
			n := g.Value.Decimal.Trim(0)
			zeros := 0
			for c := n.Coef(); n.Scale() == 0 && c%10 == 0; c /= 10 {
				zeros++
			}
			t.grain = min(t.grain, math.Pow10(zeros-n.Scale()))
		}
	}
	t.pieces[at][code] = x
}

// monthsOf are the months of its year that a group is of.
func monthsOf(g figure.Group) (m months, ok bool) {
	switch {
	case g.Split.Span != "":
		p, err := briefing.ParsePeriod(g.Split.Span)
		n, known := p.Months()
		first := max(p.From.Month, 1)
		return months{first, first + n - 1}, err == nil && known && first+n <= 13
	case g.Split.Frequency == "A":
		return months{1, 12}, true
	case g.Split.Frequency == "M" || g.Split.Frequency == "Q":
		p, err := briefing.ParsePeriod(cmp.Or(g.Keys[5], g.Keys[4]))
		n, known := p.Months()
		return months{p.From.Month, p.From.Month + n - 1}, err == nil && known
	}
	return months{}, false
}
