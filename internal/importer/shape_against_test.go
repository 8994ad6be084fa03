package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// saved is the shape guessed of a table under a title, as a profile that a user has
// saved is read by.
func saved(t *testing.T, title string) importer.Options {
	t.Helper()
	g := guess(t, "a.csv", titledGoods(title))
	return importer.Options{Profile: "мой", Shapes: []importer.NamedShape{{Name: "мой", Shape: g.Shape}}}
}

func titledGoods(title string) []byte {
	return plainFile(title, "Код ТН ВЭД;Стоимость", "1001;100", "1201;50")
}

// A saved profile is not read over a table whose title says what it can't follow.
func TestASavedProfileAgainstTheTitle(t *testing.T) {
	o := saved(t, "Экспорт Амурской области в Китай в 2024 году, тыс. долл.")
	for _, title := range []string{
		"Экспорт Амурской области в Китай в 2025 году, тонн", "Экспорт Амурской области в Китай в 2025 году, тыс. т", "Экспорт Амурской области в Китай в 2025 году, тыс. шт.",
		"Экспорт Казахстана в Китай в 2025 году, тыс. долл.", "Экспорт Китая в Россию в 2025 году, тыс. долл.", "Импорт Китая из Амурской области в 2025 году, тыс. долл.",
		"Экспорт Амурской области в Китай и Монголию в 2025 году, тыс. долл.", "Экспорт Амурской области по всем странам в 2025 году, тыс. долл.", "Экспорт Амурской области в страны ЕАЭС в 2025 году, тыс. долл.",
		"Товарооборот Амурской области с Китаем в 2025 году, тыс. долл.", "Реэкспорт из Амурской области в Китай в 2025 году, тыс. долл.", "План экспорта Амурской области в Китай на 2025 год, тыс. долл.",
	} {
		if _, err := load("b.csv", titledGoods(title), o); briefing.CodeOf(err) != briefing.CodeProfileTitle {
			t.Errorf("%s: %v", title, err)
		}
	}
	for title, note := range map[string]string{
		"Экспорт Амурской области в 2025 году, тыс. долл.": importer.NoteKeptPartner, "Экспорт в Китай в 2025 году, тыс. долл.": importer.NoteKeptRegion, "Экспорт Амурской области в Китай в 2025 году": importer.NoteKept,
		"Экспорт Приморского края в Монголию в 2025 году, млн евро": "", "Импорт Амурской области из Китая в 2025 году, тыс. долл.": "", "Экспорт (включая реэкспорт) Амурской области в Китай в 2025 году, тыс. долл.": importer.NoteKept,
	} {
		res, err := load("b.csv", titledGoods(title), o)
		if err != nil {
			t.Errorf("%s: %v", title, err)
			continue
		}
		for _, n := range []string{importer.NoteKept, importer.NoteKeptPartner, importer.NoteKeptRegion} {
			if slices.Contains(res.Report.Notes, n) != (n == note) {
				t.Errorf("%s: %v, want %q", title, res.Report.Notes, note)
			}
		}
	}
}

// A profile fits the table it was made of, whatever the title.
func TestASavedProfileFitsItsOwnTable(t *testing.T) {
	for _, title := range []string{
		"Экспорт России в Китай в 2025 году, тыс. долл.", "Импорт Китая из России, 2025, тыс. долл. США", "Китайский экспорт в Россию, 2025, млн долл.", "Поставки в провинцию Хэйлунцзян в 2025 году, тыс. долл.",
		"Exports of Russia to China, 2025, thousand USD", "2025年黑龙江省自俄进口（万美元）", "Экспорт Амурской области в Китай (по данным Казахстана), 2025, тыс. долл.", "Экспорт Республики Корея в 2025 году, млн долл.",
		"Товарооборот России с Китаем, 2025, тыс. долл.", "Экспорт в 2025 году, тонн", "Внешняя торговля Турции с Египтом, 2025, тыс. долл.",
	} {
		o := saved(t, title)
		o.Units = importer.Units{Value: "thousand-usd"}
		if _, err := load("a.csv", titledGoods(title), o); briefing.CodeOf(err) == briefing.CodeProfileTitle {
			t.Errorf("%s: %v", title, err)
		}
	}
}
