package importer_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"briefing/internal/importer"
)

func guessedSides(t *testing.T, text string) (*importer.Guessed, string) {
	t.Helper()
	g, err := importer.Guess(context.Background(), "t.csv", bytes.NewReader([]byte(text)), int64(len(text)), importer.Options{})
	if err != nil {
		t.Fatal(text, err)
	}
	c := g.Shape.Constants
	return g, c.Reporter + " " + c.Flow + " " + c.Partner
}

// Whose trade a title is about is told by an adjective or by who buys, too, and a
// country that stands behind another one is not taken for the reporter because of
// the language.
func TestTitlesSayWhoseTradeItIs(t *testing.T) {
	for title, want := range map[string]string{
		"Китайский экспорт в Россию, 2025":   "CN export RU",
		"Китайский импорт из России, 2025":   "CN import RU",
		"Российский экспорт в Китай, 2025":   "RU export CN",
		"Chinese exports to Russia, 2025":    "CN export RU",
		"Закупки Китая в России в 2025 году": "CN import RU",
		"Экспорт России в Китай в 2025 году": "RU export CN",
	} {
		if _, got := guessedSides(t, title+"\nКод ТН ВЭД;Стоимость, тыс. долл.\n8703;100\n8517;50\n"); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}

// A table of who sold to whom says of no row who reports it.
func TestExportersAndImportersAreTwoSides(t *testing.T) {
	for _, text := range []string{
		"Exporter,Importer,Year,HS,Value (USD)\nRussia,China,2024,1001,5\nRussia,Egypt,2024,1001,7\nChina,Russia,2024,8517,9\n",
		"Экспортёр;Импортёр;Год;Код;Стоимость, долл.\nРоссия;Китай;2024;1001;5\nРоссия;Египет;2024;1001;7\nКитай;Россия;2024;8517;9\n",
	} {
		g, _ := guessedSides(t, text)
		if !slices.Contains(g.Assumed, importer.AssumedSides) || len(g.Missing) > 0 {
			t.Fatalf("%v, missing %v", g.Assumed, g.Missing)
		}
		res := mustLoad(t, "t.csv", []byte(text), importer.Options{Shape: &g.Shape})
		var got []string
		for _, o := range res.Figures.All() {
			got = append(got, o.Reporter+string(o.Flow)+o.Partner+o.Value.Decimal.String())
		}
		equal(t, "rows", got, []string{"RUexportCN5", "RUexportEG7", "CNexportRU9"})
	}
}

// A column of partners that names the country of the table's language is no proof
// that this country reports.
func TestAReporterAmongThePartnersIsNotAssumed(t *testing.T) {
	g, _ := guessedSides(t, "Страна;Направление;Год;Код ТН ВЭД;Стоимость, тыс. долл.\nРоссия;Экспорт;2024;1001;5\nКазахстан;Экспорт;2024;1001;7\n")
	if !slices.Contains(g.Missing, "reporter") {
		t.Errorf("%+v", g.Shape.Constants)
	}
}

// Our own table «Данные» comes back as it was: who reports, the currency, the
// status, what is hidden and what is invented.
func TestOurOwnDataComeBack(t *testing.T) {
	for _, text := range []string{
		"Поток;Отчитывается;Отчитывается (страна);Регион;Партнёр;Партнёр (страна);Код товара;Товар;Классификация;Период;Стоимость, ед. валюты;Валюта;Базис;Вес нетто, кг;Код статуса;Статус наблюдения;Пометка;Файл;Строка\n" +
			"импорт;CN;Китай;;RU;Россия;\"12019019\";豆;CN-HS;\"2024-01\";4000,5;CNY;CIF;1000;P;предварительно;;a.csv;2\n" +
			"экспорт;RU;Россия;46000 - Московская область;CN;Китай;;Код товара скрыт;TNVED;\"2024\";7;USD;;;A;обычное значение;ОБРАЗЕЦ · условные данные;b.csv;3\n",
	} {
		res := mustLoad(t, "Данные.csv", []byte(text), importer.Options{})
		if res.Preview.Profile != importer.ProfileOwnData {
			t.Fatal(res.Preview.Profile)
		}
		got := rowsOf(res.Figures)
		if len(got) != 2 {
			t.Fatal(got, account(res.Report))
		}
		equal(t, "rows", got, []string{
			"2 import CN→RU 2024-01 12019019/8 CN-HS 4000.5CNYCIF kg=1000 q=– P",
			"3 export RU46000→CN 2024 X/0 TNVED 7USD kg=– q=– AC",
		})
		if o := res.Figures.At(1); !o.Sample || res.Figures.At(0).Sample {
			t.Error("the stamp is lost")
		}
	}
}
