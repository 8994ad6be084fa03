package xlsx

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/document"
	"briefing/internal/lang"
)

// A pivot table stands on its sheet as plain cells with the sums in them, so
// that a viewer which knows no pivots shows it; Excel makes them anew from the
// rows when it opens the book. The library keeps the relations; definition and
// cache are written here, since its own have no items and no cells. The order
// of the elements is that of ECMA-376 part 1, 18.10.

// pivotGap is the blank rows of a pivot sheet: between the lines, the filters
// and the table.
const pivotGap = 1

// pivot is a pivot table on its way.
type pivot struct {
	*sheet
	spec  *document.Pivot
	items map[string][]string // of each field in use
}

// declarePivots tells the library of the pivots while the sheets of their rows
// are empty: it would parse them.
func (o *output) declarePivots() error {
	for i := range o.book.Sheets {
		p := o.book.Sheets[i].Pivot
		if p == nil {
			continue
		}
		of := slices.IndexFunc(o.book.Sheets, func(s document.Sheet) bool { return s.Table.ID == p.Of })
		if of < 0 {
			return fmt.Errorf("a pivot of no table: %s", p.Of)
		}
		data := o.names[of]
		for c, head := range []string{"a", "b"} { // the rows take their place
			if err := o.f.SetCellStr(data, at(c, headRow), head); err != nil {
				return err
			}
		}
		err := o.f.AddPivotTable(&excelize.PivotTableOptions{
			DataRange: data + "!" + at(0, headRow) + ":" + at(1, firstRow), PivotTableRange: o.names[i] + "!A6:B8",
			Rows: []excelize.PivotTableField{{Data: "a"}}, Data: []excelize.PivotTableField{{Data: "b"}}, Name: tableName(o.book.Sheets[i].Table.ID),
		})
		if err != nil {
			return err
		}
		o.pivots++
	}
	return nil
}

// writePivot writes a sheet with a pivot: the lines, the filters, the sums.
func (s *sheet) writePivot() error {
	p := &pivot{sheet: s, spec: s.in.Pivot, items: map[string][]string{}}
	t := &s.in.Table
	for i, key := range p.spec.Rows {
		p.items[key] = itemsOf(t, i)
	}
	for _, c := range t.Columns[len(p.spec.Rows):] {
		p.items[p.spec.Across] = append(p.items[p.spec.Across], c.Key)
	}
	for _, only := range p.spec.Only {
		p.items[only.Key] = []string{only.Item}
	}
	s.measure()
	s.settleLines()
	if err := s.printed(); err != nil {
		return err
	}
	if err := s.page(s.name, s.onPaper, "$1:$"+strconv.Itoa(p.top()+1)); err != nil {
		return err
	}
	if err := s.f.SetCellHyperLink(s.name, at(0, marksRow), quote(s.contents)+"!A1", "Location"); err != nil {
		return err
	}
	if err := s.f.SetSheetDimension(s.name, "A1:"+at(len(t.Columns)-1, p.bottom())); err != nil {
		return err
	}
	sw, err := newStream(s.f, s.name)
	if err != nil {
		return err
	}
	if err := setWidths(sw, s.widths); err != nil {
		return err
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: p.top() + 1, TopLeftCell: at(0, p.top()+2), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := p.rows(sw); err != nil {
		return err
	}
	if err := sw.Flush(); err != nil {
		return err
	}
	n := strconv.Itoa(s.pivots) // one a book
	s.f.Pkg.Store("xl/pivotTables/pivotTable"+n+".xml", []byte(p.definition()))
	s.f.Pkg.Store("xl/pivotCache/pivotCacheDefinition"+n+".xml", []byte(p.cache()))
	return nil
}

// itemsOf are the different texts of a column, in order.
func itemsOf(t *document.Table, column int) []string {
	var out []string
	for r := range t.Rows {
		out = append(out, clean(t.Rows[r].Cells[column].Text))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// top is the first row of the pivot itself, under lines and filters.
func (p *pivot) top() int {
	if n := len(p.spec.Only); n > 0 {
		return marksRow + pivotGap + n + pivotGap + 1
	}
	return marksRow + pivotGap + 1
}

func (p *pivot) bottom() int { return p.top() + 1 + len(p.in.Table.Rows) }

// headOf is how the table of the rows calls a field.
func (p *pivot) headOf(key string) string {
	for _, f := range p.heads[p.spec.Of] {
		if f.key == key {
			return f.head
		}
	}
	return key
}

func (p *pivot) sumName() string {
	return lang.T(p.book.Lang, "pack.book.pivot_sum", p.headOf(p.spec.Sum))
}

// rows writes the cells as Excel lays a pivot out in tabular form: an outer
// item stands in the first of its rows only.
func (p *pivot) rows(sw stream) error {
	if err := p.writeLines(sw); err != nil {
		return err
	}
	bold, err := p.style(excelizeStyle{bold: true})
	if err != nil {
		return err
	}
	right, err := p.style(excelizeStyle{bold: true, right: true})
	if err != nil {
		return err
	}
	for i, only := range p.spec.Only {
		row := []any{excelize.Cell{StyleID: bold, Value: p.headOf(only.Key)}, excelize.Cell{Value: clean(only.Item)}}
		if err := sw.SetRow(at(0, marksRow+pivotGap+1+i), row); err != nil {
			return err
		}
	}
	t, n := &p.in.Table, len(p.spec.Rows)
	over := make([]any, n+1)
	over[0], over[n] = excelize.Cell{StyleID: bold, Value: p.sumName()}, excelize.Cell{StyleID: bold, Value: p.headOf(p.spec.Across)}
	if err := sw.SetRow(at(0, p.top()), over); err != nil {
		return err
	}
	var heads []any
	for _, key := range p.spec.Rows {
		heads = append(heads, excelize.Cell{StyleID: bold, Value: p.headOf(key)})
	}
	for _, c := range t.Columns[n:] {
		heads = append(heads, excelize.Cell{StyleID: right, Value: clean(c.Key)})
	}
	if err := sw.SetRow(at(0, p.top()+1), heads); err != nil {
		return err
	}
	number, err := p.style(excelizeStyle{right: true, format: p.format()})
	if err != nil {
		return err
	}
	for r := range t.Rows {
		same := p.repeated(r)
		row := make([]any, 0, len(t.Columns))
		for c, cell := range t.Rows[r].Cells {
			var out any
			if v, ok := float(cell.Number); ok {
				out = excelize.Cell{StyleID: number, Value: v}
			} else if c < n && c >= same {
				out = excelize.Cell{Value: clean(cell.Text)}
			}
			row = append(row, out)
		}
		if err := sw.SetRow(at(0, p.top()+2+r), row); err != nil {
			return err
		}
	}
	return nil
}

// format shows as many decimals as the sums have.
func (p *pivot) format() string {
	most := 0
	for r := range p.in.Table.Rows {
		for _, c := range p.in.Table.Rows[r].Cells {
			if c.Number.Valid {
				most = max(most, min(c.Number.Decimal.Trim(0).Scale(), maxDecimals))
			}
		}
	}
	return format(most, false)
}

// repeated is how many of the first fields of a row are those of the row above.
func (p *pivot) repeated(r int) int {
	if r == 0 {
		return 0
	}
	rows, n := p.in.Table.Rows, 0
	for n < len(p.spec.Rows)-1 && rows[r].Cells[n].Text == rows[r-1].Cells[n].Text {
		n++
	}
	return n
}

const mainSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// definition is the part of the pivot table.
func (p *pivot) definition() string {
	var b strings.Builder
	t, n := &p.in.Table, len(p.spec.Rows)
	fmt.Fprintf(&b, xml.Header+`<pivotTableDefinition %s name="%s" cacheId="%d" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="%s" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" rowGrandTotals="0" colGrandTotals="0" itemPrintTitles="1" createdVersion="6" indent="0" compact="0" compactData="0" multipleFieldFilters="0">`,
		mainSpace, tableName(t.ID), p.cacheID(), escapeXML(p.sumName()))
	fmt.Fprintf(&b, `<location ref="%s" firstHeaderRow="1" firstDataRow="2" firstDataCol="%d"`, at(0, p.top())+":"+at(len(t.Columns)-1, p.bottom()), n)
	if len(p.spec.Only) > 0 {
		fmt.Fprintf(&b, ` rowPageCount="%d" colPageCount="1"`, len(p.spec.Only))
	}
	b.WriteString(`/>`)
	p.fields(&b)
	p.axis(&b, "rowFields", p.spec.Rows...)
	fmt.Fprintf(&b, `<rowItems count="%d">`, len(t.Rows))
	for r := range t.Rows {
		same := p.repeated(r)
		b.WriteString(`<i`)
		if same > 0 {
			fmt.Fprintf(&b, ` r="%d"`, same)
		}
		b.WriteString(`>`)
		for c := same; c < n; c++ {
			p.item(&b, slices.Index(p.items[p.spec.Rows[c]], clean(t.Rows[r].Cells[c].Text)))
		}
		b.WriteString(`</i>`)
	}
	b.WriteString(`</rowItems>`)
	p.axis(&b, "colFields", p.spec.Across)
	fmt.Fprintf(&b, `<colItems count="%d">`, len(t.Columns)-n)
	for i := range t.Columns[n:] {
		b.WriteString(`<i>`)
		p.item(&b, i)
		b.WriteString(`</i>`)
	}
	b.WriteString(`</colItems>`)
	if len(p.spec.Only) > 0 {
		fmt.Fprintf(&b, `<pageFields count="%d">`, len(p.spec.Only))
		for _, only := range p.spec.Only {
			fmt.Fprintf(&b, `<pageField fld="%d" item="0" hier="-1"/>`, p.field(only.Key))
		}
		b.WriteString(`</pageFields>`)
	}
	numbers := 3 // #,##0
	if strings.Contains(p.format(), ".") {
		numbers = 4 // #,##0.00
	}
	fmt.Fprintf(&b, `<dataFields count="1"><dataField name="%s" fld="%d" baseField="0" baseItem="0" numFmtId="%d"/></dataFields>`, escapeXML(p.sumName()), p.field(p.spec.Sum), numbers)
	b.WriteString(`<pivotTableStyleInfo name="PivotStyleLight15" showRowHeaders="1" showColHeaders="1" showRowStripes="1" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`)
	return b.String()
}

// cacheID is the library's number of the pivot's cache.
func (p *pivot) cacheID() int {
	if w := p.f.WorkBook; w != nil && w.PivotCaches != nil && len(w.PivotCaches.PivotCache) > 0 {
		return w.PivotCaches.PivotCache[0].CacheID
	}
	return 1
}

func (p *pivot) item(b *strings.Builder, i int) {
	if i <= 0 {
		b.WriteString(`<x/>`)
		return
	}
	fmt.Fprintf(b, `<x v="%d"/>`, i)
}

func (p *pivot) axis(b *strings.Builder, name string, keys ...string) {
	fmt.Fprintf(b, `<%s count="%d">`, name, len(keys))
	for _, key := range keys {
		fmt.Fprintf(b, `<field x="%d"/>`, p.field(key))
	}
	b.WriteString(`</` + name + `>`)
}

// field is the number of a field among those of the rows.
func (p *pivot) field(key string) int {
	return slices.IndexFunc(p.heads[p.spec.Of], func(f field) bool { return f.key == key })
}

// fields are all columns of the rows: which axis each stands on, and its items.
func (p *pivot) fields(b *strings.Builder) {
	all := p.heads[p.spec.Of]
	fmt.Fprintf(b, `<pivotFields count="%d">`, len(all))
	for _, f := range all {
		axis := ""
		switch {
		case slices.Contains(p.spec.Rows, f.key):
			axis = "axisRow"
		case f.key == p.spec.Across:
			axis = "axisCol"
		case p.items[f.key] != nil:
			axis = "axisPage"
		case f.key == p.spec.Sum:
			b.WriteString(`<pivotField dataField="1" compact="0" outline="0" showAll="0" defaultSubtotal="0"/>`)
			continue
		default:
			b.WriteString(`<pivotField compact="0" outline="0" showAll="0" defaultSubtotal="0"/>`)
			continue
		}
		fmt.Fprintf(b, `<pivotField axis="%s" compact="0" outline="0" showAll="0" defaultSubtotal="0"><items count="%d">`, axis, len(p.items[f.key]))
		for i := range p.items[f.key] {
			fmt.Fprintf(b, `<item x="%d"/>`, i)
		}
		b.WriteString(`</items></pivotField>`)
	}
	b.WriteString(`</pivotFields>`)
}

// cache is the part of the pivot's cache: what the fields are called and their
// items. The rows stand in the book already, so they are not written twice.
func (p *pivot) cache() string {
	var b strings.Builder
	all := p.heads[p.spec.Of]
	fmt.Fprintf(&b, xml.Header+`<pivotCacheDefinition %s saveData="0" refreshOnLoad="1" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3"><cacheSource type="worksheet"><worksheetSource name="%s"/></cacheSource><cacheFields count="%d">`,
		mainSpace, tableName(p.spec.Of), len(all))
	for _, f := range all {
		fmt.Fprintf(&b, `<cacheField name="%s" numFmtId="0">`, escapeXML(f.head))
		if items := p.items[f.key]; items != nil {
			fmt.Fprintf(&b, `<sharedItems count="%d">`, len(items))
			for _, item := range items {
				b.WriteString(`<s v="` + escapeXML(item) + `"/>`)
			}
			b.WriteString(`</sharedItems>`)
		} else {
			b.WriteString(`<sharedItems/>`)
		}
		b.WriteString(`</cacheField>`)
	}
	b.WriteString(`</cacheFields></pivotCacheDefinition>`)
	return b.String()
}
