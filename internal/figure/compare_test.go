package figure_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
)

// traded is a row of the tests: "i-1 export CN 0207 2022-01 300.5 1000 A".
func traded(t *testing.T, text string) figure.Observation {
	t.Helper()
	f := strings.Fields(text)
	p, err := briefing.ParsePeriod(f[4])
	if err != nil {
		t.Fatal(err)
	}
	o := figure.Observation{
		Import: briefing.ID(f[0]), Flow: figure.Flow(f[1]), Partner: f[2], Code: f[3], Period: p,
		Reporter: "RU", Classification: "HS", Currency: "USD", Level: uint8(len(f[3])), Status: briefing.Normal,
	}
	for i, n := range []*briefing.MaybeNumber{&o.Value, &o.NetWeight} {
		if f[5+i] != "-" {
			*n = briefing.SomeNum(f[5+i])
		}
	}
	if len(f) > 7 {
		o.Status = briefing.ObsStatus(f[7])
	}
	return o
}

func rowsOf(t *testing.T, text string) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := s.Append(traded(t, line)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// short is a set as the tests write it.
func short(s *figure.Set) string {
	var lines []string
	for _, o := range s.All() {
		number := func(n briefing.MaybeNumber) string {
			if !n.Valid {
				return "-"
			}
			return n.Decimal.String()
		}
		lines = append(lines, fmt.Sprintf("%s %s %s %s %s %s %s %s", o.Import, o.Flow, o.Partner, o.Code, o.Period, number(o.Value), number(o.NetWeight), o.Status))
	}
	return strings.Join(lines, "\n")
}

func compared(t *testing.T, old, now *figure.Set) *figure.Comparison {
	t.Helper()
	c, err := figure.Compare(context.Background(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const before = `
	i-1 export CN 0207 2022-01 300.5 1000
	i-1 export CN 0402 2022-01 100 500
	i-1 export CN 0403 2022-01 7 -
	i-1 export KZ 0207 2022-01 5 5
	i-1 export CN 0207 2021-12 9 9
	i-2 import CN 0207 2022-01 4 4
	i-3 export CN 1001 2022-01 8 8`

func TestARevisedFileIsComparedByWhatItCovers(t *testing.T) {
	old := rowsOf(t, before)
	now := rowsOf(t, `
		i-9 export CN 0402 2022-01 100.00 500
		i-9 export CN 0207 2022-01 310 1000
		i-9 export CN 0404 2022-01 2 2`)
	c := compared(t, old, now)
	var got []string
	for _, p := range c.Pairs {
		code := ""
		if p.Old >= 0 {
			code = old.At(int(p.Old)).Code
		} else {
			code = now.At(int(p.New)).Code
		}
		got = append(got, string(p.Difference())+" "+code)
	}
	if want := "[changed 0207 added 0404 gone 0403]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	// Wheat came with an import that has nothing in common with the new file.
	if c.Same != 1 || fmt.Sprint(c.Batches) != "[{i-1 1 1 1 2}]" || !c.Overlaps() {
		t.Errorf("same %d, batches %v", c.Same, c.Batches)
	}
	if got := short(c.Revised()); got != "i-9 export CN 0402 2022-01 100 500 A\ni-9 export CN 0207 2022-01 310 1000 R\ni-9 export CN 0404 2022-01 2 2 A" {
		t.Errorf("revised:\n%s", got)
	}
	if got := short(c.Additions()); got != "i-9 export CN 0404 2022-01 2 2 A" {
		t.Errorf("additions:\n%s", got)
	}
	if got := short(c.Kept("i-1", true)); got != "i-1 export KZ 0207 2022-01 5 5 A\ni-1 export CN 0207 2021-12 9 9 A" {
		t.Errorf("kept:\n%s", got)
	}
	if got := short(c.Kept("i-1", false)); got != "i-1 export CN 0403 2022-01 7 - A\ni-1 export KZ 0207 2022-01 5 5 A\ni-1 export CN 0207 2021-12 9 9 A" {
		t.Errorf("kept with what is gone:\n%s", got)
	}
	totals, err := c.Totals()
	if err != nil || len(totals) != 1 {
		t.Fatalf("%v, %v", totals, err)
	}
	x := totals[0]
	if x.OldChanged.Decimal.String() != "300.5" || x.NewChanged.Decimal.String() != "310" || x.Added.Decimal.String() != "2" || x.Gone.Decimal.String() != "7" {
		t.Errorf("totals %+v", x)
	}
	if fmt.Sprint(x.Rows) != "map[added:1 changed:1 gone:1]" {
		t.Errorf("rows %v", x.Rows)
	}
	if short(old) != short(rowsOf(t, before)) || now.At(1).Status != briefing.Normal {
		t.Error("what was compared has changed")
	}
}

func TestComparisons(t *testing.T) {
	for _, c := range []struct{ name, old, now, want, revised string }{
		{"nothing stored", "", "i-9 export CN 0207 2022-01 1 1", "same 0 []", ""},
		{"another flow", "i-1 export CN 0207 2022-01 1 1", "i-9 import CN 0207 2022-01 1 1", "same 0 [] added", ""},
		{"the same in another order", "i-1 export CN 0207 2022-01 1 1\ni-1 export CN 0208 2022-01 2 -", "i-9 export CN 0208 2022-01 2.0 -\ni-9 export CN 0207 2022-01 1 1", "same 2 [{i-1 2 0 0 0}]", ""},
		{"no weight is not a weight of zero", "i-1 export CN 0207 2022-01 1 -", "i-9 export CN 0207 2022-01 1 0", "same 0 [{i-1 0 1 0 0}] changed", "R"},
		{"several rows of one key, equal ones first", "i-1 export CN 0207 2022-01 1 1\ni-1 export CN 0207 2022-01 2 2", "i-9 export CN 0207 2022-01 2 2\ni-9 export CN 0207 2022-01 3 3", "same 1 [{i-1 1 1 0 0}] changed", "A R"},
		{"a row of a key fewer", "i-1 export CN 0207 2022-01 1 1\ni-1 export CN 0207 2022-01 1 1", "i-9 export CN 0207 2022-01 1 1", "same 1 [{i-1 1 0 1 0}] gone", "A"},
		{"a row of a key more", "i-1 export CN 0207 2022-01 1 1", "i-9 export CN 0207 2022-01 1 1\ni-9 export CN 0207 2022-01 1 1", "same 1 [{i-1 1 0 0 0}] added", "A A"},
		{"provisional becomes final", "i-1 export CN 0207 2022-01 1 1 P", "i-9 export CN 0207 2022-01 1 1", "same 0 [{i-1 0 1 0 0}] changed", "A"},
		{"a new estimate stays one", "i-1 export CN 0207 2022-01 1 1", "i-9 export CN 0207 2022-01 2 1 E", "same 0 [{i-1 0 1 0 0}] changed", "E"},
		{"revised once, revised for good", "i-1 export CN 0207 2022-01 1 1 R", "i-9 export CN 0207 2022-01 1 1", "same 1 [{i-1 1 0 0 0}]", "R"},
		{"a partner has vanished from the list", "i-1 export CN 0207 2022-01 1 1\ni-1 export KZ 0207 2022-01 2 2\ni-1 export BY 0207 2022-01 3 3\ni-1 export BY 0207 2022-02 3 3", "i-9 export CN 0207 2022-01 1 1\ni-9 export KZ 0207 2022-01 2 2", "same 2 [{i-1 2 0 1 1}] gone", "A A"},
		{"a file of one partner says nothing of another", "i-1 export CN 0207 2022-01 1 1\ni-1 export KZ 0207 2022-01 2 2", "i-9 export CN 0207 2022-01 1 1", "same 1 [{i-1 1 0 0 1}]", "A"},
		{"a few of many partners are no list", "i-1 export CN 0207 2022-01 1 1\ni-1 export KZ 0207 2022-01 2 2\ni-1 export BY 0207 2022-01 3 3\ni-1 export UZ 0207 2022-01 3 3\ni-1 export IN 0207 2022-01 3 3", "i-9 export CN 0207 2022-01 1 1\ni-9 export KZ 0207 2022-01 2 2", "same 2 [{i-1 2 0 0 3}]", "A A"},
		{"stored twice", "i-1 export CN 0207 2022-01 1 1\ni-2 export CN 0207 2022-01 1 1", "i-9 export CN 0207 2022-01 2 1", "same 0 [{i-1 0 1 0 0} {i-2 0 0 1 0}] changed gone", "R"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := compared(t, rowsOf(t, c.old), rowsOf(t, c.now))
			got := fmt.Sprintf("same %d %v", x.Same, x.Batches)
			for _, p := range x.Pairs {
				if x.Overlaps() || c.old != "" {
					got += " " + string(p.Difference())
				}
			}
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if c.revised == "" {
				return
			}
			var marks []string
			for _, o := range x.Revised().All() {
				marks = append(marks, string(o.Status))
			}
			if strings.Join(marks, " ") != c.revised {
				t.Errorf("marks %v, want %s", marks, c.revised)
			}
		})
	}
}

func TestInventedRowsAreNotThoseOfRealOnes(t *testing.T) {
	old, now := rowsOf(t, "i-1 export CN 0207 2022-01 1 1"), figure.NewSet()
	o := traded(t, "i-9 export CN 0207 2022-01 1 1")
	o.Sample = true
	if err := now.Append(o); err != nil {
		t.Fatal(err)
	}
	if c := compared(t, old, now); c.Overlaps() {
		t.Error("an example is taken for a revision")
	}
}

// Over random rows the comparison is that of a search through lists, and the
// sets made from it account for every row.
func TestComparisonIsThatOfASearch(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for round := range 300 {
		old, now := figure.NewSet(), figure.NewSet()
		for set, n := range map[*figure.Set]int{old: r.IntN(40), now: 1 + r.IntN(40)} {
			for range n {
				o := traded(t, fmt.Sprintf("i-%d export %s %04d 2022-0%d %d.%d %d", r.IntN(2), []string{"CN", "KZ", "BY"}[r.IntN(3)], r.IntN(6), 1+r.IntN(2), r.IntN(3), r.IntN(2), r.IntN(2)))
				if set == now {
					o.Import = "i-9"
				}
				if err := set.Append(o); err != nil {
					t.Fatal(err)
				}
			}
		}
		c := compared(t, old, now)
		if got, want := c.Same, searched(old, now); got != want {
			t.Fatalf("round %d: %d the same, want %d\n%s\n--\n%s", round, got, want, short(old), short(now))
		}
		if n := c.Same + c.Count(figure.Added) + c.Count(figure.Changed); n != now.Len() {
			t.Fatalf("round %d: %d of %d new rows", round, n, now.Len())
		}
		for _, b := range c.Batches {
			if n := b.Same + b.Changed + b.Gone + b.Outside; n != old.Where(figure.Filter{Imports: []briefing.ID{b.Import}}).Len() {
				t.Fatalf("round %d: %d rows of %s", round, n, b.Import)
			}
			if kept := c.Kept(b.Import, true).Len(); kept != b.Outside {
				t.Fatalf("round %d: %d kept, want %d", round, kept, b.Outside)
			}
			if kept := c.Kept(b.Import, false).Len(); kept != b.Outside+b.Gone {
				t.Fatalf("round %d: %d kept with what is gone", round, kept)
			}
		}
		if !slices.IsSortedFunc(c.Pairs, func(a, b figure.Pair) int {
			if a.New >= 0 && b.New >= 0 {
				return int(a.New - b.New)
			}
			return int(b.New&1) - int(a.New&1) // gone ones come last
		}) && c.Count(figure.Gone) == 0 {
			t.Fatal("out of order")
		}
	}
}

// searched counts rows that are the same, each used once.
func searched(old, now *figure.Set) (same int) {
	used := map[int]bool{}
	for _, n := range now.All() {
		for i, o := range old.All() {
			if used[i] {
				continue
			}
			o.Import, o.Line = n.Import, n.Line
			if o == n {
				used[i] = true
				same++
				break
			}
		}
	}
	return same
}

// Rows of one key by the hundred thousand take no more than their number.
func TestManyRowsOfOneKey(t *testing.T) {
	old, now := figure.NewSet(), figure.NewSet()
	for i := range 200_000 {
		o := traded(t, "i-1 export CN 0207 2022-01 1 1")
		o.Value = briefing.Some(briefing.Num(fmt.Sprint(i)))
		if err := old.Append(o); err != nil {
			t.Fatal(err)
		}
		o.Import, o.Value = "i-9", briefing.Some(briefing.Num(fmt.Sprint(200_010-i)))
		if err := now.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	c := compared(t, old, now)
	if c.Same != 199_989 || c.Count(figure.Changed) != 11 {
		t.Errorf("same %d, changed %d", c.Same, c.Count(figure.Changed))
	}
}

func TestAComparisonEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := figure.Compare(ctx, rowsOf(t, before), rowsOf(t, before)); briefing.CodeOf(err) != briefing.CodeCancelled {
		t.Errorf("%v", err)
	}
}

func BenchmarkCompareOfAMillionRows(b *testing.B) {
	trade := figuretest.Make(1_000_000, 3)
	old, err := trade.Set()
	if err != nil {
		b.Fatal(err)
	}
	for i := range trade.Rows {
		if i%1000 == 0 {
			trade.Rows[i].Value++
		}
	}
	now, err := trade.Set()
	if err != nil {
		b.Fatal(err)
	}
	for name, now := range map[string]*figure.Set{"as many": now, "one in a thousand": thousandth(b, now)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := figure.Compare(context.Background(), old, now)
				if err != nil {
					b.Fatal(err)
				}
				_ = c.Revised()
			}
		})
	}
}

func thousandth(b *testing.B, s *figure.Set) *figure.Set {
	out := figure.NewSet()
	for i := 0; i < s.Len(); i += 1000 {
		if err := out.Append(s.At(i)); err != nil {
			b.Fatal(err)
		}
	}
	return out
}
