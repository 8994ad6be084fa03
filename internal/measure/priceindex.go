package measure

import "briefing/internal/briefing"

const (
	keyLaspeyres    = "laspeyres"
	keyPaasche      = "paasche"
	keyFisher       = "fisher"
	keyVolumeIndex  = "volume-index"
	keyCoverage     = "coverage"
	keyBaseCoverage = "base-coverage"
	keyPricePart    = "price-effect"
	keyVolumePart   = "volume-effect"
	keyStructure    = "structure-effect"
	keyUnweighted   = "unweighted-effect"
)

// Priced is one product in two periods: what it was worth and how much it
// was. A side that is wholly empty or zero says that it was not traded.
type Priced struct {
	NowValue, NowQuantity   Quantity
	ThenValue, ThenQuantity Quantity
}

// PriceAndVolume is what prices and what amounts gave to a change of value.
// Index numbers are ratios (1.155, not 115.5).
type PriceAndVolume struct {
	Laspeyres Result // Σp_t Q_0/Σp_0 Q_0 (measure 17)
	Paasche   Result // Σp_t Q_t/Σp_0 Q_t (measure 17)
	Fisher    Result // √(P_L·P_P) (measure 18)
	Volume    Result // (V_t/V_0)/P_F (measure 18)
	Coverage  Result // per cent of the value of period t that is of matched products
	Before    Result // per cent of the value of the base that is of matched products
	Matching  Result // growth of the value of matched products: what prices and volumes are parts of

	// The split after Bennet (measure 19). The four add up to the change of
	// value over all products.
	Price      Result // ½(Q_0+Q_t)(p_t−p_0)
	Quantity   Result // ½(p_0+p_t)(Q_t−Q_0)
	Structure  Result // new and vanished products
	Unweighted Result // products whose quantity is not known on a side they were traded

	Matched, New, Vanished, LeftOut int // products
}

// matched is one product as numbers, values in one unit of currency and
// quantities in one unit of their own.
type matched struct{ v0, q0, v1, q1 briefing.Number }

// Prices computes the index numbers and the split over the products given.
// Products are matched when both periods have a value and a positive
// quantity; the others are counted, and their change stands in a line of its
// own.
func Prices(products []Priced) PriceAndVolume {
	var out PriceAndVolume
	out.fill(out.sort(products))
	return out
}

// fill makes the results of what was sorted.
func (out *PriceAndVolume) fill(sorted *sortedProducts) {
	results := []*Result{
		&out.Laspeyres, &out.Paasche, &out.Fisher, &out.Volume, &out.Coverage, &out.Before, &out.Matching,
		&out.Price, &out.Quantity, &out.Structure, &out.Unweighted,
	}
	for i, key := range []string{
		keyLaspeyres, keyPaasche, keyFisher, keyVolumeIndex, keyCoverage, keyBaseCoverage, keyGrowth, keyPricePart, keyVolumePart, keyStructure, keyUnweighted,
	} {
		*results[i] = sorted.base
		results[i].Measure = key
		if out.New+out.Vanished+out.LeftOut > 0 && i < 4 {
			results[i].Notes = append(append([]string{}, results[i].Notes...), NoteMatchedOnly)
		}
	}
	if sorted.base.refused() {
		return
	}
	u := sorted.unit
	out.Structure = out.Structure.exact(sorted.structure, sorted.err, sorted.about, u)
	out.Unweighted = out.Unweighted.exact(sorted.unweighted, sorted.err, sorted.about, u)
	out.indices(sorted)
}

// sortedProducts are the products by what can be said of them.
type sortedProducts struct {
	base                  Result // inputs, notes and reasons that all results share
	unit                  briefing.Unit
	list                  []matched
	about                 bool
	total, before         briefing.Number // value of period t and of the base over all products
	structure, unweighted briefing.Number
	err                   error
}

func (out *PriceAndVolume) sort(products []Priced) *sortedProducts {
	s := &sortedProducts{}
	var all []Quantity
	for _, p := range products {
		all = append(all, p.NowValue, p.NowQuantity, p.ThenValue, p.ThenQuantity)
	}
	s.base = begin("", all...)
	if len(products) == 0 {
		s.base.refuse(WhyNothingMatched)
		return s
	}
	value, quantity := unitsOf(products)
	s.unit = value.Figure.Unit
	for _, p := range products {
		s.base.comparable(p)
		v1, ok1 := s.number(value, p.NowValue)
		q1, okQ1 := s.number(quantity, p.NowQuantity)
		v0, ok0 := s.number(value, p.ThenValue)
		q0, okQ0 := s.number(quantity, p.ThenQuantity)
		if s.base.refused() {
			return s
		}
		s.take(out, Sold{some(v1, ok1), some(q1, okQ1), some(v0, ok0), some(q0, okQ0)})
	}
	return s
}

// Sold is one product in two periods as plain numbers, of one unit of value
// and one of quantity; what is absent was not traded or is not known.
type Sold struct{ NowValue, NowQuantity, ThenValue, ThenQuantity briefing.MaybeNumber }

func some(n briefing.Number, ok bool) briefing.MaybeNumber {
	return briefing.MaybeNumber{Decimal: n, Valid: ok}
}

// PricesOfSums is Prices over sums of one set of rows, which are alike in all
// but the product: now and then are the whole of them in the two periods, and
// the inputs of the results. Ten thousand products take a few milliseconds.
func PricesOfSums(now, then Quantity, products []Sold) PriceAndVolume {
	var out PriceAndVolume
	s := &sortedProducts{base: begin("", now, then), unit: now.Figure.Unit}
	s.base.alike(now, then)
	s.base.yearly(now, then)
	if len(products) == 0 {
		s.base.refuse(WhyNothingMatched)
	}
	for _, p := range products {
		s.take(&out, p)
	}
	if n := now.Figure.Value; n.Valid && n.Decimal.Cmp(s.total) > 0 { // there is more than is told by products
		s.total = n.Decimal
	}
	if n := then.Figure.Value; n.Valid && n.Decimal.Cmp(s.before) > 0 {
		s.before = n.Decimal
	}
	out.fill(s)
	return out
}

// take sorts one product in.
func (s *sortedProducts) take(out *PriceAndVolume, p Sold) {
	v1, q1, v0, q0 := p.NowValue.Decimal, p.NowQuantity.Decimal, p.ThenValue.Decimal, p.ThenQuantity.Decimal
	change, err := v1.Sub(v0)
	s.fail(err)
	s.total, err = s.total.Add(v1)
	s.fail(err)
	s.before, err = s.before.Add(v0)
	s.fail(err)
	now, then := p.NowValue.Valid && !v1.IsZero(), p.ThenValue.Valid && !v0.IsZero()
	switch {
	case now && then && p.NowQuantity.Valid && p.ThenQuantity.Valid && q1.Sign() > 0 && q0.Sign() > 0:
		out.Matched++
		s.list = append(s.list, matched{v0: v0, q0: q0, v1: v1, q1: q1})
	case now && !then && (!p.ThenQuantity.Valid || q0.IsZero()):
		out.New++
		s.structure, err = s.structure.Add(change)
	case then && !now && (!p.NowQuantity.Valid || q1.IsZero()):
		out.Vanished++
		s.structure, err = s.structure.Add(change)
	case now || then:
		out.LeftOut++
		s.unweighted, err = s.unweighted.Add(change)
	}
	s.fail(err)
}

// unitsOf are the first value and the first quantity that have a unit: all
// others are turned into theirs.
func unitsOf(products []Priced) (value, quantity Quantity) {
	for _, p := range products {
		for _, q := range []Quantity{p.NowValue, p.ThenValue} {
			if value.Figure.Unit == "" {
				value = q
			}
		}
		for _, q := range []Quantity{p.NowQuantity, p.ThenQuantity} {
			if quantity.Figure.Unit == "" {
				quantity = q
			}
		}
	}
	return value, quantity
}

// comparable refuses a product whose sides are not the same in two years.
func (r *Result) comparable(p Priced) {
	for _, pair := range [][2]Quantity{{p.NowValue, p.ThenValue}, {p.NowQuantity, p.ThenQuantity}} {
		if pair[0].Figure.HasNumber() && pair[1].Figure.HasNumber() {
			r.alike(pair[0], pair[1])
			r.yearly(pair[0], pair[1])
		}
	}
	if p.NowValue.Figure.HasNumber() && p.NowQuantity.Figure.HasNumber() && p.NowValue.Period != p.NowQuantity.Period {
		r.refuse(WhyPeriodsDiffer)
	}
}

// number reads a quantity in the unit of another; ok is false where there is
// no value. Bounds and ranges refuse the whole.
func (s *sortedProducts) number(unit, q Quantity) (n briefing.Number, ok bool) {
	sp, why := spanOf(q.Figure)
	if why == WhyValueMissing {
		return n, false
	}
	s.base.refuse(why)
	power, why := unitRelation(unit.Figure.Unit, q.Figure.Unit)
	s.base.refuse(why)
	if s.base.refused() {
		return n, false
	}
	sp, why = sp.scaled(power)
	s.base.refuse(why)
	if !sp.isPoint() {
		s.base.refuse(WhyBoundsUnclear)
	}
	s.about = s.about || sp.about
	return sp.lo, true
}

func (s *sortedProducts) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}
