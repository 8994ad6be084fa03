package app

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/store"
)

// Turn is an action that was taken back or done again.
type Turn = store.Step

// Undo takes the last action back; it tells which one. The record of an issue is no
// step: the papers have left the house, and what follows is measured against it. It
// stays while what was done before it is taken back.
func (p *Project) Undo() (Turn, error) {
	p.mu.Lock()
	turn, err := p.undoUnderIssues()
	p.mu.Unlock()
	if err == nil {
		p.changed()
	}
	return turn, err
}

func (p *Project) undoUnderIssues() (Turn, error) {
	var issues []store.Change
	for {
		next, ok := p.file.NextUndo()
		v := p.issueOf(next)
		if !ok || v == nil {
			break
		}
		if _, err := p.file.Undo(p.World.User); err != nil {
			return Turn{}, err
		}
		issues = append([]store.Change{{Put: v}}, issues...)
	}
	turn, err := p.file.Undo(p.World.User)
	if len(issues) == 0 {
		return turn, err
	}
	if err != nil { // nothing was done before the issue
		for range issues {
			if _, again := p.file.Redo(p.World.User); again != nil {
				return turn, again
			}
		}
		return turn, err
	}
	return turn, p.file.CommitWithin(context.Background(), "version", p.World.User, issues)
}

// issueOf is the record of an issue that an action has made; nil for any other.
func (p *Project) issueOf(s Turn) *briefing.Version {
	if s.Name != "version" || s.Count == 0 || s.Ref.Kind != briefing.KindVersion {
		return nil
	}
	v, ok := p.file.Project().Find(s.Ref).(*briefing.Version)
	if !ok || v.Kind != briefing.VersionIssue {
		return nil
	}
	c := *v
	return &c
}

// Redo does again what was taken back last.
func (p *Project) Redo() (Turn, error) { return p.step((*store.File).Redo) }

func (p *Project) step(do func(*store.File, string) (Turn, error)) (Turn, error) {
	p.mu.Lock()
	s, err := do(p.file, p.World.User)
	p.mu.Unlock()
	if err == nil {
		p.changed()
	}
	return s, err
}

// NextUndo is what Undo would take back, in words: «правка: Чжоу Найсян». ok
// is false when there is nothing.
func (p *Project) NextUndo(l briefing.Lang) (words string, ok bool) {
	p.mu.RLock()
	s, ok := p.file.NextUndo()
	if ok && p.issueOf(s) != nil {
		s, ok = p.beforeIssues()
	}
	p.mu.RUnlock()
	return p.Told(s, l), ok
}

// stepsLooked is how many actions are looked through for the one before an issue.
const stepsLooked = 200

// beforeIssues is the last action that can be taken back and is no issue.
func (p *Project) beforeIssues() (Turn, bool) {
	steps, err := p.file.Steps(stepsLooked)
	if err != nil {
		return Turn{}, false
	}
	var undo, redo []Turn
	for _, s := range slices.Backward(steps) { // the oldest first
		switch n, m := len(undo)-1, len(redo)-1; {
		case s.Undoes == 0:
			undo, redo = append(undo, s), nil
		case n >= 0 && undo[n].Action == s.Undoes:
			undo, redo = undo[:n], append(redo, s)
		case m >= 0 && redo[m].Action == s.Undoes:
			redo, undo = redo[:m], append(undo, s)
		default:
			undo, redo = nil, nil
		}
	}
	for _, s := range slices.Backward(undo) {
		if p.issueOf(s) == nil && s.Name != "action.create" {
			return s, true
		}
	}
	return Turn{}, false
}

// NextRedo is what Redo would do again, in words.
func (p *Project) NextRedo(l briefing.Lang) (words string, ok bool) {
	p.mu.RLock()
	s, ok := p.file.NextRedo()
	p.mu.RUnlock()
	return p.Told(s, l), ok
}

// Told is what an action did, in words, whatever it takes back.
func (p *Project) Told(s Turn, l briefing.Lang) string {
	name := s.Name
	if p.madeIssue(s) {
		name = "issue"
	}
	words := actionTitle(l, name, false, false)
	if what := p.touched(s, l); what != "" {
		words += ": " + what
	}
	return words
}

// touched names the record that an action touched, or counts the records.
func (p *Project) touched(s Turn, l briefing.Lang) string {
	switch {
	case s.Count > 1:
		return lang.Plural(l, "gui.count.records", s.Count)
	case s.Count == 1:
		return p.named(s.Ref, s.Action, l)
	}
	return ""
}

// madeIssue reports whether an action recorded an issue, be its record gone since.
func (p *Project) madeIssue(s Turn) bool {
	if s.Name != "version" || s.Ref.Kind != briefing.KindVersion {
		return false
	}
	r, err := p.Get(s.Ref)
	if err != nil {
		p.mu.RLock()
		r, _, _ = p.file.Before(s.Ref, s.Action)
		p.mu.RUnlock()
	}
	v, ok := r.(*briefing.Version)
	return ok && v.Kind == briefing.VersionIssue
}

// named is the caption of a record; of one that is not there any more, the one
// it had before the action that took it away.
func (p *Project) named(ref briefing.Ref, action int64, l briefing.Lang) string {
	if v, err := p.Get(ref); err == nil && ref.Kind == briefing.KindVersion {
		return VersionName(*v.(*briefing.Version), l)
	}
	if s := p.Caption(ref, l); s != "" {
		return s
	}
	d, ok := briefing.Describe(ref.Kind)
	if !ok {
		return ""
	}
	p.mu.RLock()
	r, there, err := p.file.Before(ref, action)
	p.mu.RUnlock()
	if err != nil || !there {
		return lang.KindName(l, ref.Kind, false)
	}
	if v, ok := r.(*briefing.Version); ok {
		return VersionName(*v, l)
	}
	if s := d.Line(r, l); s != "" {
		return s
	}
	return lang.KindName(l, ref.Kind, false)
}

// Was is one change in the history of a record, in words.
type Was struct {
	Action int64
	At     briefing.Stamp
	By     string
	What   string  // «правка», «отмена: правка»
	Fields []Field // that changed
	Came   bool    // the record was added by it
	Went   bool    // the record was taken away by it
}

// Field is the change of one field, in words of the language; Key is its key
// while it is a field of the record itself, "" in a row of a list.
type Field struct {
	Key      string
	Label    string
	Old, New string
	stored   string
}

// History tells the changes of a record, the latest first.
func (p *Project) History(ref briefing.Ref, l briefing.Lang) ([]Was, error) {
	p.mu.RLock()
	entries, err := p.file.History(ref)
	p.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	var out []Was
	for _, e := range entries {
		if n := len(out); n == 0 || out[n-1].Action != e.Action {
			out = append(out, Was{Action: e.Action, At: e.At, By: e.By, What: actionTitle(l, e.Name, e.Undoes != 0, e.Again)})
		}
		w := &out[len(out)-1]
		if e.List == "" && e.Field == "" {
			w.Came, w.Went = w.Came || e.Added, w.Went || e.Gone
			continue
		}
		if f, ok := fieldChange(e, l); ok {
			w.Fields = append(w.Fields, f)
		}
	}
	return out, nil
}

// fieldChange tells a change of a field that this version knows.
func fieldChange(e store.JournalEntry, l briefing.Lang) (Field, bool) {
	d, ok := briefing.Describe(e.Kind)
	if !ok || e.Field == "" {
		return Field{}, false
	}
	f, ok := d.FieldIn(e.List, e.Field)
	if !ok {
		return Field{}, false
	}
	key := e.Field
	if e.List != "" {
		key = ""
	}
	return Field{Key: key, Label: lang.FieldLabel(l, e.Kind, e.List, f), Old: lang.FieldValue(l, f, e.Old), New: lang.FieldValue(l, f, e.New), stored: e.Old}, true
}

// PutBack gives a field of a record the value it had before a change.
func (p *Project) PutBack(ref briefing.Ref, was Field) error {
	r, err := p.Get(ref)
	if err != nil {
		return err
	}
	d, _ := briefing.Describe(ref.Kind)
	for _, f := range d.Fields {
		if f.Key == was.Key {
			if err := f.Set(r, was.stored); err != nil {
				return err
			}
			return p.commit("restore", store.Change{Put: r})
		}
	}
	return &briefing.Error{Code: briefing.CodeBadValue, Op: "put back", Path: was.Label}
}

// PutBackRecord makes a record what it was before an action, be it gone since.
func (p *Project) PutBackRecord(ref briefing.Ref, action int64) error {
	p.mu.RLock()
	r, ok, err := p.file.Before(ref, action)
	p.mu.RUnlock()
	if err != nil {
		return err
	}
	if !ok {
		return &briefing.Error{Code: briefing.CodeNoRecord, Op: "put back", Path: string(ref.ID)}
	}
	return p.commit("restore", store.Change{Put: r})
}

// Act is one action of the journal, in words.
type Act struct {
	Action int64
	At     briefing.Stamp
	By     string
	Title  string
	Note   string
	Ref    briefing.Ref
}

// Acts lists the latest actions, newest first.
func (p *Project) Acts(l briefing.Lang, limit int) ([]Act, error) {
	p.mu.RLock()
	steps, err := p.file.Steps(limit)
	p.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	var out []Act
	for _, s := range steps {
		a := Act{Action: s.Action, At: s.At, By: s.By, Ref: s.Ref}
		back := s.Undoes != 0 && s.Undoes != s.Action // a recovery that lost part of the history takes nothing back
		name := s.Name
		if p.madeIssue(s) {
			name = "issue"
		}
		a.Title = actionTitle(l, name, back, s.Again)
		switch {
		case s.Count > 1:
			a.Note = lang.Plural(l, "gui.count.records", s.Count)
		case s.Count == 1:
			a.Note = p.named(s.Ref, s.Action, l)
		}
		out = append(out, a)
	}
	return out, nil
}
