package figure

import (
	"slices"
	"strings"
)

// nest tells which codes of a set's dictionary hold which.
type nest struct {
	codes []string // in order, each once
	id    []int32  // goods code → place in codes
	up    []int32  // by place: the nearest code that holds it; −1 for none
	total int32    // place of TotalCode; −1 for none
}

// nest is nil when no code of the set holds another.
func (s *Set) nest() *nest {
	if s.kept == nil {
		return nestOf(s.goods.values)
	}
	x := &s.kept.axes
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.nestOf != len(s.goods.values) {
		x.nest, x.nestOf = nestOf(s.goods.values), len(s.goods.values)
	}
	return x.nest
}

func nestOf(all []goods) *nest {
	n := &nest{total: -1}
	named := slices.ContainsFunc(all, goods.isWhole)
	for _, g := range all {
		n.codes = append(n.codes, g.nested(named))
	}
	slices.Sort(n.codes)
	n.codes = slices.Compact(n.codes)
	if len(n.codes) < 2 {
		return nil
	}
	held := false
	n.up = make([]int32, len(n.codes))
	var above []int32 // codes that hold the one looked at, the nearest last
	for i, code := range n.codes {
		n.up[i] = -1
		switch code {
		case TotalCode:
			n.total, held = int32(i), true
			continue
		case HiddenCode, AnyCode:
			continue
		}
		if strings.HasPrefix(code, TotalCode) { // goods by name, which hold no others
			continue
		}
		for len(above) > 0 && !strings.HasPrefix(code, n.codes[above[len(above)-1]]) {
			above = above[:len(above)-1]
		}
		if len(above) > 0 {
			n.up[i], held = above[len(above)-1], true
		}
		above = append(above, int32(i))
	}
	if !held {
		return nil
	}
	n.id = make([]int32, len(all))
	for i, g := range all {
		at, _ := slices.BinarySearch(n.codes, g.nested(named))
		n.id[i] = int32(at)
	}
	return n
}

// isWhole reports whether the goods are all goods together: they have no code
// and no name, or one that says so.
func (g goods) isWhole() bool {
	return g.Code == TotalCode && AllGoods(g.Product)
}

// AllGoods reports whether a name of goods without a code stands for all goods:
// it says so, is their code, or there is none.
func AllGoods(product string) bool {
	switch strings.ToLower(product) {
	case "", "total", "всего", "итого", "все товары", "всего товаров", "all goods", "all commodities", "all products", "total all products", "total - all commodities", "合计", "总计", "总值", "所有商品", "商品总值":
		return true
	}
	return false
}

// nested is what tells goods from others that hold them: the code or, of goods
// that have a name and no code beside rows of all goods, the name.
func (g goods) nested(named bool) string {
	if named && g.Code == TotalCode && !g.isWhole() {
		return TotalCode + "\x00" + g.Product
	}
	return g.Code
}

// unasked marks a code that the filter does not let through.
const unasked = -2

// within narrows the nest to the codes that the filter lets through and to what
// would be added to each other; nil when none of these holds another.
func (n *nest) within(s *Set, f *Filter, by []Dimension) []int32 {
	var dims []Dimension
	for _, d := range by {
		if d == "code" {
			return nil
		}
		if axisOf(d) == 2 {
			dims = append(dims, d)
		}
	}
	keys := make([]string, len(n.codes))
	let := make([]bool, len(n.codes))
	for i, g := range s.goods.values {
		if id := n.id[i]; !let[id] && f.good(g) {
			let[id] = true
			for _, d := range dims {
				keys[id] += f.goodKey(g, d) + "\x00"
			}
		}
	}
	up, held := make([]int32, len(n.codes)), false
	for i := range up {
		if up[i] = unasked; !let[i] {
			continue
		}
		at := n.up[i]
		for at >= 0 && !(let[at] && keys[at] == keys[i]) {
			at = n.up[at]
		}
		if at < 0 && n.total >= 0 && int32(i) != n.total && let[n.total] && keys[n.total] == keys[i] {
			at = n.total
		}
		up[i] = max(at, -1)
		held = held || at >= 0
	}
	if !held {
		return nil
	}
	return up
}
