package importer

import (
	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// fate is what becomes of a row: exactly one of the three.
type fate struct {
	aside  string // reason
	reject string // reason
	column int    // of the rejected cell, from 1; of a row of another table its line
	text   string
	can    allowed // what might have stood there
	err    error   // stops the import
	next   *fate   // a further cell that is wrong in a rejected row
}

func stay() fate                    { return fate{} }
func setAside(reason string) fate   { return fate{aside: reason} }
func (f fate) staged() bool         { return f.aside == "" && f.reject == "" && f.err == nil }
func (f fate) ok() bool             { return f.staged() }
func halt(err error) fate           { return fate{err: err} }
func rejectRow(reason string) fate  { return fate{reject: reason} }
func (f fate) at(column int) fate   { f.column = column; return f }
func (f fate) saying(s string) fate { f.text = s; return f }

// unlessOne tells of a field with a choice what there is to choose from.
func (f fate) unlessOne(of briefing.Field) fate {
	if f.reject == RejectField && len(of.Options) > 0 {
		f.can = allowed{group: of.Group, options: of.Options}
	}
	return f
}

// and adds a further cell of a rejected row; one that is no rejection, or of a
// cell that is told already, adds nothing.
func (f fate) and(g fate) fate {
	if f.reject == "" {
		return g
	}
	for e := &f; g.reject != "" && e.column != g.column; e = e.next {
		if e.next == nil {
			e.next = &g
			break
		}
	}
	return f
}

// placed counts columns as the file does that the row comes from.
func (f fate) placed(r *cells.Row) fate {
	f.column = r.Place(f.column)
	for g := f.next; g != nil; g = g.next {
		g.column = r.Place(g.column)
	}
	return f
}

// also are the further cells that are wrong in a rejected row.
func (f fate) also() (list []BadCell) {
	for g := f.next; g != nil; g = g.next {
		list = append(list, BadCell{Column: g.column, Text: cutText(g.text), Reason: g.reject, can: g.can})
	}
	return list
}
