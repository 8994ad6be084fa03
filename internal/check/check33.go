package check

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check33: every character of what is printed is in the pack's fonts. A draft
// shows □ in its place; on an issue it would be a hole in a name.
func check33() Check { return Check{Number: 33, language: unprintable} }

func unprintable(s *project.Snapshot, o Output) []Finding {
	if o.Prints == nil {
		return nil
	}
	var out []Finding
	for _, desc := range briefing.Descriptions() {
		for _, r := range s.Records(desc.Kind) {
			out = append(out, unprintableIn(o, r, "", desc.Fields, []any{r})...)
			for _, l := range desc.Lists {
				rows := make([]any, l.Len(r))
				for i := range rows {
					rows[i] = l.At(r, i)
				}
				out = append(out, unprintableIn(o, r, l.Key, l.Fields, rows)...)
			}
		}
	}
	return append(out, unprintableGoods(s, o)...)
}

// unprintableIn lists the fields of rows that have characters without a glyph,
// each once with all of them: each is mended where it stands.
func unprintableIn(o Output, r briefing.Record, list string, fields []briefing.Field, rows []any) []Finding {
	var out []Finding
	for _, f := range fields {
		if f.Type != briefing.LineField && f.Type != briefing.ProseField || !o.reads(r.Ref().Kind, f) {
			continue
		}
		var signs []rune
		for _, row := range rows {
			if briefing.Prints(row, f) {
				signs = append(signs, o.lacks(f.Get(row))...)
			}
		}
		if len(signs) == 0 {
			continue
		}
		found := Finding{Severity: Blocking, Ref: r.Ref(), Field: strings.TrimPrefix(list+"."+f.Key, ".")}
		if f.For&briefing.Leader == 0 {
			found.Severity = Warning // it is for somebody's sheet, not for the pages of the pack
		}
		out = append(out, found.lack(signs, func(l briefing.Lang) string { return lang.FieldLabel(l, r.Ref().Kind, list, f) }))
	}
	return out
}

// reads reports whether an output may print a text of a record: those in its
// language, and of the other ones the names of people, which the interpreter
// needs in each. The compiler's sheet shows any, where there is no translation.
func (o Output) reads(k briefing.Kind, f briefing.Field) bool {
	return f.Lang == "" || f.Lang == o.Lang || o.Compiler || k == briefing.KindPerson && (f.Label == "name" || f.Label == "short_name")
}

// lacks lists the characters of a text that have no glyph. Letters that a mark
// is set on are looked for as one, as the page sets them.
func (o Output) lacks(text string) (signs []rune) {
	hole := func(r rune) bool { return r >= 0x7f && !o.Prints(r) }
	if strings.IndexFunc(text, hole) < 0 {
		return nil
	}
	for _, r := range norm.NFC.String(text) {
		if hole(r) {
			signs = append(signs, r)
		}
	}
	return signs
}

// unprintableGoods finds names of goods that rows bring with them, which are
// printed where neither a record nor the list of a classification names the
// code. They weigh less: which of so many goods come into a table is not known
// here, and pages that show one as □ are not issued.
func unprintableGoods(s *project.Snapshot, o Output) []Finding {
	named := map[string]bool{}
	for _, c := range s.Commodities {
		named[c.Code] = named[c.Code] || c.Name.In(o.Lang) != ""
	}
	var signs []rune
	example := ""
	for code, product := range s.Figures.Products() {
		lack := o.lacks(product)
		if len(lack) == 0 || named[code] {
			continue
		}
		signs = append(signs, lack...)
		if example == "" || product < example {
			example = product
		}
	}
	if len(signs) == 0 {
		return nil
	}
	found := Finding{Severity: Warning, Ref: briefing.Ref{Kind: briefing.KindImport}}
	for _, r := range s.Figures.Rows(figure.Filter{Product: &example}) {
		found.Ref.ID = r.Import
		break
	}
	return []Finding{found.lack(signs, func(l briefing.Lang) string { return lang.T(l, "check.33.goods", example) })}
}

// lack words a finding about characters of a field.
func (f Finding) lack(signs []rune, field func(briefing.Lang) string) Finding {
	names := namesOf(signs)
	f.Evidence = text("check.33.evidence", func(l briefing.Lang) []any {
		return []any{strings.Join(names, lang.T(l, "check.join")), field(l)}
	})
	f.Mend = text("check.33.mend", nil)
	return f
}

// namesOf tells each character once, with its number, by which it can be found
// where no font shows it.
func namesOf(signs []rune) []string {
	slices.Sort(signs)
	var out []string
	for _, r := range slices.Compact(signs) {
		out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return out
}
