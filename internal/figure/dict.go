package figure

import (
	"maps"
	"slices"

	"briefing/internal/briefing"
)

// A row's attributes are kept as codes of four dictionaries of tuples: what is
// filtered or grouped by is then decided once a tuple, not once a row.

// frame is what the rows of one table of a source mostly share.
type frame struct {
	Flow           Flow
	Reporter       string
	Classification string
	Level          uint8
	Currency       string
	Basis          string
	QuantityUnit   string
	Status         briefing.ObsStatus
	Conf           briefing.Confidentiality
	Import         briefing.ID
	Sample         bool
}

// place is both ends of the trade below the reporter.
type place struct{ Region, Partner, Province string }

// goods is the commodity as the file has it.
type goods struct{ Code, Product string }

// dict gives each distinct value a code in the order of first appearance.
type dict[T comparable] struct {
	values []T
	index  map[T]uint32
	last   uint32 // the code asked for last: neighbouring rows are alike
}

func newDict[T comparable]() dict[T] { return dict[T]{index: map[T]uint32{}} }

func (d *dict[T]) code(v T) uint32 {
	if int(d.last) < len(d.values) && d.values[d.last] == v {
		return d.last
	}
	c, ok := d.index[v]
	if !ok {
		c = uint32(len(d.values))
		d.values = append(d.values, v)
		d.index[v] = c
	}
	d.last = c
	return c
}

func (d *dict[T]) clone() dict[T] {
	return dict[T]{values: slices.Clip(d.values), index: maps.Clone(d.index)}
}

// into gives the codes in d of all values of o.
func (d *dict[T]) into(o *dict[T]) []uint32 {
	codes := make([]uint32, len(o.values))
	for i, v := range o.values {
		codes[i] = d.code(v)
	}
	return codes
}
