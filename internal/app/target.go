package app

import (
	"briefing/internal/briefing"
	"briefing/internal/store"
)

// mayTake refuses a target of an output that is a project, this one or
// another: an output takes the place of what has its name, and a project holds
// somebody's work. The error's code is CodeExists.
func mayTake(path string) error {
	if store.LooksLikeProject(path) {
		return &briefing.Error{Code: briefing.CodeExists, Op: "write over a project", Path: path}
	}
	return nil
}
