package whence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
	"briefing/internal/whence"
)

func fact(id briefing.ID, value, formula string, parents ...briefing.ID) *briefing.Fact {
	f := &briefing.Fact{ID: id, Formula: formula, Parents: parents, Claims: []briefing.Claim{
		{ID: "c1", Source: "s-1", Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "t"}, Period: briefing.Year(2022)},
	}}
	f.Chosen = "c1"
	return f
}

// printed shows a derivation as indented lines "text = value".
func printed(n whence.Node) string {
	names := whence.Names{
		Key:     func(k whence.Key) string { return whence.KeyName(briefing.EN, k) },
		Caption: func(r briefing.Ref) string { return string(r.ID) },
	}
	var out []string
	for _, l := range whence.Lines(briefing.EN, n, names) {
		s := strings.Repeat("  ", l.Depth) + l.Text
		if l.Value != "" {
			s += " = " + l.Value
		}
		out = append(out, strings.ReplaceAll(s, "\u00a0", " "))
	}
	return strings.Join(out, "\n")
}

func TestADerivedFactShowsParentsAndWhatWasNotChosen(t *testing.T) {
	a := fact("a", "90", "")
	a.Claims = append(a.Claims,
		briefing.Claim{ID: "c2", Source: "s-2", Figure: briefing.Figure{Value: briefing.SomeNum("88"), Unit: "t", Precision: briefing.Almost}, Wording: "almost 88"},
		briefing.Claim{ID: "c3", Source: "s-3", Figure: briefing.Figure{Value: briefing.SomeNum("89"), Unit: "t"}, Role: briefing.RoleVerification})
	w := whence.World{Facts: []*briefing.Fact{a, fact("d", "30", "a / b", "a", "gone"), fact("x", "1", "y", "y"), fact("y", "1", "x", "x")}}
	n, ok := w.OfFact("d")
	want := `d = 30 tonnes
  Formula: a / b
  Derived from data of the source: s-1
  a: a = 90 tonnes
    Source: s-1 = 90 tonnes, 2022
    Not chosen: s-2 (“almost 88”) = nearly 88 tonnes
    For verification, not cited: s-3 = 89 tonnes
  Facts it was derived from that are not in the project: 1`
	if got := printed(n); !ok || got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if n, _ := w.OfFact("x"); !strings.Contains(printed(n), "derived from itself") {
		t.Error(printed(n)) // and it ends
	}
	if _, ok := w.OfFact("nothing"); ok {
		t.Error("a fact that is not there")
	}
	a.Chosen = "other"
	if n, _ := w.OfFact("a"); n.Result.Defined && len(n.Claims) != 3 {
		t.Error(printed(n))
	}
}

func world(t *testing.T) whence.World {
	t.Helper()
	s := figure.NewSet()
	for i := range 60 {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: []string{"CN", "KZ", ""}[i%3], Code: []string{"0207", "0402", "0407"}[i%3], Level: 4, Classification: "TNVED",
			Period: briefing.Month(2021+i/30, 1+i%10), Value: briefing.SomeNum(fmt.Sprint(100 + i)), NetWeight: briefing.SomeNum("1000"), Currency: "USD",
			Import: briefing.ID(fmt.Sprint("i-", i/30)), Line: 2 + i%30,
		}
		if i == 6 {
			o.Value = briefing.MaybeNumber{}
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return whence.World{Figures: s, Rows: 2, Imports: []*briefing.Import{{ID: "i-0", File: "2021.csv", Source: "s-1"}, {ID: "i-1", File: "2022.csv"}}}
}

func TestACellGoesDownToItsRows(t *testing.T) {
	w := world(t)
	a, err := question.Ask(w.Figures, question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"growth", "contribution", "share", "hhi", "rank", "unit-value"}})
	if err != nil {
		t.Fatal(err)
	}
	cn := slices.IndexFunc(a.Tables[0].Lines, func(l question.Line) bool { return len(l.Keys) > 0 && l.Keys[0] == "CN" })
	got := printed(w.OfCell(&a, &a.Tables[0], cn, 0))
	want := `growth on the corresponding period, Jan–Oct 2022 = +39.5%
  Formula: (V1 / V0 − 1) · 100
  Jan–Oct 2022 against Jan–Oct 2021
  Note: the sum is not of all rows: some have no value
  V1: value: exports · Russia · China · Jan–Oct 2022 = US$1,435
    Sum of 10 imported rows
    2022.csv: 10 rows, lines 2–29 of the file
      2022.csv, line 29 · Aug 2022 · China · 0207 = US$157
      2022.csv, line 26 · May 2022 · China · 0207 = US$154
      and 8 more rows
  V0: value: exports · Russia · China · Jan–Oct 2021 = US$1,029
    Note: the sum is not of all rows: some have no value
    Sum of 10 imported rows; 9 of them state a number
    2021.csv: 10 rows, lines 2–29 of the file; source: s-1
      2021.csv, line 29 · Aug 2021 · China · 0207 = US$127
      2021.csv, line 26 · May 2021 · China · 0207 = US$124
      and 8 more rows`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	// No sum under any cell is without its rows.
	for i, l := range a.Tables[0].Lines {
		for n := range l.Results {
			for _, p := range w.OfCell(&a, &a.Tables[0], i, n).Parents {
				if p.Kind == whence.Sum && p.Result.Defined && (p.With == 0 || p.All == 0) {
					t.Errorf("line %d, %s: no rows under %+v", i, a.Question.Measures[n], p)
				}
			}
		}
	}
}

// The rows told of a sum add up to it.
func TestToldRowsAddUp(t *testing.T) {
	w := world(t)
	w.Rows = -1
	a, err := question.Ask(w.Figures, question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"value", "weight"}})
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range a.Tables[0].Lines {
		for n := range l.Results {
			d := w.OfCell(&a, &a.Tables[0], i, n)
			sum := briefing.Num("0")
			for _, r := range d.Rows {
				if v := r.Amount(d.Measure); v.Valid {
					sum, _ = sum.Add(v.Decimal)
				}
			}
			if sum.Cmp(l.Results[n].Figure.Value.Decimal) != 0 || d.All != l.Now.Rows || len(d.Rows) != d.All {
				t.Errorf("line %d: rows make %s, the cell says %v", i, sum, l.Results[n].Figure.Value)
			}
		}
	}
}

func TestAResultOfAnInsightFindsItsRows(t *testing.T) {
	w := world(t)
	groups, growth, err := measure.GrowthOfSet(w.Figures, figure.Filter{Partner: "CN"}, []figure.Dimension{"flow", "year"})
	if err != nil || len(groups) != 2 {
		t.Fatal(groups, err)
	}
	d := w.OfResult(growth[1].Value, figure.Filter{Partner: "CN"})
	if len(d.Parents) != 2 || d.Parents[0].All != 10 || d.Parents[1].With != 9 || d.Parents[0].Files[0].Name != "2022.csv" {
		t.Errorf("%s", printed(d))
	}
}

// A rest and an index of prices go down to their rows.
func TestARestAndAnIndexGoDownToTheirRows(t *testing.T) {
	w := world(t)
	a, err := question.Ask(w.Figures, question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"value", "growth", "fisher"}, Top: 1, Filter: figure.Filter{Flow: figure.Export}})
	if err != nil {
		t.Fatal(err)
	}
	t0 := &a.Tables[0]
	rest := slices.IndexFunc(t0.Lines, func(l question.Line) bool { return l.Kind == question.Rest })
	if rest < 0 { // one of the two partners with a name is told, the other is the rest
		t.Fatalf("%d lines, no rest", len(t0.Lines))
	}
	n := w.OfCell(&a, t0, rest, 0)
	sum := briefing.Num("0")
	all := w
	all.Rows = -1
	for _, r := range all.OfCell(&a, t0, rest, 0).Rows {
		if r.Value.Valid {
			sum, _ = sum.Add(r.Value.Decimal)
		}
	}
	if n.All == 0 || sum.Cmp(n.Result.Figure.Value.Decimal) != 0 {
		t.Errorf("the rows of the rest make %s of %s:\n%s", sum, n.Result.Figure.Value.Decimal, printed(n))
	}
	total := slices.IndexFunc(t0.Lines, func(l question.Line) bool { return l.Kind == question.Total })
	n = w.OfCell(&a, t0, total, 2)
	if len(n.Parents) == 0 {
		t.Fatal(printed(n))
	}
	for _, p := range n.Parents {
		if p.All == 0 || len(p.Files) == 0 || len(p.Rows) == 0 {
			t.Errorf("%s is told without its rows:\n%s", p.Symbol, printed(n))
		}
	}
}

// A year that is stated beside its months is told by those rows that make the
// sum, not by both.
func TestAYearAndItsMonthsAreNotToldTogether(t *testing.T) {
	s := figure.NewSet()
	add := func(period string, value string) {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: "0207", Level: 4, Classification: "TNVED", Currency: "USD",
			Period: briefing.Per(period), Value: briefing.SomeNum(value), Import: "i", Line: 2,
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	add("2022", "130")
	for m := 1; m <= 12; m++ {
		add(briefing.Month(2022, m).String(), "10")
	}
	w := whence.World{Figures: s, Rows: -1}
	for value, rows := range map[string]int{"130": 1, "120": 12} {
		q := measure.Quantity{Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "usd"}, Period: briefing.Year(2022), Scope: measure.Scope{Measure: "value", Flow: "export", Reporter: "RU", Partner: "CN"}}
		n := w.OfResult(measure.Plain("value", q), figure.Filter{})
		if n.All != rows {
			t.Errorf("%s is told by %d rows", value, n.All)
		}
	}
}

// What no measure stands behind is told for what it is: words for words, a
// conclusion without its formula, a formula without its facts; a fact without a
// number is nothing that can't be computed.
func TestWhatHasNoMeasureIsToldForWhatItIs(t *testing.T) {
	concluded := fact("c", "5", "")
	concluded.Nature = briefing.NatureConclusion
	told := fact("t", "1", "")
	told.Claims[0].Figure = briefing.Figure{}
	w := whence.World{Facts: []*briefing.Fact{concluded, told, fact("f", "5", "a / b"), fact("p", "5", "", "a"), fact("a", "90", "")}}
	for id, want := range map[briefing.ID]string{
		"c": "c = 5 tonnes\n  A conclusion of the compiler: no formula",
		"f": "  A formula is given, but the facts it uses are not named",
		"p": "  The facts it was derived from are named, but no formula is given",
		"t": "t\n  Source: s-1 = 2022",
	} {
		n, _ := w.OfFact(id)
		if got := printed(n); !strings.Contains(got, want) {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
	if n, _ := w.OfFact("a"); strings.Contains(printed(n), "formula") {
		t.Error(printed(n))
	}
	in := measure.Input{Ref: concluded.Ref(), Figure: concluded.Figure(), Period: briefing.Year(2022)}
	got := printed(w.OfWords(briefing.Text{EN: "2018–2022"}, []measure.Input{in}, figure.Filter{}))
	if want := "“2018–2022”\n  Words, not a computed figure: there is no measure or formula; written from the figures below\n  c = 5 tonnes"; !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := printed(w.OfWords(briefing.Text{}, []measure.Input{in}, figure.Filter{})); got != "Nothing is printed here at present" {
		t.Error(got)
	}
}

func TestSeveralPartnersTogetherAreNamed(t *testing.T) {
	if got := whence.KeyName(briefing.EN, whence.Key{Dimension: "partner", Value: "VN IN"}); got != "Vietnam, India" && got != "Viet Nam, India" {
		t.Errorf("%q", got)
	}
}
