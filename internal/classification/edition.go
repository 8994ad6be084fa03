// Package classification knows how commodity codes of the Harmonised System
// and of the national lists built on it hang together: editions, what of two
// lists may be compared, rules that gather codes into product groups, and
// lists of names.
//
// It promises: codes of different editions or national lists are never taken
// for the same without saying so, no code falls into two groups of one set,
// and a code that is too short to tell is left undecided rather than guessed.
package classification

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// Edition is the year of an edition of the Harmonised System; 0 is unknown.
type Edition int

// Editions of the Harmonised System by the year they came into force.
const (
	HS1988 Edition = 1988
	HS1996 Edition = 1996
	HS2002 Edition = 2002
	HS2007 Edition = 2007
	HS2012 Edition = 2012
	HS2017 Edition = 2017
	HS2022 Edition = 2022
)

// Editions lists the editions, the newest last.
func Editions() []Edition {
	return []Edition{HS1988, HS1996, HS2002, HS2007, HS2012, HS2017, HS2022}
}

// String is "HS2017", empty for an unknown edition.
func (e Edition) String() string {
	if e == 0 {
		return ""
	}
	return "HS" + strconv.Itoa(int(e))
}

// EditionIn is the edition in force in a year.
func EditionIn(year int) Edition {
	in := Edition(0)
	for _, e := range Editions() {
		if int(e) <= year {
			in = e
		}
	}
	return in
}

// Scheme is the list that a code is taken from, without its edition.
type Scheme string

// Schemes that share their first six digits.
const (
	HS    Scheme = "HS"
	TNVED Scheme = "TNVED" // ТН ВЭД ЕАЭС, ten digits
	CNHS  Scheme = "CN-HS" // tariff of the Chinese customs, eight or ten digits
)

// Schemes lists the schemes that share their first six digits.
func Schemes() []Scheme { return []Scheme{HS, TNVED, CNHS} }

// Parse takes a classification of an observation apart: "HS2017", "TNVED",
// "CN-HS", "SITC4". Stated tells whether it names its edition; ok is false for
// what is not built on the Harmonised System, and then the scheme is the name.
func Parse(class string) (s Scheme, e Edition, ok bool) {
	class = strings.ToUpper(strings.TrimSpace(class))
	for _, s := range []Scheme{TNVED, CNHS, HS} {
		rest, found := strings.CutPrefix(class, string(s))
		if !found {
			continue
		}
		if rest == "" {
			return s, 0, true
		}
		if y, err := strconv.Atoi(strings.TrimPrefix(rest, "-")); err == nil {
			for _, e := range Editions() {
				if int(e) == y {
					return s, e, true
				}
			}
		}
	}
	if class == "" {
		return HS, 0, true
	}
	return Scheme(class), 0, false
}

// EditionOf is the edition of the codes of a classification in a period: the
// one that the classification names, or for the national lists, which always
// follow the edition in force, the one of the period. Both Russia with the
// EAEU and China changed over on the first of January of 2012, 2017 and 2022.
// A period that spans a change, and plain "HS", which may be a recalculation
// to an older edition, have none.
func EditionOf(class string, p briefing.Period) Edition {
	s, e, ok := Parse(class)
	if !ok || e != 0 || s == HS {
		return e
	}
	from, to := p.Start(), p.End()
	if from.IsZero() || to.IsZero() {
		return 0
	}
	first, last := EditionIn(from.Year()), EditionIn(to.AddDate(0, 0, -1).Year())
	if first != last {
		return 0
	}
	return first
}

// Side is codes of one classification in a period.
type Side struct {
	Class  string
	Period briefing.Period
}

// Reasons why codes can't be compared, or what has to be said when they are
// ("classification.why.<reason>" in the texts).
const (
	WhyForeign  = "foreign"         // one of them is not built on the Harmonised System
	WhyEditions = "editions"        // of different editions
	WhyUnknown  = "edition-unknown" // the edition of one is not known
)

// Join tells at how many digits codes of two sides mean the same: all that a
// list has within it, six between national lists. 0 is never, and why is the
// reason; with digits, why is what has to be said beside the comparison.
func Join(a, b Side) (digits int, why string) {
	sa, _, okA := Parse(a.Class)
	sb, _, okB := Parse(b.Class)
	switch {
	case !okA && !okB && sa == sb:
		return MaxDigits, ""
	case !okA || !okB:
		return 0, WhyForeign
	}
	ea, eb := EditionOf(a.Class, a.Period), EditionOf(b.Class, b.Period)
	digits = 6
	if sa == sb && sa != HS {
		digits = MaxDigits
	}
	switch {
	case ea != 0 && eb != 0 && ea != eb:
		return 0, WhyEditions
	case sa == sb && ea == eb:
		return digits, ""
	case ea == 0 || eb == 0:
		return digits, WhyUnknown
	}
	return digits, ""
}

// MaxDigits is the length of the longest codes.
const MaxDigits = 10
