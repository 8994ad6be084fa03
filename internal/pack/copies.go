package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Copy is one copy of an output: its number, and who gets it.
type Copy struct {
	Number int
	To     briefing.Text // empty while nobody is named
}

// MostCopies is how many copies one print job may have.
const MostCopies = 300

// Copies lists the copies of a pack by their numbers: as many as were ordered,
// and one for each addressee. Addressees without a number get the free ones in
// their order. Errors: CodeRequired without any, CodeTooLarge above MostCopies.
func Copies(p *briefing.Pack) ([]Copy, error) {
	n := max(p.Copies, len(p.Addressees))
	for _, a := range p.Addressees {
		n = max(n, a.Copy)
	}
	switch {
	case n <= 0:
		return nil, &briefing.Error{Code: briefing.CodeRequired, Op: "number copies", Path: "copies"}
	case n > MostCopies:
		return nil, &briefing.Error{Code: briefing.CodeTooLarge, Op: "number copies", Path: itoa(n)}
	}
	out := make([]Copy, n)
	taken := make([]bool, n)
	for i := range out {
		out[i].Number = i + 1
	}
	var free []briefing.Addressee
	for _, a := range p.Addressees {
		if a.Copy < 1 || taken[a.Copy-1] {
			free = append(free, a)
			continue
		}
		out[a.Copy-1].To, taken[a.Copy-1] = a.Name, true
	}
	for _, a := range free {
		if i := slices.Index(taken, false); i >= 0 {
			out[i].To, taken[i] = a.Name, true
		}
	}
	return out, nil
}

// Mark is what stands at the top right of the first page of a copy: the
// restriction mark when there is one, and the number.
func (m *Made) Mark(copy int) []string { return m.builder.mark(copy) }

func (b *builder) mark(copy int) []string {
	var out []string
	if b.s.Pack.Restricted {
		out = append(out, b.t("word.restricted"))
	}
	if copy > 0 {
		out = append(out, b.t("word.copy", copy))
	}
	return out
}

// CopyTitle is the number of a copy in words.
func (m *Made) CopyTitle(copy int) string { return m.builder.t("word.copy", copy) }

// Register is the sheet on which the copies are handed out: number, addressee,
// room for the day and a signature. It stays with the compiler.
func (m *Made) Register(copies []Copy) *document.Document {
	b := m.builder
	d := b.frame()
	d.Mark, d.Watermark = nil, ""
	t := b.copyTable(copies, true)
	d.Sections = []document.Section{{Key: "copies", Level: 1, Title: b.t("copies.title"), Deck: b.in(b.s.Pack.Title), Blocks: []document.Block{t}}}
	return d
}

// room keeps a cell wide enough, and two lines high, to be written in by hand.
func room(letters int) string { return strings.Repeat("\u00a0\u00a0", letters) + "\n\u00a0" }

// copyTable lists copies and who gets them.
func (b *builder) copyTable(copies []Copy, sign bool) document.Table {
	t := document.Table{
		ID: "COPIES", Title: b.t("copies.list"),
		Columns: []document.Column{
			{Key: "copy", Title: b.t("copies.number"), Weight: 0.35},
			{Key: "to", Title: b.t("copies.to"), Weight: 2.2},
		},
	}
	if sign {
		t.Columns = append(t.Columns, document.Column{Key: "when", Title: b.t("col.date"), Weight: 0.8},
			document.Column{Key: "signed", Title: b.t("copies.signed"), Weight: 1.2})
	}
	for _, c := range copies {
		row := document.Row{Cells: []document.Cell{document.Txt(itoa(c.Number)), document.Txt(b.in(c.To))}}
		if sign {
			row.Cells = append(row.Cells, document.Txt(room(10)), document.Txt(room(24)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
