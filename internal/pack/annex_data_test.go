package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// What was said of imported data at the import is printed with them.
func TestTheAnnexCarriesTheCaveatsOfImportedData(t *testing.T) {
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"Зеркальные данные о торговле страны: Россия (файл gacc.csv)", "CIF (с фрахтом и страхованием)", "1 CNY = 0,155 USD (2021 год)", "«Обзор»"},
		briefing.EN: {"Mirror data on the trade of Russia (file gacc.csv)", "valued CIF", "1 CNY = 0.155 USD (2021)"},
		briefing.ZH: {"俄罗斯贸易的镜像数据（文件 gacc.csv）", "CIF价", "1 CNY = 0.155 USD（2021年）"},
	} {
		p := demoProject(t)
		plain := dump(build(t, p, briefing.Compiler, pack.Options{Lang: l}))
		p.Sources = append(p.Sources, &briefing.Source{ID: "s-rate", Kind: "official", Title: briefing.Text{RU: "Обзор", EN: "Review", ZH: "概览"}})
		p.Imports = append(p.Imports, &briefing.Import{ID: "i-gacc", File: "gacc.csv", Units: "flow=import,mirror=RU,rate=CNY/USD:0.155:2021:s-rate"})
		got := strings.ReplaceAll(dump(build(t, p, briefing.Compiler, pack.Options{Lang: l})), "\u00a0", " ")
		for _, s := range want {
			if !strings.Contains(got, s) || strings.Contains(plain, s) {
				t.Errorf("%s: %q in the annex: %v; without such an import: %v", l, s, strings.Contains(got, s), strings.Contains(plain, s))
			}
		}
	}
}
