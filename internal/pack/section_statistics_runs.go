package pack

import (
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// runsOf parts a view where another source tells of other goods from some year
// on: one chart would join what can't be compared.
func (b *builder) runsOf(v flowView) []flowView {
	runs, err := measure.Runs(b.s.Figures, v.filter, b.s.MakerOf)
	if err != nil || len(runs) < 2 {
		return []flowView{v}
	}
	var out []flowView
	for i, run := range runs {
		part := v
		part.filter.Period = func(p briefing.Period) bool { return slices.Contains(run, p.From.Year) }
		for j, other := range runs {
			if i != j {
				part.apart = append(part.apart, other...)
			}
		}
		out = append(out, part)
	}
	return out
}

// yearsOf names years, those in a row as one: «2019–2020, 2023».
func (b *builder) yearsOf(years []int) string {
	var out []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		name := lang.PeriodShort(b.l, briefing.Year(years[i]))
		if j > i {
			name = strconv.Itoa(years[i]) + "–" + lang.PeriodShort(b.l, briefing.Year(years[j]))
		}
		out = append(out, name)
		i = j + 1
	}
	return b.commas(out...)
}
