package xlsx

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// chartColumn is where the numbers of the chart stand: to the right of table
// and chart, so that a colleague sees and changes what is drawn.
func (s *sheet) chartColumn() int { return s.right() + 2 }

// drawable is the chart of the sheet if a spreadsheet has a form for it, else
// nil: value as an area has none, bars would set tonnes beside prices, and one
// number is no picture.
func (s *sheet) drawable() *document.Chart {
	c := s.in.Chart
	if c == nil || len(c.Categories) == 0 || len(c.Series) == 0 || c.Kind == document.PriceVolume || c.Kind == document.Sparkline || single(c) {
		return nil
	}
	return c
}

// single reports whether a chart has one number: drawn it is a bar as wide as the
// page, beside a table that says as much.
func single(c *document.Chart) bool {
	n := 0
	for _, s := range c.Series {
		for _, p := range s.Points {
			for _, v := range []briefing.MaybeNumber{p.Value, p.Part, p.PlanLow, p.Other} {
				if v.Valid {
					n++
				}
			}
		}
	}
	return n <= 1
}

// chart puts the frame on the sheet; what is in it stands in a part of its own.
func (s *sheet) chart() error {
	c := s.drawable()
	if c == nil {
		return nil
	}
	series, n := seriesOf(c), len(c.Categories)
	left, top := s.chartColumn(), s.chartTop()
	ref := func(col1, row1, col2, row2 int) string { return quote(s.name) + "!" + area(col1, row1, col2, row2) }
	frame := &excelize.Chart{
		Type:      excelize.Col,
		Format:    excelize.GraphicOptions{AltText: clean(c.Alt)},
		Dimension: excelize.ChartDimension{Width: chartWidth, Height: chartHeight},
		Series:    []excelize.ChartSeries{{Categories: ref(left, top+1, left, top+n), Values: ref(left+1, top+1, left+1, top+n)}},
	}
	for i, w := range s.widths { // the frame ends where columns of these widths tell it to
		if err := s.f.SetColWidth(s.name, letter(i), letter(i), w); err != nil {
			return err
		}
	}
	if err := s.f.AddChart(s.name, at(0, top), frame); err != nil {
		return err
	}
	s.charts++
	part := &chartPart{
		lang: s.book.Lang, spec: c, series: series,
		catsAt:   ref(left, top+1, left, top+n),
		nameAt:   func(i int) string { return ref(left+1+i, top, left+1+i, top) },
		valuesAt: func(i int) string { return ref(left+1+i, top+1, left+1+i, top+n) },
	}
	for _, name := range c.Categories {
		part.cats = append(part.cats, line(name))
	}
	s.f.Pkg.Store("xl/charts/chart"+strconv.Itoa(s.charts)+".xml", []byte(part.xml()))
	return nil
}

// Size of a chart in pixels, and the rows of usual height that it covers.
const (
	chartWidth  = 760
	chartHeight = 340
	chartRows   = chartHeight/anchorRow + 1
	anchorRow   = 18 // pixels that excelize counts for a row when it anchors a chart
)

// chartTop is the row of the chart and its numbers: two below the table.
func (s *sheet) chartTop() int { return firstRow + s.in.Table.Len() + 2 }

// chartRows writes the numbers that the chart draws, and its source under it.
func (s *sheet) chartRows(sw stream) error {
	c := s.drawable()
	if c == nil {
		return nil
	}
	series := seriesOf(c)
	top, column := s.chartTop(), s.chartColumn()
	headLook, err := s.style(excelizeStyle{bold: true, grey: true})
	if err != nil {
		return err
	}
	sourceLook, err := s.style(excelizeStyle{grey: true})
	if err != nil {
		return err
	}
	for row := top; row <= top+max(len(c.Categories), chartRows); row++ {
		cells := make([]any, column, column+1+len(series))
		i := row - top - 1
		switch {
		case i < 0:
			cells = append(cells, excelize.Cell{StyleID: headLook, Value: line(c.Caption)})
			for _, one := range series {
				cells = append(cells, excelize.Cell{StyleID: headLook, Value: clean(one.name)})
			}
		case i < len(c.Categories):
			cells = append(cells, excelize.Cell{Value: line(c.Categories[i])})
			for _, one := range series {
				var v any
				if n, ok := float(at0(one.values, i)); ok {
					v = n
				}
				cells = append(cells, v)
			}
		}
		if source := s.chartSource(); row == top+chartRows && source != "" {
			cells[0] = excelize.Cell{StyleID: sourceLook, Value: source}
		}
		if err := sw.SetRow(at(0, row), cells, excelize.RowOpts{Height: rowHeight}); err != nil {
			return err
		}
	}
	return nil
}

// chartSource is the source line of the chart, else of its table.
func (s *sheet) chartSource() string {
	source := line(s.in.Chart.Source)
	if source == "" {
		source = line(s.said.source)
	}
	return stamped(source, line(s.in.Chart.Stamp))
}

func at0(v []briefing.MaybeNumber, i int) briefing.MaybeNumber {
	if i < len(v) {
		return v[i]
	}
	return briefing.MaybeNumber{}
}
