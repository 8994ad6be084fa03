package check

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// plansOpenly reports whether the text says in its language that what it
// tells is planned. The words are data ("check.11.words"): whole words,
// beginnings of words (план*), phrases; in Chinese, anywhere.
func plansOpenly(l briefing.Lang, s string) bool {
	words := normal(s)
	for _, w := range strings.Split(lang.T(l, "check.11.words"), "|") {
		stem, prefix := strings.CutSuffix(w, "*")
		switch {
		case l == briefing.ZH:
			if strings.Contains(s, w) {
				return true
			}
		case prefix:
			if strings.Contains(words, " "+stem) {
				return true
			}
		case strings.Contains(words, " "+w+" "):
			return true
		}
	}
	return false
}

// normal is the text in small letters, its words between single spaces.
func normal(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(f, " ") + " "
}

// sentences gives the byte offsets at which sentences begin. After a short
// word («г.», «т.», «Mr.») a full stop ends nothing: two sentences taken for
// one hide a finding, one taken for two would make a false one.
func sentences(s string) []int {
	starts := []int{0}
	runes, offsets := []rune(s), []int{}
	for i := range s {
		offsets = append(offsets, i)
	}
	for i, r := range runes {
		if i+1 >= len(runes) {
			break
		}
		switch r {
		case '\n', '。', '！', '？':
			starts = append(starts, offsets[i+1])
		case '.', '!', '?', '…':
			if endsHere(runes, i) {
				starts = append(starts, offsets[i+1])
			}
		}
	}
	return starts
}

func endsHere(runes []rune, i int) bool {
	next := i + 1
	if !unicode.IsSpace(runes[next]) {
		return false
	}
	for next < len(runes) && unicode.IsSpace(runes[next]) {
		next++
	}
	if next < len(runes) && unicode.IsLower(runes[next]) {
		return false
	}
	letters := 0
	for j := i - 1; j >= 0 && unicode.IsLetter(runes[j]); j-- {
		letters++
	}
	return runes[i] != '.' || letters == 0 || letters > 2
}

// sentenceAt is the sentence around a byte offset.
func sentenceAt(s string, starts []int, at int) string {
	from, to := 0, len(s)
	for _, b := range starts {
		if b > at {
			to = b
			break
		}
		from = b
	}
	return strings.TrimSpace(s[from:to])
}
