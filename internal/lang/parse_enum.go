package lang

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// ParseEnum finds the option of an enum group that a text means: by its key, by its
// name in any language, by what people write for it («подписан», «готовится к
// подписанию», «тезис»). Gender and number of a participle don't count.
func ParseEnum(group string, options []string, text string) (option string, ok bool) {
	want := looseWords(text)
	if want == "" {
		return "", false
	}
	for _, o := range options {
		if o != "" && strings.EqualFold(o, strings.TrimSpace(text)) {
			return o, true
		}
	}
	for _, o := range options {
		if o == "" {
			continue
		}
		for _, l := range briefing.Langs() {
			names := []string{Enum(l, group, o)}
			if more, has := Has(l, "pasted.written."+group+"."+o); has {
				names = append(names, strings.Split(more, "|")...)
			}
			if slices.ContainsFunc(names, func(n string) bool { return looseWords(n) == want }) {
				return o, true
			}
		}
	}
	return "", false
}

// looseWords is a text as names of options are compared: small letters, ё as е,
// single blanks, long Russian words without the vowel of their gender or number.
func looseWords(s string) string {
	words := strings.Fields(strings.ReplaceAll(strings.ToLower(strings.Trim(strings.TrimSpace(s), "«»\".,;")), "ё", "е"))
	for i, w := range words {
		if r, n := utf8.DecodeLastRuneInString(w); strings.ContainsRune("оаы", r) && utf8.RuneCountInString(w) > 5 {
			words[i] = w[:len(w)-n]
		}
	}
	return strings.Join(words, " ")
}
