package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/project"
)

// sheetOf fills the template's sheet of a kind with the records of a project,
// each with its ID; of lists only the first row.
func sheetOf(t *testing.T, p *app.Project, kind briefing.Kind, edit func(id, key, value string) string) string {
	t.Helper()
	d, ok := briefing.Describe(kind)
	if !ok {
		t.Fatal(kind)
	}
	ids := recordsOf(p, kind)
	for _, s := range importer.Template(briefing.RU) {
		if s.Kind != kind {
			continue
		}
		rows := [][]any{nil}
		for _, c := range s.Columns {
			rows[0] = append(rows[0], c.Header)
		}
		for _, r := range ids {
			var row []any
			for _, c := range s.Columns {
				value := ""
				if c.Key == "id" {
					value = string(r.Ref().ID)
				}
				for _, f := range d.Fields {
					if f.Key == c.Key {
						value = f.Get(r)
					}
				}
				row = append(row, edit(string(r.Ref().ID), c.Key, value))
			}
			rows = append(rows, row)
		}
		path := filepath.Join(t.TempDir(), "book.xlsx")
		if err := os.WriteFile(path, importertest.Workbook(t, importertest.Sheet{Name: s.Name, Rows: rows}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Fatalf("no sheet of %s", kind)
	return ""
}

func recordsOf(p *app.Project, kind briefing.Kind) (out []briefing.Record) {
	p.Read(func(pr *project.Project) { out = pr.Records(kind) })
	return out
}

func same(_, _, value string) string { return value }

// Records that went out and come in again unchanged change nothing; one edited
// cell changes one field of one record and leaves what the sheet does not hold.
func TestRecordsReadAgain(t *testing.T) {
	for _, kind := range []briefing.Kind{briefing.KindPerson, briefing.KindOrganisation, briefing.KindAgreement, briefing.KindSource, briefing.KindEvent, briefing.KindFact} {
		t.Run(string(kind), func(t *testing.T) {
			p := example(t)
			before, err := p.Journal(10000)
			if err != nil {
				t.Fatal(err)
			}
			in, err := p.Import(context.Background(), sheetOf(t, p, kind, same), app.ImportOptions{})
			if err != nil || len(in.Report.Rejected) > 0 || in.Report.Read == 0 || in.Report.AsideRows() != in.Report.Read {
				t.Fatalf("%v %+v", err, in.Report)
			}
			after, err := p.Journal(10000)
			if err != nil || len(after) != len(before) || !in.Unchanged {
				t.Errorf("%d entries of the journal after %d, %v", len(after), len(before), err)
			}
		})
	}
}

func TestOneEditedCellIsOneChange(t *testing.T) {
	p := example(t)
	ref := recordsOf(p, briefing.KindPerson)[0].Ref()
	stored, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	was := stored.(*briefing.Person)
	path := sheetOf(t, p, briefing.KindPerson, func(id, key, value string) string {
		if id == string(ref.ID) && key == "name_ru" {
			return "Иное Имя"
		}
		return value
	})
	in, err := p.Import(context.Background(), path, app.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	changes := p.RecordChanges(in, briefing.RU)
	if len(changes) != 1 || changes[0].Ref != ref || changes[0].Added || len(changes[0].Fields) != 1 ||
		changes[0].Fields[0].Key != "name_ru" || changes[0].Fields[0].Old != was.Name.RU || changes[0].Fields[0].New != "Иное Имя" {
		t.Fatalf("%+v", changes)
	}
	if _, err := p.Accept(in); briefing.CodeOf(err) != briefing.CodeOverwrite || in.Overwrites() != 1 {
		t.Fatalf("without a decision: %v, %d overwritten", err, in.Overwrites())
	}
	in.Decision = app.Replace
	if _, err := p.Accept(in); err != nil {
		t.Fatal(err)
	}
	now, err := p.Get(ref)
	if err != nil {
		t.Fatal(err)
	}
	want := *was
	want.Name.RU = "Иное Имя"
	d, _ := briefing.Describe(briefing.KindPerson)
	for _, f := range d.Fields {
		if f.Get(now) != f.Get(&want) {
			t.Errorf("%s: %q, want %q", f.Key, f.Get(now), f.Get(&want))
		}
	}
	for _, l := range d.Lists {
		if l.Len(now) != l.Len(was) {
			t.Errorf("%d rows of %s, want %d", l.Len(now), l.Key, l.Len(was))
		}
	}
}

// Another source's claim is added to the fact; the claim that is there stays.
func TestAnotherClaimIsAdded(t *testing.T) {
	p := example(t)
	var fact *briefing.Fact
	for _, r := range recordsOf(p, briefing.KindFact) {
		if f := r.(*briefing.Fact); len(f.Claims) == 1 && f.Claims[0].Source != "" {
			fact = f
			break
		}
	}
	if fact == nil {
		t.Fatal("the example has no fact of one claim")
	}
	var other briefing.ID
	for _, r := range recordsOf(p, briefing.KindSource) {
		if id := r.Ref().ID; id != fact.Claims[0].Source {
			other = id
			break
		}
	}
	rows := [][]any{
		{"id", "claims.source", "claims.value", "claims.unit", "claims.period", "statement_ru"},
		{string(fact.ID), string(other), "12.5", "t", "2021", fact.Statement.RU},
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, importertest.Workbook(t, importertest.Sheet{Name: "Факты", Rows: rows}), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := p.Import(context.Background(), path, app.ImportOptions{Profile: importer.ProfileTemplate})
	if err != nil || len(in.Report.Rejected) > 0 {
		t.Fatalf("%v %+v", err, in.Report)
	}
	r, err := p.Get(fact.Ref())
	if err != nil {
		t.Fatal(err)
	}
	got := r.(*briefing.Fact).Claims
	if len(got) != 2 || got[0].Source != fact.Claims[0].Source || got[1].Source != other || got[1].ID == "" || got[1].ID == got[0].ID {
		t.Errorf("claims %+v", got)
	}
}
