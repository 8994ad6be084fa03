// Package document describes a finished document as blocks that carry
// meaning, not looks: sections, paragraphs of runs, tables that know how a
// cell was computed, chart specifications, key figures, notes. Values are
// pure; every text in them is already in the document's language, and
// numbers stay numbers, so that a page prints them and a workbook calculates
// with them. Nothing downstream computes.
package document

import (
	"fmt"
	"slices"
	"time"

	"briefing/internal/briefing"
)

// DraftKeyword stands among the properties of a file of a draft, so that a
// later draft for the same reader may take its place and nothing else does. It
// does not name the reader: the other side may look at it too.
func DraftKeyword(reader briefing.Audience) string {
	i := slices.Index(briefing.Audiences(), reader)
	if i <= 0 { // the leader is the first
		return "briefing-draft"
	}
	return fmt.Sprintf("briefing-draft-%d", i+1)
}

// Document is one output before it has pages.
type Document struct {
	Lang     briefing.Lang
	Form     string // "pack", "compiler", "factsheet", …
	Audience briefing.Audience

	// Document properties.
	Title, Subject, Author, Keywords string
	AsOf                             time.Time // also the fixed creation date of the file

	Page      PageSetup
	HeadLeft  string   // running head: short title
	HeadRight string   // running head: as-of line
	FootLeft  string   // foot line: body and issue
	FootBody  string   // the body's name of it alone
	FootIssue string   // the issue of it in the fewest words, for pages without room for FootLeft
	FootWord  string   // word before the section in the foot line: «Раздел»; "%s" in it stands for the number
	FootWords string   // the same before several: «Разделы»
	Mark      []string // restriction mark and copy number, lines at the top right of the first page
	Watermark string   // «ПРОЕКТ» across each page of a draft
	Draft     bool     // may go out with faults that show: □ for a character no font has

	Words    Words
	Sections []Section
	// PageNames are what the pages are called instead of their numbers, in
	// order: sheets that go into an issued pack keep its numbers. Pages without
	// one are called by their number.
	PageNames []PageName
}

// PageName is what a page is called: «12а», and whether it is the back of its
// sheet, whatever its number says.
type PageName struct {
	Text string
	Back bool
}

// PageSetup is the paper and its margins in millimetres.
type PageSetup struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64
	Mirrored                 bool // two-sided printing swaps left and right
}

// A6 is the paper of a pocket card.
func A6() PageSetup {
	return PageSetup{Width: 105, Height: 148, Left: 7, Right: 7, Top: 7, Bottom: 12}
}

// A5 is the page of a pack that is carried about.
func A5() PageSetup {
	return PageSetup{Width: 148, Height: 210, Left: 16, Right: 8, Top: 18, Bottom: 16}
}

// A4 is the page of ГОСТ Р 7.0.97-2016: left 20 (30 when kept for more than
// ten years), right 10, top and bottom 20 mm.
func A4(longKept bool) PageSetup {
	p := PageSetup{Width: 210, Height: 297, Left: 20, Right: 10, Top: 20, Bottom: 20}
	if longKept {
		p.Left = 30
	}
	return p
}

// Words are the few words a typesetter itself has to add.
type Words struct {
	Page         string // "стр."
	Contents     string // «Содержание»
	Continuation string // «Продолжение таблицы %s»
	// FigureContinued is «Продолжение рисунка %s».
	FigureContinued string
	PageOf          string // «%s из %s»: number and count of pages in the head; "" is the number alone
}

// Section is one numbered part with its blocks.
type Section struct {
	Key       string // stable, also the target of links: "#trade"
	Number    string // "5.3", empty for the cover
	Level     int    // 1 section, 2 subsection
	Title     string
	Deck      string // one line under the title
	DeckRuns  []Run  // the same, for whom asks which field it shows
	NewPage   bool
	Joins     bool // goes on under the section before, its new page notwithstanding, where that leaves room
	Landscape bool
	Silent    bool // no head and not in the contents: cover
	Bare      bool // no head of its own: its first block, a Banner, is one
	Blocks    []Block
	// Tighter are the blocks of a section that is to be one page arranged closer
	// and shorter, the shortest last: pages take the first that is one page,
	// what has no pages takes Blocks.
	Tighter [][]Block
}

// Block is one of the block types of this package.
type Block interface{ block() }

// Run is a stretch of text of one look.
type Run struct {
	Sign   Sign // a vector sign drawn before the text, NoSign for none
	Text   string
	Bold   bool
	Italic bool
	Small  bool
	Apart  bool  // a line end with some room under it: what follows is the next item of a cell
	Super  bool  // raised and smaller: «м²», «10⁶» where no sign of its own is meant
	Note   []Run // a footnote: its number stands in the place of the run, its text at the foot of the page
	Tone   Tone
	Link   string        // "#key" of a section or "#source-3", or a web address
	Origin *briefing.Ref // the record this text was made from: a bound figure
	// Shows is the field whose text this is a part of, so that a document which
	// was edited can be read back; the runs of one field share it. Bound is the
	// figure that the run prints, as the stored text holds it: "{fact-id:value}".
	Shows *Shown
	Bound string
}

// Tone is the role of a colour; never the only carrier of meaning.
type Tone uint8

// Tones.
const (
	Ink Tone = iota
	Secondary
	Accent
	Good
	Warn
	Bad
)

// Plain makes runs of one plain text.
func Plain(s string) []Run { return []Run{{Text: s}} }

// ParagraphStyle is the role of a paragraph.
type ParagraphStyle uint8

// Styles of paragraph.
const (
	Body       ParagraphStyle = iota // justified, indented, serif 12/16
	Text                             // ragged, no indent, serif 11/14.5: columns, boxes
	Bullet                           // list item
	Small                            // sans 8.75/12
	SourceLine                       // under a figure or table, 7.25/9.5
	Lead                             // bold opening line
	Quote                            // quotation or изложение, indented with a rule
)

// Heading is a heading inside a section (level 2 or 3).
type Heading struct {
	Text  string
	Level int
}

// Paragraph is a paragraph of runs.
type Paragraph struct {
	Runs   []Run
	Style  ParagraphStyle
	Origin *briefing.Ref
}

// Note is a box on soft ground: «Примечание.» and its text. Framed sets it in
// a frame instead: what is still to be clarified.
type Note struct {
	Title  string
	Runs   []Run
	Framed bool
}

// Picture is an image that somebody attached, as wide as its column or less.
type Picture struct {
	Data          []byte // PNG or JPEG, opaque, as it is embedded; empty with a fault
	PNG           bool
	Width, Height int // pixels
	Caption       string
	Fault         string // why it is not printed: a key of package picture
	File          string // its name, as the text has it
	Says          string // what stands in its place when it is not printed
	Origin        *briefing.Ref
}

// Banner is the head of a short form: what it is, its title, what goes with it
// at the right; white on a coloured ground when Filled, else under a rule.
type Banner struct {
	Kicker, Title, Subtitle string
	Side                    []string
	Filled                  bool
}

// KeyFigures is a row of headline figures, five at most.
type KeyFigures struct {
	Items  []KeyFigure
	Legend []KeyLegend
	After  string // text behind the legend
}

// Sign is a vector sign before a change or a status; it never stands without
// its word.
type Sign uint8

// Signs.
const (
	NoSign Sign = iota
	SignRise
	SignFall
	SignPlan
	SignForecast
	SignNoBase
	SignEstimate
	SignConfirmed // full circle; this and the next ones are the compiler's statuses
	SignQualified // half circle
	SignUnchecked // empty circle
	SignConflict  // triangle
	SignRejected  // cross
)

// KeyLegend explains a sign.
type KeyLegend struct {
	Sign Sign
	Text string
}

// KeyFigure is one headline figure: its word is never dropped.
type KeyFigure struct {
	Word   string // «около», «план», «факт»
	Number string // "283,5", already in the language
	Unit   string
	What   string // what and when
	Sign   Sign
	Change string // change, or the reason why there is none
	Source string
	Stamp  string
	Origin *briefing.Ref
}

// Points is a list of numbered messages with a title each.
type Points struct{ Items []Point }

// Point is one message: big number, title, text, and a quiet last line. A
// point without a title is one to be said: its Tag («можно озвучивать») and
// its Tail stand in a column of their own at the right.
type Point struct {
	Number string
	Title  string
	// TitleRuns are the title, for whom asks which field it shows.
	TitleRuns []Run
	Runs      []Run
	Tag       string // order of use, framed
	Tail      string
	Origin    *briefing.Ref
}

// Columns sets blocks side by side; LeftWidth in mm, 0 is half. Gutter is 4 mm.
type Columns struct {
	LeftWidth   float64
	Left, Right []Block
}

// LabelValue is a captioned value.
type LabelValue struct {
	Label string
	Lines []string
}

// Cover is the title page; the contents follow on it when Contents is set.
type Cover struct {
	Organisation []string
	Kicker       string
	Title        string
	Subtitle     string
	Facts        []LabelValue // three cells: event, place, as of
	Contents     bool
	Sign         []LabelValue // for whom, prepared, approved
	City         string
}

// SignOff is the sheet of approval: lines to sign.
type SignOff struct{ Lines []SignLine }

// SignLine is one line to sign: role, post left, name right.
type SignLine struct{ Label, Post, Name string }

// PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Note) block()       {}
func (Picture) block()    {}
func (Banner) block()     {}
func (KeyFigures) block() {}
func (Points) block()     {}
func (Columns) block()    {}
func (Cover) block()      {}
func (SignOff) block()    {}
func (PageBreak) block()  {}
func (Table) block()      {}
func (Chart) block()      {}
