package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
)

func TestAJobEndsOnceWithItsError(t *testing.T) {
	test.NewTempApp(t)
	boom := errors.New("boom")
	for name, c := range map[string]struct {
		work desk.Work
		want func(error) bool
	}{
		"done":      {func(context.Context, func(int, int, string)) error { return nil }, func(err error) bool { return err == nil }},
		"failed":    {func(context.Context, func(int, int, string)) error { return boom }, func(err error) bool { return errors.Is(err, boom) }},
		"panicked":  {func(context.Context, func(int, int, string)) error { panic("x") }, func(err error) bool { return briefing.CodeOf(err) == briefing.CodeInternal }},
		"cancelled": {func(ctx context.Context, _ func(int, int, string)) error { <-ctx.Done(); return ctx.Err() }, func(err error) bool { return errors.Is(err, context.Canceled) }},
	} {
		r := desk.NewRunner()
		ended := make(chan error, 2)
		cancel := r.Run(c.work, func(int, int, string) {}, func(err error) { ended <- err })
		if name == "cancelled" {
			cancel()
		}
		if err := <-ended; !c.want(err) {
			t.Errorf("%s: %v", name, err)
		}
		r.Stop()
		if len(ended) > 0 {
			t.Errorf("%s: ended twice", name)
		}
	}
}

// A job that tells of each of its steps is shown a few times a second, and its last
// step always: the window is drawn for each.
func TestProgressIsShownAFewTimesASecond(t *testing.T) {
	test.NewTempApp(t)
	r := desk.NewRunner()
	defer r.Stop()
	var shown, last int
	ended := make(chan error, 1)
	begun := time.Now()
	r.Run(func(_ context.Context, progress func(int, int, string)) error {
		for i := range 10_000 {
			progress(i+1, 10_000, "")
		}
		return nil
	}, func(done, _ int, _ string) { shown, last = shown+1, done }, func(err error) { ended <- err })
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	if most := int(time.Since(begun).Seconds()*5) + 2; shown > most || last != 10_000 {
		t.Errorf("shown %d times of at most %d, the last is %d", shown, most, last)
	}
}

func TestADelayedCallIsMadeOnceAndNotAfterStop(t *testing.T) {
	test.NewTempApp(t)
	r := desk.NewRunner()
	calls := 0
	l := r.Later(time.Hour, func() { calls++ })
	l.Flush()
	l.Touch()
	l.Touch()
	if !l.Due() {
		t.Error("nothing waits after a touch")
	}
	r.Flush()
	r.Flush()
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
	l.Touch()
	r.Stop()
	l.Flush()
	if calls != 1 {
		t.Errorf("%d calls after the end", calls)
	}
}

// A call that must not wait for ever is made while the touches go on.
func TestADelayedCallIsMadeWhileThingsAreBusy(t *testing.T) {
	test.NewTempApp(t)
	r := desk.NewRunner()
	defer r.Stop()
	made := make(chan bool, 1)
	l := r.Later(time.Hour, func() {
		select {
		case made <- true:
		default:
		}
	}).Within(50 * time.Millisecond)
	for range 5000 {
		select {
		case <-made:
			return
		case <-time.After(5 * time.Millisecond):
			l.Touch()
		}
	}
	t.Error("the call was put off for ever")
}
