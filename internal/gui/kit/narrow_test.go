package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
)

func enter() *fyne.KeyEvent { return &fyne.KeyEvent{Name: fyne.KeyReturn} }

func TestTabsWithoutRoomFoldToAMenuOfAll(t *testing.T) {
	begin(t)
	chosen := ""
	tabs := kit.NewTabs([]kit.Segment{{Key: "a", Text: "Факты"}, {Key: "b", Text: "Внешняя торговля"}, {Key: "c", Text: "Товарная номенклатура"}}, "a", func(key string) { chosen = key })
	win := window(t, container.NewWithoutLayout(tabs), 600, 400)
	tabs.Resize(fyne.NewSize(kit.Whole(tabs), 32))
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 10)})
	if chosen != "b" || win.Canvas().Overlays().Top() != nil {
		t.Fatalf("with room the press chooses %q", chosen)
	}
	if tabs.MinSize().Width >= kit.Whole(tabs) {
		t.Fatalf("they don't give way: %v of %v", tabs.MinSize().Width, kit.Whole(tabs))
	}
	tabs.Resize(tabs.MinSize())
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 10)})
	m, ok := win.Canvas().Focused().(*kit.Menu)
	if !ok {
		t.Fatal("folded, they open no menu")
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m.TypedKey(enter())
	if chosen != "c" {
		t.Errorf("the menu chooses %q", chosen)
	}
	chosen = ""
	win.Canvas().Focus(tabs)
	tabs.TypedKey(enter())
	if m, ok = win.Canvas().Focused().(*kit.Menu); !ok {
		t.Fatal("Enter opens no menu")
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	m.TypedKey(enter())
	if chosen != "a" || tabs.Selected() != "a" {
		t.Errorf("by keyboard it chooses %q", chosen)
	}
}

func TestToolsWithoutRoomAreFoundBehindMore(t *testing.T) {
	begin(t)
	pressed := ""
	button := func(name string) *kit.Button { return kit.NewIconButton("copy", name, func() { pressed = name }) }
	gone := button("Удалить")
	gone.Disable()
	tools := kit.NewTools("Ещё действия", kit.NewButton(kit.Link, "plus", "Добавить", func() { pressed = "add" }), button("Повторить"), button("История"), gone)
	win := window(t, container.NewWithoutLayout(tools), 600, 400)
	more := func() *kit.Button {
		var found *kit.Button
		walk(tools, func(o fyne.CanvasObject) {
			if b, ok := o.(*kit.Button); ok && b.AccessibilityLabel() == "Ещё действия" && b.Visible() {
				found = b
			}
		})
		return found
	}
	tools.Resize(fyne.NewSize(kit.Whole(tools), 32))
	if more() != nil {
		t.Fatal("with room for all there is more")
	}
	tools.Resize(tools.MinSize())
	b := more()
	if b == nil {
		t.Fatal("without room there is nothing more")
	}
	if right := b.Position().X + b.Size().Width; right > tools.MinSize().Width+0.5 {
		t.Errorf("the button for more ends at %v of %v", right, tools.MinSize().Width)
	}
	b.Tapped(nil)
	m, ok := win.Canvas().Focused().(*kit.Menu)
	if !ok {
		t.Fatal("more opens no menu")
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // what is off can't be reached
	m.TypedKey(enter())
	if pressed != "История" {
		t.Errorf("the last of the menu that is on is %q", pressed)
	}
}

func TestAnAreaUnderAnotherWhereBothHaveNoRoom(t *testing.T) {
	for _, c := range []struct {
		width, left, right float32
		broken             bool
	}{{300, 100, 150, false}, {200, 100, 150, true}, {120, 100, 150, true}} {
		l, r := kit.Fixed(c.left, 20, kit.NewText("", kit.Small, "")), kit.Fixed(c.right, 20, kit.NewText("", kit.Small, ""))
		if got := kit.Broken(c.width, 8, l, r); got != c.broken {
			t.Errorf("%v: broken %v", c, got)
		}
	}
}

// Tools stay in the line of what they belong to and fold, until not even the first
// of them has room there.
func TestToolsFoldBeforeTheyLeaveTheLine(t *testing.T) {
	begin(t)
	tools := kit.NewTools("Ещё")
	tools.Set(kit.NewButton(kit.Link, "plus", "Добавить", nil), kit.NewIconButton("copy", "Копия", nil), kit.NewIconButton("trash", "Удалить", nil))
	row := kit.EndsFolded(8, kit.NewText("26 источников", kit.Small, ""), tools)
	high := func(wide float32) float32 {
		window(t, row, wide, 80)
		return row.MinSize().Height
	}
	one := high(400)
	if got := high(tools.MinSize().Width + 110); got != one {
		t.Errorf("tools that can fold are %v high, one line is %v", got, one)
	}
	if got := high(tools.MinSize().Width + 20); got <= one {
		t.Errorf("without room for one tool the height is %v", got)
	}
}
