package gui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
)

// issueSign tells whether the choice of an issue bears a sign.
func (r *rig) issueSign() (sign bool) {
	r.t.Helper()
	found := false
	each(r.top(), func(o fyne.CanvasObject) {
		s, ok := o.(*kit.Segmented)
		if !ok {
			return
		}
		issue, pictures := false, 0
		each(s, func(o fyne.CanvasObject) {
			switch x := o.(type) {
			case *canvas.Text:
				issue = issue || x.Text == "Выпуск"
			case *canvas.Image:
				if x.Resource != nil {
					pictures++
				}
			}
		})
		if issue {
			found, sign = true, pictures > 0
		}
	})
	if !found {
		r.t.Fatal("no choice of an issue")
	}
	return sign
}

// TestTheSignOfAnIssueGoesByTheLanguagesChosen: what is not translated into
// English stands against an English issue alone.
func TestTheSignOfAnIssueGoesByTheLanguagesChosen(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.fields()[0].SetText("Визит в Сербию")
	r.press("Создать")
	p := r.shell.Project()
	if err := p.Put(&briefing.Message{Kind: "section", Title: briefing.Text{RU: "О визите"}, Body: briefing.Text{RU: "Слова."}}); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.press("Собрать пакет")
	tick := func(name string) {
		t.Helper()
		var box *kit.CheckBox
		each(r.top(), func(o fyne.CanvasObject) {
			if b, ok := o.(*kit.CheckBox); ok && b.AccessibilityLabel() == name {
				box = b
			}
		})
		if box == nil {
			t.Fatalf("no box %s", name)
		}
		box.Tapped(&fyne.PointEvent{})
	}
	clean := func() bool { return strings.Contains(plain(r.texts()), "Выпуску ничто не мешает") }
	if !clean() || r.issueSign() {
		t.Errorf("Russian: clean %v, sign %v: %s", clean(), r.issueSign(), r.texts())
	}
	tick("English")
	if clean() || !r.issueSign() {
		t.Errorf("with English: clean %v, sign %v", clean(), r.issueSign())
	}
	tick("English")
	if !clean() || r.issueSign() {
		t.Errorf("Russian again: clean %v, sign %v", clean(), r.issueSign())
	}
}

func TestAProjectOpenedByARelativePathIsToldByItsWholeOne(t *testing.T) {
	r, path := closedExample(t)
	t.Chdir(filepath.Dir(path))
	r.shell.OpenProject(filepath.Base(path))
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if p := r.shell.Project(); p == nil || p.Path != filepath.Join(here, filepath.Base(path)) {
		t.Fatalf("open is %+v", p)
	}
	for _, recent := range r.settings.Get().Recent {
		if !filepath.IsAbs(recent.Path) {
			t.Errorf("remembered as %s", recent.Path)
		}
	}
	r.press("Собрать пакет")
	r.shows("Папка " + here[:10]) // as much as there is room for
}

// What only the partner's documents lack is told where they are made: the screen
// of checks speaks of the leader's.
func TestWhatThePartnerDoesNotGetIsToldInTheDialog(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.fields()[0].SetText("Визит в Сербию")
	r.press("Создать")
	p := r.shell.Project()
	if err := p.Put(
		&briefing.Source{ID: "memo", Kind: "note", Title: briefing.Text{RU: "Записка"}, Published: "2023-03-01"},
		&briefing.Agreement{ID: "a", Title: briefing.Text{RU: "Соглашение о побратимстве"}, Use: briefing.Aloud, Sources: []briefing.ID{"memo"}},
	); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.press("Собрать пакет")
	r.lacks("известна только из записки")
	r.segment("партнёру")
	r.shows("Соглашение о побратимстве", "известна только из записки")
}
