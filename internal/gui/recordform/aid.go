package recordform

import (
	"fyne.io/fyne/v2"

	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
)

// aid is what stands among the fields of a form to help with them, out of
// sight until there is something to say.
type aid struct {
	form *Form
	box  *fyne.Container
	area string // of its texts
}

func newAid(f *Form, area string, gap float32) aid {
	a := aid{form: f, box: kit.Column(gap), area: area}
	a.box.Hide()
	return a
}

func (a aid) t(key string, args ...any) string {
	return desk.T(a.form.desk, "records."+a.area+"."+key, args...)
}
