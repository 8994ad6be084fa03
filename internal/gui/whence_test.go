package gui_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// A derived fact tells its formula, its parents with their values and what
// was not chosen among the claims of its sources.
func TestAFactTellsWhenceItIs(t *testing.T) {
	r := example(t)
	r.shell.Show(screen.Figures, briefing.Ref{Kind: briefing.KindFact, ID: "S24u"}, "")
	r.press("Откуда это")
	r.picture("whence-fact")
	r.shows("Формула: S24 / S23", "S24: План Агрохаба", "576 млн", "Не выбрано:", "более 570 млн")
}
