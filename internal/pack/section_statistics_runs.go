package pack

import (
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// runsOf parts a view where another source tells of other goods from some year
// on: one chart would join what can't be compared.
func (b *builder) runsOf(v flowView) []flowView {
	var out []flowView
	runs := b.runs(v.filter)
	if len(runs) < 2 {
		return []flowView{v}
	}
	for i, run := range runs {
		part := v
		part.filter.Period = within(run)
		for j, other := range runs {
			if i != j {
				part.apart = append(part.apart, other...)
			}
		}
		out = append(out, part)
	}
	return out
}

// runFilters parts rows in the same way.
func (b *builder) runFilters(f figure.Filter) []figure.Filter {
	runs := b.runs(f)
	if len(runs) < 2 {
		return []figure.Filter{f}
	}
	var out []figure.Filter
	for _, run := range runs {
		f.Period = within(run)
		out = append(out, f)
	}
	return out
}

func (b *builder) runs(f figure.Filter) [][]int {
	runs, err := measure.Runs(b.s.Figures, f, b.s.MakerOf)
	if err != nil {
		return nil
	}
	return runs
}

// within lets the periods of some years through.
func within(years []int) func(briefing.Period) bool {
	return func(p briefing.Period) bool { return slices.Contains(years, p.From.Year) }
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
