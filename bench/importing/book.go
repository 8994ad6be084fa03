package main

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"os"

	"briefing/internal/figure/figuretest"
)

func bookHeader() []string {
	return []string{
		"Направление", "Период", "Страна", "Код ТН ВЭД", "Наименование товара", "Ед. изм.",
		"Стоимость", "Вес нетто", "Количество", "Регион", "Федеральный округ", "Примечание",
	}
}

// writeBook writes a workbook as a table program does: texts shared, numbers
// as numbers.
func writeBook(path string, rows int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	z := zip.NewWriter(f)
	for _, p := range [...]struct{ name, text string }{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
	} {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil {
			return err
		}
	}
	if err := writeSheet(z, rows); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}

func writeSheet(z *zip.Writer, rows int) error {
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<20)
	shared, index := []string{}, map[string]int{}
	number := func(s string) int {
		n, ok := index[s]
		if !ok {
			n = len(shared)
			index[s], shared = n, append(shared, s)
		}
		return n
	}
	text := func(column byte, row int, s string) {
		fmt.Fprintf(out, `<c r="%c%d" t="s"><v>%d</v></c>`, column, row, number(s))
	}
	fmt.Fprint(out, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">`)
	for i, h := range bookHeader() {
		text('A'+byte(i), 1, h)
	}
	fmt.Fprint(out, `</row>`)
	t := figuretest.Make(rows, 1)
	for i := range t.Rows {
		r, n := &t.Rows[i], i+2
		fmt.Fprintf(out, `<row r="%d">`, n)
		text('A', n, [...]string{"ЭК", "ИМ"}[r.Flow])
		text('B', n, fmt.Sprintf("%02d/%d", 1+r.Month%12, figuretest.FirstYear+int(r.Month)/12))
		text('C', n, [...]string{"CN", "BY", "KZ", "DE", "US", "TR", "IT", "KR", "JP", "IN"}[r.Partner%10])
		text('D', n, t.Codes[r.Code])
		text('E', n, "Товар под кодом "+t.Codes[r.Code])
		text('F', n, t.Units[r.Code])
		fmt.Fprintf(out, `<c r="G%d"><v>%d.%02d</v></c>`, n, r.Value/100, r.Value%100)
		if r.Weight != figuretest.Absent {
			fmt.Fprintf(out, `<c r="H%d"><v>%d.%03d</v></c>`, n, r.Weight/1000, r.Weight%1000)
		}
		if r.Quantity != figuretest.Absent {
			fmt.Fprintf(out, `<c r="I%d"><v>%d.%03d</v></c>`, n, r.Quantity/1000, r.Quantity%1000)
		}
		text('J', n, t.Regions[r.Region]+" - ОБЛАСТЬ")
		text('K', n, "01-ЦФО")
		text('L', n, "")
		fmt.Fprint(out, `</row>`)
	}
	fmt.Fprint(out, `</sheetData></worksheet>`)
	if err := out.Flush(); err != nil {
		return err
	}
	if w, err = z.Create("xl/sharedStrings.xml"); err != nil {
		return err
	}
	fmt.Fprintf(w, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="%d">`, len(shared))
	for _, s := range shared {
		fmt.Fprintf(w, `<si><t>%s</t></si>`, s)
	}
	_, err = io.WriteString(w, `</sst>`)
	return err
}
