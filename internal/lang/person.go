package lang

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// ShortName is the form of a name for lists: «Воробьёв А. Ю.» in Russian,
// "A. Yu. Vorobyov" in English, the whole name in Chinese. A short name
// entered by hand goes first. Only names of countries that write surname, name
// and patronymic are cut to initials: of any other it is not known which word
// is the surname, and «Мехмет Ш.» is nobody.
func ShortName(l briefing.Lang, p briefing.Person) string {
	if s := p.ShortName.In(l); s != "" {
		return s
	}
	name := strings.Fields(p.Name.In(l))
	if len(name) < 2 || len(name) > 3 || l == briefing.ZH || !patronymics(p.Country) {
		return strings.Join(name, nbsp)
	}
	initials := make([]string, 0, len(name)-1)
	for _, given := range name[1:] {
		initials = append(initials, initial(given))
	}
	short := strings.Join(initials, nbsp)
	if l == briefing.EN {
		return short + nbsp + name[0]
	}
	return name[0] + nbsp + short
}

// patronymics reports whether names of the country are written surname first,
// with a patronymic.
func patronymics(country string) bool {
	switch country {
	case "RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD":
		return true
	}
	return false
}

// initial cuts a given name: «Ю.», "Yu.", «Ж.-К.».
func initial(name string) string {
	if strings.HasSuffix(name, ".") {
		return name // an initial already
	}
	var out []string
	for part := range strings.SplitSeq(name, "-") {
		n := 0
		for _, pair := range []string{"Shch", "Yu", "Ya", "Ye", "Yo", "Zh", "Kh", "Ts", "Ch", "Sh"} {
			if strings.HasPrefix(part, pair) {
				n = len(pair)
				break
			}
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(part)
		}
		out = append(out, part[:n]+".")
	}
	return strings.Join(out, "-")
}
