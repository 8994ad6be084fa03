package insight

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// traded are the parts that have a value in the period. A part without one, of
// a zero, or that is no product or place by itself (hidden codes, what is not
// allocated) has no place among them; apart tells that one of the latter has a
// value.
func (w *writer) traded() (parts []Part, all []measure.Quantity, apart bool) {
	for _, part := range w.s.Parts {
		switch {
		case !positive(part.Now):
		case w.s.unnamed(part):
			apart = true
		default:
			parts, all = append(parts, part), append(all, part.Now)
		}
	}
	return parts, all, apart
}

// unnamed reports a part that is no product, partner or region by itself.
func (s *Subject) unnamed(part Part) bool {
	switch part.Code {
	case figure.HiddenCode, figure.TotalCode, figure.World, "ZZ":
		return true
	}
	return part.Code == "" && part.Name.Empty()
}

// places names the largest part with its share and place; parts of equal
// value share the place («делят 1-е место»).
func (w *writer) places() {
	parts, all, _ := w.traded()
	if len(parts) < 2 {
		return
	}
	order := measure.Ranking(all)
	rank := measure.Rank(order[0], all)
	if !rank.Defined || noted(rank, measure.NoteApproximate) || rank.Figure.Value.Decimal.Cmp(briefing.Num("1")) != 0 {
		return
	}
	share := measure.Share(all[order[0]], w.s.Now)
	if n, ok := exact(share); !ok || n.Sign() <= 0 {
		return
	}
	s := Sentence{Key: KeyPlaces, Results: []measure.Result{rank, share}}
	if rank.Tied == rank.Of && rank.Of > mostNamed {
		return // all are equal: there is no place to speak of
	}
	w.say(s, func(p pen) string {
		var names []string
		for _, i := range order[:rank.Tied] {
			name := p.name(parts[i])
			if name == "" {
				return ""
			}
			if w.s.Kind != Products {
				name = lang.WithArticle(p.l, name)
			}
			if rank.Tied > 1 && w.s.Kind == Products { // names of goods hold commas and an “and” of their own
				name = p.t("quoted", name)
			}
			names = append(names, name)
		}
		key, form := "places.first", "first"
		if rank.Tied > 1 {
			key, form = "places.tied", "tied"
		}
		of := p.piece(form+"of", lang.Plural(p.l, "insight.among."+string(w.s.Kind), rank.Of))
		percent := p.piece(form+"share", p.shareOf(share.Figure.Value.Decimal))
		return p.stop(p.sentence(key+"."+string(w.s.Kind), p.piece(form, p.list(names)), of, percent))
	})
}

// concentration tells what the three largest parts make of the whole.
func (w *writer) concentration() {
	parts, all, apart := w.traded()
	if len(parts) <= mostNamed+1 || apart {
		return
	}
	spread := measure.Concentration(all)
	effective, ok := exact(spread.Effective)
	if !ok {
		return
	}
	order := measure.Ranking(all)
	sum := all[order[0]]
	for _, i := range order[1:mostNamed] {
		n, err := sum.Figure.Value.Decimal.Add(all[i].Figure.Value.Decimal)
		if err != nil || all[i].Figure.Unit != sum.Figure.Unit {
			return
		}
		sum.Figure.Value = briefing.Some(n)
		sum.Figure.Status = ""
		sum.Scope = together(sum.Scope, all[i].Scope)
	}
	share := measure.Share(sum, w.s.Now)
	n, ok := exact(share)
	if !ok || measure.Rank(order[mostNamed-1], all).Tied > 1 { // which three is then a choice
		return
	}
	// How many equal parts would be spread alike is for statisticians, and in no
	// sentence; texts that were taken when it was still have it.
	spreadOf := Piece{Form: "effective"}
	for _, l := range briefing.Langs() {
		*spreadOf.Text.At(l) = lang.Number(l, effective, lang.NumberStyle{Decimals: decimals})
	}
	w.say(Sentence{Key: KeyConcentration, Pieces: []Piece{spreadOf}, Results: []measure.Result{share, spread.Effective}}, func(p pen) string {
		of := lang.Plural(p.l, "insight.of."+string(w.s.Kind), len(parts))
		return p.stop(p.sentence("concentration."+string(w.s.Kind), p.piece("largestof", of), p.piece("largest", p.shareOf(n))))
	})
}

// together is the scope of a sum of two parts: their codes, or their partners,
// one after the other.
func together(a, b measure.Scope) measure.Scope {
	if a.Codes != b.Codes {
		a.Codes += " " + b.Codes
	}
	if a.Partner != b.Partner {
		a.Partner += " " + b.Partner
	}
	return a
}
