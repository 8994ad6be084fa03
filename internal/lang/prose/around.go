package prose

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
)

func decodeLast(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

// finish reads what stands around a number: the other end of a range, scale and
// unit, a currency before it, the word of precision.
func (x *lexicon) finish(s string, q *Quantity) {
	if end, high, ok := x.other(s, q.End); ok {
		q.High, q.End = briefing.Some(high), end
	}
	if x.lang == briefing.ZH {
		x.unitSigns(s, q)
	} else {
		x.unitWords(s, q)
		x.currencyBefore(s, q)
	}
	x.precision(s, q)
	if x.lang == briefing.ZH && q.Base == briefing.Times && !q.High.Valid {
		z := zhSayer{x, s}
		before := s[:q.From]
		if !z.behind("in", withoutSpaces(before)) && Turn(briefing.ZH, before, "") > 0 {
			q.Number, _ = q.Number.Add(briefing.Whole(1)) // 增长2倍 is three times as much
		}
	}
}

// other is the number behind a dash: 915–930.
func (x *lexicon) other(s string, end int) (int, briefing.Number, bool) {
	rest := strings.TrimLeftFunc(s[end:], isSpace)
	r, n := decode(rest)
	if !isDash(r) && !(x.lang == briefing.ZH && (r == '至' || r == '到')) {
		return 0, briefing.Number{}, false
	}
	rest = strings.TrimLeftFunc(rest[n:], isSpace)
	at := len(s) - len(rest)
	if rest == "" || !isDigit(rune(rest[0])) {
		return 0, briefing.Number{}, false
	}
	stop := x.numberEnd(s, at)
	number, ok := x.parse(s[at:stop])
	return stop, number, ok
}

// unitWords reads scale and unit behind a number.
func (x *lexicon) unitWords(s string, q *Quantity) {
	ts := near(s[q.End:])
	power, n := x.scales.longest(ts)
	unit, m := x.units.longest(ts[n:])
	// «5 т.» is a mass, «в 2022 г. т…» is not: a unit of one letter stands
	// directly behind its number.
	if n+m == 0 {
		return
	}
	q.Power, q.Base = power, unit
	q.End += ts[n+m-1].End
}

// near lists the tokens that follow directly: only spaces and the full stops of
// abbreviations stand between.
func near(rest string) []Word { return appendTokens(nil, tailless(rest, 80), true) }

// tailless is the beginning of a text, cut between signs.
func tailless(s string, bytes int) string {
	if len(s) <= bytes {
		return s
	}
	for bytes > 0 && s[bytes]&0xC0 == 0x80 {
		bytes--
	}
	return s[:bytes]
}

// unitSigns reads scale and unit behind a Chinese number: 28.35万吨, 20多万吨.
func (x *lexicon) unitSigns(s string, q *Quantity) {
	rest := strings.TrimLeft(s[q.End:], " ")
	loose := func() {
		for _, w := range []string{"多", "余"} {
			if r, ok := strings.CutPrefix(rest, w); ok {
				rest, q.Word = r, briefing.MoreThan
			}
		}
	}
	loose()
	power, n := longestSign(x.scales.list, rest)
	rest = rest[n:]
	loose()
	unit, m := longestSign(x.units.list, rest)
	if tenths, ok := strings.CutPrefix(rest, "成"); ok && n == 0 && m == 0 && (zhSayer{x, tenths}).prefix("apart", 0) == 0 && q.Number.Cmp(briefing.Whole(10)) < 0 {
		unit, power, m = "percent", 1, len("成") // 近3成
	}
	rest = rest[m:]
	if n+m > 0 {
		q.Power, q.Base, q.End = power, unit, len(s)-len(rest)
	}
	switch {
	case strings.HasPrefix(rest, "以上"):
		q.Word = briefing.MoreThan
	case strings.HasPrefix(rest, "左右"), strings.HasPrefix(rest, "上下"):
		q.Word = briefing.About
	}
}

// currencyBefore reads "US$" and "EUR" before a number.
func (x *lexicon) currencyBefore(s string, q *Quantity) {
	if q.Base != "" {
		return
	}
	before := tail(s[:q.Start], 12)
	var room [tokensBefore]Word
	ts, from := appendTokens(room[:0], before, false), q.Start-len(before)
	for n := min(2, len(ts)); n > 0; n-- {
		part := ts[len(ts)-n:]
		if strings.TrimFunc(s[from+part[n-1].End:q.Start], isSpace) != "" {
			continue
		}
		unit, m := x.units.longest(part)
		if _, money := unit.Currency(); m == n && money {
			q.Base, q.Start = unit, from+part[0].Start
			return
		}
	}
}

// precision reads the word before a quantity: «около», "more than", 约.
func (x *lexicon) precision(s string, q *Quantity) {
	before := strings.TrimRightFunc(s[:q.Start], isSpace)
	q.From = q.Start
	if x.lang == briefing.ZH {
		for _, e := range x.signs {
			if strings.HasSuffix(before, e.sign) {
				q.Word, q.From = e.value, len(before)-len(e.sign)
				return
			}
		}
		return
	}
	var room [tokensBefore]Word
	b := tokensOf(room[:0], before)
	if word, _ := x.linked(b); word != "" {
		q.Word = word
		return
	}
	if word, from := x.wordIn(b); word != "" {
		q.Word, q.From = word, from
	}
	if q.Word == "" {
		after := strings.ToLower(tailless(strings.TrimLeftFunc(s[q.End:], isSpace), 64))
		for _, w := range x.after {
			if strings.HasPrefix(after, w) {
				q.Word = briefing.MoreThan
			}
		}
	}
}

// tokensBefore is how many tokens mostly stand in what is looked at before a number.
const tokensBefore = 16

// before are the last tokens of a text, without the spaces behind them.
type before struct {
	text   string
	near   string // its last bytes
	from   int    // where they begin
	tokens []Word
}

func tokensOf(room []Word, s string) before {
	near := tail(s, 48)
	return before{s, near, len(s) - len(near), appendTokens(room, near, false)}
}

// wordLinked is the word of precision that a link parts from a number, and where
// it begins: «почти на 20 %», «более чем в 2 раза».
func (x *lexicon) wordLinked(s string, start int) (briefing.Precision, int) {
	var room [tokensBefore]Word
	if word, from := x.linked(tokensOf(room[:0], strings.TrimRightFunc(s[:start], isSpace))); word != "" {
		return word, from
	}
	return "", start
}

func (x *lexicon) linked(b before) (briefing.Precision, int) {
	n := len(b.tokens)
	if n == 0 || x.links.wanted.at(b.tokens[n-1:], 0) != 1 || b.near[b.tokens[n-1].End:] != "" {
		return "", 0
	}
	link := b.from + b.tokens[n-1].Start
	var room [tokensBefore]Word
	whole := strings.TrimRightFunc(b.text[:link], isSpace)
	return x.wordIn(tokensOf(room[:0], whole))
}

// wordBefore reads the word of precision that stands right before a quantity.
func (x *lexicon) wordBefore(s string, q *Quantity) {
	var room [tokensBefore]Word
	q.From = q.Start
	if word, from := x.wordIn(tokensOf(room[:0], strings.TrimRightFunc(s[:q.Start], isSpace))); word != "" {
		q.Word, q.From = word, from
	}
}

// wordIn is the word of precision at the end of a text, and where it begins.
func (x *lexicon) wordIn(b before) (word briefing.Precision, from int) {
	words := b.tokens
	if len(words) == 0 || strings.Trim(b.near[words[len(words)-1].End:], " .\u00a0") != "" {
		return "", 0
	}
	var may [3]uint32 // lists with phrases that begin so many words from the end
	for n := 1; n <= len(may) && n <= len(words); n++ {
		may[n-1] = x.precise.of(words[len(words)-n].Text)
	}
	longest := 0 // «не менее чем» is not «менее чем»
	for i, p := range precisions {
		for n := longest + 1; n <= len(may) && n <= len(words); n++ {
			if may[n-1]&(1<<i) != 0 && x.words[p].wanted.at(words[len(words)-n:], 0) == n {
				word, from = p, b.from+words[len(words)-n].Start
				longest = n
			}
		}
	}
	return word, from
}

// aDate reports whether a bare number is a year, a day of a month, or counts
// time: what stands behind it, or before it, says so.
func (x *lexicon) aDate(s string, q Quantity) bool {
	if q.Base != "" || q.Power != 0 {
		return false
	}
	if x.lang == briefing.ZH {
		rest := strings.TrimLeft(s[q.End:], " ")
		for _, w := range x.datedZH {
			if strings.HasPrefix(rest, w) {
				return true
			}
		}
		// 1至10月, 12日和13日: the other end has the sign
		r, n := decode(rest)
		if strings.ContainsRune("至、和到与及—–-", r) {
			rest = strings.TrimLeft(strings.TrimLeft(rest[n:], "前第 "), "0123456789")
			for _, w := range x.datedZH {
				if strings.HasPrefix(rest, w) {
					return true
				}
			}
		}
		return aYear(q)
	}
	if _, _, ok := x.day(s, q); ok {
		return true
	}
	if rest := near(s[q.End:]); len(rest) > 0 && x.dated.wanted.at(rest, 0) > 0 {
		return true
	}
	return aYear(q)
}

// aYear reports whether a number without a unit can only be a year.
func aYear(q Quantity) bool {
	year := func(n briefing.Number) bool {
		whole, _, ok := n.Int64(0)
		return ok && n.Scale() == 0 && whole >= 1800 && whole <= 2199
	}
	return year(q.Number) && (!q.High.Valid || year(q.High.Decimal) || q.High.Decimal.Cmp(briefing.Whole(99)) <= 0)
}

// PrecisionAt is the word of precision that stands before a byte of the text,
// where a number begins; empty when there is none.
func PrecisionAt(l briefing.Lang, s string, at int) briefing.Precision {
	word, _ := PrecisionBefore(l, s, at)
	return word
}
