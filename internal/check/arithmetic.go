package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// What the numbers of one sentence say of each other, typed or bound: «с 30,4 до
// 31,8 %» is 1.4 percentage points and not per cent, and a turnover is its exports
// and imports.

// sumsIn tells the sentences of a passage whose numbers can't be right together.
func (r *reading) sumsIn(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	for _, s := range p.list {
		if len(s.bindings)+len(s.quantities) < 3 || s.question {
			continue
		}
		l := p.field.Lang
		line := unbound(r.s, s.text, l)
		list := prose.Quantities(l, line)
		out = append(out, r.fromTo(p, line, list)...)
		if f, bad := r.flowsAddUp(p, line, list); bad {
			out = append(out, f)
		}
	}
	return out
}

// fromTo holds a change against the two levels that stand right beside it: «вырос
// на 12 %, с 89 до 100,1 млн».
func (r *reading) fromTo(p *passage, line string, list []prose.Quantity) []Finding {
	l := p.field.Lang
	for i := 0; i+1 < len(list); i++ {
		a, b := list[i], list[i+1]
		if !r.endsWith(l, "check.18.from", line[:a.Start]) || !r.endsWith(l, "check.18.to", line[a.End:b.Start]) || strings.ContainsAny(line[a.End:b.Start], ";。；") {
			continue
		}
		if a.Base == "" && (a.Power == 0 || a.Power == b.Power) { // «с 30,4 до 31,8 %»
			a.Base, a.Power = b.Base, b.Power
		}
		if a.Base != b.Base || a.High.Valid || b.High.Valid {
			return nil
		}
		var out []Finding
		for j, at := i-1, a.Start; j >= 0 && r.linked(l, line[list[j].End:at]); j-- {
			out = append(out, changeFromTo(p, line, list[j], a, b)...)
			at = list[j].Start
		}
		for j, at := i+2, b.End; j < len(list) && r.linked(l, line[at:list[j].Start]); j++ {
			out = append(out, changeFromTo(p, line, list[j], a, b)...)
			at = list[j].End
		}
		return out
	}
	return nil
}

// endsWith reports whether a text ends with a word, in Chinese with signs, of a list.
func (r *reading) endsWith(l briefing.Lang, key, line string) bool {
	if l == briefing.ZH {
		return slices.ContainsFunc(strings.Split(lang.T(l, key), "|"), func(w string) bool { return strings.HasSuffix(strings.TrimSpace(line), w) })
	}
	words := prose.Read(line).List
	if len(words) == 0 || strings.TrimSpace(line[words[len(words)-1].End:]) != "" {
		return false
	}
	return slices.Contains(strings.Split(lang.T(l, key), "|"), words[len(words)-1].Text)
}

// linked reports whether nothing but links stands between two numbers, so that
// they speak of one thing.
func (r *reading) linked(l briefing.Lang, between string) bool {
	return r.linkedBy(l, "check.18.linked", between)
}

// linkedBy is the same with the links of a list.
func (r *reading) linkedBy(l briefing.Lang, key, between string) bool {
	if strings.ContainsAny(between, ";；。") {
		return false
	}
	if l == briefing.ZH {
		for _, w := range strings.Split(lang.T(l, key), "|") {
			between = strings.ReplaceAll(between, w, "")
		}
		return strings.Trim(between, " ，,（(）)—–-：:") == ""
	}
	links := r.vocabulary(l, key)
	for _, w := range prose.Read(between).List {
		if !links.In(prose.Read(w.Text)) {
			return false
		}
	}
	return true
}

// changeFromTo holds a change in per cent, points or times against two levels.
func changeFromTo(p *passage, line string, c, a, b prose.Quantity) []Finding {
	l := p.field.Lang
	of := func(q prose.Quantity) (interval, bool) {
		i, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: plainPrecision(q.Word)})
		if !ok || i.noLo || i.noHi {
			return i, false
		}
		return i.scaled(q.Power)
	}
	from, ok1 := of(a)
	to, ok2 := of(b)
	said, ok3 := printed(briefing.Figure{Value: briefing.Some(c.Number), Precision: c.Word})
	if !ok1 || !ok2 || !ok3 || c.Power != 0 || c.High.Valid {
		return nil
	}
	gap, ok := to.minus(from)
	if !ok {
		return nil
	}
	turn := prose.TurnOf(l, line, c)
	if turn == 0 {
		turn = midpoint(gap, "").Value.Decimal.Sign()
	}
	share := a.Base == "percent"
	growth, grown := to.growth(from)
	switch c.Base {
	case "pp":
		if share && !towards(said, turn).meets(gap) {
			return []Finding{arithmeticIn(p, "check.18.fromto", line, c, a, b, inPoints(gap))}
		}
	case "percent":
		if !grown || towards(said, turn).meets(growth) {
			return nil
		}
		if share {
			key := "check.18.fromto"
			if towards(said, turn).meets(gap) {
				key = "check.18.points"
			}
			return []Finding{arithmeticIn(p, key, line, c, a, b, inPoints(gap))}
		}
		return []Finding{arithmeticIn(p, "check.18.fromto", line, c, a, b, inPerCent(growth))}
	case briefing.Times:
		is, ok := to.over(from)
		want, ok2 := manifold(said, briefing.Times, turn)
		if ok && ok2 && grown && !want.meets(is) {
			return []Finding{arithmeticIn(p, "check.18.fromto", line, c, a, b, inPerCent(growth))}
		}
	}
	return nil
}

// plainPrecision leaves out the «до» of «с … до …», which bounds nothing.
func plainPrecision(w briefing.Precision) briefing.Precision {
	if w == briefing.UpTo {
		return briefing.Exact
	}
	return w
}

// towards is a change with the sign of the way it goes.
func towards(i interval, turn int) interval {
	if turn >= 0 {
		return i
	}
	zero := briefing.Whole(0)
	lo, err1 := zero.Sub(i.hi)
	hi, err2 := zero.Sub(i.lo)
	if err1 != nil || err2 != nil {
		return interval{noLo: true, noHi: true}
	}
	return interval{lo: lo, hi: hi, noLo: i.noHi, noHi: i.noLo}
}

func inPoints(i interval) briefing.Figure { return rounded(midpoint(i, "pp")) }

func inPerCent(i interval) briefing.Figure { return rounded(midpoint(i, "percent")) }

func rounded(f briefing.Figure) briefing.Figure {
	f.Value.Decimal = f.Value.Decimal.Round(1).Trim(0)
	return f
}

func arithmeticIn(p *passage, key, line string, c, a, b prose.Quantity, is briefing.Figure) Finding {
	written, from, to := quoting(line[c.Start:c.End]), quoting(line[a.Start:a.End]), quoting(line[b.Start:b.End])
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text(key, func(l briefing.Lang) []any {
			return []any{written, from, to, lang.FigureIn(l, is, lang.NumberStyle{Decimals: -1, Signed: true})}
		}),
		Mend: text(key+".mend", nil),
	}
}

// flowsAddUp holds the turnover of a sentence against the exports and imports that
// it tells too.
func (r *reading) flowsAddUp(p *passage, line string, list []prose.Quantity) (Finding, bool) {
	l := p.field.Lang
	if yearsOf(line) > 1 {
		return Finding{}, false
	}
	told := map[figure.Flow]prose.Quantity{}
	places := map[figure.Flow]int{}
	for _, flow := range []figure.Flow{Turnover, figure.Export, figure.Import} {
		v := r.vocabulary(l, "check.44.flow."+string(flow))
		word, at, ok := v.Find(prose.Read(line))
		if !ok || v.In(prose.Read(line[at+len(word):])) {
			return Finding{}, false // not told, or told of twice
		}
		places[flow] = at
	}
	for flow, at := range places {
		next := len(line)
		for _, other := range places {
			if other > at {
				next = min(next, other)
			}
		}
		for _, q := range list {
			if q.Base == "" && q.Power > 0 { // «экспорт — 89,7 млн» after the currency was said
				q.Base = currencyOf(list)
			}
			if _, money := q.Base.Currency(); money && q.Start > at && q.End <= next {
				if _, twice := told[flow]; twice {
					return Finding{}, false
				}
				told[flow] = q
			}
		}
	}
	sum, ok := interval{}, len(told) == 3
	for _, flow := range []figure.Flow{figure.Export, figure.Import} {
		i, fine := valueOf(told[flow])
		if ok = ok && fine && told[flow].Base == told[Turnover].Base; ok {
			sum, ok = sum.add(i)
		}
	}
	whole, fine := valueOf(told[Turnover])
	if !ok || !fine || sum.meets(whole) {
		return Finding{}, false
	}
	t := told[Turnover]
	is, scaled := sum.scaled(-t.Power)
	if !scaled {
		return Finding{}, false
	}
	adds := rounded(midpoint(is, t.Base))
	written := quoting(line[t.Start:t.End])
	sentence := quoting(line)
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text("check.18.flows", func(l briefing.Lang) []any {
			return []any{sentence, written, lang.Number(l, adds.Value.Decimal, lang.NumberStyle{Decimals: -1})}
		}),
		Mend: text("check.18.flows.mend", nil),
	}, true
}

// currencyOf is the one currency of a sentence's amounts, empty where there is
// none or more.
func currencyOf(list []prose.Quantity) briefing.Unit {
	var one briefing.Unit
	for _, q := range list {
		if _, money := q.Base.Currency(); money {
			if one != "" && one != q.Base {
				return ""
			}
			one = q.Base
		}
	}
	return one
}

// valueOf is the interval of a quantity in whole units; not ok of a bound.
func valueOf(q prose.Quantity) (interval, bool) {
	if q.Base == "" || q.High.Valid {
		return interval{}, false
	}
	i, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: plainPrecision(q.Word)})
	if !ok || i.noLo || i.noHi {
		return i, false
	}
	return i.scaled(q.Power)
}
