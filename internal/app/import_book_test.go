package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/project"
)

// exported is the example's workbook as a colleague gets it.
func exported(t *testing.T, p *app.Project, o app.ExportOptions) []byte {
	t.Helper()
	o.XLSX, o.Draft = filepath.Join(t.TempDir(), "book.xlsx"), true
	if o.Lang == "" {
		o.Lang = briefing.RU
	}
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(o.XLSX)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func save(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "edited.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shownChanges are all changes that the comparison shows, a line each.
func shownChanges(p *app.Project, in app.Imported) []string {
	var out []string
	for _, d := range p.RecordChanges(in, briefing.RU) {
		switch {
		case d.Added:
			out = append(out, "new "+string(d.Ref.Kind)+": "+d.Caption)
		case d.Gone:
			out = append(out, "gone "+string(d.Ref.Kind)+": "+d.Caption)
		}
		for _, f := range d.Fields {
			if !d.Added {
				out = append(out, fmt.Sprintf("%s %s: %s → %s", d.Ref.Kind, f.Key, f.Old, f.New))
			}
		}
	}
	if r := in.Revision; r != nil {
		for i := range r.Pairs {
			row := r.Row(i)
			out = append(out, fmt.Sprintf("row %s %s %s: %s %s → %s %s", row.Difference, row.Any.Period, row.Any.Code, show(row.Old.Value), show(row.Old.NetWeight), show(row.New.Value), show(row.New.NetWeight)))
		}
	}
	return out
}

func show(n briefing.MaybeNumber) string {
	if !n.Valid {
		return "-"
	}
	return n.Decimal.String()
}

// faultsOf are the cells and rows that were not taken.
func faultsOf(in app.Imported) []string {
	var out []string
	for _, list := range [][]app.RejectedRow{in.Report.Rejected, in.Report.Untaken} {
		for _, r := range list {
			_, sheet, _ := strings.Cut(r.File, "[")
			out = append(out, fmt.Sprintf("%.3s %d:%d %s", sheet, r.Line, r.Column, r.Reason))
		}
	}
	return out
}

// state is all that a project holds, as text.
func state(p *app.Project) string {
	var sb strings.Builder
	p.Read(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			for _, r := range pr.Records(d.Kind) {
				fmt.Fprintf(&sb, "%v %+v\n", r.Ref(), r)
			}
		}
		var rows []string
		for _, o := range pr.Figures.All() {
			rows = append(rows, fmt.Sprintf("%+v", o))
		}
		slices.Sort(rows)
		sb.WriteString(strings.Join(rows, "\n"))
	})
	return sb.String()
}

func TestAWorkbookThatCameBackTellsWhatWasEditedInIt(t *testing.T) {
	p := demo(t)
	original := exported(t, p, app.ExportOptions{})
	find := func(sheet, text, column string) string { // the cell of the row that shows a text
		row := strings.TrimLeft(importertest.EditWorkbook(t, original).Find(sheet, text), "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		return column + row
	}
	for name, c := range map[string]struct {
		edit    func(*importertest.Edited)
		changes []string
		faults  []string
	}{
		"nothing": {edit: func(*importertest.Edited) {}},
		"a number": {
			edit: func(e *importertest.Edited) {
				e.Set("A02", find("A02", "Экспорт продукции АПК области в Китай", "D"), 91)
			},
			changes: []string{"fact value: 90 → 91"},
		},
		"a number as a person types it": {
			edit:    func(e *importertest.Edited) { e.Set("T08", find("T08", "Птица", "B"), "1 403,5") },
			changes: []string{"fact value: 403 → 1403,5"},
		},
		"a number in another unit than the stored one": {
			edit: func(e *importertest.Edited) {
				e.Set("T07", find("T07", "Экспорт Китая в Россию", "C"), 77.5)
			},
			changes: []string{"fact value: 76,122 → 77,5"},
		},
		"a range":    {edit: func(e *importertest.Edited) { e.Set("T06", "D7", "920–930") }, changes: []string{"fact low: 915 → 920"}},
		"a text":     {edit: func(e *importertest.Edited) { e.Set("T14", "B7", "Агентство") }, changes: []string{"source publisher_ru: ТАСС → Агентство"}},
		"a date":     {edit: func(e *importertest.Edited) { e.Set("T11", "A6", "15 июня 2022 г.") }, changes: []string{"event when: июнь 2022\u00a0г. → 15\u00a0июня 2022\u00a0г."}},
		"a word":     {edit: func(e *importertest.Edited) { e.Set("T11", "D6", "уточняется") }, changes: []string{"event status: состоялось → уточняется"}},
		"a name":     {edit: func(e *importertest.Edited) { e.Set("T03", "C7", "Xi Jin Ping") }, changes: []string{"person name_en: Xi Jinping → Xi Jin Ping"}},
		"two in one": {edit: func(e *importertest.Edited) { e.Set("T12", "B6", "Xi Jin Ping\n习近平") }, changes: []string{"person name_en: Xi Jinping → Xi Jin Ping"}},
		"a post":     {edit: func(e *importertest.Edited) { e.Set("T13", "D8", "Губернатор") }, changes: []string{"person title_ru: Губернатор Московской области → Губернатор"}},
		"an agreement": {
			edit:    func(e *importertest.Edited) { e.Set("T04", "C6", "20.06.2022") },
			changes: []string{"agreement signed: июнь 2022\u00a0г. → 20\u00a0июня 2022\u00a0г."},
		},
		"a text with what the program adds": {
			edit: func(e *importertest.Edited) {
				e.Set("T14", "C7", strings.Replace(e.Get("T14", "C7"), "О прибытии", "Прибытие", 1))
			},
			changes: []string{"source title_ru: О прибытии Председателя КНР, его письменном заявлении и неформальной встрече → Прибытие Председателя КНР, его письменном заявлении и неформальной встрече"},
		},
		"what the program adds": {
			edit:   func(e *importertest.Edited) { e.Set("T14", "C7", strings.Replace(e.Get("T14", "C7"), ")", "/x)", 1)) },
			faults: []string{"T14 7:3 derived"},
		},
		"a weight of a row of statistics": {
			edit:    func(e *importertest.Edited) { e.Set("Данные", "N6", 130000) },
			changes: []string{"row changed 2022-01 020220: - 128000 → - 130000"},
		},
		"what a row of statistics is": {edit: func(e *importertest.Edited) { e.Set("Данные", "G6", "020230") }, faults: []string{"Дан 6:7 derived"}},
		"formulas and what is put together": {
			edit: func(e *importertest.Edited) {
				e.Set("T08", "C6", 12)
				e.Set("A01", "C7", 99)
				e.Set("T02", "F6", "встреча")
			},
			faults: []string{"A01 7:3 derived", "T08 6:3 derived", "T02 6:6 derived"},
		},
		"a number that is none": {
			edit: func(e *importertest.Edited) {
				e.Set("T08", "B6", "много")
				e.Set("T08", "A6", "Курица")
			},
			changes: []string{"fact product_ru: Птица → Курица"}, faults: []string{"T08 6:2 number"},
		},
		"two sheets say different things": {
			edit: func(e *importertest.Edited) {
				e.Set("T08", "B6", 410)
				e.Set("A02", find("A02", "Птица", "D"), 420)
			},
			changes: []string{"fact value: 403 → 420"}, faults: []string{"T08 6:2 conflict"},
		},
		"hour and place of the programme": {
			edit: func(e *importertest.Edited) {
				e.Set("T02", "B6", "14:30")
				e.Set("T02", "D6", "Внуково-2")
				e.Set("T02", "B7", 0.8125) // as Excel keeps an hour that is typed
			},
			changes: []string{"event clock:  → 14:30", "event place_ru:  → Внуково-2", "event clock:  → 19:30"},
		},
		"a source by its number": {
			edit: func(e *importertest.Edited) {
				e.Set("A02", "G8", "[2]")
				e.Set("T04", "E6", "[12]; [1]")
				e.Set("T14", "C6", e.Get("T14", "C6")) // the register itself is not edited
			},
			changes: []string{"fact source: note → tass", "agreement sources: note → radio1 note"},
		},
		"a number that the register does not have": {
			edit:   func(e *importertest.Edited) { e.Set("A02", "G8", "[99]") },
			faults: []string{"A02 8:7 reference"},
		},
		"the word of precision": {
			edit:   func(e *importertest.Edited) { e.Set("A02", "H8", "Значение: более") },
			faults: []string{"A02 8:8 derived"},
		},
		"cover and contents": {
			edit: func(e *importertest.Edited) {
				e.Set("Обложка", "B7", "Губернатору")
				e.Set("Содержание", "B7", "Другая таблица")
			},
			faults: []string{"Обл 7:2 derived", "Сод 7:2 derived"},
		},
		"sorted, a column put in, the sheet renamed, and edited": {
			edit: func(e *importertest.Edited) {
				e.Swap("T14", 7, 15)
				e.Swap("T14", 9, 12)
				e.InsertColumn("T14", "B")
				e.Set("T14", "B15", "проверить")
				e.Set("T14", "C15", "Агентство")
				e.Rename("T14", "Реестр")
			},
			changes: []string{"source publisher_ru: ТАСС → Агентство"},
		},
		"sorted": {edit: func(e *importertest.Edited) {
			e.Swap("T14", 6, 15)
			e.Swap("T14", 7, 20)
			e.Swap("Данные", 6, 700)
		}},
		"sorted and edited": {
			edit:    func(e *importertest.Edited) { e.Swap("T14", 7, 15); e.Set("T14", "B15", "Агентство") },
			changes: []string{"source publisher_ru: ТАСС → Агентство"},
		},
		"rows, columns and sheets moved": {
			edit: func(e *importertest.Edited) {
				e.InsertRow("T14", 1)
				e.InsertColumn("T14", "B")
				e.Set("T14", "C8", "Агентство")
				e.Rename("T14", "Реестр")
			},
			changes: []string{"source publisher_ru: ТАСС → Агентство"},
		},
		"a sheet copied": {edit: func(e *importertest.Edited) { e.Copy("T14", "Копия") }},
		"a copied sheet edited": {
			edit: func(e *importertest.Edited) {
				e.Copy("T14", "Копия")
				e.Set("Копия", "B7", "Агентство")
			},
			changes: []string{"source publisher_ru: ТАСС → Агентство"},
		},
		"a row taken out": {
			edit:    func(e *importertest.Edited) { e.RemoveRow("T14", 7) },
			changes: []string{"gone source: ТАСС — О прибытии Председателя КНР, его письменном заявлении и неформальной встрече"},
		},
		"a row added": {
			edit: func(e *importertest.Edited) {
				e.InsertRow("T14", 10)
				e.Set("T14", "B10", "Интерфакс")
				e.Set("T14", "C10", "О переговорах")
				e.Set("T14", "D10", "21.03.2023")
			},
			changes: []string{"new source: Интерфакс — О переговорах"},
		},
		"a row copied to make a new one": {
			edit: func(e *importertest.Edited) {
				e.InsertRow("T14", 8)
				for n, c := range []string{"A", "B", "C", "D", "E", "F"} {
					rows := e.Rows("T14")[6]
					e.Set("T14", c+"8", rows[n])
				}
				e.Set("T14", "C8", "Другой материал")
			},
			changes: []string{"new source: ТАСС — Другой материал"}, faults: []string{"T14 8:5 derived"},
		},
		"a row added where the program makes the rows": {
			edit:   func(e *importertest.Edited) { e.InsertRow("T08", 7); e.Set("T08", "A7", "Свинина") },
			faults: []string{"T08 7:0 added"},
		},
		"a row with another's hidden cell": {
			edit: func(e *importertest.Edited) {
				for n, c := range []string{"A", "B", "C", "D", "E"} {
					e.Set("T14", c+"7", e.Rows("T14")[11][n])
				}
			},
			faults: []string{"T14 7:0 shifted"},
		},
		"a hidden cell damaged": {edit: func(e *importertest.Edited) { e.Set("T14", "F7", "?") }, faults: []string{"T14 7:6 key"}, changes: []string{"gone source: ТАСС — О прибытии Председателя КНР, его письменном заявлении и неформальной встрече"}},
	} {
		t.Run(name, func(t *testing.T) {
			e := importertest.EditWorkbook(t, original)
			c.edit(e)
			in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{DryRun: true})
			if err != nil {
				t.Fatal(err)
			}
			if got := shownChanges(p, in); !slices.Equal(got, c.changes) {
				t.Errorf("changes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.changes, "\n"))
			}
			if got := faultsOf(in); !slices.Equal(got, c.faults) {
				t.Errorf("not taken %q, want %q", got, c.faults)
			}
			if r := in.Report; r.Read != r.Stored+r.AsideRows()+len(r.Rejected) {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestWhatAWorkbookChangesIsTakenAndGivenBack(t *testing.T) {
	p := demo(t)
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{}))
	e.Set("T14", "B7", "Агентство")
	e.Set("Данные", "N6", 130000)
	path := save(t, e.Save())
	before := state(p)
	var source briefing.ID // of the rows before they went out
	sources := 0
	p.Read(func(pr *project.Project) {
		imports := pr.Figures.Imports()
		source, sources = pr.Find(briefing.Ref{Kind: briefing.KindImport, ID: imports[0]}).(*briefing.Import).Source, len(pr.Sources)
	})
	in, err := p.Import(context.Background(), path, app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	want := shownChanges(p, in)
	if len(want) != 2 || state(p) != before {
		t.Fatalf("shown %q; changed by looking: %t", want, state(p) != before)
	}
	if _, err := p.Accept(in); err != nil {
		t.Fatal(err)
	}
	p.Read(func(pr *project.Project) {
		if src := pr.Sources[1]; src.Publisher.RU != "Агентство" {
			t.Errorf("source %+v", src)
		}
		if imp, _ := pr.Find(in.Import.Ref()).(*briefing.Import); imp == nil || source == "" || imp.Source != source || len(pr.Sources) != sources {
			t.Errorf("the rows stand on %+v, not on %q; %d sources, were %d", imp, source, len(pr.Sources), sources)
		}
		n := 0
		for _, o := range pr.Figures.All() {
			if o.Import == in.Import.ID {
				n++
				if show(o.NetWeight) != "130000" || o.Status != briefing.Revised || !o.Sample {
					t.Errorf("row %+v", o)
				}
			}
		}
		if n != 1 {
			t.Errorf("%d rows of the workbook", n)
		}
	})
	if again, err := p.Import(context.Background(), path, app.ImportOptions{}); err != nil || again.Storable() != 0 {
		t.Errorf("a second time: %d, %v", again.Storable(), err)
	}
	if _, err := p.Undo(); err != nil || state(p) != before {
		t.Errorf("undo: %v, as before: %t", err, state(p) == before)
	}
}

func TestARecordChangedInTheProjectMeanwhileIsNotOverwritten(t *testing.T) {
	p := demo(t)
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{}))
	e.Set("T14", "B7", "Агентство")
	e.Set("T14", "B8", "Газета")
	path := save(t, e.Save())
	for n, name := range map[int]string{1: "Другое агентство", 2: "Газета"} {
		var src briefing.Source
		p.Read(func(pr *project.Project) { src = *pr.Sources[n] })
		src.Publisher.RU = name
		if err := p.Put(&src); err != nil {
			t.Fatal(err)
		}
	}
	in, err := p.Import(context.Background(), path, app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := faultsOf(in); !slices.Equal(got, []string{"T14 7:2 stale"}) || in.Storable() != 0 {
		t.Errorf("not taken %q, taken %d", got, in.Storable())
	}
}

func TestWorkbooksThatCannotComeBackSayWhy(t *testing.T) {
	p := demo(t)
	original := exported(t, p, app.ExportOptions{})
	other := func(edit func(*importertest.Edited)) []byte {
		e := importertest.EditWorkbook(t, original)
		edit(e)
		return e.Save()
	}
	allKeys := func(e *importertest.Edited) {
		for _, s := range []string{"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T14", "T15", "A01", "A02", "A03", "Данные", "Примечания"} {
			e.RemoveColumn(s, strings.TrimRight(e.Find(s, "ID"), "0123456789"))
		}
	}
	for name, c := range map[string]struct {
		data []byte
		code briefing.Code
	}{
		"for the partner":  {exported(t, p, app.ExportOptions{Audience: briefing.Partner}), briefing.CodeBookKeys},
		"without the keys": {other(allKeys), briefing.CodeBookKeys},
		"newer": {other(func(e *importertest.Edited) {
			for i, text := range e.Rows("T14")[0] {
				if strings.HasPrefix(text, `{"briefing":1`) {
					e.Set("T14", importertest.At(i+1, 1), strings.Replace(text, `{"briefing":1`, `{"briefing":99`, 1))
				}
			}
		}), briefing.CodeBookNewer},
	} {
		if _, err := p.Import(context.Background(), save(t, c.data), app.ImportOptions{}); briefing.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	blank, err := app.NewProject(world(t), "bulletin")
	if err != nil {
		t.Fatal(err)
	}
	empty, err := app.Create(world(t), filepath.Join(t.TempDir(), "other.briefing"), blank)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = empty.Close() })
	_, err = empty.Import(context.Background(), save(t, original), app.ImportOptions{})
	var told *briefing.Error
	if !errors.As(err, &told) || told.Code != briefing.CodeBookOther || !strings.Contains(told.Path, "визит") {
		t.Errorf("another project: %v", err)
	}
}

func TestWhatIsMissingFromAWorkbookIsTold(t *testing.T) {
	p := demo(t)
	e := importertest.EditWorkbook(t, exported(t, p, app.ExportOptions{}))
	e.Remove("T05")
	e.RemoveColumn("T08", strings.TrimRight(e.Find("T08", "ID"), "0123456789"))
	e.Set("T14", "B5", "Кто издал")
	e.RemoveRow("Данные", 7)
	in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	r := in.Result.Returned
	sources := e.Sheet("T14")
	if !slices.Equal(r.Missing, []string{"T05"}) || !slices.Equal(r.NoKeys, []string{e.Sheet("T08")}) ||
		!slices.Equal(r.Columns, []importer.NoColumn{{Sheet: sources, Title: "Издатель"}}) ||
		!slices.Equal(r.Short, []importer.ShortSheet{{Sheet: e.Sheet("Данные"), Rows: 1}}) || in.Storable() != 0 {
		t.Errorf("%+v", r)
	}
}

// The workbook comes back in each language and for each audience as it went.
func TestEachWorkbookComesBackUnchanged(t *testing.T) {
	p := demo(t)
	for _, o := range []app.ExportOptions{
		{Lang: briefing.EN}, {Lang: briefing.ZH}, {Audience: briefing.Interpreter}, {Form: app.FormCompiler}, {Audience: briefing.Compiler},
	} {
		data := exported(t, p, o)
		in, err := p.Import(context.Background(), save(t, data), app.ImportOptions{DryRun: true})
		if err != nil {
			t.Fatalf("%+v: %v", o, err)
		}
		if got, left := shownChanges(p, in), faultsOf(in); len(got)+len(left) > 0 || in.Report.Read == 0 {
			t.Errorf("%+v: read %d, changes %q, not taken %q", o, in.Report.Read, got, left)
		}
		e := importertest.EditWorkbook(t, data)
		if column := strings.TrimRight(e.Find("T01", "ID"), "0123456789"); !e.Hidden("T01", column) {
			t.Errorf("%+v: the column of identifiers shows", o)
		}
	}
}

// Other programs write the file anew; what they keep is enough.
func TestAWorkbookSavedByOtherProgramsComesBack(t *testing.T) {
	p := demo(t)
	original := exported(t, p, app.ExportOptions{})
	edited := importertest.EditWorkbook(t, original)
	edited.Set("T14", "B7", "Агентство")
	for name, c := range map[string]struct {
		program string
		args    func(in, dir string) []string
		out     string
	}{
		"openpyxl": {systemPython(), func(in, dir string) []string {
			return []string{"-c", "import openpyxl,sys; b=openpyxl.load_workbook(sys.argv[1]); b.save(sys.argv[2])", in, filepath.Join(dir, "edited.xlsx")}
		}, "edited.xlsx"},
		"LibreOffice": {"soffice", func(in, dir string) []string {
			return []string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", dir, in}
		}, "edited.xlsx"},
		"LibreOffice as .xls": {"soffice", func(in, dir string) []string {
			return []string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--convert-to", "xls", "--outdir", dir, in}
		}, "edited.xls"},
	} {
		t.Run(name, func(t *testing.T) {
			program, err := exec.LookPath(c.program)
			if err != nil {
				t.Skip(c.program + " is not installed")
			}
			if name == "openpyxl" && exec.Command(program, "-c", "import openpyxl").Run() != nil {
				t.Skip("openpyxl is not installed")
			}
			books := map[string][]string{string(edited.Save()): {"source publisher_ru: ТАСС → Агентство"}}
			if name != "LibreOffice as .xls" {
				books[string(original)] = nil
			}
			for data, want := range books {
				dir := t.TempDir()
				if out, err := exec.Command(program, c.args(save(t, []byte(data)), dir)...).CombinedOutput(); err != nil {
					t.Fatalf("%s is there and does not run: %v %s", c.program, err, out)
				}
				in, err := p.Import(context.Background(), filepath.Join(dir, c.out), app.ImportOptions{DryRun: true})
				if err != nil {
					t.Fatal(err)
				}
				if got := shownChanges(p, in); !slices.Equal(got, want) || len(faultsOf(in)) > 0 {
					t.Errorf("changes %q, want %q; not taken %q", got, want, faultsOf(in))
				}
			}
		})
	}
}

// systemPython is the Python that the system's packages are for, which another
// one may hide on the path.
func systemPython() string {
	if _, err := os.Stat("/usr/bin/python3"); err == nil {
		return "/usr/bin/python3"
	}
	return "python3"
}
