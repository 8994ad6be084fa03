package importer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// sdmxRows are of SDMX-CSV 2.0; the figures are made up.
func sdmxRows() [][]string {
	row := func(partner, code, measure, period, value, unit, mult, status string) []string {
		return []string{"dataflow", "X:IMTS(1.0)", "I", "M", "RUS", partner, "X", code, measure, period, value, unit, mult, status}
	}
	return [][]string{
		{"STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "COUNTERPART_AREA", "TRADE_FLOW", "COMMODITY", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"},
		row("CHN", "0207", "VALUE", "2022-01", "1250.5", "USD", "3", "A"),
		row("CN", "0208", "VALUE", "2022-M01", "10", "USD", "0", "P"),
		row("CHN", "0207", "NET_WEIGHT", "2022-01", "610", "T", "0", "E"),
		row("CHN", "0207", "QUANTITY", "2022-01", "12", "796", "0", "A"),
		row("CHN", "0207", "VALUE", "2022-01", "1250.5", "USD", "3", "A"),
		row("CHN", "0207", "VALUE", "2022-01", "7", "USD", "3", "A"),
		row("156", "_T", "VALUE", "2022-01", "9", "USD", "6", "D"),
		row("W00", "0207", "VALUE", "2022-01", "9900", "USD", "3", "A"),
		row("_X", "0207", "NET_WEIGHT", "2022-Q1", "5", "KGM", "", "I"),
		row("CHN", "0209", "VALUE", "2022-01", "", "USD", "3", "M"),
		row("CHN", "0209", "PRICE", "2022-01", "3", "USD", "3", "A"),
		row("CHN", "0209", "VALUE", "2022-W01", "3", "USD", "3", "A"),
		row("CHN", "0209", "VALUE", "2022-01", "3", "XDC", "3", "A"),
		row("CHN", "0209", "VALUE", "2022-01", "3", "USD", "99", "A"),
		row("CHN", "0209", "VALUE", "2022-01", "3", "USD", "3", "?"),
		row("QQQ", "0209", "VALUE", "2022-01", "3", "USD", "3", "A"),
		{"dataflow", "X:IMTS(1.0)", "D", "M", "RUS", "CHN", "X", "0207", "VALUE", "2022-01", "1", "USD", "0", "A"},
	}
}

// Value, weight and quantity of one observation are three rows: they are put
// together wherever they stand.
func TestSDMX(t *testing.T) {
	res := mustLoad(t, "data.csv", csv(t, sdmxRows()), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 export RU→CN 2022-01 0207/4 HS 1250500USD kg=610000 q=12796 A/E",
		"3 export RU→CN 2022-01 0208/4 HS 10USD kg=– q=– P",
		"7 export RU→CN 2022-01 0207/4 HS 7000USD kg=– q=– A",
		"8 export RU→CN 2022-01 TOTAL/0 HS 9000000USD kg=– q=– A", // more than the goods that are told
		"9 export RU→W00 2022-01 0207/4 HS 9900000USD kg=– q=– A",
		"10 export RU→ZZ 2022-Q1 0207/4 HS – kg=5 q=– E",
	})
	want := "17 = 6 + duplicate 1 + empty 1 + joined 2 + 12:9 measure «PRICE» + 13:10 period «2022-W01» + " +
		"14:12 unit «XDC» + 15:13 unit «99» + 16:14 field «?» + 17:6 partner «QQQ» + 18:3 field «D»"
	if got := account(res.Report); got != want || res.Preview.Profile != "sdmx" || res.Report.Repeated != 1 {
		t.Errorf("got  %s (%s, %d)\nwant %s", got, res.Preview.Profile, res.Report.Repeated, want)
	}
}

// A dimension of a source's own parts rows that are equal in all others.
func TestSDMXDimensionsOfTheSource(t *testing.T) {
	rows := [][]string{
		{"DATAFLOW", "LAST UPDATE", "freq", "reporter", "partner", "product", "flow", "regime", "indicators", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "note"},
		{"ESTAT:DS-1(1.0)", "01/03/23", "A", "DE", "CN", "0207", "1", "N", "VALUE_IN_EUROS", "2022", "100", "", "a"},
		{"ESTAT:DS-1(1.0)", "01/03/23", "A", "DE", "CN", "0207", "1", "N", "QUANTITY_IN_100KG", "2022", "7", "p", "b"},
		{"ESTAT:DS-1(1.0)", "01/03/23", "A", "DE", "CN", "0207", "1", "P", "QUANTITY_IN_100KG", "2022", "8", "", "c"},
		{"ESTAT:DS-1(1.0)", "01/03/23", "A", "DE", "WORLD", "0207", "1", "P", "QUANTITY_IN_100KG", "2022", "8", "", "c"},
	}
	res := mustLoad(t, "data.csv", csv(t, rows), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import DE→CN 2022 0207/4 HS 100EUR kg=700 q=– A/P",
		"4 import DE→CN 2022 0207/4 HS – kg=800 q=– A",
	})
	if got := account(res.Report); got != "4 = 2 + joined 1 + total 1" {
		t.Error(got)
	}
}

// With labels, headers and cells hold code and name.
func TestSDMXWithLabels(t *testing.T) {
	var rows [][]string
	for i, r := range sdmxRows()[:4] {
		var row []string
		for j, s := range r {
			switch {
			case i == 0 && j > 2:
				s += ":Name of " + strings.ToLower(s)
			case i > 0 && j > 2 && j != 9 && j != 10 && s != "":
				s += ": name"
			}
			row = append(row, s)
		}
		rows = append(rows, row)
	}
	for _, d := range []byte{',', ';'} {
		res := mustLoad(t, "data.csv", importertest.Text{Delimiter: d}.Write(t, rows), importer.Options{})
		equal(t, "rows", rowsOf(res.Figures), []string{
			"2 export RU→CN 2022-01 0207/4 HS 1250500USD kg=610000 q=– A/E",
			"3 export RU→CN 2022-01 0208/4 HS 10USD kg=– q=– P",
		})
	}
}

// What a file leaves open is asked for, what it states may not be contradicted.
func TestSDMXUnits(t *testing.T) {
	rows := [][]string{
		{"DATAFLOW", "REPORTER", "PARTNER", "COMMODITY", "TIME_PERIOD", "OBS_VALUE"},
		{"X:Y(1.0)", "RU", "CN", "0207", "2022", "5"},
		{"X:Y(1.0)", "RU", "CN", "0207", "2022-01-01/P10M", "5"},
	}
	var n *importer.Needed
	if _, err := load("data.csv", csv(t, rows), importer.Options{}); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"value", "flow"}) {
		t.Errorf("got %v", err)
	}
	res := mustLoad(t, "data.csv", csv(t, rows), importer.Options{Units: importer.Units{Value: "thousand-usd", Flow: figure.Export}})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 export RU→CN 2022 0207/4 HS 5000USD kg=– q=– A",
		"3 export RU→CN 2022-01..2022-10 0207/4 HS 5000USD kg=– q=– A",
	})
	if _, err := load("data.csv", csv(t, sdmxRows()), importer.Options{Units: importer.Units{Value: "cny"}}); briefing.CodeOf(err) != briefing.CodeUnitConflict {
		t.Errorf("a unit against the file: %v", err)
	}
}

// Whatever a long table holds, each row has one fate and what is stored is what
// the report says.
func FuzzReadLong(f *testing.F) {
	w := importertest.Text{Delimiter: ','}
	importertest.Seed(f, "export", w.Write(f, sdmxRows()))
	importertest.Seed(f, "own-measures", []byte("DATAFLOW,REPORTER,PARTNER,FLOW,ENTRY,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nx,RU,CN,X,1,VALUE,2022-01-01/P3M,1,USD\nx,RU,CN,X,1,WEIGHT,2022-S1,1,KG\n"))
	importertest.Seed(f, "labels", []byte("FREQ:F,REPORTER:R,PARTNER:P,FLOW:X,TIME_PERIOD:T,OBS_VALUE:O,UNIT_MEASURE:U,UNIT_MULT:M\nA: a,RU: r,_X: p,1: i,2022,5,T: t,12: m\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, key := range []string{"sdmx", "sdmx-own"} {
			res, err := load("in_import.csv", data, importer.Options{Profile: key, Units: importer.Units{Value: "usd"}})
			if err != nil {
				if briefing.CodeOf(err) == briefing.CodeInternal {
					t.Error(err)
				}
				continue
			}
			if r := res.Report; r.Read != r.Stored+r.AsideRows()+len(r.Rejected) || r.Stored != res.Figures.Len() {
				t.Errorf("%+v, %d figures", r, res.Figures.Len())
			}
		}
	})
}

// The aggregates of Eurostat are no countries; what is confidential leaves a mark.
func TestQuirkAggregatesAndConfidentialRowsOfEurostat(t *testing.T) {
	row := func(partner, code, flow, indicator, value, flag, conf string) []string {
		return []string{"ESTAT:DS-045409(1.0)", "15/03/24 23:00:00", "A: Annual", "DE: Germany", partner, code, flow, indicator, "2023", value, flag, conf}
	}
	rows := [][]string{
		{"DATAFLOW", "LAST UPDATE", "freq: Frequency", "reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "CONF_STATUS"},
		row("RU: Russia", "1001", "1", "VALUE_IN_EUROS", "100", "", ""),
		row("RU: Russia", "1001", "1", "QUANTITY_IN_100KG", "5", "", ""),
		row("FR: France", "1001", "1", "VALUE_IN_EUROS", "40", "", ""),
		row("EXT_EU27_2020: Extra-EU27", "1001", "1", "VALUE_IN_EUROS", "900", "", ""),
		row("EXT_EU27_2020: Extra-EU27", "1001", "1", "QUANTITY_IN_100KG", "90", "", ""),
		row("INT_EU27_2020: Intra-EU27", "1001", "1", "VALUE_IN_EUROS", "40", "", ""),
		row("EA20: Euro area", "1001", "1", "VALUE_IN_EUROS", "40", "", ""),
		row("EXT_EU27_2020: Extra-EU27", "1001", "2", "VALUE_IN_EUROS", "7", "", ""),
		row("RU: Russia", "1201", "1", "VALUE_IN_EUROS", "", "c", ""),
		row("RU: Russia", "1202", "1", "VALUE_IN_EUROS", "", "", "N"),
		row("RU: Russia", "1203", "1", "VALUE_IN_EUROS", "", "M", ""),
		row("RU: Russia", "1204", "1", "VALUE_IN_EUROS", "55", "c", "C"),
	}
	res := mustLoad(t, "data.csv", csv(t, rows), importer.Options{})
	if got, want := account(res.Report), "12 = 5 + empty 1 + joined 1 + total 4 + 9:5 group «EXT_EU27_2020»"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var marks []string
	for _, o := range res.Figures.All() {
		marks = append(marks, o.Partner+" "+o.Code+" "+string(o.Status))
	}
	equal(t, "statuses", marks, []string{"RU 1001 A", "FR 1001 A", "RU 1201 M", "RU 1202 M", "RU 1204 A"})
	if len(res.Report.Totals) != 2 || !res.Report.Totals[0].Agrees() || !res.Report.Totals[1].Agrees() {
		t.Errorf("%+v", res.Report.Totals)
	}
	row = func(partner, code, flow, indicator, value, flag, conf string) []string {
		return []string{"E", "d", "A", "DE", partner, code, flow, indicator, "2023", value, flag, conf}
	}
	world := [][]string{rows[0], row("W", "1001", "1", "VALUE_IN_EUROS", "100", "", ""), row("RU", "1001", "1", "VALUE_IN_EUROS", "100", "", "")}
	if got := account(mustLoad(t, "data.csv", csv(t, world), importer.Options{}).Report); got != "2 = 1 + total 1" {
		t.Error(got)
	}
}
