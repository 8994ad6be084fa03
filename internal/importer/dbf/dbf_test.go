package dbf_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/dbf"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// dump reads a table: "line: =text #number @date !bool ?fault".
func dump(data []byte, l cells.Limits) (string, error) {
	t, err := dbf.Open(cells.Section("t.dbf", bytes.NewReader(data), int64(len(data))), l, nil)
	if err != nil {
		return "", err
	}
	r, err := t.Rows(context.Background())
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }()
	var out strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return out.String(), err
		}
		fmt.Fprintf(&out, "%d:", row.Line)
		for _, c := range row.Cells {
			fmt.Fprintf(&out, " %c%s", "=#@!?"[c.Kind], c.Text)
		}
		if row.Fault != "" {
			fmt.Fprintf(&out, " fault %s %d", row.Fault, row.Column)
		}
		out.WriteByte('\n')
	}
}

func u64(n uint64) []byte { return binary.LittleEndian.AppendUint64(nil, n) }

func TestValues(t *testing.T) {
	moment := append(binary.LittleEndian.AppendUint32(nil, 2459581), binary.LittleEndian.AppendUint32(nil, 43_200_000)...)
	tests := map[string]struct {
		w    importertest.DBF
		rows [][]string
		want string
	}{
		"numbers":                       {importertest.DBF{Types: "NNFN"}, [][]string{{"A", "B", "C", "D"}, {"  12", "-1.50", "1E5", "***"}, {"", "1,5", "+1", "."}}, "1: =A =B =C =D\n2: #12 #-1.50 =1E5 ?***\n3: = =1,5 =+1 =.\n"},
		"dates":                         {importertest.DBF{Types: "DD"}, [][]string{{"A", "B"}, {"20220114", "        "}, {"20221399", "00000000"}}, "1: =A =B\n2: @2022-01-14 =\n3: ?20221399 =\n"},
		"logicals":                      {importertest.DBF{Types: "LLLL"}, [][]string{{"A", "B", "C", "D"}, {"T", "n", "?", " "}}, "1: =A =B =C =D\n2: !1 !0 = =\n"},
		"memos are faults unless empty": {importertest.DBF{Version: 0x83, Types: "MM"}, [][]string{{"A", "B"}, {"         1", "          "}}, "1: =A =B\n2: ? =\n"},
		"FoxPro": {
			importertest.DBF{Version: 0x30, Types: "IYBT", Raw: [][][]byte{{{0xFF, 0xFF, 0xFF, 0xFF}, u64(^uint64(12_344)), u64(math.Float64bits(2.5)), moment}}},
			[][]string{{"A", "B", "C", "D"}, {"", "", "", ""}},
			"1: =A =B =C =D\n2: #-1 #-1.2345 #2.5 @2022-01-01T12:00:00\n",
		},
		"deleted records are marked":        {importertest.DBF{Deleted: map[int]bool{0: true}, End: true}, [][]string{{"A"}, {"x"}, {"y"}}, "1: =A\n2: =x fault deleted 0\n3: =y\n"},
		"a table that was never closed":     {importertest.DBF{Records: func(int) int { return 0 }}, [][]string{{"A"}, {"x"}, {"y"}}, "1: =A\n2: =x\n3: =y\n"},
		"records beyond the count are told": {importertest.DBF{Records: func(int) int { return 1 }}, [][]string{{"A"}, {"x"}, {"y"}}, "1: =A\n2: =x\n3: =y fault place 0\n"},
		"a NUL inside a text":               {importertest.DBF{}, [][]string{{"A"}, {"x\x00y"}, {"z"}}, "1: =A\n2: =x\x00y fault nul 1\n3: =z\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := dump(tt.w.Write(t, tt.rows), cells.Default())
			if err != nil || got != tt.want {
				t.Errorf("%v, got\n%s\nwant\n%s", err, got, tt.want)
			}
		})
	}
}

// The language driver decides where it can, else the letters do.
func TestEncodings(t *testing.T) {
	rows := [][]string{{"REGION", "N"}, {"46000 - МОСКОВСКАЯ ОБЛАСТЬ", "1"}, {"67000 - СЕВАСТОПОЛЬ", "2"}}
	for name, w := range map[string]importertest.DBF{
		"CP866 by its driver":        {Encoding: decode.CP866, Driver: 0x65},
		"CP866 by the other":         {Encoding: decode.CP866, Driver: 0x26},
		"CP866 without a driver":     {Encoding: decode.CP866},
		"CP1251 by its driver":       {Encoding: decode.CP1251, Driver: 0xC9},
		"CP1251 under a western one": {Encoding: decode.CP1251, Driver: 0x57},
		"CP1251 without a driver":    {Encoding: decode.CP1251},
		"UTF-8":                      {},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := dump(w.Write(t, rows), cells.Default())
			if want := "1: =REGION =N\n2: =46000 - МОСКОВСКАЯ ОБЛАСТЬ =1\n3: =67000 - СЕВАСТОПОЛЬ =2\n"; err != nil || got != want {
				t.Errorf("%v, got %s", err, got)
			}
		})
	}
}

func TestDamageIsAnError(t *testing.T) {
	whole := importertest.DBF{}.Write(t, [][]string{{"A", "B"}, {"x", "y"}, {"x", "y"}})
	few := cells.Default()
	few.Columns = 1
	for name, tt := range map[string]struct {
		data   []byte
		limits cells.Limits
		want   briefing.Code
	}{
		"a header cut off":   {whole[:50], cells.Default(), briefing.CodeTruncated},
		"records missing":    {whole[:len(whole)-3], cells.Default(), briefing.CodeTruncated},
		"half a record":      {whole[:len(whole)-1], cells.Default(), briefing.CodeTruncated},
		"an early end":       {append(append([]byte(nil), whole[:len(whole)-3]...), 0x1A, 0, 0), cells.Default(), briefing.CodeTruncated},
		"too many fields":    {whole, few, briefing.CodeTooLarge},
		"nothing but a head": {append([]byte{3, 122, 2, 14, 1, 0, 0, 0, 33, 0, 2, 0}, make([]byte, 21)...), cells.Default(), briefing.CodeTruncated},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := dump(tt.data, tt.limits); briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

func FuzzTable(f *testing.F) {
	importertest.Seed(f, "dbase-iii", importertest.DBF{Types: "CNDLM"}.Write(f, [][]string{{"A", "B", "C", "D", "E"}, {"я", "1", "20220101", "T", "1"}}))
	importertest.Seed(f, "foxpro", importertest.DBF{Version: 0x30, Types: "IYBT@", End: true}.Write(f, [][]string{{"A", "B", "C", "D", "E"}, {"1234", "12345678", "12345678", "12345678", "12345678"}}))
	importertest.Seed(f, "cp866-numbers-as-text", importertest.DBF{Types: "CC"}.Write(f, [][]string{{"NAPR", "STOIM"}, {"ЭК", "12,5"}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := cells.Default()
		l.Line, l.Columns = 1<<12, 64
		_, err := dump(data, l)
		if c := briefing.CodeOf(err); err != nil && c != briefing.CodeTruncated && c != briefing.CodeTooLarge {
			t.Errorf("%v", err)
		}
	})
}
