package gui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// TestThePartnersProvinceIsOneOfThePartner: the list holds no body of another
// country, and offers provinces that nobody has entered yet.
func TestThePartnersProvinceIsOneOfThePartner(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Pack, (&briefing.Pack{}).Ref(), "province")
	f, ok := r.canvas().Focused().(*kit.SelectField)
	if !ok {
		t.Fatalf("the cursor is in %T", r.canvas().Focused())
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.shows("Народное правительство провинции Шаньдун", "Хэйлунцзян")
	r.lacks("Правительство Московской области", "Посольство КНР")
	r.picture("province")
	for _, c := range "хэйлун" {
		r.canvas().Focused().TypedRune(c)
	}
	r.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.runner.Flush()
	if got := f.AccessibilityLabel(); got != "провинция Хэйлунцзян" && got != "Хэйлунцзян" {
		t.Errorf("the field says %q", got)
	}
	var made *briefing.Organisation
	for _, o := range r.records(briefing.KindOrganisation) {
		if o.Ref().ID == r.shell.Project().Pack().Province {
			made = o.(*briefing.Organisation)
		}
	}
	if made == nil || made.Country != "CN" || made.Kind != "province" || made.Name.ZH == "" || made.Name.EN == "" {
		t.Errorf("made was %+v", made)
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	m := r.canvas().Focused()
	for _, c := range "хэйлун" {
		m.TypedRune(c)
	}
	r.picture("province-made")
}
