package typeset

import "briefing/internal/document"

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
		if least <= avail {
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

func (ts *tableSetter) available() float64 {
	w := ts.w
	for _, c := range ts.cols {
		w -= c.leftPad + c.rightPad
	}
	return max(w, float64(len(ts.cols)))
}

// share divides a width that holds at least what can't be broken.
func (ts *tableSetter) share(avail float64) {
	natural := 0.0
	for i := range ts.cols {
		ts.cols[i].w = ts.cols[i].least
		natural += max(ts.cols[i].natural, ts.cols[i].least)
	}
	if natural <= avail {
		for i := range ts.cols {
			ts.cols[i].w = max(ts.cols[i].natural, ts.cols[i].least)
		}
		ts.spread(avail - natural)
		return
	}
	// Numbers and short texts first, then what is long, each up to all it wants.
	spare := avail
	for _, c := range ts.cols {
		spare -= c.w
	}
	for spare > 0.01 {
		sum := 0.0
		for i := range ts.cols {
			sum += ts.want(i)
		}
		if sum <= 0 {
			break
		}
		given := 0.0
		for i := range ts.cols {
			c := &ts.cols[i]
			add := min(spare*ts.want(i)/sum, c.natural-c.w)
			if add > 0 {
				c.w += add
				given += add
			}
		}
		if spare -= given; given < 0.01 {
			break
		}
	}
}

// want is the share of spare width that a column asks for.
func (ts *tableSetter) want(i int) float64 {
	c := ts.cols[i]
	lack := c.natural - c.w
	if lack <= 0.01 {
		return 0
	}
	if ts.t.Columns[i].Kind == document.NumberColumn {
		return 3 * lack
	}
	if w := ts.t.Columns[i].Weight; w > 0 {
		return lack * w
	}
	return lack
}

// spread gives out width that no column needs: texts by their weights, numbers
// less, so that a number stays near the text it belongs to.
func (ts *tableSetter) spread(spare float64) {
	sum := 0.0
	part := func(i int) float64 {
		col := ts.t.Columns[i]
		switch {
		case col.Kind == document.NumberColumn:
			return 0.5
		case col.Weight > 0:
			return col.Weight
		}
		return 1
	}
	for i := range ts.cols {
		sum += part(i)
	}
	for i := range ts.cols {
		ts.cols[i].w += spare * part(i) / sum
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
