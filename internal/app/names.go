package app

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/palladius"
)

// NameHint is what the spelling of a Chinese name in one script tells of the
// other. Nothing of it is put anywhere by itself.
type NameHint struct {
	In        briefing.Lang // the script that is suggested, RU or EN
	Suggested string
	Others    []string // further readings
	Given     string   // what stands there, "" nothing
	Agrees    bool     // what stands there can be of the same name
}

// NameHelp is what a form can say of a Chinese name.
type NameHelp struct {
	Hints []NameHint
	Traps []string // in words
	// Cases are suggested forms of the Russian name: «кого — Чжоу Найсяна». They
	// are for the user to check and to write; the program declines no names.
	Cases []string
	// CasesOpen says why there are none.
	CasesOpen string
}

// NameHelp suggests the spellings of a person's name by Palladius and pinyin,
// both ways; there is nothing of a person of another country or without a name.
func (p *Project) NameHelp(r *briefing.Person, l briefing.Lang) NameHelp {
	var out NameHelp
	if r.Country != "" && r.Country != "CN" {
		return out
	}
	ru, en := strings.TrimSpace(r.Name.RU), strings.TrimSpace(r.Name.EN)
	agrees := ru != "" && en != "" && palladius.Agree(ru, en)
	if name, ok := palladius.Russian(en); ok && (r.Country != "" || ru == "" || agrees) {
		out.Hints = append(out.Hints, NameHint{In: briefing.RU, Suggested: name, Others: otherReadings(en, name, palladius.Readings), Given: ru, Agrees: agrees})
	}
	if name, ok := palladius.Pinyin(ru); ok && (r.Country != "" || en == "" || agrees) {
		out.Hints = append(out.Hints, NameHint{In: briefing.EN, Suggested: name, Others: otherReadings(ru, name, palladius.ToPinyin), Given: en, Agrees: agrees})
	}
	if len(out.Hints) == 0 {
		return out
	}
	pinyin := en
	if len(palladius.Traps(en)) == 0 {
		pinyin, _ = palladius.Pinyin(ru)
	}
	for _, t := range palladius.Traps(pinyin) {
		out.Traps = append(out.Traps, lang.T(l, "app.name.trap."+string(t)))
	}
	name := ru
	if name == "" {
		name, _ = palladius.Russian(en)
	}
	forms, ok := palladius.Declined(name, r.Address == "ms")
	if !ok {
		out.CasesOpen = lang.T(l, "app.name.case.open")
		return out
	}
	for _, c := range palladius.Cases() {
		out.Cases = append(out.Cases, lang.T(l, "app.name.case."+string(c), forms[c]))
	}
	return out
}

// otherReadings are the further spellings of a name of which one word has
// several.
func otherReadings(name, first string, spell func(string) []string) []string {
	words, suggested := strings.Fields(name), strings.Fields(first)
	var out []string
	for i, w := range words {
		for _, s := range spell(w)[1:] {
			other := append([]string(nil), suggested...)
			other[i] = capital(s)
			out = append(out, strings.Join(other, " "))
		}
	}
	return out
}
