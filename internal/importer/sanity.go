package importer

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/prices"
)

// weigh sets the staged rows beside usual prices and notes what they mix.
func (j *job) weigh(led *ledger, res *Result, worths *figure.Worths) error {
	set := res.Figures
	if set.Len() == 0 {
		return nil
	}
	if worths != nil {
		res.Prices = judged(worths.All())
	} else {
		res.Prices = PricesOf(set)
	}
	money := slices.DeleteFunc(set.Distinct("currency"), func(c string) bool { return c == "" }) // rows without a value have none
	if len(money) > 1 {
		led.note(NoteMixedMoney)
	}
	if len(set.Distinct("basis")) > 1 && j.o.Units.Basis != BasisByFlow && !customary(set, money) {
		led.note(NoteMixedBasis)
	}
	if side := j.o.Units.Mirror; side != "" {
		if !tellsOf(set, side) {
			return &briefing.Error{Code: briefing.CodeNoMirror, Op: "read", Path: side}
		}
		led.note(NoteReadMirror)
	}
	return nil
}

// PricesOf sets the rows of a set beside usual prices.
func PricesOf(set *figure.Set) prices.Report { return judged(set.Worth(prices.Chapter)) }

func judged(worths []figure.Worth) prices.Report {
	var sums []prices.Sum
	for _, w := range worths {
		sums = append(sums, prices.Sum{Currency: w.Currency, Chapter: w.Key, Rows: w.Rows, Value: w.Value, Weight: w.Weight})
	}
	return prices.Judge(sums)
}

// customary reports whether the values of each flow have one basis: exports FOB
// beside imports CIF are no mixture.
func customary(set *figure.Set, money []string) bool {
	for _, flow := range set.Distinct("flow") {
		for _, currency := range money {
			if len(set.Where(figure.Filter{Flow: figure.Flow(flow), Currency: currency}).Distinct("basis")) > 1 {
				return false
			}
		}
	}
	return true
}

// tellsOf reports whether others tell of the country's exports or imports.
func tellsOf(set *figure.Set, country string) bool {
	for _, flow := range []figure.Flow{figure.Export, figure.Import} {
		for _, o := range set.Rows(figure.Filter{Partner: country, Flow: flow}) {
			if o.Reporter != country {
				return true
			}
		}
	}
	return false
}
