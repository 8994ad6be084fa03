package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// plainMeasures are the columns that figures has had from its beginning; with
// them alone, and none of the options of questions, it prints what it always
// has.
func plainMeasures() []string { return []string{"value", "weight", "growth"} }

// asks reports whether the command is a question for the engine of questions.
func (c *figuresCmd) asks() bool {
	return c.Period != "" || c.Span != "" || c.Base != "" || c.Top != 0 || c.Over != "" || c.Whence != "" || c.Amount != "" || c.Against != "" ||
		slices.ContainsFunc(c.measures(), func(m string) bool { return !slices.Contains(plainMeasures(), m) })
}

func (c *figuresCmd) measures() []string {
	var out []string
	for m := range strings.SplitSeq(c.Measure, ",") {
		if m = strings.TrimSpace(m); m != "" {
			out = append(out, m)
		}
	}
	return out
}

// question is the command as a question; q is what figures has read of it.
func (c *figuresCmd) question(say briefing.Lang, q app.Query) (app.Question, error) {
	ask := app.Question{By: q.By, Filter: q.Filter, Measures: c.measures(), Top: c.Top, Over: figure.Dimension(c.Over), Against: strings.ToUpper(c.Against)}
	known := append(app.QuestionColumns(), app.RecordColumns()...)
	for _, m := range ask.Measures {
		if !slices.Contains(known, m) {
			return ask, usage(say, "figures", "--measure "+m, known...)
		}
		if app.OfRecords(ask) && !slices.Contains(app.RecordColumns(), m) {
			return ask, usage(say, "figures", lang.T(say, "cli.figures.records_alone", strings.Join(app.RecordColumns(), ", ")))
		}
	}
	switch c.Span {
	case "", "period":
		ask.Span = app.SpanPeriod
	case "ytd":
		ask.Span = app.SpanToDate
	case "rolling-12":
		ask.Span = app.SpanRolling
	default:
		return ask, usage(say, "figures", "--span "+c.Span, "period", "ytd", "rolling-12")
	}
	if c.By == "year" && (c.Span != "" && ask.Span != app.SpanPeriod) { // the dimension that stands there by itself
		ask.By = nil
	}
	for _, of := range []struct {
		word, text string
		to         *briefing.Period
	}{{"--period", c.Period, &ask.Period}, {"--base", c.Base, &ask.Base}} {
		p, err := briefing.ParsePeriod(of.text)
		if err != nil {
			return ask, usage(say, "figures", of.word+" "+of.text, "2022", "2022-Q3", "2022-10")
		}
		if of.text != "" {
			*of.to = p
		}
	}
	switch c.Amount {
	case "", "value":
	case "weight":
		ask.Amount = "weight"
	default:
		return ask, usage(say, "figures", "--amount "+c.Amount, "value", "weight")
	}
	return ask, c.fits(say, ask)
}

// fits refuses words that are right by themselves and can't stand together.
func (c *figuresCmd) fits(say briefing.Lang, ask app.Question) error {
	refuse := func(key string, args ...any) error {
		return usage(say, "figures", lang.T(say, "cli.figures."+key, args...))
	}
	if app.OfRecords(ask) { // nothing of them is narrowed to some rows
		for _, x := range append(c.conditions(), [][2]string{
			{"code", c.Code}, {"set", c.Set}, {"period", c.Period}, {"span", c.Span}, {"base", c.Base}, {"over", c.Over}, {"amount", c.Amount}, {"against", c.Against},
		}...) {
			if x[1] != "" {
				return refuse("records_rows", "--"+x[0])
			}
		}
	}
	if c.Mirror {
		return refuse("not_asked", "--mirror")
	}
	if c.In != "" {
		return refuse("not_asked", "--in")
	}
	if c.Top < 0 {
		return refuse("top", c.Top)
	}
	var times []string
	for _, d := range ask.By {
		if d == "year" || d == "quarter" || d == "month" {
			times = append(times, string(d))
		}
	}
	switch {
	case len(times) > 1:
		return refuse("two_times", c.By, strings.Join(times, ", "))
	case len(times) == 1 && ask.Span != app.SpanPeriod && ask.Span != "":
		return refuse("span_by_time", c.Span, times[0])
	}
	if ask.Over != "" && !ask.Over.Valid() {
		var words []string
		for _, d := range figure.Dimensions() {
			words = append(words, string(d))
		}
		return usage(say, "figures", "--over "+c.Over, words...)
	}
	balances := 0
	for _, m := range ask.Measures {
		if slices.Contains(app.BalanceColumns(), m) {
			balances++
		}
	}
	switch {
	case balances > 0 && balances < len(ask.Measures):
		return refuse("balance_alone", strings.Join(app.BalanceColumns(), ", "))
	case balances > 0 && c.Flow != "":
		return refuse("balance_flow", c.Flow)
	}
	return nil
}

// answer prints the answer of a question, or whence one of its numbers is.
func (c *figuresCmd) answer(r *run, p *app.Project, q app.Query) error {
	ask, err := c.question(r.Lang, q)
	if err != nil {
		return err
	}
	a, err := p.Ask(ask, c.Set)
	if err != nil {
		return err
	}
	if c.Whence != "" {
		return c.whence(r, p, &a)
	}
	if c.JSON {
		return printJSON(r, answerObjects(r, &a))
	}
	if len(a.Tables) == 0 {
		r.say("figures.none")
	}
	if a.Aside > 0 {
		r.say("figures.aside", a.Aside)
	}
	line := 0
	for i := range a.Tables {
		if i > 0 {
			fmt.Fprintln(r.Out)
		}
		line = printTable(r, p, &a, i, line)
	}
	return nil
}

// whence prints the derivation of a number: "3" is the last measure of the
// third line, "3:growth" the one named.
func (c *figuresCmd) whence(r *run, p *app.Project, a *app.Answer) error {
	at, key, named := strings.Cut(c.Whence, ":")
	want, err := strconv.Atoi(at)
	if err != nil || want < 1 {
		return usage(r.Lang, "figures", "--whence "+c.Whence, "1", "1:"+a.Question.Measures[0])
	}
	n := len(a.Question.Measures) - 1
	if named {
		if n = slices.Index(a.Question.Measures, key); n < 0 {
			return usage(r.Lang, "figures", r.t("figures.whence_measure", key, strings.Join(a.Question.Measures, ", ")))
		}
	}
	lines := 0
	for t := range a.Tables {
		if want-lines <= len(a.Tables[t].Lines) {
			return printDerivation(r, p, p.WhenceCell(a, t, want-lines-1, n, c.Rows), c.JSON)
		}
		lines += len(a.Tables[t].Lines)
	}
	return usage(r.Lang, "figures", r.t("figures.whence_line", want, lines))
}

// printTable prints a table under its title and gives the number of its last
// line: lines are counted through all tables.
func printTable(r *run, p *app.Project, a *app.Answer, at, line int) int {
	t := &a.Tables[at]
	title := app.AnswerTitle(t, r.Lang)
	if !t.OfRecords {
		title += splitText(t)
	}
	fmt.Fprintln(r.Out, title)
	if t.Why != "" {
		fmt.Fprintln(r.Out, r.t("figures.refused", app.Reasons([]string{t.Why}, r.Lang)))
		return line
	}
	w := tabwriter.NewWriter(r.Out, 0, 0, 2, ' ', 0)
	head := []string{"№", ""}
	for _, m := range a.Question.Measures {
		head = append(head, app.ColumnName(m, r.Lang))
	}
	fmt.Fprintln(w, strings.Join(head, "\t"))
	for _, l := range t.Lines {
		line++
		cells := []string{strconv.Itoa(line), lineName(r, p, t, l)}
		for _, res := range l.Results {
			cells = append(cells, app.AnswerCell(res, r.Lang, false))
		}
		fmt.Fprintln(w, strings.Join(cells, "\t"))
	}
	_ = w.Flush() // standard output has its own end
	if len(t.Notes) > 0 {
		fmt.Fprintln(r.Out, app.Reasons(t.Notes, r.Lang))
	}
	return line
}

func lineName(r *run, p *app.Project, t *app.AnswerTable, l app.AnswerLine) string {
	if t.OfRecords {
		return p.AnswerRecordName(l, r.Lang)
	}
	if l.Kind != app.LineItem {
		return app.AnswerLineName(l, r.Lang)
	}
	var names []string
	for i := range l.Keys {
		names = append(names, p.AnswerKey(t, l, i, r.Lang))
	}
	return strings.Join(names, " · ")
}

func splitText(t *app.AnswerTable) string {
	var parts []string
	for _, s := range []string{t.Split.Currency, t.Split.Basis, t.Split.Classification, t.Split.Frequency} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if t.Split.Area != "" {
		parts = append(parts, t.Split.Area)
	}
	return " [" + strings.Join(parts, " ") + "]"
}

// answerObjects is an answer as JSON, an object a line; a table that is refused
// is one object with the reason.
func answerObjects(r *run, a *app.Answer) []object {
	out := []object{}
	for i := range a.Tables {
		t := &a.Tables[i]
		if t.Why != "" {
			o := tableObject(t)
			o.put("why", app.Reasons([]string{t.Why}, r.Lang))
			out = append(out, o)
		}
		for _, l := range t.Lines {
			o := tableObject(t)
			o.put("line", string(l.Kind))
			for n, d := range t.By {
				if n < len(l.Keys) {
					o.put(string(d), l.Keys[n])
				}
			}
			if t.OfRecords {
				o.put("of", string(l.Of.ID))
				o.put("at", l.At.String())
			}
			if l.Count > 0 {
				o.put("items", l.Count)
			}
			if l.Stated {
				o.put("stated", true)
			}
			why, notes := object{}, object{}
			for n, key := range a.Question.Measures {
				res := l.Results[n]
				o.put(key, plainOrNil(res.Figure.Value))
				if len(res.Reasons) > 0 {
					why.put(key, app.Reasons(res.Reasons, r.Lang))
				}
				if len(res.Notes) > 0 {
					notes.put(key, app.Reasons(res.Notes, r.Lang))
				}
			}
			if len(why.keys) > 0 {
				o.put("why", why)
			}
			if len(notes.keys) > 0 {
				o.put("notes", notes)
			}
			out = append(out, o)
		}
	}
	return out
}

func tableObject(t *app.AnswerTable) object {
	o := object{}
	if t.OfRecords {
		return o
	}
	if t.Flow != "" {
		o.put("flow", string(t.Flow))
	}
	for _, f := range [][2]string{
		{"reporter", t.Split.Reporter},
		{"currency", t.Split.Currency},
		{"basis", t.Split.Basis},
		{"classification", t.Split.Classification},
		{"frequency", t.Split.Frequency},
		{"period", t.Period.String()},
	} {
		o.put(f[0], f[1])
	}
	if t.Split.Area != "" {
		o.put("area", t.Split.Area)
	}
	if t.Base.Kind != briefing.NoPeriod {
		o.put("base", t.Base.String())
	}
	return o
}
