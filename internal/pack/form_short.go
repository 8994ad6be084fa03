package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// What the short forms hold at most, so that they stay short.
const (
	factsheetCharts = 2
	factsheetRows   = 4 // of agreements
	factsheetPeople = 2
	factsheetOpen   = 2
	factsheetPlot   = 78 // height of a chart's plot in points
	cardPoints      = 5
	cardFigures     = 6
	cardLeast       = 3 // figures that stay when there is no room for all
	cardOpen        = 1
	cardPeople      = 3
)

// formSide says of a short form as of when it is and for whom.
func (b *builder) formSide() []string {
	var out []string
	if line := b.asOfLine(); line != "" {
		out = append(out, line)
	}
	who := lang.Enum(b.l, "audience", b.s.Audience.String())
	switch b.s.Audience {
	case briefing.Partner:
		return out // he knows who he is, and is not told what we call him
	case briefing.Leader:
		who = first(b.in(b.s.Pack.ForWhom), who)
	}
	return append(out, b.colon(b.t("cover.for_whom"), who))
}

// chartsFor takes the first chart of each of the sections on trade, structure
// and facilities: of a series that somebody made, else of the newest of the
// imported rows. Their numbers belong to the pack and are left out; of the
// sources of these sections only those of the charts are cited.
func (b *builder) chartsFor(most int) []document.Block {
	var out []document.Block
	for _, build := range [][]func(*builder) []document.Block{
		{(*builder).tradeSeries, (*builder).newestCourse, blocksOf((*builder).trade)},
		{(*builder).structureSeries, (*builder).newestGoods, blocksOf((*builder).structure)},
		{blocksOf((*builder).facilities)},
	} {
		if len(out) == most {
			break
		}
		for _, part := range build {
			apart := b.apart()
			c, ok := firstChart(part(apart))
			if !ok {
				continue
			}
			c.Label, c.Source = "", ""
			if nums := b.refText(apart.chartSources[c.ID]...); nums != "" {
				c.Source = b.closed(b.t("word.source_line", nums))
				if strings.Count(nums, "[") > 1 {
					c.Source = b.closed(b.t("word.sources_line", nums))
				}
			}
			if c.Kind == document.Bars || c.Kind == document.Grouped || c.Kind == document.Waterfall {
				c.Height = factsheetPlot // the height of the others follows their rows
			}
			out = append(out, c)
			break
		}
	}
	return out
}

func blocksOf(build func(*builder) *document.Section) func(*builder) []document.Block {
	return func(b *builder) []document.Block {
		if s := build(b); s != nil {
			return s.Blocks
		}
		return nil
	}
}

func (b *builder) tradeSeries() []document.Block { return b.seriesBlocks("trade") }

func (b *builder) structureSeries() []document.Block { return b.seriesBlocks("structure") }

// newestCourse is the newest flow by its months, or by years.
func (b *builder) newestCourse() []document.Block {
	t, ok := b.newest()
	if !ok {
		return nil
	}
	st := t.either()
	if st.stepped {
		return b.stepBlocks(st.view, st.steps)
	}
	return b.flowBlocks(st.view)
}

// newestGoods is what the newest flow is made of.
func (b *builder) newestGoods() []document.Block {
	t, ok := b.newest()
	if !ok {
		return nil
	}
	of := t.either().view
	for _, v := range b.goodsViews() {
		if v.filter.Flow != of.filter.Flow || v.filter.Partner != of.filter.Partner || *v.filter.Split != of.split {
			continue
		}
		if groups, ok, err := b.byChapter(v, v.filter); err == nil && ok && len(groups) > 1 {
			return b.chapterBlocks(v, groups)
		}
	}
	return nil
}

func firstChart(blocks []document.Block) (document.Chart, bool) {
	for _, block := range blocks {
		switch v := block.(type) {
		case document.Chart:
			return v, true
		case document.Columns:
			for _, side := range [][]document.Block{v.Left, v.Right} {
				if c, ok := firstChart(side); ok {
					return c, true
				}
			}
		}
	}
	return document.Chart{}, false
}

// partnershipBlocks are what is agreed, and who speaks for the other side.
func (b *builder) partnershipBlocks(rows, people int) []document.Block {
	t := document.Table{Columns: []document.Column{
		{Key: "what", Title: b.t("col.what"), Weight: 1.2},
		{Key: "when", Title: b.t("col.state"), Weight: 1},
	}}
	more := 0
	for _, a := range b.s.Agreements {
		title := b.in(a.Title)
		switch {
		case title == "":
		case len(t.Rows) == rows:
			more++
		default:
			ref := a.Ref()
			state := b.commas(lang.Enum(b.l, "agreement_status", a.Status), lang.Period(b.l, a.Signed))
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{b.shows(document.Txt(title), a, "title"), document.Txt(state)}})
		}
	}
	if more > 0 {
		t.Rows = append(t.Rows, document.Row{Kind: document.MemoRow, Cells: []document.Cell{document.Txt(b.t("card.more", more)), document.Txt("")}})
	}
	out := []document.Block{document.Heading{Text: b.t("factsheet.partnership"), Level: 2}}
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	if runs := b.interlocutors(people); len(runs) > 0 {
		out = append(out, document.Paragraph{Style: document.Small, Runs: runs})
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// namesOf is the name in the pack's language with the other scripts.
func (b *builder) namesOf(p *briefing.Person) string {
	name := b.in(p.Name)
	var others []string
	for _, l := range b.langs() {
		if s := p.Name.In(l); l != b.l && s != "" && s != name {
			others = append(others, s)
		}
	}
	if len(others) == 0 {
		return name
	}
	return b.spaced(name, b.t("word.in_brackets", b.commas(others...)))
}

// openNote is «Требует уточнения» as one paragraph.
func (b *builder) openNote(most int) (document.Note, bool) {
	var parts []string
	facts := b.openFacts()
	for _, f := range facts[:min(len(facts), most)] {
		parts = append(parts, b.closed(b.colon(b.subject(f), lowerFirst(b.boundText(f.Open), b.l))))
	}
	if len(parts) == 0 {
		return document.Note{}, false
	}
	if more := len(facts) - most; more > 0 {
		parts = append(parts, b.closed(b.sentence(b.t("card.more", more))))
	}
	return document.Note{
		Framed: true, Title: b.openTitle(),
		Runs: document.Plain(b.spaced(parts...)),
	}, true
}

// card is the pocket card: what to say, figures in two languages, whom one
// speaks with. It carries no numbers of sources: there is no register in a
// pocket.
func (b *builder) card() *document.Section {
	s := &document.Section{Bare: true, Title: b.t("section.card")}
	var back []document.Block
	points := b.pointsOf(b.speakable())
	for i := range points.Items {
		points.Items[i].Tag, points.Items[i].Tail = "", ""
	}
	figures := b.cardFigures()
	figures.Title, figures.Source = "", ""
	behind := func(open, people int) (out []document.Block) {
		if n, ok := b.openNote(open); ok {
			out = append(out, n)
		}
		if runs := b.interlocutors(people); len(runs) > 0 {
			out = append(out, document.Paragraph{Style: document.Small, Runs: runs})
		}
		return out
	}
	open, people := len(b.openFacts()), len(b.otherPeople())
	back = behind(open, people)
	if len(points.Items)+len(figures.Rows)+len(back) == 0 {
		return nil
	}
	head := document.Banner{Title: b.t("card.title"), Subtitle: first(b.s.Pack.ShortTitle.In(b.l), b.in(b.s.Pack.Title))}
	if !b.s.AsOf.IsZero() {
		head.Side = []string{lang.Moment(b.l, b.s.AsOf)}
	}
	// What to say stands on the front as far as there is room, the figures on the back.
	front := func(most int) []document.Block {
		out := []document.Block{head}
		if len(points.Items) > 0 {
			said := points
			said.Items = points.Items[:most]
			out = append(out, said)
		}
		if more := len(points.Items) - most; more > 0 {
			out = append(out, document.Paragraph{Style: document.Small, Runs: document.Plain(b.t("card.more", more))})
		}
		if len(figures.Rows) > 0 && len(points.Items) > 2 {
			out = append(out, document.PageBreak{})
		}
		return out
	}
	with := func(most, rows int) []document.Block {
		if rows == 0 {
			return slices.Concat(front(most), back)
		}
		t := figures
		t.Rows = t.Rows[:rows]
		return slices.Concat(front(most), []document.Block{t}, back)
	}
	// A card has two sides: as many figures as there is room for, then people, then
	// what is open; points give way last.
	var all [][]document.Block
	for most := len(points.Items); most >= min(cardPoints, len(points.Items)); most-- {
		for n := len(figures.Rows); n >= min(cardLeast, len(figures.Rows)); n-- {
			for o := open; o > cardOpen; o-- {
				back = behind(o, people)
				all = append(all, with(most, n))
			}
			for p := people; p >= min(cardPeople, people); p-- {
				back = behind(cardOpen, p)
				all = append(all, with(most, n))
			}
		}
	}
	s.Blocks, s.Tighter = all[0], all[1:]
	return s
}

// otherPeople are the people of the sides that are not the reader's own, by rank.
func (b *builder) otherPeople() []*briefing.Person {
	own := b.s.Pack.Reporter
	if b.s.Audience == briefing.Partner {
		own = b.s.Pack.Partner
	}
	var out []*briefing.Person
	for _, side := range b.sides() {
		if side.country != own {
			out = append(out, side.people...)
		}
	}
	return out
}

// interlocutors name the other side's people by rank, with form of address.
func (b *builder) interlocutors(most int) []document.Run {
	var names []string
	people := b.otherPeople()
	for _, p := range people[:min(len(people), most)] {
		names = append(names, b.commas(b.namesOf(p), b.placedPosts(p)))
	}
	if more := len(people) - most; more > 0 {
		names = append(names, b.t("card.more_people", more))
	}
	if len(names) == 0 {
		return nil
	}
	return []document.Run{{Text: b.t("card.people") + " ", Bold: true}, {Text: b.closed(b.semis(names...))}}
}

// answersForm is the defence: questions and answers with their sources, the
// press line, what is open.
func (b *builder) answersForm() *document.Section {
	s := &document.Section{Bare: true, Title: b.t("section.qa")}
	s.Blocks = append(s.Blocks, b.answers()...)
	for _, m := range b.messages("press-line") {
		if runs, ok := b.field(m, "body"); ok && len(runs) > 0 {
			s.Blocks = append(s.Blocks, document.Note{Title: b.t("points.press"), Runs: append(runs, b.tail(b.messageSources(m))...)})
		}
	}
	if open := b.questions(); len(open) > 0 {
		s.Blocks = append(append(s.Blocks, document.Heading{Text: b.t("summary.questions"), Level: 2}), open...)
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	s.Blocks = append([]document.Block{document.Banner{
		Filled: true, Kicker: s.Title, Title: first(b.s.Pack.ShortTitle.In(b.l), b.in(b.s.Pack.Title)), Subtitle: b.in(b.s.Pack.Subtitle),
		Side: b.formSide(),
	}}, s.Blocks...)
	return s
}
