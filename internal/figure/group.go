package figure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Split names what a group never mixes, whatever it was grouped by.
type Split struct {
	Reporter       string
	Currency       string
	Basis          string
	Classification string
	Frequency      string // Period.Frequency: "A", "S", "Q", "M", "D", "R" or empty
	Span           string // the period itself where it is a half of a year, or a range, which may overlap with others; see AnyYear
	Area           string // what the rows are of: the country, a region, a place in one; see areaOf
}

// Areas of rows. The amounts of a place are in those of its region, and those
// of a region in the country's.
const (
	AreaCountry = ""
	AreaRegion  = "region" // a region by its code
	AreaPlace   = "place"  // a district or a town: what has a name in place of a region's code
	areaOfPart  = "+province"
)

// areaOf is the area of the rows of a place, with a mark where they are of one
// province of the partner. It is asked of all places for each question.
func areaOf(p place) string {
	area := AreaCountry
	switch {
	case p.Region == "":
	case digits(p.Region):
		area = AreaRegion
	default:
		area = AreaPlace
	}
	if p.Province == "" {
		return area
	}
	return ofPart[area]
}

// ofPart are the areas of rows of one province.
var ofPart = map[string]string{
	AreaCountry: AreaCountry + areaOfPart, AreaRegion: AreaRegion + areaOfPart, AreaPlace: AreaPlace + areaOfPart,
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func splitOf(f frame, p briefing.Period) Split {
	return Split{Reporter: f.Reporter, Currency: f.Currency, Basis: f.Basis, Classification: f.Classification, Frequency: p.Frequency(), Span: span(p)}
}

func (s Split) ofFrame() Split {
	s.Frequency, s.Span, s.Area = "", "", ""
	return s
}

// Compare orders splits by their fields.
func (s Split) Compare(o Split) int {
	a, b := s.fields(), o.fields()
	return slices.Compare(a[:], b[:])
}

func (s *Split) fields() [7]string {
	return [...]string{s.Reporter, s.Currency, s.Basis, s.Classification, s.Frequency, s.Span, s.Area}
}

// AnyYear is the split of the same months of whatever year, for filters: a range
// within one year, "2024-01..2024-06", or a half, "2024-H1", has "*" for its year.
func (s Split) AnyYear() Split {
	if i := strings.Index(s.Span, "-H"); i == 4 {
		s.Span = "*" + s.Span[i:]
		return s
	}
	if from, to, ok := strings.Cut(s.Span, ".."); ok && len(from) > 4 && len(to) > 4 && from[:4] == to[:4] {
		s.Span = "*" + from[4:] + "..*" + to[4:]
	}
	return s
}

// spans reports whether a period is of the span that a filter's split has.
func (s Split) spans(p briefing.Period) bool {
	own := span(p)
	return s.Span == own || strings.HasPrefix(s.Span, "*") && s.Span == Split{Span: own}.AnyYear().Span
}

// span tells apart what has no key of time finer than the year and is less, or
// more, than one: two halves of a year are no year when one is missing.
func span(p briefing.Period) string {
	if f := p.Frequency(); f == "R" || f == "S" {
		return p.String()
	}
	return ""
}

// Group is the sum of the observations of one combination of keys.
type Group struct {
	Keys         []string // one for each dimension asked for; empty where the row does not tell
	Split        Split
	Value        briefing.MaybeNumber // whole currency units; absent when no row has a value
	Weight       briefing.MaybeNumber // kg; absent when no row has a weight
	Rows         int
	ValueRows    int // rows that have a value: fewer than Rows means that the sum is not of all
	WeightRows   int // rows that have a weight
	HiddenRows   int // rows whose commodity code is confidential
	Sample       bool
	Status       briefing.ObsStatus // of the value: the weakest of the rows
	WeightStatus briefing.ObsStatus // of the weight
	Levels       []uint8            // digits of the codes added: several levels may count twice
	World        bool               // of Totals: the sum is of the rows of all countries, Rows counts the countries' too
	Held         int                // of Rows: left out of the sum, since others hold their goods
}

// weakness orders statuses from the firmest to the weakest.
var weakness = [...]briefing.ObsStatus{
	"", briefing.Normal, briefing.Revised, briefing.Negligible, briefing.NotApplied, briefing.SeriesBreak,
	briefing.Provisional, briefing.Estimated, briefing.Forecast, briefing.Missing,
}

// Weaker gives the weaker of two statuses: a sum is as firm as its weakest row.
func Weaker(a, b briefing.ObsStatus) briefing.ObsStatus {
	if slices.Index(weakness[:], a) >= slices.Index(weakness[:], b) {
		return a
	}
	return b
}

// Harmonised reports whether codes of the classification are those of the
// Harmonised System in their first six digits, so that hs2, hs4 and hs6 mean
// something. An unnamed classification is taken for one.
func Harmonised(classification string) bool {
	return classification == "" || classification == "TNVED" || classification == "CN-HS" ||
		strings.HasPrefix(classification, "HS")
}

// Valid reports whether the dimension is one of Dimensions.
func (d Dimension) Valid() bool { return slices.Contains(Dimensions(), d) }

func (d Dimension) harmonised() bool {
	return d == "hs2" || d == "hs4" || d == "hs6" || d == ByGroup
}

// axisOf tells which dictionary answers the dimension: 0 frames, 1 places, 2
// goods, 3 periods.
func axisOf(d Dimension) int {
	switch d {
	case "flow", "reporter", "classification", "currency", "basis", byImport:
		return 0
	case "partner", "province", "region":
		return 1
	case "hs2", "hs4", "hs6", "code", ByProduct, ByGroup:
		return 2
	}
	return 3
}

// The keys of one tuple of each dictionary, for the dimensions it answers.

func (f frame) key(d Dimension) string {
	switch d {
	case "flow":
		return string(f.Flow)
	case "reporter":
		return f.Reporter
	case "classification":
		return f.Classification
	case "currency":
		return f.Currency
	case byImport:
		return string(f.Import)
	}
	return f.Basis
}

func (p place) key(d Dimension) string {
	switch d {
	case "partner":
		return p.Partner
	case "province":
		return p.Province
	}
	return p.Region
}

// key cuts the code to the digits asked for; a shorter code stays as it is:
// no more is known of it. Goods without a name in their source go by the code.
func (g goods) key(d Dimension) string {
	n := len(g.Code)
	switch d {
	case ByGroup:
		return ""
	case ByProduct:
		if g.Product != "" && g.Code != HiddenCode {
			return g.Product
		}
	case "hs2":
		n = 2
	case "hs4":
		n = 4
	case "hs6":
		n = 6
	}
	if g.Code == TotalCode || g.Code == HiddenCode {
		return g.Code
	}
	return g.Code[:min(n, len(g.Code))]
}

// goodKey is goods.key with the filter's product groups.
func (f *Filter) goodKey(g goods, d Dimension) string {
	if d == ByGroup {
		return f.GroupOf(g.Code)
	}
	return g.key(d)
}

// periodKey derives year, quarter and month; a period that is not within one
// of them has the empty key.
func periodKey(p briefing.Period, d Dimension) string {
	months := 0
	switch d {
	case "year":
		months = 12
	case "quarter":
		months = 3
	case "month":
		months = 1
	default:
		return ""
	}
	from, to := p.Start(), p.End()
	if from.IsZero() || to.IsZero() {
		return ""
	}
	last := to.AddDate(0, 0, -1)
	y, m := from.Year(), int(from.Month())
	if last.Year() != y || (int(last.Month())-1)/months != (m-1)/months {
		return ""
	}
	switch d {
	case "year":
		return briefing.Year(y).String()
	case "quarter":
		return briefing.Period{Kind: briefing.QuarterPeriod, From: briefing.Date{Year: y, Month: m}}.String()
	}
	return briefing.Month(y, m).String()
}

// Key is the observation's key of a dimension, as Aggregate groups by it. Of
// ByGroup nothing is known without a filter: see KeyIn.
func (o Observation) Key(d Dimension) string {
	switch axisOf(d) {
	case 0:
		return frame{Flow: o.Flow, Reporter: o.Reporter, Classification: o.Classification, Currency: o.Currency, Basis: o.Basis}.key(d)
	case 1:
		return place{o.Region, o.Partner, o.Province}.key(d)
	case 2:
		return goods{o.Code, o.Product}.key(d)
	}
	return periodKey(o.Period, d)
}

// KeyIn is Key with the product groups of a filter.
func (o Observation) KeyIn(f *Filter, d Dimension) string {
	if d == ByGroup && f.GroupOf != nil {
		return f.GroupOf(o.Code)
	}
	return o.Key(d)
}

// Split is what the observation is never added across, as Aggregate has it.
func (o Observation) Split() Split {
	return Split{o.Reporter, o.Currency, o.Basis, o.Classification, o.Period.Frequency(), span(o.Period), areaOf(place{Region: o.Region, Province: o.Province})}
}
