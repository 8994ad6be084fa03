package kit_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/theme"
)

// begin starts a test program of the light set; widgets are made after it.
func begin(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
}

// window opens a test window on an object.
func window(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// press sends a key as the driver does: to the focus, or else to the window.
func press(win fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		if f := win.Canvas().Focused(); f != nil {
			f.TypedKey(key(n))
		} else if h := win.Canvas().OnTypedKey(); h != nil {
			h(key(n))
		}
	}
}

// shift holds the key down for the focus.
func shift(win fyne.Window, down bool) {
	if k, ok := win.Canvas().Focused().(desktop.Keyable); ok {
		if down {
			k.KeyDown(key(desktop.KeyShiftLeft))
			return
		}
		k.KeyUp(key(desktop.KeyShiftLeft))
	}
}

// walk visits what is visible under an object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			walk(c, visit)
		}
	}
}

// texts returns the strings that show under an object.
func texts(o fyne.CanvasObject) []string {
	var all []string
	walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			all = append(all, t.Text)
		}
	})
	return all
}

func shows(o fyne.CanvasObject, text string) bool {
	for _, s := range texts(o) {
		if s == text {
			return true
		}
	}
	return false
}

// find returns the first object of a type under an object.
func find[T fyne.CanvasObject](o fyne.CanvasObject) (found T, ok bool) {
	walk(o, func(o fyne.CanvasObject) {
		if x, is := o.(T); is && !ok {
			found, ok = x, true
		}
	})
	return found, ok
}

// outlined tells whether a frame of the accent, 2 wide, shows under an object.
func outlined(o fyne.CanvasObject) bool {
	on := false
	accent := theme.New(theme.Light).Color(theme.Accent, 0)
	walk(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth == 2 && r.StrokeColor == accent {
			on = true
		}
	})
	return on
}

func wantSize(t *testing.T, what string, got fyne.Size, w, h float32) {
	t.Helper()
	if w > 0 && got.Width != w || h > 0 && got.Height != h {
		t.Errorf("%s is %v by %v, want %v by %v (0: any)", what, got.Width, got.Height, w, h)
	}
}

func colorOf(o fyne.CanvasObject) any {
	if t, ok := o.(*canvas.Text); ok {
		return t.Color
	}
	return nil
}

// places returns where strings stand under an object.
func places(o fyne.CanvasObject, want ...string) []fyne.Position {
	var all []fyne.Position
	for _, s := range want {
		walk(o, func(o fyne.CanvasObject) {
			if t, ok := o.(*canvas.Text); ok && t.Text == s {
				all = append(all, t.Position())
			}
		})
	}
	return all
}

func near(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	d := func(x, y uint32) bool { return max(x, y)-min(x, y) < 0x400 }
	return d(r1, r2) && d(g1, g2) && d(b1, b2)
}

// inkOutlined is the outline of a filled button, whose fill is the accent.
func inkOutlined(o fyne.CanvasObject) bool {
	on := false
	ink := theme.New(theme.Light).Color(theme.Ink, 0)
	walk(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth == 2 && r.StrokeColor == ink {
			on = true
		}
	})
	return on
}
