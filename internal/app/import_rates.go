package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/prices"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/store"
)

// checkRates refuses rates that can't be used with what was read: of a day to
// come, of another currency, of other periods, or far from what the currencies
// have ever cost, as when a rate is stated upside down.
func (p *Project) checkRates(o ImportOptions, res *importer.Result) error {
	bad := func(r briefing.Rate) error {
		return &briefing.Error{Code: briefing.CodeBadRate, Op: "import", Path: r.From + "/" + r.To + "=" + r.Per.String() + " " + r.Date.String()}
	}
	for n, r := range o.Units.Rates {
		if err := r.Check(); err != nil {
			return err
		}
		if r.Source == "" && r.Words == "" || r.Date.Start().After(p.World.Now()) || !within(res.Figures, r) {
			return bad(r)
		}
		if !o.Trust && !prices.RateUsual(r) {
			return bad(r)
		}
		for _, other := range o.Units.Rates[:n] {
			if other.From == r.From && other.To == r.To && other.Date == r.Date {
				return bad(r)
			}
		}
	}
	return nil
}

// rateSources gives each stated rate its source record, a new one where the
// project has none of that title, and writes the rates into the batch.
func (p *Project) rateSources(out *Imported) ([]store.Change, error) {
	o, err := ImportOptions{}.WithUnits(out.Import.Units)
	if err != nil || len(out.Rates) == 0 {
		return nil, err
	}
	var changes []store.Change
	known := map[string]briefing.ID{}
	p.Read(func(pr *project.Project) {
		for _, s := range pr.Sources {
			known[s.Title.RU] = s.ID
		}
	})
	rates := slices.Clone(out.Rates)
	for i := range rates {
		r := &rates[i]
		if r.Source != "" {
			continue
		}
		id, ok := known[r.Words]
		if !ok {
			s := &briefing.Source{
				ID: p.World.NewID(briefing.KindSource), Kind: "official",
				Title:     briefing.Text{RU: r.Words, EN: r.Words, ZH: r.Words},
				Retrieved: out.Import.Moment, RetrievedBy: p.World.User,
			}
			id = s.ID
			known[r.Words] = id
			changes = append(changes, store.Change{Put: s})
		}
		r.Source = id
	}
	o.Units.Rates = rates
	out.Import.Units = o.Units.String()
	out.note(func(l briefing.Lang) string {
		text := ""
		for _, r := range rates {
			words := r.Words
			if words == "" {
				words = p.SourceCaption(r.Source, l)
			}
			text = joined(text, lang.T(l, "app.rate", r.From, r.To, lang.Number(l, r.Per, lang.NumberStyle{Decimals: -1}), lang.Period(l, r.Date), words))
		}
		return text
	})
	return changes, nil
}
