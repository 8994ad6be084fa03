package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/project"
)

const customs = "napr;period;nastranapr;tnved;edizm;Stoim;Netto;Kol;Region;Region_s\n"

// customsRow is a row of the customs statistics.
func customsRow(month, code, value string) string {
	return "ЭК;" + month + ";CN;" + code + ";;" + value + ";1000;0;46000 - МОСКОВСКАЯ ОБЛАСТЬ;\n"
}

func saved(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func taken(t *testing.T, p *app.Project, path string, d app.Decision) (app.Imported, error) {
	t.Helper()
	o := app.ImportOptions{Decision: d}.Choose("usd", "kg", "", briefing.Period{})
	return p.Import(context.Background(), path, o)
}

func mustTake(t *testing.T, p *app.Project, path string, d app.Decision) app.Imported {
	t.Helper()
	out, err := taken(t, p, path, d)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// shown is what the project holds: file, code, value and mark of each row.
func shown(t *testing.T, p *app.Project) string {
	t.Helper()
	v := view(t, p, app.TradeQuery{Sort: app.TradeCode})
	var rows []string
	for i := range v.Len() {
		r := v.At(i)
		rows = append(rows, strings.TrimSuffix(r.File, ".csv")+" "+r.Period.String()+" "+r.Code[:4]+" "+r.Value.Decimal.String()+r.Status.Mark())
	}
	return strings.Join(rows, ", ")
}

var (
	january  = customsRow("01/2022", "0207120000", "100") + customsRow("01/2022", "0402100000", "200") + customsRow("01/2022", "0405100000", "300")
	december = customsRow("12/2021", "0207120000", "50")
	amended  = customsRow("01/2022", "0207120000", "110") + customsRow("01/2022", "0402100000", "200") + customsRow("01/2022", "0406100000", "400")
)

func TestARevisedFileWaitsForADecision(t *testing.T) {
	for _, c := range []struct {
		decision app.Decision
		want     string
	}{
		{app.Replace, "a 2021-12 0207 50, b 2022-01 0207 110r, b 2022-01 0402 200, a 2022-01 0405 300, b 2022-01 0406 400"},
		{app.ReplaceGone, "a 2021-12 0207 50, b 2022-01 0207 110r, b 2022-01 0402 200, b 2022-01 0406 400"},
		{app.ReplaceBatch, "b 2022-01 0207 110r, b 2022-01 0402 200, b 2022-01 0406 400"},
	} {
		t.Run(string(c.decision), func(t *testing.T) {
			p := open(t)
			mustTake(t, p, saved(t, "a.csv", customs+january+december), "")
			before := shown(t, p)
			path := saved(t, "b.csv", customs+amended)
			for _, d := range []app.Decision{app.Undecided, app.Beside} {
				out, err := taken(t, p, path, d)
				var needed *app.RevisionNeeded
				if briefing.CodeOf(err) != briefing.CodeRevision || !errors.As(err, &needed) || shown(t, p) != before {
					t.Fatalf("%q: %v, %s", d, err, shown(t, p))
				}
				if r := needed.Revision; r != out.Revision || len(r.Pairs) != 3 || r.Same != 1 || r.Replaced[0].File != "a.csv" || r.Batches[0].Outside != 1 {
					t.Errorf("%+v", r)
				}
			}
			out := mustTake(t, p, path, c.decision)
			if got := shown(t, p); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
			notes := p.ImportList()
			if !strings.Contains(notes[0].Note.RU, "Заменяет загрузку файла a.csv") || !strings.Contains(notes[1].Note.EN, "replaced by the import of b.csv") {
				t.Errorf("history: %q, %q", notes[0].Note.RU, notes[1].Note.EN)
			}
			if out.Report.Stored != 3 || out.Import.Source == "" {
				t.Errorf("%+v", out.Report)
			}
			// One action: undo brings all back.
			if s, err := p.Undo(); err != nil || s.Name != "revise" {
				t.Fatalf("%+v, %v", s, err)
			}
			if got := shown(t, p); got != before || len(p.ImportList()) != 2 {
				t.Errorf("after undo %s", got)
			}
			if _, err := p.Redo(); err != nil || shown(t, p) != c.want {
				t.Errorf("after redo %v, %s", err, shown(t, p))
			}
		})
	}
}

func TestTheSameRowsInAnotherFileChangeNothing(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january), "")
	before, imports := shown(t, p), len(p.ImportList())
	recoded, err := charmap.Windows1251.NewEncoder().String(strings.ReplaceAll(customs+january, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"1251.csv": recoded, "order.csv": customs + strings.Join([]string{customsRow("01/2022", "0405100000", "300"), customsRow("01/2022", "0207120000", "100,0"), customsRow("01/2022", "0402100000", "200")}, "")} {
		out := mustTake(t, p, saved(t, name, text), "")
		r := out.Report
		if !out.Unchanged || r.Stored != 0 || r.SetAside[len(r.SetAside)-1].Reason != app.AsideStored || r.Read != r.AsideRows() {
			t.Errorf("%s: %+v", name, out.Report)
		}
	}
	if shown(t, p) != before || len(p.ImportList()) != imports {
		t.Errorf("%s", shown(t, p))
	}
	// The very file is told by name and time.
	if out := mustTake(t, p, saved(t, "copy.csv", customs+january), ""); !out.Unchanged || out.Before.File != "a.csv" || out.Before.Moment == "" {
		t.Errorf("%+v", out.Before)
	}
}

func TestALongerFileAddsWhatIsNew(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january), "")
	out := mustTake(t, p, saved(t, "b.csv", customs+january+december), "")
	if out.Report.Stored != 1 || out.Report.AsideRows() != 3 || out.Import.Stored != 1 {
		t.Errorf("%+v", out.Report)
	}
	if got := shown(t, p); got != "a 2022-01 0207 100, b 2021-12 0207 50, a 2022-01 0402 200, a 2022-01 0405 300" {
		t.Errorf("%s", got)
	}
}

func TestAReplacedFileCanComeBack(t *testing.T) {
	p := open(t)
	first := saved(t, "a.csv", customs+january)
	mustTake(t, p, first, "")
	second := mustTake(t, p, saved(t, "b.csv", customs+amended), app.ReplaceGone)
	if _, err := taken(t, p, first, ""); briefing.CodeOf(err) != briefing.CodeRevision {
		t.Errorf("the first file again: %v", err)
	}
	if err := p.RemoveImport(second.Import.ID); err != nil || shown(t, p) != "" {
		t.Errorf("%v, %s", err, shown(t, p))
	}
	if out := mustTake(t, p, first, ""); out.Unchanged || out.Report.Stored != 3 {
		t.Errorf("after removing: %+v", out.Report)
	}
}

func TestARevisionSeenIsComparedAgainWhenTheProjectGoesOn(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january), "")
	o := app.ImportOptions{DryRun: true}.Choose("usd", "kg", "", briefing.Period{})
	read, err := p.Import(context.Background(), saved(t, "b.csv", customs+amended), o)
	if err != nil || !read.Revision.Needed() {
		t.Fatalf("%v", err)
	}
	if err := p.RemoveImport(read.Revision.Batches[0].Import); err != nil {
		t.Fatal(err)
	}
	if out, err := p.Accept(read); err != nil || out.Revision != nil {
		t.Fatalf("%v, %+v", err, out.Revision)
	}
	if got := shown(t, p); got != "b 2022-01 0207 110, b 2022-01 0402 200, b 2022-01 0406 400" {
		t.Errorf("%s", got)
	}
}

func TestRevisedFiguresAreMarkedInAnswersAndSurviveReopening(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january), "")
	mustTake(t, p, saved(t, "b.csv", customs+amended), app.ReplaceGone)
	rows, err := p.Figures(app.Query{By: nil})
	if err != nil || len(rows) != 1 || rows[0].Status != briefing.Revised || rows[0].Value.Decimal.String() != "710" {
		t.Errorf("%+v, %v", rows, err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := app.Open(p.World, p.Path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = again.Close() }()
	if got := shown(t, again); got != "b 2022-01 0207 110r, b 2022-01 0402 200, b 2022-01 0406 400" {
		t.Errorf("%s", got)
	}
	if _, err := again.Undo(); err != nil || !strings.HasPrefix(shown(t, again), "a 2022-01 0207 100,") {
		t.Errorf("%v %s", err, shown(t, again))
	}
	again.Read(func(pr *project.Project) {
		if len(pr.Imports) != 2 {
			t.Errorf("%d imports", len(pr.Imports))
		}
	})
}

// A batch is taken out whole as one action that can be taken back.
func TestABatchIsRemovedWhole(t *testing.T) {
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", customs+january), "")
	mustTake(t, p, saved(t, "b.csv", customs+december), "")
	before := shown(t, p)
	for _, i := range p.Imports() {
		if i.File == "a.csv" {
			if err := p.RemoveImport(i.ID); err != nil || i.Rows != i.Stored {
				t.Fatalf("%+v, %v", i, err)
			}
		}
	}
	if got := shown(t, p); got != "b 2021-12 0207 50" {
		t.Errorf("left %s", got)
	}
	if _, err := p.Undo(); err != nil || shown(t, p) != before {
		t.Errorf("undone: %v, %s", err, shown(t, p))
	}
	if err := p.RemoveImport("import-none"); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("one that is not there: %v", err)
	}
}
