package xlsx

import (
	"math"
	"strconv"
	"strings"

	"briefing/internal/document"
)

// undefined is what a cell shows whose value does not exist.
const undefined = "—"

// formula is a cell that calculates, with the value it has now.
type formula struct {
	text    string
	value   float64
	defined bool
}

// solver finds the formulas of a table and their values from the numbers as
// the sheet holds them, in the order in which a spreadsheet computes them.
type solver struct {
	t    *document.Table
	done map[document.CellAt]formula
	open map[document.CellAt]bool
}

// solve gives the formulas of the table's cells. A cell whose formula does not
// give the cell's own number is left out: the number stands as it is.
func solve(t *document.Table) map[document.CellAt]formula {
	s := &solver{t: t, done: map[document.CellAt]formula{}, open: map[document.CellAt]bool{}}
	for r := range t.Rows {
		for c := range t.Rows[r].Cells {
			if t.Rows[r].Cells[c].How != nil && c < len(t.Columns) {
				s.value(document.CellAt{Row: r, Col: c})
			}
		}
	}
	for k, f := range s.done {
		if f.text == "" {
			delete(s.done, k)
		}
	}
	return s.done
}

// value is the number a cell holds; ok is false for text, blank and ranges.
func (s *solver) value(a document.CellAt) (v float64, ok bool) {
	if a.Row < 0 || a.Col < 0 || a.Row >= len(s.t.Rows) || a.Col >= len(s.t.Columns) || a.Col >= len(s.t.Rows[a.Row].Cells) {
		return 0, false
	}
	cell := &s.t.Rows[a.Row].Cells[a.Col]
	if f, known := s.done[a]; known {
		return f.value, f.defined
	}
	v, ok = float(cell.Number)
	if cell.How == nil || s.open[a] || cell.IsRange() {
		return v, ok
	}
	s.open[a] = true
	f := s.formula(a, cell)
	delete(s.open, a)
	if f.text == "" {
		f.value, f.defined = v, ok
	}
	s.done[a] = f
	return f.value, f.defined
}

// formula is empty when the cell's formula would not tell its number.
func (s *solver) formula(a document.CellAt, cell *document.Cell) formula {
	text, v, defined := s.compute(cell.How)
	if text == "" || defined != cell.Number.Valid {
		return formula{}
	}
	if !defined {
		return formula{text: `IFERROR(` + text + `,"` + undefined + `")`}
	}
	want, _ := float(cell.Number)
	scale := max(cell.Number.Decimal.Trim(0).Scale(), s.t.Columns[a.Col].Decimals, 0)
	if math.Abs(v-want) > 0.5000001*math.Pow10(-scale)+1e-9*math.Abs(want) {
		return formula{}
	}
	return formula{text: text, value: v, defined: true}
}

// compute writes a formula and its value. The text is empty for one that
// can't be written: a wrong number of arguments, or a cell outside the table.
func (s *solver) compute(f *document.Formula) (text string, v float64, defined bool) {
	vals := make([]float64, len(f.Args))
	defined = true
	for i, a := range f.Args {
		if a.Row < 0 || a.Col < 0 || a.Row >= len(s.t.Rows) || a.Col >= len(s.t.Columns) {
			return "", 0, false
		}
		n, ok := s.value(a)
		vals[i] = n
		if !ok && f.Op != document.OpSum {
			defined = false
		}
	}
	text, v = expression(f, vals)
	if f.Factor != 0 && f.Factor != 1 && text != "" {
		if f.Op == document.OpDifference {
			text = "(" + text + ")"
		}
		text += "*" + strconv.FormatFloat(f.Factor, 'f', -1, 64)
		v *= f.Factor
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		defined = false
	}
	return text, v, defined
}

// arity is how many arguments an operation takes; -1 is one or more.
func arity(op document.Operation) int {
	switch op {
	case document.OpGrowth, document.OpShare, document.OpRatio, document.OpPercentOf, document.OpDifference:
		return 2
	case document.OpContribution:
		return 3
	}
	return -1
}

func expression(f *document.Formula, v []float64) (string, float64) {
	if n := arity(f.Op); n != len(v) && (n >= 0 || len(v) == 0) {
		return "", 0
	}
	ref := func(i int) string { return at(f.Args[i].Col, firstRow+f.Args[i].Row) }
	switch f.Op {
	case document.OpGrowth:
		return "(" + ref(0) + "/" + ref(1) + "-1)*100", (v[0]/v[1] - 1) * 100
	case document.OpShare, document.OpPercentOf:
		return ref(0) + "/" + ref(1) + "*100", v[0] / v[1] * 100
	case document.OpRatio:
		return ref(0) + "/" + ref(1), v[0] / v[1]
	case document.OpDifference:
		return ref(0) + "-" + ref(1), v[0] - v[1]
	case document.OpContribution:
		return "(" + ref(0) + "-" + ref(1) + ")/" + ref(2) + "*100", (v[0] - v[1]) / v[2] * 100
	case document.OpSum:
		sum := 0.0
		for _, n := range v {
			sum += n
		}
		if list := ranges(f.Args); strings.Count(list, ",") < 255 {
			return "SUM(" + list + ")", sum
		}
	}
	return "", 0
}

// ranges writes cells as ranges where they stand in one line: C6:C14,C16.
func ranges(args []document.CellAt) string {
	var out []string
	for i := 0; i < len(args); {
		j := i + 1
		if j < len(args) {
			dr, dc := args[j].Row-args[i].Row, args[j].Col-args[i].Col
			for (dr == 1 && dc == 0 || dr == 0 && dc == 1) && j < len(args) &&
				args[j].Row-args[j-1].Row == dr && args[j].Col-args[j-1].Col == dc {
				j++
			}
		}
		s := at(args[i].Col, firstRow+args[i].Row)
		if j > i+1 {
			s += ":" + at(args[j-1].Col, firstRow+args[j-1].Row)
		}
		out = append(out, s)
		i = j
	}
	return strings.Join(out, ",")
}
