package importer

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/unitnames"
	"briefing/internal/lang"
)

// typedFigure is a figure as a cell has it.
type typedFigure struct {
	figure     briefing.Figure
	signed     bool // the number has a sign: a change, as a rule
	change     briefing.MaybeNumber
	changeUnit briefing.Unit
}

var (
	changeBehind = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*\S)\s*[(（]([^()（）]*)[)）]$`) })
	timesOf      = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:(рост|увеличение|снижение|сокращение)\s+)?в\s+(\d+(?:[.,]\d+)?)\s+раза?(?:\s+(больше|меньше))?$|^(\d+(?:\.\d+)?)(?:\s+times|-fold)(?:\s+(increase|decrease|less))?$|^增长到(\d+(?:\.\d+)?)倍$|^(下)降到原来的1/(\d+(?:\.\d+)?)$`)
	})
	amounts = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([+\-−–]?)\s?(\d(?:[\d.,]|[ \x{a0}\x{202f}\x{2009}']\d)*)(?:\s?(?:[-–—…]|до|to|至|\.\.\.)\s?(\d(?:[\d.,]|[ \x{a0}\x{202f}\x{2009}']\d)*))?(.*)$`)
	})
)

// parseFigure reads «около 90 тыс. т», «915–930 млн долл. США», "US$576
// million (+14 %)", 约9万吨: the word of precision is kept, and what is not
// wholly understood is refused with a reason. Unit is what stands in another
// cell; l says how commas are meant where the text does not show it.
func parseFigure(text, unit string, l briefing.Lang) (f typedFigure, reason string) {
	text = oneLine(strings.TrimSpace(text))
	if missing([]byte(text)) {
		f.figure.Status = briefing.Missing
		return f, ""
	}
	if m := changeBehind().FindStringSubmatch(text); m != nil {
		if n, ok := manifold(m[2]); ok {
			f, reason = parseFigure(m[1], unit, l)
			f.change, f.changeUnit = n, briefing.Times
			return f, reason
		}
		c, reason := parseFigure(m[2], "", l)
		if reason != "" || !c.signed || c.figure.Precision != "" || c.figure.Unit != "percent" && c.figure.Unit != "pp" {
			return f, RejectNumber
		}
		f.change, f.changeUnit, text = c.figure.Value, c.figure.Unit, m[1]
	}
	l = scriptOf(text, l)
	plain := f.precision(text)
	if n, ok := manifold(plain); ok && (unit == "" || unitnames.Parse(unit) == briefing.Times) { // «в 2,3 раза»
		f.figure.Value, f.figure.Unit = n, briefing.Times
		return f, ""
	}
	sign, rest := direction(plain)
	before, rest := untilNumber(rest)
	if f.figure.Precision == briefing.HundredsOf || f.figure.Precision == briefing.TensOf {
		if rest != "" {
			return f, RejectNumber
		}
		var ok bool
		if f.figure.Unit, _, ok = unitOf(before + " " + unit); !ok {
			return f, RejectUnit
		}
		return f, ""
	}
	m := amounts().FindStringSubmatch(rest)
	if m == nil {
		return f, RejectNumber
	}
	u, factor, ok := unitAround(before, m[4], unit)
	if !ok {
		return f, RejectUnit
	}
	if sign != "" && m[1] != "" {
		return f, RejectNumber
	}
	sign += m[1]
	f.figure.Unit, f.signed = u, sign != ""
	return f, f.numbers(sign+strings.TrimRight(m[2], ".,"), strings.TrimRight(m[3], ".,"), factor, l)
}

// manifold reads a change that is told as so many times: «рост в 2,3 раза»,
// "2.3-fold", 增长到2.3倍, «в 2 раза меньше».
func manifold(text string) (n briefing.MaybeNumber, ok bool) {
	m := timesOf().FindStringSubmatch(oneLine(strings.TrimSpace(text)))
	if m == nil {
		return n, false
	}
	number := m[2] + m[4] + m[6] + m[8]
	v, err := lang.ParseNumberIn(scriptOf(text, briefing.RU), number)
	if err != nil || v.Sign() <= 0 {
		return n, false
	}
	fall := strings.HasPrefix(strings.ToLower(m[1]), "с") || strings.EqualFold(m[3], "меньше") || m[5] != "" && !strings.EqualFold(m[5], "increase") || m[7] != ""
	if fall {
		v = v.Neg()
	}
	return briefing.Some(v), true
}

// precision takes the word of precision off the start of a text. A bound that
// is no precision («не менее») sets the range.
func (f *typedFigure) precision(text string) (rest string) {
	for _, w := range precisionWords() {
		if after, ok := cutWord(text, w.word); ok {
			f.figure.Precision = w.precision
			return after
		}
	}
	return text
}

// direction reads «рост на» and «снижение на» as signs.
func direction(text string) (sign, rest string) {
	for _, w := range directions() {
		if after, ok := cutWord(text, w.word); ok {
			return w.means, after
		}
	}
	return "", text
}

// numbers sets the value or the range.
func (f *typedFigure) numbers(low, high string, factor briefing.Number, l briefing.Lang) (reason string) {
	var ns []briefing.MaybeNumber
	for _, s := range []string{low, high} {
		if s == "" {
			continue
		}
		n, err := lang.ParseNumberIn(l, s)
		if err == nil {
			n, err = n.Mul(factor)
		}
		if !factor.IsOne() {
			n = n.Trim(0)
		}
		if err != nil {
			return RejectNumber
		}
		ns = append(ns, briefing.Some(n))
	}
	switch {
	case f.figure.Precision == atLeast && len(ns) == 1:
		f.figure.Precision, f.figure.Low = "", ns[0]
	case f.figure.Precision == atMost && len(ns) == 1:
		f.figure.Precision, f.figure.High = "", ns[0]
	case f.figure.Precision == atMost:
		return RejectNumber
	case len(ns) == 1:
		f.figure.Value = ns[0]
	default:
		if f.figure.Precision == atLeast { // «от 5 до 7»
			f.figure.Precision = ""
		}
		if ns[0].Decimal.Cmp(ns[1].Decimal) >= 0 {
			return RejectNumber
		}
		f.figure.Low, f.figure.High = ns[0], ns[1]
	}
	return ""
}

// Bounds that a figure states by a range open at one end.
const (
	atLeast briefing.Precision = "at-least"
	atMost  briefing.Precision = "at-most"
)

type precisionWord struct {
	word      string
	precision briefing.Precision
}

// precisionWords are the words of all languages, the longest first.
var precisionWords = sync.OnceValue(func() []precisionWord {
	var out []precisionWord
	for _, l := range briefing.Langs() {
		for _, p := range append(briefing.Precisions()[1:], atLeast, atMost) {
			for _, w := range words(l, "words."+string(p)) {
				out = append(out, precisionWord{w, p})
			}
		}
	}
	for i := range out { // few enough for the plainest of sorts
		for j := i + 1; j < len(out); j++ {
			if len(out[j].word) > len(out[i].word) {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
})

// cutWord cuts a word off the start; a letter may not follow it, but for
// Chinese, which has no blanks.
func cutWord(text, word string) (rest string, ok bool) {
	n := 0
	for range word {
		_, size := utf8.DecodeRuneInString(text[n:])
		n += size
	}
	if word == "" || codes.Fold(text[:n]) != word {
		return text, false
	}
	next, _ := utf8.DecodeRuneInString(text[n:])
	last, _ := utf8.DecodeLastRuneInString(word)
	if unicode.IsLetter(next) && unicode.IsLetter(last) && !unicode.Is(unicode.Han, last) {
		return text, false
	}
	return string(cells.Trim([]byte(text[n:]))), true
}

// untilNumber parts what stands before the number or its sign.
func untilNumber(text string) (before, rest string) {
	i := strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune("+−–-", r) })
	if i < 0 {
		return text, ""
	}
	return string(cells.Trim([]byte(text[:i]))), text[i:]
}

// unitAround finds the unit from what stands before and behind a number and
// in another cell: "US$" and "million", «тыс.» and «т».
func unitAround(before, behind, cell string) (briefing.Unit, briefing.Number, bool) {
	behind = string(cells.Trim([]byte(behind)))
	own := strings.TrimSpace(before + " " + behind)
	tries := []string{own, strings.TrimSpace(behind + " " + before)}
	switch {
	case own == "":
		tries = []string{cell}
	case cell != "": // a scale here, the rest there, or the same twice
		tries = []string{own + " " + cell}
		a, fa, okA := unitOf(own)
		b, fb, okB := unitOf(cell)
		if okA && okB && a == b && fa.Cmp(fb) == 0 && a.Base() != "" {
			return a, fa, true
		}
	}
	for _, t := range tries {
		if u, factor, ok := unitOf(t); ok {
			return u, factor, true
		}
	}
	return "", briefing.Num("1"), false
}

// unitOnly tells a cell that holds a unit and nothing else.
func unitOnly(s string) bool {
	u, _, ok := unitOf(s)
	return ok && u != ""
}

// unitOf reads a unit, and the factor where its scale is none of ours: 万 is
// ten thousand.
func unitOf(text string) (u briefing.Unit, factor briefing.Number, ok bool) {
	one := briefing.Num("1")
	text = strings.TrimSpace(text)
	if text == "" {
		return "", one, true
	}
	if u := unitnames.Parse(text); u != "" && u.Power()%3 == 0 { // a record has no 万
		return u, one, true
	}
	if u := unitNamed(text); u != "" {
		return u, one, true
	}
	for _, s := range scaleWords() {
		rest, cut := cutWord(text, s.word)
		if !cut {
			if rest, cut = strings.CutSuffix(codes.Fold(text), s.word); !cut {
				continue
			}
		}
		rest = strings.Trim(rest, " .\u00a0")
		u := unitnames.Parse(rest)
		if u == "" {
			u = unitNamed(rest)
		}
		if u == "" || u.Power() != 0 {
			continue
		}
		return u.WithPower(s.power), s.factor, true
	}
	return "", one, false
}

// unitNamed reads the names of units in the forms that follow numbers.
func unitNamed(text string) briefing.Unit { return typedUnits()[unitnames.Form(text)] }

// typedUnits are the units without a scale, by what people call them.
var typedUnits = sync.OnceValue(func() map[string]briefing.Unit {
	table := map[string]briefing.Unit{}
	for _, base := range []briefing.Unit{
		"usd", "eur", "rub", "cny", "kg", "t", "percent", "pp", "hour", "day", "pcs", "item", "person",
		"t-per-year", "usd-per-t", "container", "teu", "head", "ha", "m2", "m3", "km",
	} {
		for _, l := range briefing.Langs() {
			for _, name := range append(slices.Clone(words(l, "unit."+string(base))), lang.Unit(l, base), lang.UnitLong(l, base)) {
				if f := unitnames.Form(name); f != "" && table[f] == "" {
					table[f] = base
				}
			}
		}
	}
	return table
})

type scaleWord struct {
	word   string
	power  int
	factor briefing.Number
}

// scaleWords are the words of scales in all languages, longer ones before
// those they begin with.
var scaleWords = sync.OnceValue(func() []scaleWord {
	var out []scaleWord
	for _, s := range []struct {
		key    string
		power  int
		factor string
	}{{"12", 12, "1"}, {"9", 9, "1"}, {"8", 6, "100"}, {"6", 6, "1"}, {"4", 3, "10"}, {"3", 3, "1"}} {
		for _, l := range briefing.Langs() {
			for _, w := range words(l, "scale."+s.key) {
				if w != "" {
					out = append(out, scaleWord{w, s.power, briefing.Num(s.factor)})
				}
			}
		}
	}
	return out
})

// plainNumber tells a cell whose text is its number.
func plainNumber(s string) bool {
	_, err := lang.ParseNumber(s)
	return err == nil
}
