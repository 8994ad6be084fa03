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
	// Another text brings another word, and one without figures brings nothing.
	p.Messages = append(p.Messages, &briefing.Message{
		ID: "own", Kind: "section", Order: 1,
		Title: briefing.Text{RU: "О классификации"}, Body: briefing.Text{RU: "Коды СМТК с кодами ТН ВЭД не соединяются."},
	})
	if got = glossary(func() *document.Document { return build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}) }); !got["СМТК"] || !got["ТН ВЭД"] {
		t.Errorf("%v", got)
	}
}
