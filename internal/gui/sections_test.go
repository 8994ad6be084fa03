package gui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// sectionRow is the row of the section with that title in the list of the pack.
func (r *rig) sectionRow(title string) *kit.MovableRow {
	r.t.Helper()
	var found *kit.MovableRow
	each(r.top(), func(o fyne.CanvasObject) {
		if row, ok := o.(*kit.MovableRow); ok && strings.HasSuffix(row.Item().Title, title) {
			found = row
		}
	})
	if found == nil {
		r.t.Fatalf("no section %q", title)
	}
	return found
}

// A section comes to stand where the line shows, also below rows that are higher
// than others.
func TestSectionIsDroppedWhereTheRowsAre(t *testing.T) {
	r := example(t)
	r.shell.Window().Resize(fyne.NewSize(1280, 720))
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	list := r.shell.Project().Standing(briefing.RU).Sections
	peers := r.shell.Project().SectionPeers(list[1].Key)
	title := func(key string) string {
		for _, s := range list {
			if s.Key == key {
				return s.Title
			}
		}
		return ""
	}
	high := map[float32]bool{}
	each(r.top(), func(o fyne.CanvasObject) {
		if row, ok := o.(*kit.MovableRow); ok {
			high[row.Size().Height] = true
		}
	})
	if len(high) < 2 {
		t.Fatalf("rows are all %v high: nothing is tried", high)
	}
	row, last := r.sectionRow(title(peers[1])), r.sectionRow(title(peers[len(peers)-1]))
	d := fyne.CurrentApp().Driver()
	down := d.AbsolutePositionForObject(last).Y - d.AbsolutePositionForObject(row).Y
	row.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, down-last.Size().Height/2-2)})
	row.DragEnd()
	r.runner.Flush()
	if now := r.shell.Project().SectionPeers(peers[1]); now[len(now)-2] != peers[1] {
		t.Errorf("dropped above the last it stands so: %q", now)
	}
}

// A section is dragged to its place, or moved by Alt with the arrows; each is
// one step back.
func TestSectionsAreMovedByMouseAndKeys(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	keys := r.shell.Project().ArrangedKeys
	before := keys()
	peers := r.shell.Project().SectionPeers(before[1])
	first, second := peers[1], peers[2]
	title := func(key string) string {
		for _, s := range r.shell.Project().Standing(briefing.RU).Sections {
			if s.Key == key {
				return s.Title
			}
		}
		t.Fatalf("no section %q", key)
		return ""
	}
	row := r.sectionRow(title(first))
	down := float32(32) * float32(slices.Index(before, second)-slices.Index(before, first))
	for range 4 {
		row.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, down/4)})
	}
	row.DragEnd()
	r.runner.Flush()
	if now := r.shell.Project().SectionPeers(first); now[1] != second || now[2] != first {
		t.Errorf("after the drag %q", now)
	}
	row = r.sectionRow(title(first))
	r.canvas().Focus(row)
	r.alt(fyne.KeyUp)
	r.runner.Flush()
	if now := keys(); !slices.Equal(now, before) {
		t.Errorf("after Alt+Up %q, want %q", now, before)
	}
	if words, _ := r.shell.Project().NextUndo(briefing.RU); !strings.HasPrefix(words, "Перенесён раздел") {
		t.Errorf("the step back is called %q", words)
	}
	r.undo()
	r.undo()
	if now := keys(); !slices.Equal(now, before) {
		t.Errorf("after two steps back %q, want %q", now, before)
	}

	// At the end it stays, and what happens later does not take the focus away.
	row = r.sectionRow(title(peers[1]))
	r.canvas().Focus(row)
	r.alt(fyne.KeyUp)
	r.canvas().Unfocus()
	if err := r.shell.Project().SetSection(peers[len(peers)-1], false); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	if f := r.canvas().Focused(); f != nil {
		t.Errorf("a section that could not be moved took the focus later: %T", f)
	}
}

// A section of one's own is begun on the screen of the pack: the cursor is in its
// title, and it stands among the sections.
func TestASectionOfOnesOwnIsBegunInThePack(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	r.press("Добавить раздел, написанный вручную")
	r.typeInto("Логистика коридора")
	r.runner.Flush()
	own := ""
	for _, x := range r.records(briefing.KindMessage) {
		if m := x.(*briefing.Message); m.Kind == "section" && m.Title.RU == "Логистика коридора" {
			own = string(m.ID)
		}
	}
	if own == "" {
		t.Fatal("there is no such section")
	}
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	r.runner.Flush() // where the pack stands is told anew
	if r.sectionRow("Логистика коридора") == nil {
		t.Error("it is not on the list")
	}
}

// From the finding of an empty section one comes to the list of sections, where it can
// be turned off, not to the field with their keys.
func TestAnEmptySectionIsFoundInTheList(t *testing.T) {
	r := newRig(t, "")
	r.press("Новый проект")
	r.fields()[0].SetText("Визит")
	r.press("Создать")
	r.runner.Flush()
	pack := r.shell.Project().Pack().Ref()
	for _, f := range r.shell.Project().Standing(briefing.RU).Findings {
		if f.Ref != pack || f.Field != "sections" {
			continue
		}
		r.shell.Show("", f.Ref, f.Field)
		row, ok := r.canvas().Focused().(*kit.MovableRow)
		if !ok || row.Item().Trail != "пусто" {
			t.Errorf("the focus is on %T", r.canvas().Focused())
		}
		return
	}
	t.Fatal("no section is found empty")
}
