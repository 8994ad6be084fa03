package importing_test

import (
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/project"
)

// months are files of one kind, one of them not readable, one with a rejected
// row, one that was taken in before under another name.
func months(t *testing.T) []string {
	row := func(month, value string) string {
		return "ЭК\t" + month + "\tCN\t0207120000\t\t" + value + "\t610000\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n"
	}
	return []string{
		write(t, "m1.csv", ftsHead+row("01/2022", "1250,5")),
		write(t, "m2.csv", ftsHead+row("02/2022", "1251,5")+row("02/2022", "пять")),
		write(t, "m3.csv", ""),
		write(t, "m4.csv", ftsHead+row("04/2022", "1253,5")),
		write(t, "m5.csv", ftsHead+row("01/2022", "1250,5")),
	}
}

func (d *fakeDesk) sources() (n int) {
	d.Opened.Read(func(p *project.Project) { n = len(p.Sources) })
	return n
}

// Files of one kind are taken in without a question once the first one was
// looked at; a bad one does not stop them, and all are told of at the end.
func TestTheRestIsTakenInLikewise(t *testing.T) {
	d := &savingDesk{fakeDesk: light(t, 1280, 800), folder: t.TempDir()}
	before := d.rows()
	importing.Show(d, months(t)...)
	d.press(t, "Далее")
	d.choose(t, 0, "тыс. долл")
	d.choose(t, 1, "кг")
	d.press(t, "Далее")
	d.Picture(t, "import-likewise")
	d.press(t, "Так же загрузить все файлы")
	if d.rows() != before+3 {
		t.Errorf("%d rows, want %d", d.rows(), before+3)
	}
	table := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool { return strings.HasPrefix(tab.TSV(kit.Range{}), "m1.csv") })
	want := "m1.csv\tзагружен\t1\t1\t0\t0\nm2.csv\tзагружен\t2\t1\t0\t1\nm3.csv\tне загружен\t—\t—\t—\t—\nm4.csv\tзагружен\t1\t1\t0\t0\nm5.csv\tне изменилось\t1\t0\t1\t0\n"
	if got := table.TSV(kit.Range{Bottom: 4, Right: 5}); got != want {
		t.Errorf("summary %q", got)
	}
	d.Picture(t, "import-likewise-done")
	d.press(t, "Сохранить отклонённые строки всех файлов")
	if names, err := filepath.Glob(filepath.Join(d.folder, "*")); err != nil || len(names) != 1 || filepath.Base(names[0]) != "m2-rejected.csv" {
		t.Errorf("saved %v, %v", names, err)
	}
}

// What needs a decision stops the others until it is made.
func TestADecisionStopsTheRest(t *testing.T) {
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "a.csv", first))
	d.press(t, "Далее")
	d.press(t, "Загрузить записей")
	d.press(t, "Готово")
	importing.Show(d, write(t, "other.csv", strings.ReplaceAll(comtrade, "2018", "2016")), write(t, "b.csv", revised), write(t, "last.csv", strings.ReplaceAll(comtrade, "2018", "2015")))
	d.press(t, "Далее")
	d.press(t, "Так же загрузить все файлы")
	d.Wants(t, "Импорт файла b.csv", "Файл уточняет показатели")
	if d.can(t, "Загрузить записей") {
		t.Error("it goes on without a decision")
	}
}

// Files dropped while the dialog is open wait behind the others.
func TestFilesAreAddedToTheOpenDialog(t *testing.T) {
	d := light(t, 1280, 800)
	first, second := write(t, "2018.csv", comtrade), write(t, "2017.csv", strings.ReplaceAll(comtrade, "2018", "2017"))
	open := importing.Show(d, first)
	if !open.Add(second, second) {
		t.Fatal("the open dialog takes no files")
	}
	d.Wants(t, "файл 1 из 2", "2017.csv")
	d.press(t, "Далее")
	d.press(t, "Загрузить записей")
	third := write(t, "2016.csv", strings.ReplaceAll(comtrade, "2018", "2016"))
	d.press(t, "Следующий файл")
	d.press(t, "Далее")
	d.press(t, "Загрузить записей")
	if !open.Add(third) { // at the end, where nothing waits any more
		t.Fatal("the open dialog takes no files")
	}
	d.press(t, "Следующий файл")
	d.Wants(t, "Импорт файла 2016.csv", "файл 3 из 3")
	d.press(t, "Отмена")
	if open.Add(first) {
		t.Error("a closed dialog takes files")
	}
	if (*importing.Dialog)(nil).Add(first) {
		t.Error("no dialog takes files")
	}
}

// A dialog that is closed while a job runs leaves the project as it was.
func TestCancellingWhileStoringStoresNothing(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "2018.csv", comtrade))
	d.press(t, "Далее")
	d.Hold = true
	d.press(t, "Загрузить записей")
	d.Picture(t, "import-storing")
	d.Wants(t, "запись в проект")
	d.press(t, "Отмена")
	d.Held()
	if d.rows() != before || len(d.Failed) > 0 || len(d.Said) > 0 {
		t.Errorf("%d rows, want %d; %v %v", d.rows(), before, d.Failed, d.Said)
	}
}

// The figures stand on a record that is made with the import, or on one that
// was chosen.
func TestTheSourceIsMadeOrChosen(t *testing.T) {
	d := light(t, 1280, 800)
	n := d.sources()
	importing.Show(d, write(t, "2018.csv", comtrade))
	d.press(t, "Далее")
	d.Wants(t, "Новая запись: файл 2018.csv")
	d.press(t, "Загрузить записей")
	d.press(t, "Готово")
	if d.sources() != n+1 {
		t.Fatalf("%d sources, want %d", d.sources(), n+1)
	}
	var made briefing.ID
	for _, i := range d.Opened.ImportList() {
		if i.File == "2018.csv" {
			made = i.Source
		}
	}
	importing.Show(d, write(t, "2017.csv", strings.ReplaceAll(comtrade, "2018", "2017")))
	d.press(t, "Далее")
	d.choose(t, 0, "Внешняя торговля, 2018")
	d.press(t, "Загрузить записей")
	d.Wants(t, "Внешняя торговля, 2018 год")
	if d.sources() != n+1 {
		t.Errorf("%d sources, want %d", d.sources(), n+1)
	}
	found := false
	for _, i := range d.Opened.ImportList() {
		found = found || i.File == "2017.csv" && i.Source == made
	}
	if !found {
		t.Error("the import stands on another source")
	}
}
