package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

func sideBar(onSelect func(string)) *kit.NavList {
	n := kit.NewNavList(onSelect)
	n.SetItems([]kit.NavGroup{
		{Items: []kit.NavItem{{Key: "overview", Icon: "overview", Label: "Обзор"}}},
		{Title: "Данные", Items: []kit.NavItem{
			{Key: "figures", Icon: "figures", Label: "Показатели", Count: "31"},
			{Key: "events", Icon: "events", Label: "События", Count: "9"},
		}},
	}, []kit.NavItem{{Key: "help", Icon: "help", Label: "Справка", Count: "F1"}})
	return n
}

func TestSideBarIsWorkedByKeys(t *testing.T) {
	begin(t)
	var got []string
	n := sideBar(func(k string) { got = append(got, k) })
	win := window(t, n, 216, 600)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != fyne.Focusable(n) {
		t.Fatalf("the first stop is %T", win.Canvas().Focused())
	}
	if !outlined(n) {
		t.Error("the focus does not show")
	}
	press(win, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeySpace, fyne.KeyHome, fyne.KeyEnter, fyne.KeyUp, fyne.KeyReturn)
	if want := []string{"figures", "help", "overview", "overview"}; !slices.Equal(got, want) {
		t.Errorf("chosen %v, want %v", got, want)
	}
	n.Select("events")
	if len(got) != 4 || n.Selected() != "events" {
		t.Error("Select calls back, or does not mark")
	}
}

func TestSideBarKeepsItsFootAtTheBottomAndFolds(t *testing.T) {
	begin(t)
	hovered := "nothing yet"
	n := sideBar(nil)
	n.OnHover = func(s string) { hovered = s }
	win := window(t, container.NewHBox(n), 400, 600)
	n.Resize(fyne.NewSize(216, 600))
	if !shows(n, "Данные") || !shows(n, "Показатели") || !shows(n, "31") {
		t.Errorf("shows %v", texts(n))
	}
	test.MoveMouse(win.Canvas(), fyne.NewPos(100, 600-24))
	if hovered != "Справка" {
		t.Errorf("at the foot lies %q", hovered)
	}
	n.SetFolded(true)
	if w := n.MinSize().Width; w != 56 {
		t.Errorf("folded it is %v wide, want 56", w)
	}
	if len(texts(n)) != 0 {
		t.Errorf("folded it still shows %v", texts(n))
	}
}

func TestStepsGoBackButNotForward(t *testing.T) {
	begin(t)
	var got []int
	s := kit.NewStepHeader([]kit.Step{{Title: "Файл"}, {Title: "Вид файла"}, {Title: "Колонки"}, {Title: "Готово"}}, 2, func(i int) { got = append(got, i) })
	window(t, s, 200, 300)
	for _, y := range []float32{20, 76, 130, 190} {
		test.TapAt(s, fyne.NewPos(50, y))
	}
	if !slices.Equal(got, []int{0, 1}) {
		t.Errorf("went to %v, want the done steps only", got)
	}
}

func TestPiecesTellWhichWasHit(t *testing.T) {
	begin(t)
	hit := -1
	p := kit.NewPieceBar([]kit.Piece{kit.Done, kit.Begun, kit.Empty, kit.Empty}, nil, func(i int) { hit = i })
	window(t, p, 400, 8)
	p.Resize(fyne.NewSize(400, 8))
	test.TapAt(p, fyne.NewPos(210, 4))
	if hit != 2 {
		t.Errorf("hit %d, want 2", hit)
	}
}

func TestToastOffersItsActionOnceAndGoes(t *testing.T) {
	begin(t)
	layer := kit.NewToasts("Закрыть")
	under := 0
	b := kit.NewButton(kit.Secondary, "", "Под слоем", func() { under++ })
	win := window(t, container.NewStack(container.NewCenter(b), layer), 600, 300)
	undone := 0
	layer.Say(kit.Good, "confirmed", "Удалено 3 записи", "Отменить", func() { undone++ })
	if !shows(layer, "Удалено 3 записи") {
		t.Fatalf("shows %v", texts(layer))
	}
	test.TapCanvas(win.Canvas(), fyne.NewPos(300, 150))
	if under != 1 {
		t.Error("the layer blocks what lies under it")
	}
	action, _ := find[*kit.Button](layer)
	test.Tap(action)
	if undone != 1 || len(texts(layer)) != 0 {
		t.Errorf("undone %d times, shows %v", undone, texts(layer))
	}
}

// A sentence that is longer than the window is wide breaks into lines.
func TestALongToastStaysInTheWindow(t *testing.T) {
	begin(t)
	layer := kit.NewToasts("Закрыть")
	win := window(t, layer, 300, 300)
	layer.Say(kit.Warn, "remark", strings.Repeat("слово ", 20), "Отменить", func() {})
	walk(layer, func(o fyne.CanvasObject) {
		s, ok := o.(*canvas.Text)
		if !ok {
			return
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
		if right := at.X + s.MinSize().Width; right > win.Canvas().Size().Width || at.Y+s.Size().Height > 300 {
			t.Errorf("%q ends at %v, %v", s.Text, right, at.Y+s.Size().Height)
		}
	})
}

func TestDropAreaKnowsWhatFallsIntoIt(t *testing.T) {
	begin(t)
	d := kit.NewDropArea("import", "Перетащите файл сюда", "CSV, DBF, Excel", nil)
	window(t, kit.Pad(50, 50, 50, 50, d), 500, 400)
	if !d.Contains(fyne.NewPos(60, 60)) || d.Contains(fyne.NewPos(40, 60)) || d.Contains(fyne.NewPos(460, 200)) {
		t.Error("the area and its place differ")
	}
}

func TestProgressStopsOnceAndTellsHowFar(t *testing.T) {
	begin(t)
	stopped := 0
	p := kit.NewProgressPanel("Набор страниц", "Отменить сборку", func() { stopped++ })
	window(t, p, 600, 60)
	p.Set("Набор страниц: раздел 5.7", "46 %", 0.46)
	if !shows(p, "46 %") || !shows(p, "Набор страниц: раздел 5.7") {
		t.Errorf("shows %v", texts(p))
	}
	b, _ := find[*kit.Button](p)
	test.Tap(b)
	test.Tap(b)
	if stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
}

func TestStatusLineKeepsItsLeftWhenTheRightChanges(t *testing.T) {
	begin(t)
	s := kit.NewStatusLine()
	window(t, s, 1000, 28)
	s.SetLeft("confirmed", kit.Good, kit.StatusPart{Text: "сохранено 22:47"}, kit.StatusPart{Text: "demo.briefing"})
	before := places(s, "сохранено 22:47", "demo.briefing")
	s.SetRight(kit.StatusPart{Text: "Выделено 4"}, kit.StatusPart{Text: "сумма", Value: "19\u00a0500,2"})
	if !shows(s, "19\u00a0500,2") {
		t.Errorf("shows %v", texts(s))
	}
	s.SetRight(kit.StatusPart{Text: "48 190 строк"})
	if after := places(s, "сохранено 22:47", "demo.briefing"); !slices.Equal(before, after) {
		t.Errorf("the left moved from %v to %v", before, after)
	}
	if shows(s, "сумма") {
		t.Error("what was said before is still shown")
	}
}

// TestAnEntryOfTheSideBarIsNamedWholeBesideItsCounts, chosen and not.
func TestAnEntryOfTheSideBarIsNamedWholeBesideItsCounts(t *testing.T) {
	begin(t)
	for _, c := range []struct {
		blocking, remarks string
		shown             []string
	}{
		{"4", "7", []string{"4", "7"}},
		{"22", "38", []string{"22", "38"}},
		{"1208", "1340", []string{"1208"}},
	} {
		n := kit.NewNavList(nil)
		window(t, n, kit.NavWidth, 600)
		n.SetItems([]kit.NavGroup{{Items: []kit.NavItem{{
			Key: "checks", Icon: "checks", Label: "Проверки",
			Marks: []kit.NavMark{{Severity: kit.Blocking, Count: c.blocking}, {Severity: kit.Remark, Count: c.remarks}},
		}}}}, nil)
		for _, chosen := range []string{"", "checks"} {
			n.Select(chosen)
			for _, want := range append(c.shown, "Проверки") {
				if !shows(n, want) {
					t.Errorf("%s and %s, chosen %q: %v", c.blocking, c.remarks, chosen, texts(n))
				}
			}
		}
	}
}
