package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// The half-page references of regional ministries, as they come.
func TestUsualReferencesOfMinistries(t *testing.T) {
	for name, tt := range map[string]struct {
		file    []string
		missing string
		want    string
	}{
		"ten months above years across": {
			[]string{"Внешняя торговля Новосибирской области со странами СНГ, январь–октябрь, млн долл. США", "Страна;Экспорт 2025;Экспорт 2026;Импорт 2025;Импорт 2026;Оборот 2026", "Узбекистан;1;2;3;4;6", "Казахстан;5;6;7;8;14", "СНГ, всего;6;8;10;12;20"},
			"", "export UZ 2025-01..2025-10 1 | export UZ 2026-01..2026-10 2 | import UZ 2025-01..2025-10 3 | import UZ 2026-01..2026-10 4 | export KZ 2025-01..2025-10 5 | export KZ 2026-01..2026-10 6 | import KZ 2025-01..2025-10 7 | import KZ 2026-01..2026-10 8",
		},
		"ten months with their year above years across": {
			[]string{"Экспорт Новосибирской области за январь–октябрь 2026 года, млн долл. США", "Страна;2025;2026", "Узбекистан;1;2", "Казахстан;5;6"},
			"", "export UZ 2025-01..2025-10 1 | export UZ 2026-01..2026-10 2 | export KZ 2025-01..2025-10 5 | export KZ 2026-01..2026-10 6",
		},
		"a quarter above years in the rows": {
			[]string{"Экспорт России в Узбекистан, I квартал, млн долл. США", "Год;Стоимость", "2025;1", "2026;2"},
			"", "export UZ 2025-Q1 1 | export UZ 2026-Q1 2",
		},
		"exports and imports in the rows": {
			[]string{"Внешнеторговый оборот Новосибирской области с Узбекистаном, млн долл. США", ";2024 год;январь–октябрь 2025 года;январь–октябрь 2026 года;2026 к 2025, %", "Оборот;66,1;68,1;78,2;114,8", "Экспорт;32;34,2;40,3;117,8", "в том числе: продовольствие;20,1;22,2;27;121,6", "Импорт;34,1;33,9;37,9;111,8", "Сальдо;-2,1;0,3;2,4;в 8 р."},
			"", "export UZ 2024 32 | export UZ 2025-01..2025-10 34.2 | export UZ 2026-01..2026-10 40.3 | import UZ 2024 34.1 | import UZ 2025-01..2025-10 33.9 | import UZ 2026-01..2026-10 37.9",
		},
		"the month and what has grown since January": {
			[]string{"Экспорт Новосибирской области в октябре 2026 г., млн долл. США", "Страна;Октябрь 2026 г.;В % к октябрю 2025 г.;Январь–октябрь 2026 г.", "Узбекистан;4;117,7;40", "Казахстан;9;в 2,1 р.;88"},
			"", "export UZ 2026-10 4 | export UZ 2026-01..2026-10 40 | export KZ 2026-10 9 | export KZ 2026-01..2026-10 88",
		},
		"quarters, halves and the year below one another": {
			[]string{"Экспорт Новосибирской области в Республику Узбекистан, млн долл. США", "Период;2024;2025", "I квартал;1;5", "II квартал;2;6", "I полугодие;3;11", "9 месяцев;4;12", "Год;9;13"},
			"", "export UZ 2024-Q1 1 | export UZ 2025-Q1 5 | export UZ 2024-Q2 2 | export UZ 2025-Q2 6 | export UZ 2024-H1 3 | export UZ 2025-H1 11 | export UZ 2024-01..2024-09 4 | export UZ 2025-01..2025-09 12 | export UZ 2024 9 | export UZ 2025 13",
		},
		"a mass beside the value of exports": {
			[]string{"Страна;Код ТН ВЭД;Период;Экспорт, млн долл. США;Масса, т", "Узбекистан;1001;10.2026;1;2", "Казахстан;1101;10.2026;3;4", "Турция¹⁾;1101;10.2026;5;6"},
			"", "export UZ 2026-10 1 2000kg | export KZ 2026-10 3 4000kg | export TR 2026-10 5 6000kg",
		},
		"regions of the partner": {
			[]string{"Экспорт Новосибирской области в регионы Узбекистана, 2025 год, млн долл. США", "Регион;Стоимость", "г. Ташкент;20", "Самаркандская область;5"},
			"", "export UZ/г. Ташкент 2025 20 | export UZ/Самаркандская область 2025 5",
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(tt.file...)
			g := guess(t, "t.csv", data)
			if got := strings.Join(g.Missing, " "); got != tt.missing {
				t.Fatalf("missing %s", got)
			}
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var rows []string
			million := briefing.Num("1000000")
			for i := range res.Figures.Len() {
				o := res.Figures.At(i)
				v, err := o.Value.Decimal.Quo(million)
				if err != nil {
					t.Fatal(err)
				}
				place := o.Partner
				if o.Province != "" {
					place += "/" + o.Province
				}
				row := strings.Join([]string{string(o.Flow), place, o.Period.String(), v.Trim(0).String()}, " ")
				if o.NetWeight.Valid {
					row += " " + o.NetWeight.Decimal.String() + "kg"
				}
				rows = append(rows, row)
			}
			if got := strings.Join(rows, " | "); got != tt.want || len(res.Report.Rejected) > 0 {
				t.Errorf("got  %s\nwant %s\n%s", got, tt.want, account(res.Report))
			}
		})
	}
}

// A shape that was kept reads the next file of the kind by that file's title.
func TestAKeptShapeReadsThePartOfTheYearAnew(t *testing.T) {
	table := func(title string) []byte {
		return plainFile(title, "Страна;2025;2026", "Узбекистан;1;2", "Казахстан;5;6")
	}
	g := guess(t, "t.csv", table("Экспорт России, январь–октябрь, млн долл. США"))
	for title, want := range map[string]string{
		"Экспорт России, январь–ноябрь, млн долл. США": "2025-01..2025-11",
		"Экспорт России, млн долл. США":                "2025",
	} {
		res := mustLoad(t, "t.csv", table(title), importer.Options{Shape: &g.Shape})
		if got := res.Figures.At(0).Period.String(); got != want {
			t.Errorf("%s: %s", title, got)
		}
	}
}

// The currency of each row is taken where a column of the known form has it.
func TestACurrencyForEachRow(t *testing.T) {
	data := plainFile("Направление;Период;Страна;ТН ВЭД;Стоимость;Валюта;Вес, т", "Экспорт;10.2026;Узбекистан;1001;1000,5;тыс. долл.;4000", "Экспорт;10.2026;Узбекистан;1101;50000;тыс. руб.;1500")
	res := mustLoad(t, "t.csv", data, importer.Options{})
	if a, b := res.Figures.At(0), res.Figures.At(1); a.Currency != "USD" || b.Currency != "RUB" || b.Value.Decimal.Trim(0).String() != "50000000" {
		t.Errorf("%+v, %+v", a, b)
	}
}

// A classification by its printed name is the one it names.
func TestClassificationsByTheirNames(t *testing.T) {
	head := "Страна;Направление;Период;Код ТН ВЭД;Классификация;Стоимость, долл. США"
	for name, want := range map[string]string{"ТН ВЭД": "TNVED", "ТН ВЭД ЕАЭС": "TNVED", "ГС 2017": "HS2017", "HS-2022": "HS2022", "СМТК": "СМТК"} {
		data := plainFile(head, "Китай;экспорт;2025;1001;"+name+";10", "Китай;экспорт;2025;1101;"+name+";11")
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		if got := res.Figures.At(0).Classification; got != want {
			t.Errorf("%s is %s", name, got)
		}
	}
}

// Years with the mark of a footnote, and with the part of the year in brackets.
func TestYearsWithMarks(t *testing.T) {
	data := plainFile("Экспорт России в Узбекистан, млн долл. США", "Год;Экспорт", "2023;1", "2024*;2", "2025 (10 мес.);3", "2026 (оценка);4")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	var got []string
	for i := range res.Figures.Len() {
		got = append(got, res.Figures.At(i).Period.String())
	}
	if strings.Join(got, " ") != "2023 2024 2025-01..2025-10" || len(res.Report.Rejected) != 1 {
		t.Errorf("%v, %s", got, account(res.Report))
	}
}
