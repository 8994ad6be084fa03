package ods_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/ods"
)

func open(data []byte, l cells.Limits) (*ods.Book, error) {
	return ods.Open("book.ods", bytes.NewReader(data), int64(len(data)), l)
}

// dump reads all sheets: "line: 1=text 2#number 3@date 4!truth 5?fault".
func dump(data []byte, l cells.Limits) (string, error) {
	b, err := open(data, l)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, t := range b.Tables() {
		fmt.Fprintf(&out, "[%s]", t.Name())
		r, err := t.Rows(context.Background())
		if err != nil {
			return out.String(), err
		}
		for rows := 0; rows < 100; rows++ {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return out.String(), errors.Join(err, r.Close())
			}
			fmt.Fprintf(&out, " %d:", row.Line)
			for i, c := range row.Cells {
				if c.Kind == cells.Fault || len(c.Text) > 0 {
					fmt.Fprintf(&out, " %d%c%.40s", i+1, "=#@!?"[c.Kind], c.Text)
				}
			}
			if row.Fault != "" {
				fmt.Fprintf(&out, " fault %s %d", row.Fault, row.Column)
			}
			if row.Hidden {
				out.WriteString(" hidden")
			}
		}
		if err := r.Close(); err != nil {
			return out.String(), err
		}
		if _, err := t.(cells.Merger).Merged(context.Background()); err != nil {
			return out.String(), err
		}
	}
	return out.String(), nil
}

const styles = `<number:date-style style:name="N1"><number:month/><number:text>.</number:text><number:year/></number:date-style>` +
	`<number:date-style style:name="N2"><number:day/><number:month/><number:year/></number:date-style>` +
	`<number:date-style style:name="N3"><number:day/><number:month/><number:year/><number:hours/></number:date-style>` +
	`<number:date-style style:name="N4"><number:year/></number:date-style>` +
	`<style:style style:name="month" style:data-style-name="N1"/><style:style style:name="day" style:data-style-name="N2"/>` +
	`<style:style style:name="moment" style:data-style-name="N3"/><style:style style:name="year" style:data-style-name="N4"/>` +
	`<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>`

func sheet(rows string) string { return `<table:table table:name="s">` + rows + `</table:table>` }

func row(cells string) string { return sheet(`<table:table-row>` + cells + `</table:table-row>`) }

func TestCells(t *testing.T) {
	date := func(style, value string) string {
		return `<table:table-cell table:style-name="` + style + `" office:value-type="date" office:date-value="` + value + `"><text:p>как угодно</text:p></table:table-cell>`
	}
	tests := map[string]struct{ body, want string }{
		"texts, paragraphs, blanks, links": {row(`<table:table-cell office:value-type="string"><text:p>а&lt;б<text:s text:c="2"/>в</text:p><text:p><text:span>г</text:span><text:tab/><text:a>д</text:a></text:p></table:table-cell>`), "[s] 1: 1=а<б  в\nг\tд"},
		"a comment is no text of the cell": {row(`<table:table-cell office:value-type="string"><office:annotation><text:p>нет</text:p></office:annotation><text:p>да<text:note><text:p>нет</text:p></text:note></text:p></table:table-cell>`), "[s] 1: 1=да"},
		"a text without a paragraph":       {row(`<table:table-cell office:value-type="string" office:string-value="a&amp;b"/>`), "[s] 1: 1=a&b"},
		"numbers by value, not as shown": {row(`<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,50</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%</text:p></table:table-cell>` +
			`<table:table-cell office:value-type="currency" office:currency="RUB" office:value="1.5E3"><text:p>1500 ₽</text:p></table:table-cell>`), "[s] 1: 1#1234.5 2#0.125 3#1500"},
		"numbers that are none": {row(`<table:table-cell office:value-type="float" office:value="NaN"/><table:table-cell office:value-type="float" office:value="1E400"/><table:table-cell office:value-type="float"/>`), "[s] 1: 1?NaN 2?1E400 3?"},
		"dates as far as they are shown": {
			row(date("month", "2022-03-01") + date("day", "2022-03-01T12:00:00") + date("moment", "2022-03-01T12:30:00") + date("year", "2022-03-01") + date("none", "2022-03-01T00:00:00") + date("", "1-2")),
			"[s] 1: 1@2022-03 2@2022-03-01 3@2022-03-01T12:30:00 4@2022 5@2022-03-01 6?1-2",
		},
		"a date in the look of its column": {sheet(`<table:table-column/><table:table-column table:default-cell-style-name="month" table:number-columns-repeated="3"/><table:table-row><table:table-cell/><table:table-cell/>` + date("", "2022-03-01") + `</table:table-row>`), "[s] 1: 3@2022-03"},
		"truths, errors, never calculated": {row(`<table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell><table:table-cell table:formula="of:=1"/>`), "[s] 1: 1!1 2?#N/A 3?"},
		"repeated cells and rows": {sheet(`<table:table-row table:number-rows-repeated="3"/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="16000"/></table:table-row>` +
			`<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>`), "[s] 4: 3#7 4#7 5: 3#7 4#7"},
		"covered cells keep their place": {row(`<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell><text:p>x</text:p></table:covered-table-cell><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell>`), "[s] 1: 1=a 3=b"},
		"groups, header rows, shapes": {sheet(`<table:shapes><draw:frame><table:table><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:table></draw:frame></table:shapes>` +
			`<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row-group><table:table-row><table:table-cell office:value-type="string"><draw:frame><text:p>no</text:p></draw:frame><text:p>b</text:p></table:table-cell></table:table-row></table:table-row-group>`), "[s] 1: 1=a 2: 1=b"},
		"several sheets, and what are none": {`<table:tracked-changes><table:table><table:table-row/></table:table></table:tracked-changes>` + row(`<table:table-cell office:value-type="string"><text:p>1</text:p></table:table-cell>`) + `<table:table table:name="&#1071;"><table:table-row><table:table-cell office:value-type="string"><text:p>2</text:p></table:table-cell></table:table-row></table:table><table:named-expressions/>`, "[s] 1: 1=1[Я] 1: 1=2"},
		"what is not shown": {sheet(`<table:table-column/><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row>` +
			`<table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>c</text:p></table:table-cell></table:table-row>`), "[s] 1: 1=a 2: 1=b hidden 3: 2=c hidden"},
		"more columns than allowed":  {row(`<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="9999"/>`), "[s] 1:" + strings.Join(numbered(1024), "") + " fault columns 1025"},
		"a row that no sheet has":    {sheet(`<table:table-row table:number-rows-repeated="2000000"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), "[s] 1048578: 1#1 fault place 0"},
		"rows repeated out of sight": {sheet(`<table:table-row table:number-rows-repeated="2000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`), "[s] 1: 1#1 fault place 0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := dump(importertest.ODSParts(t, styles, tt.body, ""), cells.Default())
			if err != nil || got != tt.want {
				t.Errorf("got\n%q, %v, want\n%q", got, err, tt.want)
			}
		})
	}
}

func numbered(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf(" %d#1", i+1))
	}
	return out
}

func TestMergedAndHidden(t *testing.T) {
	data := importertest.ODSParts(t, styles, `<table:table table:name="a" table:style-name="gone"><table:table-row table:number-rows-repeated="2"/><table:table-row><table:table-cell/>`+
		`<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2"/><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell table:number-rows-spanned="3"/></table:table-row></table:table>`+row(``), "")
	b, err := open(data, cells.Default())
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.Tables()[0].(cells.Merger).Merged(context.Background())
	if want := "[{3 2 4 4} {3 5 5 5}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
	if !cells.IsHidden(b.Tables()[0]) || cells.IsHidden(b.Tables()[1]) {
		t.Error("the first sheet alone is hidden")
	}
}

func TestBadFiles(t *testing.T) {
	whole := importertest.ODS(t, [][]string{{"a", "b"}, {"c", strings.Repeat("d", 5000)}})
	small := cells.Default()
	small.Unzipped = 1 << 20
	for name, tt := range map[string]struct {
		data   []byte
		limits cells.Limits
		want   briefing.Code
	}{
		"cut off":       {whole[:len(whole)/2], cells.Default(), briefing.CodeTruncated},
		"a password":    {importertest.ODSParts(t, "", row(""), `<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>`), cells.Default(), briefing.CodeEncrypted},
		"no content":    {importertest.Zip(t, importertest.Entry("mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet"))), cells.Default(), briefing.CodeTruncated},
		"no sheet":      {importertest.ODSParts(t, "", "", ""), cells.Default(), briefing.CodeTruncated},
		"it stops":      {importertest.Zip(t, importertest.Entry("content.xml", []byte(`<a><office:spreadsheet><table:table>`))), cells.Default(), briefing.CodeTruncated},
		"a bomb":        {importertest.ODSParts(t, "", sheet(strings.Repeat(" ", 4<<20)), ""), small, briefing.CodeTooLarge},
		"sheets galore": {importertest.ODSParts(t, "", strings.Repeat(`<table:table/>`, 2000), ""), cells.Default(), briefing.CodeTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := dump(tt.data, tt.limits); briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// A small file that says "again" to a long text a thousand times in each of a
// million rows costs the memory of its limit, not of what it claims.
func TestRepeatedLongText(t *testing.T) {
	l := cells.Default()
	got, err := dump(importertest.ODSParts(t, "", sheet(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>`+strings.Repeat("я", l.Line/4)+`</text:p></table:table-cell></table:table-row>`), ""), l)
	if err != nil || !strings.Contains(got, "fault "+cells.FaultCell) {
		t.Errorf("got %.200q, %v", got, err)
	}
}

func FuzzSheet(f *testing.F) {
	importertest.Seed(f, "repeated", `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/><table:covered-table-cell/></table:table-row>`)
	importertest.Seed(f, "column-look", `<table:table-column table:visibility="collapse" table:default-cell-style-name="month"/><table:table-row><table:table-cell office:value-type="date" office:date-value="2022-01-01"/></table:table-row>`)
	importertest.Seed(f, "paragraphs", `<table:table-row><table:table-cell office:value-type="string" table:number-rows-spanned="2"><office:annotation><text:p>x</text:p></office:annotation><text:p>a<text:s text:c="3"/>&lt;<![CDATA[b]]></text:p></table:table-cell></table:table-row>`)
	importertest.Seed(f, "spans-and-filters", `<table:table-row table:visibility="filter"><table:table-cell office:value-type="currency" office:value="1E400" table:number-columns-spanned="9999999" table:number-rows-spanned="0"/></table:table-row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		l := cells.Default()
		l.Line, l.Columns, l.Unzipped = 1<<12, 64, 1<<20
		_, err := dump(importertest.ODSParts(t, styles, sheet(rows), ""), l)
		if c := briefing.CodeOf(err); err != nil && c != briefing.CodeTruncated && c != briefing.CodeTooLarge {
			t.Errorf("%v", err)
		}
	})
}

func FuzzOpen(f *testing.F) {
	importertest.Seed(f, "whole", importertest.ODS(f, [][]string{{"a", "b"}, {"", "c"}}))
	importertest.Seed(f, "cut", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := cells.Default()
		l.Line, l.Columns, l.Unzipped = 1<<12, 64, 1<<20
		if _, err := dump(data, l); err != nil && briefing.CodeOf(err) == briefing.CodeInternal {
			t.Errorf("%v", err)
		}
	})
}
