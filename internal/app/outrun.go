package app

import (
	"log/slog"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// outruns finds texts whose Russian was edited after their translation, from
// the journal. Each entry is read once; actions only ever come behind.
type outruns struct {
	mu    sync.Mutex
	last  int64 // action that has been read
	texts map[textKey]*textState
}

type textKey struct {
	ref   briefing.Ref
	list  string // of a row, else empty
	row   int
	label string // of the field, without its language
}

// textState is what the Russian said when each translation was last touched;
// absent while it was not edited since.
type textState struct {
	touched map[briefing.Lang]int64 // the action
	was     map[briefing.Lang]string
	now     string // the Russian after its last edit
}

// read follows the journal.
func (o *outruns) read(f *store.File) error {
	if o.texts == nil {
		o.texts = map[textKey]*textState{}
	}
	return f.TextEdits(o.last, func(e store.TextEdit) {
		o.last = e.Action
		if e.Gone { // rows have no names: which was which is not known any more
			for key := range o.texts {
				if key.ref == e.Ref && key.list == e.List {
					delete(o.texts, key)
				}
			}
			return
		}
		cut := len(e.Field) - len("_ru")
		key, l := textKey{e.Ref, e.List, e.Row, e.Field[:cut]}, briefing.Lang(strings.TrimPrefix(e.Field[cut:], "_"))
		s := o.texts[key]
		if s == nil {
			s = &textState{touched: map[briefing.Lang]int64{}, was: map[briefing.Lang]string{}}
			o.texts[key] = s
		}
		if l != briefing.RU {
			s.touched[l] = e.Action
			delete(s.was, l)
			return
		}
		s.now = e.New
		for other, at := range s.touched {
			if _, known := s.was[other]; !known && at != e.Action { // edited together they belong together
				s.was[other] = e.Old
			}
		}
	})
}

// outrun lists the translations that are older than their Russian text, as far
// as the journal tells. One that has no history is taken for what it should be.
func (p *Project) outrun() []project.Outrun {
	o := &p.outruns
	o.mu.Lock()
	defer o.mu.Unlock()
	p.mu.RLock()
	err := o.read(p.file)
	p.mu.RUnlock()
	if err != nil {
		slog.Warn("translations can't be compared with their texts", "err", err)
		return nil
	}
	var out []project.Outrun
	for key, s := range o.texts {
		for l, was := range s.was {
			out = append(out, project.Outrun{Ref: key.ref, List: key.list, Field: key.label, Lang: l, Was: was, Now: s.now})
		}
	}
	return out
}
