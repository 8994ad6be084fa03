package app

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/store"
)

// Mended is one text that a repair changes, cut to what is about the change.
type Mended struct {
	Lang     briefing.Lang
	Old, New string
}

// MendedBy lists what a repair changes, in the order of the languages.
func MendedBy(r check.Repair) []Mended {
	var out []Mended
	for _, l := range briefing.Langs() {
		if r.Old.In(l) != r.New.In(l) {
			before, after := difference(r.Old.In(l), r.New.In(l))
			out = append(out, Mended{Lang: l, Old: before, New: after})
		}
	}
	return out
}

// Mend makes the repair of a finding on a record as one action. When a text is
// not what it was when the finding was made, nothing changes: CodeTextChanged.
func (p *Project) Mend(ref briefing.Ref, repair check.Repair) error {
	r, err := p.Get(ref)
	if err != nil {
		return err
	}
	if err := repaired(r, repair); err != nil {
		return err
	}
	return p.commit("mend", store.Change{Put: r})
}

// MendAll makes all repairs that findings offer, one after the other where
// they meet in one text, each round as one action. It tells those it made.
func (p *Project) MendAll(asOf time.Time) ([]check.Finding, error) {
	var made []check.Finding
	for {
		round, err := p.mendRound(asOf)
		if err != nil || len(round) == 0 {
			return made, err
		}
		made = append(made, round...)
	}
}

func (p *Project) mendRound(asOf time.Time) (made []check.Finding, err error) {
	var order []briefing.Ref
	records := map[briefing.Ref]briefing.Record{}
	for _, f := range p.Check(asOf) {
		if !f.Repair.Any() {
			continue
		}
		r, ok := records[f.Ref]
		if !ok {
			if r, err = p.Get(f.Ref); err != nil {
				return nil, err
			}
			records[f.Ref] = r
			order = append(order, f.Ref)
		}
		switch err := repaired(r, f.Repair); {
		case err == nil:
			made = append(made, f)
		case briefing.CodeOf(err) != briefing.CodeTextChanged: // by another one: the next round has it
			return nil, err
		}
	}
	if len(made) == 0 {
		return nil, nil
	}
	changes := make([]store.Change, len(order))
	for i, ref := range order {
		changes[i].Put = records[ref]
	}
	return made, p.commit("mend", changes...)
}

// repaired changes the texts of a record, or none of them.
func repaired(r briefing.Record, repair check.Repair) error {
	d, _ := briefing.Describe(r.Ref().Kind)
	var fields []briefing.Field
	for _, f := range d.Fields {
		if f.Label != repair.Label || f.Lang == "" || repair.Old.In(f.Lang) == repair.New.In(f.Lang) {
			continue
		}
		if f.Get(r) != repair.Old.In(f.Lang) {
			return &briefing.Error{Code: briefing.CodeTextChanged, Op: "mend", Path: string(r.Ref().ID)}
		}
		fields = append(fields, f)
	}
	if len(fields) == 0 {
		return &briefing.Error{Code: briefing.CodeTextChanged, Op: "mend", Path: string(r.Ref().ID)}
	}
	for _, f := range fields {
		if err := f.Set(r, repair.New.In(f.Lang)); err != nil {
			return err
		}
	}
	return nil
}

// besideChange is how many characters of a text are shown on each side of a change.
const besideChange = 24

// difference cuts two texts to where they differ and a little about it.
func difference(before, after string) (string, string) {
	a, b := []rune(before), []rune(after)
	from, tail := 0, 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	for tail < min(len(a), len(b))-from && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	from, tail = max(0, from-besideChange), max(0, tail-besideChange)
	cut := func(s []rune) string {
		text := string(s[from : len(s)-tail])
		if from > 0 {
			text = "…" + text
		}
		if tail > 0 {
			text += "…"
		}
		return text
	}
	return cut(a), cut(b)
}
