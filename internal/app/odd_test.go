package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

func world(t testing.TB) app.World {
	n := 0
	return app.World{
		Now: func() time.Time { return time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC) }, User: "tester", StateDir: t.TempDir(),
		NewID: func(k briefing.Kind) briefing.ID { n++; return briefing.ID(fmt.Sprintf("%s-%d", k, n)) },
	}
}

// exportAll makes the draft of the pack in every language, and in Russian every
// form for every audience, as PDF and workbook, and returns what no font has:
// the findings of check 33. No text may stop a draft.
func exportAll(t *testing.T, p *project.Project) (lacking []string) {
	t.Helper()
	dir := t.TempDir()
	f, err := app.Create(world(t), filepath.Join(dir, "p.briefing"), p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, l := range briefing.Langs() {
		for _, form := range app.Forms(l) {
			for _, a := range []briefing.Audience{briefing.Leader, briefing.Compiler, briefing.Interpreter, briefing.Partner} {
				if !app.FormFor(form[0], a) || l != briefing.RU && (a != briefing.Leader || form[0] == app.FormCompiler) {
					continue
				}
				o := app.ExportOptions{
					Lang: l, Form: form[0], Audience: a, Draft: true,
					PDF: filepath.Join(dir, "x.pdf"),
				}
				if app.HasBook(form[0]) {
					o.XLSX = filepath.Join(dir, "x.xlsx")
				}
				made, err := f.Export(context.Background(), o)
				if briefing.CodeOf(err) == briefing.CodeEmptyForm { // nothing was entered that a short form is made of
					continue
				}
				if c := briefing.CodeOf(err); app.FollowsIssue(form[0]) && (c == briefing.CodeNoIssue || c == briefing.CodeNoIssueKept || c == briefing.CodeNoChanges) {
					continue // nothing has gone out, or nothing of it reads otherwise for this reader
				}
				if err != nil {
					t.Fatalf("%s, %s, audience %v: %v", l, form[0], a, err)
				}
				for _, finding := range made.Findings {
					if finding.Number == 33 {
						lacking = append(lacking, finding.Evidence.EN)
					}
				}
				for _, path := range made.Files {
					if err := os.Remove(path); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	return lacking
}

// filled is the example with every text of every record replaced.
func filled(t *testing.T, text string) *project.Project {
	t.Helper()
	p, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	set := func(fields []briefing.Field, row any) {
		for _, f := range fields {
			s := text
			switch f.Type {
			case briefing.ProseField:
			case briefing.LineField:
				s = strings.Join(strings.Fields(text), " ")
			default:
				continue
			}
			if f.Key == "codes" || f.Key == "formula" || f.Key == "hash" || f.Key == "file" || f.Check(s) != nil {
				continue
			}
			if err := f.Set(row, s); err != nil {
				t.Fatalf("%s: %v", f.Key, err)
			}
		}
	}
	for _, d := range briefing.Descriptions() {
		if d.Kind == briefing.KindPack || d.Kind == briefing.KindImport {
			continue
		}
		for _, r := range p.Records(d.Kind) {
			set(d.Fields, r)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					set(l.Fields, l.At(r, i))
				}
			}
		}
	}
	return p
}

func TestTextNeverSeenBeforeBreaksNothing(t *testing.T) {
	for name, text := range map[string]string{
		"empty":          "",
		"a formula":      "=HYPERLINK(\"http://example.org\";\"x\")",
		"a long word":    strings.Repeat("достопримечательность", 5),
		"100 words":      strings.TrimSpace(strings.Repeat("очень длинное слово справки ", 25)),
		"lines":          "one\n\n\ntwo\r\nthree\tfour",
		"braces":         "{S20} {unknown} {S20:nothing} {{}} } {",
		"html":           "<b>&amp;</b> <script>alert(1)</script>",
		"mixed scripts":  "Ёж №5 – 山东省 “Ä” 1\u202f234,5 % Ωμέγα",
		"odd characters": "a\u200d\u00ad\u0301\u2028b\ufeff\x00\x07c\xff",
		"Chinese":        strings.Repeat("国事访问期间的合作与农业出口，", 8),
		"only spaces":    " \u00a0 \u202f ",
	} {
		t.Run(name, func(t *testing.T) { exportAll(t, filled(t, text)) })
	}
}

// A sign that no font has is named by the checks, stands as □ in a draft, and
// stops an issue before anything is written.
func TestASignThatNoFontHas(t *testing.T) {
	p := filled(t, "Встреча 😀 в Москве")
	if got := exportAll(t, p); len(got) == 0 || !strings.Contains(got[0], "U+1F600") {
		t.Errorf("findings: %q", got)
	}
	f, err := app.Create(world(t), filepath.Join(t.TempDir(), "p.briefing"), p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	target := filepath.Join(t.TempDir(), "x.pdf")
	if _, err := f.Export(context.Background(), app.ExportOptions{PDF: target}); briefing.CodeOf(err) != briefing.CodeBlocking {
		t.Errorf("an issue: %v", err)
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a page with a hole was issued")
	}
	named := false
	for _, v := range f.Standing(briefing.EN).Findings {
		named = named || v.Code == "check.33" && strings.Contains(v.Evidence, "U+1F600")
	}
	if !named {
		t.Error("the screen of checks says nothing of it")
	}
}

// The names of guests are printed as they are spelt at home.
func TestNamesOfManyCountriesHaveTheirLetters(t *testing.T) {
	lacking := exportAll(t, filled(t, "Nguyễn Văn Minh, Trần Thị Lan, Đỗ Phương Ơn; Recep Tayyip Erdoğan; İsmail Şahin; "+
		"Łukasz Čapek; João Conceição; Íñigo Ñuñoa; Jürgen Groß; Ødegård; Dvořák; Ősi; Ștefan Țărnă; "+
		"Қасым-Жомарт Тоқаев; Шавкат Мирзиёев, Ўзбекистон; Эмомалӣ Раҳмон, Тоҷикистон; Жээнбеков Өмүрбек; Україна, Єва, Їжак; Аляксандр Ўласаў"))
	if len(lacking) > 0 {
		t.Errorf("no font has %q", lacking)
	}
}

func TestProjectsWithoutMuchAreExported(t *testing.T) {
	for _, template := range app.Templates() {
		p, err := app.NewProject(world(t), template)
		if err != nil {
			t.Fatal(err)
		}
		exportAll(t, p)
	}
	for _, kind := range []briefing.Kind{
		briefing.KindPerson, briefing.KindEvent, briefing.KindFact, briefing.KindSource, briefing.KindMessage,
		briefing.KindSeries, briefing.KindAgreement, briefing.KindFacility, briefing.KindOrganisation, briefing.KindCommodity,
	} {
		t.Run("without "+string(kind), func(t *testing.T) {
			p, err := app.ExampleProject()
			if err != nil {
				t.Fatal(err)
			}
			for len(p.Records(kind)) > 0 {
				p.Remove(p.Records(kind)[0].Ref())
			}
			exportAll(t, p)
		})
	}
}

func TestLongSeriesAreExported(t *testing.T) {
	for _, form := range []string{"levels", "waterfall", "ranking", "table"} {
		t.Run(form, func(t *testing.T) {
			p, err := app.ExampleProject()
			if err != nil {
				t.Fatal(err)
			}
			p.Put(&briefing.Series{ID: "long", Section: "trade", Form: form, Title: briefing.Text{RU: "Ряд", EN: "Series", ZH: "系列"}})
			for i := range 40 {
				part := briefing.ID("")
				if form != "levels" && i > 0 {
					part = "L0"
				}
				p.Put(&briefing.Fact{
					ID: briefing.ID(fmt.Sprintf("L%d", i)), Series: "long", PartOf: part, Nature: briefing.NatureFact, Status: briefing.Confirmed,
					Use: briefing.Aloud, Place: briefing.PlacePack, Measure: "value", Product: briefing.Text{RU: fmt.Sprintf("Товар %d", i)},
					Statement: briefing.Text{RU: fmt.Sprintf("Факт %d", i)},
					Claims: []briefing.Claim{{
						ID: "a", Source: "tass", Period: briefing.Year(1980 + i), Change: briefing.SomeNum("1.5"), ChangeUnit: "percent",
						Figure: briefing.Figure{Value: briefing.SomeNum(fmt.Sprint(100 + i*7)), Unit: "million-usd"},
					}},
				})
			}
			exportAll(t, p)
		})
	}
}
