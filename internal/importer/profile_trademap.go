package importer

import (
	"regexp"
	"strings"
	"sync"

	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Profiles of ITC Trade Map. Its headers name years and countries, so that a
// table is known by the form of its header: see tradeMap.
const (
	ProfileTradeMapYearly     = "trademap-yearly"
	ProfileTradeMapMonthly    = "trademap-monthly" // months or quarters
	ProfileTradeMapIndicators = "trademap-indicators"
)

// tradeMapProfiles are the profiles by name; they have no fixed columns.
func tradeMapProfiles() []Profile {
	return []Profile{{Key: ProfileTradeMapYearly}, {Key: ProfileTradeMapMonthly}, {Key: ProfileTradeMapIndicators}}
}

// mapWords are the forms of headers and titles in Trade Map.
type mapWords struct{ series, bare, indicator, title, product, unit, copy *regexp.Regexp }

var tradeMapWords = sync.OnceValue(func() mapWords {
	return mapWords{
		series:    regexp.MustCompile(`^(imported|exported) (value|quantity) in ((?:19|20)\d\d(?:-[mq]\d{1,2})?)(?:,? *\(?([^)]*)\)?)?$`),
		bare:      regexp.MustCompile(`^(?:19|20)\d\d-[mq]\d{1,2}$`),
		indicator: regexp.MustCompile(`^(?:value (imported|exported)|(imported|exported) value|quantity (imported|exported)|(imported|exported) quantity) in ((?:19|20)\d\d) *(?:\(([^)]*)\))?$`),
		title:     regexp.MustCompile(`(?i)\b(imported|exported) by (.+?)(?: (?:from|to) (.+?))?(?: in ((?:19|20)\d\d))?(?: *\(mirror\))?(?:\.(?:xls|txt))?$`),
		product:   regexp.MustCompile(`(?i)^product *: *(total|\d{2,12})\b`),
		unit:      regexp.MustCompile(`(?i)^unit *: *(.+)$`),
		copy:      regexp.MustCompile(` *\(\d+\)(?:\.[a-z]+)?$`), // what a browser puts behind the name of a second download
	}
})

// tradeMap makes the shape of a table of Trade Map. Country and direction come
// from title or file name; a table without a country that reports is left to
// the user, since a guess would be a wrong figure.
func tradeMap(h head, around *surround) (*Shape, string, bool) {
	for i := range h.rows[:min(len(h.rows), searchRows)] {
		for rows := 1; rows <= 2 && i+rows <= len(h.rows); rows++ {
			s, key, ok := tradeMapHeader(joinHeader(h.rows[i : i+rows]))
			if !ok {
				continue
			}
			s.HeaderRows = rows
			if !s.tradeMapTitles(around.with(h, h.lines[i])) {
				return nil, "", false
			}
			return s, key, true
		}
	}
	return nil, "", false
}

// tradeMapHeader reads the header: names of partners or products first, then
// amounts by period.
func tradeMapHeader(header []string) (*Shape, string, bool) {
	s := &Shape{ZeroUnreported: true}
	key := ""
	named := false
	for i, h := range header {
		_, last, cut := strings.Cut(h, " / ")
		if !cut {
			last = h
		}
		c := ShapeColumn{Index: i + 1, Header: h}
		w := tradeMapWords()
		switch f := codes.Fold(last); {
		case f == "exporters" || f == "importers" || f == "partners":
			c.Role, named = RolePartner, true
		case f == "code" || f == "product code":
			c.Role, named = RoleCode, true
		case f == "product label":
			c.Role = RoleProduct
		case f == "quantity unit": // of the indicators: it differs from row to row
			c.Role = RoleQuantityUnit
		case w.series.MatchString(f):
			m := w.series.FindStringSubmatch(f)
			c.amount(m[2], m[1], m[3], m[4])
			if key = ProfileTradeMapYearly; strings.Contains(m[3], "-") {
				key = ProfileTradeMapMonthly
			}
		case w.bare.MatchString(f): // of values; the direction is for the title to say
			c.amount("value", "", f, "")
			key = ProfileTradeMapMonthly
		case w.indicator.MatchString(f):
			m := w.indicator.FindStringSubmatch(f)
			what := "value"
			if m[3]+m[4] != "" {
				what = "quantity"
			}
			c.amount(what, m[1]+m[2]+m[3]+m[4], m[5], m[6])
			key = ProfileTradeMapIndicators
		}
		s.Columns = append(s.Columns, c)
	}
	return s, key, named && key != ""
}

// amount makes the column one of figures. Only quantities by mass are weights;
// of others the unit differs from row to row and is not told.
func (c *ShapeColumn) amount(what, direction, period, unit string) {
	p, _ := periods.Parse(strings.ToUpper(period))
	c.Series.Period, c.Series.Flow = p.String(), string(mapFlow(direction))
	u := unitIn(unit)
	switch {
	case what == "value":
		c.Role, c.Unit = RoleValue, u
	case u.Mass():
		c.Role, c.Unit = RoleWeight, u
	default:
		c.Role, c.QuantityUnit = RoleQuantity, unit
	}
}

// mapFlow is the flow that a word of Trade Map means.
func mapFlow(direction string) figure.Flow {
	switch strings.ToLower(direction) {
	case "exported":
		return figure.Export
	case "imported":
		return figure.Import
	}
	return ""
}

// tradeMapTitles reads reporter, partner, product, unit, mirror and legend; it
// reports whether the country that reports is known. A list of products that names
// no other side is of all countries. What is of services is left to the user. The
// name of a text download does not tell which product its list of countries is for:
// then that is open.
func (s *Shape) tradeMapTitles(around *surround) bool {
	w := tradeMapWords()
	c := &s.Constants
	name := strings.NewReplacer("_", " ", "-", " ").Replace(baseName(around.file))
	name = w.copy.ReplaceAllString(name, "")
	products, services, flow := false, false, figure.Flow("")
	for _, t := range append([]string{name}, around.titles...) {
		t = strings.Join(strings.Fields(t), " ")
		f := codes.Fold(t)
		if m := w.title.FindStringSubmatch(t); m != nil {
			if code, ok := codes.Name(m[2]); ok {
				c.Reporter = code
			}
			if code, ok := codes.Name(m[3]); ok && m[3] != "" {
				c.Partner = code
			}
			flow = mapFlow(m[1])
			products = products || m[3] == "" && strings.Contains(f, "list of products")
			services = services || strings.Contains(f, "services")
		}
		if m := w.product.FindStringSubmatch(t); m != nil {
			c.Code = strings.ToUpper(m[1])
		}
		if m := w.unit.FindStringSubmatch(t); m != nil {
			s.tableUnit(m[1])
		}
		if strings.Contains(f, "(mirror)") || strings.Contains(f, "mirror data") {
			s.Notes = []string{NoteMirror}
		}
		if strings.Contains(f, "green are estimated") && len(s.Estimates) == 0 {
			s.Estimates = []string{"green"}
		}
	}
	if len(s.Estimates) > 0 {
		s.Notes = append(s.Notes, NoteColour)
	}
	s.codeOpen = c.Code == "" && !s.hasRole(RoleCode)
	if s.hasRole(RolePartner) {
		c.Partner = ""
	} else if c.Partner == "" && products {
		c.Partner = figure.World
	}
	c.Classification = "HS"
	return c.Reporter != "" && !services && s.flows(flow) && (!s.codeOpen || w.title.MatchString(name)) && (c.Partner != "" || s.hasRole(RolePartner))
}

// flows gives the columns whose heads tell no direction that of the title; not ok
// where it is not told either.
func (s *Shape) flows(told figure.Flow) bool {
	for i := range s.Columns {
		c := &s.Columns[i]
		if !amountRole(c.Role) || c.Series.Flow != "" {
			continue
		}
		if c.Series.Flow = string(told); told == "" {
			return false
		}
	}
	return true
}

// tableUnit is the unit of all figures of the table: of values, or of
// quantities when it is a mass.
func (s *Shape) tableUnit(name string) {
	u := unitIn(name)
	if _, money := u.Currency(); money {
		s.Constants.ValueUnit = u
		return
	}
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Role == RoleQuantity {
			if u.Mass() {
				c.Role, c.Unit = RoleWeight, u
			} else if c.QuantityUnit == "" {
				c.QuantityUnit = name
			}
		}
	}
}
