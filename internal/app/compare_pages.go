package app

import (
	"bytes"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// Now is the state of the project as it is, for ComparePages.
const Now int64 = -1

// PageComparison are the packs of two states of a project with their pages side
// by side.
type PageComparison struct {
	Was, Is           []byte // PDF
	WasPages, IsPages []typeset.Page
	Pairs             []sheets.Pair
}

// Changed counts the pairs that do not read alike.
func (c *PageComparison) Changed() (n int) {
	for _, p := range c.Pairs {
		if !p.Same {
			n++
		}
	}
	return n
}

// ComparePages sets the leader's pack as it was after an action beside that
// after another one, or beside the pack as it is (Now). Where the two are as of
// different moments, the moment printed under tables and charts alone makes no
// page another one. It takes as long as two exports.
func (p *Project) ComparePages(then, now int64, l briefing.Lang) (*PageComparison, error) {
	was, err := p.leaderAt(then)
	if err != nil {
		return nil, err
	}
	is, err := p.leaderAt(now)
	if err != nil {
		return nil, err
	}
	out := &PageComparison{}
	var doc *document.Document
	if doc, out.WasPages, err = setAsOf(was, l, time.Time{}); err != nil {
		return nil, err
	}
	if out.Was, err = painted(doc, out.WasPages); err != nil {
		return nil, err
	}
	if doc, out.IsPages, err = setAsOf(is, l, time.Time{}); err != nil {
		return nil, err
	}
	if out.Is, err = painted(doc, out.IsPages); err != nil {
		return nil, err
	}
	compared := out.IsPages
	if !was.AsOf.Equal(is.AsOf) && !was.AsOf.IsZero() {
		_, alike, err := setAsOf(is, l, was.AsOf)
		if err != nil {
			return nil, err
		}
		if len(alike) == len(compared) {
			compared = alike
		}
	}
	out.Pairs = sheets.Pairs(out.WasPages, compared)
	return out, nil
}

// leaderAt is the leader's snapshot of a state.
func (p *Project) leaderAt(action int64) (*project.Snapshot, error) {
	if action == Now {
		return p.Snapshot(time.Time{}, briefing.Leader), nil
	}
	p.mu.RLock()
	then, err := p.file.At(action)
	p.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	return p.take(then, project.Options{Audience: briefing.Leader}), nil
}

// setAsOf typesets the pack of a snapshot as a draft; at is the moment printed
// under tables when it is not the snapshot's own.
func setAsOf(s *project.Snapshot, l briefing.Lang, at time.Time) (*document.Document, []typeset.Page, error) {
	made, err := pack.Make(s, nil, pack.Options{Lang: l, Form: pack.FormPack, Draft: true, AsOf: at})
	if err != nil {
		return nil, nil, err
	}
	pages, err := pdf.Pages(made.Document)
	return made.Document, pages, err
}

func painted(d *document.Document, pages []typeset.Page) ([]byte, error) {
	var buf bytes.Buffer
	err := pdf.WritePages(&buf, d, pages)
	return buf.Bytes(), err
}
