package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// Each row tells its unit: the weight and the value of goods stand below each other.
func TestQuirkUnitsByRow(t *testing.T) {
	want := []string{"2024 Крупа 66000 200000 kg", "2024 Мука 165500 500000 kg", "2025 Крупа 72000 220000 kg", "2025 Мука 180000 555000 kg"}
	for name, rows := range map[string][]string{
		"weight first": {"Мука;тонн;500;555", "Мука;тыс. долл. США;165,5;180", "Крупа;тонн;200;220", "Крупа;тыс. долл. США;66;72"},
		"value first":  {"Мука;тыс. долл. США;165,5;180", "Мука;тонн;500;555", "Крупа;тыс. долл. США;66;72", "Крупа;тонн;200;220"},
		"apart":        {"Мука;тонн;500;555", "Мука;тыс. долл. США;165,5;180", "Крупа;тыс. долл. США;66;72", "Темп роста;%;101;102", "Крупа;тонн;200;220"},
	} {
		got, res := byName(t, "t.csv", plainFile(append([]string{"Экспорт Омской области в Китай", "Товар;Ед. изм.;2024;2025"}, rows...)...), "")
		if name == "apart" {
			equal(t, name, got, []string{"2024 Крупа 200000 kg", "2024 Крупа 66000", "2024 Мука 165500 500000 kg", "2025 Крупа 220000 kg", "2025 Крупа 72000", "2025 Мука 180000 555000 kg"})
			continue
		}
		equal(t, name, got, want)
		if n := res.Report.Stored; n != 4 || len(res.Report.Rejected) > 0 {
			t.Errorf("%s: %+v", name, res.Report)
		}
	}
	got, res := byName(t, "t.csv", plainFile("Экспорт Омской области в Китай", "Товар;Ед. изм.;2024", "Мука;тыс. долл. США;165,5", "Трактор;шт.;7"), "")
	equal(t, "pieces", got, []string{"2024 Мука 165500"})
	if r := res.Report.Rejected; len(r) != 1 || r[0].Reason != importer.RejectUnit {
		t.Errorf("%+v", r)
	}
}

// «в т.ч. …» below a direction may be some of it: the direction is what is stored.
func TestQuirkSomePartsBelowADirection(t *testing.T) {
	got, _ := byFlow(t, "Показатели Омской области: внешняя торговля с Китаем", "Показатели;Единица измерения;2024;2025 план", "Экспорт товаров;млн долл. США;210,5;250", "в т.ч. рыба;млн долл. США;60;70", "лес;млн долл. США;50;80", "Импорт товаров;млн долл. США;180;190")
	slices.Sort(got)
	equal(t, "stored", got, []string{"export RU52000-CN 2024 USD 210500000", "import RU52000-CN 2024 USD 180000000"})
}
