package importer_test

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// ftsOf makes an export of the customs with the given cells put in, one row
// each.
func ftsOf(cells ...map[int]string) [][]string {
	rows := [][]string{ftsRows()[0]}
	for i, c := range cells {
		row := []string{"ЭК", "01/2022", "CN", "0207120000", "", "10", "5", fmt.Sprint(i), "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""}
		for at, text := range c {
			row[at] = text
		}
		rows = append(rows, row)
	}
	return rows
}

func TestQuirkDirectionsAsSourcesWriteThem(t *testing.T) {
	var rows []map[int]string
	for _, w := range []string{"ИМ", "1", "Импорт", "IMP", "import", "ЭК", "2", "Экспорт", "EXP", "export"} {
		rows = append(rows, map[int]string{0: w})
	}
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(rows...)), thousandUSD)
	var got []string
	for _, o := range res.Figures.All() {
		got = append(got, string(o.Flow))
	}
	equal(t, "directions", got, append(slices.Repeat([]string{"import"}, 5), slices.Repeat([]string{"export"}, 5)...))
}

func TestQuirkSemicolonsInCP1251(t *testing.T) {
	want := rowsOf(mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()), thousandUSD).Figures)
	equal(t, "rows", rowsOf(mustLoad(t, "a.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251, EOL: "\r\n"}.Write(t, ftsRows()), thousandUSD).Figures), want)
}

// The English form comes in UTF-8 or cp1252, with decimals of either style.
func TestQuirkEnglishFormInEitherStyle(t *testing.T) {
	rows := [][]string{
		{"DIRECTION", "PERIOD", "COUNTRY", "HS", "UM", "VALUE", "NETWEIGHT", "QUANTITY", "REGION", "REGION_S"},
		{"EXP", "01/2022", "CN", "0207120000", "kg", "1250.5", "610.25", "0", "Région «Ö»", ""},
	}
	for _, e := range []decode.Encoding{decode.UTF8, decode.CP1252} {
		for _, comma := range []bool{false, true} {
			r := rows
			if comma {
				r = replace(rows, ".", ",")
			}
			res := mustLoad(t, "a.csv", importertest.Text{Delimiter: ';', Encoding: e}.Write(t, r), importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
			if got := rowsOf(res.Figures); len(got) != 1 || !strings.Contains(got[0], " 1250.5USD kg=610.25 ") {
				t.Errorf("%s %v: %s %v", e, comma, account(res.Report), got)
			}
		}
	}
}

func TestQuirkMonthInTheNameOfAFileInAnArchive(t *testing.T) {
	data := importertest.Text{Delimiter: ','}.Write(t, [][]string{
		{"NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL"},
		{"ЭК", "2021", "KZ", "9504500002", "796", "38333.71", "235.313", "495"},
	})
	res := mustLoad(t, "archive.zip", importertest.Zip(t, importertest.Entry("2021-03.csv", data)), importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
	if got := rowsOf(res.Figures); len(got) != 1 || !strings.Contains(got[0], " 2021-03 ") {
		t.Errorf("%s %v", account(res.Report), got)
	}
}

func TestQuirkSupplementaryUnits(t *testing.T) {
	var rows []map[int]string
	for i, unit := range []string{"166", "796", "шт", "831", ""} {
		rows = append(rows, map[int]string{4: unit, 7: fmt.Sprint(i + 1)})
	}
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(rows...)), thousandUSD)
	var got []string
	for _, o := range res.Figures.All() {
		got = append(got, fmt.Sprint(o.Quantity.Decimal.String(), " ", o.QuantityUnit))
	}
	equal(t, "quantities", got[:4], []string{"1 166", "2 796", "3 шт", "4 831"})
}

// Comtrade's own workbook has inline strings, no part of shared ones, and a
// second sheet without a cell.
func TestQuirkComtradeWorkbookOfInlineStrings(t *testing.T) {
	head := strings.Split(plusHeader, ",")
	var b strings.Builder
	for _, row := range [][]string{head, plus(map[string]string{"primaryValue": "1000.5", "netWgt": "20"})} {
		b.WriteString("<row>")
		for _, c := range row {
			b.WriteString(`<c t="inlineStr"><is><t>` + html.EscapeString(c) + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	data := importertest.Zip(t,
		importertest.Entry("[Content_Types].xml", []byte(`<Types/>`)),
		importertest.Entry("_rels/.rels", []byte(`<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`)),
		importertest.Entry("xl/workbook.xml", []byte(`<workbook><sheets><sheet name="TradeData" r:id="a"/><sheet name="Sheet2" r:id="b"/></sheets></workbook>`)),
		importertest.Entry("xl/_rels/workbook.xml.rels", []byte(`<Relationships><Relationship Id="a" Type="x/worksheet" Target="a.xml"/><Relationship Id="b" Type="x/worksheet" Target="b.xml"/></Relationships>`)),
		importertest.Entry("xl/a.xml", []byte(`<worksheet><sheetData>`+b.String()+`</sheetData></worksheet>`)),
		importertest.Entry("xl/b.xml", []byte(`<worksheet><sheetData/></worksheet>`)),
	)
	res := mustLoad(t, "TradeData.xlsx", data, importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{"2 import CN→RU 2023 0207/4 HS2022 1000.5USD kg=20 q=– A"})
	if res.Import.Profile != "comtrade-plus" {
		t.Errorf("profile %s", res.Import.Profile)
	}
}

// The legacy form of 35 columns, weight empty throughout, in SITC: it can't be
// joined to ТН ВЭД, and the import says so.
func TestQuirkLegacyFormInSITC(t *testing.T) {
	head := strings.Split("Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag", ",")
	row := make([]string, len(head))
	for name, v := range map[string]string{
		"Classification": "S4", "Year": "2019", "Period": "2019", "Trade Flow Code": "1", "Trade Flow": "Import", "Reporter Code": "156", "Reporter": "China", "Reporter ISO": "CHN",
		"Partner Code": "410", "Partner": "Rep. of Korea", "Partner ISO": "KOR", "Commodity Code": "00", "Commodity": "Live animals, other", "Qty Unit": "No Quantity", "Trade Value (US$)": "12345", "Flag": "0",
	} {
		row[slices.Index(head, name)] = v
	}
	res := mustLoad(t, "c.csv", importertest.Text{Delimiter: ','}.Write(t, [][]string{head, row}), importer.Options{})
	if got := rowsOf(res.Figures); len(head) != 35 || len(got) != 1 || !strings.Contains(got[0], "SITC") || !strings.Contains(got[0], "kg=– q=–") {
		t.Errorf("%d columns, %s %v", len(head), account(res.Report), got)
	}
	if !slices.Contains(res.Report.Notes, importer.NoteOtherClass) {
		t.Errorf("notes %v", res.Report.Notes)
	}
}

// A download of the Chinese customs holds ten thousand rows: as many say that
// there may be more; rows that came with two downloads count once.
func TestQuirkDownloadLimitAndOverlap(t *testing.T) {
	head, first := gaccRows("美元")[0], gaccRows("美元")[1]
	for n, want := range map[int]bool{10_000: true, 10_001: false} {
		rows := [][]string{head}
		for i := range n {
			row := slices.Clone(first)
			row[5] = fmt.Sprint(1 + i/2) // each row twice
			rows = append(rows, row)
		}
		res := mustLoad(t, "2024进口.csv", importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}.Write(t, rows), importer.Options{})
		if got := slices.Contains(res.Report.Notes, importer.NoteLimit); got != want || res.Report.Stored != (n+1)/2 {
			t.Errorf("%d rows: note %v, %s", n, got, account(res.Report))
		}
	}
}

// Rows that differ in an amount only are told apart however many there are:
// none is set aside as a duplicate of another.
func TestRowsOfOneKeyAreToldApart(t *testing.T) {
	const n = 40_000
	var rows []map[int]string
	for i := range n {
		rows = append(rows, map[int]string{5: fmt.Sprint(i + 1)})
	}
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(rows...)), thousandUSD)
	if r := res.Report; r.Stored != n || r.Repeated != n-1 {
		t.Errorf("%s, repeated %d", account(r), r.Repeated)
	}
}

// A yearly table of Trade Map: World is set aside as a total, 0 is none or not
// reported, the unit stands in a table of its own.
func TestQuirkTradeMapYearly(t *testing.T) {
	page := mapPage("List of importing markets for a product exported by Russian Federation", "Unit : US Dollar thousand",
		"<th>Importers</th><th>Exported value in 2022</th><th>Exported value in 2023</th>",
		"<td>World</td><td>100</td><td>120</td>", "<td>China</td><td>90</td><td>0</td>", "<td>Türkiye</td><td>10</td><td>120</td>")
	res := mustLoad(t, "t.xls", page, importer.Options{})
	if got, want := account(res.Report), "6 = 3 + total 2 + zero 1"; got != want || res.Import.Profile != importer.ProfileTradeMapYearly {
		t.Errorf("got %s, want %s (%s)", got, want, res.Import.Profile)
	}
	equal(t, "years", sums(t, res.Figures, figure.Filter{Reporter: "RU"}, "year"), []string{"2022 100000", "2023 120000"})
}

// Indicators have a header of two rows with a cell over several columns,
// negative balances, blanks, and a title that tells mirror data.
func TestQuirkTradeMapIndicators(t *testing.T) {
	page := []byte(`<table><tr><td>List of supplying markets for a product imported by Algeria in 2024 (Mirror)</td></tr><tr><td>Product: TOTAL All products</td></tr></table>` +
		`<table id="grid"><tr><th rowspan="2">Exporters</th><td colspan="4">Select your indicators</td></tr>` +
		`<tr><th>Value imported in 2024 (USD thousand)</th><th>Trade balance 2024 (USD thousand)</th><th>Share in Algeria's imports (%)</th><th>Growth in imported value between 2020-2024 (%, p.a.)</th></tr>` +
		`<tr><td>Total</td><td>45</td><td>3</td><td>100</td><td>10</td></tr><tr><td>China</td><td>11</td><td>-10</td><td>25.4</td><td>21</td></tr><tr><td>France</td><td>5</td><td>1</td><td>11.3</td><td></td></tr><tr><td>Italy</td><td></td><td>1</td><td></td><td></td></tr></table>`)
	res := mustLoad(t, "t.xls", page, importer.Options{})
	if got, want := account(res.Report), "4 = 3 + empty 1"; got != want || res.Import.Profile != importer.ProfileTradeMapIndicators {
		t.Errorf("got %s, want %s (%s)", got, want, res.Import.Profile)
	}
	if !slices.Contains(res.Report.Notes, importer.NoteMirror) {
		t.Errorf("notes %v", res.Report.Notes)
	}
}

// Dashes and dots for no data, percentages as text: no figure is made of them.
// A row of dashes is set aside; one that the source withholds is kept as
// such, so that no sum passes for that of all.
func TestQuirkMarksOfNoData(t *testing.T) {
	data := plainFile("Экспорт России по странам за 2023 год, тыс. долл.", "Страна;Стоимость, тыс. долл.;Темп роста",
		"Китай;10;150%", "Индия;–;н/д", "Турция;…;–", "Казахстан;-;1,5 раза", "Беларусь;5;98 %")
	g := guess(t, "a.csv", data)
	res := mustLoad(t, "a.csv", data, importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "6 = 3 + empty 2 + title 1"; got != want || res.Figures.At(1).Status != briefing.Missing || res.Figures.At(1).Value.Valid {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Whether a comma parts decimals or thousands is decided for a column: one
// cell that only fits one way decides for all, and what then does not fit is
// listed.
func TestQuirkDecimalsAreDecidedForAColumn(t *testing.T) {
	for name, tt := range map[string]struct {
		values []string
		want   []string
	}{
		"a point after a comma":  {[]string{"1,250", "12,345.5"}, []string{"1250000", "12345500"}},
		"a comma and two digits": {[]string{"1,250", "12,34"}, []string{"1250", "12340"}},
	} {
		var rows []map[int]string
		for _, v := range tt.values {
			rows = append(rows, map[int]string{5: v})
		}
		res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(rows...)), thousandUSD)
		var got []string
		for _, o := range res.Figures.All() {
			got = append(got, o.Value.Decimal.String())
		}
		equal(t, name, got, tt.want)
	}
}

func TestQuirkSpacesGroupDigits(t *testing.T) {
	var rows []map[int]string
	for _, space := range []string{" ", "\u00a0", "\u202f", "\u2009"} {
		rows = append(rows, map[int]string{5: "1" + space + "250" + space + "000,5"})
	}
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(rows...)), thousandUSD)
	if res.Report.Stored != 4 {
		t.Fatal(account(res.Report))
	}
	for _, o := range res.Figures.All() {
		if o.Value.Decimal.String() != "1250000500" {
			t.Errorf("line %d: %s", o.Line, o.Value.Decimal)
		}
	}
}

func TestQuirkUnknownColumnsStayVisible(t *testing.T) {
	rows := ftsOf(map[int]string{})
	rows[0], rows[1] = append(slices.Clone(rows[0]), "Примечание"), append(slices.Clone(rows[1]), "уточнить")
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, rows), thousandUSD)
	last := res.Preview.Columns[len(res.Preview.Columns)-1]
	if last.Header != "Примечание" || last.Role != "" || last.Index != 11 || res.Report.Stored != 1 {
		t.Errorf("%+v, %s", last, account(res.Report))
	}
}

func TestQuirkWordsOfTotals(t *testing.T) {
	var rows []map[int]string
	for _, w := range []string{"World", "Total", "W00", "ИТОГО", "Итого:", "Всего", "Всего по странам", "总计", "合计"} {
		rows = append(rows, map[int]string{2: w})
	}
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsOf(append(rows, map[int]string{})...)), thousandUSD)
	if got := account(res.Report); got != "10 = 1 + total 9" {
		t.Error(got)
	}
}

// What a file is, is told by its bytes, whatever it is called.
func TestQuirkNamesAreNotAsked(t *testing.T) {
	rows := ftsRows()
	want := rowsOf(mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, rows), thousandUSD).Figures)
	for kind, data := range map[string][]byte{
		"text": importertest.Text{Delimiter: '\t'}.Write(t, rows), "page": importertest.Page(rows),
		"workbook":     importertest.Workbook(t, importertest.Sheet{Name: "s", Rows: importertest.Strings(rows)}),
		"old workbook": importertest.XLS(rows, 100, nil, nil), "spreadsheet": importertest.ODS(t, rows),
	} {
		for _, name := range []string{"a.csv", "a.xls", "a.xlsx", "a.dbf", "a", "a.pdf"} {
			equal(t, kind+" as "+name, rowsOf(mustLoad(t, name, data, thousandUSD).Figures), want)
		}
	}
}

// Each quirk of the table in docs/quirks.md names tests that there are.
func TestQuirksAreKept(t *testing.T) {
	root := filepath.Join("..", "..")
	doc, err := os.ReadFile(filepath.Join(root, "docs", "quirks.md"))
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	err = filepath.WalkDir(filepath.Join(root, "internal"), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		tests.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	all := tests.String()
	named := regexp.MustCompile("`(Test[A-Za-z0-9]+)(?:/([^`]+))?`").FindAllStringSubmatch(string(doc), -1)
	if len(named) < 60 {
		t.Errorf("only %d tests are named", len(named))
	}
	for _, n := range named {
		if !strings.Contains(all, "func "+n[1]+"(") {
			t.Errorf("there is no %s", n[1])
		}
		if n[2] != "" && !strings.Contains(all, `"`+n[2]+`"`) {
			t.Errorf("%s has no %q", n[1], n[2])
		}
	}
	for line := range strings.Lines(string(doc)) {
		if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| quirk") && !strings.HasPrefix(line, "|---") && !strings.Contains(line, "`Test") {
			t.Errorf("a quirk without a test: %s", line)
		}
	}
}

// Whatever files an archive holds, the rows add up and nothing panics.
func FuzzReadZip(f *testing.F) {
	text := importertest.Text{Delimiter: '\t'}.Write(f, ftsRows()[:3])
	importertest.Seed(f, "two-tables", "a.csv", text, "b.xls", importertest.Page(ftsRows()[:3]), true)
	importertest.Seed(f, "foreign-names", "__MACOSX/a", []byte("x"), "..\\2021-01.csv", text, false)
	importertest.Seed(f, "inside", "a.ods", importertest.ODS(f, ftsRows()[:3]), "a.zip", importertest.Zip(f, importertest.Entry("x.csv", text)), true)
	f.Fuzz(func(t *testing.T, first string, a []byte, second string, b []byte, whole bool) {
		first, second = strings.TrimRight(first, "/"), strings.TrimRight(second, "/") // those of folders cannot be written
		data := importertest.Zip(t, importertest.Entry(first, a), importertest.Entry(second, b))
		if !whole { // the archive itself is what was found
			data = append([]byte("PK\x03\x04"), b...)
		}
		l := cells.Default()
		l.Unzipped, l.Line, l.Columns, l.Rows = 1<<20, 1<<12, 64, 10_000
		res, err := load("in.zip", data, importer.Options{Units: importer.Units{Weight: "kg", Value: "usd"}, Limits: l})
		survived(t, res, err)
	})
}

// A file that says how tables are read is refused or sound: what was taken is
// written and read back equal.
func FuzzDecodeShape(f *testing.F) {
	data := plainFile("Страна;2022 г.;2023 г.", "Китай;1;2", "Индия;3;4", "Турция;5;6")
	g, err := importer.Guess(f.Context(), "a.csv", strings.NewReader(string(data)), int64(len(data)), importer.Options{})
	if err != nil {
		f.Fatal(err)
	}
	b, err := importer.EncodeShape(importer.NamedShape{Name: "Свод", Shape: g.Shape})
	if err != nil {
		f.Fatal(err)
	}
	importertest.Seed(f, "guessed", b)
	importertest.Seed(f, "least", []byte(`{"briefingProfile":1,"name":"x","headerRows":1,"columns":[{"index":1,"header":"a","role":"value"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := importer.DecodeShape(b)
		if err != nil {
			return
		}
		again, err := importer.EncodeShape(n)
		if err != nil {
			t.Fatalf("%+v is taken and not written: %v", n, err)
		}
		back, err := importer.DecodeShape(again)
		if err != nil || fmt.Sprintf("%+v", back) != fmt.Sprintf("%+v", n) {
			t.Errorf("%+v came back as %+v, %v", n, back, err)
		}
		res, err := load("a.csv", data, importer.Options{Shape: &n.Shape, Units: importer.Units{Value: "usd", Weight: "kg", Flow: figure.Export}})
		survived(t, res, err)
	})
}
