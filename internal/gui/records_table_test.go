package gui_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// picture writes what the window shows, where a folder is named for it.
func (r *rig) picture(name string) {
	r.t.Helper()
	dir := os.Getenv("BRIEFING_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, r.canvas().Capture()); err != nil {
		r.t.Fatal(err)
	}
}

func TestRecordsStandInATableAndACellLeadsToItsField(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.press("Показать таблицей")
	r.picture("records-table")
	var table *kit.DataTable
	each(r.top(), func(o fyne.CanvasObject) {
		if x, ok := o.(*kit.DataTable); ok {
			table = x
		}
	})
	if table == nil {
		t.Fatal("there is no table")
	}
	table.SetActive(3, 0)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := r.records(briefing.KindFact)[3].(*briefing.Fact)
	if got := r.focused().Text(); got != want.Statement.RU {
		t.Errorf("the cell leads to %q, want %q", got, want.Statement.RU)
	}
}

func TestABackupIsComparedWithTheProject(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	ref := r.records(briefing.KindPerson)[0].Ref()
	rec, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	name := rec.(*briefing.Person).Name.RU
	rec.(*briefing.Person).Name.RU = "Другой"
	if err := p.Put(rec); err != nil {
		t.Fatal(err)
	}
	if err := p.Save(); err != nil { // the file as it was is kept
		t.Fatal(err)
	}
	if list, err := p.Backups(); err != nil || len(list) == 0 {
		t.Fatalf("%d backups: %v", len(list), err)
	}
	r.menu("История…")
	r.shows("Резервные копии файла")
	list := r.list()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	r.shows("Что изменилось с тех пор", name+" → Другой")
	r.picture("history-backup")
}
