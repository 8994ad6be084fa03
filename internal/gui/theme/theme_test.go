package theme_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

func names() []fyne.ThemeColorName {
	return []fyne.ThemeColorName{
		theme.Ground, theme.Surface, theme.Rail, theme.Ink, theme.Second, theme.Third, theme.Line, theme.StrongLine,
		theme.Hover, theme.Accent, theme.Fill, theme.OnFill, theme.Tint, theme.TintLine, theme.Good, theme.GoodTint,
		theme.Warn, theme.WarnTint, theme.Bad, theme.BadTint, theme.Previous, theme.Track, theme.Veil, theme.CardShadow,
		theme.DialogShadow, theme.Off, theme.Faint, theme.None,
		stock.ColorNameBackground, stock.ColorNameButton, stock.ColorNameDisabled, stock.ColorNameDisabledButton,
		stock.ColorNameError, stock.ColorNameFocus, stock.ColorNameForeground, stock.ColorNameForegroundOnError,
		stock.ColorNameForegroundOnPrimary, stock.ColorNameForegroundOnSuccess, stock.ColorNameForegroundOnWarning,
		stock.ColorNameHeaderBackground, stock.ColorNameHover, stock.ColorNameHyperlink, stock.ColorNameInputBackground,
		stock.ColorNameInputBorder, stock.ColorNameMenuBackground, stock.ColorNameOverlayBackground,
		stock.ColorNamePlaceHolder, stock.ColorNamePressed, stock.ColorNamePrimary, stock.ColorNameScrollBar,
		stock.ColorNameScrollBarBackground, stock.ColorNameSelection, stock.ColorNameSeparator, stock.ColorNameShadow,
		stock.ColorNameSuccess, stock.ColorNameWarning, stock.ColorNameInnerWindowBorder, stock.ColorNameInnerWindowBorderInactive,
	}
}

func TestEveryNameHasAColourInEverySet(t *testing.T) {
	marker := fyne.ThemeColorName("nobody asks for this")
	for _, s := range theme.Sets() {
		th := theme.New(s)
		for _, n := range names() {
			c := th.Color(n, stock.VariantLight)
			if c == nil {
				t.Errorf("%s: %s has no colour", s.Key(), n)
			}
			if c == th.Color(marker, stock.VariantLight) && isInk(n, s) == false {
				t.Errorf("%s: %s falls through to ink", s.Key(), n)
			}
			if c != th.Color(n, stock.VariantDark) {
				t.Errorf("%s: %s follows the system's variant", s.Key(), n)
			}
		}
	}
}

func isInk(n fyne.ThemeColorName, s theme.Set) bool {
	switch n {
	case theme.Ink, stock.ColorNameForeground:
		return true
	}
	// In the contrast set text and lines are all ink.
	return s == theme.Contrast
}

func TestTextIsReadableOnItsGrounds(t *testing.T) {
	pairs := []struct{ ink, ground fyne.ThemeColorName }{
		{theme.Ink, theme.Ground},
		{theme.Ink, theme.Surface},
		{theme.Ink, theme.Rail},
		{theme.Ink, theme.Hover},
		{theme.Ink, theme.Tint},
		{theme.Second, theme.Ground},
		{theme.Second, theme.Surface},
		{theme.Second, theme.Rail},
		{theme.Second, theme.Hover},
		{theme.Third, theme.Surface},
		{theme.Third, theme.Ground},
		{theme.Third, theme.Rail},
		{theme.Accent, theme.Surface},
		{theme.Accent, theme.Ground},
		{theme.Accent, theme.Tint},
		{theme.OnFill, theme.Fill},
		{theme.Good, theme.Surface},
		{theme.Good, theme.GoodTint},
		{theme.Warn, theme.Surface},
		{theme.Warn, theme.WarnTint},
		{theme.Bad, theme.Surface},
		{theme.Bad, theme.BadTint},
	}
	for _, s := range theme.Sets() {
		th := theme.New(s)
		want := 4.5
		if s == theme.Contrast {
			want = 7
		}
		for _, p := range pairs {
			got := contrast(th.Color(p.ink, 0), th.Color(p.ground, 0))
			if got < want {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", s.Key(), p.ink, p.ground, got, want)
			}
		}
	}
}

// contrast is that of WCAG 2.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.03928 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(n.R) + 0.7152*lin(n.G) + 0.0722*lin(n.B)
}

func TestSetsAreKeptByKey(t *testing.T) {
	for _, s := range theme.Sets() {
		if got := theme.SetByKey(s.Key()); got != s {
			t.Errorf("SetByKey(%q) = %v", s.Key(), got)
		}
	}
	if theme.SetByKey("a word of a later version") != theme.Light {
		t.Error("an unknown key is not the light set")
	}
}

func TestSizesOfTheDesign(t *testing.T) {
	th := theme.New(theme.Light)
	for name, want := range map[fyne.ThemeSizeName]float32{
		stock.SizeNameText: 14, stock.SizeNameCaptionText: 12, stock.SizeNamePadding: 4, stock.SizeNameInnerPadding: 8,
		stock.SizeNameSelectionRadius: 6, stock.SizeNameInputRadius: 6, theme.SizeLine: 1, theme.SizeFocus: 2,
		theme.RadiusChip: 4, theme.RadiusButton: 6, theme.RadiusCard: 8, theme.RadiusDialog: 12,
		stock.SizeNameWindowTitleBarHeight: 26, // not ours: the toolkit's own
	} {
		if got := th.Size(name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if got := theme.New(theme.Contrast).Size(theme.SizeLine); got != 2 {
		t.Errorf("lines of the contrast set are %v wide, want 2", got)
	}
}

func TestDigitsOfColumnsHaveOneWidth(t *testing.T) {
	withTheme(t)
	plain, figures := fyne.TextStyle{}, fyne.TextStyle{Monospace: true}
	w := func(s string, st fyne.TextStyle) float32 { return fyne.MeasureText(s, 13, st).Width }
	for _, bold := range []bool{false, true} {
		figures.Bold, plain.Bold = bold, bold
		if w("1111", figures) != w("0000", figures) {
			t.Errorf("bold %t: 1111 is %v wide, 0000 is %v", bold, w("1111", figures), w("0000", figures))
		}
		if w("1111", plain) == w("0000", plain) {
			t.Errorf("bold %t: the text face has figures of one width too; is it the right font?", bold)
		}
	}
}

func TestChineseIsDrawnInLabelsEntriesAndTexts(t *testing.T) {
	withTheme(t)
	for name, of := range map[string]func(string) fyne.CanvasObject{
		"canvas text": func(s string) fyne.CanvasObject { return canvas.NewText(s, color.Black) },
		"bold canvas text": func(s string) fyne.CanvasObject {
			c := canvas.NewText(s, color.Black)
			c.TextStyle.Bold = true
			return c
		},
		"italic canvas text": func(s string) fyne.CanvasObject {
			c := canvas.NewText(s, color.Black)
			c.TextStyle.Italic = true
			return c
		},
		"label": func(s string) fyne.CanvasObject { return widget.NewLabel(s) },
		"entry": func(s string) fyne.CanvasObject {
			e := widget.NewEntry()
			e.Text = s
			return e
		},
	} {
		box := draw(of("Си \uFFFD"))
		first, second := draw(of("Си 习")), draw(of("Си 近"))
		if same(first, second) || same(first, box) {
			t.Errorf("%s: different characters look alike, so they are boxes", name)
		}
	}
}

func TestChineseSitsOnTheSameLineAsRussian(t *testing.T) {
	withTheme(t)
	// The ink of the Russian part must be where it is without the Chinese one.
	plain, mixed := draw(canvas.NewText("Ц     ", color.Black)), draw(canvas.NewText("Ц    习", color.Black))
	if a, b := firstInk(plain, 8), firstInk(mixed, 8); a != b {
		t.Errorf("the letter begins at row %d alone and at row %d beside Chinese", a, b)
	}
}

func TestIconsTakeTheColourAndAreDrawnOnce(t *testing.T) {
	th := theme.New(theme.Light)
	a := th.Symbol("overview", theme.Accent, false)
	if a == nil {
		t.Fatal("there is no icon of the overview")
	}
	if th.Symbol("overview", theme.Accent, false) != a {
		t.Error("the same icon was drawn twice")
	}
	names := map[string]bool{a.Name(): true}
	for _, other := range []fyne.Resource{
		th.Symbol("overview", theme.Bad, false), th.Symbol("overview", theme.Accent, true), th.Symbol("people", theme.Accent, false),
	} {
		if names[other.Name()] {
			t.Errorf("%s: the toolkit would show another icon of the same name", other.Name())
		}
		names[other.Name()] = true
	}
	if th.Symbol("no such icon", theme.Accent, false) != nil {
		t.Error("an unknown icon has a picture")
	}
	if th.Icon(stock.IconNameSearch) == nil || th.Icon(stock.IconNameWarning) == nil {
		t.Error("the toolkit gets no icon for its own names")
	}
}

func withTheme(t *testing.T) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light))
}

func draw(o fyne.CanvasObject) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(container.NewWithoutLayout(o))
	c.Resize(fyne.NewSize(120, 40))
	o.Resize(fyne.NewSize(110, 34))
	return c.Capture()
}

func same(a, b image.Image) bool {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// firstInk is the first row with something dark in the columns up to wide.
func firstInk(m image.Image, wide int) int {
	for y := range m.Bounds().Dy() {
		for x := range wide {
			if luminance(m.At(x, y)) < 0.4 {
				return y
			}
		}
	}
	return -1
}
