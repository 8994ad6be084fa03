package importer_test

import (
	"strings"
	"testing"
)

// titledPeriod is the period of a table that only its title tells, "?" where it
// has to be asked for.
func titledPeriod(t *testing.T, title string) string {
	t.Helper()
	g := guess(t, "t.csv", plainFile(title, "Код ТН ВЭД;Стоимость, тыс. долл.", "1001;1", "1201;2"))
	if g.Shape.Constants.Period == "" {
		return "?"
	}
	return g.Shape.Constants.Period
}

func TestQuirkPeriodsInWordsOfTitles(t *testing.T) {
	for title, want := range map[string]string{
		"2025年1月至9月俄罗斯对中国出口":                                    "2025-01..2025-09",
		"2025年1－9月俄罗斯对中国出口":                                     "2025-01..2025-09",
		"2025年前三季度俄罗斯对中国出口":                                     "2025-01..2025-09",
		"2025年前9个月俄罗斯对中国出口":                                     "2025-01..2025-09",
		"截至2025年9月俄罗斯对中国出口":                                     "?",
		"Экспорт России в Китай за девять месяцев 2025 года":    "2025-01..2025-09",
		"Экспорт России в Китай за три квартала 2025 года":      "2025-01..2025-09",
		"Экспорт России в Китай на 1 октября 2025 года":         "?",
		"Экспорт России в Китай за сезон 2024/25":               "?",
		"Экспорт России в Китай за неполный 2025 год":           "?",
		"Exports of Russia to China, first nine months of 2025": "2025-01..2025-09",
		"Exports of Russia to China, 9M 2025":                   "2025-01..2025-09",
		"Exports of Russia to China, YTD September 2025":        "?",
		"Экспорт России в Китай за 2025 год":                    "2025",
		"Экспорт России в Китай в сентябре 2025 года":           "2025-09",
		"Экспорт России в Китай за III квартал 2025 года":       "2025-Q3",
		"2025年第三季度俄罗斯对中国出口":                                     "2025-Q3",
		"Экспорт России в Китай по месяцам 2025 года":           "2025",
		"Экспорт России в Китай в 2025 году по товарам":         "2025", // and no stretch that begins there
		"Экспорт России в Китай за январь 2025 г. по товарам":   "2025-01",
		"Exports of Russia in 2025 to China":                    "2025",
		"Экспорт России в Китай с 2023 по 2025 год":             "2023..2025",
	} {
		if got := titledPeriod(t, title); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

func TestQuirkPeriodsInWordsOfHeads(t *testing.T) {
	for heads, want := range map[string]string{
		"01/2025;02/2025": "2025-01 2025-02",
		"1/2025;12/2025":  "2025-01 2025-12",
		"M1 2025;M2 2025": "2025-01 2025-02",
		"девять месяцев 2024 г.;девять месяцев 2025 г.": "2024-01..2024-09 2025-01..2025-09",
		"9M 2024;9M 2025": "2024-01..2024-09 2025-01..2025-09",
		"три квартала 2024;три квартала 2025": "2024-01..2024-09 2025-01..2025-09",
		"01–09/2024;01–09/2025":               "2024-01..2024-09 2025-01..2025-09",
		"2024年前三季度;2025年前三季度":                 "2024-01..2024-09 2025-01..2025-09",
		"2024;2025": "2024 2025",
	} {
		g := guess(t, "t.csv", plainFile("Экспорт России в Китай, тыс. долл.;;", "Код ТН ВЭД;"+heads, "1001;1;2", "1201;2;3"))
		var got []string
		for _, c := range g.Shape.Columns {
			if c.Series.Period != "" {
				got = append(got, c.Series.Period)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", heads, got, want)
		}
	}
}

// «т.» before money stands for thousands.
func TestQuirkThousandsInOneLetter(t *testing.T) {
	for head, want := range map[string]string{
		"Стоимость, т. долл. США": "thousand-usd", "Стоимость, т.долл.": "thousand-usd", "Стоимость, тыс. дол.": "thousand-usd",
		"Стоимость, млн. дол. США": "million-usd", "Стоимость, т. руб.": "thousand-rub", "Стоимость, долл. США": "usd",
	} {
		g := guess(t, "t.csv", plainFile("Экспорт России в Китай в 2025 году;", "Код ТН ВЭД;"+head, "1001;1", "1201;2"))
		if got := string(g.Shape.Columns[1].Unit); got != want {
			t.Errorf("%s: %q, want %s", head, got, want)
		}
	}
}
