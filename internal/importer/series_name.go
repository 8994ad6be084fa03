package importer

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// SeriesName is the name of a file without the period that it is for, in the form in
// which names are compared: that of «kld_2026_09.xlsx» and «kld_2026_10.xlsx», of
// «Экспорт за сентябрь.csv» and «Экспорт за октябрь.csv». It is empty for a name that
// is nothing but a period.
func SeriesName(file string) string {
	file = path.Base(strings.ReplaceAll(file, `\`, "/"))
	words := strings.FieldsFunc(codes.Fold(strings.TrimSuffix(file, path.Ext(file))), func(r rune) bool { return !unicode.IsLetter(r) })
	words = slices.DeleteFunc(words, func(w string) bool {
		return periods.MonthIn(w) > 0 || slices.Contains([]string{"г", "гг", "год", "года", "мес", "месяцев", "кв", "квартал", "q", "m", "年", "月", "年月"}, w)
	})
	return strings.Join(words, " ")
}
