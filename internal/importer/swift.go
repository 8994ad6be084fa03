package importer

import (
	"math"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// Most rows of a long table say nothing that earlier rows have not said, but
// for their amounts: the same flows, periods, places and codes come again and
// again. Such rows are put together from what the mapper has made of the
// earlier ones. This is a memory and no second way of reading: whatever it
// does not know, or does not find plain, goes the mapper's way, and it learns
// from rows only that the mapper has let pass.
//
// It serves tables in which each attribute follows from few columns:
//
//	period  from the columns of period
//	place   from region and partner
//	goods   from code and name
//	frame   from flow, the level of the code, and the unit where there is a quantity
type swift struct {
	m       *mapper
	prints  *printer
	coder   *figure.Coder
	columns []*wordbook // by cell; nil for one that is not remembered
	width   int         // cells that a row must have
	numbers [3]int      // cells of value, weight and quantity, −1
	power   [3]int
	comma   [3]byte // decimal signs
	seen    sight

	period, goods, unit, flow, region, partner chain
	regions, partners                          []string // by number; one that is not known is empty
	places, frames                             *pairs   // of region and partner; of flow and what else tells
	near                                       grid     // places of small numbers
	placesOf, framesOf                         meaning
	traits                                     []uint32 // by code of goods: level and whether it is hidden
	unitless                                   []bool   // by number of a unit: stands for none
	tried, stored                              int      // rows
}

// patience is after how many rows a memory that serves few of them is given up.
const patience = 1 << 15

// chain numbers what stands in several cells.
type chain struct {
	at    []int
	pairs []*pairs
	codes meaning
}

func newChain(p *plan, roles ...Role) chain {
	var c chain
	for _, r := range roles {
		if at := p.col[r]; at >= 0 {
			c.at = append(c.at, at)
			c.pairs = append(c.pairs, newPairs())
		}
	}
	return c
}

// find gives the number of what the cells hold, or none; a chain of no cells
// has one number.
func (c *chain) find(see *sight, row int, learn bool) uint32 {
	n := uint32(0)
	for k, at := range c.at {
		switch w := see.words[at][row]; {
		case w == none || n == none:
			return none
		case k == 0:
			n = w
		case learn:
			n = c.pairs[k].learn(n, w)
		default:
			n = c.pairs[k].find(n, w)
		}
	}
	return n
}

// plainRole reports whether a swift table may have columns of the role.
func plainRole(r Role) bool {
	switch r {
	case RoleFlow, RolePeriod, RoleYear, RolePartner, RolePartnerISO, RolePartnerName, RoleRegion, RoleCode, RoleProduct,
		RoleValue, RoleWeight, RoleQuantity, RoleQuantityUnit:
		return true
	}
	return false
}

// newSwift is nil for a table that it does not serve.
func newSwift(m *mapper, prints *printer, coder *figure.Coder) *swift {
	p := m.profile
	if p.Long || p.Reporter == "" || p.ZeroWeight || p.WeightByUnit || p.UnitInQuantity || len(m.examples) > 0 || len(m.header) == 0 {
		return nil
	}
	s := &swift{m: m, prints: prints, coder: coder, width: len(m.header), columns: make([]*wordbook, len(m.header)), frames: newPairs(), places: newPairs(), numbers: [3]int{-1, -1, -1}}
	s.seen = newSight(s.width)
	for r := NoRole + 1; r < roleCount; r++ {
		if at := m.col[r]; at >= s.width || at >= 0 && !plainRole(r) {
			return nil
		}
	}
	if !s.amounts() {
		return nil
	}
	for i := range s.columns {
		if i != s.numbers[0] && i != s.numbers[1] && i != s.numbers[2] {
			s.columns[i] = newWordbook(prints.salt)
		}
	}
	s.flow, s.unit = newChain(m.plan, RoleFlow), newChain(m.plan, RoleQuantityUnit)
	s.period = newChain(m.plan, RolePeriod, RoleYear)
	s.region, s.partner = newChain(m.plan, RoleRegion), newChain(m.plan, RolePartner, RolePartnerISO, RolePartnerName)
	s.goods = newChain(m.plan, RoleCode, RoleProduct)
	return s
}

// amounts finds the columns of numbers and how they are written.
func (s *swift) amounts() bool {
	m := s.m
	value, weight := m.valueOf, m.weightOf
	if value == "" {
		value = m.units.Value
	}
	if weight == "" {
		weight = m.units.Weight
	}
	if m.col[RoleValue] >= 0 && value == "" || m.col[RoleWeight] >= 0 && weight == "" {
		return false
	}
	for i, r := range [...]Role{RoleValue, RoleWeight, RoleQuantity} {
		at := m.col[r]
		if at < 0 {
			continue
		}
		for _, other := range s.numbers {
			if at == other {
				return false
			}
		}
		for c := range m.col { // a column of numbers that is something else too
			if Role(c) != r && m.col[c] == at {
				return false
			}
		}
		s.numbers[i] = at
		s.comma[i] = '.'
		if m.styles[r] == NumberComma {
			s.comma[i] = ','
		}
	}
	for _, k := range m.keep {
		for _, at := range s.numbers {
			if k.at == at {
				return false
			}
		}
	}
	for _, k := range m.axes {
		for _, at := range s.numbers {
			if k == at {
				return false
			}
		}
	}
	s.power = [3]int{value.Power(), weightPower(weight), 0}
	return true
}

// row stores a row that says nothing new but its amounts, the one of this
// number of those met last; false leaves it to the mapper.
func (s *swift) row(l *lot, r *cells.Row, i int) bool {
	if s.tried++; s.tried == patience && s.stored < patience/8 {
		s.columns = nil // its rows have too little in common
	}
	c := &s.seen.coded[i]
	if !s.seen.known[i] || s.columns == nil || r.Line > math.MaxInt32 ||
		c.Mantissa[0] == figure.NoNumber && c.Mantissa[1] == figure.NoNumber { // a quantity alone may be a note
		return false
	}
	var ok bool
	if c.Frame, ok = s.framesOf.of(s.frames.find(s.frame(i, c))); !ok {
		return false
	}
	c.Line = int32(r.Line)
	trait := s.traits[c.Goods]
	if trait&1 == 0 {
		l.levels |= 1 << min(trait>>1, 63)
	}
	l.coded = append(l.coded, *c)
	l.prints = append(l.prints, fingerprints{s.prints.key(s.seen.keys[i], c.Frame, r.Cells), s.seen.prints[i], s.prints.ofDay(c.Period)})
	l.read++
	s.stored++
	return true
}

// place finds the row's place. A region and a partner that are both known make
// a place though they have not met before.
func (s *swift) place(i int) (code uint32, ok bool) {
	region, partner := s.region.find(&s.seen, i, false), s.partner.find(&s.seen, i, false)
	if region == none || partner == none {
		return 0, false
	}
	if code, ok = s.near.of(region, partner); ok {
		return code, true
	}
	if region >= gridSide || partner >= gridSide {
		if code, ok = s.placesOf.of(s.places.find(region, partner)); ok {
			return code, true
		}
	}
	if int(partner) >= len(s.partners) || s.partners[partner] == "" || int(region) >= len(s.regions) {
		return 0, false
	}
	if s.regions[region] == "" { // perhaps not known
		return 0, false
	}
	o := figure.Observation{Region: s.regions[region], Partner: s.partners[partner]}
	code = s.coder.Place(&o)
	s.prints.place(&o, code)
	s.setPlace(region, partner, code)
	return code, true
}

func (s *swift) setPlace(region, partner, code uint32) {
	if !s.near.set(region, partner, code) {
		s.placesOf.set(s.places.learn(region, partner), code)
	}
}

// remember keeps the text of a number.
func remember(texts *[]string, n uint32, text string) {
	if n == none {
		return
	}
	for int(n) >= len(*texts) {
		*texts = append(*texts, "")
	}
	(*texts)[n] = text
}

// frame gives the numbers of what the frame follows from.
func (s *swift) frame(i int, c *figure.Coded) (flow, rest uint32) {
	unit := none
	if c.Mantissa[2] != figure.NoNumber {
		unit = s.unit.find(&s.seen, i, false)
	}
	return s.flow.find(&s.seen, i, false), s.traits[c.Goods] | (unit+1)<<10
}

// noUnit reports whether the quantity is of no unit, and so none.
func (s *swift) noUnit(i int) bool {
	if len(s.unit.at) == 0 {
		return true
	}
	return s.unitless[s.seen.words[s.unit.at[0]][i]]
}

// learn remembers a row that the mapper has let pass, the one of this number of
// those met last.
func (s *swift) learn(r *cells.Row, i int, c *figure.Coded, o *figure.Observation) {
	if len(r.Cells) != s.width || s.columns == nil {
		return
	}
	for at, w := range s.columns {
		if w != nil {
			s.seen.words[at][i] = w.learn(r.Cells[at].Text)
		}
	}
	if at := s.unit.at; len(at) > 0 {
		if n := s.seen.words[at[0]][i]; int(n) == len(s.unitless) { // numbers are given one after another
			s.unitless = append(s.unitless, noUnit(cells.Trim(r.Cells[at[0]].Text)))
		}
	}
	s.period.codes.set(s.period.find(&s.seen, i, true), c.Period)
	region, partner := s.region.find(&s.seen, i, true), s.partner.find(&s.seen, i, true)
	remember(&s.regions, region, o.Region)
	remember(&s.partners, partner, o.Partner)
	if region != none && partner != none {
		s.setPlace(region, partner, c.Place)
	}
	s.goods.codes.set(s.goods.find(&s.seen, i, true), c.Goods)
	for int(c.Goods) >= len(s.traits) {
		s.traits = append(s.traits, 0)
	}
	s.traits[c.Goods] = uint32(o.Level) << 1
	if o.Code == figure.HiddenCode {
		s.traits[c.Goods] |= 1
	}
	flow, rest := s.frame(i, c)
	if unit := rest >> 10; flow != none && (c.Mantissa[2] == figure.NoNumber || unit != 0) {
		s.framesOf.set(s.frames.learn(flow, rest), c.Frame)
	}
}
