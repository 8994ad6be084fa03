package importer_test

import "testing"

// Whose trade it is stands in the title, in the genitive or before a colon.
func TestTheTitleTellsWhoReports(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт Казахстана по странам, тыс. долл. США":                       "KZ",
		"Экспорт Республики Казахстан в 2022 году":                            "KZ",
		"Импорт Вьетнама из Китая":                                            "VN",
		"Внешняя торговля Узбекистана":                                        "UZ",
		"Экспорт продукции АПК Беларуси в Китай":                              "BY",
		"Импорт Саудовской Аравии":                                            "SA",
		"Экспорт Южной Кореи, млн долл.":                                      "KR",
		"Товарооборот Турции":                                                 "TR",
		"Экспорт КНР":                                                         "CN",
		"Экспорт США по месяцам":                                              "US",
		"Импорт Китая из России":                                              "CN",
		"Экспорт в Казахстан":                                                 "RU", // the language of the table
		"Экспорт продукции АПК":                                               "RU",
		"Сведения об экспорте мяса":                                           "RU",
		"Экспорт Московской области в Китай":                                  "RU",
		"Поставки из Казахстана, тыс. долл.":                                  "RU",
		"Экспорт Российской Федерации в Индию, тыс. долл. США, 2021–2023 гг.": "RU",
	} {
		g := guess(t, "t.csv", plainFile(title, "Страна;2021;2022", "Индия;5;6", "Иран;7;8"))
		if got := g.Shape.Constants.Reporter; got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	for title, want := range map[string]string{
		"Viet Nam's exports by country, thousand USD": "VN",
		"Exports of Kazakhstan by partner":            "KZ",
		"Kazakhstan: exports by partner":              "KZ",
		"Imports of Egypt from China":                 "EG",
		"Exports from the United States of America":   "US",
		"Exports of wheat by country":                 "",
		"Imports from China":                          "",
	} {
		g := guess(t, "t.csv", plainFile(title, "Country;2021;2022", "India;5;6", "Iran;7;8"))
		if got := g.Shape.Constants.Reporter; got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	for title, want := range map[string]string{"越南对各国出口": "VN", "哈萨克斯坦进口来源国": "KZ"} {
		g := guess(t, "t.csv", plainFile(title, "国家;2021;2022", "印度;5;6", "伊朗;7;8"))
		if got := g.Shape.Constants.Reporter; got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}
