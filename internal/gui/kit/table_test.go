package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// trade is a table of n rows, every tenth the head of a group.
func trade(n int) *kit.DataTable {
	t := kit.NewDataTable()
	t.SetData(kit.TableData{
		Columns: []kit.TableColumn{
			{Title: "Код", Group: "Разрез", Width: 60, Sorts: true},
			{Title: "Товар", Group: "Разрез", Width: 160},
			{Title: "за месяц", Group: "Стоимость", Width: 100, Number: true},
			{Title: "к 2021", Group: "Стоимость", Width: 80, Number: true},
		},
		Rows: n,
		Row: func(r int) kit.TableRow {
			if r%10 == 0 {
				return kit.TableRow{Group: true, Code: "02", Text: "Мясо", Note: "9"}
			}
			return kit.TableRow{Number: fmt.Sprint(r)}
		},
		Cell: func(r, c int) kit.Cell {
			return kit.Cell{Text: []string{"0207", "Птица\tи прочее", fmt.Sprintf("1\u00a0%03d,5", r%1000), "\u22123,1"}[c]}
		},
	})
	return t
}

func at(t *kit.DataTable) [2]int {
	r, c := t.Active()
	return [2]int{r, c}
}

func TestTableOfMillionsHoldsOnlyTheCellsThatShow(t *testing.T) {
	begin(t)
	table := trade(5_000_000)
	window(t, table, 500, 400)
	if n := len(texts(table)); n > 90 {
		t.Errorf("%d texts exist for 11 rows of 4 cells", n)
	}
	table.SetActive(4_999_999, 0)
	if !shows(table, "4999999") {
		t.Errorf("the end shows %v", texts(table))
	}
	// The last row ends where the view ends, to the unit: float32 could not
	// count that far.
	for _, p := range places(table, "4999999") {
		if p.Y != 400-56-32+8 {
			t.Errorf("the last row stands at %v", p.Y)
		}
	}
	table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1e9)})
	if !shows(table, "1") {
		t.Errorf("the beginning shows %v", texts(table))
	}
}

func TestTableHeaderStays(t *testing.T) {
	begin(t)
	table := trade(1000)
	window(t, table, 500, 400)
	heads := []string{"Разрез", "Стоимость", "Код", "Товар", "за месяц"}
	before := places(table, heads...)
	if len(before) != len(heads) {
		t.Fatalf("the header shows %v", texts(table))
	}
	win := fyne.CurrentApp().Driver().AllWindows()[0]
	win.Canvas().Focus(table)
	press(win, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyEnd)
	if after := places(table, heads...); !slices.Equal(before, after) {
		t.Errorf("the header moved from %v to %v", before, after)
	}
}

func TestTableIsWorkedByKeys(t *testing.T) {
	begin(t)
	table := trade(1000)
	win := window(t, table, 500, 56+10*32)
	win.Canvas().Focus(table)
	for _, step := range []struct {
		key  fyne.KeyName
		want [2]int
	}{
		{fyne.KeyDown, [2]int{1, 0}},
		{fyne.KeyRight, [2]int{1, 1}},
		{fyne.KeyEnd, [2]int{1, 3}},
		{fyne.KeyRight, [2]int{1, 3}},
		{fyne.KeyPageDown, [2]int{10, 3}},
		{fyne.KeyPageUp, [2]int{1, 3}},
		{fyne.KeyHome, [2]int{1, 0}},
		{fyne.KeyUp, [2]int{0, 0}},
		{fyne.KeyUp, [2]int{0, 0}},
		{fyne.KeyLeft, [2]int{0, 0}},
	} {
		press(win, step.key)
		if at(table) != step.want {
			t.Errorf("%s goes to %v, want %v", step.key, at(table), step.want)
		}
	}
	ctrl := func(k fyne.KeyName, m fyne.KeyModifier) {
		table.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault | m})
	}
	ctrl(fyne.KeyEnd, 0)
	if at(table) != [2]int{999, 3} || !shows(table, "999") {
		t.Errorf("Ctrl+End goes to %v", at(table))
	}
	ctrl(fyne.KeyHome, fyne.KeyModifierShift)
	if got := table.Selection(); got != (kit.Range{Top: 0, Left: 0, Bottom: 999, Right: 3}) {
		t.Errorf("Ctrl+Shift+Home selects %v", got)
	}
}

func TestShiftExtendsARangeAndArrowsDropIt(t *testing.T) {
	begin(t)
	table := trade(1000)
	var ranges []kit.Range
	table.OnRange = func(r kit.Range) { ranges = append(ranges, r) }
	win := window(t, table, 500, 400)
	win.Canvas().Focus(table)
	table.SetActive(5, 2)
	shift(win, true)
	press(win, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)
	shift(win, false)
	if want := (kit.Range{Top: 5, Left: 2, Bottom: 7, Right: 3}); table.Selection() != want || ranges[len(ranges)-1] != want {
		t.Errorf("selected %v, told %v", table.Selection(), ranges)
	}
	shift(win, true)
	press(win, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	shift(win, false)
	if want := (kit.Range{Top: 4, Left: 2, Bottom: 5, Right: 3}); table.Selection() != want {
		t.Errorf("turned back it is %v, want %v", table.Selection(), want)
	}
	press(win, fyne.KeyEscape)
	if s := table.Selection(); s.Rows() != 1 || s.Columns() != 1 {
		t.Errorf("Esc leaves %v", s)
	}
}

func TestRangeIsCopiedAsOtherProgramsPasteIt(t *testing.T) {
	begin(t)
	table := trade(1000)
	win := window(t, table, 500, 400)
	win.Canvas().Focus(table)
	table.Select(kit.Range{Top: 10, Left: 0, Bottom: 11, Right: 3})
	table.TypedShortcut(&fyne.ShortcutCopy{})
	want := "02 Мясо\t\t1010,5\t-3,1\n0207\tПтица и прочее\t1011,5\t-3,1\n"
	if got := fyne.CurrentApp().Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	if n := strings.Count(table.TSV(table.Selection()), "\n"); n != 1000 {
		t.Errorf("all are %d rows", n)
	}
}

func TestMouseSelectsExtendsAndOpens(t *testing.T) {
	begin(t)
	table := trade(1000)
	opened := 0
	table.OnOpen = func(int, int) { opened++ }
	window(t, table, 500, 400)
	down := func(x, y float32, m fyne.KeyModifier, b desktop.MouseButton) {
		ev := &desktop.MouseEvent{Modifier: m, Button: b}
		ev.Position = fyne.NewPos(x, y)
		table.MouseDown(ev)
		table.MouseUp(ev)
	}
	down(40+60+160+10, 56+32*3+5, 0, desktop.MouseButtonPrimary)
	if at(table) != [2]int{3, 2} || opened != 0 {
		t.Errorf("a click goes to %v and opens %d times", at(table), opened)
	}
	down(40+60+160+10, 56+32*3+5, 0, desktop.MouseButtonPrimary)
	if opened != 1 {
		t.Errorf("a double click opens %d times", opened)
	}
	down(40+60+160+110, 56+32*5+5, fyne.KeyModifierShift, desktop.MouseButtonPrimary)
	if want := (kit.Range{Top: 3, Left: 2, Bottom: 5, Right: 3}); table.Selection() != want {
		t.Errorf("Shift and click select %v, want %v", table.Selection(), want)
	}
	var menu [2]int
	table.OnMenu = func(r, c int, _ fyne.Position) { menu = [2]int{r, c} }
	down(40+60+160+10, 56+32*4+5, 0, desktop.MouseButtonSecondary)
	if menu != [2]int{4, 2} || table.Selection().Rows() != 3 {
		t.Errorf("the other button in the range asks for %v and leaves %v", menu, table.Selection())
	}
	down(10, 56+32*2+5, 0, desktop.MouseButtonPrimary)
	if want := (kit.Range{Top: 2, Left: 0, Bottom: 2, Right: 3}); table.Selection() != want {
		t.Errorf("a click on the number selects %v, want the row", table.Selection())
	}
}

func TestDraggingSelectsAndScrollsBeyondTheEdge(t *testing.T) {
	begin(t)
	table := trade(1000)
	window(t, table, 500, 400)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(110, 56+32+5)
	table.MouseDown(ev)
	drag := func(x, y float32) {
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(x, y)
		table.Dragged(e)
	}
	drag(280, 56+32*4+5)
	if want := (kit.Range{Top: 1, Left: 1, Bottom: 4, Right: 2}); table.Selection() != want {
		t.Errorf("dragged to %v, want %v", table.Selection(), want)
	}
	for range 20 {
		drag(280, 600)
	}
	table.DragEnd()
	if s := table.Selection(); s.Top != 1 || s.Bottom < 25 || !shows(table, fmt.Sprint(s.Bottom-1)) {
		t.Errorf("beyond the edge it ends at %v", s)
	}
}

func TestColumnsAreWidenedByTheirEdge(t *testing.T) {
	begin(t)
	table := trade(900)
	told := [2]float32{-1, 0}
	table.OnResize = func(c int, w float32) { told = [2]float32{float32(c), w} }
	window(t, table, 700, 400)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(40+60+1, 40)
	table.MouseMoved(ev)
	if table.Cursor() != desktop.HResizeCursor {
		t.Error("the pointer does not show the grip")
	}
	table.MouseDown(ev)
	table.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(25, 0)})
	table.DragEnd()
	if told != [2]float32{0, 85} || table.Widths()[0] != 85 {
		t.Errorf("told %v, widths %v", told, table.Widths())
	}
	if at(table) != [2]int{0, 0} {
		t.Error("taking hold of an edge moves the active cell")
	}
	table.MouseDown(ev)
	table.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-500, 0)})
	if table.Widths()[0] < 40 {
		t.Errorf("a column can vanish: %v", table.Widths())
	}
}

func TestGroupsFoldBySpaceAndChevronAndTitlesSort(t *testing.T) {
	begin(t)
	table := trade(1000)
	var folded, sorted []int
	table.OnToggle = func(r int) { folded = append(folded, r) }
	table.OnSort = func(c int) { sorted = append(sorted, c) }
	win := window(t, table, 500, 600)
	if !shows(table, "Мясо") || !shows(table, "02") || !shows(table, "9") {
		t.Errorf("a group shows %v", texts(table))
	}
	win.Canvas().Focus(table)
	press(win, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	click := func(x, y float32) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(x, y)
		table.MouseDown(ev)
	}
	click(20, 56+10*32+10)
	click(60, 40)
	click(150, 40) // does not sort
	if !slices.Equal(folded, []int{0, 10}) || !slices.Equal(sorted, []int{0}) {
		t.Errorf("folded %v, sorted by %v", folded, sorted)
	}
}

func TestTableWithoutRowsOrPlaceStandsStill(t *testing.T) {
	begin(t)
	table := kit.NewDataTable()
	win := window(t, table, 300, 200)
	win.Canvas().Focus(table)
	table.TypedShortcut(&fyne.ShortcutSelectAll{})
	table.TypedShortcut(&fyne.ShortcutCopy{})
	press(win, fyne.KeyDown, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	for _, p := range []fyne.Position{fyne.NewPos(5, 5), fyne.NewPos(100, 100), fyne.NewPos(-5, 500)} {
		ev.Position = p
		table.MouseDown(ev)
		table.MouseUp(ev)
	}
	full := trade(3)
	for _, s := range []fyne.Size{{}, {Width: 10, Height: 10}, {Width: 45, Height: 60}, {Width: 3000, Height: 2000}} {
		full.Resize(s)
		full.Refresh()
	}
	full.SetData(kit.TableData{})
	if got := at(full); got != [2]int{0, 0} {
		t.Errorf("without data the active cell is %v", got)
	}
}

func TestActiveCellIsOutlinedAndTheRangeTinted(t *testing.T) {
	begin(t)
	table := trade(100)
	win := window(t, table, 500, 400)
	win.Canvas().Focus(table)
	table.Select(kit.Range{Top: 1, Left: 2, Bottom: 3, Right: 3})
	if !outlined(table) {
		t.Error("the active cell does not show")
	}
	tint := theme.New(theme.Light).Color(theme.Tint, 0)
	// A cell of the range, away from its text and lines, lies on the tint.
	img := win.Canvas().Capture()
	if c := img.At(40+60+160+6, 56+32+10); !near(c, tint) {
		t.Errorf("the range is painted %v, want %v", c, tint)
	}
	if c := img.At(40+60+6, 56+32+10); near(c, tint) {
		t.Error("the tint reaches beyond the range")
	}
}

func BenchmarkScroll(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Light))
	table := trade(1_000_000)
	win := test.NewTempWindow(b, table)
	win.Resize(fyne.NewSize(1200, 900))
	for b.Loop() {
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -96)})
	}
}

// Columns fitted to their content cut nothing; one much longer than the others
// is held.
func TestFittedColumnsShowTheirContentsWhole(t *testing.T) {
	begin(t)
	table := kit.NewDataTable()
	cells := [][]string{{"расходится", "9 945 719 442,5", "короткий"}, {"сходится до 0,01 %", "1", strings.Repeat("длинный ", 40)}}
	table.SetData(kit.TableData{
		Columns: []kit.TableColumn{{Title: "Сверка", Width: 40}, {Title: "В файле", Width: 40, Number: true}, {Title: "Итог", Width: 40}},
		Rows:    len(cells),
		Cell:    func(row, column int) kit.Cell { return kit.Cell{Icon: kit.IconTick, Text: cells[row][column]} },
	})
	table.FitColumns(300)
	window(t, table, 900, 200)
	for _, want := range []string{"расходится", "9 945 719 442,5", "сходится до 0,01 %", "короткий"} {
		if !shows(table, want) {
			t.Errorf("%q is cut: %v", want, texts(table))
		}
	}
	if w := table.Widths(); w[2] != 300 {
		t.Errorf("widths %v", w)
	}
}

// TestNamesOfRowsStayWhileTheirNumbersAreScrolled: under the pointer and the
// keys they are where they are seen.
func TestNamesOfRowsStayWhileTheirNumbersAreScrolled(t *testing.T) {
	begin(t)
	table := kit.NewDataTable()
	table.Frozen, table.Numbers = true, 0
	columns := []kit.TableColumn{{Title: "Страна", Width: 120}}
	for i := range 12 {
		columns = append(columns, kit.TableColumn{Title: fmt.Sprint(2010 + i), Width: 90, Number: true})
	}
	table.SetData(kit.TableData{Columns: columns, Rows: 3, Cell: func(r, c int) kit.Cell {
		if c == 0 {
			return kit.Cell{Text: []string{"Китай", "Казахстан", "Турция"}[r]}
		}
		return kit.Cell{Text: fmt.Sprintf("%d-%d", r, c)}
	}})
	window(t, table, 500, 300)
	table.SetActive(1, 12)
	for _, name := range []string{"Страна", "Китай", "Казахстан", "1-12"} {
		if !shows(table, name) {
			t.Errorf("scrolled to the end it shows %v, not %s", texts(table), name)
		}
	}
	if at := places(table, "Казахстан"); len(at) != 1 || at[0].X != 8 {
		t.Errorf("the name stands at %v", at)
	}
	if shows(table, "1-5") {
		t.Errorf("what lies under the names is drawn: %v", texts(table))
	}
	table.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 28+5)}, Button: desktop.MouseButtonPrimary})
	if got := at(table); got != [2]int{0, 0} {
		t.Errorf("a click on a name makes %v active", got)
	}
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	for _, p := range places(table, "0-1") {
		if p.X < 120 {
			t.Errorf("the cell beside the names stands under them, at %v", p.X)
		}
	}
	if !shows(table, "0-1") {
		t.Errorf("the cell beside the names is not in sight: %v", texts(table))
	}
	window(t, table, 180, 300) // the names would take all the room
	table.SetActive(1, 12)
	if !shows(table, "1-12") {
		t.Errorf("in a narrow place it shows %v", texts(table))
	}
}
