package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/question"
)

// A question over the figures and what is known of it, as window and command
// line share them.
type (
	// Question asks for sums of observations and what measures say of them.
	Question = question.Question
	// Answer is its tables.
	Answer = question.Answer
	// AnswerTable is the lines that may be added to each other.
	AnswerTable = question.Table
	// AnswerLine is one line of an answer.
	AnswerLine = question.Line
)

// Spans and kinds of lines of answers.
const (
	SpanPeriod  = question.InPeriod
	SpanToDate  = question.ToDate
	SpanRolling = question.Rolling

	LineItem        = question.Item
	LineRest        = question.Rest
	LineUnallocated = question.Unallocated
	LineHidden      = question.Hidden
	LineTotal       = question.Total
	LineOfHidden    = question.OfHidden
	LineOutside     = question.Outside
)

// QuestionColumns lists what a question may ask for: value, weight and the
// measures of the registry that sums can answer.
func QuestionColumns() []string { return question.Columns() }

// Related reports whether a measure holds a line against other rows than those of
// its table.
func Related(key string) bool { return question.Related(key) }

// BalanceColumns lists those of them that can only be asked together, and of
// both flows.
func BalanceColumns() []string { return question.Balances() }

// Ask answers a question over the observations. With product groups, of the
// set or the first one, rows of other classifications are asked by themselves.
// Of several regions or provinces, which a question does not tell apart, it is
// about those of the pack.
func (p *Project) Ask(q Question, set string) (Answer, error) {
	answer := Answer{Question: q}
	var err error
	aside := 0
	p.Read(func(pr *project.Project) {
		if OfRecords(q) {
			answer, err = askRecords(pr, q)
			return
		}
		rows, dropped := askedRows(pr, q)
		q.Maker, q.All = pr.MakerOf, pr.Figures
		aside = dropped
		if !slices.Contains(q.By, figure.ByGroup) && q.Over != figure.ByGroup && q.Filter.Group == nil {
			answer, err = question.Ask(rows, q)
			return
		}
		rules, failed := groupsOf(pr, set)
		if failed != nil {
			err = failed
			return
		}
		filters, failed := byGroups(rows, q.Filter, rules)
		if failed != nil {
			err = failed
			return
		}
		for _, f := range filters {
			one := q
			one.Filter = f
			some, failed := question.Ask(rows, one)
			if failed != nil {
				err = failed
				return
			}
			answer.Question = some.Question
			answer.Tables = append(answer.Tables, some.Tables...)
		}
	})
	answer.Aside = aside
	return answer, err
}

// Narrow puts what the table of rows is filtered by into a question; the year
// is its period.
func (q TradeQuery) Narrow(ask Question) Question {
	year := q.Year
	q.Year = ""
	ask.Filter = q.filter()
	if q.Group != "" {
		key := q.Group
		if key == TradeRest {
			key = classification.Remainder
		}
		ask.Filter.Group = &key
	}
	if p, err := briefing.ParsePeriod(year); err == nil && p.Kind != briefing.NoPeriod {
		ask.Period = p
	}
	return ask
}
