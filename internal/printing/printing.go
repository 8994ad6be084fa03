// Package printing hands a PDF to the system's printing: lp or lpr, or the
// program that Windows prints PDFs with. Paper and two sides are asked for
// where the command takes them; the file says both as well.
//
// It promises to start other programs without a shell, so that no name of a
// file is ever read as a command, and to tell what a command said when it
// printed nothing.
package printing

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"briefing/internal/briefing"
)

// Job is a file to be printed.
type Job struct {
	Path    string // of a PDF
	Title   string // in the list of the printer's jobs
	Paper   string // "A4", "A5", "A6"; empty is the printer's own
	Duplex  bool   // on both sides, turned over the long edge; else one side
	Printer string // its name; empty is the usual one
}

// Runner runs commands; tests have their own.
type Runner interface {
	// Has reports whether there is such a command.
	Has(name string) bool
	// Run runs it to its end; the error says what it said.
	Run(name string, args ...string) error
}

// Printer prints by the commands of a system.
type Printer struct {
	System string // runtime.GOOS
	Runner Runner
	Shell  func(path, printer string) error // Windows: what its shell prints PDFs with
}

// ErrNoPrinting says that the system has no command to print with.
var ErrNoPrinting = errors.New("no command to print with")

// Print hands the file over. The error is a briefing.Error: CodeNotFound when
// the file isn't there, CodePrinting when the system doesn't take it.
func (p Printer) Print(j Job) error {
	full, err := filepath.Abs(j.Path)
	if err == nil {
		_, err = os.Stat(full)
	}
	if err != nil {
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "print", Path: j.Path, Err: err}
	}
	j.Path = full
	if err := p.hand(j); err != nil {
		return &briefing.Error{Code: briefing.CodePrinting, Op: "print", Path: j.Path, Err: err}
	}
	return nil
}

func (p Printer) hand(j Job) error {
	if p.System == "windows" {
		if p.Shell == nil {
			return ErrNoPrinting
		}
		return p.Shell(j.Path, j.Printer)
	}
	for _, command := range []string{"lp", "lpr"} {
		if p.Runner.Has(command) {
			return p.Runner.Run(command, arguments(command, j)...)
		}
	}
	return ErrNoPrinting
}

// arguments are those of lp and lpr, which differ in names alone. A path is
// absolute, so that no name of a file is taken for an option.
func arguments(command string, j Job) []string {
	to, title := "-d", "-t"
	if command == "lpr" {
		to, title = "-P", "-T"
	}
	var out []string
	if j.Printer != "" {
		out = append(out, to, j.Printer)
	}
	if t := oneLine(j.Title); t != "" {
		out = append(out, title, t)
	}
	if j.Paper != "" {
		out = append(out, "-o", "media="+j.Paper)
	}
	sides := "one-sided"
	if j.Duplex {
		sides = "two-sided-long-edge"
	}
	return append(out, "-o", "sides="+sides, j.Path)
}

// oneLine is a title without what a list of jobs can't show.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimLeft(s, "-")
}

// commands runs those of the system.
type commands struct{}

func (commands) Has(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func (commands) Run(name string, args ...string) error {
	var said bytes.Buffer
	cmd := exec.Command(name, args...) //nolint:gosec // lp or lpr, no shell
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(said.String()))
	}
	return nil
}
