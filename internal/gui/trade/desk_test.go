package trade_test

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
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/settings"
)

// fakeDesk is a desk over a real project in a test window.
type fakeDesk struct {
	project *app.Project
	win     fyne.Window
	lang    briefing.Lang
	runner  *desk.Runner
	went    []string
	failed  []error
	said    []string
}

func (d *fakeDesk) Project() *app.Project  { return d.project }
func (d *fakeDesk) Window() fyne.Window    { return d.win }
func (d *fakeDesk) Lang() briefing.Lang    { return d.lang }
func (d *fakeDesk) Content() briefing.Lang { return briefing.RU }
func (d *fakeDesk) Go(to screen.Key, ref briefing.Ref, _ string) {
	d.went = append(d.went, string(to)+" "+string(ref.ID))
}

func (d *fakeDesk) Run(_ string, work func(context.Context, func(int, int, string)) error, then func(error)) {
	d.runner.Run(work, func(int, int, string) {}, then)
}
func (d *fakeDesk) Fail(err error)                               { d.failed = append(d.failed, err) }
func (d *fakeDesk) Say(text string)                              { d.said = append(d.said, text) }
func (d *fakeDesk) Dialogs() screen.Dialogs                      { return nil }
func (d *fakeDesk) Standing() *app.Standing                      { return nil }
func (d *fakeDesk) Later(t time.Duration, fn func()) *desk.Later { return d.runner.Later(t, fn) }
func (d *fakeDesk) Pages() *pages.Maker                          { return nil }
func (d *fakeDesk) Settings() *settings.Store                    { return nil }
func (d *fakeDesk) Apply()                                       {}
func (d *fakeDesk) Offer(text, _ string, _ func())               { d.said = append(d.said, text) }
func (d *fakeDesk) Export()                                      {}

// newDesk makes a desk in a window of a size.
func newDesk(t *testing.T, set theme.Set, l briefing.Lang, pr *project.Project, w, h float32) *fakeDesk {
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
	d := &fakeDesk{project: p, lang: l, runner: desk.NewRunner()}
	d.runner.Inline = true
	d.win = test.NewTempWindow(t, container.NewStack())
	d.win.SetPadded(false)
	d.win.Resize(fyne.NewSize(w, h))
	return d
}

func example(t *testing.T) *project.Project {
	t.Helper()
	pr, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	return pr
}

// put shows an object beside the side bar and under the top bar.
func (d *fakeDesk) put(o fyne.CanvasObject) {
	side, top, foot := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	wide := kit.NavWidth
	if d.win.Canvas().Size().Width < 1280 {
		wide = kit.NavFoldedWidth
	}
	ground := kit.NewPanel(theme.Ground, o)
	d.win.SetContent(kit.Dock(kit.Fixed(0, kit.TopBarHeight, top), kit.Fixed(0, kit.StatusHeight, foot), kit.Fixed(wide, 0, side), nil, ground))
}

// picture writes what the window shows, where a folder is named for it.
func (d *fakeDesk) picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("BRIEFING_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, d.win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// walk visits what is visible under an object.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
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

// roots are the content of the window and what lies over it.
func (d *fakeDesk) roots() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{d.win.Content()}, d.win.Canvas().Overlays().List()...)
}

func (d *fakeDesk) top() fyne.CanvasObject {
	r := d.roots()
	return r[len(r)-1]
}

// texts are the strings that show.
func (d *fakeDesk) texts() string {
	var all []string
	for _, r := range d.roots() {
		walk(r, func(o fyne.CanvasObject) {
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

func (d *fakeDesk) wants(t *testing.T, texts ...string) {
	t.Helper()
	all := d.texts()
	for _, s := range texts {
		if !strings.Contains(all, s) {
			t.Errorf("%q does not show in: %s", s, strings.ReplaceAll(all, "\n", " | "))
		}
	}
	if strings.Contains(all, "⟨") {
		t.Errorf("a text is missing:\n%s", all)
	}
}

func find[T fyne.CanvasObject](t *testing.T, root fyne.CanvasObject, ok func(T) bool) T {
	t.Helper()
	var found T
	done := false
	walk(root, func(o fyne.CanvasObject) {
		if x, is := o.(T); is && !done && ok(x) {
			found, done = x, true
		}
	})
	if !done {
		t.Fatalf("no %T of the kind looked for", found)
	}
	return found
}

func (d *fakeDesk) button(t *testing.T, key string) *kit.Button {
	t.Helper()
	text := lang.T(d.lang, "gui.trade."+key)
	return find(t, d.top(), func(b *kit.Button) bool { return b.Text == text || b.AccessibilityLabel() == text })
}

// pick chooses from the open menu by typing and Enter.
func (d *fakeDesk) pick(t *testing.T, text string) {
	t.Helper()
	m, ok := d.win.Canvas().Focused().(*kit.Menu)
	if !ok {
		t.Fatalf("no menu is open for %q", text)
	}
	for _, r := range text {
		m.TypedRune(r)
	}
	m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
