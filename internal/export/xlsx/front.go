package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
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
	return o.page(o.cover, false, "")
}

// coverText is the width of the texts of the cover, contentsTitle that of the
// titles in the contents.
const (
	coverText     = 84
	contentsTitle = 70
)

func (o *output) put(sheet string, col, row int, text string, style int) error {
	cell := at(col, row)
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
	if err := o.f.SetCellStr(sheet, cell, clean(text)); err != nil {
		return err
	}
	if err := o.f.SetCellHyperLink(sheet, cell, quote(target)+"!A1", "Location"); err != nil {
		return err
	}
	return o.f.SetCellStyle(sheet, cell, cell, style)
}

// writeContents lists the sheets with links.
func (o *output) writeContents() error {
	title, err := o.style(excelizeStyle{bold: true, size: 16})
	if err != nil {
		return err
	}
	head, err := o.style(excelizeStyle{bold: true, white: true, fill: true})
	if err != nil {
		return err
	}
	plain, err := o.style(excelizeStyle{wrap: true})
	if err != nil {
		return err
	}
	w := o.book.Words
	if err := o.put(o.contents, 0, 1, w.Contents, title); err != nil {
		return err
	}
	for i, h := range []string{w.ColSheet, w.ColTitle, w.ColRows, w.ColUnit} {
		if err := o.put(o.contents, i, 3, h, head); err != nil {
			return err
		}
	}
	for i, s := range o.book.Sheets {
		row := i + 4
		if err := o.link(o.contents, at(0, row), o.names[i], o.names[i]); err != nil {
			return err
		}
		title := titleOf(&s.Table)
		if err := o.put(o.contents, 1, row, title, plain); err != nil {
			return err
		}
		if n := wrapped(title, contentsTitle); n > 1 {
			if err := o.f.SetRowHeight(o.contents, row, min(float64(n)*rowHeight, maxHeight)); err != nil {
				return err
			}
		}
		if err := o.f.SetCellInt(o.contents, at(2, row), int64(s.Table.Len())); err != nil {
			return err
		}
		if err := o.put(o.contents, 3, row, s.Table.Unit, plain); err != nil {
			return err
		}
	}
	for col, width := range map[string]float64{"A": 32, "B": contentsTitle, "C": 9, "D": 22} {
		if err := o.f.SetColWidth(o.contents, col, col, width); err != nil {
			return err
		}
	}
	if err := o.f.SetPanes(o.contents, &excelize.Panes{Freeze: true, YSplit: 3, TopLeftCell: "A4", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := o.f.SetSheetDimension(o.contents, "A1:"+at(3, len(o.book.Sheets)+3)); err != nil {
		return err
	}
	return o.page(o.contents, false, "$3:$"+strconv.Itoa(3))
}
