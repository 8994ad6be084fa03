package gui_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// say is the text of a key up to what is put into it.
func (r *rig) say(key string) string {
	words, _, _ := strings.Cut(lang.T(r.settings.Get().Lang, "gui."+key), "%")
	return plain(words)
}

// pressKey presses the first thing on top that is named so, in any language.
func (r *rig) pressKey(key string) {
	r.t.Helper()
	words := r.say(key)
	var found fyne.Tappable
	each(r.top(), func(o fyne.CanvasObject) {
		n, ok := o.(named)
		tap, taps := o.(fyne.Tappable)
		d, can := o.(fyne.Disableable)
		if ok && taps && found == nil && (!can || !d.Disabled()) && strings.HasPrefix(plain(n.AccessibilityLabel()), words) {
			found = tap
		}
	})
	if found == nil {
		r.t.Fatalf("nothing to press named %q; there is: %s", words, strings.Join(r.names(), " | "))
	}
	found.Tapped(&fyne.PointEvent{})
}

// boxes are the dialogs that a menu of the project does not open, by what opens
// them; each may go on to further states by calling then.
func (r *rig) boxes() map[string]func(then func(name string)) {
	write := func(name, text string) string {
		path := filepath.Join(r.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			r.t.Fatal(err)
		}
		return path
	}
	fact := briefing.Ref{Kind: briefing.KindFact, ID: "S20"}
	show := func(to screen.Key, ref briefing.Ref) { r.shell.Show(to, ref, "") }
	return map[string]func(then func(string)){
		"todo":   func(func(string)) { show(screen.Overview, briefing.Ref{}); r.pressKey("overview.todo.all") },
		"task":   func(func(string)) { show(screen.Overview, briefing.Ref{}); r.pressKey("overview.todo.add") },
		"assign": func(func(string)) { show(screen.Overview, briefing.Ref{}); r.pressKey("overview.todo.assign") },
		"past":   func(func(string)) { show("", fact); r.pressKey("records.history") },
		"whence": func(func(string)) { show("", fact); r.pressKey("trade.ask.whence") },
		"claim": func(func(string)) {
			for _, x := range r.records(briefing.KindFact) {
				if f := x.(*briefing.Fact); len(f.Claims) > 1 {
					show("", f.Ref())
				}
			}
			r.pressKey("records.claim.choose")
		},
		"used": func(func(string)) {
			for _, s := range r.records(briefing.KindSource) {
				if len(r.shell.Project().UsedBy(s.Ref())) > 0 {
					show("", s.Ref())
				}
			}
			r.pressKey("records.delete")
		},
		"paste": func(func(string)) {
			fyne.CurrentApp().Clipboard().SetContent("Показатель\tЗначение\tПериод\tИсточник\tПримечание\nВывоз муки высшего сорта, включая семолину\tоколо 12 тыс. т\t2022\tОтчёт\t\n")
			show("", fact)
			r.pressKey("records.paste")
		},
		"import": func(then func(string)) {
			r.shell.TakeIn(write("2018.csv", comtradeHead+"HS,2018,2018,2018,2,0,1,Import,156,China,CHN,643,Russian Federation,RUS,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"))
			then("import, columns")
			r.pressKey("importing.next")
			then("import, account")
		},
		"unknown": func(then func(string)) {
			r.shell.TakeIn(write("отгрузка.csv", "Сведения об отгрузке продукции за 2023 год;;;;\nПокупатель;Куда;Товар;тонн;на сумму\nTrade Ltd;Китай;Мука;10;20,5\nFood Co;Индия;Рис;5;7\nИТОГО;;;16;28,5\n"))
			then("unknown table")
			r.pressKey("importing.assist.open")
			then("assistant")
		},
		"nothing": func(func(string)) { r.shell.TakeIn(write("пусто.csv", "no table\n")) },
		"word": func(func(string)) {
			path := filepath.Join(r.dir, "pack.docx")
			if _, err := r.shell.Project().Export(context.Background(), app.ExportOptions{DOCX: path, Lang: briefing.RU, Draft: true}); err != nil {
				r.t.Fatal(err)
			}
			r.shell.TakeIn(path)
		},
		"remove": func(func(string)) {
			show(screen.Figures, r.records(briefing.KindImport)[0].Ref())
			r.pressKey("trade.imports.remove")
		},
		"beside": func(func(string)) {
			r.pressKey("menu.file")
			r.pressKey("menu.history")
			r.list().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			r.pressKey("history.pages.show")
		},
		"made": func(func(string)) {
			r.dialogs.folder = filepath.Join(r.dir, "outputs")
			show(screen.Overview, briefing.Ref{})
			r.pressKey("menu.file")
			r.pressKey("menu.export")
			r.pressKey("export.start.draft")
		},
	}
}

// TestEveryDialogHasRoom opens each dialog in both languages of the window and
// sets the window to 1280 × 720 at 100, 125, 150 and 200 per cent.
func TestEveryDialogHasRoom(t *testing.T) {
	// The driver of the tests lays out only what changes its size: from small to large.
	sizes := []fyne.Size{{Width: 640, Height: 360}, {Width: 853, Height: 480}, {Width: 1024, Height: 576}, {Width: 1280, Height: 720}}
	r := example(t)
	if err := r.shell.Project().SaveVersion("до правки"); err != nil {
		t.Fatal(err)
	}
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		if err := r.settings.Change(func(c *settings.Settings) { c.Lang = l }); err != nil {
			t.Fatal(err)
		}
		r.shell.Reload()
		for name, open := range r.boxes() {
			look := func(name string) {
				for _, size := range sizes {
					r.shell.Window().Resize(size)
					r.fits(name, size)
					r.picture(fmt.Sprintf("box-%s-%s-%.0f", name, l, size.Width))
				}
				if strings.Contains(r.texts(), "⟨") {
					t.Errorf("%s: a text is missing", name)
				}
			}
			r.shell.Window().Resize(fyne.NewSize(1440, 900)) // all tools of a list are in sight
			open(look)
			if r.canvas().Overlays().Top() == nil {
				t.Fatalf("%s opens nothing", name)
			}
			look(name)
			r.escape()
			if _, menu := r.canvas().Overlays().Top().(*kit.Menu); menu {
				t.Fatalf("%s stays open", name)
			}
		}
	}
}
