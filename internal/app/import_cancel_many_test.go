package app_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/project"
)

// manyRows writes a file of figures as the customs give them out.
func manyRows(t *testing.T, path string, rows int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprint(w, "napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n")
	for i := range rows {
		fmt.Fprintf(w, "ЭК\t%02d/2021\tCN\t%010d\t1\t%d,%02d\t%d,5\t0\t46000\t01\n", 1+i%12, 207149900+i/12, i*7919%100003+1, i%100, i*3+1)
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// stateOf is what a project shows of records, rows and actions.
func stateOf(t *testing.T, p *app.Project) string {
	t.Helper()
	acts, err := p.Acts(briefing.RU, 1000)
	if err != nil {
		t.Fatal(err)
	}
	out := fmt.Sprintf("%d actions", len(acts))
	p.Read(func(pr *project.Project) {
		out += fmt.Sprintf(", %d rows", pr.Figures.Len())
		for _, d := range briefing.Descriptions() {
			out += fmt.Sprintf(", %d %s", len(pr.Records(d.Kind)), d.Kind)
		}
	})
	return out
}

// under lists the files below a folder.
func under(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

// TestALargeImportBrokenOffLeavesNothing breaks a large import
// off at twenty moments of its course (a million rows in make soak): it is there
// whole, or nothing of it is, and no file stays behind.
func TestALargeImportBrokenOffLeavesNothing(t *testing.T) {
	rows := 40_000
	if os.Getenv("BRIEFING_SOAK") != "" {
		rows = 1_000_000
	}
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	file := filepath.Join(dir, "customs.csv")
	manyRows(t, file, rows)
	w := worldAt(t, time.Date(2023, 3, 21, 9, 0, 0, 0, msk))
	p, err := app.Create(w, filepath.Join(dir, "visit.briefing"), &project.Project{Figures: figure.NewSet()})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}()
	o := app.ImportOptions{Units: importer.Units{Value: "thousand-usd", Weight: "t"}}
	before, temporary := stateOf(t, p), under(t, os.Getenv("TMPDIR"))
	begin := time.Now()
	if _, err := p.Import(t.Context(), file, o); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(begin) // only to spread the moments
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	before = strings.Replace(before, "1 actions", "3 actions", 1)
	if got := stateOf(t, p); got != before {
		t.Fatalf("after undo: %s, want %s", got, before)
	}
	cancelled := 0
	for n := range 20 {
		ctx, stop := context.WithTimeout(t.Context(), whole*time.Duration(n)/20)
		_, err := p.Import(ctx, file, o)
		stop()
		switch {
		case err == nil: // it was done before
			if _, err := p.Undo(); err != nil {
				t.Fatal(err)
			}
			before = stateOf(t, p)
			continue
		case briefing.CodeOf(err) != briefing.CodeCancelled:
			t.Errorf("moment %d: %v", n, err)
		}
		cancelled++
		if got := stateOf(t, p); got != before {
			t.Errorf("moment %d: left is %s, want %s", n, got, before)
		}
		if got := under(t, os.Getenv("TMPDIR")); got != temporary {
			t.Errorf("moment %d: files stay: %s", n, got)
		}
	}
	t.Logf("%d of 20 were cancelled", cancelled)
	if cancelled < 3 {
		t.Errorf("only %d of 20 were cancelled", cancelled)
	}
	if _, err := p.Import(t.Context(), file, o); err != nil {
		t.Errorf("after all that: %v", err)
	}
}
