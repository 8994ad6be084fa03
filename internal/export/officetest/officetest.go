// Package officetest lets tests read packages by their parts, and files as
// LibreOffice opens them: which cells are numbers, which are text, and whether
// anything is calculated.
package officetest

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
)

// Cell is a cell as LibreOffice has read it.
type Cell struct {
	Kind    string // "float", "string", "date", …; "" of an empty cell
	Value   string // of a number
	Formula string
	Text    string // as it is shown
}

// locale is a language as LibreOffice's filters number it.
func locale(l briefing.Lang) string {
	switch l {
	case briefing.EN:
		return "2057"
	case briefing.ZH:
		return "2052"
	}
	return "1049"
}

// CSV is the filter of CSV files in a language, with fields in quotes as text.
func CSV(l briefing.Lang) string {
	comma := "44"
	if l == briefing.RU {
		comma = "59"
	}
	return "CSV:" + comma + ",34,76,1,," + locale(l) + ",true,false"
}

// Tabs is the filter of text divided by tabs, as it is pasted.
func Tabs(l briefing.Lang) string { return "CSV:9,34,76,1,," + locale(l) + ",true,false" }

// HTML is the filter of a table of a web page, as it is pasted.
func HTML(l briefing.Lang) string { return "calc_HTML_WebQuery:" + locale(l) }

// Convert has LibreOffice write files in another format and gives what it wrote.
// The test is skipped, by name, where there is no LibreOffice; one that is there and
// does not run fails it.
func Convert(t *testing.T, infilter, ending, format, outEnding string, files []string) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()) + "/profile", "--headless"}
	if infilter != "" {
		args = append(args, "--infilter="+infilter)
	}
	args = append(args, "--convert-to", format, "--outdir", out)
	for i, text := range files {
		path := filepath.Join(in, strconv.Itoa(i)+ending)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil { //nolint:gosec // files of the test
		t.Fatalf("soffice is there and does not run: %v %s", err, said)
	}
	var all []string
	for i := range files {
		data, err := os.ReadFile(filepath.Join(out, strconv.Itoa(i)+outEnding))
		if err != nil {
			t.Fatalf("LibreOffice did not take file %d: %v", i, err)
		}
		all = append(all, string(data))
	}
	return all
}

// Open gives the cells of the first sheet of each file, by line.
func Open(t *testing.T, filter, ending string, files []string) [][][]Cell {
	t.Helper()
	var out [][][]Cell
	for _, text := range Convert(t, filter, ending, "fods", ".fods", files) {
		out = append(out, cells(text))
	}
	return out
}

// most is how many equal cells beside each other are told: a row has thousands of
// empty ones behind its last.
const most = 100

// cells reads a flat OpenDocument sheet.
func cells(text string) (rows [][]Cell) {
	var row []Cell
	var now *Cell
	again := 1
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if err != nil {
			return rows
		}
		switch e := tok.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "table-row":
				row = nil
			case "table-cell":
				now = &Cell{Kind: attr(e, "value-type"), Value: attr(e, "value"), Formula: attr(e, "formula")}
				again = 1
				if n, err := strconv.Atoi(attr(e, "number-columns-repeated")); err == nil {
					again = n
				}
			case "p", "tab", "s", "line-break":
				if now != nil && now.Text != "" {
					now.Text += map[string]string{"p": "\n", "tab": "\t", "s": " ", "line-break": "\n"}[e.Name.Local]
				}
			}
		case xml.CharData:
			if now != nil {
				now.Text += string(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "table-cell":
				now.Text = strings.Trim(now.Text, "\n ")
				for range min(again, most) {
					row = append(row, *now)
				}
				now = nil
			case "table-row":
				rows = append(rows, row)
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && !strings.Contains(a.Name.Space, "calcext") {
			return a.Value
		}
	}
	return ""
}
