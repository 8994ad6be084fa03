package figure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// anyObservation makes a row of few distinct attributes, so that groups meet,
// and of numbers of all sizes, signs and scales, some of them absent.
func anyObservation(r *rand.Rand) figure.Observation {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	number := func() briefing.MaybeNumber {
		switch r.IntN(8) {
		case 0:
			return briefing.MaybeNumber{}
		case 1:
			return briefing.SomeNum("0")
		case 2:
			return briefing.SomeNum(fmt.Sprintf("-%d.%d", r.IntN(1000), r.IntN(10)))
		case 3:
			return briefing.SomeNum(fmt.Sprintf("%d.%06d", r.IntN(1000), r.IntN(1000000)))
		case 4:
			return briefing.SomeNum(fmt.Sprint(r.Int64N(9_000_000_000)))
		}
		return briefing.SomeNum(fmt.Sprint(r.IntN(100000)))
	}
	periods := []string{"2021", "2022", "2022-01", "2022-02", "2022-11", "2022-Q1", "2022-01..2022-10", "2022-01..2022-03", "2021-06..2022-06", "2022-03-05", "by-2024", "", "2022-H1", "..2022-03"}
	code := pick("", "0201", "020110", "0202", "03", "0304", "030489", "0203291100", figure.HiddenCode, figure.TotalCode)
	return figure.Observation{
		Flow:     figure.Flow(pick("export", "import", "re-export")),
		Reporter: pick("RU", "CN"), Region: pick("", "46000", "45000"), Partner: pick("CN", "RU", "W00", "NA"),
		Province: pick("", "SD", "GD"), Code: code, Classification: pick("HS", "TNVED", "HS2017"),
		Level: uint8(len(code)), Product: pick("", "мясо", "рыба"), Period: briefing.Per(periods[r.IntN(len(periods))]),
		Value: number(), Currency: pick("", "USD", "CNY"), Basis: pick("", "FOB", "CIF"),
		NetWeight: number(), Quantity: number(), QuantityUnit: pick("", "шт"),
		Status: briefing.ObsStatus(pick("", "A", "E", "P")), Conf: briefing.Confidentiality(pick("", "C")),
		Import: briefing.ID(pick("i1", "i2", "i3")), Line: r.IntN(100), Sample: r.IntN(5) == 0,
	}
}

func rows(r *rand.Rand, n int) []figure.Observation {
	out := make([]figure.Observation, n)
	for i := range out {
		out[i] = anyObservation(r)
	}
	return out
}

// flat are rows in which no code holds another.
func flat(rows []figure.Observation) []figure.Observation {
	other := map[string]string{"020110": "020610", "03": "06", "030489": "030789", figure.TotalCode: "0501"}
	for i := range rows {
		if code, ok := other[rows[i].Code]; ok {
			rows[i].Code = code
		}
	}
	return rows
}

func setOf(t testing.TB, rows []figure.Observation) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for _, o := range rows {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// canonical drops what a set does not promise to keep: zeros at the end of a fraction.
func canonical(o figure.Observation) figure.Observation {
	for _, n := range []*briefing.MaybeNumber{&o.Value, &o.NetWeight, &o.Quantity} {
		n.Decimal = n.Decimal.Trim(0)
	}
	return o
}

func same(t *testing.T, s *figure.Set, want []figure.Observation) {
	t.Helper()
	if s.Len() != len(want) {
		t.Fatalf("%d rows, want %d", s.Len(), len(want))
	}
	for i, o := range want {
		if got := s.At(i); got != canonical(o) {
			t.Fatalf("row %d\n got %+v\nwant %+v", i, got, o)
		}
	}
}

func TestRowsComeBackAsAppended(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	in := rows(r, 5000)
	s := setOf(t, in)
	same(t, s, in)

	more := rows(r, 700)
	twice := s.Clone()
	twice.AppendSet(setOf(t, more))
	twice.AppendSet(twice)
	both := slices.Concat(in, more, in, more)
	same(t, twice, both)
	same(t, s, in) // the clone's rows are its own

	if err := s.Append(more[0]); err != nil {
		t.Fatal(err)
	}
	same(t, s, append(slices.Clone(in), more[0]))
	same(t, twice, both)
}

func TestBlocksMeetWithoutASeam(t *testing.T) {
	o := figure.Observation{Reporter: "RU", Value: briefing.SomeNum("1"), Period: briefing.Year(2022)}
	s := figure.NewSet()
	n := figure.BlockRows + 3
	for i := range n {
		o.Line = i
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	for _, i := range []int{0, figure.BlockRows - 1, figure.BlockRows, n - 1} {
		if s.At(i).Line != i {
			t.Errorf("row %d is line %d", i, s.At(i).Line)
		}
	}
	s.AppendSet(s)
	gs, err := s.Aggregate(figure.Filter{}, nil)
	if err != nil || len(gs) != 1 || gs[0].Value != briefing.SomeNum(fmt.Sprint(2*n)) {
		t.Errorf("%v %v", gs, err)
	}
}

func TestDroppingAnImportLeavesTheOthersInOrder(t *testing.T) {
	in := rows(rand.New(rand.NewPCG(2, 2)), 3000)
	s := setOf(t, in)
	got := s.DropImport("i2")
	var want []figure.Observation
	for _, o := range in {
		if o.Import != "i2" {
			want = append(want, o)
		}
	}
	same(t, got, want)
	same(t, s, in)
	if ids := got.Imports(); slices.Contains(ids, "i2") || len(ids) != 2 {
		t.Errorf("imports left: %v", ids)
	}
	if got = got.DropImport("i1").DropImport("i3"); got.Len() != 0 || len(got.Imports()) != 0 {
		t.Errorf("%d rows left", got.Len())
	}
}

func TestNumbersThatDoNotFitAreRefused(t *testing.T) {
	s := figure.NewSet()
	for _, fits := range []string{"9223372036854775807", "-9223372036854775807", "0.0000000000000000001", "0.10", "123456789012345678.9"} {
		o := figure.Observation{Value: briefing.SomeNum(fits)}
		if err := s.Append(o); err != nil {
			t.Errorf("%s: %v", fits, err)
		}
		if got := s.At(s.Len() - 1); got != canonical(o) {
			t.Errorf("%s came back as %v", fits, got.Value)
		}
	}
	before := s.Len()
	err := s.Append(figure.Observation{Value: briefing.SomeNum("9223372036854775808")})
	if briefing.CodeOf(err) != briefing.CodeOverflow || s.Len() != before {
		t.Errorf("%v, %d rows", err, s.Len())
	}
}

func TestFiltersMatchANaiveReading(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	in := rows(r, 4000)
	s := setOf(t, in)
	for range 200 {
		f, ok := anyFilter(r, in)
		var want []figure.Observation
		for _, o := range in {
			if ok(o) {
				want = append(want, o)
			}
		}
		same(t, s.Where(f), want)
		n := 0
		for i, o := range s.Rows(f) {
			if o != s.At(i) || o != canonical(want[n]) {
				t.Fatalf("row %d differs", i)
			}
			n++
		}
		if n != len(want) {
			t.Fatalf("%d rows of %d", n, len(want))
		}
	}
}

// anyFilter makes a filter and the same condition said plainly.
func anyFilter(r *rand.Rand, in []figure.Observation) (figure.Filter, func(figure.Observation) bool) {
	var f figure.Filter
	var conditions []func(figure.Observation) bool
	o := in[r.IntN(len(in))]
	maybe := func(set func(), cond func(figure.Observation) bool) {
		if r.IntN(4) == 0 {
			set()
			conditions = append(conditions, cond)
		}
	}
	eq := func(at *string, get func(figure.Observation) string) {
		v := get(o)
		maybe(func() { *at = v }, func(x figure.Observation) bool { return v == "" || get(x) == v })
	}
	maybe(func() { f.Flow = o.Flow }, func(x figure.Observation) bool { return x.Flow == o.Flow })
	eq(&f.Reporter, func(x figure.Observation) string { return x.Reporter })
	eq(&f.Region, func(x figure.Observation) string { return x.Region })
	eq(&f.Partner, func(x figure.Observation) string { return x.Partner })
	eq(&f.Province, func(x figure.Observation) string { return x.Province })
	eq(&f.Classification, func(x figure.Observation) string { return x.Classification })
	eq(&f.Currency, func(x figure.Observation) string { return x.Currency })
	eq(&f.Basis, func(x figure.Observation) string { return x.Basis })
	eq(&f.Frequency, func(x figure.Observation) string { return x.Period.Frequency() })
	maybe(func() { f.Codes = []string{"02", "0304"} }, func(x figure.Observation) bool {
		return strings.HasPrefix(x.Code, "02") || strings.HasPrefix(x.Code, "0304")
	})
	maybe(func() { f.Sample = &o.Sample }, func(x figure.Observation) bool { return x.Sample == o.Sample })
	maybe(func() { f.Imports = []briefing.ID{"i1", "i3"} }, func(x figure.Observation) bool { return x.Import != "i2" })
	maybe(func() { f.From = briefing.Year(2022).Start() }, func(x figure.Observation) bool {
		return x.Period.From.Year >= 2022
	})
	maybe(func() { f.To = briefing.Per("2022-11").End() }, func(x figure.Observation) bool {
		end := x.Period.End()
		return !end.IsZero() && !end.After(briefing.Per("2022-11").End())
	})
	split := splitOf(o)
	maybe(func() { f.Split = &split }, func(x figure.Observation) bool { return splitOf(x) == split })
	return f, func(x figure.Observation) bool {
		for _, c := range conditions {
			if !c(x) {
				return false
			}
		}
		return true
	}
}
