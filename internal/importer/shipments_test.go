package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// Equal rows of a day are shipments that were alike; equal rows of a month are one
// row told twice.
func TestEqualShipmentsAreNoRepetitions(t *testing.T) {
	head := "Направление;Период;Страна;ТН ВЭД;Стоимость, долл.;Вес нетто, кг\n"
	for period, want := range map[string]int{"09.01.2025": 3, "01.2025": 2} {
		row := "ЭК;" + period + ";Китай;1201900000;500;1000\n"
		res := mustLoad(t, "d.csv", []byte(head+row+row+"ЭК;10.01.2025;Китай;1201900000;700;1000\n"), importer.Options{})
		if got := res.Figures.Len(); got != want || slices.Contains(res.Report.Notes, importer.NoteShipments) != (want == 3) {
			t.Errorf("%s: %d rows, %s", period, got, account(res.Report))
		}
	}
}
