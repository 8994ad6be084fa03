package app_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
	"briefing/internal/project"
)

// formRow is a row that somebody fills in: cells by the names of their columns.
type formRow struct {
	sheet string
	cells map[string]any
}

// filledForm is the template as the command writes it, filled in below the
// examples, which stay.
func filledForm(t *testing.T, l briefing.Lang, rows []formRow) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "form.xlsx")
	if err := app.WriteTemplate(path, l); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	e := importertest.EditWorkbook(t, data)
	next := map[string]int{}
	for _, r := range rows {
		head := e.Rows(r.sheet)[1]
		if next[r.sheet] == 0 {
			next[r.sheet] = 4
		}
		for name, value := range r.cells {
			at := slices.Index(head, name)
			if at < 0 {
				t.Fatalf("no column %s on %s: %q", name, r.sheet, head)
			}
			e.Set(r.sheet, importertest.CellName(at, next[r.sheet]), value)
		}
		next[r.sheet]++
	}
	return save(t, e.Save())
}

func tradeRow(edit map[string]any) formRow {
	cells := map[string]any{
		"Период": "март 2022", "Направление": "экспорт", "Страна-составитель": "Россия", "Страна-партнёр": "Китай", "Номенклатура": "TNVED",
		"Код товара": "0207", "Стоимость": 1250.5, "Единица стоимости": "тыс. долл. США", "Масса нетто": 610, "Единица массы": "т",
	}
	for k, v := range edit {
		cells[k] = v
	}
	return formRow{"Торговля", cells}
}

// The template that the command writes is filled in and read: what people type
// is understood, what can't be is listed with its place, and nothing of such a
// row is stored.
func TestTheTemplateFilledInIsRead(t *testing.T) {
	blank, err := app.NewProject(world(t), "")
	if err != nil {
		t.Fatal(err)
	}
	p, err := app.Create(world(t), filepath.Join(t.TempDir(), "p.briefing"), blank)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	source := formRow{"Источники", map[string]any{"Материал (рус.)": "Итоги года", "Издатель (рус.)": "Минсельхоз", "Опубликовано": "20.03.2023 15:00"}}
	fact := func(edit map[string]any) formRow {
		cells := map[string]any{
			"Формулировка (рус.)": "Экспорт мяса", "Характер сведений": "факт", "Источник": "Итоги года", "Значение": "1 250,5",
			"Единица измерения": "тыс. т", "Период": "I кв. 2022", "Изменение по источнику": "−4,8", "Единица изменения": "%",
		}
		for k, v := range edit {
			cells[k] = v
		}
		return formRow{"Факты", cells}
	}
	path := filledForm(t, briefing.RU, []formRow{
		tradeRow(nil),
		tradeRow(map[string]any{"Код товара": "0402", "Стоимость": "1 250,5", "Период": "2022-04"}),
		tradeRow(map[string]any{"Период": "вчера"}),
		tradeRow(map[string]any{"Код товара": "мясо"}),
		tradeRow(map[string]any{"Стоимость": "много"}),
		tradeRow(map[string]any{"Стоимость": -5}),
		tradeRow(map[string]any{"Единица стоимости": "попугаи"}),
		tradeRow(map[string]any{"Страна-партнёр": "Атлантида"}),
		tradeRow(map[string]any{"Направление": "туда"}),
		source,
		fact(nil),
		fact(map[string]any{"Формулировка (рус.)": "Второй", "Период": "32.13.2022"}),
		fact(map[string]any{"Формулировка (рус.)": "Третий", "Единица измерения": "попугаи"}),
		fact(map[string]any{"Формулировка (рус.)": "Четвёртый", "Источник": "Не было такого"}),
		fact(map[string]any{"Формулировка (рус.)": "Пятый", "Характер сведений": "слух"}),
		fact(map[string]any{"Формулировка (рус.)": "", "Значение": 7}),
		{"Лица", map[string]any{"Код записи": "ivanov", "Фамилия, имя, отчество (рус.)": "Иванов Иван", "Должность (рус.)": "министр", "В должности с": "2021-09"}},
		{"Лица", map[string]any{"Код записи": "ivanov", "Должность (рус.)": "депутат", "В должности по": "август 2021"}},
		{"Лица", map[string]any{"Код записи": "ivanov", "Фамилия, имя, отчество (рус.)": "Петров Пётр"}},
		{"События", map[string]any{"Название (рус.)": "Встреча", "Дата": "21.03.2023", "Время": "10:00", "Лицо": "Иванов Иван"}},
		{"События", map[string]any{"Название (рус.)": "Обед", "Дата": "21.03.2023", "Время": "25:00"}},
	})
	in, err := p.Import(context.Background(), path, app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	r := in.Report
	if len(r.Hidden) != 0 {
		t.Errorf("the sheet of lists is told of as left out: %q", r.Hidden)
	}
	if r.Read != 29 || r.Stored != 7 || r.AsideRows() != 8 || len(r.Rejected) != 14 || r.SetAside[0].Reason != "example" {
		t.Errorf("read %d, stored %d, aside %v, rejected %d", r.Read, r.Stored, r.SetAside, len(r.Rejected))
	}
	var got []string
	for _, x := range r.Rejected {
		_, sheet, _ := strings.Cut(strings.TrimSuffix(x.File, "]"), "[")
		got = append(got, fmt.Sprintf("%s %d %s «%s»", sheet, x.Line, x.Reason, x.Text))
	}
	want := []string{
		"Торговля 6 period «вчера»", "Торговля 7 code «мясо»", "Торговля 8 number «много»", "Торговля 9 negative «-5»", "Торговля 10 unit «попугаи»",
		"Торговля 11 partner «Атлантида»", "Торговля 12 flow «туда»",
		"Факты 5 period «32.13.2022»", "Факты 6 unit «попугаи»", "Факты 7 reference «Не было такого»", "Факты 8 field «слух»", "Факты 9 required «»",
		"События 5 clock «25:00»", "Лица 6 conflict «Петров Пётр»",
	}
	for _, x := range r.Rejected {
		why := x.Why(briefing.RU)
		if x.Text == "слух" && !strings.Contains(why, "допустимо: факт, ") {
			t.Errorf("%s: what may stand there is not told: %s", x.Text, why)
		}
		if x.Text == "25:00" && why != "время не распознано" {
			t.Errorf("%s: %s", x.Text, why)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("rejected\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	p.Read(func(pr *project.Project) {
		if len(pr.Facts) != 1 || len(pr.People) != 1 || len(pr.People[0].Posts) != 2 || len(pr.Events) != 1 || pr.Figures.Len() != 2 {
			t.Fatalf("%d facts, %d people, %d events, %d rows", len(pr.Facts), len(pr.People), len(pr.Events), pr.Figures.Len())
		}
		c := pr.Facts[0].Claims[0]
		if c.Figure.Value.Decimal.String() != "1250.5" || c.Figure.Unit != "thousand-t" || c.Period != briefing.Per("2022-Q1") || show(c.Change) != "-4.8" || !slices.ContainsFunc(pr.Sources, func(s *briefing.Source) bool { return s.ID == c.Source && s.Publisher.RU == "Минсельхоз" }) {
			t.Errorf("claim %+v", c)
		}
		o := pr.Figures.At(1)
		if o.Value.Decimal.String() != "1250500" || o.Period != briefing.Per("2022-04") || o.NetWeight.Decimal.String() != "610000" || o.Partner != "CN" || o.Reporter != "RU" {
			t.Errorf("row %+v", o)
		}
		if e := pr.Events[0]; e.Clock != "10:00" || len(e.Participants) != 1 || e.Participants[0].Person != "ivanov" {
			t.Errorf("event %+v", e)
		}
	})
}

// What a column can have is what its cells offer.
func TestTheTemplateOffersWholeLists(t *testing.T) {
	for _, l := range briefing.Langs() {
		path := filepath.Join(t.TempDir(), "form.xlsx")
		if err := app.WriteTemplate(path, l); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		for _, sheet := range importer.Template(l) {
			rules, err := f.GetDataValidations(sheet.Name)
			if err != nil {
				t.Fatal(err)
			}
			offered := map[string]string{} // by letters of the column
			for _, r := range rules {
				if r.Type == "list" {
					offered[strings.TrimRight(strings.Split(r.Sqref, ":")[0], "0123456789")] = r.Formula1
				}
			}
			for i, c := range sheet.Columns {
				letters, _ := excelize.ColumnNumberToName(i + 1)
				if got, want := listAt(t, f, offered[letters]), plainSpaces(c.Options); !slices.Equal(got, want) {
					t.Errorf("%s %s %s offers %q, want %q", l, sheet.Name, c.Header, got, want)
				}
			}
		}
	}
}

func plainSpaces(list []string) (out []string) {
	for _, s := range list {
		out = append(out, strings.ReplaceAll(s, "\u00a0", " "))
	}
	return out
}

// listAt reads a range of one column; nil where there is none.
func listAt(t *testing.T, f *excelize.File, ref string) (list []string) {
	t.Helper()
	if ref == "" {
		return nil
	}
	sheet, cells, ok := strings.Cut(ref, "!")
	if !ok {
		t.Fatalf("not a range of another sheet: %s", ref)
	}
	from, to, _ := strings.Cut(strings.ReplaceAll(cells, "$", ""), ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	_, last, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatal(err)
	}
	for row := first; row <= last; row++ {
		name, _ := excelize.CoordinatesToCellName(column, row)
		text, err := f.GetCellValue(strings.Trim(sheet, "'"), name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	return list
}

// The rows of trade of the template stand on the source that the same workbook
// brings; of several, or none, one of its own is made.
func TestTradeOfTheTemplateStandsOnItsOnlySource(t *testing.T) {
	named := func(title string) formRow {
		return formRow{"Источники", map[string]any{"Материал (рус.)": title, "Издатель (рус.)": "ФТС России", "Опубликовано": "20.03.2023 15:00"}}
	}
	for want, sources := range map[string][]formRow{
		"Итоги года": {named("Итоги года")},
		"Экспорт России в Китай, март 2022\u00a0г.": {named("Итоги года"), named("Бюллетень")},
	} {
		p := demo(t)
		in, err := p.Import(context.Background(), filledForm(t, briefing.RU, append([]formRow{tradeRow(nil)}, sources...)), app.ImportOptions{})
		if err != nil || in.Import.Source == "" {
			t.Fatalf("%q, %v", in.Import.Source, err)
		}
		r, err := p.Get(briefing.Ref{Kind: briefing.KindSource, ID: in.Import.Source})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.(*briefing.Source).Title.RU; got != want && !(strings.HasPrefix(want, "Файл") && strings.HasPrefix(got, "Файл")) {
			t.Errorf("stands on %q, want %q", got, want)
		}
	}
}
