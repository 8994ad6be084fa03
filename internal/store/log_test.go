package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/project"
	"briefing/internal/store"
)

// workingSizes are those of the database of the only working copy there is, and
// of its log, 0 when it has none.
func workingSizes(t *testing.T, o store.Options) (database, log int64) {
	t.Helper()
	size := func(name string) int64 {
		found, err := filepath.Glob(filepath.Join(o.StateDir, "work", "*", name))
		if err != nil || len(found) > 1 {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		if len(found) == 0 {
			return 0
		}
		info, err := os.Stat(found[0])
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	return size("work.briefing"), size("work.briefing-wal")
}

// bulky is an import of rows that hardly become smaller when they are packed.
func bulky(t *testing.T, rows int, id briefing.ID) store.Change {
	t.Helper()
	made, s := figuretest.Make(rows, 1), figure.NewSet()
	for i := range rows {
		o := made.Observation(i)
		o.Import = id
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return store.Change{AddFigures: s}
}

func TestALargeBatchLeavesItsLogToTheNextCommit(t *testing.T) {
	const rows = 420_000 // SQLite brings a log of a thousand pages in
	o := world(t)
	path, f := create(t, &project.Project{}, o)
	before, _ := workingSizes(t, o)
	commit(t, f, "import", bulky(t, rows, "i1"))
	database, log := workingSizes(t, o)
	if database != before || log < 1000*4096 {
		t.Fatalf("after the import the database has %d bytes, was %d, and the log %d", database, before, log)
	}

	// Whoever comes after a crash finds all of it in the log.
	again := open(t, path, store.ReadOnly, o)
	if got := again.Project().Figures.Len(); got != rows {
		t.Errorf("%d rows are seen beside the open project, %d were committed", got, rows)
	}
	closed(t, again)

	commit(t, f, "edit", person("p1"))
	if database, _ = workingSizes(t, o); database < before+log/2 {
		t.Errorf("after the next commit the database has %d bytes, the log had %d", database, log)
	}
	closed(t, f)
	f = open(t, path, store.ReadWrite, o)
	if got := f.Project().Figures.Len(); got != rows {
		t.Errorf("%d rows are in the file, %d were committed", got, rows)
	}
	commit(t, f, "drop", store.Change{DropImport: "i1"})
	commit(t, f, "import", bulky(t, rows, "i2"))
	closed(t, f) // with the log as it is
	if left, err := filepath.Glob(filepath.Join(o.StateDir, "work", "*")); err != nil || len(left) > 0 {
		t.Errorf("of the working copy are left %v, %v", left, err)
	}
	f = open(t, path, store.ReadOnly, o)
	defer closed(t, f)
	if got := f.Project().Figures.Len(); got != rows {
		t.Errorf("%d rows are in the file after the second import, %d were committed", got, rows)
	}
}
