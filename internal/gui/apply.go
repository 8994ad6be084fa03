package gui

import (
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// apply shows the settings after they were changed: the look, and all words
// of the window anew.
func (s *Shell) apply() {
	s.runner.Flush()
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
