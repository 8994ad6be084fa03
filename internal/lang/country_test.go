package lang

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
)

func TestEachCountryOfferedHasANameOfItsOwn(t *testing.T) {
	codes := Countries()
	if len(codes) < 245 || len(codes) > 255 {
		t.Errorf("%d countries", len(codes))
	}
	for _, c := range []string{"W00", "RU", "CN", "BY", "HK", "XK"} {
		if !slices.Contains(codes, c) {
			t.Errorf("%s is not offered", c)
		}
	}
	for _, l := range briefing.Langs() {
		seen := map[string]string{}
		for _, c := range codes {
			name := Country(l, c)
			if name == c || name == "" {
				t.Errorf("%s: %s has no name", l, c)
			}
			if other, ok := seen[name]; ok {
				t.Errorf("%s: %s and %s are both %q", l, c, other, name)
			}
			seen[name] = c
		}
	}
}

// What the locale data would say here would embarrass an office of either
// side: names follow ОКСМ in Russian and the customs in Chinese.
func TestNamesThatWouldEmbarrass(t *testing.T) {
	for key, want := range map[[2]string]string{
		{"ru", "HK"}: "Гонконг", {"en", "HK"}: "Hong Kong, China", {"zh", "HK"}: "中国香港",
		{"ru", "MO"}: "Макао", {"en", "MO"}: "Macao, China", {"zh", "MO"}: "中国澳门",
		{"ru", "TW"}: "Тайвань (Китай)", {"en", "TW"}: "Taiwan, China", {"zh", "TW"}: "中国台湾",
		{"ru", "KR"}: "Республика Корея", {"ru", "KP"}: "Корейская Народно-Демократическая Республика", {"zh", "KR"}: "韩国", {"zh", "KP"}: "朝鲜",
		{"ru", "BY"}: "Беларусь", {"ru", "MD"}: "Республика Молдова", {"ru", "KG"}: "Киргизия", {"ru", "TM"}: "Туркмения",
		{"ru", "AB"}: "Абхазия", {"ru", "OS"}: "Южная Осетия", {"ru", "PS"}: "Государство Палестина", {"en", "TR"}: "Türkiye",
		{"ru", "MK"}: "Северная Македония", {"ru", "XK"}: "Косово (Сербия)", {"ru", "CZ"}: "Чехия", {"ru", "SZ"}: "Эсватини",
		{"ru", "EU"}: "Европейский союз", {"zh", "ZZ"}: "其他及未注明", {"ru", "CD"}: "Демократическая Республика Конго", {"zh", "CG"}: "刚果（布）",
	} {
		if got := Country(briefing.Lang(key[0]), key[1]); got != want {
			t.Errorf("%v: %q, want %q", key, got, want)
		}
	}
}

func TestRegionsHaveNames(t *testing.T) {
	for key, want := range map[[3]string]string{
		{"ru", "RU", "46000"}: "Московская область", {"ru", "RU", "45000"}: "Москва", {"zh", "RU", "46000"}: "莫斯科州", {"en", "RU", "01000"}: "Altai Territory",
		{"ru", "CN", "37"}: "Шаньдун", {"zh", "CN", "370000"}: "山东省", {"en", "CN", "61"}: "Shaanxi", {"ru", "CN", "14"}: "Шаньси", {"ru", "CN", "61"}: "Шэньси",
		{"ru", "CN", "370100"}: "370100", {"ru", "KZ", "37"}: "37", {"ru", "RU", ""}: "",
		{"zh", "CN", "71"}: "中国台湾", {"ru", "CN", "71"}: "Тайвань (Китай)",
	} {
		if got := Region(briefing.Lang(key[0]), key[1], key[2]); got != want {
			t.Errorf("%v: %q, want %q", key, got, want)
		}
	}
}
