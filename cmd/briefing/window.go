//go:build !headless

package main

import (
	"log/slog"

	fyneapp "fyne.io/fyne/v2/app"

	"briefing/internal/app"
	"briefing/internal/cli"
	"briefing/internal/gui"
	"briefing/internal/settings"
)

// openWindow shows the window, with the project at the path when there is one.
func openWindow(path string) int {
	c := gui.Config{App: fyneapp.NewWithID("org.briefing.desk"), World: app.System(), Path: path, Version: cli.Version()}
	file, err := settings.Path()
	if err != nil {
		slog.Warn("settings are not kept", "error", err)
	}
	if c.Settings, err = settings.Open(file, cli.System(nil).Lang); err != nil {
		slog.Warn("settings are the defaults", "error", err)
	}
	gui.New(gui.System(c)).ShowAndRun()
	return 0
}
