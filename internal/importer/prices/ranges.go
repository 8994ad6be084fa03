package prices

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"sync"

	"briefing/internal/briefing"
)

// ranges is the table of usual prices.
//
//go:embed ranges.csv
var rangesCSV string

// Range is what a tonne usually costs, in whole currency units.
type Range struct{ Low, High int64 }

// side tells on which side of the range a price lies: −1, 0 or 1.
func (r Range) side(price *big.Rat) int {
	switch {
	case price.Cmp(new(big.Rat).SetInt64(r.Low)) < 0:
		return -1
	case price.Cmp(new(big.Rat).SetInt64(r.High)) > 0:
		return 1
	}
	return 0
}

// Usually is what a tonne of a chapter's goods usually costs in a currency; ok
// is false where nothing can be said. In other currencies than the dollar the
// range is wider by all rates of some twenty years: it is a sieve for errors of
// a thousand, not a conversion.
func Usually(chapter, currency string) (Range, bool) {
	r, ok := table()[chapter]
	if !ok {
		return Range{}, false
	}
	low, high, ok := perDollar(currency)
	if !ok {
		return Range{}, false
	}
	return Range{max(r.Low*low/10, 1), r.High * high / 10}, true
}

// perDollar bounds what a dollar has cost in a currency since 2003, in tenths.
func perDollar(currency string) (low, high int64, ok bool) {
	switch currency {
	case "USD":
		return 10, 10, true
	case "EUR":
		return 6, 11, true
	case "CNY":
		return 60, 84, true
	case "RUB":
		return 230, 1210, true
	}
	return 0, 0, false
}

// table reads the embedded table once. A line that is none would be a fault of
// this program that its test finds.
var table = sync.OnceValue(func() map[string]Range {
	out, err := parse(rangesCSV)
	if err != nil {
		panic(err)
	}
	return out
})

func parse(text string) (map[string]Range, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment, r.FieldsPerRecord = '#', 5
	records, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	out := map[string]Range{}
	for _, f := range records[1:] {
		if f[1] == "" && f[2] == "" {
			continue
		}
		low, errLow := strconv.ParseInt(f[1], 10, 64)
		high, errHigh := strconv.ParseInt(f[2], 10, 64)
		if _, twice := out[f[0]]; errLow != nil || errHigh != nil || twice || low <= 0 || high <= low {
			return nil, fmt.Errorf("prices of chapter %q", f[0])
		}
		out[f[0]] = Range{low, high}
	}
	return out, nil
}

// RateUsual reports whether a rate of exchange lies within what the two
// currencies have cost in some twenty years: one that is stated upside down
// does not.
func RateUsual(r briefing.Rate) bool {
	fromLow, fromHigh, ok := perDollar(r.From)
	if !ok {
		return false
	}
	toLow, toHigh, ok := perDollar(r.To)
	if !ok {
		return false
	}
	per, ok := new(big.Rat).SetString(r.Per.String())
	return ok && per.Cmp(big.NewRat(toLow, fromHigh)) >= 0 && per.Cmp(big.NewRat(toHigh, fromLow)) <= 0
}
