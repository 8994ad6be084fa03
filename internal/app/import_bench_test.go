package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/figure/figuretest"
	"briefing/internal/importer"
	"briefing/internal/project"
)

// BenchmarkBulkImport is an import of a million rows of the customs' export
// into a new project, from file to durable. Peers: make bench-import.
func BenchmarkBulkImport(b *testing.B) {
	const rows = 1_000_000
	dir := b.TempDir()
	path := filepath.Join(dir, "fts.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := figuretest.WriteFTS(f, rows, 1); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		b.StopTimer()
		p, err := app.Create(world(b), filepath.Join(b.TempDir(), "p.briefing"), &project.Project{})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		done, err := p.Import(context.Background(), path, app.ImportOptions{Units: importer.Units{Value: "usd", Weight: "kg"}})
		if err != nil {
			b.Fatal(err)
		}
		if done.Report.Read != rows {
			b.Fatalf("read %d rows", done.Report.Read)
		}
		b.StopTimer()
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
