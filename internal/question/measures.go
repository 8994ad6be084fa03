package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/measure"
)

// sides are a line and its whole as quantities of the amount asked for.
type sides struct{ now, then, wholeNow, wholeThen measure.Quantity }

// computed are the measures of two sums and their wholes.
func computed() map[string]func(sides) measure.Result {
	return map[string]func(sides) measure.Result{
		"absolute-change": func(s sides) measure.Result { return measure.AbsoluteChange(s.now, s.then) },
		"growth":          func(s sides) measure.Result { return measure.Growth(s.now, s.then) },
		"cagr":            func(s sides) measure.Result { return measure.CAGR(s.now, s.then) },
		"share":           func(s sides) measure.Result { return measure.Share(s.now, s.wholeNow) },
		"share-change": func(s sides) measure.Result {
			return measure.ShareChange(s.now, s.wholeNow, s.then, s.wholeThen)
		},
		"contribution": func(s sides) measure.Result { return measure.Contribution(s.now, s.then, s.wholeThen) },
		"contribution-share": func(s sides) measure.Result {
			return measure.ContributionShare(s.now, s.then, s.wholeNow, s.wholeThen)
		},
		"index":      func(s sides) measure.Result { return measure.Index(s.now, s.then) },
		"rank":       nil, // of all items at once
		"unit-value": nil, // of value and weight
	}
}

// quantity makes an input of a line's sum of one period.
func (b *building) quantity(l Line, a measure.Amount, now bool) measure.Quantity {
	g, period, there := l.Then, b.win.base, l.HasThen
	if now {
		g, period, there = l.Now, b.win.name, l.HasNow
	}
	g.Keys = l.Keys
	if len(g.Keys) != len(b.dims) {
		g.Keys = make([]string, len(b.dims))
	}
	q := measure.OfGroup(g, b.dims, a)
	f := b.table.filter
	q.Period, q.Scope.Flow = period, string(b.key.flow)
	if q.Scope.Partner == "" {
		q.Scope.Partner = f.Partner
	}
	if q.Scope.Region == "" {
		q.Scope.Region = f.Region
	}
	if q.Scope.Province == "" {
		q.Scope.Province = f.Province
	}
	if q.Scope.Codes == "" {
		q.Scope.Codes = strings.Join(f.Codes, " ")
	}
	if !there {
		q.Figure.Value = briefing.MaybeNumber{}
	}
	return q
}

// measure fills the results of all lines.
func (b *building) measure() error {
	t := b.table
	over, err := b.itemsOver()
	if err != nil {
		return err
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		for _, key := range b.q.Measures {
			r, err := b.result(l, key, over)
			if err != nil {
				return err
			}
			l.Results = append(l.Results, r)
		}
	}
	if b.levels.lines {
		t.Notes = append(t.Notes, measure.WhyLevels)
	}
	if b.levels.over {
		t.Notes = append(t.Notes, measure.NoteGoodsExceed)
	}
	if b.acrossEditions() {
		t.Notes = append(t.Notes, measure.NoteEditions)
	}
	return nil
}

// result is one cell.
func (b *building) result(l *Line, key string, over *overItem) (measure.Result, error) {
	if why := b.levels.refused(l, key); why != "" {
		return measure.Refused(key, b.win.name, why), nil
	}
	switch {
	case key == Value || key == Weight:
		return measure.Plain(key, b.quantity(*l, measure.Amount(key), true)), nil
	case spanOf(key) != "":
		return measure.Plain(key, b.quantity(*l, b.q.Amount, true)), nil
	case Related(key):
		return b.related(l, key)
	case key == "unit-value":
		return b.unitValue(l)
	case key == "rank":
		r, ok := b.ranks[strings.Join(l.Keys, "\x00")]
		if !ok || l.Kind != Item {
			return measure.Result{Measure: key}, nil
		}
		return measure.Placed(b.quantity(*l, b.q.Amount, true), r.place, r.of, r.tied), nil
	case overItems(key):
		return over.result(b, l, key)
	}
	if key != "share" {
		if why, err := b.unlikeGoods(l); err != nil || why != "" {
			r := measure.Refused(key, b.win.name, why)
			r.Base = b.win.base
			return r, err
		}
	}
	return b.compared(l, key), nil
}

// ofWhole reports whether a measure stands on the total.
func ofWhole(key string) bool {
	return key == "share" || key == "share-change" || strings.HasPrefix(key, "contribution") || key == "rank"
}

// compared is a measure of the line's two sums.
func (b *building) compared(l *Line, key string) measure.Result {
	s := sides{
		now: b.quantity(*l, b.q.Amount, true), then: b.quantity(*l, b.q.Amount, false),
		wholeNow: b.quantity(b.whole, b.q.Amount, true), wholeThen: b.quantity(b.whole, b.q.Amount, false),
	}
	if ofWhole(key) && (l.Kind == Outside || l.Kind == Total && key == "contribution-share") {
		return measure.Result{Measure: key}
	}
	if b.win.whyThen != nil && key != "share" {
		r := measure.Refused(key, b.win.name, b.win.whyThen...)
		r.Base = b.win.base
		return r
	}
	if key != "share" && b.other.bars(l, key) {
		r := measure.Refused(key, b.win.name, measure.WhyOtherGoods)
		r.Base = b.win.base
		return r
	}
	note := ""
	if key != "share" {
		var why string
		if why, note = b.levels.against(l); why != "" {
			r := measure.Refused(key, b.win.name, why)
			r.Base = b.win.base
			return r
		}
	}
	absent := false
	if key == "share-change" || strings.HasPrefix(key, "contribution") || key == "absolute-change" {
		// The sum of the data has a zero where a line has no rows in one of two
		// periods that both are covered.
		for _, side := range []*measure.Quantity{&s.now, &s.then} {
			if n := map[bool]bool{true: l.HasNow, false: l.HasThen}[side == &s.now]; !n {
				side.Figure.Value, absent = briefing.SomeNum("0"), true
			}
		}
	}
	r := computed()[key](s)
	if absent {
		r.Notes = append(slices.Clone(r.Notes), measure.NoteNoRows)
	}
	if note != "" && r.Defined {
		r.Notes = append(slices.Clone(r.Notes), note)
	}
	return r
}

// acrossEditions reports whether codes of six digits and more are compared
// over two editions of their classification.
func (b *building) acrossEditions() bool {
	deep := false
	for _, l := range b.whole.Now.Levels {
		deep = deep || l >= 6
	}
	codes := has(b.dims, "hs6", "code") || slices.ContainsFunc(b.q.Measures, overItems) && (b.q.Over == "code" || b.q.Over == "hs6")
	if !deep || !codes || len(b.win.then) == 0 {
		return false
	}
	class := b.key.split.Classification
	_, why := classification.Join(classification.Side{Class: class, Period: b.win.base}, classification.Side{Class: class, Period: b.win.name})
	return why == classification.WhyEditions
}
