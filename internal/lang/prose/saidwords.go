package prose

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// saidWords are the words that numbers are told in.
type saidWords struct {
	times, rise, fall           *valued // manifolds: of either way, up, down
	part, maybe, bypart         *valued // parts in per cent; maybe: before «of» or behind «by»
	vague, numeral, one         *valued
	not, time, ordinal          index
	by, in, and, half, article  index
	of, more, each, apart, link index
	up, down                    *Vocabulary
	begin                       begins              // of the lists that a number in words begins with
	mustIn                      bool                // «в пять раз»: without «в» they are counted
	signs                       map[string][]string // Chinese lists, as they stand
	first                       *signSet            // Chinese: what a number in words begins with
}

func newSaid(l briefing.Lang) saidWords {
	list := func(key string) index {
		out := index{}
		for entry := range strings.SplitSeq(lang.T(l, "prose.said."+key), "|") {
			out.add(entry)
		}
		return out
	}
	numbers := func(key string) *valued { return newValued(lang.T(l, "prose.said."+key)) }
	signs := map[string][]string{}
	if l == briefing.ZH {
		for _, key := range []string{"not", "time", "ordinal", "in", "more", "about", "half", "vague", "apart", "and"} {
			signs[key] = strings.Split(lang.T(l, "prose.said."+key), "|")
		}
	}
	said := saidWords{
		begin: begins{},
		signs: signs,
		times: numbers("times"), rise: numbers("rise"), fall: numbers("fall"), part: numbers("part"), maybe: numbers("maybe"), bypart: numbers("bypart"),
		vague: numbers("vague"), numeral: numbers("numeral"), one: numbers("single"),
		not: list("not"), time: list("time"), ordinal: list("ordinal"), by: list("by"), in: list("in"), and: list("and"), half: list("half"), article: list("article"),
		of: list("of"), more: list("more"), each: list("each"), apart: list("apart"), link: list("link"),
		up:     NewVocabulary(l, lang.T(l, "prose.turn.up")+"|"+lang.T(l, "prose.turn.more")),
		down:   NewVocabulary(l, lang.T(l, "prose.turn.down")+"|"+lang.T(l, "prose.turn.less")),
		mustIn: l == briefing.RU,
	}
	lists := []*valued{said.times, said.rise, said.fall, said.part, said.maybe, said.bypart, said.vague, said.numeral, said.one}
	said.begin.put(len(lists), said.not)
	for i, v := range lists {
		said.begin.put(i, v.phrases)
	}
	if l == briefing.ZH {
		said.first = &signSet{}
		for _, v := range []*valued{said.rise, said.fall, said.part, said.numeral, said.one} {
			for _, n := range v.signs {
				said.first.put(n.sign)
			}
		}
		for _, list := range [][]string{signs["not"], signs["vague"]} {
			for _, sign := range list {
				said.first.put(sign)
			}
		}
	}
	return said
}

// signSet are signs of the basic plane.
type signSet [1 << 16 / 64]uint64

// put takes the first sign of a text in; one of no text, or of another plane, stands
// for all.
func (s *signSet) put(text string) {
	r, _ := decode(text)
	if text == "" || r > 0xFFFF {
		for i := range s {
			s[i] = ^uint64(0)
		}
		return
	}
	s[r/64] |= 1 << (r % 64)
}

func (s *signSet) has(r rune) bool { return r > 0xFFFF || s[r/64]&(1<<(r%64)) != 0 }

// valued is a list of words with their numbers: «вдвое:2|втрое:3».
type valued struct {
	phrases index
	of      map[string]briefing.Number // by the phrase as it is kept
	signs   []named[briefing.Number]   // Chinese: as they stand
}

func newValued(list string) *valued {
	v := &valued{phrases: index{}, of: map[string]briefing.Number{}}
	for entry := range strings.SplitSeq(list, "|") {
		words, number, _ := strings.Cut(entry, ":")
		n, err := briefing.ParseNumber(number)
		if err != nil {
			continue // a test of the texts finds it
		}
		v.signs = append(v.signs, named[briefing.Number]{sign: words, value: n})
		p := phraseOf(words)
		v.phrases.put(p)
		v.of[p.String()] = n
	}
	return v
}

// String is a phrase as a key.
func (p phrase) String() string {
	var b strings.Builder
	for _, c := range p {
		for _, one := range c {
			b.WriteString(one.text)
			if one.prefix {
				b.WriteByte('*')
			}
			b.WriteByte('/')
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// at is the number that the longest phrase from word i on tells, and how many
// words it has; nothing but spaces and dashes stands between them.
func (v *valued) at(r *sayer, i int) (number briefing.Number, n int) {
	if i >= len(r.words) {
		return number, 0
	}
	for _, p := range v.phrases[begin(r.words[i].Text)] {
		if len(p) <= n || len(p) > len(r.words)-i {
			continue
		}
		fits := true
		for j := range p {
			if fits = p[j].matches(r.words[i+j].Text) && (j == 0 || r.follows(i+j)); !fits {
				break
			}
		}
		if fits {
			number, n = v.of[p.String()], len(p)
		}
	}
	return number, n
}

// fractions lists parts in figures, «1/3», ½.
func fractions(x *lexicon, s string) []Said {
	if !strings.Contains(s, "/") && !strings.Contains(s, "\xc2") && !strings.Contains(s, "\xe2\x85") { // bytes of «½» and «⅓»
		return nil
	}
	var out []Said
	add := func(start, end int, part, whole int64) {
		n, err := briefing.Whole(int(100 * part)).Quo(briefing.Whole(int(whole)))
		if err != nil {
			return
		}
		q := Said{Kind: SaidShare, Quantity: Quantity{Number: n.Round(7).Trim(0), Base: "percent", Start: start, End: end}}
		x.precision(s, &q.Quantity)
		out = append(out, q)
	}
	for i, r := range s {
		if r < '¼' && r != '/' {
			continue
		}
		if f, ok := vulgar[r]; ok {
			_, n := decode(s[i:])
			add(i, i+n, f[0], f[1])
		}
		if r != '/' {
			continue
		}
		first, second := digitsBefore(s[:i]), digitsAt(s[i+1:])
		if first == "" || second == "" {
			continue
		}
		q := Quantity{Start: i - len(first), End: i}
		before, _ := lastRune(s[:q.Start])
		after, _ := decode(s[i+1+len(second):])
		if partOfName(s, q) || strings.ContainsRune("№./-:", before) || letter(before) || letter(after) && x.lang != briefing.ZH || strings.ContainsRune("/-.", after) && !strings.HasSuffix(strings.TrimSpace(s), ".") {
			continue
		}
		p, _ := briefing.ParseNumber(first)
		w, _ := briefing.ParseNumber(second)
		a, _, _ := p.Int64(0)
		b, _, _ := w.Int64(0)
		if b > 0 {
			add(q.Start, i+1+len(second), a, b)
		}
	}
	return out
}

// vulgar are the fractions that are one sign.
var vulgar = map[rune][2]int64{
	'½': {1, 2}, '⅓': {1, 3}, '⅔': {2, 3}, '¼': {1, 4}, '¾': {3, 4}, '⅕': {1, 5}, '⅖': {2, 5}, '⅗': {3, 5}, '⅘': {4, 5}, '⅙': {1, 6}, '⅛': {1, 8}, '⅜': {3, 8}, '⅝': {5, 8}, '⅞': {7, 8},
}
