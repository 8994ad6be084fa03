package insight

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// plan writes how far the plan is fulfilled and, while its year runs, what
// each month left has to bring.
func (w *writer) plan() {
	if w.s.Plan == nil || w.s.Now.Nature == briefing.NaturePlan {
		return
	}
	target := *w.s.Plan
	done := measure.PlanFulfilment(w.s.Now, target)
	s := Sentence{Key: KeyPlan, Inputs: []measure.Quantity{target}, Results: []measure.Result{done}}
	if !done.Defined {
		w.say(s, func(p pen) string {
			return p.stop(p.sentence("plan.refused", p.piece("planwhy", p.reasons(done))))
		})
		return
	}
	w.say(s, func(p pen) string {
		key := "plan"
		if target.Period == w.s.Now.Period {
			key = "plan.whole"
		}
		status := ""
		if s := done.Figure.Status; s == briefing.Forecast || s != w.s.Now.Figure.Status {
			status = p.status(s)
		}
		text := p.sentence(key, lang.Period(p.l, target.Period), p.piece("target", p.amount(target.Figure)), p.piece("done", p.rate(done)), p.in(w.s.Now.Period))
		return p.stop(text + p.piece("donestatus", status))
	})
	w.pace(target)
}

func (w *writer) pace(target measure.Quantity) {
	if w.s.Now.Period == target.Period {
		return
	}
	pace := measure.Pace(target, w.s.Now)
	s := Sentence{Key: KeyPace, Results: []measure.Result{pace}}
	switch {
	case slices.Contains(pace.Reasons, measure.WhyReached):
		w.say(s, func(p pen) string { return p.piece("reached", p.t("pace.reached")) })
	case pace.Defined:
		all, okAll := target.Period.Months()
		part, okPart := w.s.Now.Period.Months()
		if !okAll || !okPart {
			return
		}
		expected := measure.ExpectedByNow(target, w.s.Now, nil)
		if expected.Defined {
			s.Results = append(s.Results, expected)
		}
		w.say(s, func(p pen) string {
			text := p.t("pace.last", p.computed(pace.Figure))
			if left := all - part; left > 1 {
				text = lang.Plural(p.l, "insight.pace", left, p.computed(pace.Figure))
			}
			if expected.Defined {
				text += p.t("pace.expected", p.computed(expected.Figure))
			}
			return p.stop(p.piece("pace", text))
		})
	}
}

// rate is a percentage as far as it is known: «96,5 %», «не менее 96,4 %».
func (p pen) rate(r measure.Result) string {
	f := r.Figure
	lo, hi := f.Low.Decimal.Floor(decimals), f.High.Decimal.Ceil(decimals)
	text := ""
	switch {
	case f.Value.Valid:
		text = p.percent(f.Value.Decimal)
	case f.Low.Valid && f.High.Valid:
		text = p.percent(lo, hi)
	case f.Low.Valid:
		return p.t("at-least", p.percent(lo))
	default:
		return p.t("at-most", p.percent(hi))
	}
	if f.Precision != briefing.Exact || noted(r, measure.NoteApproximate) {
		text = p.t("about", text)
	}
	return text
}

// caveats gathers what a reader has to be told of the results that were
// written: rows without a value, a break, codes that are hidden, sample data.
func (w *writer) caveats() {
	var notes []string
	sample := w.s.Now.Sample
	for _, s := range w.out {
		for _, r := range s.Results {
			sample = sample || r.Sample
			if !r.Defined { // nothing was written of it but why
				continue
			}
			for _, n := range r.Notes {
				if !slices.Contains(told(), n) && !slices.Contains(notes, n) {
					notes = append(notes, n)
				}
			}
		}
	}
	for _, n := range sum(w.s.Now).Notes {
		if !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	if len(notes) == 0 && !sample {
		return
	}
	w.say(Sentence{Key: KeyCaveats}, func(p pen) string {
		text := ""
		if sample {
			text = p.t("sample")
		}
		for _, n := range notes {
			if text != "" {
				text += lang.T(p.l, "measure.join")
			}
			text += lang.T(p.l, n)
		}
		return p.stop(p.sentence("caveats", p.piece("caveats", text)))
	})
}

// told are the notes that the sentences themselves say.
func told() []string {
	return []string{measure.NoteYearsApart, measure.NotePartOfPeriod, measure.NoteApproximate, measure.NoteEvenMonths}
}
