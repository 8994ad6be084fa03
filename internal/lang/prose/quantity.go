package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// Quantity is a number that stands in a text in figures, with its unit and the
// word of precision beside it. Days, years, hours, numbers of articles and of
// pages, ordinals and names such as «Внуково-2» are none.
type Quantity struct {
	Number briefing.Number
	High   briefing.MaybeNumber // of a range
	Power  int                  // of ten, by the word of scale: 6 of «млн», 4 of 万
	Base   briefing.Unit        // without its scale; empty: a bare number
	Word   briefing.Precision
	// Start and End are the bytes of the number with its unit, without the word;
	// From is where a word before it begins, Start where there is none.
	From, Start, End int
}

// Quantities lists the quantities of a text in the language in their order.
// Figures that the text is bound to ({fact-id}) are not among them.
func Quantities(l briefing.Lang, s string) []Quantity {
	if narrow, at, ok := narrowed(s); ok {
		out := Quantities(l, narrow)
		for i := range out {
			out[i].From, out[i].Start, out[i].End = at[out[i].From], at[out[i].Start], at[out[i].End]
		}
		return out
	}
	if digitFrom(s, 0) < 0 {
		return nil
	}
	x, text := lexiconOf(l), Unbound(s)
	apart := aside{x: x, text: text}
	var out []Quantity
	named := -1 // where a number that names something ends
	for at := 0; at < len(text); {
		start := digitFrom(text, at)
		if start < 0 {
			break
		}
		end := x.numberEnd(text, start)
		q := Quantity{Start: start, End: end}
		if taken := max(x.skipped(text, start, end), x.daysInFigures(text, end)); taken > end {
			at = taken
			continue
		}
		var ok bool
		joined := x.joined(text, &q)
		if q.Number, ok = x.parse(text[start:end]); !ok || bareCode(text[start:end]) || !joined && x.named(text, start, end) {
			if at = nameEnd(text, end); x.isNumbered(text, start) {
				named = at
			}
			continue
		}
		if !joined {
			x.finish(text, &q)
		} else {
			x.precision(text, &q)
		}
		at = q.End
		switch bare := q.Base == "" && q.Power == 0; {
		case bare && named >= 0 && x.alsoNamed(text[named:start]):
			named = at
		case x.aDate(text, q), partOfName(text, q), bare && x.glued(text, at), apart.holds(q):
		default:
			out = append(out, q)
		}
	}
	return out
}

// narrowed writes figures of full width, «１２３，４５６», as plain ones; at tells
// where each byte of the narrow text, and its end, is in the text. Ok is false
// where there are none.
func narrowed(s string) (narrow string, at []int, ok bool) {
	if !anyWide(s) {
		return s, nil, false
	}
	wide := func(r rune) bool { return r >= '０' && r <= '９' }
	var b strings.Builder
	before := rune(0)
	for i, r := range s {
		to := r
		switch _, size := utf8.DecodeRuneInString(s[i:]); {
		case wide(r):
			to = r - '０' + '0'
		case r == '％':
			to = '%'
		case (r == '，' || r == '．') && wide(before):
			if next, _ := utf8.DecodeRuneInString(s[i+size:]); wide(next) {
				to = map[rune]rune{'，': ',', '．': '.'}[r]
			}
		}
		before = r
		from := b.Len()
		b.WriteRune(to)
		for n := from; n < b.Len(); n++ {
			at = append(at, i+min(n-from, utf8.RuneLen(r)-1))
		}
	}
	return b.String(), append(at, len(s)), true
}

// anyWide reports whether there are figures of full width in a text.
func anyWide(s string) bool {
	const first = "\xef\xbc" // bytes of all of them
	for {
		i := strings.Index(s, first)
		if i < 0 || i+2 >= len(s) {
			return false
		}
		if s[i+2] >= 0x90 && s[i+2] <= 0x99 {
			return true
		}
		s = s[i+2:]
	}
}

// Unbound is the text with the figures it is bound to blanked out, byte for
// byte.
func Unbound(s string) string {
	bindings := briefing.BindingsOf(s)
	if len(bindings) == 0 {
		return s
	}
	b := []byte(s)
	for _, x := range bindings {
		for i := x.Start; i < x.End; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// digitFrom is the first digit of a text from a byte on, −1 where there is none.
func digitFrom(s string, at int) int {
	for ; at < len(s); at++ {
		if s[at] >= '0' && s[at] <= '9' {
			return at
		}
	}
	return -1
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isSpace(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' }

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '‑' || r == '−' }

// numberEnd is the end of the number that begins at a byte: digits, groups of
// three behind a separator of the language, one fraction.
func (x *lexicon) numberEnd(s string, at int) int {
	end, digits := at, 0
	for end < len(s) && isDigit(rune(s[end])) {
		end, digits = end+1, digits+1
	}
	for group := digits; group <= 3; group = 3 {
		r, n := decode(s[end:])
		separates := isSpace(r)
		if x.lang != briefing.RU {
			separates = r == ','
		}
		if !separates || !threeDigits(s[end+n:]) {
			break
		}
		end += n + 3
	}
	r, n := decode(s[end:])
	if (r == '.' || r == ',' && x.lang == briefing.RU) && end+n < len(s) && isDigit(rune(s[end+n])) {
		end += n
		for end < len(s) && isDigit(rune(s[end])) {
			end++
		}
	}
	return end
}

func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(rune(s[0])) && isDigit(rune(s[1])) && isDigit(rune(s[2])) && (len(s) == 3 || !isDigit(rune(s[3])))
}

// parse reads a number whose end numberEnd found.
func (x *lexicon) parse(s string) (briefing.Number, bool) {
	var b strings.Builder
	for _, r := range s {
		switch {
		case isDigit(r):
			b.WriteRune(r)
		case r == '.' || r == ',' && x.lang == briefing.RU:
			b.WriteByte('.')
		}
	}
	n, err := briefing.ParseNumber(b.String())
	return n, err == nil && b.Len() <= 19
}

// skipped is the end of what begins with digits and is no number: a date in
// figures, an hour, a web address, a number with more parts than a number has.
func (x *lexicon) skipped(s string, start, end int) int {
	stop := start
	for stop < len(s) {
		r, n := decode(s[stop:])
		if !isDigit(r) && !strings.ContainsRune(".:/", r) && !(r == '-' && stop > start && stop+1 < len(s) && isDigit(rune(s[stop+1]))) {
			break
		}
		stop += n
	}
	run := strings.TrimRight(s[start:stop], ".:/-")
	marks := strings.Count(run, ".") + strings.Count(run, "/") + strings.Count(run, ":")
	if marks >= 2 || strings.Contains(run, ":") || strings.Count(run, "-") >= 2 {
		return max(start+len(run), end+1)
	}
	if before := lastField(s[:start]); strings.Contains(before, "://") || strings.Contains(before, "www.") || strings.Contains(before, "@") {
		return max(stop, end+1)
	}
	return 0
}

// daysInFigures is the end of the date behind a dash: of 20–22.03.2023.
func (x *lexicon) daysInFigures(s string, end int) int {
	at, _, ok := x.other(s, end)
	if !ok {
		return 0
	}
	from := at
	for from > end && (isDigit(rune(s[from-1])) || s[from-1] == '.') {
		from--
	}
	return x.skipped(s, from, at)
}

func lastField(s string) string {
	return s[strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })+1:]
}

// named reports whether the digits are part of a name or an ordinal: «Внуково-2»,
// "G20", «5-й», "3rd", № 7, 第3.
func (x *lexicon) named(s string, start, end int) bool {
	last, n := lastRune(s[:start])
	if x.lang == briefing.ZH {
		if x.isNumbered(s, start) {
			return true
		}
		if last == '-' { // 歼-20; the long dash parts sentences
			if prev, _ := lastRune(s[:start-n]); letter(prev) {
				return true
			}
		}
		return latin(last)
	}
	if letter(last) {
		return true
	}
	if isDash(last) && last != '−' {
		if prev, _ := lastRune(s[:start-n]); letter(prev) {
			return true
		}
	}
	next, n := decode(s[end:])
	if isDash(next) {
		next, _ = decode(s[end+n:])
		if letter(next) {
			return true
		}
	}
	return x.isNumbered(s, start)
}

// isNumbered reports whether a word of what is numbered stands before the
// digits: № 7, ст. 12, 第3.
func (x *lexicon) isNumbered(s string, start int) bool {
	before := strings.TrimRightFunc(s[:start], isSpace)
	if x.lang == briefing.ZH {
		return slices.ContainsFunc(x.numbersZH, func(w string) bool { return strings.HasSuffix(before, w) })
	}
	if strings.HasSuffix(before, "№") {
		return true
	}
	before = tail(before, 40)
	w, ok := lastWord(before)
	return ok && strings.Trim(before[w.End:], ". №") == "" && x.numbered.wanted.one(w)
}

// joined reads the adjective that is made of a number: «20-процентный»,
// «5-кратный», "20-percent", "$5-billion"; false where there is none.
func (x *lexicon) joined(s string, q *Quantity) bool {
	dash, n := decode(s[q.End:])
	if x.lang == briefing.ZH || !isDash(dash) {
		return false
	}
	rest := s[q.End+n:]
	if next, _ := decode(rest); !letter(next) {
		return false
	}
	ts := near(rest)
	unit, m := x.joints.longest(ts)
	if m == 0 {
		return false
	}
	q.Base, q.Power = unit.Base, unit.Power
	q.End += n + ts[m-1].End
	x.currencyBefore(s, q)
	return true
}

// glued reports whether a letter goes on right behind a number that has no
// unit: 5G, 4К.
func (x *lexicon) glued(s string, end int) bool {
	next, _ := decode(s[end:])
	if x.lang == briefing.ZH {
		return latin(next)
	}
	return letter(next)
}

// nameEnd is the end of a number that names something: № 14-05/231.
func nameEnd(s string, end int) int {
	for end < len(s) && (isDigit(rune(s[end])) || end+1 < len(s) && strings.ContainsRune("-/.", rune(s[end])) && isDigit(rune(s[end+1]))) {
		end++
	}
	return end
}

func latin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// lastRune is the last sign of a text and its length.
func lastRune(s string) (rune, int) {
	if s == "" {
		return 0, 0
	}
	r, n := decodeLast(s)
	return r, n
}

// tail is the end of a text, cut between signs.
func tail(s string, bytes int) string {
	if len(s) <= bytes {
		return s
	}
	i := len(s) - bytes
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return s[i:]
}
