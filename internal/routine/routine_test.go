package routine_test

import (
	"strings"
	"testing"

	"briefing/internal/routine"
)

func TestAPanicReachesWhoWaits(t *testing.T) {
	got := make(chan string, 1)
	routine.Go(func() { panic("x") }, func(v any, stack []byte) { got <- v.(string) + string(stack) })
	if s := <-got; !strings.HasPrefix(s, "x") || !strings.Contains(s, "TestAPanicReachesWhoWaits") {
		t.Errorf("caught %q", s)
	}
	var g routine.Group
	done := 0
	g.Go(func() { done++ })
	g.Wait()
	defer func() {
		if v := recover(); v != "y" || done != 1 {
			t.Errorf("caught %v, done %d", v, done)
		}
	}()
	g.Go(func() { panic("y") })
	g.Wait()
}
