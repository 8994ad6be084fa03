package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// byFlow lists what is stored of a guessed table.
func byFlow(t *testing.T, lines ...string) (got []string, res *importer.Result) {
	t.Helper()
	data := plainFile(lines...)
	g := guess(t, "t.csv", data)
	if len(g.Missing) > 0 {
		t.Fatalf("missing %q", g.Missing)
	}
	res = mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	for i := range res.Figures.Len() {
		o := res.Figures.At(i)
		s := string(o.Flow) + " " + o.Reporter + o.Region + "-" + o.Partner + o.Province + " " + o.Period.String() + " " + o.Currency + " " + number(o.Value)
		if o.Product != "" {
			s += " " + o.Product
		}
		if o.Status != "" && o.Status != briefing.Normal {
			s += " [" + string(o.Status) + "]"
		}
		got = append(got, s)
	}
	slices.Sort(got)
	return got, res
}

func asideFor(res *importer.Result, reason string) int {
	for _, a := range res.Report.SetAside {
		if a.Reason == reason {
			return a.Rows
		}
	}
	return 0
}

func number(n briefing.MaybeNumber) string {
	if !n.Valid {
		return "-"
	}
	return n.Decimal.Trim(0).String()
}

func TestTheMonthAndWhatHasRunUpToIt(t *testing.T) {
	for name, lines := range map[string][]string{
		"Chinese, the month in the title":  {"2026年11月吉林省对俄罗斯进出口", "单位:亿美元", "指标;本月;同比增长%;累计;同比增长%", "进出口总额;2.5;3.1;25.6;-4.2", "出口额;1.5;5.0;15.2;-3", "进口额;1.0;0.2;10.4;-6"},
		"Chinese, the stretch in the head": {"2026年11月吉林省对俄罗斯进出口", "单位：亿美元", "项目;当月;1-11月累计", "出口;1.5;15.2", "进口;1.0;10.4"},
		"a title of the stretch":           {"2026年1-11月吉林省对俄罗斯贸易", "单位:亿美元", "指标;当月;同比;累计;同比", "出口额;1.5;5.0;15.2;-3", "进口额;1.0;0.2;10.4;-6"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := byFlow(t, lines...)
			equal(t, "stored", got, []string{
				"export CN22-RU 2026-01..2026-11 USD 1520000000", "export CN22-RU 2026-11 USD 150000000",
				"import CN22-RU 2026-01..2026-11 USD 1040000000", "import CN22-RU 2026-11 USD 100000000",
			})
		})
	}
}

// Where rows have months, «за месяц» is theirs, and what has run up is set aside.
func TestTheMonthOfTheRow(t *testing.T) {
	for name, lines := range map[string][]string{
		"two rows of heads": {"Экспорт Приморского края в Китай в январе–феврале 2026 года, тыс. долл. США", "Период;За месяц;;С начала года;", ";тыс. долл. США;в % к 2025 г.;тыс. долл. США;в % к 2025 г.", "Январь;10;90,3;10;112", "Февраль;20;86,4;30;108"},
		"Chinese":           {"2026年1-2月俄罗斯对中国出口，千美元", "月份;当月;同比;累计;同比", "1月;10;90,3;10;112", "2月;20;86,4;30;108"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := byFlow(t, lines...)
			if len(got) != 2 || !strings.HasSuffix(got[0], "-CN 2026-01 USD 10000") || !strings.HasSuffix(got[1], "-CN 2026-02 USD 20000") || !strings.HasPrefix(got[0], "export RU") {
				t.Error(got)
			}
		})
	}
}

// 进出口 over amounts is the turnover, not a direction.
func TestTheTurnoverIsNoDirection(t *testing.T) {
	got, res := byFlow(t, "2026年黑龙江省对俄进出口总值", "单位：亿元人民币", "月份;进出口;同比(%);出口;同比(%);进口;同比(%)", "1月;264.3;9.5;105.3;19.5;159.0;14.9", "2月;249.0;13.6;101.2;19.9;147.8;18.0")
	equal(t, "stored", got, []string{
		"export CN23-RU 2026-01 CNY 10530000000", "export CN23-RU 2026-02 CNY 10120000000",
		"import CN23-RU 2026-01 CNY 15900000000", "import CN23-RU 2026-02 CNY 14780000000",
	})
	if len(res.Report.Rejected) > 0 {
		t.Errorf("rejected: %v", res.Report.Rejected)
	}
}

// The labels of rows tell direction, money and the other side.
func TestLabelsTellTheDirection(t *testing.T) {
	for name, lines := range map[string][]string{
		"with whom and in what": {"Показатель;I кв. 2025;II кв. 2025", "Экспорт в Китай, тыс. долл.;100,0;110,0", "Импорт из Китая, тыс. долл.;50;60"},
		"in brackets":           {"Показатели;I кв. 2025;II кв. 2025", "Экспорт в КНР (тыс. долл. США);100,0;110,0", "Импорт из КНР (тыс. долл. США);50;60"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := byFlow(t, lines...)
			equal(t, "stored", got, []string{"export RU-CN 2025-Q1 USD 100000", "export RU-CN 2025-Q2 USD 110000", "import RU-CN 2025-Q1 USD 50000", "import RU-CN 2025-Q2 USD 60000"})
		})
	}
	// Goods are no directions, and neither are tonnes.
	g := guess(t, "t.csv", plainFile("Экспорт России в Китай, 2025 год, тыс. долл. США", "Показатель;I кв.;II кв.", "Экспорт зерна;1;2", "Экспорт мяса;3;4"))
	if at := slices.IndexFunc(g.Shape.Columns, func(c importer.ShapeColumn) bool { return c.Role == importer.RoleFlow }); at >= 0 {
		t.Error("goods were taken for directions")
	}
}

// One figure is stored of what two columns hold; the other column is counted.
func TestTheSameFiguresInTwoColumns(t *testing.T) {
	for name, tt := range map[string]struct {
		lines, want []string
		aside       int
	}{
		"dollars after roubles": {
			[]string{"Экспорт Амурской области в Китай", "Товар;2024, тыс. руб.;2024, тыс. долл.;2025, тыс. руб.;2025, тыс. долл.", "Соя;9000;100;4500;50"},
			[]string{"export RU10000-CN 2024 USD 100000 Соя", "export RU10000-CN 2025 USD 50000 Соя"},
			2,
		},
		"without periods in the heads": {
			[]string{"2026年11月黑龙江省对俄罗斯出口", "商品;人民币（万元）;美元（万美元）", "大豆;710;100", "机电;1420;200"},
			[]string{"export CN23-RU 2026-11 USD 1000000 大豆", "export CN23-RU 2026-11 USD 2000000 机电"},
			2,
		},
		"revised": {
			[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Товар;2025 год;2025 год уточн.", "Соя;100;105", "Лес;50;50"},
			[]string{"export RU10000-CN 2025 USD 105000 Соя", "export RU10000-CN 2025 USD 50000 Лес"},
			2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, res := byFlow(t, tt.lines...)
			equal(t, "stored", got, tt.want)
			if asideFor(res, importer.AsideTwice) != tt.aside {
				t.Errorf("set aside: %v", res.Report.SetAside)
			}
		})
	}
}

func TestAnEstimateIsMarked(t *testing.T) {
	got, _ := byFlow(t, "Экспорт Омской области в Китай, млн долл. США", "Группа товаров;2024 факт;2025 (предварительно);2026 план;2026 оценка", "Масла;5;6;9;7", "Зерно;1;2;3;4")
	equal(t, "stored", got, []string{
		"export RU52000-CN 2024 USD 1000000 Зерно", "export RU52000-CN 2024 USD 5000000 Масла", "export RU52000-CN 2025 USD 2000000 Зерно [P]",
		"export RU52000-CN 2025 USD 6000000 Масла [P]", "export RU52000-CN 2026 USD 4000000 Зерно [E]", "export RU52000-CN 2026 USD 7000000 Масла [E]",
	})
}

// After «of which» rows that stand further in, or have no number, are parts too.
func TestPartsThatFollowAPart(t *testing.T) {
	for name, lines := range map[string][]string{
		"further in":   {"2026年黑龙江省自俄罗斯进口", "单位：万美元", "商品名称;2025年;2026年", "农产品;5;6", "其中：大豆;1;2", "　　　水产品;3;1", "原油;7;8", "合计;12;14"},
		"no number":    {"Экспорт Приморского края в Китай, млн долл. США", "№;Товар;2025;2026", "1;Рыба;5;6", ";в том числе: минтай;1;2", ";крабы;3;1", "2;Лес;7;8", ";ВСЕГО;12;14"},
		"sub-numbered": {"Экспорт Приморского края в Китай, млн долл. США", "№ п/п;Товар;2025;2026", "1;Рыба;5;6", "1.1;минтай;1;2", "1.2;крабы;3;1", "2;Лес;7;8", ";ВСЕГО;12;14"},
	} {
		t.Run(name, func(t *testing.T) {
			_, res := byFlow(t, lines...)
			if res.Figures.Len() != 4 || asideFor(res, importer.AsidePart) != 4 {
				t.Errorf("stored %d, set aside %v", res.Figures.Len(), res.Report.SetAside)
			}
		})
	}
}

// Workbooks show parts further in by the format of the cell as well as by blanks.
func TestPartsThatACellsFormatShows(t *testing.T) {
	sheet := importertest.Sheet{Name: "Лист1", Rows: [][]any{
		{"Экспорт Приморского края в Китай, млн долл. США"},
		{"Товар", 2025, 2026},
		{"Рыба", 5, 6},
		{"в том числе: минтай", 1, 2},
		{"крабы", 3, 1},
		{"Лес", 7, 8},
		{"ВСЕГО", 12, 14},
	}}
	for steps, stored := range map[int]int{0: 6, 2: 4} {
		e := importertest.EditWorkbook(t, importertest.Workbook(t, sheet))
		e.Indent("Лист1", "A4", steps)
		e.Indent("Лист1", "A5", steps)
		data := e.Save()
		g := guess(t, "t.xlsx", data)
		res := mustLoad(t, "t.xlsx", data, importer.Options{Shape: &g.Shape})
		if res.Report.Stored != stored {
			t.Errorf("%d steps in: %s", steps, account(res.Report))
		}
	}
}

// A province is a part of the reporter or of the partner, whoever tells it.
func TestTitlesTellProvinces(t *testing.T) {
	for title, want := range map[string]string{
		"山东省对俄罗斯出口，万美元":                                                              "CN37-RU",
		"2026年内蒙古自治区对俄出口，万美元":                                                        "CN15-RU",
		"Импорт Китая из России: провинция Хэйлунцзян, тыс. долл. США":               "CN23-RU",
		"China's exports to Russia: Jilin province, thousand USD":                    "CN22-RU",
		"Поставки продукции Амурской области в провинцию Хэйлунцзян, тыс. долл. США": "RU10000-CN23",
		"Экспорт России в Синьцзян, тыс. долл. США":                                  "RU-CN65",
		"Экспорт России в Китай через Шанхайскую организацию, тыс. долл. США":        "RU-CN",
		"中国对俄罗斯出口，上海合作组织，万美元":                                                        "CN-RU",
	} {
		head := "Товар;2025;2026"
		g := guess(t, "t.csv", plainFile(title, head, "Соя;5;6", "Лес;7;8"))
		c := g.Shape.Constants
		if got := c.Reporter + c.Region + "-" + c.Partner + c.Province; got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// A region of another country than the file's is refused by name.
func TestARegionOfAnotherCountry(t *testing.T) {
	data := plainFile("Экспорт России в Китай, тыс. долл. США", "Товар;2025;2026", "Соя;5;6")
	g := guess(t, "t.csv", data)
	_, err := load("t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Region: "23"}})
	if briefing.CodeOf(err) != briefing.CodeBadRegion {
		t.Error(err)
	}
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Province: "Шаньдун"}})
	if n := len(sums(t, res.Figures, figure.Filter{Province: "37"}, "year")); n != 2 {
		t.Error("rows of the province:", n)
	}
}
