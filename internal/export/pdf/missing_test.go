package pdf_test

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/export/pdf"
)

var numbered = regexp.MustCompile(`U\+([0-9A-F]{4})`)

// TestEveryMissingCharacterIsFoundWithItsField puts into each text of each kind
// of record a character of its own that no font has: whatever a page shows as □,
// the checks have named, with the record's kind and the field.
func TestEveryMissingCharacterIsFoundWithItsField(t *testing.T) {
	var free []rune // characters that no font has
	for r := rune(0x1200); r < 0xA480; r++ {
		if (r < 0x1370 || r >= 0xA000) && !pdf.Prints(r) {
			free = append(free, r)
		}
	}
	marks, fields := map[string]rune{}, map[rune]field{}
	p := reworded(t, func(f field, old string) string {
		r, ok := marks[f.String()]
		if !ok {
			r, free = free[0], free[1:]
			marks[f.String()], fields[r] = r, f
		}
		return old + string(r)
	})
	p.Commodities = p.Commodities[2:] // whose goods are called as their rows call them
	before, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	seen, told := map[briefing.Kind]bool{}, map[string]bool{}
	for _, o := range outputs() {
		s, m := o.made(t, p, before)
		found := map[string]bool{}
		for _, f := range check.Language(s, check.Output{Lang: o.l, Compiler: o.form == "compiler", Prints: pdf.Prints}) {
			for _, n := range numbered.FindAllString(f.Evidence.RU, -1) {
				found[fmt.Sprintf("%s.%s %s", f.Ref.Kind, f.Field, n)] = f.Number == 33
			}
		}
		m.Document.Draft = false
		err := pdf.Write(io.Discard, m.Document)
		if briefing.CodeOf(err) != briefing.CodeMissingGlyph {
			t.Fatalf("%s: %v", o, err)
		}
		for _, n := range numbered.FindAllString(err.Error(), -1) {
			var r rune
			if _, err := fmt.Sscanf(n, "U+%X", &r); err != nil {
				t.Fatal(err)
			}
			f, ours := fields[r]
			if !ours {
				t.Errorf("%s: %s is of no field", o, n)
				continue
			}
			seen[f.kind] = true
			if !found[f.place()+" "+n] && !told[f.String()] {
				told[f.String()] = true
				t.Errorf("%s: □ for %s of %s is not told", o, n, f)
			}
		}
	}
	for _, d := range briefing.Descriptions() {
		// a group is named by a table that somebody asks for only
		if !d.Desk && d.Kind != briefing.KindGroup && !seen[d.Kind] {
			t.Errorf("nothing of a %s was printed", d.Kind)
		}
	}
}

// place is how a finding names the field: «event.participants.role_ru»; names of
// goods stand with the import of their rows.
func (f field) place() string {
	if f.kind == "row" {
		return "import."
	}
	return strings.ReplaceAll(f.String(), "..", ".")
}
