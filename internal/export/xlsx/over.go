package xlsx

import (
	"slices"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// What stands over a table: its title, unit, sources and marks.

// over is a line over a table.
type over struct {
	row  int
	text string
	look excelizeStyle
}

// lines stand over the table: title, unit, source, marks.
func (s *sheet) lines() []over {
	return []over{
		{titleRow, s.in.Table.Named(), excelizeStyle{bold: true, size: titleSize}},
		{unitRow, s.said.unit, excelizeStyle{grey: true}},
		{sourceRow, s.said.source, excelizeStyle{grey: true, bold: s.said.bold}},
		{marksRow, s.said.marks, excelizeStyle{link: true}},
	}
}

// marks is the line over the head, with the way back to the contents.
func (s *sheet) marks() string { return strings.TrimSpace(s.book.Words.Back + "   " + s.in.MarksLine) }

// writeLines writes them, with what is said of the whole table beside them.
func (s *sheet) writeLines(sw stream) error {
	keys, err := s.keyLines()
	if err != nil {
		return err
	}
	for _, l := range s.lines() {
		id, err := s.style(l.look)
		if err != nil {
			return err
		}
		row := []any{excelize.Cell{StyleID: id, Value: line(l.text)}}
		if err := sw.SetRow(at(0, l.row), s.withKey(row, keys[l.row-titleRow])); err != nil {
			return err
		}
	}
	return nil
}

// settleLines lays the sheet on paper and spreads the sentences of a long line of
// sources over the lines around it, so that none goes farther than the paper does.
func (s *sheet) settleLines() {
	stamp := s.in.Table.Stamp
	s.said = saidOver{unit: s.in.UnitLine, source: stamped(s.in.SourceRow, stamp), marks: s.marks(), bold: stamp != ""}
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
	const little = 1.25 // a line that is no longer than this is no reason for a second page
	lines := s.said.pixels()
	if lines < sideways*little {
		lines = min(lines, sideways)
	}
	s.onPaper = paperFor(max(table, s.titlePixels(), lines), letters, across)
}

// stamped is a line of sources that opens with the stamp, unless it has it already.
func stamped(source, stamp string) string {
	if stamp == "" || strings.Contains(source, stamp) {
		return source
	}
	return strings.TrimSpace(stamp + ". " + source)
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
