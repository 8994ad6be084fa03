package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Whole is the width at which an object shows all it has: more than its least
// where it can give way.
func Whole(o fyne.CanvasObject) float32 {
	switch x := o.(type) {
	case interface{ Whole() float32 }:
		return x.Whole()
	case *fyne.Container:
		if l, ok := x.Layout.(*flowLayout); ok {
			w := float32(0)
			for i, o := range visible(x.Objects) {
				if i > 0 {
					w += l.gap
				}
				w += Whole(o)
			}
			return w
		}
	}
	return o.MinSize().Width
}

// Ends sets one object at the left and another at the right, the second under
// the first where both together don't fit, and has them give way where they
// don't fit even so.
func Ends(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(&endsLayout{gap: gap}, left, right)
}

// EndsFolded does the same, but keeps one line as long as the right one has room
// with what it can fold: tools.
func EndsFolded(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(&endsLayout{gap: gap, folds: true}, left, right)
}

type endsLayout struct {
	gap, width float32
	folds      bool
}

func (e *endsLayout) broken(o []fyne.CanvasObject) bool {
	if e.folds {
		return e.width > 0 && o[0].MinSize().Width+e.gap+o[1].MinSize().Width > e.width
	}
	return e.width > 0 && Broken(e.width, e.gap, o[0], o[1])
}

// Broken reports whether of two objects in a line of that width the second
// belongs under the first: side by side they don't fit with all they have, and
// under one another they do, or have less to give up.
func Broken(width, gap float32, left, right fyne.CanvasObject) bool {
	if l, r := Whole(left), Whole(right); l+gap+r <= width {
		return false
	} else if max(l, r) <= width {
		return true
	}
	return left.MinSize().Width+gap+right.MinSize().Width > width
}

// MinSize is the height of the last layout and the width of the wider part.
func (e *endsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	w := max(a.Width, b.Width)
	if e.broken(o) {
		return size(w, a.Height+e.gap+b.Height)
	}
	return size(w, max(a.Height, b.Height))
}

func (e *endsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	e.width = s.Width
	right := min(Whole(o[1]), s.Width)
	if e.broken(o) {
		h := heightAt(o[0], s.Width)
		place(o[0], 0, 0, s.Width, h)
		place(o[1], s.Width-right, h+e.gap, right, heightAt(o[1], right))
		return
	}
	right = max(min(right, s.Width-e.gap-o[0].MinSize().Width), 0)
	left := max(s.Width-e.gap-right, 0)
	h, k := heightAt(o[0], left), heightAt(o[1], right)
	place(o[0], 0, floor((s.Height-h)/2), left, h)
	place(o[1], s.Width-right, floor((s.Height-k)/2), right, k)
}
