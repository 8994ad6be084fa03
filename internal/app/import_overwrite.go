package app

import (
	"briefing/internal/briefing"
)

// AsideLeft is the reason of rows about records that the project has with
// other entries, when only new records are taken in.
const AsideLeft = "left"

// Overwrites counts the records of the project of which the file says
// otherwise in a field that is filled. What a sheet adds (a field that is
// empty, another post or claim) overwrites nothing. A workbook of ours that
// was edited is not counted: each of its changes was made by hand.
func (in Imported) Overwrites() int { return len(in.overwrites) }

// overwritten are the records of an import that would be overwritten.
func (p *Project) overwritten(in *Imported) []briefing.Ref {
	if in.Result == nil || in.Result.Returned != nil {
		return nil
	}
	var out []briefing.Ref
	for _, r := range in.Result.Records {
		d, ok := briefing.Describe(r.Ref().Kind)
		stored, err := p.Get(r.Ref())
		if ok && err == nil && overwrites(d, stored, merged(d, stored, r)) {
			out = append(out, r.Ref())
		}
	}
	return out
}

func overwrites(d briefing.Description, stored, now briefing.Record) bool {
	differ := func(fields []briefing.Field, a, b any) bool {
		for _, f := range fields {
			if s := f.Get(a); s != "" && s != f.Get(b) {
				return true
			}
		}
		return false
	}
	if differ(d.Fields, stored, now) {
		return true
	}
	for _, l := range d.Lists {
		for i := range l.Len(stored) { // rows that are added stand behind
			if differ(l.Fields, l.At(stored, i), l.At(now, i)) {
				return true
			}
		}
	}
	return false
}

// decidedRecords are the records to be stored. Where some would be overwritten
// somebody has to decide (CodeOverwrite): whatever replaces figures replaces
// them too, Beside leaves them as the project has them.
func (p *Project) decidedRecords(out *Imported) ([]briefing.Record, error) {
	records := p.recordsToPut(out.Result)
	if out.overwrites = p.overwritten(out); len(out.overwrites) == 0 {
		return records, nil
	}
	switch out.Decision {
	case Undecided:
		return nil, &briefing.Error{Code: briefing.CodeOverwrite, Op: "import", Path: out.File}
	case Beside:
	default:
		return records, nil
	}
	left := map[briefing.Ref]bool{}
	rows := 0
	for _, ref := range out.overwrites {
		left[ref] = true
		rows += out.Result.RecordRows[ref]
	}
	var fresh []briefing.Record
	for _, r := range records {
		if !left[r.Ref()] {
			fresh = append(fresh, r)
		}
	}
	out.moveAside(AsideLeft, rows)
	return fresh, nil
}
