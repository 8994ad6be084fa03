package redline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/export/docx"
)

// span is a stretch of runes.
type span struct{ from, to int }

func (s span) meets(o span) bool { return s.from < o.to && o.from < s.to }

// rebind puts the figures of a text back into it after it was edited. ok is
// false where one of them is not there as it was printed, unless nothing but
// whole words was taken out: who cuts a sentence cuts its figures with it.
func rebind(was []docx.Segment, text string) (stored string, ok bool) {
	before, all := printed(was)
	var figures, silent []bound
	for _, f := range all {
		if f.at.from == f.at.to {
			silent = append(silent, f)
		} else {
			figures = append(figures, f)
		}
	}
	now := plainRunes(text)
	claimed := make([]*docx.Segment, 0, len(figures))
	places := []span{}
	missing := false
	for _, group := range byLength(figures) {
		at := find(now, plainRunes(group[0].seg.Text), places)
		old := find(before, plainRunes(group[0].seg.Text), longer(figures, group[0].seg.Text))
		chosen := choose(group, old, at)
		missing = missing || len(chosen) < len(group)
		for i, s := range chosen {
			places = append(places, s)
			claimed = append(claimed, group[i].seg)
		}
	}
	if missing && !onlyCut(before, figures, now, places, claimed) {
		return "", false
	}
	for _, f := range silent {
		s, ok := between(before, now, f.at.from)
		if !ok {
			return "", false
		}
		places, claimed = append(places, s), append(claimed, f.seg)
	}
	stored = put([]rune(text), places, claimed)
	return strings.TrimSpace(stored), sameFigures(stored, claimed)
}

// between finds the place of a figure that prints nothing, such as a change that
// is not known: it is the same from the beginning or from the end of the text,
// unless what stood around it was edited.
func between(before, now []rune, at int) (span, bool) {
	if at <= len(now) && slices.Equal(before[:at], now[:at]) {
		return span{at, at}, true
	}
	rest := before[at:]
	if n := len(now) - len(rest); n >= 0 && slices.Equal(rest, now[n:]) {
		return span{n, n}, true
	}
	return span{}, false
}

// bound is a figure and where it stood.
type bound struct {
	seg *docx.Segment
	at  span
}

// printed is the text as it was printed, with its figures.
func printed(was []docx.Segment) ([]rune, []bound) {
	var out []rune
	var figures []bound
	for i := range was {
		r := plainRunes(was[i].Text)
		if was[i].Bound != "" {
			figures = append(figures, bound{&was[i], span{len(out), len(out) + len(r)}})
		}
		out = append(out, r...)
	}
	return out, figures
}

// byLength groups figures that print the same, the longest first, so that one
// which holds another is found before it.
func byLength(figures []bound) [][]bound {
	var out [][]bound
	for _, f := range figures {
		i := slices.IndexFunc(out, func(g []bound) bool { return g[0].seg.Text == f.seg.Text })
		if i < 0 {
			out = append(out, []bound{f})
		} else {
			out[i] = append(out[i], f)
		}
	}
	slices.SortStableFunc(out, func(a, b []bound) int { return len(b[0].seg.Text) - len(a[0].seg.Text) })
	return out
}

// longer are the places of figures that print more than a text.
func longer(figures []bound, text string) []span {
	var out []span
	for _, f := range figures {
		if f.seg.Text != text && len(f.seg.Text) >= len(text) {
			out = append(out, f.at)
		}
	}
	return out
}

// find lists where a printed figure stands in a text, as a figure of its own
// and not as a part of a longer number or word, outside of the places taken.
func find(text, figure []rune, taken []span) []span {
	var out []span
	if len(figure) == 0 {
		return nil
	}
	for at := 0; at+len(figure) <= len(text); at++ {
		s := span{at, at + len(figure)}
		if !slices.Equal(text[s.from:s.to], figure) || !apart(text, s) ||
			slices.ContainsFunc(taken, s.meets) {
			continue
		}
		out = append(out, s)
		at = s.to - 1
	}
	return out
}

// apart reports whether a stretch that holds a figure stands by itself.
func apart(text []rune, s span) bool {
	at := func(i int) rune {
		if i < 0 || i >= len(text) {
			return 0
		}
		return text[i]
	}
	first, last := text[s.from], text[s.to-1]
	before, after := at(s.from-1), at(s.to)
	if word(first) && word(before) || word(last) && word(after) {
		return false
	}
	if unicode.IsDigit(first) && (digit(before) || strings.ContainsRune(".,  -−–+", before) && before != 0 &&
		(digit(at(s.from-2)) || strings.ContainsRune("-−+", before))) {
		return false
	}
	if unicode.IsDigit(last) && (digit(after) || strings.ContainsRune("., ", after) && after != 0 && digit(at(s.to+1)) ||
		strings.ContainsRune("%‰万亿", after) && after != 0) {
		return false
	}
	return true
}

func digit(r rune) bool { return unicode.IsDigit(r) }

// word reports a letter of a script that sets spaces between words.
func word(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }

// choose takes the places of figures that print the same: those with the same
// numbers among all places, where as many are there as were; else the first.
func choose(group []bound, old, now []span) []span {
	for _, f := range group {
		if f.seg.Bound != group[0].seg.Bound {
			return nil // two figures that read alike: which is where can't be told
		}
	}
	if len(old) == len(now) {
		var out []span
		for _, f := range group {
			if i := slices.Index(old, f.at); i >= 0 {
				out = append(out, now[i])
			}
		}
		if len(out) == len(group) {
			return out
		}
	}
	if len(old) > len(group) {
		return nil // which of them is the figure and which plain words can't be told
	}
	return now[:min(len(now), len(group))]
}

// onlyCut reports whether the text is the old one with words taken out: each of
// its words, a figure being one, stands in the old one in the same order.
func onlyCut(before []rune, figures []bound, now []rune, places []span, claimed []*docx.Segment) bool {
	var spots []span
	var names []*docx.Segment
	for _, f := range figures {
		spots, names = append(spots, f.at), append(names, f.seg)
	}
	old, left := words(before, spots, names), words(now, places, claimed)
	at := 0
	for _, w := range left {
		i := slices.Index(old[at:], w)
		if i < 0 {
			return false
		}
		at += i + 1
	}
	return len(left) > 0
}

// words are the words of a text, each figure one of its own.
func words(text []rune, places []span, claimed []*docx.Segment) []string {
	s := put(text, places, claimed)
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("{}:=_.-/%", r)
	})
}

// put sets the stored names of figures in their places.
func put(text []rune, places []span, claimed []*docx.Segment) string {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(places[a].from-places[b].from, places[a].to-places[b].to)
	})
	var sb strings.Builder
	at := 0
	for _, i := range order {
		sb.WriteString(string(text[at:places[i].from]))
		sb.WriteString(claimed[i].Bound)
		at = places[i].to
	}
	sb.WriteString(string(text[at:]))
	return sb.String()
}

// sameFigures reports whether a stored text holds the figures that were put into
// it and no others: braces that somebody typed make none.
func sameFigures(stored string, claimed []*docx.Segment) bool {
	var want, have []string
	for _, c := range claimed {
		want = append(want, c.Bound)
	}
	for _, b := range briefing.BindingsOf(stored) {
		have = append(have, stored[b.Start:b.End])
	}
	slices.Sort(want)
	slices.Sort(have)
	return slices.Equal(want, have)
}

// plainRunes are the runes of a text with all blanks alike, one for one: word
// processors and people set other blanks between digits than the program.
func plainRunes(s string) []rune {
	r := []rune(s)
	for i, c := range r {
		if unicode.IsSpace(c) || c == '\u202f' || c == '\u2009' || c == '\u2007' {
			r[i] = ' '
		}
	}
	return r
}
