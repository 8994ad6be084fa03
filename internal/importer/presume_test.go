package importer_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"briefing/internal/importer"
)

// A large file that begins as UTF-8 is not gone through for its encoding
// beforehand; whatever stands further on, it is read as if it had been.
func TestAnEncodingThatOnlyTheEndTellsIsTold(t *testing.T) {
	cp1251 := func(s string) string {
		out, err := charmap.Windows1251.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	row := func(region string) string {
		return "ЭК\t01/2022\tCN\t0207120000\t\t17,5\t2\t0\t" + region + "\t01-ЦФО\n"
	}
	ascii := func(i int) string {
		return fmt.Sprintf("EX\t01/2022\tCN\t02071%05d\t\t%d,5\t2\t0\t46000 - R\t01\n", i%700, i)
	}
	utf8 := func(i int) string {
		return strings.Replace(strings.Replace(ascii(i), "EX", "ЭК", 1), "R", "МОСКОВСКАЯ ОБЛАСТЬ", 1)
	}
	tests := map[string]struct {
		first    func(int) string
		last     string
		encoding string
	}{
		"nothing else":                     {utf8, row("46000 - МОСКОВСКАЯ ОБЛАСТЬ"), "utf-8"},
		"plain signs throughout":           {ascii, ascii(1), "utf-8"},
		"a code page after plain signs":    {ascii, strings.Repeat(cp1251(row("46000 - МОСКОВСКАЯ ОБЛАСТЬ")), 40), "cp1251"},
		"a spoilt byte":                    {utf8, row("46000 - МОС\xffКВА"), "utf-8"},
		"a spoilt byte among plain signs":  {ascii, ascii(1) + strings.Replace(ascii(2), "R", "R\xc0", 1), "cp1252"},
		"a code page in a blank row":       {ascii, "\xa0\t\t\n" + cp1251(row("46000 - МОСКВА")), "cp1251"},
		"a code page in a row too long":    {ascii, cp1251(row("46000 - "+strings.Repeat("МОСКВА ", 3000))) + ascii(3), "cp1251"},
		"a code page in a quote left open": {ascii, cp1251("ЭК\t01/2022\tCN\t\"0207\n") + ascii(3), "cp1251"},
		"a code page in too many columns":  {ascii, cp1251(row(strings.Repeat("Ц\t", 300))) + ascii(3), "cp1252"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			b.WriteString(strings.Join(ftsRows()[0], "\t") + "\n")
			for i := 0; b.Len() < 3<<19; i++ {
				b.WriteString(tt.first(i))
			}
			b.WriteString(tt.last)
			o := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}, ImportID: "i"}
			o.Limits.Line, o.Limits.Columns = 8000, 200
			got, want := mustLoad(t, "a.csv", b.Bytes(), o), mustLoad(t, "a.csv", b.Bytes(), importer.Plainly(o))
			if got.Preview.Encoding != tt.encoding || want.Preview.Encoding != tt.encoding {
				t.Errorf("read as %s, gone through as %s", got.Preview.Encoding, want.Preview.Encoding)
			}
			if a, b := account(got.Report), account(want.Report); a != b {
				t.Errorf("%.600s\ngone through beforehand %.600s", a, b)
			}
			if a, b := rowsOf(got.Figures), rowsOf(want.Figures); !slices.Equal(a, b) {
				t.Errorf("rows differ: %d and %d", len(a), len(b))
			}
			if got.Import != want.Import || got.Import.Hash == "" {
				t.Errorf("import %+v, not %+v", got.Import, want.Import)
			}
		})
	}
}
