package store

import "briefing/internal/briefing"

// steps are the actions that can be taken back, and those that were and can be
// done again, the next one last. They follow from the list of actions alone,
// so they survive closing the file.
type steps struct{ undo, redo []int64 }

// add follows one action: of the user, or one that takes another back.
func (s *steps) add(action, undoes int64) {
	top := func(list []int64) int64 {
		if len(list) == 0 {
			return 0
		}
		return list[len(list)-1]
	}
	switch {
	case undoes == 0:
		s.undo, s.redo = append(s.undo, action), nil
	case top(s.undo) == undoes:
		s.undo, s.redo = s.undo[:len(s.undo)-1], append(s.redo, action)
	case top(s.redo) == undoes:
		s.redo, s.undo = s.redo[:len(s.redo)-1], append(s.undo, action)
	default: // not of this program's making: what was before can't be told
		s.undo, s.redo = nil, nil
	}
}

// readSteps goes through the actions of a file. The one that made the project
// has nothing before it; where nothing is left of one, what was taken back
// before it can't be done again, as after any other.
func (d *db) readSteps() (s steps, err error) {
	err = d.each(`SELECT "id", "undoes", "name" = ? FROM "action" WHERE "name" <> ? ORDER BY "id"`, []any{actionNothing, actionCreate}, func(r row) error {
		if r.int(2) == 1 {
			s.redo = nil
		} else {
			s.add(r.int(0), r.int(1))
		}
		return nil
	})
	return s, err
}

// actionCreate is the name of the first action of a project.
const actionCreate = "action.create"

// Step is an action of the user that can be taken back or done again.
type Step struct {
	Action int64  // of the journal
	Name   string // key of the action's text
	At     briefing.Stamp
	By     string
	Ref    briefing.Ref // the first record it touched; for figures alone, their import
	Count  int          // records and imports that it touched
	Undoes int64        // the action that it takes back, or 0
	Again  bool         // that one had taken another back, which is thereby done again
}

// NextUndo is what Undo would take back; ok is false when there is nothing.
func (f *File) NextUndo() (Step, bool) { return f.next(func(s *steps) []int64 { return s.undo }) }

// NextRedo is what Redo would do again.
func (f *File) NextRedo() (Step, bool) { return f.next(func(s *steps) []int64 { return s.redo }) }

func (f *File) next(of func(*steps) []int64) (Step, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := of(&f.steps)
	if f.db == nil || f.work == nil || len(list) == 0 {
		return Step{}, false
	}
	s, err := f.db.step(list[len(list)-1])
	return s, err == nil
}

// step describes an action; one that takes another back by what that one was.
func (d *db) step(action int64) (s Step, err error) {
	s.Action = action
	err = d.each(`SELECT "name", "at", "by", "undoes", `+doneAgain+` FROM "action" WHERE "id" = ?`, []any{action}, func(r row) error {
		s.Name, s.At, s.By, s.Undoes, s.Again = r.text(0), briefing.Stamp(r.text(1)), r.text(2), r.int(3), r.int(4) == 1
		return nil
	})
	if err != nil {
		return s, err
	}
	err = d.each(`SELECT "kind", "record" FROM "journal" WHERE "action" = ? GROUP BY "kind", "record" ORDER BY min("entry")`, []any{action}, func(r row) error {
		ref := briefing.Ref{Kind: briefing.Kind(r.text(0)), ID: briefing.ID(r.text(1))}
		if ref.Kind == kindFigures {
			ref.Kind = briefing.KindImport
		}
		if s.Count == 0 {
			s.Ref = ref
		}
		s.Count++
		return nil
	})
	return s, err
}

// Undo takes the user's last action back as one action of its own, in the file
// and in Project; however large an import was, that costs no reading of it.
// CodeNothing tells that there is none.
func (f *File) Undo(who string) (Step, error) {
	return f.takeBack("undo", who, func(s *steps) []int64 { return s.undo })
}

// Redo does again what was taken back last, until something else was done.
func (f *File) Redo(who string) (Step, error) {
	return f.takeBack("redo", who, func(s *steps) []int64 { return s.redo })
}

func (f *File) takeBack(op, who string, of func(*steps) []int64) (Step, error) {
	defer f.mu.Unlock()
	if err := f.change(); err != nil {
		return Step{}, err
	}
	list := of(&f.steps)
	if len(list) == 0 {
		return Step{}, &briefing.Error{Code: briefing.CodeNothing, Op: op, Path: f.path}
	}
	target := list[len(list)-1]
	step, err := f.db.step(target)
	if err != nil {
		return step, err
	}
	return step, f.rewind(`"journal"."action" = ?`, []any{target}, act{name: step.Name, who: who, undoes: target})
}

// act is what an action is written down as.
type act struct {
	name, who string
	undoes    int64
}

// Revert brings the project back to what it was after an action, as one action
// that can be taken back itself. Named versions stay.
func (f *File) Revert(action int64, name, who string) error {
	defer f.mu.Unlock()
	if err := f.change(); err != nil {
		return err
	}
	return f.rewind(`"journal"."action" > ? AND `+keepsVersions, []any{action}, act{name: name, who: who})
}

// rewind takes the entries back, the last first, as one action.
func (f *File) rewind(where string, args []any, a act) error {
	r := f.rewinding()
	number := f.last + 1
	err := f.db.transaction(func() error {
		if err := f.db.entries(where, args, true, r.take); err != nil {
			return err
		}
		if err := r.write(&pen{db: f.db, action: number}); err != nil {
			return err
		}
		return f.db.exec(`INSERT INTO "action" VALUES (?, ?, ?, ?, ?)`, number, a.name, f.options.stamp(), a.who, a.undoes)
	})
	if err != nil {
		return err
	}
	f.last = number
	f.steps.add(number, a.undoes)
	return r.show()
}

// Steps lists the latest actions, the newest first, with those that take
// others back.
func (f *File) Steps(limit int) ([]Step, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil, f.closedError()
	}
	var ids []int64
	err := f.db.each(`SELECT "id" FROM "action" WHERE "name" <> ? ORDER BY "id" DESC LIMIT ?`, []any{actionNothing, limit}, func(r row) error {
		ids = append(ids, r.int(0))
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]Step, len(ids))
	for i, id := range ids {
		if out[i], err = f.db.step(id); err != nil {
			return nil, err
		}
	}
	return out, nil
}
