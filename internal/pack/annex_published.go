package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// publishedTable is every published value of the pack with the precision of
// its source; numbers align at the separator and no zeros are added.
func (b *builder) publishedTable() (document.Table, bool) {
	t := document.Table{
		Title: b.t("annex.published"), Dense: true, New: briefing.KindFact,
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.indicator"), Weight: 2.4},
			{Key: "period", Title: b.t("col.period"), Weight: 1},
			{Key: "unit", Title: b.t("col.unit"), Weight: 1},
			{Key: "value", Title: b.t("col.value"), Kind: document.NumberColumn, Decimals: -1},
			{Key: "change", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: -1, Percent: true, Signed: true},
			{Key: "kind", Title: b.t("col.kind"), Weight: 0.7},
			{Key: "source", Title: b.t("col.source"), Weight: 0.6},
		},
	}
	all := stated(b.facts(nil))
	facts := eachClaim(all)
	for _, f := range facts {
		c, _ := f.Claim()
		unit := b.natural(c.Figure.Unit, largestOf([]*briefing.Fact{f}, c.Figure.Unit))
		unitCell := document.Txt(lang.Unit(b.l, unit))
		if c.Figure.IsVague() { // its words name the unit
			unitCell = document.Txt("")
		} else if unit == c.Figure.Unit { // else the cell is not what the field says
			unitCell = b.showsClaim(unitCell, f, "", "unit")
		}
		ref := f.Ref()
		change := document.Dash()
		if c.Change.Valid {
			change = b.statedChange(f, c)
		}
		src := document.Cell{Runs: b.refs(b.sourcesOf(f)...)}
		if b.numbered([]briefing.ID{c.Source}) && len(b.sourcesOf(f)) == 1 {
			src = b.showsClaim(src, f, "", "source")
		}
		if len(f.Parents) > 0 {
			src = document.Cell{Runs: append([]document.Run{{Text: b.t("annex.derived") + " "}}, b.refs(b.sourcesOf(f)...)...)}
		}
		row := document.Row{Origin: &ref, Cells: []document.Cell{
			b.subjectCell(f), b.showsClaim(document.Txt(lang.PeriodShort(b.l, f.Period())), f, "", "period"),
			unitCell, b.cell(f, unit), change,
			b.shows(document.Txt(lang.Enum(b.l, "nature", f.Nature)), f, "nature"), src,
		}}
		if f.PartOf != "" {
			row.Indent = 1
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return t, false
	}
	t.Source = b.sourceLine(nil, b.contestedNote(all))
	return b.annexTable(t), true
}
