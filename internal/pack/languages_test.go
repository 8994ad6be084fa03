package pack_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// The languages of names and of the interpreter's figures are those of the
// visit: Chinese stands in no pack about Türkiye, unless it is asked for.
func TestTheLanguagesOfAPackFollowItsPartner(t *testing.T) {
	for _, tt := range []struct {
		partner, setting string
		chinese          bool
		spoken           string // column of the other language, in Russian
	}{
		{"CN", "", true, "По-китайски"},
		{"SG", "", true, "По-китайски"},
		{"", "", true, "По-китайски"},
		{"TR", "", false, "По-английски"},
		{"TR", "@langs=zh", true, "По-китайски"},
		{"CN", "@langs=ru,en", false, "По-английски"},
		{"CN", "@langs=ru", false, ""},
		{"TR", "@langs=ru,kk", false, "По-английски"}, // no word of ours: the partner decides
	} {
		p := demoProject(t)
		p.Pack.Partner, p.Pack.Sections = tt.partner, tt.setting
		if got := slices.Contains(pack.Languages(&p.Pack), briefing.ZH); got != tt.chinese {
			t.Errorf("%+v: Chinese %v", tt, got)
		}
		for _, form := range []string{pack.FormPack, pack.FormCard, pack.FormFactsheet} {
			for _, a := range []briefing.Audience{briefing.Leader, briefing.Interpreter} {
				if form == pack.FormCard && a != briefing.Leader {
					continue
				}
				d := build(t, p, a, pack.Options{Lang: briefing.RU, Form: form})
				out := ""
				for _, s := range d.Sections {
					if s.Key == "points" || s.Key == "event" || s.Key == "people" || form == pack.FormCard {
						part := *d
						part.Sections = part.Sections[:0:0]
						part.Sections = append(part.Sections, s)
						out += dump(&part)
					}
				}
				han := strings.ContainsFunc(out, func(r rune) bool { return unicode.Is(unicode.Han, r) })
				if han != tt.chinese && form != pack.FormFactsheet {
					t.Errorf("%+v, %s, %v: Chinese on the page is %v\n%s", tt, form, a, han, out)
				}
				if form == pack.FormPack && tt.spoken != "" && !strings.Contains(out, "По-русски | "+tt.spoken) {
					t.Errorf("%+v: no figures in %q", tt, tt.spoken)
				}
				if tt.spoken == "" && strings.Contains(out, "Числа для переводчика") {
					t.Errorf("%+v: figures for the interpreter in one language", tt)
				}
			}
		}
	}
}
