package importer

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/periods"
)

// The text files of ТН ВЭД that the tax service publishes are lines of CP866
// parted by "|", the first of them the version and its date:
//
//	TNVED1.TXT  RAZDEL|NAIM|PRIM|DATA|DATA1
//	TNVED2.TXT  RAZDEL|GRUPPA|NAIM|PRIM|DATA|DATA1
//	TNVED3.TXT  GRUPPA|TOV_POZ|NAIM|DATA|DATA1
//	TNVED4.TXT  GRUPPA|TOV_POZ|SUB_POZ|KR_NAIM|DATA|DATA1
//
// DATA and DATA1 are the days from which and to which the row is in force; an
// empty DATA1 is still.

// tnvedEntry is a row of one of the four.
type tnvedEntry struct {
	code     string // empty for a section
	name     string
	from, to briefing.Period // NoPeriod where it does not say
	column   int             // of the name, from 0
}

// tnvedRow tells which of the four a row is of.
func tnvedRow(row []string) (e tnvedEntry, ok bool) {
	number := func(at, digits int) bool {
		return at < len(row) && len(row[at]) == digits && strings.Trim(row[at], "0123456789") == ""
	}
	day := func(at int) (briefing.Period, bool) {
		if at >= len(row) || row[at] == "" {
			return briefing.Period{}, at < len(row)
		}
		p, ok := periods.Parse(row[at])
		return p, ok && p.Kind == briefing.DayPeriod
	}
	dated := func(at int) bool {
		var okFrom, okTo bool
		e.from, okFrom = day(at)
		e.to, okTo = day(at + 1)
		return okFrom && okTo && e.from.Kind != briefing.NoPeriod
	}
	if !number(0, 2) {
		return e, false
	}
	switch {
	case number(1, 2) && number(2, 6) && dated(4):
		e.code, e.column = row[0]+row[1]+row[2], 3
	case number(1, 2) && dated(3):
		e.code, e.column = row[0]+row[1], 2
	case number(1, 2) && dated(4):
		e.code, e.column = row[1], 2
	case !number(1, 2) && dated(3):
		e.column = 1
	default:
		return e, false
	}
	e.name = row[e.column]
	return e, true
}

// tnved takes the rows of one file. Of several rows of a code the one that came
// into force last has it; what has ended is set aside.
func (n *nameList) tnved() func(*cells.Row) fate {
	since := map[string]briefing.Period{}
	return func(r *cells.Row) fate {
		row := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			row[i] = string(cells.Trim(c.Text))
		}
		e, ok := tnvedRow(row)
		switch {
		case !ok:
			return rejectRow(RejectIrregular).saying(strings.Join(row, "|"))
		case e.code == "":
			return setAside(AsideSection)
		case e.to.Kind != briefing.NoPeriod:
			return setAside(AsideExpired)
		case e.code[:2] == "00":
			return rejectRow(RejectCode).at(1).saying(e.code)
		}
		name := sentence(strings.TrimLeft(e.name, "-–— "))
		if was, known := since[e.code]; known && n.found.Names[e.code] != name {
			if !e.from.Start().After(was.Start()) {
				return setAside(AsideExpired)
			}
			delete(n.found.Names, e.code)
			n.superseded++
		}
		f := n.add(e.code, name, e.column+1)
		if f.ok() {
			since[e.code] = e.from
			if e := e.from.From.Year; n.line == 0 && e > 0 {
				n.latest = max(n.latest, e)
			}
		}
		return f
	}
}

// sentence writes a name that is all in capitals as a sentence.
func sentence(s string) string {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return s
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters < 4 {
		return s
	}
	first := true
	return strings.Map(func(r rune) rune {
		if first && unicode.IsLetter(r) {
			first = false
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
