package xlsx_test

import (
	"regexp"
	"testing"
)

// A value that a formula came to is kept rounded, as table programs do: cut, it
// reads 83598.9541199999, and with a zero at its end it is another text than the
// one that is saved by others.
func TestCachedValuesAreRoundedAndNotCut(t *testing.T) {
	cut, seen := regexp.MustCompile(`^-?\d+\.\d*(?:0|9{6})$`), 0
	value := regexp.MustCompile(`</f><v>([^<]*)</v>`)
	for name, text := range sheetParts(t, demoBooks(t)["ru-leader"]) {
		for _, m := range value.FindAllStringSubmatch(text, -1) {
			if seen++; cut.MatchString(m[1]) {
				t.Errorf("%s: %s", name, m[1])
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d values", seen)
	}
}
