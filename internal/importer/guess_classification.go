package importer

import (
	"slices"
	"strings"
	"unicode"

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
	texts := append([]string{g.header[at]}, g.titles()...)
	for _, row := range g.rows {
		if at < len(row) && strings.IndexFunc(row[at], unicode.IsLetter) >= 0 { // «Пшеница (код ТН ВЭД 1001)»
			texts = append(texts, row[at])
			break
		}
	}
	for _, text := range texts {
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
		if at >= len(row) {
			continue
		}
		code := namedCode(row[at])
		if code == "" && commodity(row[at]) {
			code = strings.Join(strings.Fields(row[at]), "")
		}
		longest = max(longest, len(code))
	}
	switch {
	case longest > 6 && slices.Contains([]string{"RU", "BY", "KZ", "AM", "KG"}, reporter): // the union's ten digits
		return string(classification.TNVED)
	case longest > 6 && reporter == "CN":
		return string(classification.CNHS)
	}
	return hs
}
