package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// event is the visit: its programme by day and part of the day, who takes
// part, what has been signed and what is being prepared.
func (b *builder) event() *document.Section {
	e, ok := b.s.Event(b.s.Pack.Event)
	if !ok {
		return nil
	}
	s := &document.Section{NewPage: true, Deck: b.in(e.Title)}
	if runs, ok := b.field(e, "outcome"); ok && len(runs) > 0 {
		s.Blocks = append(s.Blocks, document.Paragraph{Runs: append(runs, b.tail(e.Sources)...)})
	}
	s.Blocks = append(s.Blocks, b.programme(e)...)
	if t, ok := b.participants(); ok {
		s.Blocks = append(s.Blocks, t)
	}
	if t, ok := b.documents(); ok {
		s.Blocks = append(s.Blocks, t)
	}
	if n, ok := b.openRest(); ok {
		s.Blocks = append(s.Blocks, n)
	}
	if len(s.Blocks) == 0 {
		return nil // its name stands on the cover
	}
	return s
}

// tail is the citation behind a text.
func (b *builder) tail(ids []briefing.ID) []document.Run {
	nums := b.refs(ids...)
	if len(nums) == 0 {
		return nil
	}
	return append([]document.Run{{Text: "\u00a0"}}, nums...)
}

// people2 names the participants of an item by protocol rank, with their parts
// in it.
func (b *builder) people2(e *briefing.Event) string {
	var names []string
	for _, who := range b.s.People { // in protocol order
		for _, p := range e.Participants {
			if p.Person == who.ID {
				role := b.boundText(p.Role)
				names = append(names, b.inRole(strings.TrimRight(role, "：: "), b.shortName(who)))
			}
		}
	}
	return b.commas(names...)
}

// inRole puts a part in an event before a name: after a sign, since «签署» and a
// name read as one, and so does "meets the delegation Guzel Khairullina". A
// Russian name follows the word in its form: «встречает Хайруллина Г. М.».
func (b *builder) inRole(role, name string) string {
	switch {
	case role == "":
		return name
	case b.l == briefing.ZH:
		return role + "：" + name
	case b.l == briefing.EN && !leadsToAName(role):
		return b.colon(role, name)
	}
	return b.spaced(role, name)
}

// leadsToAName reports whether an English part ends with a word that a name
// follows: "met by", "together with".
func leadsToAName(role string) bool {
	last := role[strings.LastIndexByte(role, ' ')+1:]
	return slices.Contains([]string{"by", "with", "for", "of", "from", "to", "and"}, last)
}

// participants is the list by side and protocol rank, never by the alphabet.
func (b *builder) participants() (document.Table, bool) {
	if len(b.s.People) == 0 {
		return document.Table{}, false
	}
	t := document.Table{
		Title: b.t("people.title"),
		Columns: []document.Column{
			{Key: "no", Title: b.t("col.no"), Weight: 0.2},
			{Key: "ru", Title: b.t("col.name_ru"), Weight: 1},
			{Key: "en", Title: b.t("col.name_en"), Weight: 1},
			{Key: "zh", Title: b.t("col.name_zh"), Weight: 0.6},
			{Key: "post", Title: b.t("col.post"), Weight: 2},
			{Key: "source", Title: b.t("col.source"), Weight: 0.5},
		},
	}
	for _, side := range b.sides() {
		t.Rows = append(t.Rows, document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(side.title)}})
		for i, p := range side.people {
			ref := p.Ref()
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
				document.Txt(itoa(i + 1)),
				{Runs: []document.Run{{Text: lang.ShortName(briefing.RU, *p), Bold: b.l == briefing.RU}}},
				b.shows(document.Cell{Runs: []document.Run{{Text: p.Name.EN, Bold: b.l == briefing.EN}}}, p, "name_en"),
				b.shows(document.Cell{Runs: []document.Run{{Text: p.Name.ZH, Bold: b.l == briefing.ZH}}}, p, "name_zh"),
				b.postCell(p, first(b.placedPosts(p), b.t("people.post_open"))),
				{Runs: b.refs(p.Sources...)},
			}})
		}
	}
	dropEmptyColumns(&t)
	b.dropOtherScripts(&t)
	t.Source = b.sourceLine(nil, b.peopleNote())
	return b.table(t), true
}

// dropOtherScripts leaves out the names in languages that the pack is not made in.
func (b *builder) dropOtherScripts(t *document.Table) {
	for _, l := range briefing.Langs() {
		c := slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.Key == string(l) })
		if c >= 0 && !slices.Contains(b.langs(), l) {
			dropColumn(t, c)
		}
	}
}

// peopleNote says that the people are those named in the material, and which
// counterparts are not entered on the visit's programme; the partner knows better
// who of his comes.
func (b *builder) peopleNote() string {
	if b.s.Audience == briefing.Partner {
		return ""
	}
	own, taking := b.s.Pack.Reporter, b.takingPart()
	var named, out []string // of the counterparts
	for _, p := range b.s.People {
		switch {
		case p.Country == own:
		case taking[p.ID]:
			named = append(named, b.in(p.Name))
		default:
			out = append(out, b.in(p.Name))
		}
	}
	switch {
	case len(named) == 0:
		return b.t("people.note")
	case len(out) == 0:
		return b.t("people.note_all")
	case len(out) >= mostNamed:
		return b.t("people.note_count", len(named), len(named)+len(out))
	}
	return b.t("people.note_some", b.commas(out...))
}

// takingPart are the people entered on the event or an item of its programme that
// was not called off.
func (b *builder) takingPart() map[briefing.ID]bool {
	in := map[briefing.ID]bool{}
	if b.s.Pack.Event == "" {
		return in
	}
	items := b.s.Programme(b.s.Pack.Event)
	if e, ok := b.s.Event(b.s.Pack.Event); ok {
		items = append(items, e)
	}
	for _, e := range items {
		if e.Status == "cancelled" {
			continue
		}
		for _, p := range e.Participants {
			in[p.Person] = true
		}
	}
	return in
}

type side struct {
	title, country string
	people         []*briefing.Person
}

// sides groups people by country: the partner's first, ours next, others after.
func (b *builder) sides() []side {
	var countries []string
	for _, p := range b.s.People {
		if !slices.Contains(countries, p.Country) {
			countries = append(countries, p.Country)
		}
	}
	weight := func(c string) int {
		switch c {
		case b.s.Pack.Partner:
			return 0
		case b.s.Pack.Reporter:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(countries, func(x, y string) int { return weight(x) - weight(y) })
	var out []side
	titles := lang.CountrySides(b.l, countries)
	for i, c := range countries {
		sd := side{title: first(titles[i], b.t("people.other_side")), country: c}
		for _, p := range b.s.People {
			if p.Country == c {
				sd.people = append(sd.people, p)
			}
		}
		slices.SortStableFunc(sd.people, func(x, y *briefing.Person) int { return rank(x) - rank(y) })
		out = append(out, sd)
	}
	return out
}

// rank puts people without a stored rank after those with one.
func rank(p *briefing.Person) int {
	if p.Rank == 0 {
		return 1 << 30
	}
	return p.Rank
}

// documents lists what is signed and what is being prepared.
func (b *builder) documents() (document.Table, bool) {
	if len(b.s.Agreements) == 0 {
		return document.Table{}, false
	}
	t := document.Table{
		Title: b.t("agreement.title"), New: briefing.KindAgreement,
		Columns: []document.Column{
			{Key: "document", Title: b.t("col.document"), Weight: 1.4},
			{Key: "parties", Title: b.t("col.parties"), Weight: 1.6},
			{Key: "date", Title: b.t("col.date"), Weight: 1},
			{Key: "state", Title: b.t("col.state"), Weight: 1.3},
			{Key: "source", Title: b.t("col.source"), Weight: 0.5},
		},
	}
	var ids []briefing.ID
	for _, a := range b.s.Agreements {
		ref := a.Ref()
		ids = append(ids, a.Sources...)
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.shows(document.Cell{Runs: []document.Run{{Text: b.in(a.Title), Bold: true}}}, a, "title"),
			b.shows(document.Txt(b.parties(a)), a, "parties"),
			tailed(b.shows(document.Txt(b.signedOn(a)), a, "signed"), strings.TrimPrefix(b.signedOn(a), lang.Period(b.l, a.Signed))),
			b.stateCell(a),
			b.sourceCell(a, "sources", a.Sources),
		}})
	}
	dropEmptyColumns(&t)
	t.Source = b.sourceLine(ids)
	return b.table(t), true
}

func (b *builder) parties(a *briefing.Agreement) string {
	var names []string
	for _, id := range a.Parties {
		if o, ok := b.s.Organisation(id); ok {
			names = append(names, b.in(o.Name))
		}
	}
	return b.semis(names...)
}

func (b *builder) signedOn(a *briefing.Agreement) string {
	switch a.Signed.Kind {
	case briefing.NoPeriod:
		return b.t("agreement.no_date")
	case briefing.MonthPeriod:
		return lang.Period(b.l, a.Signed) + b.t("agreement.day_unknown")
	}
	return lang.Period(b.l, a.Signed)
}

func (b *builder) agreementState(a *briefing.Agreement) string {
	var names []string
	for _, id := range a.Signatories {
		if p, ok := b.s.Person(id); ok {
			names = append(names, b.shortName(p))
		}
	}
	signed := ""
	if len(names) > 0 {
		signed = b.t("agreement.signatories", b.commas(names...))
	}
	return b.semis(lang.Enum(b.l, "agreement_status", a.Status), signed, b.boundText(a.Progress))
}

// stateCell shows the state as it is stored where nothing else stands with it.
func (b *builder) stateCell(a *briefing.Agreement) document.Cell {
	c := document.Txt(b.agreementState(a))
	if c.Text == lang.Enum(b.l, "agreement_status", a.Status) {
		return b.shows(c, a, "status")
	}
	return c
}

// postCell shows a post as it is stored where it is the only one of a person; what
// follows it, the organisation, is no part of the field.
func (b *builder) postCell(p *briefing.Person, text string) document.Cell {
	c := document.Txt(text)
	if len(p.Posts) != 1 || p.Posts[0].Title.In(b.l) == "" {
		return c
	}
	if tail, ok := strings.CutPrefix(text, p.Posts[0].Title.In(b.l)); ok && (tail == "" || strings.HasPrefix(tail, ", ")) {
		return tailed(b.showsItem(c, p, "posts", 0, "0", "", "title"), tail)
	}
	return c
}

// shortName is the list form of a name: «Фамилия И. О.» in Russian; other
// languages keep the name as it is recorded.
func (b *builder) shortName(p *briefing.Person) string {
	if b.l == briefing.RU {
		return lang.ShortName(b.l, *p)
	}
	return first(p.ShortName.In(b.l), b.in(p.Name))
}
