package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// Every measure of the registry has its name and formula in three languages and is
// asked for by its key from the command line: the answer has a column of its name
// with a number or with why there is none, and tells whence the first one is.
func TestEveryMeasureIsAskedForByItsKey(t *testing.T) {
	b := newBench(t)
	rows := filepath.Join(t.TempDir(), "rows.csv")
	var text strings.Builder
	text.WriteString("period;flow;reporter;partner;code;value;weight;currency;basis\n")
	for _, year := range []string{"2020", "2021", "2022"} {
		for m := range 12 {
			for _, line := range []string{
				"export;RU;CN;1001;200000;1000;USD;FOB", "export;RU;CN;1201;900000;2000;USD;FOB", "import;RU;CN;8517;700000;50;USD;CIF",
				"import;CN;RU;1001;210000;1000;USD;CIF", "export;W00;CN;1001;500000;2500;USD;FOB", "export;W00;CN;1201;700000;1500;USD;FOB",
			} {
				text.WriteString(year + "-" + []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}[m] + ";" + line + "\n")
			}
		}
	}
	if err := os.WriteFile(rows, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, said := b.run("import", b.path, rows, "--unit", "value=usd,weight=t"); code != 0 {
		t.Fatal(out, said)
	}
	for _, m := range measure.All() {
		for _, l := range briefing.Langs() {
			for _, key := range []string{m.Name(), m.Formula()} {
				if words, ok := lang.Has(l, key); !ok || words == "" {
					t.Errorf("%s has no %s in %s", m.Key, key, l)
				}
			}
		}
		by := map[string]string{"seasonal-index": "month", "trade-intensity": "partner", "complementarity": "partner", "mirror-gap": "partner", "mirror-asymmetry": "partner"}[m.Key]
		if by == "" {
			by = "code"
		}
		args := []string{"figures", b.path, "--measure", m.Key}
		if !slices.Contains(app.RecordColumns(), m.Key) {
			args = append(args, "--by", by, "--currency", "USD", "--top", "50")
		}
		code, out, said := b.run(args...)
		name, _ := lang.Has(briefing.RU, m.Name())
		if code != 0 || !strings.Contains(out, name) || strings.Contains(out, "measure.") || strings.Contains(out, "NaN") {
			t.Errorf("%s (%d):\n%s%s", m.Key, code, out, said)
		}
		if code, out, said := b.run(append(args, "--whence", "1")...); code != 0 || strings.TrimSpace(out) == "" {
			t.Errorf("whence %s (%d):\n%s%s", m.Key, code, out, said)
		}
	}
}
