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
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// load reads bytes as a file of the name.
func load(name string, data []byte, o importer.Options) (*importer.Result, error) {
	return importer.Read(context.Background(), name, bytes.NewReader(data), int64(len(data)), o)
}

func mustLoad(t *testing.T, name string, data []byte, o importer.Options) *importer.Result {
	t.Helper()
	res, err := load(name, data, o)
	if err != nil {
		t.Fatal(err)
	}
	if r := res.Report; r.Read != r.Stored+r.AsideRows()+len(r.Rejected) {
		t.Fatalf("rows do not add up: %+v", r)
	}
	return res
}

// account shows a report in one line: "12 = 9 + total 1 duplicate 1 + 5:3 number «x»".
func account(r importer.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d = %d", r.Read, r.Stored)
	for _, a := range r.SetAside {
		fmt.Fprintf(&b, " + %s %d", a.Reason, a.Rows)
	}
	for _, x := range r.Rejected {
		fmt.Fprintf(&b, " + %d:%d %s «%s»", x.Line, x.Column, x.Reason, x.Text)
	}
	return b.String()
}

func rowsOf(s *figure.Set) []string {
	var out []string
	for _, o := range s.All() {
		num := func(n briefing.MaybeNumber) string {
			if !n.Valid {
				return "–"
			}
			return n.Decimal.String()
		}
		out = append(out, fmt.Sprintf("%d %s %s%s→%s %s %s/%d %s %s%s kg=%s q=%s%s %s%s", o.Line, o.Flow, o.Reporter, o.Region, o.Partner,
			o.Period, o.Code, o.Level, o.Classification, num(o.Value), o.Currency+o.Basis, num(o.NetWeight), num(o.Quantity), o.QuantityUnit, status(o), o.Conf))
	}
	return out
}

// status is that of the value, with that of the weight behind it where it differs.
func status(o figure.Observation) string {
	if o.WeightStatus == "" {
		return string(o.Status)
	}
	return string(o.Status) + "/" + string(o.WeightStatus)
}

var thousandUSD = importer.Options{Units: importer.Units{Value: "thousand-usd", Weight: "kg"}}

// ftsRows have the quirks of the portal's export: the figures are made up.
func ftsRows() [][]string {
	return [][]string{
		{"napr", "period", "nastranapr", "tnved", "edizm", "Stoim", "Netto", "Kol", "Region", "Region_s"},
		{"ЭК", "01/2022", "CN", "0207120000", "", "1250,5", "610000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "01/2022", "CN", "207120000", "", "10", "5000", "0", "45000 - ГОРОД МОСКВА СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "01/2022", "KZ", "XXXXXXXXXX", "", "193128,73", "0,051", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "01/2022", "NNN", "1806310000", "166", "1,25", "300", "300", "67000 - СЕВАСТОПОЛЬ - ГОРОД ФЕДЕРАЛЬНОГО ЗНАЧЕНИЯ", "08-ЮЖНЫЙ"},
		{"ИМ", "01/2022", "NA", "0302000000", "", "7", "1000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "01/2022", "CN", "2711210000", "113", "0", "0", "1000,5", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "13/2022", "CN", "0207120000", "", "1", "1", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "01/2022", "QQ", "0207120000", "", "1", "1", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "01/2022", "CN", "0207120000", "", "12.345", "1", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", ""},
		{"ЭК", "01/2022", "CN", "0207120000", "", "1250,5", "610000", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ЭК", "01/2022", "CN", "0207120000", "", "3", "2", "0", "46000 - МОСКОВСКАЯ ОБЛАСТЬ", "01-ЦЕНТРАЛЬНЫЙ ФЕДЕРАЛЬНЫЙ ОКРУГ"},
		{"ИТОГО", "", "", "", "", "195000", "", "", "", ""},
	}
}

func TestFTSVariantA(t *testing.T) {
	data := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	check := func(t *testing.T, res *importer.Result) {
		equal(t, "rows", rowsOf(res.Figures), []string{
			"2 export RU46000→CN 2022-01 0207120000/10 TNVED 1250500USD kg=610000 q=– A",
			"3 export RU45000→CN 2022-01 0207120000/10 TNVED 10000USD kg=5000 q=– A",
			"4 export RU46000→KZ 2022-01 X/0 TNVED 193128730USD kg=0.051 q=– AC",
			"5 export RU67000→ZZ 2022-01 1806310000/10 TNVED 1250USD kg=300 q=300166 A",
			"6 import RU46000→NA 2022-01 0302000000/10 TNVED 7000USD kg=1000 q=– A",
			"7 export RU46000→CN 2022-01 2711210000/10 TNVED 0USD kg=0 q=1000.5113 A",
			"12 export RU46000→CN 2022-01 0207120000/10 TNVED 3000USD kg=2 q=– A",
		})
		want := "12 = 7 + duplicate 1 + total 1 + 8:2 period «13/2022» + 9:3 partner «QQ» + 10:6 number «12.345»"
		if got := account(res.Report); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		equal(t, "notes", res.Report.Notes, []string{importer.NoteHidden, importer.NotePadded, importer.NoteRepeated, importer.NoteTotals}) // rows of the total are rejected
		if at := res.Report.Twice; len(at) != 1 || at[0].Line != 12 || !strings.Contains(res.Report.Note(briefing.RU, importer.NoteRepeated), "DATTSVT.csv, строки: 12.") {
			t.Errorf("the repeated row is named %v: %s", at, res.Report.Note(briefing.RU, importer.NoteRepeated))
		}
		if res.Report.Repeated != 1 || res.Import.Units != "value=thousand-usd,weight=kg" || res.Preview.Profile != "fts-a" {
			t.Errorf("repeated %d, import %+v", res.Report.Repeated, res.Import)
		}
	}
	t.Run("as a file", func(t *testing.T) { check(t, mustLoad(t, "DATTSVT.csv", data, thousandUSD)) })
	t.Run("inside an archive", func(t *testing.T) {
		z := importertest.Zip(t, importertest.Entry("DATTSVT.csv", data), importertest.Entry("__MACOSX/._DATTSVT.csv", []byte("x")))
		res := mustLoad(t, "export.zip", z, thousandUSD)
		check(t, res)
		if res.Report.Rejected[0].File != "export.zip/DATTSVT.csv" {
			t.Errorf("rejected in %s", res.Report.Rejected[0].File)
		}
	})
	t.Run("beside a file that is no table", func(t *testing.T) {
		z := importertest.Zip(t, importertest.Entry("readme.txt", []byte("Описание\n")), importertest.Entry("DATTSVT.csv", data))
		res := mustLoad(t, "export.zip", z, thousandUSD)
		check(t, res)
		equal(t, "skipped", res.Report.Skipped, []string{"export.zip/readme.txt"})
	})
	t.Run("as a workbook that ate leading zeros and made dates of months", func(t *testing.T) {
		rows := importertest.Strings(ftsRows()[:3])
		rows[2][3] = 207120000
		rows[1][5], rows[1][6] = 1250.5, 610000
		res := mustLoad(t, "x.xlsx", importertest.Workbook(t, importertest.Sheet{Name: "Лист1", Rows: rows}), thousandUSD)
		equal(t, "rows", rowsOf(res.Figures), []string{
			"2 export RU46000→CN 2022-01 0207120000/10 TNVED 1250500USD kg=610000 q=– A",
			"3 export RU45000→CN 2022-01 0207120000/10 TNVED 10000USD kg=5000 q=– A",
		})
	})
}

// Units that nobody states are asked for, with what each choice would mean.
func TestUnitsAreAskedFor(t *testing.T) {
	data := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[:3])
	_, err := load("DATTSVT.csv", data, importer.Options{})
	var n *importer.Needed
	if briefing.CodeOf(err) != briefing.CodeUnitNeeded || !errors.As(err, &n) {
		t.Fatalf("got %v", err)
	}
	equal(t, "needs", n.Needs, []string{"value", "weight"})
	var implied []string
	for _, i := range n.Implied {
		implied = append(implied, fmt.Sprintf("%s %s %s", i.Value, i.Weight, i.PerTonne))
	}
	equal(t, "implied", implied, []string{"usd kg 2.05", "usd t 0.00", "thousand-usd kg 2049.59", "thousand-usd t 2.05"})
	rec, err := importer.Recognise(context.Background(), "DATTSVT.csv", bytes.NewReader(data), int64(len(data)), importer.Options{})
	if err != nil || rec.Profile != "fts-a" || len(rec.Implied) != 4 || rec.Delimiter != "\t" || rec.Columns[2].Role != "partner-iso" {
		t.Errorf("recognition %+v, %v", rec, err)
	}
	_, err = load("DATTSVT.csv", data, importer.Options{Units: importer.Units{Value: "usd"}})
	if !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"weight"}) {
		t.Errorf("one choice is not two: %v", err)
	}
}

func TestOtherVariantsOfFTS(t *testing.T) {
	usdKg := importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}}
	archive := [][]string{
		{"NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL"},
		{"ЭК", "2021", "KZ", "9504500002", "796", "38333.71", "235.313", "495"},
		{"ЭК", "2021", "PL", "XXXXXXXXXX", "", "193128686.73", "0.051005", "0"},
		{"ЭК", "2020", "PL", "0401100000", "", "1", "1", "0"},
	}
	data := importertest.Text{Delimiter: ','}.Write(t, archive)
	res := mustLoad(t, "2021-01.csv", data, usdKg)
	equal(t, "archive", rowsOf(res.Figures), []string{
		"2 export RU→KZ 2021-01 9504500002/10 TNVED 38333.71USD kg=235.313 q=495796 A",
		"3 export RU→PL 2021-01 X/0 TNVED 193128686.73USD kg=0.051005 q=– AC",
	})
	if got := account(res.Report); got != "3 = 2 + 4:2 period «2020»" {
		t.Error(got)
	}
	var n *importer.Needed
	if _, err := load("archive.csv", data, usdKg); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"period"}) {
		t.Errorf("a year's file without a month in its name: %v", err)
	}
	english := [][]string{
		{"DIRECTION", "PERIOD", "COUNTRY", "HS", "UM", "VALUE", "NETWEIGHT", "QUANTITY", "REGION", "REGION_S"},
		{"EXP", "01/2022", "CN", "0207120000", "", "1250,5", "610", "0", "46000 - Московская область", ""},
		{"IMP", "01/2022", "CN", "0402100000", "", "1,25", "10", "0", "46000 - Московская область", ""},
	}
	res = mustLoad(t, "x.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251, EOL: "\r\n"}.Write(t, english), usdKg)
	equal(t, "English", rowsOf(res.Figures), []string{
		"2 export RU46000→CN 2022-01 0207120000/10 TNVED 1250.5USD kg=610 q=– A",
		"3 import RU46000→CN 2022-01 0402100000/10 TNVED 1.25USD kg=10 q=– A",
	})
	boxes := [][]string{
		{"Направление", "Период", "Страна", "Код ТН ВЭД", "Ед. изм.", "Стоимость, тыс. долл.", "Вес, тонн", "Количество"},
		{"Экспорт", "янв. 2022", "Китай", "0207 12 000 0", "", "1 250,5", "610,25", "0"},
		{"Экспорт", "янв. 2022", "Гонконг", "ТНВЭД0207120000", "", "1", "–", "0"},
		{"Экспорт", "янв. 2022", "Китай", "0207 или 0208", "", "1", "1", "0"},
	}
	res = mustLoad(t, "x.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP866}.Write(t, replace(boxes, "–", "-")), importer.Options{})
	equal(t, "boxes", rowsOf(res.Figures), []string{
		"2 export RU→CN 2022-01 0207120000/10 TNVED 1250500USD kg=610250 q=– A",
		"3 export RU→HK 2022-01 0207120000/10 TNVED 1000USD kg=– q=– A",
	})
	if got := account(res.Report); got != "3 = 2 + 4:4 codes «0207 или 0208»" {
		t.Error(got)
	}
	if _, err := load("x.csv", importertest.Text{Delimiter: ';'}.Write(t, boxes), usdKg); briefing.CodeOf(err) != briefing.CodeUnitConflict {
		t.Errorf("units against a stated unit: %v", err)
	}
}

func replace(rows [][]string, from, to string) [][]string {
	var out [][]string
	for _, r := range rows {
		var row []string
		for _, s := range r {
			row = append(row, strings.ReplaceAll(s, from, to))
		}
		out = append(out, row)
	}
	return out
}

func gaccRows(currency string) [][]string {
	return [][]string{
		{"数据年月", "贸易伙伴编码", "贸易伙伴名称", "商品编码", "商品名称", "第一数量", "第一计量单位", "第二数量", "第二计量单位", currency},
		{"202401", "344", "俄罗斯", "02071421", "冻的鸡翼(不包括翼尖)", "1500", "千克", "0", "?", "12,345,678"},
		{"202401", "110", "中国香港", "22030000", "麦芽酿造的啤酒", "100", "升", "98", "千克", "1,000"},
		{"202402", "344", "俄罗斯", "84713000", "便携式计算机", "5", "台", "7", "千克", "900"},
		{"202402", "344", "巴西", "02071421", "冻的鸡翼", "1", "千克", "0", "?", "1"},
		{"202402", "344", "俄罗斯", "02071422", "冻的鸡爪", "0", "?", "0", "?", "55"},
		{"202402", "701", "国(地)别不详的", "02071422", "冻的鸡爪", "3", "千克", "0", "?", "5"},
		{"", "", "总计", "", "", "", "", "", "", "12,347,639"},
	}
}

func TestChineseCustoms(t *testing.T) {
	w := importertest.Text{Delimiter: ',', Encoding: decode.GB18030, QuoteAll: true, Trailing: true}
	res := mustLoad(t, "2024进口.csv", w.Write(t, gaccRows("美元")), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN→RU 2024-01 02071421/8 CN-HS 12345678USDCIF kg=1500 q=– A",
		"3 import CN→HK 2024-01 22030000/8 CN-HS 1000USDCIF kg=98 q=100升 A",
		"4 import CN→RU 2024-02 84713000/8 CN-HS 900USDCIF kg=7 q=5台 A",
		"6 import CN→RU 2024-02 02071422/8 CN-HS 55USDCIF kg=– q=– A",
		"7 import CN→ZZ 2024-02 02071422/8 CN-HS 5USDCIF kg=3 q=– A",
	})
	if got := account(res.Report); got != "7 = 5 + total 1 + 5:3 partner-mismatch «巴西»" {
		t.Error(got)
	}
	var n *importer.Needed
	if _, err := load("downloadData.csv", w.Write(t, gaccRows("人民币")), importer.Options{}); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"flow"}) {
		t.Errorf("a file that does not tell its flow: %v", err)
	}
	res = mustLoad(t, "downloadData.csv", w.Write(t, gaccRows("人民币")), importer.Options{Units: importer.Units{Flow: figure.Export}})
	if o := res.Figures.At(0); o.Flow != figure.Export || o.Currency != "CNY" || o.Basis != "FOB" {
		t.Errorf("%+v", o)
	}
	plain := importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}
	res = mustLoad(t, "in.csv", plain.Write(t, gaccRows("人民币")), importer.Options{})
	if res.Preview.Encoding != "utf-8" || res.Report.Stored != 5 {
		t.Errorf("from a browser's console: %+v", res.Preview)
	}
}

func TestChineseCustomsInEnglish(t *testing.T) {
	rows := [][]string{
		{"Date of data", "Trading partner code", "Trading partner", "Commodity code", "Commodity", "Quantity", "Unit", "Supplementary Quantity", "Supplementary Unit", "US dollar"},
		{"202401", "344", "Russian Federation", "2071421", "Frozen chicken wings", "1500\t", "Kilogram", "0", "?", "12,345"},
	}
	res := mustLoad(t, "import.csv", importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}.Write(t, rows), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{"2 import CN→RU 2024-01 02071421/8 CN-HS 12345USDCIF kg=1500 q=– A"})
}
