package gui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// formScroll is what scrolls the form on top: the scroll that holds the most
// fields.
func (r *rig) formScroll() *container.Scroll {
	r.t.Helper()
	var found *container.Scroll
	most := 0
	each(r.top(), func(o fyne.CanvasObject) {
		s, ok := o.(*container.Scroll)
		if !ok {
			return
		}
		n := 0
		each(s.Content, func(o fyne.CanvasObject) {
			if _, ok := o.(*kit.Field); ok {
				n++
			}
		})
		if n > most {
			found, most = s, n
		}
	})
	if found == nil {
		r.t.Fatal("no form is on top")
	}
	return found
}

// TestTheWheelMovesAFormToItsEnd turns the wheel with the pointer resting where
// one field after the other passes under it.
func TestTheWheelMovesAFormToItsEnd(t *testing.T) {
	r := example(t)
	r.shell.Window().Resize(fyne.NewSize(1280, 800))
	for _, d := range briefing.Descriptions() {
		_, shown := kinds()[d.Kind]
		list := r.records(d.Kind)
		if !shown && d.Kind != briefing.KindPack || len(list) == 0 {
			continue
		}
		if d.Kind == briefing.KindPack {
			r.shell.Show(screen.Pack, list[0].Ref(), "as_of")
		} else {
			r.shell.Show("", list[0].Ref(), "")
		}
		s := r.formScroll()
		s.ScrollToTop()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s).AddXY(s.Size().Width/2, s.Size().Height/3)
		end := s.Content.MinSize().Height - s.Size().Height
		still := 0 // turns that a text with lines left took for itself
		for range int(end/20) + 40 {
			before := s.Offset.Y
			if test.Scroll(r.canvas(), at, 0, -25); s.Offset.Y != before {
				still = 0
				continue
			}
			if still++; before < end-1 && still == 5 {
				t.Errorf("%s: the form stays at %.0f of %.0f", d.Kind, before, end)
				break
			}
		}
	}
}
