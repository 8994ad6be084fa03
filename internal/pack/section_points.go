package pack

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

func itoa(n int) string { return strconv.Itoa(n) }

// objectives are ours, theirs (an estimate) and the red lines. The partner's
// snapshot has none of them.
func (b *builder) objectives() *document.Section {
	s := &document.Section{NewPage: true}
	items := 0
	for _, kind := range []string{"objective", "their-objective", "red-line"} {
		if p := b.points3(kind); len(p.Items) > 0 {
			items += len(p.Items)
			s.Blocks = append(s.Blocks, document.Heading{Text: b.t("objectives." + kind), Level: 2}, p)
		}
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	s.Joins = items <= fewItems
	return s
}

// fewItems is how many items of a section are too few for a page of their own:
// they go on under what stands before, where there is room.
const fewItems = 4

// statementWidth leaves the table of figures the larger part of the page.
const statementWidth = 82

// besideStatements is how many columns a table of figures may have to stand beside
// the statements; one with more languages takes the width of the page.
const besideStatements = 3

// points are what is to be said: talking points with their order of use, the
// statement as изложение, figures for the interpreter, questions and answers.
func (b *builder) points() *document.Section {
	s := &document.Section{NewPage: true}
	items, before := 0, b.citations
	if p := b.talkingPoints(); len(p.Items) > 0 {
		items += len(p.Items)
		s.Blocks = append(s.Blocks, p)
	}
	statements, figures := b.statements(), b.interpreterFigures()
	items += len(statements) / 2 // each under its heading
	switch {
	case len(statements) > 0 && len(figures.Rows) > 0 && len(figures.Columns) > besideStatements:
		s.Blocks = append(append(s.Blocks, statements...), b.table(figures))
	case len(statements) > 0 && len(figures.Rows) > 0:
		s.Blocks = append(s.Blocks, document.Columns{LeftWidth: statementWidth, Left: statements, Right: []document.Block{b.table(figures)}})
	case len(statements) > 0:
		s.Blocks = append(s.Blocks, statements...)
	case len(figures.Rows) > 0:
		s.Blocks = append(s.Blocks, b.table(figures))
	}
	if qa := b.answers(); len(qa) > 0 {
		items += len(qa)
		half := (len(qa) + 1) / 2
		s.Blocks = append(s.Blocks, document.Heading{Text: b.t("points.qa"), Level: 2})
		if len(qa) > 1 {
			s.Blocks = append(s.Blocks, document.Columns{Left: qa[:half], Right: qa[half:]})
		} else {
			s.Blocks = append(s.Blocks, qa...)
		}
	}
	for _, m := range b.messages("press-line") {
		if runs, ok := b.field(m, "body"); ok && len(runs) > 0 {
			s.Blocks = append(s.Blocks, document.Note{Title: b.t("points.press"), Runs: slices.Concat(b.kept(m), runs, b.tail(b.messageSources(m)))})
		}
	}
	if len(s.Blocks) == 0 {
		return nil
	}
	if b.citations > before { // a section without a mark has nothing to explain
		s.Deck = b.sourcedDeck("points.deck")
	}
	s.Joins = items <= fewItems && len(figures.Rows) <= fewItems
	return s
}

func (b *builder) talkingPoints() document.Points { return b.pointsOf(b.messages("talking-point")) }

// speakable are the talking points that are ready to be said: what is for
// reference, or holds a figure that is, stays in the pack.
func (b *builder) speakable() []*briefing.Message {
	return slices.DeleteFunc(b.messages("talking-point"), func(m *briefing.Message) bool {
		return m.Use == briefing.Reference || m.Use == briefing.Internal || slices.ContainsFunc(briefing.Bindings(m.Body.In(b.l)), func(id briefing.ID) bool {
			f, ok := b.s.Fact(id)
			return ok && (f.Use == briefing.Reference || f.Use == briefing.Internal)
		})
	})
}

func (b *builder) pointsOf(messages []*briefing.Message) document.Points {
	var p document.Points
	for _, m := range messages {
		runs, ok := b.field(m, "body")
		if !ok || len(runs) == 0 {
			continue
		}
		ref := m.Ref()
		tag := ""
		if b.s.Audience != briefing.Partner && m.Use != "" {
			tag = lang.Enum(b.l, "use", string(m.Use))
		}
		p.Items = append(p.Items, document.Point{Number: itoa(len(p.Items) + 1), Runs: runs, Tag: tag, Tail: b.refText(b.messageSources(m)...), Origin: &ref})
	}
	return p
}

// statements sets quotations; words that are not literal are изложение and
// carry no quotation marks (pack.md §4).
func (b *builder) statements() []document.Block {
	var out []document.Block
	speaker, literal := briefing.ID(""), false
	for _, m := range b.messages("quotation") {
		runs, ok := b.field(m, "body")
		if !ok || len(runs) == 0 {
			continue
		}
		if len(out) == 0 || m.Speaker != speaker || m.Quoted != literal {
			out = append(out, document.Heading{Text: b.statementHead(m), Level: 3})
			speaker, literal = m.Speaker, m.Quoted
		}
		if m.Quoted {
			runs = append(append([]document.Run{{Text: b.t("quote.open")}}, runs...), document.Run{Text: b.t("quote.close")})
		}
		ref := m.Ref()
		if orig := b.original(m); orig != "" {
			runs = append(runs, document.Run{Text: "\n" + orig, Italic: true})
		}
		src := b.messageSources(m)
		day := b.published(src)
		if m.Published != "" { // the words' own day, not that of who printed them
			day = lang.Stamp(b.l, m.Published[:min(len(m.Published), 10)])
		}
		if said := b.commas(b.refText(src...), day); said != "" {
			runs = append(runs, document.Run{Text: "\n" + said, Small: true, Tone: document.Secondary})
		}
		out = append(out, document.Paragraph{Style: document.Quote, Runs: runs, Origin: &ref})
	}
	return out
}

func (b *builder) statementHead(m *briefing.Message) string {
	who := ""
	if p, ok := b.s.Person(m.Speaker); ok {
		who = b.spaced(b.posts(p), b.fullName(p))
		if b.l == briefing.EN {
			who = b.commas(b.posts(p), b.fullName(p))
		}
	}
	if m.Quoted {
		return b.colon(b.t("points.quotation"), who)
	}
	return b.colon(b.t("points.statement"), who)
}

// fullName is a speaker's name as it is recorded.
func (b *builder) fullName(p *briefing.Person) string {
	return first(b.in(p.Name), b.shortName(p))
}

// original is a quotation in the speaker's own words, where the page has a
// translation of it.
func (b *builder) original(m *briefing.Message) string {
	own := strings.TrimSpace(m.Original)
	if own == "" || !m.Quoted || m.OriginalLang == string(b.l) || own == strings.TrimSpace(m.Body.In(b.l)) {
		return ""
	}
	return b.colon(b.t("points.original"), b.t("quote.open")+own+b.t("quote.close"))
}

// published is the day on which all of the sources were published, empty when
// they differ.
func (b *builder) published(ids []briefing.ID) string {
	day := ""
	for i, id := range ids {
		src, ok := b.s.Source(id)
		if !ok {
			continue
		}
		d := lang.Stamp(b.l, src.Published[:min(len(src.Published), 10)])
		if i > 0 && d != day {
			return ""
		}
		day = d
	}
	return day
}

// langs are the languages of the pack, the document's own with them.
func (b *builder) langs() []briefing.Lang {
	all := Languages(&b.s.Pack)
	if !slices.Contains(all, b.l) {
		all = append(all, b.l)
	}
	return all
}

// interpretedInto are the languages that figures are said in beside the document's:
// all others of the pack. Chinese stands first, since 万 and 亿 are where interpreters
// slip; a card has room for one only, and to other readers than the interpreter one is
// a reminder.
func (b *builder) interpretedInto() []briefing.Lang {
	var out []briefing.Lang
	for _, l := range []briefing.Lang{briefing.ZH, briefing.RU, briefing.EN} {
		if l != b.l && slices.Contains(b.langs(), l) {
			out = append(out, l)
		}
	}
	if (b.o.Form == FormCard || b.s.Audience != briefing.Interpreter) && len(out) > 1 {
		out = out[:1]
	}
	return out
}

// interpretedTo is the first of them; empty where there is none.
func (b *builder) interpretedTo() briefing.Lang {
	if all := b.interpretedInto(); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (b *builder) answers() []document.Block {
	var out []document.Block
	for _, m := range b.messages("qa") {
		answer, ok := b.field(m, "answer")
		if !ok || len(answer) == 0 {
			continue
		}
		ref := m.Ref()
		question, ok := b.field(m, "title")
		if !ok {
			continue
		}
		for i := range question {
			question[i].Bold = true
		}
		if n := len(question); n > 0 {
			question[n-1].Text += "\n"
		} else {
			question = []document.Run{{Text: "\n", Bold: true}}
		}
		out = append(out, document.Paragraph{Style: document.Text, Origin: &ref, Runs: slices.Concat(question, b.kept(m), answer, b.tail(b.messageSources(m)))})
	}
	return out
}

// kept says of words that are ready to be read out that they are not to be:
// «не озвучивать». What may be said needs no mark among answers.
func (b *builder) kept(m *briefing.Message) []document.Run {
	if b.s.Audience == briefing.Partner || m.Use == "" || m.Use == briefing.Aloud {
		return nil
	}
	tone := document.Secondary
	if m.Use == briefing.Internal {
		tone = document.Bad
	}
	return []document.Run{{Text: lang.Enum(b.l, "use", string(m.Use)) + b.t("word.colon"), Bold: true, Tone: tone}}
}
