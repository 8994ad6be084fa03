package chart

import (
	"math"

	"github.com/govalues/decimal"
	"gonum.org/v1/plot"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// ticker marks an axis at round numbers, three to five where the data allow
// it, written as the language writes numbers. It is exact: a mark is a whole
// number with a scale, never a rounded float.
type ticker struct {
	lang     briefing.Lang
	decimals int  // digits after the separator, at least
	whole    bool // only whole numbers are marked
	over     bool // the last mark is not below the data
}

var _ plot.Ticker = ticker{}

// step is coef × 10^exp.
type step struct {
	coef int64
	exp  int
}

func (s step) float() float64 { return float64(s.coef) * math.Pow10(s.exp) }

// Ticks marks the range of the data. A mark may stand a little above the
// highest value; one far above would only cost height.
func (t ticker) Ticks(lo, hi float64) []plot.Tick {
	if !(hi > lo) || math.IsInf(hi-lo, 0) {
		return []plot.Tick{{Value: lo, Label: t.label(lo, step{coef: 1}, 0)}}
	}
	s := t.step(lo, hi)
	first, last := t.range_(s, lo, hi)
	var out []plot.Tick
	for k := first; k <= last && len(out) < 12; k++ {
		v := float64(k) * s.float()
		out = append(out, plot.Tick{Value: v, Label: t.label(v, s, k)})
	}
	return out
}

// slack is how far beyond the data a mark may stand.
const slack = 0.06

func (t ticker) range_(s step, lo, hi float64) (first, last int64) {
	f := s.float()
	up := hi + slack*math.Max(hi, 0)
	down := lo + slack*math.Min(lo, 0)
	first, last = int64(math.Ceil(down/f-1e-9)), int64(math.Floor(up/f+1e-9))
	if t.over {
		first, last = int64(math.Floor(lo/f+1e-9)), int64(math.Ceil(hi/f-1e-9))
	}
	return first, last
}

// step chooses the distance of marks: four or five of them at 1, 2 or 5 if
// that can be, else at 2.5, else three, else what there is.
func (t ticker) step(lo, hi float64) step {
	top := int(math.Floor(math.Log10(hi-lo))) + 1
	choices := []struct {
		coefs     []int64
		least, up int64
	}{
		{[]int64{5, 2, 1}, 4, 5},
		{[]int64{25}, 4, 5},
		{[]int64{5, 2, 1}, 3, 5},
		{[]int64{5, 2, 1}, 2, 6},
	}
	for _, c := range choices {
		for exp := top; exp >= top-3; exp-- {
			if t.whole && exp < 0 {
				break
			}
			for _, coef := range c.coefs {
				s := step{coef: coef, exp: exp}
				first, last := t.range_(s, lo, hi)
				if n := last - first + 1; n >= c.least && n <= c.up {
					return s
				}
			}
		}
	}
	return step{coef: 1, exp: top - 1}
}

// label writes k steps. A number beyond exact decimals is left without words.
func (t ticker) label(v float64, s step, k int64) string {
	if k == 0 {
		if v != 0 {
			return "" // the ends of a range without marks
		}
		return "0"
	}
	coef, scale := s.coef*k, -s.exp
	for ; scale < 0; scale++ {
		if coef > math.MaxInt64/10 || coef < math.MinInt64/10 {
			return ""
		}
		coef *= 10
	}
	n, err := decimal.New(coef, scale)
	if err != nil {
		return ""
	}
	return lang.Number(t.lang, n, lang.NumberStyle{Decimals: max(t.decimals, n.Trim(0).Scale(), t.stepDecimals(s)), Column: true, Window: true})
}

// stepDecimals are the digits that all marks of an axis have alike.
func (t ticker) stepDecimals(s step) int {
	if s.exp >= 0 {
		return 0
	}
	if s.coef%10 == 0 {
		return -s.exp - 1
	}
	return -s.exp
}
