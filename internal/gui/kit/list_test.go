package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

func list(n int, onSelect func(int)) *kit.RecordList {
	l := kit.NewRecordList(kit.TallHeight, onSelect)
	l.SetItems(n, func(i int) kit.RowItem {
		return kit.RowItem{Title: fmt.Sprintf("Запись %d", i), Sub: "вторая строка", Status: kit.Confirmed, StatusWord: "подтверждено"}
	})
	return l
}

func TestLongListHoldsOnlyTheRowsThatShow(t *testing.T) {
	begin(t)
	l := list(5_000_000, nil)
	window(t, l, 400, 560)
	if n := len(texts(l)); n > 3*13 {
		t.Errorf("%d texts exist for 10 rows on the screen", n)
	}
	l.Select(4_999_999)
	if !shows(l, "Запись 4999999") || shows(l, "Запись 0") {
		t.Errorf("the end shows %v", texts(l))
	}
	l.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 56)})
	if !shows(l, "Запись 4999989") {
		t.Errorf("a step back shows %v", texts(l))
	}
}

func TestListIsWorkedByKeys(t *testing.T) {
	begin(t)
	var moved, opened []int
	l := list(100, func(i int) { moved = append(moved, i) })
	l.OnOpen = func(i int) { opened = append(opened, i) }
	win := window(t, l, 400, 560)
	win.Canvas().Focus(l)
	press(win, fyne.KeyDown, fyne.KeyReturn, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome)
	if want := []int{0, 1, 10, 99, 0}; !slices.Equal(moved, want) {
		t.Errorf("moved to %v, want %v", moved, want)
	}
	if !slices.Equal(opened, []int{1}) {
		t.Errorf("opened %v", opened)
	}
	if !outlined(l) {
		t.Error("the focus does not show")
	}
}

func TestListSkipsHeadingsAndTicksBoxes(t *testing.T) {
	begin(t)
	ticked := map[int]bool{}
	l := kit.NewRecordList(kit.PaletteRowHeight, nil)
	l.SetItems(6, func(i int) kit.RowItem {
		return kit.RowItem{Heading: i%3 == 0, Check: i%3 != 0, Checked: ticked[i], Title: "строка", TitleMark: [2]int{0, 3}}
	})
	l.OnCheck = func(i int, on bool) { ticked[i] = on }
	win := window(t, l, 300, 300)
	win.Canvas().Focus(l)
	if l.Selected() != 1 {
		t.Errorf("the focus selects %d, want the first row that is no heading", l.Selected())
	}
	press(win, fyne.KeyDown, fyne.KeyDown)
	if l.Selected() != 4 {
		t.Errorf("Down goes to %d over a heading, want 4", l.Selected())
	}
	press(win, fyne.KeySpace)
	test.TapCanvas(win.Canvas(), fyne.NewPos(22, 36+18))
	if !ticked[4] || !ticked[1] {
		t.Errorf("ticked %v, want 4 by Space and 1 by click", ticked)
	}
}

func TestRowOfACardTicksAndOpens(t *testing.T) {
	begin(t)
	opened := 0
	var states []bool
	r := kit.NewListRow(kit.RowItem{Check: true, Title: "Уточнить день", Sub: "Известно: июнь", Trail: "5.11", Opens: true}, func() { opened++ })
	r.OnCheck = func(on bool) { states = append(states, on) }
	win := window(t, container.NewVBox(r), 500, 100)
	test.TapAt(r, fyne.NewPos(24, 28))
	test.TapAt(r, fyne.NewPos(200, 28))
	win.Canvas().Focus(r)
	press(win, fyne.KeySpace, fyne.KeyReturn)
	if opened != 2 || !slices.Equal(states, []bool{true, false}) {
		t.Errorf("opened %d times, ticked %v", opened, states)
	}
}

// A second line is as high as its row says from the first time it is drawn, and
// keeps out of what stands at the right.
func TestASecondLineIsCutWhereTheRightBegins(t *testing.T) {
	begin(t)
	row := kit.NewListRow(kit.RowItem{Title: "Дело", Sub: strings.Repeat("длинное пояснение ", 12), Trail: "4.1", Opens: true}, func() {})
	win := window(t, container.NewStack(), 500, 56)
	win.SetContent(row)
	walk(row, func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Text); ok && x.Text != "" {
			if wide := fyne.MeasureText(x.Text, x.TextSize, x.TextStyle).Width; wide > x.Size().Width+1 {
				t.Errorf("%q is %v wide and has %v", x.Text, wide, x.Size().Width)
			}
		}
	})
}
