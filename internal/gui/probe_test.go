package gui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/settings"
)

// fakeDialogs answer as they are told, without a system.
type fakeDialogs struct{ open, folder string }

func (f *fakeDialogs) Open(string, string, ...string) (string, error) { return f.open, nil }

func (f *fakeDialogs) OpenMany(string, string, ...string) ([]string, error) {
	if f.open == "" {
		return nil, nil
	}
	return []string{f.open}, nil
}

func (f *fakeDialogs) Save(string, string, string, ...string) (string, error) { return f.open, nil }
func (f *fakeDialogs) Folder(string, string) (string, error)                  { return f.folder, nil }

// rig is a window in the toolkit's test driver with all that lies round it.
type rig struct {
	t        *testing.T
	dir      string
	world    app.World
	settings *settings.Store
	dialogs  *fakeDialogs
	shell    *gui.Shell
	runner   *desk.Runner
	handed   []string // files given to the system
	ticked   func()   // called when the clock is looked at, if there is one
}

func newRig(t *testing.T, path string) *rig {
	t.Helper()
	dir := t.TempDir()
	r := &rig{t: t, dir: dir, dialogs: &fakeDialogs{}, world: app.System(), runner: desk.NewRunner()}
	r.runner.Inline = true
	r.world.StateDir, r.world.Profiles = filepath.Join(dir, "state"), filepath.Join(dir, "profiles") // none of the user's own
	r.world.Now = func() time.Time {
		if r.ticked != nil {
			r.ticked()
		}
		return time.Date(2023, 3, 20, 23, 30, 0, 0, time.FixedZone("MSK", 3*3600))
	}
	var err error
	if r.settings, err = settings.Open(filepath.Join(dir, "settings.json"), briefing.RU); err != nil {
		t.Fatal(err)
	}
	hand := func(file string) error { r.handed = append(r.handed, file); return nil }
	r.shell = gui.New(gui.Config{
		App: test.NewTempApp(t), World: r.world, Settings: r.settings, Path: path, Documents: filepath.Join(dir, "docs"),
		CacheDir: filepath.Join(dir, "cache"), Version: "1.2.3", Dialogs: r.dialogs, Runner: r.runner, Open: hand, Reveal: hand,
	})
	t.Cleanup(r.shell.Quit)
	r.shell.Window().Resize(fyne.NewSize(1440, 900))
	return r
}

// example opens the example project in a new window.
func example(t *testing.T) *rig {
	t.Helper()
	r := newRig(t, "")
	r.press("Открыть пример")
	if r.shell.Project() == nil {
		t.Fatal("the example is not open")
	}
	return r
}

func (r *rig) canvas() fyne.Canvas { return r.shell.Window().Canvas() }

// top is what lies on top: a dialog, or the window's content.
func (r *rig) top() fyne.CanvasObject {
	if o := r.canvas().Overlays().Top(); o != nil {
		return o
	}
	return r.canvas().Content()
}

// each walks the visible objects under o, those inside widgets too.
func each(o fyne.CanvasObject, fn func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	fn(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, c := range v.Objects {
			each(c, fn)
		}
	case *container.Scroll:
		each(v.Content, fn)
	case *container.Clip:
		each(v.Content, fn)
	case *container.ThemeOverride:
		each(v.Content, fn)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			each(c, fn)
		}
	}
}

type named interface{ AccessibilityLabel() string }

// plain is a text with ordinary spaces.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// find is the first widget of that name on top that can be tapped, or nil.
func (r *rig) find(name string) fyne.CanvasObject {
	var found fyne.CanvasObject
	each(r.top(), func(o fyne.CanvasObject) {
		n, ok := o.(named)
		_, taps := o.(fyne.Tappable)
		if ok && taps && plain(n.AccessibilityLabel()) == name && found == nil {
			found = o
		}
	})
	return found
}

// press taps what has that name.
func (r *rig) press(name string) {
	r.t.Helper()
	o := r.find(name)
	if o == nil {
		r.t.Fatalf("nothing to press named %q; there is: %s", name, strings.Join(r.names(), " | "))
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		r.t.Fatalf("%q is switched off", name)
	}
	o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

func (r *rig) names() []string {
	var out []string
	each(r.top(), func(o fyne.CanvasObject) {
		if n, ok := o.(named); ok {
			out = append(out, n.AccessibilityLabel())
		}
	})
	return out
}

// texts are the words on top, one line a text.
func (r *rig) texts() string {
	var sb strings.Builder
	each(r.top(), func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			sb.WriteString(t.Text + "\n")
		}
	})
	return sb.String()
}

func (r *rig) shows(words ...string) {
	r.t.Helper()
	all := plain(strings.ReplaceAll(r.texts(), "\n", " "))
	for _, w := range words {
		if !strings.Contains(all, w) {
			r.t.Errorf("%q is not shown in: %s", w, all)
		}
	}
}

// lacks fails when words are on the screen that must not be.
func (r *rig) lacks(words ...string) {
	r.t.Helper()
	all := plain(r.texts())
	for _, w := range words {
		if strings.Contains(all, w) {
			r.t.Errorf("%q is shown", w)
		}
	}
}

// fields are the text fields on top in their order.
func (r *rig) fields() []*kit.TextField {
	var out []*kit.TextField
	each(r.top(), func(o fyne.CanvasObject) {
		if f, ok := o.(*kit.TextField); ok {
			out = append(out, f)
		}
	})
	return out
}

// segment taps the choice of that text in a switch.
func (r *rig) segment(text string) {
	r.t.Helper()
	var tap func()
	each(r.top(), func(o fyne.CanvasObject) {
		s, ok := o.(*kit.Segmented)
		if !ok || tap != nil {
			return
		}
		for _, part := range test.WidgetRenderer(s).Objects() {
			if t, ok := part.(*canvas.Text); ok && t.Text == text {
				at := fyne.NewPos(t.Position().X+t.Size().Width/2, t.Position().Y+t.Size().Height/2)
				tap = func() { s.Tapped(&fyne.PointEvent{Position: at}) }
			}
		}
	})
	if tap == nil {
		r.t.Fatalf("no switch with %q", text)
	}
	tap()
}

func (r *rig) exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
