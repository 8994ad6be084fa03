package importing_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/theme"
	"briefing/internal/project"
)

// fakeDesk is the desk of a test with what only these tests do.
type fakeDesk struct{ *desktest.Desk }

func newDesk(t *testing.T, set theme.Set, l briefing.Lang, pr *project.Project, w, h float32) *fakeDesk {
	t.Helper()
	return &fakeDesk{desktest.New(t, set, l, pr, w, h)}
}
