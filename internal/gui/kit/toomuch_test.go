package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
)

// A title of ten thousand letters is taken; a paste that would hold the window up is
// not, and is given on.
func TestAFieldTakesNoPasteThatHoldsTheWindowUp(t *testing.T) {
	begin(t)
	f := kit.NewTextArea("было", "", 4, nil)
	win := window(t, f, 800, 200)
	told := 0
	f.OnTooMuch(func(text string) {
		if kit.TooMuch(text) {
			told++
		}
	})
	win.Canvas().Focus(f.Focusable())
	clip := fyne.CurrentApp().Clipboard()
	paste := func(text string) {
		clip.SetContent(text)
		f.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	}
	for _, text := range []string{strings.Repeat("строка\n", 100_000), strings.Repeat("я", 100_000)} {
		if paste(text); f.Text() != "было" {
			t.Errorf("the field holds %d letters", len(f.Text()))
		}
	}
	if told != 2 {
		t.Errorf("%d pastes were given on", told)
	}
	long := strings.Repeat("я", 10_000)
	if paste(long); !strings.Contains(f.Text(), long) || told > 2 {
		t.Errorf("of ten thousand letters %d are there", len([]rune(f.Text())))
	}
}

// A paste that has no text in it, as when a picture was copied, leaves the field as it
// is and is told.
func TestAPasteWithoutTextIsTold(t *testing.T) {
	begin(t)
	f := kit.NewTextArea("было", "", 4, nil)
	win := window(t, f, 800, 200)
	told := 0
	f.OnNothing(func() { told++ })
	win.Canvas().Focus(f.Focusable())
	clip := fyne.CurrentApp().Clipboard()
	for _, text := range []string{"", "стало "} {
		clip.SetContent(text)
		f.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	}
	if told != 1 || f.Text() != "стало было" {
		t.Errorf("told %d times, the field holds %q", told, f.Text())
	}
}
