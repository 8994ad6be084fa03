package delimited_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/delimited"
	"briefing/internal/importer/importertest"
)

// dump writes what the reader yields: a line a row, cells in brackets.
func dump(t testing.TB, data string, delimiter byte, e decode.Encoding, l cells.Limits) string {
	t.Helper()
	in := cells.Section("f", strings.NewReader(data), int64(len(data)))
	r, err := delimited.Table{Input: in, Encoding: e, Delimiter: delimiter, Limits: l}.Rows(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	var b strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		show(&b, row)
	}
}

// dumpBlocks is dump by way of blocks.
func dumpBlocks(t testing.TB, data string, delimiter byte, e decode.Encoding, l cells.Limits) string {
	t.Helper()
	table := delimited.Table{Input: cells.Section("f", strings.NewReader(data), int64(len(data))), Encoding: e, Delimiter: delimiter, Limits: l}
	blocks, err := table.Blocks()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = blocks.Close() }()
	var b strings.Builder
	cutter := table.Cutter()
	for {
		block, err := blocks.Next(nil)
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		cutter.Start(block)
		for {
			rows, err := cutter.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for i := range rows {
				cutter.Check(i)
				show(&b, &rows[i])
			}
		}
	}
}

func show(b *strings.Builder, row *cells.Row) {
	fmt.Fprintf(b, "%d", row.Line)
	if row.Fault != "" {
		fmt.Fprintf(b, " !%s@%d", row.Fault, row.Column)
	}
	for _, c := range row.Cells {
		fmt.Fprintf(b, " [%s]", bytes.ReplaceAll(c.Text, []byte("\n"), []byte("↵")))
	}
	b.WriteByte('\n')
}

func TestRows(t *testing.T) {
	small := cells.Limits{Line: 16, Columns: 3}
	tests := map[string]struct {
		data      string
		delimiter byte
		limits    cells.Limits
		want      string
	}{
		"plain rows are split at the delimiter":          {"a,b\nc,,d\n", ',', cells.Limits{}, "1 [a] [b]\n2 [c] [] [d]\n"},
		"the last line needs no line end":                {"a\tb", '\t', cells.Limits{}, "1 [a] [b]\n"},
		"carriage returns belong to the line end":        {"a;b\r\nc;d\r\n", ';', cells.Limits{}, "1 [a] [b]\n2 [c] [d]\n"},
		"empty lines are counted but not rows":           {"a,b\n\n\r\nc,d", ',', cells.Limits{}, "1 [a] [b]\n4 [c] [d]\n"},
		"quoted fields hold delimiters and line ends":    {"\"a,1\nx\",b\nc,\"d\"\"e\"\n", ',', cells.Limits{}, "1 [a,1↵x] [b]\n3 [c] [d\"e]\n"},
		"a blank between closing quote and delimiter":    {"\"a\"\t,\"b\"\t,\n", ',', cells.Limits{}, "1 [a\t] [b\t] []\n"},
		"a trailing delimiter makes an empty cell":       {"\"a\",\"b\",\n", ',', cells.Limits{}, "1 [a] [b] []\n"},
		"quotes inside a field are plain letters":        {"ООО \"А\"\tb\n", '\t', cells.Limits{}, "1 [ООО \"А\"] [b]\n"},
		"an open quote costs its own line only":          {"a,\"b\nc,d\ne,f\n", ',', cells.Limits{}, "1 !quote@0 [a,\"b]\n2 [c] [d]\n3 [e] [f]\n"},
		"an open quote is given up at the longest line":  {"a,\"b\nc,d\ne,f\ngggggggggg\n", ',', small, "1 !quote@0 [a,\"b]\n2 [c] [d]\n3 [e] [f]\n4 [gggggggggg]\n"},
		"a long line is listed and passed over":          {"a,b\n" + strings.Repeat("x", 99) + ",y\nc,d\n", ',', small, "1 [a] [b]\n2 !too-long@0 [" + strings.Repeat("x", 99) + ",y]\n3 [c] [d]\n"},
		"more columns than allowed are a fault":          {"a,b,c,d\n1,2\n", ',', small, "1 !columns@4 [a] [b] [c]\n2 [1] [2]\n"},
		"a NUL byte is a fault of its row":               {"a,b\x00\nc,d\n", ',', cells.Limits{}, "1 !nul@2 [a] [b\x00]\n2 [c] [d]\n"},
		"a byte that is no text is a fault of its row":   {"a,\xff\nc,d\n", ',', cells.Limits{}, "1 !encoding@2 [a] [\xff]\n2 [c] [d]\n"},
		"a letter lost long ago is a fault too":          {"a,�\n", ',', cells.Limits{}, "1 !encoding@2 [a] [�]\n"},
		"a mark at the start is not part of the header":  {"\xef\xbb\xbfa,b\n", ',', cells.Limits{}, "1 [a] [b]\n"},
		"a quoted header after a mark is still a header": {"\xef\xbb\xbf\"a\",b\n", ',', cells.Limits{}, "1 [a] [b]\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := decode.UTF8
			if strings.HasPrefix(tt.data, "\xef\xbb\xbf") {
				e = decode.UTF8BOM
			}
			if got := dump(t, tt.data, tt.delimiter, e, tt.limits); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if got := dumpBlocks(t, tt.data, tt.delimiter, e, tt.limits); got != tt.want {
				t.Errorf("in blocks\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// Cells of any length, anywhere in a record and in a file, which ends behind the
// last one; among their bytes those that are the delimiter but for one bit.
func TestCellsEndAtTheDelimiter(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	letters := []string{"a", "1", "(", "+", "-", ":", "<", "{", "}", "Љ", "л", "Ь", "中"}
	for range 3000 {
		delimiter := delimited.Delimiters()[r.IntN(4)]
		var data, want strings.Builder
		for line := range 1 + r.IntN(3) {
			fmt.Fprintf(&want, "%d", line+1)
			for i := range 2 + r.IntN(12) {
				field := ""
				for range r.IntN(1 + r.IntN(80)) {
					field += letters[r.IntN(len(letters))]
				}
				if i > 0 {
					data.WriteByte(delimiter)
				}
				data.WriteString(field)
				fmt.Fprintf(&want, " [%s]", field)
			}
			data.WriteByte('\n')
			want.WriteByte('\n')
		}
		for _, text := range []string{data.String(), strings.TrimSuffix(data.String(), "\n")} {
			got, blocks := dump(t, text, delimiter, decode.UTF8, cells.Limits{}), dumpBlocks(t, text, delimiter, decode.UTF8, cells.Limits{})
			if got != want.String() || blocks != want.String() {
				t.Fatalf("%q\ngot\n%s\nin blocks\n%s\nwant\n%s", text, got, blocks, want.String())
			}
		}
	}
}

// Every sound file must be read as the standard library reads it, however the
// bytes arrive.
func FuzzRows(f *testing.F) {
	importertest.Seed(f, "quoted-line-end", "a,b\n\"c\nd\",e\n", byte(','))
	importertest.Seed(f, "tabs-doubled-quotes", "a\t\"b\"\"\"\tc\r\n\r\n", byte('\t'))
	importertest.Seed(f, "semicolon-in-quotes", "\"a;b\";\"\n\n\";c", byte(';'))
	importertest.Seed(f, "bad-bytes", "\"\",\"\n\xff,\x00\n", byte(','))
	importertest.Seed(f, "empty-last-field", "\"a\",\"b\",\n\"1\",\"2\",\n", byte(','))
	importertest.Seed(f, "quote-without-end", "a;\"b\nc;d\n", byte(';'))
	importertest.Seed(f, "tab-before-comma", "\"a\"\t,\"b\"\t,\n", byte(','))
	importertest.Seed(f, "carriage-returns", "a,b\rc,d\r\n\"e\rf\",g", byte(','))
	f.Fuzz(func(t *testing.T, data string, delimiter byte) {
		if !bytes.Contains(delimited.Delimiters(), []byte{delimiter}) {
			return
		}
		got := dump(t, data, delimiter, decode.UTF8, cells.Limits{Line: 1 << 16, Columns: 1000})
		if blocks := dumpBlocks(t, data, delimiter, decode.UTF8, cells.Limits{Line: 1 << 16, Columns: 1000}); blocks != got {
			t.Errorf("%q:\nin blocks\n%s\nin rows\n%s", data, blocks, got)
		}
		c := csv.NewReader(strings.NewReader(data))
		c.Comma, c.FieldsPerRecord = rune(delimiter), -1
		var b strings.Builder
		for {
			rec, err := c.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				return // what the standard library refuses, we read as we can
			}
			line, _ := c.FieldPos(0)
			fmt.Fprintf(&b, "%d", line)
			for _, s := range rec {
				fmt.Fprintf(&b, " [%s]", strings.ReplaceAll(s, "\n", "↵"))
			}
			b.WriteByte('\n')
		}
		if strings.Contains(got, "!") || strings.Contains(data, "\r") || strings.Contains(data, "!") {
			return
		}
		if got != b.String() {
			t.Errorf("%q:\ngot\n%s\nwant\n%s", data, got, b.String())
		}
	})
}

// A long file is cut into many blocks, whose records are those that reading
// it in one go gives: with quotes and line ends in them, ragged, with both
// kinds of line end, without one at the end, with quotes that never close.
func TestBlocksAreTheRows(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for b.Len() < 3*delimited.BlockBytes {
			for n := r.IntN(6); n >= 0; n-- {
				switch k := r.IntN(40); {
				case k == 0 && seed%3 == 1:
					b.WriteString("\"a;b\n\"\"x\"\"\r\ny\"")
				case k == 1 && seed%3 == 1:
					b.WriteString("\"" + strings.Repeat("длинная\n", r.IntN(9000)) + "\"")
				case k == 2 && seed%3 == 1:
					b.WriteString("не \"кавычка\"")
				case k == 3 && seed%3 == 2 && r.IntN(400) == 0:
					b.WriteString("\"открыта")
				case k == 4:
					b.WriteString(strings.Repeat("x", r.IntN(3000)))
				case k == 5:
					b.WriteString("\xff\x00")
				default:
					b.WriteString(strconv.Itoa(r.IntN(1000)))
				}
				if n > 0 {
					b.WriteByte(';')
				}
			}
			b.WriteString([...]string{"\n", "\r\n", "\n\n"}[r.IntN(3)])
		}
		b.WriteString("последняя;строка")
		limits := cells.Limits{Line: 1 << 20, Columns: 1000}
		if got, want := dumpBlocks(t, b.String(), ';', decode.UTF8, limits), dump(t, b.String(), ';', decode.UTF8, limits); got != want {
			t.Errorf("seed %d: %d bytes of rows in blocks, %d in one go", seed, len(got), len(want))
		}
	}
}
