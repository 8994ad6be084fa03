package figure

import (
	"iter"
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
)

// Filter chooses observations; an empty field lets all through. To ask for
// rows where an attribute is empty, use Split.
type Filter struct {
	Flow           Flow
	Reporter       string
	Region         string
	Partner        string
	Province       string
	Classification string
	Currency       string
	Basis          string
	Frequency      string   // as in Split: "A", "M", …
	Codes          []string // commodity codes or their first digits; HiddenCode and TotalCode by themselves
	// From and To choose the periods that lie wholly within [From, To), at
	// midnight UTC as Period.Start gives it; a zero time leaves that side open.
	From, To time.Time
	Period   func(briefing.Period) bool // a further condition on the period
	Code     func(string) bool          // a further condition on the commodity code
	// GroupOf gives the product group of a commodity code, for the dimension
	// "group"; Group chooses the rows of one.
	GroupOf func(code string) string
	Group   *string
	Product *string // the goods that the source calls so, as the dimension "product" has them
	Imports []briefing.ID
	Sample  *bool
	Area    *string // as in Split
	Split   *Split  // rows of exactly this split, empty attributes included; its span may be of any year (AnyYear)
}

func is[T ~string](want, have T) bool { return want == "" || want == have }

func (f *Filter) frame(r frame) bool {
	return is(f.Flow, r.Flow) && is(f.Reporter, r.Reporter) && is(f.Classification, r.Classification) &&
		is(f.Currency, r.Currency) && is(f.Basis, r.Basis) &&
		(len(f.Imports) == 0 || slices.Contains(f.Imports, r.Import)) &&
		(f.Sample == nil || *f.Sample == r.Sample) &&
		(f.Split == nil || f.Split.ofFrame() == splitOf(r, briefing.Period{}))
}

func (f *Filter) place(p place) bool {
	return is(f.Region, p.Region) && is(f.Partner, p.Partner) && is(f.Province, p.Province) &&
		(f.Split == nil || f.Split.Area == areaOf(p)) && (f.Area == nil || *f.Area == areaOf(p))
}

func (f *Filter) good(g goods) bool {
	if f.Code != nil && !f.Code(g.Code) || f.Group != nil && (f.GroupOf == nil || f.GroupOf(g.Code) != *f.Group) {
		return false
	}
	if f.Product != nil && g.key(ByProduct) != *f.Product {
		return false
	}
	return len(f.Codes) == 0 || slices.ContainsFunc(f.Codes, func(prefix string) bool {
		if g.Code == TotalCode || g.Code == HiddenCode {
			return g.Code == prefix
		}
		return strings.HasPrefix(g.Code, prefix)
	})
}

func (f *Filter) period(p briefing.Period) bool {
	if !is(f.Frequency, p.Frequency()) {
		return false
	}
	if !f.From.IsZero() && (p.Start().IsZero() || p.Start().Before(f.From)) {
		return false
	}
	if !f.To.IsZero() && (p.End().IsZero() || p.End().After(f.To)) {
		return false
	}
	if f.Split != nil && (f.Split.Frequency != p.Frequency() || !f.Split.spans(p)) {
		return false
	}
	return f.Period == nil || f.Period(p)
}

// verdicts holds the filter's answer for each code of the four dictionaries: 1
// for those it lets through, so that rows can be counted without a branch.
type verdicts struct{ frames, places, goods, periods []uint8 }

func (s *Set) judge(f *Filter) verdicts {
	return verdicts{
		wantedOf(s.frames.values, f.frame), s.placeAxis(f, nil).wanted,
		s.wantedGoods(f), wantedOf(s.periods.values, f.period),
	}
}

func wantedOf[T any](values []T, ok func(T) bool) []uint8 {
	out := make([]uint8, len(values))
	for i, v := range values {
		if ok(v) {
			out[i] = 1
		}
	}
	return out
}

func judged[T any](values []T, ok func(T) bool) []bool {
	out := make([]bool, len(values))
	for i, v := range values {
		out[i] = ok(v)
	}
	return out
}

func (v *verdicts) row(b *block, i int) bool {
	return v.frames[b.frames.at[i]]&v.places[b.places.at[i]]&v.goods[b.goods.at[i]]&v.periods[b.periods.at[i]] == 1
}

// Rows yields the observations that the filter lets through with their index
// in the set, in order.
func (s *Set) Rows(f Filter) iter.Seq2[int, Observation] {
	return func(yield func(int, Observation) bool) {
		if s.Len() == 0 {
			return
		}
		s, v := s.opened(), s.judge(&f)
		for _, b := range s.blocks {
			for i := range b.rows() {
				if v.row(b, i) && !yield(b.start+i, s.At(b.start+i)) {
					return
				}
			}
		}
	}
}

// Where gives the set of the observations that the filter lets through.
func (s *Set) Where(f Filter) *Set {
	if s == nil {
		return NewSet()
	}
	c, v := s.opened().Clone(), s.judge(&f) // both have the same codes
	blocks := c.blocks
	c.blocks, c.rows, c.used = nil, 0, make([]int, len(c.frames.values))
	for _, b := range blocks {
		mask := make([]bool, b.rows())
		for i := range mask {
			if mask[i] = v.row(b, i); mask[i] {
				c.used[b.frames.at[i]]++
			}
		}
		c.addBlock(b.pick(mask))
	}
	return c
}
