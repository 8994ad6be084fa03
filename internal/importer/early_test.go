package importer_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure/figuretest"
	"briefing/internal/importer"
)

// largeFile is one that is worth opening early.
func largeFile(t *testing.T) string {
	t.Helper()
	var text bytes.Buffer
	if err := figuretest.WriteFTS(&text, 15_000, 3); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileOpenedEarlyIsReadAsAnyOther(t *testing.T) {
	path, ctx := largeFile(t), context.Background()
	o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	want, err := importer.ReadFile(ctx, path, o)
	if err != nil {
		t.Fatal(err)
	}
	o.Early = importer.OpenEarly(ctx, path)
	defer o.Early.Close()
	for time := range 2 { // the second time it has been read, and counts for nothing
		got, err := importer.ReadFile(ctx, path, o)
		if err != nil {
			t.Fatal(err)
		}
		if account(got.Report) != account(want.Report) || got.Import != want.Import || !slices.Equal(rowsOf(got.Figures), rowsOf(want.Figures)) {
			t.Errorf("time %d: another outcome", time)
		}
	}
}

// What is hashed and what is read must be the same bytes, though they are read
// at different times.
func TestAFileChangedSinceItWasOpenedEarlyIsRefused(t *testing.T) {
	path, ctx := largeFile(t), context.Background()
	o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	o.Early = importer.OpenEarly(ctx, path)
	defer o.Early.Close()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("ЭК\t12/2022\tCN\t1903337858\t\t1,5\t2\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t01-ЦФО\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := importer.ReadFile(ctx, path, o); briefing.CodeOf(err) != briefing.CodeChanged {
		t.Errorf("read: %v", err)
	}
}

func TestOpeningEarlyHasNoErrorsOfItsOwn(t *testing.T) {
	small := filepath.Join(t.TempDir(), "small.csv")
	if err := os.WriteFile(small, []byte("a,b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, path := context.Background(), largeFile(t)
	for _, p := range []string{small, t.TempDir(), filepath.Join(t.TempDir(), "none")} {
		if e := importer.OpenEarly(ctx, p); e != nil {
			t.Errorf("%s was opened", p)
		}
		var none *importer.Early
		none.Close()
	}
	o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	o.Early = importer.OpenEarly(ctx, largeFile(t)) // of another file
	if _, err := importer.ReadFile(ctx, path, o); err != nil {
		t.Error(err)
	}
	o.Early.Close()
	o.Early.Close()
}
