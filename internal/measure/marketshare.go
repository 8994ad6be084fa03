package measure

import "briefing/internal/briefing"

const (
	keyWorldEffect   = "cms-world"
	keyProductEffect = "cms-product"
	keyMarketEffect  = "cms-market"
	keyRestEffect    = "cms-competitiveness"
)

// MarketCell is one product in one market: own exports there and all imports
// of that market, in both periods and in one unit.
type MarketCell struct {
	Product, Market         string
	ExportsNow, ExportsThen Quantity
	DemandNow, DemandThen   Quantity
}

// ConstantShare is the change of exports by what a constant share in every
// market would have given (measure 20). Weights are those of the base period.
// The four add up to the change of exports.
type ConstantShare struct {
	World           Result // g·X_0: demand as a whole
	Product         Result // Σ(g_k − g)X_k0: products whose demand grew faster
	Market          Result // ΣΣ(g_kj − g_k)X_kj0: markets that grew faster
	Competitiveness Result // the rest: shares won or lost
}

// ConstantMarketShare splits the change of exports. Each cell needs the
// demand of its market in both periods, and a positive one in the base.
func ConstantMarketShare(cells []MarketCell) ConstantShare {
	var in []Quantity
	for _, c := range cells {
		in = append(in, c.ExportsNow, c.ExportsThen, c.DemandNow, c.DemandThen)
	}
	r := begin("", in...)
	out := func(values [4]briefing.Number, err error, about bool) ConstantShare {
		var results [4]Result
		for i, key := range []string{keyWorldEffect, keyProductEffect, keyMarketEffect, keyRestEffect} {
			results[i] = r
			results[i].Measure = key
			if !r.refused() {
				results[i] = results[i].exact(values[i], err, about, in[0].Figure.Unit)
			}
		}
		return ConstantShare{results[0], results[1], results[2], results[3]}
	}
	if len(cells) == 0 {
		r.refuse(WhyValueMissing)
		return out([4]briefing.Number{}, nil, false)
	}
	for _, c := range cells {
		r.alike(c.ExportsNow, c.ExportsThen)
		r.yearly(c.ExportsNow, c.ExportsThen)
		r.alike(c.DemandNow, c.DemandThen)
		r.together(c.ExportsThen, c.DemandThen)
		r.together(c.ExportsNow, c.DemandNow)
	}
	x, about := r.points(in...)
	if r.refused() {
		return out([4]briefing.Number{}, nil, about)
	}
	for i := 3; i < len(x); i += 4 {
		if x[i].Sign() <= 0 {
			r.refuse(WhyBaseZero)
		}
	}
	if r.refused() {
		return out([4]briefing.Number{}, nil, about)
	}
	values, err := constantShares(cells, x)
	return out(values, err, about)
}

// constantShares computes the four over x, four numbers a cell. The effect of
// a level is what it gives beyond the level above:
// Σ g_kj X_kj0 − Σ g_k X_k0 is the markets', and so on.
func constantShares(cells []MarketCell, x []briefing.Number) (out [4]briefing.Number, err error) {
	all := &demand{}
	byProduct := map[string]*demand{}
	perCell := make([]*demand, len(cells))
	for i, c := range cells {
		if byProduct[c.Product] == nil {
			byProduct[c.Product] = &demand{}
		}
		perCell[i] = &demand{}
		for _, d := range []*demand{all, byProduct[c.Product], perCell[i]} {
			d.add(x[4*i : 4*i+4])
		}
	}
	world, err := all.atConstantShare()
	if err != nil {
		return out, err
	}
	products, markets := briefing.Number{}, briefing.Number{}
	seen := map[string]bool{}
	for i, c := range cells {
		if !seen[c.Product] {
			seen[c.Product] = true
			if products, err = addConstant(products, byProduct[c.Product]); err != nil {
				return out, err
			}
		}
		if markets, err = addConstant(markets, perCell[i]); err != nil {
			return out, err
		}
	}
	change, err := all.now.Sub(all.then)
	if err != nil {
		return out, err
	}
	out[0] = world
	for i, pair := range [][2]briefing.Number{{products, world}, {markets, products}, {change, markets}} {
		if out[i+1], err = pair[0].Sub(pair[1]); err != nil {
			return out, err
		}
	}
	return out, nil
}

func addConstant(sum briefing.Number, d *demand) (briefing.Number, error) {
	n, err := d.atConstantShare()
	if err != nil {
		return n, err
	}
	return sum.Add(n)
}

// demand is own exports and the market's imports of some cells.
type demand struct {
	now, then, marketNow, marketThen briefing.Number
	err                              error
}

func (d *demand) add(x []briefing.Number) {
	for i, n := range []*briefing.Number{&d.now, &d.then, &d.marketNow, &d.marketThen} {
		sum, err := n.Add(x[i])
		if err != nil {
			d.err = err
			return
		}
		*n = sum
	}
}

// atConstantShare is the growth of demand times the exports of the base.
func (d *demand) atConstantShare() (briefing.Number, error) {
	if d.err != nil {
		return briefing.Number{}, d.err
	}
	change, err := d.marketNow.Sub(d.marketThen)
	if err != nil {
		return change, err
	}
	return scaledBy(d.then, change, d.marketThen)
}
