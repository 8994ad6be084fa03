// Package sdmx writes trade observations as SDMX-CSV 2.0: one number a row, in
// dimensions that the importer knows again. What is written and read in again
// is the same set of observations.
package sdmx

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"hash/maphash"
	"io"
	"strconv"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Structure is the identifier of the structure that the rows follow. It is our
// own: no agency keeps one with a region of the reporter.
const Structure = "BRIEFING:TRADE(1.0)"

// header lists the columns. Dimensions stand before TIME_PERIOD, attributes
// after OBS_VALUE, as the standard has it. ENTRY tells apart observations that
// are equal in every other dimension: a source may give several.
func header() []string {
	return []string{
		"STRUCTURE", "STRUCTURE_ID", "ACTION",
		"FREQ", "REPORTER", "REGION", "PARTNER", "PROVINCE", "FLOW", "CLASSIFICATION", "COMMODITY", "PRICE_BASIS", "ENTRY", "MEASURE",
		"TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "CONF_STATUS", "PRODUCT_NAME", "SAMPLE", "IMPORT", "LINE",
	}
}

// Write writes all observations of the set in their order, UTF-8 without a
// mark, lines ended by LF, which leaves line ends inside a name as they are.
// Errors are those of w.
func Write(w io.Writer, s *figure.Set) error {
	c := csv.NewWriter(w)
	if err := c.Write(header()); err != nil {
		return err
	}
	e := entries{seed: maphash.MakeSeed(), seen: map[uint64]int{}}
	for _, o := range s.All() {
		for _, row := range rowsOf(&o, e.number(&o)) {
			if err := c.Write(row); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

// rowsOf gives the observation's numbers as rows, the value first. One that
// has none is written as a missing value, so that it does not vanish.
func rowsOf(o *figure.Observation, entry int) [][]string {
	var out [][]string
	add := func(measure, value, unit string, status briefing.ObsStatus) {
		out = append(out, []string{
			"dataflow", Structure, "I",
			frequency(o.Period), o.Reporter, o.Region, o.Partner, o.Province, flowCode(o.Flow), o.Classification, commodity(o.Code), o.Basis, strconv.Itoa(entry), measure,
			timePeriod(o.Period), value, unit, "0", string(status), string(o.Conf), o.Product, sample(o.Sample), string(o.Import), strconv.Itoa(o.Line),
		})
	}
	switch {
	case o.Value.Valid:
		add("VALUE", o.Value.Decimal.String(), o.Currency, o.Status)
	case o.Status == briefing.Missing && o.Currency != "": // that it is withheld must not be lost beside a weight
		add("VALUE", "", o.Currency, o.Status)
	}
	weight := cmp.Or(o.WeightStatus, o.Status)
	switch {
	case o.NetWeight.Valid:
		add("NET_WEIGHT", o.NetWeight.Decimal.String(), "KG", weight)
	case o.WeightStatus == briefing.Missing:
		add("NET_WEIGHT", "", "KG", weight)
	}
	if o.Quantity.Valid {
		add("QUANTITY", o.Quantity.Decimal.String(), o.QuantityUnit, o.Status)
	}
	if out == nil {
		add("VALUE", "", o.Currency, o.Status)
	}
	return out
}

// commodity writes a confidential code as the customs do.
func commodity(code string) string {
	if code == figure.HiddenCode {
		return "XXXXXXXXXX"
	}
	return code
}

func sample(yes bool) string {
	if yes {
		return "1"
	}
	return ""
}

// flowCode is the code of CL_TRADE_FLOW.
func flowCode(f figure.Flow) string {
	switch f {
	case figure.Import:
		return "M"
	case figure.Export:
		return "X"
	case figure.ReImport:
		return "RM"
	case figure.ReExport:
		return "RX"
	}
	return string(f)
}

// frequency is the code of CL_FREQ; a span of no fixed length has none.
func frequency(p briefing.Period) string {
	switch p.Kind {
	case briefing.YearPeriod:
		return "A"
	case briefing.HalfPeriod:
		return "S"
	case briefing.QuarterPeriod:
		return "Q"
	case briefing.MonthPeriod:
		return "M"
	case briefing.DayPeriod:
		return "D"
	}
	return "N"
}

// timePeriod writes the period in the forms of the standard. What it has no
// form for, an open range or "by 2024", stands in the stored form.
func timePeriod(p briefing.Period) string {
	switch p.Kind {
	case briefing.HalfPeriod:
		return fmt.Sprintf("%04d-S%d", p.From.Year, (p.From.Month+5)/6)
	case briefing.RangePeriod:
		if s, ok := timeRange(p); ok {
			return s
		}
	}
	return p.String()
}

// timeRange is the first day and the length in the unit of both ends.
func timeRange(p briefing.Period) (string, bool) {
	from, to := p.From, p.To
	if from == (briefing.Date{}) || to == (briefing.Date{}) {
		return "", false
	}
	start := p.Start().Format(time.DateOnly)
	switch {
	case from.Month == 0 && to.Month == 0:
		return fmt.Sprintf("%s/P%dY", start, to.Year-from.Year+1), true
	case from.Day == 0 && to.Day == 0 && from.Month != 0 && to.Month != 0:
		return fmt.Sprintf("%s/P%dM", start, 12*(to.Year-from.Year)+to.Month-from.Month+1), true
	case from.Day != 0 && to.Day != 0:
		last := time.Date(to.Year, time.Month(to.Month), to.Day, 0, 0, 0, 0, time.UTC)
		return fmt.Sprintf("%s/P%dD", start, int(last.Sub(p.Start()).Hours()/24)+1), true
	}
	return "", false
}

// entries counts the observations of each key. A collision of two keys only
// gives a higher number than needed.
type entries struct {
	seed maphash.Seed
	seen map[uint64]int
}

func (e *entries) number(o *figure.Observation) int {
	var h maphash.Hash
	h.SetSeed(e.seed)
	for _, t := range [...]string{
		o.Reporter, o.Region, o.Partner, o.Province, string(o.Flow), o.Classification, o.Code, o.Basis, o.Period.String(),
	} {
		_, _ = h.WriteString(t) // never fails
		_ = h.WriteByte(0)
	}
	key := h.Sum64()
	e.seen[key]++
	return e.seen[key]
}
