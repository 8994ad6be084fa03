package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestClassificationsHaveNames(t *testing.T) {
	for key, want := range map[string][3]string{
		"TNVED":  {"ТН ВЭД", "EAEU nomenclature", "欧亚经济联盟商品编码"},
		"HS":     {"ГС", "HS", "HS"},
		"HS2022": {"ГС 2022", "HS 2022", "HS 2022年版"},
		"SITC4":  {"СМТК, 4-й пересмотр", "SITC Rev. 4", "SITC第4版"},
		"SITC":   {"СМТК", "SITC", "SITC"},
		"BEC5":   {"ШЭК, 5-й пересмотр", "BEC Rev. 5", "BEC第5版"},
		"CN-HS":  {"ТН ВЭД КНР", "Chinese tariff", "中国税则"},
		"OWN7":   {"OWN7", "OWN7", "OWN7"},
		"":       {"", "", ""},
	} {
		for i, l := range briefing.Langs() {
			if got := lang.Classification(l, key); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", key, l, got, want[i])
			}
		}
	}
}
