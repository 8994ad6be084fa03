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

// Amounts of two years are not compared where of some goods the value is told in
// one of them only; their share in what is told stays, and so does the weight.
func TestAValueThatIsNotToldIsNoFall(t *testing.T) {
	s := set(t, "export CN 1001 2024 1000 5000", "export CN 1201 2024 500 200", "export CN 1001 2025 1000 10000", "export CN 1201 2025 - 300")
	for key, want := range map[string]string{"growth": measure.WhyUnvalued, "absolute-change": measure.WhyUnvalued, "index": measure.WhyUnvalued, "value": "1000"} {
		a, err := question.Ask(s, question.Question{Period: period(t, "2025"), Measures: []string{key}, Amount: measure.Value})
		if err != nil || len(a.Tables) != 1 {
			t.Fatal(a, err)
		}
		r := a.Tables[0].Lines[0].Results[0]
		got := r.Why
		if r.Defined {
			got = r.Figure.Value.Decimal.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
}
