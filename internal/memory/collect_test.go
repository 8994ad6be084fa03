package memory_test

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"briefing/internal/memory"
)

// percent is how far the heap grows from one collection to the next.
func percent() int {
	now := debug.SetGCPercent(100)
	debug.SetGCPercent(now)
	return now
}

func TestGarbageIsCollectedEarlyOnceMuchIsHeld(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	memory.CollectEarly(64<<20, 20)
	for range 5 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if got := percent(); got != 100 {
		t.Errorf("little is held: the heap grows by %d %%", got)
	}
	held := make([]byte, 64<<20)
	for until := time.Now().Add(10 * time.Second); percent() != 20 && time.Now().Before(until); time.Sleep(time.Millisecond) {
		runtime.GC()
	}
	runtime.KeepAlive(held)
	if got := percent(); got != 20 {
		t.Errorf("%d bytes are held: the heap grows by %d %%", len(held), got)
	}
}
