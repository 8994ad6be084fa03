package importer

import (
	"bytes"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// A long table has one number a row: the value, the weight and the quantity of
// one observation are three rows that share all dimensions. They are put
// together before they are stored; the rows after the first are told as joined.

// unlabelled cuts the name off a code, "FREQ:Frequency", "BR: Brazil".
func unlabelled(s string) string {
	code, _, _ := strings.Cut(s, ":")
	return strings.TrimSpace(code)
}

// codeOf is the code in a cell of a long table, which may have a label behind it.
func (p *plan) codeOf(s string) string {
	if p.labelled {
		return unlabelled(s)
	}
	return s
}

// longAxes finds the dimensions that have no role: columns before the number.
func (p *plan) longAxes() {
	for _, h := range p.header {
		p.labelled = p.labelled || strings.Contains(h, ":")
	}
	for i, h := range p.header[:min(p.col[RoleObservation], len(p.header))] {
		if h = codes.Fold(unlabelled(h)); h == "" || p.bound(i) || p.ignores(h) {
			continue
		}
		p.axes = append(p.axes, i)
	}
}

func (p *plan) bound(at int) bool {
	for _, b := range p.binding {
		if b == at {
			return true
		}
	}
	return false
}

func (p *plan) ignores(folded string) bool {
	for _, name := range p.profile.Ignored {
		if codes.Fold(name) == folded {
			return true
		}
	}
	return false
}

// plainCodes leaves codes without labels, and none where the dimension does not
// apply; the codes for a total are ours afterwards.
func (m *mapper) plainCodes(r *cells.Row) {
	for role := NoRole + 1; role < roleCount; role++ {
		at := m.col[role]
		if at < 0 || at >= len(r.Cells) || role == RolePeriod || role == RoleObservation || role == RoleProduct || role == RoleRegion || role == RoleProvince {
			continue
		}
		b := cells.Trim(r.Cells[at].Text)
		if i := bytes.IndexByte(b, ':'); i > 0 && m.labelled {
			b = cells.Trim(b[:i])
		}
		switch s := string(b); {
		case s == "_T" && role == RoleCode:
			b = []byte(figure.TotalCode)
		case role == RolePartner && (s == "_T" || s == "W" || s == "W0" || s == "W1" || s == "G001"): // of the OECD and the IMF
			b = []byte(figure.World)
		case s == "_X" && role == RolePartner:
			b = []byte(codes.Unknown)
		case s == "_T", s == "_X", s == "_Z", s == "_U":
			b = nil
		}
		r.Cells[at].Text = b
	}
}

// measure is what a row's number is: RoleValue, RoleWeight or RoleQuantity.
type measure struct {
	role  Role
	unit  briefing.Unit
	power int // of ten beside that of the unit
}

// measureOf reads the codes of measures of the sources known.
func measureOf(s string) (measure, bool) {
	switch codes.Fold(s) {
	case "value", "trade_value", "tradevalue", "val", "tv":
		return measure{role: RoleValue}, true
	case "value_in_euros", "value_eur":
		return measure{role: RoleValue, unit: "eur"}, true
	case "value_usd", "trade_value_usd":
		return measure{role: RoleValue, unit: "usd"}, true
	case "net_weight", "netweight", "netwgt", "net_mass", "weight":
		return measure{role: RoleWeight}, true
	case "quantity_kg", "net_weight_kg":
		return measure{role: RoleWeight, unit: "kg"}, true
	case "quantity_in_100kg":
		return measure{role: RoleWeight, unit: "kg", power: 2}, true
	case "quantity", "qty", "sup_quantity", "supplementary_quantity":
		return measure{role: RoleQuantity}, true
	}
	return measure{}, false
}

// mapMeasure reads the one number of a row.
func (m *mapper) mapMeasure(r *cells.Row, o *figure.Observation) fate {
	if b := m.text(r, RoleAction); len(b) == 1 && (b[0] == 'D' || b[0] == 'd') {
		return m.refuse(r, RoleAction, RejectField) // the row asks to delete one
	}
	what, f := m.measure(r)
	if !f.ok() {
		return f
	}
	power := what.power
	switch what.role {
	case RoleValue:
		power += what.unit.Power()
	case RoleWeight:
		power += weightPower(what.unit)
	}
	n, f := m.amount(r, RoleObservation, power)
	switch {
	case !f.ok():
		return f
	case !n.Valid && !m.withheldLong(r, what.role):
		return setAside(AsideEmpty)
	}
	switch what.role {
	case RoleValue:
		o.Value = n
		o.Currency, _ = what.unit.Currency()
	case RoleWeight:
		o.NetWeight = n
	default:
		o.Quantity = n
		o.QuantityUnit = memo(m.texts, m.text(r, RoleMeasureUnit), strings.Clone)
	}
	return stay()
}

// measure finds out what the row's number is from its measure, and from its
// unit where it has none, and in which unit it stands.
func (m *mapper) measure(r *cells.Row) (measure, fate) {
	unit := m.rowUnit(r)
	what, known := measureOf(string(m.text(r, RoleMeasure)))
	if b := m.text(r, RoleMeasure); len(b) > 0 && !known {
		return what, m.refuse(r, RoleMeasure, RejectMeasure)
	}
	_, money := unit.Currency()
	if !known {
		switch {
		case money:
			what.role = RoleValue
		case unit.Mass():
			what.role = RoleWeight
		case len(m.text(r, RoleMeasureUnit)) > 0:
			what.role = RoleQuantity
		default: // only the user's word is left, and it is about money
			what.role = RoleValue
		}
	}
	switch what.role {
	case RoleValue:
		if !money {
			unit = m.unit(m.text(r, RoleValueUnit))
		}
		if f := m.choose(&what, unit, m.units.Value, "value"); !f.ok() {
			return what, f
		}
		if _, ok := what.unit.Currency(); !ok {
			return what, m.refuse(r, m.present(RoleMeasureUnit, RoleValueUnit, RoleMeasure, RoleObservation), RejectUnit)
		}
	case RoleWeight:
		if f := m.choose(&what, unit, m.units.Weight, "weight"); !f.ok() {
			return what, f
		}
		if !what.unit.Mass() {
			return what, m.refuse(r, m.present(RoleMeasureUnit, RoleMeasure), RejectUnit)
		}
	default:
		if len(m.text(r, RoleMeasureUnit)) == 0 {
			return what, m.refuse(r, m.present(RoleMeasureUnit, RoleMeasure), RejectUnit)
		}
	}
	return what, m.multiply(r, &what)
}

// choose settles the unit: what the row states, else its measure, else the
// user; the user may not contradict the file.
func (m *mapper) choose(what *measure, stated, given briefing.Unit, name string) fate {
	if stated != "" {
		what.unit, what.power = stated, 0
	}
	switch {
	case what.unit == "":
		what.unit = given
	case given != "" && given != what.unit:
		return halt(m.conflict(name))
	}
	return stay()
}

// rowUnit is the unit that the row states, empty when it is none of ours.
func (m *mapper) rowUnit(r *cells.Row) briefing.Unit {
	return m.unit(m.text(r, RoleMeasureUnit))
}

// multiply adds the power of ten that the row states.
func (m *mapper) multiply(r *cells.Row, what *measure) fate {
	b := m.text(r, RoleMultiplier)
	if len(b) == 0 {
		return stay()
	}
	n, err := strconv.Atoi(string(b))
	if err != nil || n < -6 || n > 12 {
		return m.refuse(r, RoleMultiplier, RejectUnit)
	}
	what.power += n
	return stay()
}

// pending is an observation of a long table that further rows may complete.
type pending struct {
	o    figure.Observation
	file string
}

// join adds a row's measure to the observation of an earlier row with the same
// dimensions, or begins a new one.
func (s *stage) join(o *figure.Observation, key uint64, file string) fate {
	at, known := s.joined[key]
	if known {
		earlier := &s.pending[at].o
		switch added, same := complete(earlier, o); {
		case added:
			return setAside(AsideJoined)
		case same:
			return setAside(AsideDuplicate)
		case (!o.Value.Valid || earlier.Currency == o.Currency) && (!o.Quantity.Valid || earlier.QuantityUnit == o.QuantityUnit):
			s.again(file, o.Line)
			s.led.note(NoteRepeated)
		}
	}
	s.joined[key] = len(s.pending)
	s.pending = append(s.pending, pending{*o, file})
	return stay()
}

// flush stores the observations of a long table once it has been read.
func (s *stage) flush() error {
	for i := range s.pending {
		o := &s.pending[i].o
		settleStatuses(o)
		err := s.set.Append(*o)
		switch {
		case briefing.CodeOf(err) == briefing.CodeOverflow:
			s.led.staged--
			s.led.reject(Rejected{File: s.pending[i].file, Line: o.Line, Reason: RejectOverflow})
			continue
		case err != nil:
			return err
		}
		if o.Code != figure.HiddenCode && !s.settled {
			s.levels |= 1 << min(o.Level, 63)
		}
	}
	s.pending = nil
	clear(s.joined)
	return nil
}
