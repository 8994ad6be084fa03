//go:build !headless

package main

import (
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"briefing/internal/app"
	"briefing/internal/cli"
	"briefing/internal/gui"
	"briefing/internal/gui/desk"
	"briefing/internal/lang"
	"briefing/internal/settings"
)

// checkCalls names the variable of the environment that has the toolkit look, at
// each of its calls, whether it comes from the window's goroutine, and write a
// complaint where it doesn't. It reads the stack for that, which took a quarter
// of the program's own time for a letter typed; so only tests ask for it.
const checkCalls = "BRIEFING_CHECK_CALLS"

// events are those of the library that the toolkit has its windows from.
type events struct{}

func (events) Wait(longest time.Duration) { glfw.WaitEventsTimeout(longest.Seconds()) }
func (events) Wake()                      { glfw.PostEmptyEvent() }

// openWindow shows the window, with the project at the path when there is one.
func openWindow(path string) (code int) {
	defer func() {
		r := recover()
		if what := fmt.Sprint(r); r != nil && (strings.Contains(what, "GLFW") || strings.Contains(what, "OpenGL")) {
			slog.Error("no window", "value", what)
			fmt.Fprintln(os.Stderr, lang.T(cli.System(nil).Lang, "cli.no_display"))
			code = cli.ExitFailed
		} else if r != nil {
			panic(r)
		}
	}()
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: "org.briefing.desk", Name: "Briefing", Version: cli.Version(), Release: true,
		Migrations: map[string]bool{"fyneDo": os.Getenv(checkCalls) == ""},
	})
	world := app.System()
	app.ForgetPasted()
	world.Reports.Version = cli.Version()
	left, end := world.Reports.Watch()
	defer end()
	c := gui.Config{CrashReport: left, App: fyneapp.NewWithID("org.briefing.desk"), World: world, Path: path, Version: cli.Version(), Waiter: events{}, Runner: desk.NewRunner()}
	file, err := settings.Path()
	if err != nil {
		slog.Warn("settings are not kept", "error", err)
	}
	if c.Settings, err = settings.Open(file, cli.System(nil).Lang); err != nil {
		slog.Warn("settings are the defaults", "error", err)
	}
	shell := gui.New(gui.System(c))
	watchLoop(c.Runner)
	shell.ShowAndRun()
	return 0
}
