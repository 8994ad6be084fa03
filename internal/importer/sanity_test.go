package importer_test

import (
	"errors"
	"slices"
	"strconv"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/prices"
)

// priced are so many rows of the portal's export, in dollars and kilograms: meat
// at 2000 dollars a tonne, wheat at 250, and rows that no price is made of.
func priced(n int) [][]string {
	rows := [][]string{ftsRows()[0]}
	row := func(i int, code, value, weight string) {
		rows = append(rows, []string{"ЭК", []string{"01/2022", "02/2022"}[i%2], "CN", code, "", value, weight, "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""})
	}
	for i := range n {
		kg := (i + 1) * 1000
		row(i, []string{"0207120000", "1001990000"}[i%2], strconv.Itoa([]int{kg * 2, kg / 4}[i%2]), strconv.Itoa(kg))
	}
	row(0, "2716000000", "900000", "1")
	row(0, "XXXXXXXXXX", "193128,73", "0,051")
	row(0, "2711210000", "5000", "0")
	row(0, "7108120001", "5000000", "90")
	return rows
}

func TestPricesOfAFileByChapter(t *testing.T) {
	data := importertest.Text{Delimiter: '\t'}.Write(t, priced(60))
	for _, c := range []struct {
		value, weight briefing.Unit
		slip          int
		first         string // price of meat
	}{
		{"usd", "kg", 0, "2000.00"},
		{"thousand-usd", "kg", -3, "2000000.00"},
		{"usd", "t", 3, "2.00"},
		{"thousand-usd", "t", 0, "2000.00"},
		{"million-usd", "kg", -6, "2000000000.00"},
	} {
		o := importer.Options{Units: importer.Units{Value: c.value, Weight: c.weight}}
		r := mustLoad(t, "DATTSVT.csv", data, o).Prices
		if r.Slip != c.slip || len(r.Lines) != 3 || r.Lines[0].Chapter != "02" || r.Lines[0].PerTonne.String() != c.first || r.Lines[0].Rows != 30 {
			t.Errorf("%s, %s: %+v", c.value, c.weight, r)
		}
		if gold := r.Lines[2]; gold.Chapter != "71" || gold.Verdict != prices.Unjudged || r.Judged != 2 {
			t.Errorf("gold: %+v", gold)
		}
	}
}

// Before anything is chosen, each choice has its prices by chapter: the same
// that the reading comes to.
func TestEachChoiceOfUnitsHasItsPrices(t *testing.T) {
	data := importertest.Text{Delimiter: '\t'}.Write(t, priced(60))
	_, err := load("DATTSVT.csv", data, importer.Options{})
	var n *importer.Needed
	if !errors.As(err, &n) || len(n.Implied) != 4 || !slices.Equal(n.Unsaid, []string{"basis"}) {
		t.Fatalf("%v, %+v", err, n)
	}
	for _, i := range n.Implied {
		read := mustLoad(t, "DATTSVT.csv", data, importer.Options{Units: importer.Units{Value: i.Value, Weight: i.Weight}}).Prices
		if i.Prices.Slip != read.Slip || len(i.Prices.Lines) != len(read.Lines) {
			t.Errorf("%s, %s: %+v, read %+v", i.Value, i.Weight, i.Prices, read)
		}
		for k, l := range i.Prices.Lines {
			if o := read.Lines[k]; l.Chapter != o.Chapter || l.PerTonne.Cmp(o.PerTonne) != 0 || l.Verdict != o.Verdict || l.Rows != o.Rows {
				t.Errorf("%s, %s: %+v, read %+v", i.Value, i.Weight, l, o)
			}
		}
	}
}

func TestWeightsOfZeroGiveNoPrice(t *testing.T) {
	rows := priced(0)[:1]
	for range 3 {
		rows = append(rows, []string{"ЭК", "01/2022", "CN", "0207120000", "", "5000", "0", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""})
	}
	data := importertest.Text{Delimiter: '\t'}.Write(t, rows)
	_, err := load("DATTSVT.csv", data, importer.Options{})
	var n *importer.Needed
	if !errors.As(err, &n) || len(n.Implied) != 0 {
		t.Errorf("%v, %+v", err, n)
	}
	if r := mustLoad(t, "DATTSVT.csv", data, thousandUSD); len(r.Prices.Lines) != 0 || r.Prices.Slip != 0 {
		t.Errorf("%+v", r.Prices)
	}
}

// tableOf is SDMX-CSV with a basis and a currency for each row.
func tableOf(rows ...[4]string) [][]string {
	out := [][]string{{"STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "COUNTERPART_AREA", "TRADE_FLOW", "COMMODITY", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "CURRENCY", "PRICE_BASIS", "OBS_STATUS"}}
	for i, r := range rows {
		out = append(out, []string{"dataflow", "X:IMTS(1.0)", "I", "M", r[0], r[1], r[2], "020" + strconv.Itoa(i+1), "VALUE", "2022-01", "12"})
		currency, basis := "USD", r[3]
		if basis == "EUR" {
			currency, basis = "EUR", ""
		}
		out[i+1] = append(out[i+1], currency, basis, "A")
	}
	return out
}

func TestMixedBasisAndCurrencyAreNoted(t *testing.T) {
	for name, c := range map[string]struct {
		rows  [][4]string
		notes []string
	}{
		"one basis":             {[][4]string{{"RU", "CN", "X", "FOB"}, {"RU", "KZ", "X", "FOB"}}, nil},
		"exports and imports":   {[][4]string{{"RU", "CN", "X", "FOB"}, {"RU", "CN", "M", "CIF"}}, nil},
		"two bases in one flow": {[][4]string{{"RU", "CN", "X", "FOB"}, {"RU", "KZ", "X", "CIF"}}, []string{"mixed-basis"}},
		"one row without":       {[][4]string{{"RU", "CN", "X", "FOB"}, {"RU", "KZ", "X", ""}}, []string{"mixed-basis"}},
		"two currencies":        {[][4]string{{"RU", "CN", "X", ""}, {"RU", "KZ", "X", "EUR"}}, []string{"mixed-currency"}},
	} {
		t.Run(name, func(t *testing.T) {
			equal(t, "notes", mustLoad(t, "data.csv", csv(t, tableOf(c.rows...)), importer.Options{}).Report.Notes, c.notes)
		})
	}
}

func TestABasisAgainstAStatedOneIsRefused(t *testing.T) {
	data := csv(t, tableOf([4]string{"RU", "CN", "X", "FOB"}, [4]string{"RU", "KZ", "X", ""}))
	if _, err := load("data.csv", data, importer.Options{Units: importer.Units{Basis: "CIF"}}); briefing.CodeOf(err) != briefing.CodeUnitConflict {
		t.Errorf("CIF against FOB: %v", err)
	}
	for basis, want := range map[string]string{"FOB": "FOB", importer.BasisByFlow: "FOB", "": ""} {
		o := mustLoad(t, "data.csv", data, importer.Options{Units: importer.Units{Basis: basis}}).Figures.At(1)
		if o.Basis != want {
			t.Errorf("%q: the row without a basis has %q", basis, o.Basis)
		}
	}
}

// A basis that only the methodology tells may be told otherwise.
func TestTheUserKnowsBetterThanTheMethodology(t *testing.T) {
	data := importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}.Write(t, gaccRows("美元"))
	for basis, want := range map[string]string{"": "CIF", "FOB": "FOB", importer.BasisByFlow: "CIF"} {
		res := mustLoad(t, "d.csv", data, importer.Options{Units: importer.Units{Flow: figure.Import, Basis: basis}})
		if got := res.Figures.At(0).Basis; got != want || slices.Contains(res.Report.Notes, importer.NoteBasis) != (basis == "") {
			t.Errorf("%q: %q, notes %v", basis, got, res.Report.Notes)
		}
	}
}

// Reading from the other side changes no row; it takes others' returns.
func TestMirrorIsOnlyARemark(t *testing.T) {
	data := csv(t, tableOf([4]string{"CN", "RU", "M", "CIF"}))
	plain := mustLoad(t, "data.csv", data, importer.Options{})
	res := mustLoad(t, "data.csv", data, importer.Options{Units: importer.Units{Mirror: "RU"}})
	equal(t, "rows", rowsOf(res.Figures), rowsOf(plain.Figures))
	equal(t, "notes", res.Report.Notes, []string{importer.NoteReadMirror})
	if res.Import.Units != "mirror=RU" || res.Import.Note.ZH == "" {
		t.Errorf("%+v", res.Import)
	}
	for country, want := range map[string]briefing.Code{"CN": briefing.CodeNoMirror, "KZ": briefing.CodeNoMirror, "QQ": briefing.CodeBadUnit, "ZZ": briefing.CodeBadUnit} {
		if _, err := load("data.csv", data, importer.Options{Units: importer.Units{Mirror: country}}); briefing.CodeOf(err) != want {
			t.Errorf("%s: %v", country, err)
		}
	}
	own := csv(t, tableOf([4]string{"RU", "CN", "X", "FOB"}))
	if _, err := load("data.csv", own, importer.Options{Units: importer.Units{Mirror: "RU"}}); briefing.CodeOf(err) != briefing.CodeNoMirror {
		t.Errorf("the country's own return: %v", err)
	}
}

func TestUnitsAreReadAsTheyAreWritten(t *testing.T) {
	for _, s := range []string{
		"value=thousand-usd,weight=kg,basis=FOB/CIF", "basis=CIF,mirror=RU", "flow=import,mirror=KZ,rate=CNY/USD:0.155:2021:s-1,rate=CNY/RUB:11.5:2022-12-31:s-2",
	} {
		u, err := importer.ParseUnits(s)
		if err != nil || u.String() != s {
			t.Errorf("%q: %q, %v", s, u.String(), err)
		}
	}
	for _, s := range []string{"basis=EXW", "mirror=Russia", "rate=CNY/USD:0:2021:s", "rate=CNY/USD:0.1:2021", "rate=", "currency=usd"} {
		if u, err := importer.ParseUnits(s); err == nil {
			t.Errorf("%q: %+v", s, u)
		}
	}
}
