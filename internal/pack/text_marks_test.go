package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// A figure that a text holds brings the mark of its source, in points, quotations,
// answers and sections written by hand; the line that explains marks stands only
// where there is one.
func TestFiguresOfTextsHaveTheMarksOfTheirSources(t *testing.T) {
	points := func(body string) (section *document.Section, out string) {
		p := demoProject(t)
		own := func(id briefing.ID, kind string, answer string) *briefing.Message {
			return &briefing.Message{ID: id, Kind: kind, Use: briefing.Aloud, Title: briefing.Text{RU: "Сколько?"}, Body: briefing.Text{RU: body}, Answer: briefing.Text{RU: answer}}
		}
		p.Messages = []*briefing.Message{own("t", "talking-point", ""), own("q", "quotation", ""), own("a", "qa", body), own("s", "section", "")}
		if !strings.Contains(body, "{") {
			p.Facts = nil // no table of numbers either
		}
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		for _, s := range d.Sections {
			if s.Key == "points" {
				section = &s
			}
		}
		return section, plain(dump(d))
	}
	section, out := points("Поставлено {S20}.")
	if n := strings.Count(out, "Поставлено {S20:около 90 тыс. т}."); n != 4 {
		t.Fatalf("%d texts in\n%s", n, out)
	}
	if n := strings.Count(out, "[1]"); section == nil || section.Deck == "" {
		t.Errorf("%d marks, and no line that explains them", n)
	}
	for part := range strings.SplitSeq(out, "Поставлено {S20:около 90 тыс. т}.") {
		if strings.HasPrefix(out, part) { // what stands before the first
			continue
		}
		line, _, _ := strings.Cut(strings.TrimLeft(part, "»"), "\n\n")
		if !strings.Contains(line[:min(len(line), 40)], "[1]") {
			t.Errorf("no mark behind a figure: %q", line[:min(len(line), 60)])
		}
	}
	if section, _ := points("Готовы к диалогу."); section == nil || section.Deck != "" {
		t.Errorf("a section without a mark explains marks")
	}
}
