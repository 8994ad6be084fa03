package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// Codes in the names of goods are used where all goods have one: goods with a code
// and goods without can't be added up together.
func TestCodesInTheNamesOfGoods(t *testing.T) {
	const title, head = "Экспорт России в Китай в 2025 году, тыс. долл. США", "Наименование товара;Стоимость"
	data := plainFile(title, head, "Пшеница и меслин (код ТН ВЭД 1001);5", "Соевые бобы (1201);6", "0303 – Рыба мороженая;7", "Масла, код 15;2", "Итого;20")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	var got []string
	for _, o := range res.Figures.All() {
		got = append(got, o.Classification+" "+o.Code+" "+o.Product+" "+o.Value.Decimal.String())
	}
	equal(t, "rows", got, []string{"TNVED 1001 Пшеница и меслин 5000", "TNVED 1201 Соевые бобы 6000", "TNVED 0303 Рыба мороженая 7000", "TNVED 15 Масла 2000"})
	if x := res.Report.Totals; len(x) != 1 || !x[0].Agrees() || slices.Contains(res.Report.Notes, importer.NoteNoCodes) {
		t.Errorf("totals %+v, notes %q", x, res.Report.Notes)
	}
	for name, rows := range map[string][]string{
		"some without":        {"Пшеница (1001);5", "Соя (1201);6", "Прочие товары;7"},
		"numbers of rows":     {"01 Пшеница;5", "02 Соя;6"},
		"years":               {"Урожай (2024);5", "Запасы (2023);6"},
		"two codes in a cell": {"Масла (1512, 1514);5", "Соя (1201);6"},
	} {
		data := plainFile(append([]string{title, head}, rows...)...)
		g := guess(t, "t.csv", data)
		if c := g.Shape.Columns[0]; c.Role != importer.RoleProduct {
			t.Errorf("%s: %s", name, c.Role)
		}
		if res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape}); res.Figures.Len() != len(rows) {
			t.Errorf("%s: %s", name, account(res.Report))
		}
		if slices.Contains(g.Assumed, importer.AssumedSomeCodes) != (name == "some without") {
			t.Errorf("%s: %q", name, g.Assumed)
		}
	}
}

// A quantity in a unit of mass is the net weight, row by row.
func TestQuantitiesInTonnesAreTheWeight(t *testing.T) {
	data := plainFile("Экспорт России в Китай в 2025 году", "Код ТН ВЭД;Ед. изм.;Количество;Стоимость, тыс. долл.", "1001;тонн;100;20", "2711;млн м3;5;30", "2709;тыс. т;2;50", "8703;шт.;7;40")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"3 export RU→CN 2025 1001/4 TNVED 20000USD kg=100000 q=– A",
		"4 export RU→CN 2025 2711/4 TNVED 30000USD kg=– q=5млн м3 A",
		"5 export RU→CN 2025 2709/4 TNVED 50000USD kg=2000000 q=– A",
		"6 export RU→CN 2025 8703/4 TNVED 40000USD kg=– q=7шт. A",
	})
	// Beside a weight it stays a quantity.
	data = plainFile("Экспорт России в Китай в 2025 году", "Код ТН ВЭД;Ед. изм.;Количество;Вес нетто, т;Стоимость, тыс. долл.", "1001;т;101;100;20", "1201;т;51;50;30")
	g = guess(t, "t.csv", data)
	res = mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	var o figure.Observation
	for _, o = range res.Figures.All() {
		break
	}
	if o.NetWeight.Decimal.String() != "100000" || o.Quantity.Decimal.String() != "101" {
		t.Errorf("%+v", o)
	}
}
