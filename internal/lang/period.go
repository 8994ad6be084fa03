package lang

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"briefing/internal/briefing"
)

// Period prints a period in full, with no more than is known of it: «июнь
// 2022 г.», «III квартал 2022 г.», «20–22 марта 2023 г.», «к 2024 году». No
// period is the empty text.
func Period(l briefing.Lang, p briefing.Period) string { return periodText(l, p, "period.") }

// PeriodShort prints a period for heads of columns and axes: «янв.–окт. 2022»,
// «III кв. 2022», «20.03.2023».
func PeriodShort(l briefing.Lang, p briefing.Period) string {
	return periodText(l, p, "period.short.")
}

func periodText(l briefing.Lang, p briefing.Period, area string) string {
	d := p.From
	switch p.Kind {
	case briefing.NoPeriod:
		return ""
	case briefing.QuarterPeriod:
		return fill(T(l, area+"quarter"), append(dateWords(l, d, ""), "{q}", T(l, fmt.Sprintf("quarter.%d", (d.Month+2)/3))))
	case briefing.HalfPeriod:
		return fill(T(l, area+"half"), append(dateWords(l, d, ""), "{h}", T(l, fmt.Sprintf("half.%d", (d.Month+5)/6))))
	case briefing.ByYearPeriod:
		return fill(T(l, area+"by"), dateWords(l, d, ""))
	case briefing.RangePeriod:
		return rangeText(l, p.From, p.To, area)
	}
	return dateText(l, d, area, "")
}

// dateText prints a date as far as it is known; form is "" or ".genitive".
func dateText(l briefing.Lang, d briefing.Date, area, form string) string {
	key := "year"
	switch {
	case d.Day != 0:
		key = "day"
	case d.Month != 0:
		key = "month"
	}
	return fill(T(l, area+key+form), dateWords(l, d, ""))
}

func rangeText(l briefing.Lang, a, b briefing.Date, area string) string {
	key := "range"
	switch none := (briefing.Date{}); {
	case a == none:
		return fill(T(l, area+"until"), []string{"{b}", dateText(l, b, area, "")})
	case b == none:
		return fill(T(l, area+"from"), []string{"{a}", dateText(l, a, area, ".genitive")})
	case a == b:
		return dateText(l, a, area, "")
	case a.Month == 0 && b.Month == 0:
		key = "years"
	case a.Year != b.Year:
	case a.Day == 0 && b.Day == 0 && a.Month != 0 && b.Month != 0:
		key = "months"
	case a.Day == 0 || b.Day == 0:
	case a.Month == b.Month:
		key = "days"
	default:
		key = "days-across"
	}
	words := append(dateWords(l, a, ""), dateWords(l, b, "2")...)
	words = append(words, "{a}", dateText(l, a, area, ""), "{b}", dateText(l, b, area, ""))
	return fill(T(l, area+key), words)
}

// dateWords are the words a pattern of dates may name: {d} day, {dd} with a
// leading zero, {m} and {mm} the month's number, {month}, {of} and {mon} its
// name, genitive and short name, {y} the year; of a second date with a 2 behind.
func dateWords(l briefing.Lang, d briefing.Date, suffix string) []string {
	w := []string{"{y" + suffix + "}", strconv.Itoa(d.Year)}
	if d.Month != 0 {
		m := "month." + strconv.Itoa(d.Month)
		w = append(w, "{m"+suffix+"}", strconv.Itoa(d.Month), "{mm"+suffix+"}", fmt.Sprintf("%02d", d.Month),
			"{month"+suffix+"}", T(l, m), "{of"+suffix+"}", T(l, m+".of"), "{mon"+suffix+"}", T(l, m+".short"))
	}
	if d.Day != 0 {
		w = append(w, "{d"+suffix+"}", strconv.Itoa(d.Day), "{dd"+suffix+"}", fmt.Sprintf("%02d", d.Day))
	}
	return w
}

// fill puts words in the place of their names, which are in braces; a pattern
// is short and used once, so that a strings.Replacer would not pay.
func fill(pattern string, words []string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(pattern, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		name, after, ok := strings.Cut(rest, "}")
		word, known := named(words, name)
		if !ok || !known {
			out.WriteByte('{')
			pattern = rest
			continue
		}
		out.WriteString(word)
		pattern = after
	}
}

// named finds a word by its name without the braces.
func named(words []string, name string) (string, bool) {
	for i := 0; i+1 < len(words); i += 2 {
		if key := words[i]; key[1:len(key)-1] == name {
			return words[i+1], true
		}
	}
	return "", false
}

// Month names a month (1–12), in full or short: «октябрь», «окт.».
func Month(l briefing.Lang, m int, short bool) string {
	key := "month." + strconv.Itoa(m)
	if short {
		key += ".short"
	}
	return T(l, key)
}

// Weekday names a day of the week: «понедельник».
func Weekday(l briefing.Lang, d time.Weekday) string {
	return T(l, "weekday."+strconv.Itoa((int(d)+6)%7+1))
}

// Stamp prints a moment as far as it is known: «20.03.2023», «март 2023 г.»,
// «20.03.2023 21:00 МСК»; the empty stamp is «дата не указана».
func Stamp(l briefing.Lang, s briefing.Stamp) string {
	if s.HasHour() {
		if t, err := time.Parse(time.RFC3339, string(s)); err == nil {
			return Moment(l, t)
		}
	}
	d := s.Date()
	switch {
	case s == "":
		return T(l, "stamp.none")
	case d == briefing.Date{}:
		return string(s)
	case d.Day != 0:
		return fill(T(l, "stamp.day"), dateWords(l, d, ""))
	}
	return dateText(l, d, "period.", "")
}

// Moment prints a moment with the name of its zone: «20.03.2023 23:00 МСК».
func Moment(l briefing.Lang, t time.Time) string {
	d := briefing.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	name, named := zone(l, t)
	key := "moment"
	if !named {
		key = "moment.offset"
	}
	name = strings.ReplaceAll(name, " ", "\u00a0") // "Moscow time" is one thing
	return fill(T(l, key), append(dateWords(l, d, ""), "{clock}", t.Format("15:04"), "{zone}", name))
}

// zone names the offset of a moment: by a name of its own where the language
// has one ("zone.<minutes>"), else "UTC+8".
func zone(l briefing.Lang, t time.Time) (name string, named bool) {
	_, seconds := t.Zone()
	return zoneAt(l, seconds/60)
}

// zoneAt is the same of an offset in minutes.
func zoneAt(l briefing.Lang, m int) (name string, named bool) {
	if s, ok := lookup(l, "zone."+strconv.Itoa(m)); ok {
		return s, true
	}
	sign := "+"
	if m < 0 {
		sign, m = minus, -m
	}
	switch {
	case m == 0:
		return "UTC", false
	case m%60 == 0:
		return fmt.Sprintf("UTC%s%d", sign, m/60), false
	}
	return fmt.Sprintf("UTC%s%d:%02d", sign, m/60, m%60), false
}
