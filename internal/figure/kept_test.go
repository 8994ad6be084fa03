package figure_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// What a set remembers must never show: whatever is asked, in whatever order
// and however often, the answer is that of rows read one by one.
func TestARememberedAnswerIsTheAnswer(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	in := flat(rows(r, 500))
	s := setOf(t, in)
	s.Remember()
	dims := slices.DeleteFunc(figure.Dimensions(), func(d figure.Dimension) bool { return d == figure.ByGroup })
	for i := range 600 {
		f, ok := anyFilter(r, in)
		if i%3 == 0 {
			year := 2020 + r.IntN(4)
			f.Period = func(p briefing.Period) bool { return p.From.Year == year }
			before := ok
			ok = func(o figure.Observation) bool { return o.Period.From.Year == year && before(o) }
		}
		by := dims[:r.IntN(2)]
		gs, err := s.Aggregate(f, by)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := printed(gs), naive(in, ok, by); !slices.Equal(got, want) {
			t.Fatalf("by %v, filter %+v\n got %s\nwant %s", by, f, got, want)
		}
		slices.Reverse(gs) // who asked may order the answer as he likes
		if got, want := s.Origins(f), naiveOrigins(in, ok); !slices.Equal(got, want) {
			t.Fatalf("origins of %+v\n got %v\nwant %v", f, got, want)
		}
		if i%100 == 99 { // rows that come later count
			more := flat(rows(r, 50))
			for i := range more {
				if err := s.Append(more[i]); err != nil {
					t.Fatal(err)
				}
			}
			in = append(in, more...)
		}
	}
}

func naiveOrigins(in []figure.Observation, ok func(figure.Observation) bool) (out []figure.Origin) {
	for _, o := range in {
		if !ok(o) {
			continue
		}
		i := slices.IndexFunc(out, func(x figure.Origin) bool { return x.Import == o.Import })
		if i < 0 {
			i, out = len(out), append(out, figure.Origin{Import: o.Import, First: o.Line, Last: o.Line})
		}
		out[i].First, out[i].Last = min(out[i].First, o.Line), max(out[i].Last, o.Line)
		out[i].Rows++
		if o.Value.Valid {
			out[i].ValueRows++
		}
		if o.NetWeight.Valid {
			out[i].WeightRows++
		}
	}
	return out
}

// A set asked by many at once, with moments and imports left out by turns.
func TestPartsOfASetThatRemembersAreThoseOfOneThatDoesNot(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	in := rows(r, 1000)
	plain, s, more := setOf(t, in), setOf(t, in), setOf(t, rows(r, 30))
	s.Remember()
	read := func(s *figure.Set) string {
		gs, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"year", "month"})
		return fmt.Sprint(s.Len(), printed(gs), err)
	}
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			moment := time.Date(2020+n%5, time.Month(1+n%12), 1, 0, 0, 0, 0, time.UTC)
			got, gotLate := s.Ended(moment)
			want, wantLate := plain.Ended(moment)
			if read(got) != read(want) || fmt.Sprint(gotLate) != fmt.Sprint(wantLate) {
				t.Errorf("as of %s: %s %v, want %s %v", moment, read(got), gotLate, read(want), wantLate)
			}
			id := briefing.ID(fmt.Sprint("i", 1+n%3))
			if a, b := s.DropImport(id), plain.DropImport(id); read(a) != read(b) {
				t.Errorf("without %s: %s, want %s", id, read(a), read(b))
			}
			a, lateOfMore := s.Grown(more).Ended(moment) // while others ask the one it grew from
			b, wantOfMore := plain.Grown(more).Ended(moment)
			if read(a) != read(b) || fmt.Sprint(lateOfMore) != fmt.Sprint(wantOfMore) {
				t.Errorf("grown, as of %s: %s %v, want %s %v", moment, read(a), lateOfMore, read(b), wantOfMore)
			}
		})
	}
	all.Wait()
}

// What a large set has told by import serves the sets that are made of it by
// taking an import out and putting it back; the answers are those of a set that
// remembers nothing, whatever was asked before.
func TestAnImportTakenOutAndPutBackLeavesTheRestKnown(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 11))
	in := rows(r, 400)
	for i := range in {
		in[i].Import = briefing.ID(fmt.Sprintf("i%d", r.IntN(4)))
	}
	var many []figure.Observation
	for len(many) <= figure.BlockRows { // smaller sets are gone through anew
		many = append(many, in...)
	}
	slices.SortStableFunc(many, func(a, b figure.Observation) int { return strings.Compare(string(a.Import), string(b.Import)) })
	whole := setOf(t, many)
	whole.Remember()
	plain := func(s *figure.Set) *figure.Set { return s.Clone() } // remembers nothing
	dims := slices.DeleteFunc(figure.Dimensions(), func(d figure.Dimension) bool { return d == figure.ByGroup })
	ask := func(s *figure.Set, f figure.Filter, by []figure.Dimension) {
		t.Helper()
		got, err := s.Aggregate(f, by)
		if err != nil {
			t.Fatal(err)
		}
		want, err := plain(s).Aggregate(f, by)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := printed(got), printed(want); !slices.Equal(a, b) {
			t.Fatalf("by %v, filter %+v\n got %s\nwant %s", by, f, a, b)
		}
		if a, b := s.Origins(f), plain(s).Origins(f); !slices.Equal(a, b) {
			t.Fatalf("origins of %+v\n got %v\nwant %v", f, a, b)
		}
		some, err := s.Parts(f, nil, "code")
		all, other := plain(s).Parts(f, nil, "code")
		if a, b := printed(some), printed(all); !slices.Equal(a, b) || err != nil || other != nil {
			t.Fatalf("goods of %+v\n got %s %v\nwant %s %v", f, a, err, b, other)
		}
		if a, b := s.Where(f).Len(), plain(s).Where(f).Len(); a != b {
			t.Fatalf("%d rows of %+v, want %d", a, f, b)
		}
	}
	moment := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 8 {
		f, _ := anyFilter(r, in)
		by := dims[:r.IntN(3)]
		id := briefing.ID(fmt.Sprintf("i%d", r.IntN(4)))
		ask(whole, f, by)
		ended, _ := whole.Ended(moment)
		ask(ended, f, by)
		less := whole.DropImport(id)
		ask(less, f, by)
		ended, dropped := less.Ended(moment)
		other, same := plain(less).Ended(moment)
		if !maps.Equal(dropped, same) || ended.Len() != other.Len() {
			t.Fatalf("ended: %v, %v", dropped, same)
		}
		ask(ended, f, by)
		back := less.Grown(whole.Where(figure.Filter{Imports: []briefing.ID{id}}))
		ask(back, f, by)
		other2 := less.Grown(whole.Where(figure.Filter{Imports: []briefing.ID{id}, From: moment})) // the import is another one now
		ask(other2, f, by)
		// Rows that come with goods, places and names of their own, beside the
		// others and beside what is left; those that share with them stay as they are.
		late := setOf(t, rows(r, 40))
		for i := range 20 {
			o := anyObservation(r)
			o.Code, o.Product, o.Region, o.Partner, o.Import = fmt.Sprintf("77%02d", r.IntN(99)), fmt.Sprint("name ", i), fmt.Sprint(r.IntN(900)), "QQ", "late"
			if err := late.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		grown := whole.Grown(late)
		ask(grown, f, by)
		ask(grown, figure.Filter{}, by)
		ask(grown.DropImport("late"), f, by)
		ask(grown.DropImport(id), f, by)
		ask(less.Grown(late), f, by)
		ask(whole.Grown(setOf(t, in[:r.IntN(9)])), f, by) // more rows of imports that are there
		trade, _ := whole.TradeOf("CN")
		ask(trade, f, by)
		trade, _ = grown.TradeOf("CN")
		ask(trade, f, by)
		trade, _ = grown.DropImport("late").TradeOf("CN")
		ask(trade, f, by)
		ask(whole, f, by)
	}
}

// Which codes rows have, told by looking at as few of them as is needed.
func TestCodesOfRowsAreListedUpToANumber(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 2))
	in := rows(r, 300)
	s := setOf(t, in)
	s.Remember()
	for range 300 {
		f, ok := anyFilter(r, in)
		var want []string
		for _, o := range in {
			if ok(o) && !slices.Contains(want, o.Code) {
				want = append(want, o.Code)
			}
		}
		slices.Sort(want)
		most := r.IntN(8)
		got, few := s.CodesUpTo(f, most)
		if few != (len(want) <= most) || few && !slices.Equal(got, want) || !few && got != nil {
			t.Fatalf("up to %d codes of %+v: %q %v, of %q", most, f, got, few, want)
		}
	}
	if got, few := (*figure.Set)(nil).CodesUpTo(figure.Filter{}, 0); got != nil || !few {
		t.Errorf("codes of nothing: %q %v", got, few)
	}
}
