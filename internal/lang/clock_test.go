package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestAnHourIsReadWithItsZone(t *testing.T) {
	for typed, want := range map[string]string{
		"":                     "",
		"11:00":                "11:00",
		"9:30":                 "09:30",
		"9.30":                 "09:30",
		"09:30:00":             "09:30",
		"11:00 UTC+5":          "11:00+05:00",
		"11:00 UTC−3:30":       "11:00-03:30",
		"11:00+05:00":          "11:00+05:00",
		"11:00 МСК":            "11:00+03:00",
		"11:00 (Ташкент)":      "11:00+05:00",
		"11:00, новосибирск":   "11:00+07:00",
		"11:00 (Tashkent)":     "11:00+05:00",
		"00:30 Moscow time":    "00:30+03:00",
		"莫斯科时间11:00":           "11:00+03:00",
		"23:59\u00a0UTC+14":    "23:59+14:00",
		"11:00 (塔什干)":          "11:00+05:00",
		"08:40 UTC":            "08:40+00:00",
		"11:00 (Париж)":        "error", // its zone changes with the season
		"11:00 где-то":         "error",
		"25:00":                "error",
		"11:60":                "error",
		"утром":                "error",
		"10.12.2026 11:00":     "error",
		"11:00 UTC+99":         "error",
		"11:00+05:00 (Пекин)":  "error",
		"МСК 11:00 UTC+5":      "error",
		"11":                   "error",
		"11:00:30":             "error",
		"с 11:00 до 12:00 МСК": "11:00+03:00/12:00",
		"10:00–11:30":          "10:00/11:30",
		"9.30 - 11.00":         "09:30/11:00",
		"10:00—11:30 (Астана)": "10:00+05:00/11:30",
		"from 9:00 to 10:15":   "09:00/10:15",
		"10:00至11:30":          "10:00/11:30",
		"22:00–01:30":          "22:00/01:30",
		"10:00–10:00":          "error",
		"10:00–25:00":          "error",
		"10:00 (Алма-Ата)":     "10:00+05:00",
	} {
		got, err := lang.ParseClock(typed)
		if err != nil {
			got = "error"
			if briefing.CodeOf(err) != briefing.CodeBadClock {
				t.Errorf("%q: %v", typed, err)
			}
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

func TestAPrintedHourIsReadAgain(t *testing.T) {
	for _, stored := range []string{"11:00", "00:30+03:00", "11:00+05:00", "23:59-03:30", "08:40+00:00", "09:15+05:45", "10:00/11:30", "22:00/01:30", "10:00+05:00/12:15"} {
		for _, l := range briefing.Langs() {
			if got, err := lang.ParseClock(lang.Clock(l, stored)); got != stored {
				t.Errorf("%s: %s is printed %q and read %q, %v", l, stored, lang.Clock(l, stored), got, err)
			}
		}
	}
}

func TestWhoseTimeItIs(t *testing.T) {
	for offset, want := range map[int]string{180: "Время московское", 300: "Время местное, UTC+5", 345: "Время местное, UTC+5:45", 0: "Время местное, UTC"} {
		if got := lang.ZoneTime(briefing.RU, offset); got != want {
			t.Errorf("%d: %q, want %q", offset, got, want)
		}
	}
}
