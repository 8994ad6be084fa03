package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// ProvinceChoice is a province of the partner's that a pack may be about: an
// organisation of the project, or, with Code alone, one that the project does not
// have yet.
type ProvinceChoice struct {
	ID   briefing.ID
	Code string // as customs number it
	Name string
}

// ProvinceChoices lists what the pack's province is chosen from: the
// authorities of the partner's country, those whose province is known first, and
// then its other provinces by name, in the language, where they are known.
// Authorities of other countries, embassies and companies are none of it.
func (p *Project) ProvinceChoices(l briefing.Lang) (out []ProvinceChoice) {
	partner := p.Pack().Partner
	have := map[string]bool{}
	p.ReadRecords(func(pr *project.Project) {
		for _, r := range project.InRank(pr.Records(briefing.KindOrganisation)) {
			o, ok := r.(*briefing.Organisation)
			if !ok || o.Country != partner && (o.Country != "" || o.Kind != "province") {
				continue
			}
			code, known := lang.RegionIn(partner, o.Name)
			if !known && !slices.Contains([]string{"province", "municipality", "government"}, o.Kind) {
				continue // an embassy, a company
			}
			have[code] = true
			out = append(out, ProvinceChoice{ID: o.ID, Code: code, Name: o.Name.Any(l)})
		}
	})
	slices.SortStableFunc(out, func(a, b ProvinceChoice) int { return standing(a) - standing(b) })
	for _, code := range lang.Regions(partner) {
		if !have[code] {
			out = append(out, ProvinceChoice{Code: code, Name: lang.Region(l, partner, code)})
		}
	}
	return out
}

// standing ranks what is known as a province over other authorities.
func standing(c ProvinceChoice) int {
	if c.Code != "" {
		return 0
	}
	return 1
}

// AddProvince puts a province of the partner's country, by its code, among the
// organisations.
func (p *Project) AddProvince(code string) (briefing.ID, error) {
	partner := p.Pack().Partner
	o := &briefing.Organisation{Kind: "province", Country: partner}
	for _, l := range briefing.Langs() {
		*o.Name.At(l) = lang.Region(l, partner, code)
	}
	if err := p.Put(o); err != nil {
		return "", err
	}
	return o.ID, nil
}
