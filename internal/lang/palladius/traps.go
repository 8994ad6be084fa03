package palladius

import (
	"slices"
	"strings"
)

// Trap is a place of a name where the two spellings are often mistaken.
type Trap string

// Traps.
const (
	TrapFinalN      Trap = "final-n"     // «-нь» is -n, «-н» is -ng
	TrapReadings    Trap = "readings"    // the spelling can be read in several ways
	TrapHardSign    Trap = "hard-sign"   // «ъ» where н meets a vowel
	TrapEstablished Trap = "established" // Russian has a name of old
	TrapUmlaut      Trap = "umlaut"      // ü is written u or v
	TrapOneWord     Trap = "one-word"    // the given name is one word
	TrapOrder       Trap = "order"       // the surname stands last
	TrapHui         Trap = "hui"         // «хуэй», and «хой» in old names
)

// Traps lists the traps of a name in pinyin, in a fixed order.
func Traps(pinyin string) []Trap {
	words := strings.Fields(pinyin)
	var out []Trap
	add := func(t Trap, is bool) {
		if is && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	readings := 1
	for _, w := range words {
		spelt := Readings(w)
		if len(spelt) == 0 {
			return nil // no such name
		}
		readings *= len(spelt)
		letters := pinyinLetters(w)
		add(TrapFinalN, strings.Contains(spelt[0], "н"))
		add(TrapHardSign, strings.Contains(spelt[0], "ъ"))
		add(TrapUmlaut, strings.Contains(letters, "ü"))
		add(TrapHui, strings.Contains(spelt[0], "хуэй"))
	}
	add(TrapReadings, readings > 1)
	add(TrapEstablished, len(Established(pinyin)) > 0)
	add(TrapOneWord, len(words) > 2)
	add(TrapOrder, len(words) == 2 && syllablesIn(words[0]) > 1 && syllablesIn(words[1]) == 1)
	return out
}

// syllablesIn counts the syllables of the likeliest reading of a word.
func syllablesIn(word string) int {
	for _, strict := range []bool{true, false} {
		if cuts := cutPinyin(pinyinLetters(word), strict); len(cuts) > 0 {
			return len(cuts[0])
		}
	}
	return 0
}
