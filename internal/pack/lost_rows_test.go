package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
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

// A total that the source states is told beside the sum of its rounded rows, in the
// section of trade and of goods, where the rows are of its flow and period.
func TestAStatedTotalIsToldBesideTheSum(t *testing.T) {
	rows := []figure.Observation{
		shipment(figure.Export, "", "TR", "10", "2024", "100"), shipment(figure.Export, "", "TR", "10", "2025", "120"), shipment(figure.Export, "", "TR", "12", "2025", "120"),
	}
	for _, l := range briefing.Langs() {
		for label, want := range map[string]int{
			lang.StatedTotal(l, "export", "", briefing.Year(2025)): 2,
			lang.StatedTotal(l, "import", "", briefing.Year(2025)): 0,
			lang.StatedTotal(l, "export", "", briefing.Year(2023)): 0,
		} {
			note := lang.T(l, "importer.note.rounded", label+"241")
			p := shipped(t, "", rows...)
			for i := range p.Imports {
				*p.Imports[i].Note.At(l) = note
			}
			p.Facts = nil
			for _, a := range []briefing.Audience{briefing.Leader, briefing.Partner} {
				n := 0
				for _, s := range build(t, p, a, pack.Options{Lang: l}).Sections {
					if (s.Key == "trade" || s.Key == "structure") && strings.Contains(saidIn(s), note) {
						n++
					}
				}
				if n != want && (a == briefing.Leader || want == 0) {
					t.Errorf("%s, %v, %s: told in %d sections, want %d", l, a, label, n, want)
				}
			}
		}
	}
}

// saidIn is the text of a section.
func saidIn(s document.Section) string {
	return dump(&document.Document{Sections: []document.Section{s}})
}
