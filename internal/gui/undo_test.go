package gui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
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

// meanwhile calls fn once, when work beside the window next looks at the clock
// and the status line says all the words: what a user does while a job runs.
func (r *rig) meanwhile(fn func(), words ...string) {
	r.ticked = func() {
		said := r.below()
		for _, w := range words {
			if !strings.Contains(said, w) {
				return
			}
		}
		r.ticked = nil
		fn()
	}
}

// undoBelow presses undo in the bar, whatever lies over the window.
func (r *rig) undoBelow() {
	r.t.Helper()
	var button *kit.Button
	each(r.canvas().Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.AccessibilityLabel(), "Отменить") {
			button = b
		}
	})
	if button == nil {
		r.t.Fatal("nothing takes back")
	}
	button.Tapped(&fyne.PointEvent{})
}

// below are the words of the window under a dialog.
func (r *rig) below() string {
	var said strings.Builder
	each(r.canvas().Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok {
			said.WriteString(t.Text + "\n")
		}
	})
	return said.String()
}

func TestAnUndoAskedForWhileAnotherRunsIsMadeAfterIt(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	before := messages(p)
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Удалить")
	r.press("Удалить")
	if messages(p) != before-2 {
		t.Fatal("nothing was deleted")
	}
	asked := false
	r.runner.Flush() // else it is the saving that looks at the clock first
	r.meanwhile(func() { asked = true; r.undo() })
	r.undo()
	if !asked || messages(p) != before {
		t.Errorf("asked %v; %d records, want %d", asked, messages(p), before)
	}
}

func TestAnUndoAskedForWhileAJobRunsWaitsAndNeverTakesTheJobBack(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	before, rows := messages(p), r.rows()
	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Удалить")

	file := filepath.Join(r.dir, "2018.csv")
	row := "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"
	if err := os.WriteFile(file, []byte(comtradeHead+row), 0o600); err != nil {
		t.Fatal(err)
	}
	// What is read changes nothing: the step is made once it has been read.
	r.runner.Flush()
	asked := false
	r.meanwhile(func() {
		r.undoBelow()
		if asked = true; messages(p) != before-1 {
			t.Error("undone while the file was being read")
		}
	}, "Читается файл")
	r.shell.TakeIn(file)
	if !asked || messages(p) != before {
		t.Errorf("asked %v: what was asked for while a file was read is lost", asked)
	}
	r.press("Закрыть")

	r.shell.Show(screen.Messages, briefing.Ref{}, "")
	r.press("Удалить")
	r.shell.TakeIn(file)
	r.press("Далее")
	told := ""
	r.runner.Flush()
	r.meanwhile(func() {
		r.undoBelow()
		told = r.below()
	}, "Читается файл")
	r.press("Загрузить записей: 1")
	if r.rows() != rows+1 || messages(p) != before-1 {
		t.Errorf("%d rows, %d records: the import was taken back, or the change before it", r.rows(), messages(p))
	}
	if !strings.Contains(told, "как только она закончится") {
		t.Errorf("while it ran: %s", told)
	}
	if said := r.below(); !strings.Contains(said, "Отмена не выполнена") {
		t.Errorf("after it: %s", said)
	}
}
