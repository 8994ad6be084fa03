package trade_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// fakeDesk is the desk of a test with what only these tests do.
type fakeDesk struct{ *desktest.Desk }

func newDesk(t *testing.T, set theme.Set, l briefing.Lang, pr *project.Project, w, h float32) *fakeDesk {
	t.Helper()
	return &fakeDesk{desktest.New(t, set, l, pr, w, h)}
}

func (d *fakeDesk) button(t *testing.T, key string) *kit.Button {
	t.Helper()
	text := lang.T(d.In, "gui.trade."+key)
	return desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Text == text || b.AccessibilityLabel() == text })
}

// press presses the button whose text begins so.
func (d *fakeDesk) press(t *testing.T, text string) {
	t.Helper()
	test.Tap(desktest.Find(t, d.Top(), func(b *kit.Button) bool { return strings.HasPrefix(b.Text, text) }))
}

// part turns the screen to one of its tabs.
func (d *fakeDesk) part(t *testing.T, key string) {
	t.Helper()
	desktest.Find(t, d.Top(), func(s *kit.Segmented) bool { return s.OnSelect != nil }).OnSelect(key)
}
