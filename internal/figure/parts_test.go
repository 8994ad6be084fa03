package figure_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Whatever a set was made of by adding rows and taking imports out, and whatever
// was asked on the way, its parts and the parts of these are row by row those of
// a set that remembers nothing.
func TestPartsOfASetThatChangesAreThoseMadeAnew(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 20))
	id := func() briefing.ID { return briefing.ID(fmt.Sprintf("i%d", r.IntN(5))) }
	more := func(n int) *figure.Set {
		in := rows(r, n)
		one := r.IntN(2) == 0 // import, as a file has
		of := id()
		for i := range in {
			o := &in[i]
			if o.Import = of; !one {
				o.Import = id()
			}
			o.Line = r.IntN(1000)
			o.Reporter = []string{"RU", "CN", "KZ"}[r.IntN(3)]
			if r.IntN(3) == 0 { // periods, places and goods that come later than others
				o.Period = briefing.Month(2019+r.IntN(8), 1+r.IntN(12))
				o.Region, o.Partner, o.Code = fmt.Sprint(10000+r.IntN(60)*1000), []string{"CN", "RU", "VN", ""}[r.IntN(4)], fmt.Sprintf("%04d", r.IntN(9999))
			}
		}
		return setOf(t, in)
	}
	all := func(s *figure.Set) (out []string) {
		for _, o := range s.All() {
			out = append(out, fmt.Sprint(o))
		}
		return out
	}
	type made struct {
		set     *figure.Set
		dropped map[briefing.ID]int
	}
	part := func(s *figure.Set, kind, n int, of briefing.ID) (m made) {
		switch kind {
		case 0:
			m.set, m.dropped = s.Ended(time.Date(2021+n, time.Month(1+5*n), 1, 0, 0, 0, 0, time.UTC))
		case 1:
			m.set, m.dropped = s.TradeOf([]string{"CN", "RU", "VN"}[n])
		case 2:
			m.set, m.dropped = s.OfParts(map[string]string{"RU": []string{"1", "46", "10"}[n], "CN": "37"})
		default:
			m.set = s.DropImport(of)
		}
		return m
	}
	var look func(s, plain *figure.Set, depth int)
	look = func(s, plain *figure.Set, depth int) {
		t.Helper()
		if a, b := all(s), all(plain); !slices.Equal(a, b) {
			t.Fatalf("%d rows, want %d:\n got %s\nwant %s", len(a), len(b), a, b)
		}
		f, by := figure.Filter{}, []figure.Dimension{"year", "partner", "code"}[:r.IntN(4)]
		got, err := s.Aggregate(f, by)
		want, other := plain.Aggregate(f, by)
		if a, b := printed(got), printed(want); !slices.Equal(a, b) || (err == nil) != (other == nil) {
			t.Fatalf("by %v\n got %s %v\nwant %s %v", by, a, err, b, other)
		}
		if a, b := s.Origins(f), plain.Origins(f); !slices.Equal(a, b) {
			t.Fatalf("origins\n got %v\nwant %v", a, b)
		}
		if depth == 0 {
			return
		}
		for range 2 {
			kind, n, of := r.IntN(4), r.IntN(3), id()
			a, b := part(s, kind, n, of), part(plain, kind, n, of)
			if !maps.Equal(a.dropped, b.dropped) {
				t.Fatalf("kind %d, %d: %v left out, want %v", kind, n, a.dropped, b.dropped)
			}
			look(a.set, b.set.Clone(), depth-1)
		}
	}
	s := more(100)
	s.Remember()
	for range 150 {
		switch r.IntN(5) {
		case 0:
			s = s.DropImport(id())
		case 1, 2:
			s = s.Grown(more(r.IntN(12)), more(r.IntN(3)))
		case 3: // out and back again
			of := id()
			if back := s.Where(figure.Filter{Imports: []briefing.ID{of}}); back.Len() < s.Len() {
				s = s.DropImport(of).Grown(back)
			}
		default:
			if r.IntN(4) == 0 {
				for _, o := range more(2).All() {
					if err := s.Append(o); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		s.Remember()
		if r.IntN(3) > 0 {
			look(s, s.Clone(), 2)
		}
	}
}

// A part that nothing was added to is the very part there was, with what it
// remembers.
func TestAPartWithoutNewRowsStays(t *testing.T) {
	row := func(reporter, region, partner string, year int, id briefing.ID) *figure.Set {
		return setOf(t, []figure.Observation{{
			Flow: "export", Reporter: reporter, Region: region, Partner: partner, Code: "02", Period: briefing.Year(year),
			Currency: "USD", Import: id, Value: briefing.SomeNum("1"),
		}})
	}
	s := row("RU", "46000", "CN", 2022, "a").Grown(row("RU", "10000", "DE", 2023, "b"), row("RU", "46000", "CN", 2030, "b"))
	s.Remember()
	moment := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	parts := func(s *figure.Set) (out []*figure.Set) {
		ended, _ := s.Ended(moment)
		trade, _ := s.TradeOf("CN")
		region, _ := s.OfParts(map[string]string{"RU": "46"})
		return append(out, ended, trade, region)
	}
	before, grown := parts(s), s.Grown(row("KZ", "", "DE", 2031, "c"), row("RU", "10000", "DE", 2032, "d"))
	after := parts(grown)
	if after[0] != before[0] || after[1] != before[1] {
		t.Error("parts without new rows were made anew")
	}
	if after[2] == before[2] || after[2].Len() != 3 {
		t.Errorf("%d rows of the region and of countries", after[2].Len())
	}
	if less := parts(grown.DropImport("d")); less[0] != before[0] || less[1] != before[1] || less[2] != after[2] {
		t.Error("parts without rows of the import that was taken out were made anew")
	}
}
