package measure

import (
	"slices"

	"briefing/internal/figure"
)

// FewGoods lists the codes that sums of the rows are of, in order; nothing where
// they are more than FewCodes, or where a total of all goods is among them.
func FewGoods(s *figure.Set, f figure.Filter) []string {
	codes, _ := figure.RecalledOf(s, "few goods", f, nil, func() ([]string, error) {
		if !s.LeavesOut(f, nil) {
			codes, ok := s.CodesUpTo(f, FewCodes)
			if !ok || slices.Contains(codes, figure.TotalCode) || slices.Contains(codes, "") {
				return nil, nil
			}
			return codes, nil
		}
		groups, err := s.Parts(f, nil, "code")
		if err != nil { // the sum of all years may be beyond all bounds where those of years are not
			groups, err = s.Parts(f, []figure.Dimension{"year"}, "code")
		}
		return fewOf(groups), err
	}, func(codes []string) int { return len(codes) })
	return codes
}

func fewOf(groups []figure.Group) (codes []string) {
	seen := map[string]bool{}
	for i := range groups {
		code := lastKey(groups[i])
		if code == figure.TotalCode || code == "" {
			return nil
		}
		if !seen[code] {
			seen[code], codes = true, append(codes, code)
		}
	}
	if len(codes) > FewCodes {
		return nil
	}
	slices.Sort(codes)
	return codes
}
