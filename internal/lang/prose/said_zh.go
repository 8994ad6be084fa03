package prose

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// zhSayer reads a Chinese text sign by sign.
type zhSayer struct {
	x    *lexicon
	text string
}

// saidZH lists what a Chinese text tells in words: 增长近一倍, 三成, 过半,
// 三分之一, 三百家企业, 数十万吨.
func (x *lexicon) saidZH(text string) []Said {
	z := zhSayer{x, text}
	out := fractions(x, text)
	for at := 0; at < len(text); {
		r, size := decode(text[at:])
		if r < 0x80 || !x.said.first.has(r) { // no number in words begins with a sign of ASCII
			at += size
			continue
		}
		if n := z.prefix("not", at); n > 0 {
			at += n
			continue
		}
		q, end := z.read(at)
		if q.Kind != "" {
			out = append(out, q)
		}
		if end > at {
			at = end
			continue
		}
		at += size
	}
	return out
}

// prefix is the length of the longest sign of a list that the text has at a byte.
func (z zhSayer) prefix(list string, at int) int {
	longest := 0
	for _, s := range z.x.said.signs[list] {
		if len(s) > longest && strings.HasPrefix(z.text[at:], s) {
			longest = len(s)
		}
	}
	return longest
}

// behind reports whether a sign of a list stands right before a byte.
func (z zhSayer) behind(list string, at int) bool {
	for _, s := range z.x.said.signs[list] {
		if strings.HasSuffix(z.text[:at], s) {
			return true
		}
	}
	return false
}

// read reads the number in words that begins at a byte; end is where to go on.
func (z zhSayer) read(at int) (Said, int) {
	for _, way := range [...]struct {
		turn int
		list *valued
	}{{1, z.x.said.rise}, {-1, z.x.said.fall}} {
		if v, n := longestSign(way.list.signs, z.text[at:]); n > 0 {
			return z.finish(Said{Kind: SaidChange, Turn: way.turn, Quantity: Quantity{Number: v, Base: briefing.Times, Start: at, End: at + n}})
		}
	}
	if v, n := longestSign(z.x.said.part.signs, z.text[at:]); n > 0 {
		q := Said{Kind: SaidShare, Quantity: Quantity{Number: v, Base: "percent", Start: at, End: at + n}}
		if strings.HasPrefix(z.text[at:], "过") {
			q.Word = briefing.MoreThan
		}
		return z.finish(q)
	}
	if z.behind("ordinal", at) {
		_, end := z.numeral(at)
		return Said{}, end
	}
	if q, end := z.vague(at); end > at {
		return q, end
	}
	v, end := z.numeral(at)
	if end == at {
		return Said{}, at
	}
	return z.counted(at, end, v)
}

// counted reads what stands behind a numeral.
func (z zhSayer) counted(at, end int, v briefing.Number) (Said, int) {
	q := Said{Kind: SaidShare, Quantity: Quantity{Number: v, Base: "percent", Start: at, End: end}}
	rest := z.text[end:]
	switch {
	case strings.HasPrefix(rest, "分之"):
		w, stop := z.numeral(end + len("分之"))
		part, err := w.Quo(v)
		if stop == end+len("分之") || err != nil {
			return Said{}, end
		}
		q.Number, _ = part.Mul(briefing.Whole(100))
		q.Number = q.Number.Round(7).Trim(0)
		q.End, q.Full = stop, v.Cmp(briefing.Whole(100)) == 0
		return z.finish(q)
	case strings.HasPrefix(rest, "成") && v.Cmp(briefing.Whole(10)) < 0 && z.prefix("apart", end+len("成")) == 0:
		q.Number, _ = v.Mul(briefing.Whole(10))
		if q.End += len("成"); z.prefix("half", q.End) > 0 {
			q.Number, _ = q.Number.Add(briefing.Whole(5))
			q.End += z.prefix("half", q.End)
		}
		return z.finish(q)
	case strings.HasPrefix(rest, "倍"):
		q.Kind, q.Base, q.End = SaidChange, briefing.Times, end+len("倍")
		if z.prefix("half", q.End) > 0 {
			q.Number, _ = v.Add(briefing.Num("0.5"))
			q.End += z.prefix("half", q.End)
		}
		return z.finish(q)
	}
	q.Kind, q.Base, q.Full = SaidAmount, "", true
	z.x.unitSigns(z.text, &q.Quantity)
	if z.prefix("time", end) > 0 || z.prefix("time", end+z.prefix("more", end)) > 0 || timeUnit(q.Base) || q.Base == "percent" || endsInDigit(z.text[:at]) {
		return Said{}, q.End
	}
	if v.Cmp(briefing.Whole(11)) < 0 && (q.Power == 0 && (q.Base == "" || counts(q.Base))) {
		return Said{}, end // 两项协议
	}
	return z.finish(q)
}

// finish reads the words of precision and which way a change goes. 增长两倍 is
// three times as much, 增至两倍 is twice.
func (z zhSayer) finish(q Said) (Said, int) {
	word := q.Word
	z.x.precision(z.text, &q.Quantity)
	if q.Word == "" {
		q.Word = word
	}
	end := q.End
	if n := z.prefix("more", end); n > 0 {
		q.Word, end = briefing.MoreThan, end+n
	} else if n := z.prefix("about", end); n > 0 {
		q.Word, end = briefing.About, end+n
	}
	before := z.text[:q.From]
	switch {
	case q.Kind == SaidAmount || q.Turn != 0:
	case q.Base == briefing.Times && z.behind("in", withoutSpaces(before)):
		q.Turn = 1
	default:
		if q.Turn = Turn(briefing.ZH, before, ""); q.Turn != 0 {
			q.Kind = SaidChange
		}
		if q.Base == briefing.Times && q.Turn > 0 {
			q.Number, _ = q.Number.Add(briefing.Whole(1))
		}
	}
	return q, end
}

// withoutSpaces is where a text ends without spaces.
func withoutSpaces(s string) int { return len(strings.TrimRight(s, " ")) }

// vague reads 数十万吨 and 几百家: before a scale or a unit.
func (z zhSayer) vague(at int) (Said, int) {
	n := z.prefix("vague", at)
	if n == 0 {
		return Said{}, at
	}
	low, m := longestSign(z.x.said.one.signs, z.text[at+n:])
	if m == 0 {
		return Said{}, at
	}
	q := Said{Kind: SaidAmount, Quantity: Quantity{Number: low, Start: at, From: at, End: at + n + m}}
	end := q.End
	z.x.unitSigns(z.text, &q.Quantity)
	if z.prefix("time", end) > 0 || timeUnit(q.Base) || q.Power == 0 && (q.Base == "" || counts(q.Base)) && low.Cmp(briefing.Whole(10_000)) < 0 {
		return Said{}, end
	}
	ten, err := low.Mul(briefing.Whole(10))
	if err != nil {
		return Said{}, end
	}
	q.High, q.Word = briefing.Some(ten), vagueWord(low)
	return q, q.End
}

// numeral reads 三百二十, 十二, 两亿五千万, 一点五; end is at where there is none,
// and 二〇二三, digit by digit, is none: it is a year or a number of something.
func (z zhSayer) numeral(at int) (sum briefing.Number, end int) {
	var section, digit int64 // section: below 万
	var total, large int64
	has, plain, scaled, last, twice := false, 0, false, false, false
	end = at
loop:
	for end < len(z.text) {
		if v, n := longestSign(z.x.said.numeral.signs, z.text[end:]); n > 0 {
			twice = twice || last // 二〇二三, 十四五
			digit, _, _ = v.Int64(0)
			end, has, last = end+n, true, !v.IsZero()
			plain++
			continue
		}
		v, n := longestSign(z.x.said.one.signs, z.text[end:])
		if n == 0 || !has && strings.HasPrefix(z.text[end+n:], "分之") && v.Cmp(briefing.Whole(100)) != 0 {
			break loop
		}
		unit, _, _ := v.Int64(0)
		switch {
		case unit < 10_000:
			if digit == 0 {
				digit = 1
			}
			section += digit * unit
		case section+digit == 0 && total == 0: // 万 by itself is no number
			break loop
		case total > 0 && unit < large: // 两亿五千万
			total, section = total+(section+digit)*unit, 0
		default:
			total, section, large = (total+section+digit)*unit, 0, unit
		}
		digit, last = 0, false
		end, has, scaled = end+n, true, true
	}
	switch {
	case !has:
		return sum, at
	case twice || plain > 1 && !scaled:
		return sum, end
	}
	sum, _ = briefing.ParseNumber(strconv.FormatInt(total+section+digit, 10))
	if n := z.prefix("and", end); n > 0 { // 一点五
		if v, m := longestSign(z.x.said.numeral.signs, z.text[end+n:]); m > 0 {
			part, err := v.Quo(briefing.Whole(10))
			if err == nil {
				sum, _ = sum.Add(part)
				end += n + m
			}
		}
	}
	return sum, end
}
