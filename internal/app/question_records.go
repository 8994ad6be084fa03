package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/insight"
	"briefing/internal/measure"
	"briefing/internal/project"
	"briefing/internal/question"
)

// RecordColumns lists the measures of facts: they are asked for by themselves, and
// of no rows.
func RecordColumns() []string { return question.RecordColumns() }

// OfRecords reports whether a question is about facts.
func OfRecords(q Question) bool {
	return slices.ContainsFunc(q.Measures, func(m string) bool { return slices.Contains(RecordColumns(), m) })
}

// askRecords answers a question about facts: of what the project holds, with what
// its own rows say beside a plan.
func askRecords(pr *project.Project, q Question) (Answer, error) {
	rows, _ := ownRows(pr)
	var subjects []insight.Subject
	if rows != nil {
		var err error
		subjects, err = insight.Source{Set: rows, Names: insightNames, Facts: pr.Facts, Maker: pr.MakerOf}.Subjects(figure.Filter{Sample: new(bool)})
		if err != nil {
			return Answer{}, err
		}
	}
	t, err := question.OfRecords(pr.Facts, func(plan measure.Quantity) (out []question.Against) {
		for _, s := range subjects {
			if s.Plan != nil && s.Plan.Ref == plan.Ref {
				out = append(out, question.Against{Actual: s.Now, Plan: *s.Plan, Before: monthsBefore(rows, s)})
			}
		}
		return out
	}, q.Measures)
	a := Answer{Question: q}
	if len(t.Lines) > 0 {
		a.Tables = []AnswerTable{t}
	}
	return a, err
}

// monthsBefore is the sum of the months that are left of a plan's year, in the year
// before; without a number where these are not all there.
func monthsBefore(rows *figure.Set, s insight.Subject) measure.Quantity {
	q := s.Now
	q.Figure.Value, q.Figure.Low, q.Figure.High = briefing.MaybeNumber{}, briefing.MaybeNumber{}, briefing.MaybeNumber{}
	done, ok := s.Now.Period.Months()
	if all, whole := s.Plan.Period.Months(); !ok || !whole || done >= all || all != 12 {
		return q
	}
	q.Period = briefing.Months(s.Now.Period.From.Year-1, done+1, 12)
	f := s.Rows()
	f.Period = func(p briefing.Period) bool {
		return p.Kind == briefing.MonthPeriod && p.From.Year == q.Period.Start().Year() && p.From.Month > done
	}
	groups, err := rows.Totals(f, []figure.Dimension{"month"})
	if err != nil || len(groups) != 12-done {
		return q
	}
	all, err := figure.Merge(groups...)
	if err == nil {
		q.Figure.Value, q.Figure.Status = all.Value, all.Status
	}
	return q
}
