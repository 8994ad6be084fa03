package palladius_test

import (
	"slices"
	"testing"

	"briefing/internal/lang/palladius"
)

func TestCasesAreSuggestedWhereCustomIsFirm(t *testing.T) {
	for _, tt := range []struct {
		name  string
		woman bool
		gen   string // "" no suggestion
		ins   string
	}{
		{"Чжоу Найсян", false, "Чжоу Найсяна", "Чжоу Найсяном"},
		{"Си Цзиньпин", false, "Си Цзиньпина", "Си Цзиньпином"},
		{"Цзян Цзэминь", false, "Цзян Цзэминя", "Цзян Цзэминем"},
		{"Чжоу Эньлай", false, "Чжоу Эньлая", "Чжоу Эньлаем"},
		{"Фэн Литао", false, "Фэн Литао", "Фэн Литао"},
		{"Пэн Лиюань", true, "Пэн Лиюань", "Пэн Лиюань"},
		{"Гун Цзяцзя", true, "", ""},
		{"Иванов", false, "", ""},
		{"", false, "", ""},
	} {
		forms, ok := palladius.Declined(tt.name, tt.woman)
		if ok != (tt.gen != "") || forms[palladius.Genitive] != tt.gen || forms[palladius.Instrumental] != tt.ins {
			t.Errorf("%s: %v, %v", tt.name, forms, ok)
		}
		for _, f := range forms { // what is suggested is known again
			last := func(s string) string { return s[lastSpace(s):] }
			if !palladius.IsForm(last(f), last(tt.name)) {
				t.Errorf("%s is no form of %s", f, tt.name)
			}
		}
	}
}

func lastSpace(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == ' ' {
			return i + 1
		}
	}
	return 0
}

func TestTrapsAreTold(t *testing.T) {
	for name, want := range map[string][]palladius.Trap{
		"Zhou Naixiang":   {palladius.TrapFinalN},
		"Naixiang Zhou":   {palladius.TrapFinalN, palladius.TrapOrder},
		"Feng Li Tao":     {palladius.TrapFinalN, palladius.TrapOneWord},
		"Chang'an":        {palladius.TrapFinalN, palladius.TrapHardSign},
		"Beijing":         {palladius.TrapFinalN, palladius.TrapEstablished},
		"Lü Bu":           {palladius.TrapUmlaut},
		"Li Hui":          {palladius.TrapHui},
		"Si Ma":           nil,
		"Sergei Sobyanin": nil,
	} {
		if got := palladius.Traps(name); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
