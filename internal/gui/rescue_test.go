package gui_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
	"briefing/internal/settings"
)

// closedExample is the path of an example that was made and closed.
func closedExample(t *testing.T) (*rig, string) {
	t.Helper()
	r := example(t)
	path := r.shell.Project().Path
	r.menu("Закрыть проект")
	return r, path
}

func TestADamagedProjectIsRecoveredFromTheWindow(t *testing.T) {
	r, path := closedExample(t)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := len(data) / 2; at < len(data); at += 4096 {
		data[at] ^= 0x40
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.OpenProject(path)
	r.shows("Файл проекта повреждён", "Сам файл не изменён")
	r.dialogs.open = filepath.Join(r.dir, "новый.briefing")
	r.press("Восстановить в новый файл…")
	r.shows("Восстановление завершено", "новый.briefing")
	r.press("Открыть восстановленное")
	if p := r.shell.Project(); p == nil || p.Path != r.dialogs.open {
		t.Fatal("what was recovered is not open")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(data) {
		t.Error("the damaged file was touched", err)
	}
}

func TestAProjectHeldByAnotherMachineIsTakenOverOnlyWhenAsked(t *testing.T) {
	r, path := closedExample(t)
	lock := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	holder := `{"user":"Пётр","host":"там","pid":1,"since":"2023-03-20T20:00:00Z"}`
	if err := os.WriteFile(lock, []byte(holder), 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.OpenProject(path)
	r.shows("Проект открыт на другом компьютере", "Пётр", "там", "23:00", "conflict")
	if !r.shell.Project().State().ReadOnly {
		t.Fatal("open for changing without being asked")
	}
	r.press("Работать здесь")
	if st := r.shell.Project().State(); st.ReadOnly || st.Holder != nil {
		t.Errorf("after taking over: %+v", st)
	}
}

func TestWhoHoldsTheProjectIsSaidAsLongAsItCanOnlyBeRead(t *testing.T) {
	r, path := closedExample(t)
	first, err := app.Open(r.world, path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	r.shell.OpenProject(path)
	r.shell.Show(screen.Sources, briefing.Ref{}, "")
	r.shows("Проект уже открыт", r.world.User, host, "20.03.2023 23:30", "можно только читать")
	if err := r.settings.Change(func(c *settings.Settings) { c.Lang = briefing.EN }); err != nil {
		t.Fatal(err)
	}
	r.shell.Reload()
	r.shows("The project is already open", r.world.User)
	r.press("Open a copy")
	p := r.shell.Project()
	if p == nil || p.Path == path || p.State().ReadOnly {
		t.Fatal("no copy to work on is open")
	}
	r.lacks("The project is already open")
}

// TestTheNextStartTellsThatTheProgramDied: the mark of a process that is no
// more lies beside the file; all its work had got into the file.
func TestTheNextStartTellsThatTheProgramDied(t *testing.T) {
	r, path := closedExample(t)
	r.shell.OpenProject(path)
	r.lacks("аварийно")
	if err := r.shell.Project().Put(&briefing.Source{Title: briefing.Text{RU: "Записка"}}); err != nil {
		t.Fatal(err)
	}
	r.menu("Закрыть проект")
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	dead := exec.Command(os.Args[0], "-test.run=^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	lock := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	holder := fmt.Sprintf(`{"user":"Анна","host":%q,"pid":%d,"since":"2023-03-20T20:00:00Z"}`, host, dead.Process.Pid)
	if err := os.WriteFile(lock, []byte(holder), 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.OpenProject(path)
	r.shows("В прошлый раз программа завершилась аварийно", "состояние на 20.03.2023 23:30")
	if r.shell.Project().State().ReadOnly {
		t.Error("the mark of a dead process keeps the user from working")
	}
	r.press("Закрыть")
	r.lacks("аварийно")
}
