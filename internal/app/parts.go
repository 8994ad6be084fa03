package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pivot"
	"briefing/internal/project"
)

// ownRows are the observations of the region and the province that the pack is
// about, where it names them, with those of whole countries; dropped is how many
// others there are. What is written from the data, asked of them and set out in
// pivots is of these: the rows of a neighbouring region are no part of its trade.
func ownRows(pr *project.Project) (rows *figure.Set, dropped int) {
	if pr.Figures == nil {
		return nil, 0
	}
	var province *briefing.Organisation
	if at := slices.IndexFunc(pr.Organisations, func(o *briefing.Organisation) bool { return o.ID == pr.Pack.Province }); at >= 0 {
		province = pr.Organisations[at]
	}
	rows, others := pr.Figures.OfParts(lang.PartsOf(&pr.Pack, province))
	for _, n := range others {
		dropped += n
	}
	return rows, dropped
}

// byParts reports whether a question tells regions or provinces apart or is
// about one: then it is for who asks to say which.
func byParts(f figure.Filter, by ...figure.Dimension) bool {
	return f.Region != "" || f.Province != "" || slices.Contains(by, "region") || slices.Contains(by, "province")
}

// pivotRows chooses the rows that a pivot is of.
func pivotRows(pr *project.Project) func(pivot.Spec) *figure.Set {
	return func(s pivot.Spec) *figure.Set {
		if byParts(figure.Filter{}, s.Rows, s.Columns) {
			return pr.Figures
		}
		rows, _ := ownRows(pr)
		return rows
	}
}

// askedRows chooses the rows that a question is of, with how many are left out.
func askedRows(pr *project.Project, q Question) (*figure.Set, int) {
	if byParts(q.Filter, append(slices.Clone(q.By), q.Over)...) {
		return pr.Figures, 0
	}
	return ownRows(pr)
}

// shownRows are the rows that the pages of a pack can show: those of its own
// region and province and, where a pivot in its texts tells regions apart, all.
func shownRows(pr *project.Project) *figure.Set {
	if tellsParts(pr) {
		return pr.Figures
	}
	rows, _ := ownRows(pr)
	return rows
}

// tellsParts reports whether a pivot of the project's texts sets regions or
// provinces side by side.
func tellsParts(pr *project.Project) bool {
	for _, d := range briefing.Descriptions() {
		for _, r := range pr.Records(d.Kind) {
			for _, f := range d.Fields {
				if f.Lang == "" {
					continue
				}
				_, pivots := pivot.Split(f.Get(r))
				for _, b := range pivots {
					if s, ok := pivot.Parse(b.Data); ok && byParts(figure.Filter{}, s.Rows, s.Columns) {
						return true
					}
				}
			}
		}
	}
	return false
}
