package pivot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pivot"
	"briefing/internal/question"
)

var split = figure.Split{Reporter: "RU", Currency: "USD", Classification: "TNVED", Frequency: "M"}

// row is an observation of exports.
func row(partner, code string, year, month int, value string) figure.Observation {
	return figure.Observation{
		Flow: figure.Export, Reporter: "RU", Partner: partner, Code: code, Classification: "TNVED", Level: uint8(len(code)),
		Period: briefing.Month(year, month), Value: briefing.SomeNum(value), NetWeight: briefing.SomeNum("1000"),
		Currency: "USD", Import: "i", Line: 2, Status: briefing.Normal,
	}
}

func set(t *testing.T, rows ...figure.Observation) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for i, o := range rows {
		o.Line = i + 2
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// trade is three countries and two codes over two years of three months.
func trade(t *testing.T) *figure.Set {
	var rows []figure.Observation
	for y := 2021; y <= 2022; y++ {
		for m := 1; m <= 3; m++ {
			for i, c := range []string{"CN", "KZ", "BY"} {
				rows = append(rows, row(c, "0207", y, m, fmt.Sprint(100*(i+1)+10*(y-2021))), row(c, "1806", y, m, "7"))
			}
		}
	}
	return set(t, rows...)
}

func spec(rows, columns figure.Dimension) pivot.Spec {
	return pivot.Spec{Rows: rows, Columns: columns, Of: "value", Flow: figure.Export, Split: split}
}

// text is a pivot as lines of «name: a b c», for comparison.
func text(t *testing.T, s *figure.Set, sp pivot.Spec) string {
	t.Helper()
	p, fault := pivot.Make(s, []figure.Filter{{}}, sp)
	if fault != "" {
		return string(fault)
	}
	name := func(h pivot.Head) string {
		switch {
		case h.Kind != question.Item:
			return string(h.Kind)
		case h.Period.Kind != briefing.NoPeriod && h.Key == "":
			return h.Period.String()
		}
		return h.Key
	}
	var sb strings.Builder
	for _, h := range p.Columns {
		fmt.Fprintf(&sb, " %s", name(h))
	}
	for r, h := range p.Rows {
		fmt.Fprintf(&sb, "; %s:", name(h))
		for _, c := range p.Cells[r] {
			switch {
			case !c.There:
				sb.WriteString(" -")
			case !c.Result.Defined:
				sb.WriteString(" " + c.Result.Why)
			default:
				sb.WriteString(" " + c.Result.Figure.Value.Decimal.Trim(0).String())
			}
		}
	}
	return sb.String()
}

func TestEveryCellIsTheSumOfItsRows(t *testing.T) {
	s := trade(t)
	quarter := func(y int) string { return fmt.Sprintf("%d-01..%d-03", y, y) }
	for name, c := range map[string]struct {
		spec pivot.Spec
		want string
	}{
		"partners by year": {spec("partner", "year"), " " + quarter(2021) + " " + quarter(2022) + "; BY: 921 951; KZ: 621 651; CN: 321 351; total: 1863 1953"},
		"years by partner": {spec("year", "partner"), " BY KZ CN total; " + quarter(2021) + ": 921 621 321 1863; " + quarter(2022) + ": 951 651 351 1953"},
		"goods by partner": {spec("hs4", "partner"), " BY KZ CN total; 0207: 930 630 330 1890; 1806: 21 21 21 63; total: 951 651 351 1953"},
		"one column":       {spec("partner", ""), " " + quarter(2022) + "; BY: 951; KZ: 651; CN: 351; total: 1953"},
	} {
		if got := text(t, s, c.spec); got != c.want {
			t.Errorf("%s:\n got%s\nwant%s", name, got, c.want)
		}
	}
}

func TestTheRestIsWhatTheFirstRowsLeave(t *testing.T) {
	sp := spec("partner", "year")
	sp.Top = 1
	if got := text(t, trade(t), sp); !strings.HasSuffix(got, "; BY: 921 951; rest: 942 1002; total: 1863 1953") {
		t.Error(got)
	}
	sp.Of = "growth"
	if got := text(t, trade(t), sp); !strings.Contains(got, "; rest: measure.why.base-missing 6.36") {
		t.Error(got)
	}
	sp = spec("hs4", "partner")
	sp.Top = 1
	if got := text(t, trade(t), sp); !strings.HasSuffix(got, "; 0207: 930 630 330 1890; rest: 21 21 21 63; total: 951 651 351 1953") {
		t.Error(got)
	}
}

func TestWhatIsHiddenOrNotAllocatedStandsApart(t *testing.T) {
	s := set(t, row("CN", "0207", 2022, 1, "5"), row("KZ", "0207", 2022, 1, "3"), row("", "0207", 2022, 1, "2"))
	if got, want := text(t, s, spec("partner", "month")), " 2022-01; CN: 5; KZ: 3; unallocated: 2; total: 10"; got != want {
		t.Errorf("got %s", got)
	}
	p, _ := pivot.Make(s, []figure.Filter{{}}, spec("hs4", "partner"))
	if !p.Apart || p.Cells[0][2].Result.Figure.Value.Decimal.String() != "10" {
		t.Errorf("%+v", p.Columns)
	}
}

func TestRowsOfAnotherSetAreNotAdded(t *testing.T) {
	other := row("CN", "0207", 2022, 1, "1000")
	other.Currency = "EUR"
	invented := row("CN", "0207", 2022, 1, "9")
	invented.Sample = true
	s := set(t, row("CN", "0207", 2022, 1, "5"), other, invented)
	if got := text(t, s, spec("partner", "month")); got != " 2022-01; CN: 5; total: 5" {
		t.Error(got)
	}
	if p, fault := pivot.Make(set(t, invented), []figure.Filter{{}}, spec("partner", "month")); fault != "" || !p.Sample {
		t.Errorf("invented rows alone: %q", fault)
	}
	sp := spec("partner", "month")
	sp.Split.Currency = "CNY"
	if got := text(t, s, sp); got != string(pivot.NoRows) {
		t.Error(got)
	}
}

func TestALongPivotIsBounded(t *testing.T) {
	var rows []figure.Observation
	for m := range 30 {
		for c := range 70 {
			rows = append(rows, row("CN", fmt.Sprintf("%04d", 100+c), 2020+m/12, 1+m%12, "10"))
		}
	}
	p, fault := pivot.Make(set(t, rows...), []figure.Filter{{}}, spec("hs4", "month"))
	if fault != "" || len(p.Columns) != pivot.MaxColumns || p.Left != 18 || len(p.Rows) != pivot.MaxRows+2 {
		t.Errorf("%q, %d columns, %d left, %d rows", fault, len(p.Columns), p.Left, len(p.Rows))
	}
	p, fault = pivot.Make(set(t, rows...), []figure.Filter{{}}, spec("month", "hs4"))
	if fault != "" || len(p.Columns) != pivot.MaxColumns || len(p.Rows) != 30 {
		t.Errorf("%q, %d columns, %d rows", fault, len(p.Columns), len(p.Rows))
	}
}

func TestADefinitionIsReadAsItWasWritten(t *testing.T) {
	rest := ""
	specs := []pivot.Spec{
		spec("partner", "year"), spec("month", "hs2"), spec("code", ""),
		{Rows: "group", Columns: "quarter", Of: "growth", Flow: figure.Import, Split: split, Partner: "W00", Code: "02", Import: "a/b c~d", Set: "Экспорт АПК, 2-й набор", Group: &rest, Period: briefing.Year(2022), Top: 7},
		{Rows: "partner", Columns: "year", Of: pivot.Balance, Split: figure.Split{Reporter: "CN", Frequency: "A"}},
	}
	for _, s := range specs {
		b := s.Binding(s.Forms()[0])
		all := briefing.BindingsOf("до " + b.String() + " после")
		if len(all) != 1 || !pivot.Is(all[0]) {
			t.Fatalf("%s is no reference", b)
		}
		got, ok := pivot.Parse(all[0].Data)
		if !ok || got.Key() != s.Key() {
			t.Errorf("%s: %v, %s", s.Key(), ok, got.Key())
		}
	}
}

func TestABrokenDefinitionIsRefused(t *testing.T) {
	good := spec("partner", "year").Key()
	for _, bad := range []string{
		"pivot/", "pivot", good + "/top.0", good + "/top.x", good + "/rows.hs2", good + "/colour.red", good + "/period.2022-01",
		strings.Replace(good, "partner", "planet", 1), strings.Replace(good, "columns.year", "columns.partner", 1),
		strings.Replace(good, "rows.partner", "rows.month", 1), strings.Replace(good, "of.value", "of.rank", 1),
		strings.Replace(good, "of.value", "of.balance", 1), strings.Replace(good, "/flow.export", "", 1),
		good + "/code.%zz", good + "/", good + "/set." + strings.Repeat("a", 3000), "export/RU/CN/2022",
	} {
		if s, ok := pivot.Parse(bad); ok {
			t.Errorf("%q is read as %+v", bad, s)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(spec("partner", "year").Key())
	f.Fuzz(func(t *testing.T, key string) {
		s, ok := pivot.Parse(key)
		if !ok {
			return
		}
		if again, ok := pivot.Parse(s.Key()); !ok || again.Key() != s.Key() {
			t.Errorf("%q is written as %q", key, s.Key())
		}
	})
}

func TestPivotsStandOnLinesOfTheirOwn(t *testing.T) {
	b := spec("partner", "year").Binding(pivot.Lines).String()
	texts, pivots := pivot.Split("Первое.\nВторое {s20}.\n  " + b + " \nТретье.\nв строке " + b + "\n")
	if !slices.Equal(texts, []string{"Первое.\nВторое {s20}.", "Третье.\nв строке " + b}) || len(pivots) != 1 || pivots[0].Form != "lines" {
		t.Errorf("%q, %v", texts, pivots)
	}
}

func TestOnlyPartsOfASumAreStacked(t *testing.T) {
	s := spec("partner", "year")
	for of, stacked := range map[string]bool{"value": true, "weight": true, "growth": false, "share": false} {
		s.Of = of
		if got := slices.Contains(s.Forms(), pivot.Stacked); got != stacked {
			t.Errorf("%s: stacked %v", of, got)
		}
	}
	s.Of = "growth"
	r := pivot.NewReader(func(pivot.Spec) *figure.Set { return trade(t) }, nil, nil)
	if _, fault := r.Pivot(s.Binding(pivot.Stacked)); fault != pivot.BadForm {
		t.Errorf("fault %q", fault)
	}
	if _, fault := r.Pivot(s.Binding("pie")); fault != pivot.BadForm {
		t.Errorf("fault %q", fault)
	}
	if _, fault := r.Pivot(s.Binding(pivot.Lines)); fault != "" {
		t.Errorf("fault %q", fault)
	}
}
