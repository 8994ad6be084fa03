package app

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// persons finds people by the forms in which programmes and notes name them:
// «Паслер Д. В.», «Д.В. Паслер», «Паслер», each as long as one person alone has it.
type persons map[string]briefing.ID

func personsOf(people []*briefing.Person) persons {
	out := persons{}
	add := func(form string, id briefing.ID) {
		key := squeezedName(form)
		if key == "" {
			return
		}
		if other, met := out[key]; met && other != id {
			id = "" // two people have it
		}
		out[key] = id
	}
	for _, p := range people {
		for _, l := range briefing.Langs() {
			short := lang.ShortName(l, *p)
			add(p.Name.In(l), p.ID)
			add(short, p.ID)
			words := strings.Fields(short)
			surname, initials := "", ""
			for _, w := range words {
				if strings.HasSuffix(w, ".") {
					initials += w
				} else if surname == "" {
					surname = w
				}
			}
			if initials == "" {
				continue
			}
			add(surname+initials, p.ID)
			add(initials+surname, p.ID)
			add(surname+initials[:strings.Index(initials, ".")+1], p.ID)
			add(surname, p.ID)
		}
	}
	return out
}

func (p persons) find(text string) (briefing.ID, bool) {
	id := p[squeezedName(text)]
	return id, id != ""
}

// squeezedName is a name without what people write differently in it.
func squeezedName(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", ".", "").Replace(codes.Fold(s))
}
