package importer_test

import (
	"testing"

	"briefing/internal/importer"
)

// «Наименование» over countries with headings, parts and the rest between them.
func TestNamesOfCountriesUnderAHeadThatSaysNothing(t *testing.T) {
	data := plainFile("Внешняя торговля Ростовской области в 2025 году, тыс. долл. США", "Наименование;Экспорт;Импорт;Сальдо",
		"Страны дальнего зарубежья;;;", "Турция;1700;400;1300", "из них зерно;900;;", "Египет;800;15;785", "прочие;500;200;300",
		"Казахстан;200;80;120", "ИТОГО;3200;695;2505")
	g := guess(t, "t.csv", data)
	if c := g.Columns[0]; c.Role != importer.RolePartner || len(g.Missing) > 0 {
		t.Fatalf("%s, missing %v", c.Role, g.Missing)
	}
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); got != "14 = 8 + note 1 + part 2 + title 1 + total 2" {
		t.Error(got)
	}
	for _, c := range res.Report.Totals {
		if !c.Agrees() {
			t.Errorf("%+v", c)
		}
	}
	g = guess(t, "t.csv", plainFile("Экспорт России в Китай в 2025 году, тыс. долл. США", "Наименование;Стоимость", "Мука;17", "Индейка;8", "Масло;5"))
	if c := g.Columns[0]; c.Role != importer.RoleProduct {
		t.Errorf("goods are taken for %s", c.Role)
	}
}
