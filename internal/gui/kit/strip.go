package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Strip shows where a value lies against the usual range: track, band, mark,
// and three words under them. Places are shares of the width, 0 to 1; how they
// come about (a logarithm, as a rule) is the caller's business.
type Strip struct {
	widget.BaseWidget
	// From and To are the ends of the usual range, At is the value.
	From, To, At float64
	// Low and High are written under the ends of the range, Word between them.
	Low, Word, High string
	Tone            Tone

	track, band, mark *canvas.Rectangle
	texts             [3]*canvas.Text
	objs              []fyne.CanvasObject
}

// NewStrip returns a strip, 28 high.
func NewStrip(from, to, at float64, low, word, high string, tone Tone) *Strip {
	s := &Strip{From: from, To: to, At: at, Low: low, Word: word, High: high, Tone: tone, track: newBox(), band: newBox(), mark: newBox()}
	s.objs = []fyne.CanvasObject{s.track, s.band, s.mark}
	for i := range s.texts {
		s.texts[i] = canvas.NewText("", nil)
		s.objs = append(s.objs, s.texts[i])
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Strip) objects() []fyne.CanvasObject { return s.objs }

func (s *Strip) least() fyne.Size {
	h := float32(16)
	if s.Low+s.Word+s.High != "" {
		h += 18
	}
	return size(96, h)
}

func (s *Strip) arrange(sz fyne.Size) {
	at := func(share float64) float32 { return floor(float32(min(max(share, 0), 1)) * sz.Width) }
	place(s.track, 0, 5, sz.Width, 6)
	place(s.band, at(s.From), 5, at(s.To)-at(s.From), 6)
	place(s.mark, min(max(at(s.At)-1, 0), sz.Width-3), 0, 3, 16)
	w := width(s.Low, 12)
	place(s.texts[0], max(at(s.From)-w/2, 0), 18, w, 16)
	w = width(s.High, 12)
	place(s.texts[2], min(at(s.To)-w/2, sz.Width-w), 18, w, 16)
	w = width(s.Word, 12)
	place(s.texts[1], (at(s.From)+at(s.To)-w)/2, 18, w, 16)
}

func (s *Strip) paint(l look) {
	ink, _ := s.Tone.colours()
	l.box(s.track, theme.Hover, theme.None, "")
	l.box(s.band, theme.Previous, theme.None, "")
	l.box(s.mark, theme.Accent, theme.None, "")
	s.track.CornerRadius, s.band.CornerRadius, s.mark.CornerRadius = 3, 3, 1
	if s.Tone == Bad {
		s.mark.FillColor = l.color(theme.Bad)
	}
	set(s.texts[0], s.Low, 12, l.color(theme.Second))
	set(s.texts[1], s.Word, 12, l.color(ink))
	set(s.texts[2], s.High, 12, l.color(theme.Second))
}
