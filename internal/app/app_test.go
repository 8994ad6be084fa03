package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/pack"
)

var msk = time.FixedZone("MSK", 3*3600)

func worldAt(t *testing.T, now time.Time) app.World {
	t.Helper()
	w := app.System()
	w.Profiles = filepath.Join(t.TempDir(), "profiles") // none of the user's own
	w.StateDir = filepath.Join(t.TempDir(), "state")
	w.Now = func() time.Time { return now }
	w.User = "tester"
	return w
}

// demo opens the example project, as of an hour of the visit.
func demo(t *testing.T) *app.Project {
	t.Helper()
	p, err := app.NewDemo(worldAt(t, time.Date(2023, 3, 21, 9, 0, 0, 0, msk)), filepath.Join(t.TempDir(), "demo.briefing"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func outputs(dir string) []app.ExportOptions {
	var list []app.ExportOptions
	for _, l := range briefing.Langs() {
		list = append(list, app.ExportOptions{
			Lang: l, Draft: true, PDF: filepath.Join(dir, string(l)+".pdf"), XLSX: filepath.Join(dir, string(l)+".xlsx"),
		})
	}
	return list
}

func TestOutputsAreWrittenTogether(t *testing.T) {
	dir := t.TempDir()
	var last app.Step
	made, err := demo(t).ExportAll(context.Background(), outputs(dir), func(s app.Step) {
		if s.Done != last.Done+1 || s.Total != 15 {
			t.Errorf("step %+v after %+v", s, last)
		}
		last = s
	})
	if err != nil || len(made.Files) != 6 || last.Done != last.Total {
		t.Fatalf("%v, %v, last step %+v", made.Files, err, last)
	}
	for _, f := range made.Files {
		if st, err := os.Stat(f); err != nil || st.Size() < 10_000 {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestCancellingAtAnyStepBeforeTheFirstFileLeavesNothing(t *testing.T) {
	p := demo(t)
	for stop := 1; stop <= 9; stop++ {
		dir := t.TempDir()
		ctx, cancel := context.WithCancel(context.Background())
		_, err := p.ExportAll(ctx, outputs(dir), func(s app.Step) {
			if s.Done == stop {
				cancel()
			}
		})
		if briefing.CodeOf(err) != briefing.CodeCancelled {
			t.Errorf("stopped at step %d: %v", stop, err)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("stopped at step %d: %d files are left", stop, len(left))
		}
	}
}

func TestAnIssueIsBarredByWhatBlocksAndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	list := outputs(dir)
	list[2].Draft = false
	made, err := demo(t).ExportAll(context.Background(), list, nil)
	if briefing.CodeOf(err) != briefing.CodeBlocking || len(app.Blocking(made.Findings)) == 0 {
		t.Errorf("%v, %d findings", err, len(made.Findings))
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%d files are left", len(left))
	}
}

func TestTheStandingTellsWhereTheExampleStands(t *testing.T) {
	for _, l := range briefing.Langs() {
		st := demo(t).Standing(l)
		if st.Err != nil {
			t.Fatal(st.Err)
		}
		if st.Visit.Phase != app.DuringVisit || st.Visit.Day != 1 || st.Visit.Of != 3 {
			t.Errorf("%s: visit %+v, reckoned from the moment of the pack", l, st.Visit)
		}
		if st.Included == 0 || st.Filled == 0 || st.Filled > st.Included || st.Share() > 100 {
			t.Errorf("%s: %d of %d sections", l, st.Filled, st.Included)
		}
		fill := 0
		for _, x := range st.Todo {
			if x.Fill != "" {
				fill++
			}
		}
		if fill != st.Included-st.Filled {
			t.Errorf("%s: %d sections are to be filled, and %d of %d are", l, fill, st.Filled, st.Included)
		}
		if st.Counts.Blocking == 0 || len(st.Cards) != 5 || st.Later == 0 {
			t.Errorf("%s: counts %+v, %d cards, %d later", l, st.Counts, len(st.Cards), st.Later)
		}
		for _, c := range st.Cards {
			if c.Caption == "" || c.Number == "" || c.Note == "" || c.Status == "" {
				t.Errorf("%s: a card lacks something: %+v", l, c)
			}
			if len(c.Spark) == 1 {
				t.Errorf("%s: %s: one bar compares nothing", l, c.Caption)
			}
		}
		for _, todo := range st.Todo {
			if strings.ContainsAny(todo.Title, "{}⟨") || todo.Title == "" {
				t.Errorf("%s: %q", l, todo.Title)
			}
		}
		for i := 1; i < len(st.Findings); i++ {
			if st.Findings[i].Severity < st.Findings[i-1].Severity {
				t.Errorf("%s: findings are not ordered by weight", l)
			}
		}
		if len(st.Clean) == 0 || len(st.Clean) >= len(check.All()) {
			t.Errorf("%s: %d rules hold", l, len(st.Clean))
		}
	}
}

func TestTheStandingFollowsTheProject(t *testing.T) {
	p := demo(t)
	before := p.Standing(briefing.RU)
	if err := p.SetSection("people", false); err != nil {
		t.Fatal(err)
	}
	off := p.Standing(briefing.RU)
	if off.Included != before.Included-1 {
		t.Errorf("%d sections, was %d", off.Included, before.Included)
	}
	if len(off.Changes) != len(before.Changes)+1 || off.Changes[0].Title == "" {
		t.Errorf("changes %+v", off.Changes)
	}
	if err := p.SetSection("people", true); err != nil {
		t.Fatal(err)
	}
	if on := p.Standing(briefing.RU); on.Included != before.Included || p.Pack().Sections != "" {
		t.Errorf("%d sections, setting %q", on.Included, p.Pack().Sections)
	}
}

func TestACopyIsARecordOfItsOwn(t *testing.T) {
	p := demo(t)
	ref := briefing.Ref{Kind: briefing.KindFact, ID: "S20"}
	c, err := p.Duplicate(ref)
	if err != nil {
		t.Fatal(err)
	}
	f := c.(*briefing.Fact)
	if f.ID == "S20" || len(f.Claims) == 0 {
		t.Fatalf("copy %+v", f.Ref())
	}
	f.Claims[0].Wording = "changed"
	if err := p.Put(f); err != nil {
		t.Fatal(err)
	}
	r, err := p.Get(ref)
	if err != nil || r.(*briefing.Fact).Claims[0].Wording == "changed" {
		t.Errorf("the copy shares its claims with the original: %v", err)
	}
}

func TestNamesOfOutputsAreSafeAndTellWhatTheyAre(t *testing.T) {
	p := demo(t)
	got := p.DefaultName(app.ExportOptions{Lang: briefing.ZH, Form: "compiler", Draft: true}, ".pdf")
	if got != "Vizit_KNR_20230320-2300_ZH_v02_compiler.pdf" {
		t.Errorf("name %s", got)
	}
	if issue := p.DefaultName(app.ExportOptions{Lang: briefing.RU}, ".pdf"); issue == p.DefaultName(app.ExportOptions{Lang: briefing.RU, Draft: true}, ".pdf") {
		t.Errorf("an issue is called %s as its draft is", issue)
	}
	// What two readers get never has one name, drafts and issues, in any form.
	told := map[string]string{}
	for _, form := range pack.Forms() {
		for _, a := range briefing.Audiences() {
			if !pack.For(form, a) {
				continue
			}
			for _, draft := range []bool{true, false} {
				name := p.DefaultName(app.ExportOptions{Form: form, Audience: a, Draft: draft}, ".pdf")
				what := fmt.Sprint(form, " for ", a, ", draft ", draft)
				if was := told[name]; was != "" {
					t.Errorf("%s and %s are both called %s", was, what, name)
				}
				told[name] = what
			}
		}
	}
	if got := p.DefaultName(app.ExportOptions{Audience: briefing.Partner, Draft: true}, ".pdf"); got != "Vizit_KNR_20230320-2300_RU_v02_partner.pdf" {
		t.Errorf("the partner's draft is called %s", got)
	}
	dir := t.TempDir()
	first := app.SuggestPath(dir, "Визит: Шаньдун / 2023?")
	if err := os.WriteFile(first, nil, 0o600); err != nil {
		t.Fatalf("the name can't be a file: %v", err)
	}
	if second := app.SuggestPath(dir, "Визит: Шаньдун / 2023?"); second == first {
		t.Error("the name is taken already")
	}
	if app.SuggestPath(dir, "…") == "" {
		t.Error("no name")
	}
}

// A sum is called by what it is of: the countries and codes that are there.
func TestASumOfSomeCountriesIsNotCalledAllCountries(t *testing.T) {
	w := worldAt(t, time.Date(2023, 3, 21, 9, 0, 0, 0, msk))
	values, err := app.NewProject(w, "")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	p, err := app.Create(w, filepath.Join(dir, "p.briefing"), values)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	head := "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"
	rows := "HS,2018,2018,2018,2,0,1,Import,156,China,CHN,76,Brazil,BRA,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n" +
		"HS,2018,2018,2018,2,0,1,Import,156,China,CHN,32,Argentina,ARG,,,,,,,,02,Meat,8,Weight in kilograms,,,,,1000,,5000,,,0\n"
	file := filepath.Join(dir, "2018.csv")
	if err := os.WriteFile(file, []byte(head+rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Import(context.Background(), file, app.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	for l, want := range map[briefing.Lang][2]string{
		briefing.RU: {"из Аргентины и из Бразилии", "Мясо и пищевые субпродукты (код 02)"}, briefing.EN: {"Argentina and Brazil", "(code 02)"},
	} {
		doc, err := p.Document(app.ExportOptions{Lang: l, Draft: true})
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("%+v", doc)
		if !strings.Contains(text, want[0]) || !strings.Contains(text, want[1]) || strings.Contains(text, "все страны") || strings.Contains(text, "all countries") {
			t.Errorf("%s: the sum is not called by its countries and codes", l)
		}
	}
}

// What isn't there isn't ready: a project that holds a name and days has no
// section, whatever the template; the cover is there anyway and counts nowhere.
func TestAnEmptyProjectIsNotReadyAtAll(t *testing.T) {
	for _, template := range app.Templates() {
		w := worldAt(t, time.Date(2026, 11, 27, 9, 0, 0, 0, msk))
		values, err := app.NewProject(w, template)
		if err != nil {
			t.Fatal(err)
		}
		app.Outset{Lang: briefing.RU, Title: "Визит", Partner: "TR", When: briefing.Per("2026-12-02..2026-12-04")}.Begin(w, values)
		p, err := app.Create(w, filepath.Join(t.TempDir(), "p.briefing"), values)
		if err != nil {
			t.Fatal(err)
		}
		st := p.Standing(briefing.RU)
		if st.Filled != 0 || st.Share() != 0 || st.Included == 0 {
			t.Errorf("%s: %d of %d sections, %d %%", template, st.Filled, st.Included, st.Share())
		}
		for _, s := range st.Sections {
			if s.Key == "cover" && s.Counted {
				t.Error("the cover counts")
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
