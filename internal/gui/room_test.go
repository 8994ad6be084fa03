package gui_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/settings"
)

// cramped lists what has less room than its words need, or lies partly outside
// of the window: a text of one line that is wider than its place, a button, a
// switch or a field narrower than what it says.
func (r *rig) cramped() []string {
	var out []string
	whole := r.canvas().Size()
	// right is the edge of the narrowest of what the object lies in, cut that of what
	// cuts it.
	var walk func(o fyne.CanvasObject, at fyne.Position, right, cut float32, scrolls bool)
	tell := func(o fyne.CanvasObject, at fyne.Position, words, why string) {
		out = append(out, fmt.Sprintf("%T %q %s (at %.0f,%.0f, %.0f wide)", o, words, why, at.X, at.Y, o.Size().Width))
	}
	walk = func(o fyne.CanvasObject, at fyne.Position, right, cut float32, scrolls bool) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		size := o.Size()
		switch x := o.(type) {
		case *canvas.Text:
			if wide := fyne.MeasureText(x.Text, x.TextSize, x.TextStyle).Width; x.Text != "" && wide > size.Width+1.5 && size.Width > 0 {
				tell(o, at, x.Text, fmt.Sprintf("needs %.0f", wide))
			} else if x.Text != "" && at.X+wide > cut+1.5 {
				tell(o, at, x.Text, "is cut off at the right")
			}
		case *kit.Button, *kit.Segmented, *kit.SearchField, *kit.MomentChip, *kit.SelectField, *kit.Chip, *kit.Mark:
			words := strings.Join(labels(o), " ")
			if least := o.MinSize(); least.Width > size.Width+1.5 || least.Height > size.Height+1.5 {
				tell(o, at, words, fmt.Sprintf("needs %.0f × %.0f", least.Width, least.Height))
			}
			if at.X+size.Width > right+1.5 {
				tell(o, at, words, "is cut off at the right")
			}
			if !scrolls && (at.X < -0.5 || at.X+size.Width > whole.Width+0.5 || at.Y+size.Height > whole.Height+0.5) {
				tell(o, at, words, "is outside of the window")
			}
		}
		right = min(right, at.X+size.Width)
		if _, ok := o.(*kit.DataTable); ok { // its columns scroll
			cut = math.MaxFloat32
		}
		switch v := o.(type) {
		case *widget.Entry, *kit.Text: // they scroll, and cut their words themselves
		case *container.Scroll:
			if cut < math.MaxFloat32 {
				cut = right
			}
			if v.Direction != container.ScrollVerticalOnly {
				right = at.X + max(size.Width, v.Content.MinSize().Width)
				cut = right
			}
			walk(v.Content, at, right, cut, true)
		case *container.Clip:
			if cut < math.MaxFloat32 {
				cut = right
			}
			walk(v.Content, at, right, cut, true)
		case *fyne.Container:
			for _, c := range v.Objects {
				walk(c, at, right, cut, scrolls)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(v).Objects() {
				walk(c, at, right, cut, scrolls)
			}
		}
	}
	walk(r.top(), fyne.Position{}, whole.Width, whole.Width, false)
	slices.Sort(out)
	return slices.Compact(out)
}

func labels(o fyne.CanvasObject) []string {
	if n, ok := o.(named); ok {
		return []string{n.AccessibilityLabel()}
	}
	return nil
}

// TestNothingIsCutOffFromSmallWindowsOn walks every screen in both languages of
// the window at the sizes from 1280 × 720 on. Larger letters are the same window
// with fewer units: 150 per cent of 1280 × 720 and 200 per cent of 1706 × 960
// are 853 × 480.
func TestNothingIsCutOffFromSmallWindowsOn(t *testing.T) {
	r := example(t)
	sizes := []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1280, Height: 720}, {Width: 1024, Height: 576}, {Width: 853, Height: 480}, {Width: 640, Height: 360}}
	if testing.Short() {
		sizes = sizes[1:3:3]
		sizes = append(sizes, fyne.Size{Width: 853, Height: 480})
	}
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		for _, content := range []briefing.Lang{briefing.RU, briefing.ZH} {
			if err := r.settings.Change(func(c *settings.Settings) { c.Lang, c.Content = l, content }); err != nil {
				t.Fatal(err)
			}
			r.shell.Reload()
			for _, key := range keys() {
				r.shell.Show(key, briefing.Ref{}, "")
				for _, size := range sizes {
					r.shell.Window().Resize(size)
					if least := r.canvas().Content().MinSize(); least.Width > size.Width || least.Height > size.Height {
						t.Errorf("%s, %s: the window can't be %v, but %v", key, l, size, least)
					}
					for _, what := range r.cramped() {
						t.Errorf("%s, %s, contents %s, %.0f × %.0f: %s", key, l, content, size.Width, size.Height, what)
					}
					if l == briefing.RU && content == briefing.RU {
						r.picture(fmt.Sprintf("room-%s-%.0f", key, size.Width))
					}
				}
			}
		}
	}
}
