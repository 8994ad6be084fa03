package periods_test

import (
	"strings"
	"testing"

	"briefing/internal/importer/periods"
)

func TestPartsOfAYearNamedTogether(t *testing.T) {
	for text, want := range map[string]string{
		"Предварительные данные за II и III кварталы 2026 года": "-Q2 -Q3",
		"за I, II и III кварталы": "-Q1 -Q2 -Q3",
		"данные за август и сентябрь 2026 г. предварительные": "-08 -09",
		"данные за июль, август и сентябрь":                   "-07 -08 -09",
		"preliminary data, August and September":              "-08 -09",
		"за III квартал":                                      "",
		"за январь–сентябрь":                                  "",
		"экспорт в мае и его доля":                            "",
		"предварительные данные":                              "",
		"данные ФТС России и ЕЭК":                             "",
		"за сентябрь, предварительно":                         "",
	} {
		var got []string
		for _, p := range periods.Listed(text) {
			got = append(got, periods.PartText(p))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
