package gui_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
	"briefing/internal/project"
)

const comtradeHead = "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"

func (r *rig) rows() (n int) {
	r.shell.Project().Read(func(p *project.Project) { n = p.Figures.Len() })
	return n
}

// Import, edit, export: the way of a user, through the real widgets.
func TestImportEditExport(t *testing.T) {
	r := example(t)
	file := filepath.Join(r.dir, "2018.csv")
	row := "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"
	if err := os.WriteFile(file, []byte(comtradeHead+row), 0o600); err != nil {
		t.Fatal(err)
	}
	before := r.rows()
	r.shell.TakeIn(file)
	r.shows("UN Comtrade", "2018.csv")
	r.press("Далее")
	if r.rows() != before {
		t.Fatal("rows are stored before the user says so")
	}
	r.press("Загрузить записей: 1")
	if got := r.rows(); got != before+1 {
		t.Fatalf("%d rows, want %d", got, before+1)
	}
	r.press("Открыть показатели")
	r.shows("Внешняя торговля", "2018.csv")

	ref := briefing.Ref{Kind: briefing.KindFact, ID: "S20"}
	r.shell.Show("", ref, "statement")
	r.typeInto("УТОЧНЕНО ")
	r.shell.Show(screen.Overview, briefing.Ref{}, "") // another screen: what was typed is kept
	got, err := r.shell.Project().Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	if s := got.(*briefing.Fact).Statement.RU; !strings.Contains(s, "УТОЧНЕНО") {
		t.Errorf("kept %q", s)
	}

	r.dialogs.folder = filepath.Join(r.dir, "outputs")
	if err := os.Mkdir(r.dialogs.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	r.press("Собрать пакет")
	r.press("Выбрать")
	r.press("Собрать проект")
	made, checks := float32(0), float32(0) // the lowest file that is listed, what stands under the list
	each(r.top(), func(o fyne.CanvasObject) {
		x, ok := o.(*canvas.Text)
		if !ok {
			return
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x).Y
		switch {
		case strings.HasSuffix(plain(x.Text), " КБ"):
			made = max(made, at+x.Size().Height)
		case x.Text == "Проверки перед выпуском":
			checks = at
		}
	})
	if made == 0 || checks < made {
		t.Errorf("the files end at %v, the checks begin at %v", made, checks)
	}
	files, err := os.ReadDir(r.dialogs.folder)
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(r.dialogs.folder, f.Name()))
		if err != nil || len(data) < 10_000 {
			t.Errorf("%s: %d bytes, %v", f.Name(), len(data), err)
		}
	}

	r.press("Закрыть")
	r.shell.TakeIn(file) // once more: nothing changes, and that is said
	r.shows("не изменил")
	if got := r.rows(); got != before+1 {
		t.Errorf("%d rows after the same file again", got)
	}
}

func TestADroppedProjectIsOpenedAndADroppedFileNeedsOne(t *testing.T) {
	r := newRig(t, "")
	r.shell.TakeIn(filepath.Join(r.dir, "figures.csv"))
	r.shows("Сначала откройте или создайте проект")
}

// A folder that is dropped stands for its files, fifty of them too; a broken one among
// them is told, and the rest goes on.
func TestADroppedFolderIsTakenInFileByFile(t *testing.T) {
	r := example(t)
	dir := filepath.Join(r.dir, "folder")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 50 {
		text := "Код;Страна\n1001;Китай\n"
		if i == 0 {
			text = "\x00\x01\x02"
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.csv", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.shell.TakeIn(dir)
	r.shows("файл 1 из 50", "00.csv")
	r.press("Следующий файл")
	r.shows("файл 2 из 50", "01.csv")
	r.press("Закрыть")
	if n := len(r.canvas().Overlays().List()); n != 0 {
		t.Errorf("%d dialogs stay over the window", n)
	}
}

// Files dropped while others are taken in wait behind them.
func TestFilesDroppedOnTheOpenDialogWait(t *testing.T) {
	r := example(t)
	first, second := filepath.Join(r.dir, "a.csv"), filepath.Join(r.dir, "b.csv")
	for _, path := range []string{first, second} {
		if err := os.WriteFile(path, []byte("no table\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.shell.TakeIn(first)
	r.shell.TakeIn(second)
	r.shows("файл 1 из 2", "b.csv")
	if n := len(r.canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs lie over the window", n)
	}
	r.press("Следующий файл")
	r.shows("файл 2 из 2")
	r.press("Закрыть")
	r.shell.TakeIn(first)
	r.shows("Импорт файла a.csv")
}

func TestTheTemplateIsWrittenAndTakenInAgain(t *testing.T) {
	r := example(t)
	r.dialogs.open = filepath.Join(r.dir, "template.xlsx")
	r.menu("Шаблон Excel для заполнения…")
	if !r.exists(r.dialogs.open) {
		t.Fatal("no template is there")
	}
	r.shell.TakeIn(r.dialogs.open)
	r.shows("Шаблон программы")
}

// A table copied in another program comes in as a file would: it is shown how it is read, and stored when the user says so.
func TestAPastedTableIsTakenInLikeAFile(t *testing.T) {
	r := example(t)
	t.Setenv("TMPDIR", r.dir)
	t.Setenv("TMP", r.dir)
	clip := fyne.CurrentApp().Clipboard()
	before := r.rows()
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	clip.SetContent("no table")
	r.press("Вставить таблицу")
	r.shows("В буфере обмена нет таблицы")
	clip.SetContent("Экспорт в Китай, тыс. долл. США\nКод\tСтрана\tянв.22\tфев.22\tИтого\n1201\tКитай\t1,2\t2,3\t3,5\n210500\tКитай\t0,02\t…\t0,02\nВсего\t\t1,22\t2,3\t3,52\n")
	r.press("Вставить таблицу")
	r.shows("Вставленная таблица.tsv")
	r.press("Читать так")
	r.press("Далее")
	r.press("Загрузить записей: 4") // the one that is withheld, too
	if got := r.rows(); got != before+4 {
		t.Errorf("%d rows more, want 4", got-before)
	}
	r.press("Закрыть")
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "briefing-*", "Вставленная таблица.tsv"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A Word file of ours shows its edits; one that is none comes to the import, which says what to do.
func TestADroppedWordFileShowsItsEdits(t *testing.T) {
	r := example(t)
	ours, foreign := filepath.Join(r.dir, "pack.docx"), filepath.Join(r.dir, "letter.docx")
	if _, err := r.shell.Project().Export(context.Background(), app.ExportOptions{DOCX: ours, Lang: briefing.RU, Draft: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, []byte("no document\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.shell.TakeIn(foreign, ours)
	r.shows("Правки из документа pack.docx", "совпадают с текстами проекта")
	if n := len(r.canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs lie over the window", n)
	}
	r.press("Закрыть")
	r.shows("Импорт файла letter.docx")
}

// Charts and tables of the pack are taken one by one: as a picture, and a table by the clipboard.
func TestATableAndAChartAreTakenByThemselves(t *testing.T) {
	r := example(t)
	r.menu("Рисунки и таблицы…")
	r.shows("Рисунок 1", "Таблица 6")
	r.press("Копировать")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "\t") || !strings.Contains(got, "\n") {
		t.Errorf("copied %q", got)
	}
	r.press("С оформлением") // the test's system has no way
	r.shows("скопирована как текст")
	r.dialogs.open = filepath.Join(r.dir, "one.svg")
	r.press("SVG")
	data, err := os.ReadFile(r.dialogs.open)
	if err != nil || !strings.Contains(string(data), "<svg") {
		t.Errorf("no picture: %v", err)
	}
	r.shows("с надписью «ПРОЕКТ»")
}
