package trade_test

import (
	"testing"

	"fyne.io/fyne/v2/driver/desktop"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/theme"
)

// The menu of a cell keeps the rows with its value, groups by its column, and
// takes both back.
func TestTheMenuOfACell(t *testing.T) {
	d := newDesk(t, theme.Light, briefing.RU, rows(t), 1440, 900)
	show(t, d)
	tab := table(t, d)
	ask := func(column int) {
		t.Helper()
		tab.SetActive(0, column)
		tab.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	}
	ask(3)
	d.Pick(t, "Только «Китай»")
	d.Wants(t, "строк 39 из 48", "Партнёр: Китай")
	ask(0)
	d.Pick(t, "Сгруппировать по столбцу")
	d.Wants(t, "2022 год", "2021 год")
	ask(0)
	d.Pick(t, "Раскрыть или свернуть группу")
	ask(0)
	d.Pick(t, "Без группировки")
	ask(0)
	d.Pick(t, "Скрыть столбец")
	ask(0)
	d.Pick(t, "Копировать")
	if got := fyne.CurrentApp().Clipboard().Content(); got == "" {
		t.Error("nothing was copied")
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}
