package safefile

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cyrillic is the transliteration of names as in passports.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i",
	'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "ie", 'ы': "y",
	'ь': "", 'э': "e", 'ю': "iu", 'я': "ia", 'і': "i", 'ї': "i", 'є': "ie", 'ґ': "g", 'ў': "u",
}

const maxName = 120

// SafeName makes a file name (not a path) that every system, archive and mail
// program takes: letters, digits, point, hyphen and underscore of ASCII, no
// reserved name, no point or hyphen at the start, no point at the end, at
// most 120 characters. Cyrillic is transliterated, accents are dropped,
// everything else becomes an underscore. Nothing usable gives "briefing".
func SafeName(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		b.WriteString(ascii(r))
	}
	name := b.String()
	for _, twice := range []string{"_", ".", "-"} {
		for strings.Contains(name, twice+twice) {
			name = strings.ReplaceAll(name, twice+twice, twice)
		}
	}
	name = strings.Trim(name, "._- ")
	if len(name) > maxName {
		ext := ""
		if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 12 {
			ext = name[i:]
		}
		name = strings.TrimRight(name[:maxName-len(ext)], "._-") + ext
	}
	if name == "" {
		return "briefing"
	}
	if reserved(name) {
		name = "_" + name
	}
	return name
}

func ascii(r rune) string {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
		return string(r)
	}
	lower := unicode.ToLower(r)
	if t, ok := cyrillic[lower]; ok {
		if lower != r && t != "" {
			return strings.ToUpper(t[:1]) + t[1:]
		}
		return t
	}
	for _, d := range norm.NFKD.String(string(r)) { // é → e, № → No, ² → 2
		if d != r && d < unicode.MaxASCII && (unicode.IsLetter(d) || unicode.IsDigit(d)) {
			return string(d)
		}
	}
	return "_"
}

// reserved reports whether Windows keeps the name for a device, with any ending.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) &&
		stem[3] >= '0' && stem[3] <= '9'
}
