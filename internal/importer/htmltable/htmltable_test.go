package htmltable_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/htmltable"
	"briefing/internal/importer/importertest"
)

// dump reads all tables: "[name]", then "line: text|text(#colour)".
func dump(data []byte, l cells.Limits) (string, error) {
	p, err := htmltable.Open(context.Background(), cells.Section("page.xls", bytes.NewReader(data), int64(len(data))), l, nil)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, t := range p.Tables() {
		fmt.Fprintf(&out, "[%s]\n", t.Name())
		if err := dumpTable(&out, t); err != nil {
			return out.String(), err
		}
	}
	return out.String(), nil
}

func dumpTable(out *strings.Builder, t cells.Table) error {
	r, err := t.Rows(context.Background())
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var texts []string
		for _, c := range row.Cells {
			text := string(c.Text)
			if c.Fill.Given {
				text += "(" + c.Fill.String() + ")"
			}
			texts = append(texts, text)
		}
		fmt.Fprintf(out, "%d: %s", row.Line, strings.Join(texts, "|"))
		if row.Fault != "" {
			fmt.Fprintf(out, " fault %s %d", row.Fault, row.Column)
		}
		out.WriteByte('\n')
	}
}

func TestCells(t *testing.T) {
	few := cells.Default()
	few.Columns, few.Line = 3, 10
	tests := map[string]struct {
		page, want string
		limits     cells.Limits
	}{
		"tables have their ids":        {page: `<table id=a><tr><td>1</td><td>2</td></tr></table><table id="b"><tr><td>3</table>`, want: "[a]\n1: 1|2\n[b]\n1: 3\n"},
		"or captions, or numbers":      {page: `<table><caption>По <b>странам</b></caption><tr><td>1</table><table><tr><td>2</table><table title=t><tr><td>3</table>`, want: "[По странам]\n1: 1\n[#2]\n1: 2\n[t]\n1: 3\n"},
		"names are told apart":         {page: `<table id=a><tr><td>1</table><table id=a><tr><td>2</table>`, want: "[a]\n1: 1\n[#2]\n1: 2\n"},
		"a table without text is none": {page: `<table><tr><td>&nbsp;</td></tr></table><table><tr><td>2</table>`, want: "[]\n1: 2\n"},
		"ends may be left out":         {page: `<TABLE><TR><TD>1<TD>2<TR><TD>3<TD>4</TABLE>`, want: "[]\n1: 1|2\n2: 3|4\n"},
		"cells without a row":          {page: `<table><td>1<td>2</table>`, want: "[]\n1: 1|2\n"},
		"entities and white space":     {page: "<table><tr><td>\n  a &amp;\t b&nbsp;&#1078;&lt;br&gt; </td><td>1&nbsp;234,5</td></table>", want: "[]\n1: a & b\u00a0ж<br>|1\u00a0234,5\n"},
		"lines of a cell":              {page: `<table><tr><td>a<br>b<br/>c</td><td><p>d</p><p>e</p></td></table>`, want: "[]\n1: a\nb\nc|d\n\ne\n"},
		"scripts, styles and what is hidden are not text": {
			page: `<table><tr><td>a<script>if (1<2) "<td>"</script><style>td{}</style><!-- c --><span style="display:none">00<span>1</span>2</span>b<select><option>x</select></td><td><div style='DISPLAY: none'>x</div>c</td></table>`,
			want: "[]\n1: ab|c\n",
		},
		"something hidden that never ends costs its cell": {page: `<table><tr><td>a<span hidden>b<td>c</table>`, want: "[]\n1: a|c\n"},
		"rows without text are counted":                   {page: `<table><tr><td></tr><tr></tr><tr><td>a</table>`, want: "[]\n3: a\n"},
		"a span of columns":                               {page: `<table><tr><td colspan=3>a<td>b<tr><td>1<td>2<td>3<td>4</table>`, want: "[]\n1: a|||b\n2: 1|2|3|4\n"},
		"a span of rows pushes cells to the right":        {page: `<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>`, want: "[]\n1: a|b\n2: |c\n3: d|e\n"},
		"a head stands in every row it spans":             {page: `<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3</table>`, want: "[]\n1: a|b\n2: a|c|d\n3: 1|2|3\n"},
		"a head spans to the end of the table":            {page: `<table><tr><th rowspan=0>a<td>1<tr><td>2<tr><td>3</table>`, want: "[]\n1: a|1\n2: a|2\n3: a|3\n"},
		"spans of both kinds":                             {page: `<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>1<td>2<td>3</table>`, want: "[]\n1: a||b\n2: ||c\n3: 1|2|3\n"},
		"absurd spans are bounded":                        {page: `<table><tr><td colspan=99999999999 rowspan=99999999999>a<td>b<tr><td>c</table>`, want: "[]\n1: a fault columns 16385\n2:  fault columns 1025\n"},
		"nested tables stand by themselves": {
			page: `<table id=outer><tr><td>a<table id=inner><tr><td>x</td><td>y</td></tr></table>b</td><td>c</td></tr></table>`,
			want: "[outer]\n1: ab|c\n[inner]\n1: x|y\n",
		},
		"a frame of layout is none": {page: `<table><tr><td><table id=i><tr><td>x</table></td></tr></table>`, want: "[i]\n1: x\n"},
		"colours": {
			page: `<table><tr bgcolor=white><td>1<td bgcolor="#90EE90">2<td style="width:1%; background-color : LightGreen">3<td style="background:url(x) rgb(144, 238, 144) top">4<td style="color:red">5` +
				`<td><span style="background-color:#9e9">6</span><td style="background-color:transparent">7<td style="background:rgba(1,2,3,0)">8<tr><td>9</table>`,
			want: "[]\n1: 1(#ffffff)|2(#90ee90)|3(#90ee90)|4(#90ee90)|5(#ffffff)|6(#99ee99)|7(#ffffff)|8(#ffffff)\n2: 9\n",
		},
		"colours of classes": {
			page: `<style>/* .a{background:red} */ <!-- .a, td.b { color: red; BACKGROUND: LightGreen } #c{background-color:#123} .hover:hover{background:red} table tr.d{background:white} --></style>` +
				`<table><tr class="x d"><td class="z a">1<td class=B>2<td id=c>3<td class=hover>4</table>`,
			want: "[]\n1: 1(#90ee90)|2(#90ee90)|3(#112233)|4(#ffffff)\n",
		},
		"a page that ends without closing":  {page: `<body><table><tr><td>1</body>`, want: "[]\n1: 1\n"},
		"more columns than allowed":         {page: `<table><tr><td>1<td>2<td>3<td>4<tr><td>5</table>`, limits: few, want: "[]\n1: 1|2|3 fault columns 4\n2: 5\n"},
		"empty cells beyond are only dress": {page: `<table><tr><td>1<td>2<td>3<td><tr><td>5</table>`, limits: few, want: "[]\n1: 1|2|3\n2: 5\n"},
		"a cell longer than allowed":        {page: `<table><tr><td>1<td>` + strings.Repeat("x", 100_000) + `<tr><td>5</table>`, limits: few, want: "[]\n1: 1|xxxxxxxxxx fault cell-size 2\n2: 5\n"},
		"NUL":                               {page: "<table><tr><td>1<td>a\x00<tr><td>2</table>", want: "[]\n1: 1|a fault nul 2\n2: 2\n"},
		"a bad byte":                        {page: "<table><tr><td>яяяяяяяяяяяяяяяяяяяяяяяяяяяяяя<td>\xff<tr><td>2</table>", want: "[]\n1: яяяяяяяяяяяяяяяяяяяяяяяяяяяяяя|\xff fault encoding 2\n2: 2\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if tt.limits == (cells.Limits{}) {
				tt.limits = cells.Default()
			}
			got, err := dump([]byte(tt.page), tt.limits)
			if err != nil || got != tt.want {
				t.Errorf("%v, got\n%s\nwant\n%s", err, got, tt.want)
			}
		})
	}
}

// The encoding is found by strict decoding first, then as the page says.
func TestEncodings(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=%s"></head><table id="Дон"><tr><td>Россия &mdash; экспорт</td><td>12</td></tr></table><table><caption>Юг, тыс.</caption><tr><td>1</td></tr></table></html>`
	encode := func(e interface{ Bytes([]byte) ([]byte, error) }, label string) []byte {
		out, err := e.Bytes([]byte(fmt.Sprintf(page, label)))
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	want := "[Дон]\n1: Россия — экспорт|12\n[Юг, тыс.]\n1: 1\n"
	for name, data := range map[string][]byte{
		"UTF-8":                          []byte(fmt.Sprintf(page, "utf-8")),
		"UTF-8 that claims to be other":  []byte(fmt.Sprintf(page, "windows-1251")),
		"UTF-8 with a mark":              []byte("\ufeff" + fmt.Sprintf(page, "")),
		"CP1251 declared":                encode(charmap.Windows1251.NewEncoder(), "windows-1251"),
		"CP1251 undeclared":              encode(charmap.Windows1251.NewEncoder(), ""),
		"CP1251 that claims to be UTF-8": encode(charmap.Windows1251.NewEncoder(), "utf-8"),
		"CP866 declared":                 encode(charmap.CodePage866.NewEncoder(), "cp866"),
		"GB 18030":                       encode(simplifiedchinese.GB18030.NewEncoder(), "gb2312"),
		"UTF-16":                         encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), "unicode"),
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := dump(data, cells.Default()); err != nil || got != want {
				t.Errorf("%v, got %q", err, got)
			}
		})
	}
}

func TestDamageIsAnError(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want briefing.Code
	}{
		"cut off":             {`<table><tr><td>1</td></tr><tr><td>2`, briefing.CodeTruncated},
		"cut off in a script": {`<table><tr><td>1<script>var a = "</table>"`, briefing.CodeTruncated},
		"cut off in a tag":    {`<table><tr><td>1</td></tr></tab`, briefing.CodeTruncated},
		"a page of words":     {`<html><p>Добрый день!</html>`, briefing.CodeNoHeader},
		"an endless tag":      {`<table><tr><td title="` + strings.Repeat("x", 5<<20) + `">1</td></tr></table>`, briefing.CodeTooLarge},
		"tables upon tables":  {strings.Repeat(`<table><tr><td>`, 1000), briefing.CodeTooLarge},
		"thousands of tables": {strings.Repeat(`<table><tr><td>1</table>`, 10_001), briefing.CodeTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := dump([]byte(tt.page), cells.Default()); briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestSpansAreTold(t *testing.T) {
	page := `<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3</table>`
	p, err := htmltable.Open(context.Background(), cells.Section("p", strings.NewReader(page), int64(len(page))), cells.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.Tables()[0].(cells.Merger).Merged(context.Background())
	if want := "[{1 1 2 1} {1 2 1 3}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
}

func TestCancelled(t *testing.T) {
	page := `<table>` + strings.Repeat("<tr><td>1</td></tr>", 10_000) + `</table>`
	ctx, cancel := context.WithCancel(context.Background())
	p, err := htmltable.Open(ctx, cells.Section("p", strings.NewReader(page), int64(len(page))), cells.Default(), nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Tables()[0].Rows(ctx)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	n := 0
	for ; err == nil; n++ {
		_, err = r.Next()
	}
	if briefing.CodeOf(err) != briefing.CodeCancelled || n > 1024 {
		t.Errorf("%v after %d rows", err, n)
	}
}

func FuzzPage(f *testing.F) {
	importertest.Seed(f, "spans-and-nesting", []byte(`<table id=a><tr><th rowspan=2>a<td colspan=3 bgcolor=red>b</td></tr><tr><td><table><td>x</table></table>`))
	importertest.Seed(f, "styles-and-hidden", []byte(`<style>.a{background:#fff}</style><table><tr class=a><td>a<script>x</script><span style="display:none">b</span></table>`))
	importertest.Seed(f, "utf-16", []byte("\xff\xfe<\x00t\x00a\x00b\x00l\x00e\x00>\x00"))
	importertest.Seed(f, "absurd-spans", []byte(`<table><tr><td colspan=99999 rowspan=-1>a<th>b<td rowspan=0>c</table>`))
	importertest.Seed(f, "unclosed", []byte(`<!DOCTYPE html><meta charset=windows-1251><table><tr><td>\xc0<br><p>b<table`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := cells.Default()
		l.Line, l.Columns = 1<<12, 64
		_, err := dump(data, l)
		switch c := briefing.CodeOf(err); {
		case err == nil, c == briefing.CodeTruncated, c == briefing.CodeTooLarge, c == briefing.CodeNoHeader, c == briefing.CodeEmptyFile:
		default:
			t.Errorf("%v", err)
		}
	})
}
