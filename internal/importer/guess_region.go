package importer

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// regionIn is the code of the one part of Russia that the titles name, in
// whatever case: «Экспорт Тульской области»; empty where they name none or
// several.
func regionIn(titles []string) string {
	var found []string
	for _, t := range titles {
		words := titleWords(codes.Fold(t))
		for _, r := range russianRegions() {
			if r.in(words) && !slices.Contains(found, r.code) {
				found = append(found, r.code)
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// regionName is a name of a region as beginnings of its words, which its cases
// share.
type regionName struct {
	code  string
	stems []string
	long  []int // letters of the words
}

var russianRegions = sync.OnceValue(func() []regionName {
	var out []regionName
	add := func(code, name string) {
		r := regionName{code: code}
		for w := range strings.FieldsSeq(codes.Fold(name)) {
			letters := []rune(w)
			keep := len(letters) - 1
			if len(letters) > 5 {
				keep--
			}
			r.stems, r.long = append(r.stems, string(letters[:keep])), append(r.long, len(letters))
		}
		if len(r.stems) > 0 {
			out = append(out, r)
		}
	}
	for _, code := range lang.Regions("RU") {
		name, _, _ := strings.Cut(lang.Region(briefing.RU, "RU", code), " – ")
		add(code, name)
		if short, ok := strings.CutPrefix(name, "Республика "); ok && short != "Алтай" && !strings.Contains(short, "(") {
			add(code, short)
		}
	}
	return out
})

// several reports whether the word speaks of more than one region: «Тульской и
// Московской областей».
func several(word string) bool {
	switch word {
	case "областей", "областям", "областями", "областях", "краев", "краям", "республик", "республикам", "округов", "округам":
		return true
	}
	return false
}

// in reports whether the words stand in a row among the folded words of a text.
func (r regionName) in(words []string) bool {
	for i := 0; i+len(r.stems) <= len(words); i++ {
		all := true
		for k, stem := range r.stems {
			n := len([]rune(words[i+k]))
			if !strings.HasPrefix(words[i+k], stem) || several(words[i+k]) || n > r.long[k]+2 || n < r.long[k]-1 {
				all = false
				break
			}
		}
		if all {
			return true
		}
	}
	return false
}
