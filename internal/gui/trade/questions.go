package trade

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/whence"
)

const partAsk = "ask"

// inquiry is the question of the screen and its answer.
type inquiry struct {
	q      app.Question
	answer *app.Answer
	turn   int
	rows   []answerRow

	table     *kit.DataTable
	bar       *fyne.Container
	inspector *fyne.Container
	about     *kit.Text
}

// answerRow is a line of the table: of a table of the answer, or its heading.
type answerRow struct{ table, line int }

// heading is the line of a heading.
const heading = -1

// usualQuestion is what is asked first: the partners of the latest year. Its
// measures are the usual ones.
func usualQuestion() app.Question {
	return app.Question{By: []figure.Dimension{"partner"}, Span: app.SpanPeriod, Top: 10}
}

// usualMeasures are those of value or, where no row has one, the weight: the first
// answer is not to be all refusals. It looks at the rows: beside the window.
func usualMeasures(p *app.Project) []string {
	if of := p.PivotMeasure(); of != "value" {
		return []string{of}
	}
	return []string{"value", "growth", "share", "contribution", "rank"}
}

func (s *Screen) buildAsk() {
	s.inq.table = kit.NewDataTable()
	s.inq.table.OnActive = func(int, int) { s.tellAnswer() }
	s.inq.bar = kit.Wrapped(8)
	s.inq.about = kit.NewShrinking("", kit.Small, theme.Second)
	s.inq.inspector = container.NewStack()
	if len(s.inq.q.Measures) == 0 {
		s.inq.q = usualQuestion()
	}
}

// inquire computes the answer beside the window and then shows it.
func (s *Screen) inquire() {
	q := s.query.Narrow(s.inq.q)
	if slices.Contains(q.Measures, "balance") {
		q.Filter.Flow = ""
	}
	s.inq.turn++
	turn, p, set := s.inq.turn, s.desk.Project(), s.query.Set
	var answer app.Answer
	s.desk.Run(s.t("ask.working"), func(context.Context, func(int, int, string)) (err error) {
		if len(q.Measures) == 0 {
			q.Measures = usualMeasures(p)
		}
		answer, err = p.Ask(q, set)
		return err
	}, func(err error) {
		if turn != s.inq.turn || p != s.desk.Project() {
			return
		}
		if err != nil {
			s.desk.Fail(err)
			return
		}
		s.inq.answer, s.inq.q.Measures = &answer, q.Measures
		s.answered()
	})
}

// answered puts the answer into the table.
func (s *Screen) answered() {
	s.inq.rows = nil
	for t := range s.inq.answer.Tables {
		s.inq.rows = append(s.inq.rows, answerRow{t, heading})
		for l := range s.inq.answer.Tables[t].Lines {
			s.inq.rows = append(s.inq.rows, answerRow{t, l})
		}
	}
	measures := s.inq.answer.Question.Measures
	cols := []kit.TableColumn{{Title: s.t("ask.who"), Width: 260}}
	for _, m := range measures {
		width := float32(122)
		switch m {
		case "value", "exports", "imports", "balance", "absolute-change", "price-effect", "volume-effect", "structure-effect":
			width = 132
		}
		cols = append(cols, kit.TableColumn{Title: app.ColumnShort(m, s.desk.Lang()), Width: width, Number: true})
	}
	s.inq.table.SetData(kit.TableData{Columns: cols, Rows: len(s.inq.rows), Row: s.answerRow, Cell: s.answerCell, Plain: s.answerPlain})
	if len(s.inq.rows) > 1 {
		s.inq.table.SetActive(1, min(2, len(measures)))
	}
	s.fillAskBar()
	s.arrange()
	s.tellAnswer()
}

func (s *Screen) answerRow(i int) kit.TableRow {
	r := s.inq.rows[i]
	t := &s.inq.answer.Tables[r.table]
	if r.line != heading {
		return kit.TableRow{Number: s.count(r.line + 1)}
	}
	return kit.TableRow{Group: true, Open: t.Why == "", Text: s.answerHeading(r.table)}
}

// answerHeading is the heading of a table: as short as it can be told from those
// of the others, whose trade it is and of which rows where they are alike.
func (s *Screen) answerHeading(n int) string {
	l, tables := s.desk.Lang(), s.inq.answer.Tables
	for _, of := range []func(*app.AnswerTable, briefing.Lang) string{app.AnswerShortTitle, app.AnswerTitle} {
		mine, alone := of(&tables[n], l), true
		for i := range tables {
			alone = alone && (i == n || of(&tables[i], l) != mine)
		}
		if alone {
			return mine
		}
	}
	split := tables[n].Split
	split.Reporter = ""
	return s.t("ask.unit", app.AnswerTitle(&tables[n], l), s.splitName(split))
}

// aboutAnswer says in full of what the table of the active cell is.
func (s *Screen) aboutAnswer(t *app.AnswerTable) string {
	if t.OfRecords {
		return app.AnswerTitle(t, s.desk.Lang())
	}
	split := t.Split
	split.Reporter = ""
	text := s.t("ask.unit", app.AnswerTitle(t, s.desk.Lang()), s.splitName(split))
	if why := app.AnswerRefusal(t, s.desk.Lang()); why != "" {
		text = s.t("ask.unit", text, why)
	}
	if n := s.inq.answer.Aside; n > 0 {
		text = s.t("ask.unit", text, s.t("ask.aside", s.count(n)))
	}
	return text
}

func (s *Screen) answerLine(i int) (*app.AnswerTable, *app.AnswerLine) {
	r := s.inq.rows[i]
	t := &s.inq.answer.Tables[r.table]
	if r.line == heading {
		return t, nil
	}
	return t, &t.Lines[r.line]
}

func (s *Screen) answerCell(i, column int) kit.Cell {
	t, l := s.answerLine(i)
	if l == nil {
		return kit.Cell{}
	}
	cell := kit.Cell{Bold: l.Kind == app.LineTotal}
	switch l.Kind {
	case app.LineRest, app.LineUnallocated, app.LineHidden, app.LineOfHidden, app.LineOutside:
		cell.Color = theme.Second
	}
	if column == 0 {
		if cell.Text = s.answerName(t, l); l.Kind == app.LineHidden || l.Kind == app.LineOfHidden || l.Kind == app.LineOutside {
			cell.Icon = "lock"
		}
		return cell
	}
	r := l.Results[column-1]
	if cell.Text = app.AnswerCell(r, s.desk.Lang(), true); r.Why != "" { // the reason stands beside
		cell.Text, cell.Color, cell.Bold = s.t("ask.refused"), theme.Third, false
	}
	return cell
}

func (s *Screen) answerName(t *app.AnswerTable, l *app.AnswerLine) string {
	if t.OfRecords {
		return s.desk.Project().AnswerRecordName(*l, s.desk.Lang())
	}
	if l.Kind != app.LineItem {
		return app.AnswerLineName(*l, s.desk.Lang())
	}
	var names []string
	for i := range l.Keys {
		names = append(names, s.desk.Project().AnswerKey(t, *l, i, s.desk.Lang()))
	}
	return strings.Join(names, " · ")
}

// answerPlain gives a cell for other programs: all digits, whole currency
// units and kilograms.
func (s *Screen) answerPlain(i, column int) string {
	_, l := s.answerLine(i)
	if l == nil || column == 0 {
		return s.answerCell(i, column).Text
	}
	n := app.AnswerPlain(l.Results[column-1])
	if !n.Valid {
		return s.answerCell(i, column).Text
	}
	if s.desk.Lang() == briefing.RU {
		return strings.ReplaceAll(n.Decimal.Trim(0).String(), ".", ",")
	}
	return n.Decimal.Trim(0).String()
}

// tellAnswer shows whence the number of the active cell is.
func (s *Screen) tellAnswer() {
	s.inq.inspector.Objects = nil
	row, column := s.inq.table.Active()
	if s.inq.answer != nil && row >= 0 && row < len(s.inq.rows) {
		t, _ := s.answerLine(row)
		s.inq.about.SetText(s.aboutAnswer(t))
	}
	if s.inq.answer != nil && row >= 0 && row < len(s.inq.rows) && s.inq.rows[row].line != heading {
		r := s.inq.rows[row]
		t, l := s.answerLine(row)
		n := max(column, 1) - 1
		head := kit.TopRow(4, kit.Flex(kit.Column(2, kit.NewWrapped(s.answerName(t, l), kit.Heading, theme.Ink), kit.NewWrapped(app.AnswerTitle(t, s.desk.Lang()), kit.Caption, theme.Second))),
			kit.NewIconButton(kit.IconClose, s.t("panel.close"), s.toggleInspector))
		d := s.desk.Project().WhenceCell(s.inq.answer, r.table, r.line, n, whence.Rows)
		lines := s.desk.Project().DerivationLines(d, s.desk.Lang(), true)
		s.inq.inspector.Objects = []fyne.CanvasObject{kit.NewInspector(nil, kit.InspectorSection("", head),
			kit.InspectorSection(s.t("ask.whence"), whence.Object(lines, s.openRecord)))}
	}
	s.inq.inspector.Refresh()
}

// openRecord opens what a derivation names.
func (s *Screen) openRecord(ref briefing.Ref) {
	switch ref.Kind {
	case briefing.KindImport:
		s.Show(ref, "")
	case briefing.KindSource:
		s.desk.Go(screen.Sources, ref, "")
	}
}

func (s *Screen) askObject() fyne.CanvasObject {
	if s.inq.answer == nil {
		s.fillAskBar()
		s.inquire()
	}
	var table fyne.CanvasObject = s.inq.table
	if s.inq.answer != nil && len(s.inq.rows) == 0 {
		table = kit.NewEmptyState("filter", s.t("ask.none.title"), s.t("ask.none.next"), nil)
	}
	filters := kit.Pad(0, 24, 10, 24, s.chips)
	body := container.New(&bodyLayout{screen: s}, table, s.inq.inspector)
	head := kit.Low(headLow, kit.Column(0, filters, kit.Pad(0, 24, 10, 24, s.inq.bar), kit.Pad(0, 24, 8, 24, kit.Row(0, kit.Flex(s.inq.about)))))
	return kit.Dock(kit.Column(0, head, kit.NewRule()), nil, nil, nil, body)
}
