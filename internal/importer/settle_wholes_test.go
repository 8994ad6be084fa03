package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// byName are the amounts stored of goods by name: "2025 пшеница 5000 USD".
func byName(t *testing.T, name string, data []byte, partner string) ([]string, *importer.Result) {
	t.Helper()
	g := guess(t, name, data)
	if partner != "" {
		g.Shape.Constants.Partner = partner
	}
	res := mustLoad(t, name, data, importer.Options{Shape: &g.Shape})
	var out []string
	for _, o := range res.Figures.All() {
		s := o.Period.String() + " " + o.Product
		if o.Value.Valid {
			s += " " + o.Value.Decimal.Trim(0).String()
		}
		if o.NetWeight.Valid {
			s += " " + o.NetWeight.Decimal.Trim(0).String() + " kg"
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out, res
}

// Groups of goods stand in bold over the goods that they add up, and no word says so.
func TestQuirkGroupsOfGoodsAreTheSumOfThoseBelow(t *testing.T) {
	rows := []string{"Товар;2024;2025", "ВСЕГО, в том числе:;180,5;207,7", "Зерновые;120,2;140,4", "пшеница;100,1;110,3", "ячмень;20,1;30,1", "Масла;60,3;67,3", "подсолнечное;40,2;50,2", "соевое;20,1;17,1"}
	want := []string{"2024 подсолнечное 40200", "2024 пшеница 100100", "2024 соевое 20100", "2024 ячмень 20100", "2025 подсолнечное 50200", "2025 пшеница 110300", "2025 соевое 17100", "2025 ячмень 30100"}
	got, res := byName(t, "t.csv", plainFile(append([]string{"Экспорт Омской области в Китай, тыс. долл. США"}, rows...)...), "")
	equal(t, "stored", got, want)
	equal(t, "wholes", res.Report.Wholes, []string{"Зерновые", "Масла"})
	if note := res.Report.Note(briefing.RU, importer.NoteWholes); !strings.Contains(note, "«Зерновые», «Масла»") || !strings.Contains(res.Import.Note.RU, note) {
		t.Errorf("note: %s", note)
	}
	for _, c := range res.Report.Totals {
		if !c.Agrees() {
			t.Errorf("%+v", c)
		}
	}
	// The sum of a whole of wholes, without a total row.
	got, _ = byName(t, "t.csv", plainFile(append([]string{"Экспорт Омской области в Китай, тыс. долл. США", rows[0], "АПК;180,5;207,7"}, rows[2:]...)...), "")
	equal(t, "nested", got, want)
}

// What may be the sum by chance stays: few digits, or one column that differs.
func TestGoodsThatMayBeASumByChanceStay(t *testing.T) {
	got, res := byName(t, "t.csv", plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Товар;2024", "Лес;5", "Соя;3", "Рыба;2"), "")
	if len(got) != 3 || len(res.Report.Wholes) > 0 {
		t.Errorf("%v %v", got, res.Report.Wholes)
	}
	got, res = byName(t, "t.csv", plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Товар;2024;2025", "Лес;120,2;140,5", "Соя;100,1;110,3", "Рыба;20,1;31,2"), "")
	if len(got) != 6 || len(res.Report.Wholes) > 0 {
		t.Errorf("%v %v", got, res.Report.Wholes)
	}
	// Few digits, and the file's total is of the groups alone.
	got, res = byName(t, "t.csv", plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Товар;2024", "Зерно;520", "пшеница;310", "ячмень;210", "Рыба;75", "Всего;595"), "")
	equal(t, "with a total", got, []string{"2024 Рыба 75000", "2024 пшеница 310000", "2024 ячмень 210000"})
	equal(t, "wholes", res.Report.Wholes, []string{"Зерно"})
}
