package app

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Decision is what is to become of a file whose figures the project has
// already, wholly or in part.
type Decision string

// Decisions.
const (
	Undecided    Decision = ""
	Beside       Decision = "beside"        // what is not there yet is added; refused when stored amounts differ
	Replace      Decision = "replace"       // the file's rows take the place of the stored ones; what is gone stays
	ReplaceGone  Decision = "replace-gone"  // and what is gone goes
	ReplaceBatch Decision = "replace-batch" // the earlier imports go whole, whatever the file covers
)

// Decisions lists the decisions that can be made.
func Decisions() []Decision { return []Decision{Replace, ReplaceGone, ReplaceBatch, Beside} }

// AsideStored is the reason of rows that the project has already, from another
// file.
const AsideStored = "stored"

// Revision is what a file would change of figures that the project has.
type Revision struct {
	*figure.Comparison
	Replaced []briefing.Import // that the stored rows came with, as in Batches
	stored   *figure.Set       // all of the project's at that moment
	again    bool              // the same file, read otherwise: it can't stand beside itself
}

// Needed reports whether somebody has to decide: a figure that is stored would
// change or go.
func (r *Revision) Needed() bool {
	return r != nil && r.Overlaps() && slices.ContainsFunc(r.Pairs, func(p figure.Pair) bool { return p.Difference() != figure.Added })
}

// Allows reports whether a decision can be made of the file.
func (r *Revision) Allows(d Decision) bool {
	switch {
	case d == Beside:
		return r.Count(figure.Changed) == 0 && !(r.again && r.Needed())
	case r.again:
		return d == ReplaceGone || d == ReplaceBatch
	}
	return slices.Contains(Decisions(), d)
}

// RevisionNeeded is the cause of an error with CodeRevision.
type RevisionNeeded struct{ Revision *Revision }

// Error is for the log.
func (*RevisionNeeded) Error() string { return "figures that are stored would change" }

// compare looks for what a file tells of figures that the project has.
func (p *Project) compare(ctx context.Context, out *Imported) error {
	var stored *figure.Set
	p.Read(func(pr *project.Project) { stored = pr.Figures })
	if out.Revision = nil; stored.Len() == 0 {
		return nil
	}
	beside := func(ctx context.Context, old, now *figure.Set) (*figure.Comparison, error) {
		return figure.CompareAgain(ctx, old, now, out.again)
	}
	if out.Result.Returned != nil { // its rows speak for themselves only
		if out.Result.Figures.Len() == 0 {
			return nil
		}
		beside = func(ctx context.Context, old, now *figure.Set) (*figure.Comparison, error) {
			return figure.ComparePatch(ctx, old, now, out.Result.Replaced)
		}
	}
	c, err := beside(ctx, p.besides(stored, out.Result), out.Result.Figures)
	if err != nil {
		return placed(err, out.File)
	}
	if !c.Overlaps() {
		return nil
	}
	out.Revision = &Revision{Comparison: c, stored: stored, again: out.again != nil}
	if out.Result.Returned != nil { // each row of it was changed by hand, and takes the place of its own
		out.Decision = Replace
	}
	p.Read(func(pr *project.Project) {
		for _, b := range c.Batches {
			imp := briefing.Import{ID: b.Import}
			if r, ok := pr.Find(imp.Ref()).(*briefing.Import); ok && r != nil {
				imp = *r
			}
			out.Revision.Replaced = append(out.Revision.Replaced, imp)
		}
	})
	if out.Result.Returned == nil && len(c.Pairs) == 0 && len(out.Result.Records) == 0 { // the same rows in another file
		out.Unchanged = true
		out.setAside(c.Same)
	}
	return nil
}

// setAside moves rows that are stored already from what is stored to what is
// set aside.
func (in *Imported) setAside(rows int) { in.moveAside(AsideStored, rows) }

// moveAside moves rows from what is stored to what is set aside for a reason.
func (in *Imported) moveAside(reason string, rows int) {
	if rows == 0 {
		return
	}
	r := in.Report
	r.Stored -= rows
	r.SetAside = append(slices.Clone(r.SetAside), importer.SetAside{Reason: reason, Rows: rows})
	in.Report = r
	in.Import.Stored, in.Import.SetAside = r.Stored, r.AsideRows()
}

// decided gives the figures that are to be stored and what goes for them.
func (p *Project) decided(out *Imported) (*figure.Set, []store.Change, error) {
	r := out.Revision
	if r == nil {
		return out.Result.Figures, nil, nil
	}
	d := out.Decision
	if d == Undecided && !r.Needed() {
		d = Beside
	}
	switch {
	case d == Undecided || !r.Allows(d):
		return nil, nil, &briefing.Error{Code: briefing.CodeRevision, Op: "import", Path: out.File, Err: &RevisionNeeded{r}}
	case d == Beside:
		out.setAside(r.Same)
		return r.Additions(), nil, nil
	}
	figures := r.Revised()
	out.note(func(l briefing.Lang) string {
		text := ""
		for _, b := range r.Replaced {
			text = joined(text, lang.T(l, "app.revise.replaces", b.File, lang.Stamp(l, b.Moment)))
		}
		gone := 0
		if d != Replace {
			gone = r.Count(figure.Gone)
		}
		return joined(text, lang.T(l, "app.revise.counts", r.Count(figure.Changed), r.Count(figure.Added), gone))
	})
	var changes []store.Change
	for i, b := range r.Batches {
		changes = append(changes, store.Change{DropImport: b.Import})
		key := "app.revise.replaced"
		if kept := r.Kept(b.Import, d == ReplaceGone); d != ReplaceBatch && kept.Len() > 0 {
			changes = append(changes, store.Change{AddFigures: kept})
			key = "app.revise.replaced.part"
		}
		if old := r.Replaced[i]; old.File != "" {
			for _, l := range briefing.Langs() {
				*old.Note.At(l) = joined(*old.Note.At(l), lang.T(l, key, out.Import.File, lang.Stamp(l, out.Import.Moment)))
			}
			changes = append(changes, store.Change{Put: &old})
		}
	}
	return figures, changes, nil
}

// note adds a line to the import's note.
func (in *Imported) note(text func(briefing.Lang) string) {
	for _, l := range briefing.Langs() {
		*in.Import.Note.At(l) = joined(*in.Import.Note.At(l), text(l))
	}
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// stale reports whether the project's figures have changed since a file was
// compared with them.
func (p *Project) stale(r *Revision) bool {
	now := false
	p.Read(func(pr *project.Project) { now = r != nil && pr.Figures != r.stored })
	return now
}

// RevisedRow is one difference with both observations; the one that is not
// there is empty.
type RevisedRow struct {
	figure.Difference
	Old, New, Any figure.Observation // Any is the new one, or the old one where there is none
}

// Row gives the i-th of Pairs.
func (r *Revision) Row(i int) RevisedRow {
	p := r.Pairs[i]
	out := RevisedRow{Difference: p.Difference()}
	if p.Old >= 0 {
		out.Old = r.Comparison.Old.At(int(p.Old))
		out.Any = out.Old
	}
	if p.New >= 0 {
		out.New = r.Comparison.New.At(int(p.New))
		out.Any = out.New
	}
	return out
}

// Rise is the new value less the old one; what is not there counts as none.
// It is absent where neither has a value.
func (r RevisedRow) Rise() briefing.MaybeNumber {
	switch {
	case !r.Old.Value.Valid && !r.New.Value.Valid:
		return briefing.MaybeNumber{}
	case !r.Old.Value.Valid:
		return r.New.Value
	case !r.New.Value.Valid:
		return briefing.Some(r.Old.Value.Decimal.Neg())
	}
	n, err := r.New.Value.Decimal.Sub(r.Old.Value.Decimal)
	if err != nil {
		return briefing.MaybeNumber{}
	}
	return briefing.Some(n)
}
