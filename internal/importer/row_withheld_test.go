package importer_test

import (
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// «…» in one of two columns withholds that one: money is not unpublished because
// tonnes are, nor the other way, and an estimated weight estimates no value.
func TestAWithheldWeightIsNoWithheldValue(t *testing.T) {
	file := "Направление;Период;Страна;ТН ВЭД;Стоимость, тыс. долл.;Вес нетто, т\n" +
		"Экспорт;2024;Китай;1001;100;10\nЭкспорт;2024;Китай;1201;20;…\nЭкспорт;2025;Китай;1001;…;10\nЭкспорт;2025;Китай;1201;7;1\n"
	res := mustLoad(t, "w.csv", []byte(file), importer.Options{})
	groups, err := res.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
	if err != nil || len(groups) != 2 {
		t.Fatal(groups, err, account(res.Report))
	}
	for i, want := range []string{"A M", "M A"} {
		if got := string(groups[i].Status) + " " + string(groups[i].WeightStatus); got != want {
			t.Errorf("%s: %s, want %s", groups[i].Keys[0], got, want)
		}
	}
}
