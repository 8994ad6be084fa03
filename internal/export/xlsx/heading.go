package xlsx

import (
	"github.com/xuri/excelize/v2"

	"briefing/internal/bookkey"
	"briefing/internal/document"
)

// heading writes the head of the table.
func (s *sheet) heading(sw stream) error {
	t := &s.in.Table
	n := namer{}
	var row []any
	var fields []field
	for i, c := range t.Columns {
		id, err := s.style(excelizeStyle{bold: true, white: true, fill: true, right: c.Kind == document.NumberColumn, inset: s.inset(i)})
		if err != nil {
			return err
		}
		name := n.unique(head(c), 250)
		fields = append(fields, field{c.Key, name})
		row = append(row, excelize.Cell{StyleID: id, Value: name})
	}
	if s.trend() {
		id, err := s.style(excelizeStyle{bold: true, white: true, fill: true})
		if err != nil {
			return err
		}
		row = append(row, excelize.Cell{StyleID: id, Value: n.unique(trendHead(s.book), 250)})
	}
	if s.notes {
		id, err := s.style(excelizeStyle{bold: true, white: true, fill: true, inset: s.inset(len(t.Columns))})
		if err != nil {
			return err
		}
		row = append(row, excelize.Cell{StyleID: id, Value: n.unique(noteHead(s.book), 250)})
	}
	if s.keys != nil {
		row = append(row, n.unique(bookkey.Header, 250))
	}
	for _, cell := range row[len(t.Columns):] {
		name, ok := cell.(string)
		if c, is := cell.(excelize.Cell); is {
			name, ok = c.Value.(string)
		}
		if ok {
			fields = append(fields, field{head: name})
		}
	}
	s.heads[t.ID] = fields
	return sw.SetRow(at(0, headRow), row)
}
