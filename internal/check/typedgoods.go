package check

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// Shares and growth of one kind of goods that a text tells, in figures or in words:
// «экспорт меди вырос на 81 %», «две трети экспорта составляет медь». The good is a
// chapter of the rows, named by the first word of its name without a word that
// narrows it; nothing is said where any finer code of the chapter bears the number
// out, for that may be what the text means.

// ofGood is a percentage in a text as what it claims of a good.
type ofGood struct {
	claim   interval
	change  bool // of its growth; else of its share
	written string
	start   int
	end     int
}

// goodsOf lists the percentages of a sentence that may be of a good.
func (r *reading) goodsOf(l briefing.Lang, s *sentence) (out []ofGood) {
	for _, q := range s.quantities {
		if q.Base != "percent" || q.Power != 0 || q.High.Valid || len(r.known(q)) > 0 {
			continue
		}
		claim, ok := printed(briefing.Figure{Value: briefing.Some(q.Number), Precision: q.Word})
		turn := prose.TurnOf(l, s.text, q)
		if turn != 0 {
			claim = towards(claim, turn)
		}
		if ok {
			out = append(out, ofGood{claim, turn != 0, s.text[q.From:q.End], q.Start, q.End})
		}
	}
	for _, q := range s.inWords() {
		claim, ok := claimed(q)
		if q.Kind == prose.SaidChange {
			claim, ok = manifold(claim, q.Base, q.Turn)
			ok = ok && q.Turn != 0
		}
		if ok && (q.Kind == prose.SaidChange || q.Kind == prose.SaidShare && q.Base == "percent") {
			out = append(out, ofGood{claim, q.Kind == prose.SaidChange, s.text[q.From:q.End], q.Start, q.End})
		}
	}
	return out
}

// goodsAgainst tells shares and growth of goods that the imported rows deny.
func (r *reading) goodsAgainst(p *passage, s *sentence) []Finding {
	l := p.field.Lang
	if l == briefing.ZH || len(s.quantities)+len(s.inWords()) == 0 || tradesOf(r.s) == nil {
		return nil
	}
	var out []Finding
	for _, q := range r.goodsOf(l, s) {
		from, to := prose.Clause(s.text, q.start, q.end)
		clause := prose.Unbound(s.text[from:to])
		words := prose.Read(clause)
		flows := flowsIn(l, words)
		if len(flows) != 1 || flows[0] != figure.Export && flows[0] != figure.Import || r.vocabulary(l, "check.18.goods.not").In(words) {
			continue
		}
		good, ok := r.goodIn(l, words, flows[0], q.change)
		if !ok || !r.plainly(l, words, flows[0], &briefing.Fact{}) && len(sidesIn(l, words)) > 0 {
			continue
		}
		of := whose{flow: string(flows[0]), partner: r.s.Pack.Partner}
		if sides := sidesIn(l, words); len(sides) == 1 {
			of.partner = sides[0]
		} else if len(sides) > 1 {
			continue
		}
		if of, ok = tradesOf(r.s).all.sidesTold(r, of, flows[0]); !ok || of.partner == "" {
			continue
		}
		periods, ok := r.timesOf(l, s, clause, of, q.change)
		if !ok {
			continue
		}
		is, period, denied := r.goodDenied(q, of, flows[0], good, periods)
		if !denied {
			continue
		}
		written, flow := quoting(q.written), flows[0]
		out = append(out, Finding{
			Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
			Evidence: text("check.18.goods."+map[bool]string{true: "change", false: "share"}[q.change], func(l briefing.Lang) []any {
				shown := lang.FigureIn(l, inPerCent(is), lang.NumberStyle{Decimals: -1, Signed: q.change})
				return []any{written, shown, lang.T(l, "check.18.flow."+string(flow)), lang.Period(l, period), lang.Chapter(l, good)}
			}),
			Mend: text("check.18.rows.mend", nil),
		})
	}
	return out
}

// goodIn is the one chapter of the rows that the words name beside the flow.
func (r *reading) goodIn(l briefing.Lang, w prose.Words, flow figure.Flow, change bool) (string, bool) {
	heads := figure.Recalled(r.s.Figures, "heads of chapters "+string(l), func() map[string]string {
		out := map[string]string{}
		for _, code := range r.s.Figures.Codes() {
			if len(code) < 2 || strings.Trim(code[:2], "0123456789") != "" || out[code[:2]] != "" {
				continue
			}
			for _, word := range prose.Read(lang.Chapter(l, code[:2])).List {
				if utf8.RuneCountInString(word.Text) >= 4 {
					out[code[:2]] = word.Text
					break
				}
			}
		}
		return out
	})
	found, at := "", -1
	for i, word := range w.List {
		for _, code := range slices.Sorted(maps.Keys(heads)) {
			head := heads[code]
			near := utf8.RuneCountInString(word.Text) - utf8.RuneCountInString(head)
			if near < -1 || near > 1 || !sameStem(word.Text, head) {
				continue
			}
			if found != "" {
				return "", false
			}
			found, at = code, i
		}
	}
	if found == "" {
		return "", false
	}
	flowWord, where, _ := r.vocabulary(l, "check.44.flow."+string(flow)).Find(w)
	isFlow := func(i int) bool { return i >= 0 && i < len(w.List) && w.List[i].Start == where && flowWord != "" }
	before := at == 0 || isFlow(at-1) || r.vocabulary(l, "check.18.goods.before").In(prose.Read(w.List[at-1].Text))
	if change { // the flow of the good itself
		before = isFlow(at-1) || l == briefing.EN && isFlow(at+1) && r.freeBefore(l, w.Source[:w.List[at].Start])
	}
	after := at+1 == len(w.List) || isFlow(at+1)
	if !after {
		gap := w.Source[w.List[at].End:w.List[at+1].Start]
		next := prose.Read(w.List[at+1].Text)
		after = strings.ContainsAny(gap, ".,;:)—–") || r.vocabulary(l, "check.18.whole").In(next) || r.vocabulary(l, "check.18.goods.after").In(next)
	}
	return found, before && after
}

// timesOf are the periods that a sentence may be about: the one it tells or, of a
// share without any, all that the rows are of.
func (r *reading) timesOf(l briefing.Lang, s *sentence, clause string, of whose, change bool) ([]string, bool) {
	whole := prose.Unbound(s.text)
	whens := prose.Whens(l, clause)
	if len(whens) == 0 && yearsOf(clause) == 0 {
		whens = prose.Whens(l, whole)
	}
	switch {
	case len(whens) == 1 && yearsOf(whole) == 1:
		return []string{whens[0].Period.String()}, true
	case len(whens) > 0 || yearsOf(whole) > 0 || change:
		return nil, false
	}
	all := tradesOf(r.s).all
	var out []string
	add := func(span string) {
		if !slices.Contains(out, span) {
			out = append(out, span)
		}
	}
	for k := range all.totals {
		if k.flow == of.flow && k.partner == of.partner {
			add(k.span)
		}
	}
	for i := range all.spans {
		if p := &all.spans[i]; p.of.flow == of.flow && p.of.partner == of.partner && len(p.of.span) >= yearDigits {
			year := briefing.Per(p.of.span[:yearDigits]).From.Year
			add(briefing.Months(year, 1, p.last).String())
		}
	}
	slices.SortFunc(out, func(a, b string) int { return briefing.Per(b).End().Compare(briefing.Per(a).End()) })
	return out, len(out) > 0
}

// goodDenied holds a claim against a chapter and its finer codes: denied where none
// of them bears it out in any of the periods, and the chapter is more than a point
// off. is is what the chapter has in the latest of them.
func (r *reading) goodDenied(q ofGood, of whose, flow figure.Flow, good string, periods []string) (is interval, period briefing.Period, denied bool) {
	const most = 60 // codes that are looked at
	codes := []string{good}
	for _, code := range r.s.Figures.Codes() {
		for n := 4; n <= len(code) && strings.HasPrefix(code, good); n += 2 {
			if !slices.Contains(codes, code[:n]) {
				codes = append(codes, code[:n])
			}
		}
	}
	if len(codes) > most {
		return is, period, false
	}
	for _, code := range codes {
		for _, span := range periods {
			p, err := briefing.ParsePeriod(span)
			if err != nil {
				continue
			}
			of.span = span
			for _, v := range r.ofCode(q, of, flow, code, p) {
				wide := v
				if code == good { // a point is no contradiction
					wide.lo, _ = v.lo.Sub(briefing.Whole(1))
					wide.hi, _ = v.hi.Add(briefing.Whole(1))
				}
				if q.claim.meets(wide) {
					return is, period, false
				}
				if code == good && !denied {
					is, period, denied = v, p, true
				}
			}
		}
	}
	return is, period, denied
}

// ofCode is the share or the growth of a code in a span, of each series that tells.
func (r *reading) ofCode(q ofGood, of whose, flow figure.Flow, code string, p briefing.Period) (out []interval) {
	part := codeTrades(r.s, code)
	now := part.sumsOf(of, flow)
	base := tradesOf(r.s).all.sumsOf(of, flow)
	if q.change {
		then := of
		then.span = p.YearBefore().String()
		base = part.sumsOf(then, flow)
	}
	for in, t := range now {
		b, there := base[in]
		if !there || t.open || b.open || b.sum.Sign() <= 0 {
			continue
		}
		n, ok := percent(t.sum, b.sum)
		if !ok {
			continue
		}
		if !q.change { // of a hundred, not above it
			var err error
			if n, err = n.Add(briefing.Whole(100)); err != nil {
				continue
			}
		}
		out = append(out, interval{lo: n, hi: n})
	}
	return out
}

// codeTrades adds up the trade of the pack's sides in goods of one code.
func codeTrades(s *project.Snapshot, code string) *adding {
	return figure.Recalled(s.Figures, "trades of "+s.Pack.Partner+" in "+code, func() *adding {
		return addTrades(s, tradeDims(), func(f *figure.Filter) { f.Codes = []string{code} })
	})
}
