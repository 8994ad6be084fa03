package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// A part of a country is found by whatever name it goes under, and none where
// there may be several.
func TestARegionIsFoundInAName(t *testing.T) {
	for name, want := range map[briefing.Text]string{
		{RU: "Народное правительство провинции Шаньдун"}:             "37",
		{RU: "Правительство Синьцзян-Уйгурского автономного района"}: "65",
		{EN: "People’s Government of Inner Mongolia"}:                "15",
		{RU: "правительство Внутренней Монголии"}:                    "15",
		{ZH: "山东省人民政府"}: "37",
		{ZH: "新疆"}:      "65",
		{RU: "Провинция Шэньси", EN: "Shaanxi", ZH: "陕西省"}: "61",
		{RU: "Шаньдун и Хэнань"}:                           "",
		{RU: "Провинция-партнёр"}:                          "",
		{}: "",
	} {
		got, ok := lang.RegionIn("CN", name)
		if got != want || ok != (want != "") {
			t.Errorf("%+v: %q", name, got)
		}
	}
	if code, _ := lang.RegionIn("RU", briefing.Text{RU: "Правительство Новосибирской области"}); code != "50000" {
		t.Errorf("%q", code)
	}
	// Every part is found by its own name, in each language.
	for _, country := range []string{"CN", "RU"} {
		for _, code := range lang.Regions(country) {
			for _, l := range briefing.Langs() {
				var name briefing.Text
				*name.At(l) = lang.Region(l, country, code)
				if got, ok := lang.RegionIn(country, name); ok && got != code {
					t.Errorf("%s, %s: %s is found as %s", country, l, name.In(l), got)
				} else if !ok && country == "CN" {
					t.Errorf("%s is not found by %s", code, name.In(l))
				}
			}
		}
	}
}

// A part of a country is known by its whole name in any language, and by no part
// of it: a name is found while it is being typed.
func TestARegionIsKnownByItsWholeName(t *testing.T) {
	for name, want := range map[briefing.Text]string{
		{RU: "Амурская область"}: "10000", {RU: " амурская  область "}: "10000", {EN: "Moscow Region"}: "46000", {RU: "Республика Алтай"}: "84000",
		{RU: "Амурская"}: "", {RU: "Правительство Амурской области"}: "", {RU: "Лапутия"}: "", {}: "",
	} {
		if got, ok := lang.RegionNamed("RU", name); got != want || ok != (want != "") {
			t.Errorf("%+v: %q, want %q", name, got, want)
		}
	}
}
