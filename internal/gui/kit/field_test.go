package kit_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

func TestFieldSaysWhatIsWrongInPlaceOfTheHint(t *testing.T) {
	begin(t)
	input := kit.NewTextField("32.03.2023", "", nil)
	f := kit.NewField("Дата", true, input).WithHint("день.месяц.год")
	window(t, f, 300, 100)
	if !shows(f, "*") || !shows(f, "день.месяц.год") {
		t.Errorf("shows %v", texts(f))
	}
	f.SetError("Такого дня нет")
	if !shows(f, "Такого дня нет") || shows(f, "день.месяц.год") {
		t.Errorf("shows %v", texts(f))
	}
	f.SetError("")
	if f.Error() != "" || !shows(f, "день.месяц.год") {
		t.Errorf("after mending it shows %v", texts(f))
	}
}

func TestTextFieldTakesTextOfAnyScriptAndShowsFocus(t *testing.T) {
	begin(t)
	typed := ""
	f := kit.NewTextField("", "", func(s string) { typed = s })
	win := window(t, container.NewVBox(f), 300, 100)
	win.Canvas().Focus(f.Focusable())
	if !outlined(f) {
		t.Error("the focus does not show")
	}
	test.Type(f.Focusable(), "Си 习近平")
	if typed != "Си 习近平" || f.Text() != typed {
		t.Errorf("typed %q, holds %q", typed, f.Text())
	}
	if f.Focusable().(fyne.Tabbable).AcceptsTab() {
		t.Error("Tab does not go on to the next field")
	}
}

// TestATextFieldNeverDrawsATab: the toolkit would draw the beginning of a line
// of several scripts again for it.
func TestATextFieldNeverDrawsATab(t *testing.T) {
	begin(t)
	const line = "Озгюр Чёлик (Özgür Çelik)\tДиректор ТМО\tTMO"
	said := ""
	f := kit.NewTextArea(line, "", 3, func(s string) { said = s })
	win := window(t, f, 700, 100)
	win.Canvas().Focus(f.Focusable())
	drawn := func() {
		t.Helper()
		all := strings.Join(texts(f), "\n")
		if strings.Contains(all, "\t") || !strings.Contains(all, "Директор ТМО") {
			t.Errorf("drawn: %q", all)
		}
	}
	drawn()
	if f.Text() != line {
		t.Errorf("holds %q", f.Text())
	}
	clip := fyne.CurrentApp().Clipboard()
	send := func(s fyne.Shortcut) { f.Focusable().(fyne.Shortcutable).TypedShortcut(s) }
	send(&fyne.ShortcutSelectAll{})
	send(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != line {
		t.Errorf("copied %q", clip.Content())
	}
	clip.SetContent("Агрохаб\tSuzhou\u2003苏州")
	send(&fyne.ShortcutPaste{Clipboard: clip})
	if want := "Агрохаб\tSuzhou\u2002苏州"; f.Text() != want || said != want {
		t.Errorf("pasted %q, told %q", f.Text(), said)
	}
	send(&fyne.ShortcutUndo{}) // what was pasted
	send(&fyne.ShortcutUndo{}) // what it took the place of
	if f.Text() != line {
		t.Errorf("after undo %q", f.Text())
	}
	f.SetText("а\tб\nв\tг")
	if f.Text() != "а\tб\nв\tг" || said != f.Text() || strings.Contains(strings.Join(texts(f), ""), "\t") {
		t.Errorf("set %q, told %q", f.Text(), said)
	}
}

func TestTextFieldSubmitsOnEnterAndItsOwnerMayTakeKeys(t *testing.T) {
	begin(t)
	var got []string
	f := kit.NewTextField("агрохаб", "", nil)
	f.OnSubmit = func(s string) { got = append(got, s) }
	f.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown {
			got = append(got, "down")
			return true
		}
		return false
	}
	win := window(t, container.NewVBox(f), 300, 100)
	win.Canvas().Focus(f.Focusable())
	press(win, fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(got, []string{"down", "агрохаб"}) {
		t.Errorf("got %v", got)
	}
}

func TestLangFieldKeepsEachLanguageAndMarksWhatIsMissing(t *testing.T) {
	begin(t)
	type change struct{ key, text string }
	var got []change
	f := kit.NewLangField("Название", true, 1, []kit.LangText{{Key: "ru", Name: "RU", Text: "Визит"}, {Key: "en", Name: "EN"}, {Key: "zh", Name: "中文", Text: "访问"}},
		func(k, s string) { got = append(got, change{k, s}) })
	win := window(t, container.NewVBox(f), 400, 120)
	f.ShowLang("en")
	if len(got) != 0 {
		t.Errorf("turning to a language reports %v", got)
	}
	win.Canvas().Focus(f.Focusable())
	test.Type(f.Focusable(), "Vi")
	f.ShowLang("ru")
	if want := []change{{"en", "V"}, {"en", "Vi"}}; !slices.Equal(got, want) {
		t.Errorf("reports %v, want %v", got, want)
	}
	for k, want := range map[string]string{"ru": "Визит", "en": "Vi", "zh": "访问"} {
		if f.Text(k) != want {
			t.Errorf("%s holds %q, want %q", k, f.Text(k), want)
		}
	}
	f.SetText("ru", "Государственный визит")
	if f.Text("ru") != "Государственный визит" || len(got) != 2 {
		t.Errorf("SetText gives %q and reports %v", f.Text("ru"), got)
	}
}

func countries() []kit.MenuItem {
	return []kit.MenuItem{
		{Key: "CN", Text: "Китай"},
		{Key: "KZ", Text: "Казахстан", Disabled: true},
		{Key: "TR", Text: "Турция"},
		{Key: "EG", Text: "Египет", Note: "EG"},
	}
}

func TestSelectFieldIsWorkedByKeys(t *testing.T) {
	begin(t)
	var got []string
	s := kit.NewSelectField(countries(), "", "не выбрано", func(k string) { got = append(got, k) })
	win := window(t, container.NewVBox(s), 300, 400)
	if !shows(s, "не выбрано") || s.Selected() != "" {
		t.Errorf("shows %v", texts(s))
	}
	win.Canvas().Focus(s)
	press(win, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	press(win, fyne.KeySpace, fyne.KeyEnd, fyne.KeyEnter)
	if want := []string{"TR", "EG"}; !slices.Equal(got, want) {
		t.Errorf("picked %v, want %v: what is off is skipped", got, want)
	}
	if !shows(s, "Египет") {
		t.Errorf("shows %v", texts(s))
	}
	press(win, fyne.KeySpace, fyne.KeyHome, fyne.KeyEscape)
	if len(got) != 2 || win.Canvas().Overlays().Top() != nil {
		t.Error("Esc picks, or leaves the list open")
	}
	if win.Canvas().Focused() != fyne.Focusable(s) {
		t.Error("the focus does not come back to the field")
	}
}

func TestLettersNarrowAList(t *testing.T) {
	begin(t)
	picked := ""
	s := kit.NewSelectField(countries(), "CN", "", func(k string) { picked = k })
	win := window(t, container.NewVBox(s), 300, 400)
	win.Canvas().Focus(s)
	for _, r := range "ТУР" {
		win.Canvas().Focused().TypedRune(r)
	}
	menu := win.Canvas().Overlays().Top()
	if menu == nil || !shows(menu, "Турция") || shows(menu, "Китай") {
		t.Fatalf("shows %v", texts(menu))
	}
	press(win, fyne.KeyBackspace, fyne.KeyReturn)
	if picked != "TR" {
		t.Errorf("picked %q", picked)
	}
}

func TestMenuClosesByAClickBesideIt(t *testing.T) {
	begin(t)
	b := kit.NewButton(kit.Secondary, "", "Ещё", nil)
	win := window(t, container.NewVBox(b), 500, 400)
	picked := ""
	kit.ShowMenu(b, 120, countries(), "", func(k string) { picked = k })
	test.TapCanvas(win.Canvas(), fyne.NewPos(450, 380))
	if win.Canvas().Overlays().Top() != nil || picked != "" {
		t.Error("the menu stays open, or picks")
	}
	kit.ShowMenuAt(win.Canvas(), fyne.NewPos(480, 390), countries(), func(k string) { picked = k })
	// There is no room under the place nor right of it: it opens inside.
	for _, at := range places(win.Canvas().Overlays().Top(), "Китай") {
		if at.X < 0 || at.Y < 0 {
			t.Errorf("the menu lies outside: %v", at)
		}
	}
	press(win, fyne.KeyReturn)
	if picked != "CN" {
		t.Errorf("picked %q", picked)
	}
}

func TestBoxesAndRadiosAreWorkedByKeys(t *testing.T) {
	begin(t)
	on, unit := false, ""
	c := kit.NewCheckBox("Книга Excel", "живые формулы", false, func(v bool) { on = v })
	r := kit.NewRadioGroup([]kit.Segment{{Key: "usd", Text: "долл."}, {Key: "kusd", Text: "тыс. долл."}}, "", func(k string) { unit = k })
	win := window(t, container.NewVBox(c, r), 300, 200)
	win.Canvas().Focus(c)
	press(win, fyne.KeySpace)
	if !on || !c.Checked {
		t.Error("Space does not tick")
	}
	win.Canvas().Focus(r)
	press(win, fyne.KeySpace)
	if unit != "usd" {
		t.Errorf("Space takes %q where nothing was chosen", unit)
	}
	press(win, fyne.KeyDown, fyne.KeyDown)
	if unit != "kusd" {
		t.Errorf("Down chooses %q", unit)
	}
	test.TapAt(r, fyne.NewPos(20, 10))
	if r.Selected() != "usd" {
		t.Errorf("a click chooses %q", r.Selected())
	}
}

func TestATextThatExistsInNoLanguageIsMissingOnlyWhereItIsNeeded(t *testing.T) {
	begin(t)
	marks := func(f *kit.LangField) (n int) {
		window(t, container.NewVBox(f), 400, 120)
		walk(f, func(o fyne.CanvasObject) {
			if img, ok := o.(*canvas.Image); ok && img.Resource != nil {
				n++
			}
		})
		return n
	}
	texts := []kit.LangText{{Key: "ru", Name: "RU"}, {Key: "zh", Name: "中文"}}
	needed, free := kit.NewLangField("Название", true, 1, texts, nil), kit.NewLangField("Примечание", false, 1, texts, nil)
	if n := marks(needed); n != 2 {
		t.Errorf("a text that is needed and in no language has %d marks", n)
	}
	if n := marks(free); n != 0 {
		t.Errorf("a text that may be missing has %d marks", n)
	}
	free.SetText("ru", "текст")
	if n := marks(free); n != 1 {
		t.Errorf("a text in one of two languages has %d marks", n)
	}
}

// A label that has no room in one line takes more: two fields whose labels
// begin alike can be told apart. Fields side by side keep their inputs level.
func TestALabelIsNeverCut(t *testing.T) {
	begin(t)
	const long = "Подзаголовок раздела об инфраструктуре и транспортных коридорах"
	langs := []kit.LangText{{Key: "ru", Name: "RU"}, {Key: "en", Name: "EN"}, {Key: "zh", Name: "中文"}}
	for name, f := range map[string]fyne.CanvasObject{
		"field":      kit.NewField(long, true, kit.NewTextField("", "", nil)),
		"lang field": kit.NewLangField(long, true, 2, langs, nil).WithInsert("figures", "Показатель", nil, func() {}),
	} {
		box := kit.Column(8, f, kit.NewText("под полем", kit.Body, ""))
		window(t, box, 300, 200)
		if got := strings.Join(texts(f), " "); !strings.Contains(got, long) {
			t.Errorf("%s: the label reads %q", name, texts(f))
		}
		if f.Size().Height < f.MinSize().Height {
			t.Errorf("%s: %v high, needs %v", name, f.Size().Height, f.MinSize().Height)
		}
	}
	low, high := kit.NewTextField("низкая", "", nil), kit.NewTextField("высокая", "", nil)
	cards := kit.Cards(216, 3, 16, kit.NewField("Дата", false, low), kit.NewField(long, false, high))
	window(t, container.NewVBox(cards), 460, 300)
	d := fyne.CurrentApp().Driver()
	if a, b := d.AbsolutePositionForObject(low), d.AbsolutePositionForObject(high); a.Y != b.Y || a.X == b.X {
		t.Errorf("side by side the inputs stand at %v and %v", a, b)
	}
}

func TestALanguageThatIsNotWantedShowsOnlyWhatItHas(t *testing.T) {
	begin(t)
	texts := []kit.LangText{{Key: "ru", Name: "RU", Text: "Визит"}, {Key: "en", Name: "EN"}, {Key: "zh", Name: "中文", Text: "访问"}}
	f := kit.NewLangField("Название", true, 1, texts, nil)
	f.SetWanted([]string{"ru", "en"})
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(420, 120))
	f.ShowLang("zh")
	w.Canvas().Focus(f.Focusable())
	for range 2 {
		f.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	if f.Lang() != "zh" || f.Text("zh") != "" {
		t.Fatalf("while its text is taken out the field turned to %q with %q", f.Lang(), f.Text("zh"))
	}
	w.Canvas().Unfocus()
	if f.Lang() != "ru" {
		t.Errorf("an empty language that is not wanted is left in front: %q", f.Lang())
	}
	f.ShowLang("zh")
	if f.Lang() != "ru" {
		t.Errorf("the field turned to a language without a tab: %q", f.Lang())
	}
	f.SetText("zh", "访问")
	f.ShowLang("zh")
	if f.Lang() != "zh" {
		t.Errorf("a text that came back is out of reach: %q", f.Lang())
	}
}

func TestABoxIsTickedByItsWordsAndNotByTheEmptyRoomBehindThem(t *testing.T) {
	begin(t)
	n := 0
	c := kit.NewCheckBox("Условные данные", "", false, func(bool) { n++ })
	window(t, c, 600, 24)
	test.TapAt(c, fyne.NewPos(400, 12))
	if n != 0 {
		t.Error("a press far behind the words ticks the box")
	}
	test.TapAt(c, fyne.NewPos(60, 12))
	test.TapAt(c, fyne.NewPos(6, 12))
	if n != 2 {
		t.Errorf("words and box were pressed, and it turned %d times", n)
	}
}

func TestAnEmptyFieldShowsItsHintFromTheFirst(t *testing.T) {
	begin(t)
	f := kit.NewTextField("", "Поиск в списке", nil).WithIcon(kit.IconSearch)
	win := window(t, f, 300, 40)
	with := win.Canvas().Capture()
	f.SetPlaceHolder("")
	if without := win.Canvas().Capture(); sameImage(with, without) {
		t.Error("the hint of a new field is not drawn")
	}
}

func sameImage(a, b image.Image) bool {
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// A field of several lines grows with its text as far as it may, and Ctrl+End goes to
// the end of it.
func TestAFieldGrowsWithItsText(t *testing.T) {
	begin(t)
	f := kit.NewTextArea("", "", 2, nil).Growing(6)
	win := window(t, container.NewVBox(f), 400, 400)
	high := func(text string) float32 {
		f.SetText(text)
		return f.MinSize().Height
	}
	two := high("слово")
	if four, six := high("а\nб\nв\nг"), high(strings.Repeat("слово ", 2000)); four != two+2*20 || six != two+4*20 {
		t.Errorf("of two, four and many lines: %v, %v, %v", two, four, six)
	}
	f.SetText("а\nб\nв")
	win.Canvas().Focus(f.Focusable())
	for key, want := range map[fyne.KeyName]string{fyne.KeyHome: "^а\nб\nв", fyne.KeyEnd: "а\nб\nв^"} {
		f.SetText("а\nб\nв")
		f.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
		f.Focusable().TypedRune('^')
		if f.Text() != want {
			t.Errorf("%s: %q", key, f.Text())
		}
	}
}
