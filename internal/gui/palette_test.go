package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/settings"
)

// look opens the palette and types.
func (r *rig) look(query string) {
	r.t.Helper()
	r.press("Поиск и команды")
	if f := r.fields(); len(f) == 1 {
		f[0].SetText(query)
		return
	}
	r.t.Fatal("the palette is not open")
}

// key presses a key where the focus is.
func (r *rig) key(names ...fyne.KeyName) {
	r.t.Helper()
	for _, name := range names {
		f := r.canvas().Focused()
		if f == nil {
			r.t.Fatalf("nothing has the focus for %s", name)
		}
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestThePaletteFindsRecordsWhateverTheLayout(t *testing.T) {
	r := example(t)
	r.look("fuhj[f,")
	r.shows("раскладка исправлена: агрохаб", "Показатели", "Селятино", "с оговоркой")
	r.picture("palette")
	r.key(fyne.KeyReturn)
	r.shows("Формулировка", "Значение")
	r.look("习近平")
	r.shows("Си Цзиньпин")
	r.key(fyne.KeyReturn)
	r.shows("По системе Палладия")
	r.look("нет такого в проекте нигде")
	r.shows("По запросу «нет такого в проекте ни…» ничего не нашлось")
	r.key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyEscape)
	if r.canvas().Overlays().Top() != nil {
		t.Error("Esc leaves the palette open")
	}
}

func TestThePaletteDoesWhatTheWindowCan(t *testing.T) {
	r := example(t)
	r.look("")
	r.shows("Действия", "Перейти: Обзор", "Ctrl+1")
	r.picture("palette-actions")
	r.key(fyne.KeyEscape)
	r.look("добавить событие")
	r.key(fyne.KeyReturn)
	r.fields()[1].SetText("Встреча в аэропорту") // the first is the search of the list
	r.runner.Flush()
	r.look("dcnhtxf d f'hjgjhne")
	r.shows("аэропорту", "Событие")
	r.key(fyne.KeyEscape)
	r.look("замена в текстах")
	r.key(fyne.KeyReturn)
	r.shows("Только целые слова")
	r.press("Закрыть")
	r.look("раздел товарная структура")
	r.key(fyne.KeyReturn)
	r.shows("Товарная структура", "связано чисел")
	r.look("тёмная")
	r.key(fyne.KeyReturn)
	if got := r.settings.Get().Theme; got != "dark" {
		t.Errorf("the look is %s", got)
	}
	r.look("шаньдун")
	r.picture("palette-dark")
}

func TestAGroupOfThePaletteHasAllThatWasFound(t *testing.T) {
	r := example(t)
	r.look("китай")
	r.shows("ещё ")
	statuses := func() (n int) {
		for _, word := range []string{"подтверждено", "с оговоркой", "расходится", "не проверено"} {
			n += strings.Count(r.texts(), word)
		}
		return n
	}
	before, group := statuses(), ""
	for _, s := range strings.Split(r.texts(), "\n") {
		if strings.HasPrefix(s, "Показатели\u00a0") {
			group = s
		}
	}
	r.segment(group)
	if after := statuses(); after <= before || strings.Contains(r.texts(), "ещё ") {
		t.Errorf("%d figures under all, %d in the group", before, after)
	}
}

func TestThePaletteOpensProjectsBeforeThereIsOne(t *testing.T) {
	r := newRig(t, "")
	if err := r.settings.Change(func(c *settings.Settings) { c.Lang = briefing.EN }); err != nil {
		t.Fatal(err)
	}
	r.shell.Reload()
	r.press("Search and commands")
	r.fields()[0].SetText("щзут учфьзду")
	r.shows("keyboard layout corrected: open example")
	r.key(fyne.KeyReturn)
	if r.shell.Project() == nil {
		t.Error("the example is not open")
	}
}

func TestUndoStandsInTheBar(t *testing.T) {
	r := example(t)
	k := r.shell.Project().Pack()
	was := k.ShortTitle.RU
	k.ShortTitle.RU = "Другое название"
	if err := r.shell.Project().Put(k); err != nil {
		t.Fatal(err)
	}
	r.shows("Другое название")
	press := func(word string) {
		t.Helper()
		for _, name := range r.names() {
			if strings.HasPrefix(name, word) && strings.HasSuffix(name, ")") {
				r.press(plain(name))
				return
			}
		}
		t.Fatalf("no button %q among %v", word, r.names())
	}
	press("Отменить")
	r.shows(was)
	press("Повторить")
	r.shows("Другое название")
}

// A number as a page prints it leads to the section it stands in, however its
// thousands are typed.
func TestANumberOfAPageIsFound(t *testing.T) {
	r := example(t)
	printed, err := r.shell.Project().Printed(briefing.RU)
	if err != nil || len(printed) == 0 {
		t.Fatal(len(printed), err)
	}
	for _, query := range []string{"283,5", "1 140", "1140"} {
		r.look(query)
		r.shows("На страницах")
		r.picture("palette-printed-" + strings.ReplaceAll(query, " ", "_"))
		r.key(fyne.KeyEscape)
	}
	r.look("итого")
	r.shows("На страницах", "Таблица")
	r.key(fyne.KeyEscape)
}
