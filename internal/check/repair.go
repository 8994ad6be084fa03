package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// binding is the repair that binds a typed number to its fact in all languages
// of a text, and the form of the binding in the passage that the number was
// found in. There is none when the number could be another fact's or of another
// time, when the fact is not printed or is kept from a reader of the text, when
// the page would read otherwise, and when a language would be left behind.
func (r *reading) binding(ps []*passage, p *passage, q shownQuantity, facts []*briefing.Fact) (form string, mend Repair, ok bool) {
	f := facts[0]
	c, _ := f.Claim()
	self := f.Ref() == p.record.Ref() && p.field.Label == "statement" // names the figure in lists
	if len(facts) != 1 || !r.s.InPack(f.Ref()) || len(r.s.KeptFrom(f, p.record, *p.field)) > 0 || f.Status == briefing.Rejected || self || !r.speaksOf(p, q, f, c) {
		return "", Repair{}, false
	}
	mend.Label = p.field.Label
	for _, other := range ps {
		after, with := r.bind(other, q.Quantity, f, c)
		if after == other.text {
			if !bindsTo(other, f.ID) {
				return "", Repair{}, false
			}
			continue
		}
		*mend.Old.At(other.field.Lang), *mend.New.At(other.field.Lang) = other.text, after
		if other == p {
			form = with
		}
	}
	return form, mend, mend.New.In(p.field.Lang) != ""
}

// speaksOf reports whether a number that is one fact's can be taken for it: by
// its digits or the words of its sentence, and not against the year there.
func (r *reading) speaksOf(p *passage, q shownQuantity, f *briefing.Fact, c briefing.Claim) bool {
	for _, s := range p.list {
		for _, x := range s.quantities {
			if sameQuantity(x, q.Quantity) && samePeriod(s, c.Period) && (telling(x) || r.about(p.field.Lang, s, f)) && r.bears(p.field.Lang, s, x, f) {
				return true
			}
		}
	}
	return false
}

// bears reports whether the words beside a typed number leave it the figure of the
// fact.
func (r *reading) bears(l briefing.Lang, s *sentence, q prose.Quantity, f *briefing.Fact) bool {
	_, against := r.denied(l, s, typedAs(&q, f))
	return !against
}

func bindsTo(p *passage, id briefing.ID) bool {
	for _, b := range briefing.BindingsOf(p.text) {
		if b.Fact == id {
			return true
		}
	}
	return false
}

// bind puts a figure in the place of each equal number of a passage that it
// prints alike; the form is that of the first one.
func (r *reading) bind(p *passage, q prose.Quantity, f *briefing.Fact, c briefing.Claim) (after, form string) {
	var out strings.Builder
	first, done := true, 0
	at := 0 // of the sentence
	for _, s := range p.list {
		for _, x := range s.quantities {
			if !sameQuantity(x, q) || !samePeriod(s, c.Period) || !r.bears(p.field.Lang, s, x, f) {
				continue
			}
			x.Start, x.End = x.Start+at, x.End+at
			b, ok := printsAs(p.field.Lang, p.text, x, f.ID, c)
			if !ok || b.Start < done {
				continue
			}
			if first {
				form, first = b.Form, false
			}
			out.WriteString(p.text[done:b.Start] + b.String())
			done = b.End
		}
		at += len(s.text)
	}
	out.WriteString(p.text[done:])
	return out.String(), form
}

// printsAs is the binding that prints what stands at the number: the whole
// figure with its word, the figure, its change, else the number alone, so that
// a unit in another case or not cut short stays as it is written.
func printsAs(l briefing.Lang, text string, q prose.Quantity, id briefing.ID, c briefing.Claim) (briefing.Binding, bool) {
	for _, form := range []string{"", "value", "change", "number"} {
		printed := lang.Bound(l, c, form)
		if printed == "" {
			continue
		}
		from := q.Start
		for range utf8.RuneCountInString(printed) { // the word and the currency stand before the number
			_, n := utf8.DecodeLastRuneInString(text[:from])
			from -= n
		}
		for start := from; start < q.End; {
			end, ok := alike(text, start, printed)
			if ok && covers(text, q, start, end, form == "number") && whole(text, start, end) {
				return briefing.Binding{Fact: id, Form: form, Start: start, End: end}, true
			}
			_, n := utf8.DecodeRuneInString(text[start:])
			start += n
		}
	}
	return briefing.Binding{}, false
}

// alike is the end of a place of the text that reads as printed.
func alike(text string, at int, printed string) (end int, ok bool) {
	for _, want := range printed {
		r, n := utf8.DecodeRuneInString(text[at:])
		if n == 0 || sameSign(r) != sameSign(want) {
			return 0, false
		}
		at += n
	}
	return at, true
}

// sameSign makes spaces one and dashes one: which of them stands in a number is
// the business of who prints it.
func sameSign(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case strings.ContainsRune("–—‑−", r):
		return '-'
	}
	return r
}

// covers reports whether a place holds the quantity, or at least all its digits.
func covers(text string, q prose.Quantity, start, end int, digits bool) bool {
	if !digits {
		return start <= q.Start && q.End <= end
	}
	isDigit := func(r rune) bool { return unicode.IsDigit(r) }
	return strings.IndexFunc(text[q.Start:max(start, q.Start)], isDigit) < 0 && strings.IndexFunc(text[min(end, q.End):q.End], isDigit) < 0
}

// whole reports whether a place cuts no word, number or binding. Chinese has no
// spaces between words.
func whole(text string, start, end int) bool {
	joins := func(a, b rune) bool {
		part := func(r rune) bool {
			return r != utf8.RuneError && !unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
		}
		return part(a) && part(b) && (unicode.IsDigit(a) == unicode.IsDigit(b))
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	first, _ := utf8.DecodeRuneInString(text[start:])
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if joins(before, first) || joins(last, after) || sameSign(before) == '-' {
		return false // a dash that touches the number may be its minus
	}
	for _, b := range briefing.BindingsOf(text) {
		if b.Start < end && start < b.End {
			return false
		}
	}
	return true
}
