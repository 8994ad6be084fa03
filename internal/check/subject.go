package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// subject is what a text is about, told by its longer words or, in Chinese, by
// pairs of signs.
type subject []string

// subjectOf takes the subject of words in a language.
func subjectOf(l briefing.Lang, w prose.Words) subject {
	var out subject
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if l == briefing.ZH {
		var last rune
		for _, r := range w.Source {
			han := unicode.Is(unicode.Han, r)
			if han && last != 0 {
				add(string([]rune{last, r}))
			}
			if last = 0; han {
				last = r
			}
		}
		return out
	}
	for _, word := range w.List {
		if first, _ := utf8.DecodeRuneInString(word.Text); unicode.IsLetter(first) && utf8.RuneCountInString(word.Text) >= 4 {
			add(word.Text)
		}
	}
	return out
}

// shares is how many of the words of t stand in s in whatever case, and their
// part in per cent of all words of t.
func (s subject) shares(t subject) (n, percent int) {
	for _, w := range t {
		if slices.ContainsFunc(s, func(x string) bool { return sameStem(x, w) }) {
			n++
		}
	}
	if len(t) == 0 {
		return 0, 0
	}
	return n, n * 100 / len(t)
}

// sameStem reports whether two words differ only in their endings.
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 2 || len(b) < 2 || a[:2] != b[:2] { // most words begin otherwise
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) < 4 || len(y) < 4 {
		return false
	}
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= 3 && n >= min(len(x), len(y))-2 && n >= max(len(x), len(y))-3
}

// factSubject is what a fact is about in the language: its short name or, if
// it has none, its statement.
func factSubject(l briefing.Lang, f *briefing.Fact) subject {
	t := f.Product.In(l)
	if t == "" {
		t = f.Statement.In(l)
	}
	return subjectOf(l, prose.Read(prose.Unbound(t)))
}

// about reports whether a sentence speaks of what the fact does: at least two
// of the fact's words, and three quarters of them; where the fact's statement is of a
// flow of trade, that flow too. What facts are of is read once: each is asked for in
// many sentences.
func (r *reading) about(l briefing.Lang, s *sentence, f *briefing.Fact) bool {
	of := r.factSaid(l, f)
	if !s.speaksOf(of.subject) {
		return false
	}
	flow := of.flow.get(func() string {
		flow, _ := flowIn(f.Statement)
		return string(flow)
	})
	return flow == "" || r.has(l, "check.44.flow."+flow, s)
}

// factSaid is what a fact is about in a language.
type factSaid struct {
	subject subject
	flow    once[string] // of trade, that its statement is of
}

type subjectKey struct {
	lang briefing.Lang
	fact briefing.ID
}

func (r *reading) factSaid(l briefing.Lang, f *briefing.Fact) *factSaid {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := subjectKey{l, f.ID}
	of, known := r.subjects[key]
	if !known {
		of = &factSaid{subject: factSubject(l, f)}
		r.subjects[key] = of
	}
	return of
}

func (s *sentence) speaksOf(of subject) bool {
	is := s.about.get(func() subject { return subjectOf(s.lang, s.words) })
	n, percent := is.shares(of)
	return n >= 2 && percent >= 75
}

// titledAll are the names of facts in a readable list.
func titledAll(facts []*briefing.Fact, l briefing.Lang) string {
	var out []string
	for _, f := range facts {
		out = append(out, titled(f, l))
	}
	return strings.Join(out, ", ")
}
