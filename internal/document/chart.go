package document

import "briefing/internal/briefing"

// ChartKind is the form of a chart.
type ChartKind uint8

// Forms of chart.
const (
	Bars      ChartKind = iota // by period, plan outlined, forecast hatched
	Waterfall                  // contributions from one level to another
	Ranking                    // horizontal bars, largest first
	Lines                      // lines with direct labels
	Grouped                    // previous period beside the actual one
	Dumbbell                   // two dots a row: Series[0] before, Series[1] now
	Stacked                    // parts of a level one over another, a series each
	Shares                     // the parts of each row as shares of its sum, 100 %
	Slope                      // from the first category to the last, a line for each series
	// PriceVolume is value as an area, price over volume. Series[0] is the
	// volume before and now, Series[1] the price; the labels of Series[2] stand
	// in the area before, on the effect of the price and on that of the volume.
	PriceVolume
	Multiples // a small chart of bars for each series, all on one scale
	Sparkline // a line without words for the cell of a table, on its own scale
)

// Fill is what a mark stands for; the same in every chart.
type Fill uint8

// Fills (pictures/pages/README.md, "Fills").
const (
	Actual   Fill = iota // solid
	Previous             // light with an edge
	Plan                 // outline
	Expected             // hatched forecast
	Derived              // light, dashed edge, [e]
	RiseFill             // change up
	FallFill             // change down
	NoData               // [x] in the empty slot
	Blank                // an empty slot that nothing is to be said of: its time has not come
)

// Chart is the specification of a chart.
type Chart struct {
	ID      string
	Kind    ChartKind
	Label   string // «Рисунок 4»
	Title   string // the message, ten words at most; neutral under a stamp
	Caption string // measure, scope, unit
	Source  string
	Stamp   string
	Alt     string // what a reader who does not see it is told
	Unit    string
	// Decimals of the axis labels.
	Decimals   int
	Categories []string // "\n" breaks a label into two lines
	// Series: Bars, Waterfall, Ranking, Sparkline have one, Dumbbell two,
	// PriceVolume three, Grouped and Lines four at most, the others any number.
	Series  []Series
	Totals  []string // over the stacks of Stacked, one a category
	SubHead string   // over the column of Sub at the right of Ranking and Dumbbell: «п. п.»
	Key     []KeyEntry
	Height  float64 // of the plot in points, 0 is the form's own
	// Rows is set in a part of a chart that is longer than a page: the rows that
	// are drawn, on the scale of all; of Ranking, Dumbbell and Shares, and series of
	// Multiples.
	Rows Stretch
}

// Stretch is a part of a list, To excluded; the zero one is all of it.
type Stretch struct{ From, To int }

// Any reports whether it is a part.
func (s Stretch) Any() bool { return s.To > s.From }

// Series is one row of points.
type Series struct {
	Name   string
	Fill   Fill
	Points []ChartPoint
}

// ChartPoint is one mark. In a waterfall the first and last points are levels
// and the others signed changes.
type ChartPoint struct {
	Value briefing.MaybeNumber
	Fill  Fill
	Label string // over the mark, in the language
	Sub   string // second line of the label; in Ranking and Dumbbell a column at the right
	// Part of a year: solid up to it, then the fill of the point up to Value.
	Part      briefing.MaybeNumber
	PartLabel string
	PartSub   string
	// Plan drawn as an outline behind the mark; a range has both.
	PlanLow, PlanHigh briefing.MaybeNumber
	PlanLabel         string
	Bound             bool // «более»: an arrow beyond the bar
	// What another source says of the same mark: a rule across it (Ranking).
	Other  briefing.MaybeNumber
	Origin *briefing.Ref
}

// KeyEntry explains a fill.
type KeyEntry struct {
	Fill Fill
	Text string
}
