package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// check51: the title of a pack names the period that its data are of. The pack of
// next month is made of that of the last, and a title typed by hand stays what it
// was: «в январе–сентябре» above data to October.
func check51() Check { return Check{Number: 51, texts: titlesOfOtherPeriods} }

func titlesOfOtherPeriods(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		if p.record.Ref() != r.s.Pack.Ref() || !slices.Contains([]string{"title", "short_title", "subtitle", "trade_deck"}, p.field.Label) {
			continue
		}
		named, ok := latestNamed(p.field.Lang, s.text)
		if !ok || !fromJanuary(named) && !r.has(p.field.Lang, "check.51.words", s) {
			continue
		}
		data := periodsOfData(r.s.Figures)
		latest, ok := data.beside(named)
		if !ok {
			continue
		}
		shown := r.shown(p.field.Lang, s)
		out = append(out, Finding{
			Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
			Evidence: text("check.51.evidence", func(l briefing.Lang) []any {
				return []any{shown, lang.T(l, "check.language."+string(p.field.Lang)), lang.Period(l, named), lang.Period(l, latest)}
			}),
			Mend: text("check.51.mend", nil),
		})
	}
	return out
}

// fromJanuary reports the months of a year so far: nothing but figures is told of
// them. Of one month, a quarter or a year a title may tell the time of a visit.
func fromJanuary(p briefing.Period) bool {
	n, _ := p.Months()
	return n > 1 && n < 12 && p.Start().Month() == time.January
}

// dataPeriods are the latest month or part of a year, and the latest year, that
// there are rows of.
type dataPeriods struct{ part, year briefing.Period }

func periodsOfData(s *figure.Set) dataPeriods {
	return figure.Recalled(s, "latest periods", func() (out dataPeriods) {
		if s.Len() == 0 {
			return out
		}
		by := []figure.Dimension{"year", "quarter", "month"}
		groups, err := s.Aggregate(figure.Filter{Sample: new(bool)}, by)
		if err != nil {
			return dataPeriods{}
		}
		for _, g := range groups {
			q := measure.OfGroup(g, by, measure.Value)
			if q.Figure.Status == briefing.Forecast {
				continue
			}
			at := &out.part
			if q.Period.Kind == briefing.YearPeriod {
				at = &out.year
			}
			if at.Kind == briefing.NoPeriod || q.Period.End().After(at.End()) {
				*at = q.Period
			}
		}
		return out
	})
}

// beside is the period of the data that a named one is not of: the latest, where
// that ends later or sooner. A year is done with its last month; a later part of
// the year after it is no matter of a title that tells of the year.
func (d dataPeriods) beside(named briefing.Period) (briefing.Period, bool) {
	n, _ := named.Months()
	latest := d.part
	if latest.Kind == briefing.NoPeriod || d.year.Kind != briefing.NoPeriod && !d.year.End().Before(latest.End()) {
		latest = d.year
	}
	if latest.Kind == briefing.NoPeriod || latest.End().Equal(named.End()) {
		return latest, false
	}
	if n == 12 && latest.End().After(named.End()) {
		return d.year, d.year.Kind != briefing.NoPeriod && d.year.End().After(named.End())
	}
	return latest, true
}

// latestNamed is the latest month, part of a year or year that a text names.
func latestNamed(l briefing.Lang, text string) (latest briefing.Period, ok bool) {
	for _, s := range candidates(l, text) {
		p, err := lang.ParsePeriod(l, s)
		if n, whole := p.Months(); err != nil || !whole || n > 12 || p.Ambiguous() || p.Start().IsZero() || p.End().IsZero() {
			continue
		}
		if !ok || p.End().After(latest.End()) {
			latest, ok = p, true
		}
	}
	return latest, ok
}

var chinesePeriod = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\d{4}年(?:前\d{1,2}个月|\d{1,2}月?\s*[—–\-至到]\s*\d{1,2}月|\d{1,2}月|[上下]半年|第?[一二三四1-4]季度)?`)
})

// candidates are the parts of a text that may name a period: the longest runs of
// words first, and none within one that does.
func candidates(l briefing.Lang, text string) []string {
	if l == briefing.ZH {
		return chinesePeriod().FindAllString(text, -1)
	}
	words := strings.Fields(text)
	for i := range words {
		words[i] = strings.Trim(words[i], "«»“”\"(),;:")
	}
	var out []string
	for i := 0; i < len(words); i++ {
		for n := min(6, len(words)-i); n > 0; n-- {
			s := strings.TrimSuffix(strings.Join(words[i:i+n], " "), ".")
			if !strings.ContainsAny(s, "0123456789") {
				break // without a year it is no whole period
			}
			if p, err := lang.ParsePeriod(l, s); err == nil && p.Kind != briefing.NoPeriod {
				out = append(out, s)
				i += n - 1
				break
			}
		}
	}
	return out
}
