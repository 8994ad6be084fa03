package lang

import "briefing/internal/briefing"

// FieldValue prints the stored form of a field's value as a person reads it in
// the language; what can't be read is printed as it is stored.
func FieldValue(l briefing.Lang, f briefing.Field, stored string) string {
	if stored == "" {
		return ""
	}
	switch f.Type {
	case briefing.EnumField:
		return Enum(l, f.Group, stored)
	case briefing.NumberField:
		if n, err := briefing.ParseNumber(stored); err == nil {
			return Number(l, n, NumberStyle{Decimals: -1, Window: true})
		}
	case briefing.BoolField:
		return T(l, "value.yes")
	case briefing.PeriodField:
		if p, err := briefing.ParsePeriod(stored); err == nil {
			return Period(l, p)
		}
	case briefing.StampField:
		return Stamp(l, briefing.Stamp(stored))
	case briefing.ClockField:
		return Clock(l, stored)
	case briefing.UnitField:
		return Unit(l, briefing.Unit(stored))
	case briefing.CountryField:
		return Country(l, stored)
	case briefing.LanguageField:
		return Enum(l, "language", stored)
	}
	return stored
}
