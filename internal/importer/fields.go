package importer

import (
	"math"
	"strconv"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
	"briefing/internal/importer/unitnames"
	"briefing/internal/lang"
)

// canonical turns what a person typed into the stored form of the field;
// references are left to resolve.
func (c *recorder) canonical(e entry) (s, reason string) {
	if e.kind == cells.Fault {
		return "", RejectField
	}
	switch e.field.Type {
	case briefing.EnumField:
		return enumOf(e.field, e.text)
	case briefing.NumberField, briefing.IntField:
		if e.kind == cells.Number {
			return e.text, ""
		}
		n, err := lang.ParseNumber(e.text)
		if err != nil {
			return "", RejectNumber
		}
		return n.String(), ""
	case briefing.BoolField:
		yes, ok := parseBool(e.text)
		if !ok {
			return "", RejectField
		}
		if yes {
			return "1", ""
		}
		return "", ""
	case briefing.PeriodField:
		p, ok := recordPeriod(e.text)
		if !ok {
			return "", RejectPeriod
		}
		return p.String(), ""
	case briefing.StampField:
		return c.stampOf(e.text)
	case briefing.ClockField:
		if e.kind == cells.Number {
			if at, ok := hourOfDay(e.text); ok {
				return at, ""
			}
		}
		if at, err := lang.ParseClock(e.text); err == nil {
			return at, ""
		}
		if h, ok := parseHours(e.text); ok && h.part == "" { // «10 часов 30 минут», "3:00 p.m.", 下午3:00
			return h.stored(), ""
		}
		return "", RejectClock
	case briefing.UnitField:
		if u := unitnames.Parse(e.text); u != "" {
			return string(u), ""
		}
		return "", RejectUnit
	case briefing.CountryField:
		return countryOf(e.text)
	case briefing.LanguageField:
		return strings.ToLower(e.text), ""
	}
	return e.text, ""
}

// hourOfDay reads an hour that a spreadsheet keeps as the part of a day that has
// passed, and shows as a number where the cell has no format of its own.
func hourOfDay(s string) (string, bool) {
	const day = 24 * 60
	v, err := strconv.ParseFloat(s, 64)
	minute := int(math.Round(v * day))
	if err != nil || v <= 0 || minute >= day {
		return "", false
	}
	return briefing.Clock{Minute: minute}.String(), true
}

// enumOf finds the option that a cell means.
func enumOf(f briefing.Field, text string) (s, reason string) {
	if o, ok := lang.ParseEnum(f.Group, f.Options, text); ok {
		return o, ""
	}
	return "", RejectField
}

func (c *recorder) stampOf(text string) (s, reason string) {
	zone := c.o.Zone
	if zone == nil {
		zone = time.UTC
	}
	text = strings.TrimSuffix(text, "T00:00:00")
	if len(text) == 19 && text[10] == 'T' { // a moment of a spreadsheet has no zone
		text = text[:10] + " " + text[11:16]
	}
	for _, l := range briefing.Langs() {
		if st, err := lang.ParseStamp(l, text, zone); err == nil {
			return string(st), ""
		}
	}
	return "", RejectPeriod
}

func countryOf(text string) (s, reason string) {
	if code, ok := codes.Alpha2(text); ok {
		return code, ""
	}
	if code, ok := codes.Name(text); ok {
		return code, ""
	}
	return "", RejectPartner
}

// resolve finds the records that a reference names, by ID or caption, in the
// workbook and then in the project. Several are parted by ";" or line ends.
func (c *recorder) resolve(e entry, s string, refs []briefing.Ref) (text, reason string, all []briefing.Ref) {
	switch e.field.Type {
	case briefing.RefField:
		id, ok := c.find(e.field.Target, s)
		if !ok {
			return "", RejectReference, refs
		}
		return string(id), "", append(refs, briefing.Ref{Kind: e.field.Target, ID: id})
	case briefing.RefsField:
		ids, ok := c.findAll(e.field.Target, s)
		if !ok {
			return "", RejectReference, refs
		}
		for _, id := range ids {
			refs = append(refs, briefing.Ref{Kind: e.field.Target, ID: id})
		}
		return briefing.JoinIDs(ids), "", refs
	}
	return s, "", refs
}

// findAll finds several records; IDs may be parted by blanks too.
func (c *recorder) findAll(kind briefing.Kind, text string) (ids []briefing.ID, ok bool) {
	names := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' || r == '；' })
	if _, whole := c.find(kind, text); len(names) == 1 && !whole {
		names = strings.Fields(text)
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		id, ok := c.find(kind, name)
		if !ok {
			return nil, false
		}
		ids = append(ids, id)
	}
	return ids, true
}

func (c *recorder) find(kind briefing.Kind, text string) (briefing.ID, bool) {
	if id, ok := c.ids[kind][text]; ok {
		return id, true
	}
	if id, ok := c.ids[kind][codes.Fold(text)]; ok {
		return id, true
	}
	if c.o.Find != nil {
		return c.o.Find(kind, text)
	}
	return "", false
}

// recordPeriod reads the period of a record: as files have them, and the state at a
// day as people write it.
func recordPeriod(text string) (briefing.Period, bool) {
	if p, ok := periods.Parse(text); ok {
		return p, true
	}
	p, err := lang.ParseRecordPeriod(briefing.RU, text)
	return p, err == nil && p.Kind != briefing.NoPeriod
}
