package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// plusRows are rows of the new portal: year, code and value.
func plusRows(t *testing.T, rows ...[3]string) []byte {
	t.Helper()
	var all []map[string]string
	for _, r := range rows {
		all = append(all, map[string]string{"refYear": r[0], "period": r[0], "cmdCode": r[1], "primaryValue": r[2], "cifvalue": r[2]})
	}
	return plusFile(t, importertest.Text{Delimiter: ','}, all...)
}

// TestATotalBeyondItsGoodsIsTheSum: where only some chapters were ticked at the
// portal, the sum is what the file states, in all years, and not what the
// chapters come to.
func TestATotalBeyondItsGoodsIsTheSum(t *testing.T) {
	res := mustLoad(t, "TradeData.csv", plusRows(t,
		[3]string{"2022", "TOTAL", "100"}, [3]string{"2022", "10", "60"}, [3]string{"2022", "15", "40"},
		[3]string{"2023", "TOTAL", "200"}, [3]string{"2023", "10", "70"}, [3]string{"2023", "15", "30"},
	), importer.Options{})
	if got := account(res.Report); got != "6 = 6" {
		t.Error(got)
	}
	groups, err := res.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
	if err != nil || len(groups) != 2 || groups[0].Value.Decimal.String() != "100" || groups[1].Value.Decimal.String() != "200" {
		t.Errorf("sums %v, %v", groups, err)
	}
	var got []string
	for _, c := range res.Report.Totals {
		got = append(got, c.Period.String()+" "+c.Stated.String()+" "+c.Stored.String())
		if !c.Part || c.Contradicts() {
			t.Errorf("%+v is told as a contradiction", c)
		}
	}
	if strings.Join(got, ", ") != "2022 100 100, 2023 200 100" {
		t.Errorf("totals %s", got)
	}
	if !slices.Contains(res.Report.Notes, importer.NoteWhole) || slices.Contains(res.Report.Notes, importer.NoteTotals) {
		t.Errorf("notes %s", res.Report.Notes)
	}
}

// TestATotalBelowItsGoodsIsAContradiction, also where another year's is more
// than its goods.
func TestATotalBelowItsGoodsIsAContradiction(t *testing.T) {
	res := mustLoad(t, "TradeData.csv", plusRows(t,
		[3]string{"2022", "TOTAL", "50"}, [3]string{"2022", "10", "60"}, [3]string{"2022", "15", "40"},
		[3]string{"2023", "TOTAL", "200"}, [3]string{"2023", "10", "70"}, [3]string{"2023", "15", "30"},
	), importer.Options{})
	if got := account(res.Report); got != "6 = 5 + total 1" {
		t.Error(got)
	}
	if len(res.Report.Totals) != 2 || !res.Report.Totals[0].Contradicts() || res.Report.Totals[1].Contradicts() || !slices.Contains(res.Report.Notes, importer.NoteTotals) {
		t.Errorf("totals %+v, notes %s", res.Report.Totals, res.Report.Notes)
	}
}
