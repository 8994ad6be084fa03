package cli

import "runtime/debug"

// version is set by the linker.
var version string

// Version is the program's version: what the linker set, else the module's.
func Version() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "dev"
}

type windowCmd struct {
	File string `arg:"" optional:""`
}

func (c *windowCmd) Run(r *run) error {
	if r.Window == nil {
		r.say("no_window")
		return exit(ExitUsage)
	}
	return done(r.Window(c.File))
}

func done(code int) error {
	if code == 0 {
		return nil
	}
	return exit(code)
}
