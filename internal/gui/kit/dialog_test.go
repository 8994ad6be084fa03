package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
)

func TestDialogClosesOnEscAndConfirmsOnEnter(t *testing.T) {
	begin(t)
	behind := kit.NewButton(kit.Secondary, "", "Под окном", nil)
	win := window(t, container.NewCenter(behind), 800, 600)
	seen := 0
	win.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { seen++ })
	win.Canvas().Focus(behind)
	confirmed, cancelled := 0, 0
	field := kit.NewTextField("Документы", "", nil)
	spec := kit.DialogSpec{
		Title: "Собрать пакет", Content: kit.NewField("Папка", false, field), CloseName: "Закрыть",
		Buttons:  []*kit.Button{kit.NewButton(kit.Secondary, "", "Отменить", nil), kit.NewButton(kit.Primary, "", "Собрать", func() { confirmed++ })},
		OnCancel: func() { cancelled++ },
	}
	d := kit.NewDialog(spec)
	d.ShowOn(win.Canvas())
	if win.Canvas().Focused() != field.Focusable() {
		t.Errorf("the focus is on %T, want the first field", win.Canvas().Focused())
	}
	press(win, fyne.KeyReturn)
	if confirmed != 1 || !d.Open() {
		t.Errorf("Enter in a field confirms %d times", confirmed)
	}
	press(win, fyne.KeyF6)
	if seen != 0 {
		t.Error("keys reach the window under the dialog")
	}
	press(win, fyne.KeyEscape)
	if cancelled != 1 || d.Open() || win.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close the dialog")
	}
	if win.Canvas().Focused() != fyne.Focusable(behind) {
		t.Error("the focus does not come back")
	}
	press(win, fyne.KeyF6)
	if seen != 1 {
		t.Error("the keys of the window are lost after the dialog")
	}
}

func TestDialogIsNotLostByAClickBesideIt(t *testing.T) {
	begin(t)
	win := window(t, container.NewWithoutLayout(), 800, 600)
	d := kit.NewDialog(kit.DialogSpec{Title: "Удалить?", Content: kit.NewWrapped("Запись останется в журнале.", kit.Body, "")})
	d.ShowOn(win.Canvas())
	test.TapCanvas(win.Canvas(), fyne.NewPos(10, 10))
	if !d.Open() {
		t.Error("a click on the veil closes the dialog")
	}
	outside := false
	d.OnOutside = func() { outside = true }
	test.TapCanvas(win.Canvas(), fyne.NewPos(10, 10))
	if !outside {
		t.Error("OnOutside is not called")
	}
}

func TestDialogOverADialogGivesBackTheKeys(t *testing.T) {
	begin(t)
	win := window(t, container.NewWithoutLayout(), 800, 600)
	first := kit.NewDialog(kit.DialogSpec{Title: "Первое", CloseName: "Закрыть"})
	second := kit.NewDialog(kit.DialogSpec{Title: "Второе", CloseName: "Закрыть"})
	first.ShowOn(win.Canvas())
	second.ShowOn(win.Canvas())
	press(win, fyne.KeyEscape)
	if second.Open() || !first.Open() {
		t.Fatal("Esc closes the wrong dialog")
	}
	press(win, fyne.KeyEscape)
	if first.Open() {
		t.Error("the first dialog is deaf after the second")
	}
}

// Tab goes down a dialog that is higher than the window: the field it comes to is
// in sight, with its label; what the mouse presses stays where it is.
func TestTabScrollsADialogToTheField(t *testing.T) {
	begin(t)
	win := window(t, container.NewStack(), 640, 360)
	form := kit.Column(14)
	var fields []*kit.TextField
	for range 12 {
		f := kit.NewTextField("", "", nil)
		fields = append(fields, f)
		form.Add(kit.NewField("Название", false, f))
	}
	kit.NewDialog(kit.DialogSpec{Title: "Диалог", Content: form}).ShowOn(win.Canvas())
	scroll := &container.Scroll{}
	walk(win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok && s.Content.MinSize().Height > 500 {
			scroll = s
		}
	})
	at := func(f *kit.TextField) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(scroll).Y
	}
	for range 11 {
		win.Canvas().FocusNext()
	}
	if win.Canvas().Focused() != fields[11].Focusable() {
		t.Fatalf("the focus is on %T", win.Canvas().Focused())
	}
	if y := at(fields[11]); y < 20 || y+fields[11].Size().Height > scroll.Size().Height {
		t.Errorf("the last field stands at %v of %v", y, scroll.Size().Height)
	}
	for range 9 {
		win.Canvas().FocusPrevious()
	}
	if y := at(fields[2]); y < 20 || y+fields[2].Size().Height > scroll.Size().Height {
		t.Errorf("on the way back a field stands at %v of %v", y, scroll.Size().Height)
	}
	scroll.ScrollToOffset(fyne.NewPos(0, 70))
	before := scroll.Offset
	fields[1].Focusable().(desktop.Mouseable).MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if scroll.Offset != before {
		t.Errorf("a press on a field moved the dialog from %v to %v", before, scroll.Offset)
	}
}
