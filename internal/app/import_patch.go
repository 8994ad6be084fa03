package app

import (
	"cmp"
	"context"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/store"
)

// Returned reports whether a file is a workbook of ours that came back.
func (in Imported) Returned() bool { return in.Result != nil && in.Result.Returned != nil }

// patches reports whether an import corrects rows of statistics one by one: a
// workbook of ours that came back.
func (in Imported) patches() bool {
	return in.Returned() && in.Revision != nil
}

// acceptPatch stores what a workbook that came back changes, as one action.
func (p *Project) acceptPatch(ctx context.Context, out Imported) (Imported, error) {
	changes, err := p.patch(&out)
	if err != nil {
		return out, err
	}
	for _, r := range out.Result.Records {
		changes = append(changes, store.Change{Put: r})
	}
	return out, p.commitWithin(ctx, "revise", changes...)
}

// editsTold is how many corrected rows the note of an import tells in words.
const editsTold = 50

// patch are the changes that put corrected rows in the place of the stored ones.
// Who corrects a number publishes nothing: what came with one import is corrected
// by one of its own, which stands on the same source and says the same of its
// rows (mirror, rates, notes of the file), so that each reader is shown as much as
// before. The first takes the identifier of in.Import, and the account of the file.
func (p *Project) patch(in *Imported) ([]store.Change, error) {
	r := in.Revision
	edited := make(map[briefing.ID]*briefing.Import, len(r.Batches))
	var changes []store.Change
	var made []*briefing.Import
	for i, b := range r.Batches {
		kept := r.Kept(b.Import, false)
		now, old := in.Import, r.Replaced[i]
		if i > 0 {
			now.ID = p.World.NewID(briefing.KindImport)
			now.Read, now.SetAside, now.Rejected = 0, 0, 0
		}
		now.Source = cmp.Or(in.Import.Source, old.Source)
		now.Units, now.Dimensions, now.Sample, now.Note = old.Units, old.Dimensions, false, briefing.Text{}
		for _, l := range briefing.Langs() {
			*now.Note.At(l) = joined(dataNotes(old.Note.In(l), l, kept.Len() == 0), lang.T(l, "app.edit.of", old.File, lang.Stamp(l, old.Moment), b.Changed))
		}
		edited[b.Import] = &now
		made = append(made, &now)
		changes = append(changes, store.Change{DropImport: b.Import})
		if kept.Len() > 0 {
			changes = append(changes, store.Change{AddFigures: kept})
		}
		if old.File != "" {
			for _, l := range briefing.Langs() {
				*old.Note.At(l) = joined(*old.Note.At(l), lang.T(l, "app.revise.replaced.part", in.Import.File, lang.Stamp(l, in.Import.Moment)))
			}
			changes = append(changes, store.Change{Put: &old})
		}
	}
	figures, revised := figure.NewSet(), r.Revised()
	told := map[*briefing.Import]int{}
	for i, o := range revised.All() {
		was := r.Comparison.Old.At(int(r.Pairs[i].Old))
		imp := edited[was.Import]
		o.Import, imp.Sample = imp.ID, imp.Sample || o.Sample
		if err := figures.Append(o); err != nil {
			return nil, err
		}
		if told[imp]++; told[imp] <= editsTold {
			for _, l := range briefing.Langs() {
				*imp.Note.At(l) = joined(*imp.Note.At(l), lang.T(l, "app.edit.row", lang.Enum(l, "flow", string(o.Flow)), o.Code, lang.Period(l, o.Period), observationChange(was, o, l)))
			}
		}
	}
	for i, imp := range made {
		imp.Stored = told[imp]
		if i > 0 {
			imp.Read = imp.Stored
			made[0].Read -= imp.Stored
		}
	}
	made[0].Stored = made[0].Read - made[0].SetAside - made[0].Rejected
	for _, imp := range made {
		changes = append(changes, store.Change{Put: imp})
	}
	in.Import = *made[0]
	return append(changes, store.Change{AddFigures: figures}), nil
}

// dataNotes are the lines of an import's note that are about its rows, and not
// about what became of them; all tells that no row is left that they would stand by.
func dataNotes(note string, l briefing.Lang, all bool) string {
	var kept []string
	for line := range strings.Lines(note) {
		line = strings.TrimRight(line, "\n")
		if lang.OfImports(l, line) || !all && importer.TellsOfLost(l, line) {
			continue
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "\n")
}

// observationChange says what has become of an observation: «стоимость 100 → 101».
func observationChange(was, is figure.Observation, l briefing.Lang) string {
	amount := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "—"
		}
		return lang.Number(l, n.Decimal.Trim(0), lang.NumberStyle{Decimals: -1})
	}
	var out []string
	say := func(what, a, b string) {
		out = append(out, lang.T(l, "app.edit.change", lang.T(l, "app.edit."+what), a, b))
	}
	if amount(was.Value) != amount(is.Value) {
		say(importer.EditedValue, amount(was.Value), amount(is.Value))
	}
	if amount(was.NetWeight) != amount(is.NetWeight) {
		say(importer.EditedWeight, amount(was.NetWeight), amount(is.NetWeight))
	}
	if len(out) == 0 {
		say(importer.EditedStatus, statusWord(l, was.Status), statusWord(l, is.Status))
	}
	return strings.Join(out, lang.T(l, "app.edit.between"))
}

func statusWord(l briefing.Lang, s briefing.ObsStatus) string {
	return lang.ObsStatusWord(l, cmp.Or(s, briefing.Normal))
}
