package gui_test

import (
	"bytes"
	"encoding/binary"
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
	"briefing/internal/settings"
)

func keys() []screen.Key {
	return []screen.Key{
		screen.Overview, screen.Figures, screen.Events, screen.People, screen.Agreements,
		screen.Messages, screen.Sources, screen.Pack, screen.Checks, "settings", "help",
	}
}

func TestEveryScreenHasItsWordsAtAnySizeInEveryLookAndLanguage(t *testing.T) {
	r := example(t)
	for _, look := range []string{"light", "dark", "contrast"} {
		for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
			if err := r.settings.Change(func(c *settings.Settings) { c.Lang, c.Theme = l, look }); err != nil {
				t.Fatal(err)
			}
			r.shell.Reload()
			for _, key := range keys() {
				r.shell.Show(key, briefing.Ref{}, "")
				for _, size := range []fyne.Size{{Width: 1440, Height: 900}, {Width: 1000, Height: 640}} {
					r.shell.Window().Resize(size)
				}
				if words := r.texts(); strings.Contains(words, "⟨") {
					t.Errorf("%s, %s: a text is missing: %s", key, l, words[strings.Index(words, "⟨"):])
				}
			}
		}
	}
}

func TestANewProjectIsMadeUnderTheNameGiven(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.press("Создать")
	r.shows("Укажите название")
	r.fields()[0].SetText("Визит делегации провинции Шаньдун")
	r.press("Создать")
	p := r.shell.Project()
	if p == nil {
		t.Fatal("no project is open")
	}
	if !r.exists(p.Path) || p.Pack().Title.RU != "Визит делегации провинции Шаньдун" {
		t.Errorf("made %s, %q", p.Path, p.Pack().Title.RU)
	}
	r.shows("Визит делегации провинции Шаньдун", "Обзор")
}

func TestWhatIsKnownOfTheMatterGoesIntoANewProject(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	fields := r.fields()
	fields[0].SetText("Визит в Сербию")
	fields[1].SetText("скоро")
	r.press("Создать")
	r.shows("Период записан неверно: «скоро»")
	fields[1].SetText("3–5 июня 2024 г.")
	fields[2].SetText("02.06.2024 18:00")
	r.press("Создать")
	p := r.shell.Project()
	if p == nil {
		t.Fatal("no project is open")
	}
	k := p.Pack()
	e, err := p.Get(briefing.Ref{Kind: briefing.KindEvent, ID: k.Event})
	if err != nil {
		t.Fatal(err)
	}
	event := e.(*briefing.Event)
	if event.When.String() != "2024-06-03..2024-06-05" || event.Title.RU != "Визит в Сербию" || event.Kind != "visit" {
		t.Errorf("event %+v", event)
	}
	if m, ok := k.Moment(); !ok || m.Format("02.01.2006 15:04") != "02.06.2024 18:00" {
		t.Errorf("moment %v", k.AsOf)
	}
}

func TestABrokenFileIsToldAndNothingIsOpened(t *testing.T) {
	r := newRig(t, "")
	broken := filepath.Join(r.dir, "broken.briefing")
	if err := os.WriteFile(broken, []byte("no project"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.dialogs.open = broken
	r.press("Открыть…")
	r.shows("Не получилось", "broken.briefing")
	r.press("Закрыть")
	if r.shell.Project() != nil {
		t.Error("a project is open")
	}
	r.shows("Создать по шаблону")
}

// TestDamagedFiguresAreToldAfterTheRecordsWereShown: the damage is of a kind
// that only the checksum of the figures tells.
func TestDamagedFiguresAreToldAfterTheRecordsWereShown(t *testing.T) {
	r := newRig(t, "")
	path := filepath.Join(r.dir, "demo.briefing")
	p, err := app.NewDemo(r.world, path)
	if err == nil {
		err = p.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte{0x28, 0xb5, 0x2f, 0xfd}) // the first segment
	data[at+40] ^= 1
	page := data[at/4096*4096:][:4096]
	var a, b uint32 // SQLite's checksum of a page
	for i := 0; i < 4088; i += 8 {
		a += binary.LittleEndian.Uint32(page[i:]) + b
		b += binary.LittleEndian.Uint32(page[i+4:]) + a
	}
	binary.LittleEndian.PutUint32(page[4088:], a)
	binary.LittleEndian.PutUint32(page[4092:], b)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.OpenProject(path)
	r.shows("Не получилось", "demo.briefing")
	if r.shell.Project() != nil {
		t.Error("a project is open")
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
		t.Errorf("the file was touched: %v", err)
	}
}

func TestLanguageOfTheWindowAndOfContentsAreChosenApart(t *testing.T) {
	r := example(t)
	r.segment("EN")
	if got := r.settings.Get(); got.Content != briefing.EN || got.Lang != briefing.RU {
		t.Errorf("settings %+v", got)
	}
	r.shell.Show("settings", briefing.Ref{}, "")
	r.segment("English")
	if got := r.settings.Get(); got.Lang != briefing.EN {
		t.Errorf("settings %+v", got)
	}
	r.shell.Show(screen.Overview, briefing.Ref{}, "")
	r.shows("Overview", "Build the pack")
}

func TestTheMomentIsSetInTheTopBar(t *testing.T) {
	r := example(t)
	r.press("на 20.03.2023 23:00 МСК")
	f := r.fields()[0]
	f.SetText("вчера вечером")
	r.press("Установить")
	if r.canvas().Overlays().Top() == nil {
		t.Fatal("a moment that can't be read was taken")
	}
	if got := r.shell.Project().Pack().AsOf; got != "2023-03-20T23:00:00+03:00" {
		t.Errorf("moment %s", got)
	}
	f.SetText("18.03.2023 18:00")
	r.press("Установить") // shows first what it would do
	r.shows("Выйдет из пакета: ", "Выйдут строки показателей: 708", "январь 2022 г. … декабрь 2022 г.")
	if got := r.shell.Project().Pack().AsOf; got != "2023-03-20T23:00:00+03:00" {
		t.Errorf("set before it was shown: %s", got)
	}
	r.picture("moment")
	f.SetText("21.03.2023 12:00")
	r.runner.Flush()                       // a pause in typing
	r.shows("Состав пакета не изменится.") // what is later is meant for the addendum
	r.press("Установить")
	if got := r.shell.Project().Pack().AsOf; got != "2023-03-21T12:00:00+03:00" {
		t.Errorf("moment %s", got)
	}
	r.shows("на 21.03.2023 12:00 МСК")
}

func TestWorkIsPublishedOnClosingAndFoundAmongRecent(t *testing.T) {
	r := example(t)
	path := r.shell.Project().Path
	k := r.shell.Project().Pack()
	k.ShortTitle.RU = "Проверка записи"
	if err := r.shell.Project().Put(k); err != nil {
		t.Fatal(err)
	}
	r.menu("Сохранить")
	r.menu("Закрыть проект")
	r.shows("Начало", "Проверка записи")
	p, err := app.Open(r.world, path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	if got := p.Pack().ShortTitle.RU; got != "Проверка записи" {
		t.Errorf("the file holds %q", got)
	}
}

// menu chooses in the file menu. (The keys that do the same are pressed in the
// smoke test: the test driver's canvas has no shortcuts.)
func (r *rig) menu(item string) {
	r.t.Helper()
	r.press("Файл")
	r.press(item)
}

func TestOutputsAreMadeFromTheDialog(t *testing.T) {
	r := example(t)
	r.dialogs.folder = filepath.Join(r.dir, "outputs")
	if err := os.Mkdir(r.dialogs.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	r.menu("Собрать пакет…")
	r.press("Выбрать")
	r.press("English")
	r.press("Документ Word")
	r.press("Таблицы CSV")
	r.picture("outputs")
	r.segment("Выпуск")
	if b, ok := r.find("Выпустить").(*kit.Button); !ok || !b.Disabled() {
		t.Error("an issue is offered although invented data block it")
	}
	r.segment("Проект")
	r.press("Собрать проект")
	r.shows("Готово", "8 из 8")
	for _, size := range []fyne.Size{{Width: 1280, Height: 720}, {Width: 853, Height: 480}} { // in sight, however many findings there are
		r.shell.Window().Resize(size)
		r.press("Собрать проект")
		var done fyne.CanvasObject
		each(r.top(), func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && plain(x.Text) == "8 из 8" {
				done = o
			}
		})
		if part, whole, there := r.seen(done); !there || part.Height < whole.Height {
			t.Errorf("at %v the result is seen %v of %v", size, part, whole)
		}
	}
	files, err := os.ReadDir(r.dialogs.folder)
	if err != nil || len(files) != 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	kinds := map[string]int{}
	for _, f := range files {
		kinds[filepath.Ext(f.Name())]++
	}
	if kinds[".pdf"] != 2 || kinds[".xlsx"] != 2 || kinds[".docx"] != 2 || kinds[".zip"] != 2 {
		t.Errorf("made %v", kinds)
	}
	r.press("Открыть")
	r.press("Показать в папке")
	want := filepath.Join(r.dialogs.folder, files[0].Name())
	if len(r.handed) != 2 || !strings.HasSuffix(r.handed[0], ".pdf") || filepath.Dir(want) != filepath.Dir(r.handed[1]) {
		t.Errorf("handed to the system: %v", r.handed)
	}
}

func TestTheCompilersSheetIsOfferedToTheCompilerOnly(t *testing.T) {
	r := example(t)
	r.menu("Собрать пакет…")
	if r.find("Лист составителя") != nil {
		t.Error("the compiler's sheet is offered to the leader")
	}
	r.segment("составителю")
	if r.find("Лист составителя") == nil {
		t.Error("the compiler's sheet is not offered to the compiler")
	}
}

func TestAnOutputThatCantBeWrittenLeavesTheOthersOut(t *testing.T) {
	r := example(t)
	r.dialogs.folder = filepath.Join(r.dir, "outputs")
	o := app.ExportOptions{Lang: briefing.RU, Draft: true}
	blocked := filepath.Join(r.dialogs.folder, r.shell.Project().DefaultName(o, ".pdf"))
	if err := os.MkdirAll(blocked, 0o700); err != nil { // a folder where the file should go
		t.Fatal(err)
	}
	r.menu("Собрать пакет…")
	r.press("Выбрать")
	r.press("Собрать проект")
	r.shows("Не получилось", filepath.Base(blocked))
	files, _ := os.ReadDir(r.dialogs.folder)
	if len(files) != 1 {
		t.Errorf("%d entries in the folder", len(files))
	}
}

func TestAnEmptySectionLeadsToWhereItIsFilled(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.fields()[0].SetText("Новый визит")
	r.press("Создать")
	r.press("Заполнить раздел «Событие»")
	r.shows("Событий пока нет")
}

func TestASecondOpenerIsToldAndGetsACopy(t *testing.T) {
	first := example(t)
	path := first.shell.Project().Path
	second := newRig(t, "")
	second.world.StateDir = first.world.StateDir
	second.shell.OpenProject(path)
	second.shows("Проект уже открыт", "можно только читать")
	if !second.shell.Project().State().ReadOnly {
		t.Fatal("two may write to one file")
	}
	second.press("Открыть копию")
	p := second.shell.Project()
	if p.Path == path || p.State().ReadOnly {
		t.Errorf("the copy is %s, read only: %v", p.Path, p.State().ReadOnly)
	}
}

// A pack that is made for no visit is not asked for one.
func TestTheOverviewOfABulletinAsksForNoVisit(t *testing.T) {
	for _, template := range []string{"bulletin", "partner-profile"} {
		r := newRig(t, "")
		values, err := app.NewProject(r.world, template)
		if err != nil {
			t.Fatal(err)
		}
		values.Pack.AsOf = "2026-11-27T22:00:00+03:00"
		path := filepath.Join(r.dir, template+".briefing")
		p, err := app.Create(r.world, path, values)
		if err == nil {
			err = p.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		r.shell.OpenProject(path)
		if words := r.texts(); strings.Contains(words, "выберите событие") || strings.Contains(words, "Визит\n") {
			t.Errorf("%s: %s", template, words)
		}
		r.shows("по состоянию на", "27.11.2026", "22:00")
		r.picture("overview-" + template)
	}
}

// After Ctrl and a digit the arrows move in the list of the screen, and Enter in
// the dialog of outputs presses its main button wherever the focus is.
func TestScreensAndOutputsAreWorkedByTheKeysAlone(t *testing.T) {
	r := example(t)
	for n, want := range map[int]string{1: "figures", 3: "people", 6: "sources"} {
		r.shell.ShowNumber(n)
		if _, ok := r.canvas().Focused().(*kit.RecordList); !ok {
			t.Errorf("%s: the focus is on %T", want, r.canvas().Focused())
		}
	}
	r.dialogs.folder = filepath.Join(r.dir, "outputs")
	r.menu("Собрать пакет…")
	var box *kit.CheckBox
	each(r.top(), func(o fyne.CanvasObject) {
		if c, ok := o.(*kit.CheckBox); ok && box == nil {
			box = c
		}
	})
	r.canvas().Focus(box)
	was := box.Checked
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if box.Checked == was {
		t.Error("Space does not tick")
	}
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	box.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.shows("Готово", "2 из 2")
}
