package figure_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func splitOf(o figure.Observation) figure.Split {
	s := figure.Split{Reporter: o.Reporter, Currency: o.Currency, Basis: o.Basis, Classification: o.Classification, Frequency: o.Period.Frequency()}
	if s.Frequency == "R" || s.Frequency == "S" {
		s.Span = o.Period.String()
	}
	switch {
	case o.Region == "":
	case strings.Trim(o.Region, "0123456789") == "":
		s.Area = "region"
	default:
		s.Area = "place"
	}
	if o.Province != "" {
		s.Area += "+province"
	}
	return s
}

// naiveKey is the reference reading of a dimension.
func naiveKey(o figure.Observation, d figure.Dimension) string {
	cut := func(n int) string {
		if o.Code == figure.HiddenCode || o.Code == figure.TotalCode || len(o.Code) < n {
			return o.Code
		}
		return o.Code[:n]
	}
	p := o.Period
	year, month, quarter := "", "", ""
	switch p.Kind {
	case briefing.DayPeriod, briefing.MonthPeriod:
		year, month = fmt.Sprintf("%04d", p.From.Year), fmt.Sprintf("%04d-%02d", p.From.Year, p.From.Month)
		quarter = fmt.Sprintf("%04d-Q%d", p.From.Year, (p.From.Month+2)/3)
	case briefing.QuarterPeriod:
		year, quarter = fmt.Sprintf("%04d", p.From.Year), p.String()
	case briefing.HalfPeriod, briefing.YearPeriod, briefing.ByYearPeriod:
		year = fmt.Sprintf("%04d", p.From.Year)
	case briefing.RangePeriod:
		if p.From.Year != 0 && p.From.Year == p.To.Year {
			year = fmt.Sprintf("%04d", p.From.Year)
			if q := (p.From.Month + 2) / 3; q == (p.To.Month+2)/3 {
				quarter = fmt.Sprintf("%s-Q%d", year, q)
			}
		}
	}
	return map[figure.Dimension]string{
		"year": year, "quarter": quarter, "month": month, "flow": string(o.Flow), "reporter": o.Reporter,
		"partner": o.Partner, "province": o.Province, "region": o.Region, "hs2": cut(2), "hs4": cut(4),
		"hs6": cut(6), "code": o.Code, figure.ByProduct: named(o), figure.ByGroup: oddGroups(o.Code), "classification": o.Classification, "currency": o.Currency, "basis": o.Basis,
	}[d]
}

// named is the name of goods in the source, the code where they have none.
func named(o figure.Observation) string {
	if o.Product == "" || o.Code == figure.HiddenCode {
		return o.Code
	}
	return o.Product
}

// oddGroups are product groups without a pattern.
func oddGroups(code string) string {
	if len(code) < 3 {
		return "?"
	}
	return code[2:3]
}

// naive adds up row by row with rationals and prints the groups.
func naive(in []figure.Observation, ok func(figure.Observation) bool, by []figure.Dimension) []string {
	type group struct {
		value, weight                  *big.Rat
		rows, values, weights, hiddens int
		sample                         bool
		status                         briefing.ObsStatus
	}
	groups := map[string]*group{}
	for _, o := range in {
		if !ok(o) {
			continue
		}
		key := ""
		for _, d := range by {
			key += naiveKey(o, d) + "|"
		}
		key += fmt.Sprintf("%q", splitOf(o))
		g := groups[key]
		if g == nil {
			g = &group{value: new(big.Rat), weight: new(big.Rat)}
			groups[key] = g
		}
		g.rows++
		g.values += addTo(g.value, o.Value)
		g.weights += addTo(g.weight, o.NetWeight)
		if o.Code == figure.HiddenCode {
			g.hiddens++
		}
		g.sample = g.sample || o.Sample
		g.status = figure.Weaker(g.status, o.Status)
	}
	var out []string
	for key, g := range groups {
		out = append(out, fmt.Sprintf("%s %s/%d %s/%d rows %d hidden %d sample %v status %s",
			key, g.value.FloatString(20), g.values, g.weight.FloatString(20), g.weights, g.rows, g.hiddens, g.sample, g.status))
	}
	slices.Sort(out)
	return out
}

func addTo(sum *big.Rat, n briefing.MaybeNumber) int {
	if !n.Valid {
		return 0
	}
	v, _ := new(big.Rat).SetString(n.Decimal.String())
	sum.Add(sum, v)
	return 1
}

func printed(gs []figure.Group) []string {
	var out []string
	for _, g := range gs {
		key := ""
		for _, k := range g.Keys {
			key += k + "|"
		}
		value, weight := new(big.Rat), new(big.Rat)
		addTo(value, g.Value)
		addTo(weight, g.Weight)
		out = append(out, fmt.Sprintf("%s%q %s/%d %s/%d rows %d hidden %d sample %v status %s",
			key, g.Split, value.FloatString(20), g.ValueRows, weight.FloatString(20), g.WeightRows, g.Rows, g.HiddenRows, g.Sample, g.Status))
	}
	slices.Sort(out)
	return out
}

func TestAggregatesMatchANaiveReading(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	in := flat(rows(r, 6000))
	s := setOf(t, in[:4000])
	s.AppendSet(setOf(t, in[4000:]))
	for range 300 {
		f, ok := anyFilter(r, in)
		dims := figure.Dimensions()
		r.Shuffle(len(dims), func(i, j int) { dims[i], dims[j] = dims[j], dims[i] })
		by := dims[:r.IntN(5)]
		f.GroupOf = oddGroups
		gs, err := s.Aggregate(f, by)
		if err != nil {
			t.Fatal(err)
		}
		got, want := printed(gs), naive(in, ok, by)
		if !slices.Equal(got, want) {
			t.Fatalf("by %v, filter %+v\n got %s\nwant %s", by, f, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
		sorted := slices.IsSortedFunc(gs, func(a, b figure.Group) int {
			if c := slices.Compare(a.Keys, b.Keys); c != 0 {
				return c
			}
			return a.Split.Compare(b.Split)
		})
		if !sorted {
			t.Fatalf("by %v: out of order", by)
		}
	}
}

func TestNumberOfADroppedImportIsNotLeftInSums(t *testing.T) {
	in := flat(rows(rand.New(rand.NewPCG(5, 5)), 3000))
	s := setOf(t, in).DropImport("i1")
	gs, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
	if err != nil {
		t.Fatal(err)
	}
	want := naive(in, func(o figure.Observation) bool { return o.Import != "i1" }, []figure.Dimension{"year"})
	if got := printed(gs); !slices.Equal(got, want) {
		t.Error(got, want)
	}
}

func TestAggregateRefuses(t *testing.T) {
	sitc := figure.Observation{Classification: "SITC4", Code: "012", Partner: "RU", Value: briefing.SomeNum("1")}
	hs := figure.Observation{Classification: "HS", Code: "0201", Partner: "CN", Value: briefing.SomeNum("1")}
	large := figure.Observation{Partner: "US", Value: briefing.SomeNum("4000000000000000000")}
	s := setOf(t, []figure.Observation{hs, sitc, large, large})
	tests := []struct {
		name   string
		filter figure.Filter
		by     []figure.Dimension
		code   briefing.Code
	}{
		{"hs2 over SITC", figure.Filter{Partner: "RU"}, []figure.Dimension{"hs2"}, briefing.CodeMixed},
		{"hs6 over SITC among others", figure.Filter{}, []figure.Dimension{"year", "hs6"}, briefing.CodeMixed},
		{"hs4 where the filter leaves no SITC", figure.Filter{Partner: "CN"}, []figure.Dimension{"hs4"}, ""},
		{"code over SITC", figure.Filter{Partner: "RU"}, []figure.Dimension{"code"}, ""},
		{"unknown dimension", figure.Filter{}, []figure.Dimension{"hs8"}, briefing.CodeUsage},
		{"sum of 19 digits", figure.Filter{Partner: "US"}, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := s.Aggregate(tt.filter, tt.by); briefing.CodeOf(err) != tt.code {
				t.Errorf("%v, want %q", err, tt.code)
			}
		})
	}
	s.AppendSet(s)
	gs, err := s.Aggregate(figure.Filter{Partner: "US"}, nil)
	if briefing.CodeOf(err) != briefing.CodeOverflow {
		t.Errorf("16 quintillions: %v %v", gs, err)
	}
}

func TestAnEmptySetHasNoGroups(t *testing.T) {
	var none *figure.Set
	for _, s := range []*figure.Set{none, figure.NewSet()} {
		if gs, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"hs2"}); len(gs) != 0 || err != nil {
			t.Error(gs, err)
		}
		if s.Clone().Len() != 0 || s.DropImport("x").Len() != 0 || s.Where(figure.Filter{}).Len() != 0 {
			t.Error("rows out of nothing")
		}
	}
}

func million(b *testing.B) *figure.Set {
	r := rand.New(rand.NewPCG(6, 6))
	s := figure.NewSet()
	partners := make([]string, 180)
	for i := range partners {
		partners[i] = fmt.Sprintf("P%02d", i)
	}
	for i := range 1_000_000 {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: fmt.Sprintf("%d000", r.IntN(85)), Partner: partners[r.IntN(len(partners))],
			Code: fmt.Sprintf("%010d", int64(r.IntN(8000))*1000003%10_000_000_000), Classification: "TNVED", Level: 10,
			Period: briefing.Month(2019+r.IntN(4), 1+r.IntN(12)), Value: briefing.Some(briefing.Num(fmt.Sprintf("%d.%02d", r.IntN(1e7), r.IntN(100)))),
			Currency: "USD", NetWeight: briefing.Some(briefing.Num(fmt.Sprintf("%d.%03d", r.IntN(1e6), r.IntN(1000)))), Import: "i1", Line: i,
		}
		if err := s.Append(o); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkAggregate(b *testing.B) {
	s := million(b)
	benchmarks := []struct {
		name   string
		filter figure.Filter
		by     []figure.Dimension
	}{
		{"year_hs2_one_partner", figure.Filter{Partner: "P07", Region: "46000"}, []figure.Dimension{"year", "hs2"}},
		{"month", figure.Filter{Flow: figure.Export}, []figure.Dimension{"month"}},
		{"year_hs4", figure.Filter{}, []figure.Dimension{"year", "hs4"}},
		{"year_partner", figure.Filter{}, []figure.Dimension{"year", "partner"}},
		{"partner_code", figure.Filter{}, []figure.Dimension{"partner", "code"}},
	}
	for _, bb := range benchmarks {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Aggregate(bb.filter, bb.by); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkAppend(b *testing.B) {
	in := rows(rand.New(rand.NewPCG(7, 7)), 10000)
	s := figure.NewSet()
	i := 0
	for b.Loop() {
		if err := s.Append(in[i%len(in)]); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func TestProductGroups(t *testing.T) {
	s := setOf(t, []figure.Observation{
		{Reporter: "RU", Code: "0207141000", Classification: "TNVED", Currency: "USD", Period: briefing.Year(2022), Value: briefing.SomeNum("5")},
		{Reporter: "RU", Code: "1001990000", Classification: "TNVED", Currency: "USD", Period: briefing.Year(2022), Value: briefing.SomeNum("7")},
		{Reporter: "RU", Code: figure.HiddenCode, Classification: "TNVED", Currency: "USD", Period: briefing.Year(2022), Value: briefing.SomeNum("1")},
	})
	of := func(code string) string {
		if code[0] == '0' {
			return "meat"
		}
		return ""
	}
	gs, err := s.Aggregate(figure.Filter{GroupOf: of}, []figure.Dimension{figure.ByGroup})
	if err != nil || len(gs) != 2 || gs[0].Keys[0] != "" || gs[0].Value.Decimal.String() != "8" || gs[1].Keys[0] != "meat" {
		t.Errorf("groups %+v, %v", gs, err)
	}
	none := ""
	gs, err = s.Aggregate(figure.Filter{GroupOf: of, Group: &none, Code: func(c string) bool { return c != figure.HiddenCode }}, nil)
	if err != nil || len(gs) != 1 || gs[0].Value.Decimal.String() != "7" {
		t.Errorf("the remainder without hidden codes: %+v, %v", gs, err)
	}
	if _, err := s.Aggregate(figure.Filter{}, []figure.Dimension{figure.ByGroup}); briefing.CodeOf(err) != briefing.CodeUsage {
		t.Errorf("groups without rules: %v", err)
	}
	sitc := setOf(t, []figure.Observation{{Code: "00", Classification: "SITC4", Period: briefing.Year(2022)}})
	if _, err := sitc.Aggregate(figure.Filter{GroupOf: of}, []figure.Dimension{figure.ByGroup}); briefing.CodeOf(err) != briefing.CodeMixed {
		t.Errorf("groups over SITC: %v", err)
	}
}

// What is merged of groups is what the rows add up to, in money to the last
// digit.
func TestMergedGroupsAreTheSumOfTheirRows(t *testing.T) {
	s := figure.NewSet()
	for i, v := range []string{"0.1", "0.25", "99999999999999.99", "-7", "3"} {
		o := figure.Observation{Flow: figure.Export, Reporter: "RU", Partner: string(rune('A' + i)), Code: "0207", Level: 4, Currency: "USD", Period: briefing.Year(2022), Value: briefing.SomeNum(v)}
		if i%2 == 0 {
			o.NetWeight = briefing.SomeNum("1.5")
		}
		if i == 4 {
			o.Level, o.Status, o.Sample = 6, briefing.Estimated, true
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	parts, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"partner"})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := s.Aggregate(figure.Filter{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := figure.Merge(parts...)
	want := whole[0]
	got.Keys, want.Keys = nil, nil
	if err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Errorf("got %+v, want %+v, %v", got, want, err)
	}
	if none, err := figure.Merge(); err != nil || none.Value.Valid {
		t.Errorf("of nothing: %+v, %v", none, err)
	}
	large := figure.Group{Value: briefing.SomeNum("9999999999999999999")}
	if _, err := figure.Merge(large, large); briefing.CodeOf(err) != briefing.CodeOverflow {
		t.Errorf("too large: %v", err)
	}
}
