package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Field is a row of a form: a label, which breaks into lines rather than be cut,
// an input, and under it a hint or what is wrong. Inputs are TextField, SelectField, LangField, or any object.
type Field struct {
	widget.BaseWidget
	Label    string
	Required bool
	Hint     string

	wrong  string
	input  fyne.CanvasObject
	label  *Text
	star   *Text
	under  *Text
	mark   *Icon
	tail   fyne.CanvasObject
	beside float32 // what the highest label of its line has over the input
	objs   []fyne.CanvasObject
}

// NewField labels an input. A required field has a star after its label.
func NewField(label string, required bool, input fyne.CanvasObject) *Field {
	f := &Field{
		Label: label, Required: required, input: input,
		label: NewWrapped(label, Caption, theme.Second), star: NewText("*", Caption, theme.Bad),
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

// room is what the label has of a width.
func (f *Field) room(width float32) float32 {
	if f.tail != nil {
		width -= f.tail.MinSize().Width + 8
	}
	if f.Required {
		width -= starWide
	}
	return max(width, 48)
}

// labelRoom is what the label has of a width where it stands.
func (f *Field) labelRoom(wide float32) float32 {
	if !f.over() {
		return f.room(wide)
	}
	if f.Required {
		wide -= starWide
	}
	return wide
}

// head is how much stands over the input at the width the field has, or what
// fields beside it need, if that is more.
func (f *Field) head() float32 {
	return max(f.ownHead(), f.beside)
}

func (f *Field) ownHead() float32 {
	h := float32(len(f.labelLines())) * labelHigh
	if f.tail != nil {
		if t := f.tail.MinSize().Height; f.over() {
			h += 4 + t
		} else {
			h = max(h, t)
		}
	}
	return h + 4
}

// over reports whether the label stands over its tail: beside it not even its
// longest word has room.
func (f *Field) over() bool {
	wide := f.BaseWidget.Size().Width
	if f.tail == nil || wide <= 0 {
		return false
	}
	beside := f.room(wide)
	return slices.ContainsFunc(strings.Fields(f.Label), func(w string) bool { return width(w, 12) > beside })
}

func (f *Field) labelLines() []string {
	wide := f.BaseWidget.Size().Width
	if wide <= 0 {
		return []string{f.Label}
	}
	return wrap(f.Label, f.labelRoom(wide), 0, widthOf(12))
}

// keepLevel gives fields that stand side by side one height over their inputs.
func keepLevel(row []fyne.CanvasObject) {
	most := float32(0)
	for _, o := range row {
		if f, ok := o.(*Field); ok {
			f.beside = 0
			most = max(most, f.ownHead())
		}
	}
	for _, o := range row {
		if f, ok := o.(*Field); ok {
			f.beside = most
		}
	}
}

const (
	labelHigh float32 = 16
	starWide  float32 = 12
)

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
	if f.tail != nil {
		t := f.tail.MinSize()
		place(f.tail, s.Width-t.Width, head-4-t.Height, t.Width, t.Height)
	}
	lines := f.labelLines()
	foot := head - 4 - labelHigh // of the last line
	if f.over() {
		foot -= f.tail.MinSize().Height + 4
	}
	place(f.label, 0, foot-float32(len(lines)-1)*labelHigh, f.labelRoom(s.Width), float32(len(lines))*labelHigh)
	place(f.star, ceil(width(lines[len(lines)-1], 12))+4, foot, 10, labelHigh)
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
