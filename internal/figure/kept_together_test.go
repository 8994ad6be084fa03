package figure_test

import (
	"sync/atomic"
	"testing"
	"time"

	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/routine"
)

// What several ask at the same time is worked out once for all of them.
func TestWhatIsAskedTogetherIsWorkedOutOnce(t *testing.T) {
	s, err := figuretest.Make(10, 1).Set()
	if err != nil {
		t.Fatal(err)
	}
	s.Remember()
	var times atomic.Int32
	release := make(chan struct{})
	var all routine.Group
	for range 8 {
		all.Go(func() {
			got := figure.Recalled(s, "x", func() int32 {
				n := times.Add(1)
				<-release
				return n
			})
			if got != 1 {
				t.Errorf("got %d", got)
			}
		})
	}
	time.Sleep(20 * time.Millisecond) // for all of them to ask
	close(release)
	all.Wait()
	if n := times.Load(); n != 1 {
		t.Errorf("worked out %d times", n)
	}
}

// Who waits for an answer that does not come works it out himself.
func TestAnAnswerThatFailsIsWorkedOutByWhoWaits(t *testing.T) {
	s, err := figuretest.Make(10, 1).Set()
	if err != nil {
		t.Fatal(err)
	}
	s.Remember()
	started, failed := make(chan struct{}), make(chan any, 1)
	routine.Go(func() {
		figure.Recalled(s, "x", func() int {
			close(started)
			time.Sleep(20 * time.Millisecond) // for the other to ask
			panic("no answer")
		})
	}, func(v any, _ []byte) { failed <- v })
	<-started
	if got := figure.Recalled(s, "x", func() int { return 7 }); got != 7 {
		t.Errorf("got %d", got)
	}
	if v := <-failed; v != "no answer" {
		t.Errorf("caught %v", v)
	}
}
