package importer

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/importer/cells"
)

// Customs offices print trade by branches: «01–24 Продовольственные товары», «25–27
// Минеральные продукты», «27 в том числе …», «68–70, 91–97 Другие товары». Such
// codes are no codes of one commodity: the branches are told by their names.

// chapterSet are HS chapters by their bits.
type chapterSet struct{ low, high uint64 }

func (s *chapterSet) add(n int) {
	if n < 64 {
		s.low |= 1 << n
		return
	}
	s.high |= 1 << (n - 64)
}

// within reports whether all chapters of the set are in the other, which has more.
func (s chapterSet) within(other chapterSet) bool {
	return s != other && s != chapterSet{} && s.low&^other.low == 0 && s.high&^other.high == 0
}

// chaptersOf reads chapters and stretches of them: «01-24», «68–70, 91–97», «27»; many
// reports whether there are several. The set is empty for any other text.
func chaptersOf(text string) (set chapterSet, many bool) {
	if len(text) < 2 || len(text) > 60 {
		return set, false
	}
	n := 0
	for item := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '+' }) {
		from, to, stretch := strings.Cut(strings.NewReplacer("–", "-", "—", "-", " ", "", "\u00a0", "").Replace(item), "-")
		if !stretch {
			to = from
		}
		a, err := strconv.Atoi(from)
		b, wrong := strconv.Atoi(to)
		if err != nil || wrong != nil || len(from) != 2 || len(to) != 2 || a < 1 || b > 99 || b < a || stretch && a == b {
			return chapterSet{}, false
		}
		for c := a; c <= b; c++ {
			set.add(c)
		}
		if n++; stretch || n > 1 {
			many = true
		}
	}
	return set, many
}

// rangedCodes takes a column of codes of which many are stretches of chapters for
// what tells rows apart, and the names beside it for the goods.
func (g *guesser) rangedCodes() {
	for i := range g.columns {
		c := &g.columns[i]
		if c.Role != RoleCode && !(c.Role == NoRole && g.reasons[i] == GuessUnknown) {
			continue
		}
		ranges, others := 0, 0
		for _, r := range g.rows {
			if i >= len(r) || r[i] == "" {
				continue
			}
			switch set, many := chaptersOf(r[i]); {
			case many:
				ranges++
			case set == chapterSet{}:
				others++
			}
		}
		if ranges < 2 || ranges < others {
			continue
		}
		at := slices.IndexFunc(g.columns, func(o ShapeColumn) bool { return o.Role == RoleProduct })
		for j := 0; at < 0 && j < len(g.columns); j++ {
			if l := g.looks[j]; j != i && (g.columns[j].Role == NoRole || g.columns[j].Role == RoleAxis) && l.filled > l.blank && l.numbers == 0 {
				at = j
			}
		}
		if at < 0 {
			at = i
		}
		if c.Role, g.reasons[i], g.someCodes = RoleAxis, GuessCodes, true; at == i {
			g.someCodes = false
		}
		g.columns[at].Role, g.reasons[at] = RoleProduct, GuessHeader
		return
	}
}

// chapters are those that a column which tells rows apart says of the row.
func (r *shapedRows) chapters(src *cells.Row) chapterSet {
	for _, c := range r.keys {
		if c.Role == RoleAxis || c.Role == RoleProduct {
			if set, _ := chaptersOf(cell(src, c.Index)); set != (chapterSet{}) {
				return set
			}
		}
	}
	return chapterSet{}
}
