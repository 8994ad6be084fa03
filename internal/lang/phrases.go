package lang

import (
	"strings"
	"time"

	"briefing/internal/briefing"
)

// PeriodDative is the period after «к» or "on": «2021 году», "2021", 2021年.
func PeriodDative(l briefing.Lang, p briefing.Period) string { return phrase(l, "to", p) }

// PeriodIn is the period as an adverbial: «в 2022 году», "in 2022", 2022年.
func PeriodIn(l briefing.Lang, p briefing.Period) string { return phrase(l, "in", p) }

func phrase(l briefing.Lang, form string, p briefing.Period) string {
	if p.Kind == briefing.YearPeriod {
		return T(l, "phrase."+form+".year", p.From.Year)
	}
	return T(l, "phrase."+form+".other", Period(l, p))
}

// MonthSpan names the months of a period without its year: «янв.–окт.».
func MonthSpan(l briefing.Lang, p briefing.Period) string {
	from, to := p.Start(), p.End()
	if from.IsZero() || to.IsZero() {
		return PeriodShort(l, p)
	}
	last := to.AddDate(0, 0, -1)
	if last.Year() != from.Year() {
		return PeriodShort(l, p)
	}
	a, b := Month(l, int(from.Month()), true), Month(l, int(last.Month()), true)
	if a == b {
		return a
	}
	return T(l, "phrase.span", a, b)
}

// DayMonth is a day without its year: «20 марта», "20 March", 3月20日.
func DayMonth(l briefing.Lang, d time.Time) string {
	return T(l, "phrase.day_month", d.Day(), T(l, "phrase.month."+d.Format("01")))
}

// CountrySide names a country's side at the table: «Китайская сторона» where
// the texts have the adjective, else by the country's name.
func CountrySide(l briefing.Lang, code string) string {
	if s := has(l, "phrase.side."+code); s != "" {
		return s
	}
	return Country(l, code)
}

// PrecisionWord is the word of precision alone, empty for an exact figure.
func PrecisionWord(l briefing.Lang, p briefing.Precision) string {
	switch p {
	case briefing.Exact, briefing.HundredsOf, briefing.TensOf:
		return ""
	}
	return strings.TrimSpace(has(l, "precision."+string(p)))
}
