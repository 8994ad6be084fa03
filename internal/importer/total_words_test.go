package importer_test

import (
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// A row is a total whatever column has the word: it is set aside, neither stored nor
// rejected.
func TestTotalWordsInAnyColumn(t *testing.T) {
	for at := range 4 {
		rows := [][]string{
			{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"},
			{"Экспорт", "2025", "Узбекистан", "1001", "10,5", "1"},
			{"Экспорт", "2025", "Узбекистан", "1512", "20,5", "2"},
			{"", "", "", "", "31", "3"},
		}
		rows[3][at] = "ИТОГО"
		res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{})
		if got, want := account(res.Report), "3 = 2 + total 1"; got != want {
			t.Errorf("in column %d: %s, want %s", at+1, got, want)
		}
	}
}
