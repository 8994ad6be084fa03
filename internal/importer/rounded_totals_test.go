package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// What the source states where its rounded rows come to something else stays with
// the import, in each language; a total that is the sum of its rows is no news.
func TestATotalThatRoundingSetsApartIsKept(t *testing.T) {
	data := plainFile("Экспорт России в Узбекистан, млн долл. США", "Наименование товара;2024;2025", "Медь;27,0;31,9", "Чёрные металлы;21,7;24,7", "Древесина;19,0;18,6", "ИТОГО;67,7;75,1")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "Итог по источнику: экспорт, 2025 год — 75,1 млн долл. США; сумма слагаемых отличается от него из-за округления.",
		briefing.EN: "Total stated by the source: exports, 2025 — US$75.1 million; the sum of its parts differs by rounding.",
		briefing.ZH: "来源所列合计：出口，2025年：7510万美元；因四舍五入，与各项之和略有出入。",
	} {
		for _, note := range []string{res.Import.Note.In(l), strings.Join(res.Report.Said(l), "\n")} {
			note = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(note)
			if !strings.Contains(note, want) || strings.Count(note, strings.SplitN(want, ":", 2)[0]) > 1 && l != briefing.ZH {
				t.Errorf("%s: %s", l, note)
			}
		}
	}
	same := plainFile("Экспорт России в Узбекистан, млн долл. США", "Наименование товара;2025", "Медь;31,9", "Древесина;18,6", "ИТОГО;50,5")
	g = guess(t, "t.csv", same)
	if res = mustLoad(t, "t.csv", same, importer.Options{Shape: &g.Shape}); strings.Contains(res.Import.Note.RU, "Итог по источнику") {
		t.Errorf("a total that is the sum: %s", res.Import.Note.RU)
	}
}
