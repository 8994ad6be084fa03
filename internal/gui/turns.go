package gui

import (
	"context"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/lang"
)

// turning is what is asked for of undo and redo in a project. One step is made
// at a time; those asked for meanwhile, or while a job runs, wait for their turn.
type turning struct {
	running bool
	waiting []func()
	at      int // changes of the project when the first began to wait for a job
}

// undo takes the last action back, wherever the user is now.
func (s *Shell) undo() { s.turn("undone", (*app.Project).Undo) }

// redo does again what was taken back.
func (s *Shell) redo() { s.turn("redone", (*app.Project).Redo) }

func (s *Shell) turn(said string, do func(*app.Project) (app.Turn, error)) {
	se := s.open
	if se == nil {
		return
	}
	if n := len(s.jobs); n > 0 && len(se.turns.waiting) == 0 {
		se.turns.at = se.changes
		s.say(kit.Neutral, kit.IconInfo, s.t("undo.waits", s.jobs[n-1].name))
	}
	se.turns.waiting = append(se.turns.waiting, func() { s.makeTurn(se, said, do) })
	s.nextTurn(se)
}

// nextTurn makes the step that waits longest, unless another or a job is under way.
func (s *Shell) nextTurn(se *session) {
	if se.closed || se.turns.running || len(s.jobs) > 0 || len(se.turns.waiting) == 0 {
		return
	}
	next := se.turns.waiting[0]
	se.turns.waiting = se.turns.waiting[1:]
	next()
}

// turnsAfterJob makes the steps that waited for a job. One that changed the
// project is itself the last action now: taking that back was not asked for.
func (s *Shell) turnsAfterJob() {
	se := s.open
	if se == nil || se.turns.running || len(s.jobs) > 0 || len(se.turns.waiting) == 0 {
		return
	}
	if se.changes != se.turns.at {
		se.turns.waiting = nil
		s.say(kit.Warn, kit.IconReserved, s.t("undo.passed"))
		return
	}
	s.nextTurn(se)
}

func (s *Shell) makeTurn(se *session, said string, do func(*app.Project) (app.Turn, error)) {
	s.runner.Flush() // what is being typed is an action too
	se.turns.running = true
	var step app.Turn
	s.run("", func(context.Context, func(int, int, string)) (err error) {
		step, err = do(se.project)
		return err
	}, func(err error) {
		se.turns.running = false
		switch {
		case se.closed:
			return
		case briefing.CodeOf(err) == briefing.CodeNothing:
			text, _ := lang.Error(s.lang(), &briefing.Error{Code: briefing.CodeNothing})
			s.say(kit.Neutral, kit.IconInfo, text)
		case err != nil:
			se.turns.waiting = nil // what was asked for after it built on it
			s.fail(err)
		default:
			s.say(kit.Neutral, kit.IconUndo, s.t(said, se.project.Told(step, s.lang())))
		}
		if len(s.jobs) > 0 {
			se.turns.at = se.changes
		}
		s.nextTurn(se)
	})
}
