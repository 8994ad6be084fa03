package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// What a file says of its figures in a line of its own belongs to them:
// «предварительные данные», «… — данные не публикуются», “Source: …”. Such
// lines are kept with the import and stand under the tables made from it.

// remarksKept is how many lines one import keeps.
const remarksKept = 8

// remarkWords begin a line that is a remark.
func remarkWords() []string {
	return []string{
		"примечан", "источник", "данные", "справочно", "по данным", "по оценке", "сноск",
		"note", "source", "remark", "data ", "figures ", "注", "备注", "说明", "数据来源", "资料来源", "来源",
	}
}

// remarkText tells a remark from a heading between rows: by the mark of a
// footnote in front, or by how it begins or what it speaks of.
func remarkText(s string) bool {
	f := codes.Fold(s)
	if len(f) < 8 {
		return false
	}
	if strings.HasPrefix(f, "*") || remarkMark(s) != "" || provisional(s) {
		return true
	}
	return slices.ContainsFunc(remarkWords(), func(w string) bool { return strings.HasPrefix(f, w) })
}

// provisional reports whether a text says that figures are not final yet.
func provisional(s string) bool {
	f := codes.Fold(s)
	return slices.ContainsFunc([]string{
		"предварительн", "уточняются", "будут уточн", "подлежат уточн", "оперативные данные", "оперативные сведения", "оперативно",
		"preliminary", "provisional", "subject to revision", "初步", "快报数",
	}, func(w string) bool { return strings.Contains(f, w) })
}

// noted sets a row aside that is no data and keeps what it says.
func noted(r *cells.Row) fate {
	return setAside(AsideNote).saying(lineText(r))
}

// lineText is what stands in a row, cell after cell.
func lineText(r *cells.Row) string {
	var parts []string
	for i := range r.Cells {
		if t := cell(r, i+1); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// other notes a table of a sheet that is not read.
func (l *ledger) other(at RowAt) {
	l.others = append(l.others, at)
	l.note(NoteOther)
}

// asideOf enters the fate of a row that is not stored, and keeps what it says
// of the others.
func (l *ledger) asideOf(f fate) {
	l.setAside(f.aside)
	if f.aside == AsideOther && !slices.ContainsFunc(l.others, func(at RowAt) bool { return at.File == f.text }) {
		l.other(RowAt{File: f.text, Line: f.column})
	}
	if f.aside == AsideNote && remarkText(f.text) {
		l.remark(f.text)
	}
}

// remark keeps what a file says of its figures.
func (l *ledger) remark(text string) {
	if text = cutText(text); len(l.remarks) < remarksKept && !slices.Contains(l.remarks, text) {
		l.remarks = append(l.remarks, text)
	}
}

// markProvisional marks the figures that the file calls provisional: all of
// them, or those of the period that the remark names. A remark on a footnote's
// mark that head or cells of the table carry is of these alone, and marks
// nothing; neither does one in a table that has a column for the status.
func (j *job) markProvisional(set *figure.Set, remarks []string) *figure.Set {
	ofTitle := map[string]bool{}
	for _, p := range j.plans { // whose rows have the status by now
		_, said := titleStatus(p.titles)
		ofTitle[cutText(said)] = true
	}
	at := slices.IndexFunc(remarks, func(s string) bool { return provisional(s) && !ofTitle[s] })
	if at < 0 || set.Len() == 0 || slices.ContainsFunc(j.plans, func(p *plan) bool { return p.profile.Settled || p.tellsStatus() || p.profile.Record != "" }) {
		return set
	}
	if remarkMark(remarks[at]) != "" && slices.ContainsFunc(j.plans, (*plan).starred) {
		return set
	}
	var of figure.Filter
	if parts := periods.Listed(remarks[at]); len(parts) > 0 {
		year := set.Range().End().AddDate(0, 0, -1).Year() // of the latest year, or that which is named
		if p, ok := periods.In(codes.Fold(remarks[at])); ok {
			year = p.Period.From.Year
		}
		of.Period = func(p briefing.Period) bool {
			return slices.ContainsFunc(parts, func(part briefing.Period) bool {
				part = periods.InYear(part, year)
				return !p.Start().Before(part.Start()) && !p.End().After(part.End())
			})
		}
	} else if p, ok := periods.In(codes.Fold(remarks[at])); ok {
		of.From, of.To = p.Period.Start(), p.Period.End()
	} else if part, ok := periods.PartOfYear(remarks[at]); ok { // of the latest year that has it
		of.Period = func(p briefing.Period) bool {
			return p == periods.InYear(part, set.Range().End().AddDate(0, 0, -1).Year())
		}
	}
	return set.Marked(of, briefing.Provisional)
}

// tellsStatus reports whether a column, or a head, tells the status of figures.
func (p *plan) tellsStatus() bool {
	if p.shape == nil {
		return p.col[RoleStatus] >= 0
	}
	s := &p.shape.shape
	return s.hasRole(RoleStatus) || len(s.Estimates) > 0 || slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Status != "" && c.Aside == "" })
}

// remarkMark is the mark of the footnote that a remark is.
func remarkMark(remark string) string {
	if m := footLine().FindStringSubmatchIndex(remark); m != nil && m[0] == 0 {
		return remark[m[2]:m[3]]
	}
	return ""
}

// starred reports whether head or first rows carry the mark of a footnote.
func (p *plan) starred() bool {
	star := func(s string) bool { return strings.ContainsAny(s, "*¹²³⁴⁵") }
	heads, first := p.header, p.first
	if p.shape != nil {
		heads, first = p.shape.header, p.shape.first
	}
	return slices.ContainsFunc(heads, star) || slices.ContainsFunc(first, func(r []string) bool {
		return len(r) > 1 && slices.ContainsFunc(r, star) && !remarkText(strings.Join(r, ""))
	})
}

// saidText is a remark without the mark of its footnote, the word that says
// that it is one, and its full stop.
func saidText(remark string) string {
	s := strings.TrimLeft(remark, "*¹²³⁴⁵⁶⁷⁸⁹ ")
	if word, rest, ok := strings.Cut(s, ":"); ok && slices.Contains([]string{"примечание", "примечания", "note", "notes", "remark"}, codes.Fold(word)) {
		s = rest
	}
	for _, word := range []string{"注：", "备注：", "说明："} {
		s = strings.TrimPrefix(s, word)
	}
	return strings.Trim(s, ". ")
}

// OfStatistics reports whether a text above or below a table says that its
// figures are those of the customs or of a statistical office.
func OfStatistics(text string) bool {
	f := codes.Fold(text)
	return slices.ContainsFunc([]string{
		"таможенной статистик", "таможенного управлен", "таможенной служб", "таможни", "фтс росс", "данным фтс", "росстат", "органов статистик", "статистического комитет", "комитета по статистик", "агентства статистик", "официальная статистик",
		"customs statistic", "customs service", "statistical office", "statistics agency", "statistical agency", "national statistics", "海关总署", "海关统计", "统计局",
	}, func(w string) bool { return strings.Contains(f, w) })
}
