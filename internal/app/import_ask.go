package app

import (
	"errors"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
)

// UnitChoice is what a choice of units would mean: the average price in whole
// currency units per tonne.
type UnitChoice struct {
	Value    briefing.Unit
	Weight   briefing.Unit
	PerTonne briefing.Number
}

// ImportNeeds is what a file does not say and the user has to.
type ImportNeeds struct {
	Value, Weight, Flow, Period bool
	// Region and Province: the title names a place that is no country whole and no
	// one part of it. Decimal: numbers can be read in two ways. Columns: heads may
	// have slid from their columns.
	Region, Province, Decimal, Columns bool
	// Code: the table is of one product and does not tell which.
	Code bool
	// Turnover, Services: the title is of what is no trade in goods of one direction.
	Turnover, Services bool
	// About are the words of the file that make something a question, by "region",
	// "province", "decimal", AsideTurnover, AsideServices.
	About   map[string]string
	Choices []UnitChoice
	Basis   bool           // nothing tells the basis of prices; it may stay so
	Worth   importer.Worth // for prices by chapter under any choice
}

// Any reports whether anything has to be said.
func (n ImportNeeds) Any() bool { return n.Value || n.Weight || n.Flow || n.Period || n.Doubts() }

// Doubts reports whether anything has to be decided that the file tells in two ways.
func (n ImportNeeds) Doubts() bool {
	return n.Region || n.Province || n.Decimal || n.Columns || n.Code || n.Turnover || n.Services
}

// NeedsOf reads what is needed from the error of an import.
func NeedsOf(err error) (ImportNeeds, bool) {
	var n *importer.Needed
	if !errors.As(err, &n) {
		return ImportNeeds{}, false
	}
	return needs(n.Needs, n.About, n.Unsaid, n.Implied, n.Worth), true
}

// Needs is what a recognised file needs to be told.
func (p *Project) Needs(rec *importer.Recognition) ImportNeeds {
	return needs(rec.Needs, rec.About, rec.Unsaid, rec.Implied, rec.Worth)
}

func needs(keys []string, about map[string]string, unsaid []string, implied []importer.Implied, worth importer.Worth) ImportNeeds {
	has := func(k string) bool { return slices.Contains(keys, k) }
	out := ImportNeeds{Value: has("value"), Weight: has("weight"), Flow: has("flow"), Period: has("period"), Region: has("region"), Province: has("province"), Code: has("code"), Decimal: has("decimal"), Columns: has("columns"), Turnover: has(importer.AsideTurnover), Services: has(importer.AsideServices), About: about, Basis: slices.Contains(unsaid, "basis"), Worth: worth}
	for _, c := range implied {
		out.Choices = append(out.Choices, UnitChoice{c.Value, c.Weight, c.PerTonne})
	}
	return out
}

// PerTonne is the average price that a choice of units would mean, in whole
// currency units; not ok when there is none to work from.
func (n *ImportNeeds) PerTonne(value, weight briefing.Unit) (briefing.Number, bool) {
	i, ok := n.Worth.Under(value, weight)
	return i.PerTonne, ok
}

// PricesUnder are the prices by chapter that a choice of units would mean.
func (n *ImportNeeds) PricesUnder(value, weight briefing.Unit) (PriceReport, bool) {
	i, ok := n.Worth.Under(value, weight)
	return i.Prices, ok
}

// ValueUnits are offered for values where a file says none.
func ValueUnits() []briefing.Unit {
	var out []briefing.Unit
	for _, c := range briefing.Currencies() {
		out = append(out, c, c.WithPower(3), c.WithPower(6))
	}
	return out
}

// WeightUnits are offered for weights where a file says none.
func WeightUnits() []briefing.Unit { return []briefing.Unit{"kg", "t", "thousand-t"} }

// GoodsCode is the commodity code, or that of all goods, which a user means by a
// text.
func GoodsCode(text string) (code string, ok bool) { return importer.GoodsCode(text) }

// Choose gives the options the user's answers; empty ones are left unsaid.
func (o ImportOptions) Choose(value, weight briefing.Unit, flow figure.Flow, period briefing.Period) ImportOptions {
	o.Units = importer.Units{Value: value, Weight: weight, Flow: flow, Period: period, Basis: o.Units.Basis}
	return o
}

// ImportProfiles lists the keys of the kinds of table that can be read.
func ImportProfiles() []string {
	var out []string
	for _, p := range importer.Profiles() {
		if !slices.Contains(out, p.Key) {
			out = append(out, p.Key)
		}
	}
	return out
}

// UnknownTable reads from an import's error the header as it was found and the
// profiles that fit it equally well; ok is false for any other error.
func UnknownTable(err error) (seen, tied []string, ok bool) {
	var u *importer.UnknownTable
	if !errors.As(err, &u) {
		return nil, nil, briefing.CodeOf(err) == briefing.CodeNoHeader
	}
	for _, k := range u.Tied {
		if !slices.Contains(tied, k) {
			tied = append(tied, k)
		}
	}
	return u.Seen, tied, true
}

// Recognition is what a file is taken for, before anything is read in.
type Recognition = importer.Recognition

// ImportMapping is how one table of a file will be read.
type ImportMapping = importer.Mapping

// ImportColumn is a column of a file with what it becomes.
type ImportColumn = importer.MappedColumn

// ImportReport accounts for every row of a file.
type ImportReport = importer.Report

// SureScore is the score of a recognition, of 100, from which it needs no
// second look.
const SureScore = 80

// Storable is the number of rows and records that accepting would store.
func (in Imported) Storable() int {
	if in.Result == nil || in.Unchanged {
		return 0
	}
	n := in.Result.Figures.Len()
	if r := in.Revision; r != nil && (in.Decision == Beside || !r.Needed()) {
		n = r.Count(figure.Added)
	}
	n += in.records
	if in.Decision == Beside {
		n -= len(in.overwrites)
	}
	for _, l := range in.Result.Names {
		n += len(l.Names)
	}
	return n
}

// Kinds counts the records that accepting would store by their kind.
func (in Imported) Kinds() map[briefing.Kind]int {
	out := map[briefing.Kind]int{}
	if in.Result != nil {
		for _, r := range in.Result.Records {
			out[r.Ref().Kind]++
		}
	}
	return out
}

// RejectedRow is a row that could not be stored, and where.
type RejectedRow = importer.Rejected

// ReturnedBook is what a workbook of ours that came back says beside its rows.
type ReturnedBook = importer.Returned

// ImportRoles lists what columns of a file can become.
func ImportRoles() []string {
	var out []string
	for _, p := range importer.Profiles() {
		for _, c := range p.Columns {
			if r := c.Role.String(); r != "" && !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// Asked is the key of the words in which a need is told, see importer.Asked.
func Asked(need, about string) string { return importer.Asked(need, about) }
