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
	"briefing/internal/project"
)

// sourced is a project whose pack holds every sentence that was offered.
func sourced(t *testing.T) *app.Project {
	t.Helper()
	p := trading(t)
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
		for _, r := range table.Sheet.Rows { // with a column for formulas
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
		measured := "" // two measures may well have one value
		for _, r := range rows {
			if name, _, ok := strings.Cut(r, " |  | "); ok && !strings.Contains(name, " | ") {
				measured = name
			}
			seen[measured+": "+r]++
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
		// The reader is told of the source, the compiler, who checks, of the file too.
		if strings.Contains(all, "a.csv") || !strings.Contains(all, "[1]") {
			t.Errorf("%s: a file or no source in\n%s", l, all)
		}
		for _, r := range rows {
			if from := r[strings.LastIndex(r, " | ")+3:]; strings.Contains(r, " = ") && !strings.Contains(from, "[1]") {
				t.Errorf("%s: no source in %q", l, r)
			}
		}
		if inside := strings.Join(derived(t, p, briefing.Compiler, l), "\n"); !strings.Contains(inside, "a.csv") || !strings.Contains(inside, "[1]") {
			t.Errorf("%s: neither file nor source for the compiler in\n%s", l, inside)
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

// Each number of a sentence tells whence it is, before it is taken and in the
// text that took it.
func TestTheNumbersOfASentenceTellWhenceTheyAre(t *testing.T) {
	p := sourced(t)
	told := func(list []app.Derivation) string {
		var out []string
		for _, l := range p.DerivationsLines(list, briefing.RU, false) {
			out = append(out, l.Text+" "+l.Value)
		}
		return strings.Join(out, "\n")
	}
	fresh := trading(t)
	for _, o := range offered(t, fresh) {
		if len(fresh.WhenceOffer(o, 1)) == 0 {
			t.Errorf("%s: %q tells nothing", o.Key, o.Text.RU)
		}
	}
	var ref briefing.Ref
	p.ReadRecords(func(pr *project.Project) { ref = pr.Series[0].Ref() })
	got := told(p.WhenceRecord(ref, 1))
	for _, want := range []string{"V1", "V0", "a.csv", "Q1: масса нетто", "ФТС России"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told in\n%s", want, got)
		}
	}
	if got := p.WhenceText("{nothing} и {=export/RU/CN/1999/USD:now}", 1); len(got) != 0 {
		t.Errorf("%d derivations of nothing", len(got))
	}
}
