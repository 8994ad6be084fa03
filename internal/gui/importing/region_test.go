package importing_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/project"
)

// monthly is a region's table with the columns that customs files have.
const monthly = "Внешняя торговля Новосибирской области с Республикой Узбекистан\n\n" +
	"Направление;Период;Страна;Код ТН ВЭД;Стоимость, тыс. долл. США;Вес нетто, тонн\n" +
	"Экспорт;01.2025;Узбекистан;1001190000;236;870,5\nЭкспорт;01.2025;Узбекистан;1512119109;300;410\n"

// last is the region of the row that was stored last.
func (d *fakeDesk) last() (region string) {
	d.Opened.Read(func(p *project.Project) { region = p.Figures.At(p.Figures.Len() - 1).Region })
	return region
}

// The region that the title names is shown, and can be changed or cleared,
// before anything is stored.
func TestTheRegionIsShownAndSaid(t *testing.T) {
	for said, want := range map[string]struct{ code, shown string }{
		"":              {"50000", "Новосибирская область"},
		"Томская":       {"69000", "Томская область"},
		"страна в цело": {"", "страна в целом"},
	} {
		t.Run(said, func(t *testing.T) {
			d := light(t, 1280, 800)
			importing.Show(d, write(t, "stu.csv", monthly))
			d.Wants(t, "Регион", "Новосибирская область (из заголовка таблицы)")
			d.press(t, "Далее")
			d.Wants(t, "Регион", "Новосибирская область (из заголовка таблицы)")
			if said != "" {
				d.press(t, "Изменить")
				d.pickUnder(t, "Регион", said)
				d.Picture(t, "import-region")
				d.press(t, "Далее")
				d.Wants(t, want.shown)
			}
			d.Picture(t, "import-region-report")
			d.press(t, "Загрузить записей: 2")
			if got := d.last(); got != want.code {
				t.Errorf("region %q", got)
			}
		})
	}
}

// pickUnder picks from the list under a label.
func (d *fakeDesk) pickUnder(t *testing.T, label, text string) {
	t.Helper()
	(&assistDesk{fakeDesk: d}).set(t, label, text)
}

// In a table that nobody has described the title's region stands among what
// holds for all rows, and in the preview.
func TestTheAssistantTellsTheRegion(t *testing.T) {
	const table = "Экспорт Новосибирской области в Узбекистан в 2025 году, тыс. долл. США\n\nНаименование;Стоимость\nПшеница;10\nЯчмень;20\n"
	for said, want := range map[string]string{"": "50000", "Томская": "69000", "страна в цело": ""} {
		t.Run(said, func(t *testing.T) {
			path := write(t, "region.csv", table)
			d := assistant(t, briefing.RU, 1440, 900, path)
			d.Wants(t, "Назван в заголовке таблицы", "Новосибирская область")
			if said != "" {
				d.set(t, "Регион", said)
			}
			d.Picture(t, "assist-region")
			d.press(t, "Читать так")
			d.press(t, "Далее")
			d.press(t, "Загрузить записей: 2")
			if got := d.last(); got != want {
				t.Errorf("region %q, want %q", got, want)
			}
		})
	}
}

// A table without a word of the region can be said to be of one.
func TestARegionThatNothingNamesCanBeSaid(t *testing.T) {
	const table = "Код;Наименование;Экспорт, тыс. долл. США, 2025 год\n1001;Пшеница;10\n1003;Ячмень;20\n"
	d := assistant(t, briefing.RU, 1440, 900, write(t, "region.csv", table))
	d.enter(t, "Страна-партнёр", "Узбекистан")
	if got := field[*kit.SelectField](t, d, "Регион").Selected(); got != "" {
		t.Errorf("%q is selected", got)
	}
	d.set(t, "Регион", "Томская")
	d.Wants(t, "Томская область")
	d.press(t, "Читать так")
	d.press(t, "Далее")
	d.press(t, "Загрузить записей: 2")
	if got := d.last(); got != "69000" {
		t.Errorf("region %q", got)
	}
}

// So does the province of the partner.
func TestTheAssistantTellsTheProvince(t *testing.T) {
	const table = "Экспорт России в провинцию Хэйлунцзян в 2025 году, тыс. долл. США\n\nНаименование;Стоимость\nПшеница;10\nЯчмень;20\n"
	for said, want := range map[string]string{"": "23", "страна в цело": ""} {
		t.Run(said, func(t *testing.T) {
			d := assistant(t, briefing.RU, 1440, 900, write(t, "province.csv", table))
			d.rest()
			d.Wants(t, "Провинция партнёра", "Китай, Хэйлунцзян")
			if said != "" {
				d.set(t, "Провинция партнёра", said)
			}
			d.press(t, "Читать так")
			d.press(t, "Далее")
			d.press(t, "Загрузить записей: 2")
			got := ""
			d.Opened.Read(func(p *project.Project) { got = p.Figures.At(p.Figures.Len() - 1).Province })
			if got != want {
				t.Errorf("province %q, want %q", got, want)
			}
		})
	}
}
