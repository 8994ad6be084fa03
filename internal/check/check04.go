package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// check04: growth of value is not called growth of volume: in a sentence that
// holds the change of a value, and in what the source itself says of it.
func check04() Check { return Check{Number: 4, texts: valueCalledVolume} }

func valueCalledVolume(r *reading) []Finding {
	var out []Finding
	for p, s := range r.sentences() {
		for _, f := range r.changesIn(s) {
			if r.callsVolume(p.field.Lang, s) {
				out = append(out, r.inText(p, s, Blocking, "check.04.text", func(l briefing.Lang) string { return titled(f, l) }))
				break
			}
		}
	}
	for _, f := range r.s.Facts {
		for _, c := range f.Claims {
			if _, money := c.Figure.Unit.Currency(); !money || c.Wording == "" || !c.Change.Valid {
				continue
			}
			l := scriptOf(c.Wording)
			for _, s := range cut(l, c.Wording) {
				if r.callsVolume(l, s) {
					out = append(out, wordedAsVolume(f, c))
					break
				}
			}
		}
	}
	return out
}

func wordedAsVolume(f *briefing.Fact, c briefing.Claim) Finding {
	return Finding{
		Severity: Warning, Ref: f.Ref(), Field: "change",
		Evidence: text("check.04.wording", func(l briefing.Lang) []any {
			return []any{shorten(c.Wording), changeText(l, c), lang.Figure(l, c.Figure)}
		}),
		Mend: text("check.04.wording.mend", nil),
	}
}

// changeOf is the change that a claim states, as a figure.
func changeOf(c briefing.Claim) briefing.Figure {
	u := c.ChangeUnit
	if u == "" {
		u = "percent"
	}
	return briefing.Figure{Value: c.Change, Unit: u}
}

// changeText is the change with its sign: «+31,8 %».
func changeText(l briefing.Lang, c briefing.Claim) string {
	if c.ChangeUnit == briefing.Times {
		return lang.Change(l, c)
	}
	return lang.FigureIn(l, changeOf(c), lang.NumberStyle{Decimals: -1, Signed: true})
}

// changesIn lists the facts of value whose change the sentence tells, bound or
// typed.
func (r *reading) changesIn(s *sentence) []*briefing.Fact {
	var out []*briefing.Fact
	isMoney := func(f *briefing.Fact) bool { _, ok := f.Figure().Unit.Currency(); return ok }
	for _, b := range s.bindings {
		if f, ok := r.s.Fact(b.Fact); ok && b.Form == "change" && isMoney(f) {
			out = append(out, f)
		}
	}
	for _, q := range s.quantities {
		if q.Base != "percent" {
			continue
		}
		facts := r.known(q)
		all := len(facts) > 0
		for _, f := range facts {
			all = all && isMoney(f)
		}
		if all && telling(q) {
			out = append(out, facts[0])
		}
	}
	return out
}

// callsVolume reports whether a sentence speaks of volume and not of value.
// «Объём» alone is said of money too, so it counts only where no money stands
// beside it.
func (r *reading) callsVolume(l briefing.Lang, s *sentence) bool {
	if r.has(l, "check.04.value", s) {
		return false
	}
	if r.has(l, "check.04.volume", s) {
		return true
	}
	if !r.has(l, "check.04.loose", s) {
		return false
	}
	for _, f := range r.bound(s) {
		if _, money := f.Figure().Unit.Currency(); money {
			return false
		}
	}
	for _, q := range s.quantities {
		if _, money := q.Base.Currency(); money {
			return false
		}
	}
	return true
}

// scriptOf guesses the language of a wording by its letters.
func scriptOf(s string) briefing.Lang {
	switch {
	case strings.ContainsFunc(s, func(r rune) bool { return r >= 'а' && r <= 'я' || r >= 'А' && r <= 'Я' }):
		return briefing.RU
	case strings.ContainsFunc(s, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }):
		return briefing.ZH
	}
	return briefing.EN
}
