package safefile_test

import (
	"strings"
	"testing"

	"briefing/internal/safefile"
)

func TestSafeNames(t *testing.T) {
	tests := []struct{ outcome, in, want string }{
		{"stays", "Vizit_KNR_20230320-2300_RU_v02.pdf", "Vizit_KNR_20230320-2300_RU_v02.pdf"},
		{"transliterated", "Визит КНР.pdf", "Vizit_KNR.pdf"},
		{"transliterated, й as two characters", "Щи\u0438\u0306.pdf", "Shchii.pdf"},
		{"accents dropped", "Curaçao № 2.xlsx", "Curacao_N_2.xlsx"},
		{"Chinese dropped", "山东-2023.pdf", "2023.pdf"},
		{"nothing left", "山东", "briefing"},
		{"empty", "", "briefing"},
		{"forbidden characters", `a:b*c?"<d>|e\f/g.pdf`, "a_b_c_d_e_f_g.pdf"},
		{"no hidden file", ".profile", "profile"},
		{"no option", "-rf", "rf"},
		{"no end point", "name. . ", "name"},
		{"no way up", "../../etc/passwd", "etc_passwd"},
		{"device", "con", "_con"},
		{"device with ending", "NUL.pdf", "_NUL.pdf"},
		{"device by number", "COM1", "_COM1"},
		{"device by raised number", "COM¹.txt", "_COM1.txt"},
		{"no device", "COMMON.pdf", "COMMON.pdf"},
		{"control characters", "a\x00\r\nb", "a_b"},
		{"long, ending kept", strings.Repeat("я", 300) + ".briefing", strings.Repeat("ia", 55) + "i.briefing"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			if got := safefile.SafeName(tt.in); got != tt.want {
				t.Errorf("SafeName(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("Визит. КНР")
	f.Add("..-_nul.x")
	f.Fuzz(func(t *testing.T, in string) {
		got := safefile.SafeName(in)
		if got == "" || len(got) > 121 || strings.Trim(got, ".- ") != got {
			t.Fatalf("%q → %q", in, got)
		}
		for _, r := range got {
			if !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-", r) {
				t.Fatalf("%q → %q", in, got)
			}
		}
		if again := safefile.SafeName(got); again != got && "_"+again != got && !strings.HasPrefix(got, "_") {
			t.Fatalf("%q → %q → %q", in, got, again)
		}
	})
}
