package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Sums of a period lack the rows that could not be read: the batch says of which.
func TestPeriodsOfRejectedRowsAreTold(t *testing.T) {
	row := func(period, value string) []string {
		return []string{"Экспорт", period, "Узбекистан", "1001190000", value, "1"}
	}
	months := func(years int) (rows [][]string) {
		for y := range years {
			for m := range 2 {
				rows = append(rows, row(fmt.Sprintf("%02d.%d", m+1, 2005+y), "1O"))
			}
		}
		return rows
	}
	head := []string{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"}
	for name, tt := range map[string]struct {
		rows [][]string
		want string
	}{
		"none":                  {[][]string{row("2025", "10")}, ""},
		"a year":                {[][]string{row("2024", "10"), row("2025", "1O"), row("2025", "1O")}, "2025"},
		"two months":            {[][]string{row("01.2025", "10"), row("03.2025", "1O"), row("02.2025", "1O")}, "2025-02 2025-03"},
		"one that has none":     {[][]string{row("2025", "10"), row("позже", "10"), row("2024", "1O")}, "- 2024"},
		"months of many years":  {append(months(8), row("2025", "10")), "2005 2006 2007 2008 2009 2010 2011 2012"},
		"months of many, many":  {append(months(15), row("2025", "10")), "-"},
		"set aside, not lost":   {[][]string{row("2025", "10"), {"ИТОГО", "", "", "", "10", "1"}}, ""},
		"withheld, not missing": {[][]string{row("2025", "10"), row("2024", "…")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			data := importertest.Text{Delimiter: ';'}.Write(t, append([][]string{head}, tt.rows...))
			res := mustLoad(t, "t.csv", data, importer.Options{})
			var got []string
			for _, p := range res.Report.Lost {
				if p.Kind == briefing.NoPeriod {
					got = append(got, "-")
				} else {
					got = append(got, p.String())
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%q, want %q; %s", got, tt.want, account(res.Report))
			}
			if said := strings.Count(res.Import.Note.RU, "неполны"); said != len(res.Report.Lost) {
				t.Errorf("the note: %s", res.Import.Note.RU)
			}
		})
	}
}
