package codes_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

func TestRegions(t *testing.T) {
	tests := map[string]struct {
		country, in, want string
		ok                bool
	}{
		"the region":                       {"RU", "МОСКОВСКАЯ ОБЛАСТЬ", "46000", true},
		"the city is not its region":       {"RU", "Москва", "45000", true},
		"the city as the customs write it": {"RU", "ГОРОД МОСКВА СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ", "45000", true},
		"the city in short":                {"RU", "г. Москва", "45000", true},
		"the region in short":              {"RU", "Московская обл.", "46000", true},
		"in English":                       {"RU", "Moscow Region", "46000", true},
		"in Chinese":                       {"RU", "莫斯科州", "46000", true},
		"the city in Chinese":              {"RU", "莫斯科市", "45000", true},
		"a city with two dashes":           {"RU", "СЕВАСТОПОЛЬ - ГОРОД ФЕДЕРАЛЬНОГО ЗНАЧЕНИЯ", "67000", true},
		"Leningrad Region is not the city": {"RU", "Ленинградская область", "41000", true},
		"Altai Territory":                  {"RU", "Алтайский край", "01000", true},
		"the Altai Republic":               {"RU", "Республика Алтай", "84000", true},
		"a code":                           {"RU", "46000", "46000", true},
		"a code that lost its zero":        {"RU", "3000", "03000", true},
		"Shandong in Russian":              {"CN", "Шаньдун", "37", true},
		"with the word":                    {"CN", "провинция Шаньдун", "37", true},
		"in Chinese with the character":    {"CN", "山东省", "37", true},
		"and without":                      {"CN", "山东", "37", true},
		"Shanxi":                           {"CN", "Shanxi", "14", true},
		"Shaanxi":                          {"CN", "Shaanxi", "61", true},
		"an autonomous region in short":    {"CN", "新疆", "65", true},
		"a province of another country":    {"RU", "Шаньдун", "", false},
		"half a name is none":              {"RU", "Московская", "", false},
		"no country":                       {"KZ", "Москва", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got, ok := codes.Region(tt.country, tt.in); got != tt.want || ok != tt.ok {
				t.Errorf("%q: %q %v, want %q", tt.in, got, ok, tt.want)
			}
		})
	}
}

// Every part is found by each of its names, so no two share one.
func TestEachRegionIsFoundByItsNames(t *testing.T) {
	for country, want := range map[string]int{"RU": 89, "CN": 34} {
		all := lang.Regions(country)
		if len(all) != want {
			t.Errorf("%s: %d parts", country, len(all))
		}
		for _, code := range all {
			for _, l := range briefing.Langs() {
				name := lang.Region(l, country, code)
				if got, ok := codes.Region(country, name); !ok || got != code || name == code {
					t.Errorf("%s %s: %q is %q", country, code, name, got)
				}
			}
		}
	}
}

// Names of the Constitution and those that people write, with any dash, in any
// order of the words, twice: «Республика Татарстан (Татарстан)».
func TestQuirkNamesOfRegions(t *testing.T) {
	for code, names := range map[string]string{
		"71100": "Ханты-Мансийский автономный округ - Югра|Ханты-Мансийский автономный округ — Югра|Ханты-Мансийский АО – Югра|Ханты-Мансийский АО|ХМАО|ХМАО-Югра|ХМАО — Югра|Югра|Khanty-Mansi Autonomous Okrug - Yugra",
		"71140": "ЯНАО|Ямало-Ненецкий АО|Ямало-Ненецкий а.о.|Ямало-Ненецкий авт. округ", "11100": "НАО|Ненецкий АО", "99000": "ЕАО|Еврейская АО|Еврейская авт. область|Jewish Autonomous Oblast",
		"32000": "Кемеровская область - Кузбасс|Кемеровская область-Кузбасс|Кемеровская обл.|Кузбасс", "97000": "Чувашская Республика - Чувашия|Чувашия|Чувашская Республика",
		"90000": "Республика Северная Осетия - Алания|Республика Северная Осетия — Алания|Северная Осетия|РСО-Алания|Республика Северная Осетия (Алания)",
		"92000": "Республика Татарстан (Татарстан)|Татарстан|Татарстан Респ|Респ. Татарстан|Татарстан, Республика", "79000": "Республика Адыгея (Адыгея)|Адыгея",
		"98000": "Республика Саха (Якутия)|Саха /Якутия/|Якутия|РС(Я)|Республика Саха", "81000": "Бурятия|Республика Бурятия", "80000": "Башкирия|Башкортостан",
		"93000": "Тува|Тыва|Республика Тува", "83000": "КБР|Кабардино-Балкария", "91000": "КЧР|Карачаево-Черкесия", "21000": "ДНР", "43000": "ЛНР",
		"46000": "Московская обл|Московская обл.|Область Московская|Moscow Oblast|Подмосковье", "05000": "Приморье|Приморский кр.|Primorsky Krai", "30000": "Камчатка", "76000": "Забайкалье",
		"40000": "СПб|г.Санкт-Петербург|Санкт–Петербург|город федерального значения Санкт-Петербург|Петербург", "45000": "г. Москва|Москва г|город Москва", "77000": "Чукотский АО|Чукотка",
	} {
		for name := range strings.SplitSeq(names, "|") {
			if got, ok := codes.Region("RU", name); !ok || got != code {
				t.Errorf("%s: %q, want %s", name, got, code)
			}
		}
	}
	for _, name := range []string{"Алтай", "Тюменская область без АО", "Архангельская область (без НАО)", "Московская область (Москва)", "Республика", "АО", "г.", "-", "()", "Южный"} {
		if got, ok := codes.Region("RU", name); ok {
			t.Errorf("%s is %s", name, got)
		}
	}
	// Whatever is written in one way is found in the others.
	for _, code := range lang.Regions("RU") {
		name := lang.Region(briefing.RU, "RU", code)
		first, rest, _ := strings.Cut(name, " ")
		for _, other := range []string{strings.ReplaceAll(name, " – ", " - "), strings.ReplaceAll(name, "-", " — "), strings.ToUpper(name), rest + " " + first} {
			if got, ok := codes.Region("RU", other); !ok || got != code {
				t.Errorf("%s: %q, want %s", other, got, code)
			}
		}
	}
}

// Federal districts are more than a region; what belongs to them is known.
func TestFederalDistricts(t *testing.T) {
	for name, region := range map[string]string{
		"Дальневосточный федеральный округ": "10000", "ДФО": "05000", "Дальневосточный ФО": "98000", "Итого по ДФО": "99000", "Северо - Западный федеральный округ": "40000", "СКФО": "90000",
		"Уральский ФО, всего": "71100", "Дальний Восток": "64000",
	} {
		if member, ok := codes.District(name); !ok || member(region) != codes.IsMember || member("46000") != codes.NoMember {
			t.Errorf("%s", name)
		}
	}
	if member, _ := codes.District("СФО"); member("81000") != codes.MayBeMember {
		t.Error("Buryatia was in Siberia before 2018")
	}
	for _, name := range []string{"Южный", "Амурская область", "", "ФО"} {
		if _, ok := codes.District(name); ok {
			t.Errorf("%q is a district", name)
		}
	}
	// Each region is in one district, but for those that are in none yet.
	for _, code := range lang.Regions("RU") {
		n := 0
		for _, name := range []string{"ЦФО", "СЗФО", "ЮФО", "СКФО", "ПФО", "УФО", "СФО", "ДФО"} {
			if member, ok := codes.District(name); ok && member(code) != codes.NoMember {
				n++
			}
		}
		if want := map[string]int{"21000": 0, "23000": 0, "43000": 0, "74000": 0, "76000": 2, "81000": 2}; n != 1 && n != want[code] || want[code] == 2 && n != 2 {
			t.Errorf("%s is in %d districts", code, n)
		}
	}
}
