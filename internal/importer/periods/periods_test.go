package periods_test

import (
	"testing"

	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"2024": "2024", "2024*": "2024", "202401": "2024-01", "202452": "2024", "202400": "2024", "20240131": "2024-01-31",
		"01/2022": "2022-01", "3.2022": "2022-03", "2023-M01": "2023-01", "2023-S1": "2023-H1",
		"2022-01-01/P10M": "2022-01..2022-10", "2022-01-01/P1Y": "2022..2022", "2024-03-01T00:00:00": "2024-03-01",
		"янв.22": "2022-01", "I кв. 22": "2022-Q1", "9M 2024": "2024-01..2024-09", "2025 (10 мес.)": "2025-01..2025-10", "FY 2021": "2021",
		"1850": "", "123": "", "": "", "Китай": "", "2022-01-15/P1M": "",
	} {
		got := ""
		if p, ok := periods.Parse(text); ok {
			got = p.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestInATitle(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт в Китай за девять месяцев 2025 года": "2025-01..2025-09",
		"exports in 2023, thousand USD":               "2023",
		"2025年1月至9月俄罗斯对中国出口":                          "2025-01..2025-09",
		"between 2020 and 2024":                       "",
		"сезон 2024/25":                               "",
		"за неполный 2025 год":                        "",
		"стоимость, тыс. долл.":                       "",
	} {
		got := ""
		if f, ok := periods.In(codes.Fold(title)); ok {
			got = f.Period.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
	if f, ok := periods.In("стоимость январь-октябрь 2024"); !ok || !f.Growing || f.Rest != "стоимость" {
		t.Errorf("a running total: %+v, %v", f, ok)
	}
}

// A year and what another column says of it make a period; what can't be joined is
// handed on as it is, for the row to be refused with it.
func TestJoin(t *testing.T) {
	for _, c := range []struct{ period, year, month, constant, want string }{
		{"", "2024", "март", "", "2024-03"},
		{"", "2024", "II кв.", "", "2024-Q2"},
		{"", "2024", "9 месяцев", "", "2024-01..2024-09"},
		{"", "2024", "за год", "", "2024"},
		{"", "2024", "", "-01..-10", "2024-01..2024-10"},
		{"", "", "5", "2024", "2024-05"},
		{"", "2024", "2025 год", "", "2024 2025 год"}, // of another year
		{"", "2024", "2024 год", "", "2024"},
		{"март", "2024", "", "", "2024-03"},
		{"2024-07", "2020", "", "", "2024-07"},
		{"", "2024", "прочее", "", "2024 прочее"},
	} {
		if got := periods.Join(c.period, c.year, c.month, c.constant); got != c.want {
			t.Errorf("Join(%q, %q, %q, %q) = %q, want %q", c.period, c.year, c.month, c.constant, got, c.want)
		}
	}
}

func TestPartsAreKeptAndReadBack(t *testing.T) {
	for title, want := range map[string]string{
		"за январь–октябрь": "-01..-10", "Экспорт в мае": "-05", "first half": "-H1", "III квартал": "-Q3", "на 1 мая": "", "2024": "",
	} {
		p, ok := periods.PartOfYear(title)
		if !ok {
			if want != "" {
				t.Errorf("%q: none, want %q", title, want)
			}
			continue
		}
		kept := periods.PartText(p)
		if kept != want || !periods.IsPart(kept) {
			t.Errorf("%q: %q, want %q", title, kept, want)
		}
		if back, ok := periods.Part(kept); !ok || back != p {
			t.Errorf("%q read back: %v, want %v", kept, back, p)
		}
	}
}

func FuzzPeriods(f *testing.F) {
	for _, s := range []string{"202401", "янв.22", "2025 (10 мес.)", "2022-01-01/P10M", "за девять месяцев 2025 года", "2025年1月至9月", "-01..-10"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, ok := periods.Parse(s); ok && (p.From.Year < 1 || p.From.Year > 9999) {
			t.Errorf("%q: year %d", s, p.From.Year)
		}
		periods.In(codes.Fold(s))
		periods.PartOfYear(s)
		periods.Join(s, "2024", s, s)
	})
}
