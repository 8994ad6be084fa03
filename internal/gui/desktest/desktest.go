// Package desktest is a desk for the tests of screens: a real project in a
// window of the toolkit's test driver, and what a test looks for in it.
package desktest

import (
	"context"
	"image/color"
	"image/png"
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
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
	"briefing/internal/settings"
)

// Desk is a desk over a real project in a test window.
type Desk struct {
	Opened *app.Project
	Win    fyne.Window
	In     briefing.Lang // of the interface
	Runner *desk.Runner
	Went   []string // where the screen led: screen and record
	Failed []error
	Said   []string
	// Held is the job that waits, where Hold is set.
	Held func()
	Hold bool
}

// Project is the open project.
func (d *Desk) Project() *app.Project { return d.Opened }

// Window is the window.
func (d *Desk) Window() fyne.Window { return d.Win }

// Lang is the language of the interface.
func (d *Desk) Lang() briefing.Lang { return d.In }

// Content is Russian.
func (d *Desk) Content() briefing.Lang { return briefing.RU }

// Go notes where the screen led.
func (d *Desk) Go(to screen.Key, ref briefing.Ref, _ string) {
	d.Went = append(d.Went, string(to)+" "+string(ref.ID))
}

// Run does the work at once, or holds it.
func (d *Desk) Run(_ string, work func(context.Context, func(int, int, string)) error, then func(error)) {
	if d.Hold {
		d.Held = func() { d.Runner.Run(work, func(int, int, string) {}, then) }
		return
	}
	d.Runner.Run(work, func(int, int, string) {}, then)
}

// Fail notes an error.
func (d *Desk) Fail(err error) { d.Failed = append(d.Failed, err) }

// Say notes a notice.
func (d *Desk) Say(text string) { d.Said = append(d.Said, text) }

// Dialogs are none.
func (d *Desk) Dialogs() screen.Dialogs { return nil }

// Standing is none.
func (d *Desk) Standing() *app.Standing { return nil }

// Soon is none.
func (d *Desk) Soon() *app.Standing { return nil }

// Later makes a delayed call.
func (d *Desk) Later(t time.Duration, fn func()) *desk.Later { return d.Runner.Later(t, fn) }

// Pages are none.
func (d *Desk) Pages() *pages.Maker { return nil }

// Settings are none.
func (d *Desk) Settings() *settings.Store { return nil }

// Apply does nothing.
func (d *Desk) Apply() {}

// Offer notes a notice.
func (d *Desk) Offer(text, _ string, _ func()) { d.Said = append(d.Said, text) }

// Hand does nothing.
func (d *Desk) Hand(string) error { return nil }

// Export does nothing.
func (d *Desk) Export() {}

// New makes a desk in a window of a size.
func New(t *testing.T, set theme.Set, l briefing.Lang, pr *project.Project, w, h float32) *Desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(set))
	dir := t.TempDir()
	world := app.System()
	world.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(world, filepath.Join(dir, "demo.briefing"), pr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	d := &Desk{Opened: p, In: l, Runner: desk.NewRunner()}
	d.Runner.Inline = true
	d.Win = test.NewTempWindow(t, container.NewStack())
	d.Win.SetPadded(false)
	d.Win.Resize(fyne.NewSize(w, h))
	return d
}

// Example is the example project.
func Example(t *testing.T) *project.Project {
	t.Helper()
	pr, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	return pr
}

// Put shows an object beside the side bar and under the top bar.
func (d *Desk) Put(o fyne.CanvasObject) {
	side, top, foot := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	wide := kit.NavWidth
	if d.Win.Canvas().Size().Width < 1280 {
		wide = kit.NavFoldedWidth
	}
	ground := kit.NewPanel(theme.Ground, o)
	d.Win.SetContent(kit.Dock(kit.Fixed(0, kit.TopBarHeight, top), kit.Fixed(0, kit.StatusHeight, foot), kit.Fixed(wide, 0, side), nil, ground))
}

// Picture writes what the window shows, where a folder is named for it.
func (d *Desk) Picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("BRIEFING_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png")) //nolint:gosec // the folder is named by who runs the test
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, d.Win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// Walk visits what is visible under an object.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			Walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			Walk(c, visit)
		}
	}
}

// Roots are the content of the window and what lies over it.
func (d *Desk) Roots() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{d.Win.Content()}, d.Win.Canvas().Overlays().List()...)
}

// Top is what lies uppermost.
func (d *Desk) Top() fyne.CanvasObject {
	r := d.Roots()
	return r[len(r)-1]
}

// Texts are the strings that show.
func (d *Desk) Texts() string {
	var all []string
	for _, r := range d.Roots() {
		Walk(r, func(o fyne.CanvasObject) {
			switch x := o.(type) {
			case *canvas.Text:
				all = append(all, x.Text)
			case *kit.Text: // whole, though it may be broken into lines
				all = append(all, x.Text)
			}
		})
	}
	return strings.ReplaceAll(strings.Join(all, "\n"), "\u00a0", " ")
}

// Wants demands texts to show, and none to be missing.
func (d *Desk) Wants(t *testing.T, texts ...string) {
	t.Helper()
	all := d.Texts()
	for _, s := range texts {
		if !strings.Contains(all, s) {
			t.Errorf("%q does not show in: %s", s, strings.ReplaceAll(all, "\n", " | "))
		}
	}
	if strings.Contains(all, "⟨") {
		t.Errorf("a text is missing:\n%s", all)
	}
}

// Find is the first object of a kind that ok takes; the test fails without one.
func Find[T fyne.CanvasObject](t *testing.T, root fyne.CanvasObject, ok func(T) bool) T {
	t.Helper()
	var found T
	done := false
	Walk(root, func(o fyne.CanvasObject) {
		if x, is := o.(T); is && !done && ok(x) {
			found, done = x, true
		}
	})
	if !done {
		t.Fatalf("no %T of the kind looked for", found)
	}
	return found
}

// Pick chooses from the open menu by typing and Enter.
func (d *Desk) Pick(t *testing.T, text string) {
	t.Helper()
	m, ok := d.Win.Canvas().Focused().(*kit.Menu)
	if !ok {
		t.Fatalf("no menu is open for %q", text)
	}
	for _, r := range text {
		m.TypedRune(r)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
