package records

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
	"briefing/internal/search"
)

// fill lists the records as they are now, those that hold what is searched for.
func (p *Pane) fill() {
	p.said = map[briefing.Ref]string{}
	p.narrow()
}

// narrow lists the records that hold what is searched for. What each of them says
// is put into words once after a change, not for each letter of the search.
func (p *Pane) narrow() {
	want := search.Plain(p.search.Text())
	var found []briefing.Record
	total := 0
	columns := lang.RecordColumns(p.desk.Lang(), p.desc)
	p.desk.Project().ReadRecords(func(pr *project.Project) {
		list := ordered(pr.Records(p.desc.Kind))
		total = len(list)
		names := sync.OnceValue(func() func(briefing.Ref) string { return namesIn(pr, p.desk.Content()) })
		said := func(r briefing.Record) string {
			text, ok := p.said[r.Ref()]
			if !ok {
				text = search.Plain(words(columns, r, names()))
				p.said[r.Ref()] = text
			}
			return text
		}
		for _, r := range list {
			if want == "" || strings.Contains(said(r), want) {
				found = append(found, p.desc.Copy(r))
			}
		}
		if p.tabled {
			p.fillTable(columns, found, names())
		}
	})
	p.rows = nil
	for _, r := range found {
		p.rows = append(p.rows, row{r.Ref(), p.item(r)})
	}
	p.list.SetItems(len(p.rows), func(i int) kit.RowItem { return p.rows[i].item })
	p.list.Select(p.rowOf(p.chosen))
	if row, column := p.table.Active(); p.tabled && row != p.rowOf(p.chosen) { // else what is marked stays marked
		p.table.SetActive(p.rowOf(p.chosen), column)
	}
	count := lang.KindCount(p.desk.Lang(), p.desc.Kind, len(p.rows))
	if len(p.rows) != total {
		count = p.t("found", len(p.rows), total)
	}
	p.count.SetText(count)
	var shown fyne.CanvasObject = p.list
	if p.tabled {
		shown = p.table
	}
	switch {
	case total == 0:
		next := p.t("empty.next")
		if p.OnPaste == nil {
			next = p.t("empty.add")
		}
		shown = container.NewVScroll(kit.NewEmptyState(icon(p.desc.Kind), p.t("empty."+string(p.desc.Kind)), next, kit.NewButton(kit.Secondary, "plus", p.t("add"), p.Add)))
	case len(p.rows) == 0:
		shown = container.NewVScroll(kit.NewEmptyState(kit.IconSearch, p.t("search.none"), p.t("search.none_next"), nil))
	}
	if len(p.body.Objects) != 1 || p.body.Objects[0] != shown {
		p.body.Objects = []fyne.CanvasObject{shown}
		p.body.Refresh()
	}
}

// words are what the fields of a record say, as they are read and as they are
// stored («март 2022» and «2022-03»), those of its rows too.
func words(columns []lang.RecordColumn, r briefing.Record, names func(briefing.Ref) string) string {
	var sb strings.Builder
	sb.WriteString(string(r.Ref().ID))
	for _, c := range columns {
		stored := c.Stored(r)
		if strings.TrimSpace(stored) == "" {
			continue
		}
		shown := c.Text(r, names)
		if c.Type == briefing.BoolField { // «да» says nothing of what it is said of
			shown = c.Title
		}
		sb.WriteString("\n" + shown)
		if stored != shown {
			sb.WriteString("\n" + stored)
		}
	}
	return sb.String()
}

// namesIn gives the line that stands for a record of the project; each kind is
// gone through once.
func namesIn(pr *project.Project, l briefing.Lang) func(briefing.Ref) string {
	known := map[briefing.Kind]map[briefing.ID]string{}
	return func(ref briefing.Ref) string {
		names, ok := known[ref.Kind]
		if !ok {
			names = map[briefing.ID]string{}
			d, _ := briefing.Describe(ref.Kind)
			for _, r := range pr.Records(ref.Kind) {
				names[r.Ref().ID] = d.Line(r, l)
			}
			known[ref.Kind] = names
		}
		return names[ref.ID]
	}
}

// ordered puts records as their readers expect them: people by protocol rank,
// events by time, messages and series by their order.
func ordered(list []briefing.Record) []briefing.Record {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b briefing.Record) int {
		switch x := a.(type) {
		case *briefing.Person:
			return cmp.Compare(rank(x.Rank), rank(b.(*briefing.Person).Rank))
		case *briefing.Event:
			y := b.(*briefing.Event)
			return cmp.Or(x.When.Known().Compare(y.When.Known()), strings.Compare(x.Clock, y.Clock))
		case *briefing.Message:
			return cmp.Compare(rank(x.Order), rank(b.(*briefing.Message).Order))
		case *briefing.Series:
			return cmp.Compare(rank(x.Order), rank(b.(*briefing.Series).Order))
		}
		return 0
	})
	return list
}

// rank puts what has no rank or order behind the others.
func rank(n int) int {
	if n == 0 {
		return int(^uint(0) >> 1)
	}
	return n
}

func icon(k briefing.Kind) string {
	switch k {
	case briefing.KindEvent:
		return "events"
	case briefing.KindPerson, briefing.KindOrganisation:
		return "people"
	case briefing.KindAgreement:
		return "agreements"
	case briefing.KindMessage:
		return "messages"
	case briefing.KindSource:
		return "sources"
	}
	return "figures"
}

// item is a record as a line of the list.
func (p *Pane) item(r briefing.Record) kit.RowItem {
	it := kit.RowItem{Title: recordform.Caption(p.desk, p.desc, r)}
	if p.desc.Line(r, p.desk.Content()) == "" {
		it.Dimmed = true
	}
	l := p.desk.Lang()
	switch x := r.(type) {
	case *briefing.Fact:
		it.Icon, it.IconColor = mark(x.Status)
		it.Sub = dots(factLine(p.desk, x), enum(p.desk, "status", x.Status))
		if _, open := undecided(x); open {
			it.Icon, it.IconColor, it.SubColor = kit.IconDisputed, theme.Warn, theme.Warn
		}
	case *briefing.Event:
		it.Sub = dots(dated(p.desk, lang.Period(l, x.When)), lang.Clock(l, x.Clock), x.Place.Any(p.desk.Content()), enum(p.desk, "event_status", x.Status))
	case *briefing.Person:
		it.Sub = dots(others(x.Name, p.desk.Content()), posts(p.desk, x))
	case *briefing.Agreement:
		it.Sub = dots(enum(p.desk, "agreement_status", x.Status), lang.Period(l, x.Signed))
	case *briefing.Message:
		it.Sub = dots(enum(p.desk, "message", x.Kind), enum(p.desk, "use", string(x.Use)))
	case *briefing.Source:
		published := lang.Stamp(l, x.Published)
		if x.Published == "" {
			published = p.t("undated")
			it.SubColor = theme.Warn
		}
		it.Title, it.Sub = p.titleOf(x), dots(x.Publisher.Any(p.desk.Content()), published)
	case *briefing.Organisation:
		it.Sub = dots(enum(p.desk, "organisation", x.Kind), lang.Country(l, x.Country))
	case *briefing.Facility:
		it.Sub = dots(enum(p.desk, "facility", x.Kind), x.Place.Any(p.desk.Content()))
	case *briefing.Series:
		it.Sub = dots(enum(p.desk, "series_section", x.Section), enum(p.desk, "series_form", x.Form))
	case *briefing.Commodity:
		it.Sub = dots(x.Code, x.Classification)
	case *briefing.Group:
		it.Sub = dots(x.Set.Any(l), x.Rule)
	case *briefing.Import:
		it.Sub = dots(lang.Stamp(l, x.Moment), x.Profile)
	}
	return it
}

func (p *Pane) titleOf(s *briefing.Source) string {
	if t := s.Title.Any(p.desk.Content()); t != "" {
		return t
	}
	return p.t("unnamed")
}

func enum(d desk.Desk, group, key string) string {
	if key == "" {
		return ""
	}
	return lang.Enum(d.Lang(), group, key)
}

func dated(d desk.Desk, s string) string {
	if s == "" {
		return desk.T(d, "records.day_unknown")
	}
	return s
}

// dots joins what there is.
func dots(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" }), " · ")
}

// factLine is the figure that stands for the fact, and its period; where none
// was chosen among several, all of them, and that a choice is due.
func factLine(d desk.Desk, f *briefing.Fact) string {
	if claims, open := undecided(f); open {
		var figures []string
		for _, c := range claims {
			if s := claimFigure(d, c); s != "" && !slices.Contains(figures, s) {
				figures = append(figures, s)
			}
		}
		return dots(desk.T(d, "records.undecided"), strings.Join(figures, " / "), lang.Period(d.Lang(), f.Period()))
	}
	c, ok := f.Claim()
	if !ok && len(f.Claims) > 0 {
		c = f.Claims[0]
	}
	return dots(claimFigure(d, c), lang.Period(d.Lang(), c.Period))
}

func claimFigure(d desk.Desk, c briefing.Claim) string {
	if c.Figure.Says() {
		return lang.Figure(d.Lang(), c.Figure)
	}
	return ""
}

// undecided are the claims that one has to be chosen from: several that could be
// printed, and no choice. What was rejected needs none.
func undecided(f *briefing.Fact) (claims []briefing.Claim, open bool) {
	if _, ok := f.Claim(); ok || f.Status == briefing.Rejected {
		return nil, false
	}
	for _, c := range f.Claims {
		if c.Role != briefing.RoleVerification {
			claims = append(claims, c)
		}
	}
	return claims, len(claims) > 1
}

// mark is the sign of a status. It stands before the two lines, its word in the
// second one, so that the statement has the width of the list.
func mark(status string) (icon string, c fyne.ThemeColorName) {
	switch status {
	case briefing.Confirmed:
		return kit.IconConfirmed, theme.Good
	case briefing.Caveat:
		return kit.IconReserved, theme.Warn
	case briefing.Conflicting:
		return kit.IconDisputed, theme.Bad
	case briefing.Rejected:
		return kit.IconRejected, theme.Bad
	case "":
		return "", theme.Second
	}
	return kit.IconUnchecked, theme.Second
}

// others are the name's other scripts.
func others(t briefing.Text, l briefing.Lang) string {
	var out []string
	for _, x := range briefing.Langs() {
		if s := t.In(x); x != l && s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// posts are those that the pack prints: held at its moment.
func posts(d desk.Desk, p *briefing.Person) string {
	at, _ := d.Project().Pack().Moment()
	var held []string
	for _, post := range p.Posts {
		if s := post.Title.Any(d.Content()); s != "" && post.HeldAt(at) {
			held = append(held, s)
		}
	}
	return strings.Join(held, "; ")
}
