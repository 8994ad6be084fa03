package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

// letters are the stretches of a text that are drawn, each with its place.
func letters(t *kit.ChipText) (out []*canvas.Text) {
	for _, o := range test.WidgetRenderer(t).Objects() {
		if x, ok := o.(*canvas.Text); ok && x.Visible() {
			out = append(out, x)
		}
	}
	return out
}

// A chip stays whole on its line and is pressed by mouse and keys; words beside
// it are pressed as the text.
func TestChipsOfATextArePressed(t *testing.T) {
	test.NewTempApp(t)
	pressed := ""
	x := kit.NewChipText([]kit.TextPiece{
		{Text: "За 2022 год область отправила в Китай "},
		{Text: "около 90 тыс. т", Look: kit.ChipPiece, Key: "S20"},
		{Text: ", из них "},
		{Text: "17 тыс. т", Look: kit.LoosePiece, Tip: "набрано вручную"},
		{Text: "."},
	})
	x.OnChip = func(key string) { pressed = key }
	x.OnPress = func() { pressed = "text" }
	w := test.NewTempWindow(t, x)
	w.SetPadded(false)
	for _, wide := range []float32{900, 330, 180} {
		w.Resize(fyne.NewSize(wide, 400))
		x.Resize(fyne.NewSize(wide, 400))
		found := false
		for _, l := range letters(x) {
			if l.Position().X+l.MinSize().Width > wide+1 {
				t.Errorf("%q goes beyond %v", l.Text, wide)
			}
			if l.Text != "около\u00a090\u00a0тыс.\u00a0т" {
				continue
			}
			found = true
			x.Tapped(&fyne.PointEvent{Position: l.Position().AddXY(4, 8)})
			if pressed != "S20" {
				t.Errorf("%v wide: %q was pressed", wide, pressed)
			}
		}
		if !found {
			t.Errorf("%v wide: the chip is not whole", wide)
		}
		x.Tapped(&fyne.PointEvent{Position: fyne.NewPos(4, 8)})
		if pressed != "text" {
			t.Errorf("%v wide: beside the chip %q was pressed", wide, pressed)
		}
	}
	zh := kit.NewChipText([]kit.TextPiece{{Text: "2022年中国自俄罗斯进口肉类按金额增长，达"}, {Text: "5.55亿美元", Look: kit.ChipPiece}, {Text: "。"}})
	for wide := float32(120); wide < 400; wide += 10 {
		zh.Resize(fyne.NewSize(wide, 400))
		if !slices.ContainsFunc(letters(zh), func(l *canvas.Text) bool { return l.Text == "5.55亿美元" }) {
			t.Errorf("%v wide: the Chinese chip is not whole", wide)
		}
	}
	x.FocusGained()
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != "S20" {
		t.Errorf("by keys %q was pressed", pressed)
	}
}
