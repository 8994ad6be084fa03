package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Area names what rows of trade are of: the country, a region of it, a place in
// a region, and of the whole partner or of one province of it. The areas are
// those of figure.Split.
func Area(l briefing.Lang, area string) string {
	own, province := strings.CutSuffix(area, "+province")
	if own == "" {
		own = "country"
	}
	name := Enum(l, "area", own)
	if province {
		name += T(l, "enum.area.province")
	}
	return name
}
