package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/cli"
)

// bench runs commands over a copy of the example.
type bench struct {
	t     *testing.T
	world app.World
	path  string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	dir := t.TempDir()
	b := &bench{t: t, world: app.System(), path: filepath.Join(dir, "demo.briefing")}
	b.world.StateDir, b.world.User = filepath.Join(dir, "state"), "Анна"
	pr, err := app.ExampleProject()
	if err != nil {
		t.Fatal(err)
	}
	p, err := app.Create(b.world, b.path, pr)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) run(args ...string) (code int, out, said string) {
	b.t.Helper()
	var stdout, stderr bytes.Buffer
	env := cli.System(nil)
	env.World, env.Lang, env.Out, env.Err, env.Args = b.world, briefing.RU, &stdout, &stderr, args
	code = cli.Main(env)
	return code, stdout.String(), stderr.String()
}

func (b *bench) list(args ...string) []map[string]any {
	b.t.Helper()
	_, out, said := b.run(args...)
	var list []map[string]any
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		b.t.Fatalf("%v: %s", err, said)
	}
	return list
}

// finding is the first that ok takes.
func (b *bench) finding(ok func(map[string]any) bool) map[string]any {
	b.t.Helper()
	for _, f := range b.list("check", b.path, "--json") {
		if ok(f) {
			return f
		}
	}
	b.t.Fatal("no such finding")
	return nil
}

func TestAFindingIsAcceptedAndTakenBackByTheCommandLine(t *testing.T) {
	b := newBench(t)
	f := b.finding(func(f map[string]any) bool { return f["severity"] == "warning" })
	sign := f["sign"].(string)
	bySign := func(f map[string]any) bool { return f["sign"] == sign }
	if _, _, said := b.run("check", b.path, "--accept", sign[:6], "--reason", "согласовано с источником", "--by", "Иванова А. П."); !strings.Contains(said, "Принято замечаний: 1.") {
		t.Fatalf("said %q", said)
	}
	got := b.finding(bySign)
	a, _ := got["accepted"].(map[string]any)
	if got["severity"] != "accepted" || got["weighed"] != "warning" || a["reason"] != "согласовано с источником" || a["by"] != "Иванова А. П." {
		t.Errorf("finding %v", got)
	}
	if list := b.list("check", b.path, "--acceptances", "--json"); len(list) != 1 || list[0]["state"] != "holds" || list[0]["sign"] != sign {
		t.Errorf("acceptances %v", list)
	}
	if _, out, _ := b.run("check", b.path); !strings.Contains(out, "принято: согласовано с источником — Иванова А. П.,") {
		t.Errorf("printed %q", out)
	}
	if _, _, said := b.run("check", b.path, "--take-back", sign); !strings.Contains(said, "Отменено принятий: 1.") {
		t.Fatalf("said %q", said)
	}
	if got := b.finding(bySign); got["severity"] != "warning" {
		t.Errorf("after taking back %v", got)
	}
}

func TestInventedDataAreNotAcceptedByTheCommandLine(t *testing.T) {
	b := newBench(t)
	f := b.finding(func(f map[string]any) bool { return f["check"] == 29.0 && f["severity"] == "blocking" })
	code, _, said := b.run("check", b.path, "--accept", f["sign"].(string), "--reason", "для примера")
	if code != cli.ExitFailed || !strings.Contains(said, "проверка 29. Условные данные в выпуск не допускаются") {
		t.Errorf("exit %d: %s", code, said)
	}
	if list := b.list("check", b.path, "--acceptances", "--json"); len(list) != 0 {
		t.Errorf("accepted all the same: %v", list)
	}
}

// An acceptance is not replaced unseen, and one that two people made of the
// same finding, in two copies of the project, is taken back whole.
func TestAnAcceptanceIsNotReplacedUnseen(t *testing.T) {
	b := newBench(t)
	sign := b.finding(func(f map[string]any) bool { return f["severity"] == "warning" })["sign"].(string)
	b.run("check", b.path, "--accept", sign, "--accept", sign[:8], "--reason", "согласовано", "--by", "Иванова А. П.")
	code, out, said := b.run("check", b.path, "--accept", sign[:6], "--reason", "иначе", "--by", "Петров П. П.")
	if code != cli.ExitUsage || out != "" || !strings.Contains(said, "«согласовано» — Иванова А. П.") || !strings.Contains(said, "--take-back "+sign[:6]) {
		t.Errorf("exit %d, %q", code, said)
	}
	list := b.list("check", b.path, "--acceptances", "--json")
	if len(list) != 1 || list[0]["reason"] != "согласовано" {
		t.Fatalf("acceptances %v", list)
	}
	p, err := app.Open(b.world, b.path, true)
	if err != nil {
		t.Fatal(err)
	}
	a := p.Acceptances(nil)[0].Acceptance
	a.ID, a.By = "other-copy", "Петров П. П."
	if err := errors.Join(p.Put(&a), p.Save(), p.Close()); err != nil {
		t.Fatal(err)
	}
	if _, _, said := b.run("check", b.path, "--take-back", sign[:6]); !strings.Contains(said, "Отменено принятий: 2.") {
		t.Errorf("said %q", said)
	}
	if list := b.list("check", b.path, "--acceptances", "--json"); len(list) != 0 {
		t.Errorf("left %v", list)
	}
}

// check and status count the same findings by the same words.
func TestChecksAndStatusCountAlike(t *testing.T) {
	b := newBench(t)
	_, _, checked := b.run("check", b.path)
	_, _, status := b.run("status", b.path)
	numbers := regexp.MustCompile(`[Бб]локируют выпуск: (\d+), замечаний: (\d+)`)
	x, y := numbers.FindStringSubmatch(checked), numbers.FindStringSubmatch(status)
	if x == nil || y == nil || x[1] != y[1] || x[2] != y[2] {
		t.Errorf("check %q, status %q", checked, status)
	}
}
