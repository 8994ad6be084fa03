package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

func all3(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }

func plan3() briefing.Text {
	return briefing.Text{RU: "План отгрузки", EN: "Planned shipments", ZH: "计划发运量"}
}

// clean is a project in which nothing is wrong: what each check looks at is
// there and in order.
func clean() *project.Project {
	p := &project.Project{
		Pack: briefing.Pack{Title: all3("pack"), AsOf: "2023-03-20T23:00:00+03:00"},
		Sources: []*briefing.Source{
			{ID: "early", Title: all3("early"), Published: "2023-03-09"},
			{ID: "hour", Title: all3("hour"), Published: "2023-03-20T21:00:00+03:00"},
			{ID: "late", Title: all3("late"), Published: "2023-03-21"},
			{ID: "undated", Title: all3("undated")},
		},
		Facts: []*briefing.Fact{
			number("total", "190.271", "2022"), number("a", "76.122", "2022"), number("b", "114.149", "2022"),
			number("then", "147.15", "2021"), number("plan", "283.5", "2024"),
			{ID: "said", Statement: all3("said"), Nature: briefing.NatureStatement, Claims: []briefing.Claim{{ID: "x", Source: "hour", Period: briefing.Per("2023-03-20")}}},
		},
		Series: []*briefing.Series{{ID: "s", Title: all3("s"), Body: briefing.Text{
			RU: "В 2022 году — {total}. По плану будет {plan}.", EN: "It was {total} in 2022. The plan is {plan}.", ZH: "2022年为{total}。计划为{plan}。",
		}}},
		Messages: []*briefing.Message{
			{ID: "m", Kind: "talking-point", Title: all3("m"), Body: all3("{total}"), Use: briefing.Aloud},
			{ID: "q", Kind: "quotation", Title: all3("q"), Body: all3("q"), Use: briefing.Aloud, Sources: []briefing.ID{"early"}, Speaker: "zhou"},
		},
		People: []*briefing.Person{{
			ID: "zhou", Name: briefing.Text{RU: "Чжоу Найсян", EN: "Zhou Naixiang", ZH: "周乃翔"}, Country: "CN",
			Posts: []briefing.Post{{Title: all3("post"), From: "2021-09", To: "2026"}},
		}},
		Organisations: []*briefing.Organisation{{
			ID: "province", Kind: "government", Country: "CN",
			Name: briefing.Text{RU: "Народное правительство провинции Шаньдун", EN: "People’s Government of Shandong Province", ZH: "山东省人民政府"},
		}},
		Events: []*briefing.Event{{
			ID: "meeting", Title: all3("meeting"), When: briefing.Per("2023-03-20"), Sources: []briefing.ID{"early"},
			Participants: []briefing.Participant{{Person: "zhou"}},
		}},
		Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "early"}},
		Figures: figure.NewSet(),
	}
	fact(p, "a").PartOf, fact(p, "b").PartOf = "total", "total"
	c := &fact(p, "total").Claims[0]
	c.Change, c.ChangeUnit, c.ChangeBase = briefing.SomeNum("29.3"), "percent", briefing.Year(2021)
	plan := fact(p, "plan")
	plan.Nature, plan.Statement, plan.Measure = briefing.NaturePlan, plan3(), "throughput"
	for _, o := range []figure.Observation{
		{Code: figure.TotalCode, Value: briefing.SomeNum("100")},
		{Code: "02", Level: 2, Value: briefing.SomeNum("60")},
		{Code: "04", Level: 2, Value: briefing.SomeNum("30")},
	} {
		add(p, o)
	}
	return p
}

func number(id briefing.ID, value, period string) *briefing.Fact {
	return &briefing.Fact{
		ID: id, Statement: all3(string(id)), Nature: briefing.NatureFact, Use: briefing.Aloud, Measure: "value",
		Claims: []briefing.Claim{{
			ID: "x", Source: "early", Period: briefing.Per(period),
			Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "billion-usd"},
		}},
	}
}

func fact(p *project.Project, id briefing.ID) *briefing.Fact {
	return p.Find(briefing.Ref{Kind: briefing.KindFact, ID: id}).(*briefing.Fact)
}

func add(p *project.Project, o figure.Observation) {
	o.Flow, o.Reporter, o.Partner, o.Classification = "import", "CN", "RU", "HS"
	o.Period, o.Currency, o.Import = briefing.Year(2022), "USD", "i"
	if err := p.Figures.Append(o); err != nil {
		panic(err)
	}
}

// addIn adds a row of a period.
func addIn(p *project.Project, period briefing.Period) {
	err := p.Figures.Append(figure.Observation{
		Flow: "import", Reporter: "CN", Partner: "RU", Classification: "HS", Code: "02", Level: 2,
		Period: period, Currency: "USD", Import: "i", Value: briefing.SomeNum("5"),
	})
	if err != nil {
		panic(err)
	}
}

func compiler(p *project.Project) *project.Snapshot {
	return project.Take(p, project.Options{Audience: briefing.Compiler})
}

// short is the findings in one line: "08 blocking fact:x".
func short(fs []check.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%02d %v %s:%s", f.Number, f.Severity, f.Ref.Kind, f.Ref.ID))
	}
	return strings.Join(out, ", ")
}

func TestNothingFiresOnACleanProject(t *testing.T) {
	for _, who := range briefing.Audiences() {
		s := project.Take(clean(), project.Options{Audience: who})
		if got := check.Data(s); len(got) != 0 {
			t.Errorf("%v: %s: %s", who, short(got), got[0].Evidence.RU)
		}
	}
}

type fixture struct {
	outcome string
	change  func(p *project.Project)
	want    string // "" when nothing must fire
}

func TestData(t *testing.T) {
	claim := func(id, source, value, period string) briefing.Claim {
		c := number("", value, period).Claims[0]
		c.ID, c.Source = briefing.ID(id), briefing.ID(source)
		return c
	}
	fixtures := []fixture{
		{"01 parts that don't add up", func(p *project.Project) { fact(p, "a").Claims[0].Figure.Value = briefing.SomeNum("70") }, "01 blocking fact:total"},
		{"01 parts that add up within rounding", func(p *project.Project) { fact(p, "total").Claims[0].Figure.Value = briefing.SomeNum("190.3") }, ""},
		{"01 parts in another scale", func(p *project.Project) {
			fact(p, "a").Claims[0].Figure = briefing.Figure{Value: briefing.SomeNum("76122"), Unit: "million-usd"}
		}, ""},
		{"01 «в том числе» may fall short", func(p *project.Project) {
			fact(p, "a").Claims[0].Figure.Value, fact(p, "a").OfWhich = briefing.SomeNum("70"), true
		}, ""},
		{"01 «в том числе» may not exceed", func(p *project.Project) {
			fact(p, "a").Claims[0].Figure.Value, fact(p, "a").OfWhich = briefing.SomeNum("90"), true
		}, "01 blocking fact:total"},
		{"01 a part that is only a bound leaves room", func(p *project.Project) {
			fact(p, "a").Claims[0].Figure = briefing.Figure{Value: briefing.SomeNum("70"), Precision: briefing.MoreThan, Unit: "billion-usd"}
		}, ""},
		{"01 about leaves its rounding", func(p *project.Project) {
			fact(p, "total").Claims[0].Figure = briefing.Figure{Value: briefing.SomeNum("190"), Precision: briefing.About, Unit: "billion-usd"}
		}, ""},
		{"01 a part of another period is no part of the sum", func(p *project.Project) { fact(p, "a").Claims[0].Period = briefing.Year(2020) }, ""},
		{"01 chapters above the row of all goods", func(p *project.Project) {
			add(p, figure.Observation{Code: "22", Level: 2, Value: briefing.SomeNum("50")})
		}, "01 warning import:i"},
		{"01 finer codes are not added to chapters", func(p *project.Project) {
			add(p, figure.Observation{Code: "0201", Level: 4, Value: briefing.SomeNum("50")})
		}, ""},

		{"03 a change that its levels deny", func(p *project.Project) { fact(p, "total").Claims[0].Change = briefing.SomeNum("31.8") }, "03 blocking fact:total"},
		{"03 a change rounded to whole per cent", func(p *project.Project) { fact(p, "total").Claims[0].Change = briefing.SomeNum("29") }, ""},
		{"03 a change of levels that are about", func(p *project.Project) {
			fact(p, "total").Claims[0].Change = briefing.SomeNum("30.1")
			fact(p, "then").Claims[0].Figure = briefing.Figure{Value: briefing.SomeNum("150"), Precision: briefing.About, Unit: "billion-usd"}
		}, ""},
		{"03 a level derived from the change proves nothing", func(p *project.Project) {
			fact(p, "total").Claims[0].Change = briefing.SomeNum("31.8")
			fact(p, "then").Parents = []briefing.ID{"total"}
		}, "25 warning fact:then"},
		{"03 a base of another scope is no base", func(p *project.Project) {
			fact(p, "total").Claims[0].Change = briefing.SomeNum("31.8")
			fact(p, "then").Partner = "CN"
		}, ""},
		{"03 a change in the unit of the value", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			c.Change, c.ChangeUnit = briefing.SomeNum("53"), "billion-usd"
		}, "03 blocking fact:total"},
		{"03 a change in another scale of the unit", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			c.Change, c.ChangeUnit = briefing.SomeNum("43121"), "million-usd"
		}, ""},

		{"07 two numbers, none chosen", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "5", "2024"), claim("y", "hour", "6", "2024")}
		}, "07 warning fact:plan"},
		{"07 two periods in one fact", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "5", "2024"), claim("y", "hour", "6", "2025")}
		}, "07 warning fact:plan"},
		{"07 two dates, none chosen, known as open", func(p *project.Project) {
			fact(p, "said").Claims = []briefing.Claim{{ID: "x", Source: "hour", Period: briefing.Per("2023-01-12")}, {ID: "y", Source: "early", Period: briefing.Per("2023-01-13")}}
			fact(p, "said").Open = all3("open")
		}, "07 note fact:said"},
		{"07 a date known less exactly is no other date", func(p *project.Project) {
			fact(p, "said").Claims = []briefing.Claim{{ID: "x", Source: "hour", Period: briefing.Per("2023-01-12")}, {ID: "y", Source: "early", Period: briefing.Per("2023-01")}}
		}, ""},
		{"07 one chosen without a reason", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "5", "2024"), claim("y", "hour", "6", "2024")}
			fact(p, "plan").Chosen = "x"
		}, "07 warning fact:plan"},
		{"07 one chosen for a reason", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "5", "2024"), claim("y", "hour", "6", "2024")}
			fact(p, "plan").Chosen, fact(p, "plan").Reason = "x", all3("reason")
		}, ""},
		{"07 a lower bound below the number is no other number", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "283.5", "2024"), claim("y", "hour", "280", "2024")}
			fact(p, "plan").Claims[1].Figure.Precision, fact(p, "plan").Chosen = briefing.MoreThan, "x"
		}, ""},

		{"08 a fact that only a late source tells", func(p *project.Project) { fact(p, "said").Claims[0].Source = "late" }, "08 blocking fact:said"},
		{"08 the chosen claim is late", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "283.5", "2024"), claim("y", "late", "283.5", "2024")}
			fact(p, "plan").Chosen = "y"
		}, "08 blocking fact:plan"},
		{"08 a late claim beside the chosen one", func(p *project.Project) {
			fact(p, "plan").Claims = []briefing.Claim{claim("x", "early", "283.5", "2024"), claim("y", "late", "283.5", "2024")}
			fact(p, "plan").Chosen = "x"
		}, ""},
		{"08 late facts outside the pack", func(p *project.Project) {
			fact(p, "said").Claims[0].Source, fact(p, "said").Place = "late", briefing.PlaceNone
		}, ""},
		{"08 a fact kept for the addendum", func(p *project.Project) {
			fact(p, "said").Claims[0].Source, fact(p, "said").Place = "late", briefing.PlaceAddendum
		}, ""},
		{"08 a fact derived from a late one", func(p *project.Project) {
			fact(p, "said").Claims[0].Source = "late"
			d := number("derived", "1", "2022")
			d.Parents = []briefing.ID{"said"}
			p.Put(d)
		}, "08 blocking fact:said, 08 blocking fact:derived"},
		{"08 a late message", func(p *project.Project) { p.Messages[1].Published = "2023-03-22" }, "08 blocking message:q"},
		{"08 a source without a date", func(p *project.Project) { fact(p, "said").Claims[0].Source = "undated" }, "08 warning source:undated"},
		{"08 a source of the day without an hour", func(p *project.Project) { p.Sources[1].Published = "2023-03-20" }, "08 warning source:hour"},
		{"08 an undated source that only verifies", func(p *project.Project) {
			c := claim("y", "undated", "88", "2024")
			c.Role = briefing.RoleVerification
			fact(p, "plan").Claims = append(fact(p, "plan").Claims, c)
		}, ""},

		{"11 a plan's statement without the word", func(p *project.Project) {
			fact(p, "plan").Statement.RU = "Отгрузка составила 283,5 тыс. т"
		}, "11 blocking fact:plan, 35 note fact:plan"},
		{"11 in Chinese only", func(p *project.Project) { fact(p, "plan").Statement.ZH = "发运量28.35万吨" }, "11 blocking fact:plan, 35 note fact:plan"},
		{"08 rows of a month that had not ended", func(p *project.Project) { addIn(p, briefing.Per("2023-03")) }, "08 warning import:i"},
		{"08 rows of a month that had", func(p *project.Project) { addIn(p, briefing.Per("2023-02")) }, ""},
		{"11 a plant is no plan", func(p *project.Project) { fact(p, "plan").Statement.EN = "The plant ships" }, "11 blocking fact:plan"},
		{"11 another word for a plan", func(p *project.Project) {
			fact(p, "plan").Statement.RU = "Предусмотрено отгрузить"
		}, ""},
		{"11 a sentence without the word beside one with it", func(p *project.Project) {
			p.Series[0].Body.EN = "The plan for {total} is known. It shipped {plan:value} last."
		}, "11 blocking series:s"},
		{"11 the name of a bound figure is no word", func(p *project.Project) { p.Series[0].Body.ZH = "为{total}。发运{plan}。" }, "11 blocking series:s"},
		{"11 «тыс. т. План» is no end of a sentence", func(p *project.Project) {
			p.Series[0].Body.RU = "По плану на {total} т. Москва отгрузит {plan}."
		}, ""},
		{"11 what is to come is not told as achieved", func(p *project.Project) {
			p.Series[0].Body = briefing.Text{RU: "Ждём {plan}.", EN: "We expect {plan}.", ZH: "将达到{plan}。"}
		}, ""},
		{"11 a plan without a number", func(p *project.Project) {
			f := fact(p, "plan")
			f.Statement, f.Claims[0].Figure, p.Series[0].Body = all3("text is being prepared"), briefing.Figure{}, briefing.Text{}
		}, ""},
		{"11 a sentence of a fact that is no plan", func(p *project.Project) { fact(p, "plan").Nature = briefing.NatureFact }, "49 warning fact:plan"},

		{"19 a number without a source", func(p *project.Project) { fact(p, "then").Claims[0].Source = "" }, "19 blocking fact:then"},
		{"19 a statement without a source", func(p *project.Project) { fact(p, "said").Claims = nil }, "19 warning fact:said"},
		{"19 a source that is not there", func(p *project.Project) { fact(p, "then").Claims[0].Source = "nowhere" }, "19 blocking fact:then"},
		{"19 a number without a period", func(p *project.Project) { fact(p, "plan").Claims[0].Period = briefing.Period{} }, "19 blocking fact:plan"},
		{"19 a number with an as-of date", func(p *project.Project) {
			fact(p, "plan").Claims[0].Period, fact(p, "plan").AsOf = briefing.Period{}, "2023-03"
		}, ""},
		{"19 a derived number stands on its parents", func(p *project.Project) {
			fact(p, "then").Claims[0].Source, fact(p, "then").Parents = "", []briefing.ID{"a"}
		}, ""},
		{"19 an opinion needs no source", func(p *project.Project) {
			f := fact(p, "said")
			f.Claims, f.Nature, f.Statement = nil, briefing.NatureOpinion, briefing.Text{RU: "Мнение автора", EN: "The author’s opinion", ZH: "作者的看法"}
		}, ""},
		{"19 a pack without a moment", func(p *project.Project) { p.Pack.AsOf = "" }, "19 warning pack:pack"},
		{"19 a quotation without a source", func(p *project.Project) { p.Messages[1].Sources = nil }, "19 warning message:q"},
		{"19 outside the pack it is a note", func(p *project.Project) {
			fact(p, "then").Claims[0].Source, fact(p, "then").Place = "", briefing.PlaceCompiler
		}, "19 note fact:then"},

		{"22 a plan by a year", func(p *project.Project) { fact(p, "plan").Claims[0].Period = briefing.Per("by-2024") }, "22 warning fact:plan"},

		{"28 a spoken text with a figure for reference", func(p *project.Project) { fact(p, "total").Use = briefing.Reference }, "28 warning message:m"},
		{"28 a spoken text with a figure that is not to be said", func(p *project.Project) { fact(p, "total").Use = briefing.Internal }, "28 blocking message:m"},
		{"28 a spoken text whose use is not stated", func(p *project.Project) { p.Messages[0].Use = "" }, "28 warning message:m"},
		{"28 a spoken text with a figure whose use is not stated", func(p *project.Project) { fact(p, "total").Use = "" }, "28 warning message:m"},
		{"28 a text for reference may hold it", func(p *project.Project) {
			fact(p, "total").Use, p.Messages[0].Use = briefing.Reference, briefing.Reference
		}, ""},

		{"29 an invented fact", func(p *project.Project) { fact(p, "then").Sample = true }, "29 blocking fact:then"},
		{"29 an invented fact outside the pack", func(p *project.Project) {
			fact(p, "then").Sample, fact(p, "then").Place = true, briefing.PlaceCompiler
		}, "29 note fact:then"},
		{"29 an import said to be invented", func(p *project.Project) { p.Imports[0].Sample = true }, "29 blocking import:i"},
		{"29 invented rows in an import", func(p *project.Project) { add(p, figure.Observation{Code: "0203", Level: 4, Sample: true}) }, "29 blocking import:i"},
		{"29 an invented import without rows", func(p *project.Project) {
			p.Imports[0].Sample, p.Figures = true, figure.NewSet()
		}, ""},
	}
	fixtures = append(fixtures, figuresInTexts()...)
	fixtures = append(fixtures, wordsOfTexts()...)
	fixtures = append(fixtures, numbersOfFacts()...)
	fixtures = append(fixtures, sourcesOfRows()...)
	for _, tt := range fixtures {
		t.Run(tt.outcome, func(t *testing.T) {
			p := clean()
			tt.change(p)
			got := check.Data(compiler(p))
			if short(got) != tt.want {
				t.Errorf("got %q, want %q", short(got), tt.want)
			}
			complete(t, got)
		})
	}
	requireFixtures(t, fixtures)
}

// complete: a finding says what, by which rule, and how to mend it, in every
// language and with nothing left unset.
func complete(t *testing.T, fs []check.Finding) {
	t.Helper()
	for _, f := range fs {
		for _, l := range briefing.Langs() {
			for what, s := range map[string]string{"evidence": f.Evidence.In(l), "mend": f.Mend.In(l), "rule": f.Rule(l)} {
				if s == "" || strings.ContainsAny(s, "⟨⟩") || strings.Contains(s, "%!") || strings.Contains(s, "%[") {
					t.Errorf("%s, %s in %s: %q", f.Code, what, l, s)
				}
			}
		}
	}
}

// requireFixtures: every check of the data has a fixture that fires and one
// that must not.
func requireFixtures(t *testing.T, fixtures []fixture) {
	t.Helper()
	fires, quiet := map[string]bool{}, map[string]bool{}
	for _, f := range fixtures {
		if f.want == "" {
			quiet[f.outcome[:2]] = true
		} else {
			fires[f.outcome[:2]] = true
		}
	}
	for _, c := range check.All() {
		n := fmt.Sprintf("%02d", c.Number)
		if c.Number == 21 || c.Number == 33 || c.Number == 24 || c.Number == 36 {
			continue // look at texts in one language or at the document: TestLanguage, TestDocument
		}
		if !fires[n] || !quiet[n] && c.Number != 22 {
			t.Errorf("check %s: a firing fixture %v, a clean one %v", n, fires[n], quiet[n])
		}
	}
}

func TestEveryFileOfACheckIsRegisteredOnce(t *testing.T) {
	files, err := filepath.Glob("check[0-9][0-9].go")
	if err != nil || len(files) != len(check.All()) {
		t.Fatalf("%d files, %d checks: %v", len(files), len(check.All()), err)
	}
	last := 0
	for _, c := range check.All() {
		if c.Number <= last {
			t.Errorf("%d stands after %d", c.Number, last)
		}
		last = c.Number
		if _, err := os.Stat(fmt.Sprintf("check%02d.go", c.Number)); err != nil {
			t.Error(err)
		}
		for _, l := range briefing.Langs() {
			if s := c.Name(l) + c.Rule(l); strings.ContainsAny(s, "⟨⟩") {
				t.Errorf("%s in %s: %s", c.Code(), l, s)
			}
		}
	}
}

func TestFindingsComeInAFixedOrder(t *testing.T) {
	p := clean()
	for _, f := range p.Facts {
		f.Sample, f.Claims[0].Source = true, ""
	}
	want := short(check.Data(compiler(p)))
	for range 20 {
		if got := short(check.Data(compiler(p))); got != want {
			t.Fatalf("%s\n%s", got, want)
		}
	}
}

func BenchmarkDataOfAThousandFacts(b *testing.B) {
	p := clean()
	for i := range 1000 {
		f := number(briefing.ID(fmt.Sprint("f", i)), "1", "2022")
		f.Partner = fmt.Sprint(i)
		p.Facts = append(p.Facts, f)
	}
	s := compiler(p)
	for b.Loop() {
		check.Data(s)
	}
}
