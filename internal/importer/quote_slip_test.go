package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
)

// A quote that is not closed ends at the next one, rows later: what stands between
// is no name. The rows of the two quotes are told, the others are read.
func TestAnOpenQuoteSwallowsNoRows(t *testing.T) {
	head := "Направление;Период;Страна;ТН ВЭД;Товар;Стоимость, долл.;Вес нетто, кг\n"
	row := func(code, name string) string { return "ЭК;2025;CN;" + code + ";" + name + ";3;3\n" }
	for name, c := range map[string]struct {
		text             string
		stored, rejected int
	}{
		"two open":   {row("1001990000", "Пшеница") + row("1002990000", "\"Заря высший") + row("1003990000", "Ячмень") + row("1004990000", "Овёс") + row("1005990000", "\"Луч") + row("1006300000", "Рис"), 4, 2},
		"one closed": {row("1001990000", "Пшеница") + row("1002990000", "\"Заря высший") + row("1003990000", "Ячмень") + row("1005990000", "\"Луч\"") + row("1006300000", "Рис"), 4, 1},
		"lines":      {row("1001990000", "\"Пшеница;\nмягкая; твёрдая\"") + row("1002990000", "\"Рожь\n\"\"Заря\"\"\""), 2, 0},
	} {
		res := mustLoad(t, "q.csv", []byte(head+c.text), importer.Options{})
		r := res.Report
		if r.Stored != c.stored || len(r.Rejected) != c.rejected {
			t.Errorf("%s: %s", name, strings.TrimSpace(account(r)))
		}
	}
}
