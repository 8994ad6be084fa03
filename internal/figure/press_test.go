package figure_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// turned is a press that turns bits over: what is taken unpacked shows.
type turned struct{}

func (turned) Pack(plain []byte) []byte {
	out := bytes.Clone(plain)
	for i := range out {
		out[i] ^= 0x5A
	}
	return out
}

func (p turned) Unpack(packed []byte) ([]byte, error) { return p.Pack(packed), nil }

// broken makes rows of which some, far apart, fit no block begun before them.
func broken(r *rand.Rand, n int) []figure.Observation {
	in := rows(r, n)
	for i := 300; i < n; i += 300 + r.IntN(300) {
		in[i].Value = briefing.SomeNum("9000000000000000001")
		in[i-1].Value = briefing.SomeNum("0.000001")
	}
	return in
}

// growing makes the set of the rows twice: as it is, and packed while it grows.
func growing(t *testing.T, in []figure.Observation) (plain, packed *figure.Set) {
	t.Helper()
	packed = figure.NewSet()
	packed.Seal(turned{}, nil)
	for _, o := range in {
		if err := packed.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	if !packed.SealRest() || packed.SegmentCount() < 3 {
		t.Fatalf("only %d segments", packed.SegmentCount())
	}
	return setOf(t, in), packed
}

func segmentsOf(s *figure.Set) (out [][]byte) {
	for _, data := range s.Segments() {
		out = append(out, bytes.Clone(data))
	}
	return out
}

func TestAPackedSetIsTheSetThatItWas(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 31))
		in, more := broken(r, 2000), broken(r, 900)
		// Whatever is asked first finds the set packed still.
		asks := map[string]func(s, other *figure.Set) any{
			"segments": func(s, _ *figure.Set) any { return segmentsOf(s) },
			"rows":     func(s, _ *figure.Set) any { return fmt.Sprint(s.Len(), s.At(0), s.At(1234), s.At(1999)) },
			"all":      func(s, _ *figure.Set) any { return listed(s) },
			"sums": func(s, _ *figure.Set) any {
				gs, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"year", "partner", "code"})
				return fmt.Sprint(printed(gs), err)
			},
			"chosen":     func(s, _ *figure.Set) any { return listed(s.Where(figure.Filter{Partner: "CN"})) },
			"dropped":    func(s, _ *figure.Set) any { return listed(s.DropImport("i2")) },
			"worth":      func(s, _ *figure.Set) any { return fmt.Sprint(s.Worth(two)) },
			"appended":   func(s, other *figure.Set) any { o := other.Clone(); o.AppendSet(s); return segmentsOf(o) },
			"taken over": func(s, _ *figure.Set) any { o := figure.NewSet(); o.AppendSet(s); return segmentsOf(o) },
			"continued": func(s, other *figure.Set) any {
				o := s.Clone()
				o.AppendSet(other)
				if err := o.Append(in[0]); err != nil {
					return err
				}
				return listed(o)
			},
			"compared": func(s, other *figure.Set) any {
				c, err := figure.Compare(context.Background(), s, other)
				d, err2 := figure.Compare(context.Background(), other, s)
				return fmt.Sprint(c.Pairs, c.Same, c.Batches, listed(d.Revised()), listed(c.Kept("i1", false)), err, err2)
			},
			"periods": func(s, _ *figure.Set) any { return fmt.Sprint(s.Periods()) },
			"imports": func(s, _ *figure.Set) any {
				return fmt.Sprint(s.Imports(), s.HasSample(), s.Products(), s.Distinct("currency"))
			},
		}
		for name, ask := range asks {
			plain, packed := growing(t, in)
			other, _ := growing(t, more)
			if got, want := ask(packed, other), ask(plain, other); !reflect.DeepEqual(got, want) {
				t.Errorf("seed %d, %s: differs", seed, name)
			}
			if got, want := ask(packed, other), ask(plain, other); !reflect.DeepEqual(got, want) {
				t.Errorf("seed %d, %s: differs the second time", seed, name)
			}
		}
	}
}

func listed(s *figure.Set) (out []figure.Observation) {
	for _, o := range s.All() {
		out = append(out, o)
	}
	return out
}

// The packed form is that of the segment, and it is there until somebody has
// wanted the rows.
func TestThePackedFormIsOfTheSegment(t *testing.T) {
	plain, packed := growing(t, broken(rand.New(rand.NewPCG(1, 5)), 2000))
	for i := range plain.SegmentCount() {
		rows, want := plain.Segment(i)
		n, size, data, ok := packed.Pressed(i)
		if got := (turned{}).Pack(data); !ok || n != rows || size != len(want) || !bytes.Equal(got, want) {
			t.Fatalf("segment %d: %v, %d rows, %d bytes", i, ok, n, size)
		}
		if _, _, _, ok := plain.Pressed(i); ok {
			t.Errorf("segment %d of a set that was never packed is packed", i)
		}
	}
	if packed.At(0); !slices.Equal(listed(packed), listed(plain)) {
		t.Error("rows differ")
	}
	if _, _, _, ok := packed.Pressed(0); ok {
		t.Error("kept twice: as rows and packed")
	}
}

// A set that has no full block is not packed: it may still be changed at will.
func TestASmallSetIsNotPacked(t *testing.T) {
	s := figure.NewSet()
	s.Seal(turned{}, nil)
	if err := s.Append(figure.Observation{Code: "01"}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if s.SealRest() {
			t.Error("packed")
		}
	}
}

func TestWorthIsAddedUpWhileTheSetGrows(t *testing.T) {
	in := broken(rand.New(rand.NewPCG(4, 5)), 3000)
	w := figure.NewWorths(two)
	s := figure.NewSet()
	s.Seal(turned{}, w)
	for _, o := range in {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	s.SealRest()
	if got, want := fmt.Sprint(w.All()), fmt.Sprint(setOf(t, in).Worth(two)); got != want || len(want) < 100 {
		t.Errorf("%s, want %s", got, want)
	}
}

// Several read a packed set at once, and copies of it go their own ways.
func TestAPackedSetIsReadByMany(t *testing.T) {
	plain, packed := growing(t, broken(rand.New(rand.NewPCG(9, 5)), 2000))
	want := listed(plain)
	done := make(chan bool)
	for range 4 {
		go func() {
			own := figure.NewSet()
			own.AppendSet(packed)
			own.AppendSet(packed)
			got := listed(own)
			done <- slices.Equal(got[:len(want)], want) && slices.Equal(got[len(want):], want)
		}()
	}
	for range 4 {
		if !<-done {
			t.Error("rows differ")
		}
	}
}

// falling is a press that fails as nothing foresees.
type falling struct{ turned }

func (falling) Pack([]byte) []byte { panic("out of order") }

// What could not be packed must not be taken for nothing.
func TestAPanicOfPackingReachesWhoWantsWhatWasPacked(t *testing.T) {
	s := figure.NewSet()
	s.Seal(falling{}, nil)
	for _, o := range broken(rand.New(rand.NewPCG(2, 3)), 2000) {
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	if !s.SealRest() {
		t.Fatal("not packed")
	}
	for name, want := range map[string]func(){
		"packed":   func() { s.Pressed(s.SegmentCount() - 1) },
		"rows":     func() { s.At(s.Len() - 1) },
		"appended": func() { o := setOf(t, broken(rand.New(rand.NewPCG(2, 3)), 9)); o.AppendSet(s) },
	} {
		func() {
			defer func() {
				if v := recover(); v != "out of order" {
					t.Errorf("%s: %v", name, v)
				}
			}()
			want()
		}()
	}
}
