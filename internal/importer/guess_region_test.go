package importer_test

import (
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// A title names the region in whatever case.
func TestTheTitleTellsTheRegion(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт Тульской области по странам, тыс. долл. США": "70000",
		"Внешняя торговля Московской области":                 "46000",
		"Экспорт г. Москвы по странам":                        "45000",
		"Экспорт Республики Татарстан":                        "92000",
		"Экспорт Татарстана в 2023 году":                      "92000",
		"Вывоз из Краснодарского края":                        "03000",
		"Экспорт Кемеровской области — Кузбасса":              "32000",
		"Экспорт Республики Алтай":                            "84000",
		"Экспорт Алтайского края":                             "01000",
		"Экспорт Ханты-Мансийского автономного округа":        "71100",
		"Экспорт России":                                      "",
		"Экспорт Тульской и Московской областей":              "",
		"Экспорт Тульской области и Московской области":       "",
		"Экспорт Казахстана":                                  "",
	} {
		g := guess(t, "t.csv", plainFile(title, "Страна;2021;2022", "Индия;5;6", "Иран;7;8"))
		if got := g.Shape.Constants.Region; got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

// The row that holds the rest is no country, and nothing is lost with it.
func TestTheRestIsOfNoCountry(t *testing.T) {
	data := plainFile("Экспорт России в 2023 году, тыс. долл. США", "Страна;Код ТН ВЭД;Стоимость", "Китай;0207;60", "Прочие;0207;40", "ВСЕГО;0207;100")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "4 = 2 + title 1 + total 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	equal(t, "partners", sums(t, res.Figures, figure.Filter{}, "partner"), []string{"CN 60000", "ZZ 40000"})
}

// Quarters in the header have the year of the title, as months do.
func TestQuartersAcrossOfTheTitlesYear(t *testing.T) {
	for name, head := range map[string]string{"Russian": "Товар;I кв.;II кв.;III кв.;IV кв.", "words": "Товар;1 квартал;2 квартал;3 квартал;4 квартал", "Q": "Товар;Q1;Q2;Q3;Q4"} {
		data := plainFile("Экспорт Тульской области во Вьетнам, 2025 год, тыс. долл. США", head, "Удобрения;2 500,0;3 000,0;2 900,5;3 099,5", "Мясо;700;800;700;800")
		g := guess(t, "t.csv", data)
		if len(g.Missing) > 0 {
			t.Errorf("%s: missing %q", name, g.Missing)
		}
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		equal(t, name, sums(t, res.Figures, figure.Filter{Partner: "VN", Region: "70000"}, "quarter"), []string{
			"2025-Q1 3200000", "2025-Q2 3800000", "2025-Q3 3600500", "2025-Q4 3899500",
		})
	}
}
