package lang_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestAPeriodStandsInTheCaseOfTheWordBefore(t *testing.T) {
	for _, tt := range []struct{ before, period, want string }{
		{"Отгружено в ", "2026", "2026 году"},
		{"Рост в\u00a0", "2022-03", "марте 2022 г."},
		{"Спад в ", "2022-Q3", "III квартале 2022 г."},
		{"План к ", "2026", "2026 году"},
		{"До ", "2026", "2026 года"},
		{"с начала ", "2026", "2026 года"},
		{"По итогам ", "2022-01..2022-10", "января–октября 2022 г."},
		{"по сравнению с ", "2025", "2025 годом"},
		{"по сравнению с ", "2022-01", "январём 2022 г."},
		{"с ", "2025", "2025 года"},
		{"за ", "2026", "2026 год"},
		{"", "2026", "2026 год"},
		{"завод ", "2026", "2026 год"}, // ends with «од», not with a word of a case
		{"в ", "2021..2022", "2021–2022 годах"},
		{"до ", "2023-03-20", "20 марта 2023 г."},
	} {
		p, err := briefing.ParsePeriod(tt.period)
		if err != nil {
			t.Fatal(err)
		}
		printed := lang.Period(briefing.RU, p)
		if got := strings.ReplaceAll(lang.PeriodBehind(briefing.RU, printed, tt.before), "\u00a0", " "); got != tt.want {
			t.Errorf("%q %s: %q, want %q", tt.before, tt.period, got, tt.want)
		}
	}
	if got := lang.PeriodBehind(briefing.EN, "March 2022", "in "); got != "March 2022" {
		t.Error(got)
	}
}
