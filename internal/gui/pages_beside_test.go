package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
)

// A version is held against the pack of today page by page: the pages that
// differ are listed and shown side by side.
func TestVersionsStandPageByPage(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	if err := p.SaveVersion("до правки"); err != nil {
		t.Fatal(err)
	}
	got, err := p.Get(talkingPoint())
	if err != nil {
		t.Fatal(err)
	}
	got.(*briefing.Message).Body.RU = "Сказано иначе: {S20}."
	if err := p.Put(got); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.menu("История…")
	list := r.list()
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	r.press("Сравнить страницы…")
	r.shows("отличаются: 1 из", "стр. 4", "изменена", "до правки · стр. 4", "Как сейчас · стр. 4")
	drawn := 0
	each(r.top(), func(o fyne.CanvasObject) {
		if i, ok := o.(*canvas.Image); ok && i.Image != nil && i.Image.Bounds().Dx() > 1 && i.Size().Height > 300 {
			drawn++
		}
	})
	if drawn != 2 {
		t.Errorf("%d pages are drawn", drawn)
	}
	r.picture("pages-beside")
	if strings.Contains(r.texts(), "та же") {
		t.Error("pages that match are listed unasked")
	}
	r.press("И совпадающие")
	r.shows("та же")
	r.picture("pages-beside-all")
	r.press("Закрыть")
}
