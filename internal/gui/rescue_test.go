package gui_test

import (
	"os"
	"path/filepath"
	"testing"
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
