package document_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

func TestTheUnitBehindATitle(t *testing.T) {
	for _, c := range []struct {
		title, unit, want string
		l                 briefing.Lang
	}{
		{"Экспорт, январь–октябрь 2026\u00a0г.", "млн долл. США", "Экспорт, январь–октябрь 2026\u00a0г., млн долл. США", briefing.RU},
		{"Экспорт за 9\u00a0мес.", "т", "Экспорт за 9\u00a0мес., т", briefing.RU},
		{"Экспорт вырос.", "т", "Экспорт вырос, т", briefing.RU},
		{"Exports have grown.", "t", "Exports have grown, t", briefing.EN},
		{"Экспорт", "", "Экспорт", briefing.RU},
		{"", "т", "т", briefing.RU},
		{"出口", "万美元", "出口，万美元", briefing.ZH},
	} {
		if got := document.WithUnit(c.title, c.unit, c.l); got != c.want {
			t.Errorf("%q", got)
		}
	}
}
