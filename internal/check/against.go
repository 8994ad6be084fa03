package check

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// The words of a sentence against the figure that it holds: which way it goes, to
// which side it is rounded, of which time, flow and country it is, what it is
// compared with. Where a sentence tells of several things, or a fact does not say
// what it is of, nothing is found.

// gainsaid is what the words beside a figure say against it: the key of the
// finding, and what the fact has instead.
type gainsaid struct {
	key string
	is  func(l briefing.Lang) string
}

// wordsAgainst tells the figures of a passage that the words of their sentences
// deny.
func (r *reading) wordsAgainst(p *passage) []Finding {
	if p.quoted {
		return nil
	}
	var out []Finding
	for _, s := range p.list {
		if s.question || len(s.bindings)+len(s.quantities) == 0 {
			continue
		}
		told := map[string]bool{}
		for _, h := range r.held(p, s) {
			if d, ok := r.denied(p.field.Lang, s, h); ok && !told[d.key+string(h.fact.ID)] {
				told[d.key+string(h.fact.ID)] = true
				out = append(out, r.deniedIn(p, s, h, d))
			}
		}
	}
	return out
}

func (r *reading) deniedIn(p *passage, s *sentence, h *heldFigure, d gainsaid) Finding {
	from, to := prose.Clause(s.text, h.start, h.end)
	written := quoting(unbound(r.s, s.text[from:to], p.field.Lang))
	return Finding{
		Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
		Evidence: text("check.18.against", func(l briefing.Lang) []any {
			return []any{written, quoting(h.fact.Statement.Any(l)), lang.T(l, d.key, d.is(l))}
		}),
		Mend: text("check.18.against.mend", nil),
	}
}

// denied looks for words that deny a figure of a sentence.
func (r *reading) denied(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	for _, look := range []func(briefing.Lang, *sentence, *heldFigure) (gainsaid, bool){
		r.otherWay, r.otherSide, r.otherTime, r.otherBase, r.otherTrade,
	} {
		if d, ok := look(l, s, h); ok {
			return d, true
		}
	}
	return gainsaid{}, false
}

// otherWay is a typed change whose words say that it goes the other way; of a
// bound one check 45 tells.
func (r *reading) otherWay(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	if !h.change || h.typed == nil || h.claim.Change.Decimal.IsZero() {
		return gainsaid{}, false
	}
	turn := prose.TurnOf(l, s.text, *h.typed)
	if turn == 0 || turn == h.claim.Change.Decimal.Sign() {
		return gainsaid{}, false
	}
	return gainsaid{"check.18.against.change", func(l briefing.Lang) string { return changeText(l, h.claim) }}, true
}

// otherSide is a figure with a word that bounds it to the side opposite to that
// of its own: «менее» of one that is «более». That something «вырос до» it bounds
// nothing.
func (r *reading) otherSide(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	if h.change || h.whole { // of a word before another check 17 tells
		return gainsaid{}, false
	}
	word, from := prose.PrecisionBefore(l, s.text, h.start)
	if h.typed != nil {
		word, from = h.typed.Word, h.typed.From
	}
	is := h.claim.Figure.Precision
	low := func(p briefing.Precision) bool { return p == briefing.UpTo || p == briefing.Almost }
	if word == briefing.UpTo && r.vocabulary(l, "check.18.reaches").In(prose.Read(s.text[from:h.start])) {
		return gainsaid{}, false
	}
	if !(word == briefing.MoreThan && low(is) || is == briefing.MoreThan && low(word)) {
		return gainsaid{}, false
	}
	return gainsaid{"check.18.against.figure", func(l briefing.Lang) string { return lang.Figure(l, h.claim.Figure) }}, true
}

// otherTime is a figure in a clause that says of what time it tells, and it is
// not the fact's: another, or some months of it.
func (r *reading) otherTime(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	months, whole := h.claim.Period.Months()
	clause, alone := s.clause(h)
	if !whole || !alone {
		return gainsaid{}, false
	}
	if yearsOf(clause) != 1 {
		return gainsaid{}, false
	}
	whens := prose.Whens(l, clause)
	if len(whens) != 1 {
		return gainsaid{}, false
	}
	of, is := whens[0].Period, h.claim.Period
	apart := !of.Start().Before(is.End()) || !is.Start().Before(of.End())
	n, _ := of.Months()
	within := !of.Start().Before(is.Start()) && !of.End().After(is.End()) && n < months
	if !apart && !within {
		return gainsaid{}, false
	}
	return gainsaid{"check.18.against.period", func(l briefing.Lang) string { return lang.Period(l, is) }}, true
}

// otherBase is a change that its sentence compares with another year than the
// fact does.
func (r *reading) otherBase(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	base := h.claim.ChangeBase
	if !h.change || base.Kind == briefing.NoPeriod || base.From.Year == 0 || base.Kind == briefing.RangePeriod && base.From.Year != base.To.Year {
		return gainsaid{}, false
	}
	from, to := prose.Clause(s.text, h.start, h.end)
	year, ok := prose.YearBeside(l, prose.Unbound(s.text[from:to]))
	if !ok || year == base.From.Year || year >= h.claim.Period.From.Year {
		return gainsaid{}, false
	}
	return gainsaid{"check.18.against.base", func(l briefing.Lang) string { return lang.Period(l, base) }}, true
}

// otherTrade is a figure in a clause that names one flow or one country, and not
// the fact's. Trade told from the other side («импорт Узбекистана из России») is
// left alone.
func (r *reading) otherTrade(l briefing.Lang, s *sentence, h *heldFigure) (gainsaid, bool) {
	clause, alone := s.clause(h)
	flow, ok := flowStated(h.fact)
	if !ok || !alone {
		return gainsaid{}, false
	}
	words := prose.Read(clause)
	named := flowsIn(l, words)
	if len(named) != 1 {
		return gainsaid{}, false
	}
	sides, country := sidesIn(l, words), r.countryOf(h.fact)
	switch {
	case named[0] != flow && r.plainly(l, words, named[0], h.fact) && (len(sides) == 0 || len(sides) == 1 && sides[0] == country):
		return gainsaid{"check.18.against.flow", func(l briefing.Lang) string { return lang.T(l, "check.18.flow."+string(flow)) }}, true
	case named[0] == flow && country != "" && len(sides) == 1 && sides[0] != country && sides[0] != r.reporterOf(h.fact) && r.plainly(l, words, flow, h.fact):
		return gainsaid{"check.18.against.partner", func(l briefing.Lang) string { return lang.Country(l, country) }}, true
	}
	return gainsaid{}, false
}

func (r *reading) reporterOf(f *briefing.Fact) string { return cmp.Or(f.Reporter, r.s.Pack.Reporter) }

// plainly reports whether words tell a flow as the fact's own side does: it is not
// the partner's («импорт Узбекистана»), and where no country is named with it
// nothing stands before it that might say whose it is («узбекский импорт»).
func (r *reading) plainly(l briefing.Lang, w prose.Words, flow figure.Flow, f *briefing.Fact) bool {
	word, at, ok := r.vocabulary(l, "check.44.flow."+string(flow)).Find(w)
	if !ok || ownerBeside(l, w.Source[:at], w.Source[at+len(word):], r.reporterOf(f)) {
		return false
	}
	return len(sidesIn(l, w)) > 0 || r.freeBefore(l, w.Source[:at])
}

// freeBefore reports whether nothing but a time, in Chinese a country, and words
// such as «весь» stands before a flow of trade.
func (r *reading) freeBefore(l briefing.Lang, before string) bool {
	for _, w := range slices.Backward(prose.Whens(l, before)) {
		before = before[:w.Start] + " " + before[w.End:]
	}
	if l == briefing.ZH {
		for sign := range sidesOf(l).sides {
			before = strings.Replace(before, sign, "", 1)
		}
		for _, w := range strings.Split(lang.T(l, "check.18.whole.before"), "|") {
			before = strings.ReplaceAll(before, w, "")
		}
		return strings.Trim(before, " ，,、") == ""
	}
	free := r.vocabulary(l, "check.18.whole.before")
	for _, w := range prose.Read(before).List {
		if !free.In(prose.Read(w.Text)) {
			return false
		}
	}
	return true
}
