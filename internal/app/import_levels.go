package app

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/project"
)

// shelf is what must be equal for two rows to hold the same goods twice.
type shelf struct {
	flow                                       figure.Flow
	reporter, region, partner, province, class string
	currency, basis                            string
	period                                     briefing.Period
}

func shelfOf(o figure.Observation) shelf {
	return shelf{o.Flow, o.Reporter, o.Region, o.Partner, o.Province, o.Classification, o.Currency, o.Basis, o.Period}
}

// setLevelsAside sets mended rows aside whose amounts the other rows of their
// file hold already: a file of several levels is stored in those that count
// nothing twice, and that was decided while the mended ones were missing.
func (p *Project) setLevelsAside(in *Imported) error {
	mended := p.mending(in.Result)
	if len(mended) == 0 || settled(in.Import.Profile) {
		return nil
	}
	var ids []briefing.ID
	for _, i := range mended {
		ids = append(ids, i.ID)
	}
	codes := map[shelf][]string{}
	for _, o := range in.Result.Figures.All() {
		codes[shelfOf(o)] = nil
	}
	p.Read(func(pr *project.Project) {
		for _, o := range pr.Figures.Rows(figure.Filter{Imports: ids}) {
			if _, ok := codes[shelfOf(o)]; ok {
				codes[shelfOf(o)] = append(codes[shelfOf(o)], o.Code)
			}
		}
	})
	kept, aside := figure.NewSet(), 0
	for _, o := range in.Result.Figures.All() {
		if slices.ContainsFunc(codes[shelfOf(o)], func(c string) bool { return otherLevel(c, o.Code) }) {
			aside++
			continue
		}
		if err := kept.Append(o); err != nil {
			return err
		}
	}
	if aside > 0 {
		res := *in.Result
		res.Figures = kept
		in.Result = &res
		in.moveAside(importer.AsideLevels, aside)
	}
	return nil
}

// otherLevel reports whether one code holds the goods of the other.
func otherLevel(a, b string) bool {
	switch {
	case a == b || a == figure.HiddenCode || b == figure.HiddenCode:
		return false
	case a == figure.TotalCode || b == figure.TotalCode:
		return true
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// settled reports whether tables of the kind are stored as they are, with all
// their levels.
func settled(profile string) bool {
	return slices.ContainsFunc(importer.Profiles(), func(p importer.Profile) bool { return p.Key == profile && p.Settled })
}
