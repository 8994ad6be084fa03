package redline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// hunk is a stretch that reads otherwise: tokens of both texts.
type hunk struct{ from, to, now, end int }

// hunks lists the stretches between the words that both texts have.
func (a *alignment) hunks() (out []hunk) {
	i, j := 0, 0
	for i < len(a.old) || j < len(a.now) {
		h := hunk{from: i, now: j}
		for i < len(a.old) && a.old[i].to < 0 {
			i++
		}
		for j < len(a.now) && a.now[j].to < 0 {
			j++
		}
		if h.to, h.end = i, j; h.to > h.from || h.end > h.now {
			out = append(out, h)
		}
		if i < len(a.old) {
			i, j = i+1, j+1
		}
	}
	return out
}

// settle says of each figure that does not stand as it was printed what became
// of it.
func (a *alignment) settle() bool {
	list := a.hunks()
	for _, h := range list {
		if !a.hunk(h) {
			return false
		}
	}
	if !a.moved() {
		return false
	}
	for n := range a.figures { // a figure is gone, and its sentence has another number now: which may be its own
		f := &a.figures[n]
		if f.fate != takenOut {
			continue
		}
		for _, h := range list {
			if f.from >= h.from && f.from < h.to {
				if whole, ok := a.stranger(h, list); ok && !a.stay(whole) {
					return false
				}
			}
		}
	}
	return true
}

// hunk settles the figures of a stretch.
func (a *alignment) hunk(h hunk) bool {
	var figures []*held
	unsure, worded := false, false
	for n := range a.figures {
		if f := &a.figures[n]; f.fate == pending && f.from >= h.from && f.from < h.to {
			figures = append(figures, f)
			unsure = unsure || f.unsure
			worded = worded || a.numbersOf(f) == 0
		}
	}
	if len(figures) == 0 {
		return true
	}
	was, now := countNumbers(a.old[h.from:h.to]), countNumbers(a.now[h.now:h.end])
	switch {
	case unsure, worded && h.now < h.end: // a figure in words may be the one in other words
		return a.stay(h)
	case now == 0:
		for _, f := range figures {
			f.fate = takenOut
		}
		return true
	case was == now && a.pair(h, figures), len(figures) == 1 && a.find(h, figures[0]):
		return true
	}
	return a.stay(h)
}

// pair gives the figures of a stretch the numbers of it, one after the other,
// where each can be the figure's.
func (a *alignment) pair(h hunk, figures []*held) bool {
	type place struct{ first, last int }
	at := map[*held]place{}
	j := h.now
	for i := h.from; i < h.to; i++ {
		if !a.old[i].number() {
			continue
		}
		for !a.now[j].number() {
			j++
		}
		for _, f := range figures {
			if f.from > i || i >= f.to {
				continue
			}
			p, seen := at[f]
			if !seen {
				p.first = j
			}
			p.last = j
			at[f] = p
		}
		j++
	}
	for _, f := range figures {
		if p, ok := at[f]; !ok || !a.fits(f, p.first) {
			return false
		}
	}
	for f, p := range at {
		a.overwrite(h, f, p.first, p.last)
	}
	return true
}

// find looks for the one number of a stretch that can be a figure's.
func (a *alignment) find(h hunk, f *held) bool {
	if a.numbersOf(f) != 1 || len(a.figureQuantities(f)) == 0 || a.figureQuantities(f)[0].Base == "" {
		return false
	}
	found := -1
	for j := h.now; j < h.end; j++ {
		q, ok := a.quantityAt(j)
		if !a.now[j].number() || !ok || q.Base != a.figureQuantities(f)[0].Base {
			continue
		}
		if found >= 0 {
			return false
		}
		found = j
	}
	if found < 0 {
		return false
	}
	a.overwrite(h, f, found, found)
	return true
}

// fits reports whether a number can be a figure's: money takes the place of
// money, a day that of no share.
func (a *alignment) fits(f *held, j int) bool {
	was := a.figureQuantities(f)
	now, ok := a.quantityAt(j)
	if len(was) == 0 || !ok {
		return len(was) == 0 && !ok
	}
	_, all := a.unit(f, j)
	return was[0].Base == "" || now.Base == "" || was[0].Base == now.Base || all
}

// unit is the last of the words behind a number that stand behind the number of
// a figure too; all tells that none of the figure's is missing.
func (a *alignment) unit(f *held, j int) (last int, all bool) {
	var behind []string
	for _, t := range a.old[f.from:f.to] {
		if behind = append(behind, t.text); t.number() {
			behind = nil
		}
	}
	n := 0
	for n < len(behind) && j+1+n < len(a.now) && a.now[j+1+n].text == behind[n] {
		n++
	}
	return j + n, n == len(behind)
}

// overwrite says that a figure was overwritten: with a number, its word of
// precision and its unit, as far as the figure prints them itself.
func (a *alignment) overwrite(h hunk, f *held, first, last int) {
	var before []string
	signed := false
	for _, t := range a.old[f.from:f.to] {
		if t.number() {
			break
		}
		before = append(before, t.text)
		signed = strings.ContainsAny(t.text, "+-−–")
	}
	lo := first
	if q, ok := a.quantityAt(first); ok {
		for lo > h.now && a.now[lo-1].at.from >= q.From {
			lo--
		}
	}
	hi, same := a.unit(f, last)
	if q, ok := a.quantityAt(last); ok && !same {
		for hi+1 < h.end && a.now[hi+1].at.to <= q.End {
			hi++
		}
	}
	hi = min(hi, h.end-1)
	for lo > h.now && (slices.Contains(before, a.now[lo-1].text) ||
		signed && a.now[lo-1].at.to == a.now[lo].at.from && strings.ContainsAny(a.now[lo-1].text, "+-−–")) {
		lo--
	}
	f.fate, f.place = overwritten, span{a.now[lo].at.from, a.now[hi].at.to}
	f.other = string(a.text[f.place.from:f.place.to])
}

// stay leaves a stretch as it was; what it was to become is told.
func (a *alignment) stay(h hunk) bool {
	if h.from == h.to || h.now == h.end {
		return false // nothing that it could stand for
	}
	s := stay{now: span{a.now[h.now].at.from, a.now[h.end-1].at.to}, was: span{a.old[h.from].at.from, a.old[h.to-1].at.to}}
	s.Was, s.Now = string(a.before[s.was.from:s.was.to]), string(a.text[s.now.from:s.now.to])
	for n := range a.figures {
		if f := &a.figures[n]; f.from >= h.from && f.from < h.to {
			f.fate = inStay
		}
	}
	a.stays = slices.DeleteFunc(a.stays, func(o stay) bool { return o.was.meets(s.was) })
	a.stays = append(a.stays, s)
	return true
}

// stranger looks for a number that came into the sentence which a figure has
// gone from; the stretch from one to the other is given.
func (a *alignment) stranger(gone hunk, list []hunk) (hunk, bool) {
	whole, ok := gone, false
	at := len(a.after)
	if gone.now < len(a.now) {
		at = a.now[gone.now].at.from
	}
	sentence := a.sentence(at)
	for _, h := range list {
		for j := h.now; j < h.end; j++ {
			if _, spoken := a.quantityAt(j); !spoken || !a.now[j].number() || a.claimed(a.now[j].at) ||
				a.sentence(a.now[j].at.from) != sentence {
				continue
			}
			ok = true
			whole.from, whole.to = min(whole.from, h.from), max(whole.to, h.to)
			whole.now, whole.end = min(whole.now, h.now), max(whole.end, h.end)
		}
	}
	return whole, ok
}

// claimed reports whether a stretch of the returned text is a figure's.
func (a *alignment) claimed(s span) bool {
	for _, f := range a.figures {
		if (f.fate == asItWas || f.fate == overwritten) && f.place.meets(s) {
			return true
		}
	}
	return slices.ContainsFunc(a.stays, func(o stay) bool { return o.now.meets(s) })
}

// moved finds figures that were cut from their place and stand in another.
func (a *alignment) moved() bool {
	for n := range a.figures {
		f := &a.figures[n]
		if f.fate != takenOut {
			continue
		}
		var at []span
		for _, s := range find(a.after, plainRunes(f.seg.Text), nil) {
			fresh := !a.claimed(s)
			for _, t := range a.now {
				fresh = fresh && (!t.at.meets(s) || t.to < 0)
			}
			if fresh {
				at = append(at, s)
			}
		}
		if len(at) > 1 || len(at) == 1 && f.unsure {
			return false
		}
		if len(at) == 1 {
			f.fate, f.place = asItWas, at[0]
		}
	}
	return true
}

// silent finds the places of figures that print nothing: beside what stood
// beside them.
func (a *alignment) silent() bool {
	for _, q := range a.quiet {
		if slices.ContainsFunc(a.stays, func(s stay) bool { return s.was.from < q.at.from && q.at.from < s.was.to }) {
			a.quietAt = append(a.quietAt, span{-1, -1})
			continue
		}
		place, ok := a.besides(q.at.from)
		if !ok {
			return false
		}
		a.quietAt = append(a.quietAt, span{place, place})
	}
	return true
}

// besides is the place of the returned text that a place between two words of
// the earlier one has become.
func (a *alignment) besides(at int) (int, bool) {
	for i := len(a.old) - 1; i >= 0; i-- {
		if a.old[i].at.to > at {
			continue
		}
		if s, ok := a.standing(i); ok {
			return s.to, true
		}
		break
	}
	for i := range a.old {
		if a.old[i].at.from < at {
			continue
		}
		if s, ok := a.standing(i); ok {
			return s.from, true
		}
		break
	}
	return 0, false
}

// standing is where a word, or the figure it belongs to, stands now.
func (a *alignment) standing(i int) (span, bool) {
	for _, f := range a.figures {
		if f.from <= i && i < f.to {
			return f.place, f.fate == asItWas || f.fate == overwritten
		}
	}
	if a.old[i].to < 0 {
		return span{}, false
	}
	s := a.now[a.old[i].to].at
	return s, !slices.ContainsFunc(a.stays, func(o stay) bool { return o.now.meets(s) })
}

func (a *alignment) numbersOf(f *held) int { return countNumbers(a.old[f.from:f.to]) }

func countNumbers(list []token) (n int) {
	for _, t := range list {
		if t.number() {
			n++
		}
	}
	return n
}

func (a *alignment) figureQuantities(f *held) []prose.Quantity {
	return prose.Quantities(a.lang, f.seg.Text)
}

// quantityAt is the quantity that a token of the returned text is part of; its
// places are runes.
func (a *alignment) quantityAt(j int) (prose.Quantity, bool) {
	i := slices.IndexFunc(a.spoken, func(q prose.Quantity) bool {
		return a.now[j].at.meets(span{q.Start, q.End})
	})
	if i < 0 {
		return prose.Quantity{}, false
	}
	return a.spoken[i], true
}

// quantities lists the quantities of a text by runes.
func quantities(l briefing.Lang, s string) []prose.Quantity {
	out := prose.Quantities(l, s)
	for i := range out {
		q := &out[i]
		q.From, q.Start, q.End = utf8.RuneCountInString(s[:q.From]), utf8.RuneCountInString(s[:q.Start]), utf8.RuneCountInString(s[:q.End])
	}
	return out
}

// sentence is the one around a place of the returned text. The full stops that
// figures print («долл. США») end none.
func (a *alignment) sentence(at int) string {
	text := slices.Clone(a.after)
	for _, f := range a.figures {
		if f.fate == asItWas || f.fate == overwritten {
			for i := f.place.from; i < f.place.to; i++ {
				text[i] = '0'
			}
		}
	}
	return prose.SentenceAt(string(text), len(string(text[:at])))
}
