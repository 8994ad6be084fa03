package importing

import (
	"context"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// choice is what the user says of a file.
type choice struct {
	profile       string
	shape         *app.Shape // a proposal that was accepted
	value, weight briefing.Unit
	flow          figure.Flow
	period        briefing.Period
	typed         string // the period as it was typed
	anew          bool   // a file that has been taken in is read once more
	hidden        bool   // sheets that the workbook does not show are read too
	said
}

func (c *choice) options(l briefing.Lang) app.ImportOptions {
	return c.apply(l, app.ImportOptions{Profile: c.profile, Shape: c.shape, Hidden: c.hidden, Anew: c.anew, DryRun: true}.Choose(c.value, c.weight, c.flow, c.period))
}

// meets reports whether the choice answers all that is needed.
func (c *choice) meets(n app.ImportNeeds) bool {
	return (!n.Value || c.value != "") && (!n.Weight || c.weight != "") && (!n.Flow || c.flow != "") && (!n.Period || c.period.Kind != briefing.NoPeriod) &&
		(!n.Region || c.region != "") && (!n.Province || c.province != "") && (!n.Code || c.coded()) && (!n.Decimal || c.decimal != "") && (!n.Columns || c.columns) &&
		(!n.Turnover || c.aside == app.AsideTurnover || c.flow != "") && (!n.Services || c.aside == app.AsideServices)
}

// recognise finds out what the file is.
func (w *wizard) recognise() {
	f := w.now()
	f.stage, f.err = reading, nil
	o := app.ImportOptions{Profile: f.choice.profile, Shape: f.choice.shape, Hidden: f.choice.hidden, Anew: f.choice.anew}
	w.show()
	var rec *app.Recognition
	w.run(func(ctx context.Context, _ func(app.ImportProgress)) (err error) {
		rec, err = w.desk.Project().Recognise(ctx, f.path, o)
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		f.rec, f.needs, f.stage = rec, w.desk.Project().Needs(rec), parsed
		if rec.Repeated {
			w.check()
			return
		}
		w.show()
		w.goOn()
	})
}

// fail shows why the file can't be read; the others go on. What was said of it
// can be mended.
func (w *wizard) fail(err error) {
	switch briefing.CodeOf(err) {
	case briefing.CodeBadRate, briefing.CodeNoMirror, briefing.CodeUnitConflict, briefing.CodePeriodSpread, briefing.CodeBadRegion:
		if f := w.now(); f.rec != nil {
			f.err, f.stage = err, asked
			w.show()
			return
		}
	}
	if n, ok := app.NeedsOf(err); ok {
		f := w.now()
		f.needs, f.stage = n, asked
		w.show()
		return
	}
	if _, tied, unknown := app.UnknownTable(err); unknown && len(tied) == 0 && w.now().choice == (choice{}) {
		w.guess(err)
		return
	}
	w.now().stage, w.now().err = failed, err
	w.show()
	w.goOn()
}

// doubtsShown is how many doubtful rows are listed.
const doubtsShown = 8

// check reads the file whole and shows what would be stored.
func (w *wizard) check() {
	f := w.now()
	o := f.choice.options(w.desk.Lang())
	f.stage, f.err = reading, nil
	w.show()
	var read app.Imported
	var view *app.TradeView
	var doubts []app.TradeDoubt
	var changes []app.Difference
	var edits []app.Edit
	doubt := 0
	p := w.desk.Project()
	w.run(func(ctx context.Context, tell func(app.ImportProgress)) (err error) {
		o.Along = tell
		if read, err = p.Import(ctx, f.path, o); err != nil {
			return err
		}
		changes, edits = p.RecordChanges(read, w.desk.Lang()), p.Edits(read, w.desk.Lang())
		if view, err = p.Preview(ctx, read, app.TradeQuery{Lang: w.desk.Lang()}); err != nil {
			return err
		}
		doubts, doubt, err = view.Doubts(ctx, doubtsShown)
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		f.read, f.view, f.doubts, f.doubt, f.changes, f.stage = read, view, doubts, doubt, changes, checked
		f.edits, f.refused = edits, map[app.EditPlace]bool{}
		if read.Unchanged {
			f.stage = unchanged
		}
		w.show()
		w.goOn()
	})
}

// accept stores what was shown.
func (w *wizard) accept() {
	f := w.now()
	f.stage = reading
	w.show()
	var done app.Imported
	w.run(func(ctx context.Context, _ func(app.ImportProgress)) (err error) {
		read, err := w.desk.Project().Without(ctx, f.read, f.refusals())
		if err != nil {
			return err
		}
		done, err = w.desk.Project().AcceptWithin(ctx, read)
		if err == nil && ctx.Err() != nil { // too late to be cancelled
			w.tellLate(f)
		}
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		f.read, f.stage = done, stored
		if done.Unchanged {
			f.stage = unchanged
		}
		w.show()
		w.goOn()
	})
	if f.stage == reading { // it runs beside the window
		w.storing()
	}
}
