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

func TestFiguresOfTheObservationsAreBoundByTheirKey(t *testing.T) {
	for text, want := range map[string]string{
		"составил {=export/RU/CN/2022-01..2022-10/USD:now}, план {s23:value}": "export/RU/CN/2022-01..2022-10/USD now|s23 value",
		"{=export/RU/CN/2022:now}{=export/RU/CN/2022:move}.":                  "export/RU/CN/2022 now|export/RU/CN/2022 move",
		"без формы {=export/RU/CN/2022}":                                      "",
		"дробь вне ключа {s20/s21}":                                           "",
		"{=:now} {= x:now} {=a b:now}":                                        "",
		"{=import/CN//2021/USD/CIF/%D0%A2:up}":                                "import/CN//2021/USD/CIF/%D0%A2 up",
	} {
		got := ""
		for _, b := range briefing.BindingsOf(text) {
			if got != "" {
				got += "|"
			}
			got += b.Data + string(b.Fact) + " " + b.Form
			if text[b.Start:b.End] != b.String() {
				t.Errorf("%q: %q stands for %q", text, b.String(), text[b.Start:b.End])
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := briefing.Bindings("{=export/RU/CN/2022:now} {s20}"); !slices.Equal(got, []briefing.ID{"s20"}) {
		t.Errorf("facts %v", got)
	}
}
