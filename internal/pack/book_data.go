package pack

import (
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// sheetRows is how many observations stand on one sheet, a round number under
// the 1 048 576 rows that a sheet has.
const sheetRows = 1_000_000

// dataSheets are all observations of the snapshot, on as many sheets as they
// need, and the pivot over them when one holds them all.
func (b *builder) dataSheets() []document.Sheet {
	n, most := b.s.Figures.Len(), b.o.SheetRows
	if n == 0 {
		return nil
	}
	if most <= 0 {
		most = sheetRows
	}
	t := b.observations()
	if n <= most {
		out := []document.Sheet{b.sheet(document.DataSheet, t, nil)}
		if p, pivot := b.pivot(&t); pivot != nil {
			sheet := b.sheet(document.DataSheet, p, nil)
			sheet.Pivot = pivot
			out = append(out, sheet)
		}
		return out
	}
	var out []document.Sheet
	for from := 0; from < n; from += most {
		part, row := t, t.Long.Row
		part.Long = &document.Long{Len: min(most, n-from), Row: func(i int, into *document.Row) { row(from+i, into) }}
		part.Notes = append([]string{b.t("book.part", from+1, from+part.Long.Len, n)}, t.Notes...)
		if from > 0 {
			part.ID += itoa(from/most + 1)
		}
		out = append(out, b.sheet(document.DataSheet, part, nil))
	}
	return out
}

// observations is the long table of the trade rows, one a row, SDMX-like.
func (b *builder) observations() document.Table {
	n := b.s.Figures.Len()
	t := document.Table{ID: "DATA", Title: b.t("book.observations", n), Columns: []document.Column{
		{Key: "flow", Title: b.t("obs.flow")},
		{Key: "reporter", Title: b.t("obs.reporter")},
		{Key: "reporter_name", Title: b.t("obs.reporter_name")},
		{Key: "region", Title: b.t("obs.region")},
		{Key: "partner", Title: b.t("obs.partner")},
		{Key: "partner_name", Title: b.t("obs.partner_name")},
		{Key: "code", Title: b.t("obs.code")},
		{Key: "product", Title: b.t("col.product")},
		{Key: "classification", Title: b.t("obs.classification")},
		{Key: "period", Title: b.t("col.period")},
		{Key: bookkey.DataValue, Title: b.t("obs.value"), Kind: document.NumberColumn, Decimals: -1},
		{Key: "currency", Title: b.t("obs.currency")},
		{Key: "basis", Title: b.t("obs.basis")},
		{Key: bookkey.DataWeight, Title: b.t("obs.weight"), Kind: document.NumberColumn, Decimals: -1},
		{Key: bookkey.DataStatus, Title: b.t("obs.status_code")}, // may be edited and read back
		{Key: bookkey.DataStatusWord, Title: b.t("obs.status")},
		{Key: bookkey.DataStamp, Title: b.t("obs.stamp")},
		{Key: bookkey.DataFile, Title: b.t("obs.file")},
		{Key: bookkey.DataLine, Title: b.t("obs.line"), Kind: document.NumberColumn},
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
	stamp, names, said := b.t("word.sample"), map[[4]string]string{}, b.statuses()
	countries := map[string]string{}
	country := func(code string) string { // which a colleague knows by its name, not by «UZ»
		name, ok := countries[code]
		if !ok {
			name = lang.Country(b.l, code)
			countries[code] = name
		}
		return name
	}
	t.Long = &document.Long{Len: n, Row: func(i int, into *document.Row) {
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
			document.Txt(lang.Enum(b.l, "flow", string(o.Flow))), document.Txt(o.Reporter), document.Txt(country(o.Reporter)), document.Txt(regionCell(b.l, o.Reporter, o.Region)),
			document.Txt(o.Partner), document.Txt(country(o.Partner)), document.Txt(observationCode(o)), document.Txt(name),
			document.Txt(o.Classification), document.Txt(o.Period.String()),
			{Number: o.Value},
			document.Txt(o.Currency), document.Txt(o.Basis),
			{Number: o.NetWeight},
			document.Txt(string(o.Status)), document.Txt(said[o.Status]), document.Txt(mark), document.Txt(files[o.Import]),
			{Number: briefing.Some(briefing.Whole(o.Line))},
		})
	}}
	if lists := b.s.Names.Sources(b.l); len(lists) > 0 {
		t.Notes = append(t.Notes, b.t("book.lists", strings.Join(lists, ", ")))
	}
	if b.namesOfFiles() {
		t.Notes = append(t.Notes, b.t("book.file_names"))
	}
	if sample {
		t.Stamp = b.t("word.sample")
	}
	t.Source = b.sourceLine(nil, t.Stamp)
	return t
}

// namesOfFiles reports whether goods are called as in the imported files, in
// another language than the book's.
func (b *builder) namesOfFiles() bool {
	names := b.s.Figures.Products()
	for code, name := range names {
		if !foreign(name, b.l) {
			delete(names, code)
		}
	}
	if len(names) == 0 {
		return false
	}
	groups, err := b.s.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"code"})
	return err == nil && slices.ContainsFunc(groups, func(g figure.Group) bool {
		name, ok := names[g.Keys[0]]
		return ok && b.goods(figure.Observation{Code: g.Keys[0], Product: name, Classification: g.Split.Classification}) == name
	})
}

// statuses are the words of the statuses, without the marks that tables of the
// pack print for them.
func (b *builder) statuses() map[briefing.ObsStatus]string {
	out := map[briefing.ObsStatus]string{}
	for _, s := range briefing.ObsStatuses() {
		out[s] = lang.ObsStatusWord(b.l, s)
	}
	return out
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
