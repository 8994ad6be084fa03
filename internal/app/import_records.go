package app

import (
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// RecordChanges tells what accepting the records of an import would change in
// the project, record by record and field by field: those it has not, and
// those of which a cell says something else. Equal ones are left out.
func (p *Project) RecordChanges(in Imported, l briefing.Lang) []Difference {
	if in.Result == nil || in.Unchanged {
		return nil
	}
	var out []Difference
	for _, r := range in.Result.Records {
		d, ok := briefing.Describe(r.Ref().Kind)
		if !ok {
			continue
		}
		stored, err := p.Get(r.Ref())
		if err != nil {
			out = append(out, Difference{Ref: r.Ref(), Caption: d.Line(r, l), Added: true, Fields: changedFields(d, d.New(), r, l)})
			continue
		}
		now := in.now(d, stored, r)
		if fields := changedFields(d, stored, now, l); len(fields) > 0 {
			out = append(out, Difference{Ref: r.Ref(), Caption: d.Line(now, l), Fields: fields})
		}
	}
	return append(out, p.goneRows(in, l)...)
}

// now is the record as accepting the import would leave it.
func (in Imported) now(d briefing.Description, stored, r briefing.Record) briefing.Record {
	if in.Result.Returned != nil {
		return r
	}
	return merged(d, stored, r)
}

// goneRows are the records whose rows a colleague has taken out of a workbook
// that came back. They stay in the project.
func (p *Project) goneRows(in Imported, l briefing.Lang) []Difference {
	if in.Result.Returned == nil {
		return nil
	}
	var out []Difference
	for _, g := range in.Result.Returned.Gone {
		d, _ := briefing.Describe(g.Ref.Kind)
		if r := p.stored(g.Ref); r != nil {
			out = append(out, Difference{Ref: g.Ref, Caption: d.Line(r, l), Gone: true, Sheet: g.Sheet})
		}
	}
	return out
}

// recordsToPut are the records of an import as they are to be stored: new ones
// as they came, known ones with what the file says of them put in. What a sheet
// has no column for, or no entry in, stays as the project has it. Records that
// come to what is stored already are left out.
func (p *Project) recordsToPut(res *importer.Result) []briefing.Record {
	if res.Returned != nil { // they are whole already
		return res.Records
	}
	var out []briefing.Record
	for _, r := range res.Records {
		d, ok := briefing.Describe(r.Ref().Kind)
		stored, err := p.Get(r.Ref())
		if !ok || err != nil {
			out = append(out, r)
			continue
		}
		if now := merged(d, stored, r); len(changedFields(d, stored, now, briefing.RU)) > 0 {
			out = append(out, now)
		}
	}
	return out
}

// merged is the stored record with the filled fields of the imported one.
func merged(d briefing.Description, stored, imported briefing.Record) briefing.Record {
	out := d.Copy(stored)
	fill(d.Fields, out, imported)
	for _, l := range d.Lists {
		taken := make([]bool, l.Len(out))
		for i := range l.Len(imported) {
			row := l.At(imported, i)
			at := alike(l, out, row, taken)
			if at < 0 {
				fill(l.Fields, l.Add(out), row)
				continue
			}
			taken[at] = true
			fill(l.Fields, l.At(out, at), row)
		}
	}
	if f, ok := out.(*briefing.Fact); ok {
		nameClaims(f)
	}
	return out
}

// fill sets the fields that from has filled.
func fill(fields []briefing.Field, to, from any) {
	for _, f := range fields {
		if s := f.Get(from); s != "" {
			_ = f.Set(to, s) // it is set already, in the record that was read
		}
	}
}

// alike finds the row of a record's list that an imported row is about: the
// one that names the same records and has most of the other entries in common,
// at least half of them. One cell may have been edited; a row about another
// source or post is a new one.
func alike(l briefing.List, r briefing.Record, row any, taken []bool) int {
	best, most := -1, -1
	for i := range taken {
		if taken[i] {
			continue
		}
		same, filled, other := 0, 0, false
		for _, f := range l.Fields {
			s := f.Get(row)
			if s == "" {
				continue
			}
			equal := s == f.Get(l.At(r, i))
			if f.Type == briefing.RefField || f.Type == briefing.RefsField {
				other = other || !equal
				continue
			}
			filled++
			if equal {
				same++
			}
		}
		if !other && 2*same >= filled && same > most {
			best, most = i, same
		}
	}
	return best
}

// nameClaims gives claims that were added an identifier that no other has.
func nameClaims(f *briefing.Fact) {
	used := map[briefing.ID]bool{}
	for _, c := range f.Claims {
		used[c.ID] = true
	}
	n := 0
	for i := range f.Claims {
		for f.Claims[i].ID == "" {
			n++
			if id := briefing.ID("c" + strconv.Itoa(n)); !used[id] {
				f.Claims[i].ID, used[id] = id, true
			}
		}
	}
}
