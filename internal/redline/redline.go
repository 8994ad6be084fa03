// Package redline compares a Word file that came back with the document it was
// written from, part by part, and says of each difference what it would change in
// the project or why it can't be taken.
//
// It promises that a figure which a text holds stays bound: an edit goes into the
// stored text with its figures in their places, and where a figure itself was
// edited the edit is refused, since a number is changed where it comes from.
package redline

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/docx"
)

// Difference is one difference between the file and the document.
type Difference struct {
	// Number counts the edits of the file from 1 in their order, those that the
	// project has already among them: taking one leaves the others their numbers.
	Number int
	Where  string
	// What would be changed; zero of what no field stands for.
	Ref   briefing.Ref
	Field briefing.Field
	Was   string // as the document has it; "" where that is not known any more
	Now   string // as the file has it
	// Before and After are the stored forms.
	Before, After string
	Reason        Reason // why it can't be taken, "" where it can
}

// Reason is why a difference can't be taken.
type Reason string

// Reasons.
const (
	Bound    Reason = "bound"    // a figure of the text was edited or taken out
	Program  Reason = "program"  // the program puts this together
	Stale    Reason = "stale"    // the project's text was changed meanwhile
	Gone     Reason = "gone"     // the document does not show it any more
	Row      Reason = "row"      // a row of a record's list, changed in the program only
	Emptied  Reason = "emptied"  // all of the text was taken out
	New      Reason = "new"      // a paragraph or row that people have added
	Conflict Reason = "conflict" // the same text was edited in two ways
	Value    Reason = "value"    // the field can't hold it
)

// Result is the comparison of one file.
type Result struct {
	Differences []Difference
	Same        int // parts that say what they said
	// Missing are texts of records that the file does not have: taken out, or in
	// the project only since.
	Missing  []docx.Piece
	Comments []docx.Comment
	Tracked  bool
}

// Compare compares the parts of a file with the pieces of the document as it
// would be written now.
func Compare(pieces []docx.Piece, back *docx.Returned) Result {
	c := comparison{now: map[docx.Key]docx.Piece{}, seen: map[docx.Key]bool{}}
	for _, p := range pieces {
		c.now[bare(p.Key)] = p
	}
	for _, part := range back.Parts {
		c.part(part)
	}
	c.settle()
	c.out.Comments, c.out.Tracked = back.Comments, back.Tracked
	for _, p := range pieces {
		if p.Key.Kind == docx.FieldPiece && !c.seen[bare(p.Key)] {
			c.out.Missing = append(c.out.Missing, p)
		}
	}
	return c.out
}

// Known reports whether the document has any of the file's parts.
func Known(pieces []docx.Piece, back *docx.Returned) bool {
	now := map[docx.Key]bool{}
	for _, p := range pieces {
		now[bare(p.Key)] = true
	}
	for _, part := range back.Parts {
		// Parts that the program puts together are named by their places alone.
		if part.Known && part.Key.Kind == docx.FieldPiece && now[bare(part.Key)] {
			return true
		}
	}
	return false
}

// bare is a key without what the part said.
func bare(k docx.Key) docx.Key {
	k.Print, k.Around = "", ""
	return k
}

type comparison struct {
	now  map[docx.Key]docx.Piece
	seen map[docx.Key]bool
	n    int // edits so far
	out  Result
}

func (c *comparison) tell(d Difference) {
	d.Number = c.n
	c.out.Differences = append(c.out.Differences, d)
}

func (c *comparison) part(part docx.Part) {
	if !part.Known {
		if part.Text != "" {
			c.n++
			c.tell(Difference{Now: part.Text, Reason: New})
		}
		return
	}
	key := bare(part.Key)
	piece, there := c.now[key]
	c.seen[key] = true
	print := docx.Print(part.Text)
	fresh := there && piece.Key.Print == part.Key.Print // the document says what it said then
	if part.Key.Kind == docx.FieldPiece && docx.Print(part.Around) != part.Key.Around && part.Text != "" {
		c.n++
		was := ""
		if there && piece.Key.Around == part.Key.Around {
			was = strings.TrimSpace(piece.Around)
		}
		c.tell(Difference{Where: piece.Where, Was: was, Now: part.Around, Reason: Program})
	}
	if print != part.Key.Print {
		c.n++
	}
	switch {
	case print == part.Key.Print, there && print == piece.Key.Print:
		c.out.Same++
	case part.Key.Kind != docx.FieldPiece:
		d := Difference{Where: piece.Where, Now: part.Text, Reason: Program}
		if fresh {
			d.Was = piece.Text
		}
		c.tell(d)
	case !there:
		c.tell(Difference{Now: part.Text, Reason: Gone})
	default:
		c.tell(edit(piece, part.Text, fresh))
	}
}

// edit is the difference of a text of a record.
func edit(p docx.Piece, text string, fresh bool) Difference {
	f, ok := fieldOf(p.Shows)
	d := Difference{
		Where: p.Where, Ref: p.Shows.Ref, Field: f, Was: trimmed(p.Segments), Now: text, Before: p.Shows.Fields[0].Stored,
	}
	switch {
	case !ok: // the document shows it, only as a row of a list
		d.Reason = Row
	case !fresh:
		d.Reason = Stale
	case text == "":
		d.Reason = Emptied
	case f.Type != briefing.LineField && f.Type != briefing.ProseField || f.Exact:
		d.Reason = Program
	default:
		d.After, d.Reason = stored(f, p.Segments, text)
	}
	return d
}

// stored is the stored form of an edited text.
func stored(f briefing.Field, was []docx.Segment, text string) (string, Reason) {
	after, ok := rebind(was, text)
	switch {
	case !ok:
		return "", Bound
	case f.Type == briefing.LineField && strings.Contains(after, "\n"), f.Check(after) != nil:
		return "", Value
	}
	return after, ""
}

// fieldOf finds the field of a record that a piece shows. Texts of rows of
// lists are changed in the program.
func fieldOf(s *document.Shown) (briefing.Field, bool) {
	d, ok := briefing.Describe(s.Ref.Kind)
	if !ok {
		return briefing.Field{}, false
	}
	return d.Field(s.Fields[0].Field)
}

// settle sees to texts that stand in several places: the same edit in two of
// them is one, different ones can't both be taken.
func (c *comparison) settle() {
	type target struct {
		ref   briefing.Ref
		field string
	}
	after := map[target]string{}
	torn := map[target]bool{}
	for _, d := range c.out.Differences {
		t := target{d.Ref, d.Field.Key}
		if d.Reason != "" {
			continue
		}
		if a, again := after[t]; again && a != d.After {
			torn[t] = true
		}
		after[t] = d.After
	}
	told := map[target]bool{}
	var out []Difference
	for _, d := range c.out.Differences {
		t := target{d.Ref, d.Field.Key}
		switch {
		case d.Reason != "":
		case torn[t]:
			d.Reason = Conflict
		case told[t]:
			continue
		default:
			told[t] = true
		}
		out = append(out, d)
	}
	c.out.Differences = out
}

func trimmed(list []docx.Segment) string {
	var sb strings.Builder
	for _, s := range list {
		sb.WriteString(s.Text)
	}
	return strings.TrimSpace(sb.String())
}
