package importing

import (
	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/gui/kit"
)

// Dialog is the open dialog, to which files can be added.
type Dialog struct{ w *wizard }

// Add puts files behind those that wait; one that waits already is not added
// twice. It is false when the dialog has been closed. It is called on the
// window's goroutine.
func (d *Dialog) Add(paths ...string) bool {
	if d == nil || d.w.closed {
		return false
	}
	for _, p := range paths {
		if !d.w.waits(p) {
			d.w.files = append(d.w.files, &file{path: p})
		}
	}
	d.w.fillList()
	if f := d.w.now(); f.stage != reading { // the buttons now lead on to the next file
		d.w.show()
		d.w.goOn()
	}
	return true
}

// Then has fn called on the window's goroutine when the dialog has been closed,
// at once where there is none.
func (d *Dialog) Then(fn func()) {
	if d == nil || d.w.closed {
		fn()
		return
	}
	before := d.w.then
	d.w.then = func() {
		if before != nil {
			before()
		}
		fn()
	}
}

// waits reports whether a file is to come.
func (w *wizard) waits(path string) bool {
	for _, f := range w.files[w.at+1:] {
		if f.path == path {
			return true
		}
	}
	return false
}

// likeness is how the files to come are taken in without a question: those of
// the same kind, in the same units. What needs a decision stops and waits.
type likeness struct {
	profile string
	choice  choice
	source  string // that was chosen
	chosen  bool
}

// restButton offers to store this file and take the others in likewise.
func (w *wizard) restButton(f *file, last bool) *kit.Button {
	if last || !f.decided() {
		return nil
	}
	b := kit.NewButton(kit.Secondary, "", w.r("rest"), func() {
		like := &likeness{profile: f.rec.Profile, choice: f.choice}
		like.source, like.chosen = string(f.read.Source()), f.read.Source() != ""
		w.likewise = like
		w.accept()
	})
	return b
}

// goOn takes the next step where nobody has to be asked.
func (w *wizard) goOn() {
	like, f := w.likewise, w.now()
	if like == nil || w.closed {
		return
	}
	switch f.stage {
	case parsed:
		w.likeParsed(like, f)
	case checked:
		w.likeChecked(like, f)
	case failed, stored, unchanged:
		if f.guess != nil { // it could be read with the user's help
			w.likewise = nil
		} else if w.at+1 < len(w.files) {
			w.next()
		}
	}
}

// likeParsed answers for the user what he has answered for the file before.
func (w *wizard) likeParsed(like *likeness, f *file) {
	if f.rec.Profile != like.profile || f.rec.Score < app.SureScore {
		w.likewise = nil // another kind of file: it has to be looked at
		return
	}
	c := like.choice.only(f.needs) // what the file states is not said once more
	if c.profile, c.shape = f.choice.profile, f.choice.shape; !c.meets(f.needs) {
		w.likewise = nil
		return
	}
	f.choice = c
	w.check()
}

// only leaves of a choice what is asked for.
func (c choice) only(n app.ImportNeeds) choice {
	if !n.Value {
		c.value = ""
	}
	if !n.Weight {
		c.weight = ""
	}
	if !n.Flow {
		c.flow = ""
	}
	if !n.Period {
		c.period, c.typed = choice{}.period, ""
	}
	c.code = "" // the next file may be of another product
	return c
}

// likeChecked stores what nothing has to be decided of.
func (w *wizard) likeChecked(like *likeness, f *file) {
	switch {
	case !f.decided():
		w.likewise = nil
	case f.read.Storable() == 0:
		if w.at+1 < len(w.files) {
			w.next()
		}
	default:
		if like.chosen {
			if in, err := w.desk.Project().StandOn(f.read, sourceID(like.source)); err == nil {
				f.read = in
			}
		}
		w.accept()
	}
}

// storing says that the file is being stored.
func (w *wizard) storing() {
	w.bar.Set(1)
	w.progress.SetText(w.now().name() + ": " + app.ImportProgress{Stage: app.StageStore}.Words(w.desk.Lang()))
}

// tellLate says that a file was stored before it could be cancelled.
func (w *wizard) tellLate(f *file) {
	text := w.r("late", f.name())
	fyne.Do(func() { w.desk.Say(text) })
}
