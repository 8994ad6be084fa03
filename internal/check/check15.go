package check

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check15: a quotation in quotation marks is the original, word for word, or a
// translation made from the speaker's own language; it stands on an official
// text with its address. Anything else is told as изложение.
func check15() Check { return Check{Number: 15, data: quotations} }

func quotations(s *project.Snapshot) []Finding {
	var out []Finding
	for _, m := range s.Messages {
		if m.Kind != "quotation" || !m.Quoted {
			continue
		}
		found := func(severity Severity, field, key string, args func(l briefing.Lang) []any) {
			out = append(out, Finding{Severity: severity, Ref: m.Ref(), Field: field, Evidence: text(key, args), Mend: text(key+".mend", nil)})
		}
		original, known := briefing.ParseLang(m.OriginalLang)
		switch {
		case m.Original == "" || m.OriginalLang == "":
			found(Warning, "original", "check.15.original", nil)
		case known && m.Body.In(original) != "" && plainWords(m.Body.In(original)) != plainWords(m.Original):
			was, is := firstDifference(m.Original, m.Body.In(original))
			found(Blocking, "body_"+string(original), "check.15.changed", func(briefing.Lang) []any { return []any{is, was} })
		}
		if own, ok := speakerLanguage(s, m); ok && m.OriginalLang != "" && m.OriginalLang != own {
			found(Warning, "original_lang", "check.15.twice", func(l briefing.Lang) []any {
				return []any{languageName(l, m.OriginalLang), languageName(l, own)}
			})
		}
		if !officialText(s, m) {
			found(Warning, "sources", "check.15.official", nil)
		}
	}
	return out
}

// plainWords are the words of a text: what quotation marks, spaces and full
// stops differ in changes no quotation.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// firstDifference shows both texts from a little before the place where they
// part.
func firstDifference(original, now string) (was, is string) {
	a, b := strings.Fields(original), strings.Fields(now)
	n := 0
	for n < len(a) && n < len(b) && plainWords(a[n]) == plainWords(b[n]) {
		n++
	}
	part := func(words []string) string {
		from := max(n-2, 0)
		if from >= len(words) {
			return "…"
		}
		return shorten(strings.Join(words[from:min(len(words), n+5)], " "))
	}
	return part(a), part(b)
}

// speakerLanguage is the language that the speaker's country is known to speak.
func speakerLanguage(s *project.Snapshot, m *briefing.Message) (string, bool) {
	p, ok := s.Person(m.Speaker)
	if !ok {
		return "", false
	}
	switch p.Country {
	case "CN":
		return "zh", true
	case "RU":
		return "ru", true
	case "US", "GB", "AU", "NZ":
		return "en", true
	}
	return "", false
}

func languageName(l briefing.Lang, code string) string {
	if _, ok := briefing.ParseLang(code); ok {
		return lang.T(l, "check.language."+code)
	}
	return code
}

// officialText reports whether an official source with an address stands
// behind a quotation.
func officialText(s *project.Snapshot, m *briefing.Message) bool {
	for _, id := range s.SourcesOf(m.Ref()) {
		if src, ok := s.Source(id); ok && (src.Kind == "official" || src.Kind == "document") && src.Address != "" {
			return true
		}
	}
	return false
}
