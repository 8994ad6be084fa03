package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/project"
	"briefing/internal/store"
)

// bulkRows is how many rows the limits of docs/performance.md are for.
const bulkRows = 5_000_000

// timed runs one piece of work as often as the benchmark asks and reports
// the fastest run and the median; prepare and settle are not counted.
func timed(b *testing.B, name string, prepare, work, settle func(b *testing.B)) {
	b.Run(name, func(b *testing.B) {
		var took []time.Duration
		for b.Loop() {
			if prepare != nil {
				prepare(b)
			}
			from := time.Now()
			work(b)
			took = append(took, time.Since(from))
			if settle != nil {
				settle(b)
			}
		}
		slices.Sort(took)
		b.ReportMetric(0, "ns/op") // with what is not counted: says nothing
		b.ReportMetric(took[0].Seconds()*1000, "min-ms")
		b.ReportMetric(took[len(took)/2].Seconds()*1000, "median-ms")
	})
}

// BenchmarkBulk measures what a user of a large project waits for.
func BenchmarkBulk(b *testing.B) {
	o, path := world(b), filepath.Join(b.TempDir(), "bulk.briefing")
	trade := figuretest.Make(bulkRows, 1)
	var set *figure.Set
	timed(b, "rows_to_columns", nil, func(b *testing.B) {
		var err error
		if set, err = trade.Set(); err != nil {
			b.Fatal(err)
		}
	}, nil)
	trade = nil
	var f *store.File
	timed(b, "commit_import", func(b *testing.B) {
		_, f = create(b, &project.Project{}, world(b))
	}, func(b *testing.B) {
		commit(b, f, "import", store.Change{AddFigures: set})
	}, func(b *testing.B) { closed(b, f) })
	p := demoSize(b)
	p.Figures = set
	if err := store.WriteNew(path, p, o); err != nil {
		b.Fatal(err)
	}
	p, set = nil, nil
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("file", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(info.Size())/bulkRows, "B/row")
	})
	for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
		suffix := []string{"_for_changes", "_for_reading"}[m]
		timed(b, "open"+suffix, nil, func(b *testing.B) { f = open(b, path, m, o) }, func(b *testing.B) { closed(b, f) })
	}
	f = open(b, path, store.ReadWrite, o)
	defer closed(b, f)
	for _, q := range figuretest.Questions() {
		timed(b, "aggregate/"+q.Name, nil, func(b *testing.B) {
			if _, err := f.Project().Figures.Aggregate(q.Filter, q.By); err != nil {
				b.Fatal(err)
			}
		}, nil)
	}
	benchmarkChanges(b, f)
}

// benchmarkChanges measures what changes of a large project cost.
func benchmarkChanges(b *testing.B, f *store.File) {
	n := 0
	edit := func(b *testing.B) {
		n++
		commit(b, f, "edit", person(briefing.ID(strconv.Itoa(n))))
	}
	page, disk := make([]byte, 4096), bareFile(b)
	timed(b, "bare_synced_write", nil, func(b *testing.B) {
		if _, err := disk.Write(page); err != nil {
			b.Fatal(err)
		}
		if err := disk.Sync(); err != nil {
			b.Fatal(err)
		}
	}, nil)
	timed(b, "commit_edit", nil, edit, nil)
	timed(b, "publish", edit, func(b *testing.B) {
		if err := f.Publish(); err != nil {
			b.Fatal(err)
		}
	}, nil)
	last := figuretest.Import(figuretest.FirstYear + figuretest.Years - 1)
	year := f.Project().Figures.Where(figure.Filter{Imports: []briefing.ID{last}})
	timed(b, "drop_import", nil, func(b *testing.B) {
		commit(b, f, "drop", store.Change{DropImport: last})
	}, func(b *testing.B) { commit(b, f, "import", store.Change{AddFigures: year}) })
}

func bareFile(b *testing.B) *os.File {
	f, err := os.Create(filepath.Join(b.TempDir(), "x"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	return f
}
