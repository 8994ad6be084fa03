package pack

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/document"
	"briefing/internal/lang/prose"
)

// longText is how many characters of a text are read at a glance. Of a longer
// one that was changed an addendum gives the passage that reads otherwise.
const longText = 240

// leftOut stands where sentences that read as before are left out.
const leftOut = "…"

// passages are the parts of two states of a long text that differ, in whole
// sentences, with the one before them where one of the parts would be empty.
func passages(was, is string) (before, now string) {
	if was == "" || is == "" || max(utf8.RuneCountInString(was), utf8.RuneCountInString(is)) <= longText {
		return was, is
	}
	a, b := prose.Sentences(was), prose.Sentences(is)
	same := func(x, y string) bool { return strings.TrimSpace(x) == strings.TrimSpace(y) }
	least := min(len(a), len(b))
	head := 0
	for head < least && same(a[head], b[head]) {
		head++
	}
	tail := 0
	for tail < least-head && same(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	if head+tail == least { // sentences were put in or taken out
		if head > 0 {
			head--
		} else if tail > 0 {
			tail--
		}
	}
	return passage(a, head, tail), passage(b, head, tail)
}

// passage is a text without so many sentences at its beginning and its end.
func passage(sentences []string, head, tail int) string {
	out := strings.TrimSpace(strings.Join(sentences[head:len(sentences)-tail], ""))
	if head > 0 {
		out = leftOut + "\u00a0" + out
	}
	if tail > 0 {
		out += " " + leftOut
	}
	return out
}

// standsNow is what stands now: bold where it is short, since a page of bold
// type points out nothing.
func (b *builder) standsNow(s string) document.Cell {
	if utf8.RuneCountInString(s) > longText {
		return document.Txt(s)
	}
	return b.boldOrNothing(s)
}
