package xlsx_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/export/officetest"
	"briefing/internal/export/xlsx"
	"briefing/internal/pack"
	"briefing/internal/project"
)

var readers = map[string]briefing.Audience{
	"leader": briefing.Leader, "compiler": briefing.Compiler, "interpreter": briefing.Interpreter, "partner": briefing.Partner,
}

// demoBooks are the workbooks of the example project by language and reader.
func demoBooks(t testing.TB) map[string][]byte {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	findings := check.Data(project.Take(p, project.Options{Audience: briefing.Compiler}))
	out := map[string][]byte{}
	for _, l := range briefing.Langs() {
		for name, a := range readers {
			b, err := pack.BuildBook(project.Take(p, project.Options{Audience: a}), findings, pack.Options{Lang: l, Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			var buf bytes.Buffer
			if err := xlsx.Write(&buf, b); err != nil {
				t.Fatal(err)
			}
			out[string(l)+"-"+name] = buf.Bytes()
		}
	}
	return out
}

var (
	storedValue  = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)
	storedNumber = regexp.MustCompile(`<v>[^<]*</v>`)
)

// withoutValues takes the stored values of all formulas and the numbers of the
// pivot out of a workbook, so that whoever shows one must have calculated it; n
// is how many there were.
func withoutValues(t *testing.T, data []byte) (out []byte, n int) {
	t.Helper()
	pivot := map[string]bool{} // sheets with one
	parts, err := partsOf(data)
	if err != nil {
		t.Fatal(err)
	}
	for name, rels := range parts {
		for _, r := range rels.Kids {
			if strings.HasPrefix(name, "xl/worksheets/_rels/") && strings.HasSuffix(r.attr("Type"), "/pivotTable") {
				pivot[partOfRelations(name)] = true
			}
		}
	}
	all := officetest.Parts(t, data)
	for i := range all {
		p := &all[i]
		if strings.HasPrefix(p.Name, "xl/worksheets/sheet") {
			n += len(storedValue.FindAllStringIndex(p.Text, -1))
			p.Text = storedValue.ReplaceAllString(p.Text, "$1")
			if pivot[p.Name] {
				n += len(storedNumber.FindAllStringIndex(p.Text, -1))
				p.Text = storedNumber.ReplaceAllString(p.Text, "")
			}
		}
	}
	return officetest.Packed(t, all), n
}

// throughOffice lets LibreOffice open workbooks and write them anew.
func throughOffice(t *testing.T, books map[string][]byte) map[string][]byte {
	t.Helper()
	names := slices.Sorted(maps.Keys(books))
	var files []string
	for _, name := range names {
		files = append(files, string(books[name]))
	}
	back := map[string][]byte{}
	for i, text := range officetest.Convert(t, "", ".xlsx", "xlsx:Calc MS Excel 2007 XML", ".xlsx", files) {
		back[names[i]] = []byte(text)
	}
	return back
}

// cellOf is what a cell holds: its value as it is stored and whether it is calculated.
type cellOf struct {
	value   string
	formula bool
}

// cellsOf reads all cells of a workbook: sheet, then cell.
func cellsOf(t *testing.T, data []byte) map[string]map[string]cellOf {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	out := map[string]map[string]cellOf{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		cells := map[string]cellOf{}
		for r, row := range rows {
			for c, v := range row {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if v != "" || formula != "" {
					cells[at] = cellOf{v, formula != ""}
				}
			}
		}
		out[sheet] = cells
	}
	return out
}

// sameValue compares what two programs stored: numbers within what the last
// digits of a binary number may differ by.
func sameValue(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
	}
	if b == "- all -" { // LibreOffice of a filter whose only item is chosen
		return true
	}
	line := strings.NewReplacer("\r\n", "\n", "_x000D_", "")
	return line.Replace(a) == line.Replace(b)
}

// LibreOffice gets the books without the values of the formulas and writes what
// it calculated: each cell of each sheet is what we stored.
func TestLibreOfficeCalculatesWhatWeStored(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	books := demoBooks(t)
	bare, formulas := map[string][]byte{}, 0
	for name, data := range books {
		b, n := withoutValues(t, data)
		bare[name] = b
		formulas += n
	}
	if formulas < 500 {
		t.Errorf("only %d formulas in all books", formulas)
	}
	compared := 0
	for name, data := range throughOffice(t, bare) {
		ours, theirs := cellsOf(t, books[name]), cellsOf(t, data)
		if len(ours) != len(theirs) {
			t.Errorf("%s: %d sheets, LibreOffice has %d", name, len(ours), len(theirs))
		}
		for sheet, cells := range ours {
			faults := 0
			for at, c := range cells {
				compared++
				if got := theirs[sheet][at]; !sameValue(c.value, got.value) || c.formula != got.formula {
					if faults++; faults <= 3 {
						t.Errorf("%s, %s!%s: %+v, LibreOffice %+v", name, sheet, at, c, got)
					}
				}
			}
			for at, c := range theirs[sheet] {
				if _, ok := cells[at]; !ok && faults < 3 {
					faults++
					t.Errorf("%s, %s!%s: empty, LibreOffice %+v", name, sheet, at, c)
				}
			}
		}
	}
	t.Logf("%d cells of %d books, %d formulas", compared, len(books), formulas)
}

// readValues prints the values of all cells as openpyxl reads them without
// calculating, and the formulas, one JSON object a workbook.
const readValues = `
import json, sys, openpyxl
for path in sys.argv[1:]:
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    out = {}
    for sheet in values:
        out[sheet.title] = {c.coordinate: [c.value if isinstance(c.value, (int, float)) else str(c.value), formulas[sheet.title][c.coordinate].data_type == "f"] for row in sheet.iter_rows() for c in row if c.value is not None}
        for row in formulas[sheet.title].iter_rows():
            for c in row:
                if c.data_type == "f" and sheet[c.coordinate].value is None:
                    out[sheet.title][c.coordinate] = ["", True]
    print(json.dumps(out))
`

// A reader of values only finds the value of every formula.
func TestOpenpyxlReadsTheValueOfEveryFormula(t *testing.T) {
	python := "/usr/bin/python3"
	if exec.Command(python, "-c", "import openpyxl").Run() != nil {
		t.Skip("openpyxl is not installed")
	}
	dir := t.TempDir()
	books := demoBooks(t)
	for _, name := range []string{"ru-compiler", "en-leader", "zh-partner"} {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, books[name], 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, "-W", "ignore", "-c", readValues, path)
		var said bytes.Buffer
		cmd.Stderr = &said
		text, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v %s", name, err, said.String())
		}
		var theirs map[string]map[string][2]any
		if err := json.Unmarshal(text, &theirs); err != nil {
			t.Fatal(err)
		}
		formulas := 0
		for sheet, cells := range cellsOf(t, books[name]) {
			for at, c := range cells {
				got := theirs[sheet][at]
				formula, _ := got[1].(bool)
				if value := fmt.Sprint(got[0]); !sameValue(c.value, value) || formula != c.formula {
					t.Errorf("%s, %s!%s: %+v, openpyxl %v", name, sheet, at, c, got)
				}
				if c.formula {
					formulas++
				}
			}
		}
		least := 20
		if strings.HasSuffix(name, "-partner") { // who has none of the example's invented rows
			least = 5
		}
		if formulas < least {
			t.Errorf("%s: %d formulas", name, formulas)
		}
	}
}
