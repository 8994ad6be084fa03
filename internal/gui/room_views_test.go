package gui_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/settings"
)

// views calls fn for every view that the switches of a screen lead to, views
// within views too. Switches of languages are left alone.
func (r *rig) views(name string, seen []*kit.Segmented, fn func(name string)) {
	var next *kit.Segmented
	each(r.top(), func(o fyne.CanvasObject) {
		s, ok := o.(*kit.Segmented)
		if ok && next == nil && !slices.Contains(seen, s) && !slices.Contains([]string{"ru", "en", "zh", ""}, s.Selected()) {
			next = s
		}
	})
	if next == nil {
		fn(name)
		return
	}
	seen = append(seen, next)
	next.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for {
		at := next.Selected()
		r.views(name+" "+at, seen, fn)
		if next.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}); next.Selected() == at {
			next.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			return
		}
	}
}

// TestTheSmallestWindowHasRoomForTheLargestLetters goes through every view of
// every screen at 200 per cent of 1280 × 720, which are 640 × 360, and at the
// sizes on the way there.
func TestTheSmallestWindowHasRoomForTheLargestLetters(t *testing.T) {
	r := example(t)
	sizes := []fyne.Size{{Width: 853, Height: 480}, {Width: 640, Height: 360}}
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		for _, content := range []briefing.Lang{briefing.RU, briefing.ZH} {
			if err := r.settings.Change(func(c *settings.Settings) { c.Lang, c.Content = l, content }); err != nil {
				t.Fatal(err)
			}
			r.shell.Reload()
			for _, size := range sizes {
				r.shell.Window().Resize(size)
				for _, key := range keys() {
					r.shell.Show(key, briefing.Ref{}, "")
					seen := []*kit.Segmented{}
					if key == "settings" { // its switches are settings
						each(r.top(), func(o fyne.CanvasObject) {
							if s, ok := o.(*kit.Segmented); ok {
								seen = append(seen, s)
							}
						})
					}
					r.views(string(key), seen, func(name string) {
						r.fits(name, size)
						r.picture(fmt.Sprintf("views-%s-%s-%s-%.0f", name, l, content, size.Width))
					})
				}
			}
		}
	}
}

// fits demands room for all that is on top.
func (r *rig) fits(name string, size fyne.Size) {
	r.t.Helper()
	if got := r.canvas().Size(); got.Width > size.Width || got.Height > size.Height {
		r.t.Errorf("%s: the window can't be %v, but %v", name, size, got)
	}
	if least := r.top().MinSize(); least.Width > size.Width || least.Height > size.Height {
		r.t.Errorf("%s: the window can't be %v, but %v", name, size, least)
	}
	for _, what := range r.cramped() {
		r.t.Errorf("%s, %.0f × %.0f, %s: %s", name, size.Width, size.Height, r.settings.Get().Lang, what)
	}
}
