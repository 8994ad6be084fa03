package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// ownSheet is a workbook of one sheet of our template with one row, by the keys
// of its columns.
func ownSheet(t *testing.T, key string, head, row []any) []byte {
	t.Helper()
	for _, s := range importer.Template(briefing.RU) {
		if s.Key != key {
			continue
		}
		headers, cells := make([]any, len(s.Columns)), make([]any, len(s.Columns))
		for i, c := range s.Columns {
			headers[i] = c.Header
			if at := slices.Index(head, any(c.Key)); at >= 0 {
				cells[i] = row[at]
			}
		}
		return importertest.Workbook(t, importertest.Sheet{Name: s.Name, Rows: [][]any{headers, cells}})
	}
	t.Fatalf("no sheet %s", key)
	return nil
}

// What people write into our template: «ед.» is a unit and is kept, an interval
// as ISO 8601 has it is a period, a fact's code has to be one that texts can
// refer to.
func TestFactsOfTheTemplateAsPeopleWriteThem(t *testing.T) {
	head := []any{"id", "statement_ru", "claims.value", "claims.unit", "claims.period"}
	for name, tt := range map[string]struct {
		row    []any
		unit   briefing.Unit
		period string
		reason string
	}{
		"units":                  {[]any{"F1", "Предприятий", 41, "ед.", "2025"}, "item", "2025", ""},
		"thousands of them":      {[]any{"F1", "Предприятий", 41, "тыс. единиц", "2025"}, "thousand-item", "2025", ""},
		"pieces stay pieces":     {[]any{"F1", "Машин", 41, "шт.", "2025"}, "pcs", "2025", ""},
		"an interval of days":    {[]any{"F1", "Визит", 3, "ед.", "2026-12-09/2026-12-11"}, "item", "2026-12-09..2026-12-11", ""},
		"an interval of months":  {[]any{"F1", "Визит", 3, "ед.", "2026-01/2026-10"}, "item", "2026-01..2026-10", ""},
		"a marketing year":       {[]any{"F1", "Урожай", 3, "ед.", "2025/26"}, "", "", importer.RejectPeriod},
		"a code in Cyrillic":     {[]any{"ф1", "Предприятий", 41, "ед.", "2025"}, "", "", importer.RejectLink},
		"a code with other sign": {[]any{"F1.a-2_b", "Предприятий", 41, "ед.", "2025"}, "item", "2025", ""},
	} {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "t.xlsx", ownSheet(t, "facts", head, tt.row), importer.Options{})
			if tt.reason != "" {
				if r := res.Report.Rejected; len(r) != 1 || r[0].Reason != tt.reason || len(res.Records) != 0 {
					t.Errorf("%+v", res.Report)
				}
				return
			}
			fact, ok := res.Records[0].(*briefing.Fact)
			if !ok || len(fact.Claims) != 1 {
				t.Fatalf("%+v, %s", res.Records, account(res.Report))
			}
			if c := fact.Claims[0]; c.Figure.Unit != tt.unit || c.Period.String() != tt.period {
				t.Errorf("%q, %s", c.Figure.Unit, c.Period)
			}
		})
	}
}

// The number of a subject of the federation is no code of a region: «54» is
// another region's than who writes it means.
func TestARegionByAnotherNumberIsRefused(t *testing.T) {
	head := []any{"period", "flow", "reporter", "region", "partner", "classification", "code", "value", "value-unit"}
	for region, want := range map[string]string{
		"54": "", "50": "", "99999": "", "50000": "50000", "Новосибирская область": "50000", "1000": "01000", "": "whole",
	} {
		res := mustLoad(t, "t.xlsx", ownSheet(t, "trade", head, []any{"2025", "экспорт", "RU", region, "UZ", "ТН ВЭД", "1101", 5, "тыс. долл. США"}), importer.Options{})
		switch {
		case want == "":
			if r := res.Report.Rejected; len(r) != 1 || r[0].Reason != importer.RejectRegion || r[0].Text != region || !strings.Contains(r[0].Why(briefing.RU), "ОКАТО") {
				t.Errorf("%q: %s", region, account(res.Report))
			}
		case res.Figures.Len() != 1 || res.Figures.At(0).Region != strings.TrimPrefix(want, "whole"):
			t.Errorf("%q: %s, %v", region, account(res.Report), rowsOf(res.Figures))
		}
	}
}
