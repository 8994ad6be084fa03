package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/bookkey"
)

// writeCover puts what the book is on the first sheet.
func (o *output) writeCover() error {
	label, err := o.style(excelizeStyle{grey: true, wrap: true})
	if err != nil {
		return err
	}
	value, err := o.style(excelizeStyle{bold: true, wrap: true, text: true})
	if err != nil {
		return err
	}
	row := 1
	for _, m := range append(append([]string{}, o.book.Mark...), o.book.Watermark) {
		if m == "" {
			continue
		}
		if err := o.put(o.cover, 1, row, m, value); err != nil {
			return err
		}
		row++
	}
	for _, l := range o.book.Cover {
		if err := o.put(o.cover, 0, row, l.Label, label); err != nil {
			return err
		}
		text := strings.Join(l.Lines, "\n")
		if err := o.put(o.cover, 1, row, text, value); err != nil {
			return err
		}
		if n := wrapped(text, coverText*0.9); n > 1 { // bold
			if err := o.f.SetRowHeight(o.cover, row, min(float64(n)*rowHeight, maxHeight)); err != nil {
				return err
			}
		}
		row++
	}
	if err := o.link(o.cover, at(1, row), o.contents, o.book.Words.Contents); err != nil {
		return err
	}
	if err := o.f.SetColWidth(o.cover, "A", "A", 26); err != nil {
		return err
	}
	if err := o.f.SetColWidth(o.cover, "B", "B", coverText); err != nil {
		return err
	}
	if err := o.f.SetSheetDimension(o.cover, "A1:"+at(1, row)); err != nil {
		return err
	}
	if err := o.remember(o.cover); err != nil {
		return err
	}
	return o.page(o.cover, paperFor(paperPixels(26, coverText), textSize, false), "")
}

// coverText is the width of the texts of the cover, contentsTitle that of the
// titles in the contents and contentsData that of the kinds of data.
const (
	coverText     = 84
	contentsTitle = 70
	contentsData  = 34
)

// apartFront is the hidden column by which a cover or a list of contents that
// was edited is told to be so.
const apartFront = 15

// remember puts what the sheet says into a hidden cell, as check sums.
func (o *output) remember(sheet string) error {
	text, ok := bookkey.FrontText(o.said[sheet])
	if !o.book.Keyed || !ok {
		return nil
	}
	if err := o.f.SetCellStr(sheet, at(apartFront, 1), text); err != nil {
		return err
	}
	return o.f.SetColVisible(sheet, letter(apartFront), false)
}

func (o *output) say(sheet, text string) {
	if o.said == nil {
		o.said = map[string][]string{}
	}
	if p := bookkey.Print(text); p != "" {
		o.said[sheet] = append(o.said[sheet], p)
	}
}

func (o *output) put(sheet string, col, row int, text string, style int) error {
	cell := at(col, row)
	o.say(sheet, clean(text))
	if err := o.f.SetCellStr(sheet, cell, clean(text)); err != nil {
		return err
	}
	return o.f.SetCellStyle(sheet, cell, cell, style)
}

func (o *output) link(sheet, cell, target, text string) error {
	style, err := o.style(excelizeStyle{link: true})
	if err != nil {
		return err
	}
	o.say(sheet, clean(text))
	if err := o.f.SetCellStr(sheet, cell, clean(text)); err != nil {
		return err
	}
	if err := o.f.SetCellHyperLink(sheet, cell, quote(target)+"!A1", "Location"); err != nil {
		return err
	}
	return o.f.SetCellStyle(sheet, cell, cell, style)
}

// Rows of the contents.
const (
	contentsAbout = 2
	contentsHead  = 4
	contentsFirst = 5
)

// between parts what is said of the book as a whole.
const between = " · "

// aboutLines parts what is said of the book so that the first line fits on paper;
// the line below it is free.
func aboutLines(about string) []string {
	if about == "" {
		return nil
	}
	parts := strings.Split(about, between)
	n := len(parts)
	for n > 1 && linePixels(strings.Join(parts[:n], between)) > roomOf(sidewaysRoom, textSize) {
		n--
	}
	if n == len(parts) {
		return []string{about}
	}
	return []string{strings.Join(parts[:n], between), strings.Join(parts[n:], between)}
}

// contentsRow is one line of the contents; rows is -1 where there is no table.
type contentsRow struct {
	sheet, title, unit, period, data string
	rows                             int
}

// contentsRows are the cover and the sheets.
func (o *output) contentsRows() []contentsRow {
	out := []contentsRow{{sheet: o.cover, title: o.book.Words.AboutCover, rows: -1}}
	for i := range o.book.Sheets {
		s := &o.book.Sheets[i]
		out = append(out, contentsRow{o.names[i], s.Table.Named(), s.Table.Unit, s.Period, s.Data, s.Table.Len()})
	}
	return out
}

// writeContents lists the sheets with links.
func (o *output) writeContents() error {
	title, err := o.style(excelizeStyle{bold: true, size: 16})
	if err != nil {
		return err
	}
	grey, err := o.style(excelizeStyle{grey: true})
	if err != nil {
		return err
	}
	white, err := o.style(excelizeStyle{bold: true, white: true, fill: true})
	if err != nil {
		return err
	}
	w := o.book.Words
	if err := o.put(o.contents, 0, 1, w.Contents, title); err != nil {
		return err
	}
	for i, text := range aboutLines(line(o.book.About)) {
		if err := o.put(o.contents, 0, contentsAbout+i, text, grey); err != nil {
			return err
		}
	}
	heads := namer{}
	columns := []struct {
		head  string
		width float64
	}{{w.ColSheet, 32}, {w.ColTitle, contentsTitle}, {w.ColUnit, 22}, {w.ColPeriod, 13}, {w.ColRows, 9}, {w.ColData, contentsData}}
	for i, c := range columns {
		head := heads.unique(first(line(c.head), "№"), 250)
		if err := o.put(o.contents, i, contentsHead, head, white); err != nil {
			return err
		}
		if err := o.f.SetColWidth(o.contents, letter(i), letter(i), c.width); err != nil {
			return err
		}
	}
	rows := o.contentsRows()
	for i, r := range rows {
		if err := o.contentsLine(contentsFirst+i, r); err != nil {
			return err
		}
	}
	if err := o.f.SetPanes(o.contents, &excelize.Panes{Freeze: true, YSplit: contentsHead, TopLeftCell: at(0, contentsFirst), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	last := at(len(columns)-1, contentsHead+len(rows))
	if err := o.f.SetSheetDimension(o.contents, "A1:"+last); err != nil {
		return err
	}
	stripes := true
	if err := o.f.AddTable(o.contents, &excelize.Table{Range: at(0, contentsHead) + ":" + last, Name: contentsTable, StyleName: "TableStyleLight1", ShowRowStripes: &stripes}); err != nil {
		return err
	}
	if err := o.remember(o.contents); err != nil {
		return err
	}
	total := 0.0
	for _, c := range columns {
		total += paperPixels(c.width)
	}
	return o.page(o.contents, paperFor(total, textSize, true), "$4:$"+strconv.Itoa(contentsHead))
}

// contentsTable is the name of the table of contents.
const contentsTable = "tbl_contents"

func (o *output) contentsLine(row int, r contentsRow) error {
	plain, err := o.style(excelizeStyle{wrap: true, text: true})
	if err != nil {
		return err
	}
	number, err := o.style(excelizeStyle{right: true})
	if err != nil {
		return err
	}
	if err := o.link(o.contents, at(0, row), r.sheet, r.sheet); err != nil {
		return err
	}
	for i, text := range []string{r.title, r.unit, r.period, "", r.data} {
		if i == 3 {
			continue // the number of rows
		}
		if err := o.put(o.contents, 1+i, row, first(line(text), "—"), plain); err != nil {
			return err
		}
	}
	if n := max(wrapped(line(r.title), contentsTitle), wrapped(line(r.data), contentsData)); n > 1 {
		if err := o.f.SetRowHeight(o.contents, row, min(float64(n)*rowHeight, maxHeight)); err != nil {
			return err
		}
	}
	if r.rows < 0 {
		return o.put(o.contents, 4, row, "—", number)
	}
	cell := at(4, row)
	if err := o.f.SetCellInt(o.contents, cell, int64(r.rows)); err != nil {
		return err
	}
	return o.f.SetCellStyle(o.contents, cell, cell, number)
}
