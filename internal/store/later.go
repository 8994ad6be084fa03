package store

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/routine"
)

// later is the figures of a project that was opened before they were read.
type later struct {
	done chan struct{} // closed when they are there, or known not to be
	set  *figure.Set
	err  error
}

// figuresNow is how the opening reads the figures: at once, or not yet.
func (f *File) figuresNow() figureReading {
	if !f.soon {
		return (*db).readFigures
	}
	return func(*db) (*figure.Set, error) { return figure.NewSet(), nil }
}

// figuresLater reads the figures beside the caller, through a connection of
// their own, if they were left for later. then makes the opening complete;
// undo takes back what it had begun when the figures can't be read.
func (f *File) figuresLater(connect func() (*db, error), then, undo func() error) {
	if !f.soon {
		return
	}
	without := *f.project
	l := &later{done: make(chan struct{})}
	f.without, f.later = &without, l
	read := func() (err error) {
		d, err := connect()
		if err != nil {
			return err
		}
		d.path = f.path // what the user knows
		defer d.within(deadline)()
		err = d.between(`BEGIN`, func() (err error) {
			l.set, err = d.readFigures()
			return err
		})
		if closing := d.close(); err == nil {
			err = closing
		}
		if err == nil && then != nil {
			err = then()
		}
		return err
	}
	routine.Go(func() {
		defer close(l.done)
		l.err = &briefing.Error{Code: briefing.CodeInternal, Op: "read figures", Path: f.path} // of a panic
		if l.err = read(); l.err != nil {
			l.err = f.name(f.given, damagedUnless(l.err))
			f.undo = undo
		}
	}, nil)
}

// Wait waits for figures that are still being read, and tells why they can't
// be; see OpenSoon.
func (f *File) Wait() error {
	if f.later == nil {
		return nil
	}
	<-f.later.done
	return f.later.err
}

// enter takes the file for one call that needs it whole.
func (f *File) enter() error {
	err := f.Wait()
	f.mu.Lock()
	f.arrive()
	return err
}

// arrive puts figures that were read later into the project.
func (f *File) arrive() {
	if l := f.later; l != nil && l.err == nil && l.set != nil {
		l.set.Remember()
		f.project.Figures, l.set = l.set, nil
	}
}

// Records is the project without its figures while they are still being read,
// and then the same as Project.
func (f *File) Records() *project.Project {
	if f.later != nil {
		select {
		case <-f.later.done:
		default:
			return f.without
		}
	}
	return f.Project()
}
