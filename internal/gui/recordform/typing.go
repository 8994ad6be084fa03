package recordform

import (
	"cmp"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// What was typed is kept when the hands rest that long, and while they don't rest
// every few seconds: what a crash may take is a line, not a page.
const (
	typingPause = 700 * time.Millisecond
	typingMost  = 3 * time.Second
)

// typing is a run of typing in one field: its pauses are one action.
type typing struct {
	now    hand  // where everything that waits to be kept was typed; none when in several places
	ran    hand  // where what was kept last was typed
	action int64 // that has it
}

// hand is a place where somebody types: an input, and a language in it.
type hand struct {
	in   *input
	part int
}

// at notes where something was changed; waits tells that something else waits.
func (y *typing) at(h hand, waits bool) {
	if h.in == nil || !h.in.text || waits && y.now != h {
		h = hand{}
	}
	y.now = h
}

// left ends the run of a field that has lost the cursor.
func (f *Form) left() {
	f.Flush()
	f.typing = typing{}
}

// Flush keeps what was typed, now.
func (f *Form) Flush() { f.later.Flush() }

// changed notes that the draft differs from what is kept; by is the input that it
// was typed into, nil when a row came or went.
func (f *Form) changed(by *input, part int) {
	f.typing.at(hand{by, part}, f.dirty)
	f.dirty = true
	if fact, ok := f.draft.(*briefing.Fact); ok {
		fact.NameClaims()
	}
	if p, ok := f.draft.(*briefing.Pack); ok && by != nil && by.is("region_name") { // rows are told apart by the code
		if code, known := lang.RegionNamed(cmp.Or(p.Reporter, "RU"), p.RegionName); known {
			p.Region = code
		}
	}
	f.later.Touch()
	if by != nil && by.view != nil {
		by.view.ready()
		f.seen.Touch()
	}
	f.fill(by)
}

func (f *Form) put() {
	if f.draft == nil || !f.dirty && len(f.words) == 0 {
		return
	}
	if f.dirty || f.draft.Ref().ID == "" { // words need a record to belong to
		if !f.putRecord() {
			return
		}
	}
	f.putWords()
	if f.OnStored != nil {
		f.OnStored(f.draft.Ref())
	}
}

func (f *Form) putRecord() bool {
	f.dirty = false
	r := f.desc.Copy(f.draft)
	if err := f.keep(r); err != nil {
		f.dirty = true
		f.desk.Fail(err)
		return false
	}
	f.draft.SetID(r.Ref().ID) // a new record got its name
	return true
}

// keep keeps the record; what goes on with the run of typing belongs to its action.
func (f *Form) keep(r briefing.Record) error {
	y := &f.typing
	if y.now.in == nil {
		y.ran, y.action = hand{}, 0
		return f.desk.Project().Put(r)
	}
	if y.ran != y.now {
		y.action = 0
	}
	action, err := f.desk.Project().Type(r, y.action)
	if err == nil {
		y.ran, y.action = y.now, action
	}
	return err
}
