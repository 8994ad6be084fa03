package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

func TestButtonsHaveTheHeightsOfTheDesign(t *testing.T) {
	begin(t)
	big := kit.NewButton(kit.Primary, "pack", "Собрать пакет", nil)
	big.Big = true
	wantSize(t, "the main button", big.MinSize(), 0, 40)
	for _, k := range []kit.ButtonKind{kit.Primary, kit.Secondary, kit.Quiet} {
		wantSize(t, "a button", kit.NewButton(k, "plus", "Добавить", nil).MinSize(), 0, 32)
	}
	wantSize(t, "an icon button", kit.NewIconButton("undo", "Отменить", nil).MinSize(), 32, 32)
	wantSize(t, "a chip", kit.NewChip(kit.Warn, "caveat", "ОБРАЗЕЦ").MinSize(), 0, 24)
	wantSize(t, "a filter chip", kit.NewFilterChip("Экспорт", nil, func() {}).MinSize(), 0, 28)
	wantSize(t, "a field", kit.NewTextField("", "", nil).MinSize(), 0, 32)
	wantSize(t, "a select field", kit.NewSelectField(nil, "", "", nil).MinSize(), 0, 32)
	wantSize(t, "a switch", kit.NewSegmented([]kit.Segment{{Key: "ru", Text: "RU"}}, "ru", nil).MinSize(), 0, 32)
	wantSize(t, "the status line", kit.NewStatusLine().MinSize(), 0, 28)
	wantSize(t, "the top bar", kit.NewTopBar(nil, "Визит", "").MinSize(), 0, 48)
	wantSize(t, "a screen head", kit.ScreenHead("Обзор", "").MinSize(), 0, 64)
	wantSize(t, "a headline card", kit.NewHeadlineCard(kit.Headline{}, nil, nil, "").MinSize(), 0, 160)
	wantSize(t, "a row of two lines", kit.NewListRow(kit.RowItem{Title: "а", Sub: "б"}, nil).MinSize(), 0, 56)
	wantSize(t, "the side bar", kit.NewNavList(nil).MinSize(), 216, 0)
}

func TestButtonIsPressedByClickSpaceAndEnter(t *testing.T) {
	begin(t)
	n := 0
	b := kit.NewButton(kit.Secondary, "", "Нажать", func() { n++ })
	win := window(t, container.NewCenter(b), 200, 100)
	test.Tap(b)
	win.Canvas().Focus(b)
	if !outlined(b) {
		t.Error("the focus does not show")
	}
	press(win, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter)
	if n != 4 {
		t.Errorf("pressed %d times, want 4", n)
	}
	b.Disable()
	test.Tap(b)
	press(win, fyne.KeySpace)
	if n != 4 {
		t.Error("a button that is switched off can be pressed")
	}
}

func TestKeysNobodyTakesReachTheWindow(t *testing.T) {
	begin(t)
	var got []fyne.KeyName
	b := kit.NewButton(kit.Secondary, "", "Нажать", nil)
	f := kit.NewTextField("", "", nil)
	n := kit.NewNavList(nil)
	l := kit.NewRecordList(kit.TallHeight, nil)
	d := kit.NewDataTable()
	win := window(t, container.NewVBox(b, f, n, l, d), 300, 900)
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, ev.Name) })
	for _, w := range []fyne.Focusable{b, f.Focusable(), n, l, d} {
		win.Canvas().Focus(w)
		got = nil
		press(win, fyne.KeyF6, fyne.KeyEscape)
		if len(got) != 2 {
			t.Errorf("%T keeps %v for itself", w, 2-len(got))
		}
	}
}

func TestFilterChipIsRemovedByCrossAndByKey(t *testing.T) {
	begin(t)
	pressed, removed := 0, 0
	c := kit.NewFilterChip("Экспорт", func() { pressed++ }, func() { removed++ })
	win := window(t, container.NewCenter(c), 200, 100)
	w := c.Size().Width
	test.TapAt(c, fyne.NewPos(10, 14))
	test.TapAt(c, fyne.NewPos(w-12, 14))
	win.Canvas().Focus(c)
	press(win, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyReturn)
	if pressed != 2 || removed != 3 {
		t.Errorf("pressed %d and removed %d times, want 2 and 3", pressed, removed)
	}
}

func TestSwitchIsOneStopAndItsArrowsSkipWhatIsOff(t *testing.T) {
	begin(t)
	var got []string
	s := kit.NewSegmented([]kit.Segment{{Key: "a", Text: "руководителю"}, {Key: "b", Text: "составителю", Disabled: true}, {Key: "c", Text: "партнёру"}}, "a",
		func(k string) { got = append(got, k) })
	win := window(t, container.NewCenter(s), 500, 100)
	win.Canvas().Focus(s)
	press(win, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome)
	want := []string{"c", "a", "c", "a"}
	if len(got) != len(want) {
		t.Fatalf("chosen %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("chosen %v, want %v", got, want)
		}
	}
	before := s.MinSize()
	s.Select("c")
	if s.MinSize() != before {
		t.Error("the switch changes its width with the choice")
	}
	test.TapAt(s, fyne.NewPos(s.Size().Width/2, 10))
	if s.Selected() != "c" {
		t.Error("a choice that is off can be clicked")
	}
}

func TestColoursFollowTheSetAtOnce(t *testing.T) {
	begin(t)
	text := kit.NewText("Обзор", kit.Title, theme.Ink)
	win := window(t, text, 200, 60)
	win.Canvas().Capture()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark))
	want := theme.New(theme.Dark).Color(theme.Ink, 0)
	for _, o := range test.WidgetRenderer(text).Objects() {
		if c := colorOf(o); c != want {
			t.Errorf("the text is %v after the change of the set, want %v", c, want)
		}
	}
}
