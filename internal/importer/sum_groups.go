package importer

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// trade is what a row of a group and those of its members have in common, but
// for goods.
type trade struct {
	flow               figure.Flow
	reporter, currency string
	other              string // the region of countries, the partner of regions
	period             briefing.Period
}

// ware is goods by code, or by name where no code tells them apart.
type ware struct{ code, product string }

func wareOf(o *figure.Observation) ware {
	if o.Code == figure.TotalCode {
		return ware{o.Code, o.Product}
	}
	return ware{o.Code, ""}
}

// byMember are the amounts of a trade: by goods, then by country or region.
type byMember map[ware]map[string]*heap

func tradeOf(o *figure.Observation, of sumOf) (trade, string) {
	if of == sumOfRegions {
		return trade{o.Flow, o.Reporter, o.Currency, o.Partner, o.Period}, o.Region
	}
	return trade{o.Flow, o.Reporter, o.Currency, o.Region, o.Period}, o.Partner
}

// judgeGroups sets what rows of groups say beside what their members say.
func (l *ledger) judgeGroups(set *figure.Set) (out []CheckTotal, err error) {
	all := map[sumOf]map[trade]byMember{}
	for i := range l.sums {
		if of := l.sums[i].of; of != sumOfRows && all[of] == nil {
			if all[of], err = membersOf(set, of); err != nil {
				return nil, err
			}
		}
	}
	for i := range l.sums {
		s := &l.sums[i]
		if s.of == sumOfRows || !s.o.Value.Valid && !s.o.NetWeight.Valid || s.o.Value.Valid && s.o.Value.Decimal.IsZero() {
			continue
		}
		k, _ := tradeOf(&s.o, s.of)
		members, err := memberOf(all[s.of], k).of(wareOf(&s.o))
		if err != nil {
			return nil, err
		}
		belongs, _ := codes.Group(s.name)
		if s.of == sumOfRegions {
			belongs, _ = codes.District(s.name)
		}
		known := belongs != nil
		var sure, maybe briefing.MaybeNumber
		present := false
		for code, a := range members {
			is := codes.IsMember
			switch {
			case known:
				is = belongs(code)
			case s.of == sumOfCountries && (code == codes.Unknown || code == figure.World), s.of == sumOfRegions && code == "":
				is = codes.NoMember
			}
			sum := &sure
			switch is {
			case codes.NoMember:
				continue
			case codes.MayBeMember:
				sum = &maybe
			}
			present = true
			if err := grow(sum, a.value); err != nil {
				return nil, err
			}
		}
		switch {
		case !present:
			l.refuseSum(s)
		case known && !codes.Beyond(s.name) && s.o.Value.Valid && (sure.Valid || maybe.Valid):
			out = append(out, s.beside(sure.Decimal, maybe.Decimal))
		}
	}
	return out, nil
}

// memberOf is a trade's part of the whole. A row of a weight alone has no currency:
// it is of the trade in any.
func memberOf(all map[trade]byMember, k trade) byMember {
	if all[k] != nil || k.currency != "" {
		return all[k]
	}
	for other, members := range all {
		if other.currency = ""; other == k {
			return members
		}
	}
	return nil
}

// membersOf adds up what countries or regions have of each trade.
func membersOf(set *figure.Set, of sumOf) (map[trade]byMember, error) {
	out := map[trade]byMember{}
	for _, o := range set.All() {
		k, who := tradeOf(&o, of)
		if out[k] == nil {
			out[k] = byMember{}
		}
		w := wareOf(&o)
		if out[k][w] == nil {
			out[k][w] = map[string]*heap{}
		}
		if err := heapAt(out[k][w], who).add(o.Value, o.NetWeight); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// of are the members' amounts of some goods: as they stand, else of all that is
// part of these goods.
func (b byMember) of(w ware) (map[string]*heap, error) {
	if exact := b[w]; exact != nil {
		return exact, nil
	}
	out := map[string]*heap{}
	for other, members := range b {
		if other.code == figure.TotalCode || w.code != figure.TotalCode && !strings.HasPrefix(other.code, w.code) || w.product != "" && w.code == figure.TotalCode {
			continue
		}
		for code, a := range members {
			if err := heapAt(out, code).add(a.value, a.weight); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// beside sets the row beside its members: those that are sure to belong to the
// group, and with them any of those that may.
func (s *sumRow) beside(sure, maybe briefing.Number) CheckTotal {
	c := CheckTotal{Flow: s.o.Flow, Reporter: s.o.Reporter, Period: s.o.Period, Currency: s.o.Currency, Stated: s.o.Value.Decimal, Stored: sure, Name: s.name, Line: s.line}
	if s.o.Code != figure.TotalCode {
		c.Code = s.o.Code
	}
	with, err := sure.Add(maybe)
	switch {
	case err != nil || c.Agrees():
	case c.Stated.Cmp(sure) > 0 && c.Stated.Cmp(with) < 0:
		c.Stored = c.Stated
	case c.Stated.Cmp(sure) > 0 || sure.IsZero():
		c.Stored = with
	}
	return c
}
