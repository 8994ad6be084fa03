package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// That rows of a period are missing is said under the tables of that period's
// rows, and under no others.
func TestMissingRowsAreToldUnderTheTablesOfTheirPeriod(t *testing.T) {
	rows := []figure.Observation{shipment(figure.Export, "", "TR", "10", "2024", "100"), shipment(figure.Export, "", "TR", "10", "2025", "120")}
	for period, told := range map[string]bool{"2025": true, "2023": false} {
		p := shipped(t, lang.T(briefing.RU, "importer.note.lost", lang.Period(briefing.RU, briefing.Per(period))), rows...)
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
		if got := strings.Contains(out, "Загружены не все строки файла (период — "+period); got != told {
			t.Errorf("%s: told %v", period, got)
		}
	}
}
