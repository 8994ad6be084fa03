package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/export/officetest"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// opened is the example in a file of its own.
func opened(t *testing.T) *app.Project {
	t.Helper()
	p, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	f, err := app.Create(world(t), filepath.Join(t.TempDir(), "визит.briefing"), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func firstPerson(t *testing.T, p *app.Project) *briefing.Person {
	t.Helper()
	var ref briefing.Ref
	p.Read(func(pr *project.Project) { ref = pr.People[0].Ref() })
	r, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	return r.(*briefing.Person)
}

func TestUndoIsToldInWords(t *testing.T) {
	p := opened(t)
	who := firstPerson(t, p)
	name := who.Name.RU
	if _, ok := p.NextUndo(briefing.RU); ok {
		t.Error("a new project offers something to undo")
	}
	message := &briefing.Message{Kind: "talking-point", Title: briefing.Text{RU: "О поставках"}}
	if err := p.Put(message); err != nil {
		t.Fatal(err)
	}
	if err := p.Remove(message.Ref()); err != nil {
		t.Fatal(err)
	}
	if words, ok := p.NextUndo(briefing.RU); !ok || words != "Удалена запись: О поставках" {
		t.Errorf("offered %q", words)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if p.Caption(message.Ref(), briefing.RU) != "О поставках" {
		t.Error("the record is not back")
	}
	if words, ok := p.NextRedo(briefing.EN); !ok || !strings.HasPrefix(words, "Record removed") {
		t.Errorf("to do again: %q", words)
	}
	who.Name.RU = "Другой"
	if err := p.Put(who); err != nil {
		t.Fatal(err)
	}
	history, err := p.History(who.Ref(), briefing.RU)
	if err != nil || len(history) != 1 || history[0].By != "tester" {
		t.Fatalf("%+v, %v", history, err)
	}
	f := history[0].Fields[0]
	if f.Old != name || f.New != "Другой" || !strings.Contains(f.Label, "ru") {
		t.Errorf("%+v", f)
	}
	if err := p.PutBack(who.Ref(), f); err != nil {
		t.Fatal(err)
	}
	if got := firstPerson(t, p).Name.RU; got != name {
		t.Errorf("put back %q", got)
	}
	for _, tt := range []struct {
		turn func() (app.Turn, error)
		want string
	}{{p.Undo, "отмена: Возвращено прежнее значение"}, {p.Redo, "повтор: Возвращено прежнее значение"}} {
		if _, err := tt.turn(); err != nil {
			t.Fatal(err)
		}
		acts, err := p.Acts(briefing.RU, 1)
		if err != nil || acts[0].Title != tt.want {
			t.Errorf("listed %+v, %v; want %q", acts, err, tt.want)
		}
	}
}

func TestAVersionIsComparedAndReturnedTo(t *testing.T) {
	p := opened(t)
	if err := p.SaveVersion(" "); briefing.CodeOf(err) != briefing.CodeRequired {
		t.Errorf("a version without a name: %v", err)
	}
	if err := p.SaveVersion("перед согласованием"); err != nil {
		t.Fatal(err)
	}
	who := firstPerson(t, p)
	name := who.Name.RU
	who.Name.RU = "Другой"
	added := &briefing.Message{Kind: "talking-point", Title: briefing.Text{RU: "Новое"}}
	if err := p.Put(who, added); err != nil {
		t.Fatal(err)
	}
	v := p.Versions()[0]
	diff, then, now, err := p.Compare(int64(v.Action), briefing.RU)
	if err != nil || len(diff) != 2 || then != now {
		t.Fatalf("%+v, %d and %d rows, %v", diff, then, now, err)
	}
	if diff[0].Fields[0].Old != name || diff[0].Fields[0].New != "Другой" || !diff[1].Added || diff[1].Caption != "Новое" {
		t.Errorf("%+v", diff)
	}
	state := filepath.Join(t.TempDir(), "состояние.briefing")
	if err := p.SaveState(int64(v.Action), state); err != nil {
		t.Fatal(err)
	}
	old, err := app.Open(world(t), state, false)
	if err != nil {
		t.Fatal(err)
	}
	if firstPerson(t, old).Name.RU != name {
		t.Error("the state saved is not the version's")
	}
	_ = old.Close()
	if err := p.Revert(int64(v.Action)); err != nil {
		t.Fatal(err)
	}
	if firstPerson(t, p).Name.RU != name || len(p.Versions()) != 1 {
		t.Error("not reverted, or the version is gone")
	}
	if _, err := p.Undo(); err != nil || firstPerson(t, p).Name.RU != "Другой" {
		t.Errorf("going back can't be taken back: %v", err)
	}
}

func TestAnIssueFreezesAVersion(t *testing.T) {
	w := world(t)
	k := &project.Project{Pack: briefing.Pack{
		Title: briefing.Text{RU: "Справка"}, AsOf: "2023-03-20T23:00:00+03:00", Version: 3, FileName: "Spravka",
	}, People: []*briefing.Person{{ID: "p", Name: briefing.Text{RU: "Чжоу Найсян"}}}}
	p, err := app.Create(w, filepath.Join(t.TempDir(), "a.briefing"), k)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	dir := t.TempDir()
	o := app.ExportOptions{PDF: filepath.Join(dir, "x.pdf"), Draft: true}
	if _, err := p.Export(context.Background(), o); err != nil || len(p.Versions()) != 0 {
		t.Errorf("a draft: %v, %+v", err, p.Versions())
	}
	o.Draft = false
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if v := p.Versions(); len(v) != 1 || v[0].Name != "v03 RU" || v[0].Kind != briefing.VersionIssue || v[0].Files != "x.pdf" {
		t.Errorf("%+v", v)
	}
}

func TestACopyForAPartnerHoldsNothingElse(t *testing.T) {
	p := opened(t)
	who := firstPerson(t, p)
	who.Note = briefing.Text{RU: "канарейка-заметка"}
	if err := p.Put(who, &briefing.Message{Kind: "red-line", Title: briefing.Text{RU: "канарейка-линия"}, Body: briefing.Text{RU: "канарейка-линия"}}); err != nil {
		t.Fatal(err)
	}
	who.Note = briefing.Text{RU: "стёрто"}
	if err := p.Put(who); err != nil {
		t.Fatal(err)
	}
	for _, a := range briefing.Audiences() {
		path := filepath.Join(t.TempDir(), "копия.briefing")
		if err := p.HandOver(path, a); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data := string(raw)
		for _, canary := range []string{"канарейка-заметка", "tester"} { // a former note, and who did what
			if strings.Contains(data, canary) {
				t.Errorf("%v: %q is in the file", a, canary)
			}
		}
		if a != briefing.Compiler && strings.Contains(data, "канарейка-линия") && a != briefing.Leader {
			t.Errorf("%v sees what is not for him", a)
		}
		c, err := app.Open(world(t), path, true)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := c.NextUndo(briefing.RU); ok {
			t.Errorf("%v: the copy has a history", a)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Whose returns the rows come from is told to the other side as well, in
// neutral words, whatever else stood in the note.
func TestACopyForAPartnerTellsOfMirrorDataInNeutralWords(t *testing.T) {
	p := opened(t)
	var imp briefing.Import
	p.ReadRecords(func(pr *project.Project) { imp = *pr.Imports[0] })
	imp.Note.RU = "канарейка. " + lang.T(briefing.RU, "importer.note.mirror")
	if err := p.Put(&imp); err != nil {
		t.Fatal(err)
	}
	if s := p.Snapshot(time.Time{}, briefing.Partner); !s.Mirrors[imp.ID] || len(s.Mirrors) != 1 {
		t.Errorf("mirror data: %v", s.Mirrors)
	}
	path := filepath.Join(t.TempDir(), "копия.briefing")
	if err := p.HandOver(path, briefing.Partner); err != nil {
		t.Fatal(err)
	}
	c, err := app.Open(world(t), path, true)
	if err != nil {
		t.Fatal(err)
	}
	c.ReadRecords(func(pr *project.Project) {
		for _, x := range pr.Imports {
			want := briefing.Text{}
			if x.ID == imp.ID {
				want = briefing.Text{RU: "По данным таможенной статистики стран-партнёров.", EN: "From the customs statistics of partner countries.", ZH: "据贸易伙伴国海关统计。"}
			}
			if x.Note != want {
				t.Errorf("%s: %q", x.ID, x.Note)
			}
		}
	})
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// Nothing of what an enterprise returned to the house, nor its name, is in what
// the other side gets, be it a copy of the project, a workbook or tables.
func TestThePartnerGetsNothingOfReturns(t *testing.T) {
	p := demo(t)
	dir := t.TempDir()
	given := filepath.Join(dir, "канарейка-отгрузки.csv")
	text := "Направление;Период;Страна;Регион;ТН ВЭД;Товар;Стоимость, тыс. долл. США;Вес нетто, т\nэкспорт;2022;Китай;канарейка-район;1001;пшеница;7654,321;1234\n"
	if err := os.WriteFile(given, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := p.GuessShape(context.Background(), given)
	if err != nil {
		t.Fatal(err)
	}
	in, err := p.Import(context.Background(), given, app.ImportOptions{Shape: &g.Shape, Units: importer.Units{Reporter: "RU", Basis: "FOB"}, Trust: true})
	if err != nil || in.Report.Stored != 1 {
		t.Fatal(err, in.Report)
	}
	if err := p.Put(&briefing.Organisation{ID: "org-canary", Name: briefing.Text{RU: "ООО «канарейка-терминал»"}, Kind: "company", Country: "RU"}); err != nil {
		t.Fatal(err)
	}
	for a, kept := range map[briefing.Audience]bool{briefing.Leader: false, briefing.Partner: true} {
		copied := filepath.Join(dir, a.String()+".briefing")
		if err := p.HandOver(copied, a); err != nil {
			t.Fatal(err)
		}
		c, err := app.Open(world(t), copied, true)
		if err != nil {
			t.Fatal(err)
		}
		rows, firms := 0, 0
		c.Read(func(pr *project.Project) {
			for _, o := range pr.Figures.All() {
				if o.Region == "канарейка-район" || o.Import == in.Import.ID {
					rows++
				}
			}
			for _, o := range pr.Organisations {
				if o.ID == "org-canary" {
					firms++
				}
			}
			for _, i := range pr.Imports {
				if strings.Contains(i.File, "канарейка") {
					rows++
				}
			}
		})
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if (rows+firms == 0) != kept {
			t.Errorf("%v: the copy has %d rows or files, %d organisations", a, rows, firms)
		}
		o := app.ExportOptions{Lang: briefing.RU, Audience: a, Draft: true, XLSX: filepath.Join(dir, a.String()+".xlsx"), CSV: filepath.Join(dir, a.String()+".zip"), DOCX: filepath.Join(dir, a.String()+".docx")}
		if _, err := p.Export(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, path := range []string{o.XLSX, o.CSV, o.DOCX} {
			found += inZip(t, path, "канарейка", "7654321", "7654,321", "7,654321")
		}
		if (found == "") != kept {
			t.Errorf("%v: %s", a, found)
		}
	}
}

// inZip names the parts of a package that hold one of the texts.
func inZip(t *testing.T, path string, texts ...string) (found string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range officetest.Parts(t, data) {
		for _, s := range texts {
			if strings.Contains(p.Name+"\n"+p.Text, s) {
				found += filepath.Base(path) + "/" + p.Name + ": " + s + "; "
			}
		}
	}
	return found
}

// The record of an issue stays when what was done before it is taken back: the papers
// have left the house. A version that the user has saved is a step as any other.
func TestAnIssueIsNoStepOfUndo(t *testing.T) {
	p := issued(t)
	if _, ok := p.NextUndo(briefing.RU); !ok {
		t.Fatal("nothing to take back")
	}
	point := &briefing.Message{ID: "new", Kind: "talking-point", Title: briefing.Text{RU: "Новый тезис"}}
	if err := p.Put(point); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Export(context.Background(), app.ExportOptions{PDF: filepath.Join(t.TempDir(), "b.pdf"), Lang: briefing.EN, Audience: briefing.Interpreter}); err != nil {
		t.Fatal(err)
	}
	before := p.Versions()
	if words, ok := p.NextUndo(briefing.RU); !ok || !strings.Contains(words, "Новый тезис") {
		t.Errorf("to be taken back: %q", words)
	}
	if acts, err := p.Acts(briefing.RU, 1); err != nil || !strings.HasPrefix(acts[0].Title, "Записан выпуск") || acts[0].Note != "v02 EN · Полный пакет · переводчик" {
		t.Errorf("told as %+v, %v", acts, err)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Get(point.Ref()); err == nil {
		t.Error("the point is still there")
	}
	if after := p.Versions(); len(after) != len(before) || after[0] != before[0] {
		t.Errorf("versions %+v, were %+v", after, before)
	}
	if err := p.SaveVersion("перед правкой"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Undo(); err != nil || len(p.Versions()) != len(before) {
		t.Errorf("a version of the user's stays: %v", err)
	}
}
