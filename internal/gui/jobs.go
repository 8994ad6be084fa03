package gui

import (
	"slices"

	"briefing/internal/gui/desk"
)

// job is one named piece of work that runs.
type job struct {
	name   string
	said   string // for the status line
	cancel func()
}

// run does work beside the window. A named job shows in the status line and
// can be cancelled there by Esc; a job without a name is short and quiet.
func (s *Shell) run(name string, work desk.Work, then func(error)) {
	if name == "" {
		s.runner.Run(work, func(int, int, string) {}, func(err error) {
			s.resting.Touch()
			then(err)
		})
		return
	}
	j := &job{name: name, said: s.t("status.running", name)}
	s.jobs = append(s.jobs, j)
	s.showRunning()
	j.cancel = s.runner.Run(work, func(done, total int, what string) {
		j.tell(s, done, total, what)
	}, func(err error) {
		s.jobs = slices.DeleteFunc(s.jobs, func(x *job) bool { return x == j })
		s.showRunning()
		s.resting.Touch()
		then(err)
		s.turnsAfterJob()
	})
}

func (j *job) tell(s *Shell, done, total int, what string) {
	switch {
	case total > 0:
		j.said = s.t("status.share", j.name, done*100/total, what)
	case what != "":
		j.said = s.t("status.step", j.name, what)
	default:
		j.said = s.t("status.done", j.name, done)
	}
	s.showRunning()
}

// cancelJobs stops what runs; it tells whether anything did.
func (s *Shell) cancelJobs() bool {
	for _, j := range s.jobs {
		if j.cancel != nil {
			j.cancel()
		}
	}
	return len(s.jobs) > 0
}
