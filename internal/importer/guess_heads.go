package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// What the head of one column says by itself: its unit, of what its figures are,
// and whether they are others than those asked for.

// takeUnit keeps a unit that fits the role; a unit of the other kind tells
// what the column really is: «Стоимость, т» is none, «Объём, т» a weight.
func (c *ShapeColumn) takeUnit(u briefing.Unit) {
	_, money := u.Currency()
	switch {
	case money && c.Role == RoleValue, u.Mass() && c.Role == RoleWeight:
		c.Unit = u
	case u.Mass() && c.Role == RoleQuantity:
		c.Role, c.Unit = RoleWeight, u
	case c.Role == RoleQuantity:
		if i := strings.LastIndexAny(c.Header, ",(（"); i >= 0 {
			c.QuantityUnit = strings.Trim(c.Header[i:], " ,()（）")
		}
	}
}

// headUnit is the unit in the lowest part of a header that has one.
func headUnit(header string) briefing.Unit {
	parts := strings.Split(header, " / ")
	slices.Reverse(parts)
	for _, p := range parts {
		if u := unitIn(p); u != "" {
			return u
		}
	}
	return ""
}

// headSeries reads the dimensions that a header gives its column's figures.
func (c *ShapeColumn) headSeries() {
	f, plain := codes.Fold(c.Header), plainHead(c.Header)
	if p, ok := headPeriod(c.Header); ok {
		c.Series.Period = p.Period.String()
	}
	if periods.Growing(f) {
		c.Aside = AsideGrowing
	}
	c.Status = statusIn(f)
	if planned(f) {
		c.Aside = AsidePlan
	}
	if flow := flowIn(f); flow != "" {
		c.Series.Flow = string(flow)
	}
	for _, part := range strings.Split(plain, " / ") {
		if own := reporterIn(part); own != "" && c.Series.Flow != "" {
			c.Series.Reporter = own
			others := slices.DeleteFunc(countriesIn(part), func(code string) bool { return code == own })
			if slices.Sort(others); len(slices.Compact(others)) == 1 {
				c.Series.Partner = others[0]
			}
		}
		if c.Series.Flow != "" && c.Series.Partner == "" {
			c.Series.Partner = behind(part)
		}
		if code := countryName(part); code != "" && code != figure.World {
			c.Series.Partner = code
		} else if leftCountries(part) {
			c.Series.Partner = codes.Unknown
		}
		if m := periods.MonthIn(part); m > 0 && c.Series.Period == "" && strings.IndexFunc(part, unicode.IsLetter) >= 0 {
			c.Series.Period = "-" + briefing.Month(2001, m).String()[5:]
		}
		if q := periods.QuarterIn(part); q > 0 && c.Series.Period == "" {
			c.Series.Period = fmt.Sprintf("-Q%d", q)
		}
		if p, ok := periods.StretchIn(part); ok && c.Series.Period == "" {
			c.Series.Period = periods.PartText(p)
		}
		if totalWord(part) {
			c.Aside = AsideTotal
		}
	}
	switch {
	case c.Series.Period != "":
	case monthOfTitle(f):
		c.Series.Period = ofTitle
	case c.Aside == AsideGrowing:
		c.Series.Period = toTitle
	}
}

// leftCountries reports whether a text means the countries that are not named
// beside it, and can't mean anything else: «Прочие страны».
func leftCountries(s string) bool {
	code, ok := codes.Name(strings.TrimSpace(s))
	return ok && code == codes.Unknown && anyIn(codes.Fold(s), "стран", "countries", "world", "areas", "国")
}

// countryName is the code of a country that the whole text names.
func countryName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 3 {
		return ""
	}
	c, ok := codes.Name(s)
	if !ok || c == codes.Unknown {
		return ""
	}
	return c
}

// invoiceHead reports whether a header speaks of the amount of the invoice,
// beside which the statistical value counts.
func invoiceHead(header string) bool {
	return anyIn(codes.Fold(header), "фактурн", "invoice", "таможенная стоимость", "发票")
}

// dispatchHead reports whether a header speaks of the country that goods were
// sent from, which need not be that of their origin.
func dispatchHead(header string) bool {
	return anyIn(codes.Fold(header), "отправлени", "dispatch", "consignment", "启运")
}

// lastYearHead reports whether a header speaks of another period than the one
// of its row: «за соответствующий период прошлого года», 去年同期.
func lastYearHead(header string) bool {
	return anyIn(codes.Fold(header),
		"прошлого года", "прошлый год", "предыдущего года", "предыдущий год", "прошлогодн", "предыдущего периода", "предыдущий период", "аналогичн", "соответствующий период", "соответствующего периода",
		"previous year", "last year", "prior year", "year ago", "去年", "上年", "同期",
	)
}

// revisedHead reports whether a header speaks of revised figures.
func revisedHead(header string) bool {
	f := codes.Fold(header)
	return anyIn(f, "уточн", "скоррект", "пересмотр", "revised", "修订", "调整后") && !anyIn(f, "неуточн", "до уточн")
}

// turnoverHead reports whether a header that may be called «direction» is that
// of exports and imports together.
func turnoverHead(header string) bool {
	for part := range strings.SplitSeq(header, " / ") {
		if strings.Trim(codes.Fold(part), " :：") == "进出口" {
			return true
		}
	}
	return false
}

// grossHead reports whether a header speaks of weight with its packing alone.
func grossHead(header string) bool {
	f := codes.Fold(header)
	return anyIn(f, "брутто", "brutto", "gross w", "grosswgt", "gross_w", "毛重") && !anyIn(f, "нетто", "netto", "net w", "净重")
}

// behind is the one country that stands behind a preposition in the head of a column
// that names a direction: «Экспорт в Китай, тыс. долл.», "Exports to India". It is
// empty where there are several, and for the country in whose language the head is.
func behind(head string) string {
	words := titleWords(currencyNames().ReplaceAllString(head, " "))
	for i, w := range words[:max(0, len(words)-1)] {
		if !slices.Contains([]string{"в", "во", "на", "из", "со", "с", "to", "from", "into"}, codes.Fold(w)) {
			continue
		}
		found := countriesIn(strings.Join(words[i+1:], " "))
		first := countriesIn(strings.Join(words[i+1:min(len(words), i+4)], " "))
		if len(first) == 0 {
			continue
		}
		if len(found) != 1 || len(first) != 1 || found[0] == figure.World || found[0] == "RU" && strings.IndexFunc(head, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) >= 0 {
			return ""
		}
		return found[0]
	}
	return ""
}
