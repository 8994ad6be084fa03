package gui

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// apply shows the settings after they were changed: the look, and all words
// of the window anew.
func (s *Shell) apply() {
	s.runner.Flush()
	s.enlarge(s.conf.Settings.Get().Scale)
	s.conf.App.Settings().SetTheme(theme.New(theme.SetByKey(s.conf.Settings.Get().Theme)))
	at := s.current
	s.bare = newSession(s, nil)
	if s.open != nil {
		for _, sc := range s.open.screens {
			if c, ok := sc.(interface{ Close() }); ok {
				c.Close()
			}
		}
		s.open.screens, s.open.stale = map[screen.Key]screen.Screen{}, map[screen.Key]bool{}
		s.build()
		s.open.makeStanding()
		return
	}
	s.build()
	if at != "" {
		s.showFoot(at)
	}
}

// scaleVariable is where the toolkit reads how large to draw; it has no other
// door, and asks again whenever its settings change.
const scaleVariable = "FYNE_SCALE"

// enlarge draws all of the window larger, 100 to 200 per cent; the window keeps
// its size on the screen. What whoever started the program has set holds until a
// size is chosen.
func (s *Shell) enlarge(percent int) {
	if percent == s.scale || s.scale == 0 && percent == 100 {
		s.scale = percent
		return
	}
	was := s.scale
	s.scale = percent
	if err := os.Setenv(scaleVariable, strconv.FormatFloat(float64(percent)/100, 'f', 2, 64)); err != nil {
		s.fail(&briefing.Error{Code: briefing.CodeInternal, Op: "set scale", Err: err})
		return
	}
	if was != 0 {
		now := s.win.Canvas().Size()
		share := float32(was) / float32(percent)
		s.win.Resize(fyne.NewSize(now.Width*share, now.Height*share))
	}
}
