package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/briefing"
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
