package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/document"
	"briefing/internal/lang"
)

// What is drawn inside the cells of a table: a line over the periods of each
// row, and a bar behind the amounts that are to be compared. Both are
// extensions of the format ([MS-XLSX] 2.6) that the library's stream leaves
// out, so they are put in when the part is packed.

const trendWidth = 16

// trend tells that the rows have a run of periods to draw.
func (s *sheet) trend() bool {
	t := &s.in.Table
	return t.Trend.To > t.Trend.From && t.Trend.To < len(t.Columns) && t.Long == nil && len(t.Rows) > 0
}

func trendHead(b *document.Book) string { return lang.T(b.Lang, "xlsx.trend") }

// drawn notes the extensions of the sheet.
func (s *sheet) drawn() error {
	bars, err := s.bars()
	if err != nil {
		return err
	}
	if ext := bars + s.trends(); ext != "" {
		s.tails[s.part] = "<extLst>" + ext + "</extLst>"
	}
	return nil
}

const (
	spaceX14 = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"`
	spaceXM  = `xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"`
)

// bars are the bars behind amounts: from zero, of one colour, not behind the total.
func (s *sheet) bars() (string, error) {
	t := &s.in.Table
	last := bodyRows(t) - 1
	id := 0
	for n, name := range s.f.GetSheetMap() {
		if name == s.name {
			id = n
		}
	}
	var rules strings.Builder
	n := 0
	for c, col := range t.Columns {
		if !col.Bar || last < 1 {
			continue
		}
		area := at(c, firstRow) + ":" + at(c, firstRow+last)
		err := s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{
			{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", BarColor: "#" + faint, BarSolid: true},
		})
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&rules, `<x14:conditionalFormatting %s><x14:cfRule type="dataBar" id="{00000000-0000-0000-%04X-%012X}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"/><x14:negativeFillColor rgb="FF%s"/><x14:axisColor rgb="FF%s"/></x14:dataBar></x14:cfRule><xm:sqref>%s</xm:sqref></x14:conditionalFormatting>`,
			spaceXM, id, n, wine, ink, area)
		n++
	}
	if n == 0 {
		return "", nil
	}
	return `<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ` + spaceX14 + `><x14:conditionalFormattings>` + rules.String() + `</x14:conditionalFormattings></ext>`, nil
}

// bodyRows is the number of rows before the total, which would make every
// other bar short.
func bodyRows(t *document.Table) int {
	if total := slices.IndexFunc(t.Rows, func(r document.Row) bool { return r.Kind == document.TotalRow }); total >= 0 {
		return total
	}
	return len(t.Rows)
}

// trends are the lines, the last period with a dot.
func (s *sheet) trends() string {
	if !s.trend() {
		return ""
	}
	t := &s.in.Table
	var lines strings.Builder
	for r := range t.Rows {
		if !numbers(&t.Rows[r], t.Trend) {
			continue
		}
		row := firstRow + r
		lines.WriteString(`<x14:sparkline><xm:f>` + escapeXML(quote(s.name)+"!"+at(t.Trend.From, row)+":"+at(t.Trend.To, row)) + `</xm:f><xm:sqref>` + at(len(t.Columns), row) + `</xm:sqref></x14:sparkline>`)
	}
	if lines.Len() == 0 {
		return ""
	}
	colours := ""
	for _, c := range [][2]string{{"Series", navy}, {"Negative", wine}, {"Axis", ink}, {"Markers", navy}, {"First", navy}, {"Last", wine}, {"High", navy}, {"Low", navy}} {
		colours += `<x14:color` + c[0] + ` rgb="FF` + c[1] + `"/>`
	}
	return `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ` + spaceX14 + `><x14:sparklineGroups ` + spaceXM + `><x14:sparklineGroup lineWeight="1.25" type="line" displayEmptyCellsAs="gap" last="1">` +
		colours + `<x14:sparklines>` + lines.String() + `</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`
}

// numbers tells that the row has at least two numbers to draw a line through.
func numbers(row *document.Row, span document.HeadGroup) bool {
	n := 0
	for c := span.From; c <= span.To && c < len(row.Cells); c++ {
		if row.Cells[c].Number.Valid {
			n++
		}
	}
	return n > 1
}
