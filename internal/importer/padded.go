package importer

import "briefing/internal/figure"

// RejectWidth is the reason of a code that lacks a zero where no code of the
// file has the length it would then have.
const RejectWidth = "code-width"

// misfits are the codes to which a zero was added although the whole codes of
// the table are all of other lengths: one that is not one digit short of them
// has lost more than a zero. A table without any whole code, which is one of
// chapters 01–09 only, is taken as it is when all its codes are of one length.
func (m *mapper) misfits() map[string]bool {
	whole, padded := map[uint8]bool{}, map[uint8]bool{}
	for _, p := range m.products {
		switch {
		case p.reason != "" || p.hidden || p.total:
		case p.padded:
			padded[p.level] = true
		default:
			whole[p.level] = true
		}
	}
	if len(whole) == 0 {
		return nil
	}
	var out map[string]bool
	for _, p := range m.products {
		if p.padded && !whole[p.level] {
			if out == nil {
				out = map[string]bool{}
			}
			out[p.code] = true
		}
	}
	return out
}

// refuseMisfits takes back the rows of a table, which begin at the row from,
// whose codes do not fit it.
func (s *stage) refuseMisfits(m *mapper, from int) error {
	bad := m.misfits()
	if len(bad) == 0 {
		return nil
	}
	kept := figure.NewSet()
	s.levels = 0
	file := place(m.part.file, m.table.Name())
	for i, o := range s.set.All() {
		if i >= from && bad[o.Code] {
			s.led.staged--
			s.led.lost[o.Period]++
			s.led.reject(Rejected{File: file, Line: o.Line, Column: m.col[RoleCode] + 1, Text: o.Code[1:], Reason: RejectWidth})
			continue
		}
		if err := kept.Append(o); err != nil {
			return err
		}
		if o.Code != figure.HiddenCode {
			s.levels |= 1 << min(o.Level, 63)
		}
	}
	s.set = kept
	return nil
}
