package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/project"
	"briefing/internal/store"
)

// bulkRows is how many rows the limits of docs/performance.md are for.
const bulkRows = 5_000_000

// BenchmarkBulk measures what a user of a large project waits for.
func BenchmarkBulk(b *testing.B) {
	o, path := world(b), filepath.Join(b.TempDir(), "bulk.briefing")
	trade := figuretest.Make(bulkRows, 1)
	set, err := trade.Set()
	if err != nil {
		b.Fatal(err)
	}
	var f *store.File
	timed := func(name string, prepare, work, settle func() error) {
		figuretest.Timed(b, name, prepare, work, settle)
	}
	timed("rows_to_columns", nil, func() error {
		_, err := trade.Set()
		return err
	}, nil)
	trade = nil // five million rows are enough to have twice
	letGo := func() error { return f.Close() }
	timed("commit_import", func() error {
		_, f = create(b, &project.Project{}, world(b))
		return nil
	}, func() error { return f.Commit("import", "", []store.Change{{AddFigures: set}}) }, letGo)
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
	for m, name := range map[store.Mode]string{store.ReadOnly: "open_for_reading", store.ReadWrite: "open_for_changes"} {
		timed(name, nil, func() (err error) {
			f, err = store.Open(path, m, o)
			return err
		}, letGo)
	}
	timed("open_first_records", nil, func() (err error) {
		if f, err = store.OpenSoon(path, store.ReadWrite, o); err == nil && len(f.Records().People) == 0 {
			err = errors.New("no records")
		}
		return err
	}, letGo)
	f = open(b, path, store.ReadWrite, o)
	defer closed(b, f)
	benchmarkChanges(b, f)
}

// benchmarkChanges measures what changes of a large project cost.
func benchmarkChanges(b *testing.B, f *store.File) {
	n := 0
	edit := func() error {
		n++
		return f.Commit("edit", "", []store.Change{person(briefing.ID(strconv.Itoa(n)))})
	}
	page := make([]byte, 4096)
	disk, err := os.Create(filepath.Join(b.TempDir(), "x"))
	if err != nil {
		b.Fatal(err)
	}
	defer disk.Close() // a test's own file
	figuretest.Timed(b, "bare_synced_write", nil, func() error {
		_, err := disk.Write(page)
		return errors.Join(err, disk.Sync())
	}, nil)
	figuretest.Timed(b, "commit_edit", nil, edit, nil)
	figuretest.Timed(b, "publish", edit, f.Publish, nil)
	last := figuretest.Import(figuretest.FirstYear + figuretest.Years - 1)
	year := f.Project().Figures.Where(figure.Filter{Imports: []briefing.ID{last}})
	figuretest.Timed(b, "drop_import", nil, func() error {
		return f.Commit("drop", "", []store.Change{{DropImport: last}})
	}, func() error { return f.Commit("import", "", []store.Change{{AddFigures: year}}) })
}

// BenchmarkBulkPlainSQL is what the sums would cost as statements over rows,
// one million of them: why there is a column store.
func BenchmarkBulkPlainSQL(b *testing.B) {
	trade := figuretest.Make(1_000_000, 1)
	c, err := sqlite3.Open(":memory:")
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	run := func(sql string) error { return c.Exec(sql) }
	if err := run(`CREATE TABLE obs (flow TEXT, region TEXT, partner TEXT, code TEXT, month TEXT, value INTEGER, weight INTEGER); BEGIN`); err != nil {
		b.Fatal(err)
	}
	add, _, err := c.Prepare(`INSERT INTO obs VALUES (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		b.Fatal(err)
	}
	for i, r := range trade.Rows {
		o := trade.Observation(i)
		weight := add.BindInt64(7, r.Weight)
		if r.Weight == figuretest.Absent {
			weight = add.BindNull(7)
		}
		err := errors.Join(weight, add.BindText(1, string(o.Flow)), add.BindText(2, o.Region), add.BindText(3, o.Partner), add.BindText(4, o.Code),
			add.BindText(5, o.Period.String()), add.BindInt64(6, r.Value), add.Exec())
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := errors.Join(add.Close(), run(`COMMIT`)); err != nil {
		b.Fatal(err)
	}
	const sums = `sum(value), sum(weight), count(*) FROM obs WHERE `
	for i, sql := range []string{
		`SELECT substr(month, 1, 4), substr(code, 1, 2), ` + sums + `partner = 'CN' AND region = '46000' GROUP BY 1, 2`,
		`SELECT substr(code, 1, 4), substr(month, 1, 4), ` + sums + `month >= '2021' GROUP BY 1, 2`,
		`SELECT month, flow, ` + sums + `partner = 'CN' GROUP BY 1, 2`,
	} {
		figuretest.Timed(b, figuretest.Questions()[i].Name, nil, func() error { return run(sql) }, nil)
	}
}
