package window_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/window"
	"briefing/internal/project"
)

// each walks the widgets under an object, those inside other widgets too.
func each(o fyne.CanvasObject, fn func(fyne.CanvasObject)) {
	fn(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, c := range v.Objects {
			each(c, fn)
		}
	case *container.Scroll:
		each(v.Content, fn)
	case *container.Split:
		each(v.Leading, fn)
		each(v.Trailing, fn)
	case *container.AppTabs:
		for _, t := range v.Items {
			each(t.Content, fn)
		}
	case *widget.Card:
		if v.Content != nil {
			each(v.Content, fn)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(v).Objects() {
			each(c, fn)
		}
	}
}

func button(t *testing.T, root fyne.CanvasObject, text string) *widget.Button {
	t.Helper()
	var found *widget.Button
	each(root, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == text && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", text)
	}
	return found
}

func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for range 400 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("timed out: %s", what)
}

func open(t *testing.T) (*window.Window, string) {
	t.Helper()
	dir := t.TempDir()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.SetByKey("light")))
	world := app.System()
	world.StateDir = filepath.Join(dir, "state")
	pr, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "demo.briefing")
	p, err := app.Create(world, path, pr)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	w := window.New(a, world, briefing.RU)
	w.OpenURL = func(string) error { return nil }
	w.Open(path)
	if w.Project() == nil {
		t.Fatal("the project is not open")
	}
	t.Cleanup(func() { _ = w.Project().Close() })
	return w, dir
}

func fact(w *window.Window, id briefing.ID) *briefing.Fact {
	r, err := w.Project().Get(briefing.Ref{Kind: briefing.KindFact, ID: id})
	if err != nil {
		return nil
	}
	return r.(*briefing.Fact)
}

// Import, edit, export: the way a user goes, through the real widgets.
func TestImportEditExport(t *testing.T) {
	w, dir := open(t)
	file := filepath.Join(dir, "2024.csv")
	rows := "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n" +
		"HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"
	if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	count := func() (n int) {
		w.Project().Read(func(p *project.Project) { n = p.Figures.Len() })
		return n
	}
	before := count()
	w.Import(file)
	overlays := w.Fyne().Canvas().Overlays()
	until(t, "preview", func() bool {
		top := overlays.Top()
		found := false
		if top != nil {
			each(top, func(o fyne.CanvasObject) {
				b, ok := o.(*widget.Button)
				found = found || ok && b.Text == "Загрузить"
			})
		}
		return found
	})
	test.Tap(button(t, overlays.Top(), "Загрузить"))
	until(t, "stored rows", func() bool { return count() == before+1 })
	until(t, "report", func() bool { return overlays.Top() != nil })

	w.ShowRecord(briefing.Ref{Kind: briefing.KindFact, ID: "S20"})
	old := fact(w, "S20").Statement.RU
	var entry *widget.Entry
	each(w.Fyne().Content(), func(o fyne.CanvasObject) {
		if e, ok := o.(*widget.Entry); ok && e.Text == old {
			entry = e
		}
	})
	if entry == nil {
		t.Fatal("no field with the statement")
	}
	entry.SetText(old + " (уточнено)")
	w.Show("overview") // another screen: what was typed is stored
	if got := fact(w, "S20").Statement.RU; !strings.HasSuffix(got, "(уточнено)") {
		t.Errorf("stored %q", got)
	}

	pdf := filepath.Join(dir, "out.pdf")
	w.Export(app.ExportOptions{Lang: briefing.RU, Draft: true, PDF: pdf})
	until(t, "PDF", func() bool {
		st, err := os.Stat(pdf)
		return err == nil && st.Size() > 10_000
	})
}

func TestRecordIsAddedCopiedAndDeleted(t *testing.T) {
	w, _ := open(t)
	count := func() (n int) {
		w.Project().Read(func(p *project.Project) { n = len(p.Messages) })
		return n
	}
	w.Show("messages")
	n := count()
	for _, step := range []struct {
		text string
		want int
	}{{"Добавить", n + 1}, {"Копировать", n + 2}, {"Удалить", n + 1}} {
		test.Tap(button(t, w.Fyne().Content(), step.text))
		if got := count(); got != step.want {
			t.Errorf("after %s: %d, want %d", step.text, got, step.want)
		}
	}
}

func TestEveryScreenShows(t *testing.T) {
	w, _ := open(t)
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		w.Lang = l
		for _, key := range []string{"overview", "figures", "trade", "events", "people", "agreements", "messages", "sources", "pack", "checks"} {
			w.Show(key)
			each(w.Fyne().Content(), func(o fyne.CanvasObject) {
				if lb, ok := o.(*widget.Label); ok && strings.Contains(lb.Text, "⟨") {
					t.Errorf("%s, %s: missing text %s", l, key, lb.Text)
				}
			})
		}
	}
}
