package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// Several tables on a sheet, one below the other: what is another country's, another
// region's or of other goods is never read as rows of the first: it is read by its own
// title, or the report says where it stands.
func TestStackedTablesAreNotReadAsOne(t *testing.T) {
	for name, c := range map[string]struct {
		lines  []string
		stored int
		other  string // where the table begins that is not read, empty where there is none
	}{
		"another country": {[]string{
			"Экспорт России в Китай в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;1", "Соя;2", ";",
			"Экспорт России в Казахстан в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;10", "Соя;20",
		}, 4, ""},
		"another region": {[]string{
			"Экспорт Амурской области в Китай в 2025 году, тыс. долл. США;", "Код ТН ВЭД;Стоимость", "1001;1", "1201;2", ";",
			"Экспорт Приморского края в Китай в 2025 году, тыс. долл. США;", "Код ТН ВЭД;Стоимость", "1001;10", "1201;20",
		}, 4, ""},
		"other goods": {[]string{
			"Экспорт пшеницы из России в 2025 году, тыс. долл. США;", "Страна;Стоимость", "Китай;1", "Египет;2", ";",
			"Экспорт сои из России в 2025 году, тыс. долл. США;", "Страна;Стоимость", "Китай;10", "Египет;20",
		}, 2, "A6"},
		"a head of one amount": {[]string{
			"Экспорт России в Китай в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;1", "Соя;2", ";",
			"Таблица 2;", "Страна;Доля, %", "Китай;30", "Индия;20",
		}, 2, "A6"},
		"the next page": {[]string{
			"Экспорт России в Китай в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;1", "Соя;2", ";",
			"Экспорт России в Китай в 2025 году, тыс. долл. США:;", "Товар;Стоимость", "Рыба;10", "Лес;20",
		}, 4, ""},
		"continued": {[]string{
			"Экспорт России в Китай в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;1", "Соя;2", ";",
			"Экспорт России в Китай (продолжение);", "Товар;Стоимость", "Рыба;10", "Лес;20",
		}, 4, ""},
		"a remark between": {[]string{
			"Экспорт России в Китай в 2025 году, тыс. долл. США;", "Товар;Стоимость", "Пшеница;1", "Соя;2",
			"Примечание: экспорт без учёта гуманитарных поставок;", "Товар;Стоимость", "Рыба;10", "Лес;20",
		}, 4, ""},
	} {
		data := plainFile(c.lines...)
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		said := strings.Join(res.Report.Said(briefing.RU), "\n")
		if res.Report.Stored != c.stored || len(res.Report.Rejected) > 0 || strings.Contains(said, "есть другая таблица") != (c.other != "") ||
			c.other != "" && !strings.Contains(said, "Начало: t.csv ["+c.other+"].") {
			t.Errorf("%s: %s\n%s", name, account(res.Report), said)
		}
	}
}
