package app_test

import (
	"context"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// Issues of a bulletin are told apart by their numbers, all of the first version; a
// numbered issue is a base of addenda as any other.
func TestIssuesAreCalledByTheirNumbers(t *testing.T) {
	p := issued(t)
	k := p.Pack()
	k.Issue = 11
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Export(context.Background(), app.ExportOptions{PDF: filepath.Join(t.TempDir(), "b.pdf"), Lang: briefing.RU}); err != nil {
		t.Fatal(err)
	}
	if v := p.Versions(); v[0].Name != "№11 v02 RU" || v[1].Name != "v02 RU" {
		t.Fatalf("%q, %q", v[0].Name, v[1].Name)
	}
	d, err := p.Document(app.ExportOptions{Form: app.FormAddendum, Lang: briefing.RU})
	if err != nil && briefing.CodeOf(err) != briefing.CodeNoChanges {
		t.Error(err)
	}
	if err == nil && words(d) == 0 {
		t.Error("no addendum")
	}
}
