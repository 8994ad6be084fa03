package recordform

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// namesLabel stands in a group for what one spelling of a Chinese name tells of
// the other.
const namesLabel = "name="

// names suggests spellings and cases; nothing is put in but by the user.
type names struct {
	aid
	made app.NameHelp
}

func newNames(f *Form) *names { return &names{aid: newAid(f, "name", 6)} }

func (n *names) fill() {
	person, ok := n.form.draft.(*briefing.Person)
	if !ok {
		return
	}
	help := n.form.desk.Project().NameHelp(person, n.form.desk.Lang())
	if reflect.DeepEqual(help, n.made) {
		return
	}
	n.made = help
	n.box.Objects = nil
	for _, h := range help.Hints {
		n.box.Add(n.hint(h))
	}
	if len(help.Traps) > 0 {
		n.box.Add(kit.NewWrapped(n.t("traps", strings.Join(help.Traps, "; ")), kit.Small, theme.Second))
	}
	switch {
	case len(help.Cases) > 0:
		n.box.Add(kit.NewWrapped(n.t("cases", strings.Join(help.Cases, ", ")), kit.Small, theme.Second))
	case help.CasesOpen != "":
		n.box.Add(kit.NewWrapped(help.CasesOpen, kit.Small, theme.Second))
	}
	if len(n.box.Objects) == 0 {
		n.box.Hide()
	} else {
		n.box.Show()
	}
	n.box.Refresh()
	n.form.relay()
}

// hint is one suggestion: what stands there already is confirmed or doubted,
// and an empty name can be filled by a press.
func (n *names) hint(h app.NameHint) fyne.CanvasObject {
	suggested := h.Suggested
	if len(h.Others) > 0 {
		suggested = n.t("or", suggested, strings.Join(h.Others, ", "))
	}
	text := n.t("suggest."+string(h.In), suggested)
	switch {
	case h.Given == "":
		put := kit.NewButton(kit.Link, "plus", n.t("put"), func() {
			person, ok := n.form.draft.(*briefing.Person)
			if !ok || person.Name.In(h.In) != "" {
				return
			}
			*person.Name.At(h.In) = h.Suggested
			n.form.changed(nil, 0)
			n.form.Flush()
		})
		if n.form.locked {
			put.Disable()
		}
		return kit.Row(8, kit.Flex(kit.NewWrapped(text, kit.Small, theme.Ink)), put)
	case h.Agrees:
		return kit.Row(6, kit.NewIcon(kit.IconConfirmed, theme.Good), kit.Flex(kit.NewWrapped(text, kit.Small, theme.Second)))
	}
	return kit.NewNotice(kit.Warn, kit.IconRemark, n.t("differs", h.Given), text)
}
