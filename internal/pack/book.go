package pack

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/classification"
	"briefing/internal/document"
	"briefing/internal/figure"
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

// Book makes the workbook of the pack.
func (m *Made) Book() *document.Book {
	b, d, s := m.builder, m.Document, m.builder.s
	book := &document.Book{
		Lang: b.l, Audience: s.Audience, Title: d.Title, Subject: d.Subject, Author: d.Author, AsOf: s.AsOf,
		Mark: d.Mark, Watermark: d.Watermark, Cover: b.coverLines(), Words: b.bookWords(),
		About: b.aboutBook(),
		Keyed: s.Audience != briefing.Partner, // what goes out of the house carries no identifiers
	}
	names := map[string]bool{}
	for _, sec := range d.Sections {
		role := document.BodySheet
		switch sec.Key {
		case "annex":
			role = document.AnnexSheet
		case "sources", "people", "event", "chronology", "agreements", "glossary", "compiler", "conflicts", "use", "findings", "unbound", "verification":
			role = document.RegisterSheet
		}
		for _, p := range pairs(sec.Blocks) {
			book.Sheets = append(book.Sheets, b.sheet(names, role, p.table, p.chart))
		}
	}
	if s.Audience == briefing.Compiler && b.o.Form == FormPack {
		if sec := b.compilerFacts(); sec != nil {
			book.Sheets = append(book.Sheets, b.sheet(names, document.RegisterSheet, sec.Blocks[0].(document.Table), nil))
		}
	}
	if s.Audience == briefing.Compiler && b.o.Form == FormPack {
		for _, sec := range []*document.Section{b.compilerFindings(), b.compilerUnbound()} {
			if sec == nil {
				continue
			}
			for _, p := range pairs(sec.Blocks) {
				book.Sheets = append(book.Sheets, b.sheet(names, document.RegisterSheet, p.table, nil))
			}
		}
		book.Sheets = append(book.Sheets, b.recordSheets(names)...)
	}
	if t, ok := b.observations(); ok {
		book.Sheets = append(book.Sheets, b.sheet(names, document.DataSheet, t, nil))
		if p, pivot := b.pivot(&t); pivot != nil {
			sheet := b.sheet(names, document.DataSheet, p, nil)
			sheet.Pivot = pivot
			book.Sheets = append(book.Sheets, sheet)
		}
	}
	if m.changes != nil {
		book.Sheets = append(book.Sheets, b.sheet(names, document.RegisterSheet, *m.changes, nil))
	}
	book.Sheets = append(book.Sheets, b.sheet(names, document.NotesSheet, b.notesTable(book), nil))
	for i := range book.Sheets {
		book.Sheets[i].Period, book.Sheets[i].Data = b.covers(&book.Sheets[i].Table), b.kindsOf(&book.Sheets[i].Table)
	}
	slices.SortStableFunc(book.Sheets, func(x, y document.Sheet) int { return shelf(x.Role) - shelf(y.Role) })
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

func (b *builder) sheet(names map[string]bool, role document.SheetRole, t document.Table, c *document.Chart) document.Sheet {
	if line, ok := b.sheetSources[t.ID]; ok {
		t.Source = line
	}
	asOf := b.asOfLine()
	unit := ""
	if t.Unit != "" {
		unit = b.t("book.unit", t.Unit)
	}
	short := ""
	switch role {
	case document.NotesSheet:
		short = t.Title
	case document.RegisterSheet:
		if t.ID == changesID {
			short = b.t("book.changes")
		}
	case document.DataSheet:
		if short = b.t("book.data"); t.Long == nil {
			short = b.t("book.pivot")
		}
	}
	return document.Sheet{
		Name: sheetName(names, t, short), Role: role, Table: t, Chart: c,
		UnitLine:  join(" · ", unit, b.sentence(asOf)),
		SourceRow: t.Source,
		MarksLine: join(" · ", strings.Join(t.Notes, " "), b.t("book.table", tableName(t))),
	}
}

// tableName is the name of the Excel table of t.
func tableName(t document.Table) string { return "tbl_" + strings.ToLower(t.ID) }

// sheetName is «T05 Экспорт АПК…»: at most 31 characters, none that Excel
// refuses, unique; short stands in place of both.
func sheetName(taken map[string]bool, t document.Table, short string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, t.Title)
	name := t.ID
	if short != "" {
		name, clean = short, ""
	}
	for w := range strings.FieldsSeq(clean) {
		if utf8.RuneCountInString(name)+1+utf8.RuneCountInString(w) > 28 {
			break
		}
		name += " " + strings.TrimRight(w, ",;—")
	}
	for base, n := name, 2; taken[name]; n++ {
		name = fmt.Sprintf("%s %d", base, n)
	}
	taken[name] = true
	return name
}

func (b *builder) coverLines() []document.LabelValue {
	p := b.s.Pack
	var out []document.LabelValue
	add := func(key, value string) {
		if value != "" {
			out = append(out, document.LabelValue{Label: b.t(key), Lines: []string{value}})
		}
	}
	add("book.title", p.Title.In(b.l))
	add("book.subtitle", p.Subtitle.In(b.l))
	add("book.organisation", p.Organisation.In(b.l))
	if !b.s.AsOf.IsZero() {
		add("cover.as_of", lang.Moment(b.l, b.s.AsOf))
	}
	if p.AddendumAsOf != "" {
		add("book.next", lang.Stamp(b.l, p.AddendumAsOf))
	}
	if b.s.Audience != briefing.Partner {
		add("cover.for_whom", p.ForWhom.In(b.l))
		add("cover.prepared", p.PreparedBy.In(b.l))
	}
	if b.o.Draft {
		add("book.state", b.t("word.draft"))
	}
	return out
}

func (b *builder) bookWords() document.BookWords {
	return document.BookWords{
		CoverSheet: b.t("book.cover"), ContentsSheet: b.t("word.contents"), Contents: b.t("word.contents"),
		Back: b.t("book.back"), ColSheet: b.t("book.col_sheet"), ColTitle: b.t("book.col_title"),
		ColRows: b.t("book.col_rows"), ColUnit: b.t("col.unit"), ColAsOf: b.t("book.col_as_of"),
		ColPeriod: b.t("col.period"), ColData: b.t("book.col_data"), AboutCover: b.t("book.about_cover"),
		Page: b.t("word.page"), Of: b.t("word.of"),
	}
}

// maxObservationRows keeps the data sheet within what a colleague can open;
// the contents say how many rows the project has.
const maxObservationRows = 200_000

// observations is the long table of the trade rows, one a row, SDMX-like.
func (b *builder) observations() (document.Table, bool) {
	n := b.s.Figures.Len()
	if n == 0 {
		return document.Table{}, false
	}
	t := document.Table{ID: "DATA", Title: b.t("book.observations", n), Columns: []document.Column{
		{Key: "flow", Title: b.t("obs.flow")},
		{Key: "reporter", Title: b.t("obs.reporter")},
		{Key: "region", Title: b.t("obs.region")},
		{Key: "partner", Title: b.t("obs.partner")},
		{Key: "code", Title: b.t("obs.code")},
		{Key: "product", Title: b.t("col.product")},
		{Key: "classification", Title: b.t("obs.classification")},
		{Key: "period", Title: b.t("col.period")},
		{Key: "value", Title: b.t("obs.value"), Kind: document.NumberColumn, Decimals: -1},
		{Key: "currency", Title: b.t("obs.currency")},
		{Key: "basis", Title: b.t("obs.basis")},
		{Key: "weight", Title: b.t("obs.weight"), Kind: document.NumberColumn, Decimals: -1},
		{Key: "status", Title: b.t("obs.status")},
		{Key: "stamp", Title: b.t("obs.stamp")},
		{Key: "file", Title: b.t("obs.file")},
		{Key: "line", Title: b.t("obs.line"), Kind: document.NumberColumn},
	}}
	files := map[briefing.ID]string{}
	for _, imp := range b.s.Imports {
		files[imp.ID] = imp.File
	}
	sample := false
	for _, o := range b.s.Figures.All() {
		if sample = o.Sample; sample {
			break
		}
	}
	stamp, names := b.t("word.sample"), map[[4]string]string{}
	t.Long = &document.Long{Len: min(n, maxObservationRows), Row: func(i int, into *document.Row) {
		o := b.s.Figures.At(i)
		mark := ""
		if o.Sample {
			mark = stamp
		}
		into.Key = bookkey.Observation(o)
		key := [...]string{o.Code, o.Product, o.Classification, classification.EditionOf(o.Classification, o.Period).String()}
		name, ok := names[key]
		if !ok {
			name = b.goods(o)
			names[key] = name
		}
		copy(into.Cells, []document.Cell{
			document.Txt(lang.Enum(b.l, "flow", string(o.Flow))), document.Txt(o.Reporter), document.Txt(regionCell(b.l, o.Reporter, o.Region)),
			document.Txt(o.Partner), document.Txt(observationCode(o)), document.Txt(name),
			document.Txt(o.Classification), document.Txt(o.Period.String()),
			{Number: o.Value},
			document.Txt(o.Currency), document.Txt(o.Basis),
			{Number: o.NetWeight},
			document.Txt(string(o.Status)), document.Txt(mark), document.Txt(files[o.Import]),
			{Number: briefing.Some(briefing.Whole(o.Line))},
		})
	}}
	if lists := b.s.Names.Sources(b.l); len(lists) > 0 {
		t.Notes = append(t.Notes, b.t("book.lists", strings.Join(lists, ", ")))
	}
	if n > maxObservationRows {
		t.Notes = append(t.Notes, b.t("book.cut", maxObservationRows, n))
	}
	if sample {
		t.Stamp = b.t("word.sample")
	}
	t.Source = b.sourceLine(nil, t.Stamp)
	return t, true
}

func observationCode(o figure.Observation) string { return codeText(o.Code) }

// regionCell writes a part of a country as the customs do, with its code in front,
// so that it is read back: «46000 - Московская область».
func regionCell(l briefing.Lang, country, code string) string {
	if name := lang.Region(l, country, code); name != code {
		return code + " - " + name
	}
	return code
}
