package pdf_test

import (
	"io"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset/typesettest"
)

func BenchmarkPages(b *testing.B) {
	for _, l := range briefing.Langs() {
		d := typesettest.Sample(l)
		b.Run(string(l), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := pdf.Pages(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, l := range briefing.Langs() {
		d := typesettest.Sample(l)
		b.Run(string(l), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := pdf.Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
