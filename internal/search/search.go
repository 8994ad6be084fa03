// Package search finds what a user means by a few letters: in three scripts,
// whichever layout the keyboard is in, «ё» or «е», a Chinese name in pinyin or
// as Russian writes it, a Russian word in another case.
//
// It promises that an entry is found only when each word of the query is found
// in it, that a query found as it was typed is never read in another way, and
// that entries of one rank keep their order.
package search

import (
	"slices"
	"strings"

	"briefing/internal/lang/palladius"
)

// Entry is something that can be found.
type Entry struct {
	Title string
	Text  string // what it is found by beside its title
}

// Index holds entries ready to be searched.
type Index struct {
	title, text []string // folded
}

// Span is a stretch of the title that was found, from one letter (rune) up to,
// not including, another.
type Span struct{ From, To int }

// Hit is one entry that was found.
type Hit struct {
	At    int // its place among the entries
	Spans []Span
	rank  int
}

// Found is the answer to a query.
type Found struct {
	Hits []Hit
	// Meant is the query in the other layout when only that was found, else "".
	Meant string
}

// New makes an index.
func New(list []Entry) *Index {
	x := &Index{title: make([]string, len(list)), text: make([]string, len(list))}
	for i, e := range list {
		x.title[i], x.text[i] = folded(e.Title), folded(e.Text)
	}
	return x
}

// Find gives the entries for a query, the best first. An empty query finds
// nothing.
func (x *Index) Find(query string) Found {
	if hits := x.find(query); len(hits) > 0 {
		return Found{Hits: hits}
	}
	if other := OtherLayout(query); other != query {
		if hits := x.find(other); len(hits) > 0 {
			return Found{Hits: hits, Meant: other}
		}
	}
	return Found{}
}

func (x *Index) find(query string) []Hit {
	var asked []asking
	for _, w := range words(query) {
		asked = append(asked, readings(w))
	}
	if len(asked) == 0 {
		return nil
	}
	var out []Hit
	for i := range x.title {
		if h, ok := x.match(i, asked); ok {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b Hit) int { return b.rank - a.rank })
	return out
}

// asking is a word of the query with the other words it may stand for, the
// closest first.
type asking []string

// readings of a word: itself, the other spelling of a Chinese name, and the word
// without the ending that a case or a plural would change.
func readings(w string) asking {
	out := asking{w}
	add := func(s string) {
		if s = strings.Join(words(s), " "); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	letters := []rune(w)
	if len(letters) >= 3 { // "xi" is in half of all words
		for _, s := range palladius.FromPinyin(w) {
			add(s)
		}
		for _, s := range palladius.ToPinyin(w) {
			add(s)
		}
	}
	if n := len(letters); n >= 6 && isCyrillic(letters[0]) {
		add(string(letters[:n-2]))
	} else if n == 5 && isCyrillic(letters[0]) {
		add(string(letters[:4]))
	}
	return out
}

// Worth of a word's place; a later reading is worth less than any place of the
// word itself.
const (
	inTitleFirst = 8
	inTitleWord  = 7
	inTitle      = 5
	inTextWord   = 4
	inText       = 3
	wholeNumber  = 6 // more, for a number that stands as it was asked for, wherever
	otherReading = 3
)

func (x *Index) match(i int, asked []asking) (Hit, bool) {
	h := Hit{At: i}
	for _, list := range asked {
		best := 0
		var span Span
		for k, w := range list {
			worth, at := x.place(i, w)
			if k > 0 && worth > 0 {
				worth = max(worth-otherReading, 1)
			}
			if worth <= best {
				continue
			}
			best, span = worth, Span{}
			if at >= 0 {
				span = Span{at, at + len([]rune(w))}
			}
		}
		if best == 0 {
			return Hit{}, false
		}
		h.rank += best
		if span.To > span.From {
			h.Spans = append(h.Spans, span)
		}
	}
	h.Spans = joined(h.Spans)
	return h, true
}

// place is what the best place of a word is worth, and where in the title it is.
func (x *Index) place(i int, w string) (worth, at int) {
	title := x.title[i]
	if isNumber(w) {
		return x.placeNumber(i, w)
	}
	if k := strings.Index(title, " "+w); k >= 0 {
		if k == 0 {
			return inTitleFirst, 0
		}
		return inTitleWord, len([]rune(title[:k]))
	}
	// Inside a word only of three letters and more: two are anywhere. A script
	// without spaces has no beginnings of words.
	inside := len([]rune(w)) >= 3 || !isLetter([]rune(w)[0]) && !isCyrillic([]rune(w)[0])
	if k := strings.Index(title, w); inside && k >= 0 {
		return inTitle, len([]rune(title[:k])) - 1
	}
	if strings.Contains(x.text[i], " "+w) {
		return inTextWord, -1
	}
	if inside && strings.Contains(x.text[i], w) {
		return inText, -1
	}
	return 0, -1
}

// placeNumber is place for a number with a fraction: it is no part of another one, and
// where it stands whole it comes before longer ones that begin with it.
func (x *Index) placeNumber(i int, w string) (worth, at int) {
	at = -1
	if k := inNumber(x.title[i], w); k >= 0 {
		worth, at = inTitleWord, len([]rune(x.title[i][:k]))-1
	} else if inNumber(x.text[i], w) >= 0 {
		worth = inTextWord
	}
	for _, text := range []string{x.title[i], x.text[i]} {
		if strings.Contains(text+" ", " "+w+" ") {
			return worth + wholeNumber, at
		}
	}
	return worth, at
}

// joined sorts stretches and makes one of those that touch.
func joined(list []Span) []Span {
	slices.SortFunc(list, func(a, b Span) int { return a.From - b.From })
	var out []Span
	for _, s := range list {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}
