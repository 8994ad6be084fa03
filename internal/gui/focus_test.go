package gui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
)

// seen reports how much of an object can be seen: what scrolls round it cuts it.
func (r *rig) seen(o fyne.CanvasObject) (part, whole fyne.Size, there bool) {
	type box struct{ x, y, w, h float32 }
	cut := func(a, b box) box {
		x, y := max(a.x, b.x), max(a.y, b.y)
		return box{x, y, max(min(a.x+a.w, b.x+b.w)-x, 0), max(min(a.y+a.h, b.y+b.h)-y, 0)}
	}
	var walk func(from fyne.CanvasObject, at fyne.Position, view box) bool
	walk = func(from fyne.CanvasObject, at fyne.Position, view box) bool {
		if from == nil || !from.Visible() {
			return false
		}
		at = at.Add(from.Position())
		mine := box{at.X, at.Y, from.Size().Width, from.Size().Height}
		if from == o {
			b := cut(mine, view)
			part, whole = fyne.NewSize(b.w, b.h), from.Size()
			return true
		}
		var in []fyne.CanvasObject
		switch x := from.(type) {
		case *fyne.Container:
			in = x.Objects
		case *container.Scroll:
			in, view = []fyne.CanvasObject{x.Content}, cut(mine, view)
		case *container.Clip:
			in, view = []fyne.CanvasObject{x.Content}, cut(mine, view)
		case fyne.Widget:
			in = test.WidgetRenderer(x).Objects()
		}
		for _, c := range in {
			if walk(c, at, view) {
				return true
			}
		}
		return false
	}
	size := r.canvas().Size()
	there = walk(r.top(), fyne.Position{}, box{0, 0, size.Width, size.Height})
	return part, whole, there
}

// tabs goes once round all that takes the focus on top.
func (r *rig) tabs(name string) {
	r.t.Helper()
	r.canvas().Unfocus()
	r.canvas().FocusNext()
	first := r.canvas().Focused()
	if first == nil {
		r.t.Errorf("%s: nothing takes the focus", name)
		return
	}
	for n := 0; n < 400; n++ {
		now := r.canvas().Focused()
		o, ok := now.(fyne.CanvasObject)
		if !ok {
			return
		}
		part, whole, there := r.seen(o)
		words := fmt.Sprintf("%T", o)
		if l, ok := o.(named); ok {
			words += " " + l.AccessibilityLabel()
		}
		if fmt.Sprintf("%T", o) == "*kit.entry" { // the foot of one line is out of sight for good
			whole.Height = 28
		}
		switch o.(type) {
		case *kit.RecordList, *kit.DataTable, *kit.ChipText: // some of it is enough
			whole.Height, whole.Width = min(whole.Height, 40), min(whole.Width, 40)
		}
		if !there || part.Height < min(whole.Height, 200)-1 || part.Width < min(whole.Width, 120)-1 {
			r.t.Errorf("%s: the focus is out of sight, on %s: %v of %v", name, words, part, whole)
		}
		r.canvas().FocusNext()
		if r.canvas().Focused() == first {
			return
		}
	}
}

// TestTabNeverLeavesTheFocusOutOfSight goes through all views with Tab, in a low
// window, where most of a form has to be scrolled to.
func TestTabNeverLeavesTheFocusOutOfSight(t *testing.T) {
	r := example(t)
	for _, size := range []fyne.Size{{Width: 1280, Height: 720}, {Width: 853, Height: 480}} {
		r.shell.Window().Resize(size)
		for _, key := range keys() {
			r.shell.Show(key, briefing.Ref{}, "")
			r.views(string(key), r.switches(key == "settings"), func(name string) { r.tabs(fmt.Sprintf("%s, %.0f", name, size.Width)) })
		}
		for _, item := range dialogs() {
			r.menu(item)
			r.tabs(fmt.Sprintf("%s, %.0f", item, size.Width))
			r.escape()
		}
	}
}
