package importer

import (
	"slices"
	"strings"

	"briefing/internal/classification"
	"briefing/internal/importer/codes"
)

// classified is the classification of the table's codes: what the head of
// their column or a title calls it, else the national one whose length the
// codes have. Up to six digits without a name they are the Harmonized System.
func (g *guesser) classified(reporter string) string {
	const hs = "HS"
	at := slices.IndexFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleCode })
	if at < 0 {
		return hs
	}
	for _, text := range append([]string{g.header[at]}, g.titles()...) {
		f := strings.ReplaceAll(codes.Fold(text), " ", "")
		switch {
		case strings.Contains(f, "тнвэд"), strings.Contains(f, "tnved"):
			return string(classification.TNVED)
		case strings.Contains(f, "мстк"), strings.Contains(f, "смтк"), strings.Contains(f, "sitc"):
			return "SITC"
		}
	}
	longest := 0
	for _, row := range g.rows {
		if at < len(row) && commodity(row[at]) {
			longest = max(longest, len(strings.Join(strings.Fields(row[at]), "")))
		}
	}
	switch {
	case longest > 6 && slices.Contains([]string{"RU", "BY", "KZ", "AM", "KG"}, reporter): // the union's ten digits
		return string(classification.TNVED)
	case longest > 6 && reporter == "CN":
		return string(classification.CNHS)
	}
	return hs
}
