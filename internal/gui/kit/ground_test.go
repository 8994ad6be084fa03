package kit_test

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// covered is how much of the window costly rectangles cover, in shares of it.
func covered(o fyne.CanvasObject, at fyne.Position, clip [4]float32, whole float32) float32 {
	if o == nil || !o.Visible() {
		return 0
	}
	at = at.Add(o.Position())
	s := o.Size()
	seen := [4]float32{max(at.X, clip[0]), max(at.Y, clip[1]), min(at.X+s.Width, clip[2]), min(at.Y+s.Height, clip[3])}
	sum := float32(0)
	var children []fyne.CanvasObject
	switch v := o.(type) {
	case *canvas.Rectangle:
		if (v.FillColor != color.Transparent || v.StrokeWidth > 0) && seen[2] > seen[0] && seen[3] > seen[1] {
			return (seen[2] - seen[0]) * (seen[3] - seen[1]) / whole
		}
	case *container.Clip:
		clip, children = seen, []fyne.CanvasObject{v.Content}
	case *fyne.Container:
		children = v.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(v).Objects()
	}
	for _, c := range children {
		sum += covered(c, at, clip, whole)
	}
	return sum
}

// TestALargePanelIsDrawnAsItsRectangleAndCostsItsRim holds the picture of large
// panels against that of the one rectangle they stand for, and how much of them
// is drawn as a rectangle: each pixel of one costs a processor without a
// graphics card as much as three of a line.
func TestALargePanelIsDrawnAsItsRectangleAndCostsItsRim(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	th := theme.New(theme.Light)
	colour := func(n fyne.ThemeColorName) color.Color { return th.Color(n, stock.VariantLight) }
	for _, c := range []struct {
		name          string
		fill          fyne.ThemeColorName
		frame         fyne.ThemeColorName
		radius        fyne.ThemeSizeName
		strong        bool
		width, height float32
	}{
		{"plain", theme.Surface, "", "", false, 500, 401},
		{"plain and low", theme.Surface, "", "", false, 900, 40},
		{"small", theme.Surface, "", "", false, 90, 40},
		{"card", theme.Surface, theme.Line, theme.RadiusCard, false, 480, 301},
		{"small card", theme.Surface, theme.Line, theme.RadiusCard, false, 120, 60},
		{"round without a frame", theme.Surface, "", theme.RadiusCard, false, 481, 300},
		{"chosen", theme.Surface, theme.Line, theme.RadiusCard, true, 480, 300},
		{"what shows through", theme.Veil, "", "", false, 500, 401},
		{"framed", theme.Surface, theme.Line, "", false, 480, 300},
	} {
		panel := kit.NewPanel(c.fill, container.NewWithoutLayout())
		panel.Frame, panel.Radius, panel.Strong = c.frame, c.radius, c.strong
		one := canvas.NewRectangle(colour(c.fill))
		if c.frame != "" {
			one.StrokeColor, one.StrokeWidth = colour(c.frame), 1
		}
		if c.radius != "" {
			one.CornerRadius = th.Size(c.radius)
		}
		if c.strong {
			one.StrokeColor, one.StrokeWidth = colour(theme.Accent), 2
		}
		draw := func(o fyne.CanvasObject) image.Image {
			w := test.NewTempWindow(t, container.NewWithoutLayout(o))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(960, 480))
			o.Move(fyne.NewPos(20, 20))
			o.Resize(fyne.NewSize(c.width, c.height))
			return w.Canvas().Capture()
		}
		got, want := draw(panel), draw(one)
		if at := differ(got, want, func(x int) bool { // the test's painter draws a frame half outside of its rectangle
			return c.frame != "" && (closeTo(x, 20) || closeTo(x, 20+int(c.width)))
		}); at != "" {
			t.Errorf("%s: %s", c.name, at)
		}
		share := covered(panel, fyne.Position{}, [4]float32{0, 0, 960, 480}, c.width*c.height)
		if c.width*c.height > 30_000 && share > 0.2 {
			t.Errorf("%s: %.0f per cent of it are drawn as a rectangle", c.name, share*100)
		}
	}
}

func closeTo(x, edge int) bool { return x >= edge-3 && x <= edge+3 }

// differ tells where two pictures differ by more than rounding, "" nowhere.
func differ(a, b image.Image, skip func(x int) bool) string {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if skip(x) {
				continue
			}
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			for _, d := range [3]int{int(r1) - int(r2), int(g1) - int(g2), int(b1) - int(b2)} {
				if d > 0x300 || d < -0x300 {
					return fmt.Sprintf("at %d,%d %v in place of %v", x, y, a.At(x, y), b.At(x, y))
				}
			}
		}
	}
	return ""
}
