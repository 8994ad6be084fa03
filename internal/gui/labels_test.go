package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/settings"
)

// cutLabels lists the labels of the fields of what is on top that are cut, and
// those that have less room than they need.
func (r *rig) cutLabels() (out []string, seen int) {
	each(r.top(), func(o fyne.CanvasObject) {
		name := ""
		switch x := o.(type) {
		case *kit.Field:
			name = x.Label
		case *kit.CheckBox:
			name = x.Text
		default:
			return
		}
		if name == "" {
			return
		}
		seen++
		whole := false
		var read strings.Builder
		each(o, func(o fyne.CanvasObject) {
			if t, ok := o.(*canvas.Text); ok && !whole {
				read.WriteString(t.Text)
				got := strings.ReplaceAll(read.String(), " ", "")
				whole = strings.HasPrefix(got, strings.ReplaceAll(name, " ", "")) && fyne.MeasureText(t.Text, t.TextSize, t.TextStyle).Width <= t.Size().Width+1.5
			}
		})
		if !whole {
			out = append(out, name)
		}
	})
	return out, seen
}

// TestNoLabelOfAFormIsCut goes through the forms of all kinds with everything
// unfolded, in a window of 1280 × 800 and a narrow one.
func TestNoLabelOfAFormIsCut(t *testing.T) {
	r := example(t)
	for _, l := range []briefing.Lang{briefing.RU, briefing.EN} {
		if err := r.settings.Change(func(c *settings.Settings) { c.Lang = l }); err != nil {
			t.Fatal(err)
		}
		r.shell.Reload()
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 853, Height: 480}} {
			r.shell.Window().Resize(size)
			for _, d := range briefing.Descriptions() {
				_, shown := kinds()[d.Kind]
				list := r.records(d.Kind)
				if !shown && d.Kind != briefing.KindPack || len(list) == 0 {
					continue
				}
				r.shell.Show("", list[0].Ref(), "")
				for _, f := range d.Fields {
					r.shell.Show("", list[0].Ref(), f.Key) // its group is unfolded
				}
				cut, seen := r.cutLabels()
				if seen < len(d.Fields)/4 {
					t.Errorf("%s: only %d labels are seen", d.Kind, seen)
				}
				if len(cut) > 0 {
					t.Errorf("%s in %s at %.0f: cut are %q", d.Kind, l, size.Width, cut)
				}
				r.picture("labels-" + string(d.Kind) + "-" + string(l))
			}
		}
	}
}
