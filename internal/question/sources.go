package question

import (
	"strings"

	"briefing/internal/measure"
)

// otherGoods are the lines whose two sums are of different goods, since another
// source tells of them from some year on: nothing is computed across that.
type otherGoods struct {
	lines map[string]bool
	whole bool
}

// sources finds these lines; of rows of one source there are none.
func (b *building) sources() error {
	if b.q.Maker == nil || len(b.win.now) == 0 || len(b.win.then) == 0 {
		return nil
	}
	now, then := b.table.filter, b.table.filter
	now.Period, then.Period = also(now.Period, b.win.now), also(then.Period, b.win.then)
	var err error
	b.other.lines, b.other.whole, err = measure.OtherGoods(b.set, now, then, b.dims, b.q.Maker)
	return err
}

// bars reports whether a line, or what it is held against, is of other goods
// in the base.
func (o *otherGoods) bars(l *Line, key string) bool {
	if o.whole && (l.Kind != Item || ofWhole(key)) {
		return true
	}
	return l.Kind == Item && o.lines[strings.Join(l.Keys, "\x00")]
}
