package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// In a table of one direction the row that names the direction alone is of all
// goods, whatever stands beside the word and wherever the row stands.
func TestQuirkTheDirectionAsTheTotalOfItsTable(t *testing.T) {
	title := "Экспорт Омской области в Китай, тыс. долл. США"
	goods := []string{"рыба;60;70", "древесина;30;35", "прочие товары;10;15"}
	for name, rows := range map[string][]string{
		"with a comma":         append([]string{"Экспорт, всего;100;120", "в том числе:;;"}, goods...),
		"alone":                append([]string{"Экспорт;100;120", "в том числе:;;"}, goods...),
		"without of which":     append([]string{"Экспорт;100;120"}, goods...),
		"with a dash":          append([]string{"Экспорт – всего;100;120", "из него:;;"}, goods...),
		"of which in the name": append([]string{"Экспорт всего, в том числе:;100;120"}, goods...),
		"below its goods":      append(slices.Clone(goods), "Экспорт, всего;100;120"),
	} {
		data := plainFile(append([]string{title, "Показатель;2024 г.;2025 г."}, rows...)...)
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		if res.Report.Stored != 6 || asideFor(res, importer.AsideTotal) != 2 || len(res.Report.Rejected) > 0 {
			t.Errorf("%s: %s", name, account(res.Report))
		}
	}
	// Alone in its table it is the figure, and not a total of nothing.
	got, _ := storedPeriods(t, title, "Показатель;2024 г.;2025 г.", "Экспорт;100;120")
	if got != "2024 2025" {
		t.Error(got)
	}
}

// «из неё», «из него» and «из них» begin the name of a part of the row above.
func TestQuirkPartsOfTheRowAbove(t *testing.T) {
	for _, word := range []string{"из неё ", "из нее: ", "из него ", "из них ", "в т.ч. ", "в т. ч. ", "в том числе "} {
		data := plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Показатель;2024 г.;2025 г.", "рыба и морепродукты;60;70", word+"минтай;40;45", "древесина;30;35")
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		if asideFor(res, importer.AsidePart) != 2 || res.Report.Stored != 4 || strings.Contains(strings.Join(lines(res.Figures), " "), "минтай") {
			t.Errorf("%q: %s", word, account(res.Report))
		}
	}
}
