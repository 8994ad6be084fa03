//go:build faults

package crashtest_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/faults"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// TestWhatIsShownIsWhatIsOnTheDisk lets each call fail while a project is open
// in this process: what the open project shows after a step that failed is
// what another one reads from the disk, the failure has a code of its own, and
// the step succeeds when the fault has gone.
func TestWhatIsShownIsWhatIsOnTheDisk(t *testing.T) {
	defer func() { _ = faults.Set("") }()
	calls, _, err := inside(t, "error:1000000:EIO") // there are not so many
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"ENOSPC", "EIO", "EDQUOT", "EROFS"} {
		t.Run(code, func(t *testing.T) {
			told := 0
			points := choose(make([]string, calls), sample(t, 25))
			for _, n := range points {
				_, failed, err := inside(t, fmt.Sprintf("error:%d:%s", n, code))
				if err != nil {
					t.Errorf("call %d: %v", n, err)
				}
				if failed {
					told++
				}
			}
			t.Logf("%d of %d calls failed, %d were told", len(points), calls, told)
		})
	}
}

// work is what is done to an open project.
func work(t *testing.T, p *app.Project, dir string) []func() error {
	put := func(r briefing.Record) func() error { return func() error { return p.Put(r) } }
	load := func(file string) func() error {
		return func() error {
			_, err := p.Import(t.Context(), filepath.Join(dir, file), app.ImportOptions{Units: importer.Units{Value: "thousand-usd", Weight: "t"}})
			return err
		}
	}
	body := func(n int) briefing.Text { return briefing.Text{RU: strings.Repeat("сказать ", n)} }
	return []func() error{
		put(&briefing.Person{ID: "p1", Name: briefing.Text{RU: "Первый"}}),
		put(&briefing.Message{ID: "m1", Body: body(2000)}),
		load("first.csv"), p.Save,
		put(&briefing.Message{ID: "m1", Body: body(100)}),
		func() error { return p.Remove(briefing.Ref{Kind: briefing.KindPerson, ID: "p1"}) },
		load("second.csv"), p.Save,
		put(&briefing.Person{ID: "p2"}), p.Close,
	}
}

// inside does the work under a fault that strikes once; calls are those of a
// run that it did not strike.
func inside(t *testing.T, fault string) (calls int, failed bool, err error) {
	t.Helper()
	d := newDesk(t)
	w := app.System()
	w.StateDir = d.state()
	p, err := app.Open(w, d.path(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close() // closed by the work when all is well
	if err := faults.Set(fault); err != nil {
		t.Fatal(err)
	}
	steps := work(t, p, filepath.Dir(d.path()))
	for i, step := range steps {
		err := step()
		if err == nil {
			continue
		}
		failed = true
		if err := faults.Set(""); err != nil {
			t.Fatal(err)
		}
		if sentence, hint := lang.Error(briefing.RU, err); briefing.CodeOf(err) == briefing.CodeInternal || sentence == "" || hint == "" {
			return 0, failed, fmt.Errorf("step %d is told as %q: %w", i+1, sentence, err)
		}
		if i == len(steps)-1 {
			break // what closing could not publish is published by opening again
		}
		if err := agrees(d, p); err != nil {
			return 0, failed, fmt.Errorf("step %d failed: %w", i+1, err)
		}
		if err := step(); err != nil {
			return 0, failed, fmt.Errorf("step %d when the fault had gone: %w", i+1, err)
		}
	}
	shown := shows(p)
	calls = faults.Count()
	if err := faults.Set(""); err != nil {
		t.Fatal(err)
	}
	if p, err = app.Open(w, d.path(), true); err != nil {
		return 0, failed, err
	}
	return calls, failed, errors.Join(agrees(d, p), differ(shows(p), shown), p.Close())
}

func shows(p *app.Project) (s string) {
	p.Read(func(pr *project.Project) { s = values(pr) })
	return s
}

// agrees compares the open project with what another process reads.
func agrees(d desk, p *app.Project) error {
	f, err := store.Open(d.path(), store.ReadOnly, store.Options{StateDir: d.state()})
	if err != nil {
		return err
	}
	defer f.Close() // opened for reading
	return differ(shows(p), values(f.Project()))
}

func differ(a, b string) error {
	if a != b {
		return fmt.Errorf("shown is\n%s\non the disk is\n%s", head(a), head(b))
	}
	return nil
}

func head(s string) string { return s[:min(len(s), 600)] }
