package question_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
)

// row is "export CN 0207 2022-01 value weight", "" for what is absent as "-".
func row(t *testing.T, s string) figure.Observation {
	t.Helper()
	f := strings.Fields(s)
	p, err := briefing.ParsePeriod(f[3])
	if err != nil || len(f) < 6 {
		t.Fatal(s, err)
	}
	o := figure.Observation{
		Flow: figure.Flow(f[0]), Reporter: "RU", Partner: f[1], Code: f[2], Classification: "TNVED", Level: uint8(len(f[2])),
		Period: p, Currency: "USD", Import: "i-1",
	}
	if o.Partner == "-" {
		o.Partner = ""
	}
	if o.Code == figure.HiddenCode || o.Code == figure.TotalCode {
		o.Level = 0
	}
	for i, to := range []*briefing.MaybeNumber{&o.Value, &o.NetWeight} {
		if f[4+i] != "-" {
			*to = briefing.SomeNum(f[4+i])
		}
	}
	for _, more := range f[6:] {
		key, value, _ := strings.Cut(more, "=")
		switch key {
		case "basis":
			o.Basis = value
		case "status":
			o.Status = briefing.ObsStatus(value)
		case "province":
			o.Province = value
		case "region":
			o.Region = value
		case "reporter":
			o.Reporter = value
		case "class":
			o.Classification = value
		}
	}
	return o
}

func set(t *testing.T, rows ...string) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for _, r := range rows {
		if err := s.Append(row(t, r)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func period(t *testing.T, s string) briefing.Period {
	t.Helper()
	p, err := briefing.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// written shows an answer, a table a paragraph: "export 2022 / 2021" and lines
// "kind keys: results", a refusal as "!reason".
func written(a question.Answer) string {
	var out []string
	for _, tab := range a.Tables {
		head := strings.TrimSpace(fmt.Sprintf("%s %s", tab.Flow, tab.Period))
		if tab.Base.Kind != briefing.NoPeriod {
			head += " / " + tab.Base.String()
		}
		if tab.Why != "" {
			head += " !" + strings.TrimPrefix(tab.Why, "measure.why.")
		}
		out = append(out, head)
		for _, l := range tab.Lines {
			s := string(l.Kind)
			if len(l.Keys) > 0 {
				s += " " + strings.Join(l.Keys, " ")
			}
			if l.Count > 0 {
				s += fmt.Sprint(" of ", l.Count)
			}
			if l.Stated {
				s += " stated"
			}
			out = append(out, s+":"+results(l.Results))
		}
	}
	return strings.Join(out, "\n")
}

func results(rs []measure.Result) string {
	s := ""
	for _, r := range rs {
		switch {
		case r.Defined && r.Figure.Value.Valid:
			s += " " + r.Figure.Value.Decimal.Round(4).Trim(0).String()
			if r.Tied > 1 {
				s += fmt.Sprint("=", r.Tied)
			}
		case r.Why != "":
			s += " !" + strings.TrimPrefix(r.Why, "measure.why.")
		default:
			s += " ."
		}
	}
	return s
}

func ask(t *testing.T, s *figure.Set, q question.Question) question.Answer {
	t.Helper()
	a, err := question.Ask(s, q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// monthly is meat of ten months of 2022 and of a whole 2021.
func monthly() []string {
	var rows []string
	for m := 1; m <= 12; m++ {
		rows = append(rows, fmt.Sprintf("export CN 0207 2021-%02d %d 10", m, 100))
		if m <= 10 {
			rows = append(rows, fmt.Sprintf("export CN 0207 2022-%02d %d 11", m, 150), fmt.Sprintf("export KZ 0402 2022-%02d %d 5", m, 50))
		}
	}
	return rows
}

func TestAnswersAreOfTheMonthsThereAre(t *testing.T) {
	s := set(t, monthly()...)
	by := []figure.Dimension{"partner"}
	cols := []string{"value", "growth", "contribution"}
	for _, c := range []struct {
		name string
		q    question.Question
		want string
	}{
		{"a year that is not over", question.Question{By: by, Measures: cols}, `
export 2022-01..2022-10 / 2021-01..2021-10
item CN: 1500 50 50
item KZ: 500 !base-missing 50
total: 2000 100 100`},
		{"a year to date", question.Question{By: by, Span: question.ToDate, Measures: cols}, `
export 2022-01..2022-10 / 2021-01..2021-10
item CN: 1500 50 50
item KZ: 500 !base-missing 50
total: 2000 100 100`},
		{"a year to a month", question.Question{Span: question.ToDate, Period: period(t, "2022-03"), Measures: cols}, `
export 2022-01..2022-03 / 2021-01..2021-03
total: 600 100 100`},
		{"twelve months without twelve before them", question.Question{Span: question.Rolling, Measures: cols}, `
export 2021-11..2022-10 / 2020-11..2021-10
total: 2200 !base-gap !base-gap`},
		{"a whole year", question.Question{Period: briefing.Year(2021), Measures: cols}, `
export 2021 / 2020
total: 1200 !base-missing !base-missing`},
		{"a quarter", question.Question{By: by, Period: period(t, "2022-Q2"), Measures: []string{"value", "share", "rank"}}, `
export 2022-Q2 / 2021-Q2
item CN: 450 75 1
item KZ: 150 25 2
total: 600 100 .`},
		{"a quarter of which one month is there", question.Question{Period: period(t, "2022-Q4"), Measures: cols}, `
export 2022-10 / 2021-10
total: 200 100 100`},
		{"nothing there", question.Question{Period: briefing.Year(2019), Measures: cols}, `
export 2019 !value-missing`},
		{"a table for each year", question.Question{By: []figure.Dimension{"year"}, Measures: cols}, `
export 2021 / 2020
total: 1200 !base-missing !base-missing
export 2022-01..2022-10 / 2021-01..2021-10
total: 2000 100 100`},
		{"against itself", question.Question{Base: briefing.Year(2022), Measures: []string{"growth"}}, `
export 2022-01..2022-10 / 2022-01..2022-10
total: !same-period`},
		{"against a year further back", question.Question{Base: briefing.Year(2020), Measures: []string{"cagr"}}, `
export 2022-01..2022-10 / 2020-01..2020-10
total: !base-missing`},
	} {
		if got := written(ask(t, s, c.q)); got != strings.TrimPrefix(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant%s", c.name, got, c.want)
		}
	}
}

func TestAGapIsRefusedAndAMonthWithoutTheGoodsIsNone(t *testing.T) {
	rows := slices.DeleteFunc(monthly(), func(r string) bool { return strings.Contains(r, " 2022-05 ") })
	s := set(t, rows...)
	for _, c := range []struct {
		q    question.Question
		want string
	}{
		{question.Question{Measures: []string{"value"}}, "export 2022 !gap"},
		{question.Question{Span: question.ToDate, Measures: []string{"value"}}, "export 2022-01..2022-10 !gap"},
		{question.Question{Span: question.Rolling, Period: briefing.Year(2035), Measures: []string{"value"}}, "export 2035 !value-missing"},
		{question.Question{Span: question.Rolling, Measures: []string{"value"}}, "export 2021-11..2022-10 !gap"},
		// No milk in a month is no gap: other goods were traded in it.
		{question.Question{Span: question.ToDate, Period: period(t, "2022-04"), Filter: figure.Filter{Codes: []string{"0402"}}, Measures: []string{"value", "growth"}}, "export 2022-01..2022-04 / 2021-01..2021-04\ntotal: 200 !base-missing"},
	} {
		if got := written(ask(t, s, c.q)); got != c.want {
			t.Errorf("%v:\n%s\nwant\n%s", c.q, got, c.want)
		}
	}
	yearly := set(t, "export CN 0207 2021 100 10", "export CN 0207 2022 150 10")
	for span, want := range map[question.Span]string{question.ToDate: "export 2022 !not-monthly", question.Rolling: "export 2022 !not-monthly", question.InPeriod: "export 2022 / 2021\ntotal: 150"} {
		if got := written(ask(t, yearly, question.Question{Span: span, Measures: []string{"value"}})); got != want {
			t.Errorf("%s: %s", span, got)
		}
	}
}

// A range of months is compared with the same months of the year before and
// added to nothing.
func TestRangesOfMonths(t *testing.T) {
	s := set(t, "export CN 0207 2022-01..2022-10 150 10", "export CN 0207 2022-01..2022-09 140 9", "export CN 0207 2021-01..2021-10 100 10")
	got := written(ask(t, s, question.Question{Span: question.ToDate, Measures: []string{"value", "growth"}}))
	if want := "export 2022-01..2022-10 / 2021-01..2021-10\ntotal: 150 50"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	got = written(ask(t, s, question.Question{Period: period(t, "2022-01..2022-09"), Measures: []string{"value", "growth"}}))
	if want := "export 2022-01..2022-09 / 2021-01..2021-09\ntotal: 140 !base-missing"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestWhatIsConfidentialOrNotAllocatedStandsByItself(t *testing.T) {
	s := set(t,
		"export CN 0207 2022 100 10", "export KZ 0207 2022 60 6", "export BY 0402 2022 40 4", "export US 0402 2022 30 4", "export - 0207 2022 20 4",
		"export CN X 2022 7 -", "export CN 0207 2021 50 10", "export CN X 2021 3 -")
	for _, c := range []struct {
		q    question.Question
		want string
	}{
		{question.Question{By: []figure.Dimension{"partner"}, Top: 2, Measures: []string{"value", "share", "rank", "unit-value"}}, `
export 2022 / 2021
item CN: 107 41.6342 1 10000
item KZ: 60 23.3463 2 10000
rest of 2: 70 27.2374 . 8750
unallocated : 20 7.7821 . 5000
total: 257 100 . 8928.5714
of-hidden: 7 2.7237 . !hidden-code`},
		{question.Question{By: []figure.Dimension{"code"}, Measures: []string{"value", "growth", "share"}}, `
export 2022 / 2021
item 0207: 180 260 70.0389
item 0402: 70 !base-missing 27.2374
hidden X: 7 133.3333 2.7237
total: 257 384.9057 100`},
		{question.Question{Filter: figure.Filter{Codes: []string{"0207"}}, Measures: []string{"value", "share"}}, `
export 2022 / 2021
total: 180 100
outside: 7 .`},
	} {
		if got := written(ask(t, s, c.q)); got != strings.TrimPrefix(c.want, "\n") {
			t.Errorf("%v:\n%s\nwant%s", c.q.By, got, c.want)
		}
	}
}

// Totals of the source are never added to their parts, and what the parts
// lack to them is told.
func TestStatedTotalsAreNotForced(t *testing.T) {
	s := set(t,
		"export W00 TOTAL 2022 1000 -", "export W00 0207 2022 300 30", "export CN TOTAL 2022 400 -", "export CN 0207 2022 150 10",
		"export KZ TOTAL 2022 350 -", "export KZ 0207 2022 100 9")
	for _, c := range []struct {
		name string
		q    question.Question
		want string
	}{
		{"alone", question.Question{Measures: []string{"value"}}, "export 2022 / 2021\ntotal: 1000"},
		{"by partner", question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"value", "share"}}, `
export 2022 / 2021
item CN: 400 40
item KZ: 350 35
unallocated stated: 250 25
total stated: 1000 100`},
		{"by product", question.Question{By: []figure.Dimension{"hs2"}, Measures: []string{"value"}}, `
export 2022 / 2021
item 02: 300
unallocated stated: 700
total stated: 1000`},
		{"by both", question.Question{By: []figure.Dimension{"partner", "hs2"}, Measures: []string{"value"}}, `
export 2022 / 2021
item CN 02: 150
item KZ 02: 100
unallocated stated: 750
total stated: 1000`},
		{"one product", question.Question{By: []figure.Dimension{"partner"}, Filter: figure.Filter{Codes: []string{"02"}}, Measures: []string{"value", "rank"}}, `
export 2022 / 2021
item CN: 150 1
item KZ: 100 2
unallocated stated: 50 .
total stated: 300 .`},
	} {
		if got := written(ask(t, s, c.q)); got != strings.TrimPrefix(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant%s", c.name, got, c.want)
		}
	}
}

// Beef of nine months (analytics.md): price and volume over matched products,
// what is new in a line of its own, and the identities between them.
func TestMatchedProducts(t *testing.T) {
	s := set(t,
		"export CN 020230 2022 138500000 18730000", "export CN 020230 2021 105000000 16400000",
		"export CN 020714 2022 5000000 1000000", "export CN 040210 2021 2000000 -", "export CN 040210 2022 3000000 700000", "export CN X 2022 1000000 5000")
	a := ask(t, s, question.Question{Measures: []string{"fisher", "volume-index", "coverage", "price-effect", "volume-effect", "structure-effect", "unweighted-effect", "absolute-change", "hhi"}})
	got := written(a)
	want := `export 2022 / 2021
total: 1.155 1.1421 93.8983 17426502.9039 16073497.0961 6000000 1000000 40500000 0.8954
of-hidden: !mixed-goods !mixed-goods !mixed-goods !mixed-goods !mixed-goods !mixed-goods !mixed-goods 1000000 !mixed-goods`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	sum := briefing.Num("0")
	for _, i := range []int{3, 4, 5, 6} {
		sum, _ = sum.Add(a.Tables[0].Lines[0].Results[i].Figure.Value.Decimal)
	}
	if d, _ := sum.Sub(briefing.Num("40500000")); d.Abs().Cmp(briefing.Num("0.000001")) > 0 {
		t.Errorf("the effects add up to %s", sum)
	}
}

// Data of one item don't tell how a sum is spread over items; where other lines
// have more, one item is all that a line has.
func TestConcentrationOverOneItemIsRefused(t *testing.T) {
	q := question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"hhi", "effective-number"}}
	for want, rows := range map[string][]string{
		"item BR: !one-part !one-part\nitem US: !one-part !one-part\ntotal: !one-part !one-part": {"import BR 120190 2022 200 1", "import US 120190 2022 100 1"},
		"item BR: 1 1\nitem US: 0.5 2\ntotal: 0.7222 1.3846":                                     {"import BR 120190 2022 200 1", "import US 120190 2022 50 1", "import US 020230 2022 50 1"},
	} {
		got := written(ask(t, set(t, rows...), q))
		if got != "import 2022 / 2021\n"+want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}

func TestBalancesOfUnionsOfKeys(t *testing.T) {
	s := set(t, "export CN 0207 2022 114149 1 basis=FOB", "import CN 8471 2022 76122 1 basis=CIF", "import KZ 8471 2022 5 1 basis=CIF", "export BY 0402 2022 9 1 basis=FOB")
	a := ask(t, s, question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"exports", "imports", "balance", "cover"}})
	want := `2022
item CN: 114149 76122 38027 149.9553
item BY: 9 !value-missing !base-missing !base-missing
item KZ: !value-missing 5 !value-missing !value-missing
total: 114158 76127 38031 149.9573`
	if got := written(a); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if notes := a.Tables[0].Lines[0].Results[2].Notes; !slices.Contains(notes, measure.NoteBasisMixed) {
		t.Errorf("notes %v", notes)
	}
}

// Goods told at two levels count once; lines that hold one another add up to
// nothing, and say why.
func TestCodesThatHoldOneAnotherCountOnce(t *testing.T) {
	s := set(t, "export CN 02 2022 300 1", "export CN 0207 2022 200 1", "export KZ 0402 2022 100 1")
	for by, want := range map[figure.Dimension]string{
		"partner": "item CN: 300 75\nitem KZ: 100 25\ntotal: 400 100",
		"hs2":     "item 02: 300 75\nitem 04: 100 25\ntotal: 400 100",
		"code":    "item 02: 300 !levels\nitem 0207: 200 !levels\nitem 0402: 100 !levels\ntotal: !levels !levels",
	} {
		got := written(ask(t, s, question.Question{By: []figure.Dimension{by}, Measures: []string{"value", "share"}}))
		if got != "export 2022 / 2021\n"+want {
			t.Errorf("by %s: %s", by, got)
		}
	}
}

// Headings of one year and what they hold in another are of no sum together: what
// is asked of one year alone has the goods of that year only, and its sum.
func TestWiderCodesOfAnotherYearAreNoneOfThisOne(t *testing.T) {
	s := set(t, "export CN 10 2021 100 1", "export CN 12 2021 50 1", "export CN 1001 2022 60 1", "export CN 1003 2022 50 1", "export CN 1201 2022 50 1")
	for _, c := range []struct {
		measures []string
		want     string
	}{
		{[]string{"value", "share"}, "item 1001: 60 37.5\nitem 1003: 50 31.25\nitem 1201: 50 31.25\ntotal: 160 100"},
		{[]string{"share", "growth"}, "item 1001: 37.5 !base-missing\nitem 1003: 31.25 !base-missing\nitem 1201: 31.25 !base-missing\nitem 10: !value-missing !value-missing\nitem 12: !value-missing !value-missing\ntotal: 100 !levels"},
	} {
		got := written(ask(t, s, question.Question{By: []figure.Dimension{"hs4"}, Period: briefing.Year(2022), Measures: c.measures}))
		if got != "export 2022 / 2021\n"+c.want {
			t.Errorf("%v:\n%s", c.measures, got)
		}
	}
}

// A total that one of two years has alone is set beside the goods, not added to
// them: where they agree the goods make both years, else the years can't be
// compared.
func TestATotalOfOneYearAloneIsComparedWithNoGoods(t *testing.T) {
	goods := []string{"export CN 0207 2021 200 1", "export CN 0402 2021 100 1", "export CN 0207 2022 240 1", "export CN 0402 2022 120 1"}
	for _, c := range []struct {
		total, by, want string
	}{
		{"export CN TOTAL 2022 361 1", "partner", "item CN: 360 20\ntotal: 360 20"},
		{"export CN TOTAL 2022 361 1", "hs2", "item 02: 240 20\nitem 04: 120 20\ntotal: 360 20"},
		{"export CN TOTAL 2022 900 1", "partner", "item CN: 900 !unlike-levels\ntotal: 900 !unlike-levels"},
		{"export CN TOTAL 2022 900 1", "hs2", "item 02: 240 20\nitem 04: 120 20\nunallocated stated: 540 !base-zero\ntotal stated: 900 !unlike-levels"},
	} {
		s := set(t, append(slices.Clone(goods), c.total)...)
		got := written(ask(t, s, question.Question{By: []figure.Dimension{figure.Dimension(c.by)}, Measures: []string{"value", "growth"}}))
		if got != "export 2022 / 2021\n"+c.want {
			t.Errorf("%s by %s:\n%s", c.total, c.by, got)
		}
	}
}

// A chapter is not compared with one of its headings.
func TestCodesOfAnotherDetailAreNotCompared(t *testing.T) {
	s := set(t, "export CN 1001 2021 300 1", "export CN 10 2022 250 1", "export CN 1206 2021 50 1", "export CN 1206 2022 60 1")
	for by, want := range map[string]string{
		"partner": "item CN: 310 !unlike-levels\ntotal: 310 !unlike-levels",
		"hs2":     "item 10: 250 !unlike-levels\nitem 12: 60 20\ntotal: 310 !unlike-levels",
	} {
		got := written(ask(t, s, question.Question{By: []figure.Dimension{figure.Dimension(by)}, Measures: []string{"value", "growth"}}))
		if got != "export 2022 / 2021\n"+want {
			t.Errorf("by %s: %s", by, got)
		}
	}
}

// Goods that come to more than the total are no parts of it.
func TestGoodsAboveTheirTotalHaveNoShares(t *testing.T) {
	s := set(t, "export CN TOTAL 2022 100 1", "export CN 0207 2022 90 1", "export CN 0402 2022 30 1")
	a := ask(t, s, question.Question{By: []figure.Dimension{"hs2"}, Measures: []string{"value", "share"}})
	if got, want := written(a), "export 2022 / 2021\nitem 02: 90 !goods-exceed\nitem 04: 30 !goods-exceed\nunallocated stated: !goods-exceed !goods-exceed\ntotal stated: 100 100"; got != want {
		t.Error(got)
	}
	if !slices.Contains(a.Tables[0].Notes, measure.NoteGoodsExceed) {
		t.Errorf("notes %v", a.Tables[0].Notes)
	}
}

// What one period or one side alone has is not set against the whole of the
// other.
func TestUnlikeSidesAreNotCompared(t *testing.T) {
	months := func(flow string, n int) (rows []string) {
		for m := 1; m <= n; m++ {
			rows = append(rows, fmt.Sprintf("%s CN 0207 2022-%02d 10 1", flow, m))
		}
		return rows
	}
	year := period(t, "2022")
	for name, tt := range map[string]struct {
		rows []string
		q    question.Question
		not  string // must not be said
	}{
		"twelve months of exports, ten of imports": {append(months("export", 12), months("import", 10)...), question.Question{Measures: []string{"balance"}, Period: year}, ": 20"},
		"World in the base only": {
			[]string{"export CN 0207 2022 150 1", "export CN 0207 2021 100 1", "export KZ 0207 2021 90 1", "export W00 0207 2021 190 1"},
			question.Question{Measures: []string{"value", "growth"}, Period: year},
			"-60",
		},
		"World in the period only, by partner": {
			[]string{"export CN 0207 2022 150 1", "export W00 0207 2022 200 1", "export CN 0207 2021 100 1"},
			question.Question{By: []figure.Dimension{"partner"}, Measures: []string{"growth"}, Period: year},
			"100",
		},
		"codes that hold one another in the base only": {
			[]string{"export CN 0207 2022 150 1", "export CN 02 2021 200 1", "export CN 0207 2021 200 1"},
			question.Question{Measures: []string{"growth"}, Period: year},
			"-62",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := written(ask(t, set(t, tt.rows...), tt.q)); got == "" || strings.Contains(got, tt.not) {
				t.Errorf("got %s", got)
			}
		})
	}
}

// The lines of any answer add up to what a plain sum of the rows is, to the
// last digit.
func TestLinesAddUpToTheRows(t *testing.T) {
	var rows []string
	for i := range 3000 {
		code := fmt.Sprintf("%02d%02d", 1+i%23, 1+i%7)
		if i%37 == 0 {
			code = "X"
		}
		rows = append(rows, fmt.Sprintf("export %s %s 2022-%02d %d.%02d %d province=%d", []string{"CN", "KZ", "BY", "-", "US"}[i%5], code, 1+i%12, i*7919%99991, i%100, i%500, i%3))
	}
	s := set(t, rows...)
	whole, err := s.Aggregate(figure.Filter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, by := range [][]figure.Dimension{{"partner"}, {"code"}, {"hs2", "partner"}, {"province"}, {"hs4"}} {
		for _, top := range []int{0, 1, 3, 1000} {
			a := ask(t, s, question.Question{By: by, Top: top, Measures: []string{"value"}})
			var parts []figure.Group
			for _, l := range a.Tables[0].Lines {
				switch l.Kind {
				case question.Total:
					if l.Now.Value != whole[0].Value || l.Now.Weight != whole[0].Weight || l.Now.Rows != 3000 {
						t.Errorf("%v: total %v of %d rows, want %v", by, l.Now.Value, l.Now.Rows, whole[0].Value)
					}
				case question.Item, question.Rest, question.Hidden, question.Unallocated:
					parts = append(parts, l.Now)
				}
			}
			if sum, err := figure.Merge(parts...); err != nil || sum.Value != whole[0].Value || sum.Rows != 3000 {
				t.Errorf("%v, top %d: parts make %v, want %v", by, top, sum.Value, whole[0].Value)
			}
		}
	}
}

func TestQuestionsThatAreNone(t *testing.T) {
	s := set(t, monthly()...)
	for _, q := range []question.Question{
		{By: []figure.Dimension{"planet"}},
		{By: []figure.Dimension{"year", "month"}},
		{By: []figure.Dimension{"group"}},
		{Measures: []string{"beauty"}},
		{Measures: []string{"balance", "growth"}},
		{Measures: []string{"balance"}, Filter: figure.Filter{Flow: figure.Export}},
		{By: []figure.Dimension{"month"}, Span: question.Rolling},
		{Over: "colour"},
	} {
		if _, err := question.Ask(s, q); briefing.CodeOf(err) != briefing.CodeUsage {
			t.Errorf("%+v: %v", q, err)
		}
	}
	if a, err := question.Ask(figure.NewSet(), question.Question{}); err != nil || len(a.Tables) != 0 {
		t.Errorf("of nothing: %+v, %v", a, err)
	}
	if got := written(ask(t, s, question.Question{Period: period(t, "by-2024")})); !strings.Contains(got, "!plan-year") {
		t.Error(got)
	}
}
