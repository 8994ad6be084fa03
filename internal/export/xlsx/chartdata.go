package xlsx

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// labels print the values at the marks, as the page does where it can be said
// by a number format. A plan, a base and a part have none.
func (c *chartPart) labels(i int, place string) {
	s := &c.series[i]
	if s.role != mainSeries {
		c.add(`<c:dLbls>`, flag("delete", true), `</c:dLbls>`)
		return
	}
	stacked := c.spec.Kind == document.Waterfall
	rest := func(show bool) string {
		return flag("showLegendKey", false) + flag("showVal", show) + flag("showCatName", false) + flag("showSerName", false) + flag("showPercent", false) + flag("showBubbleSize", false)
	}
	c.add(`<c:dLbls>`)
	for n, p := range s.points {
		if n >= len(s.values) || !s.values[n].Valid {
			continue
		}
		if place == "t" && n < s.last() && !(c.spec.Kind == document.Slope && n == 0) && len(c.series) > 1 {
			c.add(`<c:dLbl>`, value("idx", strconv.Itoa(n)), flag("delete", true), `</c:dLbl>`)
			continue
		}
		if stacked && c.crosses(n) { // neither part of the bar is as long as the step
			c.add(`<c:dLbl>`, value("idx", strconv.Itoa(n)), `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="`, c.lang.Tag(), `" sz="900" b="1"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>`,
				escapeXML(line(p.Label)), `</a:t></a:r></a:p></c:rich></c:tx>`, value("dLblPos", place), rest(true), `</c:dLbl>`)
			continue
		}
		f := labelFormat(c.lang, p, p.Value)
		if stacked && f != "" && p.Value.Valid {
			f = unsigned(f, p.Value.Decimal.IsNeg()) // the bar is as long as the step, whatever its sign
		}
		if f == "" {
			continue
		}
		colour := c.labelColour(s)
		if stacked && (p.Fill == document.Actual || p.Fill == document.RiseFill || p.Fill == document.FallFill) {
			colour = "FFFFFF"
		}
		c.add(`<c:dLbl>`, value("idx", strconv.Itoa(n)), `<c:numFmt formatCode="`, escapeXML(f), `" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>`,
			text(colour, 900, true), value("dLblPos", place), rest(true), `</c:dLbl>`)
	}
	c.add(`<c:numFmt formatCode="`, format(c.spec.Decimals, false), `" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>`,
		text(c.labelColour(s), 900, true), value("dLblPos", place), rest(true), `</c:dLbls>`)
}

// labelPlace is where the values of a form stand.
func (c *chartPart) labelPlace() string {
	switch c.spec.Kind {
	case document.Lines, document.Slope, document.Multiples:
		return "t"
	case document.Waterfall:
		return "inEnd"
	case document.Stacked, document.Shares:
		return "ctr"
	}
	return "outEnd"
}

// labelColour is white on the dark parts of a stack.
func (c *chartPart) labelColour(s *chartSeries) string {
	if c.labelPlace() == "ctr" && (s.colour == navy || s.colour == wine) {
		return "FFFFFF"
	}
	return ink
}

// crosses tells that the step has a part below zero and one above.
func (c *chartPart) crosses(n int) bool {
	over := 0
	for _, s := range c.series {
		if s.role != hiddenBase && n < len(s.values) && s.values[n].Valid && !s.values[n].Decimal.IsZero() {
			over++
		}
	}
	return over > 1
}

// last is the last point that has a value.
func (s *chartSeries) last() int {
	for n := len(s.values) - 1; n > 0; n-- {
		if s.values[n].Valid {
			return n
		}
	}
	return 0
}

// unsigned takes the sign out of a format with three parts and prints it as a
// text, since the height of a bar has none.
func unsigned(f string, negative bool) string {
	parts := strings.Split(f, ";")
	if len(parts) != 3 {
		if negative {
			return `"−"` + f
		}
		return f
	}
	part, sign := parts[0], "+"
	if negative {
		part, sign = parts[1], "-"
	}
	at := strings.Index(part, sign+"#")
	if at < 0 {
		return f
	}
	shown := map[string]string{"+": `"+"`, "-": `"−"`}[sign]
	return part[:at] + shown + part[at+1:]
}

// data refers to the cells and carries what they hold.
func (c *chartPart) data(i int) {
	c.add(`<c:cat><c:strRef><c:f>`, escapeXML(c.catsAt), `</c:f>`)
	c.textCache(c.cats)
	c.add(`</c:strRef></c:cat><c:val><c:numRef><c:f>`, escapeXML(c.valuesAt(i)), `</c:f>`)
	c.numberCache(c.series[i].values)
	c.add(`</c:numRef></c:val>`)
}

func (c *chartPart) textCache(texts []string) {
	c.add(`<c:strCache>`, value("ptCount", strconv.Itoa(len(texts))))
	for i, s := range texts {
		c.add(`<c:pt idx="`, strconv.Itoa(i), `"><c:v>`, escapeXML(s), `</c:v></c:pt>`)
	}
	c.add(`</c:strCache>`)
}

func (c *chartPart) numberCache(values []briefing.MaybeNumber) {
	c.add(`<c:numCache><c:formatCode>General</c:formatCode>`, value("ptCount", strconv.Itoa(len(c.cats))))
	for i := range c.cats {
		if v, ok := float(at0(values, i)); ok {
			c.add(`<c:pt idx="`, strconv.Itoa(i), `"><c:v>`, strconv.FormatFloat(v, 'g', -1, 64), `</c:v></c:pt>`)
		}
	}
	c.add(`</c:numCache>`)
}

// ground is where the axis of bars begins: at nothing, so that lengths can be
// compared. The program that draws would begin where the bars differ. An axis
// with amounts below nothing has it inside anyway.
func (c *chartPart) ground() string {
	switch c.spec.Kind {
	case document.Lines, document.Slope, document.Multiples:
		return ""
	}
	for _, s := range c.series {
		for _, v := range s.values {
			if v.Valid && v.Decimal.Sign() < 0 {
				return ""
			}
		}
	}
	return value("min", "0")
}

// axes are the categories and the values: quiet, with hairlines.
func (c *chartPart) axes() {
	lying := c.spec.Kind == document.Ranking || c.spec.Kind == document.Dumbbell || c.spec.Kind == document.Shares
	hairline := func(colour string) string {
		return `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill></a:ln></c:spPr>`
	}
	orientation, catPlace, valuePlace := "minMax", "b", "l"
	if lying {
		orientation, catPlace, valuePlace = "maxMin", "l", "t"
	}
	c.add(`<c:catAx>`, value("axId", "100"), `<c:scaling>`, value("orientation", orientation), `</c:scaling>`, flag("delete", false), value("axPos", catPlace),
		`<c:numFmt formatCode="General" sourceLinked="0"/>`, value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "low"),
		hairline(ink), text(ink, 900, false), value("crossAx", "101"), value("crosses", "autoZero"), flag("auto", false), value("lblAlgn", "ctr"), value("lblOffset", "100"), flag("noMultiLvlLbl", true), `</c:catAx>`)
	c.add(`<c:valAx>`, value("axId", "101"), `<c:scaling>`, value("orientation", "minMax"), c.ground(), `</c:scaling>`, flag("delete", lying), value("axPos", valuePlace))
	if !lying {
		c.add(`<c:majorGridlines>`, hairline(hair), `</c:majorGridlines>`)
	}
	c.add(`<c:numFmt formatCode="`, format(c.spec.Decimals, false), `" sourceLinked="0"/>`, value("majorTickMark", "none"), value("minorTickMark", "none"), value("tickLblPos", "nextTo"),
		`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`, text(quiet, 900, false), value("crossAx", "100"), value("crosses", "autoZero"), value("crossBetween", "between"), `</c:valAx>`)
}

// legend names the series when there is more than one to tell apart.
func (c *chartPart) legend() {
	var hidden []string
	shown := 0
	for i, s := range c.series {
		if s.role == hiddenBase || s.role == belowSeries || s.role == partSeries && i > 0 && c.series[i-1].name == s.name {
			hidden = append(hidden, strconv.Itoa(i))
			continue
		}
		shown++
	}
	if shown < 2 {
		return
	}
	c.add(`<c:legend>`, value("legendPos", "b"))
	for _, i := range hidden {
		c.add(`<c:legendEntry>`, value("idx", i), flag("delete", true), `</c:legendEntry>`)
	}
	c.add(flag("overlay", false), text(ink, 900, false), `</c:legend>`)
}
