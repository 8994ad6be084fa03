package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestPlacesInsideASentence(t *testing.T) {
	for code, want := range map[string][2]string{
		"TR": {"в Турцию", "из Турции"}, "CN": {"в Китай", "из Китая"}, "KZ": {"в Казахстан", "из Казахстана"},
		"VN": {"во Вьетнам", "из Вьетнама"}, "FR": {"во Францию", "из Франции"}, "US": {"в США", "из США"},
		"EG": {"в Египет", "из Египта"}, "BY": {"в Беларусь", "из Беларуси"}, "CA": {"в Канаду", "из Канады"},
		"CL": {"в Чили", "из Чили"}, "NI": {"в Никарагуа", "из Никарагуа"}, "KR": {"в Республику Корея", "из Республики Корея"},
		"W00": {"во все страны", "из всех стран"}, "CU": {}, "UA": {}, "VE": {}, "ES": {"в Испанию", "из Испании"}, "DE": {"в Германию", "из Германии"},
	} {
		to, okTo := lang.ToCountry(briefing.RU, code)
		from, okFrom := lang.FromCountry(briefing.RU, code)
		if to != want[0] || okTo != (want[0] != "") || okFrom && okTo && from != want[1] {
			t.Errorf("%s: %q %v, %q %v", code, to, okTo, from, okFrom)
		}
	}
	for name, want := range map[string]string{
		"Ростовская область": "Ростовской области", "Краснодарский край": "Краснодарского края", "Республика Татарстан": "Республики Татарстан",
		"Донецкая Народная Республика": "Донецкой Народной Республики", "Ямало-Ненецкий автономный округ": "Ямало-Ненецкого автономного округа",
		"Москва": "Москвы", "Кемеровская область – Кузбасс": "", "Россия (регионов: 3)": "",
	} {
		if got, ok := lang.OfRegion(briefing.RU, name); got != want || ok != (want != "") {
			t.Errorf("%s: %q %v", name, got, ok)
		}
	}
	for name, want := range map[string]string{"Rostov Region": "the Rostov Region", "Moscow": "Moscow", "United States": "the United States", "China": "China"} {
		if got, _ := lang.OfRegion(briefing.EN, name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
