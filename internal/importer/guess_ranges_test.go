package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// Customs offices print branches: stretches of chapters with parts of them, and what
// all come to on top.
func TestQuirkBranchesAsStretchesOfChapters(t *testing.T) {
	got, res := byName(t, "t.csv", plainFile("Товарная структура экспорта Омской области, 2025 год, млн долл. США", "Код ТН ВЭД;Наименование товарной отрасли;Экспорт", ";ВСЕГО;131,5", "01–24;Продовольственные товары;21,5", "25-27;Минеральные продукты;90", "27;Топливно-энергетические товары;80", "68-70, 91-97;Другие товары;20"), "W00")
	equal(t, "stored", got, []string{"2025 Другие товары 20000000", "2025 Минеральные продукты 90000000", "2025 Продовольственные товары 21500000"})
	if c := res.Report.Totals; len(c) != 1 || !c[0].Agrees() || len(res.Report.Rejected) > 0 {
		t.Errorf("%+v", res.Report)
	}
	// Chapters alone are codes as ever.
	res = mustLoad(t, "t.csv", plainFile("Экспорт Омской области в Китай, 2025 год, млн долл. США", "Код ТН ВЭД;Наименование;Экспорт", "02;Мясо;1", "10;Злаки;2", "27;Топливо;3"), importer.Options{Shape: &guess(t, "t.csv", plainFile("Экспорт Омской области в Китай, 2025 год, млн долл. США", "Код ТН ВЭД;Наименование;Экспорт", "02;Мясо;1", "10;Злаки;2", "27;Топливо;3")).Shape})
	if res.Figures.Len() != 3 || res.Figures.At(0).Code != "02" {
		t.Errorf("%v", rowsOf(res.Figures))
	}
}

// Chapters of two digits across the head, where title or head say that they are such.
func TestQuirkChaptersAcrossTheHead(t *testing.T) {
	rows := []string{"Страна;03;44;47;Итого", "Китай;10,5;200;300;510,5", "Турция;5;20;30;55"}
	guessed := func(title string) ([]byte, *importer.Guessed, error) {
		data := plainFile(append([]string{title}, rows...)...)
		g, err := importer.Guess(t.Context(), "t.csv", strings.NewReader(string(data)), int64(len(data)), importer.Options{})
		return data, g, err
	}
	data, g, err := guessed("Экспорт Омской области по главам ТН ВЭД, тыс. долл. США, 2025 год")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape}).Figures.All() {
		got = append(got, o.Partner+" "+o.Code+" "+o.Value.Decimal.Trim(0).String())
	}
	slices.Sort(got)
	equal(t, "stored", got, []string{"CN 03 10500", "CN 44 200000", "CN 47 300000", "TR 03 5000", "TR 44 20000", "TR 47 30000"})
	if _, g, err := guessed("Экспорт Омской области, тыс. долл. США, 2025 год"); err == nil && slices.ContainsFunc(g.Shape.Columns, func(c importer.ShapeColumn) bool { return c.Series.Code != "" }) {
		t.Errorf("numbers that nobody calls chapters: %+v", g.Shape.Columns)
	}
}

// A group of countries is set aside for its members, also where they are called its
// parts; what is left of a group is of no country.
func TestQuirkPartsOfATotalAreTheData(t *testing.T) {
	got, res := byFlow(t, "2025年浙江省出口情况（亿美元）", "国家（地区）;出口", "合计;500", "东盟;300", "其中：越南;100", "泰国;200", "美国;200")
	slices.Sort(got)
	equal(t, "stored", got, []string{"export CN33-TH 2025 USD 20000000000", "export CN33-US 2025 USD 20000000000", "export CN33-VN 2025 USD 10000000000"})
	if len(res.Report.Rejected) > 0 {
		t.Errorf("%+v", res.Report.Rejected)
	}
	got, res = byFlow(t, "Экспорт России в 2025 году, млн долл. США", "Страна;ВТО;Экспорт;Импорт", "Китай;30;10;20", "Прочие страны дальнего зарубежья;3;1;2")
	slices.Sort(got)
	equal(t, "rest", got, []string{"export RU-CN 2025 USD 10000000", "export RU-ZZ 2025 USD 1000000", "import RU-CN 2025 USD 20000000", "import RU-ZZ 2025 USD 2000000"})
	if len(res.Report.Rejected) > 0 {
		t.Errorf("%+v", res.Report.Rejected)
	}
}
