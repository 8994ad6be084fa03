package xlsx_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// orders are the elements of an element in the order that ECMA-376 part 1
// (18 spreadsheets, 21.2 charts) demands of them.
var orders = func() map[string][]string {
	out := map[string][]string{}
	for name, list := range map[string]string{
		"worksheet":             "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
		"workbook":              "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
		"styleSheet":            "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
		"table":                 "autoFilter sortState tableColumns tableStyleInfo extLst",
		"sheetView":             "pane selection pivotSelection extLst",
		"sheetPr":               "tabColor outlinePr pageSetUpPr",
		"c":                     "f v is extLst",
		"xf":                    "alignment protection extLst",
		"border":                "start end left right top bottom diagonal vertical horizontal",
		"pivotTableDefinition":  "location pivotFields rowFields rowItems colFields colItems pageFields dataFields formats conditionalFormats chartFormats pivotHierarchies pivotTableStyleInfo filters rowHierarchiesUsage colHierarchiesUsage extLst",
		"pivotCacheDefinition":  "cacheSource cacheFields cacheHierarchies kpis tupleCache calculatedItems calculatedMembers dimensions measureGroups maps extLst",
		"chartSpace":            "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
		"chart":                 "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst",
		"barChart":              "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
		"lineChart":             "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
		"ser":                   "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape extLst",
		"catAx":                 "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
		"valAx":                 "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
		"dLbls":                 "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
		"dLbl":                  "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
		"dPt":                   "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
		"legend":                "legendPos legendEntry layout overlay spPr txPr extLst",
		"title":                 "tx layout overlay spPr txPr extLst",
		"numCache":              "formatCode ptCount pt extLst",
		"strCache":              "ptCount pt extLst",
		"twoCellAnchor":         "from to sp grpSp graphicFrame cxnSp pic contentPart clientData",
		"conditionalFormatting": "cfRule extLst",
	} {
		out[name] = strings.Fields(list)
	}
	return out
}()

// outside are the spaces of names that have elements of the same names in
// another order.
func outside(space string) bool {
	return !strings.Contains(space, "spreadsheetml/2006/main") && !strings.Contains(space, "drawingml/2006/chart") && !strings.Contains(space, "spreadsheetDrawing")
}

func orderFaults(parts map[string]*node) (out []string) {
	for name, part := range parts {
		part.walk(func(n *node) {
			order := orders[n.XMLName.Local]
			if order == nil || outside(n.XMLName.Space) {
				return
			}
			last := 0
			for _, k := range n.Kids {
				at := slices.Index(order, k.XMLName.Local)
				switch {
				case at < 0:
					out = append(out, fmt.Sprintf("%s: %s in %s", name, k.XMLName.Local, n.XMLName.Local))
				case at < last:
					out = append(out, fmt.Sprintf("%s: %s after %s in %s", name, k.XMLName.Local, order[last], n.XMLName.Local))
				default:
					last = at
				}
			}
		})
	}
	return out
}

// bookFaults looks at names: of sheets, of ranges.
func bookFaults(parts map[string]*node) (out []string) {
	book := parts["xl/workbook.xml"]
	sheets, ids := map[string]bool{}, map[string]bool{}
	for _, s := range book.all("sheet") {
		name := s.attr("name")
		if n := len(utf16.Encode([]rune(name))); n == 0 || n > 31 || strings.ContainsAny(name, `[]:*?/\`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
			out = append(out, "a sheet can't be called "+name)
		}
		if sheets[strings.ToLower(name)] || ids[s.attr("sheetId")] {
			out = append(out, "two sheets "+name)
		}
		sheets[strings.ToLower(name)], ids[s.attr("sheetId")] = true, true
	}
	names := map[string]bool{}
	for _, d := range book.all("definedName") {
		key := strings.ToLower(d.attr("name")) + "/" + d.attr("localSheetId")
		if names[key] {
			out = append(out, "two names "+key)
		}
		names[key] = true
		if sheet, _, ok := strings.Cut(strings.TrimPrefix(d.Text, "'"), "'!"); !ok || !sheets[strings.ToLower(strings.ReplaceAll(sheet, "''", "'"))] {
			out = append(out, "a name of no sheet: "+d.Text)
		}
	}
	return out
}

// styleFaults counts looks and what they are made of.
func styleFaults(parts map[string]*node) (out []string) {
	styles := parts["xl/styles.xml"]
	n := map[string]int{}
	for _, list := range styles.Kids {
		n[list.XMLName.Local] = len(list.Kids)
		if c := list.attr("count"); c != "" && c != strconv.Itoa(len(list.Kids)) {
			out = append(out, fmt.Sprintf("%s: %s said, %d there", list.XMLName.Local, c, len(list.Kids)))
		}
	}
	for _, x := range styles.all("xf") {
		for attr, list := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"} {
			if i, _ := strconv.Atoi(x.attr(attr)); i >= n[list] {
				out = append(out, fmt.Sprintf("a look with %s %d of %d", attr, i, n[list]))
			}
		}
	}
	for name, part := range parts {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		for _, kind := range []string{"c", "row", "col"} {
			for _, x := range part.all(kind) {
				s := x.attr("s") + x.attr("style")
				if i, _ := strconv.Atoi(s); i >= n["cellXfs"] {
					out = append(out, name+": no look "+s)
				}
			}
		}
		for _, x := range part.all("cfRule") {
			if i, _ := strconv.Atoi(x.attr("dxfId")); x.attr("dxfId") != "" && i >= n["dxfs"] {
				out = append(out, name+": no look of a condition "+x.attr("dxfId"))
			}
		}
	}
	return out
}

// tableFaults holds tables against the heads on their sheets.
func tableFaults(parts map[string]*node) (out []string) {
	names, ids := map[string]bool{}, map[string]bool{}
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/tables/") {
			if key := strings.ToLower(part.attr("displayName")); names[key] || ids[part.attr("id")] {
				out = append(out, "two tables "+key)
			} else {
				names[key], ids[part.attr("id")] = true, true
			}
			if f := part.all("autoFilter"); len(f) == 1 && f[0].attr("ref") != part.attr("ref") {
				out = append(out, name+": filter of another range")
			}
		}
		if !strings.HasPrefix(name, "xl/worksheets/_rels/") {
			continue
		}
		sheet := parts[partOfRelations(name)]
		for _, r := range part.Kids {
			if table := parts["xl/"+strings.TrimPrefix(r.attr("Target"), "../")]; strings.HasSuffix(r.attr("Type"), "/table") && table != nil && sheet != nil {
				out = append(out, headFaults(parts, sheet, table)...)
			}
		}
	}
	return out
}

func headFaults(parts map[string]*node, sheet, table *node) (out []string) {
	name := table.attr("displayName")
	from, to, _ := strings.Cut(table.attr("ref"), ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	columns := table.all("tableColumn")
	if err != nil || err2 != nil || right-left+1 != len(columns) || bottom <= top {
		return []string{fmt.Sprintf("%s: %s with %d columns", name, table.attr("ref"), len(columns))}
	}
	seen := map[string]bool{}
	for i, c := range columns {
		at, _ := excelize.CoordinatesToCellName(left+i, top)
		head := c.attr("name")
		if seen[strings.ToLower(head)] {
			out = append(out, name+": two columns "+head)
		}
		seen[strings.ToLower(head)] = true
		if says := textAt(parts, sheet, at); says != head {
			out = append(out, fmt.Sprintf("%s: column %q, the sheet says %q at %s", name, head, says, at))
		}
	}
	return out
}

// textAt is the text of a cell, of the list of texts or its own.
func textAt(parts map[string]*node, sheet *node, at string) string {
	for _, c := range sheet.all("c") {
		if c.attr("r") != at {
			continue
		}
		text := c
		if c.attr("t") == "s" {
			i, _ := strconv.Atoi(c.all("v")[0].Text)
			text = &parts["xl/sharedStrings.xml"].Kids[i]
		}
		out := ""
		for _, t := range text.all("t") {
			out += t.Text
		}
		return out
	}
	return ""
}

// chartFaults looks at the axes and the stored points of charts.
func chartFaults(parts map[string]*node) (out []string) {
	for name, part := range parts {
		if !strings.HasPrefix(name, "xl/charts/") {
			continue
		}
		axes := map[string]bool{}
		for _, kind := range []string{"catAx", "valAx"} {
			for _, a := range part.all(kind) {
				axes[a.Kids[0].attr("val")] = true
			}
		}
		for _, kind := range []string{"axId", "crossAx"} {
			for _, a := range part.all(kind) {
				if !axes[a.attr("val")] {
					out = append(out, name+": no axis "+a.attr("val"))
				}
			}
		}
		for _, kind := range []string{"numCache", "strCache"} {
			for _, cache := range part.all(kind) {
				count, _ := strconv.Atoi(cache.all("ptCount")[0].attr("val"))
				for _, p := range cache.all("pt") {
					if i, _ := strconv.Atoi(p.attr("idx")); i >= count {
						out = append(out, name+": more points than it says")
					}
				}
			}
		}
		for _, f := range part.all("f") {
			if !strings.HasPrefix(f.Text, "'") || !strings.Contains(f.Text, "'!") {
				out = append(out, name+": draws what stands on no sheet: "+f.Text)
			}
		}
	}
	return out
}
