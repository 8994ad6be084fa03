package xlsx

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// role is what a row of numbers of a native chart is there for.
type role uint8

const (
	mainSeries  role = iota
	partSeries       // the part of a year that is known, over the expected whole
	planSeries       // outlined, in front
	hiddenBase       // what the steps of a waterfall stand on
	belowSeries      // of a step of a waterfall that crosses zero
	keySeries        // without numbers: a line of the legend
)

// chartSeries is one row of numbers of a chart with its look.
type chartSeries struct {
	role   role
	name   string
	colour string
	fill   document.Fill
	values []briefing.MaybeNumber
	points []document.ChartPoint // beside the values, for fills and labels; may be shorter
}

var seriesColours = [...]string{navy, teal, wine, amber}

// seriesOf turns the specification into what a native chart can draw.
func seriesOf(c *document.Chart) []chartSeries {
	if c.Kind == document.Waterfall {
		return waterfall(c)
	}
	var out, planned []chartSeries
	hue := 0 // of those that are told apart by hue: the previous period is light
	for i, s := range c.Series {
		one := chartSeries{name: s.Name, fill: s.Fill}
		if c.Kind == document.Dumbbell && i == 0 {
			one.fill = document.Previous
		}
		if one.colour = faint; one.fill != document.Previous {
			one.colour = seriesColours[hue%len(seriesColours)]
			hue++
		}
		part, plan := chartSeries{role: partSeries, colour: one.colour}, chartSeries{role: planSeries}
		for _, p := range s.Points {
			one.values, one.points = append(one.values, p.Value), append(one.points, p)
			part.values = append(part.values, p.Part)
			v := p.PlanHigh
			if !v.Valid {
				v = p.PlanLow
			}
			plan.values = append(plan.values, v)
		}
		if one.name == "" {
			one.name = keyName(c, document.Actual)
		}
		part.name, plan.name = keyName(c, document.Actual), keyName(c, document.Plan)
		out = append(out, one)
		if some(part.values) {
			out = append(out, part)
		}
		if some(plan.values) {
			planned = append(planned, plan)
		}
	}
	return append(append(out, planned...), keySeriesOf(c)...)
}

// keySeriesOf are the fills of single bars that the chart's own key explains, as
// series without numbers: a legend names series only.
func keySeriesOf(c *document.Chart) (out []chartSeries) {
	if c.Kind != document.Bars || len(c.Series) > 1 {
		return nil
	}
	for _, k := range c.Key {
		if k.Fill == document.Expected || k.Fill == document.Derived {
			out = append(out, chartSeries{role: keySeries, name: k.Text, colour: navy, fill: k.Fill, values: make([]briefing.MaybeNumber, len(c.Categories))})
		}
	}
	return out
}

func some(values []briefing.MaybeNumber) bool {
	for _, v := range values {
		if v.Valid {
			return true
		}
	}
	return false
}

// keyName is what the chart's own key says of a fill.
func keyName(c *document.Chart, f document.Fill) string {
	for _, k := range c.Key {
		if k.Fill == f {
			return k.Text
		}
	}
	return c.Unit
}

// waterfall stands its steps on an invisible base; a step that crosses zero
// has a part on each side of it.
func waterfall(c *document.Chart) []chartSeries {
	if len(c.Series) == 0 {
		return nil
	}
	zero := briefing.Num("0")
	base := chartSeries{role: hiddenBase, name: " "}
	bar := chartSeries{name: c.Unit, colour: navy}
	below := chartSeries{role: belowSeries, name: c.Unit, colour: navy}
	level, last := zero, len(c.Series[0].Points)-1
	for i, p := range c.Series[0].Points {
		from, to := zero, level
		switch {
		case !p.Value.Valid:
			from = level
		case i == 0 || i == last:
			to, level = p.Value.Decimal, p.Value.Decimal
		default:
			next, err := level.Add(p.Value.Decimal)
			if err != nil { // beyond what a number holds: the step is left out
				next = level
			}
			from, to, level = level, next, next
		}
		low, high := from.Min(to), from.Max(to)
		under, over, beneath := zero, high, low
		switch {
		case !low.IsNeg():
			under, beneath = low, zero
			over, _ = high.Sub(low) // both are of one sign
		case !high.IsPos():
			under, over = high, zero
			beneath, _ = low.Sub(high)
		}
		base.values = append(base.values, briefing.Some(under))
		bar.values, bar.points = append(bar.values, briefing.Some(over)), append(bar.points, p)
		below.values, below.points = append(below.values, briefing.Some(beneath)), append(below.points, p)
	}
	out := []chartSeries{base, bar}
	for _, v := range below.values {
		if !v.Decimal.IsZero() {
			return append(out, below)
		}
	}
	return out
}

// labelFormat is a number format under which the value reads as the label of
// the page: «около 1 545 [e]». Where the label says something else than the
// value, or nothing, it is empty.
func labelFormat(l briefing.Lang, p document.ChartPoint, v briefing.MaybeNumber) string {
	label := line(p.Label)
	if label == "" || !v.Valid || strings.ContainsAny(label, `"\`) {
		return ""
	}
	for d := range maxDecimals + 1 {
		for _, style := range []lang.NumberStyle{{}, {Column: true}} {
			style.Decimals, style.Signed = d, strings.Contains(label, "+")
			before, after, found := strings.Cut(label, line(lang.Number(l, v.Decimal, style)))
			if !found || goesOn(before, after) {
				continue
			}
			before, after = quoted(before), quoted(after)
			f := format(d, style.Signed)
			return before + strings.ReplaceAll(f, ";", after+";"+before) + after
		}
	}
	return ""
}

// goesOn tells that what was found is only a part of a longer number.
func goesOn(before, after string) bool {
	digit := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
	b := strings.TrimRight(before, " .,")
	return b != "" && digit(b[len(b)-1:]) || digit(strings.TrimLeft(after, " .,"))
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + s + `"`
}
