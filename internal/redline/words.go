package redline

import (
	"strings"
	"unicode"
)

// Stretch is a stretch of a text; Changed says that the other text has it not.
type Stretch struct {
	Text    string
	Changed bool
}

// maxWords is the length, in words, to which the changed middle of two texts is
// compared word by word; a longer one is shown as changed altogether. The table
// of comparison has its square.
const maxWords = 1500

// Words compares two texts word by word, Chinese by characters, for whoever looks
// at an edit: what of the earlier text is gone and what of the later one is new.
// The stretches of each, put together, are the text.
func Words(was, now string) (gone, come []Stretch) {
	a, b := wordsOf(was), wordsOf(now)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	keepA, keepB := make([]bool, len(a)), make([]bool, len(b))
	for i := range head {
		keepA[i], keepB[i] = true, true
	}
	for i := range tail {
		keepA[len(a)-1-i], keepB[len(b)-1-i] = true, true
	}
	midA, midB := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(midA) <= maxWords && len(midB) <= maxWords {
		common(midA, midB, func(i, j int) { keepA[head+i], keepB[head+j] = true, true })
	}
	return stretches(a, keepA), stretches(b, keepB)
}

// common finds the longest run of words that both have in one order.
func common(a, b []string, keep func(i, j int)) {
	long := make([][]int16, len(a)+1)
	for i := range long {
		long[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			keep(i, j)
			i++
			j++
		case long[i+1][j] >= long[i][j+1]:
			i++
		default:
			j++
		}
	}
}

// wordsOf parts a text into words, blanks and single signs.
func wordsOf(s string) (out []string) {
	kind := func(r rune) int {
		switch {
		case unicode.Is(unicode.Han, r):
			return 0 // each by itself
		case unicode.IsSpace(r):
			return 1
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return 2
		}
		return 0
	}
	from, last := 0, 0
	for at, r := range s {
		if k := kind(r); at > 0 && (k == 0 || k != last) {
			out = append(out, s[from:at])
			from = at
		}
		last = kind(r)
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// stretches puts neighbours together. A blank between two changed words is
// changed with them, so that a phrase is marked as one.
func stretches(list []string, keep []bool) (out []Stretch) {
	for i := 1; i+1 < len(list); i++ {
		if keep[i] && !keep[i-1] && !keep[i+1] && strings.TrimSpace(list[i]) == "" {
			keep[i] = false
		}
	}
	for i, s := range list {
		if n := len(out); n > 0 && out[n-1].Changed == !keep[i] {
			out[n-1].Text += s
			continue
		}
		out = append(out, Stretch{s, !keep[i]})
	}
	return out
}
