package wordback_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/export/officetest"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/wordback"
	"briefing/internal/lang"
	"briefing/internal/redline"
)

// edited exports the pack as a Word file and edits its text.
func edited(t *testing.T, p *app.Project, pairs ...string) string {
	t.Helper()
	path, back := filepath.Join(t.TempDir(), "pack.docx"), filepath.Join(t.TempDir(), "back.docx")
	if _, err := p.Export(context.Background(), app.ExportOptions{DOCX: path, Lang: briefing.RU, Draft: true}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(back, officetest.Edited(t, data, pairs...), 0o600); err != nil {
		t.Fatal(err)
	}
	return back
}

func compared(t *testing.T, p *app.Project, path string) redline.Result {
	t.Helper()
	res, err := p.CompareWord(path)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func press(t *testing.T, d *desktest.Desk, text string) {
	t.Helper()
	desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Text == text && !b.Disabled() }).OnPress()
}

func stored(t *testing.T, p *app.Project, d redline.Difference) string {
	t.Helper()
	r, err := p.Get(d.Ref)
	if err != nil {
		t.Fatal(err)
	}
	return d.Field.Get(r)
}

func TestEditsOfAWordFileAreAcceptedOrRefusedAndTakenBackAtOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{{"ru", briefing.RU, theme.Light, 1280, 800}, {"en-small", briefing.EN, theme.Dark, 900, 600}, {"zh", briefing.ZH, theme.Light, 1440, 900}} {
		t.Run(c.name, func(t *testing.T) {
			d := desktest.New(t, c.set, c.l, desktest.Example(t), c.w, c.h)
			d.Put(kit.NewText("", kit.Body, theme.Ink))
			word := func(key string, args ...any) string { return lang.T(c.l, "gui.wordback."+key, args...) }
			path := edited(t, d.Opened, "отправила в Китай", "поставила в Китай", "его готовят к подписанию", "его согласуют и готовят к подписанию")
			res := compared(t, d.Opened, path)
			if len(res.Differences) != 2 {
				t.Fatalf("%d edits: %+v", len(res.Differences), res.Differences)
			}
			wordback.Show(d, path, res)
			d.Wants(t, word("title", "back.docx"), word("accept", 2), word("was"), word("now"))
			d.Picture(t, "wordback-"+c.name)
			press(t, d, word("none"))
			d.Wants(t, word("accept", 0))
			press(t, d, word("all"))
			choice := desktest.Find(t, d.Top(), func(*kit.Segmented) bool { return true })
			choice.OnSelect("no")
			d.Wants(t, word("accept", 1))
			press(t, d, word("accept", 1))
			first, second := res.Differences[0], res.Differences[1]
			if stored(t, d.Opened, first) != first.Before || stored(t, d.Opened, second) != second.After {
				t.Errorf("first %q, second %q", stored(t, d.Opened, first), stored(t, d.Opened, second))
			}
			if len(d.Failed) != 0 || len(d.Said) != 1 || d.Said[0] != word("taken", 1) {
				t.Errorf("said %q, failed %v", d.Said, d.Failed)
			}
			d.Wants(t, word("accept", 0)) // what was refused stays refused
			if _, err := d.Opened.Undo(); err != nil || stored(t, d.Opened, second) != second.Before {
				t.Errorf("undo: %v", err)
			}
		})
	}
}

func TestAnEditThatCannotBeTakenSaysWhyAndLeadsToItsRecord(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 800)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	path := edited(t, d.Opened, "отправила в Китай", "поставила в Китай")
	res := compared(t, d.Opened, path)
	res.Differences[0].Reason = redline.Bound
	ended := 0
	x := wordback.Show(d, path, res)
	x.Then(func() { ended++ })
	d.Wants(t, lang.T(briefing.RU, "word.reason.bound"), lang.T(briefing.RU, "gui.wordback.accept", 0))
	press(t, d, lang.T(briefing.RU, "gui.wordback.open"))
	if len(d.Went) != 1 || !strings.Contains(d.Went[0], string(res.Differences[0].Ref.ID)) || ended != 1 {
		t.Errorf("went %q, ended %d", d.Went, ended)
	}
	x.Then(func() { ended++ })
	if ended != 2 {
		t.Error("a closed dialog is waited for")
	}
}

func TestAnUnchangedWordFileSaysSo(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 800)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	path := edited(t, d.Opened)
	wordback.Show(d, path, compared(t, d.Opened, path))
	d.Wants(t, lang.T(briefing.RU, "gui.wordback.same"))
	at := func(o fyne.CanvasObject) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y }
	notice := desktest.Find(t, d.Top(), func(x *kit.Text) bool { return x.Text == lang.T(briefing.RU, "gui.wordback.same.text") })
	foot := desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Kind == kit.Primary })
	if gap := at(foot) - at(notice) - notice.Size().Height; gap > 120 {
		t.Errorf("%.0f units are empty under what the dialog says", gap)
	}
	d.Picture(t, "wordback-same")
}

// A number that was written over is told with the fact it belongs to, and leads
// there; a text that is gone is taken out only when somebody says so.
func TestAnOverwrittenNumberLeadsToItsFactAndAMissingTextStays(t *testing.T) {
	d := desktest.New(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 900)
	d.Put(kit.NewText("", kit.Body, theme.Ink))
	path := edited(t, d.Opened, ">555\u00a0млн", ">570\u00a0млн", "Преобладает птица", "Больше всего птицы")
	res := compared(t, d.Opened, path)
	if len(res.Differences) != 1 || len(res.Differences[0].Figures) != 1 {
		t.Fatalf("%+v", res.Differences)
	}
	gone := res.Differences[0]
	gone.Number, gone.Removed, gone.After, gone.Now, gone.Taken, gone.Figures = 2, true, "", "", "", nil
	added := res.Differences[0]
	added.Number, added.Added, added.Was, added.Now, added.Taken, added.Figures = 3, true, "", "Предлагаем открыть торговый дом.", "Предлагаем открыть торговый дом.", nil
	res.Differences = append(res.Differences, gone, added)
	wordback.Show(d, path, res)
	word := func(key string, args ...any) string { return lang.T(briefing.RU, "gui.wordback."+key, args...) }
	d.Wants(t, word("accept", 2), word("removed"), word("added"))
	d.Picture(t, "wordback-figure")
	press(t, d, word("open_figure"))
	fact := strings.SplitN(strings.Trim(res.Differences[0].Figures[0].Bound, "{}"), ":", 2)[0]
	if len(d.Went) != 1 || !strings.Contains(d.Went[0], fact) {
		t.Errorf("went %q, want %s", d.Went, fact)
	}
}
