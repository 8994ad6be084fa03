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
	s = s.opened()
	w, dicts := NewWorths(key), s.tuples()
	for _, b := range s.blocks {
		w.add(&dicts, b)
	}
	return w.All()
}

// Worths are the sums of Worth while a set still grows, see Seal.
type Worths struct {
	key               func(code string) (string, bool)
	currencies, names numbering
	ofFrame, ofGood   []int // by code, −1 for none
	sums              map[[2]int]*Worth
}

// NewWorths begins with no rows.
func NewWorths(key func(code string) (string, bool)) *Worths {
	return &Worths{key: key, sums: map[[2]int]*Worth{}}
}

// All gives what has been added up.
func (w *Worths) All() []Worth {
	all := make([]Worth, 0, len(w.sums))
	for _, sum := range w.sums {
		all = append(all, *sum)
	}
	slices.SortFunc(all, func(a, b Worth) int {
		return cmp.Or(strings.Compare(a.Currency, b.Currency), strings.Compare(a.Key, b.Key))
	})
	return all
}

// add adds the rows of a block of a set whose dictionaries have only grown
// since the block before.
func (w *Worths) add(d *tuples, b *block) {
	for _, f := range d.frames[len(w.ofFrame):] {
		n := -1
		if Harmonised(f.Classification) && f.Currency != "" {
			n = w.currencies.of(f.Currency)
		}
		w.ofFrame = append(w.ofFrame, n)
	}
	for _, g := range d.goods[len(w.ofGood):] {
		n := -1
		if g.Code != TotalCode && g.Code != HiddenCode {
			if k, ok := w.key(g.Code); ok {
				n = w.names.of(k)
			}
		}
		w.ofGood = append(w.ofGood, n)
	}
	keys := len(w.names.texts)
	for i, sum := range b.worth(w.ofFrame, w.ofGood, keys, keys*len(w.currencies.texts)) {
		if sum.rows == 0 {
			continue
		}
		at := [2]int{i / keys, i % keys}
		to := w.sums[at]
		if to == nil {
			to = &Worth{Currency: w.currencies.texts[at[0]], Key: w.names.texts[at[1]], Value: new(big.Int), Weight: new(big.Int)}
			w.sums[at] = to
		}
		to.Rows += sum.rows
		to.Value.Add(to.Value, sum.value.big(b.value.scale))
		to.Weight.Add(to.Weight, sum.weight.big(b.weight.scale))
	}
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
