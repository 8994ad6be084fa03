package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// programmeSheet is the programme with a row for each item, as a workbook has it:
// hour, title and place are cells of their own, and a row that is added becomes
// an item of the visit.
func (b *builder) programmeSheet(visit *briefing.Event, items []*briefing.Event) *document.Table {
	t := &document.Table{
		New: briefing.KindEvent, Given: map[string]string{"parent": string(visit.ID)},
		Columns: []document.Column{
			{Key: "when", Title: b.t("col.date"), Weight: 1},
			{Key: "clock", Title: b.t("col.hour"), Weight: 0.6},
			{Key: "title", Title: b.t("col.event"), Weight: 2.4},
			{Key: "place", Title: b.t("col.place"), Weight: 1.4},
			{Key: "format", Title: b.t("col.format"), Weight: 1.2},
			{Key: "outcome", Title: b.t("col.outcome"), Weight: 1.6},
			{Key: "people", Title: b.t("col.participants"), Weight: 1.5},
			{Key: "status", Title: b.t("col.state"), Weight: 0.8},
			{Key: "source", Title: b.t("col.source"), Weight: 0.5},
		},
	}
	for _, e := range items {
		ref := e.Ref()
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.shows(document.Txt(lang.Period(b.l, e.When)), e, "when"),
			b.shows(document.Txt(first(lang.Clock(b.l, e.Clock), b.dayPartWord(e))), e, "clock"),
			b.shows(document.Txt(b.in(e.Title)), e, "title"),
			b.shows(document.Txt(b.boundText(e.Place)), e, "place"),
			b.shows(document.Txt(b.boundText(e.Format)), e, "format"),
			b.shows(document.Txt(b.boundText(e.Outcome)), e, "outcome"),
			document.Txt(b.people2(e)),
			b.shows(document.Txt(lang.Enum(b.l, "event_status", e.Status)), e, "status"),
			b.sourceCell(e, "sources", e.Sources),
		}})
	}
	dropEmpty(t, "format", "outcome", "people", "source")
	return t
}

// dropEmpty takes the columns of the keys out of a table where no row has
// anything in them.
func dropEmpty(t *document.Table, keys ...string) {
	for i := len(t.Columns) - 1; i >= 0; i-- {
		if !slices.Contains(keys, t.Columns[i].Key) || slices.ContainsFunc(t.Rows, func(r document.Row) bool { return !blank(r.Cells[i]) }) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, i, i+1)
		for n := range t.Rows {
			t.Rows[n].Cells = slices.Delete(t.Rows[n].Cells, i, i+1)
		}
	}
}

// sourceCell is the numbers of the sources of a record. Where each of them has
// one it shows the field: a workbook that comes back tells by its own register
// which source a number is.
func (b *builder) sourceCell(r briefing.Record, field string, ids []briefing.ID) document.Cell {
	c := document.Cell{Runs: b.refs(ids...)}
	if !b.numbered(ids) {
		return c
	}
	return b.shows(c, r, field)
}

// numbered reports whether each of the sources has a number in the register.
func (b *builder) numbered(ids []briefing.ID) bool {
	for _, id := range ids {
		if _, ok := b.labels[id]; !ok {
			return false
		}
	}
	return true
}
