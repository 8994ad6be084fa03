package check

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// sentence is one sentence of a passage. What is read when asked for is read once;
// several checks may ask at a time.
type sentence struct {
	lang       briefing.Lang
	text       string      // as it is stored, figures as {fact-id}
	words      prose.Words // without the figures it is bound to
	open       prose.Words // without what stands in quotation marks either
	bindings   []briefing.Binding
	quantities []prose.Quantity // typed by hand
	question   bool
	years      int // different ones that it names
	numbers    once[[]prose.Said]
	about      once[subject]
	days       once[[]prose.Day]
}

// once is what is made when it is first asked for.
type once[T any] struct {
	done  sync.Once
	value T
}

func (o *once[T]) get(make func() T) T {
	o.done.Do(func() { o.value = make() })
	return o.value
}

func cut(l briefing.Lang, t string) []*sentence {
	texts := prose.Sentences(t)
	out := make([]*sentence, len(texts))
	list := make([]sentence, len(texts))
	for i, text := range texts {
		s := &list[i]
		s.lang, s.text, s.bindings, s.quantities = l, text, briefing.BindingsOf(text), prose.Quantities(l, text)
		plain := prose.Unbound(text)
		s.words = prose.Read(plain)
		if s.open = s.words; prose.Unquoted(plain) != plain {
			s.open = prose.Read(prose.Unquoted(plain))
		}
		end := strings.TrimSpace(text)
		s.question = strings.HasSuffix(end, "?") || strings.HasSuffix(end, "？")
		s.years = yearsOf(plain)
		out[i] = s
	}
	return out
}

// inWords are the numbers that a sentence tells in words.
func (s *sentence) inWords() []prose.Said {
	return s.numbers.get(func() []prose.Said { return prose.InWordsOf(s.lang, s.words) })
}

// named are the days that a sentence names.
func (s *sentence) named() []prose.Day {
	return s.days.get(func() []prose.Day { return prose.Days(s.lang, s.text) })
}

// yearsOf counts the different years that a text names.
func yearsOf(t string) int {
	var room [8]string
	seen := room[:0]
	for i := 0; i < len(t); {
		if t[i] < '0' || t[i] > '9' {
			i++
			continue
		}
		n := 1
		for i+n < len(t) && t[i+n] >= '0' && t[i+n] <= '9' {
			n++
		}
		if year := t[i : i+n]; n == 4 && (year[:2] == "19" || year[:2] == "20") && !slices.Contains(seen, year) {
			seen = append(seen, year)
		}
		i += n
	}
	return len(seen)
}

// wordLists are the lists of words that texts hold under keys, read when they are
// first asked for; several checks may ask at a time.
type wordLists struct {
	mu   sync.Mutex
	read map[wordList]*prose.Vocabulary
}

type wordList struct {
	lang briefing.Lang
	key  string
}

func (w *wordLists) of(l briefing.Lang, key string) *prose.Vocabulary {
	w.mu.Lock()
	defer w.mu.Unlock()
	at := wordList{l, key}
	v, ok := w.read[at]
	if !ok {
		if w.read == nil {
			w.read = map[wordList]*prose.Vocabulary{}
		}
		v = prose.NewVocabulary(l, lang.T(l, key))
		w.read[at] = v
	}
	return v
}
