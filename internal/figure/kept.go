package figure

import (
	"fmt"
	"slices"
	"sync"
)

// kept are the last answers of a set. They hold as long as it has the same
// rows: a set only ever grows, and whatever else is made of it is another one.
type kept struct {
	mu      sync.Mutex
	rows    int // of the set when the answers were given
	answers []answered
	size    int // of all answers
	parts   []part
	shares  []share // answers by import: see shares.go
	elders  []elder // parts of the sets before: see parts.go
	axes    axes
	working map[string]chan struct{} // questions that are being worked out, closed when they are
}

// Remember makes the set keep its last answers from now on: what was asked of
// the figures of a project is asked again after every change of a record, by
// checks, tables and sentences. Copies do not remember, and neither does a set
// that a benchmark asks. It must not be called while others read a set that
// does not remember yet.
func (s *Set) Remember() {
	if s != nil && s.kept == nil {
		s.kept = &kept{}
	}
}

type answered struct {
	key  string
	what any // []Group or []Origin
	size int
}

// keptGroups bounds what a set keeps, in groups: some tens of megabytes at
// most, which the largest table of an annex needs.
const keptGroups = 200_000

// recall gives what work gives, from memory where that was asked of the same
// rows before. What it gives is shared: the caller must not change it.
func recall[T any](s *Set, key string, work func() ([]T, error)) ([]T, error) {
	return remembered(s, key, work, func(out []T) int { return len(out) })
}

// remembered is recall for an answer of any kind that takes the room of so many
// groups.
func remembered[T any](s *Set, key string, work func() (T, error), room func(T) int) (T, error) {
	if s == nil || s.kept == nil || key == "" {
		return work()
	}
	k := s.kept
	for {
		a, ok, other := k.find(key, s.rows)
		if ok {
			return a.(T), nil
		}
		if other == nil {
			break
		}
		<-other // who asks the same at the same time; it may not keep its answer
	}
	defer k.worked(key)
	out, err := work()
	if err == nil {
		k.keep(answered{key, out, 1 + room(out)}, s.rows)
	}
	return out, err
}

// RecalledOf is Recalled for what is worked out of the rows that a filter lets
// through and of dimensions: the key says what else it depends on. It takes the
// room of so many groups. An error is not remembered.
func RecalledOf[T any](s *Set, key string, f Filter, by []Dimension, work func() (T, error), room func(T) int) (T, error) {
	if s != nil && s.kept != nil {
		key = s.question("worked "+key, &f, by)
	}
	return remembered(s, key, work, room)
}

// Recalled gives what work gives, from the set's memory where the same key was
// asked of the same rows before: for what is worked out of the rows and of
// nothing else but what the key says. It is shared, and must not be changed.
func Recalled[T any](s *Set, key string, work func() T) T {
	if s == nil {
		return work()
	}
	made, _ := recall(s, "recalled "+key, func() ([]T, error) { return []T{work()}, nil })
	return made[0]
}

// find gives the answer to a question, which is then the last to be let go. Where
// there is none, it is for the asker to work it out and then to call worked; if
// another is at it already, other is closed when he is done.
func (k *kept) find(key string, rows int) (what any, ok bool, other <-chan struct{}) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.settle(rows)
	i := slices.IndexFunc(k.answers, func(a answered) bool { return a.key == key })
	if i >= 0 {
		a := k.answers[i]
		k.answers = append(slices.Delete(k.answers, i, i+1), a)
		return a.what, true, nil
	}
	if at, working := k.working[key]; working {
		return nil, false, at
	}
	if k.working == nil {
		k.working = map[string]chan struct{}{}
	}
	k.working[key] = make(chan struct{})
	return nil, false, nil
}

// worked tells those who wait for an answer that there is one, or that there will
// be none.
func (k *kept) worked(key string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	close(k.working[key])
	delete(k.working, key)
}

// keep puts an answer beside the others; those asked least lately go.
func (k *kept) keep(a answered, rows int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.settle(rows)
	if a.size > keptGroups || slices.ContainsFunc(k.answers, func(b answered) bool { return a.key == b.key }) {
		return
	}
	k.answers, k.size = append(k.answers, a), k.size+a.size
	for k.size > keptGroups {
		k.size -= k.answers[0].size
		k.answers = slices.Delete(k.answers, 0, 1)
	}
}

// settle forgets what was told of fewer rows.
func (k *kept) settle(rows int) {
	if k.rows != rows {
		k.rows, k.answers, k.size, k.parts, k.shares, k.elders = rows, nil, 0, nil, nil, nil
	}
}

// question is what tells one filter from another, "" for one whose conditions
// have no name. A condition on the period is told by the periods it lets through.
func (s *Set) question(what string, f *Filter, by []Dimension) string {
	if f.Code != nil || f.GroupOf != nil || f.Group != nil || f.Product != nil {
		return ""
	}
	sample, split, area := "", "", ""
	if f.Area != nil {
		area = "=" + *f.Area
	}
	if f.Sample != nil {
		sample = fmt.Sprint(*f.Sample)
	}
	if f.Split != nil {
		split = fmt.Sprintf("%q", f.Split.fields())
	}
	var periods []byte
	if f.Period != nil {
		for _, p := range s.periods.values {
			let := byte('0')
			if f.Period(p) {
				let = '1'
			}
			periods = append(periods, let)
		}
	}
	words := []string{
		what, string(f.Flow), f.Reporter, f.Region, f.Partner, f.Province, f.Classification, f.Currency, f.Basis, f.Frequency,
		sample, split, area, f.From.String(), f.To.String(), string(periods),
	}
	return fmt.Sprintf("%q%q%q%q", words, f.Codes, f.Imports, by)
}
