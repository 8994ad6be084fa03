package crashtest_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"briefing/internal/store"
)

// sample is the number of kills: CRASH_KILLS, -1 for "all", else a few.
func sample(t *testing.T, few int) int {
	t.Helper()
	switch s := os.Getenv("CRASH_KILLS"); s {
	case "":
		if testing.Short() {
			return few / 4
		}
		return few
	case "all":
		return -1
	default:
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
}

// each runs f for all points on a desk of its own, as many at a time as there
// are processors.
func each(t *testing.T, points []int, f func(d desk, point int)) {
	t.Helper()
	eachOn(t, newDesk, points, f)
}

func eachOn(t *testing.T, on func(testing.TB) desk, points []int, f func(d desk, point int)) {
	t.Helper()
	next := make(chan int, len(points))
	for _, p := range points {
		next <- p
	}
	close(next)
	var wg sync.WaitGroup
	for range runtime.NumCPU() {
		wg.Go(func() {
			for p := range next {
				d := on(t)
				f(d, p)
				_ = os.RemoveAll(d.dir)
			}
		})
	}
	wg.Wait()
}

// judge says what is wrong with the desk after a crash that came when the
// program had acknowledged the first steps of the series; it may since have
// been opened again, which publishes, and have crashed once more.
func (ref reference) judge(d desk, done int, opened bool) error {
	after := []string{ref.states[done]}
	if done < len(ref.lines) {
		after = append(after, ref.states[done+1])
	}
	file, err := ref.file(d, done, opened)
	if err != nil {
		return err
	}
	shown, err := seen(d.path(), d.state())
	if err != nil {
		return fmt.Errorf("open for reading: %w", err)
	}
	if !among(shown, after) {
		return fmt.Errorf("reading after %d steps shows %s", done, ref.which(shown))
	}
	f, err := store.Open(d.path(), store.ReadWrite, store.Options{StateDir: d.state()})
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	now, err := printed(f)
	if err := errors.Join(err, f.Verify(context.Background())); err != nil {
		_ = f.Close()
		return fmt.Errorf("verify: %w", err)
	}
	conflict := f.Conflict()
	if r := f.Recovered(); r != nil && (r.Conflict != "" || r.Aside != "") {
		conflict = fmt.Sprintf("%+v", *r)
	}
	switch err := f.Close(); {
	case err != nil:
		return fmt.Errorf("close: %w", err)
	case !among(now, after):
		return fmt.Errorf("after %d steps there is %s; the file had %s", done, ref.which(now), ref.which(file))
	case now != shown:
		return fmt.Errorf("reading showed %s, opening gives %s", ref.which(shown), ref.which(now))
	case conflict != "":
		return fmt.Errorf("work was put elsewhere: %s", conflict)
	}
	return ref.tidy(d, now)
}

// file judges the user's file as a stranger sees it.
func (ref reference) file(d desk, done int, opened bool) (string, error) {
	versions := []string{ref.states[0]}
	for i, p := range publishes(ref.lines) {
		switch {
		case p && i < done:
			versions = []string{ref.states[i]}
		case p && i == done:
			versions = append(versions, ref.states[i])
		}
	}
	if opened {
		versions = append(versions, ref.states[done:min(done+2, len(ref.states))]...)
	}
	s, err := seen(d.path(), filepath.Join(d.dir, "stranger"))
	if err != nil {
		return "", fmt.Errorf("the user's file: %w", err)
	}
	if !among(s, versions) {
		return "", fmt.Errorf("after %d steps the user's file has %s", done, ref.which(s))
	}
	return s, nil
}

// tidy judges what lies about after the project was closed.
func (ref reference) tidy(d desk, now string) error {
	if s, err := seen(d.path(), filepath.Join(d.dir, "stranger")); err != nil || s != now {
		return fmt.Errorf("closing published %s: %w", ref.which(s), err)
	}
	var left []string
	err := filepath.WalkDir(d.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path == d.path() {
			return err
		}
		backup := filepath.Base(filepath.Dir(filepath.Dir(path))) == "backups" && strings.HasSuffix(path, ".briefing")
		if name := e.Name(); !strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, ".briefing.bak-v1") && !backup {
			left = append(left, name)
		}
		return err
	})
	if len(left) > 0 {
		err = errors.Join(err, fmt.Errorf("left behind: %v", left))
	}
	return err
}

func among(s string, list []string) bool {
	for _, x := range list {
		if s == x {
			return true
		}
	}
	return false
}

// which names a state by the steps that led to it.
func (ref reference) which(s string) string {
	for k, x := range ref.states {
		if s == x {
			return fmt.Sprintf("the state after %d steps", k)
		}
	}
	return "a state that never was"
}

func TestAKillAtAnyCallLosesNothing(t *testing.T) {
	ref := theReference(t)
	ref.killed(t, sample(t, 60), func(desk) error { return nil })
}

// killed kills a run of the steps at n of its calls, every third time also
// while the project is opened again, and judges what is left; also is what
// else must hold then and there.
func (ref reference) killed(t *testing.T, n int, also func(desk) error) {
	t.Helper()
	points := choose(ref.sites, n)
	var kills, again int
	var mu sync.Mutex
	eachOn(t, ref.desk, points, func(d desk, n int) {
		r := d.apply(ref.lines, fmt.Sprintf("BRIEFING_FAULT=kill:%d", n))
		done := r.done
		opened, second := n%3 == 0 && r.killed(), false
		if opened { // opening again is killed too
			m := 1 + rand.New(rand.NewPCG(7, uint64(n))).IntN(100)
			second = d.apply(nil, fmt.Sprintf("BRIEFING_FAULT=kill:%d", m)).killed()
		}
		if !r.killed() && (r.err != nil || done != len(ref.lines)) {
			t.Errorf("kill %d: %v %s", n, r.err, r.said)
		}
		if err := errors.Join(also(d), ref.judge(d, done, opened), also(d)); err != nil {
			t.Errorf("kill %d, opened again %v, killed again %v (%s): %v", n, opened, second, ref.sites[n-1], err)
		}
		mu.Lock()
		defer mu.Unlock()
		if r.killed() {
			kills++
		}
		if second {
			again++
		}
	})
	t.Logf("%d calls in the series; %d kills, %d of them followed by one while opening again", len(ref.sites), kills, again)
	if kills < len(points)*9/10 {
		t.Errorf("only %d of %d kills struck", kills, len(points))
	}
}

// TestWithoutSafetyTheHarnessSeesDamage is the control: the rollback journal
// is kept in memory, nothing is synced, and files are overwritten in place.
func TestWithoutSafetyTheHarnessSeesDamage(t *testing.T) {
	ref := theReference(t)
	const off = "BRIEFING_UNSAFE=1"
	var points []int
	for i, s := range newDesk(t).sites(t, ref.lines, off) {
		if s == "write work.briefing" || s == "write visit.briefing" || s == "write base.json" {
			points = append(points, i+1)
		}
	}
	if n := sample(t, 24); n >= 0 && n < len(points) {
		points = thin(points, n)
	}
	var damaged int
	var mu sync.Mutex
	each(t, points, func(d desk, n int) {
		r := d.apply(ref.lines, off, fmt.Sprintf("BRIEFING_FAULT=kill:%d", n))
		err := ref.judge(d, r.done, false)
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			damaged++
		}
	})
	t.Logf("%d of %d kills did damage", damaged, len(points))
	if damaged < len(points)*8/10 {
		t.Errorf("the harness saw damage after %d of %d kills only", damaged, len(points))
	}
}
