package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// demoSize is a project of about the example's size.
func demoSize(b *testing.B) *project.Project {
	p := &project.Project{Figures: figures(b, 800, "i1")}
	for _, d := range briefing.Descriptions() {
		for n := range 12 {
			p.Put(full(b, d, n))
		}
	}
	return p
}

func BenchmarkWriteNew(b *testing.B) {
	p, o, path := demoSize(b), world(b), filepath.Join(b.TempDir(), "a.briefing")
	for b.Loop() {
		if err := store.WriteNew(path, p, o); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1024, "KB")
}

func benchmarkOpen(b *testing.B, m store.Mode) {
	p, o, path := demoSize(b), world(b), filepath.Join(b.TempDir(), "a.briefing")
	if err := store.WriteNew(path, p, o); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		closed(b, open(b, path, m, o))
	}
}

func BenchmarkOpenForReading(b *testing.B) { benchmarkOpen(b, store.ReadOnly) }
func BenchmarkOpenForChanges(b *testing.B) { benchmarkOpen(b, store.ReadWrite) }

func BenchmarkCommit(b *testing.B) {
	_, f := create(b, demoSize(b), world(b))
	defer closed(b, f)
	n := 0
	for b.Loop() {
		n++
		commit(b, f, "edit", store.Change{Put: &briefing.Person{ID: "p", Name: briefing.Text{RU: fmt.Sprint(n)}}})
	}
}

// BenchmarkSyncedWrite is what a commit is measured against: a bare durable write.
func BenchmarkSyncedWrite(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "x"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close() // a test's own file
	page := make([]byte, 4096)
	for b.Loop() {
		if _, err := f.Write(page); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPublish(b *testing.B) {
	_, f := create(b, demoSize(b), world(b))
	defer closed(b, f)
	n := 0
	for b.Loop() {
		n++
		commit(b, f, "edit", store.Change{Put: &briefing.Person{ID: "p", Name: briefing.Text{RU: fmt.Sprint(n)}}})
		if err := f.Publish(); err != nil {
			b.Fatal(err)
		}
	}
}

func millionRows(b *testing.B) *figure.Set {
	s, r := figure.NewSet(), rand.New(rand.NewPCG(14, 14))
	for i := range 1_000_000 {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: fmt.Sprintf("%d000", r.IntN(85)), Partner: fmt.Sprintf("P%02d", r.IntN(180)),
			Code: fmt.Sprintf("%010d", r.IntN(8000)*1234567), Classification: "TNVED", Level: 10, Period: briefing.Month(2019+i%4, 1+i/4%12),
			Value: briefing.SomeNum(fmt.Sprintf("%d.%02d", r.IntN(1<<(8+r.IntN(16))), i%100)), Currency: "USD",
			NetWeight: briefing.SomeNum(fmt.Sprintf("%d.%03d", r.IntN(1<<(4+r.IntN(16))), i%1000)), Import: "i1", Line: i + 2,
		}
		if err := s.Append(o); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkMillionRows(b *testing.B) {
	s, o, dir := millionRows(b), world(b), b.TempDir()
	path := filepath.Join(dir, "a.briefing")
	b.Run("commit", func(b *testing.B) {
		_, f := create(b, &project.Project{}, world(b))
		defer closed(b, f)
		for b.Loop() {
			commit(b, f, "import", store.Change{AddFigures: s})
		}
	})
	if err := store.WriteNew(path, &project.Project{Figures: s}, o); err != nil {
		b.Fatal(err)
	}
	for m, name := range map[store.Mode]string{store.ReadOnly: "open_for_reading", store.ReadWrite: "open_for_changes"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				closed(b, open(b, path, m, o))
			}
		})
	}
	b.Run("publish", func(b *testing.B) {
		f := open(b, path, store.ReadWrite, o)
		defer closed(b, f)
		n := 0
		for b.Loop() {
			n++
			commit(b, f, "edit", person(briefing.ID(fmt.Sprint(n))))
			if err := f.Publish(); err != nil {
				b.Fatal(err)
			}
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/float64(s.Len()), "B/row")
	})
}
