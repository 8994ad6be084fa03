package app_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// register is the sheet of all records of a kind in the compiler's workbook.
type register struct {
	sheet string
	heads []string
	rows  [][]string
}

// cell names the cell of a record under a head.
func (r register) cell(t *testing.T, id, head string) string {
	t.Helper()
	column := slices.Index(r.heads, head)
	row := slices.IndexFunc(r.rows, func(cells []string) bool { return cells[0] == id })
	if column < 0 || row < 0 {
		t.Fatalf("%s has no %q of %q: %q", r.sheet, head, id, r.heads)
	}
	return columnName(column) + strconv.Itoa(row+firstRegisterRow)
}

const firstRegisterRow = 6

func columnName(i int) string {
	if i >= 26 {
		return string(rune('A'+i/26-1)) + string(rune('A'+i%26))
	}
	return string(rune('A' + i))
}

func registers(t *testing.T, book []byte) []register {
	t.Helper()
	e := importertest.EditWorkbook(t, book)
	var out []register
	for _, name := range e.Sheets() {
		if !strings.HasPrefix(name, "R") {
			continue
		}
		rows := e.Rows(name)
		r := register{sheet: name, heads: rows[firstRegisterRow-2], rows: rows[firstRegisterRow-1:]}
		r.heads = r.heads[:slices.Index(r.heads, "ID")] // hidden
		out = append(out, r)
	}
	return out
}

func registerOf(t *testing.T, list []register, begins string) register {
	t.Helper()
	i := slices.IndexFunc(list, func(r register) bool { return strings.HasPrefix(r.sheet[4:], begins) })
	if i < 0 {
		t.Fatalf("no register of %s", begins)
	}
	return list[i]
}

// Whatever is typed over in a register comes back as a change of the record or
// is named with the reason why not; nothing is lost without a word.
func TestEachEditedCellOfARegisterIsOfferedOrNamed(t *testing.T) {
	p := demo(t)
	book := exported(t, p, app.ExportOptions{Audience: briefing.Compiler})
	list := registers(t, book)
	if len(list) < 10 {
		t.Fatalf("%d registers", len(list))
	}
	const rounds = 8
	offered := 0
	for round := range rounds {
		e := importertest.EditWorkbook(t, book)
		edits := map[string]bool{} // by sheet and row: one cell that can't be read keeps a whole row
		for _, r := range list {
			for n := range r.rows {
				column := (round*len(r.rows) + n) % len(r.heads)
				cell := columnName(column) + strconv.Itoa(firstRegisterRow+n)
				e.Set(r.sheet, cell, strings.TrimSpace(e.Get(r.sheet, cell)+" х"))
				edits[fmt.Sprintf("%.3s %d", r.sheet, firstRegisterRow+n)] = true
			}
		}
		in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{DryRun: true})
		if err != nil {
			t.Fatal(err)
		}
		changes, faults := shownChanges(p, in), faultsOf(in)
		offered += len(changes)
		if len(changes)+len(faults) != len(edits) {
			t.Errorf("round %d: %d cells edited; offered\n%s\nnot taken\n%s", round, len(edits), strings.Join(changes, "\n"), strings.Join(faults, "\n"))
		}
	}
	if offered < 100 {
		t.Errorf("%d edits offered", offered)
	}
}

// Each type of field is read back as it is shown and as people type it.
func TestFieldsOfARegisterAreReadAsTheyAreTyped(t *testing.T) {
	p := demo(t)
	book := exported(t, p, app.ExportOptions{Audience: briefing.Compiler})
	list := registers(t, book)
	sources, events, people, facts := registerOf(t, list, "Источники"), registerOf(t, list, "События"), registerOf(t, list, "Лица"), registerOf(t, list, "Факты")
	imports, packs, orgs := registerOf(t, list, "Загрузки"), registerOf(t, list, "Пакеты"), registerOf(t, list, "Организации")
	value := slices.Index(facts.heads, "Сведения источников: Значение")
	several := slices.IndexFunc(facts.rows, func(r []string) bool { return strings.Count(r[value], "; ") == 1 })
	if several < 0 {
		t.Fatal("no fact of two claims")
	}
	two, values := facts.rows[several][0], facts.rows[several][value]
	second := strings.Split(values, "; ")[1]
	last := func(r register) int { return firstRegisterRow + len(r.rows) }
	for name, c := range map[string]struct {
		edit    func(e *importertest.Edited)
		changes []string
		faults  []string
	}{
		"a text in Chinese": {
			edit: func(e *importertest.Edited) {
				e.Set(events.sheet, events.cell(t, events.rows[0][0], "Название (zh)"), "访问")
			},
			changes: []string{"event title_zh: " + events.rows[0][slices.Index(events.heads, "Название (zh)")] + " → 访问"},
		},
		"a word of a list": {
			edit: func(e *importertest.Edited) {
				e.Set(sources.sheet, sources.cell(t, sources.rows[0][0], "Вид"), "Отчётность организации")
			},
			changes: []string{"source kind: " + sources.rows[0][slices.Index(sources.heads, "Вид")] + " → отчётность организации"},
		},
		"a word that the list does not have": {
			edit: func(e *importertest.Edited) {
				e.Set(sources.sheet, sources.cell(t, sources.rows[0][0], "Вид"), "слух")
			},
			faults: []string{fmt.Sprintf("%.3s 6:%d field", sources.sheet, slices.Index(sources.heads, "Вид")+1)},
		},
		"a country": {
			edit: func(e *importertest.Edited) {
				e.Set(people.sheet, people.cell(t, people.rows[0][0], "Страна"), "Казахстан")
			},
			changes: []string{"person country: " + people.rows[0][slices.Index(people.heads, "Страна")] + " → Казахстан"},
		},
		"a record that is referred to": {
			edit: func(e *importertest.Edited) {
				e.Set(people.sheet, people.cell(t, people.rows[0][0], "Источники сведений"), e.Get(sources.sheet, "A6")+"; "+e.Get(sources.sheet, "A7"))
			},
			changes: []string{"person sources: " + shownIn(p, people.rows[0][0]) + " → " + sources.rows[0][0] + " " + sources.rows[1][0]},
		},
		"one of several rows of a list": {
			edit: func(e *importertest.Edited) {
				e.Set(facts.sheet, facts.cell(t, two, "Сведения источников: Значение"), "77,5; "+second)
			},
			changes: []string{"fact value: " + strings.Split(values, "; ")[0] + " → 77,5"},
		},
		"a row more in a list": {
			edit: func(e *importertest.Edited) {
				e.Set(facts.sheet, facts.cell(t, two, "Сведения источников: Значение"), values+"; 5")
			},
			faults: []string{fmt.Sprintf("%.3s %s:%d parts", facts.sheet, strings.TrimLeft(facts.cell(t, two, "№"), "A"), slices.Index(facts.heads, "Сведения источников: Значение")+1)},
		},
		"what the program notes of an import": {
			edit: func(e *importertest.Edited) {
				e.Set(imports.sheet, imports.cell(t, imports.rows[0][0], "Прочитано строк"), 5)
			},
			faults: []string{fmt.Sprintf("%.3s 6:%d derived", imports.sheet, slices.Index(imports.heads, "Прочитано строк")+1)},
		},
		"lines over a table": {
			edit: func(e *importertest.Edited) {
				e.Set(people.sheet, "A1", "Список")
				e.Set("T14", "A3", "Источник: редакция")
			},
			faults: []string{"T14 3:1 derived", fmt.Sprintf("%.3s 1:1 derived", people.sheet)},
		},
		"lines over a table taken off, a remark put in": {
			edit: func(e *importertest.Edited) {
				e.RemoveRow(people.sheet, 2)
				e.InsertRow(people.sheet, 1)
				e.Set(people.sheet, "A1", "Проверено 5 мая")
			},
			faults: []string{fmt.Sprintf("%.3s 1:1 derived", people.sheet)},
		},
		"one cell of several that can't be read": {
			edit: func(e *importertest.Edited) {
				e.Set(packs.sheet, packs.cell(t, packs.rows[0][0], "Номер выпуска"), "№ десятый")
				e.Set(packs.sheet, packs.cell(t, packs.rows[0][0], "Название (zh)"), "访问")
			},
			changes: []string{"pack title_zh: " + packs.rows[0][slices.Index(packs.heads, "Название (zh)")] + " → 访问"},
			faults:  []string{fmt.Sprintf("%.3s 6:%d number", packs.sheet, slices.Index(packs.heads, "Номер выпуска")+1)},
		},
		"a figure with its word of precision": {
			edit: func(e *importertest.Edited) {
				e.Set(facts.sheet, facts.cell(t, two, "Сведения источников: Значение"), "более 77,5; "+second)
			},
			changes: []string{"fact value: " + strings.Split(values, "; ")[0] + " → 77,5", "fact precision: около → более"},
		},
		"a unit that is none, and the number beside it": {
			edit: func(e *importertest.Edited) {
				e.Set(facts.sheet, facts.cell(t, two, "Сведения источников: Значение"), "77,5; "+second)
				e.Set(facts.sheet, facts.cell(t, two, "Сведения источников: Единица измерения"), "попугаи; попугаи")
			},
			faults: []string{
				fmt.Sprintf("%.3s %s:%d unit", facts.sheet, strings.TrimLeft(facts.cell(t, two, "№"), "A"), slices.Index(facts.heads, "Сведения источников: Единица измерения")+1),
				fmt.Sprintf("%.3s %s:%d beside", facts.sheet, strings.TrimLeft(facts.cell(t, two, "№"), "A"), value+1),
			},
		},
		"a row added": {
			edit: func(e *importertest.Edited) {
				e.Set(orgs.sheet, "A"+strconv.Itoa(last(orgs)), "org-x")
				e.Set(orgs.sheet, columnName(slices.Index(orgs.heads, "Наименование (ru)"))+strconv.Itoa(last(orgs)), "Палата")
			},
			changes: []string{"new organisation: Палата"},
		},
		"a fact added": {
			edit: func(e *importertest.Edited) {
				for head, text := range map[string]string{"Формулировка (ru)": "ввоз чая", "Сведения источников: Значение": "12,5", "Сведения источников: Единица измерения": "тыс. т"} {
					e.Set(facts.sheet, columnName(slices.Index(facts.heads, head))+strconv.Itoa(last(facts)), text)
				}
			},
			changes: []string{"new fact: ввоз чая"},
		},
		"a second pack": {
			edit:   func(e *importertest.Edited) { e.Set(packs.sheet, "B"+strconv.Itoa(last(packs)), "Другой") },
			faults: []string{fmt.Sprintf("%.3s %d:0 added", packs.sheet, last(packs))},
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := importertest.EditWorkbook(t, book)
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
		})
	}
}

// shownIn are the sources of a person as the comparison shows them.
func shownIn(p *app.Project, id string) string {
	r, err := p.Get(briefing.Ref{Kind: briefing.KindPerson, ID: briefing.ID(id)})
	if err != nil {
		return err.Error()
	}
	return briefing.JoinIDs(r.(*briefing.Person).Sources)
}

// A row that was added to a register under its own identifier is that record.
func TestANewRowOfARegisterKeepsItsIdentifier(t *testing.T) {
	p := demo(t)
	book := exported(t, p, app.ExportOptions{Audience: briefing.Compiler})
	orgs := registerOf(t, registers(t, book), "Организации")
	e := importertest.EditWorkbook(t, book)
	at := strconv.Itoa(firstRegisterRow + len(orgs.rows))
	e.Set(orgs.sheet, "A"+at, "org-x")
	e.Set(orgs.sheet, columnName(slices.Index(orgs.heads, "Наименование (ru)"))+at, "Палата")
	in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Accept(in); err != nil {
		t.Fatal(err)
	}
	if r, err := p.Get(briefing.Ref{Kind: briefing.KindOrganisation, ID: "org-x"}); err != nil || r.(*briefing.Organisation).Name.RU != "Палата" {
		t.Error(r, err)
	}
}

// A book in which a table has two rows of one record comes back, untouched, as
// what it was: neither is taken for a copy of the other.
func TestTwoRowsOfOneRecordAreNoCopies(t *testing.T) {
	p := demo(t)
	err := p.Put(&briefing.Message{
		ID: "by-hand", Kind: "talking-point", Title: briefing.Text{RU: "Рост"}, Use: briefing.Aloud,
		Body: briefing.Text{RU: "Вывоз вырос на 15 %, до 321 тыс. т, ввоз — на 7 %."},
	})
	if err != nil {
		t.Fatal(err)
	}
	book := exported(t, p, app.ExportOptions{Audience: briefing.Compiler})
	rows := 0
	e := importertest.EditWorkbook(t, book)
	for _, name := range e.Sheets() {
		if name[0] == 'T' {
			for _, r := range e.Rows(name) {
				if len(r) > 0 && r[0] == "by-hand" {
					rows++
				}
			}
		}
	}
	if rows < 2 {
		t.Fatalf("%d rows of the record", rows)
	}
	in, err := p.Import(context.Background(), save(t, book), app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := shownChanges(p, in); len(got)+len(faultsOf(in)) > 0 {
		t.Errorf("%q %q", got, faultsOf(in))
	}
	for _, a := range in.Report.SetAside {
		if a.Reason != importer.AsideKept {
			t.Errorf("%d rows are %s", a.Rows, a.Reason)
		}
	}
}

// A field that no record has filled has its column in the register, and what is
// typed there is taken: also what keeps a pack from being issued.
func TestEmptyFieldsOfARegisterCanBeFilledIn(t *testing.T) {
	p := demo(t)
	var was briefing.Pack
	p.Read(func(pr *project.Project) { was = pr.Pack })
	bare := was
	bare.Title, bare.Event, bare.ApprovedBy = briefing.Text{}, "", briefing.Text{}
	if err := p.Put(&bare); err != nil {
		t.Fatal(err)
	}
	for _, l := range briefing.Langs() {
		book := exported(t, p, app.ExportOptions{Audience: briefing.Compiler, Lang: l})
		e := importertest.EditWorkbook(t, book)
		sheet := e.Sheet("R01")
		d, _ := briefing.Describe(briefing.KindPack)
		cell := func(key string) string {
			f, ok := d.Field(key)
			if !ok {
				t.Fatalf("no field %s", key)
			}
			at := e.Find(sheet, lang.FieldLabel(l, briefing.KindPack, "", f))
			if at == "" {
				t.Fatalf("%s: no column of %s", l, key)
			}
			return strings.TrimRight(at, "0123456789") + strconv.Itoa(firstRegisterRow)
		}
		event := ""
		p.Read(func(pr *project.Project) {
			d, _ := briefing.Describe(briefing.KindEvent)
			for _, ev := range pr.Events {
				if ev.ID == was.Event {
					event = d.Caption(ev, l)
				}
			}
		})
		title := string(l)
		e.Set(sheet, cell("title_"+title), "Новый визит")
		e.Set(sheet, cell("event"), event)
		e.Set(sheet, cell("approved_by_"+title), "И. И. Иванов")
		in, err := p.Import(context.Background(), save(t, e.Save()), app.ImportOptions{})
		if err != nil || len(in.Report.Rejected)+len(in.Report.Untaken) > 0 {
			t.Fatalf("%s: %v %v", l, err, faultsOf(in))
		}
		p.Read(func(pr *project.Project) {
			if pr.Pack.Title.In(l) != "Новый визит" || pr.Pack.Event != was.Event || pr.Pack.ApprovedBy.In(l) != "И. И. Иванов" {
				t.Errorf("%s: pack %+v", l, pr.Pack)
			}
		})
		if _, err := p.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}
