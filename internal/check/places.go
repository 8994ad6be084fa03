package check

import (
	"cmp"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// placeWords name whose figures are told of: the region, where they are of one,
// else the country.
func placeWords(l briefing.Lang, country, region string) string {
	if region == "" {
		return lang.Country(l, country)
	}
	return cmp.Or(lang.Region(l, country, region), region)
}
