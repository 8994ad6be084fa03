package pasting_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/pasting"
	"briefing/internal/project"
)

const delegation = "ФИО (рус.)\tИмя на языке оригинала\tКод\tОрганизация\nЛе Куанг Минь\tLê Quang Minh\t7\tКорпорация «Вьетнам Марин Фудс»\n\tTrần Thị Mai\t8\tКорпорация «Вьетнам Марин Фудс»\n\t\t9\t\n"

// The dialog says which column no field takes, names the field that a row misses, and
// offers the organisations that the people bring; they are stored with their people.
func TestThePeopleBringTheirOrganisations(t *testing.T) {
	d := newTable(t, briefing.RU, 900, 600)
	pasting.Show(d, briefing.KindPerson, delegation, nil)
	d.picture(t, "made-900")
	text := d.shown()
	for _, want := range []string{"Столбец «Код» не узнан", "Не заполнено поле «Фамилия, имя, отчество»", "Корпорация «Вьетнам Марин Фудс»", "Добавить и организацию"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not show in\n%s", want, text)
		}
	}
	boxes := find[*kit.CheckBox](d)
	box := boxes[slices.IndexFunc(boxes, func(b *kit.CheckBox) bool { return strings.HasPrefix(b.Text, "Добавить и") })]
	test.Tap(box)
	if text := d.shown(); !strings.Contains(text, "«Корпорация „Вьетнам Марин Фудс“» — такой записи нет в проекте") {
		t.Errorf("without the organisation:\n%s", text)
	}
	test.Tap(box)
	d.press(t, "Добавить 2")
	orgs, people := 0, 0
	d.project.ReadRecords(func(pr *project.Project) {
		for _, o := range pr.Organisations {
			if o.Name.RU != "Корпорация «Вьетнам Марин Фудс»" {
				continue
			}
			orgs++
			for _, p := range pr.People {
				if len(p.Posts) > 0 && p.Posts[0].Organisation == o.ID {
					people++
				}
			}
		}
	})
	if orgs != 1 || people != 2 {
		t.Errorf("%d organisations of %d people", orgs, people)
	}
}
