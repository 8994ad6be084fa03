package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/importertest"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// twoSources is a project whose figures came with two files: one of customs, which
// a partner may be told of, and a return, which he may not. Two rows of the return
// are of the same goods and amounts.
func twoSources(t *testing.T) *app.Project {
	t.Helper()
	p := demo(t)
	for _, c := range []struct{ name, kind, text string }{
		{"tamozhnya.csv", "statistics", "Период;Направление;Страна-партнёр;Код товара;Стоимость, долл. США\n2022-01;экспорт;CN;020714;1000\n2022-01;экспорт;CN;120190;2000\n"},
		{"otchet.csv", "return", "Период;Направление;Страна-партнёр;Код товара;Стоимость, долл. США\n2022-02;экспорт;CN;020714;500\n2022-02;экспорт;CN;120190;700\n2022-02;экспорт;CN;120190;900\n"},
	} {
		o, err := app.ImportOptions{}.WithUnits("value=usd")
		if err != nil {
			t.Fatal(err)
		}
		path := saveAs(t, c.name, c.text)
		guess, err := p.GuessShape(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		o.Shape = &guess.Shape
		src := &briefing.Source{ID: briefing.ID("src-" + c.kind), Kind: c.kind, Title: briefing.Text{RU: c.name, EN: c.name, ZH: c.name}, Publisher: briefing.Text{RU: c.kind}}
		if err := p.Put(src); err != nil {
			t.Fatal(err)
		}
		o.Source, o.Trust = src.ID, true
		in, err := p.Import(context.Background(), path, o)
		if err != nil || len(in.Report.Rejected) > 0 {
			t.Fatalf("%s: %v %+v", c.name, err, in.Report)
		}
	}
	return p
}

func saveAs(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// number is the row of a cell.
func number(t *testing.T, cell string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// sheetRow finds the row of the data sheet that shows all the texts.
func sheetRow(t *testing.T, e *importertest.Edited, texts ...string) int {
	t.Helper()
	for n, row := range e.Rows("Данные") {
		all := true
		for _, s := range texts {
			all = all && slices.Contains(row, s)
		}
		if all {
			return n + 1
		}
	}
	t.Fatalf("no row with %q", texts)
	return 0
}

// observed are the rows of the two files and of what corrected them: source,
// period, code, value, status.
func observed(p *app.Project) []string {
	var out []string
	p.Read(func(pr *project.Project) {
		for _, o := range pr.Figures.All() {
			if o.Sample {
				continue
			}
			imp, _ := pr.Find(briefing.Ref{Kind: briefing.KindImport, ID: o.Import}).(*briefing.Import)
			out = append(out, fmt.Sprintf("%s %s %s %s %s", imp.Source, o.Period, o.Code, show(o.Value), o.Status))
		}
	})
	slices.Sort(out)
	return out
}

// Rows that came with several files and are corrected in one workbook stay each
// with its own source: who may see them sees as much as before, and the log says
// what became of them.
func TestCorrectedRowsStayWithTheirSources(t *testing.T) {
	p := twoSources(t)
	visible := func() (rows int) { return p.Snapshot(time.Time{}, briefing.Partner).Figures.Len() }
	before, all := observed(p), visible()
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{Audience: briefing.Compiler}))
	customs, report, second := sheetRow(t, e, "tamozhnya.csv", "020714"), sheetRow(t, e, "otchet.csv", "020714"), sheetRow(t, e, "otchet.csv", "900")
	e.Set("Данные", fmt.Sprintf("K%d", customs), 1001)
	e.Set("Данные", fmt.Sprintf("K%d", report), 501)
	e.Set("Данные", fmt.Sprintf("K%d", second), 901)
	in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{})
	if err != nil || len(in.Report.Rejected)+len(in.Report.Untaken) > 0 {
		t.Fatalf("%v %v", err, faultsOf(in))
	}
	want := []string{
		"src-return 2022-02 020714 501 R", "src-return 2022-02 120190 700 A", "src-return 2022-02 120190 901 R",
		"src-statistics 2022-01 020714 1001 R", "src-statistics 2022-01 120190 2000 A",
	}
	if got := observed(p); !slices.Equal(got, want) {
		t.Errorf("stored\n%s\nwant\n%s\nbefore\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), strings.Join(before, "\n"))
	}
	if got := visible(); got != all {
		t.Errorf("the partner sees %d rows, saw %d", got, all)
	}
	var notes []string
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if i.File == "edited.xlsx" {
				notes = append(notes, i.Note.RU)
				if i.By == "" || i.Moment == "" || i.Read != i.Stored+i.SetAside+i.Rejected {
					t.Errorf("import %+v", i)
				}
			}
		}
	})
	if log := strings.Join(notes, "\n"); len(notes) != 2 || !strings.Contains(log, "020714") || !strings.Contains(log, "500 → 501") || !strings.Contains(log, "900 → 901") ||
		!strings.Contains(log, lang.Number(briefing.RU, briefing.Num("1000"), lang.NumberStyle{})+" → ") || !strings.Contains(log, "tamozhnya.csv") {
		t.Errorf("log %q", notes)
	}
	if _, err := p.Undo(); err != nil || !slices.Equal(observed(p), before) {
		t.Errorf("undo: %v\n%s", err, strings.Join(observed(p), "\n"))
	}
}

// What is told of the rows of a file stays with those that were corrected: that
// they are read from the other side, in which money they were converted, what the
// file says in its notes.
func TestCorrectedRowsKeepWhatIsSaidOfTheirFile(t *testing.T) {
	p := twoSources(t)
	var imp briefing.Import
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			if i.Source == "src-statistics" {
				imp = *i
			}
		}
	})
	for _, l := range briefing.Langs() {
		*imp.Note.At(l) = lang.T(l, "importer.note.mirror") + "\n" + lang.T(l, "app.revise.replaces", "a.csv", "вчера")
	}
	imp.Units += ",rate=CNY/USD=0.15 2022 ЦБ"
	if err := p.Put(&imp); err != nil {
		t.Fatal(err)
	}
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{Audience: briefing.Compiler}))
	e.Set("Данные", fmt.Sprintf("K%d", sheetRow(t, e, "tamozhnya.csv", "020714")), 1001)
	in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if now := in.Import; !strings.HasPrefix(now.Note.RU, lang.T(briefing.RU, "importer.note.mirror")) || strings.Contains(now.Note.RU, "вчера") || now.Units != imp.Units || now.Source != imp.Source {
		t.Errorf("import of the corrected row: %+v", now)
	}
}

// A status is given by its code, its mark or its word, in any of the columns of
// marks and with either layout; what is none is refused by its cell.
func TestMarksOfFiguresAreTakenFromAWorkbook(t *testing.T) {
	p := twoSources(t)
	original := exported(t, p, app.ExportOptions{Audience: briefing.Compiler})
	const code, word, stamp = "O", "P", "Q"
	for _, c := range []struct {
		column, text string
		want         string
		fault        string
	}{
		{column: code, text: "P", want: "P"},
		{column: code, text: "e", want: "E"},
		{column: code, text: "[r]", want: "R"},
		{column: code, text: "х", want: "M"}, // Cyrillic
		{column: code, text: "оценка", want: "E"},
		{column: code, text: "", want: "A"},
		{column: word, text: "предварительные данные", want: "P"},
		{column: word, text: "Оценка [e]", want: "E"},
		{column: word, text: "forecast", want: "F"},
		{column: stamp, text: "[е]", want: "E"}, // Cyrillic
		{column: stamp, text: "p", want: "P"},
		{column: code, text: "Q", fault: "15 status"},
		{column: word, text: "так себе", fault: "16 status"},
	} {
		e := importertest.EditWorkbook(t, original)
		row := sheetRow(t, e, "tamozhnya.csv", "020714")
		e.Set("Данные", fmt.Sprintf("%s%d", c.column, row), c.text)
		in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		got, fault := "A", ""
		for _, o := range in.Result.Figures.All() {
			got = string(o.Status)
		}
		for _, r := range in.Report.Rejected {
			fault = fmt.Sprintf("%d %s", r.Column, r.Reason)
		}
		if c.want == "" {
			c.want = "A"
		}
		if got != c.want || fault != c.fault || len(in.Report.Untaken) > 0 {
			t.Errorf("%s %q: %s, refused %q; want %s, %q; %v", c.column, c.text, got, fault, c.want, c.fault, faultsOf(in))
		}
	}
	// Stored, and shown in the comparison by its word.
	e := importertest.EditWorkbook(t, original)
	e.Set("Данные", fmt.Sprintf("%s%d", word, sheetRow(t, e, "otchet.csv", "900")), "оценка")
	in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := observed(p); !slices.Contains(got, "src-return 2022-02 120190 900 E") || slices.Contains(got, "src-return 2022-02 120190 900 A") {
		t.Errorf("stored %q, %+v", got, in.Report)
	}
}

// Each edit is offered by its cell and can be refused alone; what is refused stays
// as the project has it.
func TestEditsOfAWorkbookAreRefusedCellByCell(t *testing.T) {
	p := twoSources(t)
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{}))
	row := sheetRow(t, e, "otchet.csv", "020714")
	e.Set("Данные", fmt.Sprintf("K%d", row), 501)
	e.Set("Данные", fmt.Sprintf("N%d", row), 77)
	place := e.Find("T16", "ТАСС") // the register of sources
	next := "B" + strconv.Itoa(1+number(t, place))
	e.Set("T16", place, "Агентство")
	e.Set("T16", next, "Газета")
	path := save(t, e.Save())
	in, err := p.Import(context.Background(), path, app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string]app.Edit{}
	for _, x := range p.Edits(in, briefing.RU) {
		_, cell, _ := strings.Cut(x.String(), "!")
		offered[cell] = x
	}
	value, weight := fmt.Sprintf("K%d", row), fmt.Sprintf("N%d", row)
	if len(offered) != 4 || offered[value].Old != "500" || offered[value].New != "501" || offered[weight].New != "77" || offered[place].New != "Агентство" {
		t.Fatalf("offered %+v; not taken %v", offered, faultsOf(in))
	}
	left, err := p.Without(context.Background(), in, []app.EditPlace{offered[weight].EditPlace, offered[place].EditPlace})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Accept(left); err != nil {
		t.Fatal(err)
	}
	publishers := func() string {
		var out []string
		p.Read(func(pr *project.Project) {
			for _, s := range pr.Sources {
				out = append(out, s.Publisher.RU)
			}
		})
		return strings.Join(out, "|")
	}
	if said := publishers(); !strings.Contains(said, "Газета") || strings.Contains(said, "Агентство") {
		t.Errorf("publishers %s", said)
	}
	p.Read(func(pr *project.Project) {
		for _, o := range pr.Figures.Rows(figure.Filter{Imports: []briefing.ID{left.Import.ID}}) {
			if show(o.Value) != "501" || o.NetWeight.Valid {
				t.Errorf("row %+v", o)
			}
		}
	})
	if at, ok := app.ParseEditPlace(offered[value].String()); !ok || at != offered[value].EditPlace {
		t.Errorf("%q is read as %+v", offered[value].String(), at)
	}
}
