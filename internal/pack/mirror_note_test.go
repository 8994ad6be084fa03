package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
)

// How the other side's returns count is told once, in the annex: its readers
// are told what that means, the compiler that they may be read from that side.
func TestHowAPartnersReturnsCountIsToldOnce(t *testing.T) {
	of := func(code, year, usd string) figure.Observation {
		o := shipment(figure.Import, "", "RU", code, year, usd)
		o.Reporter = "TR"
		return o
	}
	p := shipped(t, "", of("10", "2024", "100000000"), of("15", "2024", "50000000"), of("10", "2025", "120000000"), of("15", "2025", "60000000"))
	p.Imports[0].Units = "flow=import,mirror=RU"
	for _, l := range briefing.Langs() {
		caveat := lang.T(l, "importer.note.read-mirror")
		p.Imports[0].Note = briefing.Text{RU: caveat, EN: caveat, ZH: caveat}
		// what both wordings have in common
		count := func(a briefing.Audience) (said, permission int) {
			out := plain(dump(build(t, p, a, pack.Options{Lang: l})))
			first, _, _ := strings.Cut(plain(caveat), map[briefing.Lang]string{briefing.RU: ":", briefing.EN: ".", briefing.ZH: "，"}[l])
			return strings.Count(out, "(с фрахтом и страхованием)") + strings.Count(out, "(with freight and insurance)") + strings.Count(out, "（含运费和保险费）计"), strings.Count(out, first)
		}
		if said, permission := count(briefing.Leader); said != 1 || permission != 0 {
			t.Errorf("%s, leader: told %d times, in the compiler's words %d", l, said, permission)
		}
		if said, permission := count(briefing.Compiler); said != 1 || permission != 1 {
			t.Errorf("%s, compiler: told %d times, in his words %d", l, said, permission)
		}
	}
	p.Imports[0].Units, p.Imports[0].Note = "flow=import", briefing.Text{}
	if out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})); strings.Contains(out, "Отчётность страны-партнёра") {
		t.Error("rows that are not read from the other side have the note")
	}
}
