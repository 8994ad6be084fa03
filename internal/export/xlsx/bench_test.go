package xlsx_test

import (
	"fmt"
	"io"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/export/xlsx"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// longBook is a book of one long table.
func longBook(rows int) *document.Book {
	b := book()
	texts := make([]string, 5000)
	for i := range texts {
		texts[i] = fmt.Sprintf("Товар под кодом %06d", i)
	}
	t := document.Table{ID: "DATA", Title: "Данные", Columns: []document.Column{
		{Key: "product", Title: "Товар"},
		{Key: "value", Title: "Стоимость", Kind: document.NumberColumn, Decimals: -1},
		{Key: "weight", Title: "Вес", Kind: document.NumberColumn, Decimals: -1},
		{Key: "currency", Title: "Валюта"},
	}}
	value := briefing.SomeNum("12345.67")
	t.Long = &document.Long{Len: rows, Row: func(i int, into *document.Row) {
		into.Cells[0], into.Cells[1] = document.Txt(texts[i%len(texts)]), document.Cell{Number: value}
		into.Cells[2], into.Cells[3] = document.Cell{Number: briefing.Some(briefing.Whole(i))}, document.Txt("USD")
	}}
	b.Sheets = []document.Sheet{{Name: "Данные", Role: document.DataSheet, Table: t}}
	return b
}

// BenchmarkRows writes a hundred thousand rows of four cells.
func BenchmarkRows(b *testing.B) {
	for b.Loop() {
		if err := xlsx.Write(io.Discard, longBook(100_000)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDemo makes the workbook of the example, from snapshot to bytes.
func BenchmarkDemo(b *testing.B) {
	p, err := demo.Project()
	if err != nil {
		b.Fatal(err)
	}
	findings := check.Data(project.Take(p, project.Options{Audience: briefing.Compiler}))
	for b.Loop() {
		book, err := pack.BuildBook(project.Take(p, project.Options{Audience: briefing.Leader}), findings, pack.Options{Lang: briefing.RU})
		if err != nil {
			b.Fatal(err)
		}
		if err := xlsx.Write(io.Discard, book); err != nil {
			b.Fatal(err)
		}
	}
}
