package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A draft shows what is not translated in Russian, with the mark, wherever it
// stands; an issue is blocked by the check and fills nothing in.
func TestADraftMarksWhatIsNotTranslated(t *testing.T) {
	marks := map[briefing.Lang]string{briefing.EN: "[not translated] ", briefing.ZH: "［未译］"}
	for l, mark := range marks {
		p := demoProject(t)
		for _, kind := range []string{"objective", "red-line"} {
			p.Messages = append(p.Messages, &briefing.Message{
				ID: briefing.ID(kind), Kind: kind,
				Title: briefing.Text{RU: "Название " + kind, EN: "Title", ZH: "标题"}, Body: briefing.Text{RU: "Текст.", EN: "Text.", ZH: "文字。"},
			})
		}
		var want []string
		var refs []briefing.Ref
		drop := func(ref briefing.Ref, texts ...*briefing.Text) {
			refs = append(refs, ref)
			head, _, _ := strings.Cut(texts[0].RU, "{")
			want = append(want, head)
			for _, x := range texts {
				*x = briefing.Text{RU: x.RU}
			}
		}
		kinds := map[string]bool{}
		for _, m := range p.Messages {
			if kinds[m.Kind] || m.Body.Empty() && m.Answer.Empty() || m.Kind == "section" {
				continue
			}
			kinds[m.Kind] = true
			switch m.Kind {
			case "qa":
				drop(m.Ref(), &m.Title, &m.Answer)
			case "talking-point", "quotation", "press-line":
				drop(m.Ref(), &m.Body)
			default:
				drop(m.Ref(), &m.Title)
			}
		}
		for _, k := range []string{"talking-point", "objective", "red-line", "qa", "key-message", "open-question"} {
			if !kinds[k] {
				t.Fatal("the demo lacks", k)
			}
		}
		for _, e := range p.Events {
			if e.Parent == p.Pack.Event && e.Parent != "" && e.Use != briefing.Internal {
				drop(e.Ref(), &e.Title)
				break
			}
		}
		drop(p.Agreements[0].Ref(), &p.Agreements[0].Title)
		draft := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Draft: true})))
		issue := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
		for _, s := range want {
			if !strings.Contains(draft, mark+plain(s)) {
				t.Errorf("%s: the draft lacks %q", l, mark+s)
			}
			if strings.Contains(issue, plain(s)) {
				t.Errorf("%s: the issue is filled from Russian: %q", l, s)
			}
		}
		blocked := map[briefing.Ref]bool{}
		for _, f := range check.Language(project.Take(p, project.Options{}), check.Output{Lang: l}) {
			if f.Number == 21 && f.Severity == check.Blocking {
				blocked[f.Ref] = true
			}
		}
		for _, ref := range refs {
			if !blocked[ref] {
				t.Errorf("%s: an issue is not blocked by %v", l, ref)
			}
		}
	}
}
