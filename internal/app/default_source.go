package app

import (
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// SetDefaultSource chooses the source that new facts begin with until the
// project is closed; "" chooses none. It is no part of the project: whoever
// opens it next enters another press note.
func (p *Project) SetDefaultSource(id briefing.ID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.newFacts = id
}

// DefaultSource is the source that new facts begin with; "" when none is
// chosen, or the one chosen is no longer there.
func (p *Project) DefaultSource() briefing.ID {
	p.mu.RLock()
	id := p.newFacts
	p.mu.RUnlock()
	if id == "" {
		return ""
	}
	there := false
	p.ReadRecords(func(pr *project.Project) { there = pr.Find(briefing.Ref{Kind: briefing.KindSource, ID: id}) != nil })
	if !there {
		return ""
	}
	return id
}

// sourced gives the default source to what a row says without one of its own.
func sourced(rows []PastedRow, source briefing.ID) {
	if source == "" {
		return
	}
	for _, row := range rows {
		f, ok := row.Record.(*briefing.Fact)
		if !ok {
			continue
		}
		for i := range f.Claims {
			if f.Claims[i].Source == "" {
				f.Claims[i].Source = source
			}
		}
	}
}
