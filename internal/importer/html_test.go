package importer_test

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/htmltable"
	"briefing/internal/importer/importertest"
)

// The tables of Trade Map's pages, counted beforehand by a few lines of
// Python's html.parser.
func TestSampleTradeMapTables(t *testing.T) {
	for name, want := range map[string]struct {
		tables []string
		rows   int
		width  int
		first  string // row of figures
	}{
		"trademap_yearly_suppliers.xls": {
			[]string{"#1", "ctl00_PageContent_GridLegendTable", "ctl00_PageContent_GridLabelUnitTable", "ctl00_PageContent_MyGridView1"},
			192, 18,
			"World|9945719|12009775",
		},
		"trademap_indicators_suppliers_2024.xls": {
			[]string{"#1", "ctl00_PageContent_GridLegendTable", "ctl00_PageContent_MyGridView1"},
			232, 12,
			"Total|45975409|3548558",
		},
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(sample(t, name))
			if err != nil {
				t.Fatal(err)
			}
			p, err := htmltable.Open(t.Context(), cells.Section(name, strings.NewReader(string(data)), int64(len(data))), cells.Default(), nil)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, table := range p.Tables() {
				names = append(names, table.Name())
			}
			equal(t, "tables", names, want.tables)
			rows := rowsOfTable(t, p.Tables()[len(names)-1])
			if len(rows) != want.rows {
				t.Errorf("%d rows, want %d", len(rows), want.rows)
			}
			found := false
			for _, r := range rows {
				found = found || strings.HasPrefix(r, want.first)
			}
			if last := strings.Count(rows[len(rows)-1], "|") + 1; !found || last != want.width || !strings.HasPrefix(rows[0], "Exporters|") {
				t.Errorf("width %d, first rows %q", last, rows[:3])
			}
		})
	}
}

func rowsOfTable(t *testing.T, table cells.Table) []string {
	t.Helper()
	r, err := table.Rows(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	var out []string
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, c := range row.Cells {
			texts = append(texts, string(c.Text))
		}
		out = append(out, strings.Join(texts, "|"))
	}
}

// A table of a known kind is read from a page as from any other file.
func TestPageSavedAsWorkbook(t *testing.T) {
	res := mustLoad(t, "export.xls", importertest.Page(ftsRows()), thousandUSD)
	want := "12 = 7 + duplicate 1 + total 1 + 8:2 period «13/2022» + 9:3 partner «QQ» + 10:6 number «12.345»"
	if got := account(res.Report); got != want || res.Preview.Profile != "fts-a" || res.Preview.Encoding != "utf-8" || res.Preview.Delimiter != "" {
		t.Errorf("got  %s\nwant %s\n%+v", got, want, res.Preview)
	}
	if f := res.Report.Rejected[0].File; f != "export.xls [grid]" {
		t.Errorf("rejected in %s", f)
	}
	if _, err := load("export.xls", importertest.Page(ftsRows())[:2000], importer.Options{}); briefing.CodeOf(err) != briefing.CodeTruncated {
		t.Errorf("cut off: %v", err)
	}
}

// The export of the customs' portal as dBase in its code page; a record that
// was deleted is counted, not stored.
func TestFTSVariantB(t *testing.T) {
	rows := ftsRows()
	rows[0] = append([]string(nil), rows[0]...)
	rows[0][2] = "strana"
	rows = replace(replace(rows, "«", "\""), "»", "\"")
	data := importertest.DBF{Driver: 0x65, Encoding: decode.CP866, End: true, Deleted: map[int]bool{10: true}}.Write(t, rows)
	want := "12 = 6 + deleted 1 + duplicate 1 + total 1 + 8:2 period «13/2022» + 9:3 partner «QQ» + 10:6 number «12.345»"
	for name, file := range map[string][]byte{
		"DATTSVT.dbf":     data,
		"DATTSVT.dbf.zip": importertest.Zip(t, importertest.Entry("DATTSVT.dbf", data)),
	} {
		res := mustLoad(t, name, file, thousandUSD)
		if got := account(res.Report); got != want || res.Preview.Profile != "fts-b" || res.Preview.Encoding != "cp866" {
			t.Errorf("%s: got  %s\nwant %s\n%+v", name, got, want, res.Preview)
		}
	}
	page := importertest.Zip(t, importertest.Entry("export.xls", importertest.Page(ftsRows())))
	if res := mustLoad(t, "x.zip", page, thousandUSD); res.Report.Stored != 7 {
		t.Errorf("a page in an archive: %s", account(res.Report))
	}
}

func TestWorkbookOfExcel97(t *testing.T) {
	res := mustLoad(t, "export.xls", importertest.XLS(ftsRows(), 5, nil, nil), thousandUSD)
	want := "12 = 7 + duplicate 1 + total 1 + 8:2 period «13/2022» + 9:3 partner «QQ» + 10:6 number «12.345»"
	if got := account(res.Report); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// The lower row of a head that merged cells hold together is not taken for the
// head: the turnover beside exports and imports would become values of no flow.
func TestAHeadOfTwoRowsIsNotCutInTwo(t *testing.T) {
	const page = `<html><meta http-equiv=Content-Type content="text/html; charset=utf-8"><table>
<tr><td colspan=7><b>Внешняя торговля России за 2026 год, млн долл. США</b></td></tr>
<tr><td rowspan=2>Страна</td><td colspan=2>Экспорт</td><td colspan=2>Импорт</td><td colspan=2>Оборот</td></tr>
<tr><td>2025</td><td>2026</td><td>2025</td><td>2026</td><td>2025</td><td>2026</td></tr>
<tr><td>Турция</td><td>1 512,4</td><td>1 388,9</td><td>412,7</td><td>455,1</td><td>1 925,1</td><td>1 844,0</td></tr>
<tr><td>Китай</td><td>640,2</td><td>702,3</td><td>1 105,5</td><td>1 240,8</td><td>1 745,7</td><td>1 943,1</td></tr>
</table></html>`
	g := guess(t, "t.xls", []byte(page))
	if len(g.Missing) > 0 || g.Line != 2 {
		t.Fatalf("missing %v, head in row %d", g.Missing, g.Line)
	}
	res := mustLoad(t, "t.xls", []byte(page), importer.Options{Shape: &g.Shape})
	if got := account(res.Report); res.Figures.Len() != 8 {
		t.Errorf("%d rows, %s", res.Figures.Len(), got)
	}
}
