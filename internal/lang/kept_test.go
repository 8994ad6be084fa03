package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestALineThatWasKeptIsKnownByItsKey(t *testing.T) {
	for _, l := range briefing.Langs() {
		for key, args := range map[string][]any{
			"app.revise.replaces":      {"файл от 1.1.2020.xlsx", "27.11.2026 09:40 UTC"},
			"app.revise.counts":        {1, 2, 3},
			"app.revise.replaced.part": {"b.xlsx", "27.11.2026"},
			"app.mended":               {"r.csv"},
			"app.edit.of":              {"b.xlsx", "27.11.2026", 12},
			"app.edit.row":             {"экспорт", "0303", "2025 год", "стоимость 1 → 2"},
		} {
			line := lang.T(l, key, args...)
			if !lang.Of(l, key, line) || !lang.OfImports(l, line) {
				t.Errorf("%s: %q", l, line)
			}
			if lang.Of(l, key, line+" И ещё") || lang.Of(l, key, "х"+line) {
				t.Errorf("%s: more than %q", l, line)
			}
		}
		for _, line := range []string{"", lang.T(l, "importer.note.mirror"), lang.T(l, "importer.note.lost", "2025"), "Правка: от руки"} {
			if lang.OfImports(l, line) {
				t.Errorf("%s: %q", l, line)
			}
		}
	}
}
