package importer_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
)

func aside(r importer.Report) map[string]int {
	out := map[string]int{}
	for _, s := range r.SetAside {
		out[s.Reason] = s.Rows
	}
	return out
}

// The expected numbers come from a few lines of Python's html.parser: 190
// partners, World before them (47 090 684 thousand in 2016, 46 053 016 in
// 2017; its parts are rounded), 544 zeros among 190 × 17 cells.
func TestSampleTradeMapYearly(t *testing.T) {
	res := read(t, sample(t, "trademap_yearly_suppliers.xls"), importer.Options{})
	if r := res.Report; r.Read != 191*17 || r.Stored != 2686 || aside(r)["total"] != 17 || aside(r)["zero"] != 544 || len(r.Rejected) != 0 {
		t.Errorf("%d read, %d stored, aside %v, rejected %v", r.Read, r.Stored, r.SetAside, r.Rejected)
	}
	equal(t, "sums of the partners", sums(t, res.Figures, figure.Filter{Flow: figure.Import, Reporter: "DZ", Currency: "USD", Codes: []string{"TOTAL"}}, "year"), []string{
		"2001 9945724000", "2002 12009773000", "2003 13545422000", "2004 18303018000", "2005 20356880000", "2006 21455854000",
		"2007 27631207000", "2008 39474716000", "2009 39258322000", "2010 40999894000", "2011 47219734000", "2012 50369387000",
		"2013 54909977000", "2014 58618086000", "2015 51803072000", "2016 47090685000", "2017 46053020000",
	})
	if p := res.Preview; res.Import.Profile != importer.ProfileTradeMapYearly || p.Sheet != "ctl00_PageContent_MyGridView1" || p.HeaderRow != 1 || p.Columns[17].Header != "Imported value in 2017" || p.Columns[17].Unit != "thousand-usd" {
		t.Errorf("profile %s, preview %+v", res.Import.Profile, p)
	}
}

func TestSampleTradeMapIndicators(t *testing.T) {
	res := read(t, sample(t, "trademap_indicators_suppliers_2024.xls"), importer.Options{})
	if r := res.Report; r.Read != 229+1 || r.Stored != 110 || aside(r)["total"] != 1 || aside(r)["empty"] != 119 || len(r.Rejected) != 0 {
		t.Errorf("%d read, %d stored, aside %v, rejected %v", r.Read, r.Stored, r.SetAside, r.Rejected)
	}
	equal(t, "sum of the partners", sums(t, res.Figures, figure.Filter{Flow: figure.Import, Reporter: "DZ", Currency: "USD"}, "year"), []string{"2024 45975407000"})
	equal(t, "notes", res.Report.Notes, []string{importer.NoteColour, importer.NoteMirror})
	if res.Import.Profile != importer.ProfileTradeMapIndicators || res.Preview.HeaderRow != 2 {
		t.Errorf("profile %s, preview %+v", res.Import.Profile, res.Preview)
	}
}

// mapPage is a page as Trade Map makes it.
func mapPage(title, unit, head string, rows ...string) []byte {
	return []byte(`<table><tr><td colspan=6>` + title + `</td></tr><tr><td>Product: 1512 Sunflower-seed oil</td></tr></table>` +
		`<table id="legend"><tr><td>The quantities shown in light green are estimated by UNSD.</td></tr></table>` +
		`<table><tr><td>` + unit + `</td></tr></table><table id="grid"><tr>` + head + `</tr><tr>` + strings.Join(rows, "</tr><tr>") + `</tr></table>`)
}

// Estimates are told by colour alone, in shades of green; stripes are none.
func TestTradeMapEstimatesByColour(t *testing.T) {
	page := mapPage("List of importing markets for a product exported by Russian Federation (Mirror)", "Unit : Tons",
		"<th>Importers</th><th>Exported quantity in 2023</th><th>Exported quantity in 2024</th>",
		`<td>World</td><td>9</td><td>6</td>`,
		`<td bgcolor="#F7F6F3">China</td><td bgcolor="#F7F6F3">5</td><td bgcolor="LightGreen">6</td>`,
		`<td>Türkiye</td><td style="background-color:darkgreen">4</td><td>0</td>`)
	res := mustLoad(t, "t.xls", page, importer.Options{})
	if got, want := account(res.Report), "6 = 3 + total 2 + zero 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var got []string
	for _, o := range res.Figures.All() {
		got = append(got, strings.Join([]string{o.Reporter, o.Partner, string(o.Flow), o.Code, o.Period.String(), o.NetWeight.Decimal.String(), string(o.Status)}, " "))
	}
	equal(t, "rows", got, []string{"RU CN export 1512 2023 5000 A", "RU CN export 1512 2024 6000 E", "RU TR export 1512 2023 4000 E"})
	equal(t, "notes", res.Report.Notes, []string{importer.NoteColour, importer.NoteMirror})
}

// A text download has no title: country and direction come from the file's name,
// unit and product are asked for. With another name it is left to the user.
func TestTradeMapTextWithoutTitle(t *testing.T) {
	data := []byte("Importers\tExported value in 2022\tExported value in 2023\t\r\nWorld\t12\t25\t\r\nChina\t7\t15\t\r\nTürkiye\t5\t0\t\r\nAtlantis\t1\t\t\r\n")
	years := []string{"CN 2022 7000", "CN 2023 15000", "TR 2022 5000", "W00 2022 12000", "W00 2023 25000"}
	for _, name := range []string{
		"Trade_Map_-_List_of_importing_markets_for_a_product_exported_by_Russian_Federation.txt",
		"Trade_Map_-_List_of_importing_markets_for_a_product_exported_by_Russian_Federation (1).txt", // downloaded again
	} {
		_, err := load(name, data, importer.Options{})
		var needed *importer.Needed
		if !errors.As(err, &needed) || !slices.Equal(needed.Needs, []string{"value", "code"}) {
			t.Fatalf("%s: %v", name, err)
		}
		res := mustLoad(t, name, data, importer.Options{Units: importer.Units{Value: "thousand-usd", Code: "1512"}})
		if got, want := account(res.Report), "8 = 5 + empty 1 + zero 1 + 5:1 partner «Atlantis»"; got != want || res.Import.Profile != importer.ProfileTradeMapYearly {
			t.Errorf("%s: got %s, want %s (%s)", name, got, want, res.Import.Profile)
		}
		equal(t, "years", sums(t, res.Figures, figure.Filter{Flow: figure.Export, Reporter: "RU", Currency: "USD", Codes: []string{"1512"}}, "partner", "year"), years)
	}
	const name = "download.txt"
	if _, err := load(name, data, importer.Options{}); briefing.CodeOf(err) != briefing.CodeUnknownTable {
		t.Errorf("%s: %v", name, err)
	}
	g, err := importer.Guess(context.Background(), name, bytes.NewReader(data), int64(len(data)), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c := g.Shape.Constants; c.Reporter != "" || c.Code != "TOTAL" || !slices.Equal(g.Missing, []string{"reporter", "value"}) || !slices.Contains(g.Shape.Notes, importer.NoteNoCodes) {
		t.Errorf("%+v, missing %q", c, g.Missing)
	}
	res := mustLoad(t, name, data, importer.Options{Shape: &g.Shape, Units: importer.Units{Value: "thousand-usd", Reporter: "RU", Code: "1512"}})
	equal(t, "years", sums(t, res.Figures, figure.Filter{Flow: figure.Export, Reporter: "RU", Currency: "USD", Codes: []string{"1512"}}, "partner", "year"), years)
	if slices.Contains(res.Report.Notes, importer.NoteNoCodes) {
		t.Errorf("notes %q", res.Report.Notes)
	}
}

// A list of products that names no other side is of all countries; its row of all
// products is a total.
func TestTradeMapProducts(t *testing.T) {
	heads := "<th>Code</th><th>Product label</th><th>%s value in 2022</th><th>%[1]s value in 2023</th>"
	rows := []string{"<td>\n 'TOTAL\n</td><td>All products</td><td>100</td><td>190</td>", "<td>'27</td><td>Fuels</td><td>70</td><td>150</td>", "<td>'10</td><td>Cereals</td><td>30</td><td>40</td>"}
	want := []string{"10 2022 30000", "10 2023 40000", "27 2022 70000", "27 2023 150000"}
	for title, f := range map[string]figure.Filter{
		"List of products exported by Russian Federation":            {Flow: figure.Export, Reporter: "RU", Partner: "W00"},
		"List of products imported by China from Russian Federation": {Flow: figure.Import, Reporter: "CN", Partner: "RU"},
	} {
		head := "Imported"
		if f.Flow == figure.Export {
			head = "Exported"
		}
		res := mustLoad(t, "p.xls", mapPage(title, "Unit : US Dollar thousand", fmt.Sprintf(heads, head), rows...), importer.Options{})
		stated := func(r importer.Report) (out []string) {
			for _, c := range r.Totals {
				out = append(out, fmt.Sprint(c.Partner, c.Period, c.Stated, c.Stored, c.Agrees()))
			}
			return out
		}
		equal(t, title+": totals", stated(res.Report), []string{f.Partner + "2022 100000 100000 true", f.Partner + "2023 190000 190000 true"})
		if got := account(res.Report); got != "6 = 4 + total 2" {
			t.Errorf("%s: %s", title, got)
		}
		equal(t, title, sums(t, res.Figures, f, "code", "year"), want)

		text := []byte("Code\tProduct label\t2023-M01\t2023-M02\t\n'TOTAL\tAll products\t100\t190\t\n'27\tFuels\t70\t150\t\n'10\tCereals\t30\t40\t\n")
		res = mustLoad(t, "Trade_Map_-_"+strings.ReplaceAll(title, " ", "_")+".txt", text, importer.Options{Units: importer.Units{Value: "thousand-usd"}})
		if got := account(res.Report); got != "6 = 4 + total 2" || res.Import.Profile != importer.ProfileTradeMapMonthly {
			t.Errorf("%s: %s (%s)", title, got, res.Import.Profile)
		}
		equal(t, title, sums(t, res.Figures, f, "code", "month"), []string{"10 2023-01 30000", "10 2023-02 40000", "27 2023-01 70000", "27 2023-02 150000"})
	}
	for name, page := range map[string][]byte{
		"services": mapPage("List of services exported by Russian Federation", "Unit : US Dollar thousand", fmt.Sprintf(strings.Replace(heads, "Product", "Service", 1), "Exported"), rows...),
	} {
		if _, err := load("s.xls", page, importer.Options{}); briefing.CodeOf(err) != briefing.CodeUnknownTable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Indicators give a quantity with a unit that differs from row to row: a mass
// is the net weight, anything else stays a quantity.
func TestTradeMapIndicatorsWithQuantities(t *testing.T) {
	page := mapPage("List of supplying markets for the product imported by Algeria in 2024", "",
		"<th rowspan=2>Exporters</th><th colspan=5>Select your indicators</th></tr><tr>"+
			"<th>Value imported in 2024 (USD thousand)</th><th>Trade balance 2024 (USD thousand)</th><th>Quantity imported in 2024</th><th>Quantity unit</th><th>Unit value (USD/unit)</th>",
		"<td>World</td><td>31</td><td>-5</td><td>90</td><td>Tons</td><td>333</td>",
		"<td>China</td><td>20</td><td>-20</td><td>60</td><td>Tons</td><td>333</td>",
		`<td>Türkiye</td><td>8</td><td>15</td><td bgcolor="LightGreen">30</td><td>Tons</td><td>267</td>`,
		"<td>Italy</td><td>2</td><td></td><td>7</td><td>Units</td><td>286</td>",
		"<td>Spain</td><td>1</td><td></td><td></td><td>No quantity</td><td></td>")
	res := mustLoad(t, "i.xls", page, importer.Options{})
	if got, want := account(res.Report), "5 = 4 + total 1"; got != want || res.Import.Profile != importer.ProfileTradeMapIndicators {
		t.Errorf("got %s, want %s (%s)", got, want, res.Import.Profile)
	}
	equal(t, "rows", rowsOf(res.Figures), []string{
		"4 import DZ→CN 2024 1512/4 HS 20000USD kg=60000 q=– A",
		"5 import DZ→TR 2024 1512/4 HS 8000USD kg=30000 q=– E",
		"6 import DZ→IT 2024 1512/4 HS 2000USD kg=– q=7Units A",
		"7 import DZ→ES 2024 1512/4 HS 1000USD kg=– q=– A",
	})
}

// Text downloads may give months with no word beside them.
func TestTradeMapMonthlyText(t *testing.T) {
	name := "Trade_Map_-_List_of_importing_markets_for_a_product_exported_by_Russian_Federation.txt"
	for _, head := range []string{"", "Exported value in "} {
		data := []byte("Importers\t" + head + "2023-M01\t" + head + "2023-M02\t\nWorld\t10\t20\t\nChina\t7\t15\t\nAtlantis\t1\t\t\n")
		res := mustLoad(t, name, data, importer.Options{Units: importer.Units{Value: "thousand-usd", Code: "TOTAL"}})
		if got, want := account(res.Report), "6 = 4 + empty 1 + 4:1 partner «Atlantis»"; got != want || res.Import.Profile != importer.ProfileTradeMapMonthly {
			t.Errorf("%q: got %s, want %s (%s)", head, got, want, res.Import.Profile)
		}
		equal(t, "months", sums(t, res.Figures, figure.Filter{Flow: figure.Export, Reporter: "RU", Partner: "CN"}, "month"), []string{"2023-01 7000", "2023-02 15000"})
	}
}
