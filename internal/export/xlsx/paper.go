package xlsx

import (
	"math"
	"slices"
	"strings"
	"unicode"

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
	side, upper, lower, edge := marginInches, 0.75, 0.65, 0.3
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
	wide := 0.0
	for _, w := range s.widths[:s.filled()] {
		wide += paperPixels(w)
	}
	if s.drawable() != nil {
		wide = max(wide, chartWidth*substituted)
	}
	return wide
}

func columnPixels(w float64) float64 { return w*digitPixels + 5 }

// paperPixels is how wide a column may come out where another font is there.
func paperPixels(w float64) float64 { return columnPixels(w) * substituted }

// linePixels is how wide a line over a table is.
func linePixels(text string) float64 { return width(line(text)) * digitPixels * substituted }

// settleLines lays the sheet on paper and spreads the sentences of a long line of
// sources over the lines around it, so that none goes farther than the paper does.
func (s *sheet) settleLines() {
	source, stamp := s.in.SourceRow, s.in.Table.Stamp
	if stamp != "" && !strings.Contains(source, stamp) {
		source = strings.TrimSpace(stamp + ". " + source)
	}
	s.said = saidOver{unit: s.in.UnitLine, source: source, marks: s.marks(), bold: stamp != ""}
	table, letters := s.tablePixels(), s.letters()
	upright, sideways := roomOf(portraitRoom, letters), roomOf(sidewaysRoom, letters)
	across := s.columns() > mostUpright || table > upright
	room := upright
	if across {
		room = max(sideways, table)
	}
	spread := s.said.within(room)
	if !across && spread.pixels() > room {
		spread = s.said.within(sideways)
	}
	s.said = spread
	title := width(line(s.in.Table.Named())) * boldWider * titleSize / textSize * digitPixels // which allows for the font
	const little = 1.25                                                                       // a line that is no longer than this is no reason for a second page
	lines := s.said.pixels()
	if lines < sideways*little {
		lines = min(lines, sideways)
	}
	s.onPaper = paperFor(max(table, title, lines), letters, across)
}

// saidOver is what the lines between title and table say.
type saidOver struct {
	unit, source, marks string
	bold                bool // the line of sources, since it opens with the stamp
}

func (o saidOver) pixels() float64 {
	return max(linePixels(o.unit), o.sourcePixels(), linePixels(o.marks))
}

func (o saidOver) sourcePixels() float64 {
	if o.bold {
		return linePixels(o.source) * boldWider
	}
	return linePixels(o.source)
}

// within moves sentences of the line of sources, the first ones first, to the line
// below and then to the one above as long as they have room there.
func (o saidOver) within(room float64) (said saidOver) {
	opening := ""
	if o.bold { // the stamp stays where it is
		opening, o.source = cutSentence(o.source)
	}
	defer func() { said.source = strings.TrimSpace(opening + " " + said.source) }()
	for (saidOver{source: strings.TrimSpace(opening + " " + o.source), bold: o.bold}).sourcePixels() > room {
		first, rest := cutSentence(o.source)
		below, above := o.marks+"   "+first, strings.TrimSpace(o.unit+"   "+first)
		switch {
		case rest == "":
			return o
		case linePixels(below) <= room:
			o.marks = below
		case linePixels(above) <= room:
			o.unit = above
		default:
			return o
		}
		o.source = rest
	}
	return o
}

// cutSentence parts a text behind its first sentence.
func cutSentence(s string) (first, rest string) {
	r := []rune(s)
	for i := 1; i < len(r)-1; i++ {
		if r[i] == '。' || slices.Contains([]rune(".!?"), r[i]) && unicode.IsSpace(r[i+1]) && i+2 < len(r) && (unicode.IsUpper(r[i+2]) || r[i+2] == '«' || r[i+2] == '“') {
			return string(r[:i+1]), strings.TrimSpace(string(r[i+1:]))
		}
	}
	return s, ""
}
