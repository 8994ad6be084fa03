package importer

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/unitnames"
)

// joined appends the cells of roles, each with its end, to a buffer.
func (p *plan) joined(to []byte, r *cells.Row, roles ...Role) []byte {
	for _, role := range roles {
		to = append(append(to, p.text(r, role)...), 0)
	}
	return to
}

// key joins the cells of roles in the scratch buffer.
func (m *mapper) key(r *cells.Row, roles ...Role) []byte {
	m.scratch = m.joined(m.scratch[:0], r, roles...)
	return m.scratch
}

func (m *mapper) mapPartner(r *cells.Row, o *figure.Observation) fate {
	iso := m.partnerRole(r)
	c, ok := m.partners[string(m.key(r, RolePartner, iso, RolePartnerName))]
	if !ok {
		c = m.country(r, RolePartner, iso, RolePartnerName)
		if len(m.partners) < memoLimit {
			m.partners[string(m.key(r, RolePartner, iso, RolePartnerName))] = c
		}
	}
	if c.reason != "" {
		return m.refuse(r, m.present(RolePartnerName, RolePartner, iso), c.reason)
	}
	o.Partner = c.code
	return stay()
}

// partnerRole is the column with the partner's letters. A declaration has two
// countries: the one that goods come from is the partner of an import, the one
// that they go to is the partner of an export.
func (m *mapper) partnerRole(r *cells.Row) Role {
	from, to := m.col[RoleOrigin] >= 0, m.col[RoleDestination] >= 0
	if !from && !to {
		return RolePartnerISO
	}
	flow := m.flow
	if m.col[RoleFlow] >= 0 {
		flow = memo(m.flows, m.text(r, RoleFlow), parseFlow)
	}
	inwards := flow == figure.Import || flow == figure.ReImport
	if from && (inwards || !to) {
		return RoleOrigin
	}
	return RoleDestination
}

func (m *mapper) mapReporter(r *cells.Row, o *figure.Observation) fate {
	if m.profile.Reporter != "" {
		o.Reporter = m.profile.Reporter
		return stay()
	}
	c, ok := m.reporters[string(m.key(r, RoleReporter, RoleReporterISO, RoleReporterName))]
	if !ok {
		c = m.country(r, RoleReporter, RoleReporterISO, RoleReporterName)
		m.reporters[string(m.key(r, RoleReporter, RoleReporterISO, RoleReporterName))] = c
	}
	if c.reason != "" {
		return m.refuse(r, m.present(RoleReporterName, RoleReporter, RoleReporterISO), RejectReporter)
	}
	o.Reporter = c.code
	return stay()
}

// present is the first of the roles that has a column.
func (p *plan) present(roles ...Role) Role {
	for _, role := range roles {
		if p.col[role] >= 0 {
			return role
		}
	}
	return roles[0]
}

// country resolves a country from its code, its letters and its name. All that
// are known must agree; one of them is enough.
func (m *mapper) country(r *cells.Row, code, iso, name Role) place1 {
	var got []string
	add := func(c string, ok bool) {
		if ok && c != codes.Unknown {
			got = append(got, c)
		}
	}
	open := false // some cell says that the source leaves it open
	if b := m.text(r, code); len(b) > 0 {
		c, ok := m.byCode(string(b))
		add(c, ok)
		open = open || ok && c == codes.Unknown
	}
	if b := m.text(r, iso); len(b) > 0 {
		c, ok := codes.Alpha2(string(b))
		if !ok {
			c, ok = codes.Alpha3(string(b))
		}
		if !ok {
			c, ok = codes.Name(string(b))
		}
		if !ok {
			c, ok = codes.Coded(string(b))
		}
		add(c, ok)
		open = open || ok && c == codes.Unknown
	}
	if b := m.text(r, name); len(b) > 0 {
		c, ok := codes.Name(string(b))
		add(c, ok)
		open = open || ok && c == codes.Unknown
	}
	for _, c := range got {
		if c != got[0] {
			return place1{reason: RejectMismatch}
		}
	}
	switch {
	case len(got) > 0:
		return place1{code: got[0]}
	case open:
		return place1{code: codes.Unknown}
	}
	return place1{reason: RejectPartner}
}

// byCode looks a code up in the source's own table.
func (m *mapper) byCode(s string) (string, bool) {
	switch m.profile.Countries {
	case CodesM49:
		return codes.M49(s)
	case CodesCustoms:
		return codes.Customs(s)
	}
	if c, ok := codes.Alpha2(s); ok {
		return c, true
	}
	if c, ok := codes.Alpha3(s); ok {
		return c, true
	}
	if c, ok := codes.Name(s); ok || !m.profile.Long {
		if !ok {
			return codes.Coded(s)
		}
		return c, ok
	}
	return codes.M49(s)
}

// mapAmounts reads value, weight and quantities.
func (m *mapper) mapAmounts(r *cells.Row, o *figure.Observation) fate {
	if m.profile.Long {
		return m.mapMeasure(r, o)
	}
	if f := m.mapValue(r, o); !f.ok() {
		return f
	}
	if f := m.mapWeight(r, o); !f.ok() {
		return f
	}
	if f := m.mapQuantities(r, o); !f.ok() {
		return f
	}
	if m.withholding(r, o) {
		return stay()
	}
	if !o.Value.Valid && !o.NetWeight.Valid && !o.Quantity.Valid {
		if b := m.text(r, RoleValue); len(b) > 0 && missing(b) && !m.profile.Settled && m.profile.Key != ProfileTemplate {
			return setAside(AsideEmpty) // a dash: there was nothing
		}
		return m.refuse(r, RoleValue, RejectNoValue)
	}
	return stay()
}

// amount reads a role's number times a power of ten; absent is not zero.
func (m *mapper) amount(r *cells.Row, role Role, power int) (briefing.MaybeNumber, fate) {
	b := m.text(r, role)
	if m.col[role] < 0 || m.col[role] >= len(r.Cells) {
		return briefing.MaybeNumber{}, stay()
	}
	c := r.Cells[m.col[role]]
	if c.Kind != cells.Fault && missing(b) {
		return briefing.MaybeNumber{}, stay()
	}
	style := m.styles[role]
	if c.Kind == cells.Number {
		style = NumberPoint
	}
	if c.Kind > cells.Number {
		return briefing.MaybeNumber{}, m.refuse(r, role, RejectNumber)
	}
	a, reason := m.number(b, style, role)
	if reason != "" {
		return briefing.MaybeNumber{}, m.refuse(r, role, reason)
	}
	if a.coef < 0 {
		return briefing.MaybeNumber{}, m.refuse(r, role, RejectNegative)
	}
	a, fits := a.times(power)
	n, exact := a.number()
	if !fits || !exact {
		return briefing.MaybeNumber{}, m.refuse(r, role, RejectOverflow)
	}
	return n, stay()
}

func (m *mapper) mapValue(r *cells.Row, o *figure.Observation) fate {
	unit := m.valueOf
	if unit == "" {
		unit = m.units.Value
	}
	if b := m.text(r, RoleValueUnit); len(b) > 0 {
		u := m.unit(b)
		if _, ok := u.Currency(); !ok {
			return m.refuse(r, RoleValueUnit, RejectUnit)
		}
		if m.units.Value != "" && u != m.units.Value {
			return halt(m.conflict("value"))
		}
		unit = u
	}
	v, f := m.amount(r, RoleValue, unit.Power())
	if !f.ok() {
		return f
	}
	if v.Valid && unit == "" {
		return m.refuse(r, m.present(RoleValueUnit, RoleValue), RejectUnit)
	}
	if v, f = m.onBasis(r, o, v); !f.ok() {
		return f
	}
	o.Value = v
	o.Currency, _ = unit.Currency()
	return stay()
}

// onBasis states the basis where the source has a column for it that bears the
// value out.
func (m *mapper) onBasis(r *cells.Row, o *figure.Observation, v briefing.MaybeNumber) (briefing.MaybeNumber, fate) {
	role, basis := RoleValueCIF, "CIF"
	if o.Flow == figure.Export {
		role, basis = RoleValueFOB, "FOB"
	}
	stated, f := m.amount(r, role, 0)
	if !f.ok() || !stated.Valid || o.Flow != figure.Import && o.Flow != figure.Export {
		return v, f
	}
	if !v.Valid || v.Decimal.Cmp(stated.Decimal) == 0 {
		o.Basis = basis
		return stated, stay()
	}
	return v, stay()
}

// tagged keeps texts of different meaning apart in one memo.
func (m *mapper) tagged(tag byte, b []byte) []byte {
	m.scratch = append(append(m.scratch[:0], tag, 0), b...)
	return m.scratch
}

func (m *mapper) mapWeight(r *cells.Row, o *figure.Observation) fate {
	unit := m.weightOf
	if unit == "" {
		unit = m.units.Weight
	}
	if b := m.text(r, RoleWeightUnit); len(b) > 0 {
		u := m.unit(b)
		if !u.Mass() {
			return m.refuse(r, RoleWeightUnit, RejectUnit)
		}
		if m.units.Weight != "" && u != m.units.Weight {
			return halt(m.conflict("weight"))
		}
		unit = u
	}
	w, f := m.amount(r, RoleWeight, weightPower(unit))
	if !f.ok() {
		return f
	}
	if w.Valid && unit == "" {
		return m.refuse(r, m.present(RoleWeightUnit, RoleWeight), RejectUnit)
	}
	if m.profile.ZeroWeight && m.unreported(w, o) {
		w = briefing.MaybeNumber{}
		m.led.note(NoteZeroWeight)
	}
	o.NetWeight = w
	return stay()
}

// unreported tells a zero beside a value from a measured one.
func (m *mapper) unreported(n briefing.MaybeNumber, o *figure.Observation) bool {
	return n.Valid && n.Decimal.IsZero() && o.Value.Valid && !o.Value.Decimal.IsZero()
}

// mapQuantities reads one or two quantities with their units. A quantity
// without a unit is none, whatever number stands there.
func (m *mapper) mapQuantities(r *cells.Row, o *figure.Observation) fate {
	for _, q := range []struct{ amount, unit Role }{{RoleQuantity, RoleQuantityUnit}, {RoleQuantity2, RoleQuantityUnit2}} {
		unit := m.text(r, q.unit)
		if m.profile.UnitInQuantity && m.col[q.amount] >= 0 && m.col[q.amount] < len(r.Cells) {
			unit = splitUnit(&r.Cells[m.col[q.amount]], unit)
		}
		if noUnit(unit) {
			continue
		}
		n, f := m.amount(r, q.amount, 0)
		if !f.ok() {
			return f
		}
		if !n.Valid || m.profile.ZeroWeight && m.unreported(n, o) {
			continue
		}
		switch {
		case m.profile.WeightByUnit && kilograms(unit):
			if !o.NetWeight.Valid {
				o.NetWeight = n
			}
		case m.profile.MassByUnit && !o.NetWeight.Valid && m.unit(unit).Mass():
			if n, ok := shifted(n.Decimal, weightPower(m.unit(unit))); ok {
				o.NetWeight = briefing.Some(n)
			}
		case o.QuantityUnit == "":
			o.Quantity, o.QuantityUnit = n, memo(m.texts, unit, func(s string) string { return s })
		}
	}
	return stay()
}

// unit is the unit that a source's word stands for, empty when it is none of ours.
func (m *mapper) unit(word []byte) briefing.Unit {
	if len(word) == 0 {
		return ""
	}
	return briefing.Unit(memo(m.texts, m.tagged('m', word), func(s string) string { return string(unitnames.Parse(s[2:])) }))
}

// splitUnit cuts a unit off a quantity, "1,500 Kilogram": it holds where the
// column of units has none. What has no digit in front stays as it is.
func splitUnit(c *cells.Cell, unit []byte) []byte {
	text := cells.Trim(c.Text)
	at := bytes.LastIndexAny(text, "0123456789") + 1
	if at == 0 || at == len(text) {
		return unit
	}
	word := cells.Trim(text[at:])
	if r, _ := utf8.DecodeRune(word); !unicode.IsLetter(r) {
		return unit
	}
	c.Text = text[:at]
	if noUnit(unit) {
		return word
	}
	return unit
}

// noUnit tells the marks for a missing unit.
func noUnit(b []byte) bool {
	return len(b) == 0 || string(b) == "?" || string(b) == "-" || string(b) == "N/A" || string(b) == "无" ||
		equalFold(b, "No Quantity") || string(b) == "-1"
}

func kilograms(b []byte) bool {
	return string(b) == "千克" || equalFold(b, "kg") || equalFold(b, "kilogram") || equalFold(b, "kilograms")
}
