package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
)

// Before the title of what is open is cut, the search leaves out its key, then the
// moment its year, then the search folds to its icon.
func TestTopBarKeepsItsTitleWhole(t *testing.T) {
	begin(t)
	const title = "Государственный визит Председателя КНР, 20–22.03.2023"
	chip := kit.NewMomentChip("", nil)
	chip.SetText("на 20.03.2023 23:00 МСК", "20 марта, 23:00")
	bar := kit.NewTopBar(nil, title, "", chip, kit.NewButton(kit.Link, "", "Файл и всё, что стоит за ним", nil), kit.NewSearchField("Поиск и команды", "Ctrl+K", nil))
	window(t, container.NewWithoutLayout(bar), 1400, 200)
	for _, c := range []struct {
		width      float32
		shown, not []string
	}{
		{1300, []string{title, "на 20.03.2023 23:00 МСК", "Поиск и команды", "Ctrl+K"}, nil},
		{1120, []string{title, "на 20.03.2023 23:00 МСК", "Поиск и команды"}, []string{"Ctrl+K"}},
		{1040, []string{title, "20 марта, 23:00", "Поиск и команды"}, []string{"Ctrl+K"}},
		{900, []string{title, "20 марта, 23:00"}, []string{"Поиск и команды"}},
		{700, []string{"20 марта, 23:00"}, []string{"Поиск и команды"}},
	} {
		bar.Resize(fyne.NewSize(c.width, 48))
		got := texts(bar)
		for _, s := range c.shown {
			if !slices.Contains(got, s) {
				t.Errorf("%.0f wide it shows %q, not %q", c.width, got, s)
			}
		}
		for _, s := range c.not {
			if slices.Contains(got, s) {
				t.Errorf("%.0f wide it shows %q", c.width, s)
			}
		}
	}
}

// What does not fit beside the number stands under it whole, and numbers of cards
// side by side at one height.
func TestHeadlineCardsTellTheirUnitsWhole(t *testing.T) {
	begin(t)
	long := kit.NewHeadlineCard(kit.Headline{
		Caption: "Экспорт продукции АПК области, все страны", Period: "2022 год · прогноз; +10 % к 2021 году по источнику",
		Figures: []kit.HeadlineFigure{{Word: "ожидалось около", Number: "1,7", Unit: "млрд долл. США"}},
	}, nil, nil, "")
	short := kit.NewHeadlineCard(kit.Headline{Caption: "Товарооборот", Figures: []kit.HeadlineFigure{{Number: "190,3", Unit: "млрд"}}}, nil, nil, "")
	cards := kit.Cards(200, 2, 16, long, short)
	win := window(t, cards, 500, 200)
	if got := strings.Join(texts(cards), " "); strings.Contains(got, "…") || !strings.Contains(got, "млрд долл. США") || !strings.Contains(got, "источнику") {
		t.Errorf("the cards say %q", got)
	}
	level := func(number string) float32 {
		at := float32(-1)
		walk(cards, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && x.Text == number {
				at = x.Position().Y
			}
		})
		return at
	}
	if a, b := level("1,7"), level("190,3"); a != b {
		t.Errorf("the numbers stand at %v and %v", a, b)
	}
	win.Resize(fyne.NewSize(1200, 200))
	if a, b := level("1,7"), level("190,3"); a != b || a >= 54 {
		t.Errorf("with room the numbers stand at %v and %v", a, b)
	}
}

// A name too long for its row takes two lines where that is asked for.
func TestRowBreaksItsTitleIntoTwoLines(t *testing.T) {
	begin(t)
	row := kit.NewListRow(kit.RowItem{Check: true, Number: "4.5", Title: "Ранее достигнутые договорённости", Wrap: true, Trail: "4", TrailIcon: kit.IconRemark, Reserve: 40}, nil)
	row.Height = 28
	win := window(t, kit.Column(0, row), 290, 200)
	if got := texts(row); !slices.Contains(got, "Ранее достигнутые") || !slices.Contains(got, "договорённости") {
		t.Errorf("it shows %q", got)
	}
	if row.Size().Height != 46 {
		t.Errorf("it is %v high", row.Size().Height)
	}
	win.Resize(fyne.NewSize(600, 200))
	if got := texts(row); !slices.Contains(got, "Ранее достигнутые договорённости") || row.Size().Height != 28 {
		t.Errorf("with room it shows %q, %v high", got, row.Size().Height)
	}
}

// Headings take less room than rows of two lines, and what is chosen by the keys
// still comes into view.
func TestListWithHeadingsScrollsToWhatIsChosen(t *testing.T) {
	begin(t)
	list := kit.NewRecordList(kit.TallHeight, nil)
	item := func(i int) kit.RowItem {
		if i%5 == 0 {
			return kit.RowItem{Heading: true, Title: "группа"}
		}
		return kit.RowItem{Title: "строка " + string(rune('A'+i)), Sub: "вторая"}
	}
	win := window(t, list, 300, 200)
	list.SetParts(20, item)
	win.Canvas().Focus(list)
	press(win, fyne.KeyEnd)
	if got := texts(list); !slices.Contains(got, "строка T") || slices.Contains(got, "строка B") {
		t.Errorf("at the end it shows %q", got)
	}
	press(win, fyne.KeyHome)
	if list.Selected() != 1 || !slices.Contains(texts(list), "строка B") {
		t.Errorf("at the beginning %d is chosen of %q", list.Selected(), texts(list))
	}
	// Four rows and their heading: 40 + 56 + 56 leave room for most of a third.
	win.Resize(fyne.NewSize(300, 40+4*56))
	press(win, fyne.KeyHome)
	list.Select(1)
	list.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 10000)})
	if got := texts(list); !slices.Contains(got, "строка E") {
		t.Errorf("it shows %q", got)
	}
}
