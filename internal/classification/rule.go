package classification

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Rule is a set of commodity codes: prefixes, ranges and exclusions, as
// "0201-0208, 1601, !0208 90". The parts are separated by commas, semicolons
// or line ends; blanks and points inside a code don't count. An exclusion
// holds wherever it stands.
type Rule struct {
	text   string
	in     []span // what is in, in order and apart from one another
	deep   bool   // a part has more than six digits: it means one national list
	inside []span // the parts as written, for finding idle ones
	not    []span
}

// span is a range of ten-digit codes, both ends included.
type span struct{ from, to uint64 }

// Verdict is what a rule says of a code.
type Verdict uint8

// Verdicts.
const (
	Out    Verdict = iota
	Partly         // the code is shorter than the rule: some of what it covers is in
	In
)

// ParseRule reads a rule. CodeBadRule names the part that is none.
func ParseRule(text string) (Rule, error) {
	r := Rule{text: text}
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;\n，；", c) }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		part, not := excluded(part)
		s, digits, ok := parseSpan(part)
		if !ok {
			return Rule{}, &briefing.Error{Code: briefing.CodeBadRule, Op: "parse rule", Path: part}
		}
		r.deep = r.deep || digits > 6
		if not {
			r.not = append(r.not, s)
		} else {
			r.inside = append(r.inside, s)
		}
	}
	if len(r.inside) == 0 {
		return Rule{}, &briefing.Error{Code: briefing.CodeBadRule, Op: "parse rule", Path: text}
	}
	r.in = subtract(union(r.inside), union(r.not))
	return r, nil
}

// excluded takes the mark of an exclusion off a part.
func excluded(part string) (rest string, not bool) {
	for _, mark := range []string{"!", "кроме ", "except ", "除 "} {
		if rest, ok := strings.CutPrefix(part, mark); ok {
			part, not = rest, true
		}
	}
	return part, not
}

// parseSpan reads "0201", "0201-0208" or "0201–0208".
func parseSpan(s string) (out span, digits int, ok bool) {
	s = strings.Map(inCode, s)
	from, to, both := strings.Cut(s, "-")
	if !both {
		to = from
	}
	if len(from) != len(to) || len(from) < 2 || len(from) > MaxDigits || len(from)%2 == 1 ||
		strings.Trim(from+to, "0123456789") != "" || from > to || from[:2] == "00" {
		return span{}, 0, false
	}
	a, _ := spanOf(from)
	b, _ := spanOf(to)
	return span{a.from, b.to}, len(from), true
}

// inCode drops what people set inside codes and makes one dash of all.
func inCode(c rune) rune {
	switch c {
	case ' ', '.', '\t', '\u00a0', '\u202f', '\u2009':
		return -1
	case '–', '—', '−':
		return '-'
	}
	return c
}

// spanOf is what a code covers; not ok for what is no code.
func spanOf(code string) (span, bool) {
	if code == "" || strings.Trim(code, "0123456789") != "" {
		return span{}, false
	}
	code = code[:min(len(code), MaxDigits)]
	s := span{}
	for i := range MaxDigits {
		d, e := uint64(0), uint64(9)
		if i < len(code) {
			d = uint64(code[i] - '0')
			e = d
		}
		s.from, s.to = s.from*10+d, s.to*10+e
	}
	return s, true
}

// union puts spans in order and joins those that touch.
func union(in []span) []span {
	in = slices.Clone(in)
	slices.SortFunc(in, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out []span
	for _, s := range in {
		if n := len(out); n > 0 && s.from <= out[n-1].to+1 {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// subtract takes the spans of b out of those of a; both are unions.
func subtract(a, b []span) []span {
	var out []span
	for _, s := range a {
		for _, cut := range b {
			if cut.to < s.from || cut.from > s.to {
				continue
			}
			if cut.from > s.from {
				out = append(out, span{s.from, cut.from - 1})
			}
			if s.from = cut.to + 1; s.from > s.to {
				break
			}
		}
		if s.from <= s.to {
			out = append(out, s)
		}
	}
	return out
}

// meet gives what two unions share.
func meet(a, b []span) []span {
	var out []span
	for _, x := range a {
		for _, y := range b {
			if from, to := max(x.from, y.from), min(x.to, y.to); from <= to {
				out = append(out, span{from, to})
			}
		}
	}
	return union(out)
}

// String is the rule as it was written.
func (r Rule) String() string { return r.text }

// Deep reports whether a part has more than six digits: such a rule means the
// codes of one national list only.
func (r Rule) Deep() bool { return r.deep }

// Of tells whether a code is in. Hidden codes and totals are not.
func (r Rule) Of(code string) Verdict {
	s, ok := spanOf(code)
	if !ok {
		return Out
	}
	for _, in := range r.in {
		switch {
		case in.from <= s.from && s.to <= in.to:
			return In
		case in.from <= s.to && s.from <= in.to:
			return Partly
		}
	}
	return Out
}

// Matches reports whether all that the code covers is in, as a filter asks.
// HiddenCode and TotalCode match only a rule of themselves, which is no rule.
func (r Rule) Matches(code string) bool { return r.Of(code) == In }

// Idle lists the exclusions that take nothing out of the rule, as codes.
func (r Rule) Idle() []string {
	all := union(r.inside)
	var out []string
	for _, s := range r.not {
		if len(meet(all, []span{s})) == 0 {
			out = append(out, s.String())
		}
	}
	return out
}

// Empty reports whether the exclusions leave nothing.
func (r Rule) Empty() bool { return len(r.in) == 0 }

// AtSix is the rule as far as six digits can tell: for codes of a national
// list that is not the one it was written for, deeper parts are undecided.
func (r Rule) AtSix() Sixth { return Sixth{r} }

// Sixth judges codes by their first six digits.
type Sixth struct{ rule Rule }

// Of is Rule.Of of the first six digits.
func (s Sixth) Of(code string) Verdict { return s.rule.Of(code[:min(6, len(code))]) }

// String writes a span with the fewest digits: "0201-0208".
func (s span) String() string {
	from, to := digitsOf(s.from), digitsOf(s.to)
	n := MaxDigits
	for n > 2 && from[n-2:n] == "00" && to[n-2:n] == "99" {
		n -= 2
	}
	if from[:n] == to[:n] {
		return from[:n]
	}
	return from[:n] + "-" + to[:n]
}

func digitsOf(n uint64) string {
	b := make([]byte, MaxDigits)
	for i := MaxDigits - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b)
}

// special reports whether a code is none: hidden, total or empty.
func special(code string) bool {
	return code == figure.HiddenCode || code == figure.TotalCode || code == figure.AnyCode
}
