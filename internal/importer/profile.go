package importer

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
	"briefing/internal/importer/sniff"
)

// Role is what a column says of an observation.
type Role uint8

// Roles.
const (
	NoRole Role = iota
	RoleFlow
	RolePeriod
	RoleYear
	RoleMonth
	RoleReporter     // code, in the profile's table of codes
	RoleReporterISO  // two or three letters
	RoleReporterName // in words
	RolePartner
	RolePartnerISO
	RolePartnerName
	RoleOrigin      // partner of imports, where a table has both countries
	RoleDestination // partner of exports
	RoleRegion
	RoleProvince
	RoleCode
	RoleProduct
	RoleClassification
	RoleValue
	RoleValueCIF
	RoleValueFOB
	RoleValueUnit
	RoleWeight
	RoleWeightUnit
	RoleQuantity
	RoleQuantityUnit
	RoleQuantity2
	RoleQuantityUnit2
	RoleBasis
	RoleStatus
	RoleFlag // the source's own code of estimates, see Profile.Flags
	RoleSample
	RoleMeasure     // long tables: what the row's number is
	RoleObservation // long tables: the number
	RoleMeasureUnit // of the number
	RoleMultiplier  // power of ten of the number
	RoleConf        // CL_CONF_STATUS
	RoleAction      // what a long table wants done with the row
	RoleKeep        // an axis of which only some rows are stored, see Column.Keep
	RoleAxis        // an axis that is not held, but tells rows apart
	RoleField
	roleCount
)

// String is the name of the role in previews and saved profiles.
func (r Role) String() string {
	return [...]string{
		"", "flow", "period", "year", "month", "reporter", "reporter-iso", "reporter-name",
		"partner", "partner-iso", "partner-name", "origin", "destination", "region", "province", "code", "product",
		"classification", "value", "value-cif", "value-fob", "value-unit", "weight", "weight-unit",
		"quantity", "quantity-unit", "quantity-2", "quantity-unit-2", "basis", "status", "flag",
		"sample", "measure", "observation", "measure-unit", "multiplier", "confidentiality", "action", "keep", "axis", "field",
	}[r]
}

// Column says how a column is known and what it means.
type Column struct {
	Role     Role
	Names    []string // headers, in any case
	Required bool     // without it the table is another one
	Optional bool     // its absence says nothing
	Unit     briefing.Unit
	Keep     []string // RoleKeep: values of the rows that are stored; empty cells are
	Field    string   // RoleField: key of the record's field
	folded   []string // Names as they are compared, once they are to be
}

// foldedNames are the column's names as they are compared.
func (c *Column) foldedNames() []string {
	if c.folded != nil {
		return c.folded
	}
	return foldAll(c.Names)
}

// foldAll puts texts in the form they are compared in.
func foldAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = codes.Fold(s)
	}
	return out
}

// CodeTable names a table of country codes.
type CodeTable string

// Tables of country codes.
const (
	CodesISO     CodeTable = "iso"           // two or three letters, or a name
	CodesM49     CodeTable = "m49"           // the UN's numbers
	CodesCustoms CodeTable = "china-customs" // the numbers of the Chinese customs
)

// NumberStyle is how numbers are written in text.
type NumberStyle uint8

// Styles.
const (
	NumberAuto  NumberStyle = iota // decided for each column from all its cells
	NumberPoint                    // 1,234.5
	NumberComma                    // 1 234,5
)

// Profile is all that is known of one kind of table, as plain data.
type Profile struct {
	Key             string
	Container       sniff.Kind // only in files of this kind; empty: any
	Columns         []Column
	Ignored         []string // headers that are known and not used
	Numbers         NumberStyle
	Countries       CodeTable
	Reporter        string // of all rows, when no column has it
	Classification  string
	Classifications map[string]string // by the column's code
	Basis           map[figure.Flow]string
	Flags           map[string]briefing.ObsStatus // of the weight
	ZeroWeight      bool                          // a weight of 0 beside a value means none given
	WeightByUnit    bool                          // quantities in kilograms are the net weight
	MassByUnit      bool                          // quantities in any unit of mass are the net weight
	UnitInQuantity  bool                          // a quantity may be followed by its unit in the same cell
	Long            bool                          // each row has one measure; see long.go
	Settled         bool                          // has no totals and no levels to take back
	Statuses        map[string]briefing.ObsStatus // the source's codes beside our own
	AskUnits        bool                          // the file states neither value nor weight unit
	FlowByName      bool                          // a flow column may be missing: the file's name may tell
	MonthByName     bool                          // periods are years, the file's name has the month
	DownloadLimit   int                           // rows one download holds at most
	Notes           []string
	Record          briefing.Kind // rows are records of this kind, not observations
	Sheet           string        // key of a sheet of our template
	Script          script        // of its headers, where that tells whose the table is
	Periods         periodsOf     // what stands in its column of periods, where that tells whose the table is
}

// periodsOf is what a column of periods holds.
type periodsOf uint8

const (
	anyPeriods   periodsOf = iota
	yearsAlone             // no more than years
	partsOfYears           // months
)

// holds reports whether a column of periods, of which the first rows are given, holds
// such ones.
func (p periodsOf) holds(rows [][]string, at int) bool {
	parts := at >= 0 && slices.ContainsFunc(rows, func(row []string) bool {
		if at >= len(row) {
			return false
		}
		said, ok := periods.Parse(row[at])
		return ok && said.Kind != briefing.YearPeriod
	})
	return p == anyPeriods || parts == (p == partsOfYears)
}

// script is what headers are written in.
type script uint8

const (
	anyScript script = iota
	inCodes          // names of columns of programs
	inWords          // words in Russian
)

// fits reports whether a header is written so.
func (s script) fits(row []string) bool {
	words := slices.ContainsFunc(row, func(h string) bool {
		return strings.ContainsFunc(h, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	})
	return s == anyScript || words == (s == inWords)
}
