package app

import (
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/prices"
	"briefing/internal/lang"
)

// PriceReport sets the prices of a tonne that a file implies beside the usual
// ones, chapter by chapter.
type PriceReport = prices.Report

// PriceLine is one chapter of it.
type PriceLine = prices.Line

// PriceWord is the verdict on a chapter in words.
func PriceWord(l briefing.Lang, line PriceLine) string {
	key := string(line.Verdict)
	switch line.Power {
	case 6:
		key = "million-low"
	case -6:
		key = "million-high"
	}
	return lang.T(l, "importer.price."+key)
}

// PriceUnjudged is the verdict on a chapter of whose prices nothing can be said.
const PriceUnjudged = prices.Unjudged

// PriceUsual is the verdict on a chapter whose price is within its range.
const PriceUsual = prices.Usual

// WholeCountry is the answer that a file is of no region, whatever its title names.
const WholeCountry = importer.WholeCountry

// Answers about numbers and columns that can be understood in two ways.
const (
	DecimalPoint   = importer.DecimalPoint
	DecimalComma   = importer.DecimalComma
	ColumnsChecked = importer.ColumnsChecked
)

// BasisByFlow is the usual practice of customs: exports FOB, imports CIF.
const BasisByFlow = importer.BasisByFlow

// UnitDoubt is the cause of an error with CodeUnitDoubt: the units of a file
// are probably a thousand times off.
type UnitDoubt struct{ Prices PriceReport }

// Error is for the log.
func (*UnitDoubt) Error() string { return "prices of a tonne are a power of a thousand off" }

// Prices are the file's prices of a tonne beside the usual ones.
func (in *Imported) Prices() PriceReport {
	if in.Result == nil || in.Unchanged {
		return PriceReport{}
	}
	return in.Result.Prices
}

// UnitsDoubted reports whether somebody has to confirm the units before the
// file can be stored.
func (in *Imported) UnitsDoubted() bool { return in.Prices().Slip != 0 && !in.TrustUnits }

// trusted refuses units in doubt, or tells in the batch that they were confirmed.
func (in *Imported) trusted() error {
	r := in.Prices()
	if r.Slip == 0 {
		return nil
	}
	if !in.TrustUnits {
		return &briefing.Error{Code: briefing.CodeUnitDoubt, Op: "import", Path: in.File, Err: &UnitDoubt{r}}
	}
	in.note(func(l briefing.Lang) string { return lang.T(l, "importer.note."+importer.NoteConfirmed) })
	return nil
}
