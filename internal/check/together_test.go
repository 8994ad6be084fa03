package check_test

import (
	"reflect"
	"runtime"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// Checks run beside each other; what they find and in which order is that of one
// after the other.
func TestFindingsDoNotDependOnTheProcessors(t *testing.T) {
	s := project.Take(everything(t), project.Options{Audience: briefing.Compiler})
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	alone := check.Data(s)
	if len(alone) < 20 {
		t.Fatalf("%d findings", len(alone))
	}
	for range 5 {
		runtime.GOMAXPROCS(4)
		if beside := check.Data(s); !reflect.DeepEqual(alone, beside) {
			t.Fatalf("beside each other %v\nalone %v", beside, alone)
		}
	}
}

// What a check does that it should not is told to who asked for the checks.
func TestAPanicOfACheckReachesWhoAsked(t *testing.T) {
	p := example(t)
	s := project.Take(p, project.Options{Audience: briefing.Compiler})
	s.Computed = broken{}
	for _, m := range s.Messages {
		m.Body.RU += " {=x:value}"
	}
	defer func() {
		if v := recover(); v != "broken" {
			t.Errorf("caught %v", v)
		}
	}()
	check.Data(s)
	t.Error("nothing was told")
}

type broken struct{}

func (broken) Print(briefing.Binding, briefing.Lang) (string, bool) { panic("broken") }
