package importer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// A place that is neither the country whole nor exactly one part of it is asked
// for in words of the title, and never passes for the country or for the one
// region that is known.
func TestAPlaceThatIsNoRegionIsAskedFor(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт Приморского и Хабаровского краёв в Китай":                   "Приморского и Хабаровского краёв",
		"Экспорт Амурской области и Еврейской АО в КНР":                      "Амурская область, Еврейская автономная область",
		"Экспорт Сибирского и Уральского федеральных округов в Китай":        "Сибирского и Уральского федеральных округов",
		"Экспорт ДФО и СФО в Китай":                                          "Дальневосточный федеральный округ, Сибирский федеральный округ",
		"Экспорт города Благовещенска в Китай":                               "города Благовещенска",
		"Экспорт г. Находка Приморского края в Китай":                        "г. Находка",
		"Экспорт Благовещенска в Китай":                                      "Благовещенска",
		"Экспорт лесоматериалов Находки в Китай":                             "Находки",
		"Экспорт Хасанского района в Китай":                                  "Хасанского района",
		"Экспорт Приморского края (без Владивостока) в Китай":                "без Владивостока",
		"Экспорт ДФО (без Приморского края) в Китай":                         "без Приморского",
		"Экспорт России в Китай через пункты пропуска Приморского края":      "через пункты пропуска Приморского края",
		"Экспорт в Китай в регионе деятельности Благовещенской таможни":      "Благовещенской таможни",
		"Экспорт стран ЕАЭС в Китай":                                         "ЕАЭС",
		"Экспорт Сибири в Китай":                                             "Сибири",
		"Экспорт России в Китай":                                             "",
		"Экспорт Российской Федерации в Китай":                               "",
		"Экспорт Приморского края в Китай":                                   "",
		"Экспорт Приморья в Китай":                                           "",
		"Экспорт ДФО в Китай":                                                "",
		"Экспорт Дальнего Востока России в Китай":                            "",
		"Экспорт города Москвы в Китай":                                      "",
		"Экспорт г. Санкт-Петербурга в Китай":                                "",
		"Экспорт России (без учёта стран ЕАЭС) в Китай":                      "",
		"Экспорт продукции АПК в Китай":                                      "",
		"Экспорт предприятия «Амурский лес» в Китай":                         "",
		"Экспорт в Китай, по данным Дальневосточного таможенного управления": "",
		"Экспорт товаров Республики Саха (Якутия) в Китай":                   "",
		"Внешняя торговля Чувашской Республики с Китаем, экспорт":            "",
		"ЭКСПОРТ РОССИЙСКОЙ ФЕДЕРАЦИИ В КИТАЙ":                               "",
		"Экспорт важнейших товаров в Китайскую Народную Республику":          "",
		"黑龙江省、吉林省对俄罗斯出口":                                                     "Цзилинь, Хэйлунцзян",
		"哈尔滨市对俄罗斯出口":                                                         "哈尔滨市",
		"上海市对俄罗斯出口":                                                          "",
		"中国对俄罗斯出口商品":                                                         "",
	} {
		data := plainFile(title+", тыс. долл. США", "Год;Стоимость", "2024;10", "2025;12")
		if strings.Contains(title, "出口") {
			data = plainFile(title+"，千美元", "年份;金额", "2024;10", "2025;12")
		}
		g := guess(t, "t.csv", data)
		if asked := slices.Contains(g.Missing, "region"); asked != (want != "") || g.About["region"] != want {
			t.Errorf("%s: missing %q, about %q", title, g.Missing, g.About)
		}
		var needed *importer.Needed
		_, err := load("t.csv", data, importer.Options{Shape: &g.Shape})
		if errors.As(err, &needed) != (want != "") || needed != nil && needed.About["region"] != want {
			t.Errorf("%s: imported with %v", title, err)
		}
	}
}

// The answer is the country whole, a region, or the place as the title calls it.
func TestAnswersToAPlaceThatIsNoRegion(t *testing.T) {
	data := plainFile("Экспорт Приморского и Хабаровского краёв в Китай, тыс. долл. США", "Год;Стоимость", "2024;10")
	g := guess(t, "t.csv", data)
	for said, want := range map[string]string{
		"none": "", "05000": "05000", "Хабаровский край": "08000", "Приморский и Хабаровский края": "Приморский и Хабаровский края",
	} {
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Region: said}})
		if got := res.Figures.At(0).Region; got != want {
			t.Errorf("%s: %q", said, got)
		}
	}
	if _, err := load("t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Region: "Лапутия"}}); briefing.CodeOf(err) != briefing.CodeBadRegion {
		t.Errorf("a place that the title does not name: %v", err)
	}
	shape := g.Shape
	shape.Said(importer.RoleRegion)
	mustLoad(t, "t.csv", data, importer.Options{Shape: &shape})
}

// A partner's place is asked for as the partner's.
func TestAPartnersPlaceThatIsNoProvinceIsAskedFor(t *testing.T) {
	data := plainFile("Экспорт Приморского края в г. Суйфэньхэ, Китай, тыс. долл. США", "Год;Стоимость", "2024;10")
	g := guess(t, "t.csv", data)
	if !slices.Equal(g.Missing, []string{"province"}) || g.Shape.Constants.Region != "05000" {
		t.Errorf("missing %q, %+v", g.Missing, g.Shape.Constants)
	}
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Province: "23"}})
	if o := res.Figures.At(0); o.Province != "23" || o.Region != "05000" {
		t.Errorf("%+v", o)
	}
}

// The same profile over another file takes the region of that file's title.
func TestAProfileTakesTheRegionOfEachTitle(t *testing.T) {
	file := func(title string) []byte { return plainFile(title, "Год;Стоимость", "2024;10") }
	g := guess(t, "a.csv", file("Экспорт России в Китай, тыс. долл. США"))
	res := mustLoad(t, "b.csv", file("Экспорт Приморского края в Китай, тыс. долл. США"), importer.Options{Shape: &g.Shape})
	if got := res.Figures.At(0).Region; got != "05000" || !slices.Contains(res.Report.Notes, importer.NoteRegion) {
		t.Errorf("region %q, notes %v", got, res.Report.Notes)
	}
	g = guess(t, "a.csv", file("Экспорт Амурской области в Китай, тыс. долл. США"))
	res = mustLoad(t, "b.csv", file("Экспорт в Китай, тыс. долл. США"), importer.Options{Shape: &g.Shape})
	if got := res.Figures.At(0).Region; got != "10000" || !slices.Contains(res.Report.Notes, importer.NoteKeptRegion) {
		t.Errorf("region %q, notes %v", got, res.Report.Notes)
	}
}

// Whose import it is, a part of the country tells as its name does.
func TestAPartTellsWhoseTradeItIs(t *testing.T) {
	for title, want := range map[string][4]string{
		"Импорт провинции Хэйлунцзян из России, тыс. долл. США":  {"CN", "23", "RU", ""},
		"Экспорт Приморского края в Китай, тыс. долл. США":       {"RU", "05000", "CN", ""},
		"Экспорт России в провинцию Хэйлунцзян, тыс. долл. США":  {"RU", "", "CN", "23"},
		"Импорт Амурской области из Хэйлунцзяна, тыс. долл. США": {"RU", "10000", "CN", "23"},
	} {
		c := guess(t, "t.csv", plainFile(title, "Год;Стоимость", "2024;10")).Shape.Constants
		if got := [4]string{c.Reporter, c.Region, c.Partner, c.Province}; got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
}
