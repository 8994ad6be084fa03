package typeset

import (
	"math"

	"briefing/internal/document"
)

// widths gives the columns their widths: what each needs without breaking if
// there is room, with the rest shared out; else the numbers keep what they
// need and the texts share what is left by what they hold. A table that can't
// fit even so is set smaller; in the last resort words are broken.
func (ts *tableSetter) widths() {
	for try := 0; try < 6; try++ {
		avail := ts.available()
		least := 0.0
		for _, c := range ts.cols {
			least += c.least
		}
		if natural := ts.natural(); natural > avail && natural*0.96 <= avail && try == 0 {
			// A hair too wide to stand on single lines: set it that much smaller.
			ts.k = ts.k.scaled(avail / natural * 0.998)
			ts.measure()
			continue
		}
		if least <= avail {
			ts.wholeHeads(avail)
			ts.readable(avail)
			ts.share(avail)
			break
		}
		if f := max(avail/least*0.99, 0.8); try < 5 && ts.k.body.size*f >= 5.5 {
			ts.k = ts.k.scaled(f)
			ts.measure()
			continue
		}
		ts.squeeze(avail)
		break
	}
	ts.place()
}

// A text that runs over many lines is read with ease in a column of some
// sixteen letters, so many times the size of the type.
const (
	readableEms  = 9
	readablePart = 0.7 // of its share by weight
)

// wholeHeads keeps the words of the heads of numbers whole at their dashes, where
// there is room for that: «янв.–окт. 2025» on two lines and not on three.
func (ts *tableSetter) wholeHeads(avail float64) {
	sum := 0.0
	for i, c := range ts.cols {
		sum += c.least
		if ts.t.Columns[i].Kind == document.NumberColumn {
			sum += max(c.head-c.least, 0)
		}
	}
	if sum > avail {
		return
	}
	for i := range ts.cols {
		if ts.t.Columns[i].Kind == document.NumberColumn {
			ts.cols[i].least = max(ts.cols[i].least, ts.cols[i].head)
		}
	}
}

// readable gives texts a column in which they can be read, where there is room
// for that: a long text beside them would leave them one word a line.
func (ts *tableSetter) readable(avail float64) {
	weights := 0.0
	for i := range ts.cols {
		weights += ts.weight(i)
	}
	least := make([]float64, len(ts.cols))
	sum := 0.0
	for i, c := range ts.cols {
		least[i] = c.least
		if ts.t.Columns[i].Kind == document.TextColumn {
			least[i] = max(c.least, min(c.natural, readableEms*ts.k.body.size, readablePart*avail*ts.weight(i)/weights))
		}
		sum += least[i]
	}
	if sum > avail {
		return
	}
	for i := range ts.cols {
		ts.cols[i].least = least[i]
	}
}

// weight is the part of a column in room that is left: texts as they are
// weighed, numbers less, so that a number stays near the text it belongs to.
func (ts *tableSetter) weight(i int) float64 {
	col := ts.t.Columns[i]
	switch {
	case col.Kind == document.NumberColumn:
		return 0.5
	case col.Weight > 0:
		return col.Weight
	}
	return 1
}

func (ts *tableSetter) available() float64 {
	w := ts.w
	for _, c := range ts.cols {
		w -= c.leftPad + c.rightPad
	}
	return max(w, float64(len(ts.cols)))
}

func (ts *tableSetter) natural() float64 {
	sum := 0.0
	for _, c := range ts.cols {
		sum += max(c.natural, c.least)
	}
	return sum
}

// share divides a width that holds at least what can't be broken.
func (ts *tableSetter) share(avail float64) {
	if natural := ts.natural(); natural <= avail {
		for i := range ts.cols {
			ts.cols[i].w = max(ts.cols[i].natural, ts.cols[i].least)
		}
		ts.spread(avail - natural)
		return
	}
	// The widest level at which all fit: a column gets what it wants up to the
	// level times its weight, so that what is short stays on one line.
	lo, hi := 0.0, avail
	for range 40 {
		if mid := (lo + hi) / 2; ts.level(mid) <= avail {
			lo = mid
		} else {
			hi = mid
		}
	}
	ts.level(lo)
	ts.trade(avail)
}

// level sets every column to its share of a level and returns the sum.
func (ts *tableSetter) level(h float64) float64 {
	sum := 0.0
	for i := range ts.cols {
		c := &ts.cols[i]
		want := h
		if ts.t.Columns[i].Kind == document.NumberColumn {
			want = 3 * h
		} else if w := ts.t.Columns[i].Weight; w > 0 {
			want = w * h
		}
		c.w = max(c.least, min(want, c.natural))
		sum += c.w
	}
	return sum
}

// trade moves width from column to column as long as that makes the table
// lower, by an estimate of the lines of each cell.
func (ts *tableSetter) trade(avail float64) {
	spare := avail
	for _, c := range ts.cols {
		spare -= c.w
	}
	ts.cols[ts.name].w += max(spare, 0)
	best := ts.cost()
	for _, step := range []float64{40, 20, 10, 5, 2.5} {
		for better := true; better; {
			better = false
			for from := range ts.cols {
				for to := range ts.cols {
					a, b := &ts.cols[from], &ts.cols[to]
					if from == to || a.w-step < a.least || b.w >= b.natural {
						continue
					}
					a.w, b.w = a.w-step, b.w+step
					if c := ts.cost(); c < best {
						best, better = c, true
						continue
					}
					a.w, b.w = a.w+step, b.w-step
				}
			}
		}
	}
}

// costRows bounds the rows that cost looks at.
const costRows = 60

// cost is the estimated height of the table in lines; of equal heights the one
// with fewer lines in all its cells is less.
func (ts *tableSetter) cost() float64 {
	const brokenCell = 0.15 // a short cell on two lines, in rows that are higher anyway
	most, sum := 0.0, 0.0
	for j := range ts.cols {
		n := linesIn(ts.cols[j].titleW, ts.cols[j].w)
		most, sum = max(most, n), sum+n
	}
	total := most
	for i := range ts.cells[:min(len(ts.cells), costRows)] {
		if ts.alone(i) {
			continue
		}
		most = 1
		for j := range ts.cols {
			c := &ts.cells[i][j]
			n := 1.0
			switch {
			case c.number:
			case len(c.lineWs) > 0:
				n = 0
				for _, w := range c.lineWs {
					n += linesIn(w, ts.cols[j].w)
				}
			default:
				n = linesIn(c.textW, ts.cols[j].w)
			}
			if c.subW > 0 {
				n += 0.8 * linesIn(c.subW, ts.cols[j].w)
			}
			most, sum = max(most, n), sum+n
		}
		total += most
	}
	return total + sum*brokenCell
}

// linesIn estimates the lines of a text of the width in a column.
func linesIn(text, w float64) float64 {
	if text <= w+slack {
		return 1
	}
	return math.Ceil(text/w*1.08 + 0.02)
}

// spread gives out width that no column needs, by weight.
func (ts *tableSetter) spread(spare float64) {
	sum := 0.0
	for i := range ts.cols {
		sum += ts.weight(i)
	}
	for i := range ts.cols {
		ts.cols[i].w += spare * ts.weight(i) / sum
	}
}

// squeeze divides too small a width: numbers get what they need as far as
// possible, texts the rest.
func (ts *tableSetter) squeeze(avail float64) {
	least := 0.0
	for _, c := range ts.cols {
		least += c.least
	}
	for i := range ts.cols {
		ts.cols[i].w = ts.cols[i].least * avail / least
	}
}

// place sets the columns side by side and breaks their titles.
func (ts *tableSetter) place() {
	x := 0.0
	for i := range ts.cols {
		c := &ts.cols[i]
		x += c.leftPad
		c.x = x
		c.title = ts.lines(c.titleSpans, layout{width: c.w})
		x += c.w + c.rightPad
	}
}
