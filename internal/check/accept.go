package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// unacceptable are the checks whose blocking findings nobody can take upon
// himself, since pack.md lays down what may not go out at all, or since the
// page itself would be defective: a number that nobody stands for (§4: source,
// period and value are required), invented data (§2), a source that may not be
// cited (§4), a character no font has and a figure that can't be printed.
var unacceptable = []int{19, 29, 32, 33, 34}

// Barred is the key of the sentence that tells why the finding can't be
// accepted, "" when it can. What does not block can always be.
func (f Finding) Barred() string {
	if f.Severity == Blocking && slices.Contains(unacceptable, f.Number) {
		return fmt.Sprintf("check.barred.%02d", f.Number)
	}
	return ""
}

// Weight is what the finding weighs, or weighed before it was accepted.
func (f Finding) Weight() Severity {
	if f.Severity == Accepted {
		return f.was
	}
	return f.Severity
}

// fingerprint is that of what was found: the rule, the weight, the place,
// the words told of it, and what stands in the field. An acceptance holds for
// just that. The words are part of it since most findings speak of other
// records too, whose values they name.
func fingerprint(s *project.Snapshot, f Finding) string {
	h := sha256.New()
	part := func(v string) { fmt.Fprintf(h, "%d:%s", len(v), v) }
	part(f.Code)
	part(f.Severity.String())
	part(string(f.Ref.Kind))
	part(string(f.Ref.ID))
	part(f.Field)
	for _, l := range briefing.Langs() {
		part(f.Evidence.In(l))
	}
	if r, ok := s.Get(f.Ref); ok {
		if !held(r, f.Field, part) {
			entire(r, part)
		} else if _, isFact := r.(*briefing.Fact); isFact { // whatever is said of a fact is said of its figure
			held(r, "statement", part)
			held(r, "claims", part)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:printBytes])
}

// printBytes are enough to tell apart what one project can hold, and few
// enough to be typed on the command line.
const printBytes = 6

// held tells what stands in a field of the record, in all languages where the
// key names none, or in the rows of a list; it is false for a key that is none.
func held(r briefing.Record, key string, tell func(string)) bool {
	d, ok := briefing.Describe(r.Ref().Kind)
	if !ok || key == "" {
		return false
	}
	if f, ok := d.Field(key); ok {
		tell(f.Get(r))
		return true
	}
	found := false
	for _, l := range briefing.Langs() {
		if f, ok := d.Field(key + "_" + string(l)); ok {
			tell(f.Get(r))
			found = true
		}
	}
	head, _, _ := strings.Cut(key, ".")
	for _, l := range d.Lists {
		if l.Key == head {
			rows(r, l, tell)
			found = true
		}
	}
	return found
}

func rows(r briefing.Record, l briefing.List, tell func(string)) {
	for i := range l.Len(r) {
		for _, f := range l.Fields {
			tell(f.Get(l.At(r, i)))
		}
	}
}

// entire tells all that stands in a record: of a finding that names a place
// which is no field, nobody can say what it rests on.
func entire(r briefing.Record, tell func(string)) {
	d, ok := briefing.Describe(r.Ref().Kind)
	if !ok {
		return
	}
	for _, f := range d.Fields {
		tell(f.Get(r))
	}
	for _, l := range d.Lists {
		rows(r, l, tell)
	}
}

// Judge gives the findings with what was decided about them. A finding that
// was accepted as it is weighs nothing; one that was accepted when it read
// otherwise keeps its weight and tells what had been accepted (Lapsed). An
// acceptance that no finding has any more is idle.
func Judge(found []Finding, decisions []*briefing.Acceptance) (judged []Finding, idle []*briefing.Acceptance) {
	if len(decisions) == 0 {
		return found, nil
	}
	byPrint := map[string]*briefing.Acceptance{}
	for _, a := range decisions {
		byPrint[a.Found] = a
	}
	judged = slices.Clone(found)
	used := map[*briefing.Acceptance]bool{}
	for i := range judged {
		f := &judged[i]
		a := byPrint[f.Print]
		if a == nil || a.Check != f.Number || a.Of() != f.Ref || f.Barred() != "" {
			continue
		}
		used[a] = true
		f.was, f.Severity, f.Acceptance = f.Severity, Accepted, *a
	}
	for _, a := range decisions { // decided twice, in two copies of the project
		used[a] = used[a] || used[byPrint[a.Found]]
	}
	// Two findings of one text differ in their words; the words that stayed
	// tell which of them was accepted before the text changed around it.
	lapse(judged, decisions, used, func(f *Finding, a *briefing.Acceptance) bool { return a.Evidence == f.Evidence })
	lapse(judged, decisions, used, func(*Finding, *briefing.Acceptance) bool { return true })
	for _, a := range decisions {
		if !used[a] {
			idle = append(idle, a)
		}
	}
	return judged, idle
}

// lapse gives findings that stand the acceptance of the same place that no
// longer holds, one each.
func lapse(judged []Finding, decisions []*briefing.Acceptance, used map[*briefing.Acceptance]bool, same func(*Finding, *briefing.Acceptance) bool) {
	for i := range judged {
		f := &judged[i]
		if f.Severity == Accepted || f.Lapsed.ID != "" {
			continue
		}
		for _, a := range decisions {
			if !used[a] && a.Check == f.Number && a.Of() == f.Ref && a.Field == f.Field && same(f, a) {
				used[a], f.Lapsed = true, *a
				break
			}
		}
	}
}
