package measure

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Quantity is one input of a measure: a figure with what it is about.
type Quantity struct {
	Figure briefing.Figure
	Period briefing.Period
	Scope  Scope
	Nature string // as of a fact; a plan makes the result planned
	Sample bool   // invented data
	Ref    briefing.Ref
	Keys   []string // of a group of observations, where there is no record
	Notes  []string // what is already known to be wrong with it, as note keys
}

// Scope is what a figure covers. Two figures of different scope are never
// compared as growth: a hub's exports to all countries say nothing of the
// growth of a region's goods to one.
type Scope struct {
	Measure, Product, Codes  string
	Flow, Reporter, Region   string
	Partner, Province, Basis string
	Facility                 briefing.ID
	Currency, Classification string // of observations
}

// OfFact makes an input of a fact and its printed claim; ok is false while
// no claim is chosen among several.
func OfFact(f *briefing.Fact) (q Quantity, ok bool) {
	c, ok := f.Claim()
	if !ok {
		return Quantity{Ref: f.Ref(), Scope: scopeOf(f), Nature: f.Nature, Sample: f.Sample}, false
	}
	return OfClaim(f, c), true
}

// OfClaim makes an input of one claim of a fact.
func OfClaim(f *briefing.Fact, c briefing.Claim) Quantity {
	return Quantity{
		Figure: c.Figure, Period: c.Period, Scope: scopeOf(f),
		Nature: f.Nature, Sample: f.Sample, Ref: f.Ref(),
	}
}

func scopeOf(f *briefing.Fact) Scope {
	s := Scope{
		Measure: f.Measure, Codes: strings.Join(strings.Fields(f.Codes), " "),
		Flow: f.Flow, Reporter: f.Reporter, Region: f.Region, Partner: f.Partner,
		Basis: f.Basis, Facility: f.Facility,
	}
	if s.Codes == "" {
		s.Product = f.Product.Any(briefing.RU)
	}
	return s
}

// Amount chooses what of an observation is measured.
type Amount string

// Amounts.
const (
	Value  Amount = "value"
	Weight Amount = "weight"
)

// OfGroup makes an input of a group of observations that was added up by the
// dimensions. Its period is that of its finest key of time or, for ranges, of
// its span.
func OfGroup(g figure.Group, by []figure.Dimension, a Amount) Quantity {
	q := Quantity{Keys: g.Keys, Sample: g.Sample, Scope: Scope{
		Measure: string(a), Reporter: g.Split.Reporter, Basis: g.Split.Basis,
		Classification: g.Split.Classification,
	}}
	q.Figure = briefing.Figure{Value: g.Value, Unit: briefing.Unit(strings.ToLower(g.Split.Currency)), Status: g.Status}
	rows := g.ValueRows
	if a == Weight {
		q.Figure.Value, q.Figure.Unit, rows = g.Weight, "kg", g.WeightRows
		q.Figure.Status = g.WeightStatus
	} else {
		q.Scope.Currency = g.Split.Currency
	}
	if rows < g.Rows && rows > 0 {
		q.Notes = append(q.Notes, NotePartial)
	}
	if g.HiddenRows > 0 {
		q.Notes = append(q.Notes, NoteHidden)
	}
	for i, d := range by {
		q.place(d, g.Keys[i])
	}
	if g.Split.Span != "" {
		if p, err := briefing.ParsePeriod(g.Split.Span); err == nil {
			q.Period = p
		}
	}
	return q
}

// place puts one key of a group where it belongs.
func (q *Quantity) place(d figure.Dimension, key string) {
	switch d {
	case "year", "quarter", "month":
		p, err := briefing.ParsePeriod(key)
		if err != nil || p.Kind == briefing.NoPeriod {
			return
		}
		was, _ := q.Period.Months()
		if now, _ := p.Months(); q.Period.Kind == briefing.NoPeriod || now < was {
			q.Period = p
		}
	case "flow":
		q.Scope.Flow = key
	case "partner":
		q.Scope.Partner = key
	case "province":
		q.Scope.Province = key
	case "region":
		q.Scope.Region = key
	case figure.ByProduct:
		q.Scope.Product = key
	case "hs2", "hs4", "hs6", "code", figure.ByGroup:
		q.Scope.Codes = strings.TrimSpace(q.Scope.Codes + " " + key)
	}
}

// timeless reports whether the dimension is not one of time.
func timeless(d figure.Dimension) bool { return d != "year" && d != "quarter" && d != "month" }
