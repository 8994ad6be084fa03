package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

const plusHeader = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate"

// plus makes a row of the new portal from the fields that differ.
func plus(set map[string]string) []string {
	row := []string{}
	for name := range strings.SplitSeq(plusHeader, ",") {
		v, ok := set[name]
		if !ok {
			v = map[string]string{
				"typeCode": "C", "freqCode": "A", "refYear": "2023", "refMonth": "52", "period": "2023", "reporterCode": "156", "reporterISO": "CHN", "reporterDesc": "China",
				"flowCode": "M", "flowDesc": "Import", "partnerCode": "643", "partnerISO": "RUS", "partnerDesc": "Russian Federation", "partner2Code": "0", "partner2ISO": "W00",
				"classificationCode": "H6", "cmdCode": "0207", "cmdDesc": "Meat of poultry", "customsCode": "C00", "mosCode": "0", "motCode": "0", "qtyUnitAbbr": "kg",
			}[name]
		}
		row = append(row, v)
	}
	return row
}

func plusFile(t *testing.T, w importertest.Text, rows ...map[string]string) []byte {
	t.Helper()
	var all [][]string
	for _, r := range rows {
		all = append(all, plus(r))
	}
	// The header has 47 names, rows have 48 fields.
	w.QuoteAll, w.Trailing = true, true
	body := w.Write(t, all)
	w.QuoteAll, w.Trailing = false, false
	return append(w.Write(t, [][]string{strings.Split(plusHeader, ",")}), body...)
}

func TestComtradePlus(t *testing.T) {
	data := plusFile(t, importertest.Text{Delimiter: ',', Encoding: decode.CP1252},
		map[string]string{"primaryValue": "1000.5", "cifvalue": "1000.5", "netWgt": "20", "qty": "20", "isNetWgtEstimated": "true"},
		map[string]string{"partnerCode": "0", "partnerISO": "W00", "partnerDesc": "World", "primaryValue": "5000"},
		map[string]string{"primaryValue": "400", "motCode": "1000"},
		map[string]string{"primaryValue": "400", "customsCode": "C01"},
		map[string]string{"primaryValue": "400", "partner2Code": "156"},
		map[string]string{"partnerCode": "344", "partnerISO": "HKG", "partnerDesc": "China, Hong Kong SAR", "primaryValue": "7", "fobvalue": "7", "flowCode": "X", "netWgt": "", "qty": ""},
		map[string]string{"partnerCode": "531", "partnerISO": "CUW", "partnerDesc": "Curaçao", "primaryValue": "8", "period": "202301"},
		map[string]string{"partnerCode": "792", "partnerISO": "TUR", "partnerDesc": "Türkiye", "primaryValue": "9", "netWgt": "0"},
	)
	res := mustLoad(t, "TradeData.csv", data, importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2023 0207/4 HS2022 1000.5USDCIF kg=20 q=20kg A/E",
		"3 import CN→W00 2023 0207/4 HS2022 5000USD kg=– q=– A",
		"7 export CN→HK 2023 0207/4 HS2022 7USDFOB kg=– q=– A",
		"8 import CN→CW 2023-01 0207/4 HS2022 8USD kg=– q=– A",
		"9 import CN→TR 2023 0207/4 HS2022 9USD kg=– q=– A",
	})
	if got := account(res.Report); got != "8 = 5 + breakdown 3" {
		t.Error(got)
	}
	if res.Preview.Encoding != "cp1252" || res.Preview.Score != 100 {
		t.Errorf("encoding %s, score %d", res.Preview.Encoding, res.Preview.Score)
	}
}

// legacy makes the bulk form of 22 columns.
func legacy(rows ...[]string) [][]string {
	head := strings.Split("Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag", ",")
	out := [][]string{head}
	for _, r := range rows {
		code, flow, partner, weight, value, flag := r[0], r[1], r[2], r[3], r[4], r[5]
		p := map[string][]string{"RU": {"643", "Russian Federation", "RUS"}, "W": {"0", "World", "WLD"}, "KR": {"410", "Rep. of Korea", "KOR"}}[partner]
		out = append(out, []string{"H4", "2019", "2019", "2019", "2", "0", "1", flow, "156", "China", "CHN", p[0], p[1], p[2], code, "Meat, and edible offal", "8", "Weight in kilograms", "0", weight, value, flag})
	}
	return out
}

func TestComtradeLegacyBulkForm(t *testing.T) {
	data := importertest.Text{Delimiter: ','}.Write(t, legacy(
		[]string{"0207", "Import", "RU", "10", "100", "4"},
		[]string{"0207", "Import", "W", "30", "300", "0"},
		[]string{"0207", "Re-Export", "KR", "", "5", "0"},
	))
	res := mustLoad(t, "comtrade.csv", data, importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2019 0207/4 HS2012 100USD kg=10 q=– A/E",
		"3 import CN→W00 2019 0207/4 HS2012 300USD kg=30 q=– A",
		"4 re-export CN→KR 2019 0207/4 HS2012 5USD kg=– q=– A",
	})
	if got := account(res.Report); got != "3 = 3" {
		t.Error(got)
	}
	if _, err := load("c.csv", data, importer.Options{Units: importer.Units{Value: "thousand-usd"}}); err == nil {
		t.Error("a unit against the header was taken")
	}
	mustLoad(t, "c.csv", data, importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
}

// A file that mixes levels is not added up twice.
func TestLevels(t *testing.T) {
	row := func(code, value string) []string { return []string{code, "Import", "RU", "", value, "0"} }
	tests := map[string]struct {
		rows   [][]string
		want   string
		stored string
	}{
		"a total of all goods beside its goods goes":     {[][]string{row("TOTAL", "100"), row("02", "60"), row("03", "40")}, "3 = 2 + total 1", "02 03"},
		"a total of all goods beside some of them stays": {[][]string{row("TOTAL", "100"), row("02", "60"), row("03", "30")}, "3 = 3", "TOTAL 02 03"},
		"what is hidden is part of the total":            {[][]string{row("TOTAL", "100"), row("02", "60"), row("XXXXXX", "40")}, "3 = 2 + total 1", "02 X"},
		"a total less than its goods goes":               {[][]string{row("TOTAL", "80"), row("02", "60"), row("03", "30")}, "3 = 2 + total 1", "02 03"},
		"a total of all goods alone stays":               {[][]string{row("TOTAL", "100")}, "1 = 1", "TOTAL"},
		"a heading goes when its subheadings add up":     {[][]string{row("02", "60"), row("0201", "20"), row("0207", "40")}, "3 = 2 + mixed-levels 1", "0201 0207"},
		"subheadings go when they do not add up":         {[][]string{row("02", "60"), row("0207", "40")}, "2 = 1 + mixed-levels 1", "02"},
		"three levels, the lowest whole":                 {[][]string{row("02", "60"), row("0207", "60"), row("020712", "50"), row("020714", "10")}, "4 = 2 + mixed-levels 2", "020712 020714"},
		"three levels, the middle whole":                 {[][]string{row("02", "60"), row("0207", "60"), row("020712", "50")}, "3 = 1 + mixed-levels 2", "0207"},
		"codes of different chapters at different level": {[][]string{row("02", "60"), row("0303", "5")}, "2 = 2", "02 0303"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "c.csv", importertest.Text{Delimiter: ','}.Write(t, legacy(tt.rows...)), importer.Options{})
			var codes []string
			for _, o := range res.Figures.All() {
				codes = append(codes, o.Code)
			}
			if got := account(res.Report); got != tt.want || strings.Join(codes, " ") != tt.stored {
				t.Errorf("got %s (%s)\nwant %s (%s)", got, codes, tt.want, tt.stored)
			}
		})
	}
	two := legacy(row("02", "60"))
	two = append(two, legacy([]string{"0207", "Export", "RU", "", "9", "0"})[1:]...)
	res := mustLoad(t, "c.csv", importertest.Text{Delimiter: ','}.Write(t, two), importer.Options{})
	if got := account(res.Report); got != "2 = 2" {
		t.Errorf("levels of different flows were mixed up: %s", got)
	}
	equal(t, "imports", sums(t, res.Figures, figure.Filter{Flow: figure.Import}), []string{"60"})
}
