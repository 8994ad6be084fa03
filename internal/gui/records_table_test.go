package gui_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// picture writes what the window shows, where a folder is named for it.
func (r *rig) picture(name string) {
	r.t.Helper()
	dir := os.Getenv("BRIEFING_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, r.canvas().Capture()); err != nil {
		r.t.Fatal(err)
	}
}

func TestRecordsStandInATableAndACellLeadsToItsField(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.press("Показать таблицей")
	r.picture("records-table")
	var table *kit.DataTable
	each(r.top(), func(o fyne.CanvasObject) {
		if x, ok := o.(*kit.DataTable); ok {
			table = x
		}
	})
	if table == nil {
		t.Fatal("there is no table")
	}
	table.SetActive(3, 0)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := r.records(briefing.KindFact)[3].(*briefing.Fact)
	if got := r.focused().Text(); got != want.Statement.RU {
		t.Errorf("the cell leads to %q, want %q", got, want.Statement.RU)
	}
}

func TestABackupIsComparedWithTheProject(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	if err := p.Save(); err != nil {
		t.Fatal(err)
	}
	ref := r.records(briefing.KindPerson)[0].Ref()
	rec, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	name := rec.(*briefing.Person).Name.RU
	rec.(*briefing.Person).Name.RU = "Другой"
	if err := p.Put(rec); err != nil {
		t.Fatal(err)
	}
	if err := p.Save(); err != nil { // the file as it was is kept
		t.Fatal(err)
	}
	if list, err := p.Backups(); err != nil || len(list) == 0 {
		t.Fatalf("%d backups: %v", len(list), err)
	}
	r.menu("История…")
	r.shows("Резервные копии файла")
	list := r.list()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	r.shows("Что изменилось с тех пор", name+" → Другой")
	r.picture("history-backup")
}

// grid is the table of the records that are shown.
func (r *rig) grid() *kit.DataTable {
	r.t.Helper()
	var table *kit.DataTable
	each(r.top(), func(o fyne.CanvasObject) {
		if x, ok := o.(*kit.DataTable); ok {
			table = x
		}
	})
	if table == nil {
		r.t.Fatal("there is no table")
	}
	return table
}

// typeKey types a key where the cursor is.
func (r *rig) typeKey(name fyne.KeyName) {
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (r *rig) column(table *kit.DataTable, title string) int {
	r.t.Helper()
	for c := range table.Widths() {
		table.SetActive(0, c)
		if strings.HasPrefix(table.Heads()[c], title) {
			return c
		}
	}
	r.t.Fatalf("no column %q among %q", title, table.Heads())
	return 0
}

func TestACellIsEditedInItsPlaceAsInASpreadsheet(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.People, briefing.Ref{}, "")
	r.press("Показать таблицей")
	table := r.grid()
	named := func(name string) bool {
		return slices.ContainsFunc(r.records(briefing.KindPerson), func(x briefing.Record) bool { return x.(*briefing.Person).Name.RU == name })
	}
	was := r.records(briefing.KindPerson)[0].(*briefing.Person).Name.RU
	column := r.column(table, "Фамилия, имя, отчество (ru)")
	table.SetActive(0, column)
	kit.FocusOn(table)
	r.typeKey(fyne.KeyF2)
	for range []rune(was) {
		r.typeKey(fyne.KeyBackspace)
	}
	for _, c := range "Иванов" {
		r.canvas().Focused().TypedRune(c)
	}
	r.picture("records-table-edit")
	r.typeKey(fyne.KeyReturn)
	if row, c := table.Active(); !named("Иванов") || row != 1 || c != column {
		t.Errorf("kept: %v; the active cell is %d, %d", named("Иванов"), row, c)
	}
	for _, c := range "П" { // typing takes the place of what stands there
		r.canvas().Focused().TypedRune(c)
	}
	r.typeKey(fyne.KeyTab)
	if row, c := table.Active(); !named("П") || row != 1 || c != column+1 {
		t.Errorf("kept: %v; the active cell is %d, %d", named("П"), row, c)
	}
	table.SetActive(1, column)
	kit.FocusOn(table)
	r.canvas().Focused().TypedRune('Ф')
	r.typeKey(fyne.KeyEscape)
	if named("Ф") || !named("П") {
		t.Error("Esc kept what was typed")
	}
	for range 2 { // each cell is a step of its own
		if _, err := r.shell.Project().Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if !named(was) || named("П") {
		t.Error("two steps back don't give the names back")
	}
}

func TestWhatCannotBeReadInACellIsNotLost(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.People, briefing.Ref{}, "")
	r.press("Показать таблицей")
	table := r.grid()
	column := r.column(table, "Протокольный ранг")
	table.SetActive(0, column)
	kit.FocusOn(table)
	who := r.records(briefing.KindPerson)[0].(*briefing.Person)
	for _, c := range "пять" {
		r.canvas().Focused().TypedRune(c)
	}
	r.typeKey(fyne.KeyReturn)
	if row, _ := table.Active(); row != 0 {
		t.Error("a cell that can't be read was left")
	}
	kit.FocusOn(table) // the user goes elsewhere
	if got := r.shell.Project().Unread(who.Ref()); got["rank"] != "пять" {
		t.Errorf("what was typed is %v", got)
	}
	if now := r.records(briefing.KindPerson)[0].(*briefing.Person); now.Rank != who.Rank {
		t.Errorf("rank %d", now.Rank)
	}
}

func TestTheFirstRowFillsThoseUnderIt(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Figures, briefing.Ref{}, "")
	r.press("Показать таблицей")
	table := r.grid()
	column := r.column(table, "Статус")
	status := func(i int) string { return r.records(briefing.KindFact)[i].(*briefing.Fact).Status }
	at := 0
	for status(at) == status(at+1) || status(at) == status(at+2) {
		at++
	}
	want, was := status(at), status(at+1)
	table.Select(kit.Range{Top: at, Left: column, Bottom: at + 2, Right: column})
	kit.FocusOn(table)
	fill := &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierShortcutDefault}
	table.TypedShortcut(fill)
	if status(at+1) != want || status(at+2) != want {
		t.Errorf("%q, %q, want %q", status(at+1), status(at+2), want)
	}
	if words, _ := r.shell.Project().NextUndo(briefing.RU); !strings.HasPrefix(words, "Заполнение вниз") {
		t.Errorf("undo is called %q", words)
	}
	if _, err := r.shell.Project().Undo(); err != nil || status(at+1) != was {
		t.Errorf("%v, %q", err, status(at+1))
	}
}

// A column that is empty everywhere is shown from the menu of columns and can be
// filled; F2 on a field with choices lists them in the table.
func TestAnEmptyColumnIsShownAndAChoiceMadeInTheTable(t *testing.T) {
	r := example(t)
	for _, x := range r.records(briefing.KindPerson) {
		who := x.(*briefing.Person)
		who.Country = ""
		if err := r.shell.Project().Put(who); err != nil {
			t.Fatal(err)
		}
	}
	r.shell.Show(screen.People, briefing.Ref{}, "")
	r.press("Показать таблицей")
	if heads := r.grid().Heads(); slices.Contains(heads, "Страна") {
		t.Fatalf("an empty column is shown: %q", heads)
	}
	pick := func(text string) {
		t.Helper()
		m, ok := r.canvas().Focused().(*kit.Menu)
		if !ok {
			t.Fatalf("no menu is open for %q", text)
		}
		for _, c := range text {
			m.TypedRune(c)
		}
		m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	r.press("Столбцы: показать и скрыть")
	pick("Страна")
	table := r.grid()
	column := r.column(table, "Страна")
	table.Select(kit.Range{Top: 1, Left: 0, Bottom: 1, Right: 0})
	second := strings.Split(table.TSV(table.Selection()), "\n")[0]
	table.SetActive(0, column)
	kit.FocusOn(table)
	r.typeKey(fyne.KeyDown)
	r.typeKey(fyne.KeyF2)
	pick("Казахстан")
	var chosen []string
	for _, x := range r.records(briefing.KindPerson) {
		if who := x.(*briefing.Person); who.Country != "" {
			chosen = append(chosen, who.Name.RU+" "+who.Country)
		}
	}
	if !slices.Equal(chosen, []string{second + " KZ"}) {
		t.Errorf("chosen is %q, want that of %s", chosen, second)
	}
	if row, c := r.grid().Active(); row != 1 || c != column {
		t.Errorf("the active cell is %d, %d", row, c)
	}
	r.press("Столбцы: показать и скрыть")
	pick("Страна")
	if heads := r.grid().Heads(); slices.Contains(heads, "Страна") {
		t.Errorf("a column that was hidden is shown: %q", heads)
	}
}

// The search of a list finds what was changed while it is open: what records say
// is put into words anew.
func TestTheSearchOfAListFollowsAChange(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.People, briefing.Ref{}, "")
	search := r.fields()[0]
	search.SetText("переименован")
	r.shows("0 из 9")
	who := r.records(briefing.KindPerson)[0].(*briefing.Person)
	who.Name.RU += " (переименован)"
	if err := r.shell.Project().Put(who); err != nil {
		t.Fatal(err)
	}
	r.shell.Reload()
	r.shell.Show(screen.People, briefing.Ref{}, "")
	r.fields()[0].SetText("переимен")
	r.shows("1 из 9", "переименован")
}
