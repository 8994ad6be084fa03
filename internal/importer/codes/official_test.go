package codes_test

import (
	"testing"

	"briefing/internal/importer/codes"
)

// Papers call countries by their full names.
func TestFullNamesOfCountries(t *testing.T) {
	for name, want := range map[string]string{
		"Турецкая Республика": "TR", "Республика Казахстан": "KZ", "Исламская Республика Иран": "IR", "Социалистическая Республика Вьетнам": "VN",
		"Арабская Республика Египет": "EG", "Федеративная Республика Германия": "DE", "Республика Корея": "KR", "КНДР": "KP",
		"Российская Федерация": "RU", "Republic of Türkiye": "TR", "Kingdom of Saudi Arabia": "SA", "Республика Конго": "CG",
	} {
		if got, ok := codes.Name(name); !ok || got != want {
			t.Errorf("%s is %q, want %s", name, got, want)
		}
	}
}
