package drawing_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/drawing"
)

func doc() *document.Document {
	num := func(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }
	table := document.Table{
		ID: "T05", Label: "Таблица 5", Title: "Экспорт в Китай", Unit: "млн долл. США", Source: "Источник: [1]",
		Columns: []document.Column{{Key: "what", Title: "Товар"}, {Key: "y", Title: "2022", Kind: document.NumberColumn}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Txt("Мясо птицы"), num("403")}},
			{Cells: []document.Cell{document.Txt("牛肉"), num("147")}},
			{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Всего"), num("550")}},
		},
	}
	chart := document.Chart{
		ID: "C01", Kind: document.Bars, Label: "Рисунок 1", Title: "Вырос экспорт мяса", Categories: []string{"2021", "2022"}, Unit: "млн долл. США",
		Series: []document.Series{{Name: "Экспорт", Points: []document.ChartPoint{{Value: briefing.SomeNum("408"), Label: "408"}, {Value: briefing.SomeNum("555"), Label: "555"}}}},
	}
	return &document.Document{
		Lang: briefing.RU, Form: "pack", HeadRight: "По состоянию на 20.03.2023", Mark: []string{"Для служебного пользования"}, Watermark: "ПРОЕКТ",
		Page: document.A4(false),
		Sections: []document.Section{
			{Key: "trade", Level: 1, Title: "Торговля", Blocks: []document.Block{document.Columns{Left: []document.Block{chart}, Right: []document.Block{table}}, table}},
		},
	}
}

func draw(t *testing.T, d *document.Document, key string, form drawing.Form) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := drawing.Write(&out, d, key, form); err != nil {
		t.Fatalf("%s: %v", key, err)
	}
	return out.Bytes()
}

func TestChartsAndTablesAreListedInTheirOrder(t *testing.T) {
	var got []string
	for _, x := range drawing.Items(doc()) {
		got = append(got, x.Key+" "+x.Label+" "+x.Section)
	}
	if s := strings.Join(got, "|"); s != "C01 Рисунок 1 Торговля|T05 Таблица 5 Торговля|T05-2 Таблица 5 Торговля" {
		t.Error(s)
	}
}

func inked(m image.Image) (ink, edge int) {
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := m.At(x, y).RGBA()
			if r+g+bl < 3*0xF000 {
				ink++
				if x < b.Min.X+4 || y < b.Min.Y+4 || x >= b.Max.X-4 || y >= b.Max.Y-4 {
					edge++
				}
			}
		}
	}
	return ink, edge
}

func TestAPictureIsCutToWhatItShows(t *testing.T) {
	for _, key := range []string{"C01", "T05"} {
		m, err := png.Decode(bytes.NewReader(draw(t, doc(), key, drawing.PNG)))
		if err != nil {
			t.Fatal(err)
		}
		s := m.Bounds().Size()
		ink, edge := inked(m)
		if ink < 2000 || edge > 0 || s.Y > s.X*2 || s.X < 600 {
			t.Errorf("%s: %v with %d points of ink, %d at its edge", key, s, ink, edge)
		}
	}
}

func TestAnSVGIsWholeAndNeedsNoFonts(t *testing.T) {
	for _, key := range []string{"C01", "T05"} {
		data := draw(t, doc(), key, drawing.SVG)
		if bytes.Contains(data, []byte("<text")) || bytes.Count(data, []byte("<path")) < 5 || bytes.Contains(data, []byte("NaN")) {
			t.Errorf("%s: %d paths", key, bytes.Count(data, []byte("<path")))
		}
		dec := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := dec.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(data, draw(t, doc(), key, drawing.SVG)) {
			t.Errorf("%s: not the same twice", key)
		}
	}
}

func TestAMarkOfTheDocumentIsOnThePicture(t *testing.T) {
	with, d := draw(t, doc(), "T05", drawing.SVG), doc()
	d.Mark, d.Watermark = nil, ""
	if without := draw(t, d, "T05", drawing.SVG); len(without) >= len(with) {
		t.Errorf("%d bytes with the mark, %d without", len(with), len(without))
	}
}

func TestWhatCannotBeDrawnSaysWhy(t *testing.T) {
	if err := drawing.Write(io.Discard, doc(), "T99", drawing.PNG); briefing.CodeOf(err) != briefing.CodeNotFound {
		t.Errorf("no such table: %v", err)
	}
	d := doc()
	table := d.Sections[0].Blocks[1].(document.Table)
	for range 12 {
		table.Rows = append(table.Rows, table.Rows...)
	}
	d.Sections[0].Blocks = []document.Block{table}
	if err := drawing.Write(io.Discard, d, "T05", drawing.PNG); briefing.CodeOf(err) != briefing.CodeTooLarge {
		t.Errorf("%d rows: %v", len(table.Rows), err)
	}
}

// What shares a line of sources on the page takes it along, the chart and the
// table; one that has its own keeps it.
func TestWhatStandsAboveACommonLineOfSourcesTakesItAlong(t *testing.T) {
	d := doc()
	cols := d.Sections[0].Blocks[0].(document.Columns)
	bare := cols.Right[0].(document.Table)
	bare.Source = ""
	cols.Right = []document.Block{bare, cols.Right[0]}
	d.Sections[0].Blocks = []document.Block{cols, document.Paragraph{Style: document.SourceLine, Runs: document.Plain("Источник: ФТС [7].")}}
	var got []string
	for _, x := range drawing.Items(d) {
		if x.Chart != nil {
			got = append(got, x.Chart.Source)
		} else {
			got = append(got, x.Table.Source)
		}
	}
	if s := strings.Join(got, "|"); s != "Источник: ФТС [7].|Источник: ФТС [7].|Источник: [1]" {
		t.Error(s)
	}
	if svg := string(draw(t, d, "C01", drawing.SVG)); !strings.Contains(svg, "<svg") {
		t.Error("no picture")
	}
	if cols.Left[0].(document.Chart).Source != "" {
		t.Error("the document itself has changed")
	}
}
