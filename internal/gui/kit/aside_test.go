package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/gui/kit"
)

// Tab goes from field to field and passes by what stands over them; the keys turn
// the language from the field itself, and the mouse still presses what it sees.
func TestTabGoesFromTextToText(t *testing.T) {
	begin(t)
	texts := []kit.LangText{{Key: "ru", Name: "RU", Text: "Этап"}, {Key: "en", Name: "EN", Text: "Milestone"}, {Key: "zh", Name: "中文"}}
	offered := 0
	turned := ""
	a := kit.NewLangField("Этап", true, 1, texts, nil).WithInsert("plus", "Вставить", func(bool) { offered++ }, func() { offered += 10 })
	a.OnTurn = func(key string) { turned = key }
	due := kit.NewTextField("", "", nil)
	win := window(t, kit.Column(8, a, kit.NewField("Срок", false, due)), 400, 300)
	c := win.Canvas()
	c.Focus(a.Focusable())
	c.FocusNext()
	if c.Focused() != due.Focusable() {
		t.Fatalf("Tab goes to %T", c.Focused())
	}
	c.FocusPrevious()
	if c.Focused() != a.Focusable() {
		t.Fatalf("Shift+Tab goes to %T", c.Focused())
	}
	press := func(key fyne.KeyName) {
		c.Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	for _, want := range []string{"en", "zh", "ru"} {
		if press(fyne.KeyL); a.Lang() != want || turned != want {
			t.Errorf("Ctrl+L shows %q, tells %q, want %q", a.Lang(), turned, want)
		}
	}
	if press(fyne.KeyJ); offered != 10 {
		t.Errorf("Ctrl+J offered %d", offered)
	}
	walk(a, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *kit.Segmented:
			x.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x.Size().Width/2, 8)})
		case *kit.Button:
			x.Tapped(nil)
		}
	})
	if a.Lang() != "en" || offered != 11 {
		t.Errorf("by the mouse %q shows, %d offered", a.Lang(), offered)
	}
}

// What has no room on one line is broken between words.
func TestChipIsNotBrokenInsideAWord(t *testing.T) {
	begin(t)
	x := kit.NewChipText([]kit.TextPiece{
		{Text: "Экспорт составил "},
		{Text: "более 1 320,5 млн долл. США", Look: kit.ChipPiece, Key: "F"},
		{Text: "\u00a0[9]", Look: kit.NeutralPiece},
		{Text: "."},
	})
	win := window(t, x, 400, 300)
	words := map[string]bool{}
	for _, w := range strings.Fields("Экспорт составил более 1 320,5 млн долл. США [9] .") {
		words[w] = true
	}
	for wide := float32(400); wide >= 120; wide -= 7 {
		win.Resize(fyne.NewSize(wide, 300))
		x.Resize(fyne.NewSize(wide, 300))
		for _, l := range letters(x) {
			for _, w := range strings.Fields(l.Text) {
				if !words[w] {
					t.Fatalf("%.0f wide a line has %q", wide, l.Text)
				}
			}
			if l.Position().X+l.MinSize().Width > wide+4 {
				t.Errorf("%.0f wide %q goes beyond", wide, l.Text)
			}
		}
	}
}
