//go:build !watch && !headless

package main

import "briefing/internal/gui/desk"

// watchLoop is there in builds with the tag watch.
func watchLoop(*desk.Runner) {}
