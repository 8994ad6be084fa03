package hyphen_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"briefing/internal/typeset/hyphen"
)

func shown(word string, places []int) string {
	rs, at := []rune(word), 0
	var parts []string
	for _, p := range places {
		parts = append(parts, string(rs[at:p]))
		at = p
	}
	return strings.Join(append(parts, string(rs[at:])), "-")
}

func TestRussianWordsBreakBetweenSyllables(t *testing.T) {
	for word, want := range map[string]string{
		"правительство": "пра-ви-тель-ство",
		"соглашение":    "со-гла-ше-ние",
		"партнёрство":   "парт-нёр-ство",
		"экспорт":       "экс-порт",
		"область":       "об-ласть",
		"бизнесмен":     "биз-нес-мен",
		"вопль":         "вопль",
		"шаньдун":       "шань-дун",
		"меморандум":    "ме-мо-ран-дум",
		"мясо":          "мя-со",
		"год":           "год",
		"её":            "её",
	} {
		if got := shown(word, hyphen.Russian()(word)); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

func TestEnglishWordsBreakBetweenSyllables(t *testing.T) {
	for word, want := range map[string]string{
		"government":     "gov-ern-ment",
		"agricultural":   "agri-cul-tural",
		"partnership":    "part-ner-ship",
		"hyphenation":    "hy-phen-ation",
		"exports":        "ex-ports",
		"table":          "ta-ble",
		"project":        "project",
		"administration": "ad-min-is-tra-tion",
		"meat":           "meat",
		"the":            "the",
	} {
		if got := shown(word, hyphen.English()(word)); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}

func FuzzPlacesLieInsideTheWord(f *testing.F) {
	f.Add("правительство")
	f.Add("x.1")
	f.Add("ааааааааа")
	f.Add("government")
	f.Fuzz(func(t *testing.T, word string) {
		for _, places := range []func(string) []int{hyphen.Russian(), hyphen.English()} {
			last := 0
			for _, p := range places(word) {
				if p < 1 || p <= last || p >= utf8.RuneCountInString(word) {
					t.Fatalf("%q: place %d after %d", word, p, last)
				}
				last = p
			}
		}
	})
}
