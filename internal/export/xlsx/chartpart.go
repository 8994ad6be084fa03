package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// The library writes charts without the numbers that they draw, so that a
// preview on a phone shows an empty frame, and knows neither hatching nor a
// format of its own for a label. Hence the chart's part is written here, in
// the order of the elements that the format demands (ECMA-376 part 1, 21.2);
// the library keeps the frame on the sheet and the relations.

// Colours of the pack (the same as on the pages).
const (
	ink   = "1B1F24"
	quiet = "5B6470"
	hair  = "C3CAD3"
	navy  = "12436D"
	teal  = "28A197"
	wine  = "801650"
	amber = "F46A25"
	pale  = "DCE4EC"
	faint = "B4C3D3"
)

// chartPart is a chart on its way to XML.
type chartPart struct {
	strings.Builder
	lang     briefing.Lang
	spec     *document.Chart
	series   []chartSeries
	cats     []string
	catsAt   string // references to the cells
	nameAt   func(i int) string
	valuesAt func(i int) string
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(s))) // a builder refuses nothing
	return b.String()
}

func (c *chartPart) add(parts ...string) {
	for _, p := range parts {
		c.WriteString(p)
	}
}

// value is an element with nothing but a value.
func value(name, v string) string { return `<c:` + name + ` val="` + v + `"/>` }

func flag(name string, on bool) string {
	if on {
		return value(name, "1")
	}
	return value(name, "0")
}

func (c *chartPart) xml() string {
	c.add(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n",
		`<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
		flag("date1904", false), value("lang", c.lang.Tag()), flag("roundedCorners", false),
		`<c:chart>`)
	c.title()
	c.add(flag("autoTitleDeleted", false), `<c:plotArea><c:layout/>`)
	switch c.spec.Kind {
	case document.Lines, document.Slope, document.Multiples:
		c.lines()
	default:
		c.bars()
	}
	c.axes()
	c.add(`<c:spPr><a:noFill/></c:spPr></c:plotArea>`)
	c.legend()
	c.add(flag("plotVisOnly", true), value("dispBlanksAs", "gap"), `</c:chart>`,
		`<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="`, hair, `"/></a:solidFill></a:ln></c:spPr>`,
		text(quiet, 900, false), `</c:chartSpace>`)
	return c.String()
}

// title is the message, and under it what is measured.
func (c *chartPart) title() {
	run := func(s, colour string, size int, bold bool) string {
		if s == "" {
			return ""
		}
		b := "0"
		if bold {
			b = "1"
		}
		return `<a:p><a:pPr algn="l"><a:defRPr/></a:pPr><a:r><a:rPr lang="` + c.lang.Tag() + `" sz="` + strconv.Itoa(size) + `" b="` + b + `"><a:solidFill><a:srgbClr val="` + colour +
			`"/></a:solidFill></a:rPr><a:t>` + escapeXML(line(s)) + `</a:t></a:r></a:p>`
	}
	under := c.spec.Caption
	if c.spec.Stamp != "" {
		under = c.spec.Stamp + " · " + under
	}
	c.add(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>`,
		run(c.spec.Title, ink, 1200, true), run(strings.TrimSuffix(under, " · "), quiet, 900, false),
		`</c:rich></c:tx>`, flag("overlay", false), `</c:title>`)
}

func text(colour string, size int, bold bool) string {
	b := "0"
	if bold {
		b = "1"
	}
	return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) + `" b="` + b + `"><a:solidFill><a:srgbClr val="` + colour +
		`"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`
}

func (c *chartPart) bars() {
	direction, grouping, overlap, gap := "col", "clustered", "", "60"
	switch c.spec.Kind {
	case document.Ranking, document.Dumbbell: // two dots with a line between are no form of a spreadsheet
		direction, gap = "bar", "45"
	case document.Waterfall, document.Stacked:
		grouping, overlap = "stacked", "100"
	case document.Shares:
		direction, grouping, overlap, gap = "bar", "percentStacked", "100", "45"
	default:
		if c.overlaid() {
			overlap = "100"
		}
	}
	c.add(`<c:barChart>`, value("barDir", direction), value("grouping", grouping), flag("varyColors", false))
	for i := range c.series {
		c.head(i)
		c.add(flag("invertIfNegative", false))
		c.points(i, func(fill string) string { return flag("invertIfNegative", false) + flag("bubble3D", false) + fill })
		c.labels(i, c.labelPlace())
		c.data(i)
		c.add(`</c:ser>`)
	}
	c.add(value("gapWidth", gap))
	if overlap != "" {
		c.add(value("overlap", overlap))
	}
	c.add(value("axId", "100"), value("axId", "101"), `</c:barChart>`)
}

// overlaid tells that plan or part stand before the bars and not beside them.
func (c *chartPart) overlaid() bool {
	for _, s := range c.series {
		if s.role == planSeries || s.role == partSeries || s.role == keySeries {
			return true
		}
	}
	return false
}

func (c *chartPart) lines() {
	c.add(`<c:lineChart>`, value("grouping", "standard"), flag("varyColors", false))
	for i := range c.series {
		s := &c.series[i]
		c.head(i)
		fill := s.colour
		if s.role == planSeries {
			fill = "FFFFFF"
		}
		c.add(`<c:marker>`, value("symbol", "circle"), value("size", "5"), `<c:spPr><a:solidFill><a:srgbClr val="`, fill, `"/></a:solidFill><a:ln w="15875"><a:solidFill><a:srgbClr val="`,
			first(s.colour, navy), `"/></a:solidFill></a:ln></c:spPr></c:marker>`)
		c.labels(i, c.labelPlace())
		c.data(i)
		c.add(flag("smooth", false), `</c:ser>`)
	}
	c.add(flag("marker", true), value("axId", "100"), value("axId", "101"), `</c:lineChart>`)
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// head opens a series with its name and look.
func (c *chartPart) head(i int) {
	s := &c.series[i]
	n := strconv.Itoa(i)
	c.add(`<c:ser>`, value("idx", n), value("order", n), `<c:tx><c:strRef><c:f>`, escapeXML(c.nameAt(i)), `</c:f>`)
	c.textCache([]string{s.name})
	c.add(`</c:strRef></c:tx>`)
	switch c.spec.Kind {
	case document.Lines, document.Slope, document.Multiples:
		dash := ""
		if s.role == planSeries {
			dash = `<a:prstDash val="dash"/>`
		}
		c.add(`<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="`, first(s.colour, navy), `"/></a:solidFill>`, dash, `<a:round/></a:ln></c:spPr>`)
	default:
		c.add(c.look(s, s.fill))
	}
}

// look is the fill of a bar, the same as on the pages.
func (c *chartPart) look(s *chartSeries, f document.Fill) string {
	solid := func(colour string) string { return `<a:solidFill><a:srgbClr val="` + colour + `"/></a:solidFill>` }
	edge := func(colour, width, dash string) string {
		if dash != "" {
			dash = `<a:prstDash val="` + dash + `"/>`
		}
		return `<a:ln w="` + width + `">` + solid(colour) + dash + `</a:ln>`
	}
	var in string
	switch {
	case s.role == hiddenBase:
		in = `<a:noFill/><a:ln><a:noFill/></a:ln>`
	case s.role == planSeries:
		in = `<a:noFill/>` + edge(amber, "19050", "") // over a bar of its own width, where navy would not show
	case f == document.Plan:
		in = solid("FFFFFF") + edge(navy, "15240", "")
	case f == document.Previous:
		in = solid(faint) + edge(navy, "10160", "")
	case f == document.Expected:
		in = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="` + first(s.colour, navy) + `"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>` + edge(first(s.colour, navy), "10160", "")
	case f == document.Derived:
		in = solid(pale) + edge(navy, "11430", "dash")
	case f == document.RiseFill:
		in = solid(teal) + edge(ink, "6350", "")
	case f == document.FallFill:
		in = solid(wine) + edge(ink, "6350", "")
	default:
		in = solid(first(s.colour, navy))
	}
	return `<c:spPr>` + in + `</c:spPr>`
}

// points gives each bar that is not like its series the look of its own.
func (c *chartPart) points(i int, wrap func(string) string) {
	s := &c.series[i]
	if s.role != mainSeries && s.role != belowSeries {
		return
	}
	for n, p := range s.points {
		fill := p.Fill
		if p.Part.Valid && fill == document.Actual {
			fill = document.Expected // the known part stands before it
		}
		if fill == document.Actual || fill == document.NoData || fill == document.Blank || fill == s.fill {
			continue
		}
		c.add(`<c:dPt>`, value("idx", strconv.Itoa(n)), wrap(c.look(s, fill)), `</c:dPt>`)
	}
}
