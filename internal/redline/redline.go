// Package redline compares a Word file that came back with the document it was
// written from, part by part, and says of each difference what it would change in
// the project or why it can't be taken.
//
// It promises that a figure which a text holds stays bound: an edit goes into the
// stored text with its figures in their places. Where a figure itself was edited
// its number stays, since it is changed where it comes from; that is told, and
// the words of the edit can be taken without it.
package redline

import (
	"slices"
	"strconv"
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
	List  string // of a row of one of the record's lists, else ""
	Row   int    // from 0
	Field briefing.Field
	Was   string // as the document has it; "" where that is not known any more
	Now   string // as the file has it
	// Before and After are the stored forms.
	Before, After string
	// Taken is how the text would read if the difference were taken; it is Now
	// but for Figures and Kept.
	Taken string
	// Figures are the figures of the text that were edited: they stay what they
	// are, or go with the words they stood in. Kept are stretches that stay as
	// they were, since it can't be told which figure a number of theirs would be.
	Figures []Figure
	Kept    []Stay
	Added   bool   // a paragraph below the text, which becomes a line of it
	Removed bool   // the file does not have the text: taken out of it, or later than it
	Reason  Reason // why it can't be taken, "" where it can
}

// Figure is a figure of a text that was edited in the file.
type Figure struct {
	Bound string // as the text holds it, "{fact-id:value}"
	Was   string // as it was printed
	Now   string // what was written in its place, "" where it was taken out
}

// Stay is a stretch of a text that is left as it was.
type Stay struct{ Was, Now string }

// Reason is why a difference can't be taken.
type Reason string

// Reasons.
const (
	Bound    Reason = "bound"    // figures of the text were edited, and nothing else
	Unclear  Reason = "unclear"  // which of the numbers now is which figure can't be told
	Program  Reason = "program"  // the program puts this together
	Stale    Reason = "stale"    // the project's text was changed meanwhile
	Gone     Reason = "gone"     // the document does not show it any more
	Row      Reason = "row"      // a row of a record's list, changed in the program only
	Emptied  Reason = "emptied"  // all of the text was taken out
	New      Reason = "new"      // a paragraph or row that people have added
	Conflict Reason = "conflict" // the same text was edited in two ways
	Value    Reason = "value"    // the field can't hold it
	Twice    Reason = "twice"    // a word that a figure brings with it would be printed twice; see app
	Ends     Reason = "ends"     // the beginning was moved behind the end, which was left
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
	below := c.below(back.Parts)
	added := map[docx.Key][]string{}
	for i, part := range back.Parts {
		if of, ok := below[i]; ok {
			added[of] = append(added[of], part.Text)
		}
	}
	for i, part := range back.Parts {
		if of, ok := below[i]; ok {
			c.n++
			c.add(c.now[of], part.Text)
			continue
		}
		c.part(part, added[bare(part.Key)])
	}
	c.settle()
	c.out.Comments, c.out.Tracked = back.Comments, back.Tracked
	c.missing(pieces)
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

// part compares one part; added are the paragraphs that were written below it.
func (c *comparison) part(part docx.Part, added []string) {
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
	if there {
		part = withoutMarks(part, piece)
	}
	lines := ""
	if there && len(added) > 0 {
		piece, lines = had(piece, added)
	}
	print := docx.Print(part.Text)
	fresh := there && piece.Key.Print == part.Key.Print // the document says what it said then
	if part.Key.Kind == docx.FieldPiece && docx.Print(part.Around) != part.Key.Around && part.Text != "" && !(there && tail(piece, part)) {
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
		told := false
		for i, d := range edits(piece, part.Text, fresh, lines) {
			if i > 0 {
				c.n++
			}
			if d.Ref.ID != "" {
				c.tell(d)
				told = true
			}
		}
		if !told {
			c.out.Same++
		}
	}
}

// fieldOf finds the field of a record, or of a row of one of its lists, that a
// piece shows. A row that has a name of its own is a figure's statement: it is
// changed in the program.
func fieldOf(ref briefing.Ref, s document.ShownField) (briefing.Field, bool) {
	d, ok := briefing.Describe(ref.Kind)
	if !ok {
		return briefing.Field{}, false
	}
	list, _, ok := rowOf(s)
	if !ok {
		return briefing.Field{}, false
	}
	if list == "" {
		return d.Field(s.Field)
	}
	for _, l := range d.Lists {
		if i := slices.IndexFunc(l.Fields, func(f briefing.Field) bool { return list+"."+f.Key == s.Field }); l.Key == list && i >= 0 {
			return l.Fields[i], true
		}
	}
	return briefing.Field{}, false
}

// rowOf is the list and the number of the row that a field belongs to.
func rowOf(s document.ShownField) (list string, row int, ok bool) {
	list, _, nested := strings.Cut(s.Field, ".")
	if !nested {
		return "", 0, true
	}
	row, err := strconv.Atoi(s.Item)
	return list, row, err == nil && row >= 0
}

// settle sees to texts that stand in several places: the same edit in two of
// them is one, different ones can't both be taken.
func (c *comparison) settle() {
	type target struct {
		ref   briefing.Ref
		list  string
		row   int
		field string
	}
	of := func(d Difference) target { return target{d.Ref, d.List, d.Row, d.Field.Key} }
	after := map[target]string{}
	torn := map[target]bool{}
	for _, d := range c.out.Differences {
		t := of(d)
		if d.Reason != "" || d.Added || d.Removed {
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
		t := of(d)
		switch {
		case d.Reason != "", d.Added, d.Removed:
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
