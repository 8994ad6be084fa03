package app

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
)

// locate notes for each record the number of the section it is printed in:
// the most special one, since the summary repeats what stands elsewhere.
func (v *viewing) locate() {
	for _, s := range v.pages.Sections {
		w := &walker{section: s.Number, where: v.where}
		w.blocks(s.Blocks)
	}
}

type walker struct {
	section string
	where   map[briefing.Ref]string
}

func (w *walker) note(ref *briefing.Ref) {
	if ref == nil {
		return
	}
	if old := w.where[*ref]; old == "" || len(w.section) > len(old) {
		w.where[*ref] = w.section
	}
}

func (w *walker) runs(runs []document.Run) {
	for _, r := range runs {
		w.note(r.Origin)
		w.runs(r.Note)
	}
}

func (w *walker) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			w.note(b.Origin)
			w.runs(b.Runs)
		case document.Note:
			w.runs(b.Runs)
		case document.Picture:
			w.note(b.Origin)
		case document.KeyFigures:
			for _, k := range b.Items {
				w.note(k.Origin)
			}
		case document.Points:
			for _, p := range b.Items {
				w.note(p.Origin)
				w.runs(p.Runs)
			}
		case document.Columns:
			w.blocks(b.Left)
			w.blocks(b.Right)
		case document.Table:
			w.table(b)
		}
	}
}

func (w *walker) table(t document.Table) {
	for _, r := range t.Rows {
		w.note(r.Origin)
		for _, c := range r.Cells {
			w.note(c.Origin)
			w.runs(c.Runs)
		}
	}
}
