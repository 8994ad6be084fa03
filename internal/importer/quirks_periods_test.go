package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// A year may be written «2024г.», and quarters and halves as bare numbers: none is
// left out, or all months would stand as the whole year.
func TestQuirkYearsInWordsBesideMonths(t *testing.T) {
	for of, want := range map[string][]string{
		"Месяц;2024г.;Январь;Ноябрь": {"2024-01 4 1", "2024-11 5 2"},
		"Месяц;2024 г.;1;11":         {"2024-01 4 1", "2024-11 5 2"},
		"Квартал;2024;1;4":           {"2024-Q1 4 1", "2024-Q4 5 2"},
	} {
		f := strings.Split(of, ";")
		res := mustLoad(t, "t.csv", plainFile("Направление;Год;"+f[0]+";Страна;ТН ВЭД;Стоимость, долл. США;Вес нетто, кг", "ЭК;"+f[1]+";"+f[2]+";CN;1001990000;4;1", "ЭК;"+f[1]+";"+f[3]+";CN;1001990000;5;2"), importer.Options{})
		var got []string
		for _, o := range res.Figures.All() {
			got = append(got, o.Period.String()+" "+o.Value.Decimal.Trim(0).String()+" "+o.NetWeight.Decimal.Trim(0).String())
		}
		equal(t, of, got, want)
	}
	for _, head := range []string{"KV", "Квартал", "Quarter"} {
		got, _ := byFlow(t, "", "FLOW;REPORTER;YEAR;"+head+";PARTNER;VALUE_USD", "Export;RU;2024;1;CN;4", "Export;RU;2024;3;CN;5")
		equal(t, head, got, []string{"export RU-CN 2024-Q1 USD 4", "export RU-CN 2024-Q3 USD 5"})
	}
	got, _ := byFlow(t, "", "FLOW;REPORTER;YEAR;Квартал;Месяц;PARTNER;VALUE_USD", "Export;RU;2024;1;2;CN;4", "Export;RU;2024;3;8;CN;5")
	equal(t, "both", got, []string{"export RU-CN 2024-02 USD 4", "export RU-CN 2024-08 USD 5"})
}

// Columns that add up the months: «Год», «Полугодие», quarters without a year of
// their own, «январь–декабрь», which is the year.
func TestQuirkSumsBehindMonths(t *testing.T) {
	got, _ := byFlow(t, "Экспорт Омской области в Китай, тыс. долл. США", "Товар;янв.25;фев.25;мар.25;I квартал;Год", "Лес;100;200;300,5;600,5;600,5", "Соя;10;20;30;60;60")
	slices.Sort(got)
	equal(t, "stored", slices.Compact(got), []string{
		"export RU52000-CN 2025-01 USD 10000 Соя", "export RU52000-CN 2025-01 USD 100000 Лес", "export RU52000-CN 2025-02 USD 20000 Соя", "export RU52000-CN 2025-02 USD 200000 Лес",
		"export RU52000-CN 2025-03 USD 30000 Соя", "export RU52000-CN 2025-03 USD 300500 Лес", "export RU52000-CN 2025-Q1 USD 60000 Соя", "export RU52000-CN 2025-Q1 USD 600500 Лес",
	})
	got, _ = byFlow(t, "Экспорт Омской области в Китай, тыс. долл. США", "Товар;январь–декабрь 2024;январь–июнь 2025", "Лес;100;60")
	equal(t, "year", got, []string{"export RU52000-CN 2024 USD 100000 Лес", "export RU52000-CN 2025-01..2025-06 USD 60000 Лес"})
}
