package figure

import (
	"cmp"
	"math/big"
	"math/bits"
	"slices"
	"strings"
)

// Worth is what the rows of one currency and one group of codes come to, over
// the rows that have both a value and a net weight above zero.
type Worth struct {
	Currency string
	Key      string
	Rows     int
	Value    *big.Int // millionths of a currency unit
	Weight   *big.Int // millionths of a kilogram
}

// worthScale is the scale of the sums; smaller parts do not matter for a price.
const worthScale = 6

// Worth adds up the rows of classifications that share the first six digits
// with the Harmonised System, by currency and by the key of their code; codes
// without a key are left out. The order is by currency and key.
func (s *Set) Worth(key func(code string) (string, bool)) []Worth {
	if s.Len() == 0 {
		return nil
	}
	var currencies, names numbering
	ofFrame := make([]int, len(s.frames.values))
	for i, f := range s.frames.values {
		ofFrame[i] = -1
		if Harmonised(f.Classification) && f.Currency != "" {
			ofFrame[i] = currencies.of(f.Currency)
		}
	}
	ofGood := make([]int, len(s.goods.values))
	for i, g := range s.goods.values {
		ofGood[i] = -1
		if g.Code == TotalCode || g.Code == HiddenCode {
			continue
		}
		if k, ok := key(g.Code); ok {
			ofGood[i] = names.of(k)
		}
	}
	all := make([]Worth, len(currencies.texts)*len(names.texts))
	for i := range all {
		all[i] = Worth{
			Currency: currencies.texts[i/len(names.texts)], Key: names.texts[i%len(names.texts)],
			Value: new(big.Int), Weight: new(big.Int),
		}
	}
	for _, b := range s.blocks {
		for i, sum := range b.worth(ofFrame, ofGood, len(names.texts), len(all)) {
			all[i].Rows += sum.rows
			all[i].Value.Add(all[i].Value, sum.value.big(b.value.scale))
			all[i].Weight.Add(all[i].Weight, sum.weight.big(b.weight.scale))
		}
	}
	all = slices.DeleteFunc(all, func(w Worth) bool { return w.Rows == 0 })
	slices.SortFunc(all, func(a, b Worth) int {
		return cmp.Or(strings.Compare(a.Currency, b.Currency), strings.Compare(a.Key, b.Key))
	})
	return all
}

// numbering gives texts numbers in the order of first appearance.
type numbering struct {
	texts []string
	index map[string]int
}

func (n *numbering) of(text string) int {
	i, ok := n.index[text]
	if !ok {
		if n.index == nil {
			n.index = map[string]int{}
		}
		i = len(n.texts)
		n.texts, n.index[text] = append(n.texts, text), i
	}
	return i
}

// worth adds up one block. The sums stand at currency × keys + key; a row that
// has no number of either does not count.
func (b *block) worth(currency, key []int, keys, size int) []worthSum {
	sums := make([]worthSum, size)
	for i, f := range b.frames.at {
		v, w := b.value.mantissa[i], b.weight.mantissa[i]
		c, k := currency[f], key[b.goods.at[i]]
		if v <= 0 || w <= 0 || c < 0 || k < 0 { // an absent number is negative
			continue
		}
		sum := &sums[c*keys+k]
		sum.rows++
		sum.value.add(uint64(v))
		sum.weight.add(uint64(w))
	}
	return sums
}

type worthSum struct {
	rows          int
	value, weight sum128
}

// sum128 adds up whole numbers that together may need more than 64 bits.
type sum128 struct{ high, low uint64 }

func (s *sum128) add(n uint64) {
	var carry uint64
	s.low, carry = bits.Add64(s.low, n, 0)
	s.high += carry
}

// big is the sum of numbers of a scale, in millionths.
func (s *sum128) big(scale uint8) *big.Int {
	n := new(big.Int).Lsh(new(big.Int).SetUint64(s.high), 64)
	n.Or(n, new(big.Int).SetUint64(s.low))
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(int64(scale)-worthScale, worthScale-int64(scale))), nil)
	if scale > worthScale {
		return n.Quo(n, power)
	}
	return n.Mul(n, power)
}
