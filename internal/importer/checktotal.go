package importer

import (
	"cmp"
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// CheckTotal is a total that the file itself states, beside the sum of the
// rows that were stored: what differs was lost, hidden or rounded.
type CheckTotal struct {
	Flow     figure.Flow // Turnover: of exports and imports together
	Reporter string
	Partner  string // empty: of all partners
	Code     string // empty: of all goods
	Product  string // of the goods of this name, where no code tells; empty: of all
	Period   briefing.Period
	Currency string
	Stated   briefing.Number // in whole units of the currency
	Stored   briefing.Number
	Withheld bool // the source does not publish some of the rows: they are in its total
	// Part says that the total is stored beside its goods, since these are not
	// all: Stored is what they come to.
	Part bool
	// Rounded is by how much the rounding of what was added up may set both apart,
	// beside TotalTolerance.
	Rounded briefing.Number
	// Name and Line are those of a row that the file calls a total without saying
	// of what, or that is of a group of countries; empty for others.
	Name string
	Line int
}

// TotalTolerance is the part of a stated total by which rounding may set what was
// stored apart from it: one in ten thousand.
func TotalTolerance() briefing.Number { return briefing.Num("0.0001") }

// Agrees reports whether both are the same but for rounding: see TotalTolerance.
func (c CheckTotal) Agrees() bool {
	off, err := c.Stated.Sub(c.Stored)
	if err != nil {
		return false
	}
	if off.Abs().Cmp(c.Rounded) <= 0 {
		return true
	}
	small, err := c.Stated.Mul(TotalTolerance())
	return err == nil && off.Abs().Cmp(small.Abs()) <= 0
}

// Contradicts reports whether the difference says that rows are wrong, missing
// or counted twice: what the source withholds may only be missing, as the goods
// may that the file does not hold.
func (c CheckTotal) Contradicts() bool {
	return !c.Agrees() && !c.Part && !(c.Withheld && c.Stored.Cmp(c.Stated) < 0)
}

// Difference is what was stored less what the file states; absent when it is
// too large to be told.
func (c CheckTotal) Difference() briefing.MaybeNumber {
	d, err := c.Stored.Sub(c.Stated)
	if err != nil {
		return briefing.MaybeNumber{}
	}
	return briefing.Some(d)
}

type checkKey struct {
	flow                              figure.Flow
	reporter, partner, code, currency string
	product                           string // of a total beside the parts of one row, where no code tells goods
	period                            briefing.Period
}

// stated is what total rows state; a key stated twice with other amounts is of
// parts that are not told apart here, and no check, unless one of them is the
// total of all: «ВСЕГО» below several «Итого по группе».
type stated struct {
	amount  briefing.Number
	grand   bool
	unclear bool
	kept    bool            // it is stored beside its goods
	rounded briefing.Number // one and a half of its last digit; 0 where that is not known
}

// allowance is by how much the rounding of n numbers and of their total may set both
// apart: it grows with the root of their number.
func (s stated) allowance(n int) briefing.Number {
	root := 1
	for (root+1)*(root+1) <= n {
		root++
	}
	out, err := s.rounded.Mul(briefing.Num(strconv.Itoa(root)))
	if err != nil {
		return briefing.Number{}
	}
	return out
}

// keepTotal notes what a total row states. A total that can't be read is none;
// the row is set aside all the same.
func (m *mapper) keepTotal(r *cells.Row) {
	if wholeText(string(m.text(r, RoleProduct))) || m.keepTogether(r) { // of the goods below it, which no code tells
		return
	}
	o := figure.Observation{Classification: m.profile.Classification}
	if !m.reads(r, &o, (*mapper).mapClass, (*mapper).mapFlow, (*mapper).mapReporter, (*mapper).mapPeriod, (*mapper).mapValue) {
		m.keepBlank(r, checkKey{}, false)
		return
	}
	if !o.Value.Valid {
		return
	}
	if !m.mapPartner(r, &o).ok() || o.Partner == figure.World {
		o.Partner = "" // «Всего» stands where the partner would
	}
	if !m.mapProduct(r, &o).ok() || o.Code == figure.TotalCode {
		o.Code = ""
	}
	key := checkKey{flow: o.Flow, reporter: o.Reporter, partner: o.Partner, code: o.Code, currency: o.Currency, period: o.Period}
	if o.Code == "" && !totalWord(o.Product) && !wholeText(o.Product) {
		key.product = o.Product
	}
	m.led.state(key, stated{amount: o.Value.Decimal, grand: m.isGrand(r), rounded: m.rounding(r, true)})
	m.keepBlank(r, key, true)
}

// reads reports whether a row has all that the steps read of it.
func (m *mapper) reads(r *cells.Row, o *figure.Observation, steps ...func(*mapper, *cells.Row, *figure.Observation) fate) bool {
	for _, step := range steps {
		if !step(m, r, o).ok() {
			return false
		}
	}
	return true
}

// isGrand reports whether a total row is called a total and nothing else.
func (m *mapper) isGrand(r *cells.Row) bool {
	for _, role := range [...]Role{RolePartner, RolePartnerName, RoleProduct, RoleCode, RoleOrigin, RoleDestination} {
		text := string(m.text(r, role))
		if role == RoleCode && text == figure.TotalCode { // what all rows without codes stand under
			continue
		}
		if bareTotal(text) {
			return true
		}
	}
	return len(r.Cells) > 0 && bareTotal(string(r.Cells[0].Text))
}

// state notes a stated total, beside what has been stated before.
func (l *ledger) state(key checkKey, s stated) {
	was, known := l.totals[key]
	switch {
	case known && was.grand && !s.grand:
		return
	case known && was.grand == s.grand:
		s.unclear, s.kept = s.unclear || was.unclear || was.amount.Cmp(s.amount) != 0, s.kept || was.kept
	}
	l.totals[key] = s
}

// compare sets the stored rows beside the totals that the file states.
func (l *ledger) compare(set *figure.Set) ([]CheckTotal, error) {
	if len(l.totals) == 0 {
		return nil, nil
	}
	sums, rows, withheld := map[checkKey]briefing.Number{}, map[checkKey]int{}, map[checkKey]bool{}
	named := false // some total is of goods by name
	for k := range l.totals {
		named = named || k.product != ""
	}
	add := func(o figure.Observation, code string, kept bool) error {
		if !o.Value.Valid && o.Status != briefing.Missing {
			return nil
		}
		partners := [...]string{o.Partner, ""}
		of := partners[:]
		if o.Partner == figure.World && !(l.notes[NoteWorldOnly] && code == "") { // no part of what the countries come to
			of = partners[:1]
		}
		products := [...]string{"", o.Product}
		told := products[:1]
		if named && o.Product != "" {
			told = products[:]
		}
		for _, product := range told {
			for _, partner := range of {
				key := checkKey{flow: o.Flow, reporter: o.Reporter, partner: partner, code: code, currency: o.Currency, period: o.Period, product: product}
				if partner == "" && o.Partner == figure.World { // «Всего» of a table without countries
					if _, said := l.totals[checkKey{flow: o.Flow, reporter: o.Reporter, partner: figure.World, code: code, currency: o.Currency, period: o.Period, product: product}]; said || product != "" {
						continue
					}
				}
				if s, ok := l.totals[key]; !ok || s.unclear || s.kept != kept || kept && o.Code == figure.TotalCode {
					continue
				}
				if !o.Value.Valid {
					withheld[key] = true
					continue
				}
				sum, err := sums[key].Add(o.Value.Decimal)
				if err != nil {
					return &briefing.Error{Code: briefing.CodeOverflow, Op: "add up for the check total", Err: err}
				}
				sums[key] = sum
				rows[key]++
			}
		}
		return nil
	}
	for _, o := range set.All() {
		if err := add(o, o.Code, false); err != nil {
			return nil, err
		}
		if err := add(o, "", true); err != nil {
			return nil, err
		}
	}
	for _, o := range set.Summed(figure.Filter{}, nil) { // where a total stands beside goods, once
		if err := add(o, "", false); err != nil {
			return nil, err
		}
	}
	var out []CheckTotal
	for k, s := range l.totals {
		if sum, ok := sums[k]; ok && !s.unclear {
			out = append(out, CheckTotal{Flow: k.flow, Reporter: k.reporter, Partner: k.partner, Code: k.code, Product: k.product, Period: k.period, Currency: k.currency, Stated: s.amount, Stored: sum, Withheld: withheld[k], Part: s.kept, Rounded: s.allowance(rows[k])})
		}
	}
	sortTotals(out)
	return out, nil
}

func sortTotals(list []CheckTotal) {
	slices.SortFunc(list, func(a, b CheckTotal) int {
		return cmp.Or(cmp.Compare(a.Period.String(), b.Period.String()), cmp.Compare(a.Flow, b.Flow), cmp.Compare(a.Reporter, b.Reporter),
			cmp.Compare(a.Partner, b.Partner), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Product, b.Product), cmp.Compare(a.Currency, b.Currency), a.Stated.Cmp(b.Stated))
	})
}
