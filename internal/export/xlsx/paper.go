package xlsx

import (
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// How sheets go onto paper: A4, so that no letter is smaller than seven points. A
// sheet that is too wide for that goes onto several pages side by side.

// Room on A4 between the margins, in points, and letters that may not get smaller
// than leastPoints: a little more than seven, since columns are laid out in the
// digits of a font that may not be there.
const (
	marginInches = 0.4
	portraitRoom = 595.3 - 2*72*marginInches
	sidewaysRoom = 841.9 - 2*72*marginInches
	upperInches  = 0.75
	lowerInches  = 0.65
	uprightRows  = 841.9 - 72*(upperInches+lowerInches) // room for rows
	sidewaysRows = 595.3 - 72*(upperInches+lowerInches)
	leastPoints  = 7.2
	chartText    = 9.0  // the smallest letters of a chart
	toPoints     = 0.75 // of a pixel
	footUpright  = 72   // letters of the foot's left part before they meet the number of the page
	footSideways = 115
	mostUpright  = 7    // columns that stand well upright
	substituted  = 1.14 // how much wider all is where another font takes the place of ours
)

// paper is how a sheet is laid on pages.
type paper struct {
	sideways bool
	pages    int // side by side
}

// roomOf is how many pixels go onto a page without letters of the size getting
// too small.
func roomOf(points, letters float64) float64 { return points / toPoints * letters / leastPoints }

// paperFor lays out a sheet so many pixels wide whose smallest letters have a size.
func paperFor(pixels, letters float64, sideways bool) paper {
	if !sideways && pixels <= roomOf(portraitRoom, letters) {
		return paper{pages: 1}
	}
	const ragged = 1.08 // columns are not cut
	room := roomOf(sidewaysRoom, letters)
	if pixels <= room {
		return paper{sideways: true, pages: 1}
	}
	return paper{sideways: true, pages: int(math.Ceil(pixels * ragged / room))}
}

// page sets a sheet up for print: A4, fit to width, rows repeated (and the first
// column, where the sheet goes onto pages side by side), page numbers, the mark
// and the draft word in the head.
func (o *output) page(name string, on paper, repeat string) error {
	orientation, size, width, height, fit := "portrait", 9, on.pages, 0, true
	if on.sideways {
		orientation = "landscape"
	}
	if err := o.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := o.f.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &size, FitToWidth: &width, FitToHeight: &height}); err != nil {
		return err
	}
	side, upper, lower, edge := marginInches, upperInches, lowerInches, 0.3
	if err := o.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &upper, Bottom: &lower, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	head, foot := "", "&R"+onPaper(o.book.Words.Page, longestOnPaper/2)+" &P / &N"
	if o.book.Watermark != "" {
		head = "&C" + onPaper(o.book.Watermark, longestOnPaper/2)
	}
	if marks := strings.Join(o.book.Mark, "\n"); marks != "" {
		head += "&R" + onPaper(marks, longestOnPaper-units(head)-units("&R"))
	}
	room := footUpright
	if on.sideways {
		room = footSideways
	}
	title := onPaper(line(o.book.Title), min(room, longestOnPaper-units(foot)-units("&L")))
	err := o.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: "&L" + title + foot})
	if err != nil || repeat == "" {
		return err
	}
	titles := quote(name) + "!" + repeat
	if on.pages > 1 {
		titles = quote(name) + "!$A:$A," + titles
	}
	return o.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name})
}

// letters is the size of the smallest letters of the sheet.
func (s *sheet) letters() float64 {
	if s.drawable() != nil {
		return chartText
	}
	return textSize
}

// tablePixels is how wide the table and its chart are on paper.
func (s *sheet) tablePixels() float64 {
	wide := paperPixels(s.widths[:s.filled()]...)
	if s.drawable() != nil {
		wide = max(wide, chartWidth*substituted)
	}
	return wide
}

// paperPixels is how wide columns may come out where another font is there.
func paperPixels(widths ...float64) (pixels float64) {
	for _, w := range widths {
		pixels += (w*digitPixels + 5) * substituted
	}
	return pixels
}

// linePixels is how wide a line over a table is.
func linePixels(text string) float64 { return width(line(text)) * digitPixels * substituted }

// titlePixels is how wide the title is; that it is bold allows for the font.
func (s *sheet) titlePixels() float64 {
	return width(line(s.in.Table.Named())) * boldWider * titleSize / textSize * digitPixels
}

// printed keeps what is for calculating off the paper: the numbers beside a
// chart and the hidden columns. Rows that are added later are printed too.
func (s *sheet) printed() error {
	return s.f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: quote(s.name) + "!$A:$" + letter(s.right()), Scope: s.name,
	})
}

// right is the last column on paper: the table, its chart and the lines over
// it have room, of very long lines the beginning.
func (s *sheet) right() int {
	need := 0.0
	if s.drawable() != nil {
		need = chartWidth * substituted // as the columns below
	}
	need = max(need, min(s.titlePixels(), longLine), min(s.said.pixels(), longLine))
	last, wide := -1, 0.0
	for last < s.filled()-1 || wide < need {
		last++
		switch {
		case last < len(s.widths):
			wide += paperPixels(s.widths[last])
		case last >= s.wide(): // the hidden column has no width
			wide += usualColumn * substituted
		}
	}
	return last
}

// filled is the number of columns that are no spare ones.
func (s *sheet) filled() int {
	if n := len(s.in.Table.Filled().Columns); n < len(s.in.Table.Columns) {
		return n
	}
	return len(s.widths)
}
