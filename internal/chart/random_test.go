package chart_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

// anyChart makes a chart of any form out of chance, the odd ones too.
func anyChart(r *rand.Rand) *document.Chart {
	c := &document.Chart{Kind: document.ChartKind(r.IntN(12)), Decimals: r.IntN(4) - 1}
	count := 1 + r.IntN(5)
	if r.IntN(4) == 0 {
		count = 1 + r.IntN(30)
	}
	power := r.IntN(16)
	for range count {
		c.Categories = append(c.Categories, word(r, 1+r.IntN(4)))
	}
	for range 1 + r.IntN(5) {
		s := document.Series{Name: word(r, r.IntN(4)), Fill: document.Fill(r.IntN(3))}
		for range r.IntN(count + 1) {
			s.Points = append(s.Points, anyPoint(r, power))
		}
		c.Series = append(c.Series, s)
	}
	for range r.IntN(6) {
		c.Key = append(c.Key, document.KeyEntry{Fill: document.Fill(r.IntN(8)), Text: word(r, r.IntN(3))})
	}
	if r.IntN(4) == 0 {
		c.SubHead = word(r, 1)
	}
	return c
}

func anyPoint(r *rand.Rand, power int) document.ChartPoint {
	p := document.ChartPoint{
		Fill: document.Fill(r.IntN(8)), Label: word(r, r.IntN(4)), Sub: word(r, r.IntN(3)),
		Bound: r.IntN(8) == 0, PartLabel: word(r, r.IntN(3)), PartSub: word(r, r.IntN(2)), PlanLabel: word(r, r.IntN(3)),
	}
	p.Value = anyValue(r, 1, power)
	if r.IntN(6) == 0 {
		p.Value = briefing.MaybeNumber{}
	}
	p.Part, p.PlanLow, p.PlanHigh = anyValue(r, 5, power), anyValue(r, 5, power), anyValue(r, 5, power)
	p.Other = anyValue(r, 9, power)
	return p
}

// anyValue is absent but once in so many times.
func anyValue(r *rand.Rand, once, power int) briefing.MaybeNumber {
	if r.IntN(once) > 0 {
		return briefing.MaybeNumber{}
	}
	s := "123"[:1+r.IntN(3)]
	if power < 10 {
		s += strings.Repeat("0", power)
	} else {
		s = "0." + strings.Repeat("0", power-10) + s
	}
	switch r.IntN(12) {
	case 0:
		return num("0")
	case 1, 2:
		s = "-" + s
	}
	return num(s)
}

func word(r *rand.Rand, n int) string {
	words := []string{"2022", "янв.–окт.", "1\u202f640", "около\u00a090", "[e]", "план", "Сельскохозяйственная", "продукция", "中国自俄罗斯进口", "\n", "п.\u00a0п.", "+8,6", "a", "предпринимательство"}
	var out []string
	for range n {
		out = append(out, words[r.IntN(len(words))])
	}
	return strings.Join(out, " ")
}

func TestAnyChartKeepsThePromises(t *testing.T) {
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 7))
		keepsPromises(t, anyChart(r), vg.Length(72+r.IntN(500)), seed)
		if t.Failed() {
			return
		}
	}
}

func keepsPromises(t *testing.T, c *document.Chart, width vg.Length, seed uint64) {
	t.Helper()
	l := briefing.Langs()[seed%3]
	h := chart.Height(c, width)
	if h == 0 {
		return
	}
	if seed%4 == 3 { // less room than asked for
		h *= 0.3 + vg.Length(seed%7)/10
	}
	s := &sheet{width: width, height: h}
	if err := chart.Draw(c, l, s, width, h); err != nil && len(s.Actions) > 0 {
		t.Errorf("seed %d: refused after drawing: %v", seed, err)
	}
	for _, w := range s.wrong {
		t.Errorf("seed %d, kind %d, width %v: %s", seed, c.Kind, width, w)
	}
}

func FuzzDraw(f *testing.F) {
	f.Add(uint64(1), uint16(300))
	f.Fuzz(func(t *testing.T, seed uint64, width uint16) {
		keepsPromises(t, anyChart(rand.New(rand.NewPCG(seed, 11))), vg.Length(width%2000), seed)
	})
}
