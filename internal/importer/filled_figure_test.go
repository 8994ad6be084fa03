package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// A cell of the template says of a figure what a document says: the word of
// precision, the range and the unit are taken apart, and kept in the source's
// words; what another cell of the row says otherwise is refused as before.
func TestACellOfTheTemplateHoldsAFigureAsItIsSaid(t *testing.T) {
	for _, tt := range []struct {
		name, value, unit, change string
		want                      string // "" when the row is refused
		wantChange                string
	}{
		{"a bound", "более 1 320", "чел.", "", "более 1320 человек", ""},
		{"a range", "7,5–8,1", "тыс. т", "", "7,5–8,1 тыс. т", ""},
		{"with its unit", "около 640 тыс. т", "", "", "около 640 тыс. т", ""},
		{"a word for a number", "сотни", "тыс. т", "", "сотни тысяч тонн", ""},
		{"thousands of people", "640", "тыс. чел.", "", "640 тыс. чел.", ""},
		{"a number", "640", "тыс. т", "+4,1 п. п.", "640 тыс. т", "+4,1 п. п."},
		{"times", "640", "тыс. т", "рост в 2,3 раза", "640 тыс. т", "в 2,3 раза"},
		{"a fall by times", "640", "тыс. т", "в 2 раза меньше", "640 тыс. т", "в 2 раза меньше"},
		{"a fall", "640", "тыс. т", "снижение на 5 %", "640 тыс. т", "−5 %"},
		{"times alone", "в 2,3 раза", "", "", "2,3 раза", ""},
		{"times that are tonnes", "в 2,3 раза", "тыс. т", "", "", ""},
		{"nonsense", "много", "тыс. т", "", "", ""},
		{"a vague change", "640", "тыс. т", "почти вдвое", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			head := []any{"id", "statement_ru", "claims.value", "claims.unit", "claims.period", "claims.change"}
			res := mustLoad(t, "t.xlsx", ownSheet(t, "facts", head, []any{"F1", "Экспорт", tt.value, tt.unit, "2022", tt.change}), importer.Options{})
			if tt.want == "" {
				if len(res.Report.Rejected) != 1 || len(res.Records) != 0 {
					t.Errorf("%+v", res.Report)
				}
				return
			}
			if len(res.Records) != 1 {
				t.Fatalf("%+v", res.Report)
			}
			c := res.Records[0].(*briefing.Fact).Claims[0]
			plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
			if got := plain(lang.Figure(briefing.RU, c.Figure)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			if got := plain(lang.Change(briefing.RU, c)); got != tt.wantChange {
				t.Errorf("change %q, want %q", got, tt.wantChange)
			}
		})
	}
}
