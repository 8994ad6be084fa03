package question

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// window is the periods of the rows of an answer and of its base.
type window struct {
	now, then  []briefing.Period // of the rows
	name, base briefing.Period   // what they are called together
	why        string            // there is none
	whyThen    []string          // there is no base
	lacking    []briefing.Period // of the base: what has no rows that could be compared
}

// window finds the periods that the question means among those that are
// covered, which are in order and of one frequency.
func (q *Question) window(covered []briefing.Period, frequency string, p briefing.Period) window {
	if p.Kind == briefing.NoPeriod {
		p = q.Period
	}
	if p.Ambiguous() {
		return window{why: measure.WhyPlanYear, name: p}
	}
	var w window
	switch {
	case frequency == "R":
		w = q.spans(covered, p)
	case frequency == "A" && q.Span != InPeriod:
		if p.Kind == briefing.NoPeriod {
			p = latest(covered, p)
		}
		return window{why: measure.WhyNotMonthly, name: p}
	case q.Span == ToDate:
		w = toDate(covered, p)
	case q.Span == Rolling:
		w = rolling(covered, p)
	default:
		w = within(covered, p)
	}
	if w.why != "" {
		return w
	}
	q.against(&w, covered)
	return w
}

// latest is the last of the periods that starts before the end of p.
func latest(covered []briefing.Period, p briefing.Period) briefing.Period {
	var last briefing.Period
	for _, c := range covered {
		if p.Kind == briefing.NoPeriod || c.Start().Before(p.End()) {
			last = c
		}
	}
	return last
}

// within takes what is covered of the period, or of the latest year.
func within(covered []briefing.Period, p briefing.Period) window {
	if p.Kind == briefing.NoPeriod {
		p = briefing.Year(latest(covered, p).From.Year)
	}
	var w window
	for _, c := range covered {
		if !c.Start().Before(p.Start()) && !c.End().After(p.End()) {
			w.now = append(w.now, c)
		}
	}
	w.named(p)
	return w
}

func toDate(covered []briefing.Period, p briefing.Period) window {
	last := latest(covered, p)
	year := briefing.Year(last.From.Year)
	if p.Kind != briefing.NoPeriod && p.From.Year != last.From.Year {
		return window{why: measure.WhyValueMissing, name: p}
	}
	w := within(covered, briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: year.From.Year, Month: 1}, To: endOf(last)})
	if w.why == "" && w.now[0].Start() != year.Start() { // "to date" begins in January
		w.why = measure.WhyGap
	}
	if w.why != "" { // named by the months that it lacks some of
		w.name = briefing.Months(year.From.Year, 1, endOf(last).Month)
	}
	return w
}

// rolling takes the twelve months, or four quarters, up to the period.
func rolling(covered []briefing.Period, p briefing.Period) window {
	last := latest(covered, p)
	if last.Kind == briefing.NoPeriod || p.Kind != briefing.NoPeriod && !last.End().After(p.Start()) { // nothing of that period
		return window{why: measure.WhyValueMissing, name: p}
	}
	to := endOf(last)
	from := last.End().AddDate(0, -12, 0)
	whole := briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: from.Year(), Month: int(from.Month())}, To: to}
	if from.Month() == 1 {
		whole = briefing.Year(from.Year())
	}
	w := within(covered, whole)
	if w.why == "" && w.name != whole {
		w.why = measure.WhyGap
	}
	w.name = whole
	return w
}

// endOf is the last month of a period.
func endOf(p briefing.Period) briefing.Date {
	last := p.End().AddDate(0, 0, -1)
	return briefing.Date{Year: last.Year(), Month: int(last.Month())}
}

// named calls the rows' periods p where they are the whole of it, and by their
// months where they are a part without a gap.
func (w *window) named(p briefing.Period) {
	w.name = p
	if len(w.now) == 0 {
		w.why = measure.WhyValueMissing
		return
	}
	for i := 1; i < len(w.now); i++ {
		if w.now[i-1].End() != w.now[i].Start() {
			w.why = measure.WhyGap
			return
		}
	}
	first, last := w.now[0], w.now[len(w.now)-1]
	switch {
	case first.Start().Equal(p.Start()) && last.End().Equal(p.End()):
		if len(w.now) == 1 {
			w.name = first
		}
	case len(w.now) == 1:
		w.name = first
	default:
		w.name = briefing.Period{Kind: briefing.RangePeriod, From: briefing.Date{Year: first.From.Year, Month: first.From.Month}, To: endOf(last)}
	}
}

// spans takes the one range of months that answers: ranges may overlap and are
// never added.
func (q *Question) spans(covered []briefing.Period, p briefing.Period) window {
	if p.Kind == briefing.NoPeriod {
		p = briefing.Year(latest(covered, p).To.Year)
	}
	w := window{name: p, why: measure.WhyValueMissing}
	for _, c := range covered {
		months, _ := c.Months()
		best, _ := w.name.Months()
		switch {
		case c == p:
			return window{name: c, now: []briefing.Period{c}}
		case q.Span == Rolling && months != 12, q.Span != Rolling && (c.From.Month != 1 || c.From.Year != p.From.Year || c.End().After(p.End())):
		case w.why != "" || months >= best:
			w = window{name: c, now: []briefing.Period{c}}
		}
	}
	return w
}

// against finds the base of the window: the same months of an earlier year.
func (q *Question) against(w *window, covered []briefing.Period) {
	years := 1
	if q.Base.Kind == briefing.YearPeriod {
		years = w.name.From.Year - q.Base.From.Year
	}
	earlier := func(p briefing.Period) briefing.Period {
		if p.From.Year != 0 {
			p.From.Year -= years
		}
		if p.To.Year != 0 {
			p.To.Year -= years
		}
		return p
	}
	w.base = earlier(w.name)
	for _, p := range w.now {
		if b := earlier(p); slices.Contains(covered, b) {
			w.then = append(w.then, b)
		} else {
			w.lacking = append(w.lacking, b)
		}
	}
	switch {
	case years == 0:
		w.whyThen = []string{measure.WhySamePeriod}
	case len(w.lacking) == len(w.now):
		w.whyThen = []string{measure.WhyBaseMissing}
	case len(w.lacking) > 0:
		w.whyThen = []string{measure.WhyBaseGap}
	}
	if w.whyThen != nil {
		w.then = nil
	}
}

// periods lists what each table of a key is about: the periods of the
// dimension of time that was asked for, else the one of the question.
func (w *asking) periods(k tableKey) []briefing.Period {
	if w.time == "" {
		return []briefing.Period{{}}
	}
	var out []briefing.Period
	for _, c := range w.covered[k] {
		key := figure.Observation{Period: c}.Key(w.time)
		if p, err := briefing.ParsePeriod(key); err == nil && p.Kind != briefing.NoPeriod && !slices.Contains(out, p) && w.asked(p) {
			out = append(out, p)
		}
	}
	return out
}

// asked reports whether the period lies in that of the question.
func (w *asking) asked(p briefing.Period) bool {
	in := w.q.Period
	return in.Kind == briefing.NoPeriod || !p.Start().Before(in.Start()) && !p.End().After(in.End())
}
