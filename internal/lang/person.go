package lang

import (
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// ShortName is the form of a name for lists: «Воробьёв А. Ю.» in Russian,
// "A. Yu. Vorobyov" in English, the whole name in Chinese. A short name
// entered by hand goes first. Names of countries where the surname leads and
// the given name is one word (China, Korea, Vietnam) are never cut to
// initials, and neither are names of a person without a country.
func ShortName(l briefing.Lang, p briefing.Person) string {
	if s := p.ShortName.In(l); s != "" {
		return s
	}
	name := strings.Fields(p.Name.In(l))
	if len(name) < 2 || l == briefing.ZH || p.Country == "" || surnameLeads(p.Country) {
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

func surnameLeads(country string) bool {
	switch country {
	case "CN", "TW", "HK", "MO", "KR", "KP", "VN":
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
