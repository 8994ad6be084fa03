package insight

import (
	"sync"

	"briefing/internal/briefing"
)

// Reader prints what texts hold of the observations, each subject worked out
// once. It may be used from several goroutines.
type Reader struct {
	src Source
	mu  sync.Mutex
	got map[string]map[string]briefing.Text // pieces by key
}

// NewReader reads from the source, which must not change any more.
func NewReader(src Source) *Reader {
	return &Reader{src: src, got: map[string]map[string]briefing.Text{}}
}

// Print gives what stands in the place of a binding in the language; it may be
// empty. ok is false when the observations do not bear it: there are no such
// rows any more, or a record is none and a growth has become a fall.
func (r *Reader) Print(b briefing.Binding, l briefing.Lang) (text string, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	pieces, known := r.got[b.Data]
	if !known {
		pieces = r.read(b.Data)
		r.got[b.Data] = pieces
	}
	t, ok := pieces[b.Form]
	return t.In(l), ok
}

func (r *Reader) read(key string) map[string]briefing.Text {
	k, ok := ParseKey(key)
	if !ok || r.src.Set == nil {
		return nil
	}
	subject, ok, err := r.src.Subject(k)
	if err != nil || !ok { // rows that can't be added up bear no figure
		return nil
	}
	out := map[string]briefing.Text{}
	for _, s := range Write(subject) {
		for _, p := range s.Pieces {
			out[p.Form] = p.Text
		}
	}
	return out
}
