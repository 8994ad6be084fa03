package desk_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"briefing/internal/gui/desk"
)

// queue is a system's queue of events: it tells of each wait, and has an event
// when the test says so.
type queue struct {
	patient bool // waits until something happens
	waits   chan time.Time
	events  chan bool
	woken   chan bool
}

func newQueue() *queue {
	return &queue{waits: make(chan time.Time, 1000), events: make(chan bool), woken: make(chan bool, 1000)}
}

func (q *queue) Wait(longest time.Duration) {
	q.waits <- time.Now()
	if q.patient {
		longest = time.Hour
	}
	select {
	case <-q.events:
	case <-q.woken:
	case <-time.After(longest):
	}
}

func (q *queue) Wake() { q.woken <- true }

// next is the next wait that begins from now on.
func (q *queue) next() time.Time {
	for len(q.waits) > 0 {
		<-q.waits
	}
	return <-q.waits
}

// TestTheLoopWaitsOnlyWhileNothingHappens: a window at rest costs nothing, and
// what a job or a call wants shown is never put off.
func TestTheLoopWaitsOnlyWhileNothingHappens(t *testing.T) {
	test.NewTempApp(t)
	r, q := desk.NewRunner(), newQueue()
	defer r.Stop()
	r.Calm(q)
	q.next()

	free, ended := make(chan bool), make(chan time.Time, 1)
	r.Run(func(context.Context, func(int, int, string)) error {
		<-free
		return nil
	}, func(int, int, string) {}, func(error) { ended <- time.Now() })
	time.Sleep(300 * time.Millisecond) // a wait that had begun before may end
	for len(q.waits) > 0 {
		<-q.waits
	}
	select {
	case <-q.waits:
		t.Error("the loop waits while a job runs")
	case <-time.After(1500 * time.Millisecond):
	}
	close(free)
	if quiet := q.next().Sub(<-ended); quiet < time.Second {
		t.Errorf("the loop waits %v after a call, before what it shows is drawn", quiet)
	}
}

// TestACallEndsTheWait: however long the loop means to wait, a call is made at once.
func TestACallEndsTheWait(t *testing.T) {
	test.NewTempApp(t)
	r, q := desk.NewRunner(), newQueue()
	q.patient = true
	defer r.Stop()
	r.Calm(q)
	q.next()
	r.Do(func() {})
	select {
	case <-q.waits: // the one after it
	case <-time.After(time.Minute):
		t.Fatal("the wait goes on")
	}
	r.Do(func() {})
}

// TestAnEventWakesTheLoopForAWhile: after an event the toolkit's own pace holds.
func TestAnEventWakesTheLoopForAWhile(t *testing.T) {
	test.NewTempApp(t)
	r, q := desk.NewRunner(), newQueue()
	defer r.Stop()
	r.Calm(q)
	q.next()
	q.events <- true
	came := time.Now()
	if awake := q.next().Sub(came); awake < time.Second {
		t.Errorf("the loop waits again %v after an event", awake)
	}
}
