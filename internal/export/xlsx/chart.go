package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// chartSeries is one row of numbers of a chart with its look.
type chartSeries struct {
	name   string
	colour string
	none   bool // the invisible base of a waterfall
	values []briefing.MaybeNumber
}

// seriesOf turns the specification into what a native chart can draw.
func seriesOf(c *document.Chart) []chartSeries {
	if c.Kind == document.Waterfall {
		return waterfall(c)
	}
	var out []chartSeries
	colours := []string{"12436D", "28A197", "801650", "F46A25"}
	for i, s := range c.Series {
		one := chartSeries{name: s.Name, colour: colours[i%len(colours)]}
		plan := chartSeries{name: planName(c), colour: "B4C3D3"}
		planned := false
		for _, p := range s.Points {
			one.values = append(one.values, p.Value)
			v := p.PlanHigh
			if !v.Valid {
				v = p.PlanLow
			}
			planned = planned || v.Valid
			plan.values = append(plan.values, v)
		}
		if one.name == "" {
			one.name = c.Unit
		}
		out = append(out, one)
		if planned {
			out = append(out, plan)
		}
	}
	return out
}

func planName(c *document.Chart) string {
	for _, k := range c.Key {
		if k.Fill == document.Plan {
			return k.Text
		}
	}
	return c.Unit
}

// waterfall stands its steps on an invisible base.
func waterfall(c *document.Chart) []chartSeries {
	if len(c.Series) == 0 {
		return nil
	}
	base, bar := chartSeries{name: " ", none: true}, chartSeries{name: c.Unit, colour: "12436D"}
	level := briefing.Num("0")
	last := len(c.Series[0].Points) - 1
	for i, p := range c.Series[0].Points {
		under, size := briefing.Num("0"), p.Value
		if i > 0 && i < last && p.Value.Valid {
			next, err := level.Add(p.Value.Decimal)
			if err != nil {
				continue
			}
			under = level.Min(next)
			size = briefing.Some(p.Value.Decimal.Abs())
			level = next
		} else if p.Value.Valid {
			level = p.Value.Decimal
		}
		base.values = append(base.values, briefing.Some(under))
		bar.values = append(bar.values, size)
	}
	return []chartSeries{base, bar}
}

// chartColumn is where the numbers of the chart stand: to the right of the
// table, so that a colleague sees and changes what is drawn.
func (s *sheet) chartColumn() int { return s.wide() + 1 }

func (s *sheet) chart() error {
	c := s.in.Chart
	series := seriesOf(c)
	n := len(c.Categories)
	if n == 0 || len(series) == 0 {
		return nil
	}
	left, top := s.chartColumn(), s.chartTop()
	kind := excelize.Col
	switch c.Kind {
	case document.Waterfall:
		kind = excelize.ColStacked
	case document.Ranking:
		kind = excelize.Bar
	case document.Lines, document.Slope, document.Multiples:
		kind = excelize.Line
	case document.Stacked:
		kind = excelize.ColStacked
	case document.Shares:
		kind = excelize.BarPercentStacked
	case document.PriceVolume: // an area has no native chart, and bars would set tonnes beside prices
		return nil
	}
	plain := excelize.Font{Color: "1B1F24", Size: 9}
	no := false
	out := &excelize.Chart{
		Type: kind, VaryColors: &no, Format: excelize.GraphicOptions{AltText: clean(c.Alt)},
		Dimension: excelize.ChartDimension{Width: 760, Height: 340},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: clean(strings.TrimSpace(c.Title + stamp(c))), Font: &excelize.Font{Bold: true, Size: 12, Color: "1B1F24"}}}},
		XAxis:     excelize.ChartAxis{Font: plain, ReverseOrder: c.Kind == document.Ranking || c.Kind == document.Shares},
		YAxis:     excelize.ChartAxis{Font: plain, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: c.Kind != document.Waterfall},
	}
	for i, one := range series {
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{one.colour}}
		if one.none {
			fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFFFF"}, Transparency: 100}
		}
		out.Series = append(out.Series, excelize.ChartSeries{
			Name:       quote(s.name) + "!" + area(left+1+i, top, left+1+i, top),
			Categories: quote(s.name) + "!" + area(left, top+1, left, top+n),
			Values:     quote(s.name) + "!" + area(left+1+i, top+1, left+1+i, top+n),
			Fill:       fill,
		})
	}
	return s.f.AddChart(s.name, at(0, top), out)
}

func stamp(c *document.Chart) string {
	if c.Stamp == "" {
		return ""
	}
	return " · " + c.Stamp
}

// chartTop is the row of the chart and its numbers: two below the table.
func (s *sheet) chartTop() int { return firstRow + s.in.Table.Len() + 2 }

// chartRows writes the numbers that the chart draws.
func (s *sheet) chartRows(sw *excelize.StreamWriter) error {
	c := s.in.Chart
	if c == nil || len(c.Categories) == 0 {
		return nil
	}
	series := seriesOf(c)
	left, top := s.chartColumn(), s.chartTop()
	headLook, err := s.style(excelizeStyle{bold: true, grey: true})
	if err != nil {
		return err
	}
	row := []any{excelize.Cell{StyleID: headLook, Value: clean(c.Caption)}}
	for _, one := range series {
		row = append(row, excelize.Cell{StyleID: headLook, Value: clean(one.name)})
	}
	if err := sw.SetRow(at(left, top), row); err != nil {
		return err
	}
	for i, name := range c.Categories {
		row := []any{excelize.Cell{Value: line(name)}}
		for _, one := range series {
			if v, ok := float(at0(one.values, i)); ok {
				row = append(row, v)
				continue
			}
			row = append(row, nil)
		}
		if err := sw.SetRow(at(left, top+1+i), row); err != nil {
			return err
		}
	}
	return nil
}

func at0(v []briefing.MaybeNumber, i int) briefing.MaybeNumber {
	if i < len(v) {
		return v[i]
	}
	return briefing.MaybeNumber{}
}
