package pack

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// ownName is the whole name of a sheet that there is once in a book, empty for
// one that is called by its number and title.
func (b *builder) ownName(role document.SheetRole, t *document.Table) string {
	switch role {
	case document.NotesSheet:
		return t.Title
	case document.RegisterSheet:
		if t.ID == changesID {
			return b.t("book.changes")
		}
	case document.DataSheet:
		if t.Long == nil {
			return b.t("book.pivot")
		}
		return b.t("book.data")
	}
	return ""
}

// flowNames are what titles call the flows of trade.
func (b *builder) flowNames() (out []string) {
	for _, f := range []figure.Flow{figure.Export, figure.Import, figure.ReExport, figure.ReImport} {
		out = append(out, strings.ToLower(lang.Enum(b.l, "flow", string(f))))
	}
	return out
}

// mostInSheet is how many characters of the name Excel shows in a tab.
const mostInSheet = 31

// nameSheets calls the sheets without a name of their own by number and title,
// «T05 Экспорт АПК»: none with what Excel refuses, each once. Where the tab has
// no room for what tells two titles apart, the words that such titles share
// make room for it: «T16 Ростовская экспорт 2021 год», «T08 Экспорт 4 кода
// товаров» rather than «Ростовская область» twice.
func nameSheets(sheets []document.Sheet, joining, flows []string) {
	titles, own := make([][]string, len(sheets)), make([][]bool, len(sheets))
	for i := range sheets {
		if sheets[i].Name == "" {
			titles[i] = phrases(titleWords(sheets[i].Table.Title), joining, flows)
			own[i] = make([]bool, len(titles[i]))
		}
	}
	t := tabs{onlyThere(titles), flows}
	// What makes room may be all that tells one title from that of another
	// group: hence again.
	for range 4 {
		for _, group := range t.calledAlike(titles, own) {
			for _, i := range group {
				for k, w := range titles[i] {
					own[i][k] = own[i][k] || slices.ContainsFunc(group, func(j int) bool { return !slices.Contains(titles[j], w) })
				}
			}
		}
	}
	taken := map[string]bool{}
	for i := range sheets {
		name := sheets[i].Name
		if name == "" {
			name = t.fitted(sheets[i].Table.ID, titles[i], own[i])
		}
		for base, n := name, 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s %d", base, n)
		}
		taken[strings.ToLower(name)] = true
		sheets[i].Name = name
	}
}

// tabs tells what goes first into the tabs of a workbook.
type tabs struct {
	rare  map[string]bool // phrases that one title of all has
	flows []string        // «экспорт», «импорт»
}

// calledAlike are the sheets that would be called the same but for their
// numbers.
func (t tabs) calledAlike(titles [][]string, own [][]bool) map[string][]int {
	out := map[string][]int{}
	for i, words := range titles {
		if len(words) > 0 {
			key := strings.ToLower(t.fitted("000", words, own[i]))
			out[key] = append(out[key], i)
		}
	}
	maps.DeleteFunc(out, func(_ string, group []int) bool { return len(group) == 1 })
	return out
}

// titleWords are the words of a title without the characters that Excel refuses
// in a tab, dashes among them. One that ends a part of the title has a comma.
func titleWords(title string) []string {
	var out []string
	for raw := range strings.FieldsSeq(title) {
		w := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`[]:*?/\'`, r) {
				return -1
			}
			return r
		}, raw)
		if w = strings.Trim(w, ",;—–"); w == "" && raw != "," {
			w = dash
		}
		if strings.HasSuffix(raw, ",") || strings.HasSuffix(raw, ";") || strings.HasSuffix(raw, ":") {
			w += ","
		}
		if w != "" && w != "," {
			out = append(out, w)
		}
	}
	return out
}

// dash stands between words of a title that belong together.
const dash = "—"

// phrases joins words that make no sense apart: what joins goes with what it
// joins, a number with what it counts, and names stay whole: «6 товаров», «по
// месяцам», «Республики Татарстан», "Republic of Tatarstan".
func phrases(words, joining, flows []string) []string {
	name := func(w string) bool {
		if slices.Contains(flows, strings.ToLower(strings.TrimSuffix(w, ","))) {
			return false // «Экспорт России» are two things
		}
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	}
	var out []string
	open, last := false, "," // whether the last phrase wants one more word; the last word
	for k, w := range words {
		word, ended := strings.CutSuffix(w, ",")
		if word == dash {
			open, last = len(out) > 0 && !strings.HasSuffix(last, ","), ","
			continue
		}
		switch n := len(out) - 1; {
		case open, n > 0 && word == "of", n >= 0 && name(word) && name(last) && !strings.HasSuffix(last, ","):
			out[n] += " " + word
		default:
			out = append(out, word)
		}
		_, err := strconv.Atoi(word)
		open = !ended && k < len(words)-1 && (slices.Contains(joining, strings.ToLower(word)) || err == nil && !name(words[k+1]))
		last = w
	}
	return out
}

// oneOf is the phrase of a title that is one of the words, -1 where none or
// several are.
func oneOf(title, words []string) int {
	at := -1
	for k, w := range title {
		if slices.Contains(words, strings.ToLower(w)) {
			if at >= 0 {
				return -1
			}
			at = k
		}
	}
	return at
}

// onlyThere are the phrases that one title of all has.
func onlyThere(titles [][]string) map[string]bool {
	seen := map[string]int{}
	for _, words := range titles {
		for _, w := range words {
			seen[w]++
		}
	}
	out := map[string]bool{}
	for w, n := range seen {
		out[w] = n == 1
	}
	return out
}

// mostForced is how long the word may be that a title begins with so that it
// stands in the tab whatever else does: «Экспорт», "Imports".
const mostForced = 9

// fitted is the number of a table with as many phrases of its title as there is
// room for, in their order: a short first one and the one flow, the own ones before the others and
// of these the ones that no other title has. A name that is too long is passed
// over.
func (t tabs) fitted(id string, words []string, own []bool) string {
	room := mostInSheet - utf8.RuneCountInString(id)
	keep := make([]bool, len(words))
	take := func(k int) bool {
		n := 1 + utf8.RuneCountInString(words[k])
		if keep[k] || n > room {
			return keep[k]
		}
		keep[k], room = true, room-n
		return true
	}
	if len(words) > 0 && utf8.RuneCountInString(words[0]) <= mostForced && !t.rare[words[0]] {
		take(0)
	}
	if k := oneOf(words, t.flows); k >= 0 {
		take(k)
	}
	for _, now := range []func(k int) bool{
		func(k int) bool { return own[k] && t.rare[words[k]] },
		func(k int) bool { return own[k] && !t.rare[words[k]] },
		func(k int) bool {
			return !own[k] && (t.rare[words[k]] || !hasName(words[k]) || k == 0 && !strings.Contains(words[k], " "))
		},
		func(k int) bool { return !own[k] },
	} {
		for k := range words {
			if now(k) && !take(k) && !hasName(words[k]) {
				break
			}
		}
	}
	var kept []string
	for k, w := range words {
		if keep[k] {
			kept = append(kept, w)
		}
	}
	switch {
	case len(kept) == 0 && len(words) > 0:
		return id + " " + begun(words[0], room-1)
	case len(kept) == 0:
		return id
	}
	r := []rune(kept[0])
	kept[0] = strings.ToUpper(string(r[:1])) + string(r[1:])
	return id + " " + strings.Join(kept, " ")
}

// hasName reports whether a phrase has a name.
func hasName(phrase string) bool {
	return strings.ContainsFunc(phrase, unicode.IsUpper)
}

// begun is the beginning of a phrase that has no room. Chinese has no blanks
// between words: it ends at a comma or colon where one is in its second half.
func begun(phrase string, room int) string {
	r := []rune(phrase)
	if len(r) <= room {
		return phrase
	}
	for n := room; n > room/2; n-- {
		if strings.ContainsRune("，：、； ", r[n]) {
			return string(r[:n])
		}
	}
	return string(r[:room])
}
