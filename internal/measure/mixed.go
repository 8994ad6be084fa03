package measure

import (
	"slices"
	"strings"

	"briefing/internal/figure"
)

// What can't be told as one word of a reason.
const unstated = "-"

// Differing is a reason that says what differs by name: that of the value first,
// then that of the base. Either may be empty. Which reason it is tells Because.
func Differing(why, now, then string) string {
	word := func(s string) string {
		if s = strings.Join(strings.Fields(s), "_"); s == "" {
			return unstated
		}
		return s
	}
	return why + " " + word(now) + " " + word(then)
}

// Because is the reason without what it names: WhyCurrenciesDiffer of US dollars
// and yuan is that of any two.
func Because(why string) string {
	key, _, _ := strings.Cut(why, " ")
	return key
}

// Mixed tells why sums that are kept apart are not compared, each reason with
// what the two have: currency, basis of prices, classification with its edition,
// months beside years. None where nothing of these differs.
func Mixed(now, then figure.Split) (why []string) {
	for _, of := range []struct{ why, now, then string }{
		{WhyCurrenciesDiffer, now.Currency, then.Currency},
		{WhyBasesDiffer, now.Basis, then.Basis},
		{WhyClassesDiffer, now.Classification, then.Classification},
		{WhyFrequenciesDiffer, now.Frequency, then.Frequency},
	} {
		if of.now != of.then {
			why = append(why, Differing(of.why, of.now, of.then))
		}
	}
	return why
}

// Nearest are the reasons of Mixed for the one of several sums that differs from
// the value in least; none where there is no other of the same reporter and area,
// or one that differs in nothing.
func Nearest(now figure.Split, others []figure.Split) (why []string) {
	for _, o := range others {
		if o.Reporter != now.Reporter || o.Area != now.Area {
			continue
		}
		if of := Mixed(now, o); len(of) > 0 && (why == nil || len(of) < len(why)) {
			why = of
		}
	}
	return why
}

// apartOf lists by their keys the groups that are kept apart. Where a filter lets
// through those of one currency, basis or classification alone, the others are
// looked for too as soon as a group has no base.
func apartOf(s *figure.Set, f figure.Filter, by []figure.Dimension, groups []figure.Group) (map[string][]figure.Split, error) {
	narrow := f.Split != nil || f.Currency != "" || f.Basis != "" || f.Classification != "" || f.Frequency != ""
	if !narrow || !slices.ContainsFunc(by, func(d figure.Dimension) bool { return !timeless(d) }) {
		return splitsOf(groups, by), nil
	}
	if f.Split != nil && f.Reporter == "" {
		f.Reporter = f.Split.Reporter
	}
	f.Split, f.Currency, f.Basis, f.Classification, f.Frequency = nil, "", "", "", ""
	return figure.RecalledOf(s, "apart", f, by, func() (map[string][]figure.Split, error) {
		all, err := s.Aggregate(f, by)
		return splitsOf(all, by), err
	}, func(m map[string][]figure.Split) int { return len(m) })
}

// splitsOf lists by their keys the groups that are kept apart.
func splitsOf(groups []figure.Group, by []figure.Dimension) map[string][]figure.Split {
	out := map[string][]figure.Split{}
	for _, g := range groups {
		key := unsplit(g.Keys, by)
		out[key] = append(out[key], g.Split)
	}
	return out
}

// unsplit are the keys without those that keep groups apart anyway.
func unsplit(keys []string, by []figure.Dimension) string {
	keys = slices.Clone(keys)
	for i, d := range by {
		if d == "currency" || d == "basis" || d == "classification" {
			keys[i] = ""
		}
	}
	return strings.Join(keys, "\x00")
}

func groupKey(keys []string, s figure.Split) string {
	return strings.Join(append(slices.Clone(keys), s.Reporter, s.Currency, s.Basis, s.Classification, s.Frequency, s.Span, s.Area), "\x00")
}
