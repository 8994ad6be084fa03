package briefing_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
)

func TestBindings(t *testing.T) {
	tests := map[string][]briefing.ID{
		"":                        nil,
		"без чисел":               nil,
		"около {s20}, план {s23}": {"s20", "s23"},
		"{s20:change}, до {s20:value}; {:value}": {"s20"},
		"{s20} и ещё раз {s20}":                  {"s20"},
		"открытая {скобка и {s20}":               {"s20"},
		"{} {a b} { s20 } }{":                    nil,
		"2023年计划{s23}，{s24}美元":                   {"s23", "s24"},
		"незакрытая {s20":                        nil,
		"вложенная {{s20}} как простая":          {"s20"},
	}
	for text, want := range tests {
		if got := briefing.Bindings(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
