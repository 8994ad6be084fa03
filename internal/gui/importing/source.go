package importing

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// newSource is the choice of a record that is made with the import.
const newSource = "new"

func sourceID(key string) briefing.ID {
	if key == newSource {
		return ""
	}
	return briefing.ID(key)
}

// sourceCard says which source record the figures will stand on: one that is
// made with the import, or one of the project's.
func (w *wizard) sourceCard(f *file) fyne.CanvasObject {
	p, l := w.desk.Project(), w.desk.Lang()
	first := w.r("source.new", f.name())
	if f.returned() {
		first = w.t("book.source")
	}
	items := []kit.MenuItem{{Key: newSource, Text: first}}
	for i, s := range p.SourceChoices(f.read, l) {
		items = append(items, kit.MenuItem{Key: string(s.ID), Text: s.Caption, Line: i == 0})
	}
	chosen := newSource
	if id := f.read.Source(); id != "" {
		chosen = string(id)
	}
	field := kit.NewSelectField(items, chosen, first, func(key string) {
		in, err := p.StandOn(f.read, sourceID(key))
		if err != nil {
			w.desk.Fail(err)
			return
		}
		f.read = in
		w.show()
	})
	return kit.NewPaddedCard(kit.NewField(w.r("source"), false, field).WithHint(w.r("source.hint")))
}

// openSource leaves the dialog for the source record of a stored file.
func (w *wizard) openSource() {
	ref := briefing.Ref{Kind: briefing.KindSource, ID: w.now().read.Source()}
	w.close()
	w.desk.Go(screen.Sources, ref, "")
}

// sourceLine names the source of a stored file and leads to it.
func (w *wizard) sourceLine(f *file) (line kit.KeyValue, ok bool) {
	name := w.desk.Project().SourceCaption(f.read.Source(), w.desk.Lang())
	if f.stage != stored || name == "" {
		return line, false
	}
	return kit.KeyValue{Key: w.r("source"), Value: name, OnPress: w.openSource}, true
}

// summaryFoot offers to save the rejected rows of all the files.
func (w *wizard) summaryFoot() fyne.CanvasObject {
	for _, f := range w.files {
		if len(f.read.Report.Rejected) > 0 {
			return kit.Column(0, kit.NewRule(), kit.Pad(12, 16, 12, 16, kit.Row(12, kit.NewButton(kit.Secondary, "", w.r("save.all"), w.saveAll),
				kit.Flex(kit.NewWrapped(w.r("save.all.note"), kit.Small, theme.Second)))))
		}
	}
	return kit.Column(0)
}

// saveAll asks for a folder and writes the rejected rows of each file there.
func (w *wizard) saveAll() {
	title, folder, l := w.r("save.title"), filepath.Dir(w.now().path), w.desk.Lang()
	var reads []app.Imported
	for _, f := range w.files {
		if len(f.read.Report.Rejected) > 0 {
			reads = append(reads, f.read)
		}
	}
	written := 0
	w.beside(title, func(ctx context.Context) error {
		at, err := w.desk.Dialogs().Folder(title, folder)
		if err != nil || at == "" {
			return err
		}
		for _, in := range reads {
			paths, err := w.desk.Project().SaveRejects(ctx, in, app.FreeName(filepath.Join(at, app.RejectsName(in))), l)
			if written += len(paths); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		if written > 0 {
			w.desk.Say(w.r("all.saved", w.count(written)))
		}
	})
}
