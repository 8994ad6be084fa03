package packs

import (
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// review is what the checks say of the outputs that are chosen, in their
// languages and for their readers.
type review struct {
	turn     int // of the last choice; what an older one brings is dropped
	ready    bool
	blocking []app.FindingView
	remarks  int
	own      []app.FindingView // of a reader other than the leader: what the screen of checks does not have
}

// listed is the number of blocking findings that the dialog tells one by one;
// the rest is on the screen of checks.
const listed = 4

// examine runs the checks of the outputs chosen, beside the window.
func (e *export) examine() {
	e.review.turn++
	turn, list := e.review.turn, e.plan()
	e.review.ready = false
	e.showChecks()
	if len(list) == 0 {
		return
	}
	for i := range list {
		list[i].Draft = false // what an issue would meet
	}
	var found []app.FindingView
	var leader []check.Finding
	p, l := e.desk.Project(), e.desk.Lang()
	e.desk.Run("", func(ctx context.Context, _ func(int, int, string)) (err error) {
		if found, err = p.Review(ctx, list, l); err == nil {
			leader, err = p.AllFindings(time.Time{}, briefing.Leader, briefing.RU)
		}
		return err
	}, func(err error) {
		if turn != e.review.turn {
			return
		}
		if err != nil {
			e.desk.Fail(err)
			return
		}
		e.review = review{turn: turn, ready: true}
		for _, f := range found {
			switch {
			case f.Severity == check.Blocking && f.InPack:
				e.review.blocking = append(e.review.blocking, f)
			case f.Severity == check.Warning:
				e.review.remarks++
				if !slices.ContainsFunc(leader, func(o check.Finding) bool { return o.Print == f.Of.Print }) {
					e.review.own = append(e.review.own, f)
				}
			}
		}
		e.showChecks()
		e.state.SetSegments(e.states())
		e.showFoot()
		e.dialog.Refresh() // the sign takes room
	})
}

// barred tells whether an issue is asked for and something stands against it.
func (e *export) barred() bool {
	return e.issue && (!e.review.ready || len(e.review.blocking) > 0)
}

// showChecks tells what stands against an issue.
func (e *export) showChecks() {
	e.checks.Objects = nil
	defer e.checks.Refresh()
	if len(e.plan()) == 0 {
		e.checks.Add(kit.NewWrapped(e.t("nothing"), kit.Small, theme.Second))
		return
	}
	if !e.review.ready {
		e.checkLine("clock", theme.Third, e.t("checks.waiting"), nil)
		return
	}
	blocking := e.review.blocking
	if len(blocking) == 0 {
		e.checkLine(kit.IconConfirmed, theme.Good, e.t("checks.clean"), nil)
	} else {
		e.checkLine(kit.IconBlocking, theme.Bad, desk.Plural(e.desk, "export.checks.blocking", len(blocking)), e.toChecks())
		e.showFindings(blocking[:min(len(blocking), listed)])
		e.checks.Add(kit.NewWrapped(e.t("checks.draft"), kit.Caption, theme.Second))
	}
	if e.review.remarks > 0 {
		var tail fyne.CanvasObject
		if len(blocking) == 0 {
			tail = e.toChecks()
		}
		e.checkLine(kit.IconRemark, theme.Warn, desk.Plural(e.desk, "count.remarks", e.review.remarks), tail)
		e.showFindings(e.review.own)
	}
}

// showFindings tells findings one by one: of which record, and what.
func (e *export) showFindings(list []app.FindingView) {
	for _, f := range list {
		e.checks.Add(kit.Column(1, kit.NewShrinking(cmp.Or(f.Record, f.Rule), kit.Small, theme.Ink), kit.NewWrapped(f.Evidence, kit.Caption, theme.Second)))
	}
}

func (e *export) checkLine(icon string, c fyne.ThemeColorName, text string, tail fyne.CanvasObject) {
	row := []fyne.CanvasObject{kit.NewIcon(icon, c), kit.Flex(kit.NewShrinking(text, kit.Body, theme.Ink))}
	if tail != nil {
		row = append(row, tail)
	}
	e.checks.Add(kit.Row(8, row...))
}

func (e *export) toChecks() fyne.CanvasObject {
	return kit.NewButton(kit.Link, "", e.t("checks.go"), func() {
		if !e.running() {
			e.dialog.Close()
			e.desk.Go(screen.Checks, briefing.Ref{}, "")
		}
	})
}
