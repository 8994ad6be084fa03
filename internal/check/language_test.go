package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// basic stands for fonts that have all but the signs beyond the basic plane
// and the marks that are set on letters.
func basic(r rune) bool { return r <= 0xFFFF && !(r >= 0x300 && r < 0x370) }

func TestLanguage(t *testing.T) {
	tests := []struct {
		outcome string
		change  func(p *project.Project)
		l       briefing.Lang
		want    string
	}{
		{"21 a missing title", func(p *project.Project) { p.Sources[0].Title.ZH = "" }, briefing.ZH, "21 blocking source:early"},
		{"21 a missing addition", func(p *project.Project) { p.Series[0].Body.ZH = "" }, briefing.ZH, "21 warning series:s"},
		{"21 what is said is missing", func(p *project.Project) { p.Messages[0].Body.ZH = "" }, briefing.ZH, "21 blocking message:m"},
		{"21 the name of what is said is missing", func(p *project.Project) { p.Messages[0].Title.ZH = "" }, briefing.ZH, "21 warning message:m"},
		{"21 a post without its title", func(p *project.Project) { p.People[0].Posts[0].Title.ZH = "" }, briefing.ZH, "21 blocking person:zhou"},
		{"21 a post that was left before the moment", func(p *project.Project) {
			p.People[0].Posts = append(p.People[0].Posts, briefing.Post{Title: briefing.Text{RU: "прежний пост"}, To: "2020"})
		}, briefing.ZH, "21 warning person:zhou"},
		{"21 a part in an event", func(p *project.Project) { p.Events[0].Participants[0].Role.RU = "ведёт встречу" }, briefing.EN, "21 blocking event:meeting"},
		{"21 the words of a claim", func(p *project.Project) { fact(p, "then").Claims[0].Figure.Words.RU = "сотни" }, briefing.EN, "21 blocking fact:then"},
		{"21 missing in a language not printed", func(p *project.Project) { p.Sources[0].Title.ZH = "" }, briefing.RU, ""},
		{"21 missing outside the pack", func(p *project.Project) {
			fact(p, "then").Place, fact(p, "then").Statement.ZH = briefing.PlaceCompiler, ""
		}, briefing.ZH, ""},
		{"21 missing in a note that is not printed", func(p *project.Project) { fact(p, "then").Note.RU = "x" }, briefing.ZH, ""},

		{"33 a sign that no font has", func(p *project.Project) { p.Messages[0].Body.RU = "Рост 😀" }, briefing.RU, "33 blocking message:m"},
		{"33 in another language", func(p *project.Project) { p.Messages[0].Body.RU = "Рост 😀" }, briefing.EN, ""},
		{"33 letters of many scripts", func(p *project.Project) { p.Messages[0].Body.RU = "Nguyễn, Łódź, 山东, Чжоу" }, briefing.RU, ""},
		{"33 in a text that has one language", func(p *project.Project) { p.Imports[0].File = "итоги😀.csv" }, briefing.RU, "33 blocking import:i"},
		{"33 in each field where it stands", func(p *project.Project) {
			p.Messages[0].Title.RU, p.Messages[0].Body.RU = "Рост 😀", "Рост 😀"
		}, briefing.RU, "33 blocking message:m, 33 blocking message:m"},
		{"33 in a name that is printed in every language", func(p *project.Project) { p.People[0].Name.ZH = "周乃翔𠀀" }, briefing.RU, "33 blocking person:zhou"},
		{"33 a letter and its mark apart", func(p *project.Project) { p.Messages[0].Body.RU = "и\u0306од" }, briefing.RU, ""},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			p := clean()
			tt.change(p)
			s := project.Take(p, project.Options{Audience: briefing.Leader})
			o := check.Output{Lang: tt.l, Prints: basic}
			got := check.Language(s, o)
			if short(got) != tt.want {
				t.Errorf("got %q, want %q", short(got), tt.want)
			}
			complete(t, got)
			o.Compiler = true
			if check.Blocks(check.Language(compiler(p), o)) {
				t.Error("the compiler's sheet is blocked")
			}
		})
	}
}

func TestASignIsNamedByItsNumber(t *testing.T) {
	p := clean()
	p.Messages[0].Body.RU = "😀 и ещё 😀, 🧪"
	got := check.Language(project.Take(p, project.Options{}), check.Output{Lang: briefing.RU, Prints: basic})
	if len(got) != 1 || !strings.Contains(got[0].Evidence.RU, "😀 (U+1F600); 🧪 (U+1F9EA)") {
		t.Errorf("%+v", got)
	}
}

// figuresInTexts are the fixtures of check 34.
func figuresInTexts() []fixture {
	series := func(text string) func(*project.Project) {
		return func(p *project.Project) { p.Series[0].Body = all3(text) }
	}
	return []fixture{
		{"34 a figure that is not there", series("В 2022 году — {nowhere}."), "34 blocking series:s"},
		{"34 told once a record", func(p *project.Project) { p.Series[0].Body = all3("{nowhere} {nowhere:value}") }, "34 blocking series:s"},
		{"34 a change that is not stated", series("{then:change}"), "34 blocking series:s"},
		{"34 a figure that was set aside", func(p *project.Project) {
			p.Messages[0].Body = all3("{aside}")
			aside := *fact(p, "then")
			aside.ID, aside.Place, aside.PartOf, aside.Statement = "aside", briefing.PlaceNone, "", all3("aside")
			p.Facts = append(p.Facts, &aside)
		}, "34 warning message:m"},
		{"34 a change that is", series("{total:change}"), ""},
		{"34 a form that does not exist", series("{total:sum}"), "34 blocking series:s"},
		{"34 a fact without a figure", series("{said}"), "34 blocking series:s"},
		{"34 its day may be named", series("{said:period}"), ""},
		{"34 words in braces are no figure", series("{сноска}"), "34 blocking series:s"},
		{"34 a Cyrillic letter in a reference", series("За год — {Сx}."), "34 blocking series:s"},
		{"34 a space in a reference", series("{total: number}"), "34 blocking series:s"},
		{"34 a brace that nothing closes", series("{total в 2022 году"), "34 blocking series:s"},
		{"34 a footnote mark of another program", series("Экспорт мяса[^a]"), "34 blocking series:s"},
		{"34 braces in a title of others", func(p *project.Project) { p.Sources[0].Title = all3("{x y}") }, ""},
		{"34 a figure that the moment keeps out is another matter", func(p *project.Project) {
			fact(p, "then").Claims[0].Source, p.Series[0].Body = "late", all3("{then}")
		}, "08 blocking fact:then"},
	}
}

// A mark that is printed as it was typed is quoted so: with its neighbours
// replaced by their figures nobody would find it in the text.
func TestARawMarkIsQuotedAsTyped(t *testing.T) {
	p := clean()
	p.Series[0].Body = all3("Итог {total} и {С20}.")
	for _, f := range check.Data(compiler(p)) {
		if f.Number == 34 {
			for _, l := range briefing.Langs() {
				if e := f.Evidence.In(l); !strings.Contains(e, "{С20}") || !strings.Contains(e, "Итог {total} и {С20}.") {
					t.Errorf("%s: %s", l, e)
				}
			}
			return
		}
	}
	t.Error("nothing found")
}

// A row's field is called as its form calls it: a post is no «Название».
func TestAMissingTranslationNamesTheFieldAsItsForm(t *testing.T) {
	p := clean()
	p.People[0].Posts[0].Title.ZH = ""
	got := check.Language(project.Take(p, project.Options{Audience: briefing.Leader}), check.Output{Lang: briefing.ZH, Prints: basic})
	if len(got) != 1 || !strings.Contains(got[0].Evidence.RU, "Должность") || strings.Contains(got[0].Evidence.RU, "Название") {
		t.Errorf("%+v", got)
	}
}
