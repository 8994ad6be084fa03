package app

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// Card is a headline figure as the pack's summary prints it.
type Card struct {
	Ref     briefing.Ref
	Caption string
	Word    string // word of precision or of nature, never dropped
	Number  string
	Unit    string
	Note    string // period, and what it is measured against
	Status  string // of the fact: briefing.Confirmed, …
	Sample  bool
	Spark   []SparkPoint // the same measure in other periods; may be empty
}

// SparkPoint is one bar of a card's drawing. Value is for its height only.
type SparkPoint struct {
	Label string
	Value float64
	Plan  bool
}

const maxSpark = 4

func (v *viewing) cards() []Card {
	if v.doc == nil {
		return nil
	}
	var out []Card
	for _, s := range v.doc.Sections {
		for _, b := range s.Blocks {
			k, ok := b.(document.KeyFigures)
			if !ok || s.Key != "summary" {
				continue
			}
			for _, item := range k.Items {
				if item.Origin != nil {
					out = append(out, v.card(item))
				}
			}
		}
	}
	return out
}

func (v *viewing) card(k document.KeyFigure) Card {
	c := Card{Ref: *k.Origin, Caption: k.What, Word: k.Word, Number: k.Number, Unit: k.Unit, Note: k.Change, Sample: k.Stamp != ""}
	f, ok := v.snap.Fact(c.Ref.ID)
	if !ok {
		return c
	}
	claim, _ := f.Claim()
	if own, ok := v.all.Fact(f.ID); ok { // the leader is not told statuses, the user of the window is
		c.Status = own.Status
	}
	c.Caption = first(f.Product.In(v.l), f.Statement.In(v.l))
	if c.Word == lang.T(v.l, "pack.nature.fact") {
		c.Word = ""
	}
	c.Note = lang.Period(v.l, claim.Period)
	if k.Change != "" && k.Sign != document.SignNoBase && k.Sign != document.SignPlan {
		c.Note += " · " + k.Change
	}
	c.Spark = v.spark(f, claim)
	return c
}

// spark is the fact's own series where it has at least two values of one unit.
func (v *viewing) spark(f *briefing.Fact, c briefing.Claim) []SparkPoint {
	var out []SparkPoint
	seen := map[string]bool{}
	for _, other := range v.snap.SeriesFacts(f.Series) {
		oc, ok := other.Claim()
		if !ok || other.Measure != f.Measure || other.Flow != f.Flow || other.Partner != f.Partner || other.PartOf != f.PartOf ||
			!oc.Figure.Value.Valid || oc.Figure.Unit != c.Figure.Unit {
			continue
		}
		if seen[oc.Period.String()] { // not one measure over time
			return nil
		}
		seen[oc.Period.String()] = true
		n, _ := oc.Figure.Value.Decimal.Float64() // a height on the screen, never a number that is printed
		out = append(out, SparkPoint{
			Label: lang.PeriodShort(v.l, oc.Period), Value: n,
			Plan: other.Nature == briefing.NaturePlan || oc.Figure.Status == briefing.Forecast,
		})
	}
	if len(out) < 2 {
		return nil
	}
	return out[max(len(out)-maxSpark, 0):]
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
