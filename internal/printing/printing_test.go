package printing_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/printing"
)

// runner is a system that notes what it is told.
type runner struct {
	has  string
	ran  []string
	fail error
}

func (r *runner) Has(name string) bool { return strings.Contains(r.has, " "+name+" ") }

func (r *runner) Run(name string, args ...string) error {
	r.ran = append([]string{name}, args...)
	return r.fail
}

func TestCommandsOfSystems(t *testing.T) {
	path := filepath.Join(t.TempDir(), "-пакет; rm.pdf")
	if err := os.WriteFile(path, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		has  string
		job  printing.Job
		want string
	}{
		"lp":        {" lp lpr ", printing.Job{Paper: "A4", Title: "Пакет\n№ 2"}, "lp|-t|Пакет № 2|-o|media=A4|-o|sides=one-sided|" + path},
		"two sides": {" lp ", printing.Job{Paper: "A5", Duplex: true}, "lp|-o|media=A5|-o|sides=two-sided-long-edge|" + path},
		"lpr":       {" lpr ", printing.Job{Title: "--help", Printer: "Kyocera"}, "lpr|-P|Kyocera|-T|help|-o|sides=one-sided|" + path},
		"lp to one": {" lp ", printing.Job{Printer: "HP"}, "lp|-d|HP|-o|sides=one-sided|" + path},
	} {
		r := &runner{has: c.has}
		c.job.Path = path
		if err := (printing.Printer{System: "linux", Runner: r}).Print(c.job); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := strings.Join(r.ran, "|"); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestWhatIsNotPrintedIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	down := errors.New("lp: printer is down")
	for name, c := range map[string]struct {
		p    printing.Printer
		path string
		code briefing.Code
		err  error
	}{
		"no command":      {printing.Printer{System: "linux", Runner: &runner{}}, path, briefing.CodePrinting, printing.ErrNoPrinting},
		"command failed":  {printing.Printer{System: "darwin", Runner: &runner{has: " lpr ", fail: down}}, path, briefing.CodePrinting, down},
		"no file":         {printing.Printer{System: "linux", Runner: &runner{has: " lp "}}, path + "x", briefing.CodeNotFound, os.ErrNotExist},
		"windows refused": {printing.Printer{System: "windows", Shell: func(string, string) error { return down }}, path, briefing.CodePrinting, down},
		"windows":         {printing.Printer{System: "windows", Shell: func(string, string) error { return nil }}, path, "", nil},
	} {
		err := c.p.Print(printing.Job{Path: c.path})
		if briefing.CodeOf(err) != c.code && err != nil || (err == nil) != (c.err == nil) || !errors.Is(err, c.err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
