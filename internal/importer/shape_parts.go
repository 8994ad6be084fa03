package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// within decides whether the row is a part of the one above: by its words, and
// after such a row by standing further in than the row that holds both.
func (r *shapedRows) within(src *cells.Row) {
	depth, chapters := r.indent(src), chapterSet{}
	if r.byName {
		chapters = r.chapters(src)
	}
	switch {
	case r.partly && !r.heading:
		r.part = true
	case r.isPart(src):
		r.part = r.parent // without a row that holds it, a part is all there is
		r.inside = r.part
	case r.inside && (depth > r.depth || r.numbered && r.number(src) == ""):
		r.part = true
	case r.subnumber(src), r.parent && chapters.within(r.covers): // 27 under 25–27
		r.part = true
	default:
		r.part, r.inside = false, false
		// What a total holds is the data below it.
		r.parent, r.depth, r.numbered = r.hasFigures(src) && !r.total, depth, r.number(src) != ""
		r.last, r.covers = r.number(src), chapters
	}
}

// unitRow reports whether the row is named by a unit alone: «тонн» under «Рыба,
// тыс. долл.». Its figures are in another unit than those of the table.
func (r *shapedRows) unitRow(src *cells.Row) bool {
	return r.hasFigures(src) && slices.ContainsFunc(r.keys, func(c ShapeColumn) bool {
		text := strings.ToLower(strings.Trim(cell(src, c.Index), "() ,"))
		return (c.Role == RoleProduct || c.Role == RoleAxis) && len(text) > 1 && unitWord(text) && onlyUnit(text)
	})
}

// number is what the column of row numbers says of the row.
func (r *shapedRows) number(src *cells.Row) string {
	return strings.TrimRight(cell(src, r.numbers), ".) ")
}

// subnumber reports whether the row is numbered as a part of the last whole one:
// 1.2 under 1.
func (r *shapedRows) subnumber(src *cells.Row) bool {
	n := r.number(src)
	return r.parent && r.last != "" && strings.HasPrefix(n, r.last+".") && strings.Trim(n, "0123456789.") == ""
}

// numberHead reports whether a header is that of row numbers.
func numberHead(header string) bool {
	f := strings.TrimRight(codes.Fold(header), " .:")
	return slices.Contains([]string{"№", "№ п/п", "n п/п", "п/п", "no", "#", "序号", "№№", "номер", "номер строки"}, f)
}

// indent is how far in the name of the row begins, in the width of letters.
func (r *shapedRows) indent(src *cells.Row) int {
	for _, c := range r.keys {
		if c.Index > len(src.Cells) || cell(src, c.Index) == "" {
			continue
		}
		const step = 3 // letters
		n := step * int(src.Cells[c.Index-1].Indent)
		for _, letter := range string(src.Cells[c.Index-1].Text) {
			switch letter {
			case ' ', '\u00a0', '\u2002', '\u2003':
				n++
			case '\u3000':
				n += 2
			case '\t':
				n += 4
			default:
				return n
			}
		}
	}
	return 0
}

// isPart looks for the words of a part before the name of goods.
func (r *shapedRows) isPart(src *cells.Row) bool {
	return slices.ContainsFunc(r.keys, func(c ShapeColumn) bool {
		named := c.Role == RoleProduct || c.Role == RoleAxis || c.Role == RolePartner || c.Role == RoleFlow
		return (named && r.byName || c.Role == RoleRegion) && partText(cell(src, c.Index))
	})
}

// partName is the name behind the words of a part: «Китай» of «в т.ч. Китай».
func partName(s string) string {
	trimmed := strings.TrimLeft(s, "-–—•  　	")
	for _, w := range []string{"в том числе", "в т.ч.", "в т. ч.", "в т.ч", "в т. ч", "из них", "of which", "including", "其中"} {
		if len(trimmed) > len(w) && strings.EqualFold(trimmed[:len(w)], w) {
			return strings.TrimLeft(trimmed[len(w):], " :：.,-–—")
		}
	}
	return s
}

// partText tells «из них: птица», «в т. ч. птица», "of which: poultry", 其中：禽肉.
func partText(s string) bool {
	f := strings.TrimLeft(codes.Fold(s), "-–—• ")
	for _, w := range []string{"в том числе", "в т.ч", "в т. ч", "из них", "из него", "из нее", "из неё", "of which", "including", "其中"} {
		if rest, ok := strings.CutPrefix(f, w); ok {
			if w == "including" { // "Including parts" may be goods
				return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ",")
			}
			return w[0] >= 0xe3 || rest == "" || strings.ContainsAny(rest[:1], " .:,-") || w == "в т.ч" || w == "в т. ч"
		}
	}
	return false
}
