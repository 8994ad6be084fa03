package figure

import "briefing/internal/briefing"

// settle finds the pairs of a group: rows with the same amounts first, what is
// left in its order. Old rows that are left over are gone.
func (w *comparing) settle(g *group) {
	left := []int32(nil)
	free := w.freeRows(g)
	for at := g.oldFirst; at != none; at = w.known[at].next {
		row := w.known[at].row
		b := w.old.blockOf(int(row))
		i := int(row) - b.start
		if to := free.take(w, b, i); to != none {
			w.match[to] = stored
			w.counts[w.importOf[b.frames.at[i]]].Same++
			if statusOf(w.old, b, i) == briefing.Revised {
				w.restated = append(w.restated, to)
			}
			continue
		}
		left = append(left, row)
	}
	to := g.first
	for _, row := range left {
		for to != none && w.match[to] != alone {
			to = w.next[to]
		}
		if to == none {
			w.gone = append(w.gone, row)
			continue
		}
		b := w.old.blockOf(int(row))
		w.match[to] = row
		w.counts[w.importOf[b.frames.at[int(row)-b.start]]].Changed++
	}
}

// said is what a row says of its key; equal numbers are equal.
type said struct {
	numbers [3]int64
	scales  [3]uint8
	status  briefing.ObsStatus
	weight  briefing.ObsStatus // of the weight, where it has one of its own
}

func saidOf(s *Set, b *block, i int) (x said) {
	for n, c := range [...]*column{&b.value, &b.weight, &b.quantity} {
		m, scale := c.mantissa[i], c.scale
		for scale > 0 && m != absent && m%10 == 0 {
			m, scale = m/10, scale-1
		}
		if m == absent {
			scale = 0
		}
		x.numbers[n], x.scales[n] = m, scale
	}
	x.status, x.weight = statusOf(s, b, i), s.frames.values[b.frames.at[i]].WeightStatus
	return x
}

// freeRows are the new rows of a group by what they say; of a single one there
// is nothing to be looked up.
type freeRows struct {
	one  int32
	rows map[said][]int32
}

func (w *comparing) freeRows(g *group) freeRows {
	if g.first == g.last {
		return freeRows{one: g.first}
	}
	f := freeRows{one: none, rows: map[said][]int32{}}
	for row := g.first; row != none; row = w.next[row] {
		b := w.now.blockOf(int(row))
		x := saidOf(w.now, b, int(row)-b.start)
		f.rows[x] = append(f.rows[x], row)
	}
	return f
}

// take gives the first free new row that says the same as an old one. That a
// row was revised before is our own knowledge, which a new file does not take
// back.
func (f *freeRows) take(w *comparing, b *block, i int) int32 {
	if f.rows == nil {
		if f.one == none {
			return none
		}
		nb := w.now.blockOf(int(f.one))
		j := int(f.one) - nb.start
		was, is := statusOf(w.old, b, i), statusOf(w.now, nb, j)
		weights := w.old.frames.values[b.frames.at[i]].WeightStatus == w.now.frames.values[nb.frames.at[j]].WeightStatus
		if !sameAmounts(b, i, nb, j) || !weights || was != is && (was != briefing.Revised || is != briefing.Normal) {
			return none
		}
		row := f.one
		f.one = none
		return row
	}
	x := saidOf(w.old, b, i)
	if len(f.rows[x]) == 0 && x.status == briefing.Revised {
		x.status = briefing.Normal
	}
	rows := f.rows[x]
	if len(rows) == 0 {
		return none
	}
	f.rows[x] = rows[1:]
	return rows[0]
}

func statusOf(s *Set, b *block, i int) briefing.ObsStatus {
	if st := s.frames.values[b.frames.at[i]].Status; st != "" {
		return st
	}
	return briefing.Normal
}

func sameAmounts(a *block, i int, b *block, j int) bool {
	return sameNumber(&a.value, i, &b.value, j) && sameNumber(&a.weight, i, &b.weight, j) && sameNumber(&a.quantity, i, &b.quantity, j)
}

func sameNumber(a *column, i int, b *column, j int) bool {
	x, y := a.mantissa[i], b.mantissa[j]
	if x == absent || y == absent || a.scale == b.scale {
		return x == y
	}
	var ok bool
	if a.scale < b.scale {
		x, ok = rescale(x, b.scale-a.scale)
	} else {
		y, ok = rescale(y, a.scale-b.scale)
	}
	return ok && x == y
}
