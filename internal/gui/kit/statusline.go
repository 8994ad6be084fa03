package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// StatusPart is a piece of the status line: a caption, a value in bold.
type StatusPart struct {
	Text  string
	Value string
}

// StatusLine is the line under the whole window, 28 high: at the left where
// the work is saved, at the right what is selected or running. Nothing moves
// at the left when the right changes.
type StatusLine struct {
	widget.BaseWidget
	icon  string
	tone  Tone
	left  []StatusPart
	right []StatusPart

	ground *ground
	edge   *canvas.Rectangle
	mark   *canvas.Image
	texts  []*canvas.Text
	rules  []*canvas.Rectangle
	objs   []fyne.CanvasObject
	used   int
	ruled  int
}

// StatusHeight is the height of the status line.
const StatusHeight float32 = 28

// NewStatusLine returns an empty line.
func NewStatusLine() *StatusLine {
	s := &StatusLine{ground: newGround(), edge: newBox(), mark: newPicture()}
	s.ExtendBaseWidget(s)
	s.collect()
	return s
}

// SetLeft says where the work is saved, with an icon in a tone.
func (s *StatusLine) SetLeft(icon string, tone Tone, parts ...StatusPart) {
	s.icon, s.tone, s.left = icon, tone, parts
	s.grow()
	s.Refresh()
}

// SetRight says what is selected or running.
func (s *StatusLine) SetRight(parts ...StatusPart) {
	s.right = parts
	s.grow()
	s.Refresh()
}

// grow makes as many texts as there are pieces; they are kept for the next.
func (s *StatusLine) grow() {
	n := len(s.left) + len(s.right)
	for len(s.texts) < 2*n {
		s.texts = append(s.texts, canvas.NewText("", nil))
	}
	for len(s.rules) < n {
		s.rules = append(s.rules, newBox())
	}
	s.collect()
}

func (s *StatusLine) collect() {
	s.objs = []fyne.CanvasObject{s.ground, s.edge, s.mark}
	for _, r := range s.rules {
		s.objs = append(s.objs, r)
	}
	for _, t := range s.texts {
		s.objs = append(s.objs, t)
	}
}

// CreateRenderer is called by the toolkit.
func (s *StatusLine) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *StatusLine) objects() []fyne.CanvasObject { return s.objs }

func (s *StatusLine) least() fyne.Size { return size(320, StatusHeight) }

const statusGap float32 = 12

func partWidth(p StatusPart) float32 {
	w := ceil(width(p.Text, 12))
	if p.Value != "" {
		w += 4 + ceil(fyne.MeasureText(p.Value, 12, fyne.TextStyle{Bold: true}).Width)
	}
	return w
}

func (s *StatusLine) arrange(sz fyne.Size) {
	place(s.ground, 0, 0, sz.Width, sz.Height)
	place(s.edge, 0, 0, sz.Width, 1)
	x := float32(16)
	if s.icon != "" {
		place(s.mark, x, floor((sz.Height-SmallIconSide)/2)+1, SmallIconSide, SmallIconSide)
		x += SmallIconSide + 7
	}
	s.used, s.ruled = 0, 0
	for i, p := range s.left {
		if i > 0 {
			x = s.rule(x, sz.Height)
		}
		x = s.piece(p, x)
	}
	total := float32(0)
	for i, p := range s.right {
		total += partWidth(p)
		if i > 0 {
			total += 2*statusGap + 1
		}
	}
	at := max(sz.Width-16-total, x+2*statusGap)
	for i, p := range s.right {
		if i > 0 {
			at = s.rule(at, sz.Height)
		}
		at = s.piece(p, at)
	}
	for _, t := range s.texts[s.used:] {
		showIf(t, false)
	}
	for _, r := range s.rules[s.ruled:] {
		showIf(r, false)
	}
}

func (s *StatusLine) piece(p StatusPart, x float32) float32 {
	t, v := s.texts[s.used], s.texts[s.used+1]
	s.used += 2
	w := ceil(width(p.Text, 12))
	t.Text, v.Text = p.Text, p.Value
	showIf(t, true)
	showIf(v, p.Value != "")
	place(t, x, 7, w, 16)
	place(v, x+w+4, 7, partWidth(p)-w-4, 16)
	return x + partWidth(p)
}

func (s *StatusLine) rule(x, height float32) float32 {
	r := s.rules[s.ruled]
	s.ruled++
	showIf(r, true)
	place(r, x+statusGap, 8, 1, height-15)
	return x + 2*statusGap + 1
}

func (s *StatusLine) paint(l look) {
	s.ground.look.FillColor = l.color(theme.Rail)
	s.ground.Refresh()
	s.edge.FillColor = l.color(theme.Line)
	ink, _ := s.tone.colours()
	l.picture(s.mark, s.icon, ink, true)
	for i, t := range s.texts {
		c := theme.Second
		if i%2 == 1 {
			c = theme.Ink
			t.TextStyle.Bold = true
		}
		t.TextSize, t.Color = 12, l.color(c)
	}
	for _, r := range s.rules {
		r.FillColor = l.color(theme.StrongLine)
	}
}
