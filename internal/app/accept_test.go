package app_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// genuine is the example without its invented data, so that nothing blocks
// an issue that can't be accepted.
func genuine(t *testing.T) *app.Project {
	t.Helper()
	p := demo(t)
	var change []briefing.Record
	p.Read(func(pr *project.Project) {
		for _, f := range pr.Facts {
			if f.Sample {
				change = append(change, f)
			}
		}
	})
	for i, r := range change {
		r, err := p.Get(r.Ref())
		if err != nil {
			t.Fatal(err)
		}
		r.(*briefing.Fact).Sample = false
		change[i] = r
	}
	if err := p.Put(change...); err != nil {
		t.Fatal(err)
	}
	var rows []briefing.ID
	p.Read(func(pr *project.Project) {
		for _, i := range pr.Imports {
			rows = append(rows, i.ID)
		}
	})
	for _, id := range rows {
		if err := p.RemoveImport(id); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func blocking(p *app.Project) (out []app.FindingView) {
	for _, f := range p.Standing(briefing.RU).Findings {
		if f.Severity == check.Blocking {
			out = append(out, f)
		}
	}
	return out
}

// denied states a growth that its levels deny: 50 % there, another one here.
func denied(t *testing.T, p *app.Project, change string) {
	t.Helper()
	level := func(id, value string, year int) *briefing.Fact {
		text := briefing.Text{RU: "Поставки льна", EN: "Flax supplies", ZH: "亚麻供应"}
		return &briefing.Fact{
			ID: briefing.ID(id), Statement: text, Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Reference, Measure: "value",
			Product: briefing.Text{RU: "лён", EN: "flax", ZH: "亚麻"},
			Claims: []briefing.Claim{{
				ID: "c", Source: "tass", Period: briefing.Year(year),
				Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "million-usd"},
			}},
		}
	}
	then, now := level("flax-then", "100", 2021), level("flax-now", "150", 2022)
	p.Read(func(pr *project.Project) {
		then.Claims[0].Source, now.Claims[0].Source = pr.Facts[0].Claims[0].Source, pr.Facts[0].Claims[0].Source
	})
	c := &now.Claims[0]
	c.Change, c.ChangeUnit, c.ChangeBase = briefing.SomeNum(change), "percent", briefing.Year(2021)
	if err := p.Put(then, now); err != nil {
		t.Fatal(err)
	}
}

func TestAnAcceptedFindingBarsNoIssueUntilItChanges(t *testing.T) {
	p := demo(t)
	wrong := check.Finding{}
	for _, f := range p.Standing(briefing.RU).Findings {
		if f.Severity == check.Warning && f.Barred == "" {
			wrong = f.Of
			break
		}
	}
	if wrong.Print == "" {
		t.Fatal("the example has no remark")
	}
	before := p.Standing(briefing.RU).Counts
	if err := p.AcceptFindings([]check.Finding{wrong}, " согласовано ", "Иванова А. П."); err != nil {
		t.Fatal(err)
	}
	st := p.Standing(briefing.RU)
	i := slices.IndexFunc(st.Findings, func(f app.FindingView) bool { return f.Accepted != nil })
	if i < 0 || st.Counts.Remarks != before.Remarks-1 || st.Counts.Accepted != 1 {
		t.Fatalf("counts %+v, were %+v", st.Counts, before)
	}
	if a := st.Findings[i].Accepted; a.Reason != "согласовано" || a.By != "Иванова А. П." || a.Weighed != check.Warning {
		t.Errorf("accepted %+v", a)
	}
	if len(st.Changes) == 0 || st.Changes[0].Title != "Принято замечание" {
		t.Errorf("the journal tells %+v", st.Changes[:1])
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := p.Standing(briefing.RU).Counts; got.Remarks != before.Remarks || got.Accepted != 0 {
		t.Errorf("after undo %+v", got)
	}
}

func TestAcceptanceNeedsAReasonAndAName(t *testing.T) {
	p := demo(t)
	f := p.Check(time.Time{})[0]
	for _, c := range [][2]string{{"", "Анна"}, {" \n", "Анна"}, {"потому", ""}} {
		if err := p.AcceptFindings([]check.Finding{f}, c[0], c[1]); briefing.CodeOf(err) != briefing.CodeRequired {
			t.Errorf("%q by %q: %v", c[0], c[1], err)
		}
	}
	sample := check.Finding{}
	for _, f := range p.Check(time.Time{}) {
		if f.Number == 29 && f.Severity == check.Blocking {
			sample = f
		}
	}
	if err := p.AcceptFindings([]check.Finding{sample}, "потому", "Анна"); briefing.CodeOf(err) != briefing.CodeNoAcceptance {
		t.Errorf("invented data: %v", err)
	}
	if err := p.TakeBack("nowhere"); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("taken back: %v", err)
	}
}

// What blocks and was accepted lets the issue out; when the value changes, it
// is barred again, and the finding tells what had been accepted.
func TestABlockingFindingIsAcceptedForAnIssue(t *testing.T) {
	p := genuine(t)
	denied(t, p, "12")
	found := blocking(p)
	if len(found) == 0 {
		t.Fatal("nothing blocks")
	}
	var list []check.Finding
	for _, f := range found {
		if f.Barred != "" {
			t.Fatalf("%s: %s", f.Code, f.Barred)
		}
		list = append(list, f.Of)
	}
	dir := t.TempDir()
	issue := app.ExportOptions{PDF: filepath.Join(dir, "issue.pdf"), Lang: briefing.RU}
	if _, err := p.Export(context.Background(), issue); briefing.CodeOf(err) != briefing.CodeBlocking {
		t.Fatalf("issued: %v", err)
	}
	if err := p.AcceptFindings(list, "источник уточнит", "Иванова А. П."); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Export(context.Background(), issue); err != nil {
		t.Fatalf("not issued: %v", err)
	}
	denied(t, p, "13")
	lapsed := 0
	for _, f := range blocking(p) {
		if f.Lapsed != nil && f.Lapsed.Reason == "источник уточнит" {
			lapsed++
		}
	}
	if lapsed == 0 {
		t.Errorf("what had been accepted is not told: %+v", blocking(p))
	}
	if _, err := p.Export(context.Background(), issue); briefing.CodeOf(err) != briefing.CodeBlocking {
		t.Errorf("issued: %v", err)
	}
}

// The register of checks has what was decided; only the compiler gets it.
func TestAcceptancesStandInTheCompilersRegisterOnly(t *testing.T) {
	p := demo(t)
	for _, f := range p.Check(time.Time{}) {
		if f.Barred() == "" && f.InPack {
			if err := p.AcceptFindings([]check.Finding{f}, "основание-"+f.Code, "Иванова А. П."); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	for _, a := range briefing.Audiences() {
		for _, form := range []string{pack.FormPack, pack.FormCompiler} {
			if form == pack.FormCompiler && a != briefing.Compiler {
				continue
			}
			made, err := pack.Make(p.Snapshot(time.Time{}, a), p.Check(time.Time{}), pack.Options{Lang: briefing.RU, Form: form})
			if err != nil {
				t.Fatal(err)
			}
			if got := tells(made.Book(), "основание-"); got != (a == briefing.Compiler) {
				t.Errorf("%v, %s: told %v", a, form, got)
			}
		}
	}
}

func tells(b *document.Book, words string) bool {
	for _, s := range b.Sheets {
		for _, r := range s.Table.Rows {
			for _, c := range r.Cells {
				if strings.Contains(c.Text, words) {
					return true
				}
			}
		}
	}
	return false
}
