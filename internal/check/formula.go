package check

import (
	"strings"
	"unicode"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// node is a part of a formula of a derived fact: a fact, a number, or an
// operation on two parts.
type node struct {
	op          rune // '+', '-', '*', '/', or 0
	left, right *node
	fact        *briefing.Fact
	number      briefing.Number
}

// parseFormula reads a formula over the IDs of facts: "S30b − S30a", "S24 / S23",
// "(a - b) / b * 100". A hyphen inside a word belongs to the ID. It is nil when
// the formula is not understood or names a fact that is not there.
func parseFormula(s *project.Snapshot, formula string) *node {
	p := &formulaParser{s: s, words: formulaWords(formula)}
	n := p.sum()
	if n == nil || p.at < len(p.words) {
		return nil
	}
	return n
}

type formulaParser struct {
	s     *project.Snapshot
	words []string
	at    int
	deep  int
}

const formulaDepth = 32

// operators parts the operators of a formula from what stands beside them.
var operators = strings.NewReplacer("−", " − ", "–", " − ", "×", " * ", "·", " * ", "÷", " / ", "/", " / ", "*", " * ", "+", " + ", "(", " ( ", ")", " ) ")

func formulaWords(s string) []string {
	inside := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' || r == '-'
	}
	s = operators.Replace(s)
	var out []string
	for w := range strings.FieldsSeq(s) {
		switch {
		case w == "-" || w == "−":
			out = append(out, "-")
		case strings.Contains("+*/()", w) || strings.IndexFunc(w, func(r rune) bool { return !inside(r) }) < 0:
			out = append(out, w)
		default:
			return nil
		}
	}
	return out
}

func (p *formulaParser) next() string {
	if p.at < len(p.words) {
		return p.words[p.at]
	}
	return ""
}

func (p *formulaParser) sum() *node { return p.chain("+-", (*formulaParser).product) }

func (p *formulaParser) product() *node { return p.chain("*/", (*formulaParser).atom) }

func (p *formulaParser) chain(ops string, part func(*formulaParser) *node) *node {
	n := part(p)
	for n != nil && p.next() != "" && strings.Contains(ops, p.next()) {
		op := rune(p.next()[0])
		p.at++
		right := part(p)
		if right == nil {
			return nil
		}
		n = &node{op: op, left: n, right: right}
	}
	return n
}

func (p *formulaParser) atom() *node {
	w := p.next()
	p.at++
	if w == "(" {
		if p.deep++; p.deep > formulaDepth {
			return nil
		}
		n := p.sum()
		if p.next() != ")" {
			return nil
		}
		p.at++
		return n
	}
	if f, ok := p.s.Fact(briefing.ID(w)); ok {
		return &node{fact: f}
	}
	if n, err := briefing.ParseNumber(w); err == nil {
		return &node{number: n}
	}
	return nil
}

// facts lists the facts of the part.
func (n *node) facts() []*briefing.Fact {
	if n == nil {
		return nil
	}
	if n.fact != nil {
		return []*briefing.Fact{n.fact}
	}
	return append(n.left.facts(), n.right.facts()...)
}

// holds reports whether a number stands in the formula.
func (n *node) holds(x briefing.Number) bool {
	if n == nil {
		return false
	}
	if n.op == 0 {
		return n.fact == nil && n.number.Cmp(x) == 0
	}
	return n.left.holds(x) || n.right.holds(x)
}

// operations visits each operation whose both sides have facts.
func (n *node) operations(visit func(op rune, left, right []*briefing.Fact)) {
	if n == nil || n.op == 0 {
		return
	}
	n.left.operations(visit)
	n.right.operations(visit)
	if l, r := n.left.facts(), n.right.facts(); len(l) > 0 && len(r) > 0 {
		visit(n.op, l, r)
	}
}

// interval is where the value of the part lies by the printed figures of its
// facts, in whole units of money and tonnes; ok is false when it is open to a
// side or can't be computed.
func (n *node) interval() (interval, bool) {
	switch {
	case n.fact != nil:
		i, ok := printed(n.fact.Figure())
		if !ok || i.noLo || i.noHi {
			return i, false
		}
		return i.scaled(wholePower(n.fact.Figure().Unit))
	case n.op == 0:
		return interval{lo: n.number, hi: n.number}, true
	}
	a, okA := n.left.interval()
	b, okB := n.right.interval()
	if !okA || !okB {
		return interval{}, false
	}
	switch n.op {
	case '+':
		return a.add(b)
	case '-':
		return a.minus(b)
	case '*':
		return a.times(b)
	}
	return a.over(b)
}

// wholePower is the power of ten that turns numbers of the unit into whole
// units: of money, of tonnes.
func wholePower(u briefing.Unit) int {
	if u.Base() == "kg" {
		return u.Power() - 3
	}
	return u.Power()
}

// times is the interval of i·j.
func (i interval) times(j interval) (interval, bool) {
	return corners(i, j, briefing.Number.Mul)
}

// over is the interval of i/j; j must be positive.
func (i interval) over(j interval) (interval, bool) {
	if j.lo.Sign() <= 0 {
		return interval{}, false
	}
	return corners(i, j, briefing.Number.Quo)
}

func corners(i, j interval, op func(a, b decimal.Decimal) (decimal.Decimal, error)) (interval, bool) {
	var out interval
	for k, pair := range [][2]briefing.Number{{i.lo, j.lo}, {i.lo, j.hi}, {i.hi, j.lo}, {i.hi, j.hi}} {
		n, err := op(pair[0], pair[1])
		if err != nil {
			return out, false
		}
		if k == 0 || n.Cmp(out.lo) < 0 {
			out.lo = n
		}
		if k == 0 || n.Cmp(out.hi) > 0 {
			out.hi = n
		}
	}
	return out, true
}
