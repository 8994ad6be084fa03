package pdf_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/export/docx"
	"briefing/internal/export/officetest"
	"briefing/internal/export/pdf"
	"briefing/internal/export/xlsx"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// field is a text of a record, or of a row of one of its lists.
type field struct {
	kind  briefing.Kind
	list  string
	field briefing.Field
}

func (f field) String() string {
	return strings.Trim(fmt.Sprintf("%s.%s.%s", f.kind, f.list, f.field.Key), ".")
}

// keyed are the lines that hold no words: what is looked up by them would not
// be found, and nothing of the record would be printed.
var keyed = []string{
	"pack..template", "pack..sections", "pack..region", "commodity..code", "commodity..classification",
	"import..hash", "import..profile", "import..units", "import..dimensions",
	"fact..codes", "fact..region", "fact..chosen", "fact..formula", "fact.claims.claim",
	"group..rule", "group..key", "group..classification",
}

// reworded is the example, with one more record of every kind in which every
// field is filled, and every text made anew: a text is given its field and what
// stands there.
func reworded(t testing.TB, text func(field, string) string) *project.Project {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range briefing.Descriptions() {
		if d.Kind != briefing.KindPack && !d.Desk {
			p.Put(oneMore(p, d))
		}
		for _, r := range p.Records(d.Kind) {
			rewordFields(t, d.Kind, "", d.Fields, r, text)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					rewordFields(t, d.Kind, l.Key, l.Fields, l.At(r, i), text)
				}
			}
		}
	}
	figures := figure.NewSet()
	for _, o := range p.Figures.Rows(figure.Filter{}) {
		o.Product = text(field{"row", "", briefing.Field{Key: "product"}}, o.Product)
		if err := figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	p.Figures = figures
	return p
}

func rewordFields(t testing.TB, k briefing.Kind, list string, fields []briefing.Field, row any, text func(field, string) string) {
	t.Helper()
	for _, f := range fields {
		words := f.Type == briefing.LineField || f.Type == briefing.ProseField
		if !words || slices.Contains(keyed, string(k)+"."+list+"."+f.Key) {
			continue
		}
		if err := f.Set(row, text(field{k, list, f}, f.Get(row))); err != nil {
			t.Fatal(err)
		}
	}
}

// oneMore is a record with every field and one row in every list, that refers
// to records of the project.
func oneMore(p *project.Project, d briefing.Description) briefing.Record {
	r := d.New()
	r.SetID("more")
	fill := func(fields []briefing.Field, row any) {
		for _, f := range fields {
			_ = f.Set(row, usual(p, f)) // what a field refuses stays empty
		}
	}
	fill(d.Fields, r)
	for _, l := range d.Lists {
		fill(l.Fields, l.Add(r))
	}
	return r
}

// usual is a value that keeps nobody from seeing the record.
func usual(p *project.Project, f briefing.Field) string {
	switch f.Key {
	case "place":
		if f.Type == briefing.EnumField {
			return briefing.PlacePack
		}
	case "chosen", "claim":
		return "c1"
	case "role":
		return ""
	case "to":
		return "2033-03-01"
	case "rule":
		return "02, 04"
	case "published", "from", "date":
		return "2023-03-01"
	}
	switch f.Type {
	case briefing.EnumField:
		if f.Group == "use" {
			return string(briefing.Aloud)
		}
		return f.Options[0]
	case briefing.NumberField:
		return "12.5"
	case briefing.IntField:
		return "7"
	case briefing.BoolField:
		return ""
	case briefing.PeriodField:
		return "2022"
	case briefing.StampField:
		return "2023-03-01"
	case briefing.ClockField:
		return "10:00"
	case briefing.UnitField:
		return "million-usd"
	case briefing.LanguageField:
		return "zh"
	case briefing.CountryField:
		return "CN"
	case briefing.RefField, briefing.RefsField:
		if list := p.Records(f.Target); len(list) > 0 {
			return string(list[0].Ref().ID)
		}
		return ""
	}
	return "слово"
}

// output is one thing that can be made of a project.
type output struct {
	l    briefing.Lang
	a    briefing.Audience
	form string
}

func (o output) String() string { return fmt.Sprintf("%s-%s-%s", o.form, o.l, o.a) }

// outputs are all of them, of a pack and of what follows an issue.
func outputs() []output {
	var out []output
	for _, l := range briefing.Langs() {
		for _, a := range briefing.Audiences() {
			for _, form := range pack.Forms() {
				if pack.For(form, a) {
					out = append(out, output{l, a, form})
				}
			}
		}
	}
	return out
}

// follows reports whether the form needs an issue before it.
func (o output) follows() bool { return o.form == pack.FormAddendum || o.form == pack.FormSheets }

// made makes a draft of an output as the program does. What follows an issue
// follows the example as it is.
func (o output) made(t testing.TB, p, before *project.Project) (*project.Snapshot, *pack.Made) {
	t.Helper()
	take := project.Options{Audience: o.a}
	how := pack.Options{Lang: o.l, Form: o.form, Draft: true}
	if o.follows() {
		take.AsOf, take.Addendum = time.Date(2023, 3, 21, 12, 0, 0, 0, time.UTC), true
		how.Since = []pack.Issued{{Snapshot: project.Take(before, project.Options{Audience: o.a}), Number: 1, Kept: true}}
		how.Steps = []pack.SheetStep{{Out: []string{"3", "4"}, In: []string{"3", "4"}}, {In: []string{"5а"}, After: "5"}}
	}
	s := project.Take(p, take)
	m, err := pack.Make(s, check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})), how)
	if err != nil {
		t.Fatalf("%s: %v", o, err)
	}
	return s, m
}

// wholeWay leads a project to pages, to a PDF, to a Word file and a workbook,
// and wants each to be whole.
func wholeWay(t testing.TB, p, before *project.Project, o output) {
	t.Helper()
	s, m := o.made(t, p, before)
	check.Language(s, check.Output{Lang: o.l, Compiler: o.form == pack.FormCompiler, Prints: pdf.Prints})
	check.Document(s, m.Document)
	pages, err := pdf.Pages(m.Document)
	if err != nil {
		t.Fatalf("%s: %v", o, err)
	}
	if lack := missingGlyphs(pages); len(lack) > 0 {
		t.Fatalf("%s: %s", o, lack[0])
	}
	if err := pdf.WritePages(io.Discard, m.Document, pages); err != nil {
		t.Fatalf("%s: %v", o, err)
	}
	var word bytes.Buffer
	if err := docx.Write(&word, m.Document); err != nil {
		t.Fatalf("%s: %v", o, err)
	}
	wellFormed(t, word.Bytes())
	if o.form != pack.FormPack {
		return
	}
	var sheets bytes.Buffer
	if err := xlsx.Write(&sheets, m.Book()); err != nil {
		t.Fatalf("%s: %v", o, err)
	}
	wellFormed(t, sheets.Bytes())
}

// wellFormed reads each part of an Office file as strictly as Office does.
func wellFormed(t testing.TB, file []byte) {
	t.Helper()
	for _, part := range officetest.Parts(t, file) {
		if !strings.HasSuffix(part.Name, ".xml") && !strings.HasSuffix(part.Name, ".rels") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(part.Text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
		}
	}
}

// TestAnyTextOfAnyRecordGivesEveryOutput puts each hostile text into every
// text of every record, and makes every form for a reader and language in turn.
func TestAnyTextOfAnyRecordGivesEveryOutput(t *testing.T) {
	before, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	all := outputs()
	n := 0
	texts := hostile()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		t.Run(name, func(t *testing.T) {
			s, every := texts[name], 1
			if len(s) > 2000 { // in every field at once: a book of thousands of pages
				every = 97
			}
			fields := 0
			p := reworded(t, func(_ field, old string) string {
				if fields++; fields%every == 0 {
					return old + " " + s
				}
				return old
			})
			for range 2 {
				n += 13 // has no divisor in common with their number, so that all come in turn
				wholeWay(t, p, before, all[n%len(all)])
			}
		})
	}
}

// FuzzRecords puts chance into every text of every record and leads it through
// the whole way to one output: no panic, no character painted by a font that
// has none, no part of a file that can't be read.
func FuzzRecords(f *testing.F) {
	for _, s := range hostile() {
		if len(s) < 1000 {
			f.Add(s, uint64(len(s)))
		}
	}
	before, err := demo.Project()
	if err != nil {
		f.Fatal(err)
	}
	all := outputs()
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 5))
		if len(s) > 300 {
			s = s[:300]
		}
		p := reworded(t, func(_ field, old string) string { return anyText(r, old, s) })
		wholeWay(t, p, before, all[r.IntN(len(all))])
	})
}

// anyText makes a text of what stood in a field, of what the fuzzer found, and
// of characters from everywhere. Seldom it is a word that no line can hold.
func anyText(r *rand.Rand, old, s string) string {
	var sb strings.Builder
	if r.IntN(4) > 0 {
		sb.WriteString(old)
	}
	if r.IntN(2) == 0 {
		sb.WriteString(s)
	}
	for range r.IntN(8) {
		c := rune(r.IntN(0x3000))
		switch r.IntN(8) {
		case 0:
			c = rune(r.IntN(utf8.MaxRune + 1))
		case 1:
			odd := []rune("\u00ad\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0300\u0301\u0306\u0308\ufeff\ufffd\u2028\u2029\u0000\u0007\u001b{}")
			c = odd[r.IntN(len(odd))]
		case 2:
			c = rune(0x4e00 + r.IntN(0x5200))
		}
		sb.WriteRune(c)
	}
	switch r.IntN(60) {
	case 0:
		sb.WriteByte(byte(0x80 + r.IntN(0x80))) // half a character
	case 1:
		sb.WriteString("\xed\xa0\x80") // half of a pair
	case 2:
		if r.IntN(30) == 0 {
			sb.WriteString(strings.Repeat(string(rune('а'+r.IntN(32))), 10000))
		}
	}
	return sb.String()
}
