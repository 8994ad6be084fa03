package xlsx

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// maxDecimals is as many decimals as a number "as it is" is shown with.
const maxDecimals = 6

// float is the number as a sheet holds it, the nearest binary one.
func float(n briefing.MaybeNumber) (float64, bool) {
	if !n.Valid {
		return 0, false
	}
	return n.Decimal.Float64()
}

// decimals is how many decimals a number is shown with in a column; as it is, with
// those that its source gives: 114,0 is more than 114.
func decimals(c document.Column, n briefing.Number) int {
	if c.Kind == document.NumberColumn && c.Decimals >= 0 {
		return c.Decimals
	}
	return min(n.Scale(), maxDecimals)
}

// format is the stored, English form of a number format.
func format(decimals int, signed bool) string {
	f := "#,##0"
	if decimals > 0 {
		f += "." + strings.Repeat("0", decimals)
	}
	if signed {
		return "+" + f + ";-" + f + ";" + strings.TrimPrefix(f, "#,##")
	}
	return f
}

// numberWidth is the width of a number as its format shows it.
func numberWidth(n briefing.Number, decimals int, signed bool) float64 {
	whole := n.Prec() - n.Scale()
	w := float64(max(whole, 1)) + float64(max(whole-1, 0)/3)*0.6
	if decimals > 0 {
		w += float64(decimals) + 0.5
	}
	if signed || n.IsNeg() {
		w++
	}
	return w
}

// rangeText is «915–930»; an end that is not known is an ellipsis.
func rangeText(l briefing.Lang, col document.Column, c *document.Cell) string {
	end := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "…"
		}
		return lang.Number(l, n.Decimal, lang.NumberStyle{Decimals: decimals(col, n.Decimal), Column: true, Window: true})
	}
	return end(c.Low) + "–" + end(c.High)
}
