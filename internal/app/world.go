// Package app holds the use cases: what the window and the command line both
// do with an open project. It wires store, importer, measures, checks, pack
// and exporters, and is the only package that knows all of them.
//
// It promises: a use case that returns an error has changed nothing and left
// no partial output; long work reports progress and can be cancelled.
package app

import (
	"crypto/rand"
	"encoding/base32"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/crash"
	"briefing/internal/settings"
	"briefing/internal/store"
)

// World is what comes from outside: clock, user, folders, names of records.
type World struct {
	Now      func() time.Time
	User     string
	StateDir string // of working copies; empty: the system's own place
	NewID    func(briefing.Kind) briefing.ID
	Reports  crash.Reports // of panics, beside the settings
	Profiles string        // folder of saved shapes of tables, beside the settings; empty: none are kept
}

// System is the real world.
func System() World {
	w := World{Now: time.Now, User: userName(), StateDir: os.Getenv("BRIEFING_STATE"), NewID: randomID}
	w.Reports.Now = time.Now
	if file, err := settings.Path(); err == nil {
		w.Reports.Dir = filepath.Dir(file)
		w.Profiles = filepath.Join(filepath.Dir(file), "profiles")
	}
	return w
}

func userName() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return os.Getenv("USER")
}

// randomID names a record: its kind's first letter and forty random bits,
// enough for one project and short enough to be read aloud.
func randomID(k briefing.Kind) briefing.ID {
	var b [5]byte
	_, _ = rand.Read(b[:]) // never fails on the systems we run on
	s := strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
	return briefing.ID(string(k)[:1] + "-" + s)
}

func (w World) options() store.Options {
	return store.Options{Now: w.Now, User: w.User, StateDir: w.StateDir}
}
