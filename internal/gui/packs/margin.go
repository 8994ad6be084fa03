package packs

import (
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/gui/checks"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// margin holds the findings of a section and gives each a place: beside the text
// it is about, or that prints the figure it is about, else under all of them.
type margin struct {
	texts *texts
	list  []*app.FindingView
	told  map[*app.FindingView]bool
}

func newMargin(t *texts, v app.SectionView) *margin {
	m := &margin{texts: t, told: map[*app.FindingView]bool{}}
	st := t.desk.Standing()
	here := map[briefing.Ref]bool{}
	for _, x := range t.all[v.Key] {
		here[x.Ref] = x.Ref.ID != ""
	}
	for i := range st.Findings {
		f := &st.Findings[i]
		if f.Severity != check.Accepted && (here[f.Ref] || f.Section != "" && f.Section == v.Number) {
			m.list = append(m.list, f)
		}
	}
	return m
}

// mostBeside is how many findings stand beside one text: the screen of checks has
// them all.
const mostBeside = 4

// of are the findings of a text, nil when there are none.
func (m *margin) of(x *app.SectionText) fyne.CanvasObject {
	var found []*app.FindingView
	for _, f := range m.list {
		if !m.told[f] && m.about(f, x) {
			m.told[f] = true
			found = append(found, f)
		}
	}
	return m.column(found)
}

// about tells whether a finding belongs to a text: it is about its field, or
// about the record and no field that is a text here, or weighs on a figure in it.
func (m *margin) about(f *app.FindingView, x *app.SectionText) bool {
	if f.Ref == x.Ref {
		label := f.Field
		for _, l := range briefing.Langs() {
			label = strings.TrimSuffix(label, "_"+string(l))
		}
		return label == x.Label || !m.hasText(f.Ref, label)
	}
	if f.Severity == check.Note {
		return false
	}
	for _, p := range x.Pieces {
		if p.Ref == f.Ref && p.Ref.ID != "" {
			return true
		}
	}
	return false
}

func (m *margin) hasText(ref briefing.Ref, label string) bool {
	for _, x := range m.texts.all[m.texts.section] {
		if x.Ref == ref && x.Label == label {
			return true
		}
	}
	return false
}

// rest are the findings that no text is beside, nil when there are none. Notes
// among them are left to the screen of checks.
func (m *margin) rest() fyne.CanvasObject {
	var found []*app.FindingView
	for _, f := range m.list {
		if !m.told[f] && f.Severity != check.Note {
			found = append(found, f)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return kit.Column(8, kit.NewBold(m.texts.t("margin.rest"), kit.Small, theme.Ink), m.column(found))
}

func (m *margin) column(found []*app.FindingView) fyne.CanvasObject {
	if len(found) == 0 {
		return nil
	}
	out := kit.Column(8)
	for _, f := range found[:min(len(found), mostBeside)] {
		out.Add(m.note(f))
	}
	if n := len(found) - mostBeside; n > 0 {
		out.Add(kit.Row(0, kit.NewButton(kit.Link, "", m.texts.t("margin.more", n), func() {
			m.texts.desk.Go(screen.Checks, found[mostBeside].Ref, "")
		})))
	}
	return out
}

// note is one finding: what it is, what shows it, and what can be done.
func (m *margin) note(f *app.FindingView) fyne.CanvasObject {
	d := m.texts.desk
	icon, color := kit.IconInfo, theme.Third
	switch f.Severity {
	case check.Blocking:
		icon, color = kit.IconBlocking, theme.Bad
	case check.Warning:
		icon, color = kit.IconRemark, theme.Warn
	}
	rule := kit.NewWrapped(f.Rule, kit.Caption, color)
	if f.Severity == check.Note {
		rule.Color = theme.Second
	}
	rule.Bold = true
	evidence := kit.NewWrapped(f.Evidence, kit.Caption, theme.Second)
	evidence.MaxLines = 4
	acts := kit.Wrapped(8)
	link := func(key string, do func()) { acts.Add(kit.NewButton(kit.Link, "", m.texts.t("margin."+key), do)) }
	writes := !d.Project().State().ReadOnly
	if f.Repair.Any() && writes {
		link("mend", func() {
			m.texts.flush()
			if err := d.Project().Mend(f.Ref, f.Repair); err != nil {
				d.Fail(err)
				return
			}
			d.Say(desk.T(d, "checks.repair.done", f.Record))
		})
	}
	if f.Ref.ID != "" {
		link("go", func() {
			m.texts.flush()
			m.texts.goTo(f)
		})
	}
	if f.Barred == "" && writes {
		link("accept", func() { checks.Accept(d, f, m.texts.by, func(by string) { m.texts.by = by }) })
	}
	return kit.TopRow(6, kit.NewSmallIcon(icon, color), kit.Flex(kit.Column(2, rule, evidence, acts)))
}

// goTo goes to the place of a finding: the text here, else the record's form.
func (t *texts) goTo(f *app.FindingView) {
	for i := range t.all[t.section] {
		x := &t.all[t.section][i]
		if x.Ref == f.Ref && x.Ref.ID != "" && (f.Field == "" || strings.HasPrefix(f.Field, x.Label)) {
			t.write(x)
			return
		}
	}
	t.desk.Go("", f.Ref, f.Field)
}

// Widths of the margin, and from which on it stands beside the text.
const (
	marginWide  float32 = 168
	marginFrom  float32 = 440
	marginSpace float32 = 12
)

// newBeside sets the findings of a text at its right where there is room, and
// under it where there is none.
func newBeside(text, notes fyne.CanvasObject) fyne.CanvasObject {
	if notes == nil {
		return text
	}
	return newMarginBox(text, notes)
}
