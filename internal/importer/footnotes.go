package importer

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Marks of footnotes: «2025**», «Соя¹», «12,5*». They are no part of a name or a
// number; what the footnote says of figures, their status, belongs to those marked.

// legendOf are statuses by the mark whose footnote tells them; empty for a footnote
// that tells something else.
type legendOf map[string]briefing.ObsStatus

// raised are the digits that mark footnotes.
const raised = "¹²³⁴⁵⁶⁷⁸⁹"

// areaUnit ends with a raised digit that is no mark: м², км³.
var areaUnit = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:[ксдмkcd]?[мm])$`) })

// footMark divides a text into what it says and the mark of a footnote at its end.
func footMark(s string) (base, mark string) {
	if base = strings.TrimRight(s, "*"); base == s {
		base = strings.TrimRight(s, raised)
	}
	if base == s || base == "" {
		return s, ""
	}
	base, mark = strings.TrimRight(base, " \u00a0"), s[len(base):]
	if mark[0] != '*' && areaUnit().MatchString(base) {
		return s, ""
	}
	return base, mark
}

// headMark is the mark in a header, behind any of its parts.
func headMark(header string) string {
	for part := range strings.SplitSeq(header, " / ") {
		if _, mark := footMark(strings.TrimRight(part, " )")); mark != "" {
			return mark
		}
	}
	return ""
}

var footLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\*+|[` + raised + `]+)\s*[)–—:-]*\s*([^*` + raised + `;]+)`)
})

// marksIn reports whether any text of rows bears the mark of a footnote.
func marksIn(rows [][]string) bool {
	for _, r := range rows {
		for _, s := range r {
			if _, mark := footMark(s); mark != "" {
				return true
			}
		}
	}
	return false
}

// readLegend looks through a table with marks for what their footnotes say.
func (p *plan) readLegend(ctx context.Context) error {
	t, ok := p.table.(*shapedTable)
	if !ok || !p.shape.marked {
		return nil
	}
	const most = 100_000 // rows looked through
	p.shape.legend = legendOf{}
	notes := map[string]string{} // what footnotes say, by mark
	n := 0
	source := plan{found: found{part: p.part, table: t.source}}
	err := source.each(ctx, func(r *cells.Row) bool {
		n++
		text := lineText(r)
		if first := strings.TrimLeft(text, " ("); len(text) < 400 && (strings.HasPrefix(first, "*") || remarkMark(first) != "") {
			for _, m := range footLine().FindAllStringSubmatch(first, -1) {
				if p.shape.legend[m[1]] == "" {
					p.shape.legend[m[1]] = statusIn(codes.Fold(m[2]))
				}
				if notes[m[1]] == "" {
					notes[m[1]] = m[2]
				}
			}
		}
		return n < most
	})
	p.periodsOfNotes(notes)
	return err
}

// periodsOfNotes gives columns of a whole year the part of it that the footnote of
// their head names: «2026*» with «* за 9 месяцев» is no year. Where a footnote speaks
// of a part that can't be made out, the user is asked to look at the column.
func (p *plan) periodsOfNotes(notes map[string]string) {
	for i := range p.shape.shape.Columns {
		c := &p.shape.shape.Columns[i]
		note := notes[headMark(c.Header)]
		whole, ok := periods.Parse(c.Series.Period)
		if note == "" || !ok || whole.Kind != briefing.YearPeriod || !amountRole(c.Role) {
			continue
		}
		year, folded := whole.From.Year, codes.Fold(note)
		part, told := periods.In(folded)
		if told && part.Period.From.Year != year {
			continue // of another column's year
		}
		switch p1, ok := periods.PartOfYear(note); {
		case told && part.Period.Kind != briefing.YearPeriod:
			c.Series.Period = part.Period.String()
		case ok:
			c.Series.Period = periods.InYear(p1, year).String()
		case periods.SpeaksOfPart(folded, year) && p.units.Columns != ColumnsChecked && !p.shape.shape.columnsSeen:
			p.ask("columns", c.Header)
		}
	}
}

// unmark takes the marks off the names and numbers of a row, and keeps them by
// column.
func (r *shapedRows) unmark(src *cells.Row) {
	clear(r.marks)
	for i := range src.Cells {
		c := &src.Cells[i]
		b := cells.Trim(c.Text)
		if last, _ := utf8.DecodeLastRune(b); c.Kind != cells.Text || last != '*' && !strings.ContainsRune(raised, last) {
			continue
		}
		base, mark := footMark(string(b))
		_, told := r.fit.legend[mark]
		if mark == "" || !r.bears(i+1) && !(told && numeric(base)) { // a number whose footnote nobody can read is not taken as it is
			continue
		}
		r.marks[i+1] = mark
		at := len(c.Text) - len(strings.TrimLeft(string(c.Text), " \u00a0\u3000\t")) // the indent says what it is a part of
		c.Text = append(append([]byte(nil), c.Text[:at]...), base...)
	}
}

// bears reports whether a column holds names, which may bear marks.
func (r *shapedRows) bears(column int) bool {
	return slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return c.Index == column })
}

// footStatus is the status that the footnotes of a head, a name or a number tell.
func (r *shapedRows) footStatus(g *series) (briefing.ObsStatus, int) {
	legend := r.fit.legend
	if len(legend) == 0 {
		return "", 0
	}
	for _, c := range g.columns {
		for _, mark := range []string{r.marks[c.Index], headMark(c.Header)} {
			if s := legend[mark]; mark != "" && s != "" {
				return s, c.Index
			}
		}
	}
	for _, c := range r.keys {
		if s := legend[r.marks[c.Index]]; s != "" {
			return s, c.Index
		}
	}
	return "", 0
}

// titleStatus is the status that a title about trade gives all figures:
// «(предварительные данные)»; text is that title. Lines that speak of nothing but
// the figures are remarks, see markProvisional.
func titleStatus(titles []string) (status briefing.ObsStatus, text string) {
	for _, t := range titles {
		s := statusIn(codes.Fold(t))
		if s == "" && provisional(t) {
			s = briefing.Provisional
		}
		if s != "" && aboutTrade(t) {
			return s, t
		}
	}
	return "", ""
}

// titleRemarks are lines above the table that say something of its figures alone.
func titleRemarks(titles []string) (out []string) {
	for _, t := range titles {
		if provisional(t) && !aboutTrade(t) {
			out = append(out, t)
		}
	}
	return out
}

// aboutTrade reports whether a title is one of trade, and not a line on the figures.
func aboutTrade(title string) bool {
	f := codes.Fold(title)
	return flowIn(f) != "" || turnoverTitle([]string{title}) != "" || strings.Contains(f, "торговл")
}
