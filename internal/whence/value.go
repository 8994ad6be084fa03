package whence

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// Style says where a value is printed.
type Style struct {
	Window bool // for fonts of the window, which lack the narrow space
	Bare   bool // amounts alone, where a heading names their unit: whole money, tonnes to one decimal
}

// Value prints a result: the number in its unit with its mark, or the reasons
// why there is none, «не вычисляется: …»; empty where the measure means
// nothing for the line.
func Value(l briefing.Lang, r measure.Result, s Style) string {
	if !r.Defined {
		return Refusal(l, r.Reasons)
	}
	f := r.Figure
	style := lang.NumberStyle{Decimals: -1, Column: true, Window: s.Window}
	text := ""
	switch {
	case r.Measure == "": // stated by a source
		text = lang.FigureIn(l, f, style)
	case r.Measure == "rank":
		style.Decimals = 0
		text = lang.T(l, "whence.place", lang.Number(l, f.Value.Decimal, style), r.Of)
		if r.Tied > 1 {
			text = lang.T(l, "whence.tied", text, r.Tied)
		}
	case f.Unit == "percent" || f.Unit == "pp":
		style.Decimals, style.Signed = 1, signed(r.Measure)
		text = lang.FigureIn(l, f, style)
	case f.Unit == "":
		style.Decimals = 4
		if r.Measure == "index" {
			style.Decimals = 1
		}
		text = lang.FigureIn(l, f, style)
	case strings.HasSuffix(string(f.Unit), "-per-t"):
		style.Decimals = 2
		text = lang.FigureIn(l, f, style)
	default:
		style.Signed = signed(r.Measure)
		for _, n := range []*briefing.MaybeNumber{&f.Value, &f.Low, &f.High} {
			n.Decimal = Sensible(n.Decimal, f.Unit)
		}
		if f = tonnes(f); s.Bare && f.Value.Valid {
			if style.Decimals = 0; f.Unit == "t" {
				style.Decimals = 1
			}
			text = lang.Number(l, f.Value.Decimal, style)
			break
		}
		text = lang.FigureIn(l, f, style)
	}
	if r.Times.Valid {
		text = lang.T(l, "whence.both", text, lang.T(l, "measure.times", lang.Number(l, r.Times.Decimal, lang.NumberStyle{Decimals: 1})))
	}
	if m := f.Status.Mark(); m != "" {
		text += " [" + m + "]"
	}
	return text
}

// Sensible keeps of a computed amount the digits that mean something: hundredths
// of money, thousandths of all else. A quotient has as many as there is room for.
func Sensible(n briefing.Number, u briefing.Unit) briefing.Number {
	digits := 3
	if _, money := u.Currency(); money && u.Power() == 0 {
		digits = 2
	}
	if n.Scale() <= digits {
		return n
	}
	return n.Round(digits).Trim(0)
}

// Refusal prints reasons; empty where there are none.
func Refusal(l briefing.Lang, reasons []string) string {
	if len(reasons) == 0 {
		return ""
	}
	return lang.T(l, "measure.refused", Joined(l, reasons))
}

// Joined are reasons or notes in words.
func Joined(l briefing.Lang, keys []string) string {
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = lang.Reason(l, k)
	}
	return strings.Join(words, lang.T(l, "measure.join"))
}

// signed reports whether a measure is of a change.
func signed(key string) bool {
	switch key {
	case "absolute-change", "growth", "cagr", "share-change", "contribution", "balance", "price-effect", "volume-effect", "structure-effect", "unweighted-effect",
		"plan-gap", "plan-variance", "pace-against", "mirror-gap":
		return true
	}
	return false
}

// tonnes prints sums of kilograms as people read them, with all their digits.
func tonnes(f briefing.Figure) briefing.Figure {
	if f.Unit != "kg" {
		return f
	}
	for _, n := range []*briefing.MaybeNumber{&f.Value, &f.Low, &f.High} {
		if n.Valid {
			t, err := n.Decimal.Mul(briefing.Num("0.001"))
			if err != nil {
				return f
			}
			n.Decimal = t.Trim(0)
		}
	}
	f.Unit = "t"
	return f
}

// Name is the name of a measure or of a column.
func Name(l briefing.Lang, key string) string {
	if name, ok := lang.Has(l, "measure."+key+".name"); ok {
		return name
	}
	if name, ok := lang.Has(l, "whence.column."+key); ok {
		return name
	}
	return key
}

// Short is the name of a column in the head of a table.
func Short(l briefing.Lang, key string) string {
	if name, ok := lang.Has(l, "whence.short."+key); ok {
		return name
	}
	return Name(l, key)
}

// Formula is how a measure is computed; empty for a sum.
func Formula(l briefing.Lang, key string) string {
	text, _ := lang.Has(l, "measure."+key+".formula")
	return text
}
