package gui

import (
	"log/slog"
	"math"
	"runtime"
	"runtime/debug"
	"time"

	"briefing/internal/routine"
)

// restDelay is how long nothing has to happen before memory is given back.
const restDelay = 2 * time.Second

// A command lives for a moment and collects its garbage rarely; so does the
// window until it stands. After that it lives for an evening on a machine with
// other programs, most of the time waiting: it keeps half as much garbage as it
// holds, but always room for some letters typed, each of which takes a megabyte
// or two; and what a job has taken and no longer needs goes back to the system.
// Its projects may hold more than any limit of a command, so it has none.
const (
	windowGarbage = 50       // per cent of what is held
	leastGarbage  = 48 << 20 // bytes
)

// garbage is the per cent at which garbage is collected by who holds so much.
func garbage(held uint64) int {
	return max(windowGarbage, int(min(100*leastGarbage/max(held, 1), 400))) // at most 400
}

// restSpare is how much unused memory is left for what comes next: pages that
// went back to the system cost time when they are used again.
const restSpare = 32 << 20

// rest is called when no job has run for a while.
func (s *Shell) rest() {
	if len(s.jobs) > 0 {
		s.resting.Touch()
		return
	}
	if s.runner.Inline { // tests share their process
		return
	}
	debug.SetMemoryLimit(math.MaxInt64)
	engine, first := s.pages, !s.rested
	s.rested = true
	routine.Go(func() {
		rested, err := engine.Rest()
		if err != nil {
			slog.Warn("engine of pages did not end", "error", err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		debug.SetGCPercent(garbage(m.HeapAlloc))
		if !first && !rested && m.HeapIdle-m.HeapReleased <= restSpare {
			return // nothing much has happened
		}
		debug.FreeOSMemory()
	}, nil)
}
