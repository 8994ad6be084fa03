package redline

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/export/docx"
)

// A paragraph that people have written below a text of several lines can become
// a line of it; one anywhere else belongs to no record. A text that is not in the
// file any more can be taken out of the project. Neither is taken unasked.

// below finds, for each paragraph that people have added, the text that it stands
// below: nothing but others like it and the line of who may hear the text stands
// between.
func (c *comparison) below(parts []docx.Part) map[int]docx.Key {
	out := map[int]docx.Key{}
	for i, p := range parts {
		if p.Known || p.Key.Kind == docx.RowPiece || p.Text == "" || len(briefing.BindingsOf(p.Text)) > 0 {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			o := parts[j]
			if !o.Known && o.Key.Kind != docx.RowPiece || o.Known && o.Key.Kind == docx.ProgramPiece && c.now[bare(o.Key)].Tag {
				continue
			}
			if piece, ok := c.now[bare(o.Key)]; ok && o.Known && longText(piece) {
				out[i] = bare(o.Key)
			}
			break
		}
	}
	return out
}

// longText reports whether a piece is a text of several lines of a record.
func longText(p docx.Piece) bool {
	if p.Shows == nil || len(p.Shows.Fields) != 1 {
		return false
	}
	f, ok := fieldOf(p.Shows.Ref, p.Shows.Fields[0])
	return ok && f.Type == briefing.ProseField && !f.Exact
}

// had takes from a piece the lines that were added from the file before: what is
// left is compared with the paragraph that was sent. The lines are given as they
// are stored.
func had(p docx.Piece, added []string) (docx.Piece, string) {
	taken := ""
	p.Segments = slices.Clone(p.Segments)
	for n := len(p.Segments); n > 0 && p.Segments[n-1].Bound == ""; {
		last := &p.Segments[n-1]
		text := strings.TrimRight(last.Text, "\n ")
		at := strings.LastIndexByte(text, '\n')
		if at < 0 || !slices.ContainsFunc(added, func(a string) bool { return docx.Print(a) == docx.Print(text[at:]) }) {
			break
		}
		taken, last.Text = text[at:]+taken, strings.TrimRight(text[:at], "\n ")
	}
	if taken != "" {
		p.Key.Print = docx.Print(segmentsText(p.Segments))
	}
	return p, taken
}

// add tells of a paragraph that people have added below a text.
func (c *comparison) add(p docx.Piece, text string) {
	written := text
	text, _ = unmarked(text, segmentsText(p.Segments))
	if _, taken := had(p, []string{text}); taken != "" || slices.ContainsFunc(strings.Split(p.Shows.Fields[0].Stored, "\n"), func(line string) bool {
		return docx.Print(line) == docx.Print(text)
	}) {
		c.out.Same++
		return
	}
	f, _ := fieldOf(p.Shows.Ref, p.Shows.Fields[0])
	stored := p.Shows.Fields[0].Stored
	c.tell(Difference{
		Where: p.Where, Ref: p.Shows.Ref, Field: f, Now: written, Taken: text, Added: true, Before: stored,
		After: strings.TrimRight(stored, "\n") + "\n" + text,
	})
}

// missing tells of texts that the file does not have. Only a text of several
// lines that its record can be without may be taken out: a row that is gone is no
// wish to have its cells empty.
func (c *comparison) missing(pieces []docx.Piece) {
	for _, p := range pieces {
		if p.Key.Kind != docx.FieldPiece || c.seen[bare(p.Key)] {
			continue
		}
		if f, ok := fieldOf(p.Shows.Ref, p.Shows.Fields[0]); ok && longText(p) && !f.Required {
			c.n++
			c.tell(Difference{
				Where: p.Where, Ref: p.Shows.Ref, Field: f, Was: trimmed(p.Segments), Before: p.Shows.Fields[0].Stored, Removed: true,
				Figures: gone(p.Segments, ""),
			})
			continue
		}
		c.out.Missing = append(c.out.Missing, p)
	}
}

func segmentsText(list []docx.Segment) string {
	var sb strings.Builder
	for _, s := range list {
		sb.WriteString(s.Text)
	}
	return sb.String()
}
