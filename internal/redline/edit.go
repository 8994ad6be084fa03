package redline

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
)

// tail reports whether what the program has put behind a day or a choice is gone
// with the one it belonged to.
func tail(p docx.Piece, part docx.Part) bool {
	f, _ := fieldOf(p.Shows.Ref, p.Shows.Fields[0])
	_, _, _, value := typed(p.Key.Lang, f, part.Text, "")
	return value && docx.Print(part.Text) != part.Key.Print
}

// edits are the differences of what shows a record: of an item of a programme
// one for its hour and one for its title, "" where that was not edited.
// Lines are those of the text that are not compared and stay.
func edits(p docx.Piece, text string, fresh bool, lines string) []Difference {
	if len(p.Shows.Fields) == 1 {
		shown := p.Shows.Fields[0]
		shown.Stored = strings.TrimSuffix(strings.TrimRight(shown.Stored, "\n "), lines)
		d := edit(p, shown, trimmed(p.Segments), text, fresh)
		if d.Before = p.Shows.Fields[0].Stored; d.After != "" {
			d.After += lines
		}
		return []Difference{d}
	}
	printed := trimmed(p.Segments)
	zoned := hourPrinted(p.Shows, printed)
	hourWas, titleWas := hourAndTitle(printed, zoned)
	hour, title := hourAndTitle(text, zoned)
	var out []Difference
	for i, x := range []struct{ was, now string }{{hourWas, hour}, {titleWas, title}} {
		if docx.Print(x.was) == docx.Print(x.now) {
			out = append(out, Difference{})
			continue
		}
		one := p
		one.Segments = []docx.Segment{{Text: x.was}}
		out = append(out, edit(one, p.Shows.Fields[i], x.was, x.now, fresh))
	}
	return out
}

// edit is the difference of a field of a record.
func edit(p docx.Piece, shown document.ShownField, was, text string, fresh bool) Difference {
	f, ok := fieldOf(p.Shows.Ref, shown)
	d := Difference{Where: p.Where, Ref: p.Shows.Ref, Field: f, Was: was, Now: text, Before: shown.Stored}
	d.List, d.Row, _ = rowOf(shown)
	after, taken, reason, value := typed(p.Key.Lang, f, text, shown.Stored)
	switch {
	case !ok: // the document shows it, only as a row of a list
		d.Reason = Row
	case value && reason == "" && after == shown.Stored:
		return Difference{} // the same in other words
	case !fresh && (value || !d.said(f, p)):
		d.Reason = Stale
	case !fresh: // what could be taken has been
		d.Reason = Bound
	case text == "" && (!value || f.Required):
		d.Reason = Emptied
	case text == "":
		d.Taken = ""
	case value:
		d.After, d.Taken, d.Reason = after, taken, reason
	case f.Type != briefing.LineField && f.Type != briefing.ProseField || f.Exact:
		d.Reason = Program
	default:
		d.Reason = d.merge(f, p)
	}
	return d
}

// said reports whether the project's text has the words of the file already, and
// differs from it in figures alone.
func (d *Difference) said(f briefing.Field, p docx.Piece) bool {
	other := *d
	if other.merge(f, p) != Bound || len(other.Figures) == 0 || len(other.Kept) > 0 {
		return false
	}
	*d = other
	return true
}

// merge works out what of an edited text can be taken.
func (d *Difference) merge(f briefing.Field, p docx.Piece) Reason {
	after, ok := rebind(p.Segments, d.Now)
	if ok {
		d.Taken, d.Figures = d.Now, gone(p.Segments, after)
	} else {
		m, ok := merge(p.Key.Lang, p.Segments, d.Now)
		if !ok {
			return Unclear
		}
		after, d.Taken, d.Figures, d.Kept = m.stored, m.printed, m.figures, m.kept
	}
	switch {
	case f.Type == briefing.LineField && strings.Contains(after, "\n"), f.Check(after) != nil:
		return Value
	case after == strings.TrimSpace(d.Before) && len(d.Kept) > 0:
		return Unclear
	case after == strings.TrimSpace(d.Before):
		return Bound
	}
	d.After = after
	return ""
}

// gone lists the figures of a text that a later one does not hold any more.
func gone(was []docx.Segment, after string) (out []Figure) {
	have := map[string]int{}
	for _, b := range briefing.BindingsOf(after) {
		have[after[b.Start:b.End]]++
	}
	for _, s := range was {
		if s.Bound == "" {
			continue
		}
		if have[s.Bound]--; have[s.Bound] < 0 {
			out = append(out, Figure{Bound: s.Bound, Was: strings.TrimSpace(s.Text)})
		}
	}
	return out
}
