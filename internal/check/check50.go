package check

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// check50: what stands beside a bound number goes with it: «24 рейса», «21 рейс»,
// «посетил 21 человек». The number follows its fact and the words typed around
// it do not.
func check50() Check { return Check{Number: 50, texts: wordsBesideNumbers} }

func wordsBesideNumbers(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		for _, b := range s.bindings {
			if b.Form == "period" {
				period := figureOf(r.s, b, p.field.Lang, s.text[:b.Start], "")
				if _, again := lang.PeriodBefore(p.field.Lang, period, s.text[b.End:]); again != "" {
					out = append(out, r.inText(p, s, Warning, "check.50.again", period, again))
				}
			}
			if w, ok := r.doubled(p.field.Lang, s, b); ok {
				out = append(out, r.inText(p, s, Warning, w.key, w.number, w.found))
			}
			if f, ok := r.s.Fact(b.Fact); ok && b.Form == "change" && b.Data == "" && p.field.Lang == briefing.RU && lastWord(s.text[:b.Start]) == "в" {
				if c, ok := f.Claim(); ok && c.Change.Valid && c.ChangeUnit != briefing.Times {
					out = append(out, r.inText(p, s, Warning, "check.50.percent", changeText(briefing.RU, c)))
				}
			}
			if w, ok := r.outOfStep(p.field.Lang, s, b); ok {
				out = append(out, r.inText(p, s, Warning, w.key, w.number, w.found, w.wanted))
			}
		}
	}
	return out
}

// doubled looks for words before a number that don't go with the words it is printed
// with: «составил в 2,3 раза», «до около 31 %».
func (r *reading) doubled(l briefing.Lang, s *sentence, b briefing.Binding) (outOfStepWord, bool) {
	before := lastWord(s.text[:b.Start])
	if before == "" || b.Form == "period" {
		return outOfStepWord{}, false
	}
	printed := strings.ReplaceAll(strings.ToLower(figureOf(r.s, b, l, s.text[:b.Start], s.text[b.End:])), "\u00a0", " ")
	for _, kind := range []string{"multiple", "rough"} {
		if slices.Contains(listed(l, "check.50."+kind+".before"), before) && slices.ContainsFunc(listed(l, "check.50."+kind+".printed"), func(w string) bool { return strings.HasPrefix(printed, w) }) {
			return outOfStepWord{"check.50." + kind, printed, before, ""}, true
		}
	}
	return outOfStepWord{}, false
}

// outOfStepWord is a word that does not go with the number beside it.
type outOfStepWord struct{ key, number, found, wanted string }

// outOfStep looks at the noun behind a number alone, and at a Russian verb
// before one that ends in 1. Only a plain number is looked at: «более 24» and a
// range have their words in another case, and so has a number behind most
// prepositions.
func (r *reading) outOfStep(l briefing.Lang, s *sentence, b briefing.Binding) (outOfStepWord, bool) {
	f, ok := r.s.Fact(b.Fact)
	if !ok || b.Form != "number" && b.Form != "" || b.Data != "" {
		return outOfStepWord{}, false
	}
	c, ok := f.Claim()
	if !ok || !c.Figure.Value.Valid || c.Figure.IsVague() || c.Figure.Unit.Power() != 0 {
		return outOfStepWord{}, false
	}
	form := lang.CountForm(l, c.Figure.Value.Decimal)
	number := figureOf(r.s, b, l, s.text[:b.Start], s.text[b.End:])
	if form == "" || strings.IndexFunc(number, unicode.IsDigit) != 0 {
		return outOfStepWord{}, false
	}
	before := lastWord(s.text[:b.Start])
	if b.Form == "number" && !slices.Contains(listed(l, "check.50.governing"), before) {
		if found, wanted, ok := nounBehind(l, s.text[b.End:], form); ok && plainly(wanted) != plainly(found) {
			return outOfStepWord{"check.50.noun", number, found, wanted}, true
		}
	}
	if form == "one" && endsIn(before, listed(l, "check.50.verb")) {
		return outOfStepWord{"check.50.verb_one", number, before, ""}, true
	}
	return outOfStepWord{}, false
}

// nounBehind finds a listed noun behind a number, or behind an adjective there.
func nounBehind(l briefing.Lang, t, form string) (found, wanted string, ok bool) {
	words := wordsBehind(t)
	if len(words) == 0 {
		return "", "", false
	}
	if wanted, ok = inForm(l, words[0], form); ok || len(words) < 2 || !endsIn(words[0], listed(l, "check.50.adjective")) {
		return words[0], wanted, ok
	}
	wanted, ok = inForm(l, words[1], form)
	return words[1], wanted, ok
}

// endsIn reports whether a word has one of the endings and is more than that.
func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(end string) bool { return word != end && strings.HasSuffix(word, end) })
}

// inForm is the noun of the list that the word is a form of, as it stands beside
// a number of the form. ok is false for a word that is not listed. A fraction
// takes the form of two to four.
func inForm(l briefing.Lang, word, form string) (string, bool) {
	at := map[string]int{"one": 0, "few": 1, "other": 1, "many": 2}[form]
	for _, noun := range listed(l, "check.50.nouns") {
		forms := strings.Split(noun, "/")
		if at < len(forms) && slices.ContainsFunc(forms, func(f string) bool { return plainly(f) == plainly(word) }) {
			return forms[at], true
		}
	}
	return "", false
}

// listed are the entries of a list in the texts: a dash, which is no word, where a
// language has none.
func listed(l briefing.Lang, key string) []string { return strings.Split(lang.T(l, key), "|") }

// plainly is a word as it is compared: «ё» is written or not.
func plainly(s string) string { return strings.ReplaceAll(s, "ё", "е") }

// wordsBehind are the first two words of a text, in lower case, as long as
// nothing but spaces stands before them.
func wordsBehind(t string) []string {
	var out []string
	for len(out) < 2 {
		t = strings.TrimLeft(t, " \u00a0")
		n := strings.IndexFunc(t, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(t)
		}
		if n == 0 {
			break
		}
		out, t = append(out, strings.ToLower(t[:n])), t[n:]
	}
	return out
}

// lastWord is the word at the end of a text, in lower case; none behind a sign.
func lastWord(t string) string {
	t = strings.TrimRight(t, " \u00a0")
	n := strings.LastIndexFunc(t, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.ToLower(strings.TrimLeftFunc(t[n+1:], func(r rune) bool { return !unicode.IsLetter(r) }))
}
