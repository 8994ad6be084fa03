package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// A total of all goods belongs to no nomenclature. Where its file names none, it
// is stored under the Harmonized System; goods that come in another file under a
// national one would then stand beside it as another trade, with shares of their
// own sum and a growth of their own. So the total takes the nomenclature of the
// goods of the same trade, in whichever order the two files come.

// unnamedClass is what a file that names no nomenclature is stored under.
const unnamedClass = "HS"

// trade is what a total and its goods have in common.
type trade struct {
	flow                      figure.Flow
	reporter, currency, basis string
	sample                    bool
}

func tradeOf(o figure.Observation) trade {
	return trade{o.Flow, o.Reporter, o.Currency, o.Basis, o.Sample}
}

// classes are the nomenclatures of each trade that goods by codes have.
type classes map[trade][]string

func classesOf(sets ...*figure.Set) classes {
	out := classes{}
	for _, s := range sets {
		if s == nil {
			continue
		}
		goods := figure.Filter{Code: func(c string) bool { return c != figure.TotalCode && c != figure.HiddenCode }}
		if !s.May(goods) {
			continue
		}
		groups, err := s.Aggregate(goods, []figure.Dimension{"flow"})
		if err != nil {
			continue
		}
		for _, g := range groups {
			t := trade{figure.Flow(g.Keys[0]), g.Split.Reporter, g.Split.Currency, g.Split.Basis, g.Sample}
			if c := g.Split.Classification; !slices.Contains(out[t], c) {
				out[t] = append(out[t], c)
			}
		}
	}
	return out
}

// of is the one nomenclature that the total of a trade belongs to; ok is false
// where there are goods under the unnamed one, or under none or several others.
func (c classes) of(t trade) (string, bool) {
	if of := c[t]; len(of) == 1 && of[0] != unnamedClass && figure.Harmonised(of[0]) {
		return of[0], true
	}
	return "", false
}

// unnamedTotals are the rows of all goods that name no nomenclature.
func unnamedTotals() figure.Filter {
	return figure.Filter{Classification: unnamedClass, Code: func(c string) bool { return c == figure.TotalCode }}
}

// toJoin are the imports that have totals which belong under the nomenclature of
// their goods. Most files have none, and millions of rows.
func toJoin(s *figure.Set, c classes) map[briefing.ID]bool {
	f := unnamedTotals()
	if len(c) == 0 || !s.May(f) {
		return nil
	}
	ids := map[briefing.ID]bool{}
	for _, o := range s.Rows(f) {
		if _, ok := c.of(tradeOf(o)); ok {
			ids[o.Import] = true
		}
	}
	return ids
}

// underTheirGoods gives the set with its unnamed totals under the nomenclature of
// the goods.
func underTheirGoods(s *figure.Set, c classes) (*figure.Set, error) {
	out := figure.NewSet()
	for _, o := range s.All() {
		if o.Code == figure.TotalCode && o.Classification == unnamedClass {
			if class, ok := c.of(tradeOf(o)); ok {
				o.Classification = class
			}
		}
		if err := out.Append(o); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// joinTotals puts the totals of a file that was read under the nomenclature of the
// goods that the project has.
func (p *Project) joinTotals(out *Imported) error {
	if out.Result.Figures.Len() == 0 || out.Result.Returned != nil || settled(out.Import.Profile) {
		return nil
	}
	var stored *figure.Set
	p.Read(func(pr *project.Project) { stored = pr.Figures })
	if stored.Len() == 0 {
		return nil
	}
	c := classesOf(stored, out.Result.Figures)
	if len(toJoin(out.Result.Figures, c)) == 0 {
		return nil
	}
	joined, err := underTheirGoods(out.Result.Figures, c)
	if err != nil {
		return err
	}
	res := *out.Result
	res.Figures = joined
	out.Result = &res
	return nil
}

// totalsToJoin puts totals that are stored under the nomenclature of the goods
// that come with a file, but for those of imports that are to go anyway.
func (p *Project) totalsToJoin(figures *figure.Set, gone []briefing.ID) (changes []store.Change, err error) {
	var stored *figure.Set
	p.Read(func(pr *project.Project) { stored = pr.Figures })
	if figures.Len() == 0 || !stored.May(unnamedTotals()) {
		return nil, nil
	}
	c := classesOf(stored, figures)
	ids := toJoin(stored, c)
	for _, id := range stored.Imports() {
		if !ids[id] || slices.Contains(gone, id) {
			continue
		}
		joined, err := underTheirGoods(stored.Where(figure.Filter{Imports: []briefing.ID{id}}), c)
		if err != nil {
			return nil, err
		}
		changes = append(changes, store.Change{DropImport: id}, store.Change{AddFigures: joined})
	}
	return changes, nil
}

// dropped are the imports whose figures go by the changes.
func dropped(changes []store.Change) (ids []briefing.ID) {
	for _, c := range changes {
		if c.DropImport != "" {
			ids = append(ids, c.DropImport)
		}
	}
	return ids
}
