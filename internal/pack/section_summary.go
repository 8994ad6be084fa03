package pack

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// summary is the one page that is read in the car: headline figures, three
// messages, open questions, and what is still to be clarified.
func (b *builder) summary() *document.Section {
	s := b.decked(document.Section{NewPage: true}, "summary_deck")
	if k := b.keyFigures(); len(k.Items) > 0 {
		s.Blocks = append(s.Blocks, k)
	}
	s.Blocks = append(s.Blocks, b.tradeHeadlines(b.headlines(), true)...)
	left := b.points3("key-message")
	right := b.questions()
	switch {
	case len(left.Items) > 0 && len(right) > 0:
		s.Blocks = append(s.Blocks, document.Columns{
			LeftWidth: 109,
			Left:      []document.Block{document.Heading{Text: b.t("summary.messages"), Level: 2}, left},
			Right:     append([]document.Block{document.Heading{Text: b.t("summary.questions"), Level: 2}}, right...),
		})
	case len(left.Items) > 0:
		s.Blocks = append(s.Blocks, document.Heading{Text: b.t("summary.messages"), Level: 2}, left)
	case len(right) > 0:
		s.Blocks = append(s.Blocks, document.Heading{Text: b.t("summary.questions"), Level: 2})
		s.Blocks = append(s.Blocks, right...)
	}
	if t, ok := b.openTable(); ok {
		s.Blocks = append(s.Blocks, t)
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// headlines are the facts marked as such, five at most, in their order.
func (b *builder) headlines() []*briefing.Fact {
	var fs []*briefing.Fact
	for _, f := range b.s.Headlines() {
		if b.inPack(f) && (f.Figure().Value.Valid || f.Contested()) {
			fs = append(fs, f)
		}
	}
	return fs[:min(len(fs), 5)]
}

func (b *builder) keyFigures() document.KeyFigures {
	var k document.KeyFigures
	used := map[document.Sign]bool{}
	for _, f := range b.headlines() {
		item := b.keyFigure(f)
		used[item.Sign] = true
		k.Items = append(k.Items, item)
	}
	k.Legend = b.signLegend(used)
	return k
}

// signLegend explains the signs that are used.
func (b *builder) signLegend(used map[document.Sign]bool) (out []document.KeyLegend) {
	for _, sign := range []struct {
		sign document.Sign
		key  string
	}{
		{document.SignRise, "rise"},
		{document.SignFall, "fall"},
		{document.SignPlan, "plan"},
		{document.SignForecast, "forecast"},
		{document.SignEstimate, "estimate"},
		{document.SignNoBase, "no_base"},
	} {
		if used[sign.sign] {
			out = append(out, document.KeyLegend{Sign: sign.sign, Text: b.t("sign." + sign.key)})
		}
	}
	if len(out) == 1 && out[0].Sign == document.SignNoBase { // each figure says it in the same words
		return nil
	}
	return out
}

// headlineStyle rounds a headline to four significant digits; in Chinese,
// where 万 and 亿 shift the number, it is printed whole.
func headlineStyle(l briefing.Lang) lang.NumberStyle {
	if l == briefing.ZH {
		return lang.AsIs()
	}
	return lang.NumberStyle{Decimals: -1, Significant: 4}
}

func (b *builder) keyFigure(f *briefing.Fact) document.KeyFigure {
	if f.Contested() {
		return b.contestedFigure(f, b.commas(b.subject(f), lang.Period(b.l, f.Period())))
	}
	c, _ := f.Claim()
	parts := lang.FigurePartsIn(b.l, c.Figure, headlineStyle(b.l))
	ref := f.Ref()
	item := document.KeyFigure{
		Number: parts.Number, Unit: parts.Unit, Origin: &ref,
		Word: b.spaced(b.natureWord(f, c.Figure), parts.Word),
		What: b.commas(b.subject(f), lang.Period(b.l, c.Period)),
	}
	if item.Word == "" {
		item.Word = b.t("nature.fact")
	}
	if nums := b.refText(b.sourcesOf(f)...); nums != "" {
		item.Source = b.t("word.source_line", nums)
	}
	if f.Sample {
		item.Stamp = b.t("word.sample")
	}
	change, comparator := lang.Change(b.l, c), b.boundText(f.Comparator)
	switch {
	case change == "" || c.ChangeBase.Kind == briefing.NoPeriod:
	case b.l == briefing.ZH && c.ChangeBase == c.Period.YearBefore():
		change = b.t("change.year", change) // 同比 says the base by itself
	default:
		change = b.onBase(change, c.ChangeBase)
	}
	switch {
	case f.Nature == briefing.NaturePlan:
		item.Sign, item.Change = document.SignPlan, first(comparator, b.t("sign.plan"))
	case c.Figure.Status == briefing.Forecast || f.Nature == briefing.NatureEstimate && !b.over(c.Period):
		item.Sign = document.SignForecast
		item.Change = b.semis(b.t("sign.forecast"), b.qualified(change, comparator))
	case change != "":
		item.Sign = document.SignRise
		if c.Change.Decimal.IsNeg() {
			item.Sign = document.SignFall
		}
		item.Change = b.qualified(change, comparator)
	default:
		item.Sign, item.Change = document.SignNoBase, first(comparator, b.t("sign.no_base"))
	}
	return item
}

// qualified is a change with what the source says of it, «+36 % по стоимости»: in
// Chinese that stands before it.
func (b *builder) qualified(change, comparator string) string {
	if b.l == briefing.ZH && change != "" {
		return comparator + change
	}
	return b.spaced(change, comparator)
}

// natureWord is the word that keeps a plan a plan: «план», «ожидалось».
func (b *builder) natureWord(f *briefing.Fact, fig briefing.Figure) string {
	switch {
	case f.Nature == briefing.NaturePlan:
		return b.t("nature.plan")
	case fig.Status == briefing.Forecast:
		return b.t("nature.expected")
	case f.Nature == briefing.NatureEstimate || fig.Status == briefing.Estimated:
		return b.t("nature.estimate")
	}
	return ""
}

// subject is what a figure is about: the statement up to the number of words
// that a headline can hold is the compiler's business, so it is printed whole.
func (b *builder) subject(f *briefing.Fact) string {
	return first(b.in(f.Product), b.boundText(f.Statement))
}

// messages lists the messages of a kind in their order.
func (b *builder) messages(kinds ...string) []*briefing.Message {
	var out []*briefing.Message
	for _, m := range b.s.Messages {
		if slices.Contains(kinds, m.Kind) {
			out = append(out, m)
		}
	}
	place := func(m *briefing.Message) int { // one without a number stands behind those that have one
		if m.Order == 0 {
			return math.MaxInt
		}
		return m.Order
	}
	slices.SortStableFunc(out, func(x, y *briefing.Message) int { return cmp.Compare(place(x), place(y)) })
	return out
}

func (b *builder) points3(kind string) document.Points {
	var p document.Points
	for _, m := range b.messages(kind) {
		runs, ok := b.field(m, "body")
		title, okTitle := b.field(m, "title")
		if !ok || !okTitle || len(title) == 0 {
			continue
		}
		ref := m.Ref()
		if nums := b.refs(b.messageSources(m)...); len(nums) > 0 {
			runs = append(append(runs, document.Run{Text: "\u00a0"}), nums...)
		}
		p.Items = append(p.Items, document.Point{
			Number: fmt.Sprint(len(p.Items) + 1), Title: document.RunsText(title), TitleRuns: title, Runs: runs, Origin: &ref,
		})
	}
	return p
}

// over reports whether a period has ended by the pack's moment: an estimate of it
// is no forecast.
func (b *builder) over(p briefing.Period) bool {
	end := p.End()
	return !end.IsZero() && !b.s.AsOf.IsZero() && !end.After(b.s.AsOf)
}

// messageSources are the message's own sources, those of its facts, and those of the
// figures that its texts hold.
func (b *builder) messageSources(m *briefing.Message) []briefing.ID {
	return append(b.ownSources(m), b.textSources(m.Title.In(b.l), m.Body.In(b.l), m.Answer.In(b.l))...)
}

// ownSources are the sources that a message names, and those of its facts.
func (b *builder) ownSources(m *briefing.Message) []briefing.ID {
	ids := slices.Clone(m.Sources)
	for _, id := range m.Facts {
		if f, ok := b.s.Fact(id); ok && b.inPack(f) {
			ids = append(ids, b.sourcesOf(f)...)
		}
	}
	return ids
}

// textSources are the sources of the figures that texts hold.
func (b *builder) textSources(texts ...string) (ids []briefing.ID) {
	for _, text := range texts {
		ids = append(ids, b.dataSources(text)...)
		for _, id := range briefing.Bindings(text) {
			if f, ok := b.s.Fact(id); ok {
				ids = append(ids, b.sourcesOf(f)...)
			}
		}
	}
	return ids
}

func (b *builder) questions() []document.Block {
	var out []document.Block
	for _, m := range b.messages("open-question") {
		title, ok := b.field(m, "title")
		if !ok || len(title) == 0 {
			continue
		}
		for i := range title {
			title[i].Bold = true
		}
		runs := append(title, document.Run{Text: " "})
		if body, ok := b.field(m, "body"); ok {
			runs = append(runs, body...)
		}
		ref := m.Ref()
		out = append(out, document.Paragraph{
			Style: document.Text, Origin: &ref, Runs: runs,
		})
	}
	return out
}

// openRows is how many open matters the one page can hold; the others stand
// at the end of the event.
const openRows = 5

// openFacts are the facts with something to be clarified: headlines first,
// then what may be said aloud, then the rest.
func (b *builder) openFacts() []*briefing.Fact {
	fs := b.facts(func(f *briefing.Fact) bool { return b.boundText(f.Open) != "" })
	weight := func(f *briefing.Fact) int {
		switch {
		case f.Headline > 0:
			return 0
		case f.Use == briefing.Aloud:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(fs, func(x, y *briefing.Fact) int { return weight(x) - weight(y) })
	return fs
}

// openTable is «Требует уточнения»: in neutral words, without advice.
func (b *builder) openTable() (document.Table, bool) {
	t := document.Table{
		Title: b.t("summary.open"),
		Columns: []document.Column{
			{Key: "what", Title: b.t("col.what"), Weight: 1},
			{Key: "open", Title: b.t("col.open"), Weight: 2},
			{Key: "source", Title: b.t("col.source"), Weight: 0.4},
		},
	}
	facts := b.openFacts()
	for _, f := range facts[:min(len(facts), openRows)] {
		ref := f.Ref()
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.subjectCell(f), b.shows(document.Txt(b.boundText(f.Open)), f, "open"), {Runs: b.refs(b.sourcesOf(f)...)},
		}})
	}
	if len(t.Rows) == 0 {
		return t, false
	}
	t.Source = b.sourceLine(nil)
	return b.table(t), true
}

// openRest is what the table of the one page has no room for.
func (b *builder) openRest() (document.Note, bool) {
	facts := b.openFacts()
	var parts []string
	for _, f := range facts[min(len(facts), openRows):] {
		parts = append(parts, b.colon(b.subject(f), lowerFirst(b.boundText(f.Open), b.l)))
	}
	if len(parts) == 0 {
		return document.Note{}, false
	}
	return document.Note{Title: b.openTitle(), Runs: document.Plain(b.closed(join(b.t("word.full_stop")+b.gap(), parts...)))}, true
}

// openTitle is what stands before the open matters where they are a note.
func (b *builder) openTitle() string { return b.t("summary.open") + b.t("word.full_stop") }

// lowerFirst continues a sentence with a text that began one.
func lowerFirst(s string, l briefing.Lang) string {
	r := []rune(s)
	if l != briefing.RU || len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
