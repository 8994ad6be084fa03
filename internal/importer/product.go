package importer

import (
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// product is a commodity code as typed or exported.
type product struct {
	code   string
	level  uint8
	hidden bool
	known  string // digits of a code that is hidden in part
	total  bool
	padded bool
	name   string // that stands behind the code
	open   bool   // stars behind it are a footnote or hidden digits, see codeColumn
	reason string // why it is none
}

// parseCode reads a commodity code; see codes.ParseCommodity.
func parseCode(raw string, hs bool) product {
	c, why := codes.ParseCommodity(raw, hs)
	switch why {
	case "", codes.OpenStars:
	case codes.SeveralCodes:
		return product{reason: RejectCodes}
	default:
		return product{reason: RejectCode}
	}
	switch {
	case c.Total:
		return product{code: figure.TotalCode, total: true}
	case c.Hidden:
		return product{code: figure.HiddenCode, hidden: true, known: c.Known}
	}
	return product{code: c.Code, level: uint8(len(c.Code)), padded: c.Padded, name: c.Name, open: why == codes.OpenStars} // at most 12
}
