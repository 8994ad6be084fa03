package importer_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// oddFile is a table of the customs of several blocks, mostly of plain rows
// that are much alike, with whatever makes a row anything else: quotes with
// delimiters and line ends inside, ragged rows, both kinds of line end, spaces,
// totals, the header again, notes, repeated rows, numbers of all kinds.
func oddFile(r *rand.Rand, rows int, quoted bool) []byte {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	var b bytes.Buffer
	header := strings.Join(ftsRows()[0], "\t")
	b.WriteString(header + "\r\n")
	var earlier []string
	for range rows {
		units := pick("", "", "", "ШТ", "Л", "?", "-", " ШТ")
		cells := []string{
			pick("ИМ", "ЭК"), fmt.Sprintf("%02d/2022", 1+r.IntN(12)), pick("CN", "KZ", "BY", "NNN", "NA"),
			fmt.Sprintf("0%d0%d%06d", 1+r.IntN(9), 1+r.IntN(9), 11*r.IntN(40)), units,
			fmt.Sprintf("%d,%02d", r.IntN(1_000_000), r.IntN(100)), fmt.Sprintf("%d,%d", r.IntN(100_000), r.IntN(10)), pick("0", "12", "3,5", ""),
			fmt.Sprintf("%02d000 - ОБЛАСТЬ", 1+r.IntN(30)), pick("01-ЦФО", "02-СЗФО"),
		}
		at := r.IntN(len(cells))
		line := ""
		switch r.IntN(60) {
		case 0:
			cells[at] = pick("", "-", "XXXXXXXXXX", "207120000", "ИТОГО", "мусор", "1E5", "-5", "NaN", "1 234,5", "1.234", ",5", "7,", "99999999999999999999", "\u00a012\u00a0")
		case 1:
			cells = cells[:at+1]
		case 2:
			cells = append(cells, pick("", "лишнее"))
		case 3:
			cells[at] = " " + cells[at] + pick(" ", "\u00a0")
		case 4:
			line = pick(header, "ИТОГО\t\t\t\t\t5\t5\t\t\t", "Примечание", "", "\t\t\t", strings.ToUpper(header))
		case 5:
			cells[at] += pick("\x00", "\xff", "\uFFFD")
		case 6, 7:
			if len(earlier) > 0 {
				line = earlier[r.IntN(len(earlier))]
			}
		case 8:
			if quoted {
				cells[9] = `"01-` + strings.Repeat("\"\"Ц\"\"\n\t", r.IntN(4)) + `ФО"`
			}
		case 9:
			if quoted && r.IntN(40) == 0 {
				cells[9] = `"не закрыта`
			}
		case 10:
			if quoted {
				cells[at] = `"` + cells[at] + `"`
			}
		}
		if line == "" {
			line = strings.Join(cells, "\t")
		}
		if len(earlier) < 500 {
			earlier = append(earlier, line)
		}
		b.WriteString(line + pick("\n", "\n", "\r\n"))
	}
	b.WriteString("ЭК\t01/2022\tCN\t0207120000\t\t1,5\t2\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t01-ЦФО")
	return b.Bytes()
}

// The same holds for the rows of a workbook, of which numbers may be texts.
func TestMappingAWorkbookInPartsIsMappingItInOneGo(t *testing.T) {
	for _, noted := range []bool{false, true} { // with a last column that most rows leave out
		t.Run(fmt.Sprint(noted), func(t *testing.T) { mapWorkbookInParts(t, noted) })
	}
}

func mapWorkbookInParts(t *testing.T, noted bool) {
	r := rand.New(rand.NewPCG(1, 9))
	var rows [][]any
	for line := range strings.SplitSeq(string(oddFile(r, 4000, false)), "\n") {
		var row []any
		for i, c := range strings.Split(strings.TrimRight(line, "\r"), "\t") {
			c = strings.Map(func(r rune) rune {
				if r < ' ' {
					return '?'
				}
				return r
			}, strings.ToValidUTF8(c, "?"))
			if n, err := strconv.ParseFloat(strings.Replace(c, ",", ".", 1), 64); err == nil && i > 4 && i < 8 && r.IntN(3) > 0 && n < 1e9 && n > -1e9 {
				row = append(row, n)
			} else {
				row = append(row, c)
			}
		}
		switch {
		case noted && len(rows) == 0:
			row = append(row, "Примечание")
		case noted && r.IntN(20) == 0:
			row = append(row, []any{"", "уточнено"}[r.IntN(2)])
		}
		rows = append(rows, row)
	}
	data := importertest.Workbook(t, importertest.Sheet{Name: "s", Rows: rows})
	o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	got, want := mustLoad(t, "a.xlsx", data, o), mustLoad(t, "a.xlsx", data, importer.Plainly(o))
	if a, b := account(got.Report), account(want.Report); a != b {
		t.Fatalf("in parts  %.2000s\nin one go %.2000s", a, b)
	}
	if a, b := rowsOf(got.Figures), rowsOf(want.Figures); !slices.Equal(a, b) || len(b) < 2000 {
		t.Fatalf("rows differ: %d and %d", len(a), len(b))
	}
}

// However many goroutines map the blocks of a file, and whatever they remember
// of earlier rows, the outcome is that of mapping row by row: figures in their
// order and stored form, and the report with every line.
func TestMappingInPartsIsMappingInOneGo(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 3))
		data := oddFile(r, 6000+3000*int(seed%3), seed%2 == 1)
		o := importer.Options{Units: importer.Units{Value: "thousand-usd", Weight: "t"}}
		want := mustLoad(t, "a.csv", data, importer.Plainly(o))
		for _, processors := range []int{1, 2, 4} {
			runtime.GOMAXPROCS(processors)
			got := mustLoad(t, "a.csv", data, o)
			name := fmt.Sprintf("seed %d, %d processors", seed, processors)
			if a, b := account(got.Report), account(want.Report); a != b {
				t.Fatalf("%s:\nin parts  %.2000s\nin one go %.2000s", name, a, b)
			}
			equal(t, name+": notes", got.Report.Notes, want.Report.Notes)
			if got.Report.Repeated != want.Report.Repeated || got.Import != want.Import {
				t.Errorf("%s: repeated %d, not %d; import %+v, not %+v", name, got.Report.Repeated, want.Report.Repeated, got.Import, want.Import)
			}
			if a, b := rowsOf(got.Figures), rowsOf(want.Figures); !slices.Equal(a, b) {
				t.Fatalf("%s: rows differ: %d and %d", name, len(a), len(b))
			}
			for i := range want.Figures.SegmentCount() {
				_, a := got.Figures.Segment(i)
				_, b := want.Figures.Segment(i)
				if !bytes.Equal(a, b) {
					t.Errorf("%s: segment %d differs", name, i)
				}
			}
		}
		if rep := want.Report; rep.Stored < rep.Read/2 || len(rep.Rejected) < 100 || rep.AsideRows() < 100 {
			t.Errorf("seed %d tries little: %d rows, %d stored, %d rejected", seed, rep.Read, rep.Stored, len(rep.Rejected))
		}
	}
}
