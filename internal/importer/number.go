package importer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// amount is an exact number on its way into a figure.
type amount struct {
	coef  int64
	scale int
}

// missing tells the marks that stand for no data.
func missing(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	if len(b) > 12 || b[0] >= '0' && b[0] <= '9' {
		return false
	}
	switch codes.Fold(string(b)) {
	case "-", "–", "—", "−", "…", "..", "...", "н/д", "нд", "н.д.", "n/a", "na", "n.a.", "nan", "null", "none", "x", "х":
		return true
	}
	return false
}

// unpublished tells the marks that a source has for what it knows and does not
// tell, or does not know: «…» of the statistical tables, н/д. A dash is no such
// mark: it says that there was nothing.
func unpublished(b []byte) bool {
	if len(b) == 0 || len(b) > 12 || b[0] >= '0' && b[0] <= '9' {
		return false
	}
	switch codes.Fold(string(b)) {
	case "…", "..", "...", "н/д", "нд", "н.д.", "n/a", "na", "n.a.", "x", "х":
		return true
	}
	return false
}

// parseNumber reads a number in the style; reason is RejectNumber or
// RejectOverflow for what is none. Groups must have three digits, so that a
// decimal sign of the other style is refused rather than misread.
func parseNumber(b []byte, style NumberStyle) (a amount, reason string) {
	decimalSign, groupSign := rune('.'), rune(',')
	if style == NumberComma {
		decimalSign, groupSign = ',', '.'
	}
	b, negative := cutMinus(b)
	digits, group, groups, fraction := 0, 0, 0, false
	signs, lone := 0, true // group signs that are no spaces
	for i := 0; i < len(b); {
		r, n := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(b[i:])
		}
		i += n
		switch {
		case r >= '0' && r <= '9':
			if a.coef > (math.MaxInt64-9)/10 {
				if fraction && r == '0' {
					continue // no digit that counts
				}
				return a, RejectOverflow
			}
			a.coef = a.coef*10 + int64(r-'0')
			digits++
			group++
			if fraction {
				a.scale++
			}
		case r == decimalSign && !fraction:
			if groups > 0 && group != 3 {
				return a, RejectNumber
			}
			fraction, lone = true, false
		case (r == groupSign || cells.IsSpace(r) || r == '\'' || r == '’') && !fraction:
			if group == 0 || group > 3 || groups > 0 && group != 3 {
				return a, RejectNumber
			}
			if r == groupSign {
				signs++
			}
			groups++
			group = 0
		default:
			return a, RejectNumber
		}
	}
	if digits == 0 || groups > 0 && !fraction && group != 3 {
		return a, RejectNumber
	}
	if style == NumberComma && signs == 1 && lone {
		return a, RejectNumber // "1.234" could be either
	}
	for a.scale > 0 && a.coef%10 == 0 {
		a.coef /= 10
		a.scale--
	}
	if negative {
		a.coef = -a.coef
	}
	return a, ""
}

// cutMinus takes the sign off; accountants write a negative number in brackets.
func cutMinus(b []byte) ([]byte, bool) {
	if rest, ok := bytes.CutPrefix(b, []byte("(")); ok {
		if rest, ok = bytes.CutSuffix(rest, []byte(")")); ok && len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
			return rest, true
		}
	}
	for _, minus := range []string{"-", "−", "–"} {
		if rest, ok := bytes.CutPrefix(b, []byte(minus)); ok {
			return cells.Trim(rest), true
		}
	}
	return b, false
}

// times multiplies by a power of ten; ok is false when the number grows too
// large.
func (a amount) times(power int) (amount, bool) {
	a.scale -= power
	for a.scale < 0 {
		if a.coef > math.MaxInt64/10 || a.coef < math.MinInt64/10 {
			return a, false
		}
		a.coef *= 10
		a.scale++
	}
	return a, a.scale <= decimal.MaxScale
}

func (a amount) number() (briefing.MaybeNumber, bool) {
	d, err := decimal.New(a.coef, a.scale)
	return briefing.Some(d), err == nil
}

// evidence counts, for one column, what its cells say of the decimal sign.
type evidence struct {
	comma, point         int    // cells that can only be read with this decimal sign
	maybeComma, maybePnt int    // one sign before three digits: either
	long                 int    // four digits or more without groups
	dots                 int    // cells whose points can only group digits
	either               string // a cell that can be read both ways
}

// weigh adds what a cell says.
func (e *evidence) weigh(b []byte) {
	b, _ = cutMinus(b)
	commas, points := bytes.Count(b, []byte(",")), bytes.Count(b, []byte("."))
	last := max(bytes.LastIndexByte(b, ','), bytes.LastIndexByte(b, '.'))
	if last < 0 {
		if len(b) >= 4 && bytes.IndexFunc(b, func(r rune) bool { return r < '0' || r > '9' }) < 0 {
			e.long++
		}
		return
	}
	before, after := last, len(b)-last-1
	if points > 1 || points == 1 && commas == 1 && b[last] == ',' {
		e.dots++
	}
	switch single := commas+points == 1; {
	case commas > 0 && points > 0:
		e.add(b[last] == ',')
	case !single: // several of one kind group digits
		e.add(points > 0)
	case after != 3 || before > 3 || before == 0 || b[0] == '0':
		e.add(b[last] == ',')
	default:
		if commas == 1 {
			e.maybeComma++
		} else {
			e.maybePnt++
		}
		if e.either == "" {
			e.either = string(b)
		}
	}
}

// open is a number of the column that can be read both ways, where neither the
// column nor the file tells how; empty where one does.
func (e *evidence) open(file *evidence) string {
	if e.comma+e.point+file.comma+file.point+e.long > 0 {
		return ""
	}
	return e.either
}

func (e *evidence) add(comma bool) {
	if comma {
		e.comma++
	} else {
		e.point++
	}
}

// verdict decides for the whole column; one without evidence of its own is
// written as the rest of the file is.
func (e *evidence) verdict(file *evidence) NumberStyle {
	for _, by := range []*evidence{e, file} {
		switch {
		case by.comma > by.point:
			return NumberComma
		case by.point > 0:
			return NumberPoint
		}
	}
	if e.maybeComma > 0 && e.long > 0 { // the column does not group
		return NumberComma
	}
	return NumberPoint
}

// A column is settled by this many telling cells; columns of whole numbers are
// looked at as far as weighRows.
const (
	weighCells = 1000
	weighRows  = 20_000
)

// decideStyles decides how the numbers of each column of the plan are written, and
// looks at what its periods and codes say together: in one pass over the rows.
func (p *plan) decideStyles(ctx context.Context) error {
	if p.styled {
		return nil
	}
	p.styled = true
	for i := range p.styles {
		p.styles[i] = p.profile.Numbers
	}
	if p.mended.decided(&p.styles) {
		return nil
	}
	said := p.saidStyle()
	if p.profile.Numbers != NumberAuto {
		if said != NumberAuto && said != p.profile.Numbers {
			return p.conflict("decimal")
		}
		return nil
	}
	periods := newPeriodColumn()
	p.periodColumn, p.codeColumn = periods, &codeColumn{}
	periodAt, codeAt := p.col[p.present(RolePeriod, RoleYear)], p.col[RoleCode]
	roles := []Role{RoleValue, RoleValueCIF, RoleValueFOB, RoleWeight, RoleQuantity, RoleQuantity2}
	var seen [roleCount]evidence
	rows := 0
	err := p.each(ctx, func(r *cells.Row) bool {
		if r.Aside != "" || p.isHeader(r) { // a comma in a header says nothing of numbers
			return true
		}
		rows++
		if periodAt >= 0 && periodAt < len(r.Cells) {
			periods.see(&r.Cells[periodAt])
		}
		if codeAt >= 0 && codeAt < len(r.Cells) {
			p.codeColumn.see(cells.Trim(r.Cells[codeAt].Text))
		}
		settled, looked := !periods.open(), false // a short row settles nothing
		for _, role := range roles {
			if p.col[role] < 0 || p.col[role] >= len(r.Cells) {
				continue
			}
			looked = true
			e, c := &seen[role], r.Cells[p.col[role]]
			if t := cells.Trim(c.Text); c.Kind == cells.Text && !missing(t) {
				e.weigh(t)
			}
			sure := e.comma+e.point >= weighCells || rows >= weighRows && e.maybeComma+e.maybePnt == 0
			settled = settled && sure
		}
		return !settled || !looked
	})
	if err != nil {
		return err
	}
	for _, n := range periods.settle() {
		if !slices.Contains(p.notes, n) {
			p.notes = append(p.notes, n)
		}
	}
	return p.settleStyles(roles, &seen, said)
}

// settleStyles decides by what has been seen of all columns, and by what the user
// said where nothing tells: said against the cells is a conflict.
func (p *plan) settleStyles(roles []Role, seen *[roleCount]evidence, said NumberStyle) error {
	var file evidence
	for _, role := range roles {
		file.comma += seen[role].comma
		file.point += seen[role].point
		file.dots += seen[role].dots
	}
	for _, role := range roles {
		p.styles[role] = seen[role].verdict(&file)
		p.dotted[role] = p.styles[role] == NumberComma && file.dots > 0
		open := seen[role].open(&file)
		switch {
		case said == NumberAuto && open != "" && p.eitherWay() && !slices.Contains(p.needs, "decimal"):
			p.ask("decimal", open)
		case said == NumberAuto:
		case open != "":
			p.styles[role], p.dotted[role] = said, said == NumberComma
		case said != p.styles[role] && file.comma+file.point > 0:
			return p.conflict("decimal")
		}
	}
	return nil
}

// number reads a number of a column. "1.234" beside a decimal comma could be a
// slip, and is refused unless the file groups digits by points elsewhere.
func (p *plan) number(b []byte, style NumberStyle, role Role) (amount, string) {
	a, reason := parseNumber(b, style)
	if reason == RejectNumber && style == NumberComma && p.dotted[role] && bytes.Count(b, []byte(".")) == 1 {
		if whole, group, _ := bytes.Cut(b, []byte(".")); len(group) == 3 && len(whole) < 5 {
			return parseNumber(slices.Concat(whole, group), style)
		}
	}
	return a, reason
}

// each calls do for every row below the header until it answers false.
func (p *plan) each(ctx context.Context, do func(*cells.Row) bool) error {
	rows, err := p.table.Rows(ctx)
	if err != nil {
		return readError(p.part.file, err)
	}
	defer func() { _ = rows.Close() }()
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return readError(p.part.file, ctx.Err())
		}
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readError(p.part.file, err)
		}
		if r.Line <= p.line || r.Fault == "" && r.Blank() {
			continue
		}
		if !do(r) {
			return nil
		}
	}
}
