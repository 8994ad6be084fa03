package gui_test

import (
	"fmt"
	"slices"
	"strings"
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

// switches are those on top, where they are settings and not to be turned; none
// otherwise.
func (r *rig) switches(settings bool) (all []*kit.Segmented) {
	each(r.top(), func(o fyne.CanvasObject) {
		if s, ok := o.(*kit.Segmented); ok && settings {
			all = append(all, s)
		}
	})
	return all
}

// dialogs are the commands of the menu that open one.
func dialogs() []string {
	return []string{
		"Собрать пакет…", "Новый проект…", "Сохранить версию…", "История…", "Замена в текстах…", "Выводы по данным…",
		"Копия для передачи…", "Рисунки и таблицы…",
	}
}

// escape closes all that lies over the window.
func (r *rig) escape() {
	for r.canvas().Overlays().Top() != nil {
		r.canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
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
					r.views(string(key), r.switches(key == "settings"), func(name string) {
						r.fits(name, size)
						r.picture(fmt.Sprintf("views-%s-%s-%s-%.0f", name, l, content, size.Width))
					})
				}
			}
		}
	}
}

// TestDialogsHaveRoomInTheSmallestWindow opens what the menu of the project opens.
func TestDialogsHaveRoomInTheSmallestWindow(t *testing.T) {
	r := example(t)
	for _, size := range []fyne.Size{{Width: 853, Height: 480}, {Width: 640, Height: 360}} {
		r.shell.Window().Resize(size)
		for _, item := range dialogs() {
			r.menu(item)
			if r.canvas().Overlays().Top() == nil {
				t.Fatalf("%s opens nothing", item)
			}
			r.fits(item, size)
			r.picture(fmt.Sprintf("dialog-%s-%.0f", strings.Trim(item, "…"), size.Width))
			r.escape()
		}
		for _, open := range []struct {
			name string
			do   func()
		}{{"search", func() { r.look("экспорт") }}, {"moment", func() { r.pressMoment() }}} {
			open.do()
			r.fits(open.name, size)
			r.picture(fmt.Sprintf("dialog-%s-%.0f", open.name, size.Width))
			r.escape()
		}
	}
}

// pressMoment opens the choice of the moment.
func (r *rig) pressMoment() {
	each(r.top(), func(o fyne.CanvasObject) {
		if m, ok := o.(*kit.MomentChip); ok {
			m.Tapped(nil)
		}
	})
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
