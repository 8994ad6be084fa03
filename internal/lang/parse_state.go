package lang

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
)

// ParseRecordPeriod reads the period of a record as ParsePeriod does, and what is
// written of a state and of a closed year: «на 1 октября 2026 г.», «по состоянию на
// 01.10.2026», «на конец 2025 года», «по итогам 2025 года», "as of 1 October 2026".
// Of trade «на 1 октября» would be the months before that day, so
// that files of trade are not read by it.
func ParseRecordPeriod(l briefing.Lang, s string) (briefing.Period, error) {
	p, err := ParsePeriod(l, s)
	if err == nil {
		return p, nil
	}
	words := strings.Join(strings.Fields(strings.ToLower(s)), " ")
	for _, f := range stateForms() {
		rest, ok := strings.CutPrefix(words, f.before)
		if ok && f.behind != "" {
			rest, ok = strings.CutSuffix(rest, f.behind)
		}
		if !ok {
			continue
		}
		if p, e := ParsePeriod(l, strings.TrimSpace(rest)); e == nil && p.Kind == f.of {
			return f.take(p), nil
		}
	}
	return p, err
}

// stateForm is what stands around a day or a year, and what is meant.
type stateForm struct {
	before, behind string
	of             briefing.PeriodKind
	take           func(briefing.Period) briefing.Period
}

var stateForms = sync.OnceValue(func() (out []stateForm) {
	same := func(p briefing.Period) briefing.Period { return p }
	lastDay := func(p briefing.Period) briefing.Period { return briefing.Day(p.From.Year, 12, 31) }
	firstDay := func(p briefing.Period) briefing.Period { return briefing.Day(p.From.Year, 1, 1) }
	for _, w := range []string{"на ", "по состоянию на ", "as of ", "as at ", "at "} {
		out = append(out, stateForm{w, "", briefing.DayPeriod, same})
	}
	for _, w := range []string{"на конец ", "по состоянию на конец ", "end of ", "at the end of ", "as of end-", "end-"} {
		out = append(out, stateForm{w, "", briefing.YearPeriod, lastDay})
	}
	for _, w := range []string{"на начало ", "по состоянию на начало ", "beginning of ", "at the beginning of "} {
		out = append(out, stateForm{w, "", briefing.YearPeriod, firstDay})
	}
	for _, w := range []string{"по итогам ", "в целом за ", "за весь "} {
		out = append(out, stateForm{w, "", briefing.YearPeriod, same})
	}
	return append(out,
		stateForm{"", "底", briefing.YearPeriod, lastDay}, stateForm{"", "末", briefing.YearPeriod, lastDay}, stateForm{"截至", "底", briefing.YearPeriod, lastDay},
		stateForm{"", "初", briefing.YearPeriod, firstDay})
})
