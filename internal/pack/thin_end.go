package pack

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// withoutThinEnd leaves the last month or quarter out of the rows of a flow where
// it evidently lacks most of its goods: a sum with it can't be set beside that of
// a year before. thin is that step, none where the rows are all there or nothing
// would be left; who reads is told of it, a check names it, and the sheet of data
// in the workbook has its rows.
func (b *builder) withoutThinEnd(f figure.Filter) (rows figure.Filter, thin briefing.Period) {
	all := f
	all.From, all.To = time.Time{}, time.Time{} // what went before tells what is missing
	e, ok := b.s.Figures.EndingOf(all)
	if !ok || !e.Thin() || !f.To.IsZero() && !f.To.After(e.Last.Start()) {
		return f, thin
	}
	cut := f
	if cut.To = e.Last.Start(); !b.any(cut) {
		return f, thin
	}
	return cut, e.Last
}

// thinNote says which month or quarter isn't shown; empty of none.
func (b *builder) thinNote(thin briefing.Period) string {
	if thin.Kind == briefing.NoPeriod {
		return ""
	}
	return b.sentence(b.t("stat.thin", lang.Period(b.l, thin)))
}
