// Package cli is the command line: one file a command, listed once. Data go to
// standard output, everything said to a person to standard error, in one plain
// sentence with what to do.
//
// Exit codes are a promise: 0 done, 1 failed, 2 wrong usage, 3 blocking
// findings, 4 done with rejected rows.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/printing"
)

// Exit codes.
const (
	ExitDone     = 0
	ExitFailed   = 1
	ExitUsage    = 2
	ExitBlocking = 3
	ExitRejected = 4
)

// Env is what a run of the program has around it.
type Env struct {
	Args   []string // without the program's name
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	World  app.World
	Lang   briefing.Lang // of messages
	Window func(path string) int
	Print  func(printing.Job) error // hands a file to the system's printing
}

// System is the environment of the real program; window is nil in a build
// without one.
func System(window func(path string) int) Env {
	world := app.System()
	world.Reports.Version = Version()
	return Env{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		World: world, Lang: messageLang(), Window: window, Print: printing.System().Print,
	}
}

// messageLang is the language of messages: BRIEFING_LANG, else that of the
// system's locale, else Russian.
func messageLang() briefing.Lang {
	for _, v := range []string{"BRIEFING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		s := os.Getenv(v)
		if len(s) >= 2 {
			if l, ok := briefing.ParseLang(strings.ToLower(s[:2])); ok {
				return l
			}
		}
	}
	return briefing.RU
}

// commands lists the commands; kong reads names, arguments and flags from it.
// What they are for is told by the texts "help.<command>.<word>".
type commands struct {
	Window   windowCmd   `cmd:"" default:"withargs" hidden:""`
	Demo     demoCmd     `cmd:""`
	New      newCmd      `cmd:""`
	Import   importCmd   `cmd:""`
	Imports  importsCmd  `cmd:""`
	List     listCmd     `cmd:""`
	Figures  figuresCmd  `cmd:""`
	Whence   whenceCmd   `cmd:""`
	Insight  insightCmd  `cmd:""`
	Groups   groupsCmd   `cmd:""`
	Check    checkCmd    `cmd:""`
	Status   statusCmd   `cmd:""`
	AsOf     asOfCmd     `cmd:"" name:"asof"`
	Sections sectionsCmd `cmd:""`
	Export   exportCmd   `cmd:""`
	Picture  pictureCmd  `cmd:""`
	Word     wordCmd     `cmd:""`
	Template templateCmd `cmd:""`
	Doctor   doctorCmd   `cmd:""`
	Apply    applyCmd    `cmd:"" hidden:""`
	Version  versionCmd  `cmd:""`
}

// run is what a command gets.
type run struct {
	Env
	ctx context.Context
}

// exit ends a command with a code without a further sentence.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// Main runs one command and gives the exit code.
func Main(env Env) (code int) {
	defer func() {
		r := recover()
		if err, ok := r.(error); ok && errors.Is(err, syscall.ENOMEM) { // the database asks the system for its memory
			fmt.Fprintln(env.Err, lang.T(env.Lang, "cli.memory"))
			code = ExitFailed
			return
		}
		if r != nil { // a panic is an internal error, never a usage error
			slog.Error("panic", "value", r, "stack", string(debug.Stack()))
			fmt.Fprintln(env.Err, lang.T(env.Lang, "cli.panic", r))
			if path := env.World.Reports.Write(r, debug.Stack()); path != "" {
				fmt.Fprintln(env.Err, lang.T(env.Lang, "cli.report", path))
			}
			code = ExitFailed
		}
	}()
	// A command lives for a moment: collecting its garbage would cost more
	// than it saves. The limit keeps a large import from living by that.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(384 << 20)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var c commands
	ended := -1
	parser, err := kong.New(&c,
		kong.Name("briefing"), kong.Description(lang.T(env.Lang, "cli.about")),
		kong.Writers(env.Out, env.Err), kong.Exit(func(n int) { ended = n; panic(exit(n)) }),
		kong.Help(env.help), wordList(),
	)
	if err != nil {
		return env.fail(err)
	}
	if len(env.Args) > 0 && env.Args[0] == "help" { // "help import", as other programs have it
		env.Args = append(slices.Clone(env.Args[1:]), "--help")
	}
	if err := env.misread(func(name string) bool { return isCommand(parser, name) }); err != nil {
		return env.fail(err)
	}
	k, err := parse(parser, env.Args)
	if ended >= 0 { // help was asked for
		return ended
	}
	if err != nil {
		return env.fail(env.parsed(err))
	}
	return env.fail(k.Run(&run{Env: env, ctx: ctx}))
}

func isCommand(p *kong.Kong, name string) bool {
	for _, n := range p.Model.Children {
		if n.Name == name {
			return true
		}
	}
	return false
}

func parse(p *kong.Kong, args []string) (k *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exit); !ok {
				panic(r)
			}
		}
	}()
	return p.Parse(args)
}

// fail says an error in one sentence and gives its exit code.
func (e Env) fail(err error) int {
	if err == nil {
		return ExitDone
	}
	var code exit
	if errors.As(err, &code) {
		return int(code)
	}
	fmt.Fprintln(e.Err, e.sentence(err))
	slog.Debug("failed", "error", err)
	switch briefing.CodeOf(err) {
	case briefing.CodeUsage, briefing.CodeUnitNeeded, briefing.CodeUnitConflict, briefing.CodeUnitDoubt, briefing.CodeBadRate, briefing.CodeNoMirror, briefing.CodeRevision, briefing.CodeOverwrite, briefing.CodeMixed, briefing.CodeBadUnit, briefing.CodeUnitTwice, briefing.CodePeriodSpread, briefing.CodeBadProfile, briefing.CodeProfileTitle:
		return ExitUsage
	case briefing.CodeBlocking:
		return ExitBlocking
	}
	return ExitFailed
}

// sentence is what an error is told by, with the hint of the command line where
// that is not what one would do in the window.
func (e Env) sentence(err error) string {
	sentence, hint := lang.Error(e.Lang, err)
	key := "cli.hint." + string(briefing.CodeOf(err))
	if own, ok := lang.Has(e.Lang, key); ok {
		hint = own
	}
	var of *briefing.Error
	if errors.As(err, &of) {
		if own, ok := lang.Has(e.Lang, key+"-"+of.Op); ok { // of one thing that was done
			hint = own
		}
	}
	return strings.TrimSpace(sentence + " " + hint)
}

func (r *run) t(key string, args ...any) string { return lang.T(r.Lang, "cli."+key, args...) }

func (r *run) say(key string, args ...any) { fmt.Fprintln(r.Err, r.t(key, args...)) }

// open opens a project; a reader says when it shows work that is not yet in
// the user's file.
func (r *run) open(path string, write bool) (*app.Project, error) {
	p, err := app.Open(r.World, path, write)
	if err != nil {
		return nil, err
	}
	st := p.State()
	if st.Recovered != nil {
		r.say("recovered", path)
	} else if st.Unpublished && !write {
		r.say("unpublished", path)
	}
	if write && st.ReadOnly {
		_ = p.Close() // nothing was changed
		return nil, &briefing.Error{Code: briefing.CodeLocked, Op: "open project", Path: path, Err: fmt.Errorf("held by %+v", st.Holder)}
	}
	return p, nil
}
