package app

import (
	"context"
	"slices"
	"sync"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/classification"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/routine"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// Project is one open project. Its methods may be called from any goroutine;
// what Read hands out must not be changed and not be kept.
type Project struct {
	World World
	Path  string

	mu       sync.RWMutex
	file     *store.File
	watchers []func()
	sound    soundness

	cutOff    bool        // the program died last time while it had the project open
	newFacts  briefing.ID // the source that they begin with
	outruns   outruns
	portraits portraits

	namesLock sync.Mutex // taken last
	namesKey  string     // what namesMade was made of
	namesMade *classification.Names
}

// Create makes a new project file at the path and opens it. An existing file
// is never overwritten.
func Create(w World, path string, p *project.Project) (*Project, error) {
	f, err := store.Create(path, p, w.options())
	if err != nil {
		return nil, err
	}
	return &Project{World: w, Path: path, file: f}, nil
}

// ProjectExt is the extension of project files.
const ProjectExt = ".briefing"

// Open opens a project for editing, or for reading when it is held by someone
// else or write is false.
func Open(w World, path string, write bool) (*Project, error) {
	return openBy(store.Open, w, path, write)
}

// OpenSoon is Open that returns when the records are there; the figures follow
// (Ready). Until then ReadRecords and StandingSoon give what can be shown;
// everything else waits.
func OpenSoon(w World, path string, write bool) (*Project, error) {
	return openBy(store.OpenSoon, w, path, write)
}

// opener is one of the two ways in which the store opens a file.
type opener func(string, store.Mode, store.Options) (*store.File, error)

func openBy(open opener, w World, path string, write bool) (*Project, error) {
	mode := store.ReadOnly
	if write {
		mode = store.ReadWrite
		w.forgetShown()
	}
	left := leftOpen(path)
	f, err := w.openFile(open, path, mode, w.options())
	if err != nil {
		return nil, err
	}
	return &Project{World: w, Path: path, file: f, cutOff: left && !f.ReadOnly()}, nil
}

// Ready waits for figures that are still being read; an error tells that they
// can't be, and that the project is of no use.
func (p *Project) Ready() error { return p.file.Wait() }

// Close publishes what is not yet in the user's file and lets go of it.
func (p *Project) Close() error {
	p.endCheck()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.file.Close()
}

// Save publishes the work to the user's file. Reading and changing go on
// meanwhile.
func (p *Project) Save() error { return p.file.Publish() }

// Read calls fn with the project's values.
func (p *Project) Read(fn func(*project.Project)) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	fn(p.file.Project())
}

// ReadRecords is Read for who needs no figures: they may still be missing.
func (p *Project) ReadRecords(fn func(*project.Project)) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	fn(p.file.Records())
}

// Watch calls fn after every change, on the goroutine that made it.
func (p *Project) Watch(fn func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.watchers = append(p.watchers, fn)
}

func (p *Project) changed() {
	p.mu.RLock()
	watchers := p.watchers
	p.mu.RUnlock()
	for _, fn := range watchers {
		fn()
	}
}

// commit writes changes as one action of the journal.
func (p *Project) commit(action string, changes ...store.Change) error {
	return p.commitWithin(context.Background(), action, changes...)
}

func (p *Project) commitWithin(ctx context.Context, action string, changes ...store.Change) error {
	p.mu.Lock()
	err := p.file.CommitWithin(ctx, action, p.World.User, changes)
	p.mu.Unlock()
	if err == nil {
		p.changed()
	}
	return err
}

// Put adds or replaces records as one action; records without an ID get one.
func (p *Project) Put(records ...briefing.Record) error {
	var changes []store.Change
	action := "edit"
	for _, r := range records {
		if r.Ref().ID == "" {
			r.SetID(p.World.NewID(r.Ref().Kind))
			action = "add"
		}
		changes = append(changes, store.Change{Put: r})
	}
	return p.commit(action, changes...)
}

// Type keeps a record while somebody types in one of its fields. The pauses of
// one run of typing are one action: run is what the call before gave, 0 at its
// beginning. What else happens meanwhile ends the run by itself.
func (p *Project) Type(r briefing.Record, run int64) (int64, error) {
	action := "edit"
	if r.Ref().ID == "" {
		r.SetID(p.World.NewID(r.Ref().Kind))
		action, run = "add", 0
	}
	p.mu.Lock()
	run, err := p.file.Extend(run, action, p.World.User, r)
	p.mu.Unlock()
	if err == nil {
		p.changed()
	}
	return run, err
}

// LastAction is the number of the last action of the journal.
func (p *Project) LastAction() int64 {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.file.Last()
}

// Remove deletes records as one action. A record that others refer to is
// refused with the first of them named.
func (p *Project) Remove(refs ...briefing.Ref) error {
	var changes []store.Change
	for _, ref := range refs {
		if users := p.UsedBy(ref); len(users) > 0 && !contains(refs, users) {
			return &briefing.Error{Code: briefing.CodeInUse, Op: "remove record", Path: string(users[0].Kind) + " " + string(users[0].ID)}
		}
		changes = append(changes, store.Change{Remove: ref})
	}
	return p.commit("remove", changes...)
}

func contains(all, some []briefing.Ref) bool {
	for _, s := range some {
		found := false
		for _, a := range all {
			found = found || a == s
		}
		if !found {
			return false
		}
	}
	return true
}

// Duplicate adds a copy of a record under a new ID and returns it.
func (p *Project) Duplicate(ref briefing.Ref) (briefing.Record, error) {
	r, err := p.Get(ref)
	if err != nil {
		return nil, err
	}
	r.SetID(p.World.NewID(ref.Kind))
	return r, p.commit("duplicate", store.Change{Put: r})
}

// Get gives a copy of a record, to be changed and Put.
func (p *Project) Get(ref briefing.Ref) (briefing.Record, error) {
	var out briefing.Record
	p.ReadRecords(func(pr *project.Project) {
		if r := pr.Find(ref); r != nil {
			if d, ok := briefing.Describe(ref.Kind); ok {
				out = d.Copy(r)
			}
		}
	})
	if out == nil {
		return nil, &briefing.Error{Code: briefing.CodeNoRecord, Op: "get record", Path: string(ref.ID)}
	}
	return out, nil
}

// UsedBy lists the records that refer to the one given.
func (p *Project) UsedBy(ref briefing.Ref) []briefing.Ref {
	var users []briefing.Ref
	p.ReadRecords(func(pr *project.Project) {
		for _, d := range briefing.Descriptions() {
			for _, r := range pr.Records(d.Kind) {
				if r.Ref() != ref && refersTo(d, r, ref) {
					users = append(users, r.Ref())
				}
			}
		}
	})
	return users
}

func refersTo(d briefing.Description, r briefing.Record, ref briefing.Ref) bool {
	has := func(fields []briefing.Field, row any) bool {
		for _, f := range fields {
			if ref.Kind == briefing.KindFact && f.Lang != "" && slices.Contains(briefing.Bindings(f.Get(row)), ref.ID) {
				return true // by a text that holds its figure
			}
			if f.Target != ref.Kind {
				continue
			}
			for _, id := range briefing.SplitIDs(f.Get(row)) {
				if id == ref.ID {
					return true
				}
			}
		}
		return false
	}
	if has(d.Fields, r) {
		return true
	}
	for _, l := range d.Lists {
		for i := range l.Len(r) {
			if has(l.Fields, l.At(r, i)) {
				return true
			}
		}
	}
	return false
}

// Journal lists the last changes, newest first.
func (p *Project) Journal(limit int) ([]store.JournalEntry, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.file.Journal(limit)
}

// State tells what the window's status line and the command line report of
// the file.
type State struct {
	Unpublished bool             // what is shown is ahead of the user's file
	Recovered   *store.Recovery  // what opening brought back after a crash, or nil
	ReadOnly    bool             // held by someone else, or opened so
	Holder      *safefile.Holder // who holds it, or nil
	Conflict    string           // the copy written because the user's file had changed meanwhile
	CutOff      bool             // the program died last time while it had the project open
}

// State gives the state of the file.
func (p *Project) State() State {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return State{
		Unpublished: p.file.Unpublished() || p.file.Dirty(), Recovered: p.file.Recovered(),
		ReadOnly: p.file.ReadOnly(), Holder: p.file.Holder(), Conflict: p.file.Conflict(), CutOff: p.cutOff,
	}
}

// Snapshot takes the project as of a moment for an audience; the zero moment
// is the pack's own.
func (p *Project) Snapshot(asOf time.Time, a briefing.Audience) *project.Snapshot {
	return p.take(nil, project.Options{AsOf: asOf, Audience: a})
}

// AllFindings runs the checks over the data, over the texts in the languages
// of the pack, and over the pack made of them for a reader, the leader if none
// is named: of the partner's it is told what they lack.
// Texts are looked through in the language, beside those that the pack has a title
// in; Russian if none is named.
func (p *Project) AllFindings(asOf time.Time, reader briefing.Audience, l briefing.Lang) ([]check.Finding, error) {
	if l == "" {
		l = briefing.RU
	}
	if reader == 0 || reader == briefing.Compiler {
		reader = briefing.Leader
	}
	all, s := p.Snapshot(asOf, briefing.Compiler), p.Snapshot(asOf, reader)
	var findings []check.Finding
	var beside routine.Group // what the pack and its texts are made of is the other snapshot
	beside.Go(func() { findings = check.Data(all) })
	d, err := pack.Build(s, nil, pack.Options{Lang: l, Outline: !pack.ForeignGoods(s, l)})
	texts := translated(s, l)
	beside.Wait()
	findings = append(findings, check.Handed(all, s)...)
	findings = append(findings, texts...)
	if err != nil {
		return p.judged(findings), err
	}
	return p.judged(append(findings, check.Document(s, d)...)), nil
}

// verdict is what the checks find in an output: in its language, on its pages,
// and in what its reader gets beside what the compiler has.
func (p *Project) verdict(made output, o ExportOptions) []check.Finding {
	found := append(check.Language(made.snap, o.checked()), check.Document(made.snap, made.made.Document)...)
	return p.judged(append(found, check.Handed(p.Snapshot(o.AsOf, briefing.Compiler), made.snap)...))
}

// Check runs the checks over the data, as the compiler sees them, with what
// was decided about what they find.
func (p *Project) Check(asOf time.Time) []check.Finding {
	return p.judged(check.Data(p.Snapshot(asOf, briefing.Compiler)))
}

// cancelled turns a cancelled context into the user's own decision.
func cancelled(err error) error {
	return &briefing.Error{Code: briefing.CodeCancelled, Op: "work", Err: err}
}
