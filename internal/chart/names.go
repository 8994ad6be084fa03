package chart

import (
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

// slots are the places of categories along the foot of a plot.
type slots struct {
	left, step, width vg.Length
	points            bool // the first and last stand at the ends (lines)
}

func (s slots) centre(i int) vg.Length {
	if s.points {
		return s.left + vg.Length(i)*s.step
	}
	return s.left + (vg.Length(i)+0.5)*s.step
}

// names are the words under the categories, as offsets from the foot of the
// plot downwards.
type names struct {
	texts []placed // y is the distance of the baseline below the plot
	rows  int
}

const (
	nameDrop  = 11.3 // from the foot of the plot to the first baseline
	nameLines = 3
)

// newNames sets the names of categories: in one line of label size if all
// fit, else small and in up to three lines; a long row of them keeps every
// second, third…, counted from the last; only then are words cut.
func newNames(texts []string, s slots) names {
	if n, ok := oneLine(texts, s, nameLook()); ok {
		return n
	}
	if n, ok := wrapped(texts, s, narrowLook(), 2, false); ok {
		return n
	}
	if len(texts) > manyMarks || short(texts) {
		for keep := 2; keep < len(texts); keep++ {
			if n, ok := oneLine(thinned(texts, keep), s, narrowLook()); ok {
				return n
			}
		}
	}
	if n, ok := wrapped(texts, s, narrowLook(), nameLines, false); ok {
		return n
	}
	if n, ok := wrapped(texts, s, narrowLook(), nameLines, true); ok {
		return n
	}
	for keep := 2; keep < len(texts); keep++ {
		if n, ok := wrapped(thinned(texts, keep), s, narrowLook(), nameLines, true); ok {
			return n
		}
	}
	return names{rows: 1}
}

// short tells names of periods, which go on without those between, from words,
// which don't.
func short(texts []string) bool {
	for _, t := range texts {
		if utf8.RuneCountInString(t) > 7 {
			return false
		}
	}
	return len(texts) > 2
}

// thinned keeps every k-th name, the last one for certain.
func thinned(texts []string, k int) []string {
	out := make([]string, len(texts))
	for i := range texts {
		if (len(texts)-1-i)%k == 0 {
			out[i] = texts[i]
		}
	}
	return out
}

func oneLine(texts []string, s slots, sty look) (names, bool) {
	rows := make([][]string, len(texts))
	for i, t := range texts {
		rows[i] = strings.Split(t, "\n")
	}
	return setNames(rows, s, sty)
}

func wrapped(texts []string, s slots, sty look, most int, cut bool) (names, bool) {
	rows := make([][]string, len(texts))
	room := s.step - 3
	if s.points {
		room = s.step - 4
	}
	if k := gaps(texts); k > 1 {
		room = s.step*vg.Length(k) - 4
	}
	if room < leastSize*1.3 {
		return names{}, false
	}
	for i, t := range texts {
		lines, cuts := fill(t, sty, room)
		if !cut && (cuts > 0 || len(lines) > most) {
			return names{}, false
		}
		rows[i] = wrap(t, sty, room, most)
	}
	return setNames(rows, s, sty)
}

// gaps is the distance of names that are there.
func gaps(texts []string) int {
	last, least := -1, len(texts)
	for i, t := range texts {
		if t == "" {
			continue
		}
		if last >= 0 {
			least = min(least, i-last)
		}
		last = i
	}
	return least
}

// setNames places the names and says whether they stay apart.
func setNames(rows [][]string, s slots, sty look) (names, bool) {
	n := names{rows: 1}
	right := make([]vg.Length, nameLines+1)
	for i := range right {
		right[i] = -1e6
	}
	for i, lines := range rows {
		if len(lines) > nameLines {
			return names{}, false
		}
		n.rows = max(n.rows, len(lines))
		for j, t := range lines {
			l := newLine(t, sty)
			if t == "" {
				continue
			}
			x := min(max(s.centre(i)-l.width/2, 0), s.width-l.width)
			if x < right[j]+4 || x < 0 {
				return names{}, false
			}
			right[j] = x + l.width
			n.texts = append(n.texts, at(l, x, nameDrop+vg.Length(j)*leadSmall))
		}
	}
	return n, true
}

func (n names) height() vg.Length { return nameDrop + vg.Length(n.rows-1)*leadSmall + 2 }

// under gives the names at their places below a plot's foot.
func (n names) under(foot vg.Length) []placed {
	var out []placed
	for _, t := range n.texts {
		t.y = foot - t.y
		out = append(out, t)
	}
	return out
}
