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
	numbers := a.tables.numbers()
	answers := make([]answer, len(a.by))
	for i, d := range a.by {
		answers[i] = a.answer(d, a.by[:i], numbers)
	}
	type found struct {
		number int64
		ranks  []int32
	}
	order := make([]found, len(numbers))
	all := make([]int32, 0, len(numbers)*len(a.by))
	for i, number := range numbers {
		from := len(all)
		for _, r := range answers {
			all = append(all, r.ranks[a.axes[r.axis].part(number)])
		}
		order[i] = found{number, all[from:]}
	}
	slices.SortFunc(order, func(x, y found) int {
		if c := slices.Compare(x.ranks, y.ranks); c != 0 {
			return c
		}
		return a.split(x.number).Compare(a.split(y.number))
	})
	gs := make([]Group, len(order))
	keys := make([]string, 0, len(order)*len(a.by))
	for i, f := range order {
		from := len(keys)
		for _, r := range answers {
			keys = append(keys, r.keys[a.axes[r.axis].part(f.number)])
		}
		var err error
		if gs[i], err = a.group(f.number); err != nil {
			return nil, err
		}
		gs[i].Keys, gs[i].Split = keys[from:len(keys):len(keys)], a.split(f.number)
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

// answer puts the keys of the parts that the numbers are of in order: an axis
// may have ten thousand parts where a question finds ten of them.
func (a *aggregation) answer(d Dimension, before []Dimension, numbers []int64) answer {
	r := answer{axis: axisOf(d)}
	nth := 0 // among the dimensions that this axis answers
	for _, b := range before {
		if axisOf(b) == r.axis {
			nth++
		}
	}
	x := &a.axes[r.axis]
	r.keys, r.ranks = make([]string, len(x.keys)), make([]int32, len(x.keys))
	met := make([]bool, len(x.keys))
	var parts []int32
	for _, number := range numbers {
		if p := x.part(number); !met[p] {
			met[p], r.keys[p], parts = true, x.keys[p][nth], append(parts, int32(p))
		}
	}
	slices.SortFunc(parts, func(p, q int32) int { return strings.Compare(r.keys[p], r.keys[q]) })
	rank := int32(0)
	for i, p := range parts {
		if i > 0 && r.keys[p] != r.keys[parts[i-1]] {
			rank++
		}
		r.ranks[p] = rank
	}
	return r
}

func (a *aggregation) split(number int64) Split {
	s := a.axes[0].splits[a.axes[0].part(number)]
	p := a.axes[3].splits[a.axes[3].part(number)]
	s.Frequency, s.Span = p.Frequency, p.Span
	s.Area = a.axes[1].splits[a.axes[1].part(number)].Area
	return s
}

// group gives what was gathered of a group, without its keys.
func (a *aggregation) group(number int64) (g Group, err error) {
	var flags uint64
	var values, weights []scaled
	for _, t := range a.tables {
		c := t.find(number)
		if c == nil {
			continue
		}
		flags |= c.flags
		g.Rows += int(c.rows)
		g.ValueRows += int(c.rows - c.noValue)
		g.WeightRows += int(c.rows - c.noWeight)
		g.HiddenRows += int(c.hidden)
		values, weights = append(values, scaled{c.value, t.value}), append(weights, scaled{c.weight, t.weight})
	}
	g.Sample = flags&sampleFlag != 0
	g.Status, g.WeightStatus = weakestOf(flags>>statusShift), weakestOf(flags>>weightShift)
	for levels := flags >> levelShift; levels != 0; levels &= levels - 1 {
		g.Levels = append(g.Levels, uint8(bits.TrailingZeros64(levels)))
	}
	if g.ValueRows > 0 {
		g.Value, err = total(values)
	}
	if g.WeightRows > 0 && err == nil {
		g.Weight, err = total(weights)
	}
	if g.Held = a.out[number]; g.Held > 0 { // they are in the rows above, and not missing from the sum
		g.Rows += g.Held
		if g.ValueRows > 0 {
			g.ValueRows += g.Held
		}
		if g.WeightRows > 0 {
			g.WeightRows += g.Held
		}
	}
	return g, err
}

// scaled is a sum of numbers of one scale.
type scaled struct {
	sum
	scale uint8
}

// total adds the sums of all scales exactly.
func total(parts []scaled) (briefing.MaybeNumber, error) {
	if len(parts) == 1 { // the usual case
		if s := parts[0]; s.hi == int64(s.lo)>>63 {
			if n, err := decimal.New(int64(s.lo), int(s.scale)); err == nil {
				return briefing.Some(n.Trim(0)), nil
			}
		}
	}
	var scale uint8
	for _, s := range parts {
		scale = max(scale, s.scale)
	}
	all := new(big.Int)
	for _, s := range parts {
		part := new(big.Int).Lsh(big.NewInt(s.hi), 64)
		part.Add(part, new(big.Int).SetUint64(s.lo))
		all.Add(all, part.Mul(part, tenTo(scale-s.scale)))
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
