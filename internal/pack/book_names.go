package pack

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/document"
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

// mostInSheet is how many characters of the name Excel shows in a tab.
const mostInSheet = 31

// nameSheets calls the sheets without a name of their own by number and title,
// «T05 Экспорт АПК»: none with what Excel refuses, each once. Where the tab has
// no room for what tells two titles apart, the words that such titles share
// make room for it: «T16 Ростовская экспорт 2021 год», «T08 Экспорт 4 кода
// товаров» rather than «Ростовская область» twice.
func nameSheets(sheets []document.Sheet) {
	titles, own := make([][]string, len(sheets)), make([][]bool, len(sheets))
	for i := range sheets {
		if sheets[i].Name == "" {
			titles[i] = titleWords(sheets[i].Table.Title)
			own[i] = make([]bool, len(titles[i]))
		}
	}
	// What makes room may be all that tells one title from that of another
	// group: hence again.
	for range 4 {
		for _, group := range calledAlike(titles, own) {
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
			name = fitted(sheets[i].Table.ID, titles[i], own[i])
		}
		for base, n := name, 2; taken[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s %d", base, n)
		}
		taken[strings.ToLower(name)] = true
		sheets[i].Name = name
	}
}

// calledAlike are the sheets that would be called the same but for their
// numbers.
func calledAlike(titles [][]string, own [][]bool) map[string][]int {
	out := map[string][]int{}
	for i, words := range titles {
		if len(words) > 0 {
			key := strings.ToLower(fitted("000", words, own[i]))
			out[key] = append(out[key], i)
		}
	}
	maps.DeleteFunc(out, func(_ string, group []int) bool { return len(group) == 1 })
	return out
}

// titleWords are the words of a title without the characters that Excel refuses
// in a tab and without dashes.
func titleWords(title string) []string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, title)
	var out []string
	for w := range strings.FieldsSeq(clean) {
		if w = strings.Trim(w, ",;—–"); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// fitted is the number of a table with as many words of its title as there is
// room for, in their order, the own ones before the others. Chinese has no
// blanks between words: of a first one that is too long there is the beginning.
func fitted(id string, words []string, own []bool) string {
	room := mostInSheet - utf8.RuneCountInString(id)
	keep := make([]bool, len(words))
	for _, ours := range []bool{true, false} {
		for k, w := range words {
			if own[k] != ours {
				continue
			}
			n := 1 + utf8.RuneCountInString(w)
			if n > room {
				break
			}
			keep[k], room = true, room-n
		}
	}
	var kept []string
	for k, w := range words {
		if keep[k] {
			kept = append(kept, w)
		}
	}
	for n := len(kept); n > 1 && n < len(words) && utf8.RuneCountInString(kept[n-1]) <= 2 && !strings.ContainsAny(kept[n-1], "0123456789"); n-- {
		kept = kept[:n-1] // no «и», «по», "of" at the end
	}
	switch {
	case len(kept) == 0 && len(words) > 0:
		return id + " " + string([]rune(words[0])[:room-1])
	case len(kept) == 0:
		return id
	}
	r := []rune(kept[0])
	kept[0] = strings.ToUpper(string(r[:1])) + string(r[1:])
	return id + " " + strings.Join(kept, " ")
}
