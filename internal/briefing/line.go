package briefing

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lineLong is how much of a text stands for a record without a name, in
// characters.
const lineLong = 64

// Line stands for the record in lists and reports: its caption or, of one
// without a name, the beginning of its text. Unlike the caption it is nothing
// to know a record by: two texts may begin alike. It is "" where there is no
// text either.
func (d Description) Line(r Record, l Lang) string {
	if s := strings.TrimSpace(d.Caption(r, l)); s != "" {
		return s
	}
	langs := append([]Lang{l}, slices.DeleteFunc(Langs(), func(o Lang) bool { return o == l })...)
	for _, l := range append(langs, "") { // "": what has one language, as the wording of a quotation
		for _, f := range d.Fields {
			if f.Type != ProseField || f.Lang != l {
				continue
			}
			if s := beginning(f.Get(r)); s != "" {
				return s
			}
		}
	}
	return ""
}

// beginning is the first words of a text, its figures left out.
func beginning(text string) string {
	var sb strings.Builder
	at := 0
	for _, b := range BindingsOf(text) {
		sb.WriteString(text[at:b.Start] + "…")
		at = b.End
	}
	s := strings.Join(strings.Fields(sb.String()+text[at:]), " ")
	if utf8.RuneCountInString(s) <= lineLong {
		return s
	}
	cut := string([]rune(s)[:lineLong])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 { // Chinese has no spaces
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:—–") + "…"
}
