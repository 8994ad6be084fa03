package pack

import "testing"

// The formula of a derived fact is printed with letters, whole words only, and
// not at all when a fact of it is not in the pack.
func TestFormulasArePrintedWithLetters(t *testing.T) {
	for _, tt := range []struct {
		formula string
		letters map[string]string
		want    string
	}{
		{"S30 / S3", map[string]string{"S3": "A", "S30": "B"}, "B / A"},
		{"( A - S24 ) * 100", map[string]string{"A": "B", "S24": "A"}, "( B - A ) * 100"},
		{"S30 / S31", map[string]string{"S30": "A"}, ""},
		{"S35a-2 + 1.5", map[string]string{"S35a-2": "A"}, "A + 1.5"},
	} {
		if got := lettered(tt.formula, tt.letters); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.formula, got, tt.want)
		}
	}
}
