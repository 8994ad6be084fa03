package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang/palladius"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// personDisagrees compares the Russian and the Latin name of a person. A Latin
// name that is no pinyin (of Hong Kong, of an own tradition) is only told of
// when a letter or two keep it from being the pinyin of the Russian one.
func personDisagrees(p *briefing.Person) (Finding, bool) {
	ru, en := p.Name.RU, p.Name.EN
	if ru == "" || en == "" || palladius.Agree(ru, en) {
		return Finding{}, false
	}
	if expected, ok := palladius.Russian(en); ok {
		if !cyrillic(ru) || distance(letters(ru), letters(expected)) > len([]rune(expected))/2 {
			return Finding{}, false // another name altogether: a name in use
		}
		right := en
		if s, ok := palladius.Pinyin(ru); ok {
			right = s
		}
		return nameFinding(p.Ref(), "name_en", "check.14.pair", Blocking, ru, en, expected, right), true
	}
	if expected, ok := palladius.Pinyin(ru); ok {
		if d := distance(letters(en), letters(expected)); d > 0 && d <= 2 {
			return nameFinding(p.Ref(), "name_en", "check.14.latin", Blocking, ru, en, expected), true
		}
	}
	return Finding{}, false
}

// bodyDisagrees compares the place names in the name of a body: a word of the
// Latin name that is pinyin must be among the Russian words; one that is nearly
// there is a slip.
func bodyDisagrees(o *briefing.Organisation) (Finding, bool) {
	russian := prose.Read(o.Name.RU).List
	for _, w := range prose.Read(o.Name.EN).List {
		written := o.Name.EN[w.Start:w.End]
		if !capital(written) || len(written) < 4 || w.Text == "china" {
			continue
		}
		expected := palladius.FromPinyin(w.Text)
		if len(expected) == 0 || len(palladius.Established(w.Text)) > 0 || slices.ContainsFunc(russian, func(r prose.Word) bool { return formOfAny(r.Text, expected) }) {
			continue
		}
		for _, r := range russian {
			near := slices.ContainsFunc(palladius.Nominatives(r.Text), func(n string) bool { return distance(n, expected[0]) == 1 && len(palladius.ToPinyin(n)) > 0 })
			if near && capital(o.Name.RU[r.Start:r.End]) {
				return nameFinding(o.Ref(), "name_en", "check.14.body", Warning, o.Name.RU[r.Start:r.End], written, title(expected[0])), true
			}
		}
	}
	return Finding{}, false
}

func formOfAny(word string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return palladius.IsForm(word, n) })
}

// names are the words of Chinese names that the records give, by script.
type names struct {
	russian, latin []string // small letters
	han            []string
	all            map[string]bool
	judged         map[string]string // words with a capital, and the name that each nearly is
}

func knownNames(s *project.Snapshot) names {
	n := names{all: map[string]bool{}, judged: map[string]string{}}
	add := func(list *[]string, words string, wanted func(string) bool) {
		for _, w := range prose.Read(words).List {
			if !n.all[w.Text] && wanted(w.Text) {
				n.all[w.Text] = true
				*list = append(*list, w.Text)
			}
		}
	}
	long := func(w string) bool { return utf8.RuneCountInString(w) >= 6 }
	for _, p := range s.People {
		if !chinese(p.Country) {
			continue
		}
		if palladius.Agree(p.Name.RU, p.Name.EN) { // a name in doubt is no measure for others
			add(&n.russian, p.Name.RU, func(w string) bool { return long(w) && len(palladius.ToPinyin(w)) > 0 })
			add(&n.latin, p.Name.EN, func(w string) bool { return long(w) && len(palladius.FromPinyin(w)) > 0 })
		}
		if han := p.Name.ZH; utf8.RuneCountInString(han) == 3 && !n.all[han] {
			n.all[han] = true
			n.han = append(n.han, han)
		}
	}
	return n
}

// spelling is a word of a text of a record.
type spelling struct {
	ref         briefing.Ref
	label, word string
}

// misspelt finds words of a text that are one step away from a known name and
// would be pinyin or Palladius of another.
func misspelt(p *passage, n names, told map[spelling]bool) []Finding {
	if p.record.Ref().Kind == briefing.KindPerson && p.field.Label == "name" {
		return nil
	}
	severity := Warning
	if !p.printed {
		severity = Note
	}
	var out []Finding
	tell := func(found, right string) {
		if at := (spelling{p.record.Ref(), p.field.Label, found}); !told[at] {
			told[at] = true
			out = append(out, nameFinding(p.record.Ref(), p.field.Key, "check.14.text", severity, found, right))
		}
	}
	for _, s := range p.list {
		for _, w := range s.words.List {
			written := s.words.Source[w.Start:w.End]
			if !capital(written) || n.all[w.Text] {
				continue
			}
			if right := n.near(w.Text); right != "" {
				tell(written, title(right))
			}
		}
		if found, right, ok := nearHan(s.words.Source, n.han); ok {
			tell(found, right)
		}
	}
	return out
}

// near is the name that a word nearly is; texts name the same things again and again.
func (n names) near(word string) string {
	if len(word) < 6 { // as both ask for
		return ""
	}
	right, judged := n.judged[word]
	if !judged {
		var ok bool
		if right, ok = nearLatin(word, n); !ok {
			right, _ = nearRussian(word, n)
		}
		n.judged[word] = right
	}
	return right
}

func nearLatin(word string, n names) (string, bool) {
	if len(word) < 6 || word[0] > 'z' {
		return "", false
	}
	i := slices.IndexFunc(n.latin, func(name string) bool {
		return name[0] == word[0] && len(name)-len(word) <= 1 && len(word)-len(name) <= 1 && distance(name, word) == 1
	})
	if i < 0 || len(palladius.FromPinyin(word)) == 0 {
		return "", false
	}
	return n.latin[i], true
}

// nearRussian finds the name that a word nearly is, in whatever case: «Найсяня»
// is of «Найсянь», and no case of «Найсян».
func nearRussian(word string, n names) (string, bool) {
	first, _ := utf8.DecodeRuneInString(word)
	size := utf8.RuneCountInString(word)
	likely := func(name string) bool {
		other, _ := utf8.DecodeRuneInString(name)
		gap := size - utf8.RuneCountInString(name)
		return other == first && gap >= -2 && gap <= 3
	}
	if size < 6 || !slices.ContainsFunc(n.russian, likely) || formOfAny(word, n.russian) {
		return "", false
	}
	for _, base := range palladius.Nominatives(word) {
		if len(palladius.ToPinyin(base)) == 0 {
			continue
		}
		for _, name := range n.russian {
			if likely(name) && distance(name, base) == 1 {
				return name, true
			}
		}
	}
	return "", false
}

// nearHan finds a name of three signs with one sign of the given name wrong.
func nearHan(s string, known []string) (found, right string, ok bool) {
	for _, name := range known {
		_, size := utf8.DecodeRuneInString(name)
		family := name[:size]
		if !strings.Contains(s, family) {
			continue
		}
		r := []rune(name)
		for at := 0; ; {
			i := strings.Index(s[at:], family)
			if i < 0 {
				break
			}
			at += i + len(family)
			next := []rune(s[at:min(len(s), at+8)])
			if len(next) < 2 || !unicode.Is(unicode.Han, next[0]) || !unicode.Is(unicode.Han, next[1]) {
				continue
			}
			written := family + string(next[:2])
			if written != name && next[0] == r[1] != (next[1] == r[2]) && !slices.Contains(known, written) {
				return written, name, true
			}
		}
	}
	return "", "", false
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func cyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// letters is a name without spaces and marks, in small letters.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// distance is how many letters have to be put in, taken out or changed to make
// one word of the other.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			cost := before
			if x[i] != y[j] {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)]
}
