package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/clipboard"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
	"briefing/internal/lang"
)

func itoa(n int) string { return strconv.Itoa(n) }

// draft is a record on its way, with what goes to its note.
type draft struct {
	row   *PastedRow
	rec   briefing.Record
	lists map[string]any
	note  []string
}

// row makes a record of a row. A cell that can't be taken leaves its field
// empty, never half filled.
func (p *paster) row(r clipboard.Row) {
	if p.out.Kind == briefing.KindEvent && len(r.Cells) > 1 && p.dayHeading(r) {
		return
	}
	d := &draft{row: &PastedRow{Line: r.Line, Cells: r.Cells}, rec: p.desc.New(), lists: map[string]any{}}
	p.figures(d, r)
	for i, c := range r.Cells {
		if field := p.out.Columns[i].Field; c != "" && field != "" && !figureField(field) {
			p.cell(d, i, field, c)
		}
	}
	p.finish(d)
	d.row.Record = d.rec
	p.out.Rows = append(p.out.Rows, *d.row)
}

// cell takes one cell.
func (p *paster) cell(d *draft, column int, field, text string) {
	switch field {
	case pastedNote:
		if h := p.out.Columns[column].Header; h != "" && !slices.Contains(p.exactly(h), pastedNote) {
			text = h + ": " + text
		}
		d.note = append(d.note, text)
		return
	case pastedHours:
		p.hours(d, column, text)
		return
	case pastedNames:
		p.names(d, column, text)
		return
	case "when":
		p.when(d, column, text)
		return
	}
	f := p.field(field)
	if f.field.Target != "" {
		p.reference(d, column, f, text)
		return
	}
	p.plain(d, column, f, text)
}

// plain takes a cell for a field that refers to nothing.
func (p *paster) plain(d *draft, column int, f *sheetField, text string) {
	to := any(d.rec)
	if f.list != "" {
		to = rowOf(p.desc, d.rec, f.list, d.lists)
	}
	if f.field.Get(to) != "" {
		p.keep(d, column, text, RejectTwice)
		return
	}
	typed := text
	switch f.field.Type {
	case briefing.LineField:
		typed = oneLine(text)
	case briefing.IntField:
		typed = strings.TrimRight(text, ".) ")
	}
	s, reason := p.rec.canonical(entry{column + 1, f.list, f.field, typed, cells.Text})
	if f.field.Type == briefing.PeriodField && reason != "" {
		if per, ok := p.period(text); ok {
			s, reason = per.String(), ""
		}
	}
	if reason == "" && f.field.Set(to, s) != nil {
		reason = RejectField
	}
	if reason != "" {
		p.keep(d, column, text, reason)
	}
}

// keep puts a cell's text into the note and says why.
func (p *paster) keep(d *draft, column int, text, reason string) {
	if name := p.out.Columns[column].Header; name != "" {
		d.note = append(d.note, name+": "+text)
	} else {
		d.note = append(d.note, p.label(p.out.Columns[column].Field)+": "+text)
	}
	d.row.Problems = append(d.row.Problems, Rejected{Line: d.row.Line, Column: column + 1, Text: text, Reason: reason})
}

// figureField tells the fields that are read together: number and unit may
// stand in columns of their own.
func figureField(field string) bool {
	return field == pastedFigure || field == "claims.unit" || field == "claims.change"
}

// figures reads the figure of a fact's row.
func (p *paster) figures(d *draft, r clipboard.Row) {
	at := map[string]int{}
	for i := range r.Cells {
		if f := p.out.Columns[i].Field; figureField(f) && r.Cells[i] != "" {
			if _, ok := at[f]; ok {
				p.keep(d, i, r.Cells[i], RejectTwice)
				continue
			}
			at[f] = i
		}
	}
	if len(at) == 0 {
		return
	}
	claim := func() *briefing.Claim { return rowOf(p.desc, d.rec, "claims", d.lists).(*briefing.Claim) }
	unitAt, hasUnit := at["claims.unit"]
	figureAt, hasFigure := at[pastedFigure]
	if hasFigure {
		text, unit := r.Cells[figureAt], lang.Unit(briefing.RU, p.columns[figureAt].named)
		if hasUnit {
			unit = r.Cells[unitAt]
		}
		f, reason := parseFigure(text, unit, p.columns[figureAt].lang)
		if reason != "" {
			p.keep(d, figureAt, text, reason)
			said := oneLine(text)
			if hasUnit {
				p.keep(d, unitAt, r.Cells[unitAt], reason)
				said += " " + oneLine(r.Cells[unitAt])
			}
			claim().Wording = said // what the source says is known, its value is not
		} else {
			c := claim()
			c.Figure, c.Change, c.ChangeUnit = f.figure, f.change, f.changeUnit
			if !plainNumber(text) {
				c.Wording = oneLine(text)
			}
		}
	} else if hasUnit {
		u, _, ok := unitOf(r.Cells[unitAt])
		if ok {
			claim().Figure.Unit = u
		} else {
			p.keep(d, unitAt, r.Cells[unitAt], RejectUnit)
		}
	}
	if i, ok := at["claims.change"]; ok {
		f, reason := parseFigure(r.Cells[i], lang.Unit(briefing.RU, p.columns[i].named), p.columns[i].lang)
		c := claim()
		times, manifold := manifold(r.Cells[i])
		switch u := f.figure.Unit; {
		case manifold && !c.Change.Valid:
			c.Change, c.ChangeUnit = times, briefing.Times
		case reason != "" || f.figure.Precision != "" || !f.figure.Value.Valid || u != "percent" && u != "pp" && u != "":
			p.keep(d, i, r.Cells[i], RejectNumber)
		case c.Change.Valid:
			p.keep(d, i, r.Cells[i], RejectTwice)
		default:
			c.Change, c.ChangeUnit = f.figure.Value, u
			if u == "" {
				c.ChangeUnit = "percent"
			}
		}
	}
}

// hours takes a time of day.
func (p *paster) hours(d *draft, column int, text string) {
	h, ok := parseHours(text)
	ev := d.rec.(*briefing.Event)
	switch {
	case !ok:
		p.keep(d, column, text, RejectHours)
	case ev.Clock != "" || ev.DayPart != "":
		p.keep(d, column, text, RejectTwice)
	default:
		ev.Clock, ev.DayPart = h.stored(), h.part
	}
}

// when takes a date, and the hour behind it if there is one.
func (p *paster) when(d *draft, column int, text string) {
	ev := d.rec.(*briefing.Event)
	if ev.When.Kind != briefing.NoPeriod {
		p.keep(d, column, text, RejectTwice)
		return
	}
	if per, ok := p.period(text); ok {
		ev.When = per
		return
	}
	if m := dayAndHours().FindStringSubmatch(oneLine(text)); m != nil {
		per, okDay := p.period(m[1])
		h, okHours := parseHours(m[2])
		if okDay && okHours && ev.Clock == "" && ev.DayPart == "" {
			ev.When, ev.Clock, ev.DayPart = per, h.stored(), h.part
			return
		}
	}
	p.keep(d, column, text, RejectPeriod)
}

// dayAndHours parts «20 марта 2023 г., 10:00–11:30».
var dayAndHours = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(.*?)[\s,;]+((?:с |в |from |at )?\d{1,2}[:.]\d{2}(?:\s*(?:[-–—]|до|to)\s*\d{1,2}[:.]\d{2})?)$`)
})

// dayHeading takes a row that holds a day and nothing else as the heading of
// the rows below.
func (p *paster) dayHeading(r clipboard.Row) bool {
	if p.out.Kind != briefing.KindEvent || filled(r) != 1 {
		return false
	}
	for _, c := range r.Cells {
		if per, ok := p.period(c); ok && per.Kind == briefing.DayPeriod {
			p.day = per
			return true
		}
	}
	return false
}

// period reads a date as programmes have it too: with the day of the week,
// and without a year where the day is one of the visit's.
func (p *paster) period(text string) (briefing.Period, bool) {
	text = oneLine(text)
	if per, ok := recordPeriod(text); ok {
		return per, true
	}
	if p.out.Kind != briefing.KindEvent {
		return briefing.Period{}, false
	}
	text = withoutWeekday(text)
	if per, ok := periods.Parse(text); ok {
		return per, true
	}
	if p.o.Visit == nil || p.o.Visit.When.Start().IsZero() || text == "" {
		return briefing.Period{}, false
	}
	first, last := p.o.Visit.When.Start().Year(), p.o.Visit.When.End().Year() // its end is the moment after
	for y := first; y <= max(first, last); y++ {
		year := itoa(y)
		for _, typed := range []string{text + " " + year, strings.TrimRight(text, ".") + "." + year, year + "年" + text} {
			if per, ok := periods.Parse(typed); ok && per.Kind == briefing.DayPeriod && nearby(per, p.o.Visit.When) {
				return per, true
			}
		}
	}
	return briefing.Period{}, false
}

func withoutWeekday(text string) string {
	fields := strings.FieldsFunc(text, func(r rune) bool { return cells.IsSpace(r) || strings.ContainsRune(",()（），", r) })
	var out []string
	for _, f := range fields {
		if !weekdays()[codes.Fold(strings.TrimRight(f, "."))] {
			out = append(out, f)
		}
	}
	return strings.Join(out, " ")
}

// within tells whether a period lies inside another.
func within(p, whole briefing.Period) bool {
	from, to := whole.Start(), whole.End()
	return !p.Start().IsZero() && !p.End().IsZero() && !from.IsZero() && !to.IsZero() && !p.Start().Before(from) && !p.End().After(to)
}

// nearby tells whether a period lies inside another or on the day before or after.
func nearby(p, whole briefing.Period) bool {
	from, to := whole.Start(), whole.End()
	if from.IsZero() || to.IsZero() {
		return false
	}
	start, end := p.Start(), p.End()
	return !start.IsZero() && !end.IsZero() && !start.Before(from.AddDate(0, 0, -1)) && !end.After(to.AddDate(0, 0, 1))
}

// names takes a name apart by its scripts: «Чжан Сань (张三, Zhang San)».
func (p *paster) names(d *draft, column int, text string) {
	person := d.rec.(*briefing.Person)
	for l, name := range byScript(oneLine(text), p.o.Lang) {
		at := person.Name.At(l)
		if *at != "" {
			p.keep(d, column, text, RejectTwice)
			return
		}
		*at = name
	}
}

// byScript parts a text where its script changes; one that mixes scripts in
// some other way than name by name stays whole.
func byScript(text string, otherwise briefing.Lang) map[briefing.Lang]string {
	whole := map[briefing.Lang]string{scriptOf(text, otherwise): text}
	parts := map[briefing.Lang]string{}
	var last briefing.Lang
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || strings.ContainsRune("(),/;（），；", r) }) {
		l := scriptOf(w, "")
		if l == "" || mixed(w) || parts[l] != "" && l != last {
			return whole
		}
		if parts[l] != "" {
			parts[l] += " "
		}
		parts[l] += w
		last = l
	}
	if len(parts) < 2 {
		return whole
	}
	return parts
}

func mixed(word string) bool {
	seen := map[briefing.Lang]bool{}
	for _, r := range word {
		if unicode.IsLetter(r) {
			seen[scriptOf(string(r), "")] = true
		}
	}
	return len(seen) > 1
}

// looksLikeName tells two to four words with capitals, or some Chinese signs.
func looksLikeName(s string) bool {
	s = oneLine(s)
	if strings.ContainsFunc(s, unicode.IsDigit) || len(s) > 120 {
		return false
	}
	for l, part := range byScript(s, briefing.RU) {
		if n := len([]rune(part)); l == briefing.ZH {
			if n > 6 || n < 2 {
				return false
			}
			continue
		}
		fields := strings.FieldsFunc(part, func(r rune) bool { return cells.IsSpace(r) || r == '.' })
		if len(fields) < 2 || len(fields) > 4 {
			return false
		}
		for _, w := range fields {
			if first := []rune(w)[0]; !unicode.IsUpper(first) {
				return false
			}
		}
	}
	return true
}
