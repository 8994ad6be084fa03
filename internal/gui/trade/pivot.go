package trade

import (
	"context"
	"image"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

const partPivot = "pivot"

// pivoting is the pivot of the screen.
type pivoting struct {
	spec  app.PivotSpec
	form  app.PivotForm
	made  *app.Pivot
	drawn image.Image // the chart, nil where there is none
	turn  int

	table *kit.DataTable
	bar   *fyne.Container
	about *kit.Text
	side  *fyne.Container
}

func (s *Screen) buildPivot() {
	s.piv.table = kit.NewDataTable()
	s.piv.table.Frozen = true // the names of rows
	s.piv.table.OnActive = func(int, int) { s.tellPivot() }
	s.piv.bar = kit.Wrapped(8)
	s.piv.about = kit.NewShrinking("", kit.Small, theme.Second)
	s.piv.side = container.NewStack()
	if s.piv.spec.Rows == "" { // the largest partners over the years
		s.piv.spec = app.PivotSpec{Rows: "partner", Columns: "year", Flow: figure.Export, Top: 10}
	}
}

// pivot makes the pivot beside the window and then shows it.
func (s *Screen) pivot() {
	spec, form, l := s.query.Pivoting(s.piv.spec), s.piv.form, s.desk.Lang()
	s.piv.turn++
	turn, p, scale := s.piv.turn, s.desk.Project(), s.desk.Window().Canvas().Scale()
	var made app.Pivot
	var drawn image.Image
	s.desk.Run(s.t("pivot.working"), func(context.Context, func(int, int, string)) (err error) {
		if spec.Of == "" { // nothing has been chosen yet
			spec.Of = p.PivotMeasure()
		}
		if made, err = p.Pivot(spec, form, l); err != nil || made.Chart == nil {
			return err
		}
		drawn, err = drawChart(made.Chart, l, scale)
		return err
	}, func(err error) {
		if turn != s.piv.turn || p != s.desk.Project() {
			return
		}
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.piv.made, s.piv.drawn = &made, drawn
		s.pivoted()
	})
}

// pivoted puts the pivot into the widgets.
func (s *Screen) pivoted() {
	v := s.piv.made
	s.piv.spec.Flow, s.piv.spec.Split, s.piv.spec.Of = v.Spec.Flow, v.Spec.Split, v.Spec.Of
	if len(v.Forms) > 0 && !slices.Contains(v.Forms, s.piv.form) {
		s.piv.form = v.Forms[0]
	}
	var cols []kit.TableColumn
	for i, c := range v.Table.Columns {
		width := float32(112)
		if i == 0 {
			width = 220
		}
		cols = append(cols, kit.TableColumn{Title: c.Head(), Width: width, Number: i > 0})
	}
	s.piv.table.SetData(kit.TableData{
		Columns: cols, Rows: len(v.Table.Rows), Cell: s.pivotCell, Plain: s.pivotPlain,
		Row: func(i int) kit.TableRow { return kit.TableRow{Number: s.count(i + 1)} },
	})
	if len(v.Table.Rows) > 0 {
		s.piv.table.SetActive(0, min(1, len(cols)-1))
	}
	about := v.Table.Title
	if v.Table.Unit != "" {
		about = s.t("pivot.unit", about, v.Table.Unit)
	}
	s.piv.about.SetText(strings.Join(append([]string{about}, v.Table.Notes...), " · "))
	s.fillPivotBar()
	s.arrange()
	s.tellPivot()
}

func (s *Screen) pivotCell(i, column int) kit.Cell {
	t := &s.piv.made.Table
	row := t.Rows[i]
	cell := kit.Cell{Text: s.pivotText(i, column), Bold: row.Kind == document.TotalRow}
	if row.Kind == document.MemoRow {
		cell.Color = theme.Second
	}
	if c := row.Cells[column]; column > 0 && !c.Number.Valid {
		cell.Color = theme.Third
	}
	return cell
}

func (s *Screen) pivotText(i, column int) string {
	t := &s.piv.made.Table
	c, col := t.Rows[i].Cells[column], t.Columns[column]
	text := c.Text
	if c.Number.Valid {
		text = lang.Number(s.desk.Lang(), c.Number.Decimal, lang.NumberStyle{Decimals: col.Decimals, Signed: col.Signed, Column: true, Window: true})
	}
	if c.Mark != "" {
		text += " [" + c.Mark + "]"
	}
	return text
}

// pivotPlain gives a cell for other programs: all its digits, in the unit of
// the table.
func (s *Screen) pivotPlain(i, column int) string {
	c := s.piv.made.Table.Rows[i].Cells[column]
	if !c.Number.Valid {
		return s.pivotText(i, column)
	}
	text := c.Number.Decimal.Trim(0).String()
	if s.desk.Lang() == briefing.RU {
		text = strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// fillPivotBar shows the definition, each part with its menu.
func (s *Screen) fillPivotBar() {
	l, v := s.desk.Lang(), s.piv.made
	name := func(d figure.Dimension) string {
		if d == "" {
			return s.t("pivot.columns.none")
		}
		return lang.Enum(l, "dimension", string(d))
	}
	top := s.t("pivot.top.all")
	if s.piv.spec.Top > 0 {
		top = strconv.Itoa(s.piv.spec.Top)
	}
	s.piv.bar.Objects = nil
	if v != nil && len(v.Sets) > 1 {
		s.piv.bar.Add(s.asker(s.t("pivot.set", s.setName(v.Sets[v.Chosen])), s.setMenu))
	}
	s.piv.bar.Add(s.asker(s.t("pivot.rows", name(s.piv.spec.Rows)), func(u fyne.CanvasObject) { s.dimensionMenu(u, &s.piv.spec.Rows, s.piv.spec.Columns, false) }))
	s.piv.bar.Add(s.asker(s.t("pivot.columns", name(s.piv.spec.Columns)), func(u fyne.CanvasObject) { s.dimensionMenu(u, &s.piv.spec.Columns, s.piv.spec.Rows, true) }))
	if s.piv.spec.Columns != "" {
		s.piv.bar.Add(kit.NewIconButton("pivot", s.t("pivot.turn"), func() {
			s.piv.spec.Rows, s.piv.spec.Columns = s.piv.spec.Columns, s.piv.spec.Rows
			s.pivot()
		}))
	}
	s.piv.bar.Add(s.asker(s.t("pivot.of", app.ColumnShort(s.piv.spec.Of, l)), s.ofMenu))
	s.piv.bar.Add(s.asker(s.t("pivot.top", top), s.rowsMenu))
	if v != nil && len(v.Forms) > 0 {
		s.piv.bar.Add(s.asker(s.t("pivot.chart", s.t("pivot.chart."+string(s.piv.form))), s.chartMenu))
	}
	if v != nil && v.Fault == "" && !s.desk.Project().State().ReadOnly {
		var put *kit.Button
		put = kit.NewButton(kit.Primary, "", s.t("pivot.put"), func() { s.putMenu(put) })
		s.piv.bar.Add(put)
	}
	s.piv.bar.Refresh()
}

// setName names a set of rows that may be added to each other.
func (s *Screen) setName(x app.PivotSet) string {
	parts := []string{}
	if x.Flow != "" {
		parts = append(parts, lang.Enum(s.desk.Lang(), "flow", string(x.Flow)))
	}
	if name := s.splitName(x.Split); name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

func (s *Screen) pivotObject() fyne.CanvasObject {
	if s.piv.made == nil {
		s.fillPivotBar()
		s.pivot()
	}
	var table fyne.CanvasObject = s.piv.table
	if v := s.piv.made; v != nil && v.Fault != "" {
		next := v.Why
		if next == "" {
			next = s.t("pivot." + v.Fault + ".next")
		}
		table = kit.NewEmptyState("filter", s.t("pivot."+v.Fault), next, nil)
	}
	body := container.New(&sideBySide{}, table, s.piv.side)
	head := kit.Low(headLow, kit.Column(0, kit.Pad(0, 24, 10, 24, s.chips), kit.Pad(0, 24, 10, 24, s.piv.bar), kit.Pad(0, 24, 8, 24, kit.Row(0, kit.Flex(s.piv.about)))))
	return kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, body)
}
