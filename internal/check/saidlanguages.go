package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// toldWords is a change or a share that a text tells, in figures or in words.
type toldWords struct {
	text  string
	words bool
	is    interval // a manifold, or the per cent of a share
}

// saidDiffers finds the one change, or the one share, of two texts where one of
// them at least is in words and both can't be right: «вдвое», “tripled”. Of
// several it is not known which is which.
func saidDiffers(a, b *passage) (x, y string, ok bool) {
	for _, list := range []func(*passage) []toldWords{changesOf, sharesOf} {
		m := list(a)
		if len(m) != 1 {
			continue // the words of the other need not be read
		}
		if n := list(b); len(n) == 1 && (m[0].words || n[0].words) && !m[0].is.meets(n[0].is) {
			return m[0].text, n[0].text, true
		}
	}
	return "", "", false
}

// changesOf are the changes of a passage of which the words say which way they
// go.
func changesOf(p *passage) []toldWords {
	var out []toldWords
	for _, s := range p.list {
		for _, q := range s.inWords() {
			if q.Kind != prose.SaidChange {
				continue
			}
			i, ok := claimed(q)
			if ok && q.Turn != 0 {
				i, ok = manifold(i, q.Base, q.Turn)
			}
			if !ok || q.Turn == 0 {
				return nil // one that can't be compared
			}
			out = append(out, toldWords{s.text[q.From:q.End], true, i})
		}
		for _, q := range s.quantities {
			if q.Base != "percent" && q.Base != briefing.Times || q.Power != 0 || q.High.Valid {
				continue
			}
			turn := prose.TurnOf(p.field.Lang, s.text, q)
			i, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: q.Word})
			if ok && turn != 0 {
				i, ok = manifold(i, q.Base, turn)
			}
			if ok && turn != 0 {
				out = append(out, toldWords{s.text[q.From:q.End], false, i})
			}
		}
	}
	return out
}

// sharesOf are the shares of a passage that are told in words.
func sharesOf(p *passage) []toldWords {
	var out []toldWords
	for _, s := range p.list {
		for _, q := range s.inWords() {
			if i, ok := claimed(q); ok && q.Kind == prose.SaidShare {
				out = append(out, toldWords{s.text[q.From:q.End], true, i})
			}
		}
	}
	return out
}
