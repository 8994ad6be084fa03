package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// Cells that hold an amount with its unit, each its own.
func TestQuirkUnitsInCells(t *testing.T) {
	for rows, want := range map[string][]string{
		"Страна;Объём экспорта|Китай;1,5 млн долл. США|Турция;820 тыс. долл.|Египет;45,5 тыс. долл. США": {"export RU-CN 2025 USD 1500000", "export RU-EG 2025 USD 45500", "export RU-TR 2025 USD 820000"},
		"Страна;Стоимость|Китай;$ 1 234 500,50|Турция;$700 000|Итого;$ 1 934 500,50":                     {"export RU-CN 2025 USD 1234500.5", "export RU-TR 2025 USD 700000"},
		// The sign of a currency says nothing against the scale of the head.
		"Страна;Стоимость, тыс. долл. США|Китай;$ 1 234,5|Турция;$700": {"export RU-CN 2025 USD 1234500", "export RU-TR 2025 USD 700000"},
		"Страна;Стоимость|Китай;1 234 €|Турция;EUR 700":                {"export RU-CN 2025 EUR 1234", "export RU-TR 2025 EUR 700"},
	} {
		got, res := byFlow(t, "Экспорт России в 2025 году", strings.ReplaceAll(rows, "|", "\n"))
		slices.Sort(got)
		equal(t, rows, got, want)
		if len(res.Report.Rejected) > 0 {
			t.Errorf("%s: %+v", rows, res.Report.Rejected)
		}
	}
	_, res := byFlow(t, "Экспорт России в 2025 году", "Страна;Стоимость, тыс. руб.", "Китай;$ 1 234,5", "Турция;$700")
	if r := res.Report.Rejected; len(r) != 2 || r[0].Reason != importer.RejectUnit {
		t.Errorf("another currency than the head's: %+v", r)
	}
	// A power of ten in a column of its own is not left out, «т1» is no tonne.
	data := plainFile("REPORTER;PARTNER;FLOW;TIME_PERIOD;OBS_VALUE;UNIT;UNIT_MULT", "RU;CN;Export;2024;5;USD;6", "RU;TR;Export;2024;7;USD;6")
	if g := guess(t, "t.csv", data); !slices.Contains(g.Missing, "value") {
		t.Errorf("%v: the multiplier is not read", g.Missing)
	}
	if g := guess(t, "t.csv", plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Период;Товар;Таможня;Стоимость", "2025;Лес;т1;5", "2025;Лес;т2;5")); g.Shape.Columns[2].Role != importer.NoRole || g.Shape.Columns[2].Units {
		t.Errorf("%+v", g.Shape.Columns)
	}
	got, _ := byName(t, "t.csv", plainFile("Экспорт Омской области в Китай в 2025 году", "Товар;Стоимость, долл. США;Масса", "Рыба;100;12,5 т", "Лес;200;700 кг"), "")
	equal(t, "weights", got, []string{"2025 Лес 200 700 kg", "2025 Рыба 100 12500 kg"})
}

// A long name of goods goes on in the next row, which has the figures.
func TestQuirkNamesInTwoRows(t *testing.T) {
	got, _ := byName(t, "t.csv", plainFile("Экспорт Омской области в Китай, тыс. долл. США", "Товар;2025", "Чёрные металлы;", "и изделия из них;120", "Древесина, лесоматериалы,;", "фанера;21", "Зерновые;", "пшеница;3", "ячмень;4"), "")
	equal(t, "stored", got, []string{"2025 Древесина, лесоматериалы, фанера 21000", "2025 Чёрные металлы и изделия из них 120000", "2025 пшеница 3000", "2025 ячмень 4000"})
}

// "Volume" beside "Value" is a quantity, in the unit that a column tells; 煤 is a
// name, and 累计 below the months their sum.
func TestQuirkVolumesAndShortNames(t *testing.T) {
	got, _ := byName(t, "t.csv", plainFile("Exports of Viet Nam to the Russian Federation, September 2025", "No.;Main exports;Unit;Volume;Value (USD)", "1;Coffee;Ton;71;355", "2;Textiles;USD;;610", ";Total;USD;;965"), "")
	equal(t, "volume", got, []string{"2025-09 Coffee 355 71000 kg", "2025-09 Textiles 610"})
	got, res := byName(t, "t.csv", plainFile("黑龙江省自俄罗斯进口主要商品（2025年）", "月份;原油 金额（万美元）;煤 金额（万美元）", "1月;10;20", "2月;11;21", "1-2月累计;21;41"), "")
	equal(t, "累计", got, []string{"2025-01 原油 100000", "2025-01 煤 200000", "2025-02 原油 110000", "2025-02 煤 210000"})
	if len(res.Report.Rejected) > 0 {
		t.Errorf("%+v", res.Report)
	}
	// 计量单位 heads the column of units; «Ch.» is one of chapters.
	got, _ = byName(t, "t.csv", plainFile("2026年1-9月黑龙江省对俄罗斯出口主要商品量值表（单位：万元人民币）", "商品名称;计量单位;数量;金额", "蔬菜;吨;45;30", "汽车;辆;12;150"), "")
	equal(t, "计量单位", got, []string{"2026-01..2026-09 汽车 1500000", "2026-01..2026-09 蔬菜 300000 45000 kg"})
	data := plainFile("Exports of India to Uzbekistan by HS chapter (US$ million)", "Ch.;Description;Jan-Dec 2024", "02;Meat;12", "30;Pharmaceuticals;60")
	res = mustLoad(t, "t.csv", data, importer.Options{Shape: &guess(t, "t.csv", data).Shape})
	if res.Figures.Len() != 2 || res.Figures.At(0).Code != "02" || res.Figures.At(1).Code != "30" || res.Figures.At(0).Period != briefing.Year(2024) {
		t.Errorf("%v", rowsOf(res.Figures))
	}
	for _, heads := range []string{"Соя, стоимость, тыс. долл.;Лес, стоимость, тыс. долл.", "Соя (стоимость, тыс. долл.);Лес (стоимость, тыс. долл.)", "Соя – стоимость, тыс. долл.;Лес – стоимость, тыс. долл."} {
		got, _ = byName(t, "t.csv", plainFile("Экспорт Омской области в Китай", "Год;"+heads, "2024;1;2", "2025;3;4"), "")
		equal(t, heads, got, []string{"2024 Лес 2000", "2024 Соя 1000", "2025 Лес 4000", "2025 Соя 3000"})
	}
}
