package app

import (
	"slices"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Todo is one thing that is left to do: what the pack lacks, or what somebody
// put on the list himself.
type Todo struct {
	// Key stays the same while the thing is lacking, whatever else changes:
	// "section:people", "finding:21:message/m1:body_zh". Own things have
	// "task:<id>".
	Key      string
	Title    string
	Note     string
	Blocking bool
	Section  string // number of the pack's section
	Ref      briefing.Ref
	Field    string
	// Fill is the key of an empty section to be filled; Ref is empty then.
	Fill string
	// Task is the record that tells who does it and by when, "" while nobody
	// was named; Own is a thing of one's own.
	Task    briefing.ID
	Own     bool
	Who     string
	Due     briefing.Stamp
	DueText string // «20.03.2023»
	Overdue bool   // by the clock of the desk, not the moment of the pack
}

// todoList gathers what is left to do, each thing once.
type todoList struct {
	v    *viewing
	list []Todo
	seen map[Todo]bool
}

func (t *todoList) add(x Todo) {
	if key := (Todo{Title: x.Title, Ref: x.Ref}); x.Title != "" && !t.seen[key] {
		t.seen[key] = true
		t.list = append(t.list, x)
	}
}

// todo lists what blocks an issue, what the template demands, what facts leave
// open, empty sections, and things of one's own, with who does them.
func (v *viewing) todo(findings []FindingView, sections []SectionView) []Todo {
	t := &todoList{v: v, seen: map[Todo]bool{}}
	for _, f := range findings {
		if f.Severity == check.Blocking {
			t.add(Todo{
				Key:   strings.Join([]string{"finding", f.Code[len("check."):], string(f.Ref.Kind) + "/" + string(f.Ref.ID), f.Field}, ":"),
				Title: first(f.Mend, f.Rule), Note: first(f.Evidence, f.Record), Blocking: true, Section: f.Section, Ref: f.Ref, Field: f.Field,
			})
		}
	}
	t.demanded()
	for _, w := range v.waiting {
		ref := briefing.Ref{Kind: briefing.Kind(w.Kind), ID: w.Record}
		t.add(Todo{Key: "typed:" + string(w.ID), Title: v.t("todo.unread", w.Words), Note: v.caption(ref), Section: v.where[ref], Ref: ref, Field: w.Field})
	}
	for _, f := range v.snap.Facts {
		open := f.Open.Any(v.l)
		if filled, ok := v.fill(open); ok {
			open = filled
		}
		t.add(Todo{Key: "open:" + string(f.ID), Title: open, Note: v.caption(f.Ref()), Section: v.where[f.Ref()], Ref: f.Ref(), Field: "open_" + string(v.l)})
	}
	required := check.Required(v.snap.Pack.Template)
	for _, must := range []bool{true, false} {
		for _, s := range sections {
			if s.On && !s.Whole && s.State == SectionEmpty && slices.Contains(required, s.Key) == must {
				note := v.t("todo.fill_why")
				if must {
					note = v.t("todo.fill_required")
				}
				t.add(Todo{Key: "section:" + s.Key, Title: v.t("todo.fill", s.Title), Note: note, Fill: s.Key})
			}
		}
	}
	v.assign(t)
	return t.list
}

// demanded are fields of the pack itself that its template can't do without.
func (t *todoList) demanded() {
	k := &t.v.snap.Pack
	d, _ := briefing.Describe(briefing.KindPack)
	for _, label := range demandedOf(k.Template) {
		key, empty := label, true
		for _, f := range d.Fields {
			if f.Label != label {
				continue
			}
			if f.Lang == t.v.l {
				key = f.Key
			}
			empty = empty && f.Get(k) == ""
		}
		if empty {
			t.add(Todo{
				Key: "pack:" + label, Title: t.v.t("todo.pack", lang.Label(t.v.l, briefing.KindPack, label)), Note: t.v.t("todo.pack_why"),
				Ref: k.Ref(), Field: key,
			})
		}
	}
}

// demandedOf lists the fields of the pack that a template prints on its cover
// and its sheet of approval (pack.md §1).
func demandedOf(template string) []string {
	switch template {
	case "visit-received", "visit-abroad":
		return []string{"title", "as_of", "event", "for_whom", "prepared_by", "approved_by"}
	case "bulletin", "partner-profile":
		return []string{"title", "as_of", "for_whom", "prepared_by"}
	}
	return []string{"title", "as_of"}
}

// assign tells who does what, and adds things of one's own.
func (v *viewing) assign(t *todoList) {
	byLack := map[string]*briefing.Task{}
	for _, task := range v.tasks {
		byLack[task.Lack] = task
	}
	for i := range t.list {
		if task := byLack[t.list[i].Key]; task != nil {
			v.assigned(&t.list[i], task)
		}
	}
	for _, task := range v.tasks {
		if task.Lack == "" && !task.Done {
			x := Todo{Key: "task:" + string(task.ID), Title: first(task.What, "—"), Own: true}
			v.assigned(&x, task)
			t.list = append(t.list, x)
		}
	}
	slices.SortStableFunc(t.list, func(a, b Todo) int { return a.urgency() - b.urgency() })
}

// urgency brings what stops the issue and what is late to the top of the list,
// and what somebody thought of himself before what the program found open.
func (x Todo) urgency() int {
	switch {
	case x.Blocking:
		return 0
	case x.Overdue:
		return 1
	case x.Own:
		return 2
	}
	return 3
}

func (v *viewing) assigned(x *Todo, task *briefing.Task) {
	x.Task, x.Who, x.Due = task.ID, task.Who, task.Due
	if task.Due != "" {
		x.DueText = lang.Stamp(v.l, task.Due)
		x.Overdue = task.Due.Against(startOfDay(v.now)) == briefing.Before // due today is not late
	}
}

func startOfDay(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// Assign says who does a thing and by when; both empty take that back. The key
// is that of a Todo; due is a day or a moment.
func (p *Project) Assign(key, who string, due briefing.Stamp) error {
	task := p.task(key)
	if task == nil {
		if strings.HasPrefix(key, "task:") || key == "" {
			return &briefing.Error{Code: briefing.CodeNoRecord, Op: "assign", Path: key}
		}
		task = &briefing.Task{ID: p.World.NewID(briefing.KindTask), Lack: key}
	}
	task.Who, task.Due = strings.TrimSpace(who), due
	if task.Lack != "" && task.Who == "" && task.Due == "" {
		if _, err := p.Get(task.Ref()); err != nil {
			return nil // nobody was named
		}
		return p.commit("assign", store.Change{Remove: task.Ref()})
	}
	return p.commit("assign", store.Change{Put: task})
}

// AddTask puts a thing of one's own on the list.
func (p *Project) AddTask(what, who string, due briefing.Stamp) error {
	if strings.TrimSpace(what) == "" {
		return &briefing.Error{Code: briefing.CodeRequired, Op: "add task", Path: "what"}
	}
	return p.commit("assign", store.Change{Put: &briefing.Task{
		ID: p.World.NewID(briefing.KindTask), What: strings.TrimSpace(what), Who: strings.TrimSpace(who), Due: due,
	}})
}

// DoneTask ticks a thing of one's own. What the pack lacks is done when it is
// there, and is refused with CodeNoRecord.
func (p *Project) DoneTask(key string) error {
	task := p.task(key)
	if task == nil || task.Lack != "" {
		return &briefing.Error{Code: briefing.CodeNoRecord, Op: "tick task", Path: key}
	}
	task.Done = true
	return p.commit("task-done", store.Change{Put: task})
}

// task is a copy of the task of a Todo's key, nil when there is none.
func (p *Project) task(key string) (found *briefing.Task) {
	id, own := strings.CutPrefix(key, "task:")
	p.ReadRecords(func(pr *project.Project) {
		for _, t := range pr.Tasks {
			if own && t.ID == briefing.ID(id) || !own && key != "" && t.Lack == key {
				c := *t
				found = &c
			}
		}
	})
	return found
}
