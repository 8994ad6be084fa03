package crashtest_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/store"
)

// killed lists the calls of a command on a new desk and kills it at a number
// of them, each time on a desk of its own; after judges what is left.
func killed(t *testing.T, few int, ready func(d desk) error, after func(d desk) error, args ...string) {
	t.Helper()
	run := func(d desk, fault string) error {
		if err := ready(d); err != nil {
			return err
		}
		return d.program([]string{"BRIEFING_FAULT=" + fault}, args...).Run()
	}
	d := newDesk(t)
	list := filepath.Join(d.dir, "calls")
	if err := run(d, "list:"+list); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	sites := strings.Split(strings.TrimSpace(string(data)), "\n")
	points := choose(sites, sample(t, few))
	each(t, points, func(d desk, n int) {
		if err := run(d, fmt.Sprintf("kill:%d", n)); err == nil {
			t.Errorf("kill %d did not strike", n)
		}
		if err := after(d); err != nil {
			t.Errorf("kill %d (%s): %v", n, sites[n-1], err)
		}
	})
	t.Logf("%d calls, %d kills", len(sites), len(points))
}

// temporary names what a killed program left beside the files.
func (d desk) temporary() error {
	left, err := filepath.Glob(filepath.Join(filepath.Dir(d.path()), ".*"))
	if err == nil && len(left) > 0 {
		err = fmt.Errorf("left behind: %v", left)
	}
	return err
}

func TestAKilledExportLeavesTheOldFileOrTheNewOne(t *testing.T) {
	old := []byte("the output of yesterday")
	at := func(d desk, name string) string { return filepath.Join(filepath.Dir(d.path()), name) }
	args := []string{"export", "visit.briefing", "--pdf", "out.pdf", "--xlsx", "out.xlsx", "--draft", "--replace"}
	ready := func(d desk) error {
		if err := os.WriteFile(at(d, "out.pdf"), old, 0o600); err != nil {
			return err
		}
		return os.WriteFile(at(d, "out.xlsx"), old, 0o600)
	}
	whole := func(d desk) error {
		pdf, err := os.ReadFile(at(d, "out.pdf"))
		if err != nil || !bytes.Equal(pdf, old) && !bytes.HasSuffix(bytes.TrimSpace(pdf), []byte("%%EOF")) {
			return fmt.Errorf("the PDF of %d bytes is neither: %w", len(pdf), err)
		}
		if book, err := os.ReadFile(at(d, "out.xlsx")); err == nil && bytes.Equal(book, old) {
			return nil
		}
		z, err := zip.OpenReader(at(d, "out.xlsx"))
		if err != nil {
			return err
		}
		return z.Close()
	}
	killed(t, 8, ready, func(d desk) error {
		if err := whole(d); err != nil {
			return err
		}
		if out, err := d.program(nil, args...).CombinedOutput(); err != nil {
			return fmt.Errorf("export again: %w: %s", err, out)
		}
		if err := whole(d); err != nil {
			return err
		}
		return d.temporary()
	}, args...)
}

func TestAKilledNewLeavesNoProjectOrAWholeOne(t *testing.T) {
	killed(t, 8, func(desk) error { return nil }, func(d desk) error {
		path := filepath.Join(filepath.Dir(d.path()), "new.briefing")
		if _, err := os.Stat(path); err != nil {
			if out, err := d.program(nil, "new", "new.briefing").CombinedOutput(); err != nil {
				return fmt.Errorf("make it again: %w: %s", err, out)
			}
		}
		f, err := store.Open(path, store.ReadWrite, store.Options{StateDir: d.state()})
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		return d.temporary()
	}, "new", "new.briefing")
}

// TestAFileIsOnTheDiskBeforeItTakesTheName holds the order of calls in which
// a file is replaced: a power cut must find the old one or the new one.
func TestAFileIsOnTheDiskBeforeItTakesTheName(t *testing.T) {
	sites := theReference(t).sites
	renames := 0
	for i, s := range sites {
		if !strings.HasPrefix(s, "rename ") {
			continue
		}
		renames++
		before, after := sites[i-1], sites[i+1]
		if !strings.HasPrefix(before, "sync .~briefing-") || !strings.HasPrefix(after, "sync-folder ") {
			t.Errorf("%s comes between %s and %s", s, before, after)
		}
	}
	if renames < 5 {
		t.Errorf("%d renames only", renames)
	}
}
