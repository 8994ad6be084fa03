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

// A fraction takes one form of «раз», whatever it begins with.
func TestAManifoldChange(t *testing.T) {
	for _, tt := range []struct {
		n, unit string
		want    [3]string
	}{
		{"1.1", "times", [3]string{"в 1,1 раза", "1.1-fold", "增长到1.1倍"}},
		{"5.5", "times", [3]string{"в 5,5 раза", "5.5-fold", "增长到5.5倍"}},
		{"21", "times", [3]string{"в 21 раз", "21-fold", "增长到21倍"}},
		{"3", "times", [3]string{"в 3 раза", "3-fold", "增长到3倍"}},
		{"-1.4", "times", [3]string{"в 1,4 раза меньше", "1.4-fold decrease", "下降到原来的约71%"}},
		{"-2", "times", [3]string{"в 2 раза меньше", "2-fold decrease", "下降到原来的1/2"}},
		{"1", "pp", [3]string{"+1 п. п.", "+1 pp", "增长1个百分点"}},
		{"-2", "pp", [3]string{"−2 п. п.", "−2 pp", "下降2个百分点"}},
		{"0", "percent", [3]string{"0 %", "0%", "0%"}},
		{"33.3", "percent", [3]string{"+33,3 %", "+33.3%", "增长33.3%"}},
	} {
		for i, l := range briefing.Langs() {
			c := briefing.Claim{Change: briefing.SomeNum(tt.n), ChangeUnit: briefing.Unit(tt.unit)}
			if got := strings.ReplaceAll(lang.Change(l, c), "\u00a0", " "); got != tt.want[i] {
				t.Errorf("%s %s: %q, want %q", tt.n, tt.unit, got, tt.want[i])
			}
		}
	}
}

func TestAPeriodDoesNotSayItsWordTwice(t *testing.T) {
	for _, tt := range []struct {
		l                            briefing.Lang
		period, after, fitted, again string
	}{
		{briefing.RU, "2025\u00a0году", " году экспорт", "2025", ""},
		{briefing.RU, "2025\u00a0год", "\u00a0год", "2025", ""},
		{briefing.RU, "январь–сентябрь 2026\u00a0г.", " года", "январь–сентябрь 2026", ""},
		{briefing.RU, "2025\u00a0году", " г.", "2025", ""},
		{briefing.RU, "2021–2022\u00a0годах", " гг.", "2021–2022", ""},
		{briefing.RU, "2025\u00a0год", " года", "2025\u00a0год", "года"},
		{briefing.RU, "январе 2026\u00a0г.", " году", "январе 2026\u00a0г.", "году"},
		{briefing.RU, "2025\u00a0году", " годовой план", "2025\u00a0году", ""},
		{briefing.RU, "2025\u00a0году", ", году рекордов", "2025\u00a0году", ""},
		{briefing.RU, "2025\u00a0году", "", "2025\u00a0году", ""},
		{briefing.EN, "March 2022", " March", "March 2022", ""},
		{briefing.ZH, "2025年", "年出口", "2025", ""},
		{briefing.ZH, "2025年", "年底", "2025年", ""},
		{briefing.ZH, "2025年", "出口", "2025年", ""},
	} {
		if fitted, again := lang.PeriodBefore(tt.l, tt.period, tt.after); fitted != tt.fitted || again != tt.again {
			t.Errorf("%q before %q: %q, %q", tt.period, tt.after, fitted, again)
		}
	}
}
