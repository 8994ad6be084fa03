//go:build watch && !headless

package main

import (
	"log/slog"
	"net"
	"net/http"
	_ "net/http/pprof" //nolint:gosec // debug builds only, on a local socket
	"os"
	"runtime"
	"time"

	"briefing/internal/gui/desk"
	"briefing/internal/routine"
)

const (
	longestTurn = 50 * time.Millisecond // that the window may be busy with one thing
	watchEvery  = 20 * time.Millisecond
)

// watchLoop tells in the log when the window's goroutine was busy with one thing
// for longer than the limit, and what it was at then. It keeps the window from
// resting, so only builds with the tag watch have it.
func watchLoop(r *desk.Runner) {
	routine.Go(func() {
		for {
			time.Sleep(watchEvery)
			began, through := time.Now(), make(chan struct{})
			r.Do(func() { close(through) })
			select {
			case <-through:
				continue
			case <-time.After(longestTurn):
			}
			stacks := make([]byte, 1<<20)
			stacks = stacks[:runtime.Stack(stacks, true)]
			<-through
			slog.Warn("the window was busy", "for", time.Since(began).Round(time.Millisecond), "stacks", string(stacks))
		}
	}, nil)
}

// A build with the tag watch gives its profiles at the socket that BRIEFING_PPROF names.
func init() {
	path := os.Getenv("BRIEFING_PPROF")
	if path == "" {
		return
	}
	routine.Go(func() {
		l, err := net.Listen("unix", path)
		if err != nil {
			slog.Warn("no profiles", "error", err)
			return
		}
		server := http.Server{ReadHeaderTimeout: time.Second}
		slog.Warn("profiles end", "error", server.Serve(l))
	}, nil)
}
