package prose

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"briefing/internal/briefing"
)

// Day is a day that a text names. Year is 0 where the text gives none.
type Day struct {
	Year, Month, Day int
	Start, End       int // bytes of the text
}

// Days lists the days that a text in the language names: «20 марта 2023 г.»,
// 20.03.2023, "20 March", "March 20, 2023", 2023年3月20日. Of «20–22 марта» it is
// the last.
func Days(l briefing.Lang, s string) []Day {
	if digitFrom(s, 0) < 0 {
		return nil
	}
	var out []Day
	lexiconOf(l).eachDay(s, func(d Day, _ int) int {
		if !real(d) {
			return 0
		}
		out = append(out, d)
		return d.End
	})
	return out
}

// eachDay hands over what is written at each number of a text as a day, also as one
// that no calendar has, and where the number ends; the answer is from where to look
// on, at least from that end.
func (x *lexicon) eachDay(s string, do func(d Day, end int) (next int)) {
	for at := 0; at < len(s); {
		start := digitFrom(s, at)
		if start < 0 {
			return
		}
		end := start
		for end < len(s) && isDigit(rune(s[end])) {
			end++
		}
		at = end
		if d, ok := x.dayAt(s, start, end); ok {
			at = max(end, do(d, end))
		}
	}
}

func real(d Day) bool {
	year := d.Year
	if year == 0 {
		year = 2000 // a leap year: the 29th of February may be meant
	}
	t := time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && t.Day() == d.Day
}

func (x *lexicon) dayAt(s string, start, end int) (Day, bool) {
	if x.lang == briefing.ZH {
		return chineseDay(s, start, end)
	}
	if d, ok := figures(s, start, end); ok {
		return d, true
	}
	n, err := strconv.Atoi(s[start:end])
	if err != nil || n > 31 {
		return Day{}, false
	}
	month, stop, ok := x.month(s, start, end)
	if !ok {
		return Day{}, false
	}
	d := Day{Month: month, Day: n, Start: start, End: stop}
	rest := strings.TrimLeftFunc(strings.TrimPrefix(strings.TrimLeftFunc(s[stop:], isSpace), ","), isSpace)
	if y, ok := fourDigits(rest); ok {
		d.Year, d.End = y, len(s)-len(rest)+4
	}
	return d, true
}

// figures reads 20.03.2023 and 2023-03-20.
func figures(s string, start, end int) (Day, bool) {
	rest := s[start:]
	part := func(sep byte) (int, bool) {
		i := 0
		for i < len(rest) && isDigit(rune(rest[i])) {
			i++
		}
		n, err := strconv.Atoi(rest[:i])
		if err != nil || sep != 0 && (i >= len(rest) || rest[i] != sep) {
			return 0, false
		}
		if rest = rest[i:]; sep != 0 {
			rest = rest[1:]
		}
		return n, true
	}
	read := func(sep byte) (a, b, c int, ok bool) {
		rest = s[start:]
		var okA, okB, okC bool
		a, okA = part(sep)
		b, okB = part(sep)
		c, okC = part(0)
		return a, b, c, okA && okB && okC
	}
	if end-start <= 2 {
		if d, m, y, ok := read('.'); ok && y >= 1000 {
			return Day{y, m, d, start, len(s) - len(rest)}, true
		}
	} else if y, m, d, ok := read('-'); ok && end-start == 4 {
		return Day{y, m, d, start, len(s) - len(rest)}, true
	}
	return Day{}, false
}

// month reads the month that goes with a day: behind it or, in English, before.
func (x *lexicon) month(s string, start, end int) (month, stop int, ok bool) {
	rest := s[end:]
	if x.lang == briefing.EN {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			if r, ok := strings.CutPrefix(rest, suffix); ok {
				rest = strings.TrimPrefix(r, " of")
				break
			}
		}
	}
	skip := len(s) - len(rest)
	if w, ok := firstWord(tailless(rest, 40)); ok && strings.TrimFunc(rest[:w.Start], isSpace) == "" {
		if m := x.monthOf(w); m > 0 {
			return m, skip + w.End, true
		}
	}
	if x.lang == briefing.EN {
		before := tail(s[:start], 20)
		if w, ok := lastWord(before); ok && strings.Trim(before[w.End:], " .\u00a0") == "" {
			if m := x.monthOf(w); m > 0 {
				return m, end, true
			}
		}
	}
	return 0, 0, false
}

// monthOf is the month that a word names, 0 where it names none.
func (x *lexicon) monthOf(w Word) int {
	may := x.monthly.of(w.Text)
	for i := range x.months {
		if may&(1<<i) != 0 && x.months[i].wanted.one(w) {
			return i + 1
		}
	}
	return 0
}

// day reports whether a number is the day of a month, alone or in a list: «12 и
// 13 января».
func (x *lexicon) day(s string, q Quantity) (month, stop int, ok bool) {
	if m, stop, ok := x.month(s, q.Start, q.End); ok {
		return m, stop, true
	}
	rest := strings.TrimLeftFunc(s[q.End:], isSpace)
	for _, and := range []string{",", "и ", "или ", "and ", "or ", "to ", "по "} {
		if r, ok := strings.CutPrefix(rest, and); ok {
			r = strings.TrimLeftFunc(r, isSpace)
			at := len(s) - len(r)
			end := at
			for end < len(s) && isDigit(rune(s[end])) {
				end++
			}
			if end > at && end-at <= 2 {
				return x.month(s, at, end)
			}
		}
	}
	return 0, 0, false
}

// digitsIn reports whether so many digits stand together in a text.
func digitsIn(s string, n int) bool {
	run := 0
	for i := range len(s) {
		if run++; s[i] < '0' || s[i] > '9' {
			run = 0
		}
		if run == n {
			return true
		}
	}
	return false
}

func fourDigits(s string) (int, bool) {
	if len(s) < 4 || len(s) > 4 && unicode.IsDigit(rune(s[4])) {
		return 0, false
	}
	n, err := strconv.Atoi(s[:4])
	return n, err == nil && n >= 1000
}

// chineseDay reads 2023年3月20日 and 3月20日 from its first number.
func chineseDay(s string, start, end int) (Day, bool) {
	d := Day{Start: start}
	rest := s[start:]
	number := func(sign string) (int, bool) {
		i := 0
		for i < len(rest) && isDigit(rune(rest[i])) {
			i++
		}
		n, err := strconv.Atoi(rest[:i])
		r, ok := strings.CutPrefix(rest[i:], sign)
		if err != nil || !ok {
			return 0, false
		}
		rest = r
		return n, true
	}
	var ok bool
	if end-start == 4 {
		if d.Year, ok = number("年"); !ok {
			return d, false
		}
	}
	if d.Month, ok = number("月"); !ok {
		return d, false
	}
	if d.Day, ok = number("日"); !ok {
		if d.Day, ok = number("号"); !ok {
			return d, false
		}
	}
	d.End = len(s) - len(rest)
	return d, true
}

// Weekday is a day of the week that a text names; Monday is 1, Sunday 7.
type Weekday struct {
	Day        int
	Start, End int
}

// Weekdays lists the days of the week in a text in the language.
func Weekdays(l briefing.Lang, s string) []Weekday {
	x := lexiconOf(l)
	var out []Weekday
	if l == briefing.ZH {
		for i, v := range x.weekdays {
			for _, sign := range v.signs {
				for at := strings.Index(s, sign); at >= 0; {
					out = append(out, Weekday{i + 1, at, at + len(sign)})
					next := strings.Index(s[at+len(sign):], sign)
					if next < 0 {
						break
					}
					at += len(sign) + next
				}
			}
		}
		return out
	}
	for _, w := range Read(s).List {
		may := x.weekly.of(w.Text)
		for i, v := range x.weekdays {
			if may&(1<<i) != 0 && v.wanted.one(w) {
				out = append(out, Weekday{i + 1, w.Start, w.End})
			}
		}
	}
	return out
}

// PartAgainstYear finds a text that sets some months of a year against a whole
// year: «за десять месяцев 2022 года … к 2021 году». It gives the words of both.
func PartAgainstYear(l briefing.Lang, s string) (part, year string, ok bool) {
	if !digitsIn(s, 4) {
		return "", "", false
	}
	x := lexiconOf(l)
	if part = x.parts.FindString(s); part == "" {
		return "", "", false
	}
	if year = x.against.FindString(s); year == "" {
		return "", "", false
	}
	return strings.TrimSpace(part), strings.TrimSpace(year), true
}
