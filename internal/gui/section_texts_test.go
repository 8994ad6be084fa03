package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// pressText presses the words of the text that holds some.
func (r *rig) pressText(holds string) {
	r.t.Helper()
	for _, x := range r.chipTexts() {
		if strings.Contains(plain(x.AccessibilityLabel()), holds) {
			x.Tapped(&fyne.PointEvent{Position: fyne.NewPos(2, 8)})
			return
		}
	}
	r.t.Fatalf("no text holds %q: %s", holds, r.printed())
}

// A section is read as it is printed and written where it stands; what is typed
// is on the page at once.
func TestASectionIsWrittenWhereItIsRead(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	r.shows("связано чисел")
	r.picture("texts-summary")
	r.sectionRow("Тезисы").Tapped(nil)
	if got := r.printed(); !strings.Contains(got, "область отправила в Китай около 90 тыс. т.") || strings.Contains(got, "{") {
		t.Fatalf("%q", got)
	}
	r.picture("texts-points")
	r.pressText("область отправила в Китай около 90 тыс. т.")
	f := r.focused()
	if f.Text() != r.body() || !strings.Contains(f.Text(), "{S20}") {
		t.Fatalf("written is %q", f.Text())
	}
	f.SetText("Отгружено {S20}, план иной.")
	r.runner.Flush()
	r.picture("texts-writing")
	if r.focused() != f {
		t.Error("the caret has gone while the text was kept")
	}
	if r.body() != "Отгружено {S20}, план иной." {
		t.Errorf("kept is %q", r.body())
	}
	r.press("Готово")
	if got := r.printed(); !strings.Contains(got, "Отгружено около 90 тыс. т, план иной.") {
		t.Errorf("%q", got)
	}
	r.sectionRow("Участники и собеседники").Tapped(nil)
	r.shows("Своих текстов в разделе нет", "Заполнить: Люди")
	r.picture("texts-people")
}

// What the checks find stands beside the text it is about, and is gone to there.
func TestFindingsStandBesideTheirTexts(t *testing.T) {
	r := example(t)
	got, err := r.shell.Project().Get(talkingPoint())
	if err != nil {
		t.Fatal(err)
	}
	m := got.(*briefing.Message)
	m.Body = briefing.Text{RU: "Отправлено {nowhere}; за 2022 год ввезено мяса на 555 млн долл. США."}
	if err := r.shell.Project().Put(m); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	r.sectionRow("Тезисы").Tapped(nil)
	if got := r.printed(); !strings.Contains(got, "Отправлено {nowhere}") {
		t.Fatalf("a text that can't be printed is not shown to who has to mend it: %q", got)
	}
	r.shows("{nowhere}", "Перейти", "Принять…")
	r.picture("texts-findings")
	r.press("Перейти")
	if f := r.focused(); f.Text() != m.Body.RU {
		t.Errorf("gone to %q", f.Text())
	}
	r.runner.Flush()
	r.press("Готово")
	if r.find("Исправить") == nil {
		t.Fatal("the number that is a figure's is not offered to be bound")
	}
	r.press("Исправить")
	if !strings.Contains(r.body(), "{S31") {
		t.Errorf("mended to %q", r.body())
	}
	var button *kit.Button
	each(r.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text == "Принять…" && button == nil {
			button = b
		}
	})
	if button == nil {
		t.Fatal("nothing can be accepted")
	}
	button.Tapped(nil)
	r.shows("Основание")
}

// A press on a page opens what stands there: a text where it is written, another
// record on its own screen.
func TestAPressOnAPageOpensWhatStandsThere(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, briefing.Ref{}, "")
	r.sectionRow("Тезисы").Tapped(nil)
	pages, page := r.pageList()
	press := func(down float32) {
		t.Helper()
		at := page.Position().AddXY(page.Size().Width*0.3, page.Size().Height*down)
		pages.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: at})
	}
	press(0.15) // the first talking point
	if f := r.focused(); !strings.Contains(f.Text(), "меморандум") {
		t.Errorf("opened is %q", f.Text())
	}
	r.picture("texts-pressed")
	r.sectionRow("Участники и собеседники").Tapped(nil)
	_, page = r.pageList()
	press(0.75) // a row of the table of people
	r.picture("texts-pressed-person")
	if r.shell.Project() == nil || !strings.Contains(r.texts(), "Краткая форма и произношение") {
		t.Error("the person was not opened")
	}
}

// pageList is the list of pages and the image of the page that is in front.
func (r *rig) pageList() (list, page fyne.CanvasObject) {
	r.t.Helper()
	each(r.top(), func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok {
			if _, ok := s.Content.(fyne.Tappable); !ok {
				return
			}
			each(s.Content, func(c fyne.CanvasObject) {
				if i, ok := c.(*canvas.Image); ok && list == nil && i.Position().Y+i.Size().Height > s.Offset.Y+40 {
					list, page = s.Content, i
				}
			})
		}
	})
	if list == nil {
		r.t.Fatal("no pages")
	}
	return list, page
}
