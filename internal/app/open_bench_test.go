package app_test

import (
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	pack "briefing/internal/demo"
	"briefing/internal/figure/figuretest"
	"briefing/internal/store"
)

// BenchmarkBulkFirstScreen is what the user of a project of five million rows
// waits for: until the overview has something to show, and until all of it.
func BenchmarkBulkFirstScreen(b *testing.B) {
	p, err := pack.Project()
	if err != nil {
		b.Fatal(err)
	}
	if p.Figures, err = figuretest.Make(5_000_000, 1).Set(); err != nil {
		b.Fatal(err)
	}
	w, path := world(b), filepath.Join(b.TempDir(), "bulk.briefing")
	if err := store.WriteNew(path, p, store.Options{StateDir: w.StateDir}); err != nil {
		b.Fatal(err)
	}
	p = nil
	var open *app.Project
	letGo := func() error { return open.Close() }
	figuretest.Timed(b, "first_screen", nil, func() (err error) {
		if open, err = app.OpenSoon(w, path, true); err == nil && len(open.StandingSoon(briefing.RU).Cards) == 0 {
			b.Fatal("nothing to show")
		}
		return err
	}, letGo)
	figuretest.Timed(b, "all_of_it", nil, func() (err error) {
		if open, err = app.OpenSoon(w, path, true); err == nil && open.Standing(briefing.RU).Counts.Rows == 0 {
			b.Fatal("no rows")
		}
		return err
	}, letGo)
}
