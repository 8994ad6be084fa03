package gui_test

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

var agriWorld = briefing.Ref{Kind: briefing.KindSeries, ID: "agri-world"}

// caveat gives a series of the example a text, the only one in it with a number:
// its message has one in words, which can't be mended.
func (r *rig) caveat(text briefing.Text) {
	r.t.Helper()
	got, err := r.shell.Project().Get(agriWorld)
	if err != nil {
		r.t.Fatal(err)
	}
	series := got.(*briefing.Series)
	series.Caveat, series.Message = text, briefing.Text{}
	if err := r.shell.Project().Put(got); err != nil {
		r.t.Fatal(err)
	}
	r.runner.Flush()
}

func (r *rig) caveatIs() string {
	r.t.Helper()
	got, err := r.shell.Project().Get(agriWorld)
	if err != nil {
		r.t.Fatal(err)
	}
	return got.(*briefing.Series).Caveat.RU
}

func TestAFigureIsPickedIntoAText(t *testing.T) {
	r := example(t)
	ref := r.records(briefing.KindMessage)[0].Ref()
	r.shell.Show("", ref, "body_ru")
	f := r.focused()
	before := f.Text()
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	r.canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyJ, Modifier: fyne.KeyModifierShortcutDefault})
	menu, ok := r.canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		t.Fatal("no list of figures")
	}
	for _, c := range "{S31}" {
		menu.TypedRune(c)
	}
	r.shows("555 млн долл. США")
	r.picture("picker")
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := f.Text(); len(got) != len(before)+len("{S31}") || !strings.Contains(got, "{S31}") {
		t.Errorf("%q became %q", before, got)
	}
	r.runner.Flush()
	got, err := r.shell.Project().Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	if got.(*briefing.Message).Body.RU != f.Text() {
		t.Error("it is not kept")
	}
	r.picture("picked")
}

func TestAFindingIsMendedFromTheWindow(t *testing.T) {
	r := example(t)
	r.caveat(briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "In 2018: US$829 million.", ZH: "2018年为8.29亿美元。"})
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("Исправление", "RU: В 2018 году — 829 млн долл. США. → В 2018 году — {S35e}.", "EN: In 2018: US$829 million. → In 2018: {S35e}.")
	r.picture("mend")
	button := r.find("Исправить")
	if _, ok := button.(fyne.Focusable); !ok {
		t.Error("the button can't be reached by the keyboard")
	}
	r.canvas().Focus(button.(fyne.Focusable))
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.runner.Flush()
	if got := r.caveatIs(); got != "В 2018 году — {S35e}." {
		t.Errorf("stored %q", got)
	}
	if strings.Contains(r.texts(), "829 млн") {
		t.Error("the finding is still listed")
	}
	each(r.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.AccessibilityLabel() == "Исправить" {
			t.Error("a finding without a mend has the button")
		}
	})
}

func TestAFindingIsAcceptedFromTheWindowAndTakenBack(t *testing.T) {
	r := example(t)
	r.caveat(briefing.Text{RU: "Отгружено 17 ваг. и 23 конт.", EN: "17 cars and 23 boxes were loaded.", ZH: "装运17车、23箱。"})
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("число 17 набрано вручную", "Принять…")
	r.press("Принять…")
	r.press("Принять") // without a reason
	r.shows("Заполните поле.")
	fields := r.fields()
	fields[0].SetText("число из договора, показателя нет")
	fields[1].Focus() // the name of the computer's user is a proposal: typing replaces it
	r.canvas().Focused().TypedRune('И')
	if got := fields[1].Text(); got != "И" {
		t.Errorf("typed over the proposal: %q", got)
	}
	fields[1].SetText("Иванова А. П.")
	each(r.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.CheckBox); ok {
			b.Tapped(&fyne.PointEvent{})
		}
	})
	r.picture("accept-dialog")
	r.press("Принять")
	r.runner.Flush()
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("Принято", "число из договора, показателя нет", "Иванова А. П.", "Отменить принятие")
	r.picture("accepted")
	r.caveat(briefing.Text{RU: "Отгружено 18 ваг. и 23 конт.", EN: "18 cars and 23 boxes were loaded.", ZH: "装运18车、23箱。"})
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("Принято ранее, но изменилось", "принятие больше не действует", "Принять…")
	r.picture("lapsed")
	if _, err := r.shell.Project().Undo(); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.shell.Show(screen.Checks, agriWorld, "")
	r.press("Отменить принятие")
	r.runner.Flush()
	r.shell.Show(screen.Checks, agriWorld, "")
	r.shows("Принять…")
	r.shell.Show(screen.Checks, r.records(briefing.KindImport)[0].Ref(), "")
	r.shows("Принять нельзя", "Условные данные в выпуск не допускаются.")
	r.picture("not-acceptable")
}

func TestWhatIsLeftToDoIsAssignedFromTheOverview(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Overview, briefing.Ref{}, "")
	r.shows("Что осталось сделать", "Добавить дело")
	r.press("Кто и к какому сроку")
	fields := r.fields()
	fields[0].SetText("Иванова А. П.")
	fields[1].SetText("вчера")
	r.press("Сохранить")
	r.shows("вчера")
	fields[1].SetText("19.03.2023")
	r.picture("assign")
	r.press("Сохранить")
	r.runner.Flush()
	r.shows("Срок прошёл · Иванова А. П. · до 19.03.2023")
	r.press("Добавить дело")
	fields = r.fields()
	fields[0].SetText("Заказать перевод тезисов")
	fields[1].SetText("Петров К. Н.")
	r.press("Сохранить")
	r.runner.Flush()
	r.shows("Заказать перевод тезисов", "Петров К. Н.")
	r.picture("readiness")
	row := r.find("Заказать перевод тезисов").(*kit.ListRow)
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.runner.Flush()
	if strings.Contains(r.texts(), "Заказать перевод тезисов") {
		t.Error("it is done and on the list")
	}
}

func TestFindingsOfOneRuleStandTogetherAndNameTheirRecords(t *testing.T) {
	r := example(t)
	var names []string
	for i, ref := range []briefing.ID{"S20", "S30", "S31"} {
		got, err := r.shell.Project().Get(briefing.Ref{Kind: briefing.KindFact, ID: ref})
		if err != nil {
			t.Fatal(err)
		}
		f := got.(*briefing.Fact)
		f.Statement = briefing.Text{RU: "показатель без перевода " + strconv.Itoa(i+1)}
		names = append(names, f.Statement.RU)
		if err := r.shell.Project().Put(f); err != nil {
			t.Fatal(err)
		}
	}
	r.runner.Flush()
	r.shell.Show(screen.Checks, briefing.Ref{}, "")
	r.picture("checks-grouped")
	r.shows("· Нет перевода")
	r.shows(names...)
	r.shows("раздел 1")
}
