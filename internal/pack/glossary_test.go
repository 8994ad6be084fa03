package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// The glossary explains what the pack uses, and nothing else.
func TestTheGlossaryExplainsWhatIsUsed(t *testing.T) {
	glossary := func(p func() *document.Document) map[string]bool {
		out := map[string]bool{}
		for _, s := range p().Sections {
			if s.Key != "glossary" {
				continue
			}
			for _, r := range s.Blocks[0].(document.Table).Rows {
				out[strings.ReplaceAll(r.Cells[0].Says(), "\u00a0", " ")] = true
			}
		}
		return out
	}
	p := demoProject(t)
	got := glossary(func() *document.Document { return build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}) })
	for word, want := range map[string]bool{"[1]": true, "[e]": true, "—": true, "тыс. т": true, "п. п.": true, "CIF": true, "ТН ВЭД": false, "СМТК": false} {
		if got[word] != want {
			t.Errorf("%s: %v, want %v", word, got[word], want)
		}
	}
	// A unit of a text is explained in each language.
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "units", Kind: "section", Order: 2, Title: briefing.Text{RU: "Логистика", EN: "Logistics", ZH: "物流"},
		Body: briefing.Text{RU: "Принято 12 тыс. ДФЭ на 40 га.", EN: "The yard took 12 thousand TEU on 40 ha.", ZH: "场站40公顷，处理1.2万标准箱。"},
	})
	for l, words := range map[briefing.Lang][]string{briefing.RU: {"ДФЭ", "га"}, briefing.EN: {"TEU", "ha"}, briefing.ZH: {"标准箱", "公顷"}} {
		for _, word := range words {
			if got := glossary(func() *document.Document { return build(t, p, briefing.Leader, pack.Options{Lang: l}) }); !got[word] {
				t.Errorf("%s: %s is not explained: %v", l, word, got)
			}
		}
	}
	// Another text brings another word, and one without figures brings nothing.
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "own", Kind: "section", Order: 1,
		Title: briefing.Text{RU: "О классификации"}, Body: briefing.Text{RU: "Коды СМТК с кодами ТН ВЭД не соединяются."},
	})
	if got = glossary(func() *document.Document { return build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}) }); !got["СМТК"] || !got["ТН ВЭД"] {
		t.Errorf("%v", got)
	}
}
