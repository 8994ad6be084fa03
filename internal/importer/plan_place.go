package importer

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// ask notes what has to be chosen, with the words of the file that make it a
// question.
func (p *plan) ask(what, about string) {
	p.needs = append(p.needs, what)
	if p.about == nil {
		p.about = map[string]string{}
	}
	p.about[what] = about
}

// decideRegion takes the part of the country whose trade a file tells from what
// was said or from its title, where no column has it: a region's trade must not
// pass for that of the country. What the title calls a place that is neither is
// asked for.
func (p *plan) decideRegion() error {
	reporter, partner := p.profile.Reporter, ""
	if p.shape != nil {
		reporter, partner = p.shape.shape.Constants.Reporter, p.shape.shape.Constants.Partner
	}
	region, known := partOf(reporter, p.units.Region)
	if !known && !titledPlace(p.titles, p.units.Region) {
		return &briefing.Error{Code: briefing.CodeBadRegion, Op: "plan region", Path: "region=" + p.units.Region}
	}
	if _, known := partOf(partner, p.units.Province); !known && !titledPlace(p.titles, p.units.Province) {
		return &briefing.Error{Code: briefing.CodeBadRegion, Op: "plan region", Path: "province=" + p.units.Province}
	}
	if p.shape != nil {
		p.placesOfShape()
		return nil
	}
	if p.col[RoleRegion] >= 0 || p.profile.Settled {
		return nil
	}
	if p.ofRegion = region; p.units.Region != "" {
		return nil
	}
	if own, _ := territories(p.titles, p.profile.Reporter, ""); own != "" {
		p.ask("region", own)
		return nil
	}
	if p.ofRegion = regionIn(p.titles, p.profile.Reporter); p.ofRegion != "" {
		p.notes = append(p.notes, NoteRegion)
	}
	return nil
}

// placesOfShape notes regions that a free table has from its title, and asks for
// those that the title leaves open.
func (p *plan) placesOfShape() {
	s := &p.shape.shape
	s.openPlaces(p.titles, p.ask)
	c := &s.Constants
	if p.units.Region == "" && c.Region != "" && c.Region == regionIn(p.titles, c.Reporter) || p.units.Province == "" && c.Province != "" && c.Province == regionIn(p.titles, c.Partner) {
		p.notes = append(p.notes, NoteRegion)
	}
}

// openRegion gives the country a part of which the rows may be of, with the
// region that is told; none where a column tells, or where the country has no
// regions that are known.
func (p *plan) openRegion() (country, region string) {
	switch {
	case p.shape != nil && p.shape.shape.Tells(RoleRegion):
		return "", ""
	case p.shape != nil:
		country, region = p.shape.shape.Constants.Reporter, p.shape.shape.Constants.Region
	case p.col[RoleRegion] >= 0 || p.profile.Settled:
		return "", ""
	case p.profile.Reporter != "RU" && p.ofRegion == "": // customs that write the region in a column where it is asked for
		return "", ""
	default:
		country, region = p.profile.Reporter, p.ofRegion
	}
	if len(lang.Regions(country)) == 0 {
		return "", ""
	}
	return country, region
}
