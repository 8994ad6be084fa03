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
