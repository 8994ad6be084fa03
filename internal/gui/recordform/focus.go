package recordform

import "fyne.io/fyne/v2"

// Focus puts the cursor into a field by its key or label, «claims.value» into
// that of the leading row; "" is the first one that takes text.
func (f *Form) Focus(key string) {
	for _, x := range f.inputs {
		if key == "" && x.text && x.shown.Visible() || key != "" && x.is(key) {
			f.fold(x.section, false)
			if x.asked = true; !x.shown.Visible() {
				x.shown.Show()
				f.relay()
			}
			f.reveal(x.shown)
			x.focus()
			return
		}
	}
	for _, c := range f.lists {
		if c.list.Key == key {
			f.fold(c.section, false)
			f.reveal(c.box)
			c.focus()
			return
		}
	}
}

func (f *Form) reveal(o fyne.CanvasObject) {
	if f.scroll == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(f.scroll.Content).Y
	f.scroll.ScrollToOffset(fyne.NewPos(0, max(at-24, 0)))
}
