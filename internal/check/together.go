package check

import (
	"runtime"
	"sync/atomic"

	"briefing/internal/routine"
)

// together does a piece of work for each of so many things on all processors. What
// it is done with must bear several at a time.
func together(n int, do func(i int)) {
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			do(i)
		}
	}
	var others routine.Group
	for range min(runtime.GOMAXPROCS(0), n) - 1 {
		others.Go(work)
	}
	defer others.Wait() // also when the work here panics
	work()
}

// foundBy gives what is found in each of so many things, in their order.
func foundBy(n int, find func(i int) []Finding) []Finding {
	found := make([][]Finding, n)
	together(n, func(i int) { found[i] = find(i) })
	var out []Finding
	for _, f := range found {
		out = append(out, f...)
	}
	return out
}
