//go:build !windows

package desktop_test

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"briefing/internal/desktop"
)

func TestWhatTheSystemAsksReachesTheProgramAndNobodyElse(t *testing.T) {
	other := make(chan os.Signal, 1)
	signal.Notify(other, syscall.SIGTERM) // as the toolkit does
	asked := make(chan struct{}, 4)
	desktop.OnEnding(func() { asked <- struct{}{} })
	t.Cleanup(func() { signal.Reset(os.Interrupt, syscall.SIGTERM, syscall.SIGHUP) })
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGTERM} {
		if s == syscall.SIGHUP && signal.Ignored(s) {
			continue // the tests run under nohup
		}
		if err := syscall.Kill(os.Getpid(), s); err != nil {
			t.Fatal(err)
		}
		select {
		case <-asked:
		case <-time.After(5 * time.Second):
			t.Fatalf("%v does not arrive", s)
		}
	}
	select {
	case <-other:
		t.Error("who listened before still does")
	default:
	}
}
