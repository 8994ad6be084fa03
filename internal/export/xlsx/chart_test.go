package xlsx_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/officetest"
)

func point(v string, f document.Fill, label string) document.ChartPoint {
	return document.ChartPoint{Value: briefing.SomeNum(v), Fill: f, Label: label}
}

// charts are one of each form, with what each is there for.
func charts() []document.Chart {
	part := point("1700", document.Expected, "ожидалось около 1 700 [f]")
	part.Part = briefing.SomeNum("1640")
	planned := point("961.8", document.Actual, "961,8")
	planned.PlanLow, planned.PlanHigh = briefing.SomeNum("915"), briefing.SomeNum("930")
	return []document.Chart{
		{
			Kind: document.Bars, Title: "Экспорт вдвое выше", Caption: "Экспорт, млн долл. США", Unit: "млн долл. США", Source: "Источник: [8]",
			Categories: []string{"2018", "2019", "2020", "2022\nожид."},
			Series:     []document.Series{{Points: []document.ChartPoint{point("829", document.Derived, "829 [e]"), planned, {Fill: document.NoData}, part}}},
			Key:        []document.KeyEntry{{Fill: document.Plan, Text: "план"}, {Fill: document.Actual, Text: "факт"}},
		},
		{
			Kind: document.Waterfall, Title: "Что дало прирост", Stamp: "ОБРАЗЕЦ · условные данные", Categories: []string{"2021", "Мясо", "Зерно", "2022"},
			Series: []document.Series{{Points: []document.ChartPoint{
				point("10", document.Derived, "10"), point("-15.5", document.FallFill, "−15,5"), point("25.5", document.RiseFill, "+25,5"), point("20", document.Actual, "20"),
			}}},
		},
		{
			Kind: document.Ranking, Title: "Товары", Decimals: 1, Categories: []string{"Мясо & субпродукты", `"Молоко"`},
			Series: []document.Series{{Points: []document.ChartPoint{point("37.595", document.Actual, "37,6"), point("13", document.Previous, "13,0")}}},
		},
		{
			Kind: document.Lines, Title: "По месяцам", Categories: []string{"янв", "фев"},
			Series: []document.Series{
				{Name: "2021", Points: []document.ChartPoint{point("1", document.Actual, ""), point("2", document.Actual, "")}},
				{Name: "2022", Points: []document.ChartPoint{point("3", document.Actual, ""), {}}},
			},
		},
		{
			Kind: document.Grouped, Title: "Было и стало", Categories: []string{"А"},
			Series: []document.Series{{Name: "2021", Fill: document.Previous, Points: []document.ChartPoint{point("1", document.Previous, "1")}}, {Name: "2022", Points: []document.ChartPoint{point("2", document.Actual, "2")}}},
		},
		{
			Kind: document.Dumbbell, Title: "Было и стало", Categories: []string{"А", "Б"}, Series: two(),
		},
		{Kind: document.Stacked, Title: "Состав", Categories: []string{"2021", "2022"}, Series: two()},
		{Kind: document.Shares, Title: "Доли", Categories: []string{"2021", "2022"}, Series: two()},
		{Kind: document.Slope, Title: "Было и стало", Categories: []string{"2021", "2022"}, Series: two()},
		{Kind: document.Multiples, Title: "По товарам", Categories: []string{"2021", "2022"}, Series: two()},
	}
}

func two() []document.Series {
	return []document.Series{
		{Name: "2021", Points: []document.ChartPoint{point("1", document.Actual, "1"), point("5", document.Actual, "5")}},
		{Name: "2022", Points: []document.ChartPoint{point("2", document.Actual, "2"), point("4", document.Actual, "4")}},
	}
}

// chartXML writes a book with the chart and gives the chart's part.
func chartXML(t *testing.T, c document.Chart) string {
	t.Helper()
	b := book()
	b.Sheets[0].Chart = &c
	return partOf(t, write(t, b), "xl/charts/chart1.xml")
}

func partOf(t *testing.T, data []byte, name string) string {
	t.Helper()
	for _, p := range officetest.Parts(t, data) {
		if p.Name == name {
			return p.Text
		}
	}
	t.Fatalf("no part %s", name)
	return ""
}

// sheetParts are the parts of the sheets, by their names.
func sheetParts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range officetest.Parts(t, data) {
		if strings.HasPrefix(p.Name, "xl/worksheets/sheet") {
			out[p.Name] = p.Text
		}
	}
	return out
}

// A preview that does not calculate draws what the part itself carries.
func TestChartsCarryTheirNumbersAndNames(t *testing.T) {
	for _, c := range charts() {
		text := chartXML(t, c)
		for i, s := range c.Series {
			if s.Name != "" && !strings.Contains(text, "<c:v>"+s.Name+"</c:v>") {
				t.Errorf("form %d: series %d has no name", c.Kind, i)
			}
			for _, p := range s.Points {
				v, _ := p.Value.Decimal.Abs().Float64()
				if c.Kind != document.Waterfall && p.Value.Valid && !strings.Contains(text, "<c:v>"+p.Value.Decimal.String()+"</c:v>") {
					t.Errorf("form %d: %v is not there", c.Kind, v)
				}
			}
		}
		if n := strings.Count(text, "<c:ptCount"); n != strings.Count(text, "<c:f>") {
			t.Errorf("form %d: %d references, %d with what they hold", c.Kind, strings.Count(text, "<c:f>"), n)
		}
	}
}

func TestMarksLookAndReadAsOnThePage(t *testing.T) {
	all := charts()
	for i, want := range [][]string{
		{`prst="wdUpDiag"`, `<a:prstDash val="dash"/>`, `formatCode="#,##0&#34; [e]&#34;"`, `formatCode="&#34;ожидалось около &#34;#,##0&#34; [f]&#34;"`, `<c:v>план</c:v>`, `<c:overlap val="100"/>`, `<c:v>2022 ожид.</c:v>`},
		{`<a:noFill/><a:ln><a:noFill/></a:ln>`, `<a:t>−15,5</a:t>`, `<a:t>+25,5</a:t>`, `ОБРАЗЕЦ`, `<c:grouping val="stacked"/>`},
		{`<c:orientation val="maxMin"/>`, `Мясо &amp; субпродукты`, `<c:barDir val="bar"/>`},
		{`<c:lineChart>`},
		{`<c:grouping val="clustered"/>`, `B4C3D3`},
		{`<c:barDir val="bar"/>`, `B4C3D3`},
		{`<c:grouping val="stacked"/>`, `<c:dLblPos val="ctr"/>`},
		{`<c:grouping val="percentStacked"/>`},
		{`<c:lineChart>`},
		{`<c:lineChart>`},
	} {
		text := chartXML(t, all[i])
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("form %d: no %s in\n%s", all[i].Kind, w, text)
			}
		}
	}
}

// A step of a waterfall that crosses zero stands on both sides of it: bases and
// parts add up to the levels.
func TestAWaterfallCrossesZero(t *testing.T) {
	text := chartXML(t, charts()[1])
	values := func(series int) []string {
		at := strings.Split(text, "<c:val>")[series+1]
		at, _, _ = strings.Cut(at, "</c:val>")
		var out []string
		for _, p := range strings.Split(at, "<c:v>")[1:] {
			v, _, _ := strings.Cut(p, "<")
			out = append(out, v)
		}
		return out
	}
	for i, want := range []string{"0 0 0 0", "10 10 20 20", "0 -5.5 -5.5 0"} {
		if got := strings.Join(values(i), " "); got != want {
			t.Errorf("row %d: %s, want %s", i, got, want)
		}
	}
}

// Excel refuses a part whose elements stand in another order than the format
// says (ECMA-376 part 1, 21.2.2).
func TestElementsOfChartsStandInTheirOrder(t *testing.T) {
	label := "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
	axis := "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
	order := map[string]string{
		"chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData printSettings userShapes",
		"chart":      "title autoTitleDeleted view3D plotArea legend plotVisOnly dispBlanksAs",
		"title":      "tx layout overlay spPr txPr",
		"plotArea":   "layout barChart lineChart catAx valAx dTable spPr",
		"barChart":   "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
		"lineChart":  "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
		"ser":        "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
		"dPt":        "idx invertIfNegative marker bubble3D explosion spPr",
		"dLbls":      "dLbl " + label[len("idx "):],
		"dLbl":       label,
		"catAx":      axis + " auto lblAlgn lblOffset noMultiLvlLbl",
		"valAx":      axis + " crossBetween majorUnit minorUnit dispUnits",
		"legend":     "legendPos legendEntry layout overlay spPr txPr",
		"strCache":   "ptCount pt", "numCache": "formatCode ptCount pt", "strRef": "f strCache", "numRef": "f numCache",
	}
	for _, c := range charts() {
		d := xml.NewDecoder(strings.NewReader(chartXML(t, c)))
		var path []string
		last := map[int]int{}
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("form %d: %v", c.Kind, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				if n := len(path); n > 0 {
					if want := strings.Fields(order[path[n-1]]); len(want) > 0 {
						at := slices.Index(want, e.Name.Local)
						if at < 0 || at < last[n] {
							t.Errorf("form %d: %s in %s", c.Kind, e.Name.Local, strings.Join(path, "/"))
						}
						last[n] = at
					}
				}
				path = append(path, e.Name.Local)
				last[len(path)] = 0
			case xml.EndElement:
				path = path[:len(path)-1]
			}
		}
	}
}

// The library streams a sheet without its extensions; those that draw inside
// cells are put in, and a bar finds its look by the name its rule has.
func TestLinesAndBarsStandInTheirCells(t *testing.T) {
	b := book()
	table := &b.Sheets[0].Table
	table.Columns = []document.Column{
		{Key: "name", Title: "Товар"},
		{Key: "m01", Title: "янв", Kind: document.NumberColumn},
		{Key: "m02", Title: "фев", Kind: document.NumberColumn},
		{Key: "total", Title: "Всего", Kind: document.NumberColumn, Bar: true},
	}
	table.Trend = document.HeadGroup{From: 1, To: 2}
	table.Rows = []document.Row{
		{Cells: []document.Cell{document.Txt("А"), number("1"), number("2"), number("3")}},
		{Cells: []document.Cell{document.Txt("Б"), number("4"), document.Dash(), number("4")}},
		{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("Итого"), number("5"), number("2"), number("7")}},
	}
	b.Sheets[0].Chart = nil
	text := partOf(t, write(t, b), "xl/worksheets/sheet3.xml")
	rule := between(text, "<x14:id>", "<")
	for _, want := range []string{
		`<xm:f>&#39;T01 Товары&#39;!B6:C6</xm:f><xm:sqref>E6</xm:sqref>`, `<xm:sqref>E8</xm:sqref>`,
		`<x14:cfRule type="dataBar" id="` + rule + `">`, `<xm:sqref>D6:D7</xm:sqref>`, `</extLst></worksheet>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %s", want, text[strings.Index(text, "</sheetData>"):])
		}
	}
	if strings.Contains(text, `<xm:sqref>E7</xm:sqref>`) {
		t.Error("a line through one number")
	}
	if rule == "" || !strings.Contains(text, "Динамика") {
		t.Error("no rule of a bar, or no head over the lines")
	}
	if err := xml.Unmarshal([]byte(text), new(any)); err != nil {
		t.Error(err)
	}
}

func between(s, before, after string) string {
	_, s, _ = strings.Cut(s, before)
	s, _, _ = strings.Cut(s, after)
	return s
}

// Value as an area has no form in a spreadsheet: the table stands alone.
func TestAFormThatASpreadsheetLacksLeavesTheTable(t *testing.T) {
	b := book()
	b.Sheets[0].Chart = &document.Chart{Kind: document.PriceVolume, Title: "Цена и объём", Categories: []string{"2021", "2022"}, Series: two()}
	for _, p := range officetest.Parts(t, write(t, b)) {
		if strings.HasPrefix(p.Name, "xl/charts/") {
			t.Error(p.Name)
		}
	}
}

// One number is no picture; with a plan beside it, or a part of it, it is.
func TestOneNumberIsNotDrawn(t *testing.T) {
	planned := point("961.8", document.Actual, "961,8")
	planned.PlanLow, planned.PlanHigh = briefing.SomeNum("915"), briefing.SomeNum("930")
	for p, drawn := range map[*document.ChartPoint]bool{{Value: briefing.SomeNum("5"), Label: "5"}: false, &planned: true} {
		b := book()
		b.Sheets[0].Chart = &document.Chart{Kind: document.Bars, Title: "Экспорт", Categories: []string{"2022"}, Series: []document.Series{{Points: []document.ChartPoint{*p}}}}
		parts, err := partsOf(write(t, b))
		if err != nil {
			t.Fatal(err)
		}
		if _, has := parts["xl/charts/chart1.xml"]; has != drawn {
			t.Errorf("%+v is drawn: %v", p, has)
		}
	}
}

// Bars begin at nothing; where some go below it, and for lines, the program
// that draws chooses.
func TestBarsBeginAtNothing(t *testing.T) {
	below := document.Chart{Kind: document.Bars, Title: "Сальдо", Categories: []string{"2021", "2022"}, Series: []document.Series{{Points: []document.ChartPoint{
		point("5", document.Actual, "5"), point("-3", document.Actual, "−3"),
	}}}}
	for _, c := range append(charts(), below) {
		lines := c.Kind == document.Lines || c.Kind == document.Slope || c.Kind == document.Multiples
		want := !lines && c.Title != below.Title
		if c.Kind == document.Waterfall {
			continue // what its hidden steps stand on is its own
		}
		if got := strings.Contains(chartXML(t, c), `<c:orientation val="minMax"/><c:min val="0"/></c:scaling>`); got != want {
			t.Errorf("%s: begins at nothing %v, want %v", c.Title, got, want)
		}
	}
}

// The legend has what the chart's own key says, each once: the actual, the plan,
// which shows over a bar as dark as it, and the fills of single bars.
func TestTheLegendSaysWhatTheKeyOfThePageSays(t *testing.T) {
	c := charts()[0]
	c.Key = append(c.Key, document.KeyEntry{Fill: document.Expected, Text: "прогноз"}, document.KeyEntry{Fill: document.Derived, Text: "расчёт [e]"})
	text := chartXML(t, c)
	gone := map[int]bool{}
	for i := range 9 {
		gone[i] = strings.Contains(text, fmt.Sprintf(`<c:legendEntry><c:idx val="%d"/><c:delete val="1"/>`, i))
	}
	var shown []string
	plan := ""
	for i, s := range strings.Split(text, "<c:ser>")[1:] {
		name := s[strings.Index(s, "<c:v>")+len("<c:v>"):]
		name = name[:strings.Index(name, "<")]
		if !gone[i] {
			shown = append(shown, name)
		}
		if name == "план" {
			plan = s[:strings.Index(s, "</c:spPr>")]
		}
	}
	if got := strings.Join(shown, ", "); got != "факт, план, прогноз, расчёт [e]" {
		t.Error(got)
	}
	if !strings.Contains(plan, "<a:noFill/><a:ln") || strings.Contains(plan, "12436D") {
		t.Errorf("the plan looks like %s", plan)
	}
	if strings.Count(text, `<c:overlap val="100"/>`) != 1 {
		t.Error("series without numbers take room")
	}
}
