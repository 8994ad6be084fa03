package briefing

// The records below tell what people decided about the state of the pack: what
// a check found and somebody answers for, and who does what is still missing.

// Acceptance is somebody's decision to leave a finding as it is (pack.md §5).
// It holds for what was found and for nothing else: when the text or the value
// changes, the finding stands again.
type Acceptance struct {
	ID       ID
	Check    int    // number of the check
	Kind     string // of the record that the finding is about
	Record   ID
	Field    string // key of the field, "" for the record as a whole
	Found    string // fingerprint of what was found (check.Finding.Print)
	Evidence Text   // what was found, as it was told then
	Reason   string
	By       string
	At       Stamp
}

// Task is who does a thing that the pack lacks, and by when; or a thing that
// somebody added to the list himself.
type Task struct {
	ID   ID
	Lack string // key of what is lacking (app.Todo.Key); "" of one's own
	What string // in words, of one's own
	Who  string
	Due  Stamp
	Done bool // of one's own; what is lacking is done when it is there
}

// Ref points at the record.
func (r *Acceptance) Ref() Ref { return Ref{KindAcceptance, r.ID} }

// SetID names the record.
func (r *Acceptance) SetID(id ID) { r.ID = id }

// Of is the record that the finding is about.
func (r *Acceptance) Of() Ref { return Ref{Kind(r.Kind), r.Record} }

// Ref points at the record.
func (r *Task) Ref() Ref { return Ref{KindTask, r.ID} }

// SetID names the record.
func (r *Task) SetID(id ID) { r.ID = id }

func describeAcceptance() Description {
	return Description{
		Kind: KindAcceptance,
		Desk: true,
		New:  func() Record { return &Acceptance{} },
		Fields: all(
			whole("check", OnlyCompiler, func(r *Acceptance) *int { return &r.Check }),
			line("kind", OnlyCompiler, func(r *Acceptance) *string { return &r.Kind }, exact),
			line("record", OnlyCompiler, func(r *Acceptance) *ID { return &r.Record }, exact),
			line("field", OnlyCompiler, func(r *Acceptance) *string { return &r.Field }, exact),
			line("found", OnlyCompiler, func(r *Acceptance) *string { return &r.Found }, exact),
			text("evidence", LineField, OnlyCompiler, func(r *Acceptance) *Text { return &r.Evidence }, exact),
			typed("reason", ProseField, OnlyCompiler, func(r *Acceptance) *string { return &r.Reason }, required, exact),
			line("by", OnlyCompiler, func(r *Acceptance) *string { return &r.By }, required, exact),
			typed("at", StampField, OnlyCompiler, func(r *Acceptance) *Stamp { return &r.At }),
		),
		Caption: func(r Record, _ Lang) string { return r.(*Acceptance).Reason },
	}
}

func describeTask() Description {
	return Description{
		Kind: KindTask,
		Desk: true,
		New:  func() Record { return &Task{} },
		Fields: all(
			line("lack", OnlyCompiler, func(r *Task) *string { return &r.Lack }, exact),
			line("what", OnlyCompiler, func(r *Task) *string { return &r.What }),
			line("who", OnlyCompiler, func(r *Task) *string { return &r.Who }),
			typed("due", StampField, OnlyCompiler, func(r *Task) *Stamp { return &r.Due }),
			flag("done", OnlyCompiler, func(r *Task) *bool { return &r.Done }),
		),
		Caption: func(r Record, _ Lang) string {
			t := r.(*Task)
			if t.What != "" {
				return t.What
			}
			return t.Lack
		},
	}
}
