package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
)

// What a file says of its figures in a line of its own is kept with them, and
// figures that it calls provisional are marked so: all, or those of the year
// that it names, or those that a footnote's mark tells from others.
func TestWhatAFileSaysOfItsFigures(t *testing.T) {
	table := []string{"Экспорт России по странам, тыс. долл. США", "Страна;2024 год;2025 год", "Китай;10;12", "Индия;20;21"}
	for name, tt := range map[string]struct {
		below   []string
		starred bool
		remarks string
		marks   string
	}{
		"all of them":                {below: []string{"* предварительные данные"}, remarks: "* предварительные данные", marks: "PPPP"},
		"one year":                   {below: []string{"Источник: ФТС России. Данные 2025 г. уточняются."}, remarks: "Источник: ФТС России. Данные 2025 г. уточняются.", marks: "APAP"},
		"a footnote of one country":  {below: []string{"* предварительные данные"}, starred: true, remarks: "* предварительные данные", marks: "PPAA"},
		"columns' delimiter in it":   {below: []string{"Примечание: «…» — не публикуется; «–» — нет;"}, remarks: "Примечание: «…» — не публикуется «–» — нет", marks: "AAAA"},
		"who made it":                {below: []string{"Исп. Петрова Е. В., тел. 240-11-22"}, marks: "AAAA"},
		"a heading between the rows": {below: []string{"Страны СНГ", "Казахстан;1;2"}, marks: "AAAAAA"},
		"twice the same":             {below: []string{"Note: preliminary", "Note: preliminary"}, remarks: "Note: preliminary", marks: "PPPP"},
	} {
		t.Run(name, func(t *testing.T) {
			rows := append(append([]string{}, table...), tt.below...)
			if tt.starred {
				rows[2] = "Китай*;10;12"
			}
			data := plainFile(rows...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			if got := strings.Join(res.Report.Remarks, " | "); got != tt.remarks {
				t.Errorf("remarks %q, want %q", got, tt.remarks)
			}
			marks := ""
			for i := range res.Figures.Len() {
				marks += string(res.Figures.At(i).Status)
			}
			if marks != tt.marks || len(res.Report.Rejected) > 0 {
				t.Errorf("marks %s, want %s; rejected %v", marks, tt.marks, res.Report.Rejected)
			}
			if tt.remarks != "" && !strings.Contains(res.Import.Note.EN, "The source says: “") {
				t.Errorf("the import's note: %q", res.Import.Note.EN)
			}
		})
	}
}
