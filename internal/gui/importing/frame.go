package importing

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Steps of one file.
const (
	stepFile = iota
	stepParse
	stepUnits
	stepCheck
	stepsAll
)

// step is the one that a stage belongs to.
func (f *file) step() int {
	switch f.stage {
	case parsed:
		return stepParse
	case asked:
		return stepUnits
	case checked:
		return stepCheck
	case stored, unchanged:
		return stepsAll
	case reading:
		if f.view != nil || f.rec != nil {
			return stepCheck
		}
	}
	return stepFile
}

func (w *wizard) stepTexts() []kit.Step {
	f := w.now()
	steps := []kit.Step{{Title: w.t("step.file"), Note: f.name()}, {Title: w.t("step.parse")}, {Title: w.t("step.units")}, {Title: w.t("step.check")}}
	if f.rec != nil {
		steps[stepParse].Note = w.profile(f.rec.Profile)
		steps[stepUnits].Note = w.t("step.units.stated")
		if f.needs.Any() {
			steps[stepUnits].Note = ""
		}
		if f.needs.Any() && f.stage != unchanged {
			steps[stepUnits].Note, steps[stepUnits].Wrong = w.t("step.units.needed"), !f.choice.meets(f.needs)
			if !steps[stepUnits].Wrong {
				steps[stepUnits].Note = w.t("step.units.chosen")
			}
		}
	}
	switch f.stage {
	case failed:
		if f.guess != nil {
			steps[stepFile].Note = w.t("step.guessed")
			break
		}
		steps[stepFile].Note, steps[stepFile].Wrong = w.t("step.failed"), true
	case stored:
		steps[stepCheck].Note = w.t("state.stored")
	case unchanged:
		steps[stepCheck].Note = w.t("state.unchanged")
	}
	return steps
}

// show sets up the dialog for the file as it stands.
func (w *wizard) show() {
	f := w.now()
	w.title.SetText(w.t("title", f.name()))
	w.sub.SetText(w.subtitle(f))
	w.steps.Set(w.stepTexts(), f.step())
	w.fillList()
	w.main = nil
	var page fyne.CanvasObject
	switch f.stage {
	case failed:
		page = w.failedPage(f)
	case parsed:
		page = w.parsePage(f)
	case asked:
		page = w.unitsPage(f)
	case checked, stored, unchanged:
		page = w.checkPage(f)
	default:
		page = kit.NewPaddedCard(kit.Row(12, kit.NewIcon(kit.IconRefresh, theme.Accent), kit.Flex(kit.Column(10, w.progress, w.bar))))
	}
	w.body.Content = kit.Pad(16, 20, 16, 20, page)
	w.body.ScrollToTop()
	w.body.Refresh()
	w.buttons(f)
	w.frame.Refresh()
	w.lead(f)
}

// lead gives the cursor to the button that goes on, once a step, so that the
// keyboard neither begins at the cross nor stays with what is gone.
func (w *wizard) lead(f *file) {
	at := [2]int{w.at + 1, int(f.stage)}
	if w.led == at || w.main == nil || w.main.Disabled() {
		return
	}
	w.led = at
	kit.FocusOn(w.main)
}

func (w *wizard) subtitle(f *file) string {
	text := ""
	if len(w.files) > 1 {
		text = w.t("of", w.count(w.at+1), w.count(len(w.files)))
	}
	if f.rec != nil {
		if text != "" {
			text += " · "
		}
		text += w.profile(f.rec.Profile)
	}
	return text
}

// fillList shows what has become of each of several files.
func (w *wizard) fillList() {
	w.list.Objects = nil
	if len(w.files) > 1 {
		w.list.Add(kit.NewBold(w.t("files"), kit.Caption, theme.Second))
		for i, f := range w.files {
			icon, color, word := f.state()
			if icon == kit.IconClock && i == w.at {
				icon, color, word = kit.IconOpen, theme.Accent, "state.now"
			}
			w.list.Add(kit.Row(6, kit.NewSmallIcon(icon, color), kit.Flex(kit.Column(0,
				kit.NewShrinking(f.name(), kit.Caption, theme.Ink), kit.NewShrinking(w.t(word), kit.Caption, color)))))
		}
	}
	w.list.Refresh()
}

// buttons are what can be done with the file as it stands.
func (w *wizard) buttons(f *file) {
	last := w.at+1 == len(w.files)
	hint := w.t("hint.nothing")
	switch {
	case f.stage == stored || f.stage == unchanged:
		hint = ""
	case f.stage == checked && f.read.UnitsDoubted():
		hint = w.t("hint.units")
	case f.stage == checked && !f.decided():
		hint = w.t("hint.decide")
	case f.choice.anew:
		hint = w.t("hint.again")
	}
	row := []fyne.CanvasObject{kit.Flex(kit.NewShrinking(hint, kit.Caption, theme.Second))}
	add := func(kind kit.ButtonKind, key string, press func(), args ...any) *kit.Button {
		b := kit.NewButton(kind, "", w.t(key, args...), press)
		row = append(row, b)
		if kind == kit.Primary {
			w.main = b
		}
		return b
	}
	onwards := func(kind kit.ButtonKind) {
		if last {
			add(kind, "done", w.close)
			return
		}
		add(kind, "next.file", w.next)
	}
	if f.stage != stored && f.stage != unchanged && (f.stage != failed || !last) {
		add(kit.Quiet, "cancel", w.close)
	}
	switch f.stage {
	case failed:
		if f.guess != nil { // the way on is in the proposal
			if last {
				add(kit.Quiet, "cancel", w.close)
				add(kit.Primary, "next", func() {}).Disable()
			} else {
				onwards(kit.Secondary)
			}
			break
		}
		onwards(kit.Primary)
	case parsed:
		w.skipButton(add, last)
		add(kit.Primary, "next", w.afterParse)
	case asked:
		add(kit.Secondary, "back", func() { w.back(stepParse) })
		if b := add(kit.Primary, "next", w.check); !f.choice.meets(f.needs) || !f.choice.whole(w.desk.Lang()) {
			b.Disable()
		}
	case checked:
		add(kit.Secondary, "back", func() { w.back(stepUnits) })
		w.skipButton(add, last)
		if n := f.read.Storable(); n > 0 {
			rest := w.restButton(f, last)
			key := "store"
			if f.returned() {
				key, n = "book.take", f.taken()
			}
			if b := add(kit.Primary, key, w.accept, w.count(n)); !f.decided() || n == 0 {
				b.Disable()
			}
			if rest != nil {
				row = slices.Insert(row, len(row)-1, fyne.CanvasObject(rest))
			}
		} else {
			onwards(kit.Primary)
		}
	case waiting, reading:
		// The way on stands where it will be pressed: a second press of «Next» must
		// not reach what gives the import up.
		add(kit.Primary, "next", func() {}).Disable()
	case stored, unchanged:
		if (f.stage == unchanged || f.read.Report.Stored > 0) && f.hasFigures() {
			kind := kit.Secondary
			add(kind, "open", w.openFigures)
		}
		onwards(kit.Primary)
	}
	w.foot.Objects = row
	w.foot.Refresh()
}

func (w *wizard) skipButton(add func(kit.ButtonKind, string, func(), ...any) *kit.Button, last bool) {
	if !last {
		add(kit.Quiet, "skip", w.next)
	}
}

// afterParse asks for units, or reads the file at once when it states them.
func (w *wizard) afterParse() {
	f := w.now()
	if f.needs.Any() || f.choice.anew {
		f.stage = asked
		w.show()
		return
	}
	w.check()
}
