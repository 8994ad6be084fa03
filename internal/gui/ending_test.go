package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui"
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
