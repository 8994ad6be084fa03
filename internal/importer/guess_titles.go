package importer

import (
	"regexp"
	"slices"
	"sync"

	"briefing/internal/importer/codes"
)

// exceptions are what a title leaves out: «(кроме Китая)», "excluding China".
var exceptions = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:кроме|без учета|без учёта|за исключением|за вычетом|помимо|except|excluding|excl\.|other than|不含|不包括|除)\s*[^,;)），；]*`)
})

// withoutExceptions is a title without the countries that it leaves out: they are
// the ones that its figures are not of.
func withoutExceptions(title string) string { return exceptions().ReplaceAllString(title, " ") }

// planned sets the amounts of a table aside whose title speaks of what is planned
// or expected, and not of what was traded, where its columns don't tell the two
// apart.
func (g *guesser) planned(out *Guessed) {
	told := slices.ContainsFunc(out.Shape.Columns, func(c ShapeColumn) bool { return c.Aside == AsidePlan })
	if told || !slices.ContainsFunc(g.titles(), planTitle) {
		return
	}
	for i := range out.Shape.Columns {
		c := &out.Shape.Columns[i]
		if amountRole(c.Role) && c.Aside == "" {
			c.Aside = AsidePlan
			for j := range out.Columns {
				if out.Columns[j].Index == c.Index {
					out.Columns[j].Reason = GuessPlan
				}
			}
		}
	}
}

// planTitle tells «План экспорта в Китай на 2025 год» from «Выполнение плана».
func planTitle(title string) bool {
	f := codes.Fold(title)
	if flowIn(f) == "" || !planned(f) {
		return false
	}
	return !anyIn(f, "факт", "выполн", "исполн", "достигнут", "actual", "fulfil", "完成", "实际")
}
