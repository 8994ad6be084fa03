package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// What a file calls preliminary or estimated is marked so, wherever it says it: in
// a head, a title, a line of its own, or a footnote that a head, a name or a number
// points to. The marks are no part of names and numbers.
func TestPreliminaryWhereverItIsSaid(t *testing.T) {
	title := "Экспорт Омской области в Китай, млн долл. США"
	for name, c := range map[string]struct {
		lines  []string
		want   []string // year, product, value, status
		remark string
	}{
		"a head":                             {[]string{title, "Товар;2024;2025 (предв.)", "Соя;10;25"}, []string{"2024 Соя 10000000 A", "2025 Соя 25000000 P"}, ""},
		"the title":                          {[]string{title + " (предварительные данные)", "Товар;2024;2025", "Соя;10;25"}, []string{"2024 Соя 10000000 P", "2025 Соя 25000000 P"}, title + " (предварительные данные)"},
		"a line above":                       {[]string{title, "2025 год – предварительные данные", "Товар;2024;2025", "Соя;10;25"}, []string{"2024 Соя 10000000 A", "2025 Соя 25000000 P"}, "2025 год – предварительные данные"},
		"a line below that names the source": {[]string{title, "Товар;2024;2025", "Соя;10;25", "Источник: ФТС России. 2025 год — предварительные данные."}, []string{"2024 Соя 10000000 A", "2025 Соя 25000000 P"}, "Источник: ФТС России. 2025 год — предварительные данные."},
		"stars at heads":                     {[]string{title, "Товар;2023;2024*;2025**", "Соя;10;25;40", "* предварительные данные", "** оценка"}, []string{"2023 Соя 10000000 A", "2024 Соя 25000000 P", "2025 Соя 40000000 E"}, "* предварительные данные"},
		"a mark at a name":                   {[]string{title, "Товар;2025", "Соя¹;10", "Лес;5", "¹ предварительные данные"}, []string{"2025 Лес 5000000 A", "2025 Соя 10000000 P"}, "¹ предварительные данные"},
		"a mark at a number":                 {[]string{title, "Товар;2025", "Соя;10,5*", "Лес;5,5", "* – оценка"}, []string{"2025 Лес 5500000 A", "2025 Соя 10500000 E"}, "* – оценка"},
		"a mark of something else":           {[]string{title, "Товар;2025", "Соя*;10", "Лес;5", "* включая соевый шрот"}, []string{"2025 Лес 5000000 A", "2025 Соя 10000000 A"}, "* включая соевый шрот"},
		"both in one line":                   {[]string{title, "Товар;2024*;2025**", "Соя;25;40", "* – предварительные данные; ** – оценка"}, []string{"2024 Соя 25000000 P", "2025 Соя 40000000 E"}, ""},
		"a unit is no mark":                  {[]string{title, "Товар;2025", "Пиломатериалы, тыс. м³;10", "Лес;5"}, []string{"2025 Лес 5000000 A", "2025 Пиломатериалы, тыс. м³ 10000000 A"}, ""},
		"Chinese":                            {[]string{"中国对俄罗斯出口，百万美元（初步数）", "商品;2025年", "大豆;10"}, []string{"2025 大豆 10000000 P"}, "中国对俄罗斯出口，百万美元（初步数）"},
		"English":                            {[]string{"Exports of Russia to China, US Dollar million (provisional)", "Product;2025", "Soya;10"}, []string{"2025 Soya 10000000 P"}, "Exports of Russia to China, US Dollar million (provisional)"},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(c.lines...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var got []string
			for _, o := range res.Figures.All() {
				got = append(got, strings.Join([]string{o.Period.String(), o.Product, o.Value.Decimal.String(), string(o.Status)}, " "))
			}
			slices.Sort(got)
			equal(t, "stored", got, c.want)
			if c.remark != "" && !slices.Contains(res.Report.Remarks, c.remark) {
				t.Errorf("remarks %q", res.Report.Remarks)
			}
			if len(res.Report.Rejected) > 0 {
				t.Errorf("rejected %+v", res.Report.Rejected)
			}
		})
	}
}

// A remark on two quarters or two months marks both, in the year that it names or the
// latest.
func TestARemarkOnSeveralPeriodsMarksAllOfThem(t *testing.T) {
	title := "Экспорт Омской области в Китай, млн долл. США"
	for name, c := range map[string]struct{ head, remark, want string }{
		"quarters":              {"I кв. 2026;II кв. 2026;III кв. 2026", "Предварительные данные за II и III кварталы 2026 года", "2026-Q1A 2026-Q2P 2026-Q3P"},
		"quarters without year": {"II кв. 2025;II кв. 2026;III кв. 2026", "Данные за II и III кварталы предварительные", "2025-Q2A 2026-Q2P 2026-Q3P"},
		"months":                {"июль 2026;август 2026;сентябрь 2026", "Данные за август и сентябрь 2026 года предварительные", "2026-07A 2026-08P 2026-09P"},
	} {
		data := plainFile(title, "Товар;"+c.head, "Соя;10;25;30", c.remark)
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		var got []string
		for _, o := range res.Figures.All() {
			got = append(got, o.Period.String()+string(o.Status))
		}
		if slices.Sort(got); strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %s", name, got, c.want)
		}
	}
}
