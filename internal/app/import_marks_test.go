package app_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/officetest"
)

// A revised figure bears its mark to the reader: in the table and the chart of
// the pack, with its meaning under both, in the printed PDF and in the workbook.
func TestTheMarkOfARevisionReachesTheReader(t *testing.T) {
	p, err := app.NewDemo(worldAt(t, time.Date(2023, 3, 21, 9, 0, 0, 0, msk)), filepath.Join(t.TempDir(), "p.briefing"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	mustTake(t, p, saved(t, "a.csv", customs+customsRow("01/2021", "0207120000", "100000000")+customsRow("01/2022", "0207120000", "111100000")), "")
	mustTake(t, p, saved(t, "b.csv", customs+customsRow("01/2021", "0207120000", "100000000")+customsRow("01/2022", "0207120000", "122200000")), app.Replace)
	for _, l := range briefing.Langs() {
		t.Run(string(l), func(t *testing.T) { marked(t, p, l) })
	}
}

// marked looks at all outputs in a language.
func marked(t *testing.T, p *app.Project, l briefing.Lang) {
	t.Helper()
	dir := t.TempDir()
	o := app.ExportOptions{Lang: l, Draft: true, PDF: filepath.Join(dir, "p.pdf"), XLSX: filepath.Join(dir, "p.xlsx")}
	d, err := p.Document(o)
	if err != nil {
		t.Fatal(err)
	}
	number := map[briefing.Lang]string{briefing.RU: "122,2", briefing.EN: "122.2", briefing.ZH: "1.222"}[l] // 亿 in Chinese
	stored := strings.ReplaceAll(number, ",", ".")
	table, chart := false, false
	var blocks []document.Block
	for _, s := range d.Sections {
		blocks = append(blocks, s.Blocks...)
	}
	look(blocks, func(b document.Block) {
		switch x := b.(type) {
		case document.Table:
			for _, r := range x.Rows {
				for _, c := range r.Cells {
					if c.Number.Valid && c.Number.Decimal.String() == stored {
						table = c.Mark == "r" && strings.Contains(strings.Join(x.Notes, " "), "[r]")
					}
				}
			}
		case document.Chart:
			for _, s := range x.Series {
				for _, pt := range s.Points {
					if strings.ReplaceAll(pt.Label, "\u00a0", " ") == number+" [r]" {
						chart = strings.Contains(x.Caption, "[r]")
					}
				}
			}
		}
	})
	if !table || !chart {
		t.Errorf("mark in the table %v, in the chart and under it %v", table, chart)
	}
	if _, err := p.Export(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if sheets := zipped(t, o.XLSX); !strings.Contains(sheets, "[r]") || !strings.Contains(sheets, stored) {
		t.Error("no mark in the workbook")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext to read the printed page with")
	}
	out, err := exec.Command("pdftotext", "-layout", o.PDF, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(strings.ReplaceAll(string(out), "\u00a0", " "), "[r]"); n < 3 || !strings.Contains(string(out), number) {
		t.Errorf("%d marks on the printed pages", n)
	}
}

// look visits blocks, those in columns too.
func look(blocks []document.Block, visit func(document.Block)) {
	for _, b := range blocks {
		visit(b)
		if c, ok := b.(document.Columns); ok {
			look(c.Left, visit)
			look(c.Right, visit)
		}
	}
}

// zipped is all that the parts of a workbook say.
func zipped(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, p := range officetest.Parts(t, data) {
		all.WriteString(p.Text)
	}
	return all.String()
}
