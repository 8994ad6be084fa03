// Package figuretest makes trade rows like those of the Russian customs
// statistics, the same for the same seed and as many as wanted, and lists the
// questions that speeds are measured by. Tests and benchmarks use it; the
// product does not.
package figuretest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// The years of the rows; each is an import of its own, as each is a file of
// its own where they come from.
const (
	FirstYear = 2018
	Years     = 5
)

const (
	regions  = 90
	partners = 200
	codes    = 10_000
	// Absent is the number of a row that has none.
	Absent = math.MinInt64
)

// Row is a row in little room, so that making five million of them and having
// them in memory costs what is measured next to nothing.
type Row struct {
	Value    int64 // cents
	Weight   int64 // grams, or Absent
	Quantity int64 // thousandths, or Absent
	Line     int32
	Code     uint16 // index
	Month    uint8  // since January of the first year
	Region   uint8  // index
	Partner  uint8  // index
	Flow     uint8  // 0 export, 1 import
}

// Trade is rows with what their indexes mean.
type Trade struct {
	Rows     []Row
	Regions  []string
	Partners []string
	Codes    []string // ten digits
	Units    []string // of supplementary quantity, by code; empty where it has none
}

// The partner, the region and the goods whose rows the questions are about:
// neither the commonest nor rare.
const (
	Partner = "CN"
	Region  = "46000"
)

// Make gives rows in the order of their months, and in none within a month:
// that is the hardest case for whoever packs them. A few regions, partners
// and codes have most of the rows. Values have cents; light goods are weighed
// to the gram, heavy ones to a hundred grams; a third of the codes have a
// supplementary quantity.
func Make(rows int, seed uint64) *Trade {
	r := rand.New(rand.NewPCG(seed, 2018)) //nolint:gosec // the same rows each time are what is wanted
	t := &Trade{Rows: make([]Row, rows)}
	t.name(r)
	region, partner, code := skewed(r, regions, 20), skewed(r, partners, 6), skewed(r, codes, 300)
	line := int32(1)
	for i := range t.Rows {
		o := Row{Month: uint8(i * Years * 12 / rows), Flow: uint8(r.IntN(2))}
		if line++; i > 0 && o.Month/12 != t.Rows[i-1].Month/12 {
			line = 2
		}
		o.Line, o.Region, o.Partner, o.Code = line, uint8(region()), uint8(partner()), uint16(code())
		usd := math.Exp(9 + 2.2*r.NormFloat64())
		kg := usd / math.Exp(1+1.2*r.NormFloat64())
		o.Value, o.Weight, o.Quantity = int64(usd*100), int64(kg*1000), Absent
		if kg > 100 {
			o.Weight -= o.Weight % 100
		}
		if r.IntN(50) == 0 {
			o.Weight = Absent
		}
		if t.Units[o.Code] != "" {
			o.Quantity = int64(kg/math.Exp(1.5*r.NormFloat64())+1) * 1000
		}
		t.Rows[i] = o
	}
	return t
}

// name makes the names of regions, partners and codes.
func (t *Trade) name(r *rand.Rand) {
	for i := range regions {
		t.Regions = append(t.Regions, fmt.Sprintf("%02d000", 1+i))
	}
	t.Regions[3], t.Regions[45] = Region, "04000"
	for i := range partners {
		t.Partners = append(t.Partners, string([]byte{'A' + byte(i%26), 'A' + byte(i/26)}))
	}
	t.Partners[2] = Partner
	for i := range codes {
		// some 97 chapters of up to 13 headings
		n := int64(i) * 1_000_003 % codes
		heading := (1+n%97)*100 + 1 + n/97%13
		t.Codes = append(t.Codes, fmt.Sprintf("%04d%06d", heading, 100_000+n*87))
		t.Units = append(t.Units, [...]string{"ШТ", "", "", "М2", "", "", "Л", "", ""}[n%9])
	}
	r.Shuffle(codes, func(i, j int) {
		t.Codes[i], t.Codes[j] = t.Codes[j], t.Codes[i]
		t.Units[i], t.Units[j] = t.Units[j], t.Units[i]
	})
}

// skewed draws from n things of which the first are the commonest.
func skewed(r *rand.Rand, n int, flat float64) func() uint64 {
	return rand.NewZipf(r, 1.3, flat, uint64(n-1)).Uint64
}

// Import is the import of a year.
func Import(year int) briefing.ID { return briefing.ID(fmt.Sprintf("import-%d", year)) }

var flows = [...]figure.Flow{figure.Export, figure.Import}

// Observation is a row as the importer would hand it over.
func (t *Trade) Observation(i int) figure.Observation {
	o := &t.Rows[i]
	year := FirstYear + int(o.Month)/12
	return figure.Observation{
		Flow: flows[o.Flow], Reporter: "RU", Region: t.Regions[o.Region], Partner: t.Partners[o.Partner],
		Code: t.Codes[o.Code], Classification: "TNVED", Level: 10, Period: briefing.Month(year, 1+int(o.Month)%12),
		Value: number(o.Value, 2), Currency: "USD", NetWeight: number(o.Weight, 3),
		Quantity: number(o.Quantity, 3), QuantityUnit: t.Units[o.Code], Import: imports[int(o.Month)/12], Line: int(o.Line),
	}
}

var imports = func() (out [Years]briefing.ID) {
	for i := range out {
		out[i] = Import(FirstYear + i)
	}
	return out
}()

func number(n int64, scale int) briefing.MaybeNumber {
	if n == Absent {
		return briefing.MaybeNumber{}
	}
	return briefing.Some(decimal.MustNew(n, scale))
}

// Set puts all rows into a set.
func (t *Trade) Set() (*figure.Set, error) {
	s := figure.NewSet()
	for i := range t.Rows {
		if err := s.Append(t.Observation(i)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Question is one that a screen or a table asks.
type Question struct {
	Name   string
	Filter figure.Filter
	By     []figure.Dimension
}

// Questions are those whose speed has a limit.
func Questions() []Question {
	last := FirstYear + Years - 1
	return []Question{
		{"year × HS2, one partner and region", figure.Filter{Partner: Partner, Region: Region}, []figure.Dimension{"year", "hs2"}},
		{"HS4 of a year and the year before", figure.Filter{From: briefing.Year(last - 1).Start(), To: briefing.Year(last).End()}, []figure.Dimension{"hs4", "year"}},
		{"month × flow, one partner", figure.Filter{Partner: Partner}, []figure.Dimension{"month", "flow"}},
	}
}
