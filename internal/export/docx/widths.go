package docx

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/document"
)

// cellPad is the room at both sides of a cell's text, in twips.
const cellPad = 120

// boldWider is how much wider a bold text is, with room to spare.
const boldWider = 1.12

// measure finds the widths of the columns: numbers get what they need, texts
// share the rest by their weights and lengths, each at least its longest word.
func (ts *tableWriter) measure() {
	least, natural := ts.needs()
	ts.share(spared(least, float64(ts.textWidth)), natural)
}

// needs are the least widths of the columns, in which no word is broken, and
// those in which each text stands on one line.
func (ts *tableWriter) needs() (least, natural []float64) {
	n := len(ts.t.Columns)
	ts.widths, ts.digits, ts.slots = make([]int, n), make([]int, n), make([]bool, n)
	least, natural = make([]float64, n), make([]float64, n)
	for j, c := range ts.t.Columns {
		ts.marksOf(j)
		head := joined("\n", c.Title, c.Unit)
		least[j] = ts.wide(longestWord(head)) * 1.08
		for i := range ts.t.Rows {
			r := &ts.t.Rows[i]
			if j >= len(r.Cells) || alone(r) {
				continue
			}
			text := inlineText(ts.cellRuns(&r.Cells[j], j, r.Kind))
			need := ts.wide(longestWord(text)) + float64(r.Indent*160)
			if c.Kind == document.NumberColumn {
				need = ts.widest(text) + float64(ts.room(&r.Cells[j], j))
			}
			if r.Kind == document.GroupRow || r.Kind == document.TotalRow {
				need *= boldWider
			}
			least[j] = max(least[j], need)
			natural[j] = max(natural[j], ts.widest(text)+float64(r.Indent*160))
		}
		least[j] += cellPad
		natural[j] = max(natural[j]+cellPad, least[j]*substitute)
	}
	return least, natural
}

func sum(widths []float64) float64 {
	all := 0.0
	for _, w := range widths {
		all += w
	}
	return all
}

// substitute is how much wider than ours the letters may be that stand in for
// them on a machine without our fonts.
const substitute = 1.14

// spared gives columns room for such letters where the table has it: a total
// that breaks over two lines is no number any more.
func spared(least []float64, room float64) []float64 {
	if sum(least)*substitute > room {
		return least
	}
	out := make([]float64, len(least))
	for j, w := range least {
		out[j] = w * substitute
	}
	return out
}

// marksOf finds whether numbers of a column have marks, and their decimals.
func (ts *tableWriter) marksOf(j int) {
	for i := range ts.t.Rows {
		r := &ts.t.Rows[i]
		if j >= len(r.Cells) || ts.t.Columns[j].Kind != document.NumberColumn {
			continue
		}
		c := &r.Cells[j]
		ts.slots[j] = ts.slots[j] || c.Mark != ""
		if c.Number.Valid && c.Text == "" {
			ts.digits[j] = max(ts.digits[j], ts.decimals(c, j))
		}
	}
}

// share gives each column its least, then the room that is left to those that
// could use it; a table that is too wide is made narrower as a whole.
func (ts *tableWriter) share(least, natural []float64) {
	total, all, want := float64(ts.textWidth), sum(least), 0.0
	for j := range least {
		want += (natural[j] - least[j]) * ts.weight(j)
	}
	spare := total - all
	used := 0
	for j := range least {
		x := least[j]
		switch {
		case spare < 0:
			x *= total / all
		case want > 0:
			x += spare * (natural[j] - least[j]) * ts.weight(j) / want
		default:
			x += spare / float64(len(least))
		}
		ts.widths[j] = int(x)
		used += ts.widths[j]
	}
	ts.widths[len(ts.widths)-1] += ts.textWidth - used
}

func (ts *tableWriter) weight(j int) float64 {
	c := ts.t.Columns[j]
	switch {
	case c.Kind == document.NumberColumn:
		return 0.3
	case c.Weight > 0:
		return c.Weight
	}
	return 1
}

// wide is about the width of a text on one line, in twips.
func (ts *tableWriter) wide(s string) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case scriptOf(r) == han:
			w += 1
		case r == ' ' || r == '\u00a0' || r == '.' || r == ',' || r == ':' || r == 'i' || r == 'l':
			w += 0.3
		case strings.ContainsRune("мшщжюыфШЩЖЮЫФМmwMW%—", r):
			w += 0.82
		case r >= 'А' && r <= 'Я' || r >= 'A' && r <= 'Z':
			w += 0.72
		default:
			w += 0.59
		}
	}
	return w * ts.size * 20
}

// widest is the width of the longest line of a text.
func (ts *tableWriter) widest(s string) float64 {
	w := 0.0
	for l := range strings.SplitSeq(s, "\n") {
		w = max(w, ts.wide(l))
	}
	return w
}

// longestWord is the longest stretch of a text that is better not broken.
func longestWord(s string) string {
	longest := ""
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '/' || r == '-' }) {
		if scriptOf(firstRune(word)) == han && utf8.RuneCountInString(word) > 5 {
			word = string([]rune(word)[:5])
		}
		if utf8.RuneCountInString(word) > utf8.RuneCountInString(longest) {
			longest = word
		}
	}
	if r := []rune(longest); len(r) > 24 {
		longest = string(r[:24])
	}
	return longest
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
