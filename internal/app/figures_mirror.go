package app

import (
	"slices"

	"briefing/internal/figure"
)

// mirrored asks for the trade of the query's reporter as its partners have
// recorded it: their imports from it are its exports. Re-exports are not read
// from the other side, since nobody records their other end. ok is false when
// the query asks for no one flow and does not tell flows apart, or for flows
// that have no other side.
func mirrored(q Query) (out Query, ok bool) {
	f := q.Filter
	if f.Flow == "" && !slices.Contains(q.By, figure.Dimension("flow")) {
		return q, false
	}
	if f.Flow != "" {
		if f.Flow = otherSide(f.Flow); f.Flow == "" {
			return q, false
		}
	}
	f.Reporter, f.Partner = f.Partner, f.Reporter
	f.Region, f.Province = f.Province, f.Region
	out = q
	out.Filter, out.By = f, nil
	for _, d := range q.By {
		out.By = append(out.By, opposite(d))
	}
	if !slices.Contains(out.By, "partner") { // whose trade it is read as is never mixed
		out.By = append(out.By, "partner")
	}
	return out, true
}

func opposite(d figure.Dimension) figure.Dimension {
	switch d {
	case "reporter":
		return "partner"
	case "partner":
		return "reporter"
	case "region":
		return "province"
	case "province":
		return "region"
	}
	return d
}

func otherSide(f figure.Flow) figure.Flow {
	switch f {
	case figure.Export:
		return figure.Import
	case figure.Import:
		return figure.Export
	}
	return ""
}

// turned reads the rows of a mirrored query from the other side. What tells of
// no other country is left out.
func turned(q, asked Query, rows []Row) []Row {
	var out []Row
	side := slices.Index(q.By, "partner")
	flow := slices.Index(q.By, "flow")
	for _, r := range rows {
		whose := r.Keys[side]
		if whose == "" || whose == figure.World || whose == "ZZ" || whose == r.Split.Reporter {
			continue
		}
		r.Keys = slices.Clone(r.Keys[:len(asked.By)])
		if flow >= 0 {
			other := otherSide(figure.Flow(r.Keys[flow]))
			if other == "" {
				continue
			}
			r.Keys[flow] = string(other)
		}
		r.Mirror, r.Split.Reporter = r.Split.Reporter, whose
		out = append(out, r)
	}
	return out
}
