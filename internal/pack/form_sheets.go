package pack

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/document"
)

// SheetStep is one place of the issued pack at which sheets are changed: pages
// by their names.
type SheetStep struct {
	Out, In []string
	After   string // the page behind which sheets go in when none is taken out
	Blank   bool   // the last sheet put in has an empty back
}

// sheetsList is the instruction that goes with sheets to replace: which ones to
// take out of the issued pack, which to put in.
func (b *builder) sheetsList() *document.Section {
	t := document.Table{
		Title: b.t("sheets.title"),
		Columns: []document.Column{
			{Key: "no", Title: b.t("col.no"), Weight: 0.2},
			{Key: "out", Title: b.t("sheets.out"), Weight: 1},
			{Key: "in", Title: b.t("sheets.in"), Weight: 1},
			{Key: "note", Title: b.t("col.note"), Weight: 1.6},
		},
	}
	out, in := 0, 0
	for i, s := range b.o.Steps {
		out, in = out+len(s.Out), in+len(s.In)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Txt(itoa(i + 1)), b.orNothing(ranges(s.Out)), b.orNothing(ranges(s.In)), document.Txt(b.stepNote(s)),
		}})
	}
	if !slices.ContainsFunc(b.o.Steps, func(s SheetStep) bool { return b.stepNote(s) != "" }) {
		t.Columns = t.Columns[:len(t.Columns)-1] // nothing to note
		for i := range t.Rows {
			t.Rows[i].Cells = t.Rows[i].Cells[:len(t.Columns)]
		}
	}
	intro := b.t("sheets.intro", in, out)
	if names := addedNames(b.o.Steps); len(names) > 0 {
		intro = b.spaced(intro, b.t("sheets.lettered", b.commas(names...)))
	}
	if b.setting.Duplex {
		intro = b.spaced(intro, b.t("sheets.duplex"))
	}
	p := b.s.Pack
	s := &document.Section{Bare: true, Title: b.t("section.sheets"), Blocks: []document.Block{
		document.Banner{
			Filled: true, Kicker: b.t("section.sheets"), Title: first(p.ShortTitle.In(b.l), b.in(p.Title)),
			Subtitle: b.issuedLine(b.o.Since[len(b.o.Since)-1]), Side: b.formSide(),
		},
		document.Paragraph{Style: document.Text, Runs: document.Plain(intro)},
		b.table(t),
		document.SignOff{Lines: []document.SignLine{{Label: b.t("sheets.done"), Post: b.t("sheets.who")}}},
	}}
	return s
}

// addedNames are the names of pages that are new to the pack, by which a number
// goes on: «12а».
func addedNames(steps []SheetStep) []string {
	var out []string
	for _, s := range steps {
		for _, name := range s.In {
			if strings.Trim(name, "0123456789") != "" {
				out = append(out, name)
			}
		}
	}
	return out
}

func (b *builder) stepNote(s SheetStep) string {
	var parts []string
	switch {
	case len(s.In) == 0:
		parts = append(parts, b.t("sheets.dropped"))
	case len(s.Out) == 0 && s.After != "":
		parts = append(parts, b.t("sheets.after", s.After))
	}
	if s.Blank {
		parts = append(parts, b.t("sheets.blank"))
	}
	return b.semis(parts...)
}

// ranges names pages, three and more in a row by the first and the last.
func ranges(names []string) string {
	var parts []string
	for i := 0; i < len(names); {
		j := i
		for j+1 < len(names) && follows(names[j], names[j+1]) {
			j++
		}
		if j-i < 2 {
			parts = append(parts, names[i])
			i++
			continue
		}
		parts = append(parts, names[i]+"–"+names[j])
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func follows(a, b string) bool {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	return errX == nil && errY == nil && y == x+1
}
