package trade_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
)

// partners makes ten months of 2022 and all of 2021 of some countries.
func partners(t *testing.T) *project.Project {
	t.Helper()
	pr := rows(t)
	set := figure.NewSet()
	line := 2
	for y := 2021; y <= 2022; y++ {
		for m := 1; m <= 12 && (y == 2021 || m <= 10); m++ {
			for i, c := range []string{"CN", "KZ", "BY", "UZ", "AE", ""} {
				o := figure.Observation{
					Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: c, Code: []string{"0202", "0207", "1806"}[(i+m)%3], Classification: "TNVED", Level: 4,
					Period: briefing.Month(y, m), Value: briefing.SomeNum(fmt.Sprint((600000 - 100000*i) * (y - 2018) / (1 + i%2))), NetWeight: briefing.SomeNum(fmt.Sprint(200000 - 20000*i + 1000*(y-2020))),
					Currency: "USD", Import: "i-a", Line: line, Status: briefing.Normal,
				}
				if c == "UZ" && y == 2021 {
					continue
				}
				if i == 1 && m == 3 {
					o.Code, o.Level, o.Conf = figure.HiddenCode, 0, "C"
				}
				if err := set.Append(o); err != nil {
					t.Fatal(err)
				}
				line++
			}
		}
	}
	pr.Figures = set
	return pr
}

func TestAQuestionIsAnsweredAndItsNumbersAreFollowedToTheRows(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, partners(t), 1440, 900)
	show(t, d)
	d.part(t, "ask")
	d.Wants(t, "Экспорт, Московская область, янв.–окт. 2022 (база — янв.–окт. 2021)", "Китай", "не распределено", "всего", "в том числе код товара скрыт", "+33,3", "1-е из 5", "не вычисляется")
	// Whence the growth of the first line is.
	d.Wants(t, "Откуда это", "темп прироста к соответствующему периоду", "Формула: (V1 / V0 − 1) · 100", "V1: стоимость: экспорт · Россия · Китай · янв.–окт. 2022", "Экспорт_2022.csv, строка", "Данные ФТС")
	d.Picture(t, "question-growth")
	d.press(t, "За:")
	d.Pick(t, "последние 12 месяцев")
	d.Wants(t, "нояб. 2021", "не вычисляется: за часть месяцев базы сравнения данных нет")
	d.press(t, "За:")
	d.Pick(t, "с начала года")
	d.press(t, "Разрез:")
	d.Pick(t, "группа (2")
	d.press(t, "Показатели")
	d.Pick(t, "Сальдо: экспорт и импорт вместе")
	d.Wants(t, "02", "сальдо", "покрытие")
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
	tab := table(t, d)
	tab.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := tab.TSV(kit.Range{Top: 1, Left: 0, Bottom: 1, Right: 1}); !strings.Contains(got, "\t") || strings.Contains(got, "\u00a0") {
		t.Errorf("copied %q", got)
	}
}

// Tables of the same flow and period of two countries have headings of their own.
func TestTheHeadingsOfAnswersTellThemApart(t *testing.T) {
	pr := partners(t)
	for line := range 2 {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "CN", Partner: "RU", Code: "0202", Classification: "HS", Level: 4, Period: briefing.Month(2022, 10),
			Value: briefing.SomeNum("100"), Currency: "USD", Import: "i-a", Line: 900 + line, Status: briefing.Normal,
		}
		if line == 1 {
			o.Reporter, o.Partner = "KZ", "CN"
		}
		if err := pr.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	d := newDesk(t, theme.Light, briefing.RU, pr, 1440, 900)
	show(t, d)
	d.part(t, "ask")
	d.press(t, "За:")
	d.Pick(t, "последние 12 месяцев")
	seen, headings := map[string]bool{}, 0
	for _, line := range strings.Split(d.Texts(), "\n") {
		if strings.HasPrefix(line, "Экспорт, ") {
			headings++
			seen[line] = true
		}
	}
	if headings < 3 || !strings.Contains(d.Texts(), "Экспорт, Китай") || !strings.Contains(d.Texts(), "Экспорт, Казахстан") {
		t.Errorf("%d headings, %d of their own: %v", headings, len(seen), seen)
	}
	d.Picture(t, "question-headings")
}

// Where no row has a value the first answer is of weights, not all refusals.
func TestTheFirstQuestionIsOneThatCanBeAnswered(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, desktest.Example(t), 1280, 720)
	show(t, d)
	d.part(t, "ask")
	d.Wants(t, "Китай", "тонн")
	if strings.Contains(d.Texts(), "не вычисляется") {
		t.Error("the first answer is a refusal")
	}
	d.Picture(t, "question-weights")
}
