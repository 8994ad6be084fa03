package redline

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/export/docx"
	"briefing/internal/lang/prose"
)

// merge takes the edit of a text whose figures are not all there as they were
// printed: what was said in other words is taken, a figure that was overwritten
// stays bound where it stands, and where it can't be told which figure a number
// takes the place of, that stretch stays as it was. Ok is false where nothing
// certain can be said.
func merge(l briefing.Lang, was []docx.Segment, text string) (out merged, ok bool) {
	a := newAlignment(l, was, text)
	if len(a.old) > maxWords || len(a.now) > maxWords {
		return merged{}, false
	}
	a.match()
	a.exact()
	if !a.settle() || !a.silent() {
		return merged{}, false
	}
	return a.result()
}

// merged is a text with what could be taken of its edit.
type merged struct {
	stored  string
	printed string // as it would read then
	figures []Figure
	kept    []Stay
}

// token is a word, a number or a sign of a text; blanks are none.
type token struct {
	text string
	at   span
	to   int // token of the other text that is the same, −1
}

func (t token) number() bool { return unicode.IsDigit([]rune(t.text)[0]) }

func (t token) words() bool {
	r := []rune(t.text)[0]
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// held is a figure of the text that was sent and what has become of it.
type held struct {
	bound
	from, to int  // tokens that it prints
	unsure   bool // others print the same, and nothing beside it tells which it is
	fate     fate
	place    span // where it stands now
	other    string
}

type fate int

const (
	pending fate = iota
	asItWas
	overwritten
	takenOut
	inStay
)

// stay is a stretch of the returned text in whose place the earlier one stays.
type stay struct {
	now, was span
	Stay
}

type alignment struct {
	lang     briefing.Lang
	text     []rune // returned, as it is
	before   []rune
	after    []rune // returned, blanks alike
	bounds   []bound
	old, now []token
	figures  []held
	quiet    []bound // print nothing
	quietAt  []span  // where they stand now, −1 where a stretch that stays has them
	spoken   []prose.Quantity
	stays    []stay
}

func newAlignment(l briefing.Lang, was []docx.Segment, text string) *alignment {
	a := &alignment{lang: l, text: []rune(text), after: plainRunes(text)}
	a.before, a.bounds = printed(was)
	at := 0
	add := func(to int) {
		for _, t := range tokensOf(a.before[at:to]) {
			t.at.from, t.at.to = t.at.from+at, t.at.to+at
			a.old = append(a.old, t)
		}
		at = to
	}
	for _, f := range a.bounds {
		if f.at.from == f.at.to {
			a.quiet = append(a.quiet, f)
			continue
		}
		add(f.at.from)
		h := held{bound: f, from: len(a.old)}
		add(f.at.to)
		h.to = len(a.old)
		a.figures = append(a.figures, h)
	}
	add(len(a.before))
	a.now = tokensOf(a.after)
	a.spoken = quantities(l, string(a.after))
	return a
}

// tokensOf parts a text into words, numbers and signs. A number is one token
// with its separators: of «78,6» nothing is common with «80,1».
func tokensOf(r []rune) (out []token) {
	for i := 0; i < len(r); {
		from := i
		switch {
		case unicode.IsSpace(r[i]):
			i++
			continue
		case unicode.IsDigit(r[i]):
			i = numberEnd(r, i)
		case word(r[i]):
			for i < len(r) && (word(r[i]) || unicode.IsMark(r[i]) || unicode.IsDigit(r[i])) {
				i++
			}
		default:
			i++
		}
		out = append(out, token{text: string(r[from:i]), at: span{from, i}, to: -1})
	}
	return out
}

func numberEnd(r []rune, i int) int {
	digits := func(from, n int) bool {
		if from+n > len(r) {
			return false
		}
		for _, c := range r[from : from+n] {
			if !unicode.IsDigit(c) {
				return false
			}
		}
		return from+n == len(r) || !unicode.IsDigit(r[from+n])
	}
	for i < len(r) {
		switch {
		case unicode.IsDigit(r[i]):
			i++
		case strings.ContainsRune(".,:", r[i]) && i+1 < len(r) && unicode.IsDigit(r[i+1]), r[i] == ' ' && digits(i+1, 3):
			i++
		default:
			return i
		}
	}
	return i
}

// match finds the words that both texts have in one order.
func (a *alignment) match() {
	head, tail := 0, 0
	for head < min(len(a.old), len(a.now)) && a.old[head].text == a.now[head].text {
		a.join(head, head)
		head++
	}
	for tail < min(len(a.old), len(a.now))-head && a.old[len(a.old)-1-tail].text == a.now[len(a.now)-1-tail].text {
		tail++
		a.join(len(a.old)-tail, len(a.now)-tail)
	}
	texts := func(list []token) (out []string) {
		for _, t := range list {
			out = append(out, t.text)
		}
		return out
	}
	common(texts(a.old[head:len(a.old)-tail]), texts(a.now[head:len(a.now)-tail]), func(i, j int) { a.join(head+i, head+j) })
}

func (a *alignment) join(i, j int) { a.old[i].to, a.now[j].to = j, i }

// exact finds the figures that stand as they were printed. Of those that were
// edited the words that are left are no landmarks: the figure is one thing.
func (a *alignment) exact() {
	for n := range a.figures {
		f := &a.figures[n]
		if a.whole(f) {
			at := span{a.now[a.old[f.from].to].at.from, a.now[a.old[f.to-1].to].at.to}
			if apart(a.after, at) && (a.alone(f) || a.anchored(f)) {
				f.fate, f.place = asItWas, at
				continue
			}
			f.unsure = !a.alone(f)
		} else {
			f.unsure = !a.alone(f) && !a.anchored(f)
		}
	}
	for _, f := range a.figures {
		if f.fate != asItWas {
			for i := f.from; i < f.to; i++ {
				if j := a.old[i].to; j >= 0 {
					a.old[i].to, a.now[j].to = -1, -1
				}
			}
		}
	}
}

// whole reports whether all that a figure prints stands together.
func (a *alignment) whole(f *held) bool {
	for i := f.from; i < f.to; i++ {
		if a.old[i].to < 0 || i > f.from && a.old[i].to != a.old[i-1].to+1 {
			return false
		}
	}
	return f.to > f.from
}

// alone reports whether nothing else of the text prints what a figure does,
// but the same figure again.
func (a *alignment) alone(f *held) bool {
	look := plainRunes(f.seg.Text)
	for _, at := range find(a.before, look, nil) {
		if at == f.at {
			continue
		}
		same := slices.ContainsFunc(a.figures, func(o held) bool { return o.at == at && o.seg.Bound == f.seg.Bound })
		inside := slices.ContainsFunc(a.figures, func(o held) bool { return o.at != at && o.at.from <= at.from && at.to <= o.at.to })
		if !same && !inside {
			return false
		}
	}
	return true
}

// anchored reports whether the word before a figure, or the one behind it, is
// beside its place still.
func (a *alignment) anchored(f *held) bool {
	return a.neighbour(f, f.from-1, -1) || a.neighbour(f, f.to, 1)
}

// neighbour reports whether the nearest word in a direction is common to both
// texts and no other word has come between it and the place.
func (a *alignment) neighbour(f *held, i, step int) bool {
	for i >= 0 && i < len(a.old) && !a.old[i].words() {
		i += step
	}
	if i < 0 || i >= len(a.old) || a.old[i].to < 0 || a.figureAt(i) {
		return false
	}
	j := a.old[i].to - step
	for j >= 0 && j < len(a.now) && !a.now[j].words() {
		j -= step
	}
	return j >= 0 && j < len(a.now) && (a.now[j].to < 0 || f.from <= a.now[j].to && a.now[j].to < f.to)
}

// figureAt reports whether a token of the text that was sent is part of a figure.
func (a *alignment) figureAt(i int) bool {
	return slices.ContainsFunc(a.figures, func(f held) bool { return f.from <= i && i < f.to })
}

// result puts the text together.
func (a *alignment) result() (merged, bool) {
	type piece struct {
		at              span
		stored, printed string
	}
	var list []piece
	var out merged
	var claimed []*docx.Segment
	for i := range a.figures {
		f := &a.figures[i]
		if f.fate == asItWas || f.fate == overwritten {
			list = append(list, piece{f.place, f.seg.Bound, f.seg.Text})
		}
		switch f.fate {
		case overwritten:
			out.figures = append(out.figures, Figure{f.seg.Bound, strings.TrimSpace(f.seg.Text), f.other})
		case takenOut:
			out.figures = append(out.figures, Figure{f.seg.Bound, strings.TrimSpace(f.seg.Text), ""})
			continue
		}
		claimed = append(claimed, f.seg)
	}
	for i, q := range a.quiet {
		claimed = append(claimed, q.seg)
		if a.quietAt[i].from >= 0 {
			list = append(list, piece{a.quietAt[i], q.seg.Bound, ""})
		}
	}
	for _, s := range a.stays {
		list = append(list, piece{s.now, a.storedOf(s.was), string(a.before[s.was.from:s.was.to])})
		out.kept = append(out.kept, s.Stay)
	}
	slices.SortStableFunc(list, func(x, y piece) int { return x.at.from - y.at.from })
	var stored, read strings.Builder
	at := 0
	for _, p := range list {
		if p.at.from < at {
			return merged{}, false
		}
		between := string(a.text[at:p.at.from])
		stored.WriteString(between + p.stored)
		read.WriteString(between + p.printed)
		at = p.at.to
	}
	stored.WriteString(string(a.text[at:]))
	read.WriteString(string(a.text[at:]))
	out.stored, out.printed = strings.TrimSpace(stored.String()), strings.TrimSpace(read.String())
	return out, sameFigures(out.stored, claimed)
}

// storedOf is a stretch of the text that was sent as it is stored.
func (a *alignment) storedOf(s span) string {
	var sb strings.Builder
	at := s.from
	for _, f := range a.bounds {
		if f.at.from < s.from || f.at.to > s.to {
			continue
		}
		sb.WriteString(string(a.before[at:f.at.from]) + f.seg.Bound)
		at = f.at.to
	}
	sb.WriteString(string(a.before[at:s.to]))
	return sb.String()
}
