package check

import (
	"strings"

	"briefing/internal/briefing"
)

// check27: a difference or a sum of a CIF and a FOB value says that it is one.
func check27() Check { return Check{Number: 27, texts: basesMixed} }

func basesMixed(r *reading) []Finding {
	var out []Finding
	for _, p := range r.pairs() {
		if p.owner == nil || p.op != '-' && p.op != '+' || !mixed(p.a, p.b) || r.saysBases(p.owner) {
			continue
		}
		out = append(out, r.onPair(p, Warning, "check.27.evidence", func(l briefing.Lang) []any {
			return []any{titled(p.a, l), p.a.Basis, titled(p.b, l), p.b.Basis}
		}))
	}
	for _, total := range r.s.Facts {
		var first *briefing.Fact
		for _, f := range r.s.Facts {
			if f.PartOf != total.ID || f.Basis == "" || total.ID == "" {
				continue
			}
			if first == nil {
				first = f
			} else if mixed(first, f) && !r.saysBases(total) {
				a, b := first, f
				out = append(out, Finding{
					Severity: Warning, Ref: total.Ref(), Field: "basis",
					Evidence: text("check.27.total", func(l briefing.Lang) []any { return []any{titled(a, l), a.Basis, titled(b, l), b.Basis} }),
					Mend:     text("check.27.evidence.mend", nil),
				})
				break
			}
		}
	}
	return out
}

func mixed(a, b *briefing.Fact) bool { return a.Basis != b.Basis && a.Basis != "" && b.Basis != "" }

// saysBases reports whether the fact, or the table and chart that it stands in,
// tells the reader of both bases.
func (r *reading) saysBases(f *briefing.Fact) bool {
	says := func(t briefing.Text) bool {
		for _, l := range briefing.Langs() {
			if s := t.In(l); strings.Contains(s, "CIF") && strings.Contains(s, "FOB") || strings.Contains(s, "СИФ") && strings.Contains(s, "ФОБ") {
				return true
			}
		}
		return false
	}
	if says(f.Comparator) || says(f.Statement) || says(f.Open) {
		return true
	}
	series, ok := r.s.SeriesByID(f.Series)
	return ok && (says(series.Caveat) || says(series.Body) || says(series.Caption))
}
