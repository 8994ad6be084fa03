package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Figures that were packed while they were gathered are stored as those that
// are packed in storing: the same bytes.
func TestFiguresPackedBeforeAreStoredAsOthers(t *testing.T) {
	const rows = figure.BlockRows + 5000
	trade := figuretest.Make(rows, 7)
	plain, packed := figure.NewSet(), figure.NewSet()
	packed.Seal(store.Press(), nil)
	for i := range rows {
		o := trade.Observation(i)
		o.Import = "i1"
		for _, s := range []*figure.Set{plain, packed} {
			if err := s.Add(&o); err != nil {
				t.Fatal(err)
			}
		}
	}
	if !packed.SealRest() {
		t.Fatal("not packed")
	}
	o := world(t)
	var files [][]byte
	for _, s := range []*figure.Set{plain, packed} {
		path := filepath.Join(t.TempDir(), "p.briefing")
		if err := store.WriteNew(path, &project.Project{Figures: s}, o); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the files differ")
	}
	if got, want := packed.At(rows-1), plain.At(rows-1); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
