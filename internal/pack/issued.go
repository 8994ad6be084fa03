package pack

import (
	"fmt"
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Issued is a pack that its readers have: the snapshot it was made of, taken
// for the same audience.
type Issued struct {
	Snapshot *project.Snapshot
	Number   int // of the issue, 0 when none was given
	// Kept is false when no issue was kept: the snapshot is then today's project
	// as of the main pack's moment.
	Kept bool
}

// keepNumbers gives sources the numbers that they had in the packs issued
// before, the oldest first, and new sources the numbers after those: a reader
// who was told of [11] finds the same material under it.
func (b *builder) keepNumbers(since []Issued) {
	had, last := map[briefing.ID]string{}, 0
	number := func(list []briefing.ID, labels map[briefing.ID]string) {
		for _, id := range list {
			if _, err := strconv.Atoi(labels[id]); err != nil || had[id] != "" {
				continue // the compiler's own numbers are on his sheet only
			}
			last++
			had[id] = fmt.Sprint(last)
		}
	}
	for _, i := range since {
		old := &builder{s: i.Snapshot, l: b.l, labels: map[briefing.ID]string{}}
		old.numberSources()
		number(old.order, old.labels)
	}
	number(b.order, b.labels)
	at := func(id briefing.ID) int {
		if n, err := strconv.Atoi(b.labels[id]); err == nil {
			return n
		}
		return 1 << 20 // behind
	}
	for _, id := range b.order {
		if had[id] != "" {
			b.labels[id] = had[id]
		}
	}
	slices.SortStableFunc(b.order, func(x, y briefing.ID) int { return at(x) - at(y) })
}

// printed is a pack as its readers see it: its sections, where each record is
// printed, and the builder that words it.
type printed struct {
	*builder
	sections []document.Section
	where    map[briefing.Ref][]string // keys of sections, in their order
}

// printedPack builds the whole pack of a snapshot for the comparison of two.
func printedPack(s *project.Snapshot, l briefing.Lang, since []Issued) (*printed, error) {
	b, err := newBuilder(s, nil, Options{Lang: l, Form: FormPack, Since: since})
	if err != nil {
		return nil, err
	}
	p := &printed{builder: b, where: map[briefing.Ref][]string{}}
	p.sections = b.sections()
	for _, sec := range p.sections {
		origins(sec.Blocks, func(ref briefing.Ref) {
			if !slices.Contains(p.where[ref], sec.Key) {
				p.where[ref] = append(p.where[ref], sec.Key)
			}
		})
	}
	return p, nil
}

// origins tells of each record that blocks were made from.
func origins(blocks []document.Block, tell func(briefing.Ref)) {
	note := func(ref *briefing.Ref) {
		if ref != nil {
			tell(*ref)
		}
	}
	var runs func(list []document.Run)
	runs = func(list []document.Run) {
		for _, r := range list {
			note(r.Origin)
			runs(r.Note)
		}
	}
	for _, block := range blocks {
		switch v := block.(type) {
		case document.Paragraph:
			note(v.Origin)
			runs(v.Runs)
		case document.Note:
			runs(v.Runs)
		case document.KeyFigures:
			for _, k := range v.Items {
				note(k.Origin)
			}
		case document.Points:
			for _, p := range v.Items {
				note(p.Origin)
				runs(p.Runs)
			}
		case document.Columns:
			origins(v.Left, tell)
			origins(v.Right, tell)
		case document.Table:
			for _, r := range v.Rows {
				note(r.Origin)
				for _, c := range r.Cells {
					note(c.Origin)
					runs(c.Runs)
				}
			}
		case document.Chart:
			for _, s := range v.Series {
				for _, p := range s.Points {
					note(p.Origin)
				}
			}
		}
	}
}

// saying is one thing that the pack says of a record: under which name, and what.
type saying struct{ label, text string }

// sayings are what the pack prints of a record, in the pack's language. What
// its reader may not see is empty in the snapshot and says nothing.
func (b *builder) sayings(r briefing.Record) []saying {
	kind := r.Ref().Kind
	var out []saying
	say := func(label, text string) { out = append(out, saying{lang.Label(b.l, kind, label), text}) }
	texts := func(pairs ...any) {
		for i := 0; i+1 < len(pairs); i += 2 {
			say(pairs[i].(string), b.boundText(pairs[i+1].(briefing.Text)))
		}
	}
	switch v := r.(type) {
	case *briefing.Pack:
		texts("title", v.Title, "subtitle", v.Subtitle, "place", v.Place, "for_whom", v.ForWhom,
			"prepared_by", v.PreparedBy, "approved_by", v.ApprovedBy,
			"summary_deck", v.SummaryDeck, "trade_deck", v.TradeDeck, "hub_deck", v.HubDeck)
	case *briefing.Source:
		texts("title", v.Title, "publisher", v.Publisher)
		say("published", lang.Stamp(b.l, v.Published))
		say("address", v.Address)
	case *briefing.Event:
		texts("title", v.Title)
		say("when", lang.Period(b.l, v.When))
		say("clock", b.spaced(lang.Clock(b.l, v.Clock), b.dayPartWord(v)))
		texts("place", v.Place, "format", v.Format, "outcome", v.Outcome)
		say("status", lang.Enum(b.l, "event_status", v.Status))
		say("participants", b.people2(v))
	case *briefing.Person:
		say("name", b.namesOf(v))
		say("posts", b.placedPosts(v))
		say("stress", v.Stress)
		say("last_met", lang.Period(b.l, v.LastMet))
	case *briefing.Organisation:
		texts("name", v.Name)
	case *briefing.Agreement:
		texts("title", v.Title)
		say("status", b.agreementState(v))
		say("signed", b.signedOn(v))
		say("parties", b.parties(v))
		texts("subject", v.Subject)
		say("milestones", b.milestonesSaid(v))
	case *briefing.Facility:
		texts("name", v.Name, "place", v.Place, "about", v.About)
	case *briefing.Series:
		texts("title", v.Title, "message", v.Message, "caption", v.Caption, "body", v.Body, "caveat", v.Caveat)
	case *briefing.Message:
		texts("title", v.Title)
		if v.Asks() {
			texts("answer", v.Answer)
		} else {
			texts("body", v.Body)
		}
		if b.s.Audience != briefing.Partner {
			say("use", lang.Enum(b.l, "use", string(v.Use)))
		}
	case *briefing.Fact:
		out = b.factSayings(v)
	}
	return out
}

// factSayings are what the pack prints of a fact. The figure stands with its
// kind: a plan that became a fact has changed, though its number has not.
func (b *builder) factSayings(f *briefing.Fact) []saying {
	c, _ := f.Claim()
	figure := ""
	if f.Contested() {
		figure = b.figureOf(f)
	} else if c.Figure.Says() {
		figure = b.commas(b.spaced(b.natureWord(f, c.Figure), lang.Figure(b.l, c.Figure)), lang.Period(b.l, c.Period))
	}
	change := b.changeToBase(c)
	if f.Contested() {
		change = b.claimsText(f, b.changeToBase)
	}
	label := func(key string) string { return lang.Label(b.l, briefing.KindFact, key) }
	statement := ""
	if b.in(f.Product) == "" { // else the pack says the product in its place
		statement = b.boundText(f.Statement)
	}
	return []saying{
		{b.t("col.value"), figure},
		{b.t("addendum.change"), change},
		{label("statement"), statement},
		{label("comparator"), b.boundText(f.Comparator)},
		{label("open"), b.boundText(f.Open)},
	}
}

// changeToBase is the change that a claim states with what it is a change on:
// «+18,4 % к 2025 году», 与2025年相比增长18.4%.
func (b *builder) changeToBase(c briefing.Claim) string {
	change := lang.Change(b.l, c)
	if change == "" || c.ChangeBase.Kind == briefing.NoPeriod {
		return change
	}
	return b.onBase(change, c.ChangeBase)
}

// onBase sets a change beside its base in the order of the language.
func (b *builder) onBase(change string, base briefing.Period) string {
	to := b.t("word.to_base", lang.PeriodDative(b.l, base))
	if b.l == briefing.ZH {
		return to + change
	}
	return b.spaced(change, to)
}

func (b *builder) dayPartWord(e *briefing.Event) string {
	if e.Clock != "" || e.DayPart == "" {
		return ""
	}
	return lowerFirst(lang.Enum(b.l, "day_part", e.DayPart), b.l)
}

// sourcesOfRecord are those that the pack cites for a record.
func (b *builder) sourcesOfRecord(r briefing.Record) []briefing.ID {
	switch v := r.(type) {
	case *briefing.Fact:
		return b.sourcesOf(v)
	case *briefing.Message:
		return b.messageSources(v)
	case *briefing.Source:
		return []briefing.ID{v.ID}
	}
	return b.s.SourcesOf(r.Ref())
}

// about names a record as the pack's reader knows it.
func (b *builder) about(r briefing.Record) string {
	switch v := r.(type) {
	case *briefing.Fact:
		return b.subject(v)
	case *briefing.Pack:
		return b.t("addendum.cover")
	case *briefing.Person:
		return b.shortName(v)
	case *briefing.Message:
		return b.colon(b.sentence(lang.Enum(b.l, "message", v.Kind)), first(b.boundText(v.Title), b.boundText(v.Body)))
	case *briefing.Source:
		return b.spaced(first(b.in(v.Publisher), b.in(v.Title)))
	}
	d, _ := briefing.Describe(r.Ref().Kind)
	return d.Caption(r, b.l)
}
