// Package figure holds trade observations in columns: batches with dictionary
// codes and exact scaled integers, filtered and added up by dimension. It
// knows no file and no page. Rows of different reporter, currency, basis,
// classification or frequency are never added to each other.
package figure

import "briefing/internal/briefing"

// Flow is the reporter's own word for the direction.
type Flow string

// Flows.
const (
	Export   Flow = "export"
	Import   Flow = "import"
	ReExport Flow = "re-export"
	ReImport Flow = "re-import"
)

// Special codes of dimensions.
const (
	World      = "W00"   // partner: all countries
	AnyCode    = ""      // no commodity code: all goods
	HiddenCode = "X"     // confidential commodity code («код товара скрыт»)
	TotalCode  = "TOTAL" // the total of all goods as the source gives it
)

// Observation is one row of trade statistics, SDMX-like.
type Observation struct {
	Flow           Flow
	Reporter       string // ISO 3166-1 alpha-2
	Region         string // region of the reporter: "46000"
	Partner        string // ISO 3166-1 alpha-2, World, or "ZZ" where unknown
	Province       string // partner province
	Code           string // commodity code, digits only, or HiddenCode, TotalCode
	Classification string // "HS", "HS2017", "TNVED", "CN-HS", "SITC4"
	Level          uint8  // digits of the code: 2, 4, 6, 8, 10
	Product        string // name of the commodity as the file has it
	Period         briefing.Period
	Value          briefing.MaybeNumber // whole currency units
	Currency       string               // ISO 4217
	Basis          string               // "FOB", "CIF" or empty where not stated
	NetWeight      briefing.MaybeNumber // kg
	Quantity       briefing.MaybeNumber // supplementary quantity
	QuantityUnit   string
	Status         briefing.ObsStatus // of the value, and of all else where that has none of its own
	WeightStatus   briefing.ObsStatus // of the net weight where it is not that of the value; empty: the same
	Conf           briefing.Confidentiality
	Import         briefing.ID // batch: the Import record it came with
	Line           int         // line of the file
	Sample         bool        // invented data
}

// Dimension names what observations are filtered and grouped by; the names are
// those of the command line: year, quarter, month, flow, reporter, partner,
// province, region, hs2, hs4, hs6, code, product, group, classification,
// currency, basis.
type Dimension string

// ByProduct is the dimension of the names that goods have in their sources:
// tables of ministries often tell goods by nothing else.
const ByProduct Dimension = "product"

// ByGroup is the dimension of product groups, which are rules over codes and
// come with the filter.
const ByGroup Dimension = "group"

// Dimensions lists the dimensions in their fixed order.
func Dimensions() []Dimension {
	return []Dimension{"year", "quarter", "month", "flow", "reporter", "partner", "province", "region", "hs2", "hs4", "hs6", "code", ByProduct, ByGroup, "classification", "currency", "basis"}
}
