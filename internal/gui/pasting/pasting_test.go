package pasting_test

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/pasting"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// table is a desk over the example project: what the dialog asks of it works,
// the rest is not there and would panic.
type table struct {
	desk.Desk
	project *app.Project
	window  fyne.Window
	lang    briefing.Lang
	runner  *desk.Runner
	said    []string
	failed  []error
}

func (d *table) Project() *app.Project  { return d.project }
func (d *table) Window() fyne.Window    { return d.window }
func (d *table) Lang() briefing.Lang    { return d.lang }
func (d *table) Content() briefing.Lang { return d.lang }
func (d *table) Fail(err error)         { d.failed = append(d.failed, err) }
func (d *table) Say(text string)        { d.said = append(d.said, text) }
func (d *table) Later(delay time.Duration, fn func()) *desk.Later {
	return d.runner.Later(delay, fn)
}
func (d *table) Go(screen.Key, briefing.Ref, string) {}
func (d *table) Run(_ string, work func(context.Context, func(int, int, string)) error, then func(error)) {
	then(work(context.Background(), func(int, int, string) {}))
}

func newTable(t *testing.T, l briefing.Lang, w, h float32) *table {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	values, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	p, err := app.Create(app.World{
		Now: func() time.Time { return time.Date(2023, 3, 20, 22, 0, 0, 0, time.FixedZone("MSK", 3*3600)) }, User: "Проверка", StateDir: t.TempDir(),
		NewID: func(k briefing.Kind) briefing.ID {
			n++
			return briefing.ID(fmt.Sprintf("%s-new%d", k, n))
		},
	}, filepath.Join(t.TempDir(), "p.briefing"), values)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	win := test.NewTempWindow(t, kit.NewPanel(theme.Ground, kit.NewText("", kit.Body, theme.Ink)))
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	r := desk.NewRunner()
	r.Inline = true
	return &table{project: p, window: win, lang: l, runner: r}
}

// walk visits what is visible in the window's uppermost layer.
func (d *table) walk(visit func(fyne.CanvasObject)) {
	var down func(o fyne.CanvasObject)
	down = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		visit(o)
		switch x := o.(type) {
		case *fyne.Container:
			for _, c := range x.Objects {
				down(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				down(c)
			}
		}
	}
	down(d.window.Canvas().Overlays().Top())
}

func (d *table) shown() string {
	var all []string
	d.walk(func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Text); ok && x.Text != "" {
			all = append(all, x.Text)
		}
	})
	return strings.Join(all, "\n")
}

func find[T fyne.CanvasObject](d *table) []T {
	var out []T
	d.walk(func(o fyne.CanvasObject) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
	})
	return out
}

func (d *table) press(t *testing.T, start string) {
	t.Helper()
	for _, b := range find[*kit.Button](d) {
		if strings.HasPrefix(b.Text, start) {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q in\n%s", start, d.shown())
}

// picture keeps what the window shows, for eyes.
func (d *table) picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("PASTING_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, d.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

const facts = "Торговля с КНР\t\t\t\r\nПоказатель\tЗначение\tПериод\tИсточник\r\n" +
	"Вывоз муки\tоколо 90 тыс. т\t2022 г.\tРосстат\r\n" +
	"Вывоз масла\t12 вагонов\tянв.–окт. 2022\tТАСС\r\n" +
	"Вывоз масла\t12 вагонов\tянв.–окт. 2022\tТАСС\r\n" +
	"\"Ввоз станков\r\nи запчастей\"\t576 млн долл. США\tвесной\t\r\n"

func TestRowsAreShownTickedAndStored(t *testing.T) {
	d := newTable(t, briefing.RU, 1280, 800)
	var added []briefing.Ref
	pasting.Show(d, briefing.KindFact, facts, func(refs []briefing.Ref) { added = refs })
	d.picture(t, "facts-1280")
	text := d.shown()
	for _, want := range []string{
		"Добавить 3", "Будет добавлено 3 записи", "1 уже есть или повторяется", "3 с замечаниями", "Повтор строки выше",
		"Торговля с КНР", "единица измерения не распознана", "дата или период не распознаны", "около 90 тыс. т", "Ввоз станков и запчастей",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not show in\n%s", want, text)
		}
	}
	boxes := find[*kit.CheckBox](d)
	var on []bool
	for _, b := range boxes {
		on = append(on, b.Checked)
	}
	if !slices.Equal(on, []bool{true, true, false, true}) {
		t.Fatalf("ticked %v", on)
	}
	test.Tap(boxes[1])
	if !strings.Contains(d.shown(), "Добавить 2") {
		t.Errorf("after a tick is taken off:\n%s", d.shown())
	}
	d.press(t, "Добавить")
	if len(added) != 2 || len(d.failed) > 0 || len(d.said) != 1 || d.window.Canvas().Overlays().Top() != nil {
		t.Fatalf("added %v, failed %v, said %v", added, d.failed, d.said)
	}
	r, err := d.project.Get(added[1])
	if err != nil {
		t.Fatal(err)
	}
	if f := r.(*briefing.Fact); f.Statement.RU != "Ввоз станков\nи запчастей" || !strings.Contains(f.Note.RU, "весной") {
		t.Errorf("stored %+v", f)
	}
}

func TestAColumnIsTakenForAnotherField(t *testing.T) {
	d := newTable(t, briefing.RU, 1280, 800)
	pasting.Show(d, briefing.KindEvent, "21 марта\t\t\n10:00–11:30\tКремль\tПереговоры в узком составе\n12:00\tГостиница\tРабочий завтрак\n", nil)
	fields := find[*kit.SelectField](d)
	if len(fields) != 3 || fields[1].Selected() != "title_ru" || fields[2].Selected() != "place_ru" {
		t.Fatalf("%d fields", len(fields))
	}
	choose := func(f *kit.SelectField, typed string) {
		test.Tap(f)
		menu := find[*kit.Menu](d)[0]
		for _, r := range typed {
			menu.TypedRune(r)
		}
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	choose(fields[1], "не брать")
	if fields[1].Selected() != "-" || !strings.Contains(d.shown(), "Добавить 0") {
		t.Errorf("a column is left out:\n%s", d.shown())
	}
	choose(fields[2], "Название (рус")
	choose(fields[1], "Место (рус")
	if !strings.Contains(d.shown(), "Добавить 2") {
		t.Errorf("after the columns are changed:\n%s", d.shown())
	}
	d.press(t, "Добавить")
	id := briefing.ID("")
	for i := range 40 {
		if r, err := d.project.Get(briefing.Ref{Kind: briefing.KindEvent, ID: briefing.ID(fmt.Sprintf("event-new%d", i))}); err == nil {
			e := r.(*briefing.Event)
			if id = e.ID; e.Place.RU == "" || e.Title.RU == "Кремль" || e.Parent == "" {
				t.Errorf("stored %+v", e)
			}
		}
	}
	if id == "" {
		t.Error("nothing is stored")
	}
}

func TestAnEmptyClipboardSaysHowToCopy(t *testing.T) {
	d := newTable(t, briefing.EN, 900, 600)
	called := false
	pasting.Show(d, briefing.KindPerson, "", func([]briefing.Ref) { called = true })
	d.picture(t, "empty-900")
	if !strings.Contains(d.shown(), "press Ctrl+C") {
		t.Errorf("no word on how to copy:\n%s", d.shown())
	}
	area := find[*kit.TextField](d)[0]
	area.Focus()
	area.SetText("Name\tPost\nIvanov Ivan\tMinister\nPetrov Petr\tAmbassador\n")
	d.runner.Flush()
	d.picture(t, "people-900")
	if !strings.Contains(d.shown(), "Add 2") || !strings.Contains(d.shown(), "Ambassador") {
		t.Errorf("after the text was pasted:\n%s", d.shown())
	}
	area.SetText("")
	d.press(t, "Add") // what was typed a moment ago counts
	if called || len(d.said) > 0 {
		t.Error("rows are stored that are no longer in the text")
	}
	d.press(t, "Cancel")
	if d.window.Canvas().Overlays().Top() != nil || called {
		t.Error("the dialog stays, or has stored something")
	}
}

func TestTooLongATextIsRefusedInWords(t *testing.T) {
	d := newTable(t, briefing.RU, 900, 600)
	pasting.Show(d, briefing.KindFact, strings.Repeat("строка\n", 2001), nil)
	d.picture(t, "long-900")
	if b := find[*kit.CheckBox](d); len(b) != 0 || !strings.Contains(d.shown(), "Добавить 0") {
		t.Errorf("%d boxes:\n%s", len(b), d.shown())
	}
}

// A hundred thousand rows, from the clipboard or pasted into the field, leave the
// window alive: the field does not hold them, and the dialog says how many there are.
func TestAHundredThousandRowsAreRefusedAtOnce(t *testing.T) {
	d := newTable(t, briefing.RU, 900, 600)
	rows := strings.Repeat("Иванов Иван\tминистр\tКитай\n", 100_000)
	begin := time.Now()
	pasting.Show(d, briefing.KindPerson, rows, nil)
	area := find[*kit.TextField](d)[0]
	if took := time.Since(begin); took > 5*time.Second || area.Text() != "" {
		t.Errorf("after %v the field holds %d letters", took, len(area.Text()))
	}
	says := func(words string) {
		t.Helper()
		if all := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(d.shown()); !strings.Contains(all, words) {
			t.Errorf("%q is not said:\n%s", words, all)
		}
	}
	says("Скопировано строк: 100 000")
	clip := fyne.CurrentApp().Clipboard()
	paste := func(text string) {
		clip.SetContent(text)
		area.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		d.runner.Flush()
	}
	paste("Петров Пётр\tпосол\n")
	says("Добавить 1")
	paste(strings.Repeat("Иванов Иван\tминистр\n", 1999))
	says("Скопировано строк: 1999")
	if area.Text() != "" {
		t.Errorf("the field holds %d letters", len(area.Text()))
	}
	paste(rows)
	says("Скопировано строк: 100 000")
	says("Добавить 0")
}

// Of a clipboard without text, as after copying a picture, that is said; the rows that
// are there stay.
func TestACopiedPictureIsToldInTheDialog(t *testing.T) {
	d := newTable(t, briefing.RU, 1280, 800)
	pasting.Show(d, briefing.KindPerson, "", nil)
	if !strings.Contains(d.shown(), "В буфере обмена нет текста") {
		t.Errorf("shown:\n%s", d.shown())
	}
	area := find[*kit.TextField](d)[0]
	clip := fyne.CurrentApp().Clipboard()
	for _, text := range []string{"Петров Пётр\tпосол\n", ""} {
		clip.SetContent(text)
		area.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		d.runner.Flush()
		if !strings.Contains(d.shown(), "Добавить 1") {
			t.Errorf("after %q:\n%s", text, d.shown())
		}
	}
}

// Esc closes the dialog from wherever the focus is, also from its rows.
func TestEscapeClosesFromTheRows(t *testing.T) {
	d := newTable(t, briefing.RU, 900, 600)
	pasting.Show(d, briefing.KindPerson, "Имя\tДолжность\nИванов Иван\tминистр\n", nil)
	c := d.window.Canvas()
	var rows fyne.Focusable
	d.walk(func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && strings.Contains(fmt.Sprintf("%T", o), "pasting.list") {
			rows = f
		}
	})
	if rows == nil {
		t.Fatal("the rows take no focus")
	}
	c.Focus(rows)
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if !strings.Contains(d.shown(), "Будет добавлено 0 записей") {
		t.Errorf("Space does not take the row off:\n%s", d.shown())
	}
	if rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); c.Overlays().Top() != nil {
		t.Error("Esc does not close the dialog")
	}
}

func TestTheSmallestWindowShowsRowsUnderThePastedText(t *testing.T) {
	d := newTable(t, briefing.RU, 640, 360)
	pasting.Show(d, briefing.KindPerson, "Имя\tДолжность\nИванов Иван\tминистр\nПетров Пётр\tпосол\n", nil)
	d.picture(t, "people-640")
	if n := len(find[*kit.CheckBox](d)); n == 0 {
		t.Error("no row shows")
	}
	for _, b := range find[*kit.CheckBox](d) {
		if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b); at.Y > 360-80 {
			t.Errorf("a row stands at %v, under the foot of the dialog", at)
		}
	}
}

func TestManyRowsAndColumnsFitASmallWindow(t *testing.T) {
	d := newTable(t, briefing.RU, 900, 600)
	var b strings.Builder
	b.WriteString("Дата\tВремя\tМероприятие\tМесто\tУчастники\tПримечание\n")
	for i := range 400 {
		fmt.Fprintf(&b, "21.03.2023\t%02d:00\tВстреча %d с представителями деловых кругов\tКремль, Екатерининский зал\tСи Цзиньпин\tзакрытая\n", i%24, i)
	}
	pasting.Show(d, briefing.KindEvent, b.String(), nil)
	d.picture(t, "events-900")
	if n := len(find[*kit.CheckBox](d)); n == 0 || n > 40 {
		t.Errorf("%d rows exist of 400", n)
	}
	if !strings.Contains(d.shown(), "Добавить 400") {
		t.Errorf("shown:\n%s", d.shown())
	}
}
