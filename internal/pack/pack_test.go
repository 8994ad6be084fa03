package pack_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func demoProject(t testing.TB) *project.Project {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func build(t testing.TB, p *project.Project, a briefing.Audience, o pack.Options) *document.Document {
	t.Helper()
	findings := check.Data(project.Take(p, project.Options{Audience: briefing.Compiler}))
	d, err := pack.Build(project.Take(p, project.Options{Audience: a}), findings, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDemoPackReadsAsItsGolden(t *testing.T) {
	p := demoProject(t)
	for _, l := range briefing.Langs() {
		golden(t, "pack-"+string(l), dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
	}
	for _, form := range []string{pack.FormFactsheet, pack.FormCard, pack.FormAnswers} {
		golden(t, form+"-ru", dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: form})))
	}
	golden(t, "compiler-ru", dump(build(t, p, briefing.Compiler, pack.Options{Lang: briefing.RU, Form: pack.FormCompiler})))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if at(g, i) != at(w, i) {
			t.Fatalf("%s, line %d:\n got  %s\n want %s", name, i+1, at(g, i), at(w, i))
		}
	}
}

// plain makes no-break spaces ordinary ones, so that a test can name what a
// reader sees.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// What was set aside, and what was published after the moment, is nowhere in
// what the leader gets, in whatever language.
func TestSetAsideAndLaterContentStaysOut(t *testing.T) {
	p := demoProject(t)
	never := []string{
		"моноцентричн", "оноцентричн", "UN-centred", "2,5 млн", "2500", "почти 88", "88 тыс", "13,6", "13.6", "безгранич",
		"Минэкономразвития", "gazeta", "posadfm", "360tv", "redigo", "138,5", "S11", "только растут",
	}
	for _, l := range briefing.Langs() {
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
		for _, s := range never {
			if strings.Contains(out, s) {
				t.Errorf("%s: the leader's pack has %q", l, s)
			}
		}
	}
}

// The compiler's sheet has the conflict, the choice with its reason, and the
// rejected fact without its wrong wording.
func TestCompilerSheetHasConflictsChoicesAndRejections(t *testing.T) {
	out := plain(dump(build(t, demoProject(t), briefing.Compiler, pack.Options{Lang: briefing.RU, Form: pack.FormCompiler})))
	for _, s := range []string{"почти 88", "2500 тыс", "отклонено", "ооноцентричную", "12 января 2023", "13 января 2023", "S03", "S32", "выбрано: записка"} {
		if !strings.Contains(out, s) {
			t.Errorf("the compiler's sheet lacks %q", s)
		}
	}
	if strings.Contains(out, "моноцентричн") {
		t.Error("the compiler's sheet repeats the wrong wording")
	}
}

// A pack in one language has no text of another: only names in their columns.
func TestLanguagesDoNotLeak(t *testing.T) {
	p := demoProject(t)
	for _, l := range []briefing.Lang{briefing.EN, briefing.ZH} {
		d := build(t, p, briefing.Leader, pack.Options{Lang: l})
		for _, s := range d.Sections {
			if s.Key == "people" || s.Key == "event" || s.Key == "points" || s.Key == "glossary" {
				continue // names in three scripts, figures beside their Russian form
			}
			for line := range strings.Lines(dump(&document.Document{Lang: l, Sections: []document.Section{s}})) {
				if strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
					t.Errorf("%s, %s: Russian in %s", l, s.Key, line)
				}
				if strings.Contains(line, "⟨") {
					t.Errorf("%s, %s: missing text in %s", l, s.Key, line)
				}
			}
		}
	}
}

func TestPartnerGetsNothingInternal(t *testing.T) {
	out := dump(build(t, demoProject(t), briefing.Partner, pack.Options{Lang: briefing.EN}))
	for _, s := range []string{"Open questions", "To be clarified", "can be said", "S20", "1,640"} {
		if strings.Contains(strings.ReplaceAll(out, "{S20:", "{"), s) {
			t.Errorf("the partner's pack has %q", s)
		}
	}
}

func TestUnknownFormAndLanguageAreUsageErrors(t *testing.T) {
	s := project.Take(demoProject(t), project.Options{})
	for _, o := range []pack.Options{{Lang: "de"}, {Lang: briefing.RU, Form: "poster"}, {Lang: briefing.RU, Form: pack.FormCompiler}} {
		if _, err := pack.Build(s, nil, o); briefing.CodeOf(err) != briefing.CodeUsage {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// A project with nothing but imported rows still makes a pack: chart and table
// of our side's trade, growth printed with its sign.
func TestImportedRowsAloneMakeChartAndTable(t *testing.T) {
	p := &project.Project{Figures: figure.NewSet()}
	p.Pack.Reporter, p.Pack.AsOf = "RU", "2020-01-01T00:00:00+03:00"
	p.Imports = []*briefing.Import{{ID: "i", File: "rows.csv"}}
	for i, v := range []string{"33258662857", "32260147552", "41390293056", "58886549221"} {
		for _, partner := range []string{"RU", "BR"} {
			o := figure.Observation{
				Flow: figure.Import, Reporter: "CN", Partner: partner, Code: "TOTAL", Classification: "S4", Currency: "USD",
				Period: briefing.Year(2015 + i), Value: briefing.SomeNum(v), Import: "i", Line: i,
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
	}
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
	for _, s := range []string{"chart Рисунок 1: Импорт Китая из России", "+42,3 =", "58,9", "rows.csv", "больше, чем в 2017 году"} {
		if !strings.Contains(out, s) {
			t.Errorf("no %q in\n%s", s, out)
		}
	}
}

// Invented rows stand apart: neither their countries nor their file are named
// where real rows are summed.
func TestASumOfRealRowsNamesNothingInvented(t *testing.T) {
	p := &project.Project{Figures: figure.NewSet()}
	p.Pack.Reporter, p.Pack.AsOf = "RU", "2020-01-01T00:00:00+03:00"
	p.Imports = []*briefing.Import{{ID: "i", File: "rows.csv"}, {ID: "s", File: "invented.csv", Sample: true}}
	for i, partner := range []string{"BR", "US", "IN", "BR", "US", "IN"} {
		o := figure.Observation{
			Flow: figure.Import, Reporter: "CN", Partner: partner, Code: "02", Classification: "HS", Currency: "USD",
			Period: briefing.Year(2017 + i/3), Value: briefing.SomeNum("58886549221"), Import: "i", Line: i,
		}
		if partner == "IN" {
			o.Import, o.Sample = "s", true
		}
		if err := p.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
	_, chart, ok := strings.Cut(out, "chart Рисунок 1: ")
	if !ok || !strings.HasPrefix(chart, "Импорт Китая из Бразилии и из США, Мясо и пищевые субпродукты (код 02)") {
		t.Fatalf("no chart of the two countries in\n%s", out)
	}
	block, _, _ := strings.Cut(chart, "Импорт Китая из Бразилии и из США, Мясо и пищевые субпродукты (код 02), в 2018 году")
	if strings.Contains(block, "Индия") || strings.Contains(block, "invented.csv") {
		t.Errorf("invented rows are named:\n%s", block)
	}
}

func TestEmptyProjectMakesACover(t *testing.T) {
	d := build(t, &project.Project{Figures: figure.NewSet()}, briefing.Leader, pack.Options{Lang: briefing.RU})
	if len(d.Sections) == 0 || !d.Sections[0].Silent {
		t.Fatalf("sections: %+v", d.Sections)
	}
}

func TestSectionsCanBeSwitchedOff(t *testing.T) {
	p := demoProject(t)
	p.Pack.Sections = "-trade -people"
	for _, s := range build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}).Sections {
		if s.Key == "trade" || s.Key == "people" {
			t.Errorf("section %s is there", s.Key)
		}
	}
}

// Formulas address cells of their own table, and what they compute is what the
// cell shows.
func TestFormulasStayInTheirTable(t *testing.T) {
	p := demoProject(t)
	b, err := pack.BuildBook(project.Take(p, project.Options{}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	formulas := 0
	for _, s := range b.Sheets {
		if names[s.Name] || len([]rune(s.Name)) > 31 {
			t.Errorf("sheet name %q", s.Name)
		}
		names[s.Name] = true
		for r, row := range s.Table.Rows {
			for _, c := range row.Cells {
				if c.How == nil {
					continue
				}
				formulas++
				for _, a := range c.How.Args {
					if a.Row < 0 || a.Row >= len(s.Table.Rows) || a.Col >= len(s.Table.Rows[a.Row].Cells) || !s.Table.Rows[a.Row].Cells[a.Col].Number.Valid {
						t.Errorf("%s row %d: argument %+v has no number", s.Name, r, a)
					}
				}
			}
		}
	}
	if formulas < 100 {
		t.Errorf("only %d formulas", formulas)
	}
}

// A number typed by hand stands on the compiler's sheet, in a table of its own
// and nowhere else.
func TestNumbersTypedByHandAreListedForTheCompiler(t *testing.T) {
	p := demoProject(t)
	p.Series[0].Caveat.RU += " Отгружено 57 тыс. т; на 2018 год — 829 млн долл. США."
	for _, l := range briefing.Langs() {
		sheet := dump(build(t, p, briefing.Compiler, pack.Options{Lang: l, Form: pack.FormCompiler}))
		_, table, found := strings.Cut(sheet, "[unbound]")
		table, _, _ = strings.Cut(table, "\n==")
		if !found || !strings.Contains(table, "57 тыс. т") || !strings.Contains(table, "{S35e}") {
			t.Errorf("%s: %q", l, table)
		}
		if strings.Count(sheet, "57 тыс. т") != 1 {
			t.Errorf("%s: the number stands %d times on the sheet", l, strings.Count(sheet, "57 тыс. т"))
		}
		if strings.Contains(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})), "[unbound]") {
			t.Errorf("%s: the leader's pack has the list", l)
		}
	}
}

// A post that has no translation is known, only not in this language: a draft
// shows it marked and never says that it is to be clarified.
func TestAPostWithoutTranslationIsMarked(t *testing.T) {
	p := demoProject(t)
	unknown := func() int {
		return strings.Count(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH})), "职务待核实")
	}
	before := unknown() // of people who have none
	for _, who := range p.People {
		for i := range who.Posts {
			who.Posts[i].Title.ZH = ""
		}
	}
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH}))
	if !strings.Contains(out, "［未译］") || unknown() != before {
		t.Errorf("the post is not shown marked:\n%s", out)
	}
}
