package importer

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// progressStep is how many rows pass between two calls of Options.Progress.
const progressStep = 8192

// run reads all tables and gives each row its fate.
func (j *job) run(ctx context.Context) (*Result, error) {
	led := newLedger()
	st, recs := newStage(led), newRecorder(led, j.o)
	classes := map[string]bool{}
	if !j.known() {
		if err := recs.index(ctx, j.plans); err != nil {
			return nil, err
		}
	}
	for _, p := range j.plans {
		for _, n := range p.notes {
			led.note(n)
		}
		var take func(*cells.Row) (fate, error)
		switch {
		case j.known():
			clear(led.notes)
			take = func(*cells.Row) (fate, error) { return setAside(AsideUnchanged), nil }
		case p.profile.Record != "":
			take = recs.table(p)
		default:
			if err := p.decideStyles(ctx); err != nil {
				return nil, err
			}
			m := newMapper(p, led, j.importID())
			m.classes = classes
			take = m.take(st)
		}
		if err := j.table(ctx, p, led, take); err != nil {
			return nil, err
		}
		if n := p.profile.DownloadLimit; n > 0 && led.read >= n && led.read%n == 0 {
			led.note(NoteLimit)
		}
	}
	if err := st.settle(); err != nil {
		return nil, err
	}
	return j.result(led, st, recs, classes)
}

// take maps a row and stages it.
func (m *mapper) take(st *stage) func(*cells.Row) (fate, error) {
	example := m.profile.exampleRows()
	return func(r *cells.Row) (fate, error) {
		if isExample(example, r) {
			return setAside(AsideExample), nil
		}
		var o figure.Observation
		f := m.row(r, &o)
		if f.err != nil || !f.staged() {
			return f, f.err
		}
		return st.add(r, &o, m.plan)
	}
}

// table gives every row of one table its fate.
func (j *job) table(ctx context.Context, p *plan, led *ledger, take func(*cells.Row) (fate, error)) error {
	var failed error
	file := place(p.part.file, p.table.Name())
	limits := j.o.Limits
	err := p.each(ctx, func(r *cells.Row) bool {
		led.read++
		if limits.Rows > 0 && led.read > limits.Rows {
			failed = cells.TooLarge("read rows", p.part.file)
			return false
		}
		f, err := take(r)
		switch {
		case err != nil:
			failed = err
			return false
		case f.aside != "":
			led.setAside(f.aside)
		case f.reject != "":
			led.reject(Rejected{File: file, Line: r.Line, Column: r.Place(f.column), Text: f.text, Reason: f.reject})
			if limits.Rejected > 0 && len(led.rejected) > limits.Rejected {
				failed = cells.TooLarge("list rejected rows", p.part.file)
				return false
			}
		default:
			led.staged++
		}
		if j.o.Progress != nil && led.read%progressStep == 0 {
			j.o.Progress(led.read)
		}
		return true
	})
	if failed != nil {
		return failed
	}
	return err
}

// result closes the books.
func (j *job) result(led *ledger, st *stage, recs *recorder, classes map[string]bool) (*Result, error) {
	res := &Result{Figures: st.set, Records: recs.finish()}
	var err error
	if res.Report, err = led.close(); err != nil {
		return nil, err
	}
	if j.o.Progress != nil {
		j.o.Progress(res.Report.Read)
	}
	res.Report.Repeated, res.Report.Skipped = st.repeated, j.skipped
	for i := range j.found {
		res.Tables = append(res.Tables, j.found[i].mapping())
	}
	res.Preview = res.Tables[0]
	names := []string{}
	for c := range classes {
		names = append(names, c)
	}
	slices.Sort(names)
	res.Import = j.importOf(res.Report, names)
	for _, o := range st.set.All() {
		if o.Sample {
			res.Import.Sample = true
			break
		}
	}
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
