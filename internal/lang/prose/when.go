package prose

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// When is a time in which a text says something was: «в 2024 году», «за
// январь–сентябрь 2025 года», "in 2024", 2024年.
type When struct {
	Period     briefing.Period
	Start, End int // bytes of the text
}

// Whens lists the times of whole months that a text in the language gives as the
// time of what it tells. A time that something is compared with, «чем в 2024
// году», is none, nor is a day.
func Whens(l briefing.Lang, s string) []When {
	if !digitsIn(s, 4) { // of a year
		return nil
	}
	x := lexiconOf(l)
	var out []When
	for pos := 0; pos < len(s); {
		at := x.during.FindStringSubmatchIndex(s[pos:])
		if at == nil {
			break
		}
		for i := range at {
			at[i] += pos
		}
		from, end := at[2], at[3]
		pos = end
		before := strings.TrimRightFunc(s[:at[0]], func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
		if x.beside(before) || x.lang == briefing.ZH && dayBehind(s[end:]) {
			continue
		}
		text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s[from:end])
		p, err := lang.ParsePeriod(l, text)
		if err != nil {
			p, err = x.spelled(text)
		}
		if _, whole := p.Months(); err == nil && whole {
			out = append(out, When{p, at[0], at[1]})
		} else if err != nil { // «во Вьетнам в 2024 году»: the time may begin later
			pos = from
		}
	}
	return out
}

// spelled reads a time whose months stand in another case or in words: «январе–
// сентябре 2025 года», «девять месяцев 2026 года», "nine months of 2026".
func (x *lexicon) spelled(s string) (briefing.Period, error) {
	r := sayer{x: x, text: s, words: Read(s).List}
	year, first, last, months := "", 0, 0, 0
	for i, w := range r.words {
		if len(w.Text) == 4 && isDigit(rune(w.Text[0])) {
			year = w.Text
		} else if m := x.monthOf(w); m > 0 {
			if last = m; first == 0 {
				first = m
			}
		} else if v, n := x.said.numeral.at(&r, i); n > 0 {
			whole, _, _ := v.Int64(0)
			months = int(whole)
		}
	}
	switch {
	case first > 0 && months == 0 && first <= last:
	case first == 0 && months > 0 && months <= 12 && x.countsMonths(s):
		first, last = 1, months
	default:
		return briefing.Period{}, &briefing.Error{Code: briefing.CodeBadPeriod, Op: "read the months of a text", Path: s}
	}
	return briefing.ParsePeriod(fmt.Sprintf("%s-%02d..%s-%02d", year, first, year, last))
}

// countsMonths reports whether a text has the word for months.
func (x *lexicon) countsMonths(s string) bool {
	return NewVocabulary(x.lang, strings.ReplaceAll(lang.T(x.lang, "typed.months"), " ", "|")).In(Read(s))
}

// YearBeside is the one year that a text sets another against: «по сравнению с
// 2023 годом», "compared with 2023", 比2023年.
func YearBeside(l briefing.Lang, s string) (year int, ok bool) {
	if !digitsIn(s, 4) {
		return 0, false
	}
	x := lexiconOf(l)
	found := x.against.FindAllString(s, -1)
	if len(found) != 1 {
		return 0, false
	}
	if words := Read(found[0]).List; l != briefing.ZH && (len(words) == 0 || x.origin.wanted.at(words, 0) > 0) {
		return 0, false // «соглашение от 2023 года»
	}
	i := strings.IndexFunc(found[0], isDigit)
	return fourDigits(found[0][i:])
}

// TurnOf is the way that the words around a quantity of a text say it goes, its
// word of precision passed over: «вырос более чем в 1,5 раза».
func TurnOf(l briefing.Lang, s string, q Quantity) int {
	from := q.From
	if word, at := lexiconOf(l).wordLinked(s, q.Start); word != "" {
		from = at
	}
	before := s[:from]
	if turn := Turn(l, before, s[q.End:]); turn != 0 {
		return turn
	}
	for _, w := range slices.Backward(Whens(l, before)) { // «вырос в 2025 году на 12,3 %»
		before = before[:w.Start] + " " + before[w.End:]
	}
	return Turn(l, before, s[q.End:])
}

// PrecisionBefore is the word of precision that stands before a byte of the text,
// where a number begins, and where it begins itself.
func PrecisionBefore(l briefing.Lang, s string, at int) (word briefing.Precision, from int) {
	q := Quantity{Start: at, End: at}
	lexiconOf(l).precision(Unbound(s[:at]), &q)
	return q.Word, q.From
}

// beside reports whether the words before a time make it one that is compared
// with.
func (x *lexicon) beside(before string) bool {
	if x.lang == briefing.ZH {
		return slices.ContainsFunc(x.besideZH, func(w string) bool { return strings.HasSuffix(before, w) })
	}
	words := Read(tail(before, 48)).List
	for n := 1; n <= min(3, len(words)); n++ {
		if x.besides.wanted.at(words[len(words)-n:], 0) == n {
			return true
		}
	}
	return false
}

// dayBehind reports whether the text goes on with the day of a month.
func dayBehind(rest string) bool {
	i := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	return i > 0 && (strings.HasPrefix(rest[i:], "日") || strings.HasPrefix(rest[i:], "号"))
}

// Clause is the part of a text around a place that no comma, semicolon, colon or
// bracket divides; commas in numbers and thousands don't.
func Clause(s string, start, end int) (from, to int) {
	to = len(s)
	for i, r := range s {
		n := 1
		switch r {
		case ';', '(', ')':
		case ':', ',':
			if i+1 < len(s) && isDigit(rune(s[i+1])) {
				continue
			}
		case '，', '；', '：', '（', '）', '。':
			n = len("，")
		default:
			continue
		}
		switch {
		case i+n <= start:
			from = i + n
		case i >= end:
			return from, i
		}
	}
	return from, to
}

// Impossible lists what is written as a day that no calendar has: «31 июня»,
// 30.02.2026. English months before a number may belong to other words.
func Impossible(l briefing.Lang, s string) []Day {
	var out []Day
	lexiconOf(l).eachDay(s, func(d Day, end int) int {
		next, _ := decode(strings.TrimLeftFunc(s[max(end, d.End):], isSpace))
		loose := l == briefing.EN && d.End == end && letter(next)
		if !loose && d.Month >= 1 && d.Month <= 12 && d.Day >= 29 && d.Day <= 31 && !real(d) {
			out = append(out, d)
		}
		return d.End
	})
	return out
}
