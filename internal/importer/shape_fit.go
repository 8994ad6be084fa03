package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Headers are the columns' headers in order; their folded form identifies a
// shape, see Fingerprint.
func (s *Shape) headers() []string {
	var out []string
	for _, c := range s.Columns {
		out = append(out, shapeHeader(c.Header))
	}
	return out
}

// shapeHeader is a header in the form in which shapes are compared: periods in
// it are left out, since the next file has later ones.
func shapeHeader(h string) string {
	f := codes.Fold(plainHead(h))
	if p, ok := headPeriod(h); ok {
		f = strings.Join(strings.Fields(p.Rest), " ") + "{}"
		if p.Growing { // the running total has a form of its own
			f += "+"
		}
	}
	return f
}

// joinHeader joins header rows column by column. A head of an upper row that
// has other heads below it reaches to the right over blank cells as far as
// there are heads below.
func joinHeader(rows [][]string) []string { return joinHeads(rows, nil) }

// joinHeads is joinHeader for rows of which those told as exact already say in
// each cell what reaches to it.
func joinHeads(rows [][]string, exact []bool) []string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	at := func(row, c int) string {
		if c >= len(rows[row]) {
			return ""
		}
		return strings.Join(strings.Fields(rows[row][c]), " ")
	}
	out := make([]string, width)
	for i := range rows {
		last := ""
		for c := range width {
			under := ""
			if i+1 < len(rows) {
				under = at(i+1, c)
			}
			text := at(i, c)
			switch {
			case text != "" && under != "" && under != text && !(exact != nil && exact[i]):
				last = text
			case text != "":
				last = ""
			case under != "":
				text = last
			default:
				last = ""
			}
			switch {
			case text == "" || out[c] == text || strings.HasSuffix(out[c], " / "+text):
			case out[c] == "":
				out[c] = text
			default:
				out[c] += " / " + text
			}
		}
	}
	return out
}

// fitted is a shape brought to a table: columns where they stand, constants
// said by the titles filled in.
type fitted struct {
	shape    Shape
	key      string
	from, to int      // lines of the header
	header   []string // joined
	first    [][]string
	score    int
	title    string // what the table is called above its header
	slid     bool   // its heads may stand beside their columns
	vague    string // a head that may be of a part of the year it is read as
	marked   bool   // heads or cells bear marks of footnotes
	legend   legendOf
	titles   []string
}

// fit finds the header of the shape in the head of a table.
func (s *Shape) fit(h head) (*fitted, bool) {
	for i := 0; i+s.HeaderRows <= len(h.rows) && i < searchRows; i++ {
		header := h.header(i, s.HeaderRows)
		columns, score := s.place(header)
		if score == 0 && h.heads != nil { // kept before merged cells were known
			header = joinHeader(h.rows[i : i+s.HeaderRows])
			columns, score = s.place(header)
		}
		if score == 0 {
			continue
		}
		f := &fitted{shape: *s, header: header, score: score, from: h.lines[i], to: h.lines[i+s.HeaderRows-1]}
		f.shape.Columns = columns
		f.first = h.rows[i+s.HeaderRows : min(len(h.rows), i+s.HeaderRows+10)]
		f.vague, f.marked = vagueIn(columns), marksIn(h.rows[i:])
		f.slid = h.slid(i, s.HeaderRows, func(column int) bool {
			return slices.ContainsFunc(columns, func(c ShapeColumn) bool { return c.Index == column && c.Role != NoRole })
		})
		return f, true
	}
	return nil, false
}

// place finds the shape's columns in a header. All that bear a role must be
// there, but of the columns of periods one is enough, and new ones are read
// like their neighbours. The score is 0 when the header is another one.
func (s *Shape) place(header []string) ([]ShapeColumn, int) {
	taken := make([]bool, len(header))
	forms := make([]string, len(header))
	for i, h := range header {
		forms[i] = shapeHeader(h)
	}
	var out []ShapeColumn
	ofTime, asSaid := map[string]ShapeColumn{}, map[string]ShapeColumn{}
	met, bound := 0, 0
	for _, c := range s.Columns {
		form := shapeHeader(c.Header)
		if _, has := headPeriod(c.Header); has && c.Series.Period != "" && !periods.IsPart(c.Series.Period) {
			ofTime[form], asSaid[c.Header] = c, c
			continue
		}
		at := c.Index - 1
		if at >= len(forms) || taken[at] || forms[at] != form {
			at = -1
			for i := range forms {
				if form != "" && forms[i] == form && !taken[i] {
					at = i
					break
				}
			}
		}
		if at < 0 {
			if c.Role != NoRole {
				return nil, 0
			}
			continue
		}
		taken[at], c.Index = true, at+1
		bound++
		out = append(out, c)
	}
	for i, form := range forms {
		c, ok := ofTime[form]
		p, has := headPeriod(header[i])
		if !ok || !has || taken[i] {
			continue
		}
		taken[i] = true
		c.Series.Period = p.Period.String()
		if same, ok := asSaid[header[i]]; ok { // as the user may have put it
			c = same
		}
		c.Index, c.Header = i+1, header[i]
		out = append(out, c)
		met++
	}
	if len(ofTime) > 0 && met == 0 || len(out) == 0 || bound+met < 2 {
		return nil, 0
	}
	slices.SortFunc(out, func(a, b ShapeColumn) int { return a.Index - b.Index })
	filled := 0
	for _, f := range forms {
		if f != "" {
			filled++
		}
	}
	return out, max(1, 100*len(out)/max(filled, len(out)))
}

// found makes the table that the plan reads.
func (f *fitted) found(p *part, v *variant, t cells.Table) found {
	profile, header, binding := f.layout()
	return found{
		part: p, variant: v, profile: profile, score: f.score, header: header, binding: binding, first: nil, titles: f.titles,
		table: &shapedTable{source: t, fit: f, profile: profile}, shape: f,
	}
}
