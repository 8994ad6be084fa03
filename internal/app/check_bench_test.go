package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	pack "briefing/internal/demo"
	"briefing/internal/figure/figuretest"
	"briefing/internal/importer"
	"briefing/internal/store"
)

// BenchmarkBulkChecks is what a change of a record costs in a project of five
// million rows until the checks and the measures of the pack have been made
// anew, and what the first time and a change of the figures themselves cost.
func BenchmarkBulkChecks(b *testing.B) {
	p, err := pack.Project()
	if err != nil {
		b.Fatal(err)
	}
	if p.Figures, err = figuretest.Make(5_000_000, 1).Set(); err != nil {
		b.Fatal(err)
	}
	for y := range figuretest.Years {
		id := figuretest.Import(figuretest.FirstYear + y)
		p.Imports = append(p.Imports, &briefing.Import{ID: id, File: string(id), Stored: 1_000_000})
	}
	w, path := world(b), filepath.Join(b.TempDir(), "bulk.briefing")
	if err := store.WriteNew(path, p, store.Options{StateDir: w.StateDir}); err != nil {
		b.Fatal(err)
	}
	p = nil
	var open *app.Project
	reopen := func() (err error) {
		if open != nil {
			err = open.Close()
		}
		if err == nil {
			open, err = app.Open(w, path, true)
		}
		return err
	}
	n := 0
	edit := func() error {
		n++
		return open.Put(&briefing.Person{ID: "bench", Rank: n})
	}
	data := func() error {
		if len(open.Check(time.Time{})) == 0 {
			return errors.New("no findings")
		}
		return nil
	}
	all := func() error {
		found, err := open.AllFindings(time.Time{}, briefing.Leader, briefing.RU)
		if err == nil && len(found) == 0 {
			err = errors.New("no findings")
		}
		return err
	}
	standing := func() error {
		s := open.Standing(briefing.RU)
		return s.Err
	}
	if err := reopen(); err != nil { // each of the runs below can be asked for alone
		b.Fatal(err)
	}
	figuretest.Timed(b, "data_first", reopen, data, nil)
	figuretest.Timed(b, "all_first", reopen, all, nil)
	figuretest.Timed(b, "data_after_edit", edit, data, nil)
	figuretest.Timed(b, "all_after_edit", edit, all, nil)
	figuretest.Timed(b, "standing_after_edit", edit, standing, nil)
	last := figuretest.Import(figuretest.FirstYear + figuretest.Years - 1)
	figuretest.Timed(b, "all_after_other_figures", func() error { return open.RemoveImport(last) }, all, func() error {
		_, err := open.Undo()
		return err
	})
	small := filepath.Join(b.TempDir(), "small.csv")
	if err := os.WriteFile(small, []byte(figuretest.FTSHeader+aMonth()), 0o600); err != nil {
		b.Fatal(err)
	}
	figuretest.Timed(b, "all_after_small_import", func() error {
		_, err := open.Import(context.Background(), small, app.ImportOptions{Units: importer.Units{Value: "usd", Weight: "kg"}})
		return err
	}, all, func() error {
		_, err := open.Undo()
		return err
	})
	if err := open.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkExampleFindings is what all checks and measures of the example take after
// a change of a record: data, texts, and the document with all its measures.
func BenchmarkExampleFindings(b *testing.B) {
	p, err := pack.Project()
	if err != nil {
		b.Fatal(err)
	}
	w, path := world(b), filepath.Join(b.TempDir(), "example.briefing")
	if err := store.WriteNew(path, p, store.Options{StateDir: w.StateDir}); err != nil {
		b.Fatal(err)
	}
	open, err := app.Open(w, path, true)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		if err := open.Put(&briefing.Person{ID: "bench", Rank: n}); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if found, err := open.AllFindings(time.Time{}, briefing.Leader, briefing.RU); err != nil || len(found) == 0 {
			b.Fatal(len(found), err)
		}
	}
	if err := open.Close(); err != nil {
		b.Fatal(err)
	}
}

// aMonth are two thousand rows of the customs' export, of the month after the
// others and of one region and partner.
func aMonth() string {
	var rows strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&rows, "ЭК\t01/%d\t%s\t%010d\t\t%d,00\t%d,000\t0\t46000 - КУРСКАЯ ОБЛАСТЬ\t04000 - ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ\n",
			figuretest.FirstYear+figuretest.Years, figuretest.Partner, 1001000000+i%50*1000+i, 1000+i, 500+i)
	}
	return rows.String()
}
