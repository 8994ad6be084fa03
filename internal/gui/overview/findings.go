package overview

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// manyOf is how many findings of one rule stand in one line.
const manyOf = 3

// gather puts findings of one rule and weight together where they are many: a
// list of seven that says the same thing seven times hides the rest.
func gather(found []app.FindingView) [][]app.FindingView {
	type kind struct {
		code     string
		severity check.Severity
	}
	times, at := map[kind]int{}, map[kind]int{}
	for _, f := range found {
		times[kind{f.Code, f.Severity}]++
	}
	var out [][]app.FindingView
	for _, f := range found {
		k := kind{f.Code, f.Severity}
		if i, told := at[k]; told && times[k] >= manyOf {
			out[i] = append(out[i], f)
			continue
		}
		at[k] = len(out)
		out = append(out, []app.FindingView{f})
	}
	return out
}

func (s *Screen) findings(st *app.Standing) fyne.CanvasObject {
	all := gather(st.Findings)
	var list []fyne.CanvasObject
	for _, g := range all[:min(len(all), rows)] {
		list = append(list, s.finding(g))
	}
	h := kit.SectionHeader{Title: s.t("checks")}
	if st.Counts.Blocking > 0 {
		h.Tail = append(h.Tail, kit.NewSeverityChip(kit.Blocking, strconv.Itoa(st.Counts.Blocking)))
	}
	if st.Counts.Remarks > 0 {
		h.Tail = append(h.Tail, kit.NewSeverityChip(kit.Remark, strconv.Itoa(st.Counts.Remarks)))
	}
	if len(list) < len(st.Findings) {
		all := kit.NewButton(kit.Link, "", s.t("checks.all", len(st.Findings)), func() { s.desk.Go(screen.Checks, briefing.Ref{}, "") })
		list = append(list, kit.Pad(8, 16, 8, 16, kit.Row(0, all)))
	}
	return s.list(h, list, kit.IconConfirmed, s.t("checks.none"))
}

// finding is the line of one finding, by the name of its record, or of several
// of one rule, by its name; those open the screen of the checks.
func (s *Screen) finding(g []app.FindingView) fyne.CanvasObject {
	f := g[0]
	item := kit.RowItem{Icon: kit.IconRemark, IconColor: theme.Warn, Title: f.Rule, Sub: f.Evidence}
	switch f.Severity {
	case check.Blocking:
		item.Icon, item.IconColor = kit.IconBlocking, theme.Bad
	case check.Note:
		item.Icon, item.IconColor = kit.IconInfo, theme.Second
	case check.Accepted:
		item.Icon, item.IconColor = kit.IconTick, theme.Good
	}
	if len(g) > 1 {
		names, told := distinct(g, func(f app.FindingView) string { return f.Record }), distinct(g, func(f app.FindingView) string { return f.Evidence })
		if item.Sub = strings.Join(names, "; "); len(names) < 2 { // all about one record: what was found tells them apart
			item.Sub = strings.Join(told, "; ")
		}
		item.Trail = strconv.Itoa(len(g))
		return kit.NewListRow(item, func() { s.desk.Go(screen.Checks, f.Ref, "") })
	}
	if f.Record != "" { // rules repeat: the record tells which one it is
		item.Title, item.Sub = f.Record, f.Rule+": "+f.Evidence
	}
	return kit.NewListRow(item, func() { s.desk.Go("", f.Ref, f.Field) })
}

// distinct are the different texts that findings have, in order.
func distinct(g []app.FindingView, of func(app.FindingView) string) (out []string) {
	for _, f := range g {
		if s := of(f); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
