package prose_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

func TestTimesOfWhatIsTold(t *testing.T) {
	for text, want := range map[string]string{
		"ru:В 2024 году экспорт составил 5 млн т.":                            "2024",
		"ru:Экспорт за январь–сентябрь 2025 года составил 5 млн т.":           "2025-01..2025-09",
		"ru:За девять месяцев 2026 г. ввезено 5 т.":                           "2026-01..2026-09",
		"ru:За 9 месяцев 2026 года ввезено 5 т.":                              "2026-01..2026-09",
		"ru:По итогам 2025 года ввезено 5 т.":                                 "2025",
		"ru:В первом полугодии 2025 года ввезено 5 т.":                        "2025-H1",
		"ru:В январе–сентябре 2025 года ввезено 5 т.":                         "2025-01..2025-09",
		"ru:В III квартале 2025 года ввезено 5 т.":                            "2025-Q3",
		"ru:Экспорт во Вьетнам в 2024 году составил 5 млн т.":                 "2024",
		"ru:Ввоз за рубеж за 9 месяцев 2026 года составил 5 т.":               "2026-01..2026-09",
		"en:Exports for Viet Nam in 2024 came to 5 tonnes.":                   "2024",
		"ru:Это больше, чем в 2024 году.":                                     "",
		"ru:К 2030 году, 20 марта 2023 года, по сравнению с 2024 годом.":      "",
		"en:Exports in 2024 came to 5 tonnes.":                                "2024",
		"en:Exports in the first nine months of 2026 came to 5 tonnes.":       "2026-01..2026-09",
		"en:In January–September 2025 exports fell.":                          "2025-01..2025-09",
		"en:More than in 2024; on 20 March 2023; in 2027–2028; from 2024 on.": "",
		"zh:2024年出口额为5吨。":                                                     "2024",
		"zh:2025年1—9月出口额为5吨。":                                                 "2025-01..2025-09",
		"zh:比2024年增长5%；2023年3月20日。":                                           "",
	} {
		l, s := briefing.Lang(text[:2]), text[3:]
		var got []string
		for _, w := range prose.Whens(l, s) {
			got = append(got, w.Period.String())
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %q, want %q", text, g, want)
		}
	}
}
