package store

import (
	"os"
	"path/filepath"
	"runtime"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// Mode is what a project is opened for.
type Mode uint8

// Modes.
const (
	ReadWrite Mode = iota
	ReadOnly
)

// Options bring in the world: who is at work, when, and where his private
// files lie. The zero value takes them from the system.
type Options struct {
	User     string           // written to the journal and shown to others who open the file
	Host     string           // name of this machine
	Now      func() time.Time // the clock
	StateDir string           // folder of working copies: local, private, not a cache
	TakeOver bool             // take the lock of another machine that holds the file; the user's decision
}

func (o Options) filled() (Options, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Host == "" {
		o.Host, _ = os.Hostname() // a machine without a name is told by an empty one
	}
	if o.StateDir == "" {
		dir, err := DefaultStateDir()
		if err != nil {
			return o, err
		}
		o.StateDir = dir
	}
	return o, nil
}

func (o Options) holder() safefile.Holder {
	return safefile.Holder{User: o.User, Host: o.Host, PID: os.Getpid(), Since: o.Now()}
}

func (o Options) stamp() string { return o.Now().Format(time.RFC3339) }

// DefaultStateDir is the user's local folder for state that must not get lost
// and must not travel with his profile: %LOCALAPPDATA%, Application Support,
// or $XDG_STATE_HOME.
func DefaultStateDir() (string, error) {
	home, err := os.UserHomeDir()
	var dir string
	switch runtime.GOOS {
	case "windows":
		dir = os.Getenv("LOCALAPPDATA")
	case "darwin":
		if err == nil {
			dir = filepath.Join(home, "Library", "Application Support")
		}
	default:
		dir = os.Getenv("XDG_STATE_HOME")
		if !filepath.IsAbs(dir) && err == nil {
			dir = filepath.Join(home, ".local", "state")
		}
	}
	if !filepath.IsAbs(dir) {
		return "", &briefing.Error{Code: briefing.CodeNotFound, Op: "find state folder", Path: dir, Err: err}
	}
	return filepath.Join(dir, "briefing"), nil
}
