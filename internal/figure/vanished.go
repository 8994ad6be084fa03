package figure

// A partner that has vanished from a new file is in none of its rows, so that
// no row tells that the file covers it. The list of the others does: of the
// partners that one import has for a flow, a reporter and a period, the new
// rows have at least two and at least half. Then the others are gone. A file of
// one partner, or of a few, says nothing of the rest.

// list is a number for the partners of one import, flow, reporter and period.
func (w *comparing) list(imp int, who, span uint32) uint64 {
	return (uint64(imp)*uint64(w.who.count)+uint64(who))*uint64(w.spans.count) + uint64(span)
}

// weighLists finds the lists of partners of which the new rows have the most
// part. Each old row is looked at once.
func (w *comparing) weighLists() {
	partners := number(nil, w.old.places.values, func(p place) string { return p.Partner }) // all of the old ones
	type weight struct{ all, common int }
	weights := map[uint64]*weight{}
	seen := newNumberSet(uint64(len(w.imports)) * uint64(w.who.count) * uint64(w.spans.count) * uint64(partners.count))
	for _, b := range w.old.blocks {
		for i := range b.rows() {
			who, span := w.who.old[b.frames.at[i]], w.spans.old[b.periods.at[i]]
			if who == unknown || span == unknown {
				continue
			}
			at := w.list(w.importOf[b.frames.at[i]], who, span)
			if !seen.add(at*uint64(partners.count) + uint64(partners.now[b.places.at[i]])) {
				continue
			}
			l := weights[at]
			if l == nil {
				l = &weight{}
				weights[at] = l
			}
			if l.all++; w.covered(b, i) {
				l.common++
			}
		}
	}
	whole := map[uint64]bool{}
	for at, l := range weights {
		if l.common >= 2 && 2*l.common >= l.all {
			whole[at] = true
		}
	}
	w.whole = whole
}

// numberSet is a set of numbers below a size: as bits where these are few enough.
type numberSet struct {
	near []uint64
	far  map[uint64]struct{}
}

func newNumberSet(size uint64) *numberSet {
	if size <= mostBits {
		return &numberSet{near: make([]uint64, size/64+1)}
	}
	return &numberSet{far: map[uint64]struct{}{}}
}

// add reports whether the number is new.
func (s *numberSet) add(n uint64) bool {
	if s.near != nil {
		if s.near[n/64]&(1<<(n%64)) != 0 {
			return false
		}
		s.near[n/64] |= 1 << (n % 64)
		return true
	}
	if _, ok := s.far[n]; ok {
		return false
	}
	s.far[n] = struct{}{}
	return true
}
