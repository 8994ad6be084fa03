package insight

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// level writes the opening sentence: how much it was and how that compares.
// It reports whether there is a value at all.
func (w *writer) level() bool {
	now := w.s.Now
	f := now.Figure
	if f.Status == briefing.Missing || f.Status == briefing.NotApplied || !f.HasNumber() && f.Words.Empty() ||
		now.Period.Kind == briefing.NoPeriod {
		return false
	}
	w.growth = measure.Growth(now, w.s.Then)
	why := w.s.Refusal
	if then := w.s.Then; why == "" && then.Period.Kind == briefing.NoPeriod && !then.Figure.HasNumber() {
		why = measure.WhyBaseMissing // of nothing no scope or period is to be told
	}
	if why != "" {
		w.growth.Defined, w.growth.Why, w.growth.Reasons = false, why, []string{why}
	}
	s := Sentence{Key: KeyLevel, Inputs: []measure.Quantity{now}}
	if w.s.Title.Empty() {
		s.Pieces = []Piece{{Form: "about", Text: briefing.Text{ZH: pen{briefing.ZH}.sidesAfter(w.s)}}}
	}
	change := measure.AbsoluteChange(now, w.s.Then)
	_, precise := exact(change)
	precise = precise && why == "" && !change.Figure.Value.Decimal.IsZero()
	if w.growth.Defined && !w.nothingLeft() {
		s.Results = append(s.Results, w.growth)
	}
	switch {
	case w.nothingLeft():
		s.Inputs = append(s.Inputs, w.s.Then)
	case precise:
		s.Results = append(s.Results, change)
	}
	w.say(s, func(p pen) string {
		amount := p.amount(f)
		if amount == "" {
			return ""
		}
		if f.Status != briefing.Forecast { // which the verb says
			amount += p.status(f.Status)
		}
		text := p.sentence(levelKey(now), p.in(now.Period), p.subject(w.s), p.piece("now", amount))
		return p.stop(text + p.piece("move", w.compares(p, change, precise)))
	})
	if !w.growth.Defined {
		w.refusal()
	}
	return len(w.out) > 0
}

// nothingLeft reports a fall from something to nothing, both of them exact. That
// it is a fall by 100 % says less than what it fell from.
func (w *writer) nothingLeft() bool {
	_, ok := exact(w.growth)
	return ok && w.s.Now.Figure.Value.Decimal.IsZero()
}

// compares is how the amount compares with its base; empty where it isn't
// compared. What stands in brackets behind it is one remark.
func (w *writer) compares(p pen, change measure.Result, precise bool) string {
	if w.nothingLeft() {
		then := w.s.Then.Figure
		return p.t("move.to-zero", p.amount(then), p.in(w.s.Then.Period)) + p.status(then.Status)
	}
	move, remarks := p.move(w.growth, w.s.Then.Period), []string(nil)
	if w.growth.Defined && moveOf(w.growth).key == "tiny" {
		remarks = append(remarks, p.t("move.tiny.how"))
	}
	if precise {
		remarks = append(remarks, p.change(change.Figure))
	}
	if status := w.growth.Figure.Status; w.growth.Defined && status != w.s.Now.Figure.Status {
		remarks = append(remarks, p.statusWord(status))
	}
	remarks = slices.DeleteFunc(remarks, func(s string) bool { return s == "" })
	if len(remarks) == 0 {
		return move
	}
	return move + p.t("brackets", strings.Join(remarks, p.t("about.join")))
}

// levelKey chooses the verb: a plan and a forecast are not facts.
func levelKey(q measure.Quantity) string {
	switch {
	case q.Nature == briefing.NaturePlan:
		return "level.plan"
	case q.Figure.Status == briefing.Forecast:
		return "level.forecast"
	}
	return "level.fact"
}

// subject names what is measured: «экспорт России в Китай», «показатель «…»».
func (p pen) subject(s Subject) string {
	if title := s.Title.In(p.l); title != "" {
		return p.t("titled", title)
	}
	if p.l == briefing.ZH { // 俄罗斯对中国出口额
		whose := p.whose(s)
		return p.piece("whose", whose) + p.flow(s) + p.piece("goods", strings.TrimPrefix(p.about(s), whose))
	}
	return p.flow(s) + p.piece("about", p.about(s))
}

// goodsTold is of what the data are, in brackets.
func (p pen) goodsTold(s Subject) string {
	if goods := p.goods(s); len(goods) > 0 {
		return p.t("brackets", strings.Join(goods, p.t("about.join")))
	}
	return ""
}

// sidesAfter is what Chinese texts that were taken earlier have behind the flow:
// （俄罗斯—中国；2类商品）.
func (p pen) sidesAfter(s Subject) string {
	told := p.goods(s)
	if sides := p.sides(s); sides != "" {
		told = append([]string{sides}, told...)
	}
	if s.Title.In(p.l) != "" || len(told) == 0 {
		return ""
	}
	return p.t("brackets", strings.Join(told, p.t("about.join")))
}

// about says whose trade with whom it is, and of what the data are.
func (p pen) about(s Subject) string {
	if text := p.whose(s); text != "" {
		return text + p.goodsTold(s)
	}
	return p.sidesAfter(s)
}

// whose says whose trade with whom: « Новосибирской области в Узбекистан»,
// 俄罗斯对中国; empty where a name has no sure form.
func (p pen) whose(s Subject) string {
	of := s.Now.Scope
	whose, ok := lang.OfCountry(p.l, of.Reporter)
	if s.Region != "" {
		whose, ok = lang.OfPart(p.l, of.Reporter, s.Region)
	}
	if of.Reporter == "" || !ok {
		return ""
	}
	if of.Partner == "" {
		return p.t("whose", whose)
	}
	to, toPart, form := lang.ToCountry, lang.ToPart, "whose.to"
	if of.Flow == string(figure.Import) || of.Flow == string(figure.ReImport) {
		to, toPart, form = lang.FromCountry, lang.FromPart, "whose.from"
	}
	where, ok := to(p.l, of.Partner)
	if s.Province != "" {
		where, ok = toPart(p.l, of.Partner, s.Province)
	}
	if !ok {
		return ""
	}
	return p.t(form, whose, where)
}

// goods says of what the data are, where that is not all.
func (p pen) goods(s Subject) []string {
	var about []string
	if s.Regions > 0 {
		about = append(about, lang.Plural(p.l, "insight.regions", s.Regions))
	}
	if s.Provinces > 0 {
		about = append(about, lang.Plural(p.l, "insight.provinces", s.Provinces))
	}
	if s.Countries > 0 {
		countries := lang.Plural(p.l, "insight.countries", s.Countries)
		if s.OtherCountries { // the sum has them, too
			countries = p.t("countries.rest", countries)
		}
		about = append(about, countries)
	}
	switch {
	case s.Chapters == 1 && s.Chapter.Name.In(p.l) != "":
		about = append(about, p.t("chapter", s.Chapter.Code, s.Chapter.Name.In(p.l)))
	case s.Chapters == 1 && s.Chapter.Code != "":
		about = append(about, p.t("chapter.code", s.Chapter.Code))
	case s.Chapters > 0:
		about = append(about, lang.Plural(p.l, "insight.chapters", s.Chapters))
	}
	return about
}

// flow names what is measured by its flow.
func (p pen) flow(s Subject) string {
	key := "flow." + s.Now.Scope.Flow
	if s.Now.Figure.Unit.Mass() {
		key += ".weight"
	}
	if text, ok := lang.Has(p.l, "insight."+key); ok {
		return text
	}
	return p.t("flow.other")
}

// sides names the reporter, or the one region of it that the rows are of, and
// the partner, as far as they are known.
func (p pen) sides(s Subject) string {
	reporter, partner := lang.Country(p.l, s.Now.Scope.Reporter), lang.Country(p.l, s.Now.Scope.Partner)
	if s.Region != "" {
		reporter = lang.Region(p.l, s.Now.Scope.Reporter, s.Region)
	}
	if s.Province != "" {
		partner = lang.Region(p.l, s.Now.Scope.Partner, s.Province)
	}
	if reporter != "" && partner != "" {
		return p.t("between", reporter, partner)
	}
	return reporter + partner
}

// Heading names a subject in each language: «Экспорт, Россия — Китай: 2022 год».
func Heading(s Subject) briefing.Text {
	var out briefing.Text
	for _, l := range briefing.Langs() {
		p := pen{l}
		flow, sides, period := s.Title.In(l), p.sides(s), lang.Period(l, s.Now.Period)
		if flow == "" {
			flow = p.flow(s)
		}
		*out.At(l) = p.sentence("heading", flow, sides, period)
		if sides == "" {
			*out.At(l) = p.sentence("heading.bare", flow, period)
		}
	}
	return out
}

// Title names a subject without its period, as the head of a line: «Экспорт,
// Россия — Китай».
func Title(s Subject) briefing.Text {
	var out briefing.Text
	for _, l := range briefing.Langs() {
		p := pen{l}
		flow, sides := s.Title.In(l), p.sides(s)
		if flow == "" {
			flow = p.flow(s)
		}
		*out.At(l) = p.sentence("title", flow, sides)
		if sides == "" {
			*out.At(l) = p.sentence("title.bare", flow)
		}
	}
	return out
}

// move is the clause that compares: «, что на 12,8 % больше, чем в 2021 году».
// A refused growth has none.
func (p pen) move(r measure.Result, base briefing.Period) string {
	if !r.Defined {
		return ""
	}
	m := moveOf(r)
	if m.times {
		return p.t("move.times", p.times(r.Times.Decimal), p.in(base))
	}
	number := ""
	switch {
	case m.between:
		number = p.t("from_to", p.signed(m.ends[0]), p.signed(m.ends[1]))
	case m.rate:
		number = p.signed(m.ends[0])
	case len(m.ends) > 0:
		number = p.percent(m.ends...)
	}
	if m.named { // the base is named in the nominative
		return p.t("move."+m.key, number, lang.Period(p.l, base))
	}
	return p.t("move."+m.key, number, p.in(base))
}

// movement is what a growth allows to be said.
type movement struct {
	key     string
	ends    []briefing.Number // rounded; of a fall the smaller first
	named   bool
	rate    bool // the sign is part of the number
	between bool
	times   bool
}

// moveOf reads a defined growth. What rounds to zero is neither growth nor
// fall; the ends of ranges and bounds are rounded outwards.
func moveOf(r measure.Result) movement {
	f := r.Figure
	about := f.Precision != briefing.Exact || noted(r, measure.NoteApproximate)
	if f.Value.Valid {
		return moveOfValue(r, about)
	}
	lo, hi := f.Low.Decimal.Floor(decimals), f.High.Decimal.Ceil(decimals)
	suffix := ""
	if about {
		suffix = "-about"
	}
	switch {
	case f.Low.Valid && f.High.Valid && lo.Sign() > 0:
		return movement{key: "up" + suffix, ends: []briefing.Number{lo, hi}, named: about}
	case f.Low.Valid && f.High.Valid && hi.Sign() < 0:
		return movement{key: "down" + suffix, ends: []briefing.Number{hi, lo}, named: about}
	case f.Low.Valid && f.High.Valid:
		return movement{key: "between" + suffix, ends: []briefing.Number{lo, hi}, named: true, between: true}
	case f.Low.Valid && lo.Sign() > 0:
		return movement{key: "up-least", ends: []briefing.Number{lo}}
	case f.Low.Valid:
		return movement{key: "rate-least", ends: []briefing.Number{lo}, named: true, rate: true}
	case hi.Sign() < 0:
		return movement{key: "down-least", ends: []briefing.Number{hi}}
	}
	return movement{key: "rate-most", ends: []briefing.Number{hi}, named: true, rate: true}
}

func moveOfValue(r measure.Result, about bool) movement {
	n := r.Figure.Value.Decimal
	none := rounded(n, decimals).IsZero()
	switch {
	case none && about:
		return movement{key: "same-about"}
	case n.IsZero():
		return movement{key: "same"}
	case none:
		return movement{key: "tiny"}
	case r.Times.Valid && !about:
		return movement{times: true}
	}
	m := movement{key: "up", ends: []briefing.Number{n}, named: about}
	if n.Sign() < 0 {
		m.key = "down"
	}
	if about {
		m.key += "-about"
	}
	return m
}

// times is «в 3,4 раза», «в 5 раз»; from ten on without decimals.
func (p pen) times(n briefing.Number) string {
	n = rounded(n, decimals).Trim(0)
	if n.Cmp(briefing.Num("10")) >= 0 {
		n = rounded(n, 0)
	}
	number := lang.Number(p.l, n, lang.AsIs())
	whole, _, ok := n.Int64(0)
	if !ok || !n.IsInt() { // «в 5,5 раза»: a fraction has one form
		return p.t("times", number)
	}
	return lang.Plural(p.l, "insight.times", int(whole%1000), number)
}

// refusal says by name why the growth is not computed.
func (w *writer) refusal() {
	r := w.growth
	w.say(Sentence{Key: KeyRefused, Results: []measure.Result{r}}, func(p pen) string {
		return p.stop(p.sentence("growth.refused", p.piece("why", p.reasons(r))))
	})
}

// reasons are why a result is not defined: «не вычисляется: база равна нулю».
func (p pen) reasons(r measure.Result) string {
	text := ""
	for i, why := range r.Reasons {
		if i > 0 {
			text += lang.T(p.l, "measure.join")
		}
		text += lang.Reason(p.l, why)
	}
	return lang.T(p.l, "measure.refused", text)
}
