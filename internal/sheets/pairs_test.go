package sheets_test

import (
	"fmt"
	"testing"

	"briefing/internal/sheets"
	"briefing/internal/typeset"
)

// pagesOf are pages that say a word each.
func pagesOf(words string) []typeset.Page {
	var out []typeset.Page
	for _, w := range words {
		out = append(out, typeset.Page{Width: 100, Height: 100, Boxes: []typeset.Box{typeset.Text{X: 1, Y: 1, Size: 10, S: string(w)}}})
	}
	return out
}

func TestPagesMeetTheOnesInWhosePlaceTheyStand(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"abc", "abc", "0=0 1=1 2=2 "},
		{"abc", "axc", "0=0 1~1 2=2 "},
		{"abc", "axyc", "0=0 1~1 -~2 2=3 "},
		{"abcd", "ad", "0=0 1~- 2~- 3=1 "},
		{"ab", "ba", "0~- 1=0 -~1 "},
		{"", "a", "-~0 "},
		{"abc", "xyz", "0~0 1~1 2~2 "},
	} {
		got := ""
		name := func(n int) string {
			if n < 0 {
				return "-"
			}
			return fmt.Sprint(n)
		}
		for _, p := range sheets.Pairs(pagesOf(c.was), pagesOf(c.is)) {
			sign := "~"
			if p.Same {
				sign = "="
			}
			got += name(p.Was) + sign + name(p.Is) + " "
		}
		if got != c.want {
			t.Errorf("%s and %s: %s, want %s", c.was, c.is, got, c.want)
		}
	}
}
