package importer

import (
	"hash/maphash"
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
	comma   [3]byte  // decimal signs
	met     []uint32 // numbers of the row's words
	hashes  []uint64 // of the row's cells

	period, goods, unit, flow, region, partner chain
	regions, partners                          []string // by number; one that is not known is empty
	places, frames                             *pairs   // of region and partner; of flow and what else tells
	near                                       grid     // places of small numbers
	placesOf, framesOf                         meaning
	traits                                     []uint32 // by code of goods: level and whether it is hidden
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
func (c *chain) find(met []uint32, learn bool) uint32 {
	n := uint32(0)
	for i, at := range c.at {
		switch w := met[at]; {
		case w == none || n == none:
			return none
		case i == 0:
			n = w
		case learn:
			n = c.pairs[i].learn(n, w)
		default:
			n = c.pairs[i].find(n, w)
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
	s.met, s.hashes = make([]uint32, s.width), make([]uint64, s.width)
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
			s.columns[i] = newWordbook(prints.seed)
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

// row stores a row that says nothing new but its amounts; false leaves it to
// the mapper.
func (s *swift) row(l *lot, r *cells.Row) bool {
	if s.tried++; s.tried == patience && s.stored < patience/8 {
		s.columns = nil // its rows have too little in common
	}
	if len(r.Cells) != s.width || r.Line > math.MaxInt32 || s.columns == nil || !s.words(r) {
		return false
	}
	var c figure.Coded
	var ok [4]bool
	c.Period, ok[0] = s.period.codes.of(s.period.find(s.met, false))
	c.Place, ok[1] = s.place()
	c.Goods, ok[2] = s.goods.codes.of(s.goods.find(s.met, false))
	if !ok[0] || !ok[1] || !ok[2] || !s.read(r, &c) {
		return false
	}
	if c.Frame, ok[3] = s.framesOf.of(s.frames.find(s.frame(&c))); !ok[3] {
		return false
	}
	c.Line = int32(r.Line)
	out := fingerprints{key: s.prints.key(&c), row: s.prints.table}
	for _, at := range s.m.axes {
		out.key = fold(out.key, s.hashes[at])
	}
	for _, h := range s.hashes {
		out.row = fold(out.row, h)
	}
	trait := s.traits[c.Goods]
	if trait&1 == 0 {
		l.levels |= 1 << min(trait>>1, 63)
	}
	l.coded, l.prints = append(l.coded, c), append(l.prints, out)
	l.read++
	s.stored++
	return true
}

// place finds the row's place. A region and a partner that are both known make
// a place though they have not met before.
func (s *swift) place() (code uint32, ok bool) {
	region, partner := s.region.find(s.met, false), s.partner.find(s.met, false)
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

// words finds the row's words, all of which must be known.
func (s *swift) words(r *cells.Row) bool {
	for i, w := range s.columns {
		if w == nil {
			continue
		}
		e := w.find(r.Cells[i].Text)
		if e == nil {
			return false
		}
		s.met[i], s.hashes[i] = e.number-1, e.hash
	}
	return true
}

// frame gives the numbers of what the frame follows from.
func (s *swift) frame(c *figure.Coded) (flow, rest uint32) {
	unit := none
	if c.Mantissa[2] != figure.NoNumber {
		unit = s.unit.find(s.met, false)
	}
	return s.flow.find(s.met, false), s.traits[c.Goods] | (unit+1)<<10
}

// read reads the amounts.
func (s *swift) read(r *cells.Row, c *figure.Coded) bool {
	any := false
	for i, at := range s.numbers {
		c.Mantissa[i] = figure.NoNumber
		if at < 0 {
			continue
		}
		text := r.Cells[at].Text
		s.hashes[at] = maphash.Bytes(s.prints.seed, text)
		if r.Cells[at].Kind > cells.Number {
			return false
		}
		if len(text) == 0 {
			continue
		}
		sign := s.comma[i]
		if r.Cells[at].Kind == cells.Number {
			sign = '.'
		}
		a, ok := plainAmount(text, sign)
		if !ok {
			return false
		}
		if i == 2 && s.noUnit() {
			continue
		}
		if s.power[i] != 0 {
			if a, ok = a.times(s.power[i]); !ok {
				return false
			}
		}
		c.Mantissa[i], c.Scale[i] = a.coef, uint8(a.scale)
		any = any || i < 2 // a quantity alone may be a note
	}
	return any
}

// noUnit reports whether the quantity is of no unit, and so none.
func (s *swift) noUnit() bool {
	if len(s.unit.at) == 0 {
		return true
	}
	at := s.unit.at[0]
	return s.columns[at].list[s.met[at]].none
}

// learn remembers a row that the mapper has let pass.
func (s *swift) learn(r *cells.Row, c *figure.Coded, o *figure.Observation) {
	if len(r.Cells) != s.width || s.columns == nil {
		return
	}
	for i, w := range s.columns {
		if w == nil {
			continue
		}
		s.met[i] = w.learn(r.Cells[i].Text)
	}
	if at := s.unit.at; len(at) > 0 && s.met[at[0]] != none {
		s.columns[at[0]].list[s.met[at[0]]].none = noUnit(cells.Trim(r.Cells[at[0]].Text))
	}
	s.period.codes.set(s.period.find(s.met, true), c.Period)
	region, partner := s.region.find(s.met, true), s.partner.find(s.met, true)
	remember(&s.regions, region, o.Region)
	remember(&s.partners, partner, o.Partner)
	if region != none && partner != none {
		s.setPlace(region, partner, c.Place)
	}
	s.goods.codes.set(s.goods.find(s.met, true), c.Goods)
	for int(c.Goods) >= len(s.traits) {
		s.traits = append(s.traits, 0)
	}
	s.traits[c.Goods] = uint32(o.Level) << 1
	if o.Code == figure.HiddenCode {
		s.traits[c.Goods] |= 1
	}
	flow, rest := s.frame(c)
	if unit := rest >> 10; flow != none && (c.Mantissa[2] == figure.NoNumber || unit != 0) {
		s.framesOf.set(s.frames.learn(flow, rest), c.Frame)
	}
}

// plainAmount reads digits with at most one decimal sign.
func plainAmount(b []byte, sign byte) (a amount, ok bool) {
	if len(b) > 18 {
		return a, false
	}
	n, point := int64(0), -1
	for i, d := range b {
		if d -= '0'; d <= 9 {
			n = n*10 + int64(d)
		} else if b[i] == sign && point < 0 {
			point = i
		} else {
			return a, false
		}
	}
	if a.coef = n; point < 0 {
		return a, len(b) > 0
	}
	a.scale = len(b) - 1 - point
	for a.scale > 0 && a.coef%10 == 0 {
		a.coef /= 10
		a.scale--
	}
	return a, len(b) > 1
}
