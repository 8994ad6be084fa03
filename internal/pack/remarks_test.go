package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// What a file says of itself stands once in a section, in one sentence, and with
// each table of the workbook; in a language that it is not in it is told as the
// file's own words. Charts taken one by one have it all.
func TestWhatAFileSaysOfItselfStandsOnceInASection(t *testing.T) {
	p := shipped(t, "",
		shipment(figure.Export, "", "TR", "1001", "2024", "11000000"), shipment(figure.Export, "", "TR", "0207", "2024", "5000000"),
		shipment(figure.Export, "", "TR", "1001", "2025", "12000000"), shipment(figure.Export, "", "TR", "0207", "2025", "6000000"))
	said := []string{"По данным таможни", "С учётом вывезенного через другие регионы"}
	for _, l := range briefing.Langs() {
		var lines []string
		for _, s := range said {
			lines = append(lines, lang.T(l, "importer.remark", s))
		}
		p.Imports[0].Note = briefing.Text{RU: strings.Join(lines, "\n"), EN: strings.Join(lines, "\n"), ZH: strings.Join(lines, "\n")}
		made, err := pack.Make(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		exhibits := 0
		for _, s := range made.Document.Sections {
			if s.Key != "structure" {
				continue
			}
			one := *made.Document
			one.Sections = []document.Section{s}
			out := dump(&one)
			exhibits = strings.Count(out, "chart ")
			for _, remark := range said {
				if n := strings.Count(out, remark); n != 1 {
					t.Errorf("%s: %q stands %d times in\n%s", l, remark, n, out)
				}
			}
			if n := strings.Count(out, map[briefing.Lang]string{briefing.RU: "В источнике сказано", briefing.EN: "The source says", briefing.ZH: "来源注明"}[l]); n != 1 {
				t.Errorf("%s: %d sentences of what the file says\n%s", l, n, out)
			}
			if own := map[briefing.Lang]string{briefing.RU: "на языке источника", briefing.EN: "in its own language", briefing.ZH: "原文"}[l]; strings.Contains(out, own) == (l == briefing.RU) {
				t.Errorf("%s: foreign words are not told as such\n%s", l, out)
			}
		}
		if exhibits < 2 {
			t.Errorf("%s: %d charts", l, exhibits)
		}
		told := 0
		for _, s := range made.Book().Sheets {
			if strings.Contains(s.SourceRow, said[0]) {
				told++
			}
		}
		if told < 3 {
			t.Errorf("%s: %d sheets tell it", l, told)
		}
		alone := dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Alone: true}))
		if n := strings.Count(alone, said[0]); n < exhibits {
			t.Errorf("%s: charts that are taken alone tell it %d times", l, n)
		}
	}
}

// A remark on preliminary figures stands with the tables that have some of them, and
// how rows of groups were set aside at the import is for who checks the data.
func TestARemarkOnPreliminaryFiguresStandsWithThem(t *testing.T) {
	rows := []figure.Observation{
		shipment(figure.Export, "", "TR", "1001", "2024", "11000000"), shipment(figure.Export, "", "TR", "0207", "2024", "5000000"),
		shipment(figure.Export, "", "TR", "1001", "2025", "12000000"), shipment(figure.Export, "", "TR", "0207", "2025", "6000000"),
		shipment(figure.Import, "", "TR", "0805", "2024", "3000000"), shipment(figure.Import, "", "TR", "0702", "2024", "2000000"),
		shipment(figure.Import, "", "TR", "0805", "2025", "4000000"), shipment(figure.Import, "", "TR", "0702", "2025", "1000000"),
	}
	note := lang.T(briefing.RU, "importer.remark", "предварительные данные") + "\n" + lang.T(briefing.RU, "importer.note.wholes", "«Зерновые»")
	told := func(rows []figure.Observation) (exports, imports int) {
		p := shipped(t, note, rows...)
		made, err := pack.Make(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: briefing.RU})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range made.Book().Sheets {
			if strings.Contains(s.SourceRow, "Зерновые") {
				t.Errorf("%s: %s", s.Table.Title, s.SourceRow)
			}
			if !strings.Contains(s.SourceRow, "предварительные данные") {
				continue
			}
			switch title := strings.ToLower(s.Table.Title); {
			case strings.Contains(title, "экспорт") && !strings.Contains(title, "импорт"):
				exports++
			case strings.Contains(title, "импорт") && !strings.Contains(title, "экспорт"):
				imports++
			}
		}
		return exports, imports
	}
	if exports, imports := told(rows); exports == 0 || imports == 0 {
		t.Errorf("of all figures: told with %d tables of exports, %d of imports", exports, imports)
	}
	rows[6].Status, rows[7].Status = briefing.Provisional, briefing.Provisional
	if exports, imports := told(rows); exports > 0 || imports == 0 {
		t.Errorf("of the imports of a year: told with %d tables of exports, %d of imports", exports, imports)
	}
}
