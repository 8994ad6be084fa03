package kit_test

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// every builds one of each widget.
func every() map[string]fyne.CanvasObject {
	nothing := func() {}
	key := func(string) {}
	segments := []kit.Segment{{Key: "ru", Text: "RU", Note: "3"}, {Key: "zh", Text: "中文", Icon: kit.IconUnchecked}}
	line := kit.NewSparkLine([]float64{1, math.NaN(), 3, 2}, "ОБРАЗЕЦ ·\nусловные данные")
	bars := kit.NewSparkBars(kit.SparkBar{Value: 2, Label: "2023", Kind: kit.Planned}, kit.SparkBar{Value: -1, Label: "к 2024", Kind: kit.PreviousPeriod})
	status := kit.NewStatusLine()
	status.SetLeft("confirmed", kit.Good, kit.StatusPart{Text: "сохранено", Value: "22:47"})
	progress := kit.NewProgressPanel("Набор", "Отменить", nothing)
	progress.Set("Набор", "46 %", 0.46)
	return map[string]fyne.CanvasObject{
		"primary button":   kit.NewButton(kit.Primary, "pack", "Собрать пакет", nothing),
		"secondary button": kit.NewButton(kit.Secondary, "import", "Импорт", nothing),
		"quiet button":     kit.NewButton(kit.Quiet, "list", "Напечатать", nothing),
		"link":             kit.NewButton(kit.Link, "plus", "Фильтр", nothing),
		"icon button":      kit.NewIconButton("undo", "Отменить", nothing),
		"chip text": kit.NewChipText([]kit.TextPiece{
			{Text: "Отгружено "},
			{Text: "около 90 тыс. т", Look: kit.ChipPiece, Key: "S20"},
			{Text: ", "},
			{Text: "{S99}", Look: kit.FaultPiece},
			{Text: " и ", Bold: true},
			{Text: "17 т", Look: kit.LoosePiece},
			{Text: "¹ источник", Look: kit.NeutralPiece},
		}),
		"chip":          kit.NewChip(kit.Warn, "caveat", "ОБРАЗЕЦ"),
		"filter chip":   kit.NewFilterChip("Экспорт", nothing, nothing),
		"keycap":        kit.NewKeycap("Ctrl+K"),
		"status mark":   kit.NewStatusMark(kit.Disputed, "расходится"),
		"severity chip": kit.NewSeverityChip(kit.Blocking, "2 блокируют"),
		"card":          kit.NewPaddedCard(kit.NewWrapped("текст карточки", kit.Body, "")),
		"section card":  kit.NewSectionCard(kit.SectionHeader{Title: "Проверки", Note: "7"}, kit.NewListRow(kit.RowItem{Title: "а", Sub: "б"}, nothing)),
		"headline card": kit.NewHeadlineCard(kit.Headline{
			Caption: "Экспорт", Figures: []kit.HeadlineFigure{{Word: "около", Number: "90", Unit: "тыс. т"}},
			Period: "2022 год", Status: kit.Reserved, StatusWord: "с оговоркой", Spark: line,
		}, nothing, nothing, "Ещё"),
		"spark bars":     bars,
		"figure":         kit.NewFigureLine(kit.HeadlineFigure{Word: "около", Number: "90", Unit: "тыс. т"}),
		"key values":     kit.NewKeyValues(92, kit.KeyValue{Key: "Файл", Value: "а.xlsx", OnPress: nothing}, kit.KeyValue{Key: "Статус", Value: "с оговоркой", Status: kit.Reserved}),
		"inspector":      kit.NewInspector(kit.NewButton(kit.Secondary, "", "Вставить", nothing), kit.InspectorSection("Откуда", kit.NewText("а", kit.Small, ""))),
		"empty state":    kit.NewEmptyState("events", "нет сведений", "Двойной щелчок добавит пункт", kit.NewButton(kit.Secondary, "", "Добавить", nothing)),
		"status line":    status,
		"top bar":        kit.NewTopBar(nil, "Визит", "20–22 марта", kit.NewMomentChip("на 20.03.2023", nothing), kit.NewSearchField("Поиск", "Ctrl+K", nothing)),
		"screen head":    kit.ScreenHead("Обзор", "Государственный визит", kit.NewButton(kit.Primary, "", "Собрать", nothing)),
		"side bar":       sideBar(key),
		"switch":         kit.NewSegmented(segments, "ru", key),
		"tabs":           kit.NewTabs(segments, "ru", key),
		"check box":      kit.NewCheckBox("Пакет", "полный", true, nil),
		"radio group":    kit.NewRadioGroup(segments, "ru", key),
		"text field":     kit.NewTextField("Москва", "", nil).WithIcon("place").WithAction(kit.NewButton(kit.Link, "", "Выбрать", nothing)),
		"text area":      kit.NewTextArea("Тезис", "", 3, nil),
		"labelled field": kit.NewField("Дата", true, kit.NewTextField("", "", nil)).WithHint("день.месяц.год"),
		"lang field":     kit.NewLangField("Название", false, 1, []kit.LangText{{Key: "ru", Name: "RU"}, {Key: "zh", Name: "中文", Text: "访问"}}, nil),
		"select field":   kit.NewSelectField(countries(), "CN", "", key),
		"record list":    list(40, nil),
		"list row":       kit.NewListRow(kit.RowItem{Check: true, Time: "22:47", Icon: "person", Title: "Выбрано", Sub: "из двух", Trail: "5.4", Opens: true, Status: kit.Confirmed, StatusWord: "да"}, nothing),
		"finding row":    kit.NewFindingRow(kit.FindingItem{Severity: kit.Remark, Title: "Один факт", Evidence: "90 и 88", Mend: kit.NewButton(kit.Secondary, "", "Принять", nothing), Kept: "Соблюдено"}),
		"data table":     trade(40),
		"progress":       progress,
		"pieces":         kit.NewPieceBar([]kit.Piece{kit.Done, kit.Begun, kit.Empty}, []string{"20 пн", "21 вт", "22 ср"}, nil),
		"notice":         kit.NewNotice(kit.Bad, kit.IconBlocking, "Все 5 глав", "Вероятно, доллары", kit.NewButton(kit.Primary, "", "Выбрать", nothing)),
		"drop area":      kit.NewDropArea("import", "Перетащите файл", "CSV", kit.NewButton(kit.Secondary, "", "Выбрать", nothing)),
		"steps":          kit.NewStepHeader([]kit.Step{{Title: "Файл", Note: "а.csv"}, {Title: "Единицы", Note: "Проверьте", Wrong: true}, {Title: "Готово"}}, 1, nil),
		"pressable card": kit.NewPressable("Приём визита", kit.NewText("Приём визита", kit.Body, ""), nothing),
		"marked text":    kit.NewMarked([]kit.Stretch{{Text: "Область "}, {Text: "поставила", Marked: true}, {Text: " зерно в Китай."}}, kit.Good),
		"strip":          kit.NewStrip(.3, .7, .4, "1 200", "в пределах", "2 600", kit.Good),
	}
}

func TestEveryWidgetIsDrawnInEverySetAtAnySize(t *testing.T) {
	for _, set := range theme.Sets() {
		begin(t)
		fyne.CurrentApp().Settings().SetTheme(theme.New(set))
		for name, o := range every() {
			win := window(t, container.NewWithoutLayout(o), 700, 400)
			for _, s := range []fyne.Size{o.MinSize(), {}, {Width: 20, Height: 10}, {Width: 700, Height: 400}} {
				o.Resize(s)
				o.Refresh()
			}
			if m := o.MinSize(); m.Width < 0 || m.Height < 0 || m.Width > 1500 {
				t.Errorf("%s, %s: its least size is %v", set.Key(), name, m)
			}
			if flat(win.Canvas().Capture()) {
				t.Errorf("%s, %s: nothing is drawn", set.Key(), name)
			}
		}
	}
}

// flat tells whether a picture has one colour only.
func flat(m image.Image) bool {
	b := m.Bounds()
	first := m.At(b.Min.X, b.Min.Y)
	for y := b.Min.Y; y < b.Max.Y; y += 2 {
		for x := b.Min.X; x < b.Max.X; x += 2 {
			if !near(m.At(x, y), first) {
				return false
			}
		}
	}
	return true
}

func TestWhatTakesTheFocusShowsIt(t *testing.T) {
	begin(t)
	for name, o := range every() {
		win := window(t, container.NewWithoutLayout(o), 700, 400)
		o.Resize(o.MinSize().Max(fyne.NewSize(300, 60)))
		walk(o, func(x fyne.CanvasObject) {
			f, ok := x.(fyne.Focusable)
			if !ok {
				return
			}
			win.Canvas().Unfocus()
			if outlined(o) {
				t.Errorf("%s: it is outlined without the focus", name)
			}
			win.Canvas().Focus(f)
			if win.Canvas().Focused() == nil { // disabled, or left out of the order of the focus
				return
			}
			if !outlined(o) && !inkOutlined(o) {
				t.Errorf("%s: the focus on %T does not show", name, f)
			}
		})
	}
}
