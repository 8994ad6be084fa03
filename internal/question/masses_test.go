package question_test

import (
	"strings"
	"testing"

	"briefing/internal/measure"
	"briefing/internal/question"
)

// Hidden goods have next to no mass in the customs' files: their value is in no
// price of a tonne. Nor do tonnes grow by goods that were not weighed before.
func TestAPriceOfATonneIsOfGoodsThatAreTold(t *testing.T) {
	s := set(t,
		"export CN 1001 2024 1000 5000", "export CN 1201 2024 20 -", "export CN X 2024 100 0.1",
		"export CN 1001 2025 1000 10000", "export CN 1201 2025 20 300", "export CN X 2025 500 0.1",
	)
	for _, c := range []struct {
		period string
		amount measure.Amount
		key    string
		want   string
	}{
		{"2025", measure.Value, "unit-value", "99.02912621"},
		{"2025", measure.Weight, "growth", measure.WhyUnweighed},
		{"2025", measure.Value, "growth", "35.71428571"},
	} {
		a, err := question.Ask(s, question.Question{By: nil, Period: period(t, c.period), Measures: []string{c.key}, Amount: c.amount})
		if err != nil || len(a.Tables) != 1 {
			t.Fatal(a, err)
		}
		l := a.Tables[0].Lines[0]
		r := l.Results[0]
		got := r.Why
		if r.Defined {
			got = r.Figure.Value.Decimal.String()
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s of %s: %s, want %s", c.key, c.amount, got, c.want)
		}
		if c.key == "unit-value" && !strings.Contains(strings.Join(r.Notes, " "), measure.NoteHiddenApart) {
			t.Errorf("notes %v", r.Notes)
		}
	}
}
