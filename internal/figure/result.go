package figure

import (
	"math/big"
	"math/bits"
	"slices"
	"strings"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
)

// groups turns the cells into groups in their fixed order.
func (a *aggregation) groups() ([]Group, error) {
	var found []int
	for at := range a.cells {
		if a.cells[at].rows > 0 {
			found = append(found, at)
		}
	}
	answers := make([]answer, len(a.by))
	for i, d := range a.by {
		answers[i] = a.answer(d, a.by[:i])
	}
	numbers, ranks := make([]int64, len(a.cells)), make([][]int32, len(a.cells))
	all := make([]int32, len(found)*len(a.by))
	for i, at := range found {
		numbers[at] = a.numberOf(at)
		ranks[at] = all[i*len(a.by) : (i+1)*len(a.by)]
		for j, r := range answers {
			ranks[at][j] = r.ranks[a.axes[r.axis].part(numbers[at])]
		}
	}
	slices.SortFunc(found, func(x, y int) int {
		if c := slices.Compare(ranks[x], ranks[y]); c != 0 {
			return c
		}
		return a.split(numbers[x]).Compare(a.split(numbers[y]))
	})
	gs := make([]Group, len(found))
	keys := make([]string, 0, len(found)*len(a.by))
	for i, at := range found {
		from := len(keys)
		for _, r := range answers {
			keys = append(keys, r.keys[a.axes[r.axis].part(numbers[at])])
		}
		var err error
		if gs[i], err = a.group(at); err != nil {
			return nil, err
		}
		gs[i].Keys, gs[i].Split = keys[from:len(keys):len(keys)], a.split(numbers[at])
	}
	return gs, nil
}

// answer is what one axis says of one dimension: the key of each of its parts
// and the key's place in the order of keys.
type answer struct {
	axis  int
	keys  []string
	ranks []int32
}

func (a *aggregation) answer(d Dimension, before []Dimension) answer {
	r := answer{axis: axisOf(d)}
	nth := 0 // among the dimensions that this axis answers
	for _, b := range before {
		if axisOf(b) == r.axis {
			nth++
		}
	}
	for _, keys := range a.axes[r.axis].keys {
		r.keys = append(r.keys, keys[nth])
	}
	order := slices.Clone(r.keys)
	slices.Sort(order)
	order = slices.Compact(order)
	r.ranks = make([]int32, len(r.keys))
	for i, k := range r.keys {
		n, _ := slices.BinarySearch(order, k)
		r.ranks[i] = int32(n)
	}
	return r
}

// axisOf tells which axis answers the dimension.
func axisOf(d Dimension) int {
	if _, ok := (frame{}).key(d); ok {
		return 0
	}
	if _, ok := (place{}).key(d); ok {
		return 1
	}
	if _, ok := (goods{}).key(d); ok {
		return 2
	}
	return 3
}

func (a *aggregation) numberOf(at int) int64 {
	if a.dense {
		return int64(at)
	}
	return a.number[at]
}

func (a *aggregation) split(number int64) Split {
	s := a.axes[0].splits[a.axes[0].part(number)]
	p := a.axes[3].splits[a.axes[3].part(number)]
	s.Frequency, s.Span = p.Frequency, p.Span
	return s
}

// group gives what a cell has gathered, without its keys.
func (a *aggregation) group(at int) (g Group, err error) {
	c := a.cells[at]
	g = Group{
		Rows: c.rows, ValueRows: c.valueRows, WeightRows: c.weightRows, HiddenRows: c.hidden,
		Sample: c.flags&sampleFlag != 0,
		Status: weakness[bits.Len64(c.flags>>statusShift&(1<<len(weakness)-1))-1],
	}
	for levels := c.flags >> levelShift; levels != 0; levels &= levels - 1 {
		g.Levels = append(g.Levels, uint8(bits.TrailingZeros64(levels)))
	}
	if c.valueRows > 0 {
		g.Value, err = total(a.value, at)
	}
	if c.weightRows > 0 && err == nil {
		g.Weight, err = total(a.weight, at)
	}
	return g, err
}

// total adds the sums of all scales exactly.
func total(by map[uint8][]sum, at int) (briefing.MaybeNumber, error) {
	if len(by) == 1 { // the usual case
		for scale, sums := range by {
			if s := sums[at]; s.hi == int64(s.lo)>>63 {
				if n, err := decimal.New(int64(s.lo), int(scale)); err == nil {
					return briefing.Some(n.Trim(0)), nil
				}
			}
		}
	}
	var scale uint8
	for s := range by {
		scale = max(scale, s)
	}
	all := new(big.Int)
	for s, sums := range by { // addition: the order does not matter
		if at >= len(sums) {
			continue
		}
		part := new(big.Int).Lsh(big.NewInt(sums[at].hi), 64)
		part.Add(part, new(big.Int).SetUint64(sums[at].lo))
		all.Add(all, part.Mul(part, tenTo(scale-s)))
	}
	for ten := big.NewInt(10); scale > 0; scale-- {
		q, r := new(big.Int).QuoRem(all, ten, new(big.Int))
		if r.Sign() != 0 {
			break
		}
		all = q
	}
	return decimalOf(all, scale)
}

func tenTo(n uint8) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func decimalOf(n *big.Int, scale uint8) (briefing.MaybeNumber, error) {
	digits := new(big.Int).Abs(n).String()
	if pad := int(scale) + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	if scale > 0 {
		digits = digits[:len(digits)-int(scale)] + "." + digits[len(digits)-int(scale):]
	}
	if n.Sign() < 0 {
		digits = "-" + digits
	}
	d, err := decimal.ParseExact(digits, int(scale))
	if err != nil {
		return briefing.MaybeNumber{}, &briefing.Error{Code: briefing.CodeOverflow, Op: "aggregate", Path: digits, Err: err}
	}
	return briefing.Some(d), nil
}
