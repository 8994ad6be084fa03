package app

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// PlacePrinted is what stands on the pages with a number in it: a row of a table,
// a sentence. It is listed behind the sections.
const PlacePrinted PlaceGroup = "printed"

// Printed lists the lines with numbers of the pages that the leader gets, in the
// language of the contents, each as it is printed and with the section it stands
// in: totals and shares are no records and are found nowhere else. Rows of the
// annex's table of goods are left out, which are as many as the goods.
func (p *Project) Printed(content briefing.Lang) ([]Place, error) {
	snap := p.Snapshot(time.Time{}, briefing.Leader)
	d, err := pack.Build(snap, nil, pack.Options{Lang: content, Outline: true})
	if err != nil {
		return nil, err
	}
	w := &printed{l: content}
	for _, s := range d.Sections {
		w.section = s
		w.blocks(s.Blocks)
	}
	return w.out, nil
}

// printed walks through a document.
type printed struct {
	l       briefing.Lang
	section document.Section
	out     []Place
}

func (w *printed) add(text, where string) {
	text = strings.Join(strings.Fields(text), " ")
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return
	}
	note := strings.TrimSpace(w.section.Number + " " + w.section.Title)
	if where != "" {
		note = where
	}
	w.out = append(w.out, Place{Group: PlacePrinted, Section: w.section.Key, Title: text, Note: note, Text: note + "\n" + ungrouped(text)})
}

// ungrouped is a text whose numbers are written as they are typed in a hurry:
// «3 139,1» and "3,139.1" as «3139,1» and "3139.1".
func ungrouped(s string) string {
	runes := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(runes) && unicode.IsDigit(runes[i]) }
	var b strings.Builder
	for i, r := range runes {
		group := r == ' ' || r == '\u00a0' || r == '\u202f' || r == ',' || r == '\u2009'
		if group && digit(i-1) && digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (w *printed) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			if b.Style != document.SourceLine && b.Style != document.Small {
				w.add(document.RunsText(b.Runs), "")
			}
		case document.KeyFigures:
			for _, k := range b.Items {
				w.add(strings.Join([]string{k.Word, k.Number, k.Unit, k.What, k.Change}, " "), "")
			}
		case document.Points:
			for _, p := range b.Items {
				w.add(p.Title+" "+document.RunsText(p.Runs), "")
			}
		case document.Columns:
			w.blocks(b.Left)
			w.blocks(b.Right)
		case document.Table:
			w.table(&b)
		}
	}
}

// table lists the rows that hold numbers, those of totals first.
func (w *printed) table(t *document.Table) {
	rows := slices.Clone(t.Rows)
	slices.SortStableFunc(rows, func(a, b document.Row) int {
		switch total := document.TotalRow; {
		case a.Kind == total && b.Kind != total:
			return -1
		case b.Kind == total && a.Kind != total:
			return 1
		}
		return 0
	})
	for i := range rows {
		var says []string
		numbers := false
		for c := range rows[i].Cells {
			if c < len(t.Columns) {
				s, number := w.cell(&rows[i].Cells[c], t.Columns[c])
				numbers = numbers || number
				if s != "" {
					says = append(says, s)
				}
			}
		}
		if numbers {
			w.add(strings.Join(says, " · "), t.Named())
		}
	}
}

// cell is a cell as it is printed, and whether it is a number.
func (w *printed) cell(c *document.Cell, col document.Column) (string, bool) {
	if !c.Number.Valid {
		return c.Says(), false
	}
	s := lang.Number(w.l, c.Number.Decimal, lang.NumberStyle{Decimals: col.Decimals, Signed: col.Signed, Column: true})
	if col.Percent && !col.Points {
		s += "\u00a0%"
	}
	return strings.TrimSpace(c.Word + " " + s), true
}
