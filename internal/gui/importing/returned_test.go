package importing_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/importer/importertest" //nolint:depguard // edits a workbook as a colleague would; the screen itself asks app
	"briefing/internal/lang"
	"briefing/internal/project"
)

func publisherOf(p *app.Project, i int) (name string) {
	p.Read(func(pr *project.Project) { name = pr.Sources[i].Publisher.RU })
	return name
}

func TestAnEditedWorkbookIsShownBeforeItIsTaken(t *testing.T) {
	for _, c := range []struct {
		name string
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{{"ru", briefing.RU, theme.Light, 1280, 800}, {"en-small", briefing.EN, theme.Dark, 900, 600}, {"zh", briefing.ZH, theme.Light, 1440, 900}} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, c.set, c.l, desktest.Example(t), c.w, c.h)
			d.Put(kit.NewText("", kit.Body, theme.Ink))
			path := filepath.Join(t.TempDir(), "book.xlsx")
			if _, err := d.Opened.Export(context.Background(), app.ExportOptions{XLSX: path, Draft: true}); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			e := importertest.EditWorkbook(t, data)
			e.Set("T14", "B7", "Агентство")
			e.Set("T14", "B8", "Газета")
			e.Set("T08", "C6", 12)
			e.RemoveRow("T14", 9)
			e.Remove("T05")
			edited := write(t, "edited.xlsx", string(e.Save()))
			before := publisherOf(d.Opened, 1)
			importing.Show(d, edited)
			d.press(t, lang.T(c.l, "gui.importing.next"))
			d.Wants(t, lang.T(c.l, "gui.importing.book.changes"), lang.T(c.l, "gui.importing.book.untaken"), "T05")
			d.Picture(t, "import-returned-"+c.name)
			list := desktest.Find(t, d.Top(), func(*kit.RecordList) bool { return true })
			if said := d.Texts(); !strings.Contains(said, "ТАСС → Агентство") || !strings.Contains(said, "!B7") || !strings.Contains(said, lang.T(c.l, "gui.importing.book.gone")) {
				t.Errorf("comparison %q", said)
			}
			if publisherOf(d.Opened, 1) != before {
				t.Error("taken before it was shown")
			}
			list.OnCheck(0, false)
			d.Wants(t, lang.T(c.l, "gui.importing.book.take", "1")) // the other one
			list.OnCheck(0, true)
			list.OnCheck(1, false)
			d.press(t, lang.T(c.l, "gui.importing.book.take", "1"))
			if publisherOf(d.Opened, 1) != "Агентство" || publisherOf(d.Opened, 2) == "Газета" {
				t.Errorf("taken %q and %q", publisherOf(d.Opened, 1), publisherOf(d.Opened, 2))
			}
			d.press(t, lang.T(c.l, "gui.importing.done"))
			importing.Show(d, write(t, "same.xlsx", string(e.Save())))
			d.press(t, lang.T(c.l, "gui.importing.next"))
			if said := d.Texts(); strings.Contains(said, "Агентство") || !strings.Contains(said, "Газета") {
				t.Errorf("shown again: %q", said)
			}
			if _, err := d.Opened.Undo(); err != nil || publisherOf(d.Opened, 1) != before {
				t.Errorf("undo: %v", err)
			}
		})
	}
}
