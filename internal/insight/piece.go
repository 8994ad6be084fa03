package insight

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// Marks around a piece while a sentence is put together; no text holds them.
const (
	pieceOpen  = "\x02"
	pieceName  = "\x03"
	pieceClose = "\x04"
)

// piece marks a part of a sentence that changes with the data; an empty one is
// kept, since it may have something to say another time.
func (p pen) piece(form, text string) string { return pieceOpen + form + pieceName + text + pieceClose }

// take takes the marks off a sentence: it gives the plain text, and keeps the
// pieces and the text that is bound to them.
func (s *Sentence) take(marked string, l briefing.Lang, key Key) string {
	var plain, bound strings.Builder
	for {
		before, rest, found := strings.Cut(marked, pieceOpen)
		plain.WriteString(before)
		bound.WriteString(before)
		if !found {
			break
		}
		form, rest, _ := strings.Cut(rest, pieceName)
		text, rest, _ := strings.Cut(rest, pieceClose)
		plain.WriteString(text)
		bound.WriteString(briefing.Binding{Data: key.String(), Form: form}.String())
		at := slices.IndexFunc(s.Pieces, func(p Piece) bool { return p.Form == form })
		if at < 0 {
			at = len(s.Pieces)
			s.Pieces = append(s.Pieces, Piece{Form: form})
		}
		*s.Pieces[at].Text.At(l) = text
		marked = rest
	}
	if key != (Key{}) {
		*s.Bound.At(l) = bound.String()
	}
	return plain.String()
}

// Editable is the bound text of a language as a person edits it: each figure
// as it is printed, in braces. Pieces with nothing to say are not shown.
func (s Sentence) Editable(l briefing.Lang) string {
	bound, labels := s.Bound.In(l), s.labels(l)
	var out strings.Builder
	at := 0
	for _, b := range briefing.BindingsOf(bound) {
		out.WriteString(bound[at:b.Start])
		if label := labels[b.Form]; label != "" {
			out.WriteString("{" + label + "}")
		}
		at = b.End
	}
	return out.String() + bound[at:]
}

// labels are what stands for each piece: its text, with a number where two
// pieces read alike, so that they are not taken for one another.
func (s Sentence) labels(l briefing.Lang) map[string]string {
	out, seen := map[string]string{}, map[string]int{}
	for _, p := range s.Pieces {
		text := p.Text.In(l)
		if text == "" || s.binding(p.Form, l) == "" { // nothing to say, or not of this sentence
			continue
		}
		if seen[text]++; seen[text] > 1 {
			text += " №" + strconv.Itoa(seen[text])
		}
		out[p.Form] = text
	}
	return out
}

// Edited is the bound text that a person made of Editable. Words may be
// changed, figures moved or taken out; a figure in braces that the sentence
// does not have is CodeBadValue with what stands in them: numbers stay bound.
func (s Sentence) Edited(l briefing.Lang, edited string) (string, error) {
	var out strings.Builder
	labels := s.labels(l)
	for {
		before, rest, found := strings.Cut(edited, "{")
		out.WriteString(before)
		if !found {
			if at := strings.IndexByte(before, '}'); at >= 0 {
				return "", &briefing.Error{Code: briefing.CodeBadValue, Op: "edit a sentence", Path: before[at:]}
			}
			return strings.TrimSpace(out.String()), nil
		}
		text, rest, _ := strings.Cut(rest, "}")
		i := slices.IndexFunc(s.Pieces, func(p Piece) bool { return labels[p.Form] == text && text != "" })
		if i < 0 {
			return "", &briefing.Error{Code: briefing.CodeBadValue, Op: "edit a sentence", Path: text}
		}
		out.WriteString(s.binding(s.Pieces[i].Form, l))
		edited = rest
	}
}

// binding is the binding of a piece, as the sentence has it.
func (s Sentence) binding(form string, l briefing.Lang) string {
	for _, b := range briefing.BindingsOf(s.Bound.In(l)) {
		if b.Form == form {
			return b.String()
		}
	}
	return ""
}
