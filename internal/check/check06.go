package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// check06: a figure is not an order of magnitude away from all others of its
// scope. Sums over months are compared by the month. It is only a note: the
// odd one may be right.
func check06() Check { return Check{Number: 6, data: orderOfMagnitude} }

// sized is one claim with its amount in whole units, by the month where it is
// a sum over time.
type sized struct {
	fact   *briefing.Fact
	claim  briefing.Claim
	amount briefing.Number
}

// sizeScope is what figures must share to be of one size.
type sizeScope struct {
	measure, flow, reporter, region, partner, codes, product string
	facility                                                 briefing.ID
	unit                                                     briefing.Unit
	summed                                                   bool
}

// apartYears is how far figures of one scope may lie apart in time and still
// be told to be of one size.
const apartYears = 3

func orderOfMagnitude(s *project.Snapshot) []Finding {
	var order []sizeScope
	groups := map[sizeScope][]sized{}
	for _, f := range s.Facts {
		for _, c := range f.Claims {
			key, item, ok := sizeOf(f, c)
			if !ok {
				continue
			}
			if groups[key] == nil {
				order = append(order, key)
			}
			groups[key] = append(groups[key], item)
		}
	}
	var out []Finding
	for _, key := range order {
		out = append(out, oddSizes(groups[key])...)
	}
	return append(out, oddClaims(s, out)...)
}

// oddClaims finds facts that sources state an order of magnitude apart and that
// no scope has told already.
func oddClaims(s *project.Snapshot, told []Finding) []Finding {
	var out []Finding
	for _, f := range s.Facts {
		apart := ApartClaims(f)
		if len(apart) == 0 || slices.ContainsFunc(told, func(x Finding) bool { return x.Ref == f.Ref() }) {
			continue
		}
		out = append(out, Finding{
			Severity: Note, Ref: f.Ref(), Field: "claims",
			Evidence: text("check.06.claims", func(l briefing.Lang) []any { return []any{variants(l, f.Claims)} }),
			Mend:     text("check.06.mend", nil),
		})
	}
	return out
}

func sizeOf(f *briefing.Fact, c briefing.Claim) (sizeScope, sized, bool) {
	amount := c.Figure.Value
	if !amount.Valid {
		amount = c.Figure.Low
	}
	measured := f.Measure != "" && f.Measure != "share" && f.Measure != "other"
	if !amount.Valid || amount.Decimal.Sign() <= 0 || c.Figure.IsVague() || !measured || len(f.Parents) > 0 || f.PartOf != "" {
		return sizeScope{}, sized{}, false
	}
	key := sizeScope{
		measure: f.Measure, flow: f.Flow, reporter: f.Reporter, region: f.Region, partner: f.Partner,
		codes: strings.Join(strings.Fields(f.Codes), " "), facility: f.Facility, unit: c.Figure.Unit.Base(),
	}
	if key.unit == "kg" {
		key.unit = "t"
	}
	key.unit = briefing.Unit(strings.TrimSuffix(string(key.unit), "-per-year"))
	switch {
	case key.facility != "":
		if key.partner == "" {
			key.partner = "W00" // all that a facility handles
		}
	case key.codes == "":
		key.product = f.Product.RU + f.Product.EN + f.Product.ZH
	}
	if key.facility == "" && key.codes == "" && key.product == "" {
		return key, sized{}, false // nothing says what is counted
	}
	i, ok := interval{lo: amount.Decimal, hi: amount.Decimal}.scaled(wholePower(c.Figure.Unit))
	if !ok {
		return key, sized{}, false
	}
	item := sized{fact: f, claim: c, amount: i.lo}
	switch f.Measure {
	case "value", "weight", "volume", "throughput":
		months, whole := c.Period.Months()
		if c.Period.Ambiguous() || strings.HasSuffix(string(c.Figure.Unit), "-per-year") {
			months, whole = 12, true
		}
		if whole && months > 0 {
			q, err := item.amount.Quo(briefing.Whole(months))
			if err != nil {
				return key, sized{}, false
			}
			item.amount, key.summed = q, true
		}
	}
	return key, item, true
}

// oddSizes finds the claims that are ten times away from every other; of two,
// it is the larger.
func oddSizes(items []sized) []Finding {
	var out []Finding
	for i, a := range items {
		var other *sized
		odd, compared := true, 0
		for j := range items {
			b := &items[j]
			years := a.claim.Period.From.Year - b.claim.Period.From.Year
			if i == j || years > apartYears || years < -apartYears {
				continue
			}
			compared++
			above, far := tenTimes(a.amount, b.amount)
			odd = odd && far
			if other == nil || above {
				other = b
			}
			if len(items) == 2 {
				odd = odd && above
			}
		}
		if !odd || compared == 0 {
			continue
		}
		out = append(out, Finding{
			Severity: Note, Ref: a.fact.Ref(), Field: "claims",
			Evidence: text("check.06.evidence", func(l briefing.Lang) []any {
				return []any{variant(l, a.claim), variant(l, other.claim), titled(other.fact, l)}
			}),
			Mend: text("check.06.mend", nil),
		})
	}
	return out
}

// tenTimes reports whether a is ten times b or more, and whether one of them is
// ten times the other.
func tenTimes(a, b briefing.Number) (above, far bool) {
	ten := briefing.Whole(10)
	up, err1 := b.Mul(ten)
	down, err2 := a.Mul(ten)
	above = err1 == nil && a.Cmp(up) >= 0
	return above, above || err2 == nil && b.Cmp(down) >= 0
}
