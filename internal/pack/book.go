package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// BuildBook makes the workbook of the same snapshot: the tables of the pack,
// one to a sheet with their charts, the observations and the registers.
func BuildBook(s *project.Snapshot, findings []check.Finding, o Options) (*document.Book, error) {
	m, err := Make(s, findings, o)
	if err != nil {
		return nil, err
	}
	return m.Book(), nil
}

// Book makes the workbook of the pack. Asked again, it gives the same: a table
// has one number in the workbook and among the files of tables.
func (m *Made) Book() *document.Book {
	b, d, s := m.builder, m.Document, m.builder.s
	defer func(tables, annexes, figures int) {
		b.tables, b.annexes, b.figures = tables, annexes, figures
	}(b.tables, b.annexes, b.figures)
	book := &document.Book{
		Lang: b.l, Audience: s.Audience, Title: d.Title, Subject: d.Subject, Author: d.Author, Keywords: d.Keywords, AsOf: s.AsOf,
		Mark: d.Mark, Watermark: d.Watermark, Cover: b.coverLines(), Words: b.bookWords(),
		About: b.aboutBook(),
		Keyed: s.Audience != briefing.Partner, // what goes out of the house carries no identifiers
	}
	for _, sec := range d.Sections {
		role := document.BodySheet
		switch sec.Key {
		case "annex":
			role = document.AnnexSheet
		case "sources", "people", "event", "chronology", "agreements", "glossary", "compiler", "conflicts", "use", "findings", "unbound", "verification":
			role = document.RegisterSheet
		}
		for _, p := range pairs(sec.Blocks) {
			book.Sheets = append(book.Sheets, b.sheet(role, p.table, p.chart))
		}
	}
	if s.Audience == briefing.Compiler && b.o.Form == FormPack {
		for _, sec := range []*document.Section{b.compilerFacts(), b.compilerFindings(), b.compilerUnbound()} {
			if sec == nil {
				continue
			}
			for _, p := range pairs(sec.Blocks) {
				book.Sheets = append(book.Sheets, b.sheet(document.RegisterSheet, p.table, nil))
			}
		}
		book.Sheets = append(book.Sheets, b.recordSheets()...)
	}
	book.Sheets = append(book.Sheets, b.dataSheets()...)
	if m.changes != nil {
		book.Sheets = append(book.Sheets, b.sheet(document.RegisterSheet, *m.changes, nil))
	}
	book.Sheets = append(book.Sheets, b.sheet(document.NotesSheet, b.notesTable(book), nil))
	for i := range book.Sheets {
		book.Sheets[i].Period, book.Sheets[i].Data = b.covers(&book.Sheets[i].Table), b.kindsOf(&book.Sheets[i].Table)
	}
	slices.SortStableFunc(book.Sheets, func(x, y document.Sheet) int { return shelf(x.Role) - shelf(y.Role) })
	nameSheets(book.Sheets, strings.Fields(b.t("book.joining")), b.flowNames())
	return book
}

type pair struct {
	table document.Table
	chart *document.Chart
}

// pairs finds the tables of a section, each with the chart beside it.
func pairs(blocks []document.Block) []pair {
	var out []pair
	var chart *document.Chart
	for _, block := range blocks {
		switch v := block.(type) {
		case document.Table:
			if v.Sheet != nil {
				v = asSheet(v)
			}
			out = append(out, pair{v, chart})
			chart = nil
		case document.Chart:
			chart = &v
		case document.Columns:
			inner := append(pairs(v.Left), pairs(v.Right)...)
			for _, l := range v.Left {
				if c, ok := l.(document.Chart); ok && len(inner) > 0 {
					inner[0].chart = &c
				}
			}
			out = append(out, inner...)
			chart = nil
		}
	}
	return out
}

// asSheet is a table in the form that it has in workbooks, under its number.
func asSheet(t document.Table) document.Table {
	out := *t.Sheet
	out.ID, out.Label, out.Title, out.Source, out.Stamp, out.Notes = t.ID, t.Label, t.Title, t.Source, t.Stamp, t.Notes
	return out
}

func (b *builder) sheet(role document.SheetRole, t document.Table, c *document.Chart) document.Sheet {
	if line, ok := b.sheetSources[t.ID]; ok {
		t.Source = line
	}
	asOf := b.asOfLine() // it stands in the line of the unit, and once is enough
	t.Source = strings.TrimSpace(strings.TrimSuffix(t.Source, b.sentence(asOf)))
	unit := ""
	if t.Unit != "" {
		unit = b.t("book.unit", t.Unit)
	}
	return document.Sheet{
		Name: b.ownName(role, &t), Role: role, Table: t, Chart: c,
		UnitLine:  join(" · ", unit, b.sentence(asOf)),
		SourceRow: t.Source,
		MarksLine: join(" · ", strings.Join(t.Notes, " "), b.t("book.table", tableName(t))),
	}
}

// tableName is the name of the Excel table of t.
func tableName(t document.Table) string { return "tbl_" + strings.ToLower(t.ID) }

func (b *builder) coverLines() []document.LabelValue {
	p := b.s.Pack
	var out []document.LabelValue
	add := func(key, value string) {
		if value != "" {
			out = append(out, document.LabelValue{Label: b.t(key), Lines: []string{value}})
		}
	}
	add("book.title", b.in(p.Title))
	add("book.subtitle", b.in(p.Subtitle))
	add("book.organisation", b.in(p.Organisation))
	if !b.s.AsOf.IsZero() {
		add("cover.as_of", lang.Moment(b.l, b.s.AsOf))
	}
	if p.AddendumAsOf != "" {
		add("book.next", lang.Stamp(b.l, p.AddendumAsOf))
	}
	if b.s.Audience != briefing.Partner {
		add("cover.for_whom", b.in(p.ForWhom))
		add("cover.prepared", b.in(p.PreparedBy))
	}
	add("book.reader", b.reader())
	if b.o.Draft {
		add("book.state", b.t("word.draft"))
	}
	return out
}

func (b *builder) bookWords() document.BookWords {
	return document.BookWords{
		Lists: lang.T(b.l, "importer.sheet.lists"), CoverSheet: b.t("book.cover"), ContentsSheet: b.t("word.contents"), Contents: b.t("word.contents"),
		Back: b.t("book.back"), ColSheet: b.t("book.col_sheet"), ColTitle: b.t("book.col_title"),
		ColRows: b.t("book.col_rows"), ColUnit: b.t("col.unit"), ColAsOf: b.t("book.col_as_of"),
		ColPeriod: b.t("col.period"), ColData: b.t("book.col_data"), AboutCover: b.t("book.about_cover"),
		Page: b.t("word.page"), Of: b.t("word.of"),
	}
}
