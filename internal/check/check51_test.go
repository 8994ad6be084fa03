package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// A title typed for last month's pack stands above this month's data.
func TestATitleOfAnotherPeriodThanTheDataIsTold(t *testing.T) {
	for _, tt := range []struct {
		outcome, title string
		l              briefing.Lang
		data           []string
		want           string // what the finding says of the data, "" for none
	}{
		{"older than the data", "Внешняя торговля области в январе–сентябре 2026 года", briefing.RU, []string{"2026-09", "2026-10"}, "октябрь 2026"},
		{"ahead of the data", "Внешняя торговля области в январе–ноябре 2026 года", briefing.RU, []string{"2026-09", "2026-10"}, "октябрь 2026"},
		{"of the data", "Внешняя торговля области в январе–октябре 2026 года", briefing.RU, []string{"2026-09", "2026-10"}, ""},
		{"months as a number", "Экспорт за 9 месяцев 2026 года", briefing.RU, []string{"2026-10"}, "октябрь 2026"},
		{"months as a word", "Экспорт за девять месяцев 2026 года", briefing.RU, []string{"2026-10"}, "октябрь 2026"},
		{"compared with the year before", "Экспорт в январе–октябре 2026 года к январю–октябрю 2025 года", briefing.RU, []string{"2026-10"}, ""},
		{"rows of a stretch", "Экспорт в январе–сентябре 2026 года", briefing.RU, []string{"2026-01..2026-10"}, "январь–октябрь 2026"},
		{"a year, while the next one runs", "Экспорт области в 2025 году", briefing.RU, []string{"2025", "2026-10"}, ""},
		{"a year, and the next one is done", "Экспорт области в 2024 году", briefing.RU, []string{"2024", "2025"}, "2025"},
		{"a year of which some months are there", "Экспорт области в 2026 году", briefing.RU, []string{"2026-10"}, "октябрь 2026"},
		{"the time of a visit", "Визит делегации в марте 2026 года", briefing.RU, []string{"2026-02"}, ""},
		{"the days of a visit", "Визит 20–22 марта 2026 г., торговля", briefing.RU, []string{"2026-02"}, ""},
		{"no data", "Экспорт в январе–сентябре 2026 года", briefing.RU, nil, ""},
		{"in English", "Foreign trade in January–September 2026", briefing.EN, []string{"2026-10"}, "октябрь 2026"},
		{"in words of English", "Exports in the first nine months of 2026", briefing.EN, []string{"2026-10"}, "октябрь 2026"},
		{"in English, of the data", "Foreign trade in January–October 2026", briefing.EN, []string{"2026-10"}, ""},
		{"in Chinese", "2026年1—9月对外贸易", briefing.ZH, []string{"2026-10"}, "октябрь 2026"},
		{"in Chinese, of the data", "2026年前10个月对外贸易", briefing.ZH, []string{"2026-10"}, ""},
	} {
		p := clean()
		p.Figures, p.Pack.AsOf = figure.NewSet(), "2026-12-01T10:00:00+03:00"
		*p.Pack.Title.At(tt.l) = tt.title
		for _, period := range tt.data {
			addIn(p, briefing.Per(period))
		}
		said := ""
		for _, f := range check.Data(compiler(p)) {
			if f.Number == 51 {
				said += strings.ReplaceAll(f.Evidence.RU, "\u00a0", " ")
			}
		}
		if tt.want == "" && said != "" || tt.want != "" && !strings.Contains(said, tt.want) {
			t.Errorf("%s: %q, want %q", tt.outcome, said, tt.want)
		}
	}
}

// titled names the pack in Russian and gives it rows of a month.
func titled(title, month string) func(p *project.Project) {
	return func(p *project.Project) {
		p.Pack.Title.RU = title
		addIn(p, briefing.Per(month))
	}
}
