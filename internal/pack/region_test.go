package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// A pack that states its region by the code alone has the region's name in
// the headings of trade, as if the name had been typed.
func TestARegionWithoutANameIsNamedByItsCode(t *testing.T) {
	p := demoProject(t)
	for _, l := range briefing.Langs() {
		p.Pack.RegionName = briefing.Text{RU: "Тридевятая область", EN: "Region-Ъ", ZH: "州-Ъ"}
		typed := dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))
		p.Pack.RegionName = briefing.Text{}
		coded := dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))
		mark := map[briefing.Lang]string{briefing.RU: "Тридевятая область", briefing.EN: "Region-Ъ", briefing.ZH: "州-Ъ"}[l]
		of, _ := lang.OfRegion(l, mark) // in titles: «Экспорт Тридевятой области»
		ofCoded, _ := lang.OfRegion(l, lang.Region(l, "RU", "46000"))
		if !strings.Contains(typed, of) {
			t.Fatalf("%s: the name that was typed stands nowhere", l)
		}
		if want := strings.NewReplacer(of, ofCoded, mark, lang.Region(l, "RU", "46000")).Replace(typed); coded != want {
			g, w := strings.Split(coded, "\n"), strings.Split(want, "\n")
			for i := range max(len(g), len(w)) {
				if at(g, i) != at(w, i) {
					t.Fatalf("%s, line %d:\n got  %s\n want %s", l, i+1, at(g, i), at(w, i))
				}
			}
		}
	}
}
