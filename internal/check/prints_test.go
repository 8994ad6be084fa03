package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// findings are those of data and of the English output, of a message whose
// answer has about everything wrong with it, and whose translation was outrun.
func findings(kind string) string {
	p := clean()
	m := p.Messages[0]
	m.Kind, m.Title, m.Body = kind, all3("m"), all3("{total}")
	unprinted := "answer"
	m.Answer = briefing.Text{RU: "Экспорт растёт, это рекорд: {nothing} 😀", ZH: "增长"}
	if kind == "qa" {
		unprinted = "body"
		m.Body = briefing.Text{RU: "Экспорт растёт, это рекорд: {nothing} 😀", ZH: "增长"}
		m.Answer = all3("{total}")
	}
	s := compiler(p)
	for _, field := range []string{"body", "answer"} {
		s.Outrun = append(s.Outrun, project.Outrun{Ref: m.Ref(), Field: field, Lang: briefing.ZH, Was: "Экспорт падает"})
	}
	got := append(check.Data(s), check.Language(s, check.Output{Lang: briefing.EN, Prints: basic})...)
	got = append(got, check.Language(s, check.Output{Lang: briefing.RU, Prints: basic})...)
	var ours []check.Finding
	for _, f := range got {
		if f.Ref == m.Ref() && strings.HasPrefix(f.Field, unprinted) {
			ours = append(ours, f)
		}
	}
	return short(ours)
}

// A text that records of the kind don't print is nobody's business: the answer
// of a key message, the body of a question.
func TestWhatIsNotPrintedIsNotAskedAbout(t *testing.T) {
	for _, kind := range briefing.MessageKinds() {
		if got := findings(kind); got != "" {
			t.Errorf("%s: %s", kind, got)
		}
	}
}

// A message of which nothing is printed, since the text of its kind was never
// written, is told by its name and once.
func TestAMessageOfATitleAloneIsTold(t *testing.T) {
	for kind, want := range map[string]string{"talking-point": "body_ru", "quotation": "body_ru", "press-line": "body_ru", "section": "body_ru", "qa": "answer_ru", "key-message": "", "red-line": ""} {
		p := clean()
		m := p.Messages[0]
		m.Kind, m.Title, m.Body, m.Answer = kind, all3("О логистике"), briefing.Text{}, briefing.Text{}
		got := ""
		for _, f := range check.Data(compiler(p)) {
			if f.Ref == m.Ref() && f.Number == 24 {
				got += f.Field
				if !strings.Contains(f.Evidence.RU, "О логистике") {
					t.Errorf("%s: not told by its name: %s", kind, f.Evidence.RU)
				}
			}
		}
		if got != want {
			t.Errorf("%s: told of %q, want %q", kind, got, want)
		}
	}
}
