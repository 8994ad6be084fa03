package typeset

import (
	"slices"

	"briefing/internal/document"
)

// Tables of the same columns that follow each other, one a side or one a figure,
// have their columns below each other.

// mostAlike is how many rows such tables may have together: each measures them
// all, and pages apart nobody sees whether columns agree.
const mostAlike = 120

// alike joins the rows of the tables around block i that have its columns; nil
// where it stands alone.
func alike(bs []document.Block, i int) *document.Table {
	t, ok := bs[i].(document.Table)
	if !ok || t.Trend.Title != "" || t.Long != nil {
		return nil
	}
	same := func(b document.Block) bool {
		o, ok := b.(document.Table)
		return ok && o.Dense == t.Dense && o.Trend.Title == "" && o.Long == nil && slices.EqualFunc(o.Columns, t.Columns, func(x, y document.Column) bool {
			return x.Key == y.Key && x.Title == y.Title && x.Unit == y.Unit && x.Kind == y.Kind && x.Decimals == y.Decimals
		})
	}
	from, to := i, i+1
	for from > 0 && same(bs[from-1]) {
		from--
	}
	for to < len(bs) && same(bs[to]) {
		to++
	}
	if to-from < 2 {
		return nil
	}
	all := t
	all.Rows = nil
	rows := 0
	for _, b := range bs[from:to] {
		rows += len(b.(document.Table).Rows)
	}
	if rows > mostAlike {
		return nil
	}
	for _, b := range bs[from:to] {
		all.Rows = append(all.Rows, b.(document.Table).Rows...)
	}
	return &all
}

// widthsOf gives the columns the widths that those of another table have, which
// holds the rows of this one too.
func (ts *tableSetter) widthsOf(all *document.Table) {
	m := &tableSetter{setter: ts.setter, t: all, k: ts.k, w: ts.w}
	m.measure()
	m.widths()
	if m.k != ts.k {
		ts.k = m.k
		ts.measure()
	}
	for i := range ts.cols {
		ts.cols[i].w, ts.cols[i].leftPad, ts.cols[i].rightPad = m.cols[i].w, m.cols[i].leftPad, m.cols[i].rightPad
		ts.cols[i].wholeW, ts.cols[i].fracW, ts.cols[i].slot = m.cols[i].wholeW, m.cols[i].fracW, m.cols[i].slot
	}
	ts.name = m.name
	ts.place()
}
