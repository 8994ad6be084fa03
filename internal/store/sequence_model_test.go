package store_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// mirror is what a project must hold, kept by plain lists of texts: it knows
// neither tables nor a journal. A state of it is never changed once made.
type mirror struct {
	records map[briefing.Kind][]mirrored
	batches []batch // of figures, in the order they came
}

type mirrored struct {
	id   briefing.ID
	text string
}

type batch struct {
	of   briefing.ID
	rows string
}

func (m mirror) clone() mirror {
	return mirror{maps.Clone(m.records), slices.Clone(m.batches)}
}

// writeRecord is a record with all that it holds.
func writeRecord(b *strings.Builder, d briefing.Description, r briefing.Record) {
	row := func(fields []briefing.Field, r any) {
		for _, f := range fields {
			if s := f.Get(r); s != "" {
				b.WriteString(f.Key)
				b.WriteByte('=')
				b.WriteString(s)
				b.WriteByte(0x1f)
			}
		}
	}
	b.WriteString(string(r.Ref().ID))
	b.WriteByte('\n')
	row(d.Fields, r)
	for _, l := range d.Lists {
		for i := range l.Len(r) {
			b.WriteString("\n " + l.Key)
			row(l.Fields, l.At(r, i))
		}
	}
	b.WriteByte('\n')
}

// rowsText is figures by what tells them apart here: their import, line and value.
func rowsText(b *strings.Builder, s *figure.Set) {
	for _, o := range s.All() {
		b.WriteString(string(o.Import))
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(o.Line))
		b.WriteByte(' ')
		b.WriteString(o.Code)
		if o.Value.Valid {
			b.WriteString(o.Value.Decimal.String())
		}
		b.WriteByte('\n')
	}
}

func mirrorOf(p *project.Project) mirror {
	m := mirror{records: map[briefing.Kind][]mirrored{}}
	for _, d := range briefing.Descriptions() {
		for _, r := range p.Records(d.Kind) {
			var b strings.Builder
			writeRecord(&b, d, r)
			m.records[d.Kind] = append(m.records[d.Kind], mirrored{r.Ref().ID, b.String()})
		}
	}
	for _, id := range p.Figures.Imports() {
		m.batches = append(m.batches, batchOf(p.Figures.Where(figure.Filter{Imports: []briefing.ID{id}})))
	}
	return m
}

func batchOf(s *figure.Set) batch {
	var b strings.Builder
	rowsText(&b, s)
	return batch{s.At(0).Import, b.String()}
}

// apply makes the changes of one action. Nothing is done where it is refused.
func (m mirror) apply(t *testing.T, changes []store.Change) (out mirror, changed, refused bool) {
	t.Helper()
	out = m.clone()
	for _, c := range changes {
		switch {
		case c.Put != nil:
			d, _ := briefing.Describe(c.Put.Ref().Kind)
			var b strings.Builder
			writeRecord(&b, d, c.Put)
			list := slices.Clone(out.records[d.Kind])
			i := slices.IndexFunc(list, func(r mirrored) bool { return r.id == c.Put.Ref().ID })
			switch {
			case i < 0:
				list, changed = append(list, mirrored{c.Put.Ref().ID, b.String()}), true
			case list[i].text != b.String():
				list[i].text, changed = b.String(), true
			}
			out.records[d.Kind] = list
		case c.Remove != briefing.Ref{}:
			list := slices.Clone(out.records[c.Remove.Kind])
			i := slices.IndexFunc(list, func(r mirrored) bool { return r.id == c.Remove.ID })
			if i < 0 {
				return m, false, true
			}
			out.records[c.Remove.Kind], changed = slices.Delete(list, i, i+1), true
		case c.AddFigures != nil:
			out.batches, changed = append(out.batches, batchOf(c.AddFigures)), true
		case c.DropImport != "":
			n := len(out.batches)
			out.batches = slices.DeleteFunc(out.batches, func(b batch) bool { return b.of == c.DropImport })
			changed = changed || len(out.batches) < n
		}
	}
	return out, changed, false
}

// String is the state as text, which shows gives of a project.
func (m mirror) String() string {
	var b strings.Builder
	for _, d := range briefing.Descriptions() {
		for _, r := range m.records[d.Kind] {
			b.WriteString(string(d.Kind) + " " + r.text)
		}
	}
	for _, x := range m.batches {
		b.WriteString(x.rows)
	}
	return b.String()
}

func shows(p *project.Project) string {
	var b strings.Builder
	for _, d := range briefing.Descriptions() {
		for _, r := range p.Records(d.Kind) {
			b.WriteString(string(d.Kind) + " ")
			writeRecord(&b, d, r)
		}
	}
	rowsText(&b, p.Figures)
	return b.String()
}

// freshFigures are rows that no other batch has.
func freshFigures(t *testing.T, n int, of briefing.ID, from int) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for i := range n {
		err := s.Append(figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: fmt.Sprintf("%06d", 20000+(from+i)%90), Classification: "HS", Level: 6,
			Period: briefing.Month(2022, 1+i%12), Value: briefing.SomeNum(strconv.Itoa(from*7 + i)), Currency: "USD", Basis: "FOB", Import: of, Line: from + i,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}
