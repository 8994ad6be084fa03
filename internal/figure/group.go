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
	Span           string // the period itself where it is a range, which may overlap with others
}

func splitOf(f frame, p briefing.Period) Split {
	return Split{f.Reporter, f.Currency, f.Basis, f.Classification, p.Frequency(), span(p)}
}

func (s Split) ofFrame() Split {
	s.Frequency, s.Span = "", ""
	return s
}

// Compare orders splits by their fields.
func (s Split) Compare(o Split) int {
	return slices.Compare(
		[]string{s.Reporter, s.Currency, s.Basis, s.Classification, s.Frequency, s.Span},
		[]string{o.Reporter, o.Currency, o.Basis, o.Classification, o.Frequency, o.Span},
	)
}

func span(p briefing.Period) string {
	if p.Frequency() == "R" {
		return p.String()
	}
	return ""
}

// Group is the sum of the observations of one combination of keys.
type Group struct {
	Keys       []string // one for each dimension asked for; empty where the row does not tell
	Split      Split
	Value      briefing.MaybeNumber // whole currency units; absent when no row has a value
	Weight     briefing.MaybeNumber // kg; absent when no row has a weight
	Rows       int
	ValueRows  int // rows that have a value: fewer than Rows means that the sum is not of all
	WeightRows int // rows that have a weight
	HiddenRows int // rows whose commodity code is confidential
	Sample     bool
	Status     briefing.ObsStatus // the weakest of the rows
	Levels     []uint8            // digits of the codes added: several levels may count twice
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

func (d Dimension) harmonised() bool { return d == "hs2" || d == "hs4" || d == "hs6" }

// The keys of one tuple of each dictionary; ok is false for a dimension that
// another dictionary answers.

func (f frame) key(d Dimension) (key string, ok bool) {
	switch d {
	case "flow":
		return string(f.Flow), true
	case "reporter":
		return f.Reporter, true
	case "classification":
		return f.Classification, true
	case "currency":
		return f.Currency, true
	case "basis":
		return f.Basis, true
	}
	return "", false
}

func (p place) key(d Dimension) (key string, ok bool) {
	switch d {
	case "partner":
		return p.Partner, true
	case "province":
		return p.Province, true
	case "region":
		return p.Region, true
	}
	return "", false
}

// key cuts the code to the digits asked for; a shorter code stays as it is:
// no more is known of it.
func (g goods) key(d Dimension) (key string, ok bool) {
	n := 0
	switch d {
	case "hs2":
		n = 2
	case "hs4":
		n = 4
	case "hs6":
		n = 6
	case "code":
		n = len(g.Code)
	default:
		return "", false
	}
	if g.Code == TotalCode || g.Code == HiddenCode {
		return g.Code, true
	}
	return g.Code[:min(n, len(g.Code))], true
}

// periodKey derives year, quarter and month; a period that is not within one
// of them has the empty key.
func periodKey(p briefing.Period, d Dimension) (key string, ok bool) {
	months := 0
	switch d {
	case "year":
		months = 12
	case "quarter":
		months = 3
	case "month":
		months = 1
	default:
		return "", false
	}
	from, to := p.Start(), p.End()
	if from.IsZero() || to.IsZero() {
		return "", true
	}
	last := to.AddDate(0, 0, -1)
	y, m := from.Year(), int(from.Month())
	if last.Year() != y || (int(last.Month())-1)/months != (m-1)/months {
		return "", true
	}
	switch d {
	case "year":
		return briefing.Year(y).String(), true
	case "quarter":
		return briefing.Period{Kind: briefing.QuarterPeriod, From: briefing.Date{Year: y, Month: m}}.String(), true
	}
	return briefing.Month(y, m).String(), true
}

// Key is the observation's key of a dimension, as Aggregate groups by it.
func (o Observation) Key(d Dimension) string {
	f := frame{Flow: o.Flow, Reporter: o.Reporter, Classification: o.Classification, Currency: o.Currency, Basis: o.Basis}
	if key, ok := f.key(d); ok {
		return key
	}
	if key, ok := (place{o.Region, o.Partner, o.Province}).key(d); ok {
		return key
	}
	if key, ok := (goods{o.Code, o.Product}).key(d); ok {
		return key
	}
	key, _ := periodKey(o.Period, d)
	return key
}

// Split is what the observation is never added across, as Aggregate has it.
func (o Observation) Split() Split {
	return Split{o.Reporter, o.Currency, o.Basis, o.Classification, o.Period.Frequency(), span(o.Period)}
}
