package redline

import (
	"regexp"
	"strings"

	"briefing/internal/export/docx"
)

// Numbers of sources stand behind a text and are no part of it. Who writes a
// paragraph anew writes them again, into the text.

// sourceMarks are numbers of sources as the program prints them, with the blanks
// before them: « [6]», « [1], [4]».
var sourceMarks = regexp.MustCompile(`[\s\x{a0}]*\[\p{L}?\d{1,3}\](?:[,;]?[\s\x{a0}]*\[\p{L}?\d{1,3}\])*`)

// unmarked takes the numbers of sources off what people have written, unless the
// text was printed with some of its own; marks are those that were taken.
func unmarked(text, printed string) (plain, marks string) {
	found := sourceMarks.FindAllString(text, -1)
	if len(found) == 0 || sourceMarks.MatchString(printed) {
		return text, ""
	}
	for i := range found {
		found[i] = strings.TrimSpace(found[i])
	}
	return strings.TrimSpace(sourceMarks.ReplaceAllString(text, "")), strings.Join(found, ", ")
}

// withoutMarks is a part whose numbers of sources stand beside its text again:
// those that came to stand in it are the printed ones, or an edit of them.
func withoutMarks(part docx.Part, p docx.Piece) docx.Part {
	if part.Key.Kind != docx.FieldPiece || p.Shows == nil {
		return part
	}
	text, marks := unmarked(part.Text, segmentsText(p.Segments))
	if marks == "" {
		return part
	}
	part.Text = text
	switch {
	case strings.TrimSpace(part.Around) == "":
		part.Around = marks
	case docx.Print(part.Around) != docx.Print(marks):
		part.Around += ", " + marks
	}
	return part
}
