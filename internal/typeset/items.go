package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// style is the look of a stretch of text.
type style struct {
	face  Face
	size  float64
	color Color
	link  string
	rise  float64 // above the baseline: superscripts
	above float64 // room over the line that its line end begins
}

// span is text of one style, with a vector sign before it if one is set.
type span struct {
	text  string
	sign  document.Sign
	note  int // number of the footnote whose mark this is, 0 for none
	style style
}

type itemKind uint8

const (
	boxItem   itemKind = iota // characters that stay together
	glueItem                  // a space that stretches; a line may break at it if cost is below never
	breakItem                 // a place to break without a space; text is set at the end of the line
	lineItem                  // the line ends here
)

// item is what a paragraph is made of (Knuth and Plass: boxes, glue, penalties).
type item struct {
	kind    itemKind
	w       float64 // natural width; of a breakItem: of its hyphen
	stretch float64
	shrink  float64
	cost    float64 // of a break here
	hyphen  bool    // a break here is marked with a hyphen
	text    string  // of a box; the space of a glue
	face    Face
	style   *style
	sign    document.Sign // of a box: a vector sign instead of text
	note    int           // of a box: the footnote that its text marks
}

func (it item) breaks() bool { return it.kind != boxItem && it.cost < never }

// itemiser builds the items of one paragraph.
type itemiser struct {
	s     *shaper
	spans []span // the whole paragraph, for the report of what can't be set
	lang  briefing.Lang
	fill  bool               // lines are filled to the measure
	cell  bool               // the text of a table's cell
	hyph  func(string) []int // places of hyphens in a lower-case word, nil for none
	items []item
	box   []rune // characters of the box being built
	boxW  int
	face  Face
	style *style
	word  []rune // characters since the last space, for the rules
}

// char is one character with the span it comes from.
type char struct {
	r  rune
	st *style
	sp *span // set on the first character of a span with a sign or a footnote
}

// items makes the items of a paragraph; they hold until the next call.
func (s *shaper) items(spans []span, lang briefing.Lang, l layout) []item {
	s.chars = appendChars(s.chars[:0], spans)
	chars := s.chars
	b := &itemiser{
		s: s, spans: spans, lang: lang, hyph: l.hyph, fill: l.align == justified, cell: l.cell,
		items: s.room[:0], box: s.box[:0], word: s.word[:0],
	}
	for i := 0; i < len(chars); i++ {
		b.add(chars, i)
	}
	b.flush()
	s.room, s.box, s.word = b.items[:0], b.box[:0], b.word[:0]
	return b.items
}

func appendChars(out []char, spans []span) []char {
	n := 0
	for i := range spans {
		n += utf8.RuneCountInString(spans[i].text) + 1
	}
	out = slices.Grow(out, n)
	for i := range spans {
		sp := &spans[i]
		if sp.sign != document.NoSign {
			out = append(out, char{r: 0, st: &sp.style, sp: sp})
		}
		if sp.note > 0 {
			out = append(out, char{r: 0, st: &sp.style, sp: sp})
			continue
		}
		for _, r := range clean(sp.text) {
			out = append(out, char{r: r, st: &sp.style})
		}
	}
	return out
}

func (b *itemiser) add(chars []char, i int) {
	c := chars[i]
	switch c.r {
	case 0:
		b.flush()
		if c.sp.note > 0 {
			b.mark(c.sp)
			return
		}
		w := signWidth(c.sp.sign, c.st.size)
		b.items = append(b.items, item{kind: boxItem, w: w, sign: c.sp.sign, style: c.st})
	case '\n':
		b.flush()
		b.word = b.word[:0]
		b.items = append(b.items, item{kind: lineItem, style: c.st})
	case ' ':
		if i > 0 && chars[i-1].r == ' ' {
			return
		}
		b.space(chars, i)
	case '\u00ad':
		b.flush()
		b.items = append(b.items, b.hyphenAt(c.st))
	case '\u200b':
		b.flush()
		b.items = append(b.items, item{kind: breakItem, style: c.st})
	case '\u00a0':
		if i > 0 && i+1 < len(chars) && unicode.IsDigit(chars[i-1].r) && unicode.IsDigit(chars[i+1].r) {
			b.put(c)
			return
		}
		b.glue(c, b.heldTogether(chars, i))
		b.word = append(b.word, ' ')
	default:
		b.letter(chars, i)
	}
}

// mark adds the number of a footnote, which no line parts from its word.
func (b *itemiser) mark(sp *span) {
	st := &sp.style
	b.items = append(b.items, item{kind: boxItem, w: b.s.width(st.face, st.size, sp.text), text: sp.text, face: st.face, style: st, note: sp.note})
	b.word = append(b.word, ']') // as a reference in brackets is to the rules
}

// heldTogether is the cost of a break at a no-break space: there is none in
// ragged text. Where lines are filled, and in the cells of tables, a long
// figure in words («около 1,7 млрд долл. США») may break between its words
// rather than leave holes in a line or push other columns together; a number
// never parts from what follows it.
func (b *itemiser) heldTogether(chars []char, i int) float64 {
	if !b.fill && !b.cell || i == 0 || i+1 == len(chars) {
		return never
	}
	before, after := chars[i-1].r, chars[i+1].r
	dollars := before == '.' && strings.HasSuffix(string(b.word), "долл.")
	if (unicode.IsLetter(before) || dollars) && (unicode.IsLetter(after) || b.fill && unicode.IsDigit(after)) && unicode.IsLower(lastLetter(b.word)) {
		return 5 * afterShort
	}
	return never
}

// lastLetter is the last letter of a word.
func lastLetter(word []rune) rune {
	for i := len(word) - 1; i >= 0; i-- {
		if unicode.IsLetter(word[i]) {
			return word[i]
		}
	}
	return 0
}

// letter adds a visible character, with a break before it where one may be.
func (b *itemiser) letter(chars []char, i int) {
	c := chars[i]
	if i > 0 && !breaksWord(chars[i-1].r) && c.st.rise == 0 {
		prev := chars[i-1].r
		if b.lang != briefing.ZH && isHan(prev) && isHan(c.r) && shortHan(chars, i) {
			b.put(c)
			return
		}
		if cost := b.inside(prev, c.r); cost < never {
			b.flush()
			if isHan(c.r) && lastHan(chars, i) {
				cost += afterShort
			}
			it := item{kind: breakItem, cost: cost, style: c.st, hyphen: cost == atHyphen}
			if isHan(prev) && isHan(c.r) {
				it.kind, it.stretch = glueItem, 0.06*c.st.size
			} else if isHan(prev) || isHan(c.r) {
				it.kind, it.stretch = glueItem, 0.1*c.st.size
			}
			if strings.ContainsRune("，。、；：）》」】", prev) || strings.ContainsRune("（《「【", c.r) {
				it.shrink = 0.3 * c.st.size // into the empty half of the sign
			}
			b.items = append(b.items, it)
		}
	}
	if b.lang == briefing.ZH && hanQuote(c.r) && besideHan(chars, i) {
		st := *c.st
		if h, ok := st.face.fallback(); ok {
			if g := b.s.glyph(h, c.r); !g.lack {
				st.face = h
			}
		}
		b.put(char{r: c.r, st: &st})
		return
	}
	b.put(c)
}

// shortHan reports whether the Chinese characters around i are a name in the
// text of another language (习近平, 上海市): four or fewer, which stay on one line.
func shortHan(chars []char, i int) bool {
	from, to := i, i
	for from > 0 && i-from < 5 && isHan(chars[from-1].r) {
		from--
	}
	for to < len(chars) && to-i < 5 && isHan(chars[to].r) {
		to++
	}
	return to-from <= 4
}

// inside is breakInside, asked only where a word may break at all.
func (b *itemiser) inside(prev, r rune) float64 {
	switch {
	case isHan(prev) && isHan(r) && heldToNumber(b.word, r):
		return never
	case isHan(prev), isHan(r):
		return breakInside(prev, r, "")
	case prev == '-', prev == '\u2010', prev == '–', prev == '—', prev == '/':
		return breakInside(prev, r, string(b.word))
	}
	return never
}

// breaksWord reports whether the character is no part of a word to the rules.
func breaksWord(r rune) bool {
	return r == ' ' || r == '\n' || r == 0 || r == '\u00ad' || r == '\u200b' || r == '\u00a0'
}

func besideHan(chars []char, i int) bool {
	return i > 0 && isHan(chars[i-1].r) || i+1 < len(chars) && isHan(chars[i+1].r)
}

// put adds a character to the box, in the face that has it.
func (b *itemiser) put(c char) {
	g := b.s.glyph(c.st.face, c.r)
	if g.lack {
		b.lack(c.r)
	}
	if len(b.box) > 0 && (b.style != c.st || b.face != g.face) {
		b.flush()
	}
	b.box, b.boxW = append(b.box, g.r), b.boxW+g.w
	b.face, b.style = g.face, c.st
	b.word = append(b.word, c.r)
}

// lack reports a character that no face has, with the paragraph it stands in.
func (b *itemiser) lack(r rune) {
	var text strings.Builder
	for _, sp := range b.spans {
		text.WriteString(sp.text)
	}
	b.s.lack(r, text.String())
}

// flush ends the box, with hyphens inside where the language has them.
func (b *itemiser) flush() {
	if len(b.box) == 0 {
		return
	}
	box, st, face := b.box, b.style, b.face
	places := b.hyphens(box)
	if len(places) == 0 {
		b.items = append(b.items, item{kind: boxItem, w: float64(b.boxW) * st.size / 1000, text: string(box), face: face, style: st})
	}
	b.box, b.boxW = b.box[:0], 0
	if len(places) == 0 {
		return
	}
	at := 0
	for _, p := range places {
		b.addBox(box[at:p], st, face)
		b.items = append(b.items, b.hyphenAt(st))
		at = p
	}
	b.addBox(box[at:], st, face)
}

func (b *itemiser) addBox(rs []rune, st *style, face Face) {
	w := 0
	for _, r := range rs {
		w += b.s.glyph(face, r).w
	}
	b.items = append(b.items, item{kind: boxItem, w: float64(w) * st.size / 1000, text: string(rs), face: face, style: st})
}

// hyphens are the places of hyphens in a box; only whole words of letters of
// one case pattern are hyphenated: names of organisations in capitals are not.
func (b *itemiser) hyphens(box []rune) []int {
	if b.hyph == nil || len(box) < 6 {
		return nil
	}
	from, to := 0, len(box)
	for from < to && !unicode.IsLetter(box[from]) {
		from++
	}
	for to > from && !unicode.IsLetter(box[to-1]) {
		to--
	}
	for i := from; i < to; i++ {
		if !unicode.IsLetter(box[i]) || i > from && unicode.IsUpper(box[i]) {
			return nil
		}
	}
	if to-from < 6 {
		return nil
	}
	var out []int
	for _, p := range b.hyph(strings.ToLower(string(box[from:to]))) {
		if p >= 3 && to-from-p >= 3 {
			out = append(out, p+from)
		}
	}
	return out
}

func (b *itemiser) hyphenAt(st *style) item {
	return item{kind: breakItem, cost: atSyllable, hyphen: true, w: b.s.width(st.face, st.size, "-"), text: "-", face: st.face, style: st}
}

// space adds an ordinary space with the cost of a break at it.
func (b *itemiser) space(chars []char, i int) {
	j := i + 1
	for j < len(chars) && chars[j].r == ' ' {
		j++
	}
	k := j
	for k < len(chars) && !breaksWord(chars[k].r) {
		k++
	}
	next := b.s.next[:0]
	for _, c := range chars[j:k] {
		next = append(next, c.r)
	}
	b.s.next = next
	prev := b.word
	for at := len(prev) - 1; at >= 0; at-- {
		if prev[at] == ' ' {
			prev = prev[at+1:]
			break
		}
	}
	b.glue(chars[i], breakAtSpace(string(prev), string(next), b.lang))
	b.word = b.word[:0]
}

// glue adds a space that stretches as PT Serif's designers and TeX have it:
// by a half, and shrinks by a third less.
func (b *itemiser) glue(c char, cost float64) {
	b.flush()
	g := b.s.glyph(c.st.face, c.r)
	if g.lack {
		b.lack(c.r)
	}
	w := float64(g.w) * c.st.size / 1000
	b.items = append(b.items, item{
		kind: glueItem, w: w, stretch: w / 2, shrink: w * 0.22, cost: cost,
		text: string(g.r), face: g.face, style: c.st,
	})
}
