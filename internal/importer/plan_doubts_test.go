package importer_test

import (
	"errors"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
)

// needs are what a reading of the data asks for.
func needs(t *testing.T, data []byte, o importer.Options) []string {
	t.Helper()
	var n *importer.Needed
	if _, err := load("t.csv", data, o); errors.As(err, &n) {
		return n.Needs
	} else if err != nil {
		t.Fatal(err)
	}
	return nil
}

// A number that is a fraction or thousands is asked about where nothing in the
// table tells: never taken for one of the two.
func TestThousandsOrDecimalsAreAsked(t *testing.T) {
	title := "Экспорт Омской области в Китай, тыс. долл. США"
	for name, c := range map[string]struct {
		rows  []string
		asked string
	}{
		"points":                      {[]string{title, "Товар;2025;2026", "Соя;12.345;13.456", "Мёд;999;1.000"}, "12.345"},
		"commas":                      {[]string{title, "Товар;2025;2026", "Соя;12,345;13,456", "Мёд;999;1,000"}, "12,345"},
		"another number has decimals": {[]string{title, "Товар;2025;2026", "Соя;12.345;13.4", "Мёд;999;1.000"}, ""},
		"a zero before the sign":      {[]string{title, "Товар;2025;2026", "Соя;12,345;0,456", "Мёд;999;1,000"}, ""},
		"digits without groups":       {[]string{title, "Товар;2025;2026", "Соя;12,345;13456", "Мёд;999;1,000"}, ""},
		"both signs":                  {[]string{title, "Товар;2025;2026", "Соя;12.345,6;13.456", "Мёд;999;1.000"}, ""},
		"whole numbers":               {[]string{title, "Товар;2025;2026", "Соя;12;13", "Мёд;999;100"}, ""},
		"in English":                  {[]string{"Exports of Russia to China, US Dollar thousand", "Product;2025;2026", "Soya;12,345;13,456", "Honey;999;1,000"}, ""},
		"in Chinese":                  {[]string{"俄罗斯对中国出口，千美元", "商品;2025年;2026年", "大豆;12,345;13,456", "蜂蜜;999;1,000"}, ""},
	} {
		data := plainFile(c.rows...)
		g := guess(t, "t.csv", data)
		asked := needs(t, data, importer.Options{Shape: &g.Shape})
		if slices.Contains(asked, "decimal") != (c.asked != "") || g.About["decimal"] != c.asked || slices.Contains(g.Missing, "decimal") != (c.asked != "") {
			t.Errorf("%s: asked for %q, missing %q, about %q", name, asked, g.Missing, g.About)
		}
	}
	rows := []string{title, "Товар;2025;2026", "Соя;12.345;13.456", "Мёд;999;1.000"}
	for sign, want := range map[string][]string{"comma": {"2025 13344000", "2026 14456000"}, "point": {"2025 1011345", "2026 14456"}} {
		data := plainFile(rows...)
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Decimal: sign}})
		equal(t, sign, sums(t, res.Figures, figure.Filter{}, "year"), want)
	}
	sure := plainFile(title, "Товар;2025;2026", "Соя;12,5;13,4")
	g := guess(t, "t.csv", sure)
	if _, err := load("t.csv", sure, importer.Options{Shape: &g.Shape, Units: importer.Units{Decimal: "point"}}); briefing.CodeOf(err) != briefing.CodeUnitConflict {
		t.Errorf("against what the file tells: %v", err)
	}
}

// Heads that have slid from their columns put figures under another year: the
// columns have to be looked at before anything is read.
func TestHeadsThatHaveSlidAreAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		rows  []string
		asked bool
	}{
		"groups without the blanks of merged cells": {[]string{"№\tТовар\t2024 год\t2025 год\tТемп, %", "\t\tтонн\tтыс. долл.\tтонн\tтыс. долл.\tтыс. долл.", "1\tСоя\t100\t50\t200\t110\t220", "2\tЛес\t300\t60\t400\t90\t150"}, true},
		"the same in Chinese":                       {[]string{"序号\t商品\t2026年1-11月\t2025年1-11月\t增减%", "\t\t数量(吨)\t金额(万美元)\t数量(吨)\t金额(万美元)\t金额", "1\t冻鱼\t1,200\t350.5\t1,100\t300.1\t16.8", "2\t面粉\t2,200\t90.5\t2,100\t80.1\t13.0"}, true},
		"with the blanks":                           {[]string{"№\tТовар\t2024 год\t\t2025 год\t\tТемп, %", "\t\tтонн\tтыс. долл.\tтонн\tтыс. долл.\tтыс. долл.", "1\tСоя\t100\t50\t200\t110\t220", "2\tЛес\t300\t60\t400\t90\t150"}, false},
		"a row longer than the heads":               {[]string{"Товар\t2024 год\t2025 год", "Соя\t100\t50\t200", "Лес\t300\t60\t400"}, true},
		"heads of one row":                          {[]string{"Товар\t2024 год\t2025 год", "Соя\t100\t50", "Лес\t300\t60"}, false},
		"names without a head":                      {[]string{"\t2024 год\t2025 год", "Соя\t100\t50", "Лес\t300\t60"}, false},
		"one group of two":                          {[]string{"Товар\tВес\tСтоимость", "\tтонн\t2024 год\t2025 год", "Соя\t100\t50\t60", "Лес\t300\t60\t70"}, false},
	} {
		data := plainFile(append([]string{"Экспорт Амурской области в Китай, тыс. долл. США"}, c.rows...)...)
		g := guess(t, "t.csv", data)
		asked := needs(t, data, importer.Options{Shape: &g.Shape, Units: importer.Units{Decimal: "", Flow: ""}})
		if slices.Contains(asked, "columns") != c.asked || slices.Contains(g.Missing, "columns") != c.asked {
			t.Errorf("%s: asked for %q, missing %q", name, asked, g.Missing)
		}
		if asked = needs(t, data, importer.Options{Shape: &g.Shape, Units: importer.Units{Columns: importer.ColumnsChecked}}); slices.Contains(asked, "columns") {
			t.Errorf("%s: asked again", name)
		}
		shape := g.Shape
		if shape.Seen(); slices.Contains(needs(t, data, importer.Options{Shape: &shape}), "columns") {
			t.Errorf("%s: asked although they have been looked at", name)
		}
	}
}
