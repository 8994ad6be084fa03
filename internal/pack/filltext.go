package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/project"
)

// Filler sets figures into texts that hold them as {fact-id}, as the pack
// prints them. ok is false when a text names a figure the snapshot lacks.
func Filler(s *project.Snapshot, l briefing.Lang) func(text string) (filled string, ok bool) {
	b, err := newBuilder(s, nil, Options{Lang: l})
	if err != nil {
		return func(string) (string, bool) { return "", false }
	}
	return func(text string) (string, bool) {
		runs, ok := b.bound(text)
		return document.RunsText(runs), ok
	}
}
