package importer_test

import (
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
		`<td>World</td><td>9</td><td>9</td>`,
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

// Text downloads have no title: country and direction come from the file's
// name, the unit is asked for.
func TestTradeMapMonthlyText(t *testing.T) {
	data := []byte("Importers\tExported value in 2023-M01\tExported value in 2023-M02\t\nWorld\t10\t20\t\nChina\t7\t15\t\nAtlantis\t1\t\t\n")
	name := "Trade_Map_-_List_of_importing_markets_for_a_product_exported_by_Russian_Federation.txt"
	if _, err := load(name, data, importer.Options{}); briefing.CodeOf(err) != briefing.CodeUnknownTable {
		t.Errorf("without a product: %v", err)
	}
	page := mapPage("List of importing markets for a product exported by Russian Federation", "Unit : US Dollar thousand",
		"<th>Importers</th><th>Exported value in 2023-M01</th><th>Exported value in 2023-M02</th>", "<td>World</td><td>10</td><td>20</td>", "<td>China</td><td>7</td><td>15</td>", "<td>Atlantis</td><td>1</td><td></td>")
	res := mustLoad(t, "m.xls", page, importer.Options{})
	if got, want := account(res.Report), "6 = 2 + empty 1 + total 2 + 4:1 partner «Atlantis»"; got != want || res.Import.Profile != importer.ProfileTradeMapMonthly {
		t.Errorf("got %s, want %s (%s)", got, want, res.Import.Profile)
	}
	equal(t, "months", sums(t, res.Figures, figure.Filter{Reporter: "RU", Partner: "CN"}, "month"), []string{"2023-01 7000", "2023-02 15000"})
}
