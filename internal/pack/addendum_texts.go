package pack

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/document"
)

// Texts that the pack writes by itself of imported rows: no record stands behind
// them, so what became of them is told text by text.

// madeKind is what a text of the pack is; only texts of one kind take the place
// of each other.
type madeKind uint8

const (
	textMade madeKind = iota
	noteMade
	tableNoteMade
	figureMade
)

// madeText is one such text.
type madeText struct {
	kind    madeKind
	section string // key
	title   string // what it is, for the reader of an addendum
	label   string // where it stands
	text    string
}

// texts compares the texts that the packs made by themselves: each that is gone,
// new or reads otherwise is told of, since the reader takes what is not told of
// as still in force.
func (d *difference) texts() {
	was, is := d.then.madeTexts(), d.now.madeTexts()
	was, is = without(was, is), without(is, was)
	pairs := d.restated(was, is)
	for i := range is {
		u := &is[i]
		if j := pairs[i]; j >= 0 {
			d.changed = append(d.changed, changedItem{title: u.title, label: u.label, was: was[j].text, is: u.text, sections: []string{u.section}})
			continue
		}
		d.added = append(d.added, u.item(d.now))
	}
	for j := range was {
		if !slices.Contains(pairs, j) {
			d.gone = append(d.gone, was[j].item(d.then))
		}
	}
}

func (u *madeText) item(p *printed) addedItem {
	title := u.title
	if u.label != "" {
		title = p.colon(u.title, u.label)
	}
	return addedItem{title: title, text: u.text, sections: []string{u.section}}
}

// without are the texts of one pack that the other has not got word for word,
// wherever it stands there.
func without(list, other []madeText) []madeText {
	there := map[string]int{}
	key := func(u *madeText) string {
		if u.kind == figureMade { // a number alone may be of anything
			return u.title + "\n" + u.label + "\n" + u.text
		}
		return u.text
	}
	for i := range other {
		there[key(&other[i])]++
	}
	var out []madeText
	for i := range list {
		if k := key(&list[i]); there[k] > 0 {
			there[k]--
			continue
		}
		out = append(out, list[i])
	}
	return out
}

// leastShared is the part of the words, in hundredths, that two states of one
// text have in common at least; numbers are not counted, since they are what
// changes.
const leastShared = 60

// restated finds for each text of today the state of it that the issued pack
// had, -1 for none: those most alike first.
func (d *difference) restated(was, is []madeText) []int {
	type match struct{ was, is, shared int }
	var all []match
	before := make([][]string, len(was))
	for j := range was {
		before[j] = plainWords(was[j].text)
	}
	for i := range is {
		now := plainWords(is[i].text)
		for j := range was {
			if !ofOne(&was[j], &is[i], before[j], now) {
				continue
			}
			if n := alikeness(before[j], now); n >= leastShared || is[i].kind == figureMade {
				all = append(all, match{j, i, n})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y match) int { return y.shared - x.shared })
	out, taken := make([]int, len(is)), make([]bool, len(was))
	for i := range out {
		out[i] = -1
	}
	for _, m := range all {
		if out[m.is] < 0 && !taken[m.was] {
			out[m.is], taken[m.was] = m.was, true
		}
	}
	return out
}

// ofOne reports whether two texts may be states of one: headline figures that are
// called the same, texts that begin with the same words, which say what they
// are of.
func ofOne(was, is *madeText, before, now []string) bool {
	if was.kind != is.kind || was.section != is.section {
		return false
	}
	if is.kind == figureMade {
		return was.title == is.title && was.label == is.label
	}
	return slices.Equal(opening(before), opening(now))
}

// opening is the words at the beginning that name a flow and its two sides.
func opening(words []string) []string {
	n := 5
	if len(words) > 0 && isHan(words[0]) { // single characters
		n = 12
	}
	return words[:min(n, len(words))]
}

func isHan(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// plainWords are the words of a text without numbers; of Chinese, which sets no
// spaces, the characters.
func plainWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if isHan(w) {
			out = append(out, strings.Split(w, "")...)
			continue
		}
		out = append(out, w)
	}
	return out
}

// alikeness is how many of the words two texts share, in hundredths of those of
// the longer one.
func alikeness(a, b []string) int {
	longer := max(len(a), len(b))
	if longer == 0 {
		return 100
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	shared := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return shared * 100 / longer
}

// madeTexts are the texts of a pack that no record stands behind.
func (p *printed) madeTexts() []madeText {
	var out []madeText
	for i := range p.sections {
		s := &p.sections[i]
		switch s.Key {
		case "cover", "glossary", "sources", "signoff": // nothing of the matter, or told by what it is made of
			continue
		}
		w := madeWalk{p: p, section: s, out: out}
		w.blocks(s.Blocks)
		out = w.out
	}
	return out
}

type madeWalk struct {
	p       *printed
	section *document.Section
	heading string // the last one met
	out     []madeText
}

func (w *madeWalk) add(kind madeKind, title, label, text string) {
	if strings.TrimSpace(text) != "" {
		w.out = append(w.out, madeText{kind, w.section.Key, title, label, text})
	}
}

func (w *madeWalk) blocks(list []document.Block) {
	b := w.p.builder
	for _, block := range list {
		switch v := block.(type) {
		case document.Heading:
			w.heading = v.Text
		case document.Paragraph:
			if v.Style != document.SourceLine && v.Origin == nil && !ofRecord(v.Runs) {
				w.add(textMade, b.t("addendum.text"), w.section.Title, document.RunsText(v.Runs))
			}
		case document.Note:
			if v.Title != b.openTitle() && !ofRecord(v.Runs) { // what is open is told with the facts
				w.add(noteMade, b.t("addendum.note"), w.section.Title, document.RunsText(v.Runs))
			}
		case document.KeyFigures:
			for i := range v.Items {
				if k := &v.Items[i]; k.Origin == nil {
					of, period := headed(w.heading)
					w.add(figureMade, k.What, of, b.colon(period, b.semis(b.spaced(k.Word, k.Number, k.Unit), k.Change)))
				}
			}
		case document.Columns:
			w.blocks(v.Left)
			w.blocks(v.Right)
		case document.Table:
			dash := b.t("mark.dash_under", "")
			for _, n := range v.Notes {
				if !strings.HasPrefix(n, "[") && !strings.HasPrefix(n, dash) { // marks are told with the cells that bear them
					w.add(tableNoteMade, b.commas(b.t("addendum.note"), lowerFirst(v.Label, b.l)), w.section.Title, n)
				}
			}
		}
	}
}

// headed parts the heading of headline figures into what they are of and the
// period: «Россия, партнёр — Китай: 2021 год».
func headed(s string) (of, period string) {
	at := strings.LastIndexAny(s, ":,：，")
	if at < 0 {
		return s, ""
	}
	return s[:at], strings.TrimLeft(s[at:], ":,：， ")
}

// ofRecord reports whether runs show a field of a record or a figure of one:
// these are told of as records.
func ofRecord(runs []document.Run) bool {
	return slices.ContainsFunc(runs, func(r document.Run) bool { return r.Origin != nil || r.Shows != nil })
}
