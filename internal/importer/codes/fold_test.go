package codes_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// folded is what Fold is to be, said in the plainest way.
func folded(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), cells.IsSpace)
	s = strings.NewReplacer("ё", "е", "’", "'").Replace(strings.ToValidUTF8(strings.Join(words, " "), "\uFFFD"))
	return strings.Trim(s, "\"«»")
}

func TestFoldIsSmallLettersAndSingleBlanks(t *testing.T) {
	letters := []string{"a", "Z", "z", "0", "9", "А", "Я", "а", "я", "Ё", "ё", "Ђ", "Җ", "ß", "İ", "Σ", "中", " ", "\t", "\u00a0", "\u2003", "\"", "«", "»", "’", "-", "\xff"}
	r := rand.New(rand.NewPCG(3, 5))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(1 + r.IntN(12)) {
			b.WriteString(letters[r.IntN(len(letters))])
		}
		if got, want := codes.Fold(b.String()), folded(b.String()); got != want {
			t.Fatalf("%q: %q, not %q", b.String(), got, want)
		}
	}
	long := strings.Repeat("Ё ", 200)
	if got, want := codes.Fold(long), folded(long); got != want {
		t.Errorf("%q, not %q", got, want)
	}
}
