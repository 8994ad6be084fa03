package desktop

import (
	"os"
	"os/signal"
	"syscall"

	"briefing/internal/routine"
)

// OnEnding calls fn each time the system asks the program to end: when the user
// logs out, the machine is shut down, or the terminal it was started from is
// closed. Who listened before no longer does: the toolkit would end the program
// without a word to anybody. fn is called on a goroutine of its own.
func OnEnding(fn func()) {
	asks := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // nohup wants the program to stay
		asks = append(asks, syscall.SIGHUP)
	}
	signal.Reset(asks...)
	onSessionEnd(fn)
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, asks...)
	routine.Go(func() {
		for range asked {
			fn()
		}
	}, nil)
}
