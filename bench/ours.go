package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/project"
	"briefing/internal/store"
)

// ours is a project file, through the doors that the product itself uses.
type ours struct{ file *store.File }

func options(dir string) store.Options { return store.Options{User: "bench", StateDir: dir} }

// loadOurs makes a project of the rows; they are durable when it returns, in
// the working copy, as after an import.
func loadOurs(path, state string, t *figuretest.Trade) (*ours, error) {
	f, err := store.Create(path, &project.Project{}, options(state))
	if err != nil {
		return nil, err
	}
	s, err := t.Set()
	if err != nil {
		return nil, err
	}
	return &ours{f}, f.Commit("action.import", "bench", []store.Change{{AddFigures: s}})
}

func openOurs(path, state string) (*ours, error) {
	f, err := store.Open(path, store.ReadOnly, options(state))
	return &ours{f}, err
}

func (o *ours) answer(question int) ([][5]string, time.Duration, error) {
	set := o.file.Project().Figures.Clone() // which remembers no answers
	from := time.Now()
	q := figuretest.Questions()[question]
	groups, err := set.Aggregate(q.Filter, q.By)
	if err != nil {
		return nil, 0, err
	}
	if question == 1 {
		out := top(groups)
		return out, time.Since(from), nil
	}
	out := make([][5]string, len(groups))
	for i, g := range groups {
		out[i] = [5]string{g.Keys[0], g.Keys[1], fixed(g.Value, 2), fixed(g.Weight, 3), fmt.Sprint(g.Rows)}
	}
	return out, time.Since(from), nil
}

// top gives the ten headings of the largest value in the last year, with the
// value of the year before.
func top(groups []figure.Group) [][5]string {
	type heading struct {
		key       string
		now, then figure.Group
	}
	var all []heading
	for _, g := range groups { // ordered by heading, then year
		if len(all) == 0 || all[len(all)-1].key != g.Keys[0] {
			all = append(all, heading{key: g.Keys[0]})
		}
		if h := &all[len(all)-1]; g.Keys[1] == "2022" {
			h.now = g
		} else {
			h.then = g
		}
	}
	slices.SortFunc(all, func(a, b heading) int { return b.now.Value.Decimal.Cmp(a.now.Value.Decimal) })
	var out [][5]string
	for _, h := range all[:min(10, len(all))] {
		out = append(out, [5]string{h.key, fixed(h.now.Value, 2), fixed(h.then.Value, 2), fixed(h.now.Weight, 3), fmt.Sprint(h.now.Rows + h.then.Rows)})
	}
	return out
}

func fixed(n briefing.MaybeNumber, scale int) string { return n.Decimal.Pad(scale).String() }

func size(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
