package lang

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// role is what a word does in a typed period.
type role uint8

const (
	noRole      role = iota
	numberRole       // val, width digits
	nameRole         // name of month val
	ordinalRole      // first to fourth
	yearRole         // «год», 年
	monthRole        // 月
	dayRole          // 日
	monthsRole       // «10 месяцев»
	quarterRole
	halfRole
	byRole   // «к»
	fromRole // «с»
	toRole   // «по»
	skipRole
	dotRole
	slashRole
	hyphenRole // may be part of a date or a range
	spanRole   // «–», "..": a range for certain
)

// token is a piece of a typed period.
type token struct {
	role  role
	val   int
	width int
}

// words are the roles of words in one language; names of months are matched
// by their beginning, so that any abbreviation of three letters will do.
type words struct {
	roles  map[string][]token
	months [12][]string
	longer int // length of the longest word, in bytes
}

var (
	russianWords = sync.OnceValue(func() words { return wordsOf(briefing.RU) })
	englishWords = sync.OnceValue(func() words { return wordsOf(briefing.EN) })
	chineseWords = sync.OnceValue(func() words { return wordsOf(briefing.ZH) })
)

func typedWords(l briefing.Lang) words {
	switch l {
	case briefing.EN:
		return englishWords()
	case briefing.ZH:
		return chineseWords()
	}
	return russianWords()
}

func wordsOf(l briefing.Lang) words {
	w := words{roles: map[string][]token{}}
	add := func(key string, t token) {
		for _, s := range strings.Fields(has(l, "typed."+key)) {
			w.roles[s] = append(w.roles[s], t)
			w.longer = max(w.longer, len(s))
		}
	}
	for i, key := range []string{"first", "second", "third", "fourth"} {
		add(key, token{role: ordinalRole, val: i + 1})
	}
	for key, r := range map[string]role{
		"year": yearRole, "number-month": monthRole, "months": monthsRole, "day": dayRole,
		"quarter": quarterRole, "half": halfRole, "by": byRole, "from": fromRole, "to": toRole, "skip": skipRole,
	} {
		add(key, token{role: r})
	}
	for m := range w.months {
		key := "month." + strconv.Itoa(m+1)
		w.months[m] = []string{strings.ToLower(has(l, key)), strings.ToLower(has(l, key+".of"))}
	}
	for m, name := range strings.Fields(has(l, "typed.months_in")) { // «в январе–сентябре»
		w.months[m] = append(w.months[m], name)
	}
	for i, name := range strings.Fields(has(l, "typed.numbers")) { // «девять месяцев»
		w.roles[name] = []token{{role: numberRole, val: i + 1, width: 1}}
	}
	// Q3 and H1 are written so in every language.
	w.roles["q"], w.roles["h"] = []token{{role: quarterRole}}, []token{{role: halfRole}}
	return w
}

// tokens takes a typed period apart; ok is false at a word or sign that has
// no place in one. A word of two roles («到») gets the one that fits where it
// stands.
func (w words) tokens(s string) (ts []token, ok bool) {
	s = strings.ToLower(widened(s))
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == ' ' || r == ',' || r == '，' || r == '、':
			s = s[size:]
			continue
		case r >= '0' && r <= '9':
			n := len(s) - len(strings.TrimLeft(s, "0123456789"))
			if n > 4 {
				return nil, false
			}
			val, _ := strconv.Atoi(s[:n])
			ts, s = append(ts, token{numberRole, val, n}), s[n:]
			continue
		case unicode.Is(unicode.Han, r):
			t, n := w.han(s, len(ts) == 0)
			if n == 0 {
				return nil, false
			}
			ts, s = append(ts, t), s[n:]
			continue
		case unicode.IsLetter(r):
			n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
			if n < 0 {
				n = len(s)
			}
			t, known := w.word(s[:n])
			if !known {
				return nil, false
			}
			ts, s = append(ts, t), s[n:]
			continue
		}
		t, n := sign(s, r)
		if n == 0 {
			return nil, false
		}
		ts, s = append(ts, t), s[n:]
	}
	return ts, true
}

// sign reads punctuation: the hyphen with spaces round it, dashes and two or
// three dots are ranges.
func sign(s string, r rune) (t token, size int) {
	size = utf8.RuneLen(r)
	switch {
	case strings.HasPrefix(s, ".."):
		return token{role: spanRole}, len(s) - len(strings.TrimLeft(s, "."))
	case r == '.':
		return token{role: dotRole}, size
	case r == '/':
		return token{role: slashRole}, size
	case r == '-':
		return token{role: hyphenRole}, size
	case r == '–', r == '—', r == '…', r == '−', r == '~':
		return token{role: spanRole}, size
	}
	return token{}, 0
}

func (w words) word(s string) (token, bool) {
	if ts := w.roles[s]; len(ts) > 0 {
		return ts[0], true
	}
	if utf8.RuneCountInString(s) < 3 {
		return token{}, false
	}
	for m, names := range w.months {
		for _, name := range names {
			if strings.HasPrefix(name, s) {
				return token{role: nameRole, val: m + 1}, true
			}
		}
	}
	return token{}, false
}

// han reads the longest known word at the start of Chinese text.
func (w words) han(s string, first bool) (token, int) {
	for n := min(w.longer, len(s)); n > 0; n-- {
		ts := w.roles[s[:n]]
		if len(ts) == 0 {
			continue
		}
		for _, t := range ts {
			if (t.role == byRole) == first {
				return t, n
			}
		}
		return ts[0], n
	}
	return token{}, 0
}

// widened maps spaces and full-width characters to plain ones and a hyphen
// between spaces to a dash.
func widened(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\u3000' {
			return ' '
		}
		if r >= '\uff01' && r <= '\uff5e' {
			return r - 0xfee0
		}
		return r
	}, s)
	return strings.ReplaceAll(s, " - ", " – ")
}
