package prices_test

import (
	"math/big"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/prices"
)

// sum is so many rows of a chapter at a price of a tonne.
func sum(currency, chapter string, rows int, tonnes, price int64) prices.Sum {
	million := big.NewInt(1_000_000)
	return prices.Sum{
		Currency: currency, Chapter: chapter, Rows: rows,
		Value:  new(big.Int).Mul(big.NewInt(tonnes*price), million),
		Weight: new(big.Int).Mul(big.NewInt(tonnes*1000), million),
	}
}

func TestAFileIsSetBesideUsualPrices(t *testing.T) {
	wheat := func(rows int, price int64) prices.Sum { return sum("USD", "10", rows, 50_000, price) }
	for name, c := range map[string]struct {
		sums    []prices.Sum
		verdict prices.Verdict // of the first line
		slip    int
	}{
		"usual":                               {[]prices.Sum{wheat(60, 250)}, prices.Usual, 0},
		"a thousand times too dear":           {[]prices.Sum{wheat(60, 250_000)}, prices.SlipHigh, -3},
		"a million times too dear":            {[]prices.Sum{wheat(60, 250_000_000)}, prices.SlipHigh, -6},
		"a thousand times too cheap":          {[]prices.Sum{sum("USD", "02", 60, 4_000_000, 2)}, prices.SlipLow, 3},
		"dear, but no slip":                   {[]prices.Sum{wheat(60, 9_000)}, prices.High, 0},
		"few rows are no doubt":               {[]prices.Sum{wheat(prices.FewRows-1, 250_000)}, prices.SlipHigh, 0},
		"enough rows are":                     {[]prices.Sum{wheat(prices.FewRows, 250_000)}, prices.SlipHigh, -3},
		"odd in most chapters, whatever unit": {[]prices.Sum{wheat(60, 250_000), sum("USD", "84", 60, 10, 90), sum("USD", "90", 60, 10, 90)}, prices.SlipHigh, 0},
		"gold is never judged":                {[]prices.Sum{sum("USD", "71", 500, 40, 60_000_000)}, prices.Unjudged, 0},
		"no chapter of ours":                  {[]prices.Sum{sum("USD", "98", 500, 40, 60_000_000)}, prices.Unjudged, 0},
		"another currency":                    {[]prices.Sum{sum("JPY", "10", 500, 40, 30_000)}, prices.Unjudged, 0},
		"roubles are wider":                   {[]prices.Sum{sum("RUB", "10", 500, 4000, 15_000)}, prices.Usual, 0},
		"roubles slip too":                    {[]prices.Sum{sum("RUB", "10", 500, 4000, 15_000_000)}, prices.SlipHigh, -3},
		"one heavy chapter of little value":   {[]prices.Sum{sum("USD", "02", 60, 9_000_000, 2), sum("USD", "10", 60, 900_000, 250)}, prices.SlipLow, 0},
		"one dear chapter of little weight":   {[]prices.Sum{sum("USD", "02", 60, 1000, 3_000_000), sum("USD", "10", 60, 900_000, 250)}, prices.SlipHigh, 0},
		"gold does not outweigh the slip":     {[]prices.Sum{wheat(60, 250_000), sum("USD", "71", 500, 4_000_000, 60_000)}, prices.SlipHigh, -3},
		"two ways out are no common slip":     {[]prices.Sum{sum("USD", "02", 60, 1000, 3_000_000), sum("USD", "04", 60, 9000, 2)}, prices.SlipHigh, 0},
		"nothing to judge by, weight zero":    {[]prices.Sum{sum("USD", "02", 60, 0, 3_000), sum("USD", "71", 1, 1, 1)}, prices.Unjudged, 0},
		"nothing to judge by, value negative": {[]prices.Sum{sum("USD", "02", 60, 5, -3_000), sum("USD", "71", 1, 1, 1)}, prices.Unjudged, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := prices.Judge(c.sums)
			if got := r.Lines[0].Verdict; got != c.verdict || r.Slip != c.slip {
				t.Errorf("%s, slip %d; want %s, %d (%+v)", got, r.Slip, c.verdict, c.slip, r.Lines[0])
			}
		})
	}
}

func TestThePriceIsExact(t *testing.T) {
	r := prices.Judge([]prices.Sum{{Currency: "USD", Chapter: "10", Rows: 1, Value: big.NewInt(2_000_000), Weight: big.NewInt(3_000_000)}})
	if got := r.Lines[0].PerTonne; got.Cmp(briefing.Num("666.67")) != 0 {
		t.Errorf("%s, want 666.67", got)
	}
}

// A sum of absurd size is left out rather than shown wrong.
func TestAnAbsurdPriceIsNone(t *testing.T) {
	huge := new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil)
	if r := prices.Judge([]prices.Sum{{Currency: "USD", Chapter: "10", Rows: 1, Value: huge, Weight: big.NewInt(1)}}); len(r.Lines) != 0 {
		t.Errorf("%+v", r.Lines)
	}
}

// Whatever chapter has a range: a price within it is out of it once it is a
// thousand times as much or as little, so that a slip can't hide.
func TestNoRangeHidesAThousandfoldSlip(t *testing.T) {
	known := 0
	for n := 1; n < 100; n++ {
		chapter := string([]byte{byte('0' + n/10), byte('0' + n%10)})
		r, ok := prices.Usually(chapter, "USD")
		if !ok {
			continue
		}
		known++
		if r.Low <= 0 || r.High >= 1000*r.Low || r.High < 5*r.Low {
			t.Errorf("chapter %s: %d to %d", chapter, r.Low, r.High)
		}
	}
	if known != 90 {
		t.Errorf("%d chapters have a range", known)
	}
}

func TestWhatHasNoWeightOrNoPriceOfItsChapterIsLeftOut(t *testing.T) {
	for code, want := range map[string]string{
		"1001990000": "10", "10": "10", "2716000000": "", "284410": "", "2710": "27", "X": "", "TOTAL": "", "": "", "1": "", "00": "", "7108": "71",
	} {
		if got, ok := prices.Chapter(code); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}
