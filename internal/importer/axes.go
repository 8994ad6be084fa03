package importer

import (
	"context"
	"maps"
	"slices"

	"briefing/internal/importer/cells"
)

// A source may give the detail of an axis (means of transport, second partner)
// beside its total rows or without them: then the detail is all there is.

// openAxes are the axes whose total rows a part of the table lacks, by what tells
// its parts apart: direction, period and reporter. The detail is stored there.
type openAxes []map[string]bool

// axisRoles tell parts of a table apart that may differ in what they detail.
func axisRoles() []Role {
	return []Role{RoleFlow, RolePeriod, RoleYear, RoleReporter, RoleReporterISO}
}

// lookForTotals finds out where the total rows of axes are missing.
func (p *plan) lookForTotals(ctx context.Context) error {
	p.open = nil
	if len(p.keep) == 0 {
		return nil
	}
	detail, total := make(openAxes, len(p.keep)), make(openAxes, len(p.keep))
	for i := range p.keep {
		detail[i], total[i] = map[string]bool{}, map[string]bool{}
	}
	var scratch []byte
	err := p.each(ctx, func(r *cells.Row) bool {
		if r.Fault != "" || p.isHeader(r) {
			return true
		}
		scratch = p.joined(scratch[:0], r, axisRoles()...)
		for i, k := range p.keep {
			v, met := k.value(r), detail[i]
			if k.keeps(v) {
				met = total[i]
			}
			if v != nil && !met[string(scratch)] { // a text of its own only for what is new
				met[string(scratch)] = true
			}
		}
		return true
	})
	if err != nil {
		return err
	}
	p.open = detail
	for i, k := range p.keep {
		maps.DeleteFunc(p.open[i], func(key string, _ bool) bool { return total[i][key] })
		if len(p.open[i]) > 0 && !slices.Contains(p.axes, k.at) {
			p.axes = append(p.axes, k.at) // its rows are no repetitions of each other
		}
	}
	return nil
}

// value is what the row has of the axis, nil for nothing.
func (k kept) value(r *cells.Row) []byte {
	if k.at >= len(r.Cells) {
		return nil
	}
	if v := cells.Trim(r.Cells[k.at].Text); len(v) > 0 {
		return v
	}
	return nil
}

func (k kept) keeps(v []byte) bool {
	return slices.ContainsFunc(k.values, func(s string) bool { return s == string(v) })
}

// isDetail reports whether a row is detail of an axis whose total is stored.
func (m *mapper) isDetail(r *cells.Row) bool {
	for i, k := range m.keep {
		v := k.value(r)
		if v == nil || k.keeps(v) {
			continue
		}
		if i >= len(m.open) || len(m.open[i]) == 0 {
			return true
		}
		if !m.open[i][string(m.key(r, axisRoles()...))] {
			return true
		}
	}
	return false
}

// partFlow reports whether a flow of the UN is a part of exports or imports:
// domestic exports, goods for processing. Its amounts are in those of the whole.
func partFlow(s string) bool {
	return slices.Contains([]string{"DX", "FM", "FX", "DM", "XIP", "MIP", "XOP", "MOP"}, s)
}
