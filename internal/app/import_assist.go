package app

import (
	"context"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
	"briefing/internal/lang"
)

// ShapePlace is where the user sees the header of a table.
type ShapePlace = importer.Place

// RowPlace is where a row stands in a file.
type RowPlace = importer.RowPlace

// PreviewRow is one figure of a preview and what becomes of it.
type PreviewRow = importer.PreviewRow

// Fates of rows in a preview beside the reasons for which rows are set aside.
const (
	FateStored   = importer.FateStored
	FateRejected = importer.FateRejected
)

// Reasons for which rows of a preview are rejected only until the user has said
// what the table does not.
const (
	RejectUnit     = importer.RejectUnit
	RejectReporter = importer.RejectReporter
	RejectPartner  = importer.RejectPartner
)

// Reasons for which the figures of a column are set aside.
const (
	AsideGrowing  = importer.AsideGrowing
	AsidePlan     = importer.AsidePlan
	AsideTotal    = importer.AsideTotal
	AsideTwice    = importer.AsideTwice
	AsideTurnover = importer.AsideTurnover
	AsideServices = importer.AsideServices
)

// ProfileTable is what an import by a shape without a name records.
const ProfileTable = importer.ProfileTable

// ReasonUnknown is the reason of a guess where neither header nor cells tell.
const ReasonUnknown = importer.GuessUnknown

// PartPeriod reads what a shape keeps of a part of a year told elsewhere.
func PartPeriod(s string) (briefing.Period, bool) { return periods.Part(s) }

// GuessShapeAt proposes how a table is read whose header the user has pointed
// at, with the table's beginning as it stands. Nothing is stored. A file
// without such a row gives CodeNoHeader.
func (p *Project) GuessShapeAt(ctx context.Context, path string, at ShapePlace) (*ShapeGuess, error) {
	g, err := importer.GuessFileAt(ctx, path, at, importer.Options{})
	return g, placed(err, path)
}

// CountryCode is the ISO 3166 alpha-2 code of a country by its code or its
// name in any of the three languages.
func CountryCode(text string) (code string, ok bool) {
	text = strings.TrimSpace(text)
	if code, ok = codes.Name(text); ok {
		return code, code != codes.Unknown
	}
	up := strings.ToUpper(text)
	if len(up) == 2 && up[0] >= 'A' && up[0] <= 'Z' && up[1] >= 'A' && up[1] <= 'Z' && lang.Country(briefing.EN, up) != up {
		return up, true
	}
	return "", false
}

// Country reports whether a code of two letters is that of a country.
func Country(code string) bool {
	c, ok := codes.Alpha2(code)
	return ok && c != codes.Unknown && c != figure.World
}

// Amount reports whether columns of the role hold figures.
func Amount(r ColumnRole) bool {
	switch r {
	case importer.RoleValue, importer.RoleValueCIF, importer.RoleValueFOB, importer.RoleWeight, importer.RoleQuantity, importer.RoleQuantity2:
		return true
	}
	return false
}
