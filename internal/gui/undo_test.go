package gui_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
	"briefing/internal/project"
)

func messages(p *app.Project) (n int) {
	p.Read(func(pr *project.Project) { n = len(pr.Messages) })
	return n
}

func TestUndoAndRedoFromTheMenu(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	before := messages(p)
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Удалить")
	if messages(p) != before-1 {
		t.Fatal("nothing was deleted")
	}
	r.press("Файл")
	var what string
	for _, name := range r.names() {
		if strings.HasPrefix(name, "Отменить: Удалена запись") {
			what = name
		}
	}
	if what == "" {
		t.Fatalf("the menu does not name what it takes back: %s", strings.Join(r.names(), " | "))
	}
	r.press(what)
	if messages(p) != before {
		t.Error("the record is not back")
	}
	r.shows("Отменено: Удалена запись")
}

func TestAVersionIsSavedLookedAtAndReturnedTo(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	r.menu("Сохранить версию…")
	r.press("Сохранить")
	r.shows("Укажите название")
	r.fields()[0].SetText("перед согласованием")
	r.press("Сохранить")
	before := messages(p)
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Удалить")
	r.menu("История…")
	r.shows("История проекта", "Версии", "перед согласованием", "Действия", "Удалена запись")
	r.list().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // the first below its heading
	r.shows("Что изменилось с тех пор: перед согласованием", "удалено")
	r.press("Вернуть это состояние")
	if messages(p) != before {
		t.Error("the state is not back")
	}
}

func TestHistoryOfARecord(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	var ref briefing.Ref
	p.Read(func(pr *project.Project) { ref = pr.People[0].Ref() })
	rec, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	who := rec.(*briefing.Person)
	name := who.Name.RU
	who.Name.RU = "Другой"
	if err := p.Put(who); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.People, ref, "")
	r.press("История записи")
	r.shows("История записи", name+" → Другой")
	r.press("Вернуть прежнее")
	if rec, _ := p.Get(ref); rec.(*briefing.Person).Name.RU != name {
		t.Error("the name is not back")
	}
}

func TestACopyToHandOver(t *testing.T) {
	r := example(t)
	r.dialogs.open = filepath.Join(r.dir, "копия.briefing")
	r.menu("Копия для передачи…")
	r.press("Записать копию…")
	r.shows("Копия записана: копия.briefing")
	if !r.exists(r.dialogs.open) {
		t.Fatal("no copy")
	}
	r.dialogs.open = r.shell.Project().Path
	r.menu("Сохранить копию как…")
	r.shows("Не получилось")
}
