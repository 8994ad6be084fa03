package figure

import "slices"

// cell is what a group has gathered from rows of the same two scales. It
// fills a line of the processor's cache, since adding a row to it is mostly
// waiting for that.
type cell struct {
	value, weight     sum
	flags             uint64
	rows              uint32
	noValue, noWeight uint32 // rows that lack the number
	hidden            uint32
}

func (c *cell) add(o *cell) {
	c.value.addSum(o.value)
	c.weight.addSum(o.weight)
	c.flags |= o.flags
	c.rows, c.hidden = c.rows+o.rows, c.hidden+o.hidden
	c.noValue, c.noWeight = c.noValue+o.noValue, c.noWeight+o.noWeight
}

// table holds the cells of rows of two scales.
type table struct {
	value, weight uint8 // scales
	cells         []cell
	index         map[int64]int32 // group number → cell; nil when the number is the place
	number        []int64         // cell → group number, where there is an index
}

// denseLimit is the number of possible groups up to which a group's number
// is its place in the table of cells.
const denseLimit = 1 << 16

// place turns numbers of groups into places of their cells.
func (t *table) place(groups []int64) {
	if t.index == nil {
		return
	}
	for i, number := range groups {
		at, ok := t.index[number]
		if !ok {
			at = int32(len(t.cells))
			t.index[number] = at
			t.cells = append(t.cells, cell{})
			t.number = append(t.number, number)
		}
		groups[i] = int64(at)
	}
}

// find gives the cell of a group, nil when the table has no row of it.
func (t *table) find(number int64) *cell {
	at := number
	if t.index != nil {
		i, ok := t.index[number]
		if !ok {
			return nil
		}
		at = int64(i)
	}
	if t.cells[at].rows == 0 {
		return nil
	}
	return &t.cells[at]
}

// numbers lists the groups that have rows.
func (t *table) numbers() []int64 {
	var out []int64
	for at := range t.cells {
		switch {
		case t.cells[at].rows == 0:
		case t.index == nil:
			out = append(out, int64(at))
		default:
			out = append(out, t.number[at])
		}
	}
	return out
}

// tables are those of all pairs of scales, of which there is mostly one.
type tables []*table

func (ts *tables) of(value, weight uint8, size int64) *table {
	for _, t := range *ts {
		if t.value == value && t.weight == weight {
			return t
		}
	}
	t := &table{value: value, weight: weight}
	if size <= denseLimit {
		t.cells = make([]cell, size)
	} else {
		t.index = map[int64]int32{}
	}
	*ts = append(*ts, t)
	return t
}

// take adds what others have gathered; they are not used any more.
func (ts *tables) take(others tables, size int64) {
	if len(*ts) == 0 {
		*ts = others
		return
	}
	for _, o := range others {
		numbers := o.numbers()
		t := ts.of(o.value, o.weight, size)
		places := slices.Clone(numbers)
		t.place(places)
		for i, number := range numbers {
			t.cells[places[i]].add(o.find(number))
		}
	}
}

// numbers lists the groups that have rows in any table, in order.
func (ts tables) numbers() []int64 {
	var out []int64
	for _, t := range ts {
		out = append(out, t.numbers()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
