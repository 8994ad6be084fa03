package app_test

import (
	"context"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/project"
)

func heldFigures(p *app.Project) (s *figure.Set) {
	p.Read(func(pr *project.Project) { s = pr.Figures })
	return s
}

// A file that is there already and of which something else is said now is read
// again; its rows can only take the place of those it has brought, never stand
// beside them.
func TestAFileIsReadAgainUnderOtherAnswers(t *testing.T) {
	say := func(value, weight briefing.Unit, basis string) importer.Units {
		return importer.Units{Value: value, Weight: weight, Basis: basis}
	}
	for name, c := range map[string]struct {
		first, second importer.Units
		want          string
	}{
		"basis":              {say("usd", "kg", ""), say("usd", "kg", "FOB"), "FOB 100 200 300"},
		"unit of the values": {say("usd", "kg", ""), say("thousand-usd", "kg", ""), " 100000 200000 300000"},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			path := saved(t, "a.csv", customs+january)
			read := func(u importer.Units, d app.Decision) (app.Imported, error) {
				return p.Import(context.Background(), path, app.ImportOptions{Units: u, Decision: d, Trust: true})
			}
			held := func() string {
				out := ""
				for _, o := range heldFigures(p).Rows(figure.Filter{}) {
					if out == "" {
						out = o.Basis
					}
					out += " " + o.Value.Decimal.String()
				}
				return out
			}
			if _, err := read(c.first, ""); err != nil {
				t.Fatal(err)
			}
			before := held()
			if out, err := read(c.first, ""); err != nil || !out.Unchanged || out.Again() {
				t.Errorf("the same answers: %v, unchanged %v", err, out.Unchanged)
			}
			for _, d := range []app.Decision{app.Undecided, app.Beside, app.Replace} {
				if _, err := read(c.second, d); briefing.CodeOf(err) != briefing.CodeRevision || held() != before {
					t.Fatalf("%q: %v, %s", d, err, held())
				}
			}
			if out, err := read(c.second, app.ReplaceGone); err != nil || !out.Again() || held() != c.want {
				t.Errorf("%v, %s", err, held())
			}
			if out, err := read(c.second, ""); err != nil || !out.Unchanged {
				t.Errorf("once more: %v, unchanged %v", err, out.Unchanged)
			}
			if out, err := p.Import(context.Background(), path, app.ImportOptions{}); err != nil || !out.Unchanged {
				t.Errorf("with no answer at all: %v, unchanged %v", err, out.Unchanged)
			}
		})
	}
}

// What a flow was said to be wrongly has nothing in common with what it is; the
// rows go all the same.
func TestAFlowSaidWronglyIsPutRight(t *testing.T) {
	p := open(t)
	path := saved(t, "returns.csv", "Код ТН ВЭД;Страна;2022, тыс. долл. США\n0207;Китай;10\n0402;Китай;20\n0405;Китай;30\n")
	guess, err := p.GuessShape(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	guess.Shape.Constants.Reporter = "RU"
	read := func(f figure.Flow, d app.Decision) error {
		shape := guess.Shape
		_, err := p.Import(context.Background(), path, app.ImportOptions{Shape: &shape, Units: importer.Units{Flow: f}, Decision: d})
		return err
	}
	if err := read(figure.Import, ""); err != nil {
		t.Fatal(err)
	}
	if err := read(figure.Export, ""); briefing.CodeOf(err) != briefing.CodeRevision {
		t.Errorf("%v", err)
	}
	if err := read(figure.Export, app.ReplaceBatch); err != nil {
		t.Fatal(err)
	}
	var flows []string
	for _, o := range heldFigures(p).Rows(figure.Filter{}) {
		flows = append(flows, string(o.Flow))
	}
	if got := strings.Join(flows, " "); got != "export export export" {
		t.Error(got)
	}
}

// The advice to read hidden sheets too can be followed.
func TestHiddenSheetsAreReadAfterwards(t *testing.T) {
	p := open(t)
	head := []any{"napr", "period", "nastranapr", "tnved", "edizm", "Stoim", "Netto", "Kol", "Region", "Region_s"}
	row := func(code string) []any {
		return []any{"ЭК", "01/2022", "CN", code, "", 5, 1, 0, "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""}
	}
	path := saved(t, "a.xlsx", string(importertest.Workbook(t,
		importertest.Sheet{Name: "1", Rows: [][]any{head, row("0207120000"), row("0402100000")}},
		importertest.Sheet{Name: "2", Rows: [][]any{head, row("0405100000")}, Hidden: true})))
	read := func(hidden bool) app.Imported {
		t.Helper()
		out, err := p.Import(context.Background(), path, app.ImportOptions{Hidden: hidden, Trust: true}.Choose("usd", "kg", "", briefing.Period{}))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if out := read(false); len(out.Report.Hidden) != 1 {
		t.Fatalf("hidden %v", out.Report.Hidden)
	}
	if out := read(true); out.Unchanged || heldFigures(p).Len() != 3 {
		t.Errorf("unchanged %v, rows %d", out.Unchanged, heldFigures(p).Len())
	}
	if out := read(true); !out.Unchanged || heldFigures(p).Len() != 3 {
		t.Errorf("again: unchanged %v, rows %d", out.Unchanged, heldFigures(p).Len())
	}
}
