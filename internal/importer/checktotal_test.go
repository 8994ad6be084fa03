package importer_test

import (
	"testing"

	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// TestTotalsOfTheFileAreCompared: those of all goods and of one, and one that
// the rows do not add up to.
func TestTotalsOfTheFileAreCompared(t *testing.T) {
	data := importertest.Text{Delimiter: ','}.Write(t, [][]string{
		{"ReporterISO3", "ProductCode", "PartnerISO3", "Year", "TradeFlowName", "TradeValue in 1000 USD"},
		{"CHN", "020714", "RUS", "2022", "Gross Imports", "1250.5"},
		{"CHN", "020714", "BRA", "2022", "Gross Imports", "3"},
		{"CHN", "020714", "WLD", "2022", "Gross Imports", "1253.5"},
		{"CHN", "120190", "BRA", "2022", "Gross Imports", "100"},
		{"CHN", "120190", "WLD", "2022", "Gross Imports", "140"},
	})
	res := mustLoad(t, "wits.csv", data, importer.Options{})
	var got []string
	for _, c := range res.Report.Totals {
		agrees := "differs"
		if c.Agrees() {
			agrees = "agrees"
		}
		got = append(got, c.Code+" "+c.Period.String()+" "+c.Currency+" "+c.Stated.String()+" "+c.Stored.String()+" "+agrees)
	}
	want := []string{"020714 2022 USD 1253500 1253500 agrees", "120190 2022 USD 140000 100000 differs"}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %q, want %q", got, want)
	}
}
