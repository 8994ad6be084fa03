//go:build watch && !headless

package main

import (
	"log/slog"
	"net"
	"net/http"
	_ "net/http/pprof" //nolint:gosec // debug builds only, on a local socket
	"os"
	"time"

	"briefing/internal/routine"
)

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
