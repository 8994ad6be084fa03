package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestPeriodsOfStates(t *testing.T) {
	for text, want := range map[string]string{
		"на 1 октября 2026 г.": "2026-10-01", "на 01.10.2026": "2026-10-01", "по состоянию на 1 октября 2026 года": "2026-10-01", "as of 1 October 2026": "2026-10-01",
		"на конец 2025 года": "2025-12-31", "на начало 2026 г.": "2026-01-01", "2025年底": "2025-12-31", "end of 2025": "2025-12-31", "По итогам 2025 года": "2025",
		"2025 год": "2025", "III кв. 2022": "2022-Q3", // as ParsePeriod
		"на октябрь 2026": "", "на": "", "на конец": "", "по итогам": "", "на конец октября 2025": "",
	} {
		got := ""
		if p, err := lang.ParseRecordPeriod(briefing.RU, text); err == nil {
			got = p.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
