package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// A head may tell a stretch of months, and the title or a column the year: it is a
// running total where the months stand beside it, and figures of its own where
// they don't.
func TestStretchesOfMonthsWhoseYearStandsElsewhere(t *testing.T) {
	title := "Экспорт Амурской области в Китай в 2026 году, тыс. долл. США"
	for name, c := range map[string]struct {
		rows    []string
		periods []string
		growing int
	}{
		"beside its months":     {[]string{title, "Код ТН ВЭД;январь;февраль;январь–февраль", "1201;10;20;30"}, []string{"2026-01", "2026-02"}, 1},
		"with a hyphen":         {[]string{title, "Код ТН ВЭД;январь;февраль;январь-февраль", "1201;10;20;30"}, []string{"2026-01", "2026-02"}, 1},
		"shortened":             {[]string{title, "Код ТН ВЭД;янв.;фев.;янв.-фев.", "1201;10;20;30"}, []string{"2026-01", "2026-02"}, 1},
		"without its months":    {[]string{title, "Код ТН ВЭД;январь–апрель;май", "1201;10;5"}, []string{"2026-01..2026-04", "2026-05"}, 0},
		"years in a column":     {[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Год;Код ТН ВЭД;январь–апрель;май", "2025;1201;10;5", "2026;1201;11;6"}, []string{"2025-01..2025-04", "2025-05", "2026-01..2026-04", "2026-05"}, 0},
		"a running total alone": {[]string{title, "Код ТН ВЭД;январь–апрель", "1201;10"}, []string{"2026-01..2026-04"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(c.rows...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var periods []string
			for _, o := range res.Figures.All() {
				periods = append(periods, o.Period.String())
			}
			slices.Sort(periods)
			if !slices.Equal(periods, c.periods) || aside(res.Report)[importer.AsideGrowing] != c.growing || len(res.Report.Rejected) > 0 {
				t.Errorf("%v; %s", periods, account(res.Report))
			}
		})
	}
}
