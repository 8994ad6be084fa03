package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"
)

// A value that a formula came to is kept rounded, as table programs do: cut, it
// reads 83598.9541199999, and with a zero at its end it is another text than the
// one that is saved by others.
func TestCachedValuesAreRoundedAndNotCut(t *testing.T) {
	data := demoBooks(t)["ru-leader"]
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	cut, seen := regexp.MustCompile(`^-?\d+\.\d*(?:0|9{6})$`), 0
	value := regexp.MustCompile(`</f><v>([^<]*)</v>`)
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range value.FindAllSubmatch(text, -1) {
			if seen++; cut.Match(m[1]) {
				t.Errorf("%s: %s", f.Name, m[1])
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d values", seen)
	}
}
