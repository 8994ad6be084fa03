package insight

import (
	"slices"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Reader prints what texts hold of the observations, each subject worked out
// once. It may be used from several goroutines.
type Reader struct {
	src Source
	mu  sync.Mutex
	got map[string]*Stand // by key
}

// NewReader reads from the source, which must not change any more.
func NewReader(src Source) *Reader {
	return &Reader{src: src, got: map[string]*Stand{}}
}

// Print gives what stands in the place of a binding in the language; it may be
// empty. ok is false when the observations do not bear it: there are no such
// rows any more, or a record is none and a growth has become a fall.
func (r *Reader) Print(b briefing.Binding, l briefing.Lang) (text string, ok bool) {
	stand := r.stand(b.Data)
	if stand == nil {
		return "", false
	}
	i := slices.IndexFunc(stand.pieces, func(p Piece) bool { return p.Form == b.Form })
	if i < 0 {
		return "", false
	}
	return stand.pieces[i].Text.In(l), true
}

// Stand is what the text of a binding stands on.
type Stand struct {
	Subject Subject
	Numbers []Number      // that the piece prints; of words none
	Words   briefing.Text // what it prints
	// Proof is what the sentence of the piece was written from: the years that a
	// record was compared with, the plan that a target is.
	Proof  []measure.Input
	Rows   figure.Filter // of the rows that the subject was added up from
	pieces []Piece
	proofs map[string][]measure.Input // by form
}

// Behind tells what stands behind a binding; ok is false when the observations
// do not bear it.
func (r *Reader) Behind(b briefing.Binding) (Stand, bool) {
	stand := r.stand(b.Data)
	if stand == nil {
		return Stand{}, false
	}
	i := slices.IndexFunc(stand.pieces, func(p Piece) bool { return p.Form == b.Form })
	if i < 0 {
		return Stand{}, false
	}
	out := *stand
	out.Numbers, out.Words, out.Proof = stand.pieces[i].Numbers, stand.pieces[i].Text, stand.proofs[b.Form]
	return out, true
}

func (r *Reader) stand(key string) *Stand {
	r.mu.Lock()
	defer r.mu.Unlock()
	got, known := r.got[key]
	if !known {
		got = r.read(key)
		r.got[key] = got
	}
	return got
}

func (r *Reader) read(key string) *Stand {
	k, ok := ParseKey(key)
	if !ok || r.src.Set == nil {
		return nil
	}
	subject, ok, err := r.src.Subject(k)
	if err != nil || !ok { // rows that can't be added up bear no figure
		return nil
	}
	out := &Stand{Subject: subject, Rows: subject.rows, proofs: map[string][]measure.Input{}}
	for _, s := range Write(subject) {
		for _, p := range s.Pieces {
			out.proofs[p.Form] = s.proof(p.Form)
			if at := slices.IndexFunc(out.pieces, func(o Piece) bool { return o.Form == p.Form }); at >= 0 {
				out.pieces[at] = p
			} else {
				out.pieces = append(out.pieces, p)
			}
		}
	}
	return out
}

// proof is what a piece of the sentence was written from, each input once: of
// the target the plan alone.
func (s Sentence) proof(form string) []measure.Input {
	var list []measure.Input
	for _, q := range s.Inputs {
		list = append(list, measure.Plain("", q).Inputs...)
	}
	for _, r := range s.Results {
		if form != "target" {
			list = append(list, r.Inputs...)
		}
	}
	var out []measure.Input
	for _, in := range list {
		same := func(o measure.Input) bool { return o.Ref == in.Ref && o.Scope == in.Scope && o.Period == in.Period }
		if in.Figure.HasNumber() && !slices.ContainsFunc(out, same) {
			out = append(out, in)
		}
	}
	return out
}
