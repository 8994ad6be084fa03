package xlsx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/xlsx"
)

const (
	main     = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	strict   = `xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"`
	relation = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// parts makes the parts of a workbook of one sheet.
func parts(sheet string, change map[string]string) map[string]string {
	p := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="r" Type="` + relation + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook ` + main + ` xmlns:r="` + relation + `"><sheets><sheet name="Лист &amp; 1" sheetId="7" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="` + relation + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="b" Type="` + relation + `/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="c" Type="` + relation + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><t>один</t></si><si><r><t xml:space="preserve">два </t></r><r><t>и три</t></r><rPh><t>hint</t></rPh></si><si><t>a_x000D_b</t></si></sst>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; d&quot;"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="17"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet ` + main + `><sheetData>` + sheet + `</sheetData></worksheet>`,
	}
	maps.Copy(p, change)
	return p
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dump reads all sheets: "line: A=text B#number C@date D?fault".
func dump(data []byte, l cells.Limits) (string, error) {
	b, err := xlsx.Open("book.xlsx", bytes.NewReader(data), int64(len(data)), l)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, t := range b.Tables() {
		if len(b.Tables()) > 1 {
			fmt.Fprintf(&out, "[%s]\n", t.Name())
		}
		r, err := t.Rows(context.Background())
		if err != nil {
			return out.String(), err
		}
		for {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return out.String(), errors.Join(err, r.Close())
			}
			fmt.Fprintf(&out, "%d:", row.Line)
			for i, c := range row.Cells {
				if c.Kind != cells.Fault && len(c.Text) == 0 {
					continue
				}
				name, _ := excelize.ColumnNumberToName(i + 1)
				fmt.Fprintf(&out, " %s%c%s", name, "=#@!?"[c.Kind], c.Text)
			}
			if row.Fault != "" {
				fmt.Fprintf(&out, " fault %s %d", row.Fault, row.Column)
			}
			out.WriteByte('\n')
		}
		if err := r.Close(); err != nil {
			return out.String(), err
		}
	}
	return out.String(), nil
}

func TestCells(t *testing.T) {
	tests := map[string]struct {
		sheet  string
		change map[string]string
		want   string
	}{
		"shared strings, rich text joined, hints left out": {sheet: `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>`, want: "2: A=один C=два и три D=a\rb\n"},
		"inline strings":                      {sheet: `<row><c t="inlineStr"><is><t>a&lt;b</t></is></c><c t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>`, want: "1: A=a<b B=xy\n"},
		"a formula by its last value":         {sheet: `<row><c><f>B1*2</f><v>3.5</v></c><c t="str"><f>"a"</f><v>a</v></c></row>`, want: "1: A#3.5 B=a\n"},
		"a formula never calculated":          {sheet: `<row><c><f>B1*2</f></c></row>`, want: "1: A?\n"},
		"errors, truths, blanks":              {sheet: `<row><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c s="1"/></row>`, want: "1: A?#N/A B!1\n"},
		"dates by the format of the cell":     {sheet: `<row><c s="1"><v>44562</v></c><c s="2"><v>44562</v></c><c s="3"><v>44562.5</v></c><c s="4"><v>44562</v></c><c t="d"><v>2022-01-01T00:00:00</v></c></row>`, want: "1: A@2022-01-01 B@2022-01 C@2022-01-01T12:00:00 D#44562 E@2022-01-01\n"},
		"dates before March 1900":             {sheet: `<row><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c></row>`, want: "1: A@1900-01-01 B@1900-02-28 C@1900-03-01\n"},
		"dates of the 1904 system":            {sheet: `<row><c s="1"><v>0</v></c><c s="1"><v>43100</v></c></row>`, change: map[string]string{"xl/workbook.xml": `<workbook><workbookPr date1904="true"/><sheets><sheet name="s" r:id="a"/></sheets></workbook>`}, want: "1: A@1904-01-01 B@2022-01-01\n"},
		"numbers as fifteen digits":           {sheet: `<row><c><v>0.30000000000000004</v></c><c><v>1.5E3</v></c><c><v>1E-7</v></c><c><v>-0.1</v></c><c><v>8937020.0000000019</v></c></row>`, want: "1: A#0.3 B#1500 C#0.0000001 D#-0.1 E#8937020\n"},
		"numbers that are none":               {sheet: `<row><c><v>NaN</v></c><c><v>1E400</v></c><c><v>0x10</v></c></row>`, want: "1: A?NaN B?1E400 C?0x10\n"},
		"prefixes and strict namespaces":      {change: map[string]string{"xl/worksheets/sheet1.xml": `<?xml version="1.0"?><!-- c --><x:worksheet ` + strict + `><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`}, want: "3: B=один\n"},
		"CDATA and character references":      {sheet: `<row><c t="inlineStr"><is><t><![CDATA[a<b]]>&#x416;</t></is></c></row>`, want: "1: A=a<bЖ\n"},
		"rows without numbers follow on":      {sheet: `<row r="5"><c><v>1</v></c></row><row><c><v>2</v></c></row>`, want: "5: A#1\n6: A#2\n"},
		"an absurd row number is a fault":     {sheet: `<row r="99999999999"><c><v>1</v></c></row>`, want: "1: A#1 fault place 0\n"},
		"a column no sheet has is a fault":    {sheet: `<row><c r="ZZZZZ1"><v>1</v></c></row>`, want: "1: A#1 fault place 0\n"},
		"a column beyond the limit":           {sheet: `<row><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, want: "1: A#2 fault columns 16384\n"},
		"a cell far right that is only dress": {sheet: `<row><c r="A1"><v>2</v></c><c r="XFD1" s="1"/></row>`, want: "1: A#2\n"},
		"a string that is not there":          {sheet: `<row><c t="s"><v>9</v></c></row>`, want: "1: A?\n"},
		"a chart sheet is not read": {sheet: `<row><c><v>1</v></c></row>`, change: map[string]string{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="c" r:id="z"/><sheet name="s" r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="z" Type="x/chartsheet" Target="x.xml"/></Relationships>`,
		}, want: "1: A#1\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := dump(pack(t, parts(tt.sheet, tt.change)), cells.Default())
			if err != nil {
				t.Fatal(err)
			}
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// What a workbook does not show is told: sheets, rows, columns that hold text.
func TestHidden(t *testing.T) {
	data := pack(t, parts("", map[string]string{
		"xl/workbook.xml": `<workbook><sheets><sheet name="a" r:id="a"/><sheet name="b" state="hidden" r:id="a"/><sheet name="c" state="veryHidden" r:id="a"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": `<worksheet><cols><col min="1" max="1"/><col min="3" max="16384" hidden="1"/></cols><sheetData>` +
			`<row><c><v>1</v></c><c><v>2</v></c></row><row hidden="1"><c><v>1</v></c></row><row><c><v>1</v></c><c r="D3"><v>4</v></c></row></sheetData></worksheet>`,
	}))
	b, err := xlsx.Open("book.xlsx", bytes.NewReader(data), int64(len(data)), cells.Default())
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, s := range b.Tables() {
		got += fmt.Sprint(s.Name(), cells.IsHidden(s), " ")
	}
	r, err := b.Tables()[0].Rows(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for row, err := r.Next(); err == nil; row, err = r.Next() {
		got += fmt.Sprint(row.Line, row.Hidden, " ")
	}
	if want := "afalse btrue ctrue 1 false 2 true 3 true "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMergedRanges(t *testing.T) {
	sheet := `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells count="9">` +
		`<mergeCell ref="A1:B1"/><mergeCell ref="c1:C3"></mergeCell><mergeCell ref="B1:A1"/><mergeCell ref="A0:B1"/><mergeCell ref="A1"/><mergeCell/><mergeCell ref="A1:ZZZZ9"/><mergeCell ref="A1:B99999999"/></mergeCells></worksheet>`
	merged := func(sheet string) ([]cells.Range, error) {
		data := pack(t, parts("", map[string]string{"xl/worksheets/sheet1.xml": sheet}))
		b, err := xlsx.Open("book.xlsx", bytes.NewReader(data), int64(len(data)), cells.Default())
		if err != nil {
			t.Fatal(err)
		}
		return b.Tables()[0].(cells.Merger).Merged(context.Background())
	}
	got, err := merged(sheet)
	if want := "[{1 1 1 2} {1 3 3 3}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
	got, err = merged(`<worksheet><sheetData/><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:B1"/>`, cells.MergedLimit+100) + `</mergeCells></worksheet>`)
	if err != nil || len(got) != cells.MergedLimit {
		t.Errorf("%d ranges were kept, %v", len(got), err)
	}
}

func TestDamageIsAnError(t *testing.T) {
	whole := pack(t, parts(strings.Repeat(`<row><c t="inlineStr"><is><t>text</t></is></c></row>`, 2000), nil))
	sheet := func(xml string) []byte {
		return pack(t, parts("", map[string]string{"xl/worksheets/sheet1.xml": xml}))
	}
	small := cells.Default()
	small.Unzipped = 1 << 20
	strings16 := cells.Default()
	strings16.Strings = 16
	tests := map[string]struct {
		data   []byte
		limits cells.Limits
		code   briefing.Code
	}{
		"cut off":                    {whole[:len(whole)/2], cells.Default(), briefing.CodeTruncated},
		"a sheet that stops":         {sheet(`<worksheet><sheetData><row><c><v>1`), cells.Default(), briefing.CodeTruncated},
		"a missing part":             {pack(t, parts("", map[string]string{"xl/_rels/workbook.xml.rels": `<R><Relationship Id="a" Type="x/worksheet" Target="gone.xml"/></R>`})), cells.Default(), briefing.CodeTruncated},
		"a document type":            {sheet(`<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>`), cells.Default(), briefing.CodeTruncated},
		"a bomb":                     {sheet(`<worksheet><sheetData>` + strings.Repeat(" ", 4<<20) + `</sheetData></worksheet>`), small, briefing.CodeTooLarge},
		"too many shared strings":    {whole, strings16, briefing.CodeTooLarge},
		"an endless tag":             {sheet(`<worksheet><sheetData><row r="` + strings.Repeat("1", 3<<20) + `"/></sheetData></worksheet>`), cells.Default(), briefing.CodeTruncated},
		"not a workbook, only a zip": {pack(t, map[string]string{"a": "b"}), cells.Default(), briefing.CodeTruncated},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := dump(tt.data, tt.limits); briefing.CodeOf(err) != tt.code {
				t.Errorf("got %v, want code %s", err, tt.code)
			}
		})
	}
}

// Excelize is the referee: what it wrote and reads, we read alike.
func TestAgreesWithExcelize(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	f := excelize.NewFile()
	words := []string{"", "а", "b & c", "<x>", "山东 省", "a\nb", " lead", "_x0041_", "emoji 😀", strings.Repeat("long ", 300)}
	for sheet := range 3 {
		name := "Sheet1"
		if sheet > 0 {
			name = fmt.Sprintf("Лист %d", sheet)
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for range 400 {
			at, _ := excelize.CoordinatesToCellName(1+random.IntN(40), 1+random.IntN(300))
			var v any = words[random.IntN(len(words))]
			switch random.IntN(4) {
			case 0:
				v = random.Int64N(1 << 40)
			case 1:
				v = float64(random.IntN(1<<30)) / 1000
			case 2:
				v = random.IntN(2) == 0
			}
			if err := f.SetCellValue(name, at, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := dump(buf.Bytes(), cells.Default())
	if err != nil {
		t.Fatal(err)
	}
	if want := referee(t, buf.Bytes()); got != want {
		t.Errorf("we read\n%s\nexcelize reads\n%s", got, want)
	}
}

func referee(t *testing.T, data []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, name := range f.GetSheetList() {
		fmt.Fprintf(&out, "[%s]\n", name)
		all, err := f.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range all {
			line := ""
			for j, v := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				kind, err := f.GetCellType(name, at)
				if err != nil {
					t.Fatal(err)
				}
				mark := "="
				switch kind {
				case excelize.CellTypeUnset, excelize.CellTypeNumber:
					mark = "#"
				case excelize.CellTypeBool:
					mark = "!"
				}
				if column, _ := excelize.ColumnNumberToName(j + 1); v != "" {
					line += " " + column + mark + v
				}
			}
			if line != "" {
				fmt.Fprintf(&out, "%d:%s\n", i+1, line)
			}
		}
	}
	return out.String()
}

func FuzzSheet(f *testing.F) {
	importertest.Seed(f, "shared-string", `<row r="2"><c r="A2" t="s"><v>0</v></c></row>`)
	importertest.Seed(f, "inline-entities", `<row><c t="inlineStr"><is><t>a&lt;b<![CDATA[x]]></t></is></c><!-- c --></row>`)
	importertest.Seed(f, "date-formula", `<row><c s="3"><f>a</f><v>44562.5</v></c><c r="XFD1"/></row>`)
	importertest.Seed(f, "absurd-places", `<row r="99999999999"><c r="ZZZZ1"><v>1E400</v></c></row><row hidden="1"><c t="e"><v>#N/A</v></c></row>`)
	importertest.Seed(f, "layout", `</sheetData><cols><col min="2" max="16384" hidden="1"/></cols><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:A1"/></mergeCells><sheetData>`)
	importertest.Seed(f, "rich-text", `<row><c t="inlineStr"><is><r><t>x</t></r><rPh><t>h</t></rPh><r><t>_x000D_</t></r></is></c></row>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		l := cells.Default()
		l.Line, l.Unzipped = 1<<12, 1<<22
		_, err := dump(pack(t, parts(sheet, nil)), l)
		if c := briefing.CodeOf(err); err != nil && c != briefing.CodeTruncated && c != briefing.CodeTooLarge {
			t.Errorf("%v", err)
		}
	})
}

func FuzzOpen(f *testing.F) {
	importertest.Seed(f, "whole", pack(f, parts(`<row><c><v>1</v></c></row>`, nil)))
	importertest.Seed(f, "cut", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := cells.Default()
		l.Line, l.Unzipped = 1<<12, 1<<22
		if _, err := dump(data, l); err != nil && briefing.CodeOf(err) == briefing.CodeInternal {
			t.Errorf("%v", err)
		}
	})
}
