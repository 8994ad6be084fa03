// Package checks is the screen of findings: what stops an issue, what is
// doubtful, what is only to be known, and which rules hold.
package checks

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Screen is the list of findings with the chosen one beside it.
type Screen struct {
	desk    desk.Desk
	all     *fyne.Container
	list    *kit.RecordList
	counts  *fyne.Container
	detail  *fyne.Container
	shown   *app.Standing
	rows    []row
	wanted  briefing.Ref
	current int
	by      string // who accepted last
}

// row is one line of the list: a caption, a finding or a rule that holds.
type row struct {
	item    kit.RowItem
	finding *app.FindingView
	clean   *app.CleanCheck
}

// New builds the screen.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack(), counts: kit.Row(8), detail: container.NewStack(), current: -1}
	s.list = kit.NewRecordList(kit.TallHeight, s.chosen)
	s.list.OnOpen = s.open
	body := kit.Dock(nil, nil, nil, s.detail, kit.NewCard(s.list))
	s.all.Objects = []fyne.CanvasObject{kit.Dock(kit.ScreenHead(s.t("title"), s.t("note"), s.counts), nil, nil, nil, kit.Pad(0, 24, 24, 24, body))}
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "checks."+key, args...) }

// Show selects the first finding of a record.
func (s *Screen) Show(ref briefing.Ref, _ string) {
	s.wanted = ref
	s.choose()
}

// Refresh shows the findings of a new standing.
func (s *Screen) Refresh() {
	st := s.desk.Standing()
	if st == nil || st == s.shown {
		return
	}
	s.shown = st
	s.rows = s.rowsOf(st)
	s.list.SetParts(len(s.rows), func(i int) kit.RowItem { return s.rows[i].item })
	s.counts.Objects = nil
	for _, c := range []struct {
		n    int
		sev  kit.Severity
		text string
	}{
		{st.Counts.Blocking, kit.Blocking, desk.Plural(s.desk, "count.blocking", st.Counts.Blocking)},
		{st.Counts.Remarks, kit.Remark, desk.Plural(s.desk, "count.remarks", st.Counts.Remarks)},
	} {
		if c.n > 0 {
			s.counts.Add(kit.NewSeverityChip(c.sev, c.text))
		}
	}
	if st.Counts.Blocking == 0 && st.Counts.Remarks == 0 {
		s.counts.Add(kit.NewSeverityChip(kit.Clean, s.t("clean")))
	}
	s.all.Refresh()
	s.choose()
}

func (s *Screen) rowsOf(st *app.Standing) []row {
	var out []row
	for _, g := range []struct {
		severity check.Severity
		title    string
		icon     string
		color    fyne.ThemeColorName
	}{
		{check.Blocking, s.t("blocking"), kit.IconBlocking, theme.Bad},
		{check.Warning, s.t("warning"), kit.IconRemark, theme.Warn},
		{check.Note, s.t("note_group"), kit.IconInfo, theme.Second},
		{check.Accepted, s.t("accepted"), kit.IconTick, theme.Good},
	} {
		var found []*app.FindingView
		for i := range st.Findings {
			if st.Findings[i].Severity == g.severity {
				found = append(found, &st.Findings[i])
			}
		}
		out = append(out, s.grouped(found, g.title, kit.RowItem{Icon: g.icon, IconColor: g.color, Opens: true})...)
	}
	if len(st.Clean) > 0 {
		out = append(out, caption(s.t("holds"), len(st.Clean)))
	}
	for i := range st.Clean {
		c := &st.Clean[i]
		out = append(out, row{clean: c, item: kit.RowItem{Icon: kit.IconConfirmed, IconColor: theme.Good, Title: c.Name, Sub: c.Rule}})
	}
	return out
}

// groupFrom is how many findings of one rule have a caption of their own.
const groupFrom = 3

// grouped are the findings of one weight: first those of rules that found
// little, then, under the rule's name, those of each that found much. Every
// line names its record: sixteen lines that say the same help nobody.
func (s *Screen) grouped(found []*app.FindingView, title string, face kit.RowItem) []row {
	times := map[string]int{}
	for _, f := range found {
		times[f.Code]++
	}
	var few, many []row
	told := map[string]bool{}
	for _, f := range found {
		if times[f.Code] < groupFrom {
			few = append(few, s.line(f, face, true))
			continue
		}
		if told[f.Code] {
			continue
		}
		told[f.Code] = true
		many = append(many, caption(s.t("group", title, f.Rule), times[f.Code]))
		for _, x := range found {
			if x.Code == f.Code {
				many = append(many, s.line(x, face, false))
			}
		}
	}
	if len(few) > 0 {
		few = append([]row{caption(title, len(few))}, few...)
	}
	return append(few, many...)
}

func caption(title string, n int) row {
	return row{item: kit.RowItem{Heading: true, Title: title, Trail: strconv.Itoa(n)}}
}

// line is the row of a finding, by the name of its record: it tells findings of
// one rule apart. The rule is named where no caption above does, and where the
// finding is about no record.
func (s *Screen) line(f *app.FindingView, face kit.RowItem, ruled bool) row {
	face.Title, face.Sub = f.Record, s.told(f)
	switch {
	case f.Record == "":
		face.Title = f.Rule
	case ruled:
		face.Sub = f.Rule + ": " + face.Sub
	}
	if f.Section != "" {
		face.Trail = s.t("section", f.Section)
	}
	return row{finding: f, item: face}
}

// choose keeps the chosen line, takes the one that was asked for, or the first.
func (s *Screen) choose() {
	at := -1
	for i, r := range s.rows {
		if r.finding != nil && (at < 0 || r.finding.Ref == s.wanted && s.wanted.ID != "" && s.rows[at].finding.Ref != s.wanted) {
			at = i
		}
	}
	if s.wanted.ID == "" && s.current >= 0 && s.current < len(s.rows) && !s.rows[s.current].item.Heading {
		at = s.current
	}
	s.wanted = briefing.Ref{}
	if at < 0 && len(s.rows) > 1 {
		at = 1
	}
	s.list.Select(at)
	s.chosen(at)
}

func (s *Screen) chosen(i int) {
	s.current = i
	s.detail.Objects = nil
	if i >= 0 && i < len(s.rows) {
		switch r := s.rows[i]; {
		case r.finding != nil:
			s.detail.Objects = []fyne.CanvasObject{kit.Pad(0, 0, 0, 16, s.finding(r.finding))}
		case r.clean != nil:
			s.detail.Objects = []fyne.CanvasObject{kit.Pad(0, 0, 0, 16, s.rule(r.clean))}
		}
	}
	s.detail.Refresh()
	s.all.Refresh()
}

func (s *Screen) open(i int) {
	if i >= 0 && i < len(s.rows) && s.rows[i].finding != nil {
		s.desk.Go("", s.rows[i].finding.Ref, s.rows[i].finding.Field)
	}
}

// finding tells what was found, what shows it, and how to mend it.
func (s *Screen) finding(f *app.FindingView) fyne.CanvasObject {
	wrapped := func(text string) fyne.CanvasObject { return kit.NewWrapped(text, kit.Small, theme.Ink) }
	head := kit.Column(6, kit.NewWrapped(f.Rule, kit.Heading, theme.Ink), kit.NewWrapped(f.Why, kit.Small, theme.Second))
	if !f.InPack {
		head.Add(kit.NewWrapped(s.t("outside"), kit.Caption, theme.Second))
	}
	sections := []fyne.CanvasObject{kit.InspectorSection("", head)}
	for _, part := range []struct{ title, text string }{
		{s.t("evidence"), f.Evidence}, {s.t("record"), f.Record}, {s.t("mend"), f.Mend},
	} {
		if part.text != "" && (f.Accepted == nil || part.text != f.Mend) {
			sections = append(sections, kit.InspectorSection(part.title, wrapped(part.text)))
		}
	}
	if a := s.decision(f); a != nil {
		sections = append(sections[:1:1], append([]fyne.CanvasObject{a}, sections[1:]...)...)
	}
	if len(f.Mended) > 0 {
		sections = append(sections, kit.InspectorSection(s.t("repair.what"), s.mended(f)))
	}
	return kit.NewCard(kit.NewInspector(s.foot(f), sections...))
}

// foot leads to the record, makes the mend where it is mechanical, and lets the
// finding be accepted or its acceptance be taken back.
func (s *Screen) foot(f *app.FindingView) fyne.CanvasObject {
	writes := !s.desk.Project().State().ReadOnly
	main := kit.Row(8)
	kind := kit.Primary
	if f.Repair.Any() && writes && f.Accepted == nil {
		main.Add(kit.NewButton(kit.Primary, kit.IconTick, s.t("repair"), func() { s.repair(f) }))
		kind = kit.Secondary
	}
	if f.Ref.ID != "" {
		main.Add(kit.NewButton(kind, "edit", s.t("open"), func() { s.desk.Go("", f.Ref, f.Field) }))
	}
	switch {
	case !writes:
	case f.Accepted != nil:
		back := kit.NewButton(kit.Secondary, kit.IconUndo, s.t("take_back"), func() { s.takeBack(f) })
		return kit.Column(8, main, kit.Row(8, back))
	case f.Barred == "":
		accept := kit.NewButton(kit.Secondary, kit.IconTick, s.t("accept"), func() { s.accept(f) })
		if len(main.Objects) > 1 { // three don't stand side by side
			return kit.Column(8, main, kit.Row(8, accept))
		}
		main.Add(accept)
	}
	if len(main.Objects) == 0 {
		return nil
	}
	return main
}

// mended shows what a mend changes, language by language.
func (s *Screen) mended(f *app.FindingView) fyne.CanvasObject {
	lines := kit.Column(6)
	for _, m := range f.Mended {
		name := strings.ToUpper(string(m.Lang))
		lines.Add(kit.NewWrapped(s.t("repair.change", name, m.Old, m.New), kit.Small, theme.Ink))
	}
	return lines
}

// repair makes the mend; the list is made anew by the change itself.
func (s *Screen) repair(f *app.FindingView) {
	if err := s.desk.Project().Mend(f.Ref, f.Repair); err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Say(s.t("repair.done", f.Record))
}

func (s *Screen) rule(c *app.CleanCheck) fyne.CanvasObject {
	return kit.NewCard(kit.NewInspector(nil, kit.InspectorSection("", kit.Column(6,
		kit.NewWrapped(c.Name, kit.Heading, theme.Ink), kit.NewWrapped(c.Rule, kit.Small, theme.Second),
		kit.NewSeverityMark(kit.Clean, s.t("holds"))))))
}
