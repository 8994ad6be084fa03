package recordform

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// compareLabel stands in a group for the claims of a fact side by side.
const compareLabel = "claims="

// compare sets what several sources say of a fact side by side; one of them is
// chosen to be printed, with the reason. It shows from two claims on.
type compare struct {
	aid
	made []app.ClaimView
	why  string
}

func newCompare(f *Form) *compare { return &compare{aid: newAid(f, "claim", 8)} }

func (c *compare) fill() {
	fact, ok := c.form.draft.(*briefing.Fact)
	if !ok || len(fact.Claims) < 2 {
		c.made = nil
		c.box.Hide()
		return
	}
	claims := c.form.desk.Project().Claims(fact, c.form.desk.Lang())
	reason := strings.TrimSpace(fact.Reason.Any(c.form.desk.Content()))
	if slices.Equal(claims, c.made) && reason == c.why && c.box.Visible() {
		return
	}
	c.made, c.why = claims, reason
	c.box.Objects = []fyne.CanvasObject{kit.NewBold(c.t("heading", len(claims)), kit.Body, theme.Ink)}
	open := true
	apart := false
	for _, v := range claims {
		open, apart = open && !v.Printed, apart || v.Apart
		c.box.Add(c.card(v))
	}
	if apart {
		c.box.Add(kit.NewNotice(kit.Warn, kit.IconRemark, c.t("apart"), c.t("apart_next")))
	}
	if open {
		c.box.Add(kit.NewNotice(kit.Warn, kit.IconRemark, c.t("open"), c.t("open_next")))
	} else if reason != "" {
		c.box.Add(kit.NewWrapped(c.t("reason_is", reason), kit.Small, theme.Second))
	}
	c.box.Show()
	c.box.Refresh()
}

// card is one claim: figure, what it is worth, where it is from.
func (c *compare) card(v app.ClaimView) fyne.CanvasObject {
	figure := v.Figure
	if figure == "" {
		figure = c.t("none")
	}
	head := []fyne.CanvasObject{kit.Flex(kit.NewShrinking(figure, kit.Heading, theme.Ink))}
	if v.Apart {
		head = append(head, kit.NewChip(kit.Warn, kit.IconRemark, c.t("apart_chip")))
	}
	switch {
	case v.Printed:
		head = append(head, kit.NewChip(kit.Good, kit.IconConfirmed, c.t("printed")))
	case v.Verification:
		head = append(head, kit.NewChip(kit.Neutral, "", c.t("verification")))
	default:
		choose := kit.NewButton(kit.Secondary, "", c.t("choose"), func() { c.choose(v) })
		if c.form.locked {
			choose.Disable()
		}
		head = append(head, choose)
	}
	source := v.Source
	if source == "" {
		source = c.t("no_source")
	}
	precision, published := "", desk.T(c.form.desk, "records.claim.undated")
	if v.Precision != "" {
		precision = c.t("precision", v.Precision)
	}
	if v.Published != "" {
		published = c.t("published", v.Published)
	}
	lines := []fyne.CanvasObject{
		kit.Row(8, head...),
		kit.NewWrapped(joined(v.Period, precision), kit.Small, theme.Ink),
		kit.NewWrapped(joined(source, published), kit.Small, theme.Second),
	}
	if v.Wording != "" {
		lines = append(lines, kit.NewWrapped(c.t("wording", v.Wording), kit.Small, theme.Second))
	}
	return kit.NewPaddedCard(kit.Column(4, lines...))
}

func joined(parts ...string) string {
	out := ""
	for _, s := range parts {
		if s != "" && out != "" {
			out += " · "
		}
		out += s
	}
	return out
}

// choose asks for the reason, and keeps claim and reason together.
func (c *compare) choose(v app.ClaimView) {
	f := c.form
	fact := f.draft.(*briefing.Fact)
	reason := fact.Reason
	var texts []kit.LangText
	for _, l := range briefing.Langs() {
		texts = append(texts, kit.LangText{Key: string(l), Name: langName(l), Text: reason.In(l)})
	}
	var field *kit.LangField
	field = kit.NewLangField(c.t("reason"), true, 3, texts, func(key, text string) {
		*reason.At(briefing.Lang(key)) = text
		field.SetError("")
	})
	field.SetWanted(f.langs)
	field.ShowLang(string(f.desk.Content()))
	var d *kit.Dialog
	take := kit.NewButton(kit.Primary, "", c.t("choose_do"), func() {
		if strings.TrimSpace(reason.RU+reason.EN+reason.ZH) == "" {
			field.SetError(c.t("reason_missing"))
			kit.FocusOn(field.Focusable())
			return
		}
		d.Close()
		if f.draft != briefing.Record(fact) { // another record is in front
			return
		}
		fact.Chosen, fact.Reason = v.ID, reason
		f.changed(nil, 0)
		f.Flush()
	})
	d = kit.NewDialog(kit.DialogSpec{
		Title: c.t("choose_title"), Subtitle: joined(v.Figure, v.Source), CloseName: lang.T(f.desk.Lang(), "gui.close"), Width: 560,
		Content: kit.Form(field),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", lang.T(f.desk.Lang(), "gui.cancel"), func() { d.Close() }), take},
	})
	d.ShowOn(f.desk.Window().Canvas())
	kit.FocusOn(field.Focusable())
}
