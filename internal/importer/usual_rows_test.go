package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
)

// The year below its months, and their average, are no mistakes.
func TestQuirkYearsAndAveragesBelowMonths(t *testing.T) {
	for last, want := range map[string]string{
		"2025 год": "3 = 2 + title 1", "2025": "3 = 2 + title 1", "В среднем за месяц": "3 = 1 + title 1 + total 1", "Среднемесячный экспорт": "3 = 1 + title 1 + total 1",
		"2024 год": "3 = 1 + title 1 + 4:1 period «2025 2024 год»",
	} {
		data := plainFile("Экспорт России в Китай в 2025 году, тыс. долл.", "Месяц;Стоимость", "январь;1", last+";1")
		g := guess(t, "t.csv", data)
		if got := account(mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape}).Report); got != want {
			t.Errorf("%s: %s, want %s", last, got, want)
		}
	}
	if got := account(tradeTable(t, ruHeads, "ЭК;2025-01;CN;1001;1;1", "ЭК;В среднем за месяц;CN;1001;1;1").Report); got != "2 = 1 + total 1" {
		t.Error(got)
	}
}

// The turnover from the start of the year is no flow either.
func TestQuirkTurnoverFromTheStartOfTheYear(t *testing.T) {
	data := plainFile("2025年9月全国主要国别进出口（亿美元）", "国别,进出口,出口,进口,累计进出口,累计出口,累计进口", "俄罗斯,30,10,20,270,90,180")
	g := guess(t, "z.csv", data)
	res := mustLoad(t, "z.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); strings.Contains(got, ":") || res.Report.Stored != 4 {
		t.Error(got)
	}
}
