package importer

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// A shape may fit several tables of a sheet: the same heads below other titles. One
// is read by it where what tells it from those before it is understood, since else
// its figures would be added to theirs as if they were of the same trade.

// stood keeps the tables of one sheet that a shape has been taken for.
type stood struct {
	sheet *divider
	fits  []*fitted
}

// take reports whether a table is to be read by the shape that fits it.
func (s *stood) take(t cells.Table, f *fitted) bool {
	p := portionOf(t)
	if p == nil {
		return true
	}
	if s.sheet != p.among {
		s.sheet, s.fits = p.among, nil
	}
	if slices.ContainsFunc(s.fits, f.mixed) {
		return false
	}
	s.fits = append(s.fits, f)
	return true
}

// mixed reports whether a table and one before it on the sheet have titles that
// differ, and nothing that is understood of them does.
func (f *fitted) mixed(before *fitted) bool {
	if f.key != before.key {
		return false
	}
	a, b := &before.shape, &f.shape
	if len(textsNotIn(before.titles, f.titles)) == 0 && len(textsNotIn(f.titles, before.titles)) == 0 {
		return !slices.Equal(periodsAcross(a), periodsAcross(b)) && !a.Tells(RolePeriod) // the same title goes on
	}
	if a.Constants.Dims == b.Constants.Dims && slices.Equal(periodsAcross(a), periodsAcross(b)) {
		return true
	}
	goods := b.Tells(RoleCode) || b.Tells(RoleProduct)
	return !goods && (otherWords(before.titles, f.titles) || otherWords(f.titles, before.titles))
}

// periodsAcross are the periods of a shape's columns.
func periodsAcross(s *Shape) (out []string) {
	for _, c := range s.Columns {
		if c.Series.Period != "" && !slices.Contains(out, c.Series.Period) {
			out = append(out, c.Series.Period)
		}
	}
	slices.Sort(out)
	return out
}

// textsNotIn are those of some texts that others do not have.
func textsNotIn(texts, others []string) (out []string) {
	for _, t := range texts {
		if !slices.ContainsFunc(others, func(o string) bool { return plainTitle(o) == plainTitle(t) }) {
			out = append(out, t)
		}
	}
	return out
}

// otherWords reports whether titles have words that others do not, beside those that
// tell a direction, a time, a unit or a place: they may be of other goods.
func otherWords(titles, others []string) bool {
	const short = 3 // letters of words that join others
	known := map[string]bool{}
	for _, t := range others {
		for _, w := range titleWords(codes.Fold(t)) {
			known[w] = true
		}
	}
	for _, t := range titles {
		if published(t) || remarkText(t) {
			continue
		}
		words := titleWords(t)
		for i, w := range words {
			f := strings.Trim(codes.Fold(w), ".")
			if known[codes.Fold(w)] || utf8.RuneCountInString(f) <= short || strings.ContainsAny(f, "0123456789") || flowNoun(f) || flowIn(f) != "" || periods.MonthIn(f) > 0 || placeWord(f) {
				continue
			}
			without := strings.Join(slices.Delete(slices.Clone(words), i, i+1), " ")
			if !slices.Equal(countriesIn(without), countriesIn(strings.Join(words, " "))) || unitIn(w) != "" || unitIn(without) != unitIn(strings.Join(words, " ")) {
				continue
			}
			if slices.ContainsFunc([]string{"RU", "CN"}, func(c string) bool {
				return !slices.Equal(regionsIn([]string{without}, c), regionsIn([]string{strings.Join(words, " ")}, c))
			}) {
				continue
			}
			return true
		}
	}
	return false
}

// placeWord reports whether a folded word only says what kind of place another names,
// or of what time.
func placeWord(f string) bool {
	return slices.ContainsFunc([]string{
		"област", "край", "края", "краю", "республик", "город", "округ", "автоном", "район", "провинц", "стран", "квартал", "полугод", "месяц", "период", "года", "году", "таблиц",
		"region", "oblast", "republic", "province", "city", "district", "table", "quarter", "month", "year",
	}, func(w string) bool { return strings.HasPrefix(f, w) })
}

// tablesNamed are the tables that a name chooses: a sheet with all that stands on it,
// or one table of a sheet.
func tablesNamed(tables []cells.Table, name string) []cells.Table {
	return slices.DeleteFunc(slices.Clone(tables), func(t cells.Table) bool { return tableLabel(t) != name && sheetName(t) != name })
}

// tableFit is a table that a shape fits.
type tableFit struct {
	table cells.Table
	fit   *fitted
}

// shapedTables finds the tables of a sheet that a shape fits; others are what further
// ones are called that no shape is for.
func (g *recogniser) shapedTables(ctx context.Context, t cells.Table, h head, around *surround) (fits []tableFit, others []string, err error) {
	tables := []cells.Table{t}
	if len(g.shapes) > 0 {
		if tables, err = divide(ctx, t); err != nil {
			return nil, nil, err
		}
	}
	var taken stood
	for i, t := range tables {
		around := around
		if len(tables) > 1 {
			if h, err = readHead(ctx, t); err != nil {
				return nil, nil, err
			}
			if around = (&surround{file: around.file, sheet: around.sheet, titles: around.titles, portion: true, label: tableLabel(t)}); i > 0 {
				around.titles = nil
			}
		}
		if len(g.shapes) > 0 {
			if err := h.merge(ctx, t); err != nil {
				return nil, nil, err
			}
		}
		fit := g.shaped(h, around)
		if fit != nil && taken.take(t, fit) {
			fits = append(fits, tableFit{t, fit})
		} else if len(tables) > 1 {
			others = append(others, tableLabel(t))
		}
	}
	if len(fits) > 0 && fits[0].fit.shape.table != "" {
		return fits, nil, nil // the user knows of them
	}
	return fits, others, nil
}

// linesOf are the lines of a table among those of its sheet.
func linesOf[T any](t cells.Table, lines map[int]T) map[int]T {
	p := portionOf(t)
	if p == nil {
		return lines
	}
	out := map[int]T{}
	for line, of := range lines {
		if p.holds(line) {
			out[line] = of
		}
	}
	return out
}
