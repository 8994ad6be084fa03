package app

import (
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pivot"
	"briefing/internal/project"
	"briefing/internal/whence"
)

// WhenceText is the derivation of each number that a text holds as a binding,
// in their order and each once: of facts, and of what was written from the
// observations; of a pivot those of its last column. Words that prove a record
// have what they were compared with; other words are told of only where nothing
// else is asked about.
func (p *Project) WhenceText(text string, rows int) []Derivation {
	bindings := briefing.BindingsOf(text)
	var reader fromRows
	if slices.ContainsFunc(bindings, func(b briefing.Binding) bool { return b.Data != "" }) {
		reader, _ = p.Snapshot(time.Time{}, briefing.Leader).Computed.(fromRows)
	}
	var out []Derivation
	seen := map[string]bool{}
	var own whence.World // whose observations are those of the pack's own parts
	ofPack := func(pr *project.Project) *figure.Set {
		own = whence.World{Facts: pr.Facts, Imports: pr.Imports, Rows: rows}
		if own.Figures, _ = ownRows(pr); own.Figures == nil {
			own.Figures = figure.NewSet()
		}
		return pr.Figures
	}
	p.derive(rows, ofPack, func(w *whence.World) {
		for _, b := range bindings {
			name := string(b.Fact) // whatever the form
			if b.Data != "" {
				name = b.String()
			}
			if seen[name] {
				continue
			}
			seen[name] = true
			if b.Data == "" {
				if d, ok := w.OfFact(b.Fact); ok {
					out = append(out, d)
				}
				continue
			}
			if _, series := b.Exhibits(); series {
				continue // its facts tell of themselves
			}
			if pivot.Is(b) {
				out = append(out, ofPivot(w, &own, reader, b)...)
				continue
			}
			stand, ok := reader.Behind(b)
			if words := ok && len(stand.Numbers) == 0; words && (len(bindings) == 1 || ofRecord(b.Form)) {
				out = append(out, own.OfWords(stand.Words, stand.Proof, stand.Rows))
			}
			for _, n := range stand.Numbers {
				out = append(out, own.OfResult(n.Result, stand.Rows))
			}
		}
	})
	return out
}

// ofRecord reports a piece that names the years of a record.
func ofRecord(form string) bool {
	return slices.Contains([]string{"maxof", "minof", "maxsince", "minsince"}, form)
}

// ofPivot are the derivations of the last column of a pivot.
func ofPivot(w, own *whence.World, reader fromRows, b briefing.Binding) (out []Derivation) {
	t, fault := reader.Pivot(b)
	if fault != "" {
		return nil
	}
	if !byParts(figure.Filter{}, t.Spec.Rows, t.Spec.Columns) {
		w = own
	}
	for _, row := range t.Cells {
		if c := row[len(row)-1]; c.There {
			out = append(out, w.OfCell(c.Answer, &c.Answer.Tables[c.Table], c.Line, 0))
		}
	}
	return out
}

// SetsTable reports whether a reference of a text stands for a table, of a pivot
// or a series.
func SetsTable(b briefing.Binding) bool {
	_, series := b.Exhibits()
	return series || pivot.Is(b)
}

// WhenceOffer is the derivation of each number of an offer.
func (p *Project) WhenceOffer(o Offer, rows int) []Derivation {
	return p.WhenceText(o.Bound.RU, rows)
}

// WhenceRecord is the derivation of a record's numbers: of a fact itself, of
// other records those that their texts hold.
func (p *Project) WhenceRecord(ref briefing.Ref, rows int) []Derivation {
	if ref.Kind == briefing.KindFact {
		if d, ok := p.WhenceFact(ref.ID, rows); ok {
			return []Derivation{d}
		}
		return nil
	}
	text := ""
	p.ReadRecords(func(pr *project.Project) {
		d, ok := briefing.Describe(ref.Kind)
		if !ok {
			return
		}
		for _, r := range pr.Records(ref.Kind) {
			if r.Ref() != ref {
				continue
			}
			for _, f := range d.Fields {
				if f.Lang != "" {
					text += f.Get(r)
				}
			}
		}
	})
	return p.WhenceText(text, rows)
}

// DerivationsLines prints several derivations one after the other.
func (p *Project) DerivationsLines(list []Derivation, l briefing.Lang, window bool) []DerivationLine {
	var out []DerivationLine
	for _, d := range list {
		out = append(out, p.DerivationLines(d, l, window)...)
	}
	return out
}
