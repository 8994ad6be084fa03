package importer

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// progressStep is how many rows pass between two calls of Options.Progress.
const progressStep = 8192

// run reads all tables and gives each row its fate.
func (j *job) run(ctx context.Context) (*Result, error) {
	led := newLedger()
	st, recs := newStage(led, j.o.Press), newRecorder(led, j.o)
	defer st.seal()
	classes := map[string]bool{}
	var read []tableRows
	if !j.known() {
		if err := recs.index(ctx, j.plans); err != nil {
			return nil, err
		}
	}
	for _, p := range j.plans {
		for _, n := range p.notes {
			led.note(n)
		}
		if !j.known() && p.profile.Record == "" && !p.profile.Settled {
			if _, said := titleStatus(p.titles); said != "" {
				led.remark(said)
			}
			for _, said := range titleRemarks(p.titles) {
				led.remark(said)
			}
		}
		var err error
		switch {
		case j.known():
			clear(led.notes)
			err = j.table(ctx, p, led, func(*cells.Row) (fate, error) { return setAside(AsideUnchanged), nil })
		case p.profile.Record != "":
			err = j.table(ctx, p, led, recs.table(p))
		default:
			if err = p.decideStyles(ctx); err == nil && len(p.needs) > 0 {
				err = errPresumed // it shows only now that something has to be asked
			}
			if err != nil {
				break
			}
			if err = p.lookForTotals(ctx); err != nil {
				break
			}
			for _, n := range p.notes { // what the columns told beside
				led.note(n)
			}
			m := newMapper(p, led, j.importID())
			m.classes = classes
			from := st.set.Len()
			st.settled = p.profile.Settled
			if err = j.figures(ctx, m, st, led); err == nil {
				err = st.flush()
			}
			if err == nil {
				err = st.refuseMisfits(m, from)
			}
			read = append(read, tableRows{p, from, st.set.Len()})
		}
		if err != nil {
			return nil, err
		}
		if n := p.profile.DownloadLimit; n > 0 && led.read >= n && led.read%n == 0 {
			led.note(NoteLimit)
		}
	}
	if !j.o.Hidden { // who has hidden sheets read knows which there are
		if err := st.refuseSameSheets(read); err != nil {
			return nil, err
		}
	}
	if err := st.settleWholes(read); err != nil {
		return nil, err
	}
	if err := st.settleUnion(); err != nil {
		return nil, err
	}
	if err := st.settleWorld(); err != nil {
		return nil, err
	}
	if err := st.settle(); err != nil {
		return nil, err
	}
	st.seal()
	return j.result(led, st, recs, classes)
}

// table gives every row of one table its fate.
func (j *job) table(ctx context.Context, p *plan, led *ledger, take func(*cells.Row) (fate, error)) error {
	var failed error
	err := p.each(ctx, func(r *cells.Row) bool {
		f, err := setAside(AsideDeleted), error(nil)
		if r.Fault != cells.FaultDeleted {
			f, err = take(r)
		}
		if failed = err; failed == nil {
			failed = j.enter(led, f, r, p)
		}
		return failed == nil
	})
	if failed != nil {
		return failed
	}
	return err
}

// result closes the books.
func (j *job) result(led *ledger, st *stage, recs *recorder, classes map[string]bool) (*Result, error) {
	res := &Result{Figures: st.set, Records: recs.finish()}
	res.RecordRows = recs.rows()
	err := j.hashed()
	if err == nil {
		err = j.weigh(led, res, st.worths)
	}
	if err != nil {
		return nil, err
	}
	for i := 0; i < len(j.found) && !j.known(); i++ {
		for _, label := range j.found[i].others {
			led.other(RowAt{File: place(j.found[i].part.file, label)})
		}
	}
	sums, err := led.judgeSums(st.set, j.stretches())
	if err != nil {
		return nil, err
	}
	if led.staged == 0 && len(led.rejected) == 0 && led.aside[AsideTotal]+led.aside[AsideBreakdown] > 0 {
		led.note(NoteNothing)
	}
	if res.Report, err = led.close(); err != nil {
		return nil, err
	}
	res.Figures = j.markProvisional(res.Figures, res.Report.Remarks)
	if res.Report.Totals, err = led.compare(st.set); err != nil {
		return nil, err
	}
	turned, err := led.compareTurnover(st.set)
	if err != nil {
		return nil, err
	}
	res.Report.Totals = append(res.Report.Totals, turned...)
	res.Report.Totals = append(res.Report.Totals, sums...)
	if res.Report.Contradicted() {
		res.Report.Notes = append(res.Report.Notes, NoteTotals)
		slices.Sort(res.Report.Notes)
	}
	if j.o.Progress != nil {
		j.o.Progress(res.Report.Read)
	}
	res.Report.Repeated, res.Report.Twice, res.Report.Skipped, res.Report.Hidden = st.repeated, st.twice, j.skipped, j.hidden
	for i := range j.found {
		res.Tables = append(res.Tables, j.found[i].mapping())
		res.Titles = append(res.Titles, j.found[i].titles...)
	}
	res.Preview, res.Mends = res.Tables[0], j.mends()
	res.Import = j.importOf(res.Report, classesOf(classes))
	res.Import.Sample = st.set.HasSample()
	if err := j.unfitting(res); err != nil {
		return nil, err
	}
	return res, nil
}

// unfitting refuses a file of which no row could be read although there are
// many: the profile named does not fit it.
func (j *job) unfitting(res *Result) error {
	const many = 20
	if r := res.Report; j.o.Profile != "" && r.Stored == 0 && len(r.Rejected) >= many && len(r.Rejected) == r.Read {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "read", Path: j.o.Profile}
	}
	return nil
}
