package figure_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func decode(t *testing.T, s *figure.Set) *figure.Set {
	t.Helper()
	out := figure.NewSet()
	for rows, data := range s.Segments() {
		part, err := figure.DecodeSegment(data)
		if err != nil {
			t.Fatal(err)
		}
		if part.Len() != rows {
			t.Fatalf("%d rows, said %d", part.Len(), rows)
		}
		out.AppendSet(part)
	}
	return out
}

func TestStoredRowsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 40 {
		in := rows(r, r.IntN(600))
		s := setOf(t, in)
		same(t, decode(t, s), in)
		same(t, decode(t, decode(t, s)), in)
	}
	edge := []figure.Observation{
		{Value: briefing.SomeNum("9223372036854775807"), NetWeight: briefing.SomeNum("-9223372036854775807"), Line: 1<<31 - 1},
		{Value: briefing.SomeNum("0.0000000000000000001"), Quantity: briefing.SomeNum("0")},
	}
	same(t, decode(t, setOf(t, edge)), edge)
}

func TestSameRowsGiveTheSameBytes(t *testing.T) {
	in := rows(rand.New(rand.NewPCG(9, 9)), 2000)
	a, b := setOf(t, in), setOf(t, in)
	// dictionaries in another order, with entries that no row uses any more
	c := setOf(t, append([]figure.Observation{{Import: "gone", Partner: "ZZ"}}, in...)).DropImport("gone")
	for _, other := range []*figure.Set{b, c} {
		next := make([][]byte, 0)
		for _, data := range other.Segments() {
			next = append(next, data)
		}
		i := 0
		for _, data := range a.Segments() {
			if !bytes.Equal(data, next[i]) {
				t.Errorf("segment %d differs", i)
			}
			i++
		}
	}
}

func TestADamagedSegmentNeverPanics(t *testing.T) {
	s := setOf(t, rows(rand.New(rand.NewPCG(10, 10)), 50))
	for _, data := range s.Segments() {
		for n := range data {
			if _, err := figure.DecodeSegment(data[:n]); briefing.CodeOf(err) != briefing.CodeDamaged {
				t.Fatalf("cut at %d: %v", n, err)
			}
		}
		if _, err := figure.DecodeSegment(append(bytes.Clone(data), 0)); briefing.CodeOf(err) != briefing.CodeDamaged {
			t.Error("a byte too many was taken")
		}
	}
}

func FuzzDecodeSegment(f *testing.F) {
	for seed := range uint64(4) {
		for _, data := range setOf(f, rows(rand.New(rand.NewPCG(seed, 1)), 20)).Segments() {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := figure.DecodeSegment(data)
		if err != nil {
			if briefing.CodeOf(err) != briefing.CodeDamaged {
				t.Fatal(err)
			}
			return
		}
		for _, o := range s.All() {
			_ = o.Value.Decimal.String()
		}
		if s.Len() > 0 && decode(t, s).Len() != s.Len() {
			t.Fatal("rows lost")
		}
	})
}
