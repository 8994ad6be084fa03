//go:build !headless

package main

import (
	"net/url"
	"path/filepath"

	fyneapp "fyne.io/fyne/v2/app"

	"briefing/internal/app"
	"briefing/internal/cli"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/window"
)

// openWindow shows the window, with the project at the path when there is one.
func openWindow(path string) int {
	a := fyneapp.NewWithID("org.briefing.desk")
	a.Settings().SetTheme(theme.New(theme.SetByKey("light")))
	w := window.New(a, app.System(), cli.System(nil).Lang)
	w.OpenURL = func(file string) error {
		return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(file)})
	}
	if path != "" {
		a.Lifecycle().SetOnStarted(func() { w.Open(path) })
	}
	w.Fyne().ShowAndRun()
	return 0
}
