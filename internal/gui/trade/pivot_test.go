package trade_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
)

func TestAPivotIsShownWithItsChartAndPutIntoThePack(t *testing.T) {
	for _, c := range []struct {
		name string
		set  theme.Set
		w, h float32
	}{{"pivot-1440", theme.Light, 1440, 900}, {"pivot-1280-dark", theme.Dark, 1280, 720}} {
		d := newDesk(t, c.set, briefing.RU, partners(t), c.w, c.h)
		show(t, d)
		d.part(t, "pivot")
		d.Wants(t, "Московская область, экспорт: стоимость по странам-партнёрам и годам", "Янв.–окт. 2022", "Китай", "Не распределено", "Всего",
			"Строки: страна-партнёр", "Столбцы: год", "Диаграмма: по убыванию", "Откуда это", "Экспорт_2022.csv, строка")
		d.Picture(t, c.name)
		if img := desktest.Find(t, d.Top(), func(i *canvas.Image) bool { return i.Image != nil && i.Image.Bounds().Dx() > 1 && i.Size().Width > 300 }); img.Size().Height < 60 {
			t.Errorf("%s: the chart is %v", c.name, img.Size())
		}
		d.press(t, "Строки:")
		d.Pick(t, "группа (2")
		d.press(t, "Столбцы:")
		d.Pick(t, "страна-партнёр")
		d.press(t, "Диаграмма:")
		d.Pick(t, "доли")
		d.Wants(t, "по группам товаров и странам-партнёрам, янв.–окт. 2022", "Казахстан", "02")
		d.Picture(t, c.name+"-shares")
		d.press(t, "В пакет")
		d.Pick(t, "Отдельной таблицей в раздел «Товарная структура»")
		var held string
		d.Project().ReadRecords(func(pr *project.Project) {
			for _, s := range pr.Series {
				if s.Section == "structure" {
					held += s.Title.EN + " " + s.Body.EN
				}
			}
		})
		if !strings.HasPrefix(held, "Moscow Region, exports: value by chapter of goods and partner country {=") || !strings.Contains(held, "{=pivot/rows.hs2/columns.partner/of.value/flow.export/reporter.RU/currency.USD/classification.TNVED/frequency.M/area.region/top.10:shares}") {
			t.Errorf("the pack holds %q", held)
		}
		if len(d.Failed) > 0 {
			t.Error(d.Failed)
		}
	}
}

func TestAPivotThatCannotBeMadeSaysWhy(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, partners(t), 1280, 720)
	show(t, d)
	d.part(t, "pivot")
	d.press(t, "Показатель:")
	d.Pick(t, "сальдо")
	d.Wants(t, "Эти данные нельзя сложить или сопоставить", "не вычисляется")
	desktest.Walk(d.Top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Text, "В пакет") {
			t.Error("what can't be made can be put into the pack")
		}
	})
	d.press(t, "Показатель:")
	d.Pick(t, "масса нетто")
	d.Wants(t, "масса нетто по странам-партнёрам и годам, т")
}

// Rows change while a pivot or an answer is shown, and the screen is painted
// before the next one has been worked out.
func TestChangedRowsUnderAPivot(t *testing.T) {
	for _, part := range []string{"pivot", "ask"} {
		pr := partners(t)
		more := pr.Figures.At(0)
		more.Import, more.Line = "i-b", 900
		if err := pr.Figures.Append(more); err != nil {
			t.Fatal(err)
		}
		d := newDesk(t, theme.Light, briefing.RU, pr, 1280, 720)
		s := show(t, d)
		d.part(t, part)
		d.Wants(t, "Китай")
		d.Hold = true
		if err := d.Project().RemoveImport("i-b"); err != nil {
			t.Fatal(err)
		}
		s.Refresh()
		for range 3 { // the rows, then what is worked out of them
			work := d.Held
			d.Held = nil
			d.Win.Canvas().Capture()
			if work == nil {
				break
			}
			work()
			d.Win.Content().Refresh()
			d.Win.Canvas().Capture()
		}
		d.Wants(t, "Китай")
		if len(d.Failed) > 0 {
			t.Error(d.Failed)
		}
	}
}
