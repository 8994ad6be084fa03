package importer_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
)

// sheetOf makes a workbook of one sheet as it stands; the first row is the
// header of the customs' files.
func sheetOf(t *testing.T, workbook, rows string) []byte {
	t.Helper()
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	var head strings.Builder
	for _, h := range ftsRows()[0] {
		head.WriteString(`<c t="inlineStr"><is><t>` + h + `</t></is></c>`)
	}
	return importertest.Zip(t,
		importertest.Entry("[Content_Types].xml", []byte(`<Types/>`)),
		importertest.Entry("_rels/.rels", []byte(`<Relationships><Relationship Id="r" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)),
		importertest.Entry("xl/workbook.xml", []byte(`<workbook>`+workbook+`<sheets><sheet name="s" r:id="a"/></sheets></workbook>`)),
		importertest.Entry("xl/_rels/workbook.xml.rels", []byte(`<Relationships><Relationship Id="a" Type="`+rel+`/worksheet" Target="s.xml"/><Relationship Id="c" Type="`+rel+`/styles" Target="st.xml"/></Relationships>`)),
		importertest.Entry("xl/st.xml", []byte(`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs></styleSheet>`)),
		importertest.Entry("xl/s.xml", []byte(`<worksheet><sheetData><row>`+head.String()+`</row>`+rows+`</sheetData></worksheet>`)),
	)
}

// sheetRow is a row of the customs' export with the cells of period and value
// as they stand.
func sheetRow(attrs, period, value string) string {
	s := func(text string) string { return `<c t="inlineStr"><is><t>` + text + `</t></is></c>` }
	return `<row` + attrs + `>` + s("ЭК") + period + s("CN") + s("0207120000") + s("") + value + `<c><v>610000</v></c><c><v>0</v></c></row>`
}

const january, amount = `<c t="inlineStr"><is><t>01/2022</t></is></c>`, `<c><v>1250.5</v></c>`

func TestBadInputAbsurdRowNumbers(t *testing.T) {
	data := sheetOf(t, "", sheetRow("", january, amount)+sheetRow(` r="99999999999"`, january, amount)+sheetRow(` r="-1"`, january, amount)+sheetRow(` r="1048576"`, january, amount))
	res := mustLoad(t, "a.xlsx", data, thousandUSD)
	if got := account(res.Report); got != "4 = 1 + duplicate 1 + 3:0 place «ЭК» + 4:0 place «ЭК»" {
		t.Error(got)
	}
}

// Months typed into a workbook are dates: numbers from 1900, or from 1904 in
// files of the Macintosh. A number without the format of a date is no period.
func TestBadInputSerialDates(t *testing.T) {
	for name, tt := range map[string]struct{ workbook, serial string }{
		"1900": {"", "44562"},
		"1904": {`<workbookPr date1904="1"/>`, "43100"},
	} {
		data := sheetOf(t, tt.workbook, sheetRow("", `<c s="1"><v>`+tt.serial+`</v></c>`, amount)+sheetRow("", `<c><v>`+tt.serial+`</v></c>`, amount))
		res := mustLoad(t, "a.xlsx", data, thousandUSD)
		if got, want := account(res.Report), "2 = 1 + 3:2 period «"+tt.serial+"»"; got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if got := rowsOf(res.Figures); !strings.Contains(got[0], " 2022-01 ") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestBadInputNumbersAsText(t *testing.T) {
	text := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	data := sheetOf(t, "", sheetRow("", january, text("1250,5"))+sheetRow("", january, text("1 250,6"))+sheetRow("", january, text("1\u00a0250,7 "))+sheetRow("", january, text("много")))
	res := mustLoad(t, "a.xlsx", data, thousandUSD)
	if got := account(res.Report); got != "4 = 3 + 5:6 number «много»" {
		t.Error(got)
	}
	for i, want := range []string{"1250500", "1250600", "1250700"} {
		if got := res.Figures.All(); i < res.Figures.Len() {
			for _, o := range got {
				if o.Line == i+2 && o.Value.Decimal.String() != want {
					t.Errorf("line %d: %s, want %s", o.Line, o.Value.Decimal, want)
				}
			}
		}
	}
}

func TestBadInputNotANumber(t *testing.T) {
	var rows strings.Builder
	for _, v := range []string{"NaN", "INF", "-INF", "1E400", "1e39", "0x1F"} {
		rows.WriteString(sheetRow("", january, `<c><v>`+v+`</v></c>`))
	}
	res := mustLoad(t, "a.xlsx", sheetOf(t, "", rows.String()), thousandUSD)
	if r := res.Report; r.Stored != 0 || len(r.Rejected) != 6 {
		t.Errorf("%s", account(r))
	}
}

// A row in another encoding than the rest is listed; the rest is stored.
func TestBadInputMixedEncodings(t *testing.T) {
	rows := ftsRows()
	other, err := charmap.Windows1251.NewEncoder().Bytes(importertest.Text{Delimiter: '\t'}.Write(t, rows[11:12]))
	if err != nil {
		t.Fatal(err)
	}
	data := slices.Concat(importertest.Text{Delimiter: '\t'}.Write(t, rows[:3]), other, importertest.Text{Delimiter: '\t'}.Write(t, rows[3:6]))
	res := mustLoad(t, "a.csv", data, thousandUSD)
	if r := res.Report; r.Stored != 5 || len(r.Rejected) != 1 || r.Rejected[0].Line != 4 || r.Rejected[0].Reason != cells.FaultEncoding {
		t.Errorf("%s (%s)", account(r), res.Preview.Encoding)
	}
}

// allocated is what reading takes from the heap, all in all.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A bomb costs the limit, not what it claims: one line without an end, lines
// without number, one long text in every cell.
func TestBadInputZipBomb(t *testing.T) {
	header := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[:2])
	line := importertest.Zip(t, importertest.Entry("a.csv", append(bytes.Clone(header), bytes.Repeat([]byte("x"), 64<<20)...)))
	took := allocated(func() {
		res, err := load("a.zip", line, thousandUSD)
		if err != nil || len(res.Report.Rejected) != 1 || res.Report.Stored != 1 {
			t.Errorf("one line: %v", err)
		}
	})
	if took > 48<<20 {
		t.Errorf("a line of 64 MB took %d MB", took>>20)
	}
	small := thousandUSD
	small.Limits = cells.Default()
	small.Limits.Unzipped = 1 << 20
	if _, err := load("a.zip", line, small); briefing.CodeOf(err) != briefing.CodeTooLarge {
		t.Errorf("more than allowed: %v", err)
	}
}

// A long text that stands once in a workbook and is meant in each cell of many
// rows is cut at the limit of a row.
func TestBadInputSharedStringBomb(t *testing.T) {
	l := cells.Default()
	row := `<row>` + strings.Repeat(`<c t="s"><v>0</v></c>`, 1000) + `</row>`
	data := importertest.Zip(t,
		importertest.Entry("[Content_Types].xml", []byte(`<Types/>`)),
		importertest.Entry("_rels/.rels", []byte(`<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`)),
		importertest.Entry("xl/workbook.xml", []byte(`<workbook><sheets><sheet name="s" r:id="a"/></sheets></workbook>`)),
		importertest.Entry("xl/_rels/workbook.xml.rels", []byte(`<Relationships><Relationship Id="a" Type="x/worksheet" Target="s.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="ss.xml"/></Relationships>`)),
		importertest.Entry("xl/ss.xml", []byte(`<sst><si><t>`+strings.Repeat("x", l.Line-1)+`</t></si></sst>`)),
		importertest.Entry("xl/s.xml", []byte(`<worksheet><sheetData>`+fts97()+strings.Repeat(row, 300)+`</sheetData></worksheet>`)),
	)
	res := mustLoad(t, "a.xlsx", data, thousandUSD)
	if r := res.Report; r.Stored != 1 || len(r.Rejected) != 300 || r.Rejected[0].Reason != cells.FaultCell {
		t.Errorf("stored %d, rejected %d", r.Stored, len(r.Rejected))
	}
}

// fts97 are the header and a row as inline strings.
func fts97() string {
	var b strings.Builder
	for _, row := range ftsRows()[:2] {
		b.WriteString("<row>")
		for _, c := range row {
			b.WriteString(`<c t="inlineStr"><is><t>` + c + `</t></is></c>`)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// A file of three gigabytes that holds nothing is told at once; one whose end
// is a hole, as a download that broke off leaves it, is read to its end in
// bounded memory, and the hole is one row.
func TestBadInputThreeGigabytes(t *testing.T) {
	sparse := func(size int64, head []byte) string {
		path := filepath.Join(t.TempDir(), "big.csv")
		if err := os.WriteFile(path, head, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, size); err != nil {
			t.Skipf("no sparse files here: %v", err)
		}
		return path
	}
	took := allocated(func() {
		if _, err := importer.ReadFile(context.Background(), sparse(3<<30, nil), thousandUSD); briefing.CodeOf(err) != briefing.CodeForeign {
			t.Errorf("nothing but zeros: %v", err)
		}
	})
	size := int64(256 << 20)
	if os.Getenv("BRIEFING_BIG") != "" {
		size = 3 << 30
	}
	took += allocated(func() {
		var head bytes.Buffer
		head.Write(importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[:2]))
		for range 1000 {
			head.Write(importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[2:3]))
		}
		res, err := importer.ReadFile(context.Background(), sparse(size, head.Bytes()), thousandUSD)
		if err != nil || len(res.Report.Rejected) != 1 || res.Report.Rejected[0].Line != 1003 {
			t.Errorf("a hole at the end: %v", err)
		}
	})
	if took > 128<<20 {
		t.Errorf("took %d MB", took>>20)
	}
}

// A file that is written to while it is read is told, whether it grows, is cut
// off or only changes; nothing of it is handed over.
func TestBadInputChangesWhileRead(t *testing.T) {
	data := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	for len(data) < 4<<20 {
		data = append(data, importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[1:2])...)
	}
	for name, change := range map[string]func(path string) error{
		"grows": func(path string) error {
			f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err == nil {
				_, err = io.WriteString(f, "ЭК\t")
				err = firstOf(err, f.Close())
			}
			return err
		},
		"is cut off": func(path string) error { return os.Truncate(path, 100_000) },
		"is another": func(path string) error {
			return firstOf(os.WriteFile(path, bytes.Repeat([]byte("x"), len(data)), 0o600), os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.csv")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			o := thousandUSD
			done := false
			o.Progress = func(int) {
				if !done {
					done = true
					if err := change(path); err != nil {
						t.Error(err)
					}
				}
			}
			res, err := importer.ReadFile(context.Background(), path, o)
			if briefing.CodeOf(err) != briefing.CodeChanged || res != nil || !done {
				t.Errorf("got %v %v, changed %v", res != nil, fmt.Sprint(err), done)
			}
		})
	}
}
