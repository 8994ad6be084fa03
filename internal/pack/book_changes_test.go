package pack_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// changesOf is the sheet of changes of a workbook, line by line.
func changesOf(t *testing.T, p *project.Project, a briefing.Audience, before []pack.Issued) (name string, lines []string) {
	t.Helper()
	b, err := pack.BuildBook(project.Take(p, project.Options{Audience: a}), nil, pack.Options{Lang: briefing.RU, Before: before})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(b.Sheets, func(s document.Sheet) bool { return s.Table.ID == "CHANGES" })
	if i < 0 {
		return "", nil
	}
	for _, r := range b.Sheets[i].Table.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Says())
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return b.Sheets[i].Name, lines
}

func TestAWorkbookListsWhatChangedSinceTheIssue(t *testing.T) {
	before := func(a briefing.Audience) []pack.Issued {
		return []pack.Issued{{Snapshot: project.Take(demoProject(t), project.Options{Audience: a}), Number: 1, Kept: true}}
	}
	name, lines := changesOf(t, changedDemo(t), briefing.Leader, before(briefing.Leader))
	if name != "Изменения" {
		t.Errorf("sheet %q", name)
	}
	all := strings.Join(lines, "\n")
	for _, want := range []string{"изменено | ", "около\u00a092", "добавлено | ", "Подписание состоялось", "снято | "} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if name, lines := changesOf(t, demoProject(t), briefing.Leader, before(briefing.Leader)); name == "" || len(lines) != 1 || !strings.HasPrefix(lines[0], "Изменений нет") {
		t.Errorf("of the same pack: %q %q", name, lines)
	}
	if name, _ := changesOf(t, changedDemo(t), briefing.Leader, nil); name != "" {
		t.Error("a log of changes without an issue")
	}
	// The other side is told of nothing that its pack does not hold.
	p := changedDemo(t)
	for _, m := range p.Messages {
		if m.ID == "m-new" {
			m.Use, m.Body.RU = briefing.Internal, "ТОЛЬКО ДЛЯ НАС"
		}
	}
	if _, lines := changesOf(t, p, briefing.Partner, before(briefing.Partner)); strings.Contains(strings.Join(lines, "\n"), "ТОЛЬКО ДЛЯ НАС") {
		t.Error("the partner is told of what is not for him")
	}
}
