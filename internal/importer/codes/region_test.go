package codes_test

import (
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
