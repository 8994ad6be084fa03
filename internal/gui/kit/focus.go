package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// FocusMain puts the focus on what a screen is worked from: its list or table,
// else the first of what takes the focus in it. It reports whether there is
// anything.
func FocusMain(c fyne.Canvas, root fyne.CanvasObject) bool {
	var main, first fyne.Focusable
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() || main != nil {
			return
		}
		if f, ok := o.(fyne.Focusable); ok {
			if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
				switch o.(type) {
				case *RecordList, *DataTable:
					main = f
					return
				}
				if _, card := o.(*HeadlineCard); first == nil && !card { // what is read comes before what is done
					first = f
				}
			}
		}
		switch x := o.(type) {
		case *fyne.Container:
			for _, each := range x.Objects {
				walk(each)
			}
		case *container.Scroll:
			walk(x.Content)
		case interface{ objects() []fyne.CanvasObject }:
			for _, each := range x.objects() {
				walk(each)
			}
		}
	}
	walk(root)
	if main == nil {
		main = first
	}
	if main == nil {
		return false
	}
	c.Focus(main)
	return true
}
