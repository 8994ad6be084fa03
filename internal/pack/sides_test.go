package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// The sides at the table are called alike: by adjectives where the texts have
// both, else all by their countries' names.
func TestSidesAreCalledAlike(t *testing.T) {
	for partner, want := range map[string][2]string{"VN": {"Вьетнамская сторона", "Российская сторона"}, "IS": {"Исландия", "Россия"}} {
		p := demoProject(t)
		for _, who := range p.People {
			if who.Country == p.Pack.Partner {
				who.Country = partner
			}
		}
		p.Pack.Partner = partner
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Draft: true})))
		if !strings.Contains(out, want[0]) || !strings.Contains(out, want[1]) {
			t.Errorf("%s: no %q", partner, want)
		}
	}
}
