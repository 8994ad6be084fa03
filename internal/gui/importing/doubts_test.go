package importing_test

import (
	"testing"

	"briefing/internal/gui/importing"
	"briefing/internal/project"
)

// A place that is no region has to be chosen before anything is stored: the
// country whole, a region, or the place by its own name.
func TestAPlaceOfTheTitleIsAskedFor(t *testing.T) {
	const table = "Экспорт города Благовещенска в Китай в 2025 году, тыс. долл. США\n\nНаименование;Стоимость\nПшеница;10\nЯчмень;20\n"
	for said, want := range map[string]string{"страна в цело": "", "Амурская": "10000", "": "Город Благовещенск"} {
		t.Run(said, func(t *testing.T) {
			d := light(t, 1280, 800)
			importing.Show(d, write(t, "city.csv", table))
			d.Wants(t, "города Благовещенска")
			d.press(t, "Читать так")
			d.press(t, "Далее")
			d.Wants(t, "Файл можно понять по-разному")
			if d.can(t, "Далее") {
				t.Error("it goes on without an answer")
			}
			if said != "" {
				d.pickUnder(t, "Регион", said)
			} else {
				(&assistDesk{fakeDesk: d}).enter(t, "Другая территория", want)
			}
			d.Picture(t, "import-place")
			d.press(t, "Далее")
			d.press(t, "Загрузить записей: 2")
			if got := d.last(); got != want {
				t.Errorf("region %q, want %q", got, want)
			}
		})
	}
}

// Thousands or decimals: the user says which.
func TestTheDecimalSignIsAskedFor(t *testing.T) {
	const table = "Экспорт Амурской области в Китай, тыс. долл. США\n\nТовар;2025\nСоя;12.345\nМёд;1.000\n"
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "dots.csv", table))
	d.press(t, "Читать так")
	d.press(t, "Далее")
	d.pickUnder(t, "Десятичный знак", "запятая")
	d.Picture(t, "import-decimal")
	d.press(t, "Далее")
	d.press(t, "Загрузить записей: 2")
	got := ""
	d.Opened.Read(func(p *project.Project) { got = p.Figures.At(p.Figures.Len() - 1).Value.Decimal.String() })
	if got != "1000000" {
		t.Error(got)
	}
}

// Turnover is no direction: its rows can be set aside, and nothing is stored.
func TestTurnoverIsNotAskedForAsADirection(t *testing.T) {
	const table = "Товарооборот Амурской области с Китаем, тыс. долл. США\n\nГод;Стоимость\n2024;10\n2025;12\n"
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "turnover.csv", table))
	d.Wants(t, "это сумма экспорта и импорта")
	d.press(t, "Читать так")
	d.press(t, "Далее")
	if d.can(t, "Далее") {
		t.Error("it goes on without an answer")
	}
	d.pickUnder(t, "Что делать со строками", "отложить")
	d.Picture(t, "import-turnover")
	d.press(t, "Далее")
	d.Wants(t, "Загружать нечего")
	if d.rows() != before {
		t.Error("rows were stored")
	}
}

// Heads that may have slid: the proposal is not taken before the table has been
// opened.
func TestSlidHeadsHaveToBeLookedAt(t *testing.T) {
	const table = "Экспорт Амурской области в Китай, тыс. долл. США\n\nТовар;2024;2025\nСоя;1;2;3\nМёд;4;5;6\n"
	path := write(t, "slid.csv", table)
	d := light(t, 1280, 800)
	importing.Show(d, path)
	d.Wants(t, "заголовки могли сдвинуться")
	if d.can(t, "Читать так") {
		t.Error("it is read unseen")
	}
	d.Picture(t, "import-slid")
	a := assistant(t, d.Lang(), 1440, 900, path)
	a.press(t, "Читать так")
	a.press(t, "Далее")
	a.Wants(t, "Загрузить записей: 4")
}

// A text download of Trade Map does not tell its product: its code has to be typed.
func TestTheProductOfATableIsAskedFor(t *testing.T) {
	const table = "Importers\tExported value in 2023\tExported value in 2024\t\nWorld\t12\t25\t\nChina\t7\t15\t\n"
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "Trade_Map_-_List_of_importing_markets_for_a_product_exported_by_Russian_Federation.txt", table))
	d.press(t, "Далее")
	d.Wants(t, "показатели одного товара")
	d.pickUnder(t, "Единица стоимости", "тыс. долл. США")
	a := &assistDesk{fakeDesk: d}
	a.enter(t, "Код товара", "12345678901")
	d.Wants(t, "Такого кода нет")
	if d.can(t, "Далее") {
		t.Error("it goes on with a code that is none")
	}
	a.enter(t, "Код товара", "1512")
	d.Picture(t, "import-product")
	d.press(t, "Далее")
	d.press(t, "Загрузить записей: 4")
	d.Opened.Read(func(p *project.Project) {
		if o := p.Figures.At(p.Figures.Len() - 1); o.Code != "1512" || o.Reporter != "RU" || o.Flow != "export" {
			t.Errorf("%+v", o)
		}
	})
}
