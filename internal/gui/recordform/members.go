package recordform

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// membersLabel stands in a group for the facts of a series.
const membersLabel = "facts="

// members lists the facts that a series prints, in the order of the page, puts
// others into it and takes them out. What belongs to which series is kept by the
// facts: here it can be changed from the other side.
type members struct {
	aid
	add  *kit.SelectField
	made []kit.MenuItem // the facts shown; nil before the first time
	of   briefing.ID
	lock bool
}

func newMembers(f *Form) *members {
	m := &members{aid: newAid(f, "member", 6)}
	m.add = kit.NewSelectField(nil, "", m.t("add"), func(key string) {
		m.add.Select("")
		m.put(briefing.ID(key), m.of)
	})
	m.box.Show()
	return m
}

// member is a fact as it stands in the list.
func (m *members) member(f *briefing.Fact) kit.MenuItem {
	d, l := m.form.desk, m.form.desk.Lang()
	desc, _ := briefing.Describe(briefing.KindFact)
	note := lang.Period(l, f.Period())
	if c, ok := f.Claim(); ok && c.Figure.Says() {
		note = joined(lang.Figure(l, c.Figure), note)
	}
	return kit.MenuItem{Key: string(f.ID), Text: Caption(d, desc, f), Note: note}
}

func (m *members) fill() {
	series, ok := m.form.draft.(*briefing.Series)
	if !ok {
		return
	}
	here, rest := []kit.MenuItem{}, []kit.MenuItem{}
	m.form.desk.Project().ReadRecords(func(p *project.Project) {
		facts := slices.Clone(p.Facts)
		slices.SortStableFunc(facts, func(a, b *briefing.Fact) int { return a.Period().Compare(b.Period()) })
		titles := map[briefing.ID]string{}
		for _, s := range p.Series {
			titles[s.ID] = s.Title.Any(m.form.desk.Content())
		}
		for _, f := range facts {
			switch it := m.member(f); {
			case f.Series == series.ID && series.ID != "":
				here = append(here, it)
			default:
				if f.Series != "" { // it would leave that one
					it.Text = cutTo(it.Text, 64) + " · " + m.t("elsewhere", cutTo(titles[f.Series], 32))
				}
				rest = append(rest, it)
			}
		}
	})
	m.add.SetItems(rest)
	if m.made != nil && m.of == series.ID && m.lock == m.form.locked && slices.Equal(here, m.made) {
		return
	}
	m.made, m.of, m.lock = here, series.ID, m.form.locked
	m.show()
}

func (m *members) show() {
	m.box.Objects = nil
	m.box.Add(kit.NewBold(m.t("heading"), kit.Body, theme.Ink))
	switch {
	case m.of == "":
		m.box.Add(kit.NewWrapped(m.t("unnamed"), kit.Small, theme.Second))
	case len(m.made) == 0:
		m.box.Add(kit.NewWrapped(m.t("none"), kit.Small, theme.Second))
	}
	for _, it := range m.made {
		ref := briefing.Ref{Kind: briefing.KindFact, ID: briefing.ID(it.Key)}
		line := kit.NewListRow(kit.RowItem{Title: it.Text, Trail: it.Note, Opens: true}, func() { m.form.desk.Go("", ref, "") })
		line.Height = kit.RowHeight
		out := kit.NewIconButton(kit.IconClose, m.t("out", cutTo(strings.TrimSpace(it.Text), 64)), func() { m.put(ref.ID, "") })
		if m.form.locked {
			out.Disable()
		}
		m.box.Add(kit.Row(4, kit.Flex(line), out))
	}
	if m.of != "" {
		if m.add.Enable(); m.form.locked {
			m.add.Disable()
		}
		m.box.Add(m.add)
		m.box.Add(kit.NewWrapped(m.t("hint"), kit.Caption, theme.Second))
	}
	m.box.Refresh()
	m.form.relay()
}

// put gives a fact to a series, "" to none.
func (m *members) put(id, series briefing.ID) {
	m.form.Flush()
	r, err := m.form.desk.Project().Get(briefing.Ref{Kind: briefing.KindFact, ID: id})
	if err == nil {
		r.(*briefing.Fact).Series = series
		err = m.form.desk.Project().Put(r)
	}
	if err != nil {
		m.form.desk.Fail(err)
		return
	}
	m.fill()
	kit.FocusOn(m.add)
	if series == "" {
		m.form.desk.Say(desk.T(m.form.desk, "records.member.gone"))
	}
}
