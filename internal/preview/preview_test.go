package preview_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/preview"
)

// twoPages is a PDF of a tall and a broad page, the first half black, with a
// bookmark to each.
func twoPages() []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>")
	object("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 5 0 R >>")
	object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>")
	object("<< /Length 19 >>\nstream\n0 0 200 150 re f   \nendstream")
	object("<< /First 7 0 R /Last 8 0 R /Count 2 >>")
	object("<< /Title (One) /Parent 6 0 R /Next 8 0 R /Dest [3 0 R /Fit] >>")
	object("<< /Title (Two) /Parent 6 0 R /Prev 7 0 R /Dest [4 0 R /Fit] >>")
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

// cacheDir is kept between runs: compiling the engine takes seconds.
func cacheDir(t *testing.T) string {
	t.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	return filepath.Join(dir, "briefing-test", "preview")
}

func TestPagesAreDrawnAndBookmarksLead(t *testing.T) {
	e := preview.New(cacheDir(t))
	defer func() { _ = e.Close() }()
	f, err := e.Open(context.Background(), twoPages())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if f.Pages() != 2 || f.Size(1).Width != 300 {
		t.Fatalf("%d pages, second %v", f.Pages(), f.Size(1))
	}
	img, err := f.Image(0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 100 || b.Dy() != 150 {
		t.Errorf("image of %v", b)
	}
	white, black := color.RGBA{0xff, 0xff, 0xff, 0xff}, color.RGBA{0, 0, 0, 0xff}
	if top, foot := img.RGBAAt(50, 30), img.RGBAAt(50, 120); top != white || foot != black {
		t.Errorf("top %v, foot %v", top, foot)
	}
	marks := f.Outline()
	if len(marks) != 2 || marks[1] != (preview.Mark{Title: "Two", Level: 1, Page: 1}) {
		t.Errorf("bookmarks %v", marks)
	}
}

func TestAfterABrokenFileTheNextOneOpens(t *testing.T) {
	e := preview.New(cacheDir(t))
	defer func() { _ = e.Close() }()
	for name, data := range map[string][]byte{
		"empty": {}, "no PDF": []byte("hello"), "cut": twoPages()[:120],
	} {
		if f, err := e.Open(context.Background(), data); !errors.Is(err, preview.ErrUnavailable) {
			t.Errorf("%s: file %v, error %v", name, f, err)
		}
	}
	f, err := e.Open(context.Background(), twoPages())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Image(7, 100); !errors.Is(err, preview.ErrUnavailable) {
		t.Errorf("page 7: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, err := f.Image(0, 100); !errors.Is(err, preview.ErrUnavailable) {
		t.Errorf("closed file: %v", err)
	}
}

// TestTheEngineRestsOnlyWithoutFiles holds that a file in use keeps the engine,
// that one without files is let go of, and that it starts again by itself.
func TestTheEngineRestsOnlyWithoutFiles(t *testing.T) {
	e := preview.New(cacheDir(t))
	defer func() { _ = e.Close() }()
	rest := func(want bool) {
		t.Helper()
		if rested, err := e.Rest(); err != nil || rested != want {
			t.Fatalf("rested %t, %v, want %t", rested, err, want)
		}
	}
	rest(false)
	for range 2 {
		f, err := e.Open(context.Background(), twoPages())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Open(context.Background(), []byte("no PDF")); err == nil {
			t.Fatal("a broken file was opened")
		}
		rest(false)
		if _, err := f.Image(0, 100); err != nil {
			t.Fatal(err)
		}
		for range 2 { // a second call is none
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
		rest(true)
		rest(false)
	}
}

// TestWithoutACacheTheEngineStays holds that what takes seconds to compile is
// not thrown away.
func TestWithoutACacheTheEngineStays(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the engine")
	}
	e := preview.New("")
	defer func() { _ = e.Close() }()
	f, err := e.Open(context.Background(), twoPages())
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if rested, err := e.Rest(); rested || err != nil {
		t.Errorf("rested %t, %v", rested, err)
	}
}
