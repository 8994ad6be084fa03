package desk

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/routine"
)

// Waiter is the system's queue of events.
type Waiter interface {
	// Wait returns when there are events and it has given them out, or Wake was
	// called, or after the time it is told. It is called on the window's goroutine.
	Wait(longest time.Duration)
	// Wake ends a wait; it is called on any goroutine, only while one goes on.
	Wake()
}

// The pace of waiting. An answer of the toolkit's own to an event, such as the
// one to a click that might have become a double click, comes later than the
// event and wakes nobody: so it is waited shortly until that is over.
const (
	calmAfter = time.Second // without an event, a call or a job
	shortWait = 50 * time.Millisecond
	shortly   = 40 // that many short waits before the first long one
	longWait  = 2 * time.Second
)

// calm is what waits and calls agree about.
type calm struct {
	mu      sync.Mutex
	waiter  Waiter
	waiting bool
	called  time.Time // when the last call was made
	running int       // jobs
}

// Calm gives the processor back while nothing happens: the toolkit's loop looks
// sixty times a second for events and for what is to be drawn, and each look
// costs a quarter of a millisecond, the threads it wakes included. The waiter
// is used as long as no event came, no call was made and no job ran for a
// second. It ends with Stop.
func (r *Runner) Calm(w Waiter) {
	if r.Inline {
		return
	}
	r.calm.waiter = w
	routine.Go(func() {
		for {
			for n := 0; r.waited(n); n++ {
			}
			select {
			case <-time.After(calmAfter):
			case <-r.ctx.Done():
				return
			}
		}
	}, nil)
}

// waited waits for the nth time in a row, and tells whether the whole time
// passed without an event or a call.
func (r *Runner) waited(n int) bool {
	longest := shortWait
	if n >= shortly {
		longest = longWait
	}
	if !r.calm.quiet() {
		return false
	}
	through := make(chan bool, 1)
	fyne.Do(func() { through <- r.ctx.Err() == nil && r.calm.wait(longest) })
	select {
	case ok := <-through:
		return ok
	case <-r.ctx.Done():
		return false
	}
}

// wait waits unless something was called meanwhile, which wants to be drawn.
func (c *calm) wait(longest time.Duration) bool {
	c.mu.Lock()
	if c.waiting = c.isQuiet(); !c.waiting {
		c.mu.Unlock()
		return false
	}
	c.mu.Unlock()
	began := time.Now()
	defer func() {
		c.mu.Lock()
		c.waiting = false
		c.mu.Unlock()
	}()
	c.waiter.Wait(longest)
	return time.Since(began) >= longest*9/10 // systems round
}

// quiet tells whether no job runs and no call was made for a while.
func (c *calm) quiet() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.isQuiet()
}

func (c *calm) isQuiet() bool { return c.running == 0 && time.Since(c.called) >= calmAfter }

// call notes that a call is to be made, and ends the wait that stands before it.
func (c *calm) call() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.called = time.Now()
	if c.waiting {
		c.waiter.Wake()
	}
}

// job notes that a job begins, or with -1 that one has ended.
func (c *calm) job(step int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running += step
}
