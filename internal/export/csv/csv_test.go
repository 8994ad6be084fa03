package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"encoding/json"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/csv"
	"briefing/internal/export/officetest"
)

func number(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }

func book(l briefing.Lang) *document.Book {
	marked := number("-1234.50")
	marked.Mark, marked.Word = "e", "около"
	rows := []document.Row{
		{Cells: []document.Cell{document.Txt("=1+1"), number("1640"), {Low: briefing.SomeNum("915"), High: briefing.SomeNum("930.5")}}},
		{Cells: []document.Cell{document.Txt("\t@SUM(A1)"), marked, document.Dash()}},
		{Cells: []document.Cell{document.Txt("Мясо; \"свежее\"\nи прочее"), number("0.1")}},
	}
	table := document.Table{
		ID: "T01", Label: "Таблица 1", Title: "Товары", Unit: "т", Source: "Источник: [1]", Stamp: "ОБРАЗЕЦ", Notes: []string{"Без льгот."}, Rows: rows,
		Columns: []document.Column{{Key: "name", Title: "Товар"}, {Key: "n", Title: "Стоимость", Unit: "млн", Kind: document.NumberColumn}, {Key: "p", Title: "+План", Kind: document.NumberColumn}},
	}
	long := document.Table{ID: "DATA", Columns: []document.Column{{Key: "n", Title: "N"}}, Long: &document.Long{Len: 2, Row: func(i int, into *document.Row) {
		into.Cells[0] = document.Cell{Number: briefing.Some(briefing.Whole(i + 1))}
	}}}
	return &document.Book{Lang: l, Title: "Пакет", Words: document.BookWords{Contents: "Содержание", ColTitle: "Таблица", ColRows: "Строк", ColUnit: "Единица", ColPeriod: "Период", ColData: "Вид", ColAsOf: "На"}, AsOf: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC), Sheets: []document.Sheet{
		{Name: "T01 Товары: <всё>", Table: table, Period: "2022", Data: "план"}, {Name: "t01 товары, т", Table: long},
	}}
}

// files writes the book and gives the files of the zip in their order.
func files(t *testing.T, b *document.Book) (names []string, texts []string) {
	t.Helper()
	var buf bytes.Buffer
	if err := csv.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	for _, p := range officetest.Parts(t, buf.Bytes()) {
		names, texts = append(names, p.Name), append(texts, p.Text)
	}
	return names, texts
}

func TestTablesAreFilesThatASpreadsheetReads(t *testing.T) {
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "\uFEFFТовар;Стоимость, млн;'+План, т;Пометка\r\n'=1+1;1640;\"915–930,5\";\r\n'\t@SUM(A1);-1234,5;—;Стоимость, млн: около [e]\r\n\"Мясо; \"\"свежее\"\"\r\nи прочее\";0,1;;\r\n",
		briefing.EN: "\uFEFFТовар,\"Стоимость, млн\",\"'+План, т\",Note\r\n'=1+1,1640,\"915–930.5\",\r\n'\t@SUM(A1),-1234.5,—,\"Стоимость, млн: около [e]\"\r\n\"Мясо; \"\"свежее\"\"\r\nи прочее\",0.1,,\r\n",
	} {
		names, texts := files(t, book(l))
		if strings.Join(names, "|") != "00 Содержание.csv|T01 Товары, т.csv|t01 товары, т_.csv|csv-metadata.json" {
			t.Errorf("files %q", names)
		}
		if texts[1] != want {
			t.Errorf("%v:\n%q, want\n%q", l, texts[1], want)
		}
		if texts[2] != "\uFEFFN\r\n1\r\n2\r\n" {
			t.Errorf("long table %q", texts[2])
		}
	}
}

// A table that stands by itself is known by the list that comes with it: what
// it is called, where it stands in the workbook, its unit, source and moment.
func TestTheListOfFilesTellsWhatATableIs(t *testing.T) {
	_, texts := files(t, book(briefing.RU))
	rows, err := reader(texts[0]).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatal(rows, err)
	}
	want := []string{"T01 Товары, т.csv", "T01 Товары: <всё>", "Таблица 1", "Товары", "т", "2022", "план", "3", "ОБРАЗЕЦ. Источник: [1]", "Без льгот.", "20.03.2023 20:00\u00a0UTC"}
	if !slices.Equal(rows[1], want) {
		t.Errorf("%q, want %q", rows[1], want)
	}
	if slices.Contains(rows[0], "") {
		t.Errorf("a column without a name: %q", rows[0])
	}
}

func reader(text string) *stdcsv.Reader {
	r := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	r.Comma = ';'
	return r
}

// The description names each file as it is in the zip, each column as its head
// is written, and calls numbers only what holds nothing else.
func TestTheDescriptionIsTrueOfTheFiles(t *testing.T) {
	names, texts := files(t, book(briefing.RU))
	var d struct {
		Context []any  `json:"@context"`
		Type    string `json:"@type"`
		Dialect struct{ Delimiter string }
		Tables  []struct {
			URL    string
			Title  string `json:"dc:title"`
			Unit   string `json:"schema:unitText"`
			Source string `json:"dc:source"`
			Date   string `json:"dc:date"`
			Schema struct {
				Columns []struct {
					Name, Titles string
					Datatype     any
					Unit         string `json:"schema:unitText"`
				}
			} `json:"tableSchema"`
		}
	}
	if err := json.Unmarshal([]byte(texts[len(texts)-1]), &d); err != nil {
		t.Fatal(err)
	}
	if d.Context[0] != "http://www.w3.org/ns/csvw" || d.Type != "TableGroup" || d.Dialect.Delimiter != ";" || len(d.Tables) != len(names)-1 {
		t.Fatalf("%+v", d)
	}
	for i, table := range d.Tables {
		if name, err := url.PathUnescape(table.URL); err != nil || name != names[i] {
			t.Errorf("%q is called %q", names[i], name)
		}
		head, err := reader(texts[i]).Read()
		if err != nil || len(head) != len(table.Schema.Columns) {
			t.Fatalf("%s: %q, %v", names[i], head, err)
		}
		seen := map[string]bool{}
		for c, col := range table.Schema.Columns {
			if col.Titles != head[c] || seen[col.Name] || !regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z_]*$`).MatchString(col.Name) {
				t.Errorf("%s: column %q is %+v", names[i], head[c], col)
			}
			seen[col.Name] = true
		}
	}
	first := d.Tables[1]
	if first.Title != "Таблица 1 — Товары" || first.Unit != "т" || first.Source != "ОБРАЗЕЦ. Источник: [1]" || first.Date != "2023-03-20T20:00:00Z" {
		t.Errorf("%+v", first)
	}
	if _, number := first.Schema.Columns[1].Datatype.(map[string]any); !number || first.Schema.Columns[1].Unit != "млн" {
		t.Errorf("values are %+v", first.Schema.Columns[1])
	}
	if first.Schema.Columns[2].Datatype != "string" {
		t.Errorf("a column with a range is %v", first.Schema.Columns[2].Datatype)
	}
}

func TestTheSameBookGivesTheSameZip(t *testing.T) {
	var one, two bytes.Buffer
	if err := csv.Write(&one, book(briefing.RU)); err != nil {
		t.Fatal(err)
	}
	if err := csv.Write(&two, book(briefing.RU)); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two runs differ", err)
	}
}

type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestARefusedWriteIsToldByItsCode(t *testing.T) {
	if err := csv.Write(refusing{}, book(briefing.RU)); briefing.CodeOf(err) != briefing.CodeCannotWrite {
		t.Error(err)
	}
}

// Tables that are called alike have files that tell them apart, with the whole
// title as far as a name should go.
func TestFilesAreCalledByTheWholeTitle(t *testing.T) {
	b := &document.Book{Lang: briefing.RU}
	for _, s := range []struct{ id, name, title, unit string }{
		{"A02", "A02 Импорт по странам", "Импорт по странам, отчитывается Алжир", "млн долл. США"},
		{"A03", "A03 Импорт по странам", "Импорт по странам: отчитывается Китай", ""},
		{"T01", "T01 Очень длинное", strings.Repeat("слово, ", 40), "т"},
		{"", "Данные", "Данные торговли", ""},
	} {
		b.Sheets = append(b.Sheets, document.Sheet{Name: s.name, Table: document.Table{ID: s.id, Title: s.title, Unit: s.unit, Columns: []document.Column{{Title: "a"}}}})
	}
	names, _ := files(t, b)
	want := []string{
		"A02 Импорт по странам, отчитывается Алжир, млн долл. США.csv", "A03 Импорт по странам отчитывается Китай.csv",
		"T01 " + strings.TrimSuffix(strings.Repeat("слово, ", 13), ", ") + "….csv", "Данные.csv",
	}
	for i := range want {
		if names[i+1] != want[i] { // the list of files comes first
			t.Errorf("%q, want %q", names[i+1], want[i])
		}
	}
}

// What is stated keeps all its digits; a quotient has those that a spreadsheet holds.
func TestNumbersAreAsShortAsTheyCanBe(t *testing.T) {
	for n, want := range map[string]string{
		"0.30": "0.3", "72.61261261261261261": "72.6126126126126", "0.9009009009009009009": "0.900900900900901",
		"1234567890123.45": "1234567890123.45", "123456789012.3456": "123456789012.3456", "-7.45705124762470916": "-7.45705124762471", "0.30000000000000004": "0.3", "100": "100",
	} {
		if got := csv.Shortest(briefing.Num(n)).String(); got != want {
			t.Errorf("%s: %s, want %s", n, got, want)
		}
	}
}
