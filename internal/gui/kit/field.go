package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Field is a row of a form: a label, an input, and under it a hint or what is
// wrong. Inputs are TextField, SelectField, LangField, or any object.
type Field struct {
	widget.BaseWidget
	Label    string
	Required bool
	Hint     string

	wrong string
	input fyne.CanvasObject
	label *Text
	star  *Text
	under *Text
	mark  *Icon
	tail  fyne.CanvasObject
	objs  []fyne.CanvasObject
}

// NewField labels an input. A required field has a star after its label.
func NewField(label string, required bool, input fyne.CanvasObject) *Field {
	f := &Field{
		Label: label, Required: required, input: input,
		label: NewShrinking(label, Caption, theme.Second), star: NewText("*", Caption, theme.Bad),
		under: NewWrapped("", Caption, theme.Second), mark: NewSmallIcon(IconReserved, theme.Bad),
	}
	f.objs = []fyne.CanvasObject{f.label, f.star, f.input, f.under, f.mark}
	f.ExtendBaseWidget(f)
	return f
}

// WithHint puts a sentence under the input and returns the field.
func (f *Field) WithHint(hint string) *Field {
	f.Hint = hint
	return f
}

// WithTail puts an object at the right end of the label's line and returns the
// field; it takes the place of the one before.
func (f *Field) WithTail(o fyne.CanvasObject) *Field {
	f.objs = slices.DeleteFunc(f.objs, func(x fyne.CanvasObject) bool { return f.tail != nil && x == f.tail })
	f.tail = o
	f.objs = append(f.objs, o)
	return f
}

// SetError says what is wrong, in place of the hint; "" takes it away.
func (f *Field) SetError(sentence string) {
	if f.wrong == sentence {
		return
	}
	f.wrong = sentence
	if w, ok := f.input.(interface{ SetWrong(bool) }); ok {
		w.SetWrong(sentence != "")
	}
	f.Refresh()
}

// Error returns what is wrong, "" if nothing is.
func (f *Field) Error() string { return f.wrong }

// Input returns what the field labels.
func (f *Field) Input() fyne.CanvasObject { return f.input }

// CreateRenderer is called by the toolkit.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *Field) objects() []fyne.CanvasObject { return f.objs }

func (f *Field) said() string {
	if f.wrong != "" {
		return f.wrong
	}
	return f.Hint
}

func (f *Field) head() float32 {
	h := float32(16)
	if f.tail != nil {
		h = max(h, f.tail.MinSize().Height)
	}
	return h + 4
}

func (f *Field) least() fyne.Size {
	m := f.input.MinSize()
	m.Height += f.head()
	if f.said() != "" {
		m.Height += f.under.MinSize().Height + 4
	}
	return m
}

func (f *Field) arrange(s fyne.Size) {
	head := f.head()
	room := s.Width
	if f.tail != nil {
		t := f.tail.MinSize()
		place(f.tail, s.Width-t.Width, 0, t.Width, t.Height)
		room -= t.Width + 8
	}
	w := min(ceil(width(f.Label, 12)), room-12)
	place(f.label, 0, head-20, w, 16)
	place(f.star, w+4, head-20, 10, 16)
	under, left := float32(0), float32(0)
	if f.wrong != "" {
		left = SmallIconSide + markGap
	}
	if f.said() != "" {
		under = heightAt(f.under, s.Width-left) + 4
	}
	high := s.Height - head - under
	if f.input.MinSize().Height <= ButtonHeight {
		high = min(high, ButtonHeight) // beside a taller field one line stays one line
	}
	place(f.input, 0, head, s.Width, high)
	place(f.under, left, head+high+4, s.Width-left, under-4)
	place(f.mark, 0, head+high+5, SmallIconSide, SmallIconSide)
}

func (f *Field) paint(look) {
	f.label.Text = f.Label
	showIf(f.star, f.Required)
	showIf(f.under, f.said() != "")
	showIf(f.mark, f.wrong != "")
	f.under.Text, f.under.Color = f.said(), theme.Second
	if f.wrong != "" {
		f.under.Color = theme.Bad
	}
	f.under.Refresh()
}

// Form stacks fields with the distance of the design.
func Form(fields ...fyne.CanvasObject) *fyne.Container { return Column(14, fields...) }
