package app_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// sourced is a project whose rows have a source and whose pack holds every
// sentence that was offered.
func sourced(t *testing.T) *app.Project {
	t.Helper()
	p := trading(t)
	src := &briefing.Source{Title: briefing.Text{RU: "Таможенная статистика", EN: "Customs statistics", ZH: "海关统计"}, Publisher: briefing.Text{RU: "ФТС России", EN: "FCS", ZH: "俄海关"}}
	if err := p.Put(src); err != nil {
		t.Fatal(err)
	}
	imp := p.Imports()[0].Import
	imp.Source = src.ID
	if err := p.Put(&imp); err != nil {
		t.Fatal(err)
	}
	if _, err := p.TakeInsight(offered(t, p)...); err != nil {
		t.Fatal(err)
	}
	return p
}

// derived are the rows of the annex that tell how numbers were computed.
func derived(t *testing.T, p *app.Project, a briefing.Audience, l briefing.Lang) []string {
	t.Helper()
	d, err := pack.Build(p.Snapshot(time.Time{}, a), nil, pack.Options{Lang: l})
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	walk(d.Sections, func(b document.Block) {
		table, ok := b.(document.Table)
		if !ok || table.Title != lang.T(l, "pack.annex.measures") {
			return
		}
		for _, r := range table.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, c.Text)
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
	})
	return rows
}

func TestTakenSentencesCarryTheirSourceAndStandInTheAnnex(t *testing.T) {
	p := sourced(t)
	for _, l := range briefing.Langs() {
		marked := 0
		for s := range strings.SplitSeq(texts(t, p, l), "\n") {
			if regexp.MustCompile(`\[1\]$`).MatchString(s) {
				marked++
			}
		}
		if marked == 0 {
			t.Errorf("%s: no written text has the mark of its source:\n%s", l, texts(t, p, l))
		}
		rows := derived(t, p, briefing.Leader, l)
		seen := map[string]int{}
		for _, r := range rows {
			seen[r]++
		}
		for r, n := range seen {
			if n > 1 {
				t.Errorf("%s: %d times %s", l, n, r)
			}
		}
		all := strings.Join(rows, "\n")
		for _, key := range []string{"value", "growth", "absolute-change", "contribution", "share", "rank"} {
			name := lang.T(l, "whence.column.value")
			if key != "value" {
				name = lang.T(l, "measure."+key+".name")
			}
			if !strings.Contains(strings.ToLower(all), strings.ToLower(name)+" |") {
				t.Errorf("%s: nothing of %s in\n%s", l, name, all)
			}
		}
		if !strings.Contains(all, "a.csv") || !strings.Contains(all, "[1]") {
			t.Errorf("%s: neither file nor source in\n%s", l, all)
		}
	}
}

// A reader gets no formula without the values that it was computed from.
func TestTheOtherSideGetsNoFormulaWithoutValues(t *testing.T) {
	p := sourced(t)
	rows := derived(t, p, briefing.Partner, briefing.RU)
	if len(rows) == 0 {
		t.Fatal("no numbers are derived")
	}
	for i, r := range rows {
		head := strings.Count(r, " |  | ") == 1 && strings.HasSuffix(r, " | ")
		if head && (i+1 == len(rows) || strings.HasSuffix(rows[i+1], " | ")) {
			t.Errorf("nothing stands under %q", r)
		}
		if !head && (strings.HasSuffix(r, " | ") || strings.Contains(r, ", , ") || strings.Contains(r, " = ;")) {
			t.Errorf("%q says nothing of what it was made of", r)
		}
	}
}

