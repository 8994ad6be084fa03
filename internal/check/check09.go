package check

// check09: no date in a text depends on the day it is read: «в прошлом году»,
// «недавно». What is said aloud, and what others said, may.
func check09() Check { return Check{Number: 9, texts: relativeDates} }

func relativeDates(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		if p.spoken || p.quoted {
			continue
		}
		if w, ok := r.said(p.field.Lang, "check.09.words", s); ok {
			out = append(out, r.inText(p, s, Warning, "check.09.evidence", w))
		}
	}
	return out
}
