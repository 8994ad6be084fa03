package wordback

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/redline"
)

// longest is the number of letters of one text that are shown: a paragraph of a
// document has less, and a file can be made to hold any.
const longest = 6000

// card is one edit: where it is, both texts with what differs marked, and what is
// to become of it.
func (x *Dialog) card(d redline.Difference) fyne.CanvasObject {
	head := []fyne.CanvasObject{kit.NewText(strconv.Itoa(d.Number)+".", kit.Small, theme.Third), kit.Flex(kit.NewShrinking(x.heading(d), kit.Small, theme.Second))}
	if d.Ref.ID != "" {
		head = append(head, kit.NewButton(kit.Link, "", x.t("open"), func() {
			x.close()
			x.desk.Go("", d.Ref, d.Field.Key)
		}))
	}
	lines := kit.Column(8, kit.Row(8, head...))
	was, now := clipped(d.Was), clipped(d.Now)
	if d.Reason == "" && !d.Added && !d.Removed {
		now = clipped(d.Taken) // what would be stored; what was written instead of a figure is told below
	}
	gone, come := redline.Words(was, now)
	if was == "" || now == "" { // nothing to compare it with
		gone, come = []redline.Stretch{{Text: was}}, []redline.Stretch{{Text: now}}
	}
	if was != "" {
		lines.Add(x.text("was", gone, kit.Bad))
	}
	if now != "" {
		lines.Add(x.text("now", come, kit.Good))
	}
	switch {
	case d.Added:
		lines.Add(kit.NewWrapped(x.t("added"), kit.Small, theme.Second))
	case d.Removed:
		lines.Add(kit.NewWrapped(x.t("removed"), kit.Small, theme.Second))
	}
	x.figures(lines, d)
	if d.Reason != "" {
		lines.Add(kit.TopRow(6, kit.NewSmallIcon(kit.IconReserved, theme.Warn),
			kit.Flex(kit.NewWrapped(x.t("not_taken", lang.T(x.desk.Lang(), "word.reason."+string(d.Reason))), kit.Small, theme.Warn))))
		return kit.NewPaddedCard(lines)
	}
	answer := "yes"
	if x.isRefused(d) {
		answer = "no"
	}
	choice := kit.NewSegmented([]kit.Segment{
		{Key: "yes", Text: x.t("yes"), Icon: kit.IconTick, Disabled: x.locked()}, {Key: "no", Text: x.t("no"), Icon: kit.IconClose, Disabled: x.locked()},
	}, answer, func(key string) {
		x.answered[name(d)] = key
		x.count()
	})
	lines.Add(kit.Row(0, choice))
	return kit.NewPaddedCard(lines)
}

// figures tells of numbers that were written over: they stay what they are, and
// each leads to its fact.
func (x *Dialog) figures(lines *fyne.Container, d redline.Difference) {
	if d.Removed {
		return
	}
	for _, f := range d.Figures {
		from, known := x.desk.Project().FigureOrigin(f.Bound, x.desk.Lang())
		of := x.t("figure_data")
		if known {
			of = x.t("figure_fact", from.Title)
		}
		if len(from.Sources) > 0 {
			of = x.t("figure_source", of, strings.Join(from.Sources, "; "))
		}
		text := x.t("figure", oneLine(f.Was), oneLine(f.Now), of)
		if f.Now == "" {
			text = x.t("figure_gone", oneLine(f.Was), of)
		}
		row := []fyne.CanvasObject{kit.NewSmallIcon(kit.IconInfo, theme.Second), kit.Flex(kit.NewWrapped(text, kit.Small, theme.Second))}
		if known {
			row = append(row, kit.NewButton(kit.Link, "", x.t("open_figure"), func() {
				x.close()
				x.desk.Go("", from.Fact, "")
			}))
		}
		lines.Add(kit.TopRow(6, row...))
	}
	for _, k := range d.Kept {
		lines.Add(kit.TopRow(6, kit.NewSmallIcon(kit.IconReserved, theme.Warn),
			kit.Flex(kit.NewWrapped(x.t("kept", clipped(oneLine(k.Was)), clipped(oneLine(k.Now))), kit.Small, theme.Warn))))
	}
}

// heading names the section, the record and its field.
func (x *Dialog) heading(d redline.Difference) string {
	var parts []string
	if d.Where != "" {
		parts = append(parts, d.Where)
	}
	if d.Field.Key != "" {
		l := x.desk.Lang()
		name := lang.KindName(l, d.Ref.Kind, false)
		if caption := x.caption(d.Ref); caption != "" {
			name = caption
		}
		parts = append(parts, name, lang.FieldLabel(l, d.Ref.Kind, d.List, d.Field))
	}
	if len(parts) == 0 {
		return x.t("unknown")
	}
	return strings.Join(parts, " · ")
}

func (x *Dialog) caption(ref briefing.Ref) string {
	r, err := x.desk.Project().Get(ref)
	if err != nil {
		return ""
	}
	d, ok := briefing.Describe(ref.Kind)
	if !ok {
		return ""
	}
	return d.Line(r, x.desk.Lang())
}

func (x *Dialog) text(key string, list []redline.Stretch, tone kit.Tone) fyne.CanvasObject {
	var stretches []kit.Stretch
	for _, s := range list {
		stretches = append(stretches, kit.Stretch{Text: s.Text, Marked: s.Changed})
	}
	return kit.TopRow(12, kit.Fixed(64, 0, kit.NewText(x.t(key), kit.Small, theme.Second)), kit.Flex(kit.NewMarked(stretches, tone)))
}

func clipped(s string) string {
	r := []rune(s)
	if len(r) <= longest {
		return s
	}
	return string(r[:longest]) + "…"
}

// remarks lists what people wrote beside the text.
func (x *Dialog) remarks() {
	if len(x.result.Comments) == 0 {
		return
	}
	lines := kit.Column(10, kit.NewBold(x.t("comments"), kit.Body, theme.Ink))
	for _, c := range x.result.Comments[:min(len(x.result.Comments), listed)] {
		lines.Add(kit.NewWrapped(lang.T(x.desk.Lang(), "word.comment", c.Author, oneLine(c.Text), oneLine(c.At)), kit.Small, theme.Ink))
	}
	x.list.Add(kit.NewPaddedCard(lines))
}

// missing lists texts of the project that the file has not.
func (x *Dialog) missing() {
	if len(x.result.Missing) == 0 {
		return
	}
	lines := kit.Column(10, kit.NewBold(x.t("missing"), kit.Body, theme.Ink), kit.NewWrapped(x.t("missing.text"), kit.Small, theme.Second))
	for _, m := range x.result.Missing[:min(len(x.result.Missing), listed)] {
		lines.Add(kit.NewWrapped(m.Where+": "+clipped(oneLine(m.Text)), kit.Small, theme.Ink))
	}
	x.list.Add(kit.NewPaddedCard(lines))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
