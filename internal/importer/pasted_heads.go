package importer

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/unitnames"
)

// named finds the fields that a header may name, the likeliest first, with the
// language that it states, «Название (рус.)», «English name», 中文名称, and the
// unit behind a comma or in brackets: «Значение, тыс. т».
func (p *paster) named(header string) (fields []string, in briefing.Lang, u briefing.Unit) {
	header = oneLine(header)
	if fields = p.exactly(header); len(fields) > 0 {
		return fields, "", ""
	}
	for _, part := range inLanguage(header) {
		for _, f := range p.exactly(part.name) {
			if of := baseField(f) + "_" + string(part.lang); p.field(of) != nil {
				fields = append(fields, of)
			} else if f != originalName {
				fields = append(fields, f)
			}
		}
		if len(fields) > 0 {
			return fields, part.lang, ""
		}
	}
	if i := strings.IndexAny(header, ",(（，"); i > 0 {
		if fields = p.exactly(header[:i]); len(fields) > 0 {
			return fields, "", unitnames.Parse(strings.Trim(header[i:], ",()（），. "))
		}
	}
	return nil, "", ""
}

// exactly finds fields by their keys, their labels in any language, or the
// other names that people give them.
func (p *paster) exactly(header string) []string { return headers()[p.out.Kind][headerForm(header)] }

func headerForm(s string) string { return strings.Trim(codes.Fold(s), " .:*-–—/|,") }

// headPart is a header without the words that state its language.
type headPart struct {
	name string
	lang briefing.Lang
}

// inLanguage takes the words that state a language off a header, in each way in
// which they may be read.
func inLanguage(header string) []headPart {
	var out []headPart
	add := func(name, mark string) {
		if l, ok := languageMarks()[headerForm(mark)]; ok && headerForm(name) != "" {
			out = append(out, headPart{name, l})
		}
	}
	form := headerForm(header)
	if at := strings.LastIndexAny(form, "(（["); at > 0 {
		add(form[:at], strings.Trim(form[at:], "()（）[]"))
	}
	words := strings.FieldsFunc(form, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",/|:_", r) })
	const longest = 3 // «на русском языке»
	for n := min(longest, len(words)-1); n > 0; n-- {
		add(strings.Join(words[:len(words)-n], " "), strings.Join(words[len(words)-n:], " "))
		add(strings.Join(words[n:], " "), strings.Join(words[:n], " "))
	}
	for mark := range languageMarks() { // Chinese has no blanks
		if first, _ := utf8.DecodeRuneInString(mark); unicode.Is(unicode.Han, first) {
			if rest, ok := strings.CutPrefix(form, mark); ok {
				add(rest, mark)
			}
			if rest, ok := strings.CutSuffix(form, mark); ok {
				add(rest, mark)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b headPart) int { return len(a.name) - len(b.name) }) // the longest mark first
	return out
}

// languageMarks are the words by which headers state a language.
var languageMarks = sync.OnceValue(func() map[string]briefing.Lang {
	out := map[string]briefing.Lang{}
	for _, of := range briefing.Langs() {
		for _, in := range briefing.Langs() {
			for _, w := range words(in, "names.in."+string(of)) {
				if f := headerForm(w); f != "" {
					out[f] = of
				}
			}
		}
	}
	return out
})

// originalName is a column with the record's name in its own language, whatever that is.
const originalName = "original-name"

// headers are the fields by what a header may call them, for each kind of the
// template's sheets.
var headers = sync.OnceValue(func() map[briefing.Kind]map[string][]string {
	out := map[briefing.Kind]map[string][]string{}
	for _, s := range recordSheets() {
		names := map[string][]string{}
		add := func(name, field string) {
			if f := headerForm(name); f != "" && !slices.Contains(names[f], field) {
				names[f] = append(names[f], field)
			}
		}
		d, _ := briefing.Describe(s.kind)
		bases := []string{pastedFigure, pastedHours}
		for _, f := range s.fields(d) {
			plain := f
			plain.field.Lang = ""
			add(f.key(), typedTogether(s.kind, f.key()))
			base := f.key()
			if f.field.Lang != "" {
				base = baseField(base)
			}
			for _, l := range briefing.Langs() {
				add(f.header(l, s.kind), typedTogether(s.kind, f.key()))
				add(plain.header(l, s.kind), typedTogether(s.kind, base))
			}
			if !slices.Contains(bases, base) {
				bases = append(bases, base)
			}
		}
		other := func(group, key, field string) {
			for _, l := range briefing.Langs() {
				for _, name := range words(l, "names."+group+"."+key) {
					add(name, typedTogether(s.kind, field))
				}
			}
		}
		for _, key := range bases {
			other(string(s.kind), key, key)
		}
		if s.kind != briefing.KindPerson { // a person's title is the post
			other("any", "title", nameField(s.kind))
		}
		for _, key := range []string{pastedNote, numbering, originalName} {
			other("any", key, key)
		}
		other("any", "use", "use")
		for _, f := range s.fields(d) { // «По-английски»: the record's name in that language
			if l := f.field.Lang; l != "" && f.key() == nameField(s.kind)+"_"+string(l) {
				for _, in := range briefing.Langs() {
					for _, name := range words(in, "names.lang."+string(l)) {
						add(name, f.key())
					}
				}
			}
		}
		out[s.kind] = names
	}
	return out
})
