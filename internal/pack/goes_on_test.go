package pack_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// The packs of the interpreter and of the partner leave much out: their sections
// go on under each other; the leader's begin with pages of their own.
func TestSectionsGoOnForWhomMuchIsLeftOut(t *testing.T) {
	for a, goesOn := range map[briefing.Audience]bool{
		briefing.Partner: true, briefing.Interpreter: true, briefing.Leader: false, briefing.Compiler: false,
	} {
		seen := 0
		for i, s := range build(t, demoProject(t), a, pack.Options{Lang: briefing.RU}).Sections {
			if i < 2 || s.Level != 1 || !s.NewPage || s.Key != "event" && s.Key != "points" {
				continue
			}
			if seen++; s.Joins != goesOn {
				t.Errorf("%v: %s goes on: %v", a, s.Key, s.Joins)
			}
		}
		if seen != 2 {
			t.Errorf("%v: %d sections", a, seen)
		}
	}
}
