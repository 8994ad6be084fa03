package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// TestATextWithoutRoomDoesNotLieOverItsNeighbours holds that a title which gives
// way altogether shows nothing, and comes back with its room.
func TestATextWithoutRoomDoesNotLieOverItsNeighbours(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	title := kit.NewShrinking("Государственный визит", kit.Body, theme.Ink)
	shown := func() (s string) {
		for _, o := range test.WidgetRenderer(title).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				s += text.Text
			}
		}
		return s
	}
	for _, c := range []struct {
		width float32
		want  string
	}{{400, "Государственный визит"}, {0, ""}, {4, ""}, {400, "Государственный визит"}} {
		title.Resize(fyne.NewSize(c.width, 20))
		if got := shown(); got != c.want {
			t.Errorf("%v wide it shows %q, want %q", c.width, got, c.want)
		}
	}
}
