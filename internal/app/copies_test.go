package app_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func TestCopiesAreNumberedBeforeTheIssueIsMade(t *testing.T) {
	p := demo(t)
	for _, imp := range p.ImportList() {
		if err := p.RemoveImport(imp.ID); err != nil {
			t.Fatal(err)
		}
	}
	k := p.Pack()
	k.Copies = 0
	k.Addressees = []briefing.Addressee{{Name: briefing.Text{RU: "Министру"}}, {Name: briefing.Text{RU: "Заместителю"}}}
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	numbers := func() (out [3]int) {
		k := p.Pack()
		return [3]int{k.Copies, k.Addressees[0].Copy, k.Addressees[1].Copy}
	}
	path := filepath.Join(t.TempDir(), "issue.pdf")
	o := app.ExportOptions{Lang: briefing.RU, PDF: path, Copies: true}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := p.Export(stopped, o); err == nil {
		t.Fatal("a cancelled issue went out")
	}
	if got := numbers(); got != [3]int{} {
		t.Errorf("nothing went out, and copies are numbered: %v", got)
	}
	before := len(p.Versions())
	if _, err := p.Export(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if got := numbers(); got != [3]int{2, 1, 2} {
		t.Errorf("numbers %v", got)
	}
	vs := p.Versions()
	if len(vs) != before+1 {
		t.Fatalf("%d versions, before %d", len(vs), before)
	}
	// The state that is kept is what the paper was made of: made anew of it, it is
	// the same.
	again := o
	again.PDF = filepath.Join(t.TempDir(), "again.pdf")
	if _, err := p.Export(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := os.ReadFile(again.PDF); err != nil || !bytes.Equal(first, second) {
		t.Errorf("the paper lacks what the state has: %d and %d bytes, %v", len(first), len(second), err)
	}
}
