// Package routine is the one place that starts goroutines.
//
// It promises that a panic in one does not end the program: it reaches who
// waits for the work.
package routine

import (
	"runtime/debug"
	"sync"
)

// Go runs fn on a goroutine of its own. A panic of it is given to caught with
// its stack; without caught it is dropped: for work whose result nobody needs.
func Go(fn func(), caught func(value any, stack []byte)) {
	go func() {
		defer func() {
			if v := recover(); v != nil && caught != nil {
				caught(v, debug.Stack())
			}
		}()
		fn()
	}()
}

// Group is work on several goroutines that is waited for together. The zero
// value is ready.
type Group struct {
	all    sync.WaitGroup
	mu     sync.Mutex
	caught any
}

// Go starts a piece of the work.
func (g *Group) Go(fn func()) {
	g.all.Add(1)
	Go(func() {
		defer g.all.Done()
		defer func() {
			if v := recover(); v != nil {
				g.mu.Lock()
				g.caught = v
				g.mu.Unlock()
			}
		}()
		fn()
	}, nil)
}

// Wait waits for all of it; a panic in one of the pieces is one of who waits.
func (g *Group) Wait() {
	g.all.Wait()
	if g.caught != nil {
		panic(g.caught)
	}
}
