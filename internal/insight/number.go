package insight

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// Number is a value that a piece of a sentence prints: of a measure, or a sum
// of rows as it stands ("value", "weight").
type Number struct {
	Result measure.Result
	Of     briefing.Text // the part that it is of, where it is not of the whole
}

// numbers are the values that a piece of the sentence prints. What proves a
// sentence and is not printed in it, such as the years of a record, is in the
// results of the sentence alone.
func (w *writer) numbers(s Sentence, form string) []Number {
	switch form {
	case "now":
		return []Number{{Result: sum(w.s.Now)}}
	case "appeared", "vanished":
		var out []Number
		for _, q := range s.Inputs {
			out = append(out, Number{sum(q), w.partName(q.Scope)})
		}
		return out
	case "move":
		if w.nothingLeft() {
			return []Number{{Result: sum(w.s.Then)}}
		}
		return w.printed(s, nil)
	case "done", "pace":
		return w.printed(s, nil)
	case "driversup", "driversdown", "against":
		want := 1
		if slices.ContainsFunc(s.Pieces, func(p Piece) bool { return p.Form == "driversdown" }) {
			want = -1
		}
		if form == "against" {
			want = -want
		}
		return w.printed(s, func(r measure.Result) bool { return r.Figure.Value.Decimal.Sign() == want })
	}
	keys := map[string][]string{
		"price": {"price-effect"}, "volume": {"volume-effect"}, "others": {"structure-effect", "unweighted-effect"},
		"firstof": {"rank"}, "tiedof": {"rank"}, "firstshare": {"share"}, "tiedshare": {"share"},
		"largest": {"share"}, "effective": {"effective-number"},
	}[form]
	return w.printed(s, func(r measure.Result) bool { return slices.Contains(keys, r.Measure) })
}

// printed are the results of a sentence that are defined and wanted.
func (w *writer) printed(s Sentence, want func(measure.Result) bool) []Number {
	var out []Number
	for _, r := range s.Results {
		if !r.Defined || want != nil && !want(r) {
			continue
		}
		n := Number{Result: r}
		if len(r.Inputs) > 0 && (ofPart(r.Measure) || s.Key == KeyDrivers) {
			n.Of = w.partName(r.Inputs[0].Scope)
		}
		out = append(out, n)
	}
	return out
}

func (w *writer) partName(s measure.Scope) briefing.Text { return w.s.PartName(s) }

// PartName is the name of the part that a scope is of; empty of the whole.
func (s Subject) PartName(of measure.Scope) briefing.Text {
	for _, p := range s.Parts {
		for _, q := range []measure.Quantity{p.Now, p.Then, p.NowQuantity, p.ThenQuantity} {
			if q.Scope == of && q.Period.Kind != briefing.NoPeriod {
				return p.named()
			}
		}
	}
	return briefing.Text{}
}

// named is the part's name in all languages, its code where it has none.
func (p Part) named() briefing.Text {
	var out briefing.Text
	for _, l := range briefing.Langs() {
		*out.At(l) = pen{l}.name(p)
	}
	return out
}

// sum is a quantity as the sum of rows that it is.
func sum(q measure.Quantity) measure.Result {
	key := q.Scope.Measure
	if key == "" {
		key = string(measure.Value)
	}
	return measure.Plain(key, q)
}

// ofPart reports whether a measure is of its first input, not of all of them.
func ofPart(key string) bool {
	return key == "share" || key == "rank" || key == "contribution" || key == "contribution-share"
}
