package prose

import (
	"strings"
	"testing"
	"unicode"
)

// The quick answers are those of package unicode, for every sign there is.
func TestSignsAreThoseOfUnicode(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if letter(r) != unicode.IsLetter(r) {
			t.Fatalf("%U: letter is %v", r, letter(r))
		}
		if want := unicode.IsLetter(r) || unicode.IsDigit(r) || r == accent; wordSign(r) != want {
			t.Fatalf("%U: of a word is %v", r, wordSign(r))
		}
		if plainSign(r) && (unicode.ToLower(r) != r || r == 'ё') {
			t.Fatalf("%U changes", r)
		}
	}
}

func TestSmallIsTheSameWithAndWithoutItsShortWay(t *testing.T) {
	for _, s := range []string{"", "слово", "Слово", "ЁЛКА", "Ещё", "за́мок", "За́мок", "ABC", "Ab1", "ñandú", "ÑANDÚ", "Ёñ", "中国", "İstanbul", "Ўзбек"} {
		if got, want := small(s), smallAny(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestFirstAndLastWordAreThoseOfAll(t *testing.T) {
	for _, s := range []string{"", " ", "одно", "Два слова", "— «в 2024 году».", "a, b; C3", "x\u0301 — ", "中国, 俄罗斯", "\xff плохой \xd0"} {
		all := Read(s).List
		first, ok := firstWord(s)
		last, ok2 := lastWord(s)
		if ok != (len(all) > 0) || ok2 != ok {
			t.Errorf("%q: found %v and %v of %v", s, ok, ok2, all)
		}
		if ok && (first != all[0] || last != all[len(all)-1]) {
			t.Errorf("%q: %v and %v of %v", s, first, last, all)
		}
	}
}

func TestFiguresOfFullWidthAreSeen(t *testing.T) {
	for s, want := range map[string]bool{"": false, "12": false, "，12，": false, "１": true, "，，９": true, "％": false, "\xef\xbc": false, "字０": true} {
		if anyWide(s) != want || strings.ContainsFunc(s, func(r rune) bool { return r >= '０' && r <= '９' }) != want {
			t.Errorf("%q: %v", s, anyWide(s))
		}
	}
}
