package crashtest_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// TestAnErrorAtAnyCallIsToldAndLosesNothing lets each call fail, once or from
// there on. What the user asked for is refused by a code with a sentence, what
// he sees is what is on the disk, and it succeeds when the fault has gone.
func TestAnErrorAtAnyCallIsToldAndLosesNothing(t *testing.T) {
	theReference(t).failed(t, sample(t, 12), func(desk) error { return nil })
}

// failed lets n calls of the steps fail; also is what else must hold after.
func (ref reference) failed(t *testing.T, n int, also func(desk) error) {
	t.Helper()
	for _, tt := range []struct{ how, code string }{
		{"error:%d:ENOSPC", "no-space"},
		{"error:%d:EIO", "cannot-write"},
		{"error:%d+:ENOSPC", "no-space"},
	} {
		t.Run(tt.how, func(t *testing.T) {
			points := choose(ref.sites, n)
			var told int
			var mu sync.Mutex
			eachOn(t, ref.desk, points, func(d desk, n int) {
				failures, err := ref.work(t, d, fmt.Sprintf(tt.how, n), tt.code)
				if err = errors.Join(err, also(d)); err != nil {
					t.Errorf("call %d (%s): %v", n, ref.sites[n-1], err)
				}
				mu.Lock()
				defer mu.Unlock()
				if failures > 0 {
					told++
				}
			})
			t.Logf("%d calls failed, %d of them were told to the user; the others had no effect that mattered", len(points), told)
		})
	}
}

// work does the series under a fault, each step until it succeeds: again at
// once, and if that fails too, in a run without the fault.
func (ref reference) work(t *testing.T, d desk, fault, code string) (failures int, err error) {
	k := d.talk(t, "BRIEFING_FAULT="+fault)
	restart := func() error {
		if err := k.end(); err != nil {
			failures++
		}
		if s := k.said.String(); s == "" || strings.Contains(s, "nternal error") {
			return fmt.Errorf("told %q", s)
		}
		k = d.talk(t)
		return nil
	}
	for i, line := range ref.lines {
		for try := range 4 {
			got := k.ask(line)
			if got == "done" {
				break
			}
			failures++
			if got != "" && got != "failed "+code {
				return failures, fmt.Errorf("step %d: %s %s", i+1, got, k.said.String())
			}
			if try == 3 {
				return failures, fmt.Errorf("step %d stays impossible: %s", i+1, k.said.String())
			}
			if s, err := seen(d.path(), d.state()); err != nil || s != ref.states[i] {
				return failures, fmt.Errorf("after the failure of step %d there is %s: %w", i+1, ref.which(s), err)
			}
			if got == "" || try > 0 {
				if err := restart(); err != nil {
					return failures, fmt.Errorf("step %d: %w", i+1, err)
				}
				if inDoubt(d, ref.states[i], ref.states[i+1]) {
					break
				}
			}
		}
	}
	if err := k.end(); err != nil {
		failures++
		if s := k.said.String(); s == "" || strings.Contains(s, "nternal error") {
			return failures, fmt.Errorf("closing told %q", s)
		}
	}
	return failures, ref.judge(d, len(ref.lines), false)
}

// inDoubt tells that a step which was refused is found done when the program
// is started again. That can happen when the disk refused to sync what it had
// already written, and then refused everything until the program ended, also
// what would have taken it back.
func inDoubt(d desk, before, after string) bool {
	s, err := seen(d.path(), d.state())
	return err == nil && s != before && s == after
}

// TestAnErrorWhileRecoveringLosesNothing lets each call fail with which a
// project is opened after a crash and published by closing.
func TestAnErrorWhileRecoveringLosesNothing(t *testing.T) {
	ref := theReference(t)
	const kill = "BRIEFING_FAULT=kill:170" // between the import and the first publication
	d := newDesk(t)
	if r := d.apply(ref.lines, kill); !r.killed() || r.done < 5 {
		t.Fatalf("not killed where it was meant: %+v", r)
	}
	sites := d.sites(t, nil)
	for _, code := range []string{"ENOSPC", "EIO"} {
		t.Run(code, func(t *testing.T) {
			each(t, choose(sites, sample(t, 12)), func(d desk, n int) {
				done := d.apply(ref.lines, kill).done
				r := d.apply(nil, fmt.Sprintf("BRIEFING_FAULT=error:%d:%s", n, code))
				if strings.Contains(r.said, "nternal error") {
					t.Errorf("call %d (%s): told %q", n, sites[n-1], r.said)
				}
				if err := ref.judge(d, done, true); err != nil {
					t.Errorf("call %d (%s): %v; told %q", n, sites[n-1], err, r.said)
				}
			})
		})
	}
}
