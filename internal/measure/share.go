package measure

import "briefing/internal/briefing"

const (
	keyShare       = "share"
	keyShareChange = "share-change"
)

// Share is V_k/ΣV·100 (measure 4). Part and whole are of one period, flow,
// reporter and measure; they differ in product, partner, region or facility.
func Share(part, whole Quantity) Result {
	r := begin(keyShare, part, whole)
	r.partOf(part, whole)
	r.together(part, whole)
	s := r.spans(part, whole)
	r.positiveWhole(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(percentOf, s, up, down)
	r = r.settle(out, why, "percent")
	if r.Figure.Value.Valid && r.Figure.Value.Decimal.Cmp(hundred) > 0 {
		r.note(NoteExceeds)
	}
	return r
}

// Shares are the shares of all parts in their own sum.
func Shares(parts []Quantity) []Result {
	whole, why := total(parts)
	out := make([]Result, len(parts))
	for i, p := range parts {
		if why != "" {
			out[i] = begin(keyShare, p)
			out[i].refuse(why)
			continue
		}
		out[i] = Share(p, whole)
	}
	return out
}

// RoundingRest is what shares rounded to the decimals leave to 100: it is
// noted, never spread over them. ok is false while a share is undefined.
func RoundingRest(shares []Result, decimals int) (rest briefing.Number, ok bool) {
	rest = hundred
	for _, r := range shares {
		if !r.Defined || !r.Figure.Value.Valid {
			return rest, false
		}
		left, err := rest.Sub(r.Figure.Value.Decimal.Round(decimals))
		if err != nil {
			return rest, false
		}
		rest = left
	}
	return rest.Trim(0), true
}

// ShareChange is s_t − s_0 in percentage points, never in per cent (measure 5).
func ShareChange(partNow, wholeNow, partThen, wholeThen Quantity) Result {
	r := begin(keyShareChange, partNow, wholeNow, partThen, wholeThen)
	now, then := Share(partNow, wholeNow), Share(partThen, wholeThen)
	r.refuse(now.Reasons...)
	r.refuse(then.Reasons...)
	r.alike(partNow, partThen)
	r.alike(wholeNow, wholeThen)
	r.yearly(partNow, partThen)
	if r.refused() {
		return r
	}
	s := r.spans(now.Quantity(), then.Quantity())
	if r.refused() {
		return r
	}
	out, why := eval(subtract, s, up, down)
	return r.settle(out, why, "pp")
}

// partOf refuses what can't be a part and its whole.
func (r *Result) partOf(part, whole Quantity) {
	a, b := part.Scope, whole.Scope
	if a.Currency != b.Currency {
		r.refuse(Differing(WhyCurrenciesDiffer, a.Currency, b.Currency))
	}
	if !same(a.Classification, b.Classification) {
		r.refuse(Differing(WhyClassesDiffer, a.Classification, b.Classification))
	}
	if !same(a.Measure, b.Measure) || !same(a.Flow, b.Flow) || !same(a.Reporter, b.Reporter) {
		r.refuse(WhyScopeDiffers)
	}
	switch {
	case a.Basis == b.Basis:
	case a.Basis == "" || b.Basis == "":
		r.note(NoteBasisUnknown)
	default:
		r.refuse(Differing(WhyBasesDiffer, a.Basis, b.Basis))
	}
}

func (r *Result) positiveWhole(whole span) {
	if r.refused() {
		return
	}
	least := whole.lo
	if whole.noLo {
		least = whole.hi
	}
	if least.Sign() <= 0 {
		r.refuse(WhyWholeNotPositive)
	}
}

// total adds quantities up, in the unit of the first. Bounds of one side give
// a bound; of both sides, nothing.
func total(parts []Quantity) (Quantity, string) {
	if len(parts) == 0 {
		return Quantity{}, WhyValueMissing
	}
	r := begin("", parts...)
	spans := r.spans(parts...)
	if r.refused() {
		why := r.Why
		if why == WhyBaseMissing {
			why = WhyValueMissing
		}
		return Quantity{}, why
	}
	sum := spans[0]
	for _, s := range spans[1:] {
		next, why := eval(func(x []briefing.Number) (briefing.Number, error) { return x[0].Add(x[1]) }, []span{sum, s}, up, up)
		if why != "" {
			return Quantity{}, why
		}
		sum = next
	}
	q := parts[0]
	q.Ref, q.Keys, q.Notes = briefing.Ref{}, nil, r.Notes
	q.Scope.Codes, q.Scope.Product = "", ""
	for _, p := range parts[1:] { // in what the parts differ, the whole is of none of them
		s := &p.Scope
		for _, f := range [][2]*string{{&q.Scope.Partner, &s.Partner}, {&q.Scope.Province, &s.Province}, {&q.Scope.Region, &s.Region}} {
			if *f[0] != *f[1] {
				*f[0] = ""
			}
		}
		if q.Scope.Facility != p.Scope.Facility {
			q.Scope.Facility = ""
		}
	}
	q.Figure = sum.figure(parts[0].Figure.Unit)
	q.Figure.Status, q.Sample = r.Figure.Status, r.Sample
	return q, ""
}
