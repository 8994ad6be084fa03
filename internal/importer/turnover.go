package importer

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// Turnover stands in a CheckTotal for exports and imports together: what a table
// gives as turnover is no flow and is never stored, but it says what both should
// come to.
const Turnover figure.Flow = "turnover"

// What a table may be of that is no trade in goods of one direction: then the user
// has its rows set aside, see Units.Aside.
const (
	AsideTurnover = "turnover" // exports and imports together: no flow
	AsideServices = "services" // trade in services: no goods
)

// turnoverText reports whether a text is the name of the turnover and nothing else.
func turnoverText(s string) bool {
	f := strings.TrimRight(codes.Fold(s), " :.")
	if i := strings.IndexAny(f, ",(（"); i > 0 {
		f = strings.TrimSpace(f[:i])
	}
	for _, w := range []string{"累计", "本月", "当月", "本期", "全年"} { // 累计进出口, 进出口累计
		f = strings.TrimSuffix(strings.TrimPrefix(f, w), w)
	}
	return slices.Contains([]string{
		"вто", "оборот", "товарооборот", "торговый оборот", "внешнеторговый оборот", "оборот внешней торговли", "товарооборот, всего", "внешняя торговля, всего",
		"turnover", "trade turnover", "total trade", "trade, total", "进出口总额", "进出口总值", "贸易总额", "进出口", "进出口额",
	}, f)
}

// turnoverTitle is the word of a title that speaks of turnover and of no flow.
func turnoverTitle(titles []string) string {
	for _, t := range titles {
		words := titleWords(t)
		for i, w := range words {
			f := codes.Fold(w)
			if strings.HasPrefix(f, "товарооборот") || strings.HasPrefix(f, "turnover") {
				return w
			}
			if i > 0 && strings.HasPrefix(f, "оборот") && strings.Contains(codes.Fold(words[i-1]), "торгов") {
				return words[i-1] + " " + w
			}
		}
		for _, w := range []string{"进出口总额", "进出口总值", "进出口", "贸易总额"} {
			if strings.Contains(t, w) {
				return w
			}
		}
	}
	return ""
}

// servicesIn is what of a text speaks of trade in services: «Экспорт услуг».
func servicesIn(text string) string {
	words := titleWords(text)
	flow := slices.ContainsFunc(words, func(w string) bool { return flowNoun(codes.Fold(w)) })
	english := flowIn(codes.Fold(text)) != ""
	for i, w := range words {
		f := codes.Fold(w)
		if flow && strings.HasPrefix(f, "услуг") || english && f == "services" {
			return strings.Join(words[max(0, i-3):i+1], " ")
		}
	}
	if strings.Contains(text, "服务进出口") || strings.Contains(text, "服务贸易") || strings.Contains(text, "服务出口") || strings.Contains(text, "服务进口") {
		return text
	}
	return ""
}

// servicesTitle is what the titles say of services.
func servicesTitle(titles []string) string {
	for _, t := range titles {
		if s := servicesIn(t); s != "" && !published(t) {
			return s
		}
	}
	return ""
}

// servicesHead is the head of a column that names services where goods would stand:
// lists of services have codes of their own, which are no codes of goods.
func servicesHead(heads []string) string {
	for _, h := range heads {
		if slices.Contains([]string{
			"услуга", "вид услуг", "вид услуги", "виды услуг", "наименование услуг", "наименование услуги", "код услуги", "service", "service label", "service name", "service category", "service item", "services label", "ebops", "ebops code",
			"服务", "服务名称", "服务类别", "服务项目",
		}, strings.TrimRight(codes.Fold(h), " .:*")) {
			return h
		}
	}
	return ""
}

// servicesRow reports whether the name of a row of goods is that of services.
func servicesRow(name string) bool {
	f := strings.TrimRight(codes.Fold(name), " :.")
	return f == "услуги" || f == "услуги, всего" || strings.HasPrefix(f, "экспорт услуг") || strings.HasPrefix(f, "импорт услуг") || f == "services" || f == "服务"
}

// decideGoods asks what is to be done with a table that is of turnover, or of
// services. Turnover is asked for in place of the direction: to choose one of the
// two would store the sum of both.
func (p *plan) decideGoods() error {
	heads := p.header
	if p.shape != nil {
		heads = p.shape.header
	}
	if s := cmp.Or(servicesTitle(p.titles), servicesHead(heads)); s != "" {
		p.askAside(AsideServices, s)
	}
	if p.shape != nil && p.shape.shape.codeOpen {
		p.ask("code", "")
	}
	at := slices.Index(p.needs, "flow")
	if w := turnoverTitle(p.titles); w != "" && at >= 0 {
		p.needs = slices.Delete(p.needs, at, at+1)
		p.askAside(AsideTurnover, w)
	}
	return nil
}

// askAside asks for all rows to be set aside, unless the user has said so.
func (p *plan) askAside(why, about string) {
	if p.units.Aside == why {
		p.allAside = why
		return
	}
	p.ask(why, about)
}

// turnovers has columns of turnover checked, where exports and imports stand beside
// them, and keeps columns of services from passing for goods.
func (g *guesser) turnovers() {
	flows := func(d Dims) bool {
		has := func(f figure.Flow) bool {
			return slices.ContainsFunc(g.columns, func(c ShapeColumn) bool {
				return c.Role == RoleValue && c.Aside == "" && c.Series == (Dims{Flow: string(f), Period: d.Period, Partner: d.Partner})
			})
		}
		return has(figure.Export) && has(figure.Import)
	}
	for i := range g.columns {
		c := &g.columns[i]
		part := c.Header
		if n := strings.LastIndex(part, " / "); n >= 0 && !turnoverText(part) {
			for p := range strings.SplitSeq(c.Header, " / ") {
				if turnoverText(p) {
					part = p
				}
			}
		}
		if !turnoverText(part) || !g.looks[i].most(g.looks[i].numbers) || ofNoUseBeside(c.Header, part) {
			continue
		}
		x := ShapeColumn{Header: c.Header}
		x.headSeries()
		x.Series.Flow, x.Series.Reporter = "", ""
		c.Role, c.Aside, c.Unit, c.Series = NoRole, "", "", Dims{}
		g.reasons[i] = GuessUnused
		if flows(x.Series) {
			c.Role, c.Aside, c.Series, g.reasons[i] = RoleValue, AsideTurnover, x.Series, GuessTurnover
			c.takeUnit(headUnit(c.Header))
		}
	}
}

// ofNoUseBeside reports whether the other rows of a head speak of growth or shares.
func ofNoUseBeside(header, part string) bool {
	for p := range strings.SplitSeq(header, " / ") {
		if p != part && ofNoUse(p) {
			return true
		}
	}
	return false
}

// services sets aside columns of services among those of goods.
func (g *guesser) services() {
	for i := range g.columns {
		if c := &g.columns[i]; amountRole(c.Role) && servicesIn(c.Header) != "" {
			c.Aside, g.reasons[i] = AsideServices, GuessServices
		}
	}
}

// isTurnover reports whether a row is named as the turnover, where rows tell exports
// from imports.
func (r *shapedRows) isTurnover(src *cells.Row) bool {
	return slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return r.labelRole(c.Role) && turnoverText(cell(src, c.Index)) })
}

// isServices reports whether a row is of services among goods.
func (r *shapedRows) isServices(src *cells.Row) bool {
	return r.byName && slices.ContainsFunc(r.keys, func(c ShapeColumn) bool {
		return (c.Role == RoleProduct || c.Role == RoleAxis || c.Role == RoleFlow) && servicesRow(cell(src, c.Index))
	})
}

// turnoverKey is what a turnover is of.
type turnoverKey struct {
	reporter, region, partner, province, code, product, currency string
	period                                                       briefing.Period
}

func turnoverOf(o *figure.Observation) turnoverKey {
	return turnoverKey{o.Reporter, o.Region, o.Partner, o.Province, o.Code, o.Product, o.Currency, o.Period}
}

// keepTurnover notes what a row of turnover states. One that can't be read is none;
// the row is set aside all the same.
func (m *mapper) keepTurnover(r *cells.Row) {
	if at := m.col[RoleFlow]; at >= 0 && at < len(r.Cells) {
		was := r.Cells[at].Text
		r.Cells[at].Text = []byte(figure.Export) // whatever: both are meant
		defer func() { r.Cells[at].Text = was }()
	}
	var o figure.Observation
	if !m.steps(r, &o).ok() || !o.Value.Valid {
		return
	}
	m.led.turn(turnoverOf(&o), stated{amount: o.Value.Decimal, rounded: m.rounding(r, false)})
}

// rounding is by how much three numbers as the row's value is written, each rounded
// to its last digit, may fail to add up: 12.3 and 13.2 to 25.6. Whole numbers may be
// exact: where fractions alone are meant, theirs is 0.
func (m *mapper) rounding(r *cells.Row, fractions bool) briefing.Number {
	sign := "."
	if m.styles[RoleValue] == NumberComma {
		sign = ","
	}
	_, fraction, _ := strings.Cut(string(m.text(r, RoleValue)), sign)
	if fraction == "" && fractions {
		return briefing.Number{}
	}
	unit := m.valueOf
	if unit == "" {
		unit = m.unit(m.text(r, RoleValueUnit))
	}
	a, ok := amount{coef: 15, scale: len(fraction) + 1}.times(unit.Power())
	if !ok {
		return briefing.Number{}
	}
	n, _ := a.number()
	return n.Decimal
}

// turn notes a stated turnover; one that is stated twice otherwise is no check.
func (l *ledger) turn(key turnoverKey, s stated) {
	if was, known := l.turnover[key]; known {
		s.unclear = s.unclear || was.unclear || was.amount.Cmp(s.amount) != 0
	}
	l.turnover[key] = s
}

// compareTurnover sets exports and imports together beside the turnover that the
// file states of them.
func (l *ledger) compareTurnover(set *figure.Set) ([]CheckTotal, error) {
	if len(l.turnover) == 0 {
		return nil, nil
	}
	type both struct {
		sum              briefing.Number
		exports, imports bool
	}
	told := map[turnoverKey]both{}
	for _, o := range set.All() {
		key := turnoverOf(&o)
		if s, ok := l.turnover[key]; !ok || s.unclear || !o.Value.Valid || o.Flow != figure.Export && o.Flow != figure.Import {
			continue
		}
		b := told[key]
		var err error
		if b.sum, err = plus(b.sum, o.Value.Decimal, "add up for the turnover"); err != nil {
			return nil, err
		}
		b.exports, b.imports = b.exports || o.Flow == figure.Export, b.imports || o.Flow == figure.Import
		told[key] = b
	}
	var out []CheckTotal
	for key, b := range told {
		if !b.exports || !b.imports {
			continue
		}
		code := key.code
		if code == figure.TotalCode {
			code = ""
		}
		out = append(out, CheckTotal{
			Flow: Turnover, Reporter: key.reporter, Partner: key.partner, Code: code, Product: key.product, Period: key.period, Currency: key.currency,
			Stated: l.turnover[key].amount, Stored: b.sum, Rounded: l.turnover[key].rounded,
		})
	}
	sortTotals(out)
	return out, nil
}
