package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
	"briefing/internal/whence"
)

// What is told of goods together, by the source's own total, beside what is
// told of them one by one.

// byChapter adds up the rows by chapter; what a stated total has beyond its
// goods stands as not told by goods. Ok is false where the goods come to more
// than that total: then one of the two is wrong.
func (b *builder) byChapter(v goodsView, f figure.Filter) (groups []figure.Group, ok bool, err error) {
	groups, err = b.s.Figures.Aggregate(f, []figure.Dimension{v.by})
	if v.by == figure.ByProduct { // goods that no code tells have no total among them
		return groups, true, err
	}
	at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Keys[0] == figure.TotalCode })
	if err != nil || at < 0 || len(groups) == 1 {
		return groups, true, err
	}
	if slices.ContainsFunc(b.s.Figures.Stated(f, nil), func(s figure.Stated) bool { return s.Code == figure.TotalCode && s.Beyond() }) {
		return groups, false, nil
	}
	whole, err := b.s.Figures.Aggregate(f, nil)
	if err != nil || len(whole) != 1 {
		return groups, false, err
	}
	stated := groups[at]
	groups = slices.Delete(groups, at, at+1)
	goods, err := figure.Merge(groups...)
	if err != nil {
		return groups, false, err
	}
	stated.Value, stated.Weight = beyond(whole[0].Value, goods.Value), beyond(whole[0].Weight, goods.Weight)
	if n := v.sized(stated); n.Valid && n.Decimal.Sign() > 0 {
		groups = append(groups, stated)
	}
	return groups, true, nil
}

// beyond is what a whole has beyond its parts; absent where one of the two is.
func beyond(whole, parts briefing.MaybeNumber) briefing.MaybeNumber {
	if !whole.Valid || !parts.Valid {
		return briefing.MaybeNumber{}
	}
	n, err := whole.Decimal.SubExact(parts.Decimal, max(whole.Decimal.Scale(), parts.Decimal.Scale()))
	return briefing.MaybeNumber{Decimal: n.Trim(0), Valid: err == nil}
}

// exceeded says why there is no structure.
func (b *builder) exceeded(v goodsView) []document.Block {
	return []document.Block{document.Note{Title: b.t("word.note"), Runs: document.Plain(
		b.closed(b.t("structure.exceeded", v.title, v.year, lang.T(b.l, measure.WhyGoodsExceed))))}}
}

// mostStated is how many totals a note tells one by one.
const mostStated = 3

// statedNotes say what of the rows was not added to what.
func (b *builder) statedNotes(f figure.Filter, by []figure.Dimension) []string {
	taken, parts, levels := false, []string{}, false
	for _, s := range b.s.Figures.Stated(f, by) {
		switch {
		case s.Code != figure.TotalCode:
			levels = true
		case s.Taken:
			taken = true
		case s.Own.Valid:
			unit := briefing.Unit(lower(s.Split.Currency))
			scaled := b.moneyScale([]figure.Group{{Value: s.Own}}, s.Split.Currency)
			if n, ok := in(s.Own, unit, scaled.unit); ok {
				fig := briefing.Figure{Value: briefing.Some(n.Decimal.Round(scaled.places)), Unit: scaled.unit}
				parts = append(parts, b.spaced(lang.Period(b.l, s.Period), "—", lang.Figure(b.l, fig)))
			}
		}
	}
	var notes []string
	if taken {
		notes = append(notes, b.t("stat.stated_taken"))
	}
	switch n := len(parts); {
	case n > mostStated:
		notes = append(notes, b.t("stat.stated_some"))
	case n > 0:
		notes = append(notes, b.t("stat.stated_aside", b.semis(parts...)))
	}
	if levels {
		notes = append(notes, b.t("stat.levels"))
	}
	return notes
}

// levelNotes say why growth is refused where there is a base, or what is to be
// known of it, since the years are told by codes of different detail.
func (b *builder) levelNotes(growth []measure.GroupGrowth) []string {
	var why []string
	for _, g := range growth {
		for _, reason := range g.Value.Reasons {
			if reason != measure.WhyBaseMissing && reason != measure.WhyValueMissing && reason != measure.WhyCoverage {
				why = with(why, reason)
			}
		}
	}
	if len(why) > 0 {
		return []string{b.closed(b.t("stat.no_growth", whence.Joined(b.l, why)))}
	}
	for _, g := range growth {
		if slices.Contains(g.Value.Notes, measure.NoteUnlikeLevels) {
			return []string{b.closed(b.sentence(lang.T(b.l, measure.NoteUnlikeLevels)))}
		}
	}
	return nil
}

// goodsByMonth adds the rows up by code and month, each good once.
func (b *builder) goodsByMonth(f figure.Filter) ([]figure.Group, error) {
	month := []figure.Dimension{"month"}
	if !b.s.Figures.LeavesOut(f, month) {
		return b.s.Figures.Aggregate(f, []figure.Dimension{"code", "month"})
	}
	groups, err := b.s.Figures.Goods(f, month)
	for i := range groups {
		groups[i].Keys = []string{groups[i].Keys[1], groups[i].Keys[0]}
	}
	slices.SortStableFunc(groups, func(x, y figure.Group) int { return slices.Compare(x.Keys, y.Keys) })
	return groups, err
}
