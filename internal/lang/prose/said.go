package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// SaidKind is what a number in words tells of.
type SaidKind string

// Kinds of numbers in words.
const (
	SaidChange SaidKind = "change" // «вдвое», "by a third", 增长三成
	SaidShare  SaidKind = "share"  // «треть экспорта», "one in five", 过半
	SaidAmount SaidKind = "amount" // «полмиллиарда долларов», "three hundred companies"
)

// Said is a number of data that a text tells in words. Of a change the number is
// a manifold (unit Times) or a per cent of the level before it; of a share, a per
// cent. A vague one («десятки тысяч») is a range and its word is TensOf or
// HundredsOf. Small counts, parts of time and of a day, names and ordinals are
// no such numbers.
type Said struct {
	Quantity
	Kind SaidKind
	Turn int  // of a change: 1 up, −1 down, 0 where the words don't say
	Full bool // told to its last digit, «двадцать пять процентов», not round
}

// InWords lists the numbers of a text in the language that are told in words, in
// their order. Figures that the text is bound to are not among them.
func InWords(l briefing.Lang, s string) []Said {
	return InWordsOf(l, Read(Unbound(s)))
}

// InWordsOf is the same of a text that was taken apart, without the figures it is
// bound to.
func InWordsOf(l briefing.Lang, w Words) []Said {
	x, text := lexiconOf(l), w.Source
	if l == briefing.ZH {
		return x.saidZH(text)
	}
	r := sayer{x: x, text: text, words: w.List}
	for i := 0; i < len(r.words); {
		if x.said.begin.of(r.words[i].Text) == 0 { // as of most words
			i++
			continue
		}
		if n := x.said.not.at(r.words, i); n > 0 {
			i += n
			continue
		}
		n := 1
		for _, read := range []func(int) (Said, int){r.manifold, r.part, r.vague, r.amount} {
			if q, taken := read(i); taken > 0 {
				if q.Kind != "" {
					r.out = append(r.out, q)
				}
				n = taken
				break
			}
		}
		i += n
	}
	return append(r.out, fractions(x, text)...)
}

// sayer reads a text word by word.
type sayer struct {
	x     *lexicon
	text  string
	words []Word
	out   []Said
}

// follows reports whether word i stands right behind the one before it.
func (r *sayer) follows(i int) bool {
	if i == 0 || i >= len(r.words) {
		return false
	}
	gap := r.text[r.words[i-1].End:r.words[i].Start]
	return strings.Trim(gap, " -‑\u00a0\u202f\u2009\n") == ""
}

// next reports whether something of the list stands right behind word i−1.
func (r *sayer) next(list index, i int) bool { return r.follows(i) && list.at(r.words, i) > 0 }

// timely reports whether what follows makes a time of the number: «сто лет»,
// «двадцать первого марта», «половина пятого».
func (r *sayer) timely(i int) bool { return r.next(r.x.said.time, i) || r.next(r.x.said.ordinal, i) }

// begin is a number told by n words from i.
func (r *sayer) begin(i, n int, v briefing.Number, k SaidKind) Said {
	return Said{Kind: k, Quantity: Quantity{Number: v, Start: r.words[i].Start, End: r.words[i+n-1].End}}
}

// around reads the word of precision before the number and, of a change, which
// way it goes.
func (r *sayer) around(q *Said) {
	r.x.precision(r.text, &q.Quantity)
	if q.Kind != SaidChange || q.Turn != 0 {
		return
	}
	from := q.From
	if word, at := r.x.wordLinked(r.text, q.Start); word != "" {
		from = at
	}
	before, after := r.text[:from], r.text[q.End:]
	if q.Turn = Turn(r.x.lang, before, after); q.Turn == 0 {
		q.Turn = r.x.turnAfter(after)
	}
}

// manifold reads «вдвое», «в полтора раза», "doubled", "threefold".
func (r *sayer) manifold(i int) (Said, int) {
	for turn, list := range []*valued{r.x.said.fall, r.x.said.times, r.x.said.rise} {
		if v, n := list.at(r, i); n > 0 && !r.timely(i+n) {
			q := r.begin(i, n, v, SaidChange)
			q.Base, q.Turn = briefing.Times, turn-1
			r.around(&q)
			return q, n
		}
	}
	if v, n := r.x.said.bypart.at(r, i); n > 0 { // «наполовину»
		q := r.begin(i, n, v, SaidChange)
		q.Base = "percent"
		r.around(&q)
		return q, n
	}
	return Said{}, 0
}

// part reads «треть», «каждая пятая», "by a third", "two-thirds of"; before a
// scale it is an amount: «четверть миллиарда».
func (r *sayer) part(i int) (Said, int) {
	v, n := r.x.said.part.at(r, i)
	if n == 0 {
		if v, n = r.x.said.maybe.at(r, i); n == 0 || !r.next(r.x.said.of, i+n) && !r.changes(i) {
			return Said{}, 0
		}
	}
	if r.timely(i + n) {
		return Said{}, n
	}
	q := r.begin(i, n, v, SaidShare)
	if r.x.unitWords(r.text, &q.Quantity); q.Power > 0 {
		q.Kind = SaidAmount
		q.Number, _ = v.Quo(briefing.Whole(100))
		r.around(&q)
		return q, r.upTo(i, q.End)
	}
	q.Base, q.End = "percent", r.words[i+n-1].End
	if r.changes(i) {
		q.Kind = SaidChange
	}
	if r.next(r.x.said.more, i+n) {
		q.Kind = SaidChange
	}
	r.around(&q)
	return q, n
}

// changes reports whether a word before the number makes a change of it:
// «на треть», «на почти треть», "by a third".
func (r *sayer) changes(i int) bool {
	q := Quantity{Start: r.words[i].Start, End: r.words[i].End}
	r.x.wordBefore(r.text, &q)
	if q.Word == "" {
		q.From = q.Start
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if r.words[j].End <= q.From {
			return r.x.said.by.at(r.words[j:j+1], 0) == 1 && strings.TrimSpace(r.text[r.words[j].End:q.From]) == ""
		}
	}
	return false
}

// vague reads «десятки тысяч», "hundreds of millions": before a scale or a unit.
func (r *sayer) vague(i int) (Said, int) {
	v, n := r.x.said.vague.at(r, i)
	if n == 0 {
		return Said{}, 0
	}
	q := r.begin(i, n, v, SaidAmount)
	end := q.End
	r.scale(&q.Quantity)
	if q.End == end || timeUnit(q.Base) || q.Power == 0 && counts(q.Base) || r.timely(i+n) {
		return Said{}, n
	}
	ten, _ := v.Mul(briefing.Whole(10))
	q.High = briefing.Some(ten)
	q.Word, q.From = vagueWord(v), q.Start
	return q, r.upTo(i, q.End)
}

func vagueWord(v briefing.Number) briefing.Precision {
	if v.Cmp(briefing.Whole(100)) < 0 {
		return briefing.TensOf
	}
	return briefing.HundredsOf
}

// amount reads numerals with what they count: «три миллиарда», «двадцать пять
// процентов», «в пять раз», "two and a half times".
func (r *sayer) amount(i int) (Said, int) {
	v, n := r.numerals(i)
	one := n == 0
	if one {
		if v, n = r.x.said.one.at(r, i); n == 0 || i > 0 && endsInDigit(r.text[:r.words[i].Start]) {
			return Said{}, 0
		}
	}
	last := i + n
	article := !one && n == 1 && r.x.said.article.at(r.words[i:i+1], 0) == 1
	if r.timely(last) || !one && r.next(r.x.said.apart, last) {
		return Said{}, n
	}
	q := r.begin(i, n, v, SaidAmount)
	r.scale(&q.Quantity)
	if one { // the scale is the number
		q = r.begin(i, n, v, SaidAmount)
		r.x.unitWords(r.text, &q.Quantity)
		if r.goOn(i, &q.Quantity); q.Number.Cmp(v) != 0 {
			q.Full = true
		}
		if r.around(&q); q.Base == "" && q.Word == "" || timeUnit(q.Base) {
			return Said{}, n
		}
		return q, r.upTo(i, q.End)
	}
	q.Full = true
	if q.Power > 0 {
		r.goOn(i, &q.Quantity)
	}
	switch {
	case timeUnit(q.Base) || r.timely(r.upTo(i, q.End)+i):
		return Said{}, n
	case article && q.Power == 0:
		return Said{}, 0
	case q.Base == briefing.Times:
		in := i > 0 && r.x.said.in.at(r.words[i-1:i], 0) == 1 && r.follows(i)
		if r.x.said.mustIn && !in || r.next(r.x.said.each, i+r.upTo(i, q.End)) {
			return Said{}, n
		}
		q.Kind = SaidChange
		if r.x.said.mustIn {
			q.Start = r.words[i-1].Start
		}
	case q.Base == "percent" || q.Base == "pp":
		q.Kind = SaidShare
		if r.changes(i) || Turn(r.x.lang, r.text[:q.Start], r.text[q.End:]) != 0 || r.x.turnAfter(r.text[q.End:]) != 0 {
			q.Kind = SaidChange
		}
	case q.Power == 0 && (q.Base == "" || counts(q.Base)) && v.IsInt() && v.Cmp(briefing.Whole(11)) < 0:
		return Said{}, n // two agreements
	}
	r.around(&q)
	return q, r.upTo(i, q.End)
}

// scale reads scale and unit behind a number; "thousands of tonnes" has them
// apart.
func (r *sayer) scale(q *Quantity) {
	r.x.unitWords(r.text, q)
	if q.Power == 0 || q.Base != "" {
		return
	}
	rest := r.text[q.End:]
	ts := near(rest)
	if len(ts) == 0 || r.x.said.link.at(ts[:1], 0) != 1 {
		return
	}
	if unit, n := r.x.units.longest(ts[1:]); n > 0 {
		q.Base, q.End = unit, q.End+ts[n].End
	}
}

// upTo is how many words from i on end before a byte.
func (r *sayer) upTo(i, end int) int {
	n := 0
	for i+n < len(r.words) && r.words[i+n].Start < end {
		n++
	}
	return n
}

// numerals reads the numerals from word i on: «сто двадцать пять», "three
// hundred and five", «два с половиной».
func (r *sayer) numerals(i int) (sum briefing.Number, n int) {
	least := briefing.Whole(1000)
	for {
		at := i + n
		if n > 0 {
			if !r.follows(at) {
				break
			}
			if and := r.x.said.and.at(r.words, at); and > 0 && r.follows(at+and) {
				at += and
			}
		}
		v, m := r.x.said.numeral.at(r, at)
		hundred := m > 0 && n > 0 && v.Cmp(briefing.Whole(100)) == 0 && sum.Cmp(briefing.Whole(10)) < 0
		switch {
		case m == 0:
		case hundred: // three hundred
			sum, _ = sum.Mul(v)
		case v.Cmp(least) < 0 && (n == 0 || fits(sum, v)):
			sum, _ = sum.Add(v)
		default:
			m = 0
		}
		if m == 0 {
			break
		}
		least, n = v, at+m-i
		if hundred {
			least = briefing.Whole(100)
		}
	}
	if n > 0 && sum.IsInt() && r.follows(i+n) {
		if m := r.x.said.half.at(r.words, i+n); m > 0 {
			sum, _ = sum.Add(briefing.Num("0.5"))
			n += m
		}
	}
	return sum, n
}

// fits reports whether a numeral goes on another: twenty-five, not ten-five.
func fits(sum, v briefing.Number) bool {
	whole, _, ok := sum.Int64(0)
	add, _, ok2 := v.Int64(0)
	switch {
	case !ok || !ok2 || !v.IsInt():
		return false
	case add < 10:
		return whole%10 == 0 && whole%100 != 10
	}
	return whole%100 == 0
}

func timeUnit(u briefing.Unit) bool { return u == "hour" || u == "day" }

// counts reports whether a unit counts what people count in words without
// meaning data: five people, two containers.
func counts(u briefing.Unit) bool {
	return slices.Contains([]briefing.Unit{"pcs", "item", "person", "container", "head"}, u)
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, isSpace))
	return isDigit(r) || r >= '０' && r <= '９'
}

// turnAfter is the way that the first word behind a change says it goes:
// «двукратный рост».
func (x *lexicon) turnAfter(after string) int {
	w, ok := firstWord(after)
	if !ok || strings.TrimSpace(after[:w.Start]) != "" {
		return 0
	}
	switch {
	case x.said.up.wanted.one(w):
		return 1
	case x.said.down.wanted.one(w):
		return -1
	}
	return 0
}
