package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pivot"
)

// exhibit is the chart of a series beside its table, or the table alone.
func (b *builder) exhibit(s *briefing.Series, facts []*briefing.Fact, form string) []document.Block {
	if anyContested(facts) { // no chart can show two values of one thing
		form = "table"
	}
	switch form {
	case "waterfall":
		return b.waterfall(s, facts)
	case "ranking":
		return b.ranking(s, facts)
	case "table":
		return []document.Block{b.factTable(s, facts)}
	}
	return b.levels(s, facts)
}

// factsOf are the facts of a series.
func (b *builder) factsOf(s *briefing.Series) []*briefing.Fact {
	return b.facts(func(f *briefing.Fact) bool { return f.Series == s.ID })
}

// shownSeries is the series that a section written by hand refers to: of one
// without facts its pivots. There is nothing of one that is not there: check 34
// tells of it.
func (b *builder) shownSeries(m briefing.Binding) []document.Block {
	id, _ := m.Exhibits()
	i := slices.IndexFunc(b.s.Series, func(s *briefing.Series) bool { return s.ID == id })
	if i < 0 || m.Form != briefing.ShowChart && m.Form != briefing.ShowTable {
		return nil
	}
	s := b.s.Series[i]
	facts := b.factsOf(s)
	if len(facts) == 0 {
		return b.shownPivots(s, m.Form)
	}
	form := s.Form
	if m.Form == briefing.ShowTable {
		form = "table"
	}
	return b.exhibit(s, facts, form)
}

// shownPivots are the pivots of a series without its text.
func (b *builder) shownPivots(s *briefing.Series, form string) (out []document.Block) {
	texts, pivots := pivot.Split(s.Body.In(b.l))
	words := pivotWords{message: b.boundText(s.Message), caption: s.Caption.In(b.l)}
	if len(texts) == 2 {
		words.title = s.Title.In(b.l)
	}
	for _, p := range pivots {
		if form == briefing.ShowTable {
			p.Form = string(pivot.NoChart)
		}
		out = append(out, b.pivotBlocks(s.Ref(), p, words)...)
	}
	return out
}
