package desk

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// Runner does work on other goroutines and brings what comes of it back to
// the window's.
type Runner struct {
	// Inline does the work at once on the caller's goroutine and lets delayed
	// calls wait for Flush: for tests, whose driver has no goroutine of its own.
	Inline bool
	// Report writes the report of a panic and tells its path; it may be nil.
	Report func(value any, stack []byte) string

	ctx  context.Context
	stop context.CancelFunc
	jobs sync.WaitGroup
	calm calm
	mu   sync.Mutex
	late []*Later
}

// NewRunner makes a runner.
func NewRunner() *Runner {
	ctx, stop := context.WithCancel(context.Background()) //nolint:gosec // Stop calls it
	return &Runner{ctx: ctx, stop: stop}
}

// Work is a job: it may tell how far it is, and gives up when ctx is done.
type Work func(ctx context.Context, progress func(done, total int, what string)) error

// Do calls fn on the window's goroutine, not before this call has returned
// when it comes from that goroutine.
func (r *Runner) Do(fn func()) {
	if r.Inline {
		fn()
		return
	}
	fyne.Do(func() {
		if r.ctx.Err() == nil {
			fn()
		}
	})
	r.calm.call()
}

// Run starts a job. Progress is told at most some five times a second, then
// is called with the job's error at the end, both on the window's goroutine.
// The answer cancels the job.
func (r *Runner) Run(work Work, progress func(done, total int, what string), then func(error)) (cancel func()) {
	ctx, cancel := context.WithCancel(r.ctx)
	if r.Inline {
		defer cancel()
		then(r.guarded(ctx, work, progress))
		return cancel
	}
	p := &pace{do: r.Do, tell: progress}
	r.jobs.Add(1)
	r.calm.job(1)
	routine.Go(func() {
		defer r.jobs.Done()
		defer r.calm.job(-1)
		defer cancel()
		err := r.guarded(ctx, work, p.step)
		r.Do(func() { then(err) })
	}, nil) // guarded tells of a panic
	return cancel
}

func (r *Runner) guarded(ctx context.Context, work Work, progress func(int, int, string)) (err error) {
	defer func() {
		if p := recover(); p != nil {
			report, stack := "", debug.Stack()
			if r.Report != nil {
				report = r.Report(p, stack)
			}
			slog.Error("job panicked", "value", fmt.Sprintf("%T", p), "stack", string(stack))
			err = &briefing.Error{Code: briefing.CodeInternal, Op: "job", Path: report, Err: fmt.Errorf("%v", p)}
		}
	}()
	return work(ctx, progress)
}

// pace keeps a fast job from flooding the window with its progress.
type pace struct {
	do   func(func())
	tell func(done, total int, what string)
	Pace
}

func (p *pace) step(done, total int, what string) {
	if done < total && !p.Due() {
		return
	}
	p.do(func() { p.tell(done, total, what) })
}

// Pace tells how often what changes all the time is worth showing. The window is
// drawn anew for each word of progress; without a graphics card that takes a
// processor from the job whose progress it is, and nobody reads faster.
type Pace struct{ last atomic.Int64 }

const paceStep = 200 * time.Millisecond

// Due tells whether it is time to show something again; on any goroutine.
func (p *Pace) Due() bool {
	now, last := time.Now().UnixNano(), p.last.Load()
	return now-last >= int64(paceStep) && p.last.CompareAndSwap(last, now)
}

// stopWait is how long Stop waits for jobs: one that asks the user for a file
// ends only when he answers.
const stopWait = 2 * time.Second

// Stop cancels all jobs and delayed calls and waits a while for the jobs to end.
func (r *Runner) Stop() {
	r.stop()
	r.mu.Lock()
	late := r.late
	r.late = nil
	r.mu.Unlock()
	for _, l := range late {
		l.Stop()
	}
	ended := make(chan struct{})
	routine.Go(func() {
		r.jobs.Wait()
		close(ended)
	}, nil)
	select {
	case <-ended:
	case <-time.After(stopWait):
	}
}

// Flush makes all delayed calls that wait, now. It is called on the window's
// goroutine.
func (r *Runner) Flush() {
	r.mu.Lock()
	late := append([]*Later(nil), r.late...)
	r.mu.Unlock()
	for _, l := range late {
		l.Flush()
	}
}

// Later is a call that is made once things have been quiet for a while: each
// Touch puts it off anew.
type Later struct {
	runner *Runner
	delay  time.Duration
	most   time.Duration // that Touches put it off together; 0 for ever
	fn     func()

	mu    sync.Mutex
	timer *time.Timer
	due   bool
	since time.Time // of the first Touch that it waits for
	turn  int
}

// Later makes a delayed call; nothing happens before the first Touch.
func (r *Runner) Later(delay time.Duration, fn func()) *Later {
	l := &Later{runner: r, delay: delay, fn: fn}
	r.mu.Lock()
	r.late = append(r.late, l)
	r.mu.Unlock()
	return l
}

// Within has the call made at the latest that long after the first Touch that it
// waits for, however busy things are. It gives back the call.
func (l *Later) Within(most time.Duration) *Later {
	l.most = most
	return l
}

// Touch asks for the call, after the delay from now.
func (l *Later) Touch() {
	l.mu.Lock()
	defer l.mu.Unlock()
	delay := l.delay
	if !l.due {
		l.since = time.Now()
	} else if l.most > 0 {
		delay = max(min(delay, l.most-time.Since(l.since)), 0)
	}
	l.due = true
	l.turn++
	if l.runner.Inline {
		return
	}
	if l.timer != nil {
		l.timer.Stop()
	}
	turn := l.turn
	l.timer = time.AfterFunc(delay, func() {
		l.runner.Do(func() {
			if l.take(turn) {
				l.fn()
			}
		})
	})
}

// take claims the call that is due; turn -1 claims any.
func (l *Later) take(turn int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.due || turn >= 0 && turn != l.turn {
		return false
	}
	l.due = false
	if l.timer != nil {
		l.timer.Stop()
	}
	return true
}

// Due tells whether a call waits.
func (l *Later) Due() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.due
}

// Flush makes the call now if one waits.
func (l *Later) Flush() {
	if l.take(-1) {
		l.fn()
	}
}

// Stop forgets the call.
func (l *Later) Stop() { l.take(-1) }
