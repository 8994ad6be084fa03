package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// The detail of an axis without its total row is all that there is; beside it,
// it is told twice. Directions and periods may differ in this.
func TestQuirkComtradeDetailWithoutItsTotal(t *testing.T) {
	w := importertest.Text{Delimiter: ','}
	res := mustLoad(t, "TradeData.csv", plusFile(t, w,
		map[string]string{"primaryValue": "60", "partner2Code": "156"},
		map[string]string{"primaryValue": "40", "partner2Code": "792"},
		map[string]string{"primaryValue": "40", "partner2Code": "792", "period": "2022", "refYear": "2022"},
		map[string]string{"primaryValue": "7", "flowCode": "X", "motCode": "2100"},
		map[string]string{"primaryValue": "9", "flowCode": "X"},
	), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2023 0207/4 HS2022 60USD kg=– q=– A",
		"3 import CN→RU 2023 0207/4 HS2022 40USD kg=– q=– A",
		"4 import CN→RU 2022 0207/4 HS2022 40USD kg=– q=– A",
		"6 export CN→RU 2023 0207/4 HS2022 9USD kg=– q=– A",
	})
	if len(res.Report.Notes) > 0 {
		t.Errorf("notes %q", res.Report.Notes)
	}
}

func TestQuirkComtradeFlowsThatAreParts(t *testing.T) {
	res := mustLoad(t, "TradeData.csv", plusFile(t, importertest.Text{Delimiter: ','},
		map[string]string{"primaryValue": "60", "flowCode": "X"},
		map[string]string{"primaryValue": "50", "flowCode": "DX"},
		map[string]string{"primaryValue": "5", "flowCode": "XIP"},
		map[string]string{"primaryValue": "10", "flowCode": "RX"},
	), importer.Options{})
	if got, want := account(res.Report), "4 = 2 + breakdown 2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	res = mustLoad(t, "TradeData.csv", plusFile(t, importertest.Text{Delimiter: ','}, map[string]string{"primaryValue": "50", "flowCode": "DX"}), importer.Options{})
	if !slices.Contains(res.Report.Notes, importer.NoteNothing) {
		t.Errorf("nothing is stored and nothing said: %s %q", account(res.Report), res.Report.Notes)
	}
}

// The Union is a partner of its own only where its members aren't told.
func TestQuirkTheUnionBesideItsMembers(t *testing.T) {
	w := importertest.Text{Delimiter: ','}
	eu := map[string]string{"partnerCode": "97", "partnerISO": "EUR", "partnerDesc": "European Union", "primaryValue": "60"}
	china := map[string]string{"partnerCode": "156", "partnerISO": "CHN", "partnerDesc": "China", "primaryValue": "5", "reporterCode": "643", "reporterISO": "RUS", "reporterDesc": "Russian Federation"}
	for _, m := range []map[string]string{eu} {
		m["reporterCode"], m["reporterISO"], m["reporterDesc"] = "643", "RUS", "Russian Federation"
	}
	germany := map[string]string{"partnerCode": "276", "partnerISO": "DEU", "partnerDesc": "Germany", "primaryValue": "60", "reporterCode": "643", "reporterISO": "RUS", "reporterDesc": "Russian Federation"}
	res := mustLoad(t, "TradeData.csv", plusFile(t, w, eu, germany, china), importer.Options{})
	if got := account(res.Report) + " " + toldTotals(res); got != "3 = 2 + total 1 EU 60=60" {
		t.Error(got)
	}
	res = mustLoad(t, "TradeData.csv", plusFile(t, w, eu, china), importer.Options{})
	if got := account(res.Report) + toldTotals(res); got != "2 = 2" {
		t.Error(got)
	}
}

// Countries that come to more than the row of all of them contradict it.
func TestCountriesThatExceedTheirTotal(t *testing.T) {
	res := tradeTable(t, ruHeads, "ЭК;2025;Весь мир;1001;100;1", "ЭК;2025;CN;1001;80;1", "ЭК;2025;KZ;1001;40;1")
	if got := account(res.Report) + toldTotals(res); got != "3 = 2 + total 1 100000≠120000" || !slices.Contains(res.Report.Notes, importer.NoteTotals) {
		t.Errorf("%s %q", got, res.Report.Notes)
	}
}

// A table of goods without countries is of all of them, when that is said.
func TestQuirkGoodsWithoutCountries(t *testing.T) {
	data := plainFile("Экспорт России по товарам, тыс. долл. США;;", "Товар;2024;2025", "Пшеница;1;2", "Соя;3;4", "Всего;4;6")
	g := guess(t, "t.csv", data)
	o := importer.Options{Shape: &g.Shape}
	o.Units.Partner = "W00"
	res := mustLoad(t, "t.csv", data, o)
	if got := account(res.Report); got != "7 = 4 + title 1 + total 2" {
		t.Error(got)
	}
}
