package importer

import (
	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// union is the one group of countries that is a partner of its own.
const union = "EU"

// settleUnion takes back the rows of the Union where the file has its members:
// their amounts are in it.
func (s *stage) settleUnion() error {
	if s.settled || !s.set.May(figure.Filter{Partner: union}) {
		return nil
	}
	all, err := membersOf(s.set, sumOfCountries)
	if err != nil {
		return err
	}
	belongs, _ := codes.Group(union)
	kept, gone := figure.NewSet(), 0
	for _, o := range s.set.All() {
		if o.Partner == union {
			k, _ := tradeOf(&o, sumOfCountries)
			members, err := all[k].of(wareOf(&o))
			if err != nil {
				return err
			}
			has := false
			for code := range members {
				has = has || code != union && belongs(code) == codes.IsMember
			}
			if has {
				gone++
				s.led.sums = append(s.led.sums, sumRow{line: o.Line, name: union, of: sumOfCountries, o: o})
				continue
			}
		}
		if err := kept.Append(o); err != nil {
			return err
		}
	}
	if gone > 0 {
		s.set = kept
		s.led.withdraw(AsideTotal, gone)
	}
	return nil
}
