package prose

import "unicode"

// What sort a sign is of, told for those that texts are made of without a search
// in the tables of package unicode.

// letter reports a letter of any script.
func letter(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r >= 'Ѐ' && r <= 'ҁ', r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r >= 0x2000 && r < 0x2071, r >= 0x3007 && r < 0x3031, r >= 0xFF01 && r < 0xFF21: // dashes, quotation marks, commas
		return false
	}
	return unicode.IsLetter(r)
}

// wordSign reports a sign that words are made of: a letter, a digit, an accent.
func wordSign(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	case letter(r), r == accent:
		return true
	}
	return unicode.IsDigit(r)
}

// accent is the sign that puts a stress on the letter before it.
const accent = '\u0301'

// plainSign reports a sign that stays what it is in small letters: most are such.
func plainSign(r rune) bool {
	return r >= 'а' && r <= 'я' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x3400 && r < 0xA000
}
