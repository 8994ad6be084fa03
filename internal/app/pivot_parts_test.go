package app_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pivot"
)

// A whole of more parts than fills can be told apart is drawn with the rest of
// them added up: nothing is missing in the shares.
func TestManyPartsAreDrawnWithTheRestTogether(t *testing.T) {
	p := open(t)
	var b strings.Builder
	b.WriteString(customs)
	for year := 2021; year <= 2022; year++ {
		for i := range 14 {
			b.WriteString(customsRow(fmt.Sprintf("01/%d", year), fmt.Sprintf("02%02d120000", i+1), fmt.Sprint(1000000*(20-i))))
		}
	}
	mustTake(t, p, saved(t, "a.csv", b.String()), app.Decision(""))
	v := pivoted(t, p, goodsByYear(), pivot.Shares)
	if _, err := p.PutPivot(v, pivot.Shares, app.PivotPlace{Section: "trade"}); err != nil {
		t.Fatal(err)
	}
	found := false
	walk(printedFor(t, p, briefing.RU, briefing.Leader).Sections, func(x document.Block) {
		c, ok := x.(document.Chart)
		if !ok || c.Kind != document.Shares {
			return
		}
		found = true
		sum, rest := 0.0, 0
		for _, s := range c.Series {
			n, _ := s.Points[0].Value.Decimal.Float64()
			sum += n
			if s.Name == "прочие" {
				rest++
			}
		}
		all := 0.0
		for i := range 14 {
			all += float64(20 - i)
		}
		if scale := sum / all; len(c.Series) != 10 || rest != 1 || scale != 1 && scale != 1e6 && scale != 1e3 {
			t.Errorf("%d parts, %d of them the rest, come to %v of %v", len(c.Series), rest, sum, all)
		}
	})
	if !found {
		t.Error("no chart of shares")
	}
}
