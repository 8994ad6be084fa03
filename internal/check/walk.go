package check

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang/prose"
)

// place is one spot of a document that was made from a record, with the words
// a reader has beside it.
type place struct {
	origin  briefing.Ref
	context func() string // put together when it is asked for
	plan    bool          // drawn as a plan or a forecast: outline, hatch, sign
	stamp   string        // of the table, chart or headline figure
	block   bool          // in a table, chart or headline figure, which carry stamps
	typed   bool          // in a text of a record, which is read as a text too
}

// walk visits every spot of the document that has an origin.
func walk(d *document.Document, visit func(place)) {
	for i := range d.Sections {
		walkBlocks(d.Sections[i].Blocks, visit)
	}
}

func walkBlocks(blocks []document.Block, visit func(place)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			walkRuns(b.Runs, visit)
		case document.Note:
			walkRuns(b.Runs, visit)
		case document.Points:
			for _, p := range b.Items {
				walkRuns(p.Runs, visit)
			}
		case document.Columns:
			walkBlocks(b.Left, visit)
			walkBlocks(b.Right, visit)
		case document.KeyFigures:
			for _, k := range b.Items {
				if k.Origin != nil {
					visit(place{
						origin: *k.Origin, stamp: k.Stamp, block: true, plan: k.Sign == document.SignPlan,
						context: func() string { return join(k.Word, k.Number, k.Unit, k.What, k.Change) },
					})
				}
			}
		case document.Table:
			walkTable(b, visit)
		case document.Chart:
			walkChart(b, visit)
		}
	}
}

// walkTables visits every table of the document, those in columns too.
func walkTables(d *document.Document, visit func(document.Table)) {
	var look func(blocks []document.Block)
	look = func(blocks []document.Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case document.Table:
				visit(b)
			case document.Columns:
				look(b.Left)
				look(b.Right)
			}
		}
	}
	for i := range d.Sections {
		look(d.Sections[i].Blocks)
	}
}

// walkRuns gives each bound run the sentence around it.
func walkRuns(runs []document.Run, visit func(place)) {
	whole := plain(runs)
	at := 0
	for _, r := range runs {
		if r.Origin != nil {
			from := at
			visit(place{origin: *r.Origin, context: func() string { return prose.SentenceAt(whole, from) }, typed: r.Shows != nil})
		}
		walkRuns(r.Note, visit)
		at += len(r.Text)
	}
}

// walkTable gives each cell its row, its column's head and the table's title;
// a row that has one origin is one spot.
func walkTable(t document.Table, visit func(place)) {
	group := ""
	for _, row := range t.Rows {
		line := sync.OnceValue(func() string { return lineOf(row) })
		if row.Kind == document.GroupRow {
			group = line()
		}
		above := group
		if row.Origin != nil {
			visit(place{origin: *row.Origin, context: func() string { return join(t.Title, above, line()) }, stamp: t.Stamp, block: true})
		}
		for i, c := range row.Cells {
			head := ""
			if i < len(t.Columns) {
				head = t.Columns[i].Title
			}
			context := func() string { return join(t.Title, head, above, line()) }
			if c.Origin != nil && (row.Origin == nil || *c.Origin != *row.Origin) {
				visit(place{origin: *c.Origin, context: context, stamp: t.Stamp, block: true})
			}
			for _, r := range c.Runs {
				if r.Origin != nil {
					visit(place{origin: *r.Origin, context: context, stamp: t.Stamp, block: true, typed: r.Shows != nil})
				}
			}
		}
	}
}

// lineOf are the words of a row.
func lineOf(row document.Row) string {
	var words []string
	for _, c := range row.Cells {
		words = append(words, c.Word, c.Text, plain(c.Runs), c.Sub)
	}
	return join(words...)
}

func walkChart(c document.Chart, visit func(place)) {
	for _, s := range c.Series {
		for i, p := range s.Points {
			if p.Origin == nil {
				continue
			}
			category := ""
			if i < len(c.Categories) {
				category = c.Categories[i]
			}
			fill := p.Fill
			if fill == document.Actual {
				fill = s.Fill
			}
			visit(place{
				origin: *p.Origin, stamp: c.Stamp, block: true,
				plan:    fill == document.Plan || fill == document.Expected,
				context: func() string { return join(c.Title, c.Caption, s.Name, category, p.Label, p.Sub, p.PlanLabel) },
			})
		}
	}
}

func plain(runs []document.Run) string {
	var sb strings.Builder
	for _, r := range runs {
		sb.WriteString(r.Text)
	}
	return sb.String()
}

func join(parts ...string) string {
	var sb strings.Builder
	for _, p := range parts {
		if p != "" && sb.Len() > 0 {
			sb.WriteByte(' ')
		}
		sb.WriteString(p)
	}
	return sb.String()
}
