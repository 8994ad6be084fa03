package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Of a long text an addendum gives the sentences that read otherwise, and a long
// passage of them not in bold type; a short text is given whole.
func TestAnAddendumGivesTheChangedPassageOfALongText(t *testing.T) {
	same := ""
	for i := range 12 {
		same += fmt.Sprintf("Предложение под номером %d остаётся прежним. ", i)
	}
	added := strings.TrimSpace(strings.Repeat("Сказано больше прежнего. ", 12))
	for _, c := range []struct {
		name, was, is, wantWas, wantIs string
		bold                           bool
	}{
		{"short", "Школ пять. Садов два.", "Школ шесть. Садов два.", "Школ пять. Садов два.", "Школ шесть. Садов два.", true},
		{"within", same + "Школ пять. Конец.", same + "Школ шесть. Конец.", "…\u00a0Школ пять. …", "…\u00a0Школ шесть. …", true},
		{"at the end", same + "Конец.", same + "Конец. " + added, "…\u00a0Конец.", "…\u00a0Конец. " + added, false},
		{"at the beginning", same, "Начало. " + same, "Предложение под номером 0 остаётся прежним. …", "Начало. Предложение под номером 0 остаётся прежним. …", true},
	} {
		of := func(text string) *project.Project {
			p := demoProject(t)
			p.Messages = append(p.Messages, &briefing.Message{ID: "m-long", Kind: "talking-point", Use: briefing.Aloud, Order: 90, Body: briefing.Text{RU: text}})
			return p
		}
		d, err := pack.Build(project.Take(of(c.is), project.Options{}), nil, pack.Options{
			Lang: briefing.RU, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: project.Take(of(c.was), project.Options{})}},
		})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, sec := range d.Sections {
			for _, block := range sec.Blocks {
				tab, ok := block.(document.Table)
				if !ok {
					continue
				}
				for _, row := range tab.Rows {
					if row.Origin == nil || row.Origin.ID != "m-long" {
						continue
					}
					found = true
					was, is := row.Cells[1], row.Cells[2]
					if was.Says() != c.wantWas || is.Says() != c.wantIs {
						t.Errorf("%s: %q → %q", c.name, was.Says(), is.Says())
					}
					if bold := len(is.Runs) > 0 && is.Runs[0].Bold; bold != c.bold {
						t.Errorf("%s: bold %v", c.name, bold)
					}
				}
			}
		}
		if !found {
			t.Errorf("%s: the text is not in the addendum", c.name)
		}
	}
}
