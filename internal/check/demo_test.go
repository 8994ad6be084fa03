package check_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/project"
)

// On the example project only what is meant to block does: the invented rows.
func TestExampleProjectIsBlockedByItsInventedDataOnly(t *testing.T) {
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []briefing.Audience{briefing.Compiler, briefing.Leader} {
		s := project.Take(p, project.Options{Audience: who})
		for _, f := range check.Data(s) {
			if f.Severity == check.Blocking && f.Number != 29 {
				t.Errorf("%v: %s blocks on %v: %s", who, f.Code, f.Ref, f.Evidence.RU)
			}
			if testing.Verbose() && who == briefing.Compiler {
				fmt.Println(f.Code, f.Severity, f.InPack, f.Ref, "|", f.Evidence.RU, "|", f.Mend.RU, "|", f.Evidence.EN, "|", f.Evidence.ZH)
			}
		}
	}
}
