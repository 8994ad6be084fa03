package gui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui"
	"briefing/internal/gui/desk"
	"briefing/internal/project"
)

// TestLoggingOutIsACleanEnd asks the program to end as the system does, with a
// name just typed: it is in the file, and the next start has nothing to tell of
// an end in the middle of work.
func TestLoggingOutIsACleanEnd(t *testing.T) {
	if gui.System(gui.Config{}).Ending == nil {
		t.Fatal("the real program does not listen to the system")
	}
	r := newRig(t, "")
	var end func()
	r.shell = gui.New(gui.Config{
		App: test.NewTempApp(t), World: r.world, Settings: r.settings, Documents: r.dir, CacheDir: r.dir, Version: "1", Dialogs: r.dialogs, Runner: r.runner,
		Ending: func(fn func()) { end = fn },
	})
	if end == nil {
		t.Fatal("nobody listens to the system")
	}
	r.press("Открыть пример")
	path, person := r.shell.Project().Path, r.records(briefing.KindPerson)[0].(*briefing.Person)
	r.shell.Show("people", person.Ref(), "name")
	r.typeInto("Выход ")
	end()
	if r.shell.Project() != nil {
		t.Fatal("the project is still open")
	}
	p, err := app.Open(r.world, path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	if st := p.State(); st.CutOff || st.Recovered != nil {
		t.Errorf("the next start tells of work that was cut off: %+v", st)
	}
	name := ""
	p.Read(func(all *project.Project) {
		for _, r := range all.Records(briefing.KindPerson) {
			if r.Ref() == person.Ref() {
				name = r.(*briefing.Person).Name.RU
			}
		}
	})
	if !strings.Contains(name, "Выход") {
		t.Errorf("what was typed last is lost: %q", name)
	}
}

// With the folder of the project gone closing asks; who stays goes on with all he typed.
func TestClosingWithoutTheFolderAsks(t *testing.T) {
	r := example(t)
	path := r.shell.Project().Path
	r.shell.Show("people", r.records(briefing.KindPerson)[0].Ref(), "name")
	r.typeInto("Папка ")
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	r.menu("Закрыть проект")
	r.shows("Файл не удалось записать", "Сохранить копию как")
	r.typeKey(fyne.KeyReturn) // Enter by habit stays
	if p := r.shell.Project(); p == nil {
		t.Fatal("the project is closed")
	}
	if name := r.records(briefing.KindPerson)[0].(*briefing.Person).Name.RU; !strings.Contains(name, "Папка") {
		t.Errorf("what was typed is lost: %q", name)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil { // the disk is back
		t.Fatal(err)
	}
	r.menu("Закрыть проект")
	if r.shell.Project() != nil || !r.exists(path) {
		t.Error("the file is not written, though its folder is there again")
	}
}

// A clock that goes backwards changes neither what is kept nor the order of steps
// taken back.
func TestAClockSetBackLosesNothing(t *testing.T) {
	r := newRig(t, "")
	calls := 0
	r.world.Now = func() time.Time {
		calls++
		return time.Date(2023, 3, 20, 23, 30, 0, 0, time.UTC).Add(-time.Duration(calls) * time.Hour)
	}
	begin := func(path string) {
		r.shell = gui.New(gui.Config{
			App: test.NewTempApp(t), World: r.world, Settings: r.settings, Documents: r.dir, CacheDir: r.dir, Version: "1", Dialogs: r.dialogs, Runner: r.runner, Path: path,
		})
	}
	begin("")
	r.press("Открыть пример")
	path := r.shell.Project().Path
	ref := r.records(briefing.KindPerson)[0].Ref()
	name := func() string { return r.records(briefing.KindPerson)[0].(*briefing.Person).Name.RU }
	before := name()
	for _, word := range []string{"а", "б", "в"} {
		r.shell.Show("people", ref, "name")
		r.typed(word)
		r.shell.Show("overview", briefing.Ref{}, "")
		r.shell.Show("events", r.records(briefing.KindEvent)[0].Ref(), "title_ru")
		r.typed(word)
	}
	whole := name()
	if len([]rune(whole)) != len([]rune(before))+3 {
		t.Fatalf("typed is %q", whole)
	}
	r.takeBack() // of the event
	r.takeBack()
	if now := name(); now == whole || len([]rune(now)) != len([]rune(before))+2 {
		t.Errorf("after a step back %q", now)
	}
	last := name()
	r.shell.Quit()
	r.runner = desk.NewRunner()
	r.runner.Inline = true
	begin(path)
	if now := name(); now != last {
		t.Errorf("opened again it holds %q, not %q", now, last)
	}
}
