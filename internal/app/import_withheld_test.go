package app_test

import (
	"slices"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// A file that brought records has no rows that the partner's documents could lack;
// one whose rows are not told whose they are is told as before.
func TestAFileOfRecordsWithholdsNoRows(t *testing.T) {
	p := demo(t)
	var with *briefing.Import
	p.Read(func(pr *project.Project) { c := *pr.Imports[0]; with = &c })
	with.Source = ""
	records := &briefing.Import{ID: "i-records", File: "data.xlsx", Hash: "1", Profile: "template", Stored: 3, Read: 3}
	for _, i := range []*briefing.Import{with, records} {
		if err := p.Put(i); err != nil {
			t.Fatal(err)
		}
	}
	found, err := p.AllFindings(time.Time{}, briefing.Partner, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range map[*briefing.Import]bool{with: true, records: false} {
		if told := slices.ContainsFunc(found, func(f check.Finding) bool { return f.Number == 28 && f.Ref == i.Ref() }); told != want {
			t.Errorf("%s: told %v", i.File, told)
		}
	}
}
