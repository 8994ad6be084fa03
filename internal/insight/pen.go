package insight

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// decimals are the digits after the separator of a percentage in a sentence.
const decimals = 1

// pen writes in one language.
type pen struct{ l briefing.Lang }

func (p pen) t(key string, args ...any) string { return lang.T(p.l, "insight."+key, args...) }

// sentence begins with a capital letter.
func (p pen) sentence(key string, args ...any) string {
	s := p.t(key, args...)
	at := 0
	if strings.HasPrefix(s, pieceOpen) { // the piece begins the sentence
		at = strings.Index(s, pieceName) + len(pieceName)
	}
	if quote := "“"; strings.HasPrefix(s[at:], quote) {
		at += len(quote)
	}
	r, n := utf8.DecodeRuneInString(s[at:])
	return s[:at] + string(unicode.ToUpper(r)) + s[at+n:]
}

// stop ends a sentence; an abbreviation at its end («2017 г.») has its stop.
func (p pen) stop(s string) string {
	if end := p.t("stop"); !strings.HasSuffix(strings.TrimSuffix(s, pieceClose), end) {
		return s + end
	}
	return s
}

// in is the period as an adverbial: «в 2022 году», «за январь–октябрь 2022 г.».
func (p pen) in(period briefing.Period) string {
	if period.Kind == briefing.YearPeriod {
		return lang.PeriodIn(p.l, period)
	}
	return p.t("in.other", lang.Period(p.l, period))
}

// list joins names: «A, B и C».
func (p pen) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return p.t("list.and", strings.Join(names[:last], p.t("list.comma_gap")), names[last])
}

func (p pen) commas(items []string) string { return strings.Join(items, p.t("list.comma_gap")) }

// name is the part's name, or its code where there is none in the language.
func (p pen) name(part Part) string {
	if s := part.Name.In(p.l); s != "" {
		return shortened(s)
	}
	switch part.Code {
	case "":
		return ""
	case figure.HiddenCode:
		return p.t("hidden")
	}
	return p.t("code", part.Code)
}

// shortened is the name of a chapter up to its first semicolon, as an editor
// would name it within a list: «молочная продукция» of «молочная продукция;
// яйца; мёд».
func shortened(name string) string {
	if i := strings.IndexAny(name, ";；"); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}

// shareOf prints a share; what is less than the whole is never printed as 100 %.
func (p pen) shareOf(n briefing.Number) string {
	most := decimal.MustNew(999, 1)
	if whole := decimal.MustNew(100, 0); n.Cmp(whole) < 0 && rounded(n, decimals).Cmp(whole) >= 0 {
		return p.t("more-than", p.percent(most))
	}
	return p.percent(n)
}

// percent prints one or both ends without their signs.
func (p pen) percent(ends ...briefing.Number) string {
	text := ""
	for i, n := range ends {
		if i > 0 {
			if p.l == briefing.ZH { // GB/T 15835: the sign stands behind both
				text += "%"
			}
			text += p.t("dash")
		}
		text += lang.Number(p.l, n.Abs(), lang.NumberStyle{Decimals: decimals})
	}
	return text + p.t("percent_gap") + "%"
}

// signed is a percentage with its sign.
func (p pen) signed(n briefing.Number) string { return lang.Percent(p.l, n, decimals, true) }

// points is a contribution with its sign: «+5,9 п. п.».
func (p pen) points(n briefing.Number) string {
	return p.t("points", lang.Number(p.l, n, lang.NumberStyle{Decimals: decimals, Signed: true}))
}

// amount prints a figure to three significant digits in the scale that suits
// it. A figure with a word of precision or a range keeps the digits of its
// source: rounding «более 283,5» to 284 would say more than it does.
func (p pen) amount(f briefing.Figure) string {
	f.Status, f.Conf = "", ""
	if !f.Value.Valid || f.Precision != briefing.Exact {
		return lang.Figure(p.l, f)
	}
	return lang.FigureIn(p.l, scaled(f), lang.NumberStyle{Decimals: -1, Significant: 3})
}

// computed prints a result in units: an exact one to three significant digits,
// the ends of a range or a bound rounded outwards.
func (p pen) computed(f briefing.Figure) string {
	if f.Value.Valid {
		word := f.Precision
		f.Precision = briefing.Exact
		text := p.amount(f)
		if word != briefing.Exact {
			text = p.t("about", text)
		}
		return text
	}
	f.Status, f.Conf = "", ""
	f = scaled(f)
	if f.Low.Valid {
		f.Low.Decimal = f.Low.Decimal.Floor(places(f.Low.Decimal)).Trim(0)
	}
	if f.High.Valid {
		f.High.Decimal = f.High.Decimal.Ceil(places(f.High.Decimal)).Trim(0)
	}
	return lang.Figure(p.l, f)
}

// change is a signed amount: «+8,65 млрд долл. США».
func (p pen) change(f briefing.Figure) string {
	sign := ""
	switch f.Value.Decimal.Sign() {
	case 1:
		sign = "+"
	case -1:
		sign = "\u2212"
	}
	f.Value.Decimal = f.Value.Decimal.Abs()
	return sign + p.amount(f)
}

// alike prints signed amounts that stand beside one another in the scale of the
// largest of them, with the digits that leave three of its own: cents beside
// millions say nothing, and what is less than the last digit is told so.
func (p pen) alike(all ...briefing.Figure) []string {
	largest := briefing.Figure{Value: briefing.SomeNum("0")}
	for _, f := range all {
		if f.Value.Decimal.Abs().Cmp(largest.Value.Decimal.Abs()) > 0 {
			largest = f
		}
	}
	largest.Value.Decimal = largest.Value.Decimal.Abs()
	to := scaled(largest)
	digits := places(to.Value.Decimal)
	out := make([]string, len(all))
	for i, f := range all {
		n, err := shifted(f.Value.Decimal, f.Unit.Power()-to.Unit.Power())
		if f.Unit.Base() != to.Unit.Base() || err != nil {
			out[i] = p.change(f)
			continue
		}
		switch n = rounded(n, digits).Trim(0); {
		case f.Value.Decimal.IsZero():
			out[i] = p.t("zero") // of no unit
			continue
		case n.IsZero():
			out[i] = p.t("near-zero")
			continue
		}
		out[i] = lang.FigureIn(p.l, briefing.Figure{Value: briefing.Some(n), Unit: to.Unit}, lang.NumberStyle{Decimals: -1, Signed: true})
	}
	return out
}

// places are the decimals that leave three significant digits.
func places(n briefing.Number) int {
	switch whole := len(n.Abs().Trunc(0).String()); {
	case n.Abs().Cmp(decimal.MustNew(1, 0)) < 0:
		return 3
	default:
		return max(3-whole, 0)
	}
}

// scaled moves the numbers to the scale in which the larger has one to three
// digits before the separator, and kilograms to tonnes.
func scaled(f briefing.Figure) briefing.Figure {
	largest := decimal.MustNew(0, 0)
	for _, n := range []briefing.MaybeNumber{f.Value, f.Low, f.High} {
		if n.Valid && n.Decimal.Abs().Cmp(largest) > 0 {
			largest = n.Decimal.Abs()
		}
	}
	_, money := f.Unit.Currency()
	if !money && !f.Unit.Mass() || largest.IsZero() {
		return f
	}
	digits := f.Unit.Power() + len(largest.Trunc(0).String())
	unit := f.Unit
	power := f.Unit.Power()
	if f.Unit.Base() == "kg" && digits > 3 {
		unit, digits, power = "t", digits-3, power-3
	}
	if largest.Cmp(decimal.MustNew(1, 0)) < 0 {
		return f
	}
	to := min(max((digits-1)/3*3, 0), 12)
	out := f
	out.Unit = unit.WithPower(to)
	for _, n := range []*briefing.MaybeNumber{&out.Value, &out.Low, &out.High} {
		if !n.Valid {
			continue
		}
		moved, err := shifted(n.Decimal, power-to)
		if err != nil {
			return f
		}
		n.Decimal = moved
	}
	return out
}

// shifted multiplies by a power of ten.
func shifted(n briefing.Number, power int) (briefing.Number, error) {
	ten, err := decimal.MustNew(10, 0).PowInt(max(power, -power))
	if err != nil {
		return n, err
	}
	if power < 0 {
		n, err = n.Quo(ten)
	} else {
		n, err = n.Mul(ten)
	}
	return n.Trim(0), err
}

// status is the mark of a figure in words, in brackets, or nothing.
func (p pen) status(status briefing.ObsStatus) string {
	if word := p.statusWord(status); word != "" {
		return p.t("brackets", word)
	}
	return ""
}

// statusWord is the mark of a figure in words, or nothing. A break in the series
// is among what has to be noted of the results that stand on it.
func (p pen) statusWord(status briefing.ObsStatus) string {
	if status.Mark() == "" || status == briefing.SeriesBreak {
		return ""
	}
	return p.t("status." + string(status))
}

func noted(r measure.Result, note string) bool { return slices.Contains(r.Notes, note) }

// exact is the number of a result that is one exact value.
func exact(r measure.Result) (briefing.Number, bool) {
	return r.Figure.Value.Decimal, r.Defined && r.Figure.Value.Valid && r.Figure.Precision == briefing.Exact &&
		!noted(r, measure.NoteApproximate)
}

// rounded is half away from zero, as lang prints.
func rounded(n briefing.Number, decimals int) briefing.Number {
	half, err := n.Abs().Add(decimal.MustNew(5, decimals+1))
	if err != nil {
		return n
	}
	return half.Trunc(decimals).CopySign(n)
}
