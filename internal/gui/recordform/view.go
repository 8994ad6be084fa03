package recordform

import (
	"context"
	"regexp"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// viewPause is how long the hands rest before the text is shown as it prints.
const viewPause = 250 * time.Millisecond

// view shows under a text how it will be printed, with its figures as chips;
// out of sight while that is what the field shows anyway. A title whose numbers
// were typed by hand prints as it stands: for it nothing opens under the field,
// and what is below does not leave its place while the pointer is on the way there.
type view struct {
	x    *input
	box  *fyne.Container
	text *kit.ChipText
}

func newView(x *input, l *kit.LangField) *view {
	v := &view{x: x, text: kit.NewChipText(nil)}
	v.text.OnChip = func(id string) {
		x.form.Flush()
		x.form.desk.Go("", briefing.Ref{Kind: briefing.KindFact, ID: briefing.ID(id)}, "")
	}
	frame := kit.NewPanel(theme.Ground, kit.Pad(6, 10, 6, 10, kit.Column(2,
		kit.NewText(desk.T(x.form.desk, "text.printed"), kit.Caption, theme.Third), v.text)))
	frame.Radius = theme.RadiusButton
	v.box = kit.Column(0, frame)
	v.box.Hide()
	l.OnTurn = func(string) { x.form.look() }
	return v
}

// ready opens the view of a title with the very stroke that ends the name of a
// figure, and closes it with the one that takes it away: the hands are on the keys
// then. What moved a moment later would move from under the pointer.
func (v *view) ready() {
	text := v.x.lang.Text(v.x.lang.Lang())
	if wants := figureNamed.MatchString(text); v.x.parts[0].Type != briefing.ProseField && wants != v.box.Visible() {
		if wants {
			v.text.SetPieces([]kit.TextPiece{{Text: text}})
			v.box.Show()
		} else {
			v.box.Hide()
		}
		v.x.form.relay()
	}
}

// figureNamed is a figure, or something else that is put in, in a text.
var figureNamed = regexp.MustCompile(`\{[^{}]+\}`)

// set shows pieces, and tells whether room is taken or given back.
func (v *view) set(pieces []app.TextPiece) (moved bool) {
	shows, prose := false, v.x.parts[0].Type == briefing.ProseField
	for _, p := range pieces {
		shows = shows || p.Bound != "" || p.Fault || p.Loose && prose || p.Note || p.Bold || p.Italic
	}
	before := v.box.MinSize().Height
	was := v.box.Visible()
	v.text.SetPieces(Pieces(pieces))
	if shows {
		v.box.Show()
	} else {
		v.box.Hide()
	}
	return was != shows || shows && v.box.MinSize().Height != before
}

// Pieces are the pieces of a text as the window draws them. Those of facts are
// pressed by their ID.
func Pieces(in []app.TextPiece) []kit.TextPiece {
	out := make([]kit.TextPiece, 0, len(in))
	for _, p := range in {
		k := kit.TextPiece{Text: p.Text, Bold: p.Bold, Italic: p.Italic, Tip: p.Tip}
		switch {
		case p.Fault:
			k.Look = kit.FaultPiece
		case p.Bound != "":
			k.Look = kit.ChipPiece
		case p.Note:
			k.Look = kit.NeutralPiece
		case p.Loose:
			k.Look = kit.LoosePiece
		}
		k.Key = string(p.Ref.ID)
		out = append(out, k)
	}
	return out
}

// look shows the texts of the record as they will be printed; it is done beside
// the window, and what comes too late is dropped.
func (f *Form) look() {
	f.looks++
	turn := f.looks
	var asked []app.TextAsked
	var of []*input
	for _, x := range f.inputs {
		if x.view == nil {
			continue
		}
		text := x.lang.Text(x.lang.Lang())
		if f.draft == nil || !worthALook(text) {
			if x.view.set(nil) {
				f.relay()
			}
			continue
		}
		asked, of = append(asked, app.TextAsked{Field: x.part(), Text: text}), append(of, x)
	}
	if len(asked) == 0 {
		return
	}
	draft := f.desc.Copy(f.draft)
	var shown [][]app.TextPiece
	d := f.desk
	d.Run("", func(context.Context, func(int, int, string)) (err error) {
		shown, err = d.Project().TextPieces(draft, asked, d.Lang())
		return err
	}, func(err error) {
		if err != nil || turn != f.looks { // the field itself still shows the text
			return
		}
		moved := false
		for i, x := range of {
			moved = x.view.set(shown[i]) || moved
		}
		if moved {
			f.relay()
		}
	})
}

// worthALook tells whether a text may print as something else than it is.
func worthALook(s string) bool {
	for _, r := range s {
		if r == '{' || r == '*' || r == '^' || r == '#' || r == '!' || r >= '0' && r <= '9' {
			return true
		}
	}
	return false
}
