package preview_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/preview"
	"briefing/internal/typeset/typesettest"
)

// thirtyPages is a Russian pack of some thirty pages with every kind of block.
func thirtyPages() *document.Document {
	d := typesettest.Sample(briefing.RU)
	once := d.Sections[1:]
	for range 2 {
		d.Sections = append(d.Sections, once...)
	}
	return d
}

// BenchmarkPreview measures what one waits for who looks at the pages: one page
// drawn as wide as the window shows it, and, after a change, the whole pack set
// and written anew, opened, and the page in sight drawn.
func BenchmarkPreview(b *testing.B) {
	e := preview.New(preview.CacheDir())
	if err := e.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() { _ = e.Close() }()
	d := thirtyPages()
	open := func() *preview.File {
		var out bytes.Buffer
		if err := pdf.Write(&out, d); err != nil {
			b.Fatal(err)
		}
		f, err := e.Open(context.Background(), out.Bytes())
		if err != nil {
			b.Fatal(err)
		}
		return f
	}
	f := open()
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			if _, err := f.Image(4, 800); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(f.Pages()), "pages")
	})
	_ = f.Close()
	b.Run("pack", func(b *testing.B) {
		for b.Loop() {
			if err := pdf.Write(io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("edit", func(b *testing.B) {
		for b.Loop() {
			f := open()
			if _, err := f.Image(4, 800); err != nil {
				b.Fatal(err)
			}
			_ = f.Close()
		}
	})
}
