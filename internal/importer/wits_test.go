package importer_test

import (
	"errors"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

func csv(t *testing.T, rows [][]string) []byte {
	return importertest.Text{Delimiter: ','}.Write(t, rows)
}

// A download put together from several has its header again in the middle.
func TestWITS(t *testing.T) {
	rows := [][]string{
		{"Nomenclature", "ReporterISO3", "ProductCode", "ReporterName", "PartnerISO3", "PartnerName", "Year", "TradeFlowName", "TradeFlowCode", "TradeValue in 1000 USD", "NetWeight in KGM"},
		{"H6", "CHN", "020714", "China", "RUS", "Russian Federation", "2022", "Gross Imports", "1", "1250.5", "610000"},
		{"H6", "CHN", "20714", "China", "BRA", "Brazil", "2022", "Gross Imports", "1", "3", "0"},
		{"Nomenclature", "ReporterISO3", "ProductCode", "ReporterName", "PartnerISO3", "PartnerName", "Year", "TradeFlowName", "TradeFlowCode", "TradeValue in 1000 USD", "NetWeight in KGM"},
		{"H6", "CHN", "020714", "China", "WLD", "World", "2022", "Gross Imports", "1", "1253.5", "610000"},
		{"H6", "CHN", "020714", "China", "SER", "Serbia, FR(Serbia/Montenegro)", "2022", "Gross Exports", "2", "1", ""},
		{"H6", "CHN", "020714", "China", "UNS", "Unspecified", "2022", "Gross Exports", "2", "2", ""},
		{"H6", "CHN", "020714", "China", "RUS", "Brazil", "2022", "Gross Imports", "1", "1", ""},
		{"H6", "CHN", "020714", "China", "RUS", "Russian Federation", "20x2", "Gross Imports", "1", "1", ""},
		{"H6", "CHN", "020714", "China", "RUS", "Russian Federation", "2022", "Transit", "1", "1", ""},
		{"H6", "CHN", "020714", "China", "RUS", "Russian Federation", "2022", "Gross Imports", "1", "1,25", ""},
	}
	res := mustLoad(t, "wits.csv", csv(t, rows), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2022 020714/6 HS2022 1250500USD kg=610000 q=– A",
		"3 import CN→BR 2022 020714/6 HS2022 3000USD kg=– q=– A",
		"6 export CN→RS 2022 020714/6 HS2022 1000USD kg=– q=– A",
		"7 export CN→ZZ 2022 020714/6 HS2022 2000USD kg=– q=– A",
	})
	want := "10 = 4 + header 1 + total 1 + 8:6 partner-mismatch «Brazil» + 9:7 period «20x2» + 10:8 flow «Transit» + 11:10 number «1,25»"
	if got := account(res.Report); got != want || res.Preview.Profile != "wits" {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, err := load("wits.csv", csv(t, rows), importer.Options{Units: importer.Units{Value: "usd"}}); briefing.CodeOf(err) != briefing.CodeUnitConflict {
		t.Errorf("units against the header: %v", err)
	}
}

// The five columns of the simplest download tell no flow.
func TestWITSWithoutFlow(t *testing.T) {
	rows := [][]string{
		{"ReporterISO3", "ProductCode", "PartnerISO3", "Year", "TradeValue in 1000 USD"},
		{"RUS", "10", "CHN", "2021", "12.5"},
		{"RUS", "10", "All", "2021", "12.5"},
	}
	var n *importer.Needed
	if _, err := load("wits.csv", csv(t, rows), importer.Options{}); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"flow"}) {
		t.Errorf("got %v", err)
	}
	res := mustLoad(t, "wits.csv", csv(t, rows), importer.Options{Units: importer.Units{Flow: figure.Export}})
	equal(t, "rows", rowsOf(res.Figures), []string{"2 export RU→CN 2021 10/2 HS 12500USD kg=– q=– A"})
	if got := account(res.Report); got != "2 = 1 + 3:3 partner «All»" {
		t.Error(got)
	}
}

// Product pages name countries; quantities in kilograms are the weight.
func TestWITSProductPage(t *testing.T) {
	rows := [][]string{
		{"Reporter", "TradeFlow", "ProductCode", "Product Description", "Year", "Partner", "Trade Value 1000USD", "Quantity", "Quantity Unit"},
		{"China", "Import", "220300", "Beer made from malt", "2022", "Russian Federation", "1250.5", "610000", "Kg"},
		{"China", "Import", "220300", "Beer made from malt", "2022", " World", "9000", "1", "Kg"},
		{"China", "Import", "847130", "Portable computers", "2022", "Viet Nam", "7", "12", "Item"},
	}
	data := importertest.Workbook(t, importertest.Sheet{Name: "By-HS6Product", Rows: importertest.Strings(rows)})
	res := mustLoad(t, "wits.xlsx", data, importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2022 220300/6 HS 1250500USD kg=610000 q=– A",
		"3 import CN→W00 2022 220300/6 HS 9000000USD kg=1 q=– A",
		"4 import CN→VN 2022 847130/6 HS 7000USD kg=– q=12Item A",
	})
	if got := account(res.Report); got != "3 = 3" {
		t.Error(got)
	}
}

// The header again in the middle is set aside whatever the table, in another
// case and without the empty cells at its end too, and says nothing of how
// numbers are written.
func TestHeaderAgainInEveryProfile(t *testing.T) {
	fts := append(ftsRows()[:2:2], []string{"NAPR", "PERIOD", "NASTRANAPR", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL", "REGION", "REGION_S"}, ftsRows()[2])
	gacc := append(gaccRows("美元")[:2:2], gaccRows("美元")[0], gaccRows("美元")[2])
	old := legacy([]string{"0207", "Import", "RU", "10", "100", "4"}, []string{"0208", "Import", "RU", "10", "100", "4"})
	old = append(old[:2:2], old[0], old[2])
	boxes := [][]string{
		{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл.", "Вес, тонн"},
		{"Экспорт", "01.2022", "Китай", "0207", "1,250", "1"},
		{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл.", "Вес, тонн"},
		{"Экспорт", "02.2022", "Китай", "0207", "2,250", "1"},
	}
	for name, tt := range map[string]struct {
		data []byte
		o    importer.Options
	}{
		"fts":    {importertest.Text{Delimiter: '\t'}.Write(t, fts), thousandUSD},
		"gacc":   {importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}.Write(t, gacc), importer.Options{Units: importer.Units{Flow: figure.Import}}},
		"legacy": {csv(t, old), importer.Options{}},
		"boxes":  {importertest.Text{Delimiter: ';'}.Write(t, boxes), importer.Options{Units: importer.Units{Decimal: importer.DecimalPoint}}},
	} {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "a.csv", tt.data, tt.o)
			if got := account(res.Report); got != "3 = 2 + header 1" {
				t.Errorf("%s\n%q", got, rowsOf(res.Figures))
			}
			if name == "boxes" {
				equal(t, "a grouping comma", rowsOf(res.Figures)[:1], []string{"2 export RU→CN 2022-01 0207/4 TNVED 1250000USD kg=1000 q=– A"})
			}
		})
	}
}
